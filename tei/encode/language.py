"""Languages: their English names and BCP 47 tags, and which one a text is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tei.encode.plain import word_set
from tei.model import Document

__all__ = ["LANGUAGES", "UNDETERMINED", "language_name", "languages", "text_language"]

UNDETERMINED = "und"

# English name → tag: https://www.iana.org/assignments/language-subtag-registry
LANGUAGES: Mapping[str, str] = {
    "Afrikaans": "af",
    "Albanian": "sq",
    "Amharic": "am",
    "Ancient Greek": "grc",
    "Arabic": "ar",
    "Armenian": "hy",
    "Azerbaijani": "az",
    "Azeri": "az",
    "Basque": "eu",
    "Belarusian": "be",
    "Belorussian": "be",
    "Bengali": "bn",
    "Bosnian": "bs",
    "Bulgarian": "bg",
    "Burmese": "my",
    "Cambodian": "km",
    "Cantonese": "yue",
    "Catalan": "ca",
    "Chinese": "zh",
    "Church Slavonic": "cu",
    "Croatian": "hr",
    "Czech": "cs",
    "Danish": "da",
    "Dari": "prs",
    "Dutch": "nl",
    "English": "en",
    "Esperanto": "eo",
    "Estonian": "et",
    "Farsi": "fa",
    "Finnish": "fi",
    "Flemish": "nl-BE",
    "French": "fr",
    "Georgian": "ka",
    "German": "de",
    "Greek": "el",
    "Hausa": "ha",
    "Hebrew": "he",
    "Hindi": "hi",
    "Hungarian": "hu",
    "Icelandic": "is",
    "Indonesian": "id",
    "Irish": "ga",
    "Italian": "it",
    "Japanese": "ja",
    "Kazakh": "kk",
    "Khmer": "km",
    "Kinyarwanda": "rw",
    "Korean": "ko",
    "Kurdish": "ku",
    "Kyrgyz": "ky",
    "Lao": "lo",
    "Laotian": "lo",
    "Latin": "la",
    "Latvian": "lv",
    "Lithuanian": "lt",
    "Luxembourgish": "lb",
    "Macedonian": "mk",
    "Malay": "ms",
    "Maltese": "mt",
    "Mandarin": "cmn",
    "Middle English": "enm",
    "Moldovan": "ro-MD",
    "Mongolian": "mn",
    "Nepali": "ne",
    "Norwegian": "no",
    "Old English": "ang",
    "Ottoman Turkish": "ota",
    "Pashto": "ps",
    "Persian": "fa",
    "Polish": "pl",
    "Portuguese": "pt",
    "Punjabi": "pa",
    "Quechua": "qu",
    "Romanian": "ro",
    "Russian": "ru",
    "Sanskrit": "sa",
    "Scots": "sco",
    "Serbian": "sr",
    "Serbo-Croatian": "sh",
    "Simplified Chinese": "zh-Hans",
    "Sinhala": "si",
    "Slovak": "sk",
    "Slovene": "sl",
    "Slovenian": "sl",
    "Somali": "so",
    "Spanish": "es",
    "Swahili": "sw",
    "Swedish": "sv",
    "Tagalog": "tl",
    "Tajik": "tg",
    "Tamil": "ta",
    "Tatar": "tt",
    "Thai": "th",
    "Tibetan": "bo",
    "Traditional Chinese": "zh-Hant",
    "Turkish": "tr",
    "Turkmen": "tk",
    "Uighur": "ug",
    "Ukrainian": "uk",
    "Urdu": "ur",
    "Uyghur": "ug",
    "Uzbek": "uz",
    "Vietnamese": "vi",
    "Welsh": "cy",
    "Yiddish": "yi",
    "Yoruba": "yo",
    "Zulu": "zu",
}

_TAGS = {name.casefold(): tag for name, tag in LANGUAGES.items()}
# the first name of a tag is the one that is written: Azerbaijani, not Azeri
_NAMES = {tag: name for name, tag in reversed(list(LANGUAGES.items()))}
_BETWEEN = re.compile(r"\s*(?:[,;/&|+\n]|\band\b|\bor\b)\s*", re.IGNORECASE)
_TRIM = " \t\r\n.:()[]\"'"

# very frequent words that hardly occur in the other languages of the table
_COMMON: Mapping[str, frozenset[str]] = {
    "en": word_set(
        "the of and to that is was with for by this he it not be at a in as you we they have are has his will would which from"
    ),
    "de": word_set(
        "der die und das nicht ist mit den dem ein eine von zu auf für wird er sie im am des daß dass sich auch als bei habe sei werde ob"
    ),
    "fr": word_set(
        "le les des et est une que dans pour du au qui sur pas il ce la de à par avec mon m'a n'a j'ai votre ne aux cette"
    ),
    "es": word_set("el los las y que una en por con del se no su para es la de al lo señor fue más como"),
    "it": word_set("il che di una per non con del della gli sono è nel dei la le al signor alla dal ha"),
    "pt": word_set("o os as que não uma em com do da para dos se ao na no pelo foi é"),
    "nl": word_set("de het een van en niet dat zijn op te voor met heeft aan door ook"),
    "pl": word_set("i w na z się nie do że jest o po za od przez tow oraz ze dla jak"),
    "cs": word_set("a v na se že je do o s by za ve pro jako jsou byl není"),
    "hu": word_set("a az és hogy nem is egy volt elvtárs meg ez ezt el van"),
    "ro": word_set("de și la în că nu a cu pe o din pentru sau este să"),
    "sv": word_set("och att det som en är av för på med den inte har om till"),
    "sr": word_set("i u je da na se za od što nije su kao bi koji drug"),
    "vi": word_set("của và các là có được trong không đồng chí một cho này với tôi chúng ta"),
    "ru": word_set("и в не на что с по как это к из но"),
}
# letters that only few languages have, each worth a word
_LETTERS: Mapping[str, str] = {
    "ß": "de",
    "ñ": "es",
    "¿": "es",
    "ã": "pt",
    "õ": "pt",
    "ł": "pl",
    "ę": "pl",
    "ř": "cs",
    "ě": "cs",
    "ő": "hu",
    "ű": "hu",
    "ț": "ro",
    "å": "sv",
    "đ": "sr",
    "œ": "fr",
    "ê": "fr",
    "ô": "fr",
    "ò": "it",
    "ù": "it",
    "ơ": "vi",
    "ư": "vi",
    "ế": "vi",
    "ồ": "vi",
    "ạ": "vi",
}
_OWN_LETTERS = re.compile(f"[{''.join(_LETTERS)}]")
# scripts that one language uses more than any other in such records; the first that makes up much of the text
_SCRIPTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(f"[{letters}]"), tag)
    for letters, tag in (
        ("\u3040-\u30ff", "ja"),
        ("\uac00-\ud7a3", "ko"),
        ("\u3400-\u9fff", "zh"),
        ("іїєґІЇЄҐ", "uk"),
        ("јљњћђџЈЉЊЋЂЏ", "sr"),
        ("\u0400-\u04ff", "ru"),
        ("\u0370-\u03ff", "el"),
        ("\u0590-\u05ff", "he"),
        ("پچژگ", "fa"),
        ("\u0600-\u06ff", "ar"),
        ("\u0900-\u097f", "hi"),
        ("\u0e00-\u0e7f", "th"),
        ("\u10a0-\u10ff", "ka"),
        ("\u0530-\u058f", "hy"),
        ("\u1780-\u17ff", "km"),
    )
)
_SIGNS = frozenset({"uk", "sr", "fa", "ja"})  # told by a few letters of their own
_FEW_SIGNS, _MANY_LETTERS = 0.02, 0.3  # shares of the text
# word → the languages in which it is frequent
_SPOKEN: Mapping[str, tuple[str, ...]] = {
    word: tuple(tag for tag, words in _COMMON.items() if word in words)
    for word in sorted(frozenset[str]().union(*_COMMON.values()))
}
_FOREIGN = frozenset(word for word, tags in _SPOKEN.items() if tags != ("en",))
_SAMPLE = 1_600  # characters that decide
_HEAD, _DOUBTLESS = 500, 0.15  # characters of it, and the share of English words in them, that leave no doubt
_WIDE = 1.3  # bytes a character from which the script is not the Latin
_FEWEST = 8  # words below which nothing is evident
# least share of frequent words; English telegrams drop articles, and its words are the most distinct
_SHARE = 0.12
_SHARES: Mapping[str, float] = {"en": 0.07}


def languages(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags of the languages that a field names, in order, and the words that name none that is known.

    >>> languages("Russian and German"), languages("Chinese (Klingon)")
    ((('ru', 'de'), ()), ((), ('Chinese (Klingon',)))
    """
    tags: dict[str, None] = {}
    unknown = []
    for part in _BETWEEN.split(words):
        name = part.strip(_TRIM)
        tag = _TAGS.get(" ".join(name.split()).casefold().removesuffix(" language"))
        if tag:
            tags[tag] = None
        elif name:
            unknown.append(name)
    return tuple(tags), tuple(unknown)


def language_name(tag: str) -> str:
    """The English name of a tag of the table.

    >>> language_name("fa"), language_name("und")
    ('Farsi', 'undetermined')
    """
    return _NAMES.get(tag, "undetermined")


def _stated(words: str) -> str:
    """The one language that ``Translation - English`` or ``Scan, Russian`` names."""
    found = [tag for word in re.split(r"[^\w-]+", words[:200]) if (tag := _TAGS.get(word.casefold()))]
    return found[0] if len(set(found)) == 1 else ""


def _english(head: list[str]) -> bool:
    """Whether a few words leave no doubt, so that no more need be looked at: most texts are English."""
    english = sum(map(_COMMON["en"].__contains__, head))
    return english > _DOUBTLESS * len(head) > _FEWEST and english > 3 * sum(map(_FOREIGN.__contains__, head))


@lru_cache(maxsize=4)
def _evident(sample: str) -> str:
    wide = len(sample.encode("utf-8", "replace")) > _WIDE * len(sample)
    if wide and (tag := _script(sample)) != UNDETERMINED:
        return tag
    lower = sample.lower()
    if _english(lower[:_HEAD].split()):
        return "en"
    found = lower.split()
    if len(found) < _FEWEST:
        return UNDETERMINED
    letters = [] if sample.isascii() else _OWN_LETTERS.findall(lower)
    spoken = list(filter(_SPOKEN.__contains__, found))
    english = sum(map(_COMMON["en"].__contains__, spoken))
    others = sum(map(_FOREIGN.__contains__, spoken)) + len(letters)  # no other language can have more
    if english >= len(found) * _SHARES["en"] and english >= 1.5 * others and english > others:
        return "en"
    counts = dict.fromkeys(_COMMON, 0)
    for word in spoken:
        for tag in _SPOKEN[word]:
            counts[tag] += 1
    for letter in letters:
        counts[_LETTERS[letter]] += 1
    (best, tag), (second, _) = sorted(((count, tag) for tag, count in counts.items()), reverse=True)[:2]
    evident = best >= len(found) * _SHARES.get(tag, _SHARE) and best >= 1.5 * second
    return tag if evident else UNDETERMINED


def _script(sample: str) -> str:
    """The language that a script other than the Latin makes evident.

    >>> _script("Посол сказал"), _script("毛主席")
    ('ru', 'zh')
    """
    for letters, tag in _SCRIPTS:
        if len(letters.findall(sample)) > (_FEW_SIGNS if tag in _SIGNS else _MANY_LETTERS) * len(sample):
            return tag
    return UNDETERMINED


def text_language(document: Document) -> str:
    """The language of this text: what the front matter says (``Contents: Translation - English``), else
    what its most frequent words make evident, else ``und``.
    """
    for name in ("contents", "language") if document.fields else ():
        stated = _stated(document.text(name))
        if stated:
            return stated
    start = max((f.span.end for f in document.fields if f.header), default=0)
    return _evident(document.source.text[start : start + _SAMPLE])

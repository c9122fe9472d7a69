"""Words that an editor put between brackets: completions, corrections, glosses, and words that are needed.

EpiDoc tells them apart by ``@reason``: *subaudible* words complete the sentence, an *explanation* says what
another word means, *omitted* letters were dropped by the typist. https://epidoc.stoa.org/gl/latest/supp-supplied.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tei.annotate.bracket_kinds import classify
from tei.annotate.earlier import Earlier
from tei.annotate.sense import is_gloss, is_open
from tei.annotate.spelling import is_misspelling
from tei.annotate.wordlist import word_set
from tei.diagnostic import Diagnostic
from tei.model import Mark
from tei.text import Span

__all__ = ["RULE", "bracket_mark", "insertion", "sic"]

RULE = "brackets"

_REACH = 80  # how far back and forth the words around a bracket are read
_LAST_WORD = re.compile(r"[^\W_](?:(?:[\w'’.-]|,(?=\d)){0,39}[^\W_])?\Z")
_WORD = re.compile(r"[^\W\d_]{1,40}")
_SIC = re.compile(
    r"\s?(?:sic\b[.!?]?\s?(?:[:;,—–-]\s?|\s(?=\w))?(?:should\s(?:be|read)\s|recte\s|throughout\Z|passim\Z)?"
    r"|(?:so|thus)\s(?:in|throughout)\s(?:the\s)?(?:original|text|source|ms\.?|manuscript|typescript)\.?\Z"
    r"|(?:recte|rectius|correctly|correction|read|should\s(?:be|read)|lies|richtig|recte)\s?:\s|(?:recte|rectius|should\s(?:be|read))\s)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'-]*\s?){2,5}")
# the close of a sentence, not of a name ("Jr."), an acronym or a date
_SENTENCE = re.compile(r"(?:[^\W\d_]{4}|\b[a-z]{2,3}|[)”\"])[.!?]\Z")
# endings that a typist drops and no abbreviation lacks
_ENDINGS = frozenset(
    {
        "ing",
        "ings",
        "ed",
        "es",
        "ly",
        "er",
        "ers",
        "est",
        "ness",
        "tion",
        "ion",
        "ment",
        "able",
        "ful",
        "less",
    }
)
_TITLED = re.compile(r"\b[A-Z][a-z]{0,3}\.\Z")
_VOWELS = frozenset("aeiouyàáâäèéêëìíîïòóôöùúûü")
_LONGEST_CORRECTION = 6  # blanks
_LABELLED = re.compile(r"[^\W\d_][^.!?:\n]{0,50}:\s+")
_SENTENCE_END = (".", "!", "?", ":", ";")


def bracket_mark(kind: str, span: Span, attrs: Mapping[str, str], *, close: int = 0) -> Mark:
    """A mark over a bracket, its two brackets syntax; ``close`` is where the closing notation begins."""
    syntax = (Span(span.start, span.start + 1), Span(close or span.end - 1, span.end))
    return Mark(kind, span, attrs, syntax, RULE, attrs.get("cert", "high"))


def insertion(text: str, span: Span, block: Span, earlier: Earlier) -> Iterator[Mark | Diagnostic]:
    """The marks for a bracket whose own words do not say what it is.

    ``block`` is the leaf block around it, ``earlier`` the names, places and dates that were found before.
    """
    inner = text[span.start + 1 : span.end - 1]
    core = inner.rstrip().rstrip("?").rstrip()
    doubted = len(core) < len(inner.rstrip())
    close = span.start + 1 + len(core) if doubted else span.end - 1
    words = " ".join(core.split())
    before = text[max(block.start, span.start - _REACH) : span.start]
    after = text[span.end : min(block.end, span.end + _REACH)]
    cert = {"cert": "low"} if doubted else {}

    def supplied(reason: str) -> Mark:
        return bracket_mark("supplied", span, {"reason": reason, **cert}, close=close)

    if not any(c.isalnum() for c in words):
        yield supplied("omitted")
        return
    if before[-1:].isalnum() or (after[:1].isalpha() and words.isalpha()):
        found = list(_in_word(span, before, words, after, cert, close))
        if found:
            yield from found
            return
    around = earlier.around(span)
    if around is not None:
        yield supplied("explanation" if around.kind == "date" else "subaudible")
        return
    inside = earlier.inside(span)
    if inside is not None and inside.attrs.get("type") == "variant":
        yield supplied("explanation")
        return
    if (
        len(words) == 1
        and words.isupper()
        and words != "I"
        and not (words == "A" and _opens(before) and after[1:2].islower())
    ):
        return  # a letter that labels something: plain
    if words[0].islower() and _does(before, words, after):
        yield bracket_mark("incident", span, {})
        return
    whole = span == block or (span.start == block.start and not after.strip("[]0123456789 \t\n"))
    sentence = words[0].isupper() and words.count(" ") >= 4 and _SENTENCE.search(words) is not None
    if sentence and (whole or _opens(before)):
        yield bracket_mark("note", span, {"type": "editorial"})
        yield Diagnostic.of(
            "bracket-unclear",
            "a whole sentence in brackets was taken for a note of the editor",
            span,
            hint="if the writer of the record set the brackets, leave them as plain characters",
        )
        return
    if whole:
        yield supplied("explanation")
        return
    if not doubted and words.islower() and _between(before, words, after):
        yield bracket_mark("note", span, {"type": "editorial"})
        return
    if " " not in words and before[-1:].isspace():
        last = _LAST_WORD.search(before.rstrip())
        if last and is_misspelling(last[0], words) and earlier.touching(_at(span, before, last)) is None:
            yield from _choice(text, span, _at(span, before, last), cert, close)
            return
    gloss = is_gloss(before, words, after, named=inside is not None and inside.kind in ("persName", "date"))
    if doubted and not gloss:
        yield bracket_mark("unclear", span, cert, close=close)
        return
    yield supplied("explanation" if gloss else "subaudible")


def _opens(before: str) -> bool:
    """Whether a sentence opens here."""
    ahead = before.rstrip()
    return not ahead or ahead.endswith(_SENTENCE_END)


def _does(before: str, words: str, after: str) -> bool:
    """Whether a bracket between a speaker's label and the speech tells what the speaker does: a word of the speech would begin with
    a capital.

    >>> _does("Nixon: ", "entering", " Good morning."), _does("He was ", "entering", " The room.")
    (True, False)
    """
    first, follows = words.split(" ", 1)[0], after.lstrip()
    return (
        (first.endswith("ing") or first == "with")
        and _LABELLED.fullmatch(before) is not None
        and after[:1].isspace()
        and follows[:1].isupper()
    )


def _between(before: str, words: str, after: str) -> bool:
    """Whether a bracket is a remark between two sentences, and no word that one of them needs.

    >>> _between("He signed it. ", "underlined", " They left."), _between("Then Mr. ", "and", " Mrs. Nixon")
    (True, False)
    """
    ahead, follows = before.rstrip(), after.lstrip()
    if _SENTENCE.search(ahead) is None or _TITLED.search(ahead) or is_open(words):
        return False
    return not follows or (after[:1].isspace() and follows[0].isupper())


def sic(text: str, span: Span, block: Span) -> Iterator[Mark] | None:
    """``loose [sic]`` or ``loose [sic: lose]``; None where the bracket is neither."""
    match = _SIC.match(text, span.start + 1, span.end - 1)
    if match is None:
        return None
    return _sic(text, span, block, match.end())


def _sic(text: str, span: Span, block: Span, word: int) -> Iterator[Mark]:
    before = text[max(block.start, span.start - _REACH) : span.start]
    last = _LAST_WORD.search(before.rstrip().rstrip(".,;:!?\"”’'"))
    wrong = _at(span, before, last) if last else None
    rest = text[word : span.end - 1].strip()
    if rest and (rest.count(" ") > _LONGEST_CORRECTION or classify(rest) is not None):
        rest = ""  # a remark, no correction
    if last and wrong and _CAPITALS.fullmatch(rest):
        # of a name as many words are wrong as are right
        words = re.search(rf"(?:[^\W\d_a-z][\w.’'-]*\s){{{rest.count(' ')}}}\Z", before[: last.start()])
        wrong = Span(_at(span, before, words).start, wrong.end) if words else wrong
    if rest and wrong is not None and wrong.end <= span.start and text[wrong.end : span.start].isspace():
        yield from _choice(text, span, wrong, {}, span.end - 1, opening=word)
        return
    if wrong is not None:
        yield Mark("sic", wrong, {}, (), RULE)
    yield bracket_mark("note", span, {"type": "editorial", "subtype": "sic"})


def _at(span: Span, before: str, word: re.Match[str]) -> Span:
    base = span.start - len(before)
    return Span(base + word.start(), base + word.end())


def _choice(
    text: str, span: Span, wrong: Span, cert: Mapping[str, str], close: int, *, opening: int = 0
) -> Iterator[Mark]:
    yield Mark("choice", Span(wrong.start, span.end), {}, (Span(wrong.end, span.start),), RULE)
    yield Mark("sic", wrong, {}, (), RULE)
    syntax = (Span(span.start, opening or span.start + 1), Span(close, span.end))
    yield Mark("corr", span, dict(cert), syntax, RULE, cert.get("cert", "high"))


def _in_word(span: Span, before: str, words: str, after: str, cert: Mapping[str, str], close: int) -> Iterator[Mark]:
    """``N[asser]``, ``Strat[egic]`` are abbreviations expanded, ``wa[ll]``, ``[F]urther`` lack letters."""
    stem = re.search(r"[\w'’]{0,40}\Z", before)
    head = stem[0] if stem else ""
    tail = after[:1].isalnum()
    letters = words.replace("-", "").replace(".", "").replace("'", "").replace("’", "")
    if not letters.isalnum() or " " in words:
        return
    if head and words[0].isupper() and not head.isupper():
        return  # a blank is missing before the bracket
    if not head and (len(words) > 1 and words.lower() in _WHOLE_WORDS):
        return
    if head and not tail and head.isalpha() and words.isalpha() and words.islower() and _abbreviates(head, words):
        yield Mark("expan", Span(span.start - len(head), span.end), {}, (), RULE)
        yield bracket_mark("ex", span, cert, close=close)
        return
    yield bracket_mark("supplied", span, {"reason": "omitted", **cert}, close=close)


_WHOLE_WORDS = word_set(
    """
    a an and as at be but by for from he her his if in is it its no not of on or our she so that the
    their they this to was we with you
    """
)


def _abbreviates(head: str, rest: str) -> bool:
    """True where a writer would stop after ``head``: an initial, or a consonant before the dropped vowel."""
    if len(head) == 1:
        return head.isupper()
    if len(rest) < 3 or rest in _ENDINGS:
        return False
    return head[-1].lower() not in _VOWELS

"""The courtesies of letters: the salutation above the text, the complimentary close under it, the lines that follow.

Letters of three centuries close in a few words that no other line is made of (``Yr. most obt. & hble. servt.``), so a close
is known by its words, not by its order. Salutations are rows by language.
"""

from __future__ import annotations

import re

__all__ = ["is_close", "is_copies", "is_postscript", "is_salute", "may_close"]

_LONGEST_SALUTE, _LONGEST_CLOSE, _LONGEST_OPENING = 80, 60, 160
_LONGEST_BARE = 16  # characters of a salutation without a comma: "My dear Sirs"
_NAME = r"[^\n:;?!]{2,70}"
_SALUTES = (
    # English
    rf"(?:My )?(?:[Dd]ear(?:est)?|Esteemed|Respected|Honou?red|Beloved) {_NAME}[:,!]",
    r"(?:My )?[Dd]ear (?:Sirs?|Madam)\.?",
    r"(?:Sirs?|Gentlemen|Madam|My Lords?|SIRS?|GENTLEMEN|MADAM|MY LORDS?)[:,.]?[—–-]?",
    r"(?:Your )?(?:[A-Z][a-z]{2,10} )?(?:Excellenc(?:y|ies)|Majest(?:y|ies)|Highness|Eminence|Holiness)[:,!]",
    # French
    rf"(?:Très )?(?:Mon cher|Ma chère|Chère?s?|Mon|Monsieur|Messieurs|Madame) {_NAME}[,!]",
    r"(?:Monsieur|Messieurs|Madame|Excellence)[,!]",
    # German
    rf"(?:Sehr (?:ge|ver)ehrte[rs]?|(?:Hoch)?[Vv]erehrte[rs]?|Hochgeehrte[rs]?|Liebe[rs]?|Werte[rs]?) {_NAME}[,!]",
    rf"(?:Euere?|Ew\.|Herr|Frau) {_NAME}!|(?:Euere? )?Exzellenz[,!]",
    # Spanish, Italian, Polish
    rf"(?:(?:Muy )?(?:[Ss]eñor|[Ee]stimado|[Dd]istinguido|[Qq]uerido)|Excelentísimo|Egregio|Caro|Illustre|Signor) {_NAME}[:,!]",
    rf"(?:Wielce )?(?:Szanown[yai]|Drog[ia]) {_NAME}[,!]",
    # Russian
    rf"(?:Много|Глубоко)?(?:[Уу]важаем|Дорог)(?:ой|ая|ый|ие|ые) {_NAME}[,!]",
)
_SALUTE = re.compile("|".join(_SALUTES))
_CLOSE = re.compile(
    r"(?:(?:Yours )?(?:very )?(?:sincerely|truly|faithfully|respectfully|cordially|fraternally)(?: yours)?|Respectfully submitted|"
    r"(?:With )?(?:my )?(?:best|kind|kindest|warm|warmest|high|highest)(?: personal)? (?:regards|wishes|esteem|respects?)|"
    r"Your obedient servant|(?:With )?(?:communist|comradely|fraternal) greetings?|Yours(?: ever)?|As (?:ever|always)|"
    r"(?:Devotedly|Affectionately|Lovingly)(?: yours)?|"
    r"(?:Mit (?:freundlichen|besten|herzlichen|kommunistischen|sozialistischen) Grüßen|"
    r"Mit (?:vor|aus)züglicher Hochachtung|Hochachtungsvoll)|"
    r"(?:Cordialement|Amicalement|Fraternellement|Bien (?:cordialement )?à vous)|"
    r"С (?:(?:глубоким )?уважением|(?:коммунистическим|товарищеским|комсомольским) приветом)|Z (?:poważaniem|komunistycznym pozdrowieniem)"
    r")[,.!]?(?:\s?\[\d{1,3}\])?",
    re.I,
)
# "I have the honour to be, with sentiments of esteem," and what old printers left of it: "I have, &c."
_BEGINNING = re.compile(
    r"(?:And )?(?:I|We) (?:have the honou?r to (?:be|remain)|"
    r"am|are|remain|have|beg to (?:be|remain)|subscribe myself)\b"
    r"[^.;:?!]*(?:,|,? \[?(?:&c|etc|&ca)\.?\]?,?)|(?:Believe me|I avail),? [^.;:?!]{2,80},",
    re.I,
)
_COURTEOUS = re.compile(
    r"\b(?:servants?|sert|servt|obedient|obedt|obt|humble|hble|sincerely|truly|"
    r"affectionate(?:ly)?|respect(?:fully)?|esteem|honou?r to (?:be|remain)|&c|etc)\b",
    re.I,
)
_WORDS = frozenset(
    "a affectionate affectionately always and as be believe best "
    "consideration cordially dear devoted esteem ever excellency excellencys "
    "faithful faithfully father fraternally friend friends gentlemen grateful great greatest have highness honor honour hble humble i in "
    "lord lords lordships love madam majestys me most my obedience "
    "obedient obediently obedt obliged obt of ob regard regards remain respect "
    "respectful respectfully respects sert servant servants servt sincere sincerely sir sirs son sister brother cousin the truly very warm "
    "warmest wishes with yours your yr yrs am mo hum st t sr gent amp to all mother daughter wife husband".split()
)
_CORE = frozenset(
    "affectionate affectionately cordially devoted friend love son daughter brother sister "
    "faithful faithfully fraternally hble humble obedient obediently obedt obt respectfully "
    "servant servants servt sert sincere sincerely truly yours yrs".split()
)
# what a close begins with: looked at first, as most lines are none
_HEADS = frozenset(
    "dev aff lov you ver sin tru fai res cor fra bes kin war hig wit com mit hoc ami bie".split()
) | frozenset(("my ", "as ", "с г", "с у", "с к", "с т", "z p", "z k"))
_ENDS = frozenset(":,!.—–-")
_LETTERS = re.compile(r"[^\W\d_]+")
_POSTSCRIPT = re.compile(r"P\. ?(?:P\. ?)?S\.|PS[.:]? |N\. ?B\.|Postscript\b")
_COPIES = re.compile(
    r"(?:b?cc|c\. ?c\.|copy|copies|(?:advance )?copies to|copy to|distribut(?:ed|ion)(?: to| list)?|"
    r"enc(?:l|s)?|(?:en|in)closures?|attach(?:ments?|ed)|"
    r"drafted(?: by)?|clear(?:ed|ance)s?(?: by)?|approved(?: by)?|"
    r"verteiler|anlagen?|copie à|pièces? jointes?|p\. ?j\.)(?:[ .]*\(\d+\))?\s*[:.]",
    re.I,
)


def is_salute(text: str) -> bool:
    """Whether a line is a salutation.

    >>> is_salute("My dear Mr. President:"), is_salute("Monsieur le Ministre,"), is_salute("Sir William came")
    (True, True, False)
    """
    if len(text) >= _LONGEST_SALUTE or (text[-1] not in _ENDS and len(text) > _LONGEST_BARE):
        return False
    return _SALUTE.fullmatch(text) is not None


def is_close(text: str) -> bool:
    """Whether a line is a complimentary close wherever it stands.

    >>> is_close("Very truly yours,"), is_close("He spoke very truly,")
    (True, False)
    """
    return len(text) < _LONGEST_CLOSE and text[:3].lower() in _HEADS and _CLOSE.fullmatch(text) is not None


def may_close(text: str) -> bool:
    """Whether a line is one where a signature follows: all its words are those of a close, or it begins as closes do.

    >>> may_close("Yr. most obt. & hble. Servt."), may_close("I have the honor to be, sir, your obedient servant,")
    (True, True)
    >>> may_close("I am certain of it,"), may_close("Sir,")
    (False, True)
    """
    if len(text) < _LONGEST_OPENING and text[0] in "IWBA" and _BEGINNING.fullmatch(text):
        return _COURTEOUS.search(text) is not None
    first = _LETTERS.search(text)  # a line that is no close is the usual case, and its first word tells
    if first is None or first[0].lower() not in _WORDS or len(text) >= _LONGEST_CLOSE or text[-1] in "?!":
        return False
    words = {word.lower() for word in _LETTERS.findall(text.replace("’", "").replace("'", ""))}
    return bool(words) and words <= _WORDS and (not words.isdisjoint(_CORE) or is_salute(text))


def is_postscript(text: str) -> bool:
    """Whether a block is a postscript.

    >>> is_postscript("P.S. The packet sails."), is_postscript("P. Smith")
    (True, False)
    """
    return _POSTSCRIPT.match(text) is not None


def is_copies(text: str) -> bool:
    """Whether a line says who gets copies, or what is enclosed; such lines stand under signatures.

    >>> is_copies("cc: Mr. Cordier"), is_copies("Enclosures (2): as stated"), is_copies("Copies were made")
    (True, True, False)
    """
    return _COPIES.match(text) is not None

"""Where an original is kept, read from the words of a citation or of a source note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tei.encode.plain import word_set

__all__ = ["DIGITAL", "NOWHERE", "Holding", "Locus", "parse_holding", "parse_source_note"]


@dataclass(frozen=True, slots=True)
class Locus:
    """Pages or leaves: as printed, and the first and last of them where that is one range."""

    printed: str
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """Where an original is kept; "" for what is not stated firmly.

    ``institution`` is who publishes it (a digital archive), ``repository`` the archive that keeps it,
    ``rest`` the words that are none of these.
    """

    institution: str = ""
    repository: str = ""
    collection: str = ""
    call_number: str = ""
    locus: Locus | None = None
    rest: str = ""


NOWHERE = Holding()

# the name of an archive that publishes what others keep
DIGITAL = re.compile(
    r"\b(?:(?:digital|virtual|online)\s(?:archives?|collections?|library|libraries)|CWIHP\sarchives?)"
    r"(?=[\s,.;]|\Z)",
    re.IGNORECASE,
)
_DIGITAL_END = re.compile(DIGITAL.pattern + r"\Z", re.IGNORECASE)
_KEEPER = re.compile(
    r"\b(?:Administration|Agency|Archiv\w*|Arkhiv\w*|Bibliothek|Bundesarchiv|Center|Centre|Congress|Department"
    r"|Foundation|Institut\w*|Library|Ministry|Museum|Office|Society|Universit\w+)\b"
)
_PILE = re.compile(r"\b(?:collection|diar(?:y|ies)|files?|fonds|papers|records|series)\Z", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z][\w'’]*(?:[-–][A-Z]\w*)?(?:\s[A-Z][\w'’]*(?:[-–][A-Z]\w*)?){0,3}")
# words for parts of an archive's holdings; one of them before a number is no archive's name
_UNIT = word_set(
    "rg record group box folder file files reel roll film lot fond fonds f opis op delo d list l item series"
    " ser vol volume container dy ny no job frc acc accession inv sygn zesp kart karton reg reference entry"
    " document doc case dossier bundle per dok inventory"
)
_IN_PARENTHESES = re.compile(r"\([A-Z][A-Z -]{1,12}\)\Z")
_COMMA = re.compile(r",\s*")
_NUMBER = r"(\d{1,5}(?:[a-z]|\s?ob|\s?rev|\s?verso)?)\.?"
_PAGES = re.compile(
    r"(?P<unit>(?:pp?|pgs?|ll?|ff|fols?|bl|s|str|лл?|стр)\.?\s?"
    r"|(?:pages?|list(?:y|ov)?|folios?|blatt|leaf|leaves|sheets?)\s)?"
    rf"{_NUMBER}(?:\s?[-–—]\s?{_NUMBER})?",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:pp?|pages|ll?|listy|fols|folios)\.?\s?\d[\d\s,–—-]{0,80}", re.IGNORECASE)
_MOST_SEGMENTS = 40


def _segments(text: str) -> list[str]:
    """Cut at commas, not at those in parentheses."""
    found: list[str] = []
    for piece in _COMMA.split(text, maxsplit=_MOST_SEGMENTS):
        if found and found[-1].count("(") > found[-1].count(")"):
            found[-1] += ", " + piece
        else:
            found.append(piece)
    return [" ".join(f.split()) for f in found if f.strip()]


def parse_holding(text: str) -> Holding:
    """``Wilson Center Digital Archive, PRC FMA 106-00827-02, 70-79`` taken apart; empty where no archive is
    firm.

    >>> parse_holding("Wilson Center Digital Archive, PRC FMA 106-00827-02, 70-79").repository
    'PRC FMA'
    """
    parts = _segments(text[:4_000])
    institution = parts.pop(0) if parts and _DIGITAL_END.search(parts[0]) else ""
    locus, parts = _locus(parts)
    if not parts:
        return Holding(institution, locus=locus) if institution else NOWHERE
    first = parts[0]
    repository = collection = ""
    digits = any(c.isdigit() for c in first)
    if digits:
        repository = _before_number(first)
        rest = parts
    elif _PILE.search(first) and not _INITIALS.fullmatch(first):
        collection = first
        repository = next((p for p in parts[1:] if _KEEPER.search(p) and not any(c.isdigit() for c in p)), "")
        rest = [p for p in parts[1:] if p != repository]
    elif institution or _KEEPER.search(first) or (len(parts) > 1 and _is_abbreviation(first)):
        # `Archive of Foreign Policy, Russian Federation (AVP RF)`: the name ends with its abbreviation
        last = next((i for i, p in enumerate(parts[:4]) if _IN_PARENTHESES.search(p)), 0)
        repository = ", ".join(parts[: last + 1])
        rest = parts[last + 1 :]
    else:
        return NOWHERE
    if not (institution or repository):
        return NOWHERE
    call_number = ", ".join(rest)
    left = ""
    if call_number and len(rest) == 1 and not any(c.isdigit() for c in call_number):
        if _PILE.search(call_number) and not collection:
            collection = call_number
        else:
            left = call_number
        call_number = ""
    return Holding(institution, repository, collection, call_number, locus, left)


def _is_abbreviation(name: str) -> bool:
    return name.isupper() and _INITIALS.fullmatch(name) is not None


def _before_number(segment: str) -> str:
    """The archive's initials before a shelf mark: ``PRC FMA`` of ``PRC FMA 106-00827``; "" for ``RG 59``."""
    words: list[str] = []
    for word in segment.split():
        if any(c.isdigit() for c in word):
            break
        words.append(word)
    while words and words[-1].lower().rstrip(".") in _UNIT:
        words.pop()
    name = " ".join(words)
    return name if len(name) > 1 and _INITIALS.fullmatch(name) else ""


def _locus(parts: list[str]) -> tuple[Locus | None, list[str]]:
    """The pages that end a holding, and the parts without them."""
    for count in range(min(6, len(parts)), 0, -1):
        printed = ", ".join(parts[-count:])
        match = _PAGES.fullmatch(printed)
        if match and (match["unit"] or _is_page_range(match[2], match[3])):
            first, last = match[2], match[3] or match[2]
            if last.isdigit() and len(last) < len(first) and first.isdigit():
                last = first[: len(first) - len(last)] + last
            return Locus(printed, "".join(first.split()), "".join(last.split())), parts[:-count]
        if _LIST.fullmatch(printed):
            return Locus(printed), parts[:-count]
    return None, parts


def _is_page_range(first: str, last: str | None) -> bool:
    """Whether two bare numbers are pages: a rising range that is not one of years."""
    if last is None or not (first.isdigit() and last.isdigit()):
        return False
    years = len(first) == len(last) == 4 and first[:2] in ("17", "18", "19", "20")
    return int(first) < int(last) and not years


# what a source note of the Foreign Relations series says after the shelf mark
_REMARK = re.compile(
    r"\.\s+(?:Top Secret|Secret|Confidential|Restricted|Unclassified|Official Use|Limited Official|Plain"
    r"|Personal|No (?:classification|drafting)|Drafted|Repeated|Received|Sent|Prepared|Printed|Copy|Also"
    r"|Approved|Cleared|Transmitted|Attached|Handwritten|Administratively)\b"
)
_SOURCE = re.compile(r"\[?Source:\s*")


def parse_source_note(text: str) -> Holding:
    """Where the original is, by a note that begins ``Source:``; empty unless that is plainly a shelf mark.

    >>> parse_source_note("Source: Department of State, Central Files, 310.1/9. Confidential.").call_number
    'Central Files, 310.1/9'
    """
    opening = _SOURCE.match(text)
    if opening is None:
        return NOWHERE
    words = text[opening.end() : opening.end() + 600]
    remark = _REMARK.search(words)
    if remark:
        return parse_holding(words[: remark.start()])
    whole = words.strip().removesuffix(".")
    return parse_holding(whole) if len(whole) < 200 and ". " not in whole else NOWHERE

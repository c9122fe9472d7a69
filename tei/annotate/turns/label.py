"""The label at the head of a paragraph: what is printed, where it ends, what the words in it are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from tei.annotate.turns.vocabulary import (
    AGENCIES,
    ANSWER,
    CROWD,
    HEADINGS,
    HONORIFICS,
    HOUSE,
    OFFICES,
    OFFICES_AFTER,
    OPENERS,
    PARTICLES,
    QUALIFIERS,
    QUESTION,
    RANKS,
    VOICES,
)
from tei.text import Span

__all__ = [
    "Label",
    "Nature",
    "Style",
    "bare_label",
    "colon_label",
    "dot_label",
    "line_label",
    "nature",
    "plain",
    "words",
]

MAX_WORDS = 8


class Style(Enum):
    """How a document prints its labels."""

    COLON = "colon"  # Mr. Adzhubei: …
    DOT = "dot"  # HAMLET. …, Q. …
    LINE = "line"  # a name in capitals on its own line
    BARE = "bare"  # Q Where? A At home.


class Nature(Enum):
    """What the words of a label are, before the document is asked."""

    NONE = "none"  # a heading, a phrase, a sentence
    NAME = "name"  # could be a name: Hamlet
    INITIALS = "initials"  # LBJ, K, McN
    PERSON = "person"  # a form of address and a name: Mr. Adzhubei
    OFFICE = "office"  # The President, Secretary Rusk
    VOICE = "voice"  # Voice 2, Interpreter
    CROWD = "crowd"  # ALL
    QUESTION = "question"  # Q
    ANSWER = "answer"  # A

    @property
    def strong(self) -> bool:
        """Whether the words alone make it a speaker."""
        return self in _STRONG


_STRONG = frozenset({Nature.PERSON, Nature.OFFICE, Nature.VOICE, Nature.CROWD})


@dataclass(frozen=True, slots=True)
class Label:
    """A label: ``name`` as printed, with its brackets; ``whole`` from the block's start to the end of the
    notation.

    ``called`` are the words of it that name somebody: in ``The Minister of State (Mr. McNeil)`` the parenthesis, else all.
    ``delivery`` is the parenthesis after the name (``bracketed``: a bracket), ``separator`` the colon or dot (empty at the end where
    there is none), ``block`` the number of the paragraph, ``bare`` whether nothing follows in it.
    """

    block: int
    style: Style
    key: str
    name: Span
    whole: Span
    separator: Span
    delivery: Span | None = None
    bare: bool = False
    bracketed: bool = False
    holder: Span | None = None

    @property
    def called(self) -> Span:
        """Where the words stand that name somebody: the holder of an office, else the whole name."""
        return self.holder or self.name


_SEPARATED = frozenset({Style.COLON, Style.DOT})
_TIME = r"(?:[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?[\])]?\s{1,3})?"
_NAME = (
    r"(?P<name>(?:\[[^\W\d_][^\[\]\n]{0,40}\]\s?)?[^\W\d_][^:：\n()\[\]]{0,60}?"
    r"(?:\[[^\[\]\n]{1,40}\][^:：\n()\[\]]{0,30}?){0,2}?)"
)
# how something is said: `(smiling)`, `(Albania) (translated from French)`, `[kneeling]`; `[Zili]` is part of the name
_STATE = r"\s\[(?:(?!here|hence|or\b)[a-z][^\[\]\n]{1,60}|\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,3})?)?)\]"
_DELIVERY = rf"(?P<delivery>(?:\s?\([^()\n]{{1,60}}\)){{1,2}}|{_STATE})?"
_NUMBER = r"(?P<number>\d{1,4}\.\s{1,3})?"  # of the paragraph, in verbatim records
_COLON = re.compile(_NUMBER + _TIME + _NAME + _DELIVERY + r"(?P<separator>\s?[:：])(?=[\s\"“‘«(\[—–-]|\Z|(?<=：))")
_ABBREVIATED = r"(?:(?:[Tt]he\s)?(?:Mr|Mrs|Ms|Mme|Dr|Sen|Rep|Gen|Gov|Prof|Hon|Lt|Col|Capt|Adm|Amb|Cde|Com|M|St|MR|MRS|MS|MME|DR|ST)\.\s)?"
_DOT = re.compile(
    rf"(?P<name>{_ABBREVIATED}[^\W\d_][^.:,\n()\[\]—–]{{0,40}}?)(?P<delivery>\s?\([^()\n]{{1,60}}\)|{_STATE})?"
    r"(?P<separator>\.(?:\s?[—–-]{1,2})?|\s?(?:[—–]|--))(?=\s|\Z|(?<=[—–-]))"
)
_LINE = re.compile(
    r"(?P<name>(?:[A-Z]{1,4}\.\s?){0,3}[^\W\d_][^\n:()\[\].!?]{0,40}?\.?)(?P<delivery>\s?\([^()\n]{1,60}\))?(?=\n|\Z)"
)
_BARE = re.compile(r"(?P<name>[QA])(?=\s{1,8}[A-Z\"“(\[])(?P<delivery>(?!))?")
_BRACKETS = re.compile(r"\s?\[[^\[\]]{0,45}\]\s?")
# who holds the office before it
_HOLDER = re.compile(
    rf"\s?\((?P<holder>(?:{'|'.join(sorted(w.title() for w in HONORIFICS if w.isascii()))})\.?\s[^()\n]{{2,50}}?)"
    r"(?:\sin\sthe\s[Cc]hair)?\)"
)
_SPLIT = re.compile(r"[\s,]+")
_STRIP = ".,;'’‘\"“”-–—"
_INITIALS = re.compile(r"(?:[A-ZА-Я]\.?){1,4}|Mc[A-Z][a-z]?|Mac[A-Z]|[A-Z][a-z][A-Z]")


def plain(name: str) -> str:
    """A printed label without brackets, blanks run together.

    >>> plain("Ambassador  Pan [Zili]"), plain("McNamara [hereafter McN]")
    ('Ambassador Pan', 'McNamara')
    """
    if "[" in name:
        name = _BRACKETS.sub(" ", name)
    return " ".join(name.split())


def called(name: str) -> str:
    """A label without the office that an apposition adds.

    >>> called("Brandt, Bundesminister des Auswärtigen"), called("Secretary Rusk, Ambassador Thompson")
    ('Brandt', 'Secretary Rusk, Ambassador Thompson')
    """
    head, comma, rest = name.partition(", ")
    return head if comma and not OFFICES.isdisjoint(words(rest)) and OFFICES.isdisjoint(words(head)) else name


def words(name: str) -> list[str]:
    """The words of a label in lower case, without their points.

    >>> words("Mr. ADZHUBEI"), words("The President")
    (['mr', 'adzhubei'], ['the', 'president'])
    """
    found = (w.strip(_STRIP).lower() for w in _SPLIT.split(name))
    return [w for w in found if w]


@lru_cache(maxsize=4096)
def nature(name: str) -> Nature:
    """What a label's words are, by themselves.

    >>> [nature(n).value for n in ("Mr. Adzhubei", "CIA Director Helms", "LBJ", "Umba", "ALL", "Q")]
    ['person', 'office', 'initials', 'name', 'crowd', 'question']
    >>> [nature(n).value for n in ("Note", "Lansdale memo", "He said this", "USIA", "For the Ambassador")]
    ['none', 'none', 'none', 'none', 'none']
    """
    printed = [w for w in _SPLIT.split(name) if w.strip(_STRIP)]
    low = words(name)
    if not low or len(low) > MAX_WORDS or not _capitalised(printed):
        return Nature.NONE
    first, last = low[0], low[-1]
    if len(low) == 1:
        return _single(first, printed[0])
    if first in OPENERS and not (first in CROWD or last in VOICES):
        return Nature.NONE
    if all(w in CROWD or w in VOICES or w in HOUSE or w.isdigit() or w in PARTICLES for w in low):
        return Nature.CROWD if last in CROWD or (first in CROWD and last.endswith("s")) else Nature.VOICE
    if all(w in HEADINGS or w in AGENCIES or w in PARTICLES for w in low):
        return Nature.NONE
    if first in HONORIFICS:
        return Nature.PERSON if len(low) > 1 else Nature.NONE
    if any(w in OFFICES for w in low):
        if last in HEADINGS - RANKS or last in AGENCIES or low[0] in HEADINGS - QUALIFIERS - OFFICES:
            return Nature.NONE
        return Nature.OFFICE
    if any(w in RANKS for w in low) and all(w in RANKS or w in QUALIFIERS for w in low):
        return Nature.OFFICE if len(low) > 1 else Nature.NONE
    if first == "the" or any(w in HEADINGS or w in AGENCIES for w in low if w not in RANKS):
        return Nature.NONE
    return Nature.NAME


def _single(word: str, printed: str) -> Nature:
    if word in QUESTION:
        return Nature.QUESTION
    if word in ANSWER:
        return Nature.ANSWER
    if word in CROWD:
        return Nature.CROWD
    if word in VOICES:
        return Nature.VOICE
    if (
        word in HEADINGS
        or word in OPENERS
        or word in AGENCIES
        or word in HONORIFICS
        or word in RANKS
        or word in QUALIFIERS
    ):
        return Nature.NONE
    if word in OFFICES:
        return Nature.OFFICE
    if printed.endswith(OFFICES_AFTER):
        return Nature.OFFICE if printed in OFFICES_AFTER else Nature.PERSON
    if _INITIALS.fullmatch(printed.strip(_STRIP) or printed):
        return Nature.INITIALS
    return Nature.NAME if not word.isdigit() else Nature.NONE


def _capitalised(printed: list[str]) -> bool:
    """Every word begins with a capital (or a letter without case), but for particles; a point only after an
    abbreviation."""
    for number, word in enumerate(printed):
        bare = word.strip(_STRIP)
        if not bare:
            continue
        head = bare[0]
        if head.islower() and (number == 0 or (bare not in PARTICLES and bare not in VOICES)):
            return False
        if word.endswith(".") and len(bare) > 5 and number < len(printed) - 1:
            return False
        if not (head.isalnum() or word[0] in _STRIP):
            return False
    return True


def colon_label(text: str, span: Span, block: int) -> Label | None:
    """The label of a paragraph that opens like ``Clifford (smiling): All right.``"""
    start, end = span
    reach = min(end, start + 200)
    if text.find(":", start, reach) < 0 and text.find("：", start, reach) < 0:
        return None
    found = _COLON.match(text, start, reach)
    if found is None:
        return None
    # after a number only what must be a person is no heading: `2. Mr. MALILE (Albania):`, `1. Export-Import Bank Loan:`
    if text[start].isdigit() and found["number"] and not nature(plain(found["name"])).strong:
        return None
    return _label(found, text, span, block, Style.COLON)


def dot_label(text: str, span: Span, block: int) -> Label | None:
    """The label of a paragraph that opens like ``HAMLET. To be …`` or ``Mr. HOLIFIELD. Thank you.``"""
    start, end = span
    near = text[start : min(end, start + 60)]
    if not ("." in near or "—" in near or "–" in near or "--" in near):
        return None
    found = _DOT.match(text, start, min(end, start + 160))
    return _label(found, text, span, block, Style.DOT) if found else None


def bare_label(text: str, span: Span, block: int) -> Label | None:
    """The label of a paragraph that opens like ``Q Where were you?``"""
    if text[span.start] not in "QA":
        return None
    found = _BARE.match(text, span.start, min(span.end, span.start + 80))
    return _label(found, text, span, block, Style.BARE) if found else None


def line_label(text: str, span: Span, block: int) -> Label | None:
    """The label that is a paragraph's first line, or the whole of it, in capitals."""
    if not text[span.start : span.start + 3].isupper():
        return None
    found = _LINE.match(text, span.start, min(span.end, span.start + 80))
    if not found or not found["name"].isupper():
        return None
    return _label(found, text, span, block, Style.LINE)


@lru_cache(maxsize=4096)
def _key(printed: str) -> str:
    return " ".join(w for w in words(called(plain(printed))) if w != "the")


def _label(found: re.Match[str], text: str, span: Span, block: int, style: Style) -> Label:
    name = Span(*found.span("name"))
    end = found.end()
    if found["delivery"] and nature(plain(found["name"])) is not Nature.PERSON:
        held = _HOLDER.fullmatch(text, *found.span("delivery"))
        if held:
            holder = Span(*held.span("holder"))
            key = _key(text[holder.start : holder.end])
            separator = Span(*found.span("separator")) if style in _SEPARATED else Span(end, end)
            name = Span(name.start, held.end())
            return Label(
                block, style, key, name, Span(span.start, end), separator, None, end >= span.end, holder=holder
            )
    separator = Span(*found.span("separator")) if style in _SEPARATED else Span(end, end)
    delivery = None
    if found["delivery"]:
        start, stop = found.span("delivery")
        while text[start].isspace():
            start += 1
        delivery = Span(start, stop)
    while name.end > name.start and text[name.end - 1].isspace():
        name = Span(name.start, name.end - 1)
    key = _key(text[name.start : name.end])
    bracketed = delivery is not None and text[delivery.start] == "["
    return Label(block, style, key, name, Span(span.start, end), separator, delivery, end >= span.end, bracketed)

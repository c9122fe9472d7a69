"""Which candidates are people: the firm ones, and what the document's own evidence makes of the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from tei.annotate.bracket_kinds import classify
from tei.annotate.names.candidate import Candidate
from tei.annotate.names.context import in_office, opens_sentence, weigh
from tei.annotate.names.family import CALLED
from tei.annotate.names.kind import (
    ADDRESS,
    COMMON,
    FAMILY,
    GIVEN,
    KIND,
    KNOWN,
    NEVER,
    NO_NAME,
    PLACE,
    SURNAME_TOO,
    VIET,
)
from tei.annotate.names.scan import ROW, Region
from tei.annotate.names.word import ADJECTIVES
from tei.register import Register, fold

__all__ = ["settle", "surnames"]

_ENOUGH = 2.0
_LONG = 20_000
_NO_NAME_ENDS = ("ism", "isms", "ists")
_NOTHING: frozenset[str] = frozenset()


def surnames(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which the bearer of a full name (its ``core``) can be called alone.

    >>> surnames(("nguyen", "van", "thieu")), surnames(("zhou", "enlai")), surnames(("dean", "rusk"))
    (('thieu', 'nguyen'), ('zhou',), ('rusk',))
    """
    if len(words) < 2:
        return words
    if words in CALLED:
        return CALLED[words]
    first = KIND.get(words[0], 0)
    if first & FAMILY and not first & GIVEN:
        return (words[-1], words[0]) if first & VIET else (words[0],)
    if len(words) > 2 and len(words[-2]) > 2 and not KIND.get(words[-2], 0) & GIVEN:
        return words[-1], words[-2]
    return words[-1:]


def settle(text: str, found: list[Candidate], places: list[Region], register: Register | None) -> list[Candidate]:
    """The candidates that are people, in order."""
    registered = register.words if register is not None else _NOTHING
    called: set[str] = set()
    given: set[str] = set()
    lower = _Lower(text)
    found = [made for made in found if text[made.start - 1 : made.start] != "[" or not _remark(text, made)]
    for made in found:
        if not made.firm and not made.single and register is not None and register.holds(made.core):
            made.firm = True
        if made.title and made.single and made.firm and _describes(made, lower):
            made.firm = False
        if made.firm and not made.attribute:
            called.update(surnames(made.core))
            if not made.single:
                first = made.core[0]
                if register is not None and register.called(first, made.core):
                    called.add(first)
                else:
                    given.add(first)
                if len(first) > 3 and not KIND.get(first, 0) & ~KNOWN:
                    called.add(first)  # `Souvanna` for `Souvanna Phouma`
    beside = _beside(text, found, called, registered)
    waiting: dict[tuple[str, ...], list[Candidate]] = {}
    for made in found:
        if not made.firm and made.core[-1] not in called:
            waiting.setdefault(made.core, []).append(made)
    for words, group in waiting.items():
        listed = words[-1] in registered
        kind = KIND.get(words[0], 0)
        if kind & NEVER or kind & (PLACE | COMMON) or (kind & SURNAME_TOO and not listed):
            continue
        score = _prior(group[0], kind, listed, words[-1] in given)
        if score < -1 or (score < _ENOUGH and score + _evidence(text, group, places, beside) < _ENOUGH):
            continue
        if not listed and any(word.lower() in lower for word in _capital(group[0].words)):
            continue
        for made in group:
            made.firm = True
        called.update(surnames(words))
    return list(_people(text, found, called))


def _remark(text: str, made: Candidate) -> bool:
    """`[Beifall]`, `[Translator's note: …]`: a bracket that says what it is."""
    if text[made.end : made.end + 1] == "]":
        return classify(text[made.start : made.end]) is not None
    return text.startswith(("'s note", "’s note", "'s Note", "’s Note"), made.end)


class _Lower:
    """The words of a text in lower case, to be asked whether they hold a word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None
        self._asked: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        if len(self._text) > _LONG:
            if self._words is None:  # a search through a long text for every word would take the square of its length
                self._words = frozenset(self._text.split())
            return word in self._words
        known = self._asked.get(word)
        if known is None:
            # a needle that ends in a blank is found slowly, and most are not there
            known = self._asked[word] = word in self._text and f" {word} " in self._text
        return known


def _capital(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the small ones: that `von` stands in the text says nothing of `von Welck`."""
    return tuple(word for word in words if not word.islower() or len(word) == 1)


def _describes(made: Candidate, lower: _Lower) -> bool:
    """`Major Weaknesses`: a title that is none, before a word that the text uses in lower case."""
    if KIND.get(made.core[0], 0) & (SURNAME_TOO | GIVEN) or KIND.get(made.title.split(" ", 1)[0], 0) & ADDRESS:
        return False
    return _capital(made.words)[0].lower() in lower


def _people(text: str, found: list[Candidate], called: set[str]) -> Iterator[Candidate]:
    for made in found:
        if made.firm or _called(text, made, called):
            if not made.attribute or made.core[-1] in called:
                yield made
        elif made.single and "-" in made.words[0]:
            yield from _parts(text, made, called)


def _parts(text: str, made: Candidate, called: set[str]) -> Iterator[Candidate]:
    """`the Vance-Harriman talks`: two people whom the document knows."""
    words = made.words[0].split("-")
    if any(fold(word) not in called for word in words):
        return
    at = made.start
    for word in words:
        part = Candidate(at, at + len(word), (word,))
        part.region = made.region
        at = part.end + 1
        yield part


def _prior(first: Candidate, kind: int, listed: bool, as_given: bool) -> float:
    """What speaks for a word before its context: that a register lists it, that history knows it."""
    word = first.words[0]
    if not listed and len(word) > 1 and (word.removesuffix("s").isupper() or word.endswith(_NO_NAME_ENDS)):
        return -9.0  # `SSNs`, `Gaullists`
    if as_given:
        return 0.5 if listed and first.known else -1.0
    if listed:
        return 0.5 if kind & SURNAME_TOO else _ENOUGH
    if first.known:
        return 1.5 if kind & ~KNOWN else _ENOUGH
    if first.single:
        return -1.0 if kind & GIVEN else 0.0
    return 0.5


def _beside(text: str, found: list[Candidate], called: set[str], registered: Collection[str]) -> set[int]:
    """The candidates that stand in one row with a person: `Elsey and Warnke`."""
    row: set[int] = set()
    for one, other in pairwise(found):
        if 0 < other.start - one.end < 8 and ROW.fullmatch(text, one.end, other.start):
            for made, next_to in ((one, other), (other, one)):
                if next_to.firm or next_to.known or next_to.core[-1] in called or next_to.core[-1] in registered:
                    row.add(id(made))
    return row


def _evidence(text: str, group: list[Candidate], places: list[Region], beside: set[int]) -> float:
    """What the places where a word stands say of it."""
    score = 0.0
    ordinary = bool(KIND.get(group[0].core[0], 0) & SURNAME_TOO) and group[0].core[0] not in ADJECTIVES
    for made in group[:12]:
        if made.after_body:
            continue
        place = places[made.region]
        at_head = made.start == place.start
        if at_head and text.startswith(":", made.end):
            score += 0.8
        elif place.kind == "listed" and at_head:
            score += 1.0
        elif place.kind != "head":
            score += weigh(text, made.start, made.end, owns=made.owns)
            if id(made) in beside:
                score += 1.5
            if ordinary and not opens_sentence(text, made.start):
                score += 1.0  # a capital in the middle of a sentence
        if text.startswith(")", made.end) and in_office(text, made.start):
            score += _ENOUGH
    return score


def _called(text: str, made: Candidate, called: set[str]) -> bool:
    """Whether a candidate calls somebody whom the document names elsewhere."""
    key = made.core
    if key[-1] not in called:
        return False
    if made.single:
        kind = KIND.get(key[0], 0)
        if kind & (NEVER | PLACE | COMMON):
            return False
        if made.words[0].isupper() and len(made.words[0]) < 4:
            return False
        if kind & SURNAME_TOO and text.endswith("the ", 0, made.start):
            return False  # `on the Hill`
        if kind & SURNAME_TOO and opens_sentence(text, made.start):
            return made.owns or text.startswith(":", made.end) or weigh(text, made.start, made.end, owns=False) > 0
        return True
    return all(not KIND.get(w, 0) & NO_NAME for w in key)

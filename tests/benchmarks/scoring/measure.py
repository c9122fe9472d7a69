"""The measures: each is a share, a count over another, so that those of many documents add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scoring.gold import Gold, Marked
from scoring.output import Found, Output

__all__ = ["Share", "bracket_shares", "date_shares", "link_shares", "name_shares", "page_shares", "turn_shares"]

_LEAST = 0.25  # overlap, of both spans together, from which two names are one mention
_NEAR = 40  # letters that a turn may begin away from its place


class Share(NamedTuple):
    """So much of so much; F1 is twice what was found rightly, of all found and all to be found."""

    part: float
    whole: float

    def __add__(self, other: object) -> Share:
        assert isinstance(other, Share)
        return Share(self.part + other.part, self.whole + other.whole)


# an element that stands for a bracket; what each kind of bracket may become (any of them where a kind is not listed)
_BRACKETS = frozenset("supplied ex gap vocal kinesic incident stage unclear note sic corr surplus add pb".split())
_RIGHT = {
    "redaction": frozenset({"gap"}),
    "omitted": frozenset({"gap"}),
    "unclear": frozenset({"gap", "unclear"}),
    "sic": frozenset({"note", "sic"}),
    "event": frozenset({"vocal", "kinesic", "incident", "stage"}),
    "supplied": _BRACKETS - {"pb"},  # whatever an editor put in or said
    "name": frozenset({"supplied", "ex"}),
    "page": frozenset({"pb"}),
    "plain": frozenset[str](),
}
_IN_WORD = frozenset({"ex", "supplied"})


def bracket_shares(gold: Gold, output: Output) -> Iterator[tuple[str, Share]]:
    """Brackets that are exactly one element, those of the right kind, each kind, and those inside a word."""
    at: defaultdict[tuple[int, int], list[Found]] = defaultdict(list)
    for element in output.elements:
        if element.tag in _BRACKETS:
            at[element.start, element.stop].append(element)
    for bracket in gold.of("bracket"):
        found = [e.tag for e in at[bracket.start, bracket.stop]]
        right = _RIGHT.get(bracket.value, _BRACKETS)
        good = bool(right.intersection(found)) if right else not found
        yield "brackets as one element", Share(len(found) == (1 if right else 0), 1)
        yield "brackets of the right kind", Share(good, 1)
        yield f"  {bracket.value}", Share(good, 1)
        before, after = gold.text[bracket.begin - 1 : bracket.begin], gold.text[bracket.end : bracket.end + 1]
        if bracket.value in ("supplied", "name") and (before.isalpha() or (after.isalpha() and after.islower())):
            yield "  in a word: ex, supplied", Share(bool(_IN_WORD.intersection(found)), 1)


def name_shares(gold: Gold, output: Output) -> Iterator[tuple[str, Share]]:
    """Mentions found, those found to the letter, and how well one person's mentions share one id (B³)."""
    wanted, met = gold.of("persName"), _names(output)
    pairs = _matched(wanted, met)
    yield "mentions found", Share(len(pairs), len(wanted))
    exact = sum(wanted[i][:2] == (met[j].start, met[j].stop) for i, j in pairs) if wanted else 0
    yield "mentions found to the letter", Share(exact, len(wanted))
    ids = [(wanted[i].value, met[j].who or f"?{j}") for i, j in pairs if wanted[i].value]
    if ids:
        yield "mentions of one person together, B³", Share(b_cubed(ids), 1)


def link_shares(gold: Gold, output: Output, register: frozenset[str]) -> Iterator[tuple[str, Share]]:
    """Mentions that carry the right id of the register, and those with a wrong one."""
    wanted, met = gold.of("persName"), _names(output)
    known = sum(m.value in register for m in wanted)
    pairs = [(wanted[i].value, met[j].who) for i, j in _matched(wanted, met) if wanted[i].value in register]
    right = sum(value == who for value, who in pairs)
    wrong = sum(value != who and who in register for value, who in pairs)
    linked = sum(m.who in register for m in met)
    yield "links: recall", Share(right, known)
    yield "links: precision where the gold has a name", Share(right, right + wrong)
    yield "links: precision, unlisted mentions counted wrong", Share(right, linked)
    yield "links: wrong", Share(wrong, known)


def date_shares(gold: Gold, output: Output) -> Iterator[tuple[str, Share]]:
    """Dates found, those with the right day, and F1 (low where a gold marks only some of its dates)."""
    wanted, met = gold.of("date"), output.of("date")
    if not wanted:
        return
    pairs = _matched(wanted, met)
    days = sum(_day(met[j]) == wanted[i].value[:10] for i, j in pairs)
    yield "dates found", Share(len(pairs), len(wanted))
    yield "dates with the right day", Share(days, len(wanted))
    yield "dates, F1", Share(2 * len(pairs), len(wanted) + len(met))


def turn_shares(gold: Gold, output: Output) -> Iterator[tuple[str, Share]]:
    """Where turns begin, paragraphs inside one, one ``@who`` a speaker; turns in a document that has none."""
    met = output.of("sp", "u")
    if not gold.turns:
        # a record of reported speech has turns, but no dialogue
        labelled = any("#reported" not in m.element.get("ana", "") for m in met)
        yield "documents without dialogue with false turns", Share(labelled, 1)
        return
    wanted = sorted({t.start for t in gold.turns if t.first})
    begun = sorted({m.start for m in met})
    yield "turn starts, F1", Share(2 * _both(wanted, begun), len(wanted) + len(begun))
    pairs: list[tuple[str, str]] = []
    named = [t for t in gold.turns if t.who]
    for turn in named:
        middle = (turn.start + turn.stop) // 2
        around = [m for m in met if m.start <= middle < m.stop]
        if around:
            pairs.append((turn.who, min(around, key=lambda m: m.stop - m.start).who or "?"))
    yield "turn paragraphs inside a turn", Share(len(pairs), len(named))
    if named:
        yield "turns of one speaker together, B³", Share(b_cubed(pairs) if pairs else 0.0, 1)


def page_shares(gold: Gold, output: Output) -> Iterator[tuple[str, Share]]:
    """Page breaks at their place."""
    breaks = output.of("pb")
    for page in gold.pages:
        yield "page breaks at their place", Share(any(b.start - 1 <= page <= b.stop + 1 for b in breaks), 1)


def _both(wanted: Sequence[int], begun: Sequence[int]) -> int:
    """How many places of two ordered lists are near each other, each counted once."""
    hit = at = 0
    for place in wanted:
        while at < len(begun) and begun[at] < place - _NEAR:
            at += 1
        if at < len(begun) and begun[at] <= place + _NEAR:
            hit += 1
            at += 1
    return hit


def b_cubed(pairs: Sequence[tuple[str, str]]) -> float:
    """F1 of B³ over (right id, id given).

    >>> b_cubed([("a", "x"), ("a", "x"), ("b", "y")]), round(b_cubed([("a", "x"), ("b", "x")]), 2)
    (1.0, 0.67)
    """
    right: defaultdict[str, set[int]] = defaultdict(set)
    given: defaultdict[str, set[int]] = defaultdict(set)
    for number, (one, other) in enumerate(pairs):
        right[one].add(number)
        given[other].add(number)
    both = [(len(right[a] & given[b]), len(given[b]), len(right[a])) for a, b in pairs]
    precision = sum(n / g for n, g, _ in both) / len(pairs)
    recall = sum(n / r for n, _, r in both) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def _names(output: Output) -> list[Found]:
    return [e for e in output.of("persName") if not e.inside("persName")]


def _day(date: Found) -> str:
    return str(date.element.get("when") or date.element.get("from") or "")[:10]


def _matched(wanted: Sequence[Marked], met: Sequence[Found]) -> list[tuple[int, int]]:
    """Pairs of one to one, the greatest overlap first."""
    pairs: list[tuple[float, int, int]] = []
    order = sorted(range(len(met)), key=lambda j: met[j].start)
    longest = max((m.stop - m.start for m in met), default=0)
    first = 0
    for i in sorted(range(len(wanted)), key=lambda i: wanted[i].start):
        start, stop = wanted[i][:2]
        while first < len(order) and met[order[first]].start < start - longest:
            first += 1
        for j in _overlapping(order, first, met, stop):
            common = min(stop, met[j].stop) - max(start, met[j].start)
            if common > 0 and (share := common / (max(stop, met[j].stop) - min(start, met[j].start))) >= _LEAST:
                pairs.append((share, i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[tuple[int, int]] = []
    for _, i, j in sorted(pairs, reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            found.append((i, j))
    return found


def _overlapping(order: Sequence[int], first: int, met: Sequence[Found], stop: int) -> Iterable[int]:
    for at in range(first, len(order)):
        if met[order[at]].start >= stop:
            return
        yield order[at]

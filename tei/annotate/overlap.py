"""The one policy for marks that get in each other's way, and the one place that removes any.

Marks must nest, lie within one block, and say a thing once. Of two that cross, the one whose kind stands
higher in ``PRIORITY`` stays; what was dropped is reported.

>>> marks = [Mark("persName", Span(0, 9)), Mark("date", Span(5, 12))]
>>> kept, dropped = overlap(marks, [Mark("p", Span(0, 20))])
>>> [m.kind for m in kept], [d.code for d in dropped]
(['persName'], ['overlap-dropped'])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tei.annotate.leaf import CONTAINERS
from tei.diagnostic import Diagnostic
from tei.model import Mark
from tei.text import Span

__all__ = ["PRIORITY", "overlap"]

# the most telling first: what a page or an editor put there, then who speaks, names, last what a rule infers
_ORDER = (
    ("pb", "lb", "noteref"),
    ("speaker", "label"),
    ("supplied", "gap", "ex", "corr", "vocal", "kinesic", "incident", "stage", "unclear", "note"),
    ("choice", "expan", "sic"),
    ("persName",),
    ("date",),
    ("rs", "placeName"),
    ("orgName", "title"),
    ("roleName",),
    ("said",),
)
PRIORITY: Mapping[str, int] = {kind: rank for rank, kinds in enumerate(_ORDER) for kind in kinds}
_LAST = len(_ORDER)

# of two over the same characters, which one is outside
_OUTER: Mapping[str, int] = {
    kind: rank
    for rank, kinds in enumerate(
        (
            ("sp",),
            ("speaker", "label"),
            ("said",),
            ("choice",),
            ("supplied", "gap", "corr", "vocal", "kinesic", "incident", "stage", "unclear", "note"),
            ("persName", "placeName", "orgName", "rs", "title", "date"),
            ("roleName", "expan"),
            ("sic", "ex"),
            ("pb", "lb", "noteref"),
        )
    )
    for kind in kinds
}
# of two at the same place: the outer first, then the more telling
_RANKS: Mapping[str, int] = {
    kind: _OUTER.get(kind, 5) * (_LAST + 1) + PRIORITY.get(kind, _LAST) for kind in {*PRIORITY, *_OUTER}
}
_RANK = 5 * (_LAST + 1) + _LAST  # of a kind in neither
_POINTS = frozenset({"pb", "lb", "noteref"})
# two of these never lie on exactly the same characters
_NAMES = frozenset({"persName", "placeName", "orgName", "rs", "title", "date"})
_DEEPEST = 40
_SAME = "it says again what the mark around it says"  # a bracket that turned out to tell how a speech is made


def overlap(marks: Iterable[Mark], blocks: Iterable[Mark]) -> tuple[list[Mark], list[Diagnostic]]:
    """The marks that can stand, sorted from the outer to the inner, and a finding for each that cannot.

    ``blocks`` are the blocks of the document; turns (``sp``) hold blocks and are passed on as they are.
    """
    leaves = sorted((b for b in blocks if b.kind not in CONTAINERS), key=lambda b: b.span.start)
    ordered = sorted(marks, key=_key)
    dropped: list[Diagnostic] = []
    gone: set[int] = set()
    open_: list[int] = []
    leaf, count = 0, len(leaves)
    for number, mark in enumerate(ordered):
        if mark[0] == "sp":
            continue
        start, end = mark[1]
        while leaf < count and leaves[leaf][1][1] <= start:
            leaf += 1
        while open_ and ordered[open_[-1]][1][1] <= start:
            open_.pop()
        if not open_ and leaf < count and start < end <= leaves[leaf][1][1] and leaves[leaf][1][0] <= start:
            open_.append(number)  # the common case: alone in its paragraph
            continue
        reason = _misplaced(mark, leaves[leaf] if leaf < len(leaves) else None)
        if not reason:
            reason = _enter(number, ordered, open_, gone, dropped)
        if reason:
            gone.add(number)
            if reason is not _SAME:
                dropped.append(_dropped(mark, reason))
    dropped.sort(key=lambda d: d.span or Span(0, 0))
    return [mark for number, mark in enumerate(ordered) if number not in gone], dropped


def _enter(number: int, ordered: Sequence[Mark], open_: list[int], gone: set[int], dropped: list[Diagnostic]) -> str:
    """Opens a mark inside those that are open; the reason where it cannot be."""
    mark = ordered[number]
    span = mark.span
    if open_ and mark.kind == "speaker":  # stands before the paragraph: nothing holds it, as `Q. John Smith` would
        gone.update(open_)
        dropped.extend(_dropped(ordered[n], "it crosses other markup") for n in open_)
        open_.clear()
    if open_ and (reason := _unfit(mark, ordered[open_[-1]])):
        return reason
    crossed = 0
    while crossed < len(open_) and ordered[open_[-1 - crossed]].span.end < span.end:
        crossed += 1
    if crossed:
        rank = PRIORITY.get(mark.kind, _LAST)
        losers = open_[-crossed:]
        if any(PRIORITY.get(ordered[n].kind, _LAST) <= rank for n in losers):
            return "it crosses other markup"
        gone.update(losers)
        dropped.extend(_dropped(ordered[n], "it crosses other markup") for n in losers)
        del open_[-crossed:]
        if open_ and (reason := _unfit(mark, ordered[open_[-1]])):
            return reason
    if len(open_) >= _DEEPEST:
        return "it nests too deep"
    open_.append(number)
    return ""


def _unfit(mark: Mark, holder: Mark) -> str:
    if holder.kind in _POINTS:
        return "it lies in a page break or a note marker"
    if holder.kind == "stage" and mark.span.start == holder.span.start and holder.attrs.get("type") == "delivery":
        return _SAME
    if mark.span == holder.span and (mark.kind == holder.kind or (mark.kind in _NAMES and holder.kind in _NAMES)):
        return "the same words are marked already"
    if any(s.overlaps(mark.span) and not mark.span.contains(holder.span) for s in holder.syntax):
        return "it covers notation of other markup"
    return ""


def _misplaced(mark: Mark, leaf: Mark | None) -> str:
    if mark.span.end <= mark.span.start:
        return "it covers no text"
    if leaf is None or mark.span.start < leaf.span.start:
        return "it lies outside the text"
    return "it runs across paragraphs" if mark.span.end > leaf.span.end else ""


def _key(mark: Mark) -> tuple[int, int, int, str]:
    kind = mark[0]
    start, end = mark[1]
    return (start, -end, _RANKS.get(kind, _RANK), kind)


def _dropped(mark: Mark, reason: str) -> Diagnostic:
    return Diagnostic.of("overlap-dropped", f"<{mark.kind}> was left out here: {reason}", mark.span)

"""The day of writing: what days without a month or a year are counted from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import chain

from tei.annotate.date_pattern import Found
from tei.annotate.leaf import Leaves
from tei.annotate.month import exists
from tei.model import Document

__all__ = ["Written", "of_document"]

_TOP, _HEADING = 6, 200
_LINES = 16  # blocks that may stand above the text of a telegram
_TOGETHER = 10  # days that the dates above a telegram lie apart at most: sent, received


def of_document(document: Document, leaves: Leaves, found: Sequence[Found]) -> date | None:
    """The day of the document: its field, else its dateline, else its title."""
    fields = [p for name in ("date", "time", "title") for f in document.fields if f.name == name for p in f.parts]
    blocks = [b.span for kind in ("dateline", "head") for b in leaves.blocks[:12] if b.kind == kind]
    full = [
        f for f in found if f.year and f.year >= 100 and f.day and not f.last_day and exists(f.year, f.month, f.day)
    ]
    # the heading of minutes may be a sentence: "Conclusions of a Meeting held on 7th April, 1954"
    said = [b.span for b in leaves.blocks[:_TOP] if b.kind == "p" and b.span.end - b.span.start < _HEADING]
    said = [place for place in said if sum(place.contains(f.span) for f in full) == 1]
    below = [b.span for b in leaves.blocks[12:] if b.kind == "dateline"]  # of a letter dated at its end
    for place in chain(fields, blocks, said, below):
        for one in full:
            if one.span.start >= place.end:
                break
            if place.contains(one.span):
                return date(one.year or 1, one.month, one.day)
    return _sent(leaves, full)


def _sent(leaves: Leaves, full: Sequence[Found]) -> date | None:
    """The day of a telegram by the lines above it, which say when it was sent and received; they must agree."""
    text = (
        b.span.start
        for b in leaves.blocks[:_LINES]
        if b.kind == "p" and (b.attrs or b.span.end - b.span.start > _HEADING)
    )
    prose = next(text, 0)  # a numbered paragraph has attributes
    days = [date(f.year or 1, f.month, f.day) for f in full if f.span.end <= prose]
    return min(days) if days and (max(days) - min(days)).days <= _TOGETHER else None


class Written:
    """The day of writing at each place of a text: that of the dateline above, else of the document."""

    __slots__ = ("_days", "_first", "_starts")

    def __init__(self, leaves: Leaves, found: Sequence[Found], day: date | None) -> None:
        self._first = day
        self._starts: list[int] = []
        self._days: list[date] = []
        lines = [b.span for b in leaves.blocks if b.kind == "dateline"]
        if len(lines) < 2:
            return
        dates = iter(found)
        one = next(dates, None)
        for start, end in lines:
            while one and one.span.start < start:
                one = next(dates, None)
            if one is None or one.span.end > end or not one.year or one.year < 100 or not one.day:
                continue
            if exists(one.year, one.month, one.day):
                self._starts.append(start)
                self._days.append(date(one.year, one.month, one.day))

    def at(self, place: int) -> date | None:
        """The day of writing of what stands at a place."""
        if not self._starts:
            return self._first
        above = bisect_right(self._starts, place)
        return self._days[above - 1] if above else self._first

"""The marks that earlier rules made, found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

from tei.model import Mark
from tei.text import Span

__all__ = ["Earlier"]

_BACK = 8  # names nest no deeper than this


class Earlier:
    """Names, places and dates in source order, for a later rule to look around in.

    >>> found = Earlier([Mark("persName", Span(0, 9)), Mark("date", Span(20, 30))], {"persName", "date"})
    >>> found.around(Span(3, 5)).kind, found.around(Span(10, 12))
    ('persName', None)
    """

    __slots__ = ("_ends", "_starts", "marks")

    def __init__(self, marks: Iterable[Mark], kinds: Iterable[str]) -> None:
        wanted = frozenset(kinds)
        found = [((m.span[0], -m.span[1]), m) for m in marks if m.kind in wanted]
        found.sort(key=itemgetter(0))
        self.marks = [m for _, m in found]
        self._starts = [m.span[0] for m in self.marks]
        self._ends = {m.span.end: m for m in self.marks}

    def around(self, span: Span) -> Mark | None:
        """The innermost mark that holds the span and is larger than it."""
        at = bisect_right(self._starts, span.start)
        for mark in reversed(self.marks[max(0, at - _BACK) : at]):
            if mark.span.end >= span.end and mark.span != span:
                return mark
        return None

    def inside(self, span: Span) -> Mark | None:
        """The first mark that lies in the span."""
        at = bisect_left(self._starts, span.start)
        mark = self.marks[at] if at < len(self.marks) else None
        return mark if mark is not None and mark.span.start < span.end and mark.span.end <= span.end else None

    def ending(self, offset: int) -> Mark | None:
        """The mark that ends right there."""
        return self._ends.get(offset)

    def starting(self, offset: int) -> Mark | None:
        """The mark that starts right there."""
        at = bisect_left(self._starts, offset)
        return self.marks[at] if at < len(self.marks) and self._starts[at] == offset else None

    def touching(self, span: Span) -> Mark | None:
        """A mark that shares a character with the span."""
        start, end = span
        at = bisect_left(self._starts, end) - 1
        last = max(at - _BACK, -1)
        while at > last:
            mark = self.marks[at]
            if mark.span[1] > start:
                return mark
            at -= 1
        return None

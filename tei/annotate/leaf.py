"""The leaf blocks of a document: where inline marks may stand."""

from __future__ import annotations

from bisect import bisect_right

from tei.model import Document, Mark
from tei.text import Span

__all__ = ["CONTAINERS", "Leaves"]

CONTAINERS = frozenset({"list", "opener", "closer", "div", "sp"})


class Leaves:
    """The leaf blocks in source order, and which of them holds a place.

    >>> from tei.text import Source
    >>> leaves = Leaves(Document(Source("ab\\n\\ncd"), blocks=[Mark("p", Span(0, 2)), Mark("p", Span(4, 6))]))
    >>> leaves.at(5).span, leaves.holding(Span(1, 5))
    (Span(start=4, end=6), None)
    """

    __slots__ = ("_starts", "blocks")

    def __init__(self, document: Document) -> None:
        blocks = [b for b in document.blocks if b.kind not in CONTAINERS]
        starts = [b.span[0] for b in blocks]
        if starts != sorted(starts):
            blocks.sort(key=lambda b: b.span.start)
            starts.sort()
        self.blocks: list[Mark] = blocks
        self._starts = starts

    def at(self, offset: int) -> Mark | None:
        """The block that holds a character."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self.blocks[number].span.end:
            return self.blocks[number]
        return None

    def holding(self, span: Span) -> Mark | None:
        """The block that holds a whole span."""
        start, end = span
        number = bisect_right(self._starts, start) - 1
        if number < 0:
            return None
        block = self.blocks[number]
        last = block.span[1]
        return block if end <= last and start < last else None

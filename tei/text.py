"""Source text and places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Source", "Span"]


class Span(NamedTuple):
    """Half-open range of code points of one source text; a point has ``start == end``."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """True where ``other`` lies wholly inside (or equals) this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def crosses(self, other: Span) -> bool:
        """True where the two overlap and neither contains the other.

        >>> Span(0, 4).crosses(Span(2, 6)), Span(0, 4).crosses(Span(1, 2))
        (True, False)
        """
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)


@dataclass(frozen=True, slots=True)
class Source:
    """One immutable source text, decoded, its line ends made ``\\n`` where the file uses one kind throughout.

    ``name`` is the path as given (``-`` for standard input, ``<text>`` for a string); ``encoding`` the one it was
    decoded with; ``line_end`` the file's own: ``\\n``, ``\\r\\n``, ``\\r``, or ``mixed`` where nothing was changed;
    ``bom`` whether the file began with a byte order mark. Lines and columns count from 1, columns in code points.
    """

    text: str
    name: str = "<text>"
    encoding: str = "utf-8"
    line_end: str = "\n"
    bom: bool = False
    _starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def _line_starts(self) -> list[int]:
        starts = self._starts
        if not starts:
            starts.append(0)
            find: Callable[[str, int], int] = self.text.find
            at = find("\n", 0)
            while at >= 0:
                starts.append(at + 1)
                at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of a code point offset.

        >>> Source("ab\\ncd").position(4)
        (2, 2)
        """
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its end."""
        starts = self._line_starts()
        start = starts[number - 1]
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[start:end]

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]

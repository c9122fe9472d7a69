"""A text as its letters and digits alone, and two such texts aligned.

Brackets, quotation marks, colons and blanks may be encoded in any way; letters and digits may not. So spans of both sides
are compared on the stream of these.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

__all__ = ["Alignment", "Letters"]

_INSIDE = frozenset("[]()")  # these do not divide a word: wa[ll]


class Letters:
    """Letters and digits in lower case, and where words begin among them."""

    def __init__(self, text: str = "") -> None:
        self.chars: list[str] = []
        self.starts: list[int] = []
        self._fresh = True
        self.feed(text)

    def __len__(self) -> int:
        return len(self.chars)

    def feed(self, text: str) -> None:
        """Adds a text; a word may go on from the one before."""
        for char in text:
            if char.isalnum():
                if self._fresh:
                    self.starts.append(len(self.chars))
                    self._fresh = False
                self.chars.extend(char.lower())
            elif char not in _INSIDE:
                self._fresh = True

    def divide(self) -> None:
        """Ends the word, as the border of a block does."""
        self._fresh = True

    def words(self) -> list[str]:
        """The words in order."""
        return ["".join(self.chars[a:b]) for a, b in pairwise([*self.starts, len(self.chars)])]


class Alignment:
    """Where the letters of one text are in another: ``one`` the source's, ``other`` the output's.

    >>> there = Alignment(Letters("All right."), Letters("Note 1. All right."))
    >>> there.back(5, 8), there.back(0, 5), there.found
    ((0, 3), None, 2)
    """

    def __init__(self, one: Letters, other: Letters) -> None:
        self.runs: list[tuple[int, int, int]] = []  # start in one, start in other, length
        self.words, self.found = len(one.starts), 0
        if one.chars == other.chars:
            self.runs, self.found = [(0, 0, len(one))], self.words
            return
        left, right = one.words(), other.words()
        for i, j, n in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
            self.found += n
            for k in range(n):
                self._add(one.starts[i + k], other.starts[j + k], len(left[i + k]))

    def _add(self, one: int, other: int, length: int) -> None:
        if self.runs:
            start, there, n = self.runs[-1]
            if start + n == one and there + n == other:
                self.runs[-1] = (start, there, n + length)
                return
        self.runs.append((one, other, length))

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the source that a span of the output is; None where it is not in the source.

        A span without letters is a place; where words of the source are missing there, it spans them.
        """
        met: list[tuple[int, int]] = []
        first = bisect_right(self.runs, start, key=_there) - (2 if start == end else 1)
        for at in range(max(0, first), len(self.runs)):
            one, there, n = self.runs[at]
            if there > end or (there == end and start < end):
                break
            low, high = max(start, there), min(end, there + n)
            if low < high or (start == end and there <= start <= there + n):
                met.append((one + low - there, one + high - there))
        return (met[0][0], met[-1][1]) if met else None


def _there(run: Sequence[int]) -> int:
    return run[1]

"""Whether one word is a misspelling of another."""

from __future__ import annotations

__all__ = ["is_misspelling"]

_LONGEST = 30


def _distance(a: str, b: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours between two short words."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, c in enumerate(a, 1):
        before, previous, row = row, before, [i]
        for j, d in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (c != d))
            if i > 1 and j > 1 and c == b[j - 2] and d == a[i - 2]:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_misspelling(printed: str, proposed: str) -> bool:
    """True where the two are one slip apart (two in a long word): the editor corrects and does not explain.

    Words of fewer than four letters are left alone: ``he [she]`` is as near as ``am [an]``.

    >>> is_misspelling("recieve", "receive"), is_misspelling("North", "South")
    (True, False)
    """
    a, b = printed.casefold(), proposed.casefold()
    shorter, longer = sorted((len(a), len(b)))
    if a == b or shorter < 4 or longer > _LONGEST or longer - shorter > 2 or not (a.isalpha() and b.isalpha()):
        return False
    return _distance(a, b) <= (2 if shorter >= 7 else 1)

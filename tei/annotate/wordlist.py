"""Tables of words, written as prose."""

from __future__ import annotations

__all__ = ["word_set"]


def word_set(table: str) -> frozenset[str]:
    """The words of a table.

    >>> sorted(word_set("is are was"))
    ['are', 'is', 'was']
    """
    return frozenset(table.split())

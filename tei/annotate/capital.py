"""The words of a text that begin with a capital: several rules look at them, and one pass finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache

__all__ = ["capitals", "places_of"]

_CAPITAL = re.compile(r"[A-Z]\w+")


@lru_cache(maxsize=2)
def capitals(text: str) -> tuple[str, ...]:
    """The words that begin with a letter in A–Z, in order; words of one letter are left out.

    >>> capitals("He met Liu Xiao, I think.")
    ('He', 'Liu', 'Xiao')
    """
    return tuple(_CAPITAL.findall(text))


def places_of(words: Set[str], text: str) -> Iterator[tuple[int, str]]:
    """Where some of these words stand in a text, and the word, in order.

    >>> list(places_of({"Liu"}, "Liushi, Liu Xiao and Liu Shaoqi"))
    [(8, 'Liu'), (21, 'Liu')]
    """
    end = 0
    for word in filter(words.__contains__, capitals(text)):
        start = text.find(word, end)
        while not _whole(text, start, start + len(word)):
            start = text.find(word, start + 1)
        end = start + len(word)
        yield start, word


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no letter follows a word, and no capital stands before it in the same run of letters."""
    after = text[end : end + 1]
    if after.isalnum() or after == "_":
        return False
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
        if "A" <= text[start] <= "Z":
            return False
    return True

"""The words of a text that begin with a capital: several rules look at them, and one pass finds them."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["capitals"]

_CAPITAL = re.compile(r"[A-Z]\w+")


@lru_cache(maxsize=2)
def capitals(text: str) -> tuple[tuple[int, str], ...]:
    """Where each word in A–Z begins, and the word, in order; words of one letter are left out.

    >>> capitals("He met Liu Xiao, I think.")
    ((0, 'He'), (7, 'Liu'), (11, 'Xiao'))
    """
    return tuple([(match.start(), match[0]) for match in _CAPITAL.finditer(text)])

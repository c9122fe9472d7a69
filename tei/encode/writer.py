"""XML as strings: what is escaped, and pieces that were written out of their order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias, cast

__all__ = ["LINES", "Parts", "Place", "Places", "attribute", "escaped", "joined", "placed"]

Parts: TypeAlias = "list[str | Parts]"
# where in the source an element stands, from and to; None for what is not there
Place: TypeAlias = "tuple[int, int] | None"
Places: TypeAlias = "list[Place | Places]"

# what stands before a child at a level, where blanks mean nothing: one blank a level
LINES = ["\n" + " " * level for level in range(260)]  # deeper no document is

# https://www.w3.org/TR/xml/#AVNormalize: blanks in a value come back as they were only by reference
_IN_VALUE = re.compile('[&<>"\n\t\r]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


def escaped(words: str) -> str:
    """Words as the content of an element.

    >>> escaped("Q&A <sic>")
    'Q&amp;A &lt;sic&gt;'
    """
    for character in "&<>\r":
        if character in words:
            words = words.replace(character, _REFERENCES[character])
    return words


@lru_cache(maxsize=1024)  # most values are written many times
def attribute(name: str, value: str) -> str:
    """An attribute, with the blank before it.

    >>> attribute("n", '"12"')
    ' n="&quot;12&quot;"'
    """
    if _IN_VALUE.search(value):
        value = _IN_VALUE.sub(lambda m: _REFERENCES[m[0]], value)
    return f' {name}="{value}"'


def joined(parts: Parts, *, nested: bool = True) -> str:
    """Everything that was written, in document order; ``nested`` is false where no piece is a list of pieces."""
    if not nested:
        return "".join(cast("list[str]", parts))
    return "".join([part if isinstance(part, str) else joined(part) for part in parts])


def placed(places: Places, *, nested: bool = True) -> list[Place]:
    """The places of all elements, in document order."""
    if not nested:
        return cast("list[Place]", places)
    found: list[Place] = []
    for place in places:
        if isinstance(place, list):
            found += placed(place)
        else:
            found.append(place)
    return found

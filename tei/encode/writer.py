"""XML as strings: what is escaped, and sheets of it that were written out of their order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

__all__ = ["LINES", "Inserts", "Parts", "Place", "Places", "Sheet", "attribute", "escaped"]

Parts: TypeAlias = "list[str]"
# where in the source an element stands, from and to; None for what is not there
Place: TypeAlias = "tuple[int, int] | None"
Places: TypeAlias = "list[Place]"
Inserts: TypeAlias = "list[tuple[int, int, Sheet]]"

# what stands before a child at a level, where blanks mean nothing: one blank a level
LINES = ["\n" + " " * level for level in range(260)]  # deeper no document is

# https://www.w3.org/TR/xml/#AVNormalize: blanks in a value come back as they were only by reference
_IN_VALUE = re.compile('[&<>"\n\t\r]')
_SHORT = 100  # characters of a value that is kept for the next time
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


def attribute(name: str, value: str) -> str:
    """An attribute, with the blank before it.

    >>> attribute("n", '"12"')
    ' n="&quot;12&quot;"'
    """
    return _often(name, value) if len(value) < _SHORT else _attribute(name, value)


def _attribute(name: str, value: str) -> str:
    if _IN_VALUE.search(value):
        value = _IN_VALUE.sub(lambda m: _REFERENCES[m[0]], value)
    return f' {name}="{value}"'


_often = lru_cache(maxsize=1024)(_attribute)  # most values are written many times


class Sheet:
    """What is written in one go: the strings, where the elements in them stand, and the sheets to be put in between.

    A sheet of ``inserts`` stands before a string and before a place of these numbers; it may be filled later.

    >>> note = Sheet(["<note>"], [(7, 9)])
    >>> page = Sheet(["<p>", "</p>"], [(0, 5)], [(1, 1, note)])
    >>> note.parts.append("</note>")
    >>> page.flat()
    (['<p>', '<note>', '</note>', '</p>'], [(0, 5), (7, 9)])
    """

    __slots__ = ("inserts", "parts", "places")

    def __init__(self, parts: Parts, places: Places, inserts: Inserts | None = None) -> None:
        self.parts, self.places, self.inserts = parts, places, [] if inserts is None else inserts

    def flat(self) -> tuple[Parts, Places]:
        """All strings and all places, in document order."""
        if not self.inserts:
            return self.parts, self.places
        parts: Parts = []
        places: Places = []
        at = place = 0
        for part_after, place_after, sheet in self.inserts:
            inner, where = sheet.flat()
            parts += self.parts[at:part_after] + inner
            places += self.places[place:place_after] + where
            at, place = part_after, place_after
        return parts + self.parts[at:], places + self.places[place:]

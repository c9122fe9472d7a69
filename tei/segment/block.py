"""A block while it is being recognised; its kind may still change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tei.model import Mark
from tei.text import Span

__all__ = ["PROSE", "Block", "ended", "unmarked"]

PROSE = 100  # characters from which a block counts as running text
_FOOTNOTES = re.compile(r"(?:\s?\[\d{1,3}\]){1,3}$")
_CLOSING = frozenset(".!?:;…")


@dataclass(slots=True)
class Block:
    """One leaf: its span, what it is (``p`` until a rule says otherwise), and the container that it belongs to.

    ``group`` is a container kind, or a kind and a type (``list participants``); neighbours of one group share a container
    unless ``first`` begins a new one.
    """

    start: int
    end: int
    text: str
    kind: str = "p"
    attrs: Mapping[str, str] = field(default_factory=dict)
    syntax: tuple[Span, ...] = ()
    group: str = ""
    first: bool = False
    by: str = "segment.paragraph"

    @property
    def plain(self) -> bool:
        """No rule has claimed the block yet."""
        return self.kind == "p" and not self.group

    @property
    def prose(self) -> bool:
        """Long enough to be running text."""
        return self.end - self.start >= PROSE

    def claim(self, kind: str, group: str, by: str = "segment.letter") -> None:
        """Makes the block a leaf of a container."""
        self.kind, self.group, self.by = kind, group, by

    def mark(self) -> Mark:
        """The block as a mark."""
        return Mark(self.kind, Span(self.start, self.end), self.attrs, self.syntax, self.by)


def unmarked(text: str) -> str:
    """A line without the markers of footnotes at its end.

    >>> unmarked("Notes of Meeting [1]"), unmarked("[1]")
    ('Notes of Meeting', '')
    """
    if text[-1:] != "]":
        return text
    head, tail = text[:-30], text[-30:]
    return head + _FOOTNOTES.sub("", tail)


def ended(text: str) -> bool:
    """Whether a block ends as a sentence does, or introduces something; quotation marks and brackets after that are no matter.

    >>> ended("He left.”[2]"), ended("The problem")
    (True, False)
    """
    return unmarked(text[-60:]).rstrip("”\"'’»)] \t\n")[-1:] in _CLOSING

"""A block while it is being recognised; its kind may still change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tei.model import Mark
from tei.text import Span

__all__ = ["Block", "PROSE"]

PROSE = 100  # characters from which a block counts as running text


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

    def mark(self) -> Mark:
        """The block as a mark."""
        return Mark(self.kind, Span(self.start, self.end), self.attrs, self.syntax, self.by)

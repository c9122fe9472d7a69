"""The document: source text, metadata and marks. Every stage adds to it, none edits the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from tei.diagnostic import Diagnostic
from tei.text import Source, Span

__all__ = ["Document", "Field", "Mark", "Person"]

_NO_ATTRS: Mapping[str, str] = MappingProxyType({})


class Mark(NamedTuple):
    """Something said about a span: a block (paragraph, turn) or an inline mark (name, bracket).

    ``kind`` is a row of :data:`tei.encode.elements.RECIPES`; ``attrs`` are the XML attributes it will carry; ``syntax``
    lists the characters in the span that are notation and not text (a bracket, the colon after a speaker); ``by`` names
    the rule that made the mark; ``cert`` is ``high``, ``medium`` or ``low``.
    """

    kind: str
    span: Span
    attrs: Mapping[str, str] = _NO_ATTRS
    syntax: tuple[Span, ...] = ()
    by: str = ""
    cert: str = "high"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the front matter.

    ``name`` is normalised (``title``, ``date``, ``citation``, ``summary`` …; ``unknown`` where the label is not known),
    ``label`` the printed label without its colon (empty where there is none), ``parts`` the printed words, one span a
    paragraph or line. ``header`` is true for a catalogue's field, which leaves the transcript for the TEI header; false
    for one that is part of the record itself and stays in the body as well.
    """

    name: str
    label: Span
    parts: tuple[Span, ...]
    header: bool = True

    @property
    def span(self) -> Span:
        """From the label (or the first word) to the last word."""
        start = self.label.start if self.label.end > self.label.start else self.parts[0].start
        return Span(start, self.parts[-1].end if self.parts else self.label.end)


@dataclass(frozen=True, slots=True)
class Person:
    """A person (or group) of the document: ``id`` for ``@xml:id``, the preferred name, every form met, in order.

    ``description`` comes from a register, or from the participants list; ``group`` marks ``ALL``, ``SEVERAL VOICES``.
    """

    id: str
    name: str
    forms: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    description: str = ""
    registered: bool = False
    group: bool = False


@dataclass(slots=True)
class Document:
    """What is known so far of one source text. Stages append; order within ``blocks`` is source order.

    ``blocks`` are leaf blocks and the containers around them, ``marks`` the inline marks.
    """

    source: Source
    fields: list[Field] = field(default_factory=list)
    blocks: list[Mark] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def field(self, name: str) -> Field | None:
        """The first field of that name."""
        for one in self.fields:
            if one.name == name:
                return one
        return None

    def text(self, name: str) -> str:
        """The printed words of the first field of that name, its parts joined by line ends; "" where there is none."""
        found = self.field(name)
        return "\n".join(self.source.slice(p) for p in found.parts) if found else ""

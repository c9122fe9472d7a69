"""Endnotes move to their marker; this plans which, and whether their places must be remembered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tei.encode.nesting import Node
from tei.ident import unique
from tei.text import Source

__all__ = ["Moves", "plan"]


_CONTAINERS = frozenset(("div", "sp", "list", "opener", "closer"))


@dataclass(slots=True)
class Moves:
    """Which note goes to which marker. Nodes are told apart by where they start.

    ``target``: start of a marker → start of its note; ``again``: start of a further marker → start of a note that is
    already placed; ``ids``: start of a note → its ``xml:id``; ``regular``: the notes are the end of the document, all of
    them moved, in the order of their markers, so that the stylesheet finds their places without help.
    """

    target: dict[int, int] = field(default_factory=dict)
    again: dict[int, int] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)
    regular: bool = True


def plan(forest: list[Node], source: Source, people: Iterable[str] = ()) -> Moves:
    """Pairs markers with the notes that follow them, by number, each note once; no note has an id of ``people``."""
    moves = Moves()
    notes: list[Node] = []
    markers: list[Node] = []
    others = 0
    last = True  # nothing but notes follows the first of them
    stack = forest[::-1]
    while stack:
        node = stack.pop()
        if node.kind in _CONTAINERS:
            stack += node.children[::-1]
            continue
        if node.kind == "note" and node.attrs.get("place") == "end":
            notes.append(node)
        elif notes and notes[-1].end <= node.start < node.end:
            last = False
        if not notes:
            others = node.start
        if node.children:
            _collect(node.children, markers)
    by_number: dict[str, list[Node]] = defaultdict(list)
    for note in reversed(notes):
        by_number[note.attrs.get("n", "")].append(note)
    placed: dict[str, Node] = {}
    taken = set(people)
    for marker in markers:
        number = marker.attrs.get("n", "")
        if source.text[marker.start : marker.end] != f"[{number}]":
            continue
        waiting = by_number.get(number)
        if waiting and waiting[-1].start > marker.end:
            note = placed[number] = waiting.pop()
            moves.target[marker.start] = note.start
            moves.ids[note.start] = unique(f"n{number}", taken)
            taken.add(moves.ids[note.start])
        elif number in placed:
            moves.again[marker.start] = placed[number].start
    order = list(moves.target.values())
    moves.regular = (
        order == sorted(order) and len(order) == len(notes) and (not notes or (others < notes[0].start and last))
    )
    return moves


def _collect(inline: list[Node], markers: list[Node]) -> None:
    """The markers among inline nodes, in order."""
    for node in inline:
        if node.kind == "noteref":
            markers.append(node)
        elif node.children:
            _collect(node.children, markers)

"""Marks into a forest: pure, no XML. What cannot nest is left out here and reported, so that building never fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tei.diagnostic import Diagnostic
from tei.encode.elements import RECIPES, Level, allows
from tei.model import Document, Mark
from tei.text import Span

__all__ = ["MAX_DEPTH", "Node", "nest", "nest_inline"]

MAX_DEPTH = (
    60  # XML readers refuse documents deeper than about 250 elements; no reader follows more than a few brackets
)

_RANK = {"div": 0, "sp": 1, "list": 2, "opener": 2, "closer": 2}
_LEAF_RANK = 3


@dataclass(slots=True)
class Node:
    """An element to be: its kind, the span that it covers, and what lies inside, in order.

    A leaf block's ``start``/``end`` is the span of its text; characters between the previous leaf and it are notation.
    """

    kind: str
    start: int
    end: int
    attrs: Mapping[str, str] = field(default_factory=dict)
    syntax: tuple[Span, ...] = ()
    children: list[Node] = field(default_factory=list)

    @classmethod
    def of(cls, mark: Mark) -> Node:
        """The node of one mark, without children."""
        kind, (start, end), attrs, syntax, _, _ = mark
        return cls(kind, start, end, attrs, syntax, [])


def nest(document: Document) -> list[Node]:
    """Blocks, turns and inline marks of a document as a forest of blocks in source order.

    Speakers stand before their paragraph, endnotes stay in place (``build`` moves them). Appends a diagnostic for each
    mark left out.
    """
    inline: list[Mark] = []
    blocks = list(document.blocks)
    for mark in document.marks:
        (blocks if mark.kind == "sp" else inline).append(mark)
    inline.sort(key=_order)
    leaves = _Leaves(document.source.text, inline, document.diagnostics)
    blocks.sort(key=lambda m: (m[1][0], -m[1][1], _RANK.get(m[0], _LEAF_RANK)))
    forest: list[Node] = []
    open_: list[Node] = []
    for mark in blocks:
        start, end = mark[1]
        while open_ and open_[-1].end <= start:
            open_.pop()
        siblings = open_[-1].children if open_ else forest
        container = mark[0] in _RANK
        if open_ and open_[-1].end < end:
            document.diagnostics.append(_dropped(mark))
            if container:
                continue
        node = Node.of(mark)
        if container:
            siblings.append(node)
            open_.append(node)
        else:
            siblings.extend(leaves.take(node, open_[-1] if open_ else None))
    return forest


def nest_inline(marks: Iterable[Mark], diagnostics: list[Diagnostic], *, parent: str = "p") -> list[Node]:
    """Sorted inline marks of one block as a forest; what crosses, is not allowed in its parent, or lies too deep is left out.

    >>> [n.kind for n in nest_inline([Mark("persName", Span(0, 9)), Mark("date", Span(5, 12))], [])]
    ['persName']
    """
    forest: list[Node] = []
    stack: list[Node] = []
    for mark in marks:
        start, end = mark.span
        while stack and stack[-1].end <= start:
            stack.pop()
        node = Node(mark.kind, start, end, mark.attrs, mark.syntax, [])
        if not stack:
            if not allows(parent, mark.kind):
                diagnostics.append(_dropped(mark))
                continue
            forest.append(node)
        else:
            holder = stack[-1]
            if (
                end > holder.end
                or RECIPES[holder.kind].level is Level.POINT
                or _in_syntax(holder, mark.span)
                or len(stack) >= MAX_DEPTH
                or not allows(holder.kind, mark.kind)
            ):
                diagnostics.append(_dropped(mark))
                continue
            holder.children.append(node)
        stack.append(node)
    return forest


class _Leaves:
    """Hands each leaf its inline marks: both come sorted, so that one pass serves all."""

    def __init__(self, text: str, inline: Sequence[Mark], diagnostics: list[Diagnostic]) -> None:
        self.text, self.inline, self.diagnostics, self.next = text, inline, diagnostics, 0

    def take(self, leaf: Node, holder: Node | None) -> list[Node]:
        """The leaf, with what must stand before it: a speaker, the stage direction after a speaker."""
        marks = self._inside(leaf)
        if leaf.kind == "pb":
            return [leaf]
        _trim(leaf, leaf.syntax)
        if holder is not None and holder.kind == "sp":
            _trim(leaf, holder.syntax)
        before: list[Node] = []
        if holder is not None and holder.kind == "sp":
            while marks and _leads(marks[0], leaf.start, bool(before)):
                first = marks.pop(0)
                inner = [m for m in marks if first.span.contains(m.span)]
                marks = marks[len(inner) :]
                node = Node.of(first)
                node.children = nest_inline(inner, self.diagnostics, parent=first.kind)
                before.append(node)
                leaf.start = self._past_blanks(first.span.end, leaf.end)
                _trim(node, first.syntax)
            if before and leaf.start >= leaf.end:
                return before
        leaf.children = nest_inline(marks, self.diagnostics, parent=leaf.kind)
        return [*before, leaf]

    def _past_blanks(self, start: int, end: int) -> int:
        while start < end and self.text[start].isspace():
            start += 1
        return start

    def _inside(self, leaf: Node) -> list[Mark]:
        inline, at = self.inline, self.next
        start, end, count = leaf.start, leaf.end, len(inline)
        while at < count and inline[at][1][0] < start:
            at += 1
        first = at
        while at < count and inline[at][1][0] < end:
            at += 1
        self.next = at
        if first == at:
            return []
        found = list(inline[first:at])
        late = [m for m in found if m[1][1] > end]
        if not late:
            return found
        self.diagnostics.extend(map(_dropped, late))
        return [m for m in found if m.span.end <= end]


def _leads(mark: Mark, start: int, after_speaker: bool) -> bool:
    """A speaker at the very start, or a delivery right behind it (a blank and the colon may stand between)."""
    if mark.kind == "speaker":
        return mark.span.start == start and not after_speaker
    return (
        mark.kind == "stage" and mark.attrs.get("type") == "delivery" and after_speaker and mark.span.start - start <= 2
    )


def _order(mark: Mark) -> tuple[int, int, int]:
    kind, (start, end), _, _, _, _ = mark
    return (start, -end, _INLINE_RANK.get(kind, 1))


# of two marks over the same span the outer one: a choice holds its sic, a name its title, an insertion its name
_INLINE_RANK = {
    "speaker": -1,
    "said": 0,
    "choice": 0,
    "persName": 2,
    "placeName": 2,
    "orgName": 2,
    "roleName": 3,
    "expan": 3,
}


def _trim(node: Node, syntax: tuple[Span, ...]) -> None:
    """Takes notation off both ends of a node's text."""
    for start, end in syntax:
        if start <= node.start < end <= node.end:
            node.start = end
    for start, end in reversed(syntax):
        if node.start <= start < node.end <= end:
            node.end = start


def _in_syntax(holder: Node, span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in holder.syntax)


def _dropped(mark: Mark) -> Diagnostic:
    return Diagnostic.of(
        "overlap-dropped",
        f"<{RECIPES[mark.kind].tag}> was left out here: it crosses other markup or nests too deep",
        mark.span,
    )

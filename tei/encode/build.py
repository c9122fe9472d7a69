"""The one builder: nodes into elements. Only this module touches ``.text`` and ``.tail``."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping

from lxml import etree

from tei.encode.elements import RECIPES, Level
from tei.encode.endnote import Moves
from tei.encode.nesting import Node
from tei.encode.notation import ODD, Defaults, instruction_text, usual_inline, usual_leaf
from tei.ns import XML_ID, tei
from tei.text import Source, Span

__all__ = ["Builder"]

_TAGS = {kind: tei(recipe.tag) for kind, recipe in RECIPES.items()}
_FIXED = {kind: recipe.fixed for kind, recipe in RECIPES.items() if recipe.fixed}
_RESPONSIBLE = frozenset(kind for kind, recipe in RECIPES.items() if recipe.responsible)
_WRAPS = {kind: tei(recipe.wrap) for kind, recipe in RECIPES.items() if recipe.wrap}
_P, _G, _NOTE, _REF = tei("p"), tei("g"), tei("note"), tei("ref")
_CONTAINERS = frozenset(kind for kind, recipe in RECIPES.items() if recipe.level is Level.CONTAINER)
# inline elements without any notation: most of them
_BARE = frozenset(k for k, r in RECIPES.items() if r.level is Level.INLINE and not (r.wrap or r.open or r.close))
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NOTHING: Mapping[str, str] = {}


class Builder:
    """Writes a forest under an element, each character of the source once.

    ``at`` is how far into the source everything has been written; the blanks and notation between it and the next leaf
    are compared with what the stylesheet would write, and an instruction is left where they differ. ``odd`` says that the
    source has characters that XML cannot hold.
    """

    def __init__(
        self,
        source: Source,
        defaults: Defaults,
        moves: Moves,
        responsible: tuple[str, ...],
        *,
        at: int = 0,
        odd: bool = True,
    ) -> None:
        self.source, self.text, self.defaults, self.moves, self.at = source, source.text, defaults, moves, at
        self.spans: dict[etree._Element, Span] = {}
        self._resp = " ".join(f"#{i}" for i in responsible)
        self._odd = odd
        self._notes: dict[int, etree._Element] = {}
        # before the first block stands the usual separator too, so that no document needs an instruction for having a start
        self._before_all = defaults.block

    # blocks

    def begin(self) -> str:
        """What stands before the very first words: asked for once, by whatever writes them."""
        string, self._before_all = self._before_all, ""
        return string

    def blocks(self, parent: etree._Element, nodes: list[Node]) -> None:
        """Appends blocks to an element that holds only elements."""
        before = ""
        for node in nodes:
            if node.kind in _CONTAINERS:
                element = self._element(parent, node)
                if node.kind == "sp" and node.attrs.get("rend") == "parentheses":
                    self._parentheses(element, node)
                else:
                    self.blocks(element, node.children)
                before = ""
            else:
                self._leaf(parent, node, before)
                before = node.kind if node.kind in ("speaker", "stage") else ""

    def _parentheses(self, element: etree._Element, turn: Node) -> None:
        """A turn in parentheses: they are notation of its first and last leaf."""
        before = ""
        last = turn.children[-1]
        for node in turn.children:
            close = ")" if node is last else ""
            if node.kind in _CONTAINERS:
                self.blocks(self._element(element, node), node.children)
            else:
                self._leaf(element, node, before, first=node is turn.children[0], close=close, syntax=turn.syntax)
            before = node.kind if node.kind in ("speaker", "stage") else ""

    def _leaf(
        self,
        parent: etree._Element,
        node: Node,
        before: str,
        *,
        first: bool = False,
        close: str = "",
        syntax: tuple[Span, ...] = (),
    ) -> None:
        if node.start == node.end and not node.children:
            self._element(parent, node)  # a paragraph without words: the stylesheet passes over it
            return
        if node.kind == "note":
            self._endnote(parent, node)
            return
        element = self._element(parent, node)
        text_start = node.end if node.kind == "pb" else node.start
        last = self._open(
            element,
            self._since(text_start),
            usual_leaf(node, before, self.defaults, first_in_parentheses=first),
        )
        if node.kind != "pb":
            last = self.content(element, node.start, node.end, node.children, kind=node.kind, last=last)
        self.at = node.end
        if close:
            actual = close if Span(self.at, self.at + 1) in syntax and self.text.startswith(close, self.at) else ""
            self.at += len(actual)
            self._close(element, actual, close)

    def _endnote(self, parent: etree._Element, node: Node) -> None:
        """Fills the note that waits at its marker, or writes it where it stands."""
        moved = self._notes.get(node.start)
        element = self._element(parent, node) if moved is None else moved
        if moved is not None:
            self.spans[element] = Span(node.start, node.end)
            if not self.moves.regular:
                parent.append(etree.ProcessingInstruction("src-note", self.moves.ids[node.start]))
        last = self._open(
            element, self._since(node.start), usual_leaf(node, "", self.defaults, first_in_parentheses=False)
        )
        parts = _paragraphs(self.text, node)
        if len(parts) == 1:
            self.content(element, node.start, node.end, node.children, kind="note", last=last)
        else:
            at = node.start
            for number, part in enumerate(parts):
                paragraph = etree.SubElement(element, _P)
                self.spans[paragraph] = Span(part.start, part.end)
                inner = self._open(paragraph, self.text[at : part.start], self.defaults.block if number else "")
                self.content(paragraph, part.start, part.end, part.children, kind="p", last=inner)
                at = part.end
        self.at = node.end

    def _since(self, end: int) -> str:
        """What stands between all that has been written and ``end``."""
        return self.begin() + self.text[self.at : end]

    def rest(self, element: etree._Element) -> None:
        """The blanks at the end of the document, as the close of ``text``."""
        self._close(element, self._since(len(self.text)), "\n")

    # text with inline elements

    def content(
        self,
        parent: etree._Element,
        start: int,
        end: int,
        children: list[Node],
        *,
        kind: str = "p",
        syntax: tuple[Span, ...] = (),
        last: etree._Element | None = None,
    ) -> etree._Element | None:
        """Appends ``source[start:end]`` to an element, inline marks as elements; gives back the last child."""
        text = self.text
        cursor = start
        for child in children:
            prefix = ""
            at = child.start
            if cursor < at:
                if syntax and Span(cursor, at) in syntax:
                    prefix = text[cursor:at]
                else:
                    last = self._words(parent, last, text[cursor:at])
            cursor = child.end
            if prefix or child.syntax or child.kind not in _BARE:
                last = self._inline(parent, last, child, kind, prefix)
                continue
            last = self._element(parent, child)
            if child.children:
                self.content(last, at, cursor, child.children, kind=child.kind)
            elif at < cursor:
                self._words(last, None, text[at:cursor])
        if cursor < end:
            last = self._words(parent, last, text[cursor:end])
        return last

    def _inline(
        self, parent: etree._Element, last: etree._Element | None, node: Node, within: str, prefix: str
    ) -> etree._Element | None:
        if node.kind == "noteref":
            return self._marker(parent, last, node)
        element = self._element(parent, node)
        start, end = node.start, node.end
        usual_open, usual_close = usual_inline(node.kind, node.attrs, within)
        if RECIPES[node.kind].level is Level.POINT:
            self._open(element, prefix + self.text[start:end], usual_open)
            return element
        if node.syntax:
            start, end = _inside(start, end, node.syntax)
        inner = None
        if prefix or usual_open or start != node.start:
            inner = self._open(element, prefix + self.text[node.start : start], usual_open)
        wrap = _WRAPS.get(node.kind)
        if wrap:
            self.content(etree.SubElement(element, wrap), start, end, node.children, kind=node.kind)
        else:
            self.content(element, start, end, node.children, kind=node.kind, syntax=node.syntax, last=inner)
        if end != node.end or usual_close:
            self._close(element, self.text[end : node.end], usual_close)
        return element

    def _marker(self, parent: etree._Element, last: etree._Element | None, node: Node) -> etree._Element | None:
        """A footnote marker: the note itself, a reference to a note already placed, or plain characters."""
        target = self.moves.target.get(node.start)
        if target is not None:
            note = etree.SubElement(
                parent, _NOTE, {"n": node.attrs["n"], "place": "end", XML_ID: self.moves.ids[target]}
            )
            self._notes[target] = note
            return note
        again = self.moves.again.get(node.start)
        if again is not None:
            ref = etree.SubElement(parent, _REF, {"type": "note", "target": f"#{self.moves.ids[again]}"})
            ref.text = node.attrs["n"]
            self.spans[ref] = Span(node.start, node.end)
            return ref
        return self._words(parent, last, self.text[node.start : node.end])

    # the only places where text enters the tree

    def _words(self, parent: etree._Element, last: etree._Element | None, words: str) -> etree._Element | None:
        if not self._odd:
            return self._plain(parent, last, words)
        at = 0
        for match in ODD.finditer(words):
            last = self._plain(parent, last, words[at : match.start()])
            last = etree.SubElement(parent, _G, {"ref": f"#u{ord(match[0]):04x}"})
            at = match.end()
        return self._plain(parent, last, words[at:])

    @staticmethod
    def _plain(parent: etree._Element, last: etree._Element | None, words: str) -> etree._Element | None:
        if last is None:
            before = parent.text
            parent.text = words if before is None else before + words
        elif words:
            before = last.tail
            last.tail = words if before is None else before + words
        return last

    def _element(self, parent: etree._Element, node: Node) -> etree._Element:
        kind, attrs = node.kind, node.attrs
        element = etree.SubElement(parent, _TAGS[kind])
        put = element.set  # several times faster than a mapping given to SubElement
        if kind in _FIXED:
            for name, value in _FIXED[kind].items():
                put(name, value)
        for name, value in attrs.items():
            put(XML_ID if name == "xml:id" else name, ODD.sub("", value) if self._odd else value)
        if kind in _RESPONSIBLE and self._resp and "resp" not in attrs and attrs.get("place") != "end":
            put("resp", self._resp)
        self.spans[element] = Span(node.start, node.end)
        return element

    @staticmethod
    def _open(element: etree._Element, actual: str, usual: str) -> etree._Element | None:
        if actual == usual:
            return None
        instruction = etree.ProcessingInstruction("src-open", instruction_text(actual))
        element.append(instruction)
        return instruction

    @staticmethod
    def _close(element: etree._Element, actual: str, usual: str) -> None:
        if actual != usual:
            element.append(etree.ProcessingInstruction("src-close", instruction_text(actual)))

    def open_field(self, note: etree._Element, actual: str, usual: str) -> None:
        """The notation before a header field: puts an instruction first in its note where it is not the usual one."""
        if actual != usual:
            instruction = etree.ProcessingInstruction("src-open", instruction_text(actual))
            instruction.tail, note.text = note.text, None
            note.insert(0, instruction)


def _inside(start: int, end: int, syntax: tuple[Span, ...]) -> tuple[int, int]:
    """A node's text without the notation at its two ends."""
    for a, b in syntax:
        if a <= start < b <= end:
            start = b
    for a, b in reversed(syntax):
        if start <= a < end <= b:
            end = a
    return start, end


def _paragraphs(text: str, note: Node) -> list[Node]:
    """A note cut at its blank lines, where no inline mark runs across the cut."""
    cuts: list[tuple[int, int]] = []
    children = iter(note.children)
    child = next(children, None)
    for match in _BLANK_LINE.finditer(text, note.start, note.end):
        while child is not None and child.end <= match.start():
            child = next(children, None)
        if child is None or child.start >= match.end():
            cuts.append(match.span())
    parts: list[Node] = []
    at = note.start
    remaining = deque(note.children)
    for start, end in [*cuts, (note.end, note.end)]:
        inner = []
        while remaining and remaining[0].end <= start:
            inner.append(remaining.popleft())
        parts.append(Node("p", at, start, _NOTHING, (), inner))
        at = end
    return parts

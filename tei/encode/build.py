"""The one builder: nodes into the words of the document's ``text`` element. Only this module writes words of the body."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping

from tei.encode.elements import RECIPES, Level
from tei.encode.endnote import Moves
from tei.encode.nesting import Node
from tei.encode.notation import ODD, Defaults, instruction_text, usual_inline, usual_leaf
from tei.encode.writer import LINES, Inserts, Parts, Place, Places, Sheet, attribute, escaped
from tei.text import Source, Span

__all__ = ["Builder"]

_FIXED = {kind: recipe.fixed for kind, recipe in RECIPES.items() if recipe.fixed}
_RESPONSIBLE = frozenset(kind for kind, recipe in RECIPES.items() if recipe.responsible)
_OPEN = {kind: f"<{recipe.tag}" for kind, recipe in RECIPES.items()}
_END = {kind: f"</{recipe.tag}>" for kind, recipe in RECIPES.items()}
_CONTAINERS = frozenset(kind for kind, recipe in RECIPES.items() if recipe.level is Level.CONTAINER)
# inline elements without any notation: most of them
_BARE = frozenset(k for k, r in RECIPES.items() if r.level is Level.INLINE and not (r.wrap or r.open or r.close))
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NOTHING: Mapping[str, str] = {}


class Builder:
    """Writes a forest, each character of the source once, in the order of the source.

    ``parts`` are the strings written so far and ``places`` those of the elements in them, in document order; a note
    that stands at its marker is a sheet of both, one of ``inserts``. ``at`` is how far into the source everything has
    been written; the blanks and notation between it and the next leaf are compared with what the stylesheet would write,
    and an instruction is left where they differ. ``before`` is what counts as standing before the first word. ``odd``
    says that the source has characters that XML cannot hold.
    """

    def __init__(
        self,
        source: Source,
        defaults: Defaults,
        moves: Moves,
        responsible: tuple[str, ...],
        *,
        at: int = 0,
        before: str = "",
        odd: bool = True,
    ) -> None:
        self.source, self.text, self.defaults, self.moves, self.at = source, source.text, defaults, moves, at
        self.parts: Parts = []
        self.places: Places = []
        self.inserts: Inserts = []
        self._resp = attribute("resp", " ".join(f"#{i}" for i in responsible)) if responsible else ""
        self._odd = odd
        self._notes: dict[int, Sheet] = {}
        self._before_all = before
        self._plain = not any(c in source.text for c in "&<>\r")

    def written(self) -> tuple[str, list[Place]]:
        """Everything written so far, and the places of its elements, in document order."""
        parts, places = Sheet(self.parts, self.places, self.inserts).flat()
        return "".join(parts), places

    # blocks

    def blocks(self, nodes: list[Node], level: int) -> None:
        """Writes blocks of an element that holds only elements, each on a line of its own."""
        before = ""
        for node in nodes:
            if node.kind in _CONTAINERS:
                at = self._container(node, level)
                if node.kind == "sp" and node.attrs.get("rend") == "parentheses":
                    self._parentheses(node, level + 1)
                else:
                    self.blocks(node.children, level + 1)
                self._end(at, node.kind, level)
                before = ""
            else:
                self._leaf(node, before, level)
                before = node.kind if node.kind in ("speaker", "stage") else ""

    def _container(self, node: Node, level: int) -> int:
        self.parts.append(LINES[level])
        return self._start(node)

    def _parentheses(self, turn: Node, level: int) -> None:
        """A turn in parentheses: they are notation of its first and last leaf."""
        before = ""
        last = turn.children[-1]
        for node in turn.children:
            close = ")" if node is last else ""
            if node.kind in _CONTAINERS:
                at = self._container(node, level)
                self.blocks(node.children, level + 1)
                self._end(at, node.kind, level)
            else:
                self._leaf(node, before, level, first=node is turn.children[0], close=close, syntax=turn.syntax)
            before = node.kind if node.kind in ("speaker", "stage") else ""

    def _leaf(
        self,
        node: Node,
        before: str,
        level: int,
        *,
        first: bool = False,
        close: str = "",
        syntax: tuple[Span, ...] = (),
    ) -> None:
        kind, start, end = node.kind, node.start, node.end
        empty = start == end and not node.children  # a paragraph without words: the stylesheet passes over it
        if kind == "note" and not empty:
            self._endnote(node, level)
            return
        self.parts.append(LINES[level])
        at = self._start(node)
        if not empty:
            text_start = end if kind == "pb" else start
            self._open(self._since(text_start), usual_leaf(node, before, self.defaults, first_in_parentheses=first))
            if kind != "pb":
                self._content(start, end, node.children, kind=kind)
            self.at = end
            if close:
                actual = close if Span(end, end + 1) in syntax and self.text.startswith(close, end) else ""
                self.at += len(actual)
                self._close(actual, close)
        self._end(at, kind)

    def _endnote(self, node: Node, level: int) -> None:
        """Fills the note that waits at its marker, or writes it where it stands."""
        moved = self._notes.get(node.start)
        if moved is None:
            self.parts.append(LINES[level])
            at = self._start(node)
            self._note(node)
            self._end(at, "note")
            return
        if not self.moves.regular:
            self.parts.append(LINES[level])
            self._instruction("src-note", self.moves.ids[node.start])
        here = self.parts, self.places, self.inserts
        self.parts, self.places, self.inserts = moved.parts, moved.places, moved.inserts
        self.parts.pop()  # it is not empty any more
        self.places[0] = (node.start, node.end)
        self._note(node)
        self._end(0, "note")
        self.parts, self.places, self.inserts = here

    def _note(self, node: Node) -> None:
        self._open(self._since(node.start), usual_leaf(node, "", self.defaults, first_in_parentheses=False))
        cut = _paragraphs(self.text, node)
        if len(cut) == 1:
            self._content(node.start, node.end, node.children, kind="note")
        else:
            until = node.start
            for number, paragraph in enumerate(cut):
                at = self._start(paragraph)
                self._open(self.text[until : paragraph.start], self.defaults.block if number else "")
                self._content(paragraph.start, paragraph.end, paragraph.children, kind="p")
                self._end(at, "p")
                until = paragraph.end
        self.at = node.end

    def _since(self, end: int) -> str:
        """What stands between all that has been written and ``end``."""
        before, self._before_all = self._before_all, ""
        return before + self.text[self.at : end]

    def rest(self, level: int) -> None:
        """The blanks at the end of the document, as the close of ``text``."""
        actual = self._since(len(self.text))
        if actual != "\n":
            self.parts.append(LINES[level])
            self._close(actual, "\n")

    # text with inline elements

    def _content(
        self, start: int, end: int, children: list[Node], *, kind: str = "p", syntax: tuple[Span, ...] = ()
    ) -> None:
        """Writes ``source[start:end]``, inline marks as elements."""
        text, parts, places = self.text, self.parts, self.places
        quick = self._plain and not self._odd
        cursor = start
        for child in children:
            prefix = ""
            at = child.start
            if cursor < at:
                if syntax and Span(cursor, at) in syntax:
                    prefix = text[cursor:at]
                elif quick:
                    parts.append(text[cursor:at])
                else:
                    self._words(text[cursor:at])
            cursor = child.end
            name = child.kind
            if prefix or child.syntax or name not in _BARE:
                self._inline(child, kind, prefix)
            elif quick and not child.children and at < cursor:
                places.append((at, cursor))
                parts.append(f"{_OPEN[name]}{self._attributes(child)}>{text[at:cursor]}{_END[name]}")
            else:
                opened = self._start(child)
                self._content(at, cursor, child.children, kind=name)
                self._end(opened, name)
        if cursor < end:
            if quick:
                parts.append(text[cursor:end])
            else:
                self._words(text[cursor:end])

    def _inline(self, node: Node, within: str, prefix: str) -> None:
        kind = node.kind
        if kind == "noteref":
            self._marker(node)
            return
        at = self._start(node)
        start, end = node.start, node.end
        usual_open, usual_close = usual_inline(kind, node.attrs, within)
        if RECIPES[kind].level is Level.POINT:
            self._open(prefix + self.text[start:end], usual_open)
            self._end(at, kind)
            return
        if node.syntax:
            start, end = _inside(start, end, node.syntax)
        if prefix or usual_open or start != node.start:
            self._open(prefix + self.text[node.start : start], usual_open)
        wrap = RECIPES[kind].wrap
        if wrap:
            inner = len(self.parts)
            self.parts.append(f"<{wrap}")
            self.places.append(None)
            self._content(start, end, node.children, kind=kind)
            self._finish(inner, f"</{wrap}>")
        else:
            self._content(start, end, node.children, kind=kind, syntax=node.syntax)
        if end != node.end or usual_close:
            self._close(self.text[end : node.end], usual_close)
        self._end(at, kind)

    def _marker(self, node: Node) -> None:
        """A footnote marker: the note itself, a reference to a note already placed, or plain characters."""
        number = node.attrs.get("n", "")
        target = self.moves.target.get(node.start)
        again = self.moves.again.get(node.start)
        if target is not None:
            ident = attribute("xml:id", self.moves.ids[target])
            self._notes[target] = Sheet([f'<note{attribute("n", number)} place="end"{ident}', "/>"], [None])
            self.parts.append("")  # so that what holds nothing else is seen to hold something
            self.inserts.append((len(self.parts), len(self.places), self._notes[target]))
        elif again is not None:
            target_of = attribute("target", f"#{self.moves.ids[again]}")
            self.parts.append(f'<ref type="note"{target_of}>{escaped(number)}</ref>')
            self.places.append((node.start, node.end))
        else:
            self._words(self.text[node.start : node.end])

    # the only places where something is written

    def _words(self, words: str) -> None:
        if not self._odd:
            self.parts.append(escaped(words))
            return
        at = 0
        for match in ODD.finditer(words):
            if at < match.start():
                self.parts.append(escaped(words[at : match.start()]))
            self.parts.append(f'<g ref="#u{ord(match[0]):04x}"/>')
            self.places.append(None)
            at = match.end()
        if at < len(words):
            self.parts.append(escaped(words[at:]))

    def _attributes(self, node: Node) -> str:
        kind, attrs = node.kind, node.attrs
        if kind in _FIXED:
            attrs = {**_FIXED[kind], **attrs}
        written = ""
        for name, value in attrs.items():
            written += attribute(name, ODD.sub("", value) if self._odd else value)
        if self._resp and kind in _RESPONSIBLE and "resp" not in attrs and attrs.get("place") != "end":
            written += self._resp
        return written

    def _start(self, node: Node) -> int:
        """Opens an element; gives back its place, for :meth:`_end`."""
        self.places.append((node.start, node.end))
        self.parts.append(_OPEN[node.kind] + self._attributes(node))
        return len(self.parts) - 1

    def _end(self, at: int, kind: str, level: int = 0) -> None:
        """Closes the element that was opened at a place; ``level`` for one that holds only elements."""
        if level and at + 1 < len(self.parts):
            self.parts.append(LINES[level])
        self._finish(at, _END[kind])

    def _finish(self, at: int, end: str) -> None:
        parts = self.parts
        if at + 1 == len(parts):
            parts[at] += "/>"
        else:
            parts[at] += ">"
            parts.append(end)

    def _instruction(self, target: str, content: str) -> None:
        self.parts.append(f"<?{target} {content}?>")

    def _open(self, actual: str, usual: str) -> None:
        if actual != usual:
            self._instruction("src-open", instruction_text(actual))

    def _close(self, actual: str, usual: str) -> None:
        if actual != usual:
            self._instruction("src-close", instruction_text(actual))


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

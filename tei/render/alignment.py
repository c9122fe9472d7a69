"""Pieces of text and a long string that should hold each of them once: which are not there, and what is left over."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

__all__ = ["Align", "Node"]

_KEY = 24  # letters that are as good as unique
_ALONE = 12  # letters of one piece that say enough without those of the next
_AHEAD = 40  # pieces that are tried as the one that goes on
_NEAR = 400  # letters in which a short piece is looked for
_FAR = 20_000  # letters that may stand between two pieces, as notes and page numbers do
_SHORT = 8  # shorter pieces are anywhere by chance
_SEARCHES = 4_000  # for pieces that are not in their place
_RUN = 40  # letters that are not twice by chance


class Node(NamedTuple):
    """The letters of a text node, and the node (a string of lxml that knows its element)."""

    letters: str
    text: Any

    @property
    def element(self) -> etree._Element:
        """The element whose content the text is."""
        holder: etree._Element = self.text.getparent()
        if self.text.is_tail:
            parent = holder.getparent()
            return holder if parent is None else parent
        return holder


class Align:
    """Takes pieces off ``output``, each from another place.

    Where the order is interrupted, ``nearest`` goes on with the next place that has a piece, else with the next that has
    what follows the piece too: words that stand twice mislead now the one, now the other.
    """

    def __init__(self, output: str, *, nearest: bool = True) -> None:
        self.output = output
        self.nearest = nearest
        self.used = bytearray(len(output))
        self.lost: list[Node] = []
        self.late: list[tuple[int, Node]] = []  # (where it was expected, piece) of pieces that are not in their place
        self.cursor = 0
        self.searches = 0

    def flow(self, nodes: list[Node]) -> None:
        """Takes pieces that follow each other, with generated words between them."""
        output, at = self.output, 0
        whole = "".join(node.letters for node in nodes)
        start = 0
        index = 0
        while index < len(nodes):
            text = nodes[index].letters
            if output.startswith(text, at):
                self._take(at, len(text))
                at += len(text)
                start += len(text)
                index += 1
                continue
            skipped, found = self._resume(nodes, index, whole, start, at)
            for node in nodes[index : index + skipped]:
                self.late.append((at, node))
                start += len(node.letters)
            index += skipped
            if found >= 0:
                at = found
        self.cursor = at

    def _resume(self, nodes: list[Node], index: int, whole: str, start: int, at: int) -> tuple[int, int]:
        """(pieces to leave for later, where the next one begins); -1 where all that were tried are not there."""
        best: tuple[int, int, int] | None = None
        for ahead in range(min(_AHEAD, len(nodes) - index)):
            length = len(nodes[index + ahead].letters)
            key = whole[start : start + max(_KEY, min(length, 60))]
            found = self.output.find(key, at, at + _FAR + len(key))
            if length >= _ALONE and (found < 0 or self.nearest):
                end = at + _FAR + length if found < 0 else found + length
                nearer = self.output.find(nodes[index + ahead].letters, at, end)
                found = nearer if nearer >= 0 else found
            if found >= 0:
                cost = found - at + 30 * ahead
                if best is None or cost < best[0]:
                    best = (cost, ahead, found)
            if best is not None and best[0] <= 30 * (ahead + 1):
                break
            start += length
        if best is None:
            return 1, -1
        return best[1], best[2]

    def moved(self, nodes: list[Node]) -> None:
        """Takes pieces that follow each other somewhere else, as those of a note."""
        if not nodes:
            return
        text = "".join(node.letters for node in nodes)
        found = self._search(text, self.cursor)
        if found >= 0:
            self._take(found, len(text))
            self.cursor = found + len(text)
            return
        for node in nodes:
            if len(node.letters) < _SHORT:
                self.late.append((self.cursor, node))
                continue
            found = self._search(node.letters, self.cursor)
            if found < 0:
                self.lost.append(node)
            else:
                self._take(found, len(node.letters))
                self.cursor = found + len(node.letters)

    def settle(self, *, anywhere: bool = False) -> None:
        """Looks for the pieces that were not in their place in what is left; ``anywhere``: short ones too."""
        late = self.late
        if anywhere:  # a short piece may stand in a longer one
            late = sorted(late, key=lambda place: -len(place[1].letters))
        for at, node in late:
            text = node.letters
            if len(text) < _SHORT:
                found = self._free(text, max(0, at - _NEAR), at + _NEAR)
                if found < 0 and anywhere:
                    found = self._search(text, at)
            else:
                found = self._search(text, at)
            if found < 0:
                self.lost.append(node)
            else:
                self._take(found, len(text))
        self.late = []

    def twice(self, main: list[Node], notes: list[list[Node]], about: str) -> list[str]:
        """What is left over and stands in the document all the same; ``about`` is what may stand there again."""
        document = (
            "".join(node.letters for node in main)
            + "\0"
            + "\0".join("".join(n.letters for n in note) for note in notes)
        )
        found: list[str] = []
        start = self.used.find(0)
        while start >= 0:
            end = self.used.find(1, start)
            end = len(self.used) if end < 0 else end
            run = self.output[start:end]
            for at in range(0, len(run) - _RUN + 1, _RUN):
                piece = run[at : at + _RUN]
                if piece[: _RUN // 2] in about or piece[_RUN // 2 :] in about or piece.startswith("http"):
                    continue  # two values of the header may stand side by side; an address may follow its words
                if piece in document:
                    found.append(piece)
            start = self.used.find(0, end)
        return found

    def _search(self, text: str, at: int) -> int:
        self.searches += 1
        if self.searches > _SEARCHES:
            return -1
        found = self._free(text, at, len(self.output))
        return self._free(text, 0, at + len(text)) if found < 0 else found

    def _free(self, text: str, start: int, end: int) -> int:
        """Where the text stands in a range that nothing was taken from; -1 where it does not."""
        found = self.output.find(text, start, end)
        while found >= 0:
            taken = self.used.rfind(1, found, found + len(text))
            if taken < 0:
                return found
            found = self.output.find(text, taken + 1 if taken >= found else found + 1, end)
        return -1

    def _take(self, at: int, length: int) -> None:
        self.used[at : at + length] = b"\1" * length

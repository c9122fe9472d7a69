"""Parts of the header that are strings from the start: those that are equal in all documents, and long lists.

Until the header is serialised an instruction stands in the tree for each. No words of a document can be taken for one, as
``<`` is escaped in text and ``?>`` in the instructions that the encoding itself leaves.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

__all__ = ["Pieces"]

_TARGET = "piece"


class Pieces:
    """The pieces of one header, by name."""

    __slots__ = ("_pieces",)

    def __init__(self) -> None:
        self._pieces: dict[str, tuple[str, int]] = {}

    def put(self, parent: etree._Element, name: str, written: str, elements: int) -> None:
        """Holds a place in an element for a piece of XML, indented for it, of so many elements."""
        parent.append(etree.ProcessingInstruction(_TARGET, name))
        self._pieces[name] = written, elements

    def serialised(self, root: etree._Element) -> str:
        """The tree as a string, each piece in its place."""
        words = etree.tostring(root, encoding="unicode")
        for name, (written, _) in self._pieces.items():
            words = words.replace(f"<?{_TARGET} {name}?>", written, 1)
        return words

    def numbered(self, root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
        """The elements of the tree, each with its number among all elements, those of the pieces too."""
        at = 0
        for node in root.iter(etree.Element, etree.ProcessingInstruction):
            if isinstance(node, etree._ProcessingInstruction):
                at += self._pieces[node.text or ""][1] if node.target == _TARGET else 0
            else:
                yield at, node
                at += 1

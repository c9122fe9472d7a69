"""A TEI document as elements over the letters of its text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from scoring.letters import Alignment, Letters

__all__ = ["Found", "Output", "read_output"]

_NS = "{http://www.tei-c.org/ns/1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# their borders divide words
_BLOCKS = frozenset(
    "p sp speaker head div ab item label note stage pb lb u l lg opener closer dateline signed salute cell row list desc seg".split()
)
_NOT_PRINTED = frozenset({"reg", "expan"})  # in a choice, what the source does not have


@dataclass(frozen=True, slots=True)
class Found:
    """One element: its name, its span of the source's letters, the element."""

    tag: str
    start: int
    stop: int
    element: etree._Element

    @property
    def who(self) -> str:
        """The id that it points to."""
        return (self.element.get("ref") or self.element.get("who") or "").split("#")[-1]

    def inside(self, tag: str) -> bool:
        """Whether it stands in an element of that name."""
        return next(self.element.iterancestors(f"{_NS}{tag}"), None) is not None


@dataclass(frozen=True, slots=True)
class Output:
    """What was found: the elements in the order of their ends, how many words of the source are there, and of how many."""

    elements: tuple[Found, ...]
    words: int
    expected: int

    def of(self, *tags: str) -> list[Found]:
        """The elements of these names."""
        return [e for e in self.elements if e.tag in tags]


def read_output(xml: bytes, source: Letters, *, notes: bool = True) -> Output:
    """Lays the elements of a document's text over the letters of its source.

    Without ``notes`` endnotes are left out: where the gold skips them, their words would be taken for words of the text.
    """
    root = etree.fromstring(xml, etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True))
    if not notes:
        for note in root.iter(f"{_NS}note"):
            if note.get("place") == "end":
                note[:], note.text = [], None
    letters = Letters()
    spans: list[tuple[str, int, int, etree._Element]] = []
    begun: list[int] = []
    for event, element in etree.iterwalk(root.find(f"{_NS}text"), events=("start", "end", "pi", "comment")):
        if not isinstance(element.tag, str):
            letters.feed(element.tail or "")
            continue
        tag = etree.QName(element).localname
        if tag in _BLOCKS:
            letters.divide()
        if event == "start":
            begun.append(len(letters))
            if not _left_out(element, tag):
                letters.feed(element.text or "")
            continue
        spans.append((tag, begun.pop(), len(letters), element))
        letters.feed(element.tail or "")
    there = Alignment(source, letters)
    found = [
        Found(tag, *span, element)
        for tag, start, stop, element in spans
        if (span := there.back(start, stop)) is not None
    ]
    return Output(tuple(found), there.found, there.words)


def _left_out(element: etree._Element, tag: str) -> bool:
    parent = element.getparent()
    return tag in _NOT_PRINTED and parent is not None and etree.QName(parent).localname == "choice"

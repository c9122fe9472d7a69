"""The document for reading (``xslt/reading.xsl``) with its blocks sorted out: a block holds blocks or words, never both.

In TEI a list, a quotation or verse may stand in a paragraph, even in a name in it; EPUB and DOCX know no such thing. A
paragraph ends where a block begins in it, and goes on after it; what was open around the words is opened again.
Blanks are collapsed, and paragraphs without words are left out.
"""

from __future__ import annotations

import re

from lxml import etree

__all__ = ["LEAVES", "settle"]

LEAVES = ("p", "heading", "speaker", "line", "rule")  # these hold words
_HOLDERS = ("content", "section", "turn", "quote", "list", "item", "verse", "table", "row", "cell", "figure")
# what may stand in it directly; what else is there is put into one
_ONLY = {"list": "item", "row": "cell"}
_BLANKS = re.compile("[ \t\n\r]+")


def settle(reading: etree._Element) -> etree._Element:
    """A new tree in which holders hold blocks and leaves hold words; ``meta`` as it was.

    >>> root = etree.XML("<reading><content><p>a <list><item>b</item></list> c</p></content></reading>")
    >>> etree.tostring(settle(root)).decode()
    '<reading><content><p>a</p><list kind="plain"><item><p kind="p">b</p></item></list><p>c</p></content></reading>'
    """
    made = etree.Element(reading.tag, _attributes(reading))
    for part in reading:
        if part.tag == "content":
            _Blocks(etree.SubElement(made, "content")).inside(part)
        else:
            made.append(part)
    for table in [*made.iter("table")]:
        _rows_only(table)
    return made


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


class _Blocks:
    """Puts words and blocks where they may stand, one after the other."""

    def __init__(self, holder: etree._Element) -> None:
        self.holder = holder  # the block that is open
        self.leaf: etree._Element | None = None  # the paragraph that is open
        self.shape = ("p", {"kind": "p"})  # what a paragraph that begins now is
        self.around: list[etree._Element] = []  # inline elements of the source that are open
        self.inner: etree._Element | None = None  # where words go now: the leaf, or the innermost of `around` in it

    def inside(self, element: etree._Element) -> None:
        self.words(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self.words(child.tail)

    def element(self, element: etree._Element) -> None:
        name = str(element.tag)
        if name == "rule" or (name == "page" and element.get("block")):
            self.close()
            leaf = self.start("rule" if name == "rule" else "p", {"kind": name})
            if name == "page":
                etree.SubElement(leaf, "page", _attributes(element))
            self.close()
        elif name in LEAVES:
            outer = self.shape
            self.close()
            self.shape = (name, _attributes(element))
            self.inside(element)
            self.close()
            self.shape = outer
        elif name in _HOLDERS:
            outer = self.shape
            self.close()
            self.hold(element)
            self.shape = outer
        elif name in ("note", "break", "page"):
            made = etree.SubElement(self.open(), name, _attributes(element))
            if name == "note":
                _Blocks(made).inside(element)
        else:
            self.around.append(element)
            if self.inner is not None:
                self.inner = etree.SubElement(self.inner, name, _attributes(element))
            self.inside(element)
            self.around.pop()
            if self.inner is not None:
                self.inner = self.inner.getparent()

    def hold(self, element: etree._Element) -> None:
        name, outer = str(element.tag), self.holder
        need = _ONLY.get(str(outer.tag))
        if need is not None and name != need:
            self.holder = etree.SubElement(self.holder, need, {"kind": "label"})
        attributes = _attributes(element)
        if name == "list":
            attributes.setdefault("kind", "plain")
        self.holder = etree.SubElement(self.holder, name, attributes)
        self.shape = ("p", {"kind": "p"}) if name != "cell" else ("p", {"kind": "cell"})
        self.inside(element)
        self.close()
        self.holder = outer
        # what no words came into
        last = outer[-1]
        if not len(last) and name not in ("cell", "row", "item"):
            outer.remove(last)

    def words(self, text: str | None) -> None:
        if not text or (self.leaf is None and not text.strip(" \t\n\r")):
            return
        inner = self.open()
        if len(inner):
            inner[-1].tail = (inner[-1].tail or "") + text
        else:
            inner.text = (inner.text or "") + text

    def open(self) -> etree._Element:
        """Where words go now; begins a paragraph where none is open."""
        if self.inner is None:
            self.inner = self.start(*self.shape)
            for element in self.around:
                self.inner = etree.SubElement(self.inner, str(element.tag), _attributes(element))
        return self.inner

    def start(self, name: str, attributes: dict[str, str]) -> etree._Element:
        need = _ONLY.get(str(self.holder.tag))
        holder = self.holder if need is None else etree.SubElement(self.holder, need, {"kind": "label"})
        self.leaf = etree.SubElement(holder, name, attributes)
        self.shape = (self.shape[0], {k: v for k, v in self.shape[1].items() if k not in ("id", "n")})
        return self.leaf

    def close(self) -> None:
        if self.leaf is not None:
            _tidy(self.leaf)
            parent = self.leaf.getparent()
            if parent is not None and self.leaf.tag != "rule" and not _says(self.leaf):
                parent.remove(self.leaf)
        self.leaf = self.inner = None


def _says(leaf: etree._Element) -> bool:
    return bool("".join(map(str, leaf.itertext())).strip()) or leaf.find(".//page") is not None


def _tidy(leaf: etree._Element) -> None:
    """Collapses blanks over the whole leaf, and takes them off at its ends and beside line breaks."""
    spaced = True  # whether a blank would be the second, or the first of a line
    last: tuple[etree._Element, str] | None = None
    for element, where in _places(leaf):
        text = _BLANKS.sub(" ", getattr(element, where) or "")
        if where == "tail" and element.tag == "break":
            spaced = True
            _trim(last)
        if spaced:
            text = text.lstrip(" ")
        if text:
            spaced = text[-1] == " "
            last = (element, where)
        elif where == "tail" and element.tag in ("note", "page"):
            spaced = False
            last = None
        setattr(element, where, text or None)
    _trim(last)


def _trim(place: tuple[etree._Element, str] | None) -> None:
    if place is not None:
        element, where = place
        setattr(element, where, (getattr(element, where) or "").rstrip(" ") or None)


def _places(leaf: etree._Element) -> list[tuple[etree._Element, str]]:
    """(element, "text" or "tail") of each place for words in a leaf, in order; what is in notes has its own leaves."""
    places: list[tuple[etree._Element, str]] = []

    def walk(element: etree._Element) -> None:
        places.append((element, "text"))
        for child in element:
            if child.tag != "note":
                walk(child)
            places.append((child, "tail"))

    walk(leaf)
    return places


def _rows_only(table: etree._Element) -> None:
    """Moves what is not a row out of a table: captions before it, the rest after it."""
    parent = table.getparent()
    if parent is None:
        return
    before = True
    at_end = table
    for child in [*table]:
        if child.tag == "row":
            before = False
        elif before:
            table.addprevious(child)
        else:
            at_end.addnext(child)
            at_end = child
    if not len(table):
        parent.remove(table)

"""The catalogue's fields: each word goes into the header once, where it belongs, and a note says where."""

from __future__ import annotations

from lxml import etree

from tei.encode.notation import ODD, instruction_text
from tei.encode.piece import Pieces
from tei.ident import slug, unique
from tei.model import Document, Field
from tei.ns import XML_ID, tei
from tei.text import Span

__all__ = ["Front"]

_G = tei("g")


class Front:
    """The header fields of a document while the header is built.

    ``place`` and ``place_paragraphs`` write a field's words, verbatim, as the content of an element;
    ``notes`` lists all fields in source order, those not placed with their words. ``spans`` are the elements that hold
    words of the source; ``pieces`` hold what is no tree.
    """

    def __init__(self, document: Document, *, odd: bool) -> None:
        self.pieces = Pieces()
        self.spans: dict[etree._Element, Span] = {}
        self._odd = odd
        self.fields = [f for f in document.fields if f.header]
        self._text = document.source.text
        self._places: dict[int, str] = {}
        self._taken: set[str] = {p.id for p in document.people} if self.fields else set()

    def reserve(self, ident: str) -> None:
        """Keeps an id for another element."""
        self._taken.add(ident)

    def words(self, field: Field) -> list[str]:
        """The words of a field, one string a part."""
        return [self._text[p.start : p.end] for p in field.parts]

    def named(self, *names: str) -> list[Field]:
        """The fields of these names, in source order."""
        return [f for f in self.fields if f.name in names]

    def single(self, name: str) -> Field | None:
        """The first field of a name that is one string of words and not placed yet."""
        for at, field in enumerate(self.fields):
            if field.name == name:
                return field if len(field.parts) == 1 and at not in self._places else None
        return None

    def place(self, name: str, element: etree._Element) -> bool:
        """Writes the words of the first field of a name into an element; false where they are not one
        string.
        """
        field = self.single(name)
        if field is None:
            return False
        self._identify(field, element)
        self._write(element, field.parts[0])
        return True

    def place_paragraphs(self, name: str, element: etree._Element) -> bool:
        """Writes the words of the first field of a name as paragraphs of an element; false where there are
        none.
        """
        field = next((f for f in self.fields if f.name == name), None)
        if field is None or not field.parts:
            return False
        self._identify(field, element)
        for part in field.parts:
            self._write(etree.SubElement(element, tei("p")), part)
        return True

    def _write(self, element: etree._Element, span: Span) -> None:
        """Puts words of the source into an element, verbatim; what XML cannot hold as ``g``."""
        self.spans[element] = span
        words = self._text[span.start : span.end]
        if not self._odd:
            element.text = words
            return
        at = 0
        last: etree._Element | None = None
        for match in (*ODD.finditer(words), None):
            plain = words[at : match.start() if match else None]
            if last is None:
                element.text = plain
            else:
                last.tail = plain
            if match:
                last = etree.SubElement(element, _G, {"ref": f"#u{ord(match[0]):04x}"})
                at = match.end()

    def _identify(self, field: Field, element: etree._Element) -> None:
        ident = unique(f"field-{slug(field.name)}", self._taken)
        self._taken.add(ident)
        self._places[next(at for at, f in enumerate(self.fields) if f is field)] = ident
        element.set(XML_ID, ident)

    def notes(self, parent: etree._Element) -> None:
        """Appends a ``note`` for each field: ``@n`` the printed label, ``@corresp`` the element with its
        words, or the words themselves.
        """
        for at, field in enumerate(self.fields):
            note = etree.SubElement(parent, tei("note"), {"type": "field"})
            label = ODD.sub("", self._text[field.label.start : field.label.end])
            if label:
                note.set("n", label)
            if at in self._places:
                note.set("corresp", f"#{self._places[at]}")
            elif len(field.parts) == 1:
                self._write(note, field.parts[0])
            else:
                for part in field.parts:
                    self._write(etree.SubElement(note, tei("p")), part)

    def notation(self, listed: etree._Element, block: str, before: str) -> None:
        """Compares what stands before and between the words of each field with what the stylesheet would write.

        ``listed`` holds the notes, ``block`` is what the document has between two blocks, ``before`` what counts as standing
        before the first field.
        """
        paragraphs = {span.start: p for p, span in self.spans.items() if p.tag == tei("p")}
        at = 0
        for field, note in zip(self.fields, listed, strict=True):
            label = note.get("n", "")
            usual = block + (f"{label}:{block}" if label else "")
            first = field.parts[0].start if field.parts else field.span.end
            _opened(note, before + self._text[at:first], usual)
            before = ""
            for part, following in zip(field.parts, field.parts[1:], strict=False):
                _opened(paragraphs[following.start], self._text[part.end : following.start], block)
            at = field.span.end


def _opened(element: etree._Element, actual: str, usual: str) -> None:
    """Puts an instruction first in an element where what stands before its words is not the usual."""
    if actual != usual:
        instruction = etree.ProcessingInstruction("src-open", instruction_text(actual))
        instruction.tail, element.text = element.text, None
        element.insert(0, instruction)

"""The catalogue's fields: each word goes into the header once, where it belongs, and a note says where."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from tei.encode.notation import ODD
from tei.ident import slug, unique
from tei.model import Document, Field
from tei.ns import XML_ID, tei
from tei.text import Span

__all__ = ["BuildInline", "Front"]

BuildInline = Callable[[etree._Element, Span], None]


class Front:
    """The header fields of a document while the header is built.

    ``place`` and ``place_paragraphs`` write a field's words, verbatim, as the content of an element;
    ``notes`` lists all fields in source order, those not placed with their words.
    """

    def __init__(self, document: Document, build_inline: BuildInline) -> None:
        self.fields = [f for f in document.fields if f.header]
        self._text = document.source.text
        self._build = build_inline
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
        self._build(element, field.parts[0])
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
            self._build(etree.SubElement(element, tei("p")), part)
        return True

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
                self._build(note, field.parts[0])
            else:
                for part in field.parts:
                    self._build(etree.SubElement(note, tei("p")), part)

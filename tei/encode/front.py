"""The catalogue's fields: each word goes into the header once, where it belongs, and a note says where."""

from __future__ import annotations

from tei.encode.markup import Element
from tei.encode.notation import ODD, instruction_text
from tei.ident import slug, unique
from tei.model import Document, Field
from tei.text import Span

__all__ = ["Front"]


class Front:
    """The header fields of a document while the header is built.

    ``place`` and ``place_paragraphs`` write a field's words, verbatim, as the content of an element;
    ``notes`` lists all fields in source order, those not placed with their words.
    """

    def __init__(self, document: Document, *, odd: bool) -> None:
        self._paragraphs: dict[int, Element] = {}  # by where in the source their words begin
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

    def label(self, field: Field) -> str:
        """The printed label of a field."""
        return self._text[field.label.start : field.label.end]

    def named(self, *names: str) -> list[Field]:
        """The fields of these names, in source order."""
        return [f for f in self.fields if f.name in names]

    def single(self, name: str) -> Field | None:
        """The first field of a name that is one string of words and not placed yet."""
        for at, field in enumerate(self.fields):
            if field.name == name:
                return field if len(field.parts) == 1 and at not in self._places else None
        return None

    def place(self, name: str, element: Element) -> bool:
        """Writes the words of the first field of a name into an element; false where they are not one
        string.
        """
        field = self.single(name)
        if field is None:
            return False
        self._identify(field, element)
        self._write(element, field.parts[0])
        return True

    def place_paragraphs(self, name: str, element: Element) -> bool:
        """Writes the words of the first field of a name as paragraphs of an element; false where there are
        none.
        """
        field = next((f for f in self.fields if f.name == name), None)
        if field is None or not field.parts:
            return False
        self._identify(field, element)
        self._write_paragraphs(element, field)
        return True

    def _write(self, element: Element, span: Span) -> None:
        """Puts words of the source into an element, verbatim; what XML cannot hold as ``g``."""
        element.span = span
        words = self._text[span.start : span.end]
        at = 0
        for match in ODD.finditer(words) if self._odd else ():
            element.say(words[at : match.start()])
            element.sub("g", {"ref": f"#u{ord(match[0]):04x}"})
            at = match.end()
        element.say(words[at:])

    def _write_paragraphs(self, element: Element, field: Field) -> None:
        for part in field.parts:
            paragraph = self._paragraphs[part.start] = element.sub("p")
            self._write(paragraph, part)

    def _identify(self, field: Field, element: Element) -> None:
        ident = unique(f"field-{slug(field.name)}", self._taken)
        self._taken.add(ident)
        self._places[next(at for at, f in enumerate(self.fields) if f is field)] = ident
        element.attrs["xml:id"] = ident

    def notes(self, parent: Element) -> None:
        """Appends a ``note`` for each field: ``@n`` the printed label, ``@corresp`` the element with its
        words, or the words themselves.
        """
        for at, field in enumerate(self.fields):
            note = parent.sub("note", {"type": "field"})
            label = ODD.sub("", self._text[field.label.start : field.label.end])
            if label:
                note.attrs["n"] = label
            if at in self._places:
                note.attrs["corresp"] = f"#{self._places[at]}"
            elif len(field.parts) == 1:
                self._write(note, field.parts[0])
            else:
                self._write_paragraphs(note, field)

    def notation(self, listed: Element, block: str, before: str) -> None:
        """Compares what stands before and between the words of each field with what the stylesheet would write.

        ``listed`` holds the notes, ``block`` is what the document has between two blocks, ``before`` what counts as standing
        before the first field.
        """
        at = 0
        notes = [note for note in listed.content if isinstance(note, Element)]
        for field, note in zip(self.fields, notes, strict=True):
            label = note.attrs.get("n", "")
            usual = block + (f"{label}:{block}" if label else "")
            first = field.parts[0].start if field.parts else field.span.end
            _opened(note, before + self._text[at:first], usual)
            before = ""
            for part, following in zip(field.parts, field.parts[1:], strict=False):
                _opened(self._paragraphs[following.start], self._text[part.end : following.start], block)
            at = field.span.end


def _opened(element: Element, actual: str, usual: str) -> None:
    """Puts an instruction first in an element where what stands before its words is not the usual."""
    if actual != usual:
        element.content.insert(0, f"<?src-open {instruction_text(actual)}?>")

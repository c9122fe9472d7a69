"""``teiHeader``: what the document is, where it comes from, who is in it, and how it was encoded."""

from __future__ import annotations

from tei.diagnostic import Diagnostic
from tei.encode.citation import Citation, parse_citation
from tei.encode.declaration import declaration
from tei.encode.description import describe
from tei.encode.front import Front
from tei.encode.markup import Element
from tei.encode.plain import plain
from tei.encode.profile import Survey, profile
from tei.encode.responsibility import contributors
from tei.model import Document, Field
from tei.text import Span

__all__ = ["header"]


def header(document: Document, block: str, language: str, *, characters: frozenset[int] = frozenset()) -> Element:
    """The ``teiHeader`` of a document.

    The words of the catalogue's fields are written here once each, the notation between them compared with what the
    stylesheet would write (``block`` is what this document has between two blocks); everything else here is a copy or a
    reading of words of the text. ``language`` is that of the text, ``characters`` are the code points that it has as
    ``g``. Appends a diagnostic to ``document.diagnostics`` for what a field says and the header does not.
    """
    front = Front(document, odd=bool(characters))
    survey = Survey.of(document)
    for person in contributors(document):
        front.reserve(person.id)
    root = Element("teiHeader")
    notes, original = describe(root, document, front, _citation(document))
    # an id that a person has cannot be a category's as well
    categories = survey.categories.difference(p.id for p in document.people)
    root.content.append(declaration(document.source, categories=categories, characters=characters))
    profile(root, document, front, survey, (language, *original))
    if notes is not None:
        front.notes(notes)
        front.notation(notes, block, block)
    return root


def _citation(document: Document) -> Citation:
    found = next((f for f in document.fields if f.name == "citation" and f.header), None)
    if found is None:
        return Citation()
    citation = parse_citation("\n".join(document.source.slice(p) for p in found.parts))
    for start, end in citation.unparsed:
        span = _place(found, start, end)
        words = plain(document.source.slice(span))
        words = words if len(words) <= 80 else words[:60].rstrip() + " …"
        document.diagnostics.append(
            Diagnostic.of(
                "citation-unparsed",
                f'"{words}" in the citation could not be taken apart',
                span,
                hint="it is in the citation as printed; add to the header by hand what it says",
            )
        )
    return citation


def _place(found: Field, start: int, end: int) -> Span:
    """A range of a field's words (its parts joined by line ends) as a span of the source."""
    at = 0
    for part in found.parts:
        length = part.end - part.start
        if start <= at + length:
            return Span(part.start + start - at, min(part.end, part.start + end - at))
        at += length + 1
    return found.span

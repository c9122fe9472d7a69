"""``fileDesc``: title, who made the text, who published it, and where the original is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.encode.citation import Citation
from tei.encode.credit import funders
from tei.encode.front import Front
from tei.encode.holding import NOWHERE, Holding, parse_holding, parse_source_note
from tei.encode.language import languages
from tei.encode.plain import plain
from tei.encode.responsibility import statements
from tei.model import Document, Field, Mark
from tei.ns import tei

__all__ = ["describe"]

_STEM = re.compile(r"[^\x00-\x1f<>]{1,200}")
_TERMS = re.compile(r"[;|\n]")


def describe(
    root: etree._Element, document: Document, front: Front, citation: Citation
) -> tuple[etree._Element | None, tuple[str, ...]]:
    """Appends ``fileDesc``.

    Gives back its ``notesStmt``, still empty (None without fields), and the languages of the original.
    """
    description = etree.SubElement(root, tei("fileDesc"))
    title = _title_statement(description, document, front)
    _publication(description, front, citation)
    notes = etree.SubElement(description, tei("notesStmt")) if front.fields else None
    return notes, _source(description, document, front, citation, title)


def _title_statement(description: etree._Element, document: Document, front: Front) -> str:
    statement = etree.SubElement(description, tei("titleStmt"))
    element = etree.SubElement(statement, tei("title"))
    words = _title(document)
    if not front.place("title", element):
        element.text = words
    for author in front.named("author", "creator"):
        for part in front.words(author):
            etree.SubElement(statement, tei("author")).text = plain(part)
    paying = [name for f in front.named("credits") for part in front.words(f) for name in funders(part)]
    for donor in front.named("donors", "funding", "funder", "sponsor"):
        for part in front.words(donor):
            paying.extend(funders(part) or _TERMS.split(part))
    for name in dict.fromkeys(plain(p) for p in paying):
        if name:
            etree.SubElement(statement, tei("funder")).text = name
    statements(statement, document)
    return words


def _title(document: Document) -> str:
    """The title's words as a copy, the file's name where the record has no title."""
    named = document.field("title")
    words = " ".join(plain(document.source.slice(p)) for p in named.parts) if named else ""
    if not words.strip():
        head = next(_headings(document.blocks), None)
        words = plain(document.source.slice(head.span)) if head else ""
    return words.strip() or _file(document) or "Untitled record"


def _headings(blocks: list[Mark]) -> Iterator[Mark]:
    """Headings of the text: that of a list says ``Participants``."""
    listed = 0
    for block in blocks:
        if block.kind == "list":
            listed = block.span.end
        elif block.kind == "head" and block.span.start >= listed:
            yield block


def _file(document: Document) -> str:
    name = document.source.name
    if name.startswith("<") or name == "-":
        return ""
    stem = PurePath(name.replace("\\", "/")).stem
    return plain(stem) if _STEM.fullmatch(stem) else ""


def _publication(description: etree._Element, front: Front, citation: Citation) -> None:
    statement = etree.SubElement(description, tei("publicationStmt"))
    rights, record = front.named("rights"), front.named("record-id")
    agency = citation.holding.institution
    if not (agency or rights or record or citation.urls):
        etree.SubElement(statement, tei("p")).text = "The transcript does not say who published it."
        return
    etree.SubElement(statement, tei("authority")).text = plain(agency) or "not stated in the source"
    for url in citation.urls:
        etree.SubElement(statement, tei("idno"), {"type": "URI"}).text = plain(url)
    if record:
        element = etree.SubElement(statement, tei("idno"), {"type": "record"})
        if not front.place("record-id", element):
            element.text = plain(" ".join(front.words(record[0])))
    if rights:
        availability = etree.SubElement(statement, tei("availability"))
        paragraph = etree.SubElement(availability, tei("p"))
        if not front.place("rights", paragraph):
            paragraph.text = plain(" ".join(front.words(rights[0])))


def _source(
    description: etree._Element, document: Document, front: Front, citation: Citation, title: str
) -> tuple[str, ...]:
    """``sourceDesc``; gives back the languages of the original."""
    source = etree.SubElement(description, tei("sourceDesc"))
    bibl = etree.SubElement(source, tei("bibl"))
    if front.place("citation", bibl):
        bibl.set("type", "citation")
    elif front.named("citation"):
        bibl.set("type", "citation")
        bibl.text = plain(" ".join(front.words(front.named("citation")[0])))
    else:
        name = _file(document)
        bibl.text = f"transcript {name}" if name else "transcript"
    holding = citation.holding if citation.holding != NOWHERE else _holding(document, front)
    original = front.named("original-language")
    if holding == NOWHERE and not original:
        return ()
    manuscript = etree.SubElement(source, tei("msDesc"))
    identifier = etree.SubElement(manuscript, tei("msIdentifier"))
    for tag, words in (
        ("institution", holding.institution),
        ("repository", holding.repository),
        ("collection", holding.collection),
    ):
        if words:
            etree.SubElement(identifier, tei(tag)).text = plain(words)
    if holding.call_number:
        etree.SubElement(identifier, tei("idno"), {"type": "callNumber"}).text = plain(holding.call_number)
    if not len(identifier):
        etree.SubElement(identifier, tei("msName")).text = title
    if holding.locus is None and not original:
        return ()
    item = etree.SubElement(etree.SubElement(manuscript, tei("msContents")), tei("msItem"))
    if holding.locus is not None:
        locus = etree.SubElement(item, tei("locus"))
        locus.text = plain(holding.locus.printed)
        if holding.locus.first:
            locus.set("from", holding.locus.first)
            locus.set("to", holding.locus.last)
    if not original:
        etree.SubElement(item, tei("title")).text = title
        return ()
    return _original_language(item, document, front, original[0])


def _original_language(item: etree._Element, document: Document, front: Front, original: Field) -> tuple[str, ...]:
    words = "\n".join(front.words(original))
    tags, unknown = languages(words)
    element = etree.SubElement(item, tei("textLang"))
    if tags:
        element.set("mainLang", tags[0])
        if len(tags) > 1:
            element.set("otherLangs", " ".join(tags[1:]))
    for name in unknown:
        document.diagnostics.append(
            Diagnostic.of(
                "language-unknown",
                f'"{plain(name)[:60]}" is no language that this program knows',
                original.span,
                hint="add its code to textLang and langUsage by hand",
            )
        )
    if not front.place("original-language", element):
        element.text = plain(words)
    return tags


def _holding(document: Document, front: Front) -> Holding:
    """Where the original is, by a catalogue field or by the note that names the source."""
    for stated in front.named("source", "repository", "archive"):
        found = parse_holding("\n".join(front.words(stated)))
        if found != NOWHERE:
            return found
    text = document.source.text
    for block in document.blocks:
        if block.kind == "note":
            start = block.syntax[0].end if block.syntax else block.span.start
            if text.startswith(("Source:", "[Source:"), start):
                return parse_source_note(text[start : min(block.span.end, start + 700)])
    return NOWHERE

"""``fileDesc``: title, who made the text, who published it, and where the original is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from tei.diagnostic import Diagnostic
from tei.encode.citation import Citation
from tei.encode.credit import funders
from tei.encode.front import Front
from tei.encode.holding import NOWHERE, Holding, parse_holding, parse_source_note
from tei.encode.language import languages
from tei.encode.markup import Element
from tei.encode.plain import plain
from tei.encode.responsibility import statements
from tei.model import Document, Field, Mark

__all__ = ["describe"]

_STEM = re.compile(r"[^\x00-\x1f<>]{1,200}")
_TERMS = re.compile(r"[;|\n]")


def describe(
    root: Element, document: Document, front: Front, citation: Citation
) -> tuple[Element | None, tuple[str, ...]]:
    """Appends ``fileDesc``.

    Gives back its ``notesStmt``, still empty (None without fields), and the languages of the original.
    """
    description = root.sub("fileDesc")
    title = _title_statement(description, document, front)
    _publication(description, front, citation)
    notes = description.sub("notesStmt") if front.fields else None
    return notes, _source(description, document, front, citation, title)


def _title_statement(description: Element, document: Document, front: Front) -> str:
    statement = description.sub("titleStmt")
    element = statement.sub("title")
    words = _title(document)
    if not front.place("title", element):
        element.say(words)
    for author in front.named("author", "creator"):
        for part in front.words(author):
            statement.sub("author", words=plain(part))
    paying = [name for f in front.named("credits") for part in front.words(f) for name in funders(part)]
    for donor in front.named("donors", "funding", "funder", "sponsor"):
        for part in front.words(donor):
            paying.extend(funders(part) or _TERMS.split(part))
    for name in dict.fromkeys(plain(p) for p in paying):
        if name:
            statement.sub("funder", words=name)
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


def _publication(description: Element, front: Front, citation: Citation) -> None:
    statement = description.sub("publicationStmt")
    rights, record = front.named("rights"), front.named("record-id")
    agency = citation.holding.institution
    if not (agency or rights or record or citation.urls):
        statement.sub("p", words="The transcript does not say who published it.")
        return
    statement.sub("authority", words=plain(agency) or "not stated in the source")
    for url in citation.urls:
        statement.sub("idno", {"type": "URI"}, plain(url))
    if record:
        element = statement.sub("idno", {"type": "record"})
        if not front.place("record-id", element):
            element.say(plain(" ".join(front.words(record[0]))))
    if rights:
        availability = statement.sub("availability")
        paragraph = availability.sub("p")
        if not front.place("rights", paragraph):
            paragraph.say(plain(" ".join(front.words(rights[0]))))


def _source(description: Element, document: Document, front: Front, citation: Citation, title: str) -> tuple[str, ...]:
    """``sourceDesc``; gives back the languages of the original."""
    source = description.sub("sourceDesc")
    bibl = source.sub("bibl")
    if front.place("citation", bibl):
        bibl.attrs["type"] = "citation"
    elif front.named("citation"):
        bibl.attrs["type"] = "citation"
        bibl.say(plain(" ".join(front.words(front.named("citation")[0]))))
    else:
        name = _file(document)
        bibl.say(f"transcript {name}" if name else "transcript")
    holding = citation.holding if citation.holding != NOWHERE else _holding(document, front)
    original = front.named("original-language")
    if holding == NOWHERE and not original:
        return ()
    manuscript = source.sub("msDesc")
    identifier = manuscript.sub("msIdentifier")
    for tag, words in (
        ("institution", holding.institution),
        ("repository", holding.repository),
        ("collection", holding.collection),
    ):
        if words:
            identifier.sub(tag, words=plain(words))
    if holding.call_number:
        identifier.sub("idno", {"type": "callNumber"}, plain(holding.call_number))
    if not identifier.content:
        identifier.sub("msName", words=title)
    if holding.locus is None and not original:
        return ()
    item = manuscript.sub("msContents").sub("msItem")
    if holding.locus is not None:
        locus = item.sub("locus")
        locus.say(plain(holding.locus.printed))
        if holding.locus.first:
            locus.attrs["from"] = holding.locus.first
            locus.attrs["to"] = holding.locus.last
    if not original:
        item.sub("title", words=title)
        return ()
    return _original_language(item, document, front, original[0])


def _original_language(item: Element, document: Document, front: Front, original: Field) -> tuple[str, ...]:
    words = "\n".join(front.words(original))
    tags, unknown = languages(words)
    element = item.sub("textLang")
    if tags:
        element.attrs["mainLang"] = tags[0]
        if len(tags) > 1:
            element.attrs["otherLangs"] = " ".join(tags[1:])
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
        element.say(plain(words))
    return tags


def _holding(document: Document, front: Front) -> Holding:
    """Where the original is, by the catalogue's fields or by the note that names the source."""
    stated = _kept(front, _stated(front))
    if stated != NOWHERE:
        return stated
    text = document.source.text
    for block in document.blocks:
        if block.kind == "note":
            start = block.syntax[0].end if block.syntax else block.span.start
            if text.startswith(("Source:", "[Source:"), start):
                return parse_source_note(text[start : min(block.span.end, start + 700)])
    return NOWHERE


def _stated(front: Front) -> Holding:
    """The holding that one field states."""
    for stated in front.named("source", "repository", "archive"):
        words = "\n".join(front.words(stated))
        found = parse_holding(words)
        if found != NOWHERE:
            return found
    return NOWHERE


def _kept(front: Front, holding: Holding) -> Holding:
    """The holding with what fields of their own say: collection, call number, ``Box: 12``."""
    collections = [" ".join(words) for f in front.named("collection") if (words := front.words(f))]
    numbers = [" ".join(words) for f in front.named("call-number") if (words := front.words(f))]
    for unit in front.named("unit"):
        printed = " ".join(front.words(unit))
        numbers.append(f"{front.label(unit)} {printed}" if printed[:1].isdigit() else printed)
    if not (collections or numbers):
        return holding
    return replace(
        holding,
        collection=holding.collection or "; ".join(collections),
        call_number=holding.call_number or ", ".join(n for n in numbers if n),
    )

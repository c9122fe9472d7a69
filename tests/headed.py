"""Records for the tests of the header, and what is read off it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lxml import etree

from data import SHARED
from tei.encode import encode
from tei.model import Document, Field, Mark
from tei.resources import resource
from tei.text import Source, Span

NS = {"t": "http://www.tei-c.org/ns/1.0"}
CITATION = (
    '"Talk", February 10, 1965, Wilson Center Digital Archive, PRC FMA 106-00827-02, 70-79. '
    "Obtained by Shen Zhihua and translated by Jeffrey Wang and Charles Kraus. https://example.org/document/116550"
)
Row = tuple[str, str, Sequence[str]]
SEED_ROWS: tuple[Row, ...] = (
    ("date", "", ["February 10, 1965"]),
    ("title", "", ["Talk"]),
    ("citation", "Citation", [CITATION]),
    ("summary", "Summary", ["They talked.", "They parted."]),
    ("credits", "Credits", ["This document was made possible with support from MacArthur Foundation"]),
    ("original-language", "Original Language", ["Chinese"]),
    ("contents", "Contents", ["Translation - English"]),
    ("rights", "Rights", ["The owner has not been found."]),
    ("record-id", "Record ID", ["116550"]),
    ("subjects", "Subjects", ["China--Foreign relations", "Korea; Soviet Union"]),
    ("classification", "Original Classification", ["Top Secret"]),
    ("unknown", "Shelf", ["one", "two"]),
)
BODY = "He said that the meeting was the first of many and that it was to be held in the city by the sea."


def record(rows: Sequence[Row] = (), body: str = BODY, **more: object) -> Document:
    """A document whose catalogue has these fields, and one paragraph."""
    text = ""
    fields = []
    for name, label, parts in rows:
        start = len(text)
        text += f"{label}:\n\n" if label else ""
        spans = []
        for part in parts:
            spans.append(Span(len(text), len(text) + len(part)))
            text += part + "\n\n"
        fields.append(Field(name, Span(start, start + len(label)), tuple(spans)))
    blocks = [Mark("p", Span(len(text), len(text) + len(body)))] if body else []
    name = more.pop("name", "<text>")
    source = Source(text + body + "\n", str(name), **more)
    return Document(source, fields, blocks)


def of(document: Document) -> etree._Element:
    return encode(document).root


def find(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return found


def said(root: etree._Element, path: str) -> list[str]:
    return [" ".join("".join(e.xpath(".//text()")).split()) for e in find(root, path)]


@cache
def grammars() -> tuple[etree.RelaxNG, ...]:
    """That of all TEI, and the project's own."""
    paths = (SHARED / "tei" / "tei_all.rng", resource("schemas", "record.rng"))
    return tuple(etree.RelaxNG(etree.parse(str(path))) for path in paths)


def valid(root: etree._Element) -> None:
    again = etree.fromstring(etree.tostring(root))
    for grammar in grammars():
        assert grammar.validate(again), grammar.error_log.last_error

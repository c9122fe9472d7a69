"""The law of completeness: each text node of the document reaches the reader once.

The letters and figures of each text node are looked for in those of the finished file: the running text in its order,
notes wherever a format puts them. What is not there is an error that names the element and its line; what is there
once more than in the document is a warning. Beside the text, formats for reading promise the title and what the header
says about the record.

Exceptions, all there are: blanks and punctuation, which are not compared; entries for an index (:data:`EXCEPTIONS`),
which are no words of the text; in CSV, what no row is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.ns import TEI
from tei.render.alignment import Align, Node
from tei.render.shown import FOLDED, letters, shown

__all__ = ["EXCEPTIONS", "completeness"]

EXCEPTIONS = ("index",)
# what a format for reading says of the record; paths in the header
PROMISED = (
    "t:fileDesc/t:titleStmt/t:title",
    "t:fileDesc/t:titleStmt/t:author",
    "t:fileDesc/t:titleStmt/t:editor",
    "t:fileDesc/t:titleStmt/t:respStmt/t:persName",
    "t:fileDesc/t:titleStmt/t:funder",
    "t:fileDesc/t:sourceDesc/t:bibl",
    "t:profileDesc/t:creation/t:date",
    "t:profileDesc/t:abstract",
)
_FOR_READING = ("html", "text", "markdown", "latex", "epub", "pdf", "docx", "json")
_NS = {"t": TEI}
_Find = Any  # lxml knows no type for what an expression finds
_APART = "t:note[@place][not(@place = 'inline')]"
_SKIPPED = "".join(f"[not(ancestor::t:{name})]" for name in EXCEPTIONS)
_MAIN: _Find = etree.XPath(f".//text()[normalize-space()][not(ancestor::{_APART})]{_SKIPPED}", namespaces=_NS)
_NOTES: _Find = etree.XPath(f".//{_APART}[not(ancestor::{_APART})]{_SKIPPED}", namespaces=_NS)
_TEXT: _Find = etree.XPath(f".//text()[normalize-space()]{_SKIPPED}", namespaces=_NS)
_BODIES: _Find = etree.XPath("/t:TEI/t:text | /t:TEI/t:sourceDoc", namespaces=_NS)
_PROMISED: _Find = etree.XPath(" | ".join(f"/t:TEI/t:teiHeader/{path}" for path in PROMISED), namespaces=_NS)
_TITLE: _Find = etree.XPath(f"/t:TEI/t:teiHeader/{PROMISED[0]}", namespaces=_NS)
_HEADER: _Find = etree.XPath("/t:TEI/t:teiHeader//text()", namespaces=_NS)
# what the rows of a table are about
_ROWS = {
    "turns": "t:sp | .//t:u",
    "mentions": "t:persName | .//t:placeName | .//t:orgName | .//t:rs | .//t:name | .//t:geogName | .//t:date | .//t:time",
    "redactions": "t:gap[@reason = 'redacted']",
}
_MOST = 100  # that are named
_PIECES = re.compile(r"\d+|[^\W\d_]+(?:[^\w\s/‐–—-][^\W\d_]+)*")  # a line, and so a page, may end after a hyphen


def completeness(
    tree: etree._ElementTree, data: bytes, format: str, *, params: Mapping[str, str] | None = None, path: str = ""
) -> list[Diagnostic]:
    """What of the document (as :func:`tei.render.prepare.prepare` gives it) a finished file does not show, or shows twice."""
    given = params or {}
    main: list[Node] = []
    notes: list[list[Node]] = []
    for body in _bodies(tree, format, given):
        main += _nodes(_MAIN(body), format)
        notes += [_nodes(_TEXT(note), format) for note in _NOTES(body)]
    output = shown(data, format)
    paged = format in FOLDED
    fold = FOLDED.get(format, str)
    about = "".join(letters(fold(str(text))) for text in _HEADER(tree))
    found = _aligned(output, main, notes, nearest=True, anywhere=paged)
    twice = found.twice(main, notes, about) if format in _FOR_READING else []
    if found.lost or twice:
        again = _aligned(output, main, notes, nearest=False, anywhere=paged)
        more = again.twice(main, notes, about) if format in _FOR_READING else []
        if (len(again.lost), len(more)) < (len(found.lost), len(twice)):
            found, twice = again, more
    lost = [*found.lost]
    if format in _FOR_READING:
        skipped = {*_TITLE(tree)} if "title" in given else set()
        for element in _PROMISED(tree):
            if element not in skipped:
                lost += [node for node in _nodes(_TEXT(element), format) if node.letters not in found.output]
    return _report(lost, twice, path)


def _aligned(output: str, main: list[Node], notes: list[list[Node]], *, nearest: bool, anywhere: bool) -> Align:
    found = Align(output, nearest=nearest)
    found.flow(main)
    for note in notes:
        found.moved(note)
    found.settle(anywhere=anywhere)
    return found


def _bodies(tree: etree._ElementTree, format: str, given: Mapping[str, str]) -> list[Any]:
    bodies = list(_BODIES(tree))
    if format != "csv":
        return bodies
    kinds = _ROWS[given.get("rows", "turns")]
    found: list[Any] = []
    for body in bodies:
        for element in body.xpath(f".//{kinds}", namespaces=_NS):
            if not any(parent in found[-8:] for parent in element.iterancestors()):  # rows of rows are in the outer one
                found.append(element)
    return found


def _nodes(texts: list[Any], format: str) -> list[Node]:
    if format in FOLDED:
        # Set in pages: what stands at their foot and head cuts a text anywhere between two words, cells come out in another
        # order, and figures among words written from right to left in another place.
        fold = FOLDED[format]
        made = [Node(letters(word), text) for text in texts for word in _PIECES.findall(fold(str(text)))]
    else:
        made = [Node(letters(str(text)), text) for text in texts]
    return [node for node in made if node.letters]


def _report(lost: list[Node], twice: list[str], path: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    lost = list({id(node.text): node for node in lost}.values())
    for node in lost[:_MOST]:
        element = node.element
        line: Any = element.sourceline or 0
        name = etree.QName(element).localname
        words = " ".join(str(node.text).split())
        found.append(
            Diagnostic.of(
                "text-not-shown",
                f'the words "{_short(words)}" of <{name}> are not shown',
                path=path,
                line=line,
                column=int(line > 0),
            )
        )
    if len(lost) > _MOST:
        found.append(
            Diagnostic.of("text-not-shown", f"{len(lost) - _MOST:,} more pieces of text are not shown", path=path)
        )
    found += (
        Diagnostic.of("text-shown-twice", f'"{_short(text)}" is shown twice', path=path) for text in twice[:_MOST]
    )
    return found


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"

"""One look at a record: its page, what was found in it, and where in the page each finding is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import TeiError
from tei.ns import XML_ID, tei
from tei.parse import parse_xml, positions, xml_bytes
from tei.pipeline import Edition, convert
from tei.read import read
from tei.register import load
from tei.render import rendition
from tei.text import Source
from tei.validate import validate

__all__ = ["Options", "Sight", "look"]

# what a finding is shown at: the blocks of a text, as the page has them
_BLOCKS = frozenset(map(tei, "p ab head item l speaker dateline salute signed cell note stage list sp lg div".split()))
_MOST_LINES = 20_000  # of the source that are shown
_XML = re.compile(rb"\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z])")
_ID = "preview-{}"  # no id of the converter's begins so


@dataclass(frozen=True, slots=True)
class Options:
    """What to look at, and how: as the options of ``tei convert``, ``validate`` and ``render``."""

    path: Path
    people: Path | None = None
    encoding: str | None = None
    schemas: tuple[str, ...] = ()
    css: Path | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    lang: str | None = None

    @property
    def watched(self) -> tuple[Path, ...]:
        """The files whose change is a reason to look again."""
        return tuple(path for path in (self.path, self.people, self.css) if path is not None)


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look gave: ``page`` is empty where there is none, and then ``error`` says why."""

    page: bytes = b""
    findings: tuple[Mapping[str, Any], ...] = ()
    lines: tuple[str, ...] = ()
    error: Mapping[str, Any] | None = None


def look(options: Options) -> Sight:
    """The page of a transcript or a TEI document, and what there is to say of it; a failure is a Sight too."""
    lines: tuple[str, ...] = ()
    try:
        data = xml_bytes(options.path)
        if _XML.match(data.removeprefix(b"\xef\xbb\xbf")):
            lines = _lines(data.decode("utf-8", "replace"))
            return _document(data, lines, options)
        source, reading = read(options.path, encoding=options.encoding)
        lines = _lines(source.text)
        register = load(options.people) if options.people else None
        return _transcript(convert(source, people=register), reading, source, lines, options)
    except TeiError as error:
        place = {"path": error.path, "line": error.line, "column": error.column}
        return Sight(lines=lines, error={"message": error.message, "hint": error.hint, **place})
    except OSError as error:
        said = f"{error.filename}: {(error.strerror or str(error)).lower()}"
        return Sight(lines=lines, error={"message": said, "hint": "", "path": "", "line": 0, "column": 0})


def _transcript(
    edition: Edition, reading: Sequence[Diagnostic], source: Source, lines: tuple[str, ...], options: Options
) -> Sight:
    tree = parse_xml(edition.xml)
    found = [*reading, *(d for d in edition.diagnostics if d not in reading)]
    spans = [
        (span.start, span.end, copy)
        for element, copy in zip(edition.tree.root.iter(etree.Element), tree.iter(etree.Element), strict=True)
        if copy.tag in _BLOCKS and (span := edition.tree.locate(element)) is not None
    ]
    records: list[dict[str, Any]] = []
    for diagnostic in found:
        record = _record(diagnostic)
        if diagnostic.span is not None:
            start = diagnostic.span.start
            record["line"], record["column"] = source.position(start)
            record["length"] = max(1, diagnostic.span.end - start)
            # the innermost block begins last
            around = [(s, e, copy) for s, e, copy in spans if s <= start <= e]
            record["target"] = _target(max(around, key=lambda one: one[0])[2], len(records)) if around else ""
        records.append(record)
    return _shown(tree, records, lines, options)


def _document(data: bytes, lines: tuple[str, ...], options: Options) -> Sight:
    found = validate(data, name=str(options.path), path=options.path, schema=options.schemas or None)
    broken = next((d for d in found if d.code == "not-well-formed"), None)
    if broken is not None:
        return Sight(lines=lines, error=_record(broken))
    tree = parse_xml(data, name=str(options.path))
    elements = list(tree.iter(etree.Element))
    places = positions(data)
    records: list[dict[str, Any]] = []
    for diagnostic in found:
        record = _record(diagnostic)
        at = _at(places, (diagnostic.line, diagnostic.column))
        record["target"] = _target(elements[at], len(records)) if 0 <= at < len(elements) else ""
        records.append(record)
    return _shown(tree, records, lines, options)


def _shown(tree: etree._ElementTree, records: list[dict[str, Any]], lines: tuple[str, ...], options: Options) -> Sight:
    css = options.css.read_text(encoding="utf-8") if options.css else None
    made = rendition(tree, "html", css=css, params=dict(options.params), lang=options.lang)
    records += (_record(diagnostic) for diagnostic in made.diagnostics)
    return Sight(made.data, tuple(records), lines)


def _record(diagnostic: Diagnostic) -> dict[str, Any]:
    record: dict[str, Any] = {
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "expected": list(diagnostic.expected[:6]),
    }
    if diagnostic.line:
        record["line"], record["column"] = diagnostic.line, diagnostic.column
    return record


def _target(element: etree._Element, number: int) -> str:
    """The id under which the page has the block around an element; "" for what is not in the text."""
    block: etree._Element | None = element
    while block is not None and block.tag not in _BLOCKS:
        block = block.getparent()
    if block is None or not any(parent.tag == tei("text") for parent in block.iterancestors()):
        return ""
    if block.get(XML_ID) is None:
        block.set(XML_ID, _ID.format(number))
    return str(block.get(XML_ID))


def _at(places: Sequence[tuple[int, int]], place: tuple[int, int]) -> int:
    """The number of the last element that begins at a place or before it; -1 where none does."""
    found = -1
    for number, begins in enumerate(places):
        if begins > place:
            break
        found = number
    return found


def _lines(text: str) -> tuple[str, ...]:
    return tuple(_capped(text.splitlines()))


def _capped(lines: Sequence[str]) -> Iterable[str]:
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"… {len(lines) - _MOST_LINES:,} more lines"

"""Is this TEI right? Grammar, Schematron, pointers, ids: a literal list of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import InputError
from tei.parse import parse_xml, positions, xml_bytes
from tei.resources import resource
from tei.text import Span
from tei.tree import Tree
from tei.validate.finding import Finding
from tei.validate.relaxng import Report, Schema
from tei.validate.rules.date import dates
from tei.validate.rules.identifier import identifiers
from tei.validate.rules.person import people
from tei.validate.rules.pointer import pointers
from tei.validate.schematron import assertions

__all__ = ["Report", "Schema", "gate", "validate"]

# the document, the schema given (None: the project's own) → findings
Check = Callable[[etree._ElementTree, Path | None], Iterable[Finding]]
Locate = Callable[[etree._ElementTree, etree._Element], int | None]


def _rules(tree: etree._ElementTree, schema: Path | None) -> Iterable[Finding]:
    """The project's own rules go with the project's own schema."""
    return () if schema else assertions(tree, resource("schemas", "record.sch"))


# what is wrong with the elements of a document, besides its grammar
CHECKS: tuple[Check, ...] = (
    lambda tree, _: pointers(tree.getroot()),
    lambda tree, _: identifiers(tree.getroot()),
    lambda tree, _: dates(tree.getroot()),
    lambda tree, _: people(tree.getroot()),
    _rules,
)
# two messages with one cause: what a check says of an element, and what the grammar then need not say of it
_SAME_CAUSE = {
    "id-duplicate": ("id-duplicate",),
    "pointer-dangling": ("pointer-dangling",),
    "date-contradictory": ("schematron",),
    "schematron": ("attribute-missing", "attribute-misplaced", "element-incomplete"),
}
_MOST_LOCATED = 100  # finding a place in the transcript rebuilds it: beyond this many the place in the XML must do


def validate(
    document: str | Path | bytes | etree._ElementTree | Tree,
    *,
    schema: str | Path | None = None,
    name: str = "",
    locate: Locate | None = None,
) -> list[Diagnostic]:
    """The findings of all checks, in document order; an empty list for a document that is right.

    ``document`` is a path, the bytes of a file, an edition's tree or a parsed one (whose places are then
    those of its serialisation); ``schema`` a RELAX NG file instead of the project's own; ``name`` what
    messages call the document. ``locate`` gives an element's offset in the transcript that it was made from.

    A document that is not well-formed is a finding; a missing file or a limit passed raises InputError, a
    schema that does not compile ResourceError.
    """
    data = b""
    if isinstance(document, Tree):
        tree = etree.ElementTree(document.root)
    elif isinstance(document, etree._ElementTree):
        tree = document
    else:
        data = document if isinstance(document, bytes) else xml_bytes(document)
        name = name or ("" if isinstance(document, bytes) else str(document))
        try:
            tree = parse_xml(data, name=name)
        except InputError as error:
            if type(error) is InputError and error.line:
                return [_broken(error, name)]
            raise
    given = Path(schema) if schema else None
    if isinstance(document, Tree):  # as it is now, not as it was first written
        data = Tree(document.root, document.source).xml
    data = data or etree.tostring(tree, encoding="UTF-8")
    report = _schema(str(given or resource("schemas", "record.rng")), *_version(given)).validate(data, name=name)
    grammar = list(report)
    found = [finding for check in CHECKS for finding in check(tree, given)]
    if not found and not grammar:
        return []
    return _placed(found, list(zip(report.numbers, grammar, strict=True)), tree, data, name, _locator(document, locate))


def gate(data: bytes) -> Diagnostic | None:
    """The first way in which a document breaks the project's own grammar; None for one that does not."""
    return next(iter(_schema(str(resource("schemas", "record.rng")), 0, 0).validate(data)), None)


def _version(path: Path | None) -> tuple[int, int]:
    """What tells that a schema has changed; the project's own does not."""
    try:
        stat = path.stat() if path is not None else None
    except OSError:
        stat = None
    return (0, 0) if stat is None else (stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=8)
def _schema(path: str, _changed: int, _size: int) -> Schema:
    return Schema.load(path)


def _broken(error: InputError, name: str) -> Diagnostic:
    line, column = error.line, error.column
    return Diagnostic.of("not-well-formed", error.message, hint=error.hint, path=name, line=line, column=column)


def _locator(document: object, locate: Locate | None) -> Locate | None:
    """An edition's tree knows the places of its elements itself."""
    if locate is not None or not isinstance(document, Tree):
        return locate

    def own(_: etree._ElementTree, element: etree._Element) -> int | None:
        span = document.locate(element)
        return None if span is None else span.start

    return own


def _placed(
    found: list[Finding],
    grammar: list[tuple[int, Diagnostic]],
    tree: etree._ElementTree,
    data: bytes,
    name: str,
    locate: Locate | None,
) -> list[Diagnostic]:
    """All findings as diagnostics with their places, in document order; one cause, one message."""
    elements = list(tree.iter(etree.Element))
    order = {element: at for at, element in enumerate(elements)}
    said: set[tuple[int, str]] = set()
    by_grammar = {(at, one.code) for at, one in grammar}
    made: list[tuple[int, Diagnostic]] = []
    if found:
        places = positions(data)
        for code, element, message, hint, expected in found:
            at = order[element]
            if code == "date-impossible" and (at, "attribute-value") in by_grammar:
                continue  # which says so too
            plainer = ("id-duplicate", "pointer-dangling", "schematron")
            if code == "schematron" and any((at, one) in said for one in plainer):
                continue
            said.update((at, same) for same in _SAME_CAUSE.get(code, ()))
            line, column = places[at] if at < len(places) else (int(getattr(element, "sourceline", 0) or 1), 1)
            made.append(
                (at, Diagnostic.of(code, message, expected=expected, hint=hint, path=name, line=line, column=column))
            )
    made.extend((at, one) for at, one in grammar if (at, one.code) not in said)
    made.sort(key=lambda pair: (pair[1].line, pair[1].column))
    located = []
    for number, (at, one) in enumerate(made):
        offset = None
        if locate is not None and number < _MOST_LOCATED and 0 <= at < len(elements):
            offset = locate(tree, elements[at])
        located.append(one if offset is None else replace(one, span=Span(offset, offset + 1)))
    return located

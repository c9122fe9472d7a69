"""Is this TEI right? Grammar, Schematron, pointers, ids: a literal list of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import InputError
from tei.parse import parse_xml, positions, xml_bytes
from tei.resources import resource
from tei.text import Span
from tei.tree import Tree
from tei.validate.finding import Finding
from tei.validate.relaxng import grammar
from tei.validate.rules.identifier import identifiers
from tei.validate.rules.pointer import pointers
from tei.validate.schematron import assertions

__all__ = ["validate"]

# the document, the schema given (None: the project's own) → findings
Check = Callable[[etree._ElementTree, Path | None], Iterable[Finding]]
Locate = Callable[[etree._ElementTree, etree._Element], int | None]


def _grammar(tree: etree._ElementTree, schema: Path | None) -> Iterator[Finding]:
    return grammar(tree, schema or resource("schemas", "record.rng"))


def _rules(tree: etree._ElementTree, schema: Path | None) -> Iterable[Finding]:
    """The project's own rules go with the project's own schema."""
    return () if schema else assertions(tree, resource("schemas", "record.sch"))


# in order of plainness: where an earlier check has spoken of an element, the grammars say no more
CHECKS: tuple[Check, ...] = (
    lambda tree, _: pointers(tree.getroot()),
    lambda tree, _: identifiers(tree.getroot()),
    _rules,
    _grammar,
)
_SECOND = frozenset({"schematron", "schema"})
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
    found = [finding for check in CHECKS for finding in check(tree, given)]
    if not found:
        return []
    if isinstance(document, Tree):  # as it is now, not as it was first written
        data = Tree(document.root, document.source).xml
    return _placed(found, tree, data or etree.tostring(tree, encoding="UTF-8"), name, _locator(document, locate))


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
    found: list[Finding], tree: etree._ElementTree, data: bytes, name: str, locate: Locate | None
) -> list[Diagnostic]:
    """The findings as diagnostics with line and column, in document order; one cause, one message."""
    order = {element: at for at, element in enumerate(tree.iter(etree.Element))}
    places = positions(data)
    made: list[tuple[int, Finding]] = []
    said: dict[int, str] = {}
    for finding in found:
        at = order[finding.element]
        if finding.code in _SECOND and said.get(at, finding.code) != finding.code:
            continue
        said[at] = finding.code
        made.append((at, finding))
    made.sort(key=lambda pair: pair[0])
    diagnostics = []
    for number, (at, (code, element, message, hint, expected, _, _)) in enumerate(made):
        line, column = places[at] if at < len(places) else (int(getattr(element, "sourceline", 0) or 1), 1)
        offset = locate(tree, element) if locate is not None and number < _MOST_LOCATED else None
        span = None if offset is None else Span(offset, offset + 1)
        diagnostics.append(
            Diagnostic.of(code, message, span, expected=expected, hint=hint, path=name, line=line, column=column)
        )
    return diagnostics

"""Is this TEI right? Grammar, Schematron, pointers, ids: a literal list of checks, each finding with its line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import InputError
from tei.parse import parse_xml, positions
from tei.resources import resource
from tei.text import Span
from tei.validate.relaxng import grammar
from tei.validate.rules.identifier import identifiers
from tei.validate.rules.pointer import pointers
from tei.validate.schematron import assertions

__all__ = ["validate"]

Finding = tuple[str, etree._Element, str, str]
# the document, the schema given (None: the project's own) → findings
Check = Callable[[etree._ElementTree, Path | None], Iterable[Finding]]


def _grammar(tree: etree._ElementTree, schema: Path | None) -> Iterator[Finding]:
    return grammar(tree, schema or resource("schemas", "record.rng"))


def _rules(tree: etree._ElementTree, schema: Path | None) -> Iterable[Finding]:
    """The project's own rules go with the project's own schema."""
    return () if schema else assertions(tree, resource("schemas", "record.sch"))


# in order of plainness: where an earlier check has spoken of an element, the grammars say nothing more about it
CHECKS: tuple[Check, ...] = (
    lambda tree, _: pointers(tree.getroot()),
    lambda tree, _: identifiers(tree.getroot()),
    _rules,
    _grammar,
)
_SECOND = frozenset({"schematron", "schema"})


def validate(
    document: str | Path | bytes | etree._ElementTree,
    *,
    schema: str | Path | None = None,
    name: str = "",
    locate: Callable[[etree._ElementTree, etree._Element], int | None] | None = None,
) -> list[Diagnostic]:
    """The findings of all checks, in document order; an empty list for a document that is right.

    ``document`` is a path, the bytes of a file or a parsed tree; ``schema`` a RELAX NG file instead of the project's own;
    ``name`` what messages call the document. ``locate`` gives an element's offset in the transcript that it was made from.

    A document that is not well-formed is a finding; a missing file or a limit passed raises InputError, a schema that does
    not compile ResourceError.
    """
    if isinstance(document, etree._ElementTree):
        data, tree = etree.tostring(document), document
    else:
        data = document if isinstance(document, bytes) else b""
        name = name or ("" if isinstance(document, bytes) else str(document))
        try:
            tree = parse_xml(document, name=name)
        except InputError as error:
            if error.line and type(error) is InputError:
                return [Diagnostic.of("not-well-formed", error.message, hint=error.hint, path=name, line=error.line, column=error.column)]
            raise
        data = data or Path(str(document)).read_bytes()
    given = Path(schema) if schema else None
    found = [finding for check in CHECKS for finding in check(tree, given)]
    if not found:
        return []
    order = {element: at for at, element in enumerate(tree.iter(etree.Element))}
    places = positions(data)
    made: list[tuple[int, Diagnostic]] = []
    said: dict[int, str] = {}
    for code, element, message, hint in found:
        at = order.get(element, 0)
        if code in _SECOND and said.get(at, code) != code:
            continue
        said[at] = code
        line, column = places[at] if at < len(places) else (element.sourceline or 1, 1)
        offset = locate(tree, element) if locate else None
        span = None if offset is None else Span(offset, offset + 1)
        made.append((at, Diagnostic.of(code, message, span, hint=hint, path=name, line=line, column=column)))
    made.sort(key=lambda pair: pair[0])
    return [diagnostic for _, diagnostic in made]

"""Is this TEI right? Grammar, Schematron, pointers, ids, dates: literal lists of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import InputError
from tei.parse import opening, parse_xml, positions, xml_bytes
from tei.resources import resource
from tei.text import Source, Span
from tei.tree import Tree, serialised
from tei.validate.association import SchemaRef, UnresolvedError, schemas_for
from tei.validate.finding import Finding
from tei.validate.once import Said, mentioned, once
from tei.validate.relaxng import Report, Schema
from tei.validate.rules.date import dates
from tei.validate.rules.identifier import identifiers
from tei.validate.rules.loss import lost
from tei.validate.rules.mention import mentions
from tei.validate.rules.person import people
from tei.validate.rules.pointer import pointers
from tei.validate.schematron import assertions, embedded, run

__all__ = ["Report", "Schema", "SchemaRef", "gate", "is_long", "schemas_for", "validate"]

Rule = Callable[[etree._Element], Iterable[Finding]]
Check = Callable[[etree._ElementTree, SchemaRef, str | None], Iterable[Finding]]
Locate = Callable[[etree._ElementTree, etree._Element], int | None]

# whatever the schema: what is always wrong
RULES: tuple[Rule, ...] = (pointers, identifiers, dates)
# what TEI allows and an editor should look at
ADVICE: tuple[Rule, ...] = (people, mentions)


def _embedded(tree: etree._ElementTree, ref: SchemaRef, _: str | None) -> Iterable[Finding]:
    rules = embedded(ref.path)
    return run(rules, tree) if rules is not None else ()


def _assertions(tree: etree._ElementTree, ref: SchemaRef, phase: str | None) -> Iterable[Finding]:
    return assertions(tree, ref.path, phase=phase or ref.phase)


# kind of schema, what holds a document against it; in order of plainness: what is said first is not said again
CHECKS: tuple[tuple[str, Check], ...] = (
    ("schematron", _assertions),
    ("relaxng", _embedded),
)
_GRAMMARS = frozenset({"relaxng", "rnc"})  # which come last
_LONGEST = 64 * 1024 * 1024  # bytes of a document that is read as a whole
_MOST_LOCATED = 100  # finding a place in the transcript rebuilds it: beyond this many the place in the XML must do


@dataclass(frozen=True, slots=True)
class _Document:
    """A document as it was given: its bytes, its name in messages, its file where it has one."""

    tree: etree._ElementTree
    data: bytes
    name: str
    path: Path | None


def validate(
    document: str | Path | bytes | etree._ElementTree | Tree,
    *,
    schema: str | Path | Sequence[str | Path] | None = None,
    name: str = "",
    locate: Locate | None = None,
    path: str | Path | None = None,
    phase: str | None = None,
    catalogs: Sequence[str | Path] = (),
    fetch: bool = False,
    within: Path | None = None,
    advice: bool = False,
    grammar_only: bool = False,
    source: Source | None = None,
) -> list[Diagnostic]:
    """The findings of all checks, in document order; an empty list for a document that is right.

    ``document`` is a path, the bytes of a file, an edition's tree or a parsed one (whose places are then
    those of its serialisation); ``name`` what messages call it, ``path`` where it lies when it is not given as a path.
    ``schema`` is a RELAX NG or Schematron file, an address or name (see :data:`tei.validate.association.NAMES`), or several;
    without it those that the document names count, else the project's own. ``catalogs``, ``fetch`` and ``within`` say where
    they are found (:func:`schemas_for`); ``phase`` is that of the Schematron.

    ``grammar_only`` leaves out all rules but the grammar's; ``advice`` adds what TEI allows and an editor should look at,
    ``source`` the words of a transcript that the document lacks.
    ``locate`` gives an element's offset in the transcript that it was made from.

    A document that is not well-formed is a finding; a missing file or a limit passed raises InputError, a
    schema that does not compile ResourceError.
    """
    if isinstance(document, str | Path | bytes) and is_long(document):
        name = name or ("" if isinstance(document, bytes) else str(document))
        remark = () if grammar_only else (_partly(name),)
        return [*remark, *_long(document, name, path, schema, catalogs, fetch, within)]
    try:
        given = _given(document, name, None if path is None else Path(path))
    except InputError as error:
        if type(error) is InputError and error.line:
            return [_broken(error, name or (str(document) if isinstance(document, str | Path) else ""))]
        raise
    unresolved: list[Diagnostic] = []
    refs: list[SchemaRef] = []
    try:
        refs = schemas_for(given.tree, path=given.path, schema=schema, catalogs=catalogs, fetch=fetch, within=within)
    except UnresolvedError as error:
        line = max(error.line, 1)
        unresolved.append(
            Diagnostic.of("schema-unresolved", error.message, hint=error.hint, path=given.name, line=line, column=1)
        )
    root = given.tree.getroot()
    rules = () if grammar_only else (*RULES, *(ADVICE if advice else ()))
    found = [finding for rule in rules for finding in rule(root)]
    for kind, check in () if grammar_only else CHECKS:
        found += [finding for ref in refs if ref.kind == kind for finding in check(given.tree, ref, phase)]
    grammar = [one for ref in refs if ref.kind in _GRAMMARS for one in _grammar(ref, given.data, given.name)]
    placed = _placed(found, grammar, given, _locator(document, locate)) if found or grammar else []
    return [*unresolved, *placed, *(lost(root, source) if source is not None else ())]


def is_long(document: str | Path | bytes) -> bool:
    """Whether a document is too long to be read as a whole, so that only its grammar is looked at, as a stream."""
    if isinstance(document, bytes):
        return len(document) > _LONGEST
    try:
        return Path(document).stat().st_size > _LONGEST
    except OSError:
        return False


def _long(
    document: str | Path | bytes,
    name: str,
    path: str | Path | None,
    schema: str | Path | Sequence[str | Path] | None,
    catalogs: Sequence[str | Path],
    fetch: bool,
    within: Path | None,
) -> list[Diagnostic]:
    """What grammars say of a document that is too long for a tree."""
    path = path if isinstance(document, bytes) else path or document
    refs = schemas_for(
        opening(document, name=name),
        path=None if path is None else Path(path),
        schema=schema,
        catalogs=catalogs,
        fetch=fetch,
        within=within,
    )
    grammars = [ref for ref in refs if ref.kind in _GRAMMARS]
    whole = document if isinstance(document, bytes) else Path(document)
    return [one for ref in grammars for _, one in _grammar(ref, whole, name)]


def _partly(name: str) -> Diagnostic:
    return Diagnostic.of(
        "rules-skipped",
        f"the document is longer than {_LONGEST // 2**20} MB, so only its grammar was looked at",
        hint="split it to have pointers, ids, dates and Schematron rules checked too",
        path=name,
        line=1,
        column=1,
    )


def gate(data: bytes) -> Diagnostic | None:
    """The first way in which a document breaks the project's own grammar; None for one that does not."""
    return next(iter(_schema(str(resource("schemas", "record.rng")), 0, 0).validate(data)), None)


def _grammar(ref: SchemaRef, document: bytes | Path, name: str) -> list[tuple[int, Diagnostic]]:
    """(number of the element, finding) of all that a grammar says."""
    stat = ref.path.stat()
    report = _schema(str(ref.path), stat.st_mtime_ns, stat.st_size).validate(document, name=name)
    found = list(report)
    return list(zip(report.numbers, found, strict=True))


@lru_cache(maxsize=8)
def _schema(path: str, _changed: int, _size: int) -> Schema:
    return Schema.load(path)


def _given(document: str | Path | bytes | etree._ElementTree | Tree, name: str, path: Path | None) -> _Document:
    if isinstance(document, Tree):  # its places are those that it has as it is now, not as it was first written
        return _Document(etree.ElementTree(document.root), serialised(document.root), name, path)
    if isinstance(document, etree._ElementTree):
        return _Document(document, etree.tostring(document, encoding="UTF-8"), name, path)
    data = document if isinstance(document, bytes) else xml_bytes(document)
    if not isinstance(document, bytes):
        name, path = name or str(document), path or Path(document)
    return _Document(parse_xml(data, name=name), data, name, path)


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
    found: list[Finding], grammar: list[tuple[int, Diagnostic]], given: _Document, locate: Locate | None
) -> list[Diagnostic]:
    """The findings as diagnostics with line and column, in document order; one cause, one message."""
    elements = list(given.tree.iter(etree.Element))
    order = {element: at for at, element in enumerate(elements)}
    places = positions(given.data) if found else []
    said: list[Said] = []
    for finding in found:
        at = order[finding.element]
        line, column = places[at] if at < len(places) else (int(getattr(finding.element, "sourceline", 0) or 1), 1)
        diagnostic = Diagnostic.of(
            finding.code,
            finding.message,
            severity=finding.severity,
            expected=finding.expected,
            hint=finding.hint,
            path=given.name,
            line=line,
            column=column,
        )
        said.append(Said(diagnostic, finding.about, at))
    codes = {(one.element, one.diagnostic.code) for one in said}
    for at, diagnostic in grammar:
        if (at, diagnostic.code) not in codes:  # ids and references to them are checked in any document
            said.append(Said(diagnostic, mentioned(f"{diagnostic.message} {diagnostic.hint}"), at))
    # a name that is all but right is the plainest of causes
    said.sort(key=lambda one: not (one.about and one.diagnostic.hint.startswith("did you mean")))
    kept = sorted(once(said), key=lambda one: (one.diagnostic.line, one.diagnostic.column))
    located = []
    for number, (diagnostic, _, at) in enumerate(kept):
        if locate is not None and number < _MOST_LOCATED and 0 <= at < len(elements):
            diagnostic = replace(diagnostic, span=_span(locate(given.tree, elements[at])))
        located.append(diagnostic)
    return located


def _span(offset: int | None) -> Span | None:
    return None if offset is None else Span(offset, offset + 1)

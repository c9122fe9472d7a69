"""Schematron rules over a document: for each pattern, each node is for the first rule that fits it.

A schema is compiled once (:func:`compiled`), so that what is wrong with it is said before any document is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei.errors import ResourceError
from tei.validate.finding import Finding
from tei.validate.schematron.about import attributes
from tei.validate.schematron.binding import Binding, Evaluation, Node, QueryError, RefusedQueryError, Scope
from tei.validate.schematron.extended import Extended
from tei.validate.schematron.native import Native
from tei.validate.schematron.schema import Assertion, Let, Part, Place, Rule, Schema

__all__ = ["BINDINGS", "Compiled", "RefusedError", "check_rule", "compiled", "run"]

_ALL, _DEFAULT = "#ALL", "#DEFAULT"


def _native(schema: Schema) -> Binding:
    return Native(schema.namespaces, schema.keys)


def _extended(schema: Schema) -> Binding:
    return Extended(schema.namespaces, keys=schema.keys)


# @queryBinding (ISO/IEC 19757-3, annex C and after) → what runs it
BINDINGS: Mapping[str, Callable[[Schema], Binding]] = {
    "": _native,
    "xslt": _native,
    "xslt1": _native,
    "xpath": _native,
    "xpath1": _native,
    "exslt": _native,
    "xslt2": _extended,
    "xpath2": _extended,
    "xslt3": _extended,
    "xpath3": _extended,
    "xpath31": _extended,
}


class RefusedError(ResourceError):
    """A rule that would open other files."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A schema whose expressions are known to be right, with its query language.

    The rules in ``old`` (places of pattern and rule) are in another language, ``native``. ``is_lenient`` where nobody asked
    for these rules: those that cannot be run are passed over and counted.
    """

    schema: Schema
    binding: Binding
    native: Binding | None = None
    old: frozenset[tuple[int, int]] = frozenset()
    is_lenient: bool = False


def compiled(schema: Schema) -> Compiled:
    """Looks at every expression of a schema.

    Raises ResourceError, with file and line, for the first that is wrong.
    """
    if schema.binding not in BINDINGS:
        known = ", ".join(sorted(name for name in BINDINGS if name))
        raise ResourceError(
            f'the query language "{schema.binding}" is not known', path=schema.path, line=1, hint=f"known are {known}"
        )
    binding = BINDINGS[schema.binding](schema)
    names = _checked(binding, schema.lets, ())
    for key in schema.keys:
        _check(binding, key.match, (), key.place)
        _check(binding, key.use, (), key.place)
    phases = {let.name for phase in schema.phases.values() for let in phase.lets}
    for phase in schema.phases.values():
        _checked(binding, phase.lets, names)
    for pattern in schema.patterns:
        visible = _checked(binding, pattern.lets, names | phases)
        for rule in pattern.rules:
            check_rule(binding, rule, visible)
    return Compiled(schema, binding)


def check_rule(binding: Binding, rule: Rule, known: Iterable[str]) -> None:
    """Raises ResourceError for the first expression of a rule that is wrong."""
    _check(binding, rule.context, known, rule.place)
    names = _checked(binding, rule.lets, known)
    for assertion in rule.assertions:
        said = (part.text for parts in (assertion.message, *assertion.hints) for part in parts if part.is_expression)
        for expression in (assertion.test, *said, assertion.subject or rule.subject or "."):
            _check(binding, expression, names, assertion.place)


def _checked(binding: Binding, lets: Iterable[Let], known: Iterable[str]) -> set[str]:
    names = set(known)
    for let in lets:
        _check(binding, let.value, names, let.place)
        names.add(let.name)
    return names


def _check(binding: Binding, expression: str, known: Iterable[str], place: Place) -> None:
    try:
        binding.check(expression, known)
    except QueryError as error:
        raise _wrong(error, expression, place) from error


def _wrong(error: QueryError, expression: str, place: Place) -> ResourceError:
    shown = " ".join(expression.split())
    shown = shown if len(shown) <= 80 else f"{shown[:79]}…"
    kind = RefusedError if isinstance(error, RefusedQueryError) else ResourceError
    return kind(f"{error.message}: {shown}", path=place.path, line=place.line, hint=error.hint)


def run(rules: Compiled, tree: etree._ElementTree, phase: str | None = None) -> Iterator[Finding]:
    """A finding for each assertion that fails, and each report that is met.

    Raises ResourceError for a phase that the schema lacks, and for an expression that cannot be worked out.
    """
    schema = rules.schema
    active, lets = _active(schema, phase)
    started: dict[Binding, Evaluation] = {}
    shared: dict[Binding, dict[str, object]] = {}
    skipped = 0
    for i, pattern in enumerate(schema.patterns):
        if active is not None and pattern.id not in active:
            continue
        outer = {let.name: let for let in (*lets, *pattern.lets)}
        taken: set[Node] = set()
        for j, rule in enumerate(pattern.rules):
            binding = rules.native if rules.native is not None and (i, j) in rules.old else rules.binding
            if binding not in started:
                started[binding] = binding.start(tree)
            # what patterns have in common is worked out once
            values = {} if pattern.lets else shared.setdefault(binding, {})
            try:
                nodes = [
                    node for node in _selected(started[binding], rule, Scope(outer, {}, values)) if node not in taken
                ]
                taken.update(nodes)
                scope = Scope(outer, {let.name: let for let in rule.lets}, values)
                for assertion in rule.assertions if nodes else ():
                    yield from _findings(started[binding], rule, assertion, nodes, scope)
            except ResourceError as error:
                if not rules.is_lenient:
                    raise
                skipped, reason, hint = skipped + 1, error.message, error.hint
    if skipped:
        count = "1 rule" if skipped == 1 else f"{skipped} rules"
        message = f"{count} in {Path(schema.path).name} could not be looked at: {reason}"
        yield Finding("rules-skipped", tree.getroot(), message, hint)


def _selected(evaluation: Evaluation, rule: Rule, scope: Scope) -> list[Node]:
    try:
        return evaluation.select(rule.context, scope)
    except QueryError as error:
        raise _wrong(error, rule.context, rule.place) from error


def _active(schema: Schema, phase: str | None) -> tuple[tuple[str, ...] | None, list[Let]]:
    """The ids of the patterns of a phase (None: all of them), and the variables that they may use."""
    name = phase or _DEFAULT
    if name == _DEFAULT:
        name = schema.default_phase or _ALL
    if name == _ALL:
        return None, list(schema.lets)
    if name not in schema.phases:
        known = ", ".join(sorted(schema.phases))
        hint = f"there is {known}" if known else "it has no phases"
        raise ResourceError(f'the schema has no phase "{name}"', path=schema.path, hint=hint)
    chosen = schema.phases[name]
    return chosen.active, [*schema.lets, *chosen.lets]


def _findings(
    evaluation: Evaluation, rule: Rule, assertion: Assertion, nodes: list[Node], scope: Scope
) -> Iterator[Finding]:
    try:
        met = evaluation.met(nodes, assertion.test, scope, wanted=assertion.is_report)
        yield from [_finding(evaluation, rule, assertion, node, scope) for node in met]
    except RefusedQueryError as error:
        raise _wrong(error, assertion.test, assertion.place) from error
    except QueryError as error:
        if len(nodes) > 1:  # what one node makes of it says nothing of the others
            for node in nodes:
                yield from _findings(evaluation, rule, assertion, [node], scope)
            return
        where = f"line {assertion.place.line} of {Path(assertion.place.path).name}"
        yield Finding(
            "rules-skipped", _element(nodes[0].element), f"the rule in {where} fails here: {error.message}", error.hint
        )


def _finding(evaluation: Evaluation, rule: Rule, assertion: Assertion, node: Node, scope: Scope) -> Finding:
    subject = assertion.subject or rule.subject
    at = (evaluation.about(node, subject, scope) if subject else None) or node
    hints = (_said(evaluation, node, hint, scope) for hint in assertion.hints)
    return Finding(
        "schematron",
        _element(at.element),
        _said(evaluation, node, assertion.message, scope) or f"the rule {assertion.id or assertion.test} is not met",
        "; ".join(filter(None, hints)),
        severity=assertion.severity,
        about=attributes(assertion.test, rule, node),
    )


def _element(node: etree._Element) -> etree._Element:
    """The element itself; for a comment or an instruction the one around it."""
    while not isinstance(node.tag, str):
        parent = node.getparent()
        if parent is None:
            return node.getroottree().getroot()
        node = parent
    return node


def _said(evaluation: Evaluation, node: Node, parts: tuple[Part, ...], scope: Scope) -> str:
    """A message with the values of its expressions; the author's words, in one line, without the full stop."""
    words = (evaluation.string(node, part.text, scope) if part.is_expression else part.text for part in parts)
    return " ".join("".join(words).split()).rstrip(".")

"""A Schematron schema as data: includes and abstract patterns resolved, nothing compiled.

The terms are those of ISO/IEC 19757-3 (https://standards.iso.org/ittf/PubliclyAvailableStandards/, 2016).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tei.diagnostic import Severity

__all__ = ["Assertion", "Key", "Let", "Part", "Pattern", "Phase", "Place", "Rule", "Schema"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the schema."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Let:
    """A variable and its expression."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a message: words as they are, or an expression whose value goes there."""

    text: str
    is_expression: bool = False


@dataclass(frozen=True, slots=True)
class Assertion:
    """What must hold (``assert``), or must not (``report``), and the author's words for where it is otherwise.

    ``hints`` are the texts of its ``diagnostics``; ``subject`` is the path to what it is about, where that is
    not the context.
    """

    test: str
    is_report: bool
    id: str
    severity: Severity
    message: tuple[Part, ...]
    hints: tuple[tuple[Part, ...], ...]
    subject: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rule:
    """Assertions for the nodes that the context selects and no earlier rule of the pattern does."""

    context: str
    lets: tuple[Let, ...]
    assertions: tuple[Assertion, ...]
    subject: str
    place: Place


@dataclass(frozen=True, slots=True)
class Pattern:
    """Rules of which the first that fits a node is the one for it."""

    id: str
    lets: tuple[Let, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """A selection of patterns, with variables of its own."""

    id: str
    active: tuple[str, ...]
    lets: tuple[Let, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """``xsl:key``: nodes found by a value."""

    name: str
    match: str
    use: str
    place: Place


@dataclass(frozen=True, slots=True)
class Schema:
    """``binding`` is the query language as the schema names it, lower case; empty where it names none."""

    path: str
    binding: str
    namespaces: Mapping[str, str]
    lets: tuple[Let, ...]
    patterns: tuple[Pattern, ...]
    phases: Mapping[str, Phase] = field(default_factory=dict)
    default_phase: str = ""
    keys: tuple[Key, ...] = ()

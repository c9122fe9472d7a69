"""What rules need of a query language, whichever it is; nodes that lxml cannot hand out, and where they hang."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from lxml import etree

from tei.validate.schematron.schema import Let

__all__ = ["Binding", "Evaluation", "Node", "QueryError", "RefusedQueryError", "Scope"]


class QueryError(Exception):
    """An expression that cannot be understood or run: what is wrong, what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class RefusedQueryError(QueryError):
    """An expression that would open other files."""


class Node(NamedTuple):
    """A node of a document: an element, or what is one ``step`` from it.

    ``step`` is ``@`` and a Clark name for an attribute, ``text`` and ``tail`` for the text at the beginning of the
    element and after it, ``/`` for the document of the root; empty for the element itself (or a comment).
    """

    element: etree._Element
    step: str = ""


@dataclass(slots=True)
class Scope:
    """The variables that an expression may use.

    ``outer`` are those of the schema, the phase and the pattern, worked out once at the document; ``inner`` those of the
    rule, worked out at each node.
    """

    outer: Mapping[str, Let] = field(default_factory=dict)
    inner: Mapping[str, Let] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)  # of the outer ones, as they are met


class Binding(Protocol):
    """A query language."""

    def check(self, expression: str, known: Iterable[str]) -> None:
        """Raises QueryError for an expression that is wrong, or uses a variable that is not known."""

    def start(self, tree: etree._ElementTree) -> Evaluation:
        """The language over one document."""


class Evaluation(Protocol):
    """A query language over one document; every method raises QueryError."""

    def select(self, context: str, scope: Scope) -> list[Node]:
        """The nodes that match a pattern, in document order."""

    def met(self, nodes: Sequence[Node], test: str, scope: Scope, *, wanted: bool) -> list[Node]:
        """Those nodes for which a test gives true (or false, as wanted)."""

    def string(self, node: Node, expression: str, scope: Scope) -> str:
        """The value of an expression at a node, as text."""

    def about(self, node: Node, path: str, scope: Scope) -> Node | None:
        """The first node that a path leads to from a node."""

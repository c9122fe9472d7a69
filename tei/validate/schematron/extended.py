"""XPath 2 and 3 through elementpath (the extra ``schematron``); what XPath 1.0 says as well goes to lxml, which is faster.

elementpath is pure Python and works on the tree of lxml, so that a finding is at its element; an XSLT processor would need
a copy of the document, and 50 MB.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from threading import local
from typing import Any

from lxml import etree

from tei.errors import ResourceError
from tei.validate.schematron.binding import Node, QueryError, RefusedQueryError, Scope
from tei.validate.schematron.narrow import conditions, without_predicates
from tei.validate.schematron.native import Native, NativeEvaluation
from tei.validate.schematron.schema import Key
from tei.validate.schematron.xpath import functions, is_plain, tokens, variables

__all__ = ["Extended", "ExtendedEvaluation", "MissingExtraError"]

# prefixes that need no declaration (XPath 3.1, 2.1.1)
_PREFIXES = {
    "xs": "http://www.w3.org/2001/XMLSchema",
    "fn": "http://www.w3.org/2005/xpath-functions",
    "math": "http://www.w3.org/2005/xpath-functions/math",
    "map": "http://www.w3.org/2005/xpath-functions/map",
    "array": "http://www.w3.org/2005/xpath-functions/array",
}
# what reads files, the environment, or runs something
_REFUSED = frozenset(
    """available-environment-variables collection doc doc-available document environment-variable json-doc
    load-xquery-module transform unparsed-text unparsed-text-available unparsed-text-lines uri-collection""".split()
)


class MissingExtraError(ResourceError):
    """Rules in XPath 2 or 3, and what runs them is not installed."""


class Extended:
    """XPath 3.1, which contains 2, with the namespaces of one schema."""

    def __init__(self, namespaces: Mapping[str, str], *, keys: Sequence[Key] = (), is_lazy: bool = False) -> None:
        self.native = Native(namespaces, keys)
        self.running = local()  # .evaluation: the document that key() means
        self._namespaces = _PREFIXES | {p: uri for p, uri in namespaces.items() if p}
        self._is_lazy = is_lazy
        self._parser: Any = None
        self._parsed: dict[str, Any] = {}

    def check(self, expression: str, known: Iterable[str]) -> None:
        """Raises QueryError for what could not be run, MissingExtraError where elementpath is needed and not there."""
        self._refuse(expression)
        known = set(known)
        for name in variables(expression):
            if name not in known:
                raise QueryError(f"the variable ${name} is not defined here", f'write <let name="{name}" value="…"/>')
        if is_plain(expression):
            self.native.check(expression, known)
        elif not self._is_lazy:  # what is never needed need not be loaded
            self.parsed(expression)

    def _refuse(self, expression: str) -> None:
        for name in functions(expression):
            prefix, _, local = name.rpartition(":")
            if local in _REFUSED and self._namespaces.get(prefix or "fn") == _PREFIXES["fn"]:
                raise RefusedQueryError(f"{name}() opens other files, which is not done here")

    def parsed(self, expression: str) -> Any:
        """An expression as elementpath parses it, kept for the next time; ``current()`` becomes a variable."""
        expression, _ = _without_xslt(expression)
        token = self._parsed.get(expression)
        if token is None:
            self._refuse(expression)
            from elementpath import ElementPathError

            try:
                token = self._parsed[expression] = self.parser.parse(expression)
            except ElementPathError as error:
                raise QueryError(f"this is not XPath 3.1: {_reason(error)}") from None
        return token

    @property
    def parser(self) -> Any:
        """The parser of elementpath, made when first needed."""
        if self._parser is None:
            try:
                from elementpath.xpath31 import XPath31Parser
            except ImportError:
                raise MissingExtraError(
                    "what runs XPath 2 and 3 is not installed",
                    hint="pip install 'tei-toolkit[schematron]'",
                ) from None
            self._parser = XPath31Parser(namespaces=dict(self._namespaces), xsd_version="1.1")

            def key(name: Any, value: Any) -> list[Any]:
                found: list[Any] = self.running.evaluation.key(_string(name), value)
                return found

            self._parser.external_function(key, name="key")
        return self._parser

    def start(self, tree: etree._ElementTree) -> ExtendedEvaluation:
        return ExtendedEvaluation(self, tree)


class ExtendedEvaluation:
    """XPath 2 or 3 over one document."""

    def __init__(self, binding: Extended, tree: etree._ElementTree) -> None:
        self._binding, self._tree = binding, tree
        self._native = NativeEvaluation(binding.native, tree)
        self._document: Any = None
        self._found: dict[str, dict[str, list[Any]]] = {}

    def select(self, context: str, scope: Scope) -> list[Node]:
        if is_plain(context):
            return self._native.select(context, scope)
        found: dict[Node, None] = {}
        for part in self._native.possible(context):
            # what can be found by name is found by lxml, and only then looked at more closely
            plain, further = conditions(part)
            if further and is_plain(plain):
                nodes = self._native.select(plain, Scope())
                for condition in further:
                    nodes = self.met(nodes, condition, scope, wanted=True)
                found |= dict.fromkeys(nodes)
                continue
            wide = without_predicates(part)
            if is_plain(wide) and not self._native.select(wide, Scope()):
                continue
            path = part if part.startswith(("/", "id(")) else f"//{part}"
            for item in self._items(Node(self._tree.getroot(), "/"), path, scope):
                node = _node(item)
                if node is None:
                    raise QueryError("the context of a rule selects nodes, and this gives none")
                found[node] = None
        return list(found)

    def met(self, nodes: Sequence[Node], test: str, scope: Scope, *, wanted: bool) -> list[Node]:
        if is_plain(test):
            return self._native.met(nodes, test, Scope(), wanted=wanted)
        return [node for node in nodes if (self._items(node, f"boolean({test})", scope) == [True]) is wanted]

    def string(self, node: Node, expression: str, scope: Scope) -> str:
        expression = f"string-join(for $sch-i in ({expression}) return string($sch-i), ' ')"
        return "".join(map(str, self._items(node, expression, scope)))

    def about(self, node: Node, path: str, scope: Scope) -> Node | None:
        return next((n for item in self._items(node, path, scope) if (n := _node(item)) is not None), None)

    def _items(self, node: Node, expression: str, scope: Scope) -> list[Any]:
        """The sequence that an expression gives."""
        from elementpath import ElementPathError, XPathContext, get_node_tree

        if self._document is None:
            self._document = get_node_tree(self._tree)
        item = self._item(node)
        given: dict[str, Any] = {
            name: self._value(node, name, scope) for name in variables(expression) if name != "sch-i"
        }
        expression, current = _without_xslt(expression)
        if current:
            given["sch-current"] = item
        token = self._binding.parsed(expression)
        self._binding.running.evaluation = self
        try:
            return list(token.select(XPathContext(root=self._document, item=item, variables=given)))
        except (ElementPathError, ArithmeticError, RecursionError) as error:
            raise QueryError(f"this cannot be worked out: {_reason(error)}") from None

    def key(self, name: str, value: Any) -> list[Any]:
        """The nodes that ``xsl:key`` finds by a value, or by each of several."""
        declared = self._binding.native.keys.get(name)
        if declared is None:
            raise QueryError(f'no key is called "{name}"', 'write <xsl:key name="…" match="…" use="…"/>')
        if name not in self._found:
            self._found[name] = {}
            for node in self.select(declared.match, Scope()):
                for used in self._items(node, declared.use, Scope()):
                    self._found[name].setdefault(_string(used), []).append(self._item(node))
        values = value if isinstance(value, list) else [value]
        return [item for one in values for item in self._found[name].get(_string(one), ())]

    def _item(self, node: Node) -> Any:
        """The node as elementpath has it."""
        element, step = node
        if step == "/":
            return self._document
        found = self._document.elements[element]
        if step.startswith("@"):
            return next(a for a in found.attributes if a.name == step[1:])
        if step == "text":
            return found.children[0]
        around = found.parent.children
        return around[around.index(found) + 1] if step else found

    def _value(self, node: Node, name: str, scope: Scope) -> object:
        if name in scope.inner:
            names = list(scope.inner)
            inner = {n: scope.inner[n] for n in names[: names.index(name)]}
            return self._items(node, scope.inner[name].value, Scope(scope.outer, inner, scope.values))
        if name not in scope.values:
            outer = {n: let for n, let in scope.outer.items() if n != name}
            document = Node(self._tree.getroot(), "/")
            scope.values[name] = self._items(document, scope.outer[name].value, Scope(outer, {}, scope.values))
        return scope.values[name]


def _string(item: Any) -> str:
    return str(getattr(item, "string_value", item))


def _node(item: Any) -> Node | None:
    """The place of a node of elementpath; None for what is no node."""
    kind = getattr(item, "node_kind", "")
    if kind == "document":
        return Node(item.document.getroot(), "/")
    if kind in ("element", "comment", "processing-instruction"):
        return Node(item.obj)
    if kind == "attribute":
        return Node(item.parent.obj, f"@{item.name}")
    if kind == "text":
        around = item.parent.children
        at = next(at for at, other in enumerate(around) if other is item)
        return Node(around[at - 1].obj, "tail") if at else Node(item.parent.obj, "text")
    return None


def _without_xslt(expression: str) -> tuple[str, bool]:
    """``current()`` as a variable, and whether it was there; calls of ``key`` in parentheses.

    Both are functions of XSLT; elementpath takes no path after a function that is not its own.
    """
    pieces = tokens(expression)
    made = []
    closing: list[int] = []  # how many parentheses deep a call of key stands
    at = 0
    while at < len(pieces):
        token = pieces[at]
        if token.text == "current" and [p.text for p in pieces[at + 1 : at + 3]] == ["(", ")"]:
            made.append("$sch-current")
            at += 3
            continue
        if token.text == "key" and token.kind == "name" and pieces[at + 1 : at + 2] and pieces[at + 1].text == "(":
            made.append("(")
            closing.append(token.inside)
        made.append(token.text)
        if token.text == ")" and closing and token.inside == closing[-1]:
            made.append(")")
            closing.pop()
        at += 1
    return "".join(made), "$sch-current" in made


def _reason(error: BaseException) -> str:
    """What elementpath says, without its own names for things."""
    said = " ".join(str(error).split())
    said = said.rpartition("] ")[2] if "[err:" in said else said
    return said.lower().rstrip(".") or type(error).__name__

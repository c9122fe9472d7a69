"""XPath 1.0 as XSLT 1.0 extends it (``current``, ``key``, ``generate-id``), over lxml.

A test is put to all nodes of a rule in one query, ``$nodes[not(TEST)]``, with the variables of the rule written out in
it; one by one only where a variable or ``current()`` stands in a predicate, so that it means another node than ``.``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from tei.validate.schematron.binding import Node, QueryError, RefusedQueryError, Scope
from tei.validate.schematron.narrow import is_path, needs, without_predicates
from tei.validate.schematron.schema import Key
from tei.validate.schematron.xpath import alternatives, functions, prefixes, terms, tokens, variables

__all__ = ["Native", "NativeEvaluation"]

_CORE = frozenset(
    """boolean ceiling concat contains count false floor id lang last local-name name namespace-uri normalize-space not
    number position round starts-with string string-length substring substring-after substring-before sum translate
    true""".split()
)
_XSLT = frozenset(("current", "generate-id", "key"))
_REFUSED = frozenset(("collection", "doc", "document", "unparsed-text"))
_REGEX = "http://exslt.org/regular-expressions"  # lxml's own
_KNOWN_PREFIXES = {"xml"}
_LONGEST = 20_000  # characters of a test with its variables written out
_STEPS = {
    "text": "child::node()[1][self::text()]",
    "tail": "following-sibling::node()[1][self::text()]",
    "/": "parent::node()",
}


class Native:
    """XPath 1.0 with the namespaces and keys of one schema."""

    def __init__(self, namespaces: Mapping[str, str], keys: Sequence[Key] = ()) -> None:
        self.namespaces = {prefix: uri for prefix, uri in namespaces.items() if prefix and uri}
        self.keys = {key.name: key for key in keys}

    def check(self, expression: str, known: Iterable[str]) -> None:
        """Raises QueryError for what could not be run: libxml2 finds some of it only when it comes to it."""
        try:
            etree.XPath(expression, namespaces=self.namespaces)
        except (etree.XPathError, ValueError) as error:
            raise QueryError(f"this is not XPath 1.0: {str(error).lower().rstrip('.')}") from None
        for prefix in prefixes(expression):
            if prefix not in self.namespaces and prefix not in _KNOWN_PREFIXES:
                raise QueryError(f'the prefix "{prefix}" has no namespace', f'write <ns prefix="{prefix}" uri="…"/>')
        for name in functions(expression):
            prefix, _, local = name.rpartition(":")
            if local in _REFUSED:
                raise RefusedQueryError(f"{name}() opens other files, which is not done here")
            if name not in _CORE | _XSLT and self.namespaces.get(prefix) != _REGEX:
                raise QueryError(
                    f"XPath 1.0 has no function {name}()", 'a later version is asked for with queryBinding="xslt2"'
                )
        known = set(known)
        for name in variables(expression):
            if name not in known:
                raise QueryError(f"the variable ${name} is not defined here", f'write <let name="{name}" value="…"/>')

    def start(self, tree: etree._ElementTree) -> NativeEvaluation:
        return NativeEvaluation(self, tree)


class NativeEvaluation:
    """XPath 1.0 over one document."""

    def __init__(self, binding: Native, tree: etree._ElementTree) -> None:
        self._binding, self._tree, self._root = binding, tree, tree.getroot()
        self._compiled: dict[str, etree.XPath] = {}
        self._numbers: dict[object, str] = {}
        self._found: dict[str, dict[str, list[etree._Element]]] = {}
        self._caught: object = None
        self._names: tuple[frozenset[str], ...] | None = None  # of elements, of attributes
        self._extensions: dict[tuple[str | None, str], Callable[..., Any]] = {
            (None, "key"): self._key,
            (None, "generate-id"): self._generate_id,
            (None, "sch-catch"): self._catch,
        }

    def select(self, context: str, scope: Scope) -> list[Node]:
        parts = self.possible(context)
        found = [Node(self._root, "/")] if "/" in parts else []
        rest = " | ".join(_anywhere(part) for part in parts if part != "/")
        if not rest:
            return found
        result = self._run(rest, self._root, self._outer(rest, scope))
        if not isinstance(result, list):
            raise QueryError("the context of a rule selects nodes, and this gives none")
        return found + [node for item in result if (node := _node(item)) is not None]

    def possible(self, context: str) -> list[str]:
        """The alternatives of a pattern, without those that name an element or attribute that the document lacks."""
        if self._names is None:
            elements = list(self._root.iter(etree.Element))
            attributes = {str(name) for element in elements for name in element.attrib}
            self._names = tuple(
                frozenset(str(name).rpartition("}")[2] for name in names)
                for names in ({element.tag for element in elements}, attributes)
            )
        elements_there, attributes_there = self._names
        return [
            part
            for part in alternatives(context)
            for element, attributes in (needs(part),)
            if (element is None or element in elements_there) and attributes_there.issuperset(attributes)
        ]

    def met(self, nodes: Sequence[Node], test: str, scope: Scope, *, wanted: bool) -> list[Node]:
        if any(node.step for node in nodes):
            return [node for node in nodes if bool(self._at(node, f"boolean({test})", scope)) is wanted]
        plain = _written_out(test, scope)
        if plain is not None:
            return self._among(nodes, plain, scope, wanted=wanted)
        if wanted and is_path(test):
            # where the steps alone lead nowhere, no predicate can help
            nodes = self._among(nodes, without_predicates(test), scope, wanted=True)
        if not wanted:
            # what the first terms of an "or" decide needs no second look
            first = [out for term in terms(test) if (out := _written_out(term, scope)) is not None]
            if first:
                nodes = self._among(nodes, " or ".join(f"({term})" for term in first), scope, wanted=False)
        return [node for node in nodes if bool(self._at(node, f"boolean({test})", scope)) is wanted]

    def string(self, node: Node, expression: str, scope: Scope) -> str:
        return str(self._at(node, f"string({expression})", scope))

    def about(self, node: Node, path: str, scope: Scope) -> Node | None:
        found = self._at(node, path, scope)
        return next((n for item in found if (n := _node(item)) is not None), None) if isinstance(found, list) else None

    def _among(self, nodes: Sequence[Node], test: str, scope: Scope, *, wanted: bool) -> list[Node]:
        said = test if wanted else f"not({test})"
        given = self._outer(test, scope) | {"sch-nodes": [node.element for node in nodes]}
        # last() and position() mean the nodes of the rule; a number alone would be a place among them
        result = self._run(f"$sch-nodes[boolean({said})]", self._root, given)
        return [Node(element) for element in result]

    def _at(self, node: Node, expression: str, scope: Scope) -> object:
        given = self._outer(expression, scope)
        for name in variables(expression):
            if name in scope.inner:
                given[name] = _passable(self._at(node, scope.inner[name].value, _before(scope, name)))
        here = "$sch-node" if not node.step else f"$sch-node/{_path(node.step)}"
        expression = "".join(here if kind == "current" else text for kind, text in _calls(expression))
        given["sch-node"] = [node.element]
        if not node.step and isinstance(node.element.tag, str):
            return self._run(expression, node.element, given)
        # lxml starts from elements only; the value is caught on its way through a predicate at the node
        self._caught = None
        self._run(f"count({here}[sch-catch({expression})])", self._root, given)
        return self._caught

    def _outer(self, expression: str, scope: Scope) -> dict[str, object]:
        """The values of the variables of an expression that do not depend on the node."""
        given = {}
        for name in variables(expression):
            if name in scope.outer and name not in scope.inner:
                if name not in scope.values:
                    outer = {n: let for n, let in scope.outer.items() if n != name}
                    value = self._at(Node(self._root, "/"), scope.outer[name].value, Scope(outer, {}, scope.values))
                    scope.values[name] = _passable(value)
                given[name] = scope.values[name]
        return given

    def _run(self, expression: str, element: etree._Element, given: Mapping[str, object]) -> Any:
        compiled = self._compiled.get(expression)
        try:
            if compiled is None:
                compiled = self._compiled[expression] = etree.XPath(
                    expression, namespaces=self._binding.namespaces, extensions=self._extensions
                )
            return compiled(element, **given)  # type: ignore[arg-type]  # lxml-stubs lack lists
        except etree.XPathError as error:
            raise QueryError(f"this cannot be worked out: {str(error).lower().rstrip('.')}") from None

    def _catch(self, _: object, value: object) -> bool:
        self._caught = value
        return True

    def _generate_id(self, context: Any, *nodes: list[object]) -> str:
        if nodes and not nodes[0]:
            return ""
        node = _node(nodes[0][0]) if nodes else Node(context.context_node)
        return self._numbers.setdefault(node, f"n{len(self._numbers)}")

    def _key(self, _: object, name: str, value: object) -> list[etree._Element]:
        key = self._binding.keys.get(_text(name))
        if key is None:
            raise QueryError(f'no key is called "{_text(name)}"', 'write <xsl:key name="…" match="…" use="…"/>')
        if key.name not in self._found:
            self._found[key.name] = {}
            for node in self.select(key.match, Scope()):
                used = self._at(node, key.use, Scope())
                for one in map(_text, used) if isinstance(used, list) else [_text(used)]:
                    self._found[key.name].setdefault(one, []).append(node.element)
        values = dict.fromkeys(map(_text, value)) if isinstance(value, list) else [_text(value)]
        return list(dict.fromkeys(e for one in values for e in self._found[key.name].get(one, ())))


def _anywhere(pattern: str) -> str:
    """A pattern as a path to all that match it."""
    if pattern.startswith(("/", "id(", "key(")):
        return pattern
    return f"//{pattern}"


def _node(item: object) -> Node | None:
    """What lxml gives for a node: an element, or a string that knows where it is from."""
    if isinstance(item, etree._Element):
        return Node(item)
    parent = item.getparent() if isinstance(item, etree._ElementUnicodeResult) else None
    if parent is None or not isinstance(item, etree._ElementUnicodeResult):
        return None
    if item.is_attribute:
        return Node(parent, "@" + str(item.attrname))
    return Node(parent, "tail" if item.is_tail else "text")


def _path(step: str) -> str:
    """The XPath of a :class:`Node`'s step."""
    if not step.startswith("@"):
        return _STEPS[step]
    name = etree.QName(step[1:])
    return f"@*[local-name() = '{name.localname}' and namespace-uri() = '{name.namespace or ''}']"


def _passable(value: object) -> object:
    """A value as lxml takes it for a variable: for attributes and texts, elements of their name and content."""
    if not isinstance(value, list) or all(isinstance(item, etree._Element) for item in value):
        return value
    made = []
    for item in value:
        if isinstance(item, etree._Element):
            made.append(item)
        elif isinstance(item, str):
            stand_in = etree.Element(getattr(item, "attrname", None) or "text")
            stand_in.text = str(item)
            made.append(stand_in)
    return made


def _text(value: object) -> str:
    if isinstance(value, etree._Element):
        return "".join(map(str, value.itertext(etree.Element)))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _before(scope: Scope, name: str) -> Scope:
    """The scope of a variable's own expression: what is defined before it."""
    names = list(scope.inner)
    return Scope(scope.outer, {n: scope.inner[n] for n in names[: names.index(name)]}, scope.values)


def _calls(expression: str) -> Iterator[tuple[str, str]]:
    """The pieces of an expression; ``current()`` is one of its own kind."""
    pieces = tokens(expression)
    at = 0
    while at < len(pieces):
        if pieces[at].text == "current" and [p.text for p in pieces[at + 1 : at + 3]] == ["(", ")"]:
            yield "current", "current()"
            at += 3
        else:
            yield pieces[at].kind, pieces[at].text
            at += 1


def _written_out(expression: str, scope: Scope) -> str | None:
    """An expression without the variables of its rule and without ``current()``; None where that would change it."""
    made = []
    depth = 0
    for kind, text in _calls(expression):
        depth += (text == "[") - (text == "]") if kind == "symbol" else 0
        if kind == "current":
            if depth:
                return None
            text = "."
        elif kind == "variable" and text[1:].strip() in scope.inner:
            name = text[1:].strip()
            value = None if depth else _written_out(scope.inner[name].value, _before(scope, name))
            if value is None:
                return None
            text = f"({value})"
        made.append(text)
    out = "".join(made)
    return out if len(out) <= _LONGEST else None

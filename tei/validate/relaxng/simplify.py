"""Nodes → patterns (specification, section 4): includes, combined definitions, references, nested grammars.

Definitions become patterns when they are first referred to; what an element holds is made once all else is known, so that
a definition that refers to itself outside an element is caught as the cycle that it is (section 4.19).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tei.errors import ResourceError, TeiError
from tei.validate.relaxng.datatype import DatatypeError, datatype
from tei.validate.relaxng.location import Loader, join
from tei.validate.relaxng.names import name_class
from tei.validate.relaxng.pattern import EMPTY, NOT_ALLOWED, TEXT, Element, Pattern, Patterns
from tei.validate.relaxng.syntax import Node, fault, read_syntax

__all__ = ["Simplified", "simplify"]

Read = Callable[[bytes, str, str], Node]
_START = ""  # no definition can have this name


class _Part(NamedTuple):
    """A ``start`` or ``define``, with the namespace that it inherits."""

    name: str
    node: Node
    ns: str


@dataclass(slots=True)
class _Scope:
    """The definitions of one grammar."""

    node: Node
    parent: _Scope | None
    parts: dict[str, list[_Part]] = field(default_factory=dict)
    made: dict[str, Pattern] = field(default_factory=dict)
    making: set[str] = field(default_factory=set)


class Simplified(NamedTuple):
    """The start pattern, the constructors that made it, and where each element of the schema is defined."""

    start: Pattern
    patterns: Patterns
    places: Mapping[Element, Node]


def simplify(root: Node, address: str, load: Loader, read: Read | None = None) -> Simplified:
    """A schema in the simple syntax; ``load`` gets what it includes, ``read`` parses that.

    Raises ResourceError, with its place, for what section 4 forbids; what the loader raises, with the place of the reference.
    """
    maker = _Maker(load, read or (lambda data, path, base: read_syntax(data, path=path, base=base)))
    maker.loading.append(address)
    try:
        start = maker.make(root, "", None)
        maker.finish()
        maker.unused()
    except RecursionError:
        raise fault(root, "the definitions of this schema are nested too deep") from None
    return Simplified(start, maker.patterns, maker.places)


class _Maker:
    def __init__(self, load: Loader, read: Read) -> None:
        self.patterns = Patterns()
        self.places: dict[Element, Node] = {}
        self.loading: list[str] = []
        self._load, self._read = load, read
        self._files: dict[str, Node] = {}
        self._scopes: list[_Scope] = []
        self._in_use = True
        # with the files that were being loaded: an element may not hold its own file either
        self._waiting: deque[tuple[Element, list[Node], str, _Scope | None, list[str]]] = deque()

    def finish(self) -> None:
        """Makes what elements hold, until nothing waits."""
        while self._waiting:
            element, nodes, ns, scope, self.loading = self._waiting.popleft()
            element.content = self._sequence(nodes, ns, scope)

    def unused(self) -> None:
        """Makes what nothing in use refers to: it must be right too, but may go in circles (section 4.19)."""
        self._in_use = False
        for scope in self._scopes:  # grows, where there are grammars in it
            for name in scope.parts:
                if name not in scope.made:
                    self._define(scope, name)
            self.finish()

    def make(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        """The pattern of a node; ``ns`` is the inherited namespace."""
        return _MAKE[node.name](self, node, node.attrs.get("ns", ns), scope)

    def _sequence(self, nodes: list[Node], ns: str, scope: _Scope | None) -> Pattern:
        if len(nodes) == 1:
            return self.make(nodes[0], ns, scope)
        return self.patterns.sequence([self.make(node, ns, scope) for node in nodes])

    # one method a kind of node

    def element(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        made = Element(name_class(node, ns))
        self.places[made] = node
        nodes = node.children if "name" in node.attrs else node.children[1:]
        self._waiting.append((made, nodes, ns, scope, list(self.loading)))
        return made

    def attribute(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        names = name_class(node, ns)
        nodes = node.children if "name" in node.attrs else node.children[1:]
        return self.patterns.attribute(names, self.make(nodes[0], ns, scope) if nodes else TEXT)

    def group(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        return self._sequence(node.children, ns, scope)

    def interleave(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        return self.patterns.interleave(*[self.make(child, ns, scope) for child in node.children])

    def choice(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        return self.patterns.choice(*[self.make(child, ns, scope) for child in node.children])

    def optional(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        return self.patterns.choice(self._sequence(node.children, ns, scope), EMPTY)

    def zero_or_more(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        return self.patterns.choice(self.one_or_more(node, ns, scope), EMPTY)

    def one_or_more(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        return self.patterns.one_or_more(self._sequence(node.children, ns, scope))

    def words(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        return self.patterns.list(self._sequence(node.children, ns, scope))

    def mixed(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        return self.patterns.interleave(self._sequence(node.children, ns, scope), TEXT)

    def empty(self, _: Node, __: str, ___: _Scope | None) -> Pattern:
        return EMPTY

    def text(self, _: Node, __: str, ___: _Scope | None) -> Pattern:
        return TEXT

    def not_allowed(self, _: Node, __: str, ___: _Scope | None) -> Pattern:
        return NOT_ALLOWED

    def value(self, node: Node, ns: str, _: _Scope | None) -> Pattern:
        typed = "type" in node.attrs
        try:
            type_ = datatype(node.datatype_library if typed else "", node.attrs["type"] if typed else "token")
        except DatatypeError as error:
            raise fault(node, str(error)) from error
        context: dict[str | None, str] | None = None
        if type_.needs_context:
            context = {None: ns, "": ns}
            context.update((prefix, uri) for prefix, uri in node.prefixes.items() if prefix)
        return self.patterns.value(type_, node.text, context)

    def data(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        params = [(p.attrs["name"], p.text) for p in node.children if p.name == "param"]
        try:
            type_ = datatype(node.datatype_library, node.attrs["type"], params)
        except DatatypeError as error:
            raise fault(node, str(error)) from error
        last = node.children[-1] if node.children else None
        if last is None or last.name != "except":
            return self.patterns.data(type_)
        return self.patterns.data(type_, self.choice(last, last.attrs.get("ns", ns), scope))

    def ref(self, node: Node, _: str, scope: _Scope | None) -> Pattern:
        return self._refer(node, scope)

    def parent_ref(self, node: Node, _: str, scope: _Scope | None) -> Pattern:
        if scope is None or scope.parent is None:
            raise fault(node, f"the reference to {node.attrs['name']} stands in no grammar within a grammar")
        return self._refer(node, scope.parent)

    def _refer(self, node: Node, scope: _Scope | None) -> Pattern:
        name = node.attrs["name"]
        if scope is None:
            raise fault(node, f"the reference to {name} stands in no grammar", "put a <grammar> around it")
        made = scope.made.get(name)
        if made is not None:
            return made
        if name not in scope.parts:
            from difflib import get_close_matches

            near = get_close_matches(name, sorted(scope.parts), n=1)
            hint = f"did you mean {near[0]}" if near else f'write a <define name="{name}">'
            raise fault(node, f"{name} is not defined", hint)
        if name in scope.making:
            if not self._in_use:
                return NOT_ALLOWED
            raise fault(node, f"{name} refers to itself, with no element between", "take the reference out")
        return self._define(scope, name)

    def _define(self, scope: _Scope, name: str) -> Pattern:
        parts = scope.parts[name]
        combined = ""
        without = 0
        for part in parts:
            how = part.node.attrs.get("combine", "")
            without += not how
            what = f"the definition of {name}" if name else "<start>"
            if without > 1:
                raise fault(part.node, f"{what} stands twice", 'give one of them combine="choice"')
            if how and combined and how != combined:
                raise fault(part.node, f"{what} is combined as {combined} and as {how}", "use one of them")
            combined = how or combined
        scope.making.add(name)
        made = [self._sequence(p.node.children, p.ns, scope) for p in parts]
        scope.making.discard(name)
        whole = made[0]
        if len(made) > 1:
            whole = (self.patterns.choice if combined == "choice" else self.patterns.interleave)(*made)
        scope.made[name] = whole
        return whole

    def grammar(self, node: Node, ns: str, parent: _Scope | None) -> Pattern:
        scope = _Scope(node, parent)
        for part in self._parts(node, ns):
            scope.parts.setdefault(part.name, []).append(part)
        if _START not in scope.parts:
            raise fault(node, "the grammar has no <start>")
        self._scopes.append(scope)
        return self._define(scope, _START)

    def _parts(self, node: Node, ns: str) -> list[_Part]:
        """The definitions of a grammar, div or include, in order, includes put in."""
        found: list[_Part] = []
        for child in node.children:
            own = child.attrs.get("ns", ns)
            if child.name == "div":
                found.extend(self._parts(child, own))
            elif child.name == "include":
                found.extend(self._included(child, own))
            else:
                found.append(_Part(child.attrs["name"] if child.name == "define" else _START, child, own))
        return found

    def _included(self, node: Node, ns: str) -> list[_Part]:
        root = self._file(node)
        if root.name != "grammar":
            raise fault(root, f"what is included begins with <{root.name}>, not <grammar>")
        inner = self._parts(root, root.attrs.get("ns", ns))
        self.loading.pop()
        own = self._parts(node, ns)
        names = {part.name for part in inner}
        for part in own:
            if part.name not in names:
                what = f"a definition of {part.name}" if part.name else "a <start>"
                raise fault(part.node, f"the included grammar has not {what} to put this in the place of")
        replaced = {part.name for part in own}
        return [part for part in inner if part.name not in replaced] + own

    def external(self, node: Node, ns: str, scope: _Scope | None) -> Pattern:
        root = self._file(node)
        made = self.make(root, ns, scope)
        self.loading.pop()
        return made

    def _file(self, node: Node) -> Node:
        """The root of the file that a node refers to, which counts as being loaded until it is taken off ``loading``."""
        address = join(node.base, node.attrs["href"])
        if address in self.loading:
            raise fault(node, f"{node.attrs['href']} includes itself", "take one of the references out")
        if address not in self._files:
            try:
                data, path = self._load(address)
            except TeiError as error:
                message = (
                    error.message if node.attrs["href"] in error.message else f"{node.attrs['href']}: {error.message}"
                )
                raise ResourceError(
                    message, path=node.path, line=node.line, column=node.column, hint=error.hint
                ) from error
            self._files[address] = self._read(data, path, address)
        self.loading.append(address)
        return self._files[address]


_MAKE: Mapping[str, Callable[[_Maker, Node, str, _Scope | None], Pattern]] = {
    "element": _Maker.element,
    "attribute": _Maker.attribute,
    "group": _Maker.group,
    "interleave": _Maker.interleave,
    "choice": _Maker.choice,
    "optional": _Maker.optional,
    "zeroOrMore": _Maker.zero_or_more,
    "oneOrMore": _Maker.one_or_more,
    "list": _Maker.words,
    "mixed": _Maker.mixed,
    "empty": _Maker.empty,
    "text": _Maker.text,
    "notAllowed": _Maker.not_allowed,
    "value": _Maker.value,
    "data": _Maker.data,
    "ref": _Maker.ref,
    "parentRef": _Maker.parent_ref,
    "grammar": _Maker.grammar,
    "externalRef": _Maker.external,
}

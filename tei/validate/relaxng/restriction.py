"""Section 7 of the specification: what a schema in the simple syntax may not say. Gives the elements in use, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import IntFlag

from tei.errors import ResourceError
from tei.validate.relaxng.nameclass import NameClass, local, names_in, overlap, wild
from tei.validate.relaxng.pattern import (
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
    With,
)
from tei.validate.relaxng.syntax import Node, fault

__all__ = ["restrict"]


class _In(IntFlag):
    """What a pattern stands in (section 7.1)."""

    START = 1
    ATTRIBUTE = 2
    LIST = 4
    EXCEPT = 8
    REPEATED = 16
    REPEATED_GROUP = 32


_WORDS = {
    _In.START: "at the start of a schema",
    _In.ATTRIBUTE: "in an attribute",
    _In.LIST: "in a list",
    _In.EXCEPT: "in an exception from data",
    _In.REPEATED_GROUP: "in a group that is repeated",
}
# pattern → where it may not stand, and what it is called
_FORBIDDEN: Mapping[type[Pattern], tuple[_In, str]] = {
    Element: (_In.ATTRIBUTE | _In.LIST | _In.EXCEPT, "an element"),
    Attribute: (_In.START | _In.ATTRIBUTE | _In.LIST | _In.EXCEPT | _In.REPEATED_GROUP, "an attribute"),
    Text: (_In.START | _In.LIST | _In.EXCEPT, "text"),
    Empty: (_In.START | _In.EXCEPT, "nothing"),
    List: (_In.START | _In.LIST | _In.EXCEPT, "a list"),
    Data: (_In.START, "data"),
    Value: (_In.START, "a value"),
    OneOrMore: (_In.START | _In.EXCEPT, "a repetition"),
    Group: (_In.START | _In.EXCEPT, "a group"),
    Interleave: (_In.START | _In.LIST | _In.EXCEPT, "an interleave"),
    With: (_In.START | _In.EXCEPT, "a group"),
}
_EMPTY, _COMPLEX, _SIMPLE = range(3)  # content types (section 7.2)


def restrict(start: Pattern, places: Mapping[Element, Node], root: Node) -> list[Element]:
    """The elements that can be reached from the start, in order.

    Raises ResourceError at the element in which the schema says what it may not.
    """
    check = _Check()
    elements: dict[Element, None] = {}
    try:
        check.node = root
        check.walk(start, _In.START)
        elements.update(dict.fromkeys(check.found))
        todo = list(check.found)
        at = 0
        while at < len(todo):
            element = todo[at]
            at += 1
            check.node, check.found = places[element], []
            check.walk(element.content, _In(0))
            check.content_type(element.content)
            for one in check.found:
                if one not in elements:
                    elements[one] = None
                    todo.append(one)
    except RecursionError:
        raise fault(root, "the definitions of this schema are nested too deep") from None
    return list(elements)


class _Check:
    def __init__(self) -> None:
        self.node: Node
        self.found: list[Element] = []
        self._walked: set[tuple[Pattern, int]] = set()
        self._types: dict[Pattern, int] = {}
        self._elements: dict[Pattern, dict[Element, None]] = {}

    def _fault(self, message: str, hint: str = "") -> ResourceError:
        return fault(self.node, message, hint)

    def walk(self, pattern: Pattern, within: int) -> None:
        """Section 7.1 for a pattern and what is in it, outside of nested elements; collects the elements."""
        key = (pattern, within)
        if key in self._walked:
            return
        self._walked.add(key)
        cls = pattern.__class__
        forbidden = _FORBIDDEN.get(cls)
        if forbidden is not None and forbidden[0] & within:
            where = next(words for flag, words in _WORDS.items() if flag & forbidden[0] & within)
            raise self._fault(f"{forbidden[1]} is not allowed {where}{_called(pattern)}")
        if cls is Element:
            self.found.append(pattern)  # type: ignore[arg-type]
            return
        step = _STEPS.get(cls)
        if step is not None:
            step(self, pattern, within)

    def attribute(self, pattern: Attribute, within: int) -> None:
        if not pattern.name and wild(pattern.names) and not within & _In.REPEATED:
            raise self._fault("an attribute of any name must be in <oneOrMore> or <zeroOrMore>")
        self.walk(pattern.value, _In.ATTRIBUTE)
        self.content_type(pattern.value)

    def choice(self, pattern: Choice, within: int) -> None:
        for one in pattern.among:
            self.walk(one, within)

    def one_or_more(self, pattern: OneOrMore, within: int) -> None:
        self.walk(pattern.one, within | _In.REPEATED)

    def group(self, pattern: Group, within: int) -> None:
        self._several((pattern.first, pattern.rest), within)

    def interleave(self, pattern: Interleave, within: int) -> None:
        self._several(pattern.among, within)
        members = [self._inside(one) for one in pattern.among]
        shared = _shared([[(e.names, e.name) for e in member] for member in members])
        if shared is not None:
            raise self._fault(f"{_element(shared)} is in two parts of an interleave", "let one part have it")
        if sum(any(t is Text for t in self._kinds(one)) for one in pattern.among) > 1:
            raise self._fault("text is in two parts of an interleave", "let one part have it")

    def beside(self, pattern: With, within: int) -> None:
        self._several((*pattern.items, pattern.rest), within)

    def list(self, pattern: List, _: int) -> None:
        self.walk(pattern.one, _In.LIST)

    def data(self, pattern: Data, _: int) -> None:
        if pattern.but is not None:
            self.walk(pattern.but, _In.EXCEPT)

    def _several(self, among: Iterable[Pattern], within: int) -> None:
        if within & _In.REPEATED:
            within |= _In.REPEATED_GROUP
        for one in among:
            self.walk(one, within)
        shared = _shared([[(a.names, a.name) for a in one.attributes] for one in among if one.attributes])
        if shared is not None:
            name = local(shared) if shared else "of some name"
            raise self._fault(f"the attribute {name} is there twice", "take one of them out")

    def _inside(self, pattern: Pattern) -> dict[Element, None]:
        """All the elements of a pattern, not only the first ones."""
        found = self._elements.get(pattern)
        if found is None:
            found = {pattern: None} if isinstance(pattern, Element) else {}
            for one in _parts(pattern):
                found.update(self._inside(one))
            self._elements[pattern] = found
        return found

    def _kinds(self, pattern: Pattern) -> Iterable[type[Pattern]]:
        yield pattern.__class__
        for one in _parts(pattern):
            yield from self._kinds(one)

    def content_type(self, pattern: Pattern) -> int:
        """Section 7.2: data, values and lists are the whole of what an element holds."""
        known = self._types.get(pattern)
        if known is None:
            known = self._types[pattern] = self._type(pattern)
        return known

    def _type(self, pattern: Pattern) -> int:
        if isinstance(pattern, Value | Data | List):
            return _SIMPLE
        if isinstance(pattern, Text | Element):
            return _COMPLEX
        if isinstance(pattern, Choice):
            return max([self.content_type(one) for one in pattern.among])
        made = _EMPTY
        parts = list(_parts(pattern))
        for one in parts * 2 if isinstance(pattern, OneOrMore) else parts:
            other = self.content_type(one)
            if (made == _SIMPLE and other != _EMPTY) or (other == _SIMPLE and made != _EMPTY):
                raise self._fault(
                    "data stands beside other content", "put the parts of a text that is data into one <list>"
                )
            made = max(made, other)
        return made


def _parts(pattern: Pattern) -> Iterable[Pattern]:
    if isinstance(pattern, Choice | Interleave):
        return pattern.among
    if isinstance(pattern, Group):
        return (pattern.first, pattern.rest)
    if isinstance(pattern, With):
        return (*pattern.items, pattern.rest)
    if isinstance(pattern, OneOrMore):
        return (pattern.one,)
    return ()


def _shared(members: list[list[tuple[NameClass, str]]]) -> str | None:
    """A name that two members have; "" for one that cannot be told; None where there is none."""
    if len(members) < 2:
        return None
    seen: set[str] = set()
    open_: list[tuple[int, NameClass]] = []
    for number, member in enumerate(members):
        own: set[str] = set()
        for names, name in member:
            own.update((name,) if name else names_in(names))
            if not name and wild(names):
                open_.append((number, names))
        twice = seen & own
        if twice:
            return min(twice)
        seen |= own
    for number, names in open_:
        for other, member in enumerate(members):
            if other != number and any(overlap(names, one) for one, _ in member):
                return ""
    return None


def _element(name: str) -> str:
    return f"<{local(name)}>" if name else "an element of some name"


def _called(pattern: Pattern) -> str:
    name = getattr(pattern, "name", "")
    return f": {local(name)}" if name else ""


_STEPS: Mapping[type[Pattern], Callable[..., None]] = {
    Attribute: _Check.attribute,
    Choice: _Check.choice,
    OneOrMore: _Check.one_or_more,
    Group: _Check.group,
    Interleave: _Check.interleave,
    With: _Check.beside,
    List: _Check.list,
    Data: _Check.data,
}

"""Patterns of the simple syntax, each built once (hash-consed), so that equal ones are the same object.

The constructors of :class:`Patterns` do sections 4.20 and 4.21 of the specification (``notAllowed`` and ``empty``) and keep
attributes apart from content: ``group`` and ``interleave`` do not order attributes, so ``group(a, group(@x, b))`` is
``With((@x,), group(a, b))``. What a pattern becomes when something is read is in :mod:`tei.validate.relaxng.derivative`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from tei.errors import LimitError
from tei.validate.relaxng.datatype import Datatype
from tei.validate.relaxng.nameclass import Name, NameClass

__all__ = [
    "EMPTY",
    "NOT_ALLOWED",
    "TEXT",
    "Attribute",
    "Choice",
    "Data",
    "Element",
    "Group",
    "Interleave",
    "List",
    "OneOrMore",
    "Pattern",
    "Patterns",
    "Value",
    "With",
]

MAX_PATTERNS = 1_000_000
_NO_ELEMENTS: frozenset[Element] = frozenset()


class Pattern:
    """``nullable``: accepts nothing at all; ``firsts``: elements that it can begin with; ``textual``: accepts text; ``stringy``:
    has data, values or lists of its own; ``attributes``: those of its own, in order; ``memo``: derivatives made so far.
    """

    __slots__ = ("attributes", "firsts", "memo", "nullable", "stringy", "textual")

    nullable: bool
    firsts: frozenset[Element]
    textual: bool
    stringy: bool
    attributes: tuple[Attribute, ...]
    memo: dict[Any, Pattern]

    def __init__(
        self,
        nullable: bool,
        *,
        firsts: frozenset[Element] = _NO_ELEMENTS,
        textual: bool = False,
        stringy: bool = False,
        attributes: tuple[Attribute, ...] = (),
    ) -> None:
        self.nullable, self.firsts, self.textual, self.stringy = nullable, firsts, textual, stringy
        self.attributes = attributes
        self.memo = {}

    @property
    def pure(self) -> bool:
        """Whether there is nothing but attributes (and nothing) in it."""
        return bool(self.attributes) and not (self.firsts or self.textual or self.stringy)


class Empty(Pattern):
    """Nothing."""

    __slots__ = ()


class NotAllowed(Pattern):
    """What no document matches."""

    __slots__ = ()


class Text(Pattern):
    """Any text, also none."""

    __slots__ = ()


class Choice(Pattern):
    """One of several patterns, in the order of the schema."""

    __slots__ = ("among", "values")

    def __init__(self, among: tuple[Pattern, ...]) -> None:
        super().__init__(
            any(p.nullable for p in among),
            firsts=_union(among),
            textual=any(p.textual for p in among),
            stringy=any(p.stringy for p in among),
            attributes=tuple(dict.fromkeys([a for p in among for a in p.attributes])),
        )
        self.among = among
        self.values: dict[Datatype, frozenset[Hashable]] | None = None


class Group(Pattern):
    """One pattern, then another; no attributes but those that stand in a choice with content."""

    __slots__ = ("first", "rest")

    def __init__(self, first: Pattern, rest: Pattern) -> None:
        nullable = first.nullable
        super().__init__(
            nullable and rest.nullable,
            firsts=_union((first, rest)) if nullable else first.firsts,
            textual=first.textual or (nullable and rest.textual),
            stringy=first.stringy or (nullable and rest.stringy),
            attributes=first.attributes + rest.attributes,
        )
        self.first, self.rest = first, rest

    @property
    def pure(self) -> bool:
        """A group holds content."""
        return False


class Interleave(Pattern):
    """Several patterns, their content in any order."""

    __slots__ = ("among",)

    def __init__(self, among: tuple[Pattern, ...]) -> None:
        super().__init__(
            all(p.nullable for p in among),
            firsts=_union(among),
            textual=any(p.textual for p in among),
            stringy=any(p.stringy for p in among),
            attributes=tuple([a for p in among for a in p.attributes]),
        )
        self.among = among


class OneOrMore(Pattern):
    """A pattern, once or more often."""

    __slots__ = ("one",)

    def __init__(self, one: Pattern) -> None:
        super().__init__(
            one.nullable,
            firsts=one.firsts,
            textual=one.textual,
            stringy=one.stringy,
            attributes=one.attributes,
        )
        self.one = one


class With(Pattern):
    """Attributes (patterns with nothing else in them) beside content."""

    __slots__ = ("items", "rest")

    def __init__(self, items: tuple[Pattern, ...], rest: Pattern) -> None:
        super().__init__(
            rest.nullable and all(p.nullable for p in items),
            firsts=rest.firsts,
            textual=rest.textual,
            stringy=rest.stringy,
            attributes=tuple([a for p in items for a in p.attributes]) + rest.attributes,
        )
        self.items, self.rest = items, rest


class List(Pattern):
    """A pattern of the words that a text falls into."""

    __slots__ = ("one",)

    def __init__(self, one: Pattern) -> None:
        super().__init__(False, stringy=True)
        self.one = one


class Data(Pattern):
    """Text of a datatype, but for what another pattern accepts."""

    __slots__ = ("but", "type")

    def __init__(self, type: Datatype, but: Pattern | None) -> None:
        super().__init__(False, stringy=True)
        self.type, self.but = type, but


class Value(Pattern):
    """One value of a datatype, as the schema writes it; ``key`` is that of the datatype."""

    __slots__ = ("key", "text", "type")

    def __init__(self, type: Datatype, text: str, key: Hashable) -> None:
        super().__init__(False, stringy=True)
        self.type, self.text, self.key = type, text, key


class Attribute(Pattern):
    """An attribute, its names, and what its value must be. ``name`` is its name where it has just one."""

    __slots__ = ("name", "names", "value")

    def __init__(self, names: NameClass, value: Pattern) -> None:
        super().__init__(False)
        self.attributes = (self,)
        self.names, self.value = names, value
        self.name = names.key if isinstance(names, Name) else ""


class Element(Pattern):
    """An element: its names, and what it holds (set once all definitions are known)."""

    __slots__ = ("content", "name", "names")

    def __init__(self, names: NameClass) -> None:
        super().__init__(False)
        self.firsts = frozenset((self,))
        self.names = names
        self.name = names.key if isinstance(names, Name) else ""
        self.content: Pattern = NOT_ALLOWED


EMPTY = Empty(True)
NOT_ALLOWED = NotAllowed(False)
TEXT = Text(True, textual=True)
_P = TypeVar("_P", bound=Pattern)


def _union(patterns: tuple[Pattern, ...]) -> frozenset[Element]:
    found = _NO_ELEMENTS
    for pattern in patterns:
        if not found:
            found = pattern.firsts
        elif pattern.firsts:
            return found.union(*[p.firsts for p in patterns])
    return found


class Patterns:
    """The constructors; one of these for each schema."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Pattern] = {}

    def _intern(self, key: Hashable, pattern: _P) -> _P:
        if len(self._made) >= MAX_PATTERNS:
            raise LimitError(
                f"this schema needs more than {MAX_PATTERNS:,} states for this document, the limit",
                hint="simplify what it interleaves",
            )
        self._made[key] = pattern
        return pattern

    def choice(self, *patterns: Pattern) -> Pattern:
        """One of the patterns; what is in it twice is in it once."""
        among: dict[Pattern, None] = {}
        empty = False
        for pattern in patterns:
            if pattern is EMPTY:
                empty = True
            elif pattern.__class__ is Choice:
                among.update(dict.fromkeys(pattern.among))
            elif pattern is not NOT_ALLOWED:
                among[pattern] = None
        if EMPTY in among:
            del among[EMPTY]
            empty = True
        if empty and not any(p.nullable for p in among):
            among[EMPTY] = None
        if len(among) < 2:
            return next(iter(among), NOT_ALLOWED)
        key = ("|", frozenset(among))
        return self._made.get(key) or self._intern(key, Choice(tuple(among)))

    def group(self, first: Pattern, rest: Pattern) -> Pattern:
        """One after the other."""
        if first is EMPTY:
            return rest
        if rest is EMPTY:
            return first
        if first is NOT_ALLOWED or rest is NOT_ALLOWED:
            return NOT_ALLOWED
        if first.attributes or rest.attributes:
            a, first = _apart(first)
            b, rest = _apart(rest)
            if a or b:
                return self.beside(a + b, self.group(first, rest))
        if first.__class__ is Group:
            return self.group(first.first, self.group(first.rest, rest))
        key = (",", first, rest)
        return self._made.get(key) or self._intern(key, Group(first, rest))

    def sequence(self, patterns: Iterable[Pattern]) -> Pattern:
        """One after the other, many at once."""
        attributes: tuple[Pattern, ...] = ()
        content: list[Pattern] = []
        for pattern in patterns:
            if pattern is NOT_ALLOWED:
                return NOT_ALLOWED
            if pattern.attributes:
                items, pattern = _apart(pattern)
                attributes += items
            if pattern is not EMPTY:
                content.append(pattern)
        made: Pattern = EMPTY
        for pattern in reversed(content):
            made = self.group(pattern, made)
        return self.beside(attributes, made)

    def interleave(self, *patterns: Pattern) -> Pattern:
        """Side by side."""
        attributes: tuple[Pattern, ...] = ()
        among: list[Pattern] = []
        for pattern in patterns:
            if pattern is NOT_ALLOWED:
                return NOT_ALLOWED
            items, rest = _apart(pattern)
            attributes += items
            if rest.__class__ is Interleave:
                among.extend(rest.among)
            elif rest is not EMPTY:
                among.append(rest)
        if not among:
            return self.beside(attributes, EMPTY)
        if len(among) == 1:
            return self.beside(attributes, among[0])
        key = ("&", tuple(among))
        made = self._made.get(key) or self._intern(key, Interleave(tuple(among)))
        return self.beside(attributes, made)

    def one_or_more(self, one: Pattern) -> Pattern:
        """Once or more often."""
        if one is EMPTY or one is NOT_ALLOWED or one.__class__ is OneOrMore:
            return one
        key = ("+", one)
        return self._made.get(key) or self._intern(key, OneOrMore(one))

    def beside(self, items: tuple[Pattern, ...], rest: Pattern) -> Pattern:
        """Attributes beside content."""
        if not items or rest is NOT_ALLOWED:
            return rest
        if len(items) == 1 and rest is EMPTY:
            return items[0]
        key = ("@", items, rest)
        return self._made.get(key) or self._intern(key, With(items, rest))

    def list(self, one: Pattern) -> Pattern:
        """A text by its words."""
        if one is NOT_ALLOWED:
            return one
        key = ("list", one)
        return self._made.get(key) or self._intern(key, List(one))

    def data(self, type: Datatype, but: Pattern | None = None) -> Pattern:
        """Text of a datatype."""
        but = None if but is NOT_ALLOWED else but
        key = ("data", type, but)
        return self._made.get(key) or self._intern(key, Data(type, but))

    def value(self, type: Datatype, text: str, namespaces: Mapping[str | None, str] | None) -> Pattern:
        """One value of a datatype."""
        meant = type.key(text, namespaces)
        key = ("value", type, text if meant is None else meant)
        return self._made.get(key) or self._intern(key, Value(type, text, meant))

    def attribute(self, names: NameClass, value: Pattern) -> Pattern:
        """An attribute."""
        if value is NOT_ALLOWED:
            return value
        key = ("attribute", names, value)
        return self._made.get(key) or self._intern(key, Attribute(names, value))


def _apart(pattern: Pattern) -> tuple[tuple[Pattern, ...], Pattern]:
    """The attributes of a pattern, and the rest; attributes in a choice with content stay in the rest."""
    if pattern.__class__ is With:
        return pattern.items, pattern.rest
    return ((pattern,), EMPTY) if pattern.pure else ((), pattern)

"""States between two constructs of a document, and the tables that lead from one to the next, filled as they are needed.

A state is what may still come in an element: one pattern for each definition that the element may turn out to have been
(nearly always one). The definitions are run side by side; those whose pattern is satisfied at the end tag are what was read,
and the state of the parent goes on from there. So the tables depend on the schema alone: a warm element costs a few
look-ups. Names are ``namespace}local``, as expat gives them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tei.validate.relaxng.derivative import after_attribute, after_element, after_string, after_text, closed, takes
from tei.validate.relaxng.pattern import NOT_ALLOWED, TEXT, Attribute, Element, Pattern, Patterns

__all__ = ["Automaton", "Entry", "Row", "State"]

_MAX_VALUES = 4096  # remembered for each attribute
Namespaces = Mapping[str | None, str] | None


class State(dict[str, "Entry | None"]):
    """What may still come in an element; as a mapping, from the name of a child to what happens in it (None: not allowed).

    ``mask`` has a bit for each definition whose end this may be. ``words`` is the state after text (None: not allowed), the
    state itself where text changes nothing. ``stringy``: text must be looked at whole.
    """

    __slots__ = ("_closed", "_maker", "_words", "attributes", "mask", "patterns", "stringy")

    def __init__(self, maker: Automaton, patterns: tuple[Pattern, ...]) -> None:
        self._maker, self.patterns = maker, patterns
        self.mask = sum([1 << at for at, p in enumerate(patterns) if p.nullable])
        self.stringy = any(p.stringy for p in patterns)
        self.attributes = _Attributes(maker, patterns)
        self._closed: State | bool | None = False
        self._words: State | bool | None = False

    def __missing__(self, name: str) -> Entry | None:
        elements = self._maker.candidates(name, self.patterns)
        if not elements:
            return None
        entry = self[name] = Entry(self._maker, name, elements, self)
        return entry

    @property
    def closed(self) -> State | None:
        """The state when no more attributes come; None where one is lacking."""
        found = self._closed
        if found is False:
            found = self._closed = self._maker.alive([closed(self._maker.make, p) for p in self.patterns])
        return found  # type: ignore[return-value]

    @property
    def words(self) -> State | None:
        """The state after text that no datatype has a say in."""
        found = self._words
        if found is False:
            found = self._words = self._maker.alive([after_text(self._maker.make, p) for p in self.patterns])
        return found  # type: ignore[return-value]

    def lacking(self) -> State:
        """The state as if no attribute were lacking."""
        return self._maker.state(tuple([closed(self._maker.make, p, lacking=True) for p in self.patterns]))

    def string(self, string: str, namespaces: Namespaces) -> State | None:
        """The state after a text that a datatype may have a say in."""
        make = self._maker.make
        return self._maker.alive([after_string(make, p, string, namespaces) for p in self.patterns])

    def whole(self, string: str, namespaces: Namespaces) -> int:
        """The bits of the definitions for which a string is all that the element holds."""
        make = self._maker.make
        return sum([1 << at for at, p in enumerate(self.patterns) if takes(make, p, string, namespaces)])


class Entry:
    """A child element: its name, the state at its start tag, what it may be, and the parent's state after it, by the mask."""

    __slots__ = ("bare", "elements", "ends", "name", "start")

    def __init__(self, maker: Automaton, name: str, elements: tuple[Element, ...], parent: State) -> None:
        self.name, self.elements = name, elements
        self.start = maker.state(tuple([e.content for e in elements]))
        self.bare = self.start.closed
        self.ends: Mapping[int, State] = _Ends(maker, elements, parent)


class _Ends(dict[int, State]):
    __slots__ = ("_elements", "_maker", "_parent")

    def __init__(self, maker: Automaton, elements: tuple[Element, ...], parent: State) -> None:
        self._maker, self._elements, self._parent = maker, elements, parent

    def __missing__(self, mask: int) -> State:
        read = frozenset([e for at, e in enumerate(self._elements) if mask >> at & 1])
        make = self._maker.make
        state = self[mask] = self._maker.state(tuple([after_element(make, p, read) for p in self._parent.patterns]))
        return state


class _Attributes(dict[str, "Row | None"]):
    __slots__ = ("_maker", "_patterns")

    def __init__(self, maker: Automaton, patterns: tuple[Pattern, ...]) -> None:
        self._maker, self._patterns = maker, patterns

    def __missing__(self, name: str) -> Row | None:
        found = tuple(
            dict.fromkeys(
                [a for p in self._patterns for a in p.attributes if (a.name == name if a.name else a.names.holds(name))]
            )
        )
        if not found:
            return None
        free = all(a.value is TEXT for a in found)
        row = self[name] = (_Free if free else Row)(self._maker, self._patterns, found)
        return row


class Row(dict[str, "State | None"]):
    """An attribute by name; as a mapping, from its value to the next state (None: not such a value).

    ``special``: the value is an id or refers to one, or what it means depends on the prefixes in scope.
    """

    __slots__ = ("_maker", "_patterns", "candidates", "special")

    def __init__(self, maker: Automaton, patterns: tuple[Pattern, ...], found: tuple[Attribute, ...]) -> None:
        self._maker, self._patterns, self.candidates = maker, patterns, found
        self.special = any(maker.special(a.value) for a in found)

    def __missing__(self, value: str) -> State | None:
        state = self.read(value, None)
        if len(self) < _MAX_VALUES and len(value) < 200:
            self[value] = state
        return state

    def read(self, value: str, namespaces: Namespaces) -> State | None:
        """The state after the attribute with this value; None where no definition takes it."""
        make = self._maker.make
        right = frozenset([a for a in self.candidates if takes(make, a.value, value, namespaces)])
        return self.after(right) if right else None

    def after(self, right: frozenset[Attribute]) -> State | None:
        """The state after the attribute, its value being right for some of the definitions."""
        make = self._maker.make
        return self._maker.alive([after_attribute(make, p, right) for p in self._patterns])

    def anyhow(self) -> State | None:
        """The state after the attribute whatever its value."""
        return self.after(frozenset(self.candidates))


class _Free(Row):
    """An attribute of any value."""

    __slots__ = ("_next",)

    def __init__(self, maker: Automaton, patterns: tuple[Pattern, ...], found: tuple[Attribute, ...]) -> None:
        super().__init__(maker, patterns, found)
        self._next = self.anyhow()

    def __missing__(self, value: str) -> State | None:
        return self._next


class Automaton:
    """The states of one schema."""

    def __init__(self, make: Patterns, start: Pattern, elements: Sequence[Element]) -> None:
        self.make = make
        self.by_name: dict[str, tuple[Element, ...]] = {}
        self.wild = tuple([e for e in elements if not e.name])
        for element in elements:
            if element.name:
                self.by_name[element.name] = (*self.by_name.get(element.name, ()), element)
        self._states: dict[tuple[Pattern, ...], State] = {}
        self._special: dict[Pattern, bool] = {}
        self.start = self.state((start,))
        self.anything = self.state((TEXT,))  # what is in an element that the schema does not know

    def state(self, patterns: tuple[Pattern, ...]) -> State:
        """The one state of these patterns."""
        found = self._states.get(patterns)
        if found is None:
            found = self._states[patterns] = State(self, patterns)
        return found

    def alive(self, patterns: list[Pattern]) -> State | None:
        """The state of these patterns, None where no document has one."""
        for pattern in patterns:
            if pattern is not NOT_ALLOWED:
                return self.state(tuple(patterns))
        return None

    def named(self, name: str) -> tuple[Element, ...]:
        """All elements of the schema with a name, wherever they may stand."""
        return self.by_name.get(name, ()) + tuple([e for e in self.wild if e.names.holds(name)])

    def candidates(self, name: str, patterns: tuple[Pattern, ...]) -> tuple[Element, ...]:
        """The elements with a name that may come first in one of the patterns."""
        return tuple([e for e in self.named(name) if any(e in p.firsts for p in patterns)])

    def special(self, value: Pattern) -> bool:
        """Whether what a value means depends on more than its characters."""
        known = self._special.get(value)
        if known is None:
            type_ = getattr(value, "type", None)
            parts = [getattr(value, key, None) for key in ("one", "but", "first", "rest")]
            parts += getattr(value, "among", ())
            known = self._special[value] = bool(type_ is not None and (type_.id_type or type_.needs_context)) or any(
                self.special(p) for p in parts if p is not None
            )
        return known

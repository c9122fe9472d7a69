"""What a schema would have had here: the names that may or must come, read off a state. Only asked for when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tei.validate.relaxng.automaton import State
from tei.validate.relaxng.nameclass import NameClass, NsName, local, names_in, wild
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

__all__ = ["allowed", "anywhere", "called", "literals", "meaning", "missing_before", "required", "required_attributes"]

_XML = "http://www.w3.org/XML/1998/namespace}"

_Names = frozenset[str]
_NOTHING: _Names = frozenset()


def allowed(state: State) -> tuple[str, ...]:
    """Names of the elements that may come next, sorted."""
    return tuple(sorted({name for p in state.patterns for e in p.firsts for name in _titles(e.names)}))


def anywhere(patterns: Iterable[Pattern]) -> frozenset[Element]:
    """The elements that may stand somewhere in these contents."""
    found: set[Element] = set()
    seen: set[Pattern] = set()
    todo = list(patterns)
    while todo:
        pattern = todo.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        if isinstance(pattern, Element):
            found.add(pattern)
        else:
            todo.extend(_parts(pattern))
    return frozenset(found)


def required(state: State) -> tuple[str, ...]:
    """Names of the elements that must still come, in whatever way the element goes on; sorted."""
    sets = [_required(p) for p in state.patterns if p.firsts or p.nullable]
    return tuple(sorted(frozenset.intersection(*sets))) if sets else ()


def missing_before(state: State, elements: frozenset[Element]) -> tuple[str, ...]:
    """Names of the elements that must come before one of these may; sorted."""
    sets = [found for p in state.patterns if (found := _before(p, elements)) is not None]
    return tuple(sorted(frozenset.intersection(*sets))) if sets else ()


def called(attribute: str) -> str:
    """The name of an attribute as people write it.

    >>> called("http://www.w3.org/XML/1998/namespace}id"), called("who")
    ('xml:id', 'who')
    """
    return f"xml:{local(attribute)}" if attribute.startswith(_XML) else local(attribute)


def required_attributes(state: State) -> tuple[str, ...]:
    """Names of the attributes that are lacking whichever way the element is completed; sorted."""
    sets = [_lacking(p) for p in state.patterns]
    return tuple(sorted(frozenset.intersection(*sets))) if sets else ()


def literals(patterns: Iterable[Pattern]) -> tuple[str, ...]:
    """The values that a schema lists for an attribute or a text, in its order; none where it takes others too."""
    found: dict[str, None] = {}
    for pattern in patterns:
        if isinstance(pattern, Value):
            found[pattern.text] = None
        elif isinstance(pattern, Choice | OneOrMore | List):
            inner = literals(_parts(pattern))
            if not inner:
                return ()
            found.update(dict.fromkeys(inner))
        elif not isinstance(pattern, Empty):
            return ()
    return tuple(found)


def meaning(patterns: Iterable[Pattern]) -> str:
    """In words, what a value must be.

    Values are quoted, datatypes described: ``a date (1965-02-10) or "unknown"``.
    """
    said: dict[str, None] = {}
    for pattern in patterns:
        said.update(dict.fromkeys(_meanings(pattern)))
    words = list(said)
    if len(words) > 6:
        words = [*words[:6], f"one of {len(words) - 6} others"]
    return " or ".join(part for part in (", ".join(words[:-1]), "".join(words[-1:])) if part)


def _meanings(pattern: Pattern) -> Iterator[str]:
    if isinstance(pattern, Value):
        yield f'"{pattern.text}"'
    elif isinstance(pattern, Data):
        without = "" if pattern.but is None else f" other than {meaning((pattern.but,))}"
        yield pattern.type.describe() + without
    elif isinstance(pattern, Text):
        yield "any text"
    elif isinstance(pattern, Empty):
        yield "nothing"
    elif isinstance(pattern, List):
        inner = meaning((pattern.one,))
        yield f"one or several of these, with blanks between: {inner}" if _repeats(pattern.one) else inner
    elif isinstance(pattern, Group):
        yield f"{meaning((pattern.first,))}, then {meaning((pattern.rest,))}"
    else:
        for one in _parts(pattern):
            yield from _meanings(one)


def _repeats(pattern: Pattern) -> bool:
    return isinstance(pattern, OneOrMore) or any(_repeats(p) for p in _parts(pattern))


def _parts(pattern: Pattern) -> tuple[Pattern, ...]:
    if isinstance(pattern, Choice | Interleave):
        return pattern.among
    if isinstance(pattern, Group):
        return (pattern.first, pattern.rest)
    if isinstance(pattern, With):
        return (*pattern.items, pattern.rest)
    if isinstance(pattern, OneOrMore | List):
        return (pattern.one,)
    return ()


def _titles(names: NameClass) -> Iterator[str]:
    for key in names_in(names):
        yield local(key)
    if wild(names):
        yield f"any element of {names.uri}" if isinstance(names, NsName) and names.uri else "any element"


def _required(pattern: Pattern) -> _Names:
    if isinstance(pattern, Element):
        called = tuple(_titles(pattern.names))
        return frozenset(called) if len(called) == 1 else _NOTHING
    if pattern.nullable:
        return _NOTHING
    if isinstance(pattern, Choice):
        return frozenset.intersection(*[_required(p) for p in pattern.among])
    return frozenset().union(*[_required(p) for p in _parts(pattern)]) if _parts(pattern) else _NOTHING


def _before(pattern: Pattern, elements: frozenset[Element]) -> _Names | None:
    """What must come before one of the elements in a pattern; None where none of them is in it."""
    if isinstance(pattern, Element):
        return _NOTHING if pattern in elements else None
    if isinstance(pattern, Group):
        first = _before(pattern.first, elements)
        if first is not None:
            return first
        rest = _before(pattern.rest, elements)
        return None if rest is None else _required(pattern.first) | rest
    found = [one for p in _parts(pattern) if (one := _before(p, elements)) is not None]
    return frozenset.intersection(*found) if found else None


def _lacking(pattern: Pattern) -> _Names:
    if isinstance(pattern, Attribute):
        return frozenset((called(pattern.name),)) if pattern.name else _NOTHING
    if not pattern.attributes or (isinstance(pattern, Choice) and any(not p.attributes for p in pattern.among)):
        return _NOTHING
    if isinstance(pattern, Choice):
        return frozenset.intersection(*[_lacking(p) for p in pattern.among])
    return frozenset().union(*[_lacking(p) for p in _parts(pattern)])

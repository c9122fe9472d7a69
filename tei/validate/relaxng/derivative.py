"""What is left of a pattern when something has been read (J. Clark, *An algorithm for RELAX NG validation*).

Each result is kept with the pattern, so that a content model turns into an automaton, made as far as documents need it.
Nothing here knows of documents, places or messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from tei.validate.relaxng.pattern import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
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
    Patterns,
    Text,
    Value,
    With,
)

__all__ = ["after_attribute", "after_element", "after_string", "after_text", "closed", "skipped", "takes"]

Namespaces = Mapping[str | None, str] | None
_BLANKS = " \t\n\r"
_WORDS = re.compile(r"[^ \t\n\r]+")
_LEAVES = frozenset({Data, Value, List})
# a derivative of the parts of a pattern; the same for every part
_Step = Callable[[Pattern], Pattern]


def after_element(make: Patterns, pattern: Pattern, read: frozenset[Element]) -> Pattern:
    """What may follow an element that is one of several of the schema."""
    if pattern.firsts.isdisjoint(read):
        return NOT_ALLOWED
    if pattern.__class__ is Element:
        return EMPTY
    known = pattern.memo.get(read)
    if known is None:
        known = pattern.memo[read] = _through(make, pattern, lambda p: after_element(make, p, read))
    return known


def after_text(make: Patterns, pattern: Pattern) -> Pattern:
    """What may follow text, in a pattern without data, values and lists."""
    if pattern.__class__ is Text:
        return TEXT
    if not pattern.textual:
        return NOT_ALLOWED
    known = pattern.memo.get("text")
    if known is None:
        known = pattern.memo["text"] = _through(make, pattern, lambda p: after_text(make, p))
    return known


def after_string(make: Patterns, pattern: Pattern, string: str, namespaces: Namespaces) -> Pattern:
    """What may follow a text that data, values and lists have a say in."""
    if not pattern.stringy:
        return after_text(make, pattern)
    if pattern.__class__ in _LEAVES:
        return EMPTY if takes(make, pattern, string, namespaces) else NOT_ALLOWED
    return _through(make, pattern, lambda p: after_string(make, p, string, namespaces))


def takes(make: Patterns, pattern: Pattern, string: str, namespaces: Namespaces = None) -> bool:
    """Whether a string is all that a pattern accepts: the value of an attribute, the words of an element.

    A string of blanks is also as good as nothing.
    """
    rule = _STRINGS.get(pattern.__class__)
    if rule is not None:
        return rule(make, pattern, string, namespaces)
    if pattern.nullable and not string.strip(_BLANKS):
        return True
    return after_string(make, pattern, string, namespaces).nullable


def after_attribute(make: Patterns, pattern: Pattern, read: frozenset[Attribute]) -> Pattern:
    """What may stand beside an attribute that is one of several of the schema, and after it."""
    if not pattern.attributes or read.isdisjoint(pattern.attributes):
        return NOT_ALLOWED
    if pattern.__class__ is Attribute:
        return EMPTY
    known = pattern.memo.get(read)
    if known is None:
        known = pattern.memo[read] = _beside(make, pattern, lambda p: after_attribute(make, p, read))
    return known


def closed(make: Patterns, pattern: Pattern, *, lacking: bool = False) -> Pattern:
    """A pattern when no more attributes come: without those that may be absent; ``lacking``, without any."""
    if not pattern.attributes:
        return pattern
    key = "lacking" if lacking else "closed"
    known = pattern.memo.get(key)
    if known is None:
        known = pattern.memo[key] = _close(make, pattern, lacking)
    return known


def skipped(make: Patterns, pattern: Pattern, read: frozenset[Element]) -> Pattern:
    """As :func:`after_element`, where what should have stood before the element is missing."""
    if pattern.__class__ is Element:
        return EMPTY if pattern in read else NOT_ALLOWED
    if isinstance(pattern, Choice):
        return make.choice(*[skipped(make, p, read) for p in pattern.among])
    if isinstance(pattern, Group):
        first = make.group(skipped(make, pattern.first, read), pattern.rest)
        return first if first is not NOT_ALLOWED else skipped(make, pattern.rest, read)
    if isinstance(pattern, OneOrMore):
        return make.group(skipped(make, pattern.one, read), make.choice(pattern, EMPTY))
    if isinstance(pattern, Interleave):
        return _interleaved(make, pattern, lambda p: skipped(make, p, read))
    return NOT_ALLOWED


def _through(make: Patterns, pattern: Pattern, step: _Step) -> Pattern:
    """A derivative by content, which comes in order."""
    if isinstance(pattern, Choice):
        return make.choice(*[step(p) for p in pattern.among])
    if isinstance(pattern, Group):
        first = make.group(step(pattern.first), pattern.rest)
        return make.choice(first, step(pattern.rest)) if pattern.first.nullable else first
    if isinstance(pattern, OneOrMore):
        return make.group(step(pattern.one), make.choice(pattern, EMPTY))
    if isinstance(pattern, Interleave):
        return _interleaved(make, pattern, step)
    return NOT_ALLOWED


def _beside(make: Patterns, pattern: Pattern, step: _Step) -> Pattern:
    """A derivative by an attribute, which may come anywhere."""
    if isinstance(pattern, With):
        items, rest = pattern.items, pattern.rest
        found = []
        for number, item in enumerate(items):
            left = step(item)
            if left is not NOT_ALLOWED:
                found.append(make.group(left, make.beside(items[:number] + items[number + 1 :], rest)))
        left = step(rest)
        if left is not NOT_ALLOWED:
            found.append(make.group(make.beside(items, EMPTY), left))
        return make.choice(*found)
    if isinstance(pattern, Group):
        return make.choice(make.group(step(pattern.first), pattern.rest), make.group(pattern.first, step(pattern.rest)))
    return _through(make, pattern, step)


def _interleaved(make: Patterns, pattern: Interleave, step: _Step) -> Pattern:
    among = pattern.among
    found = []
    for number, one in enumerate(among):
        left = step(one)
        if left is not NOT_ALLOWED:
            found.append(make.interleave(*among[:number], left, *among[number + 1 :]))
    return make.choice(*found)


def _close(make: Patterns, pattern: Pattern, lacking: bool) -> Pattern:
    if pattern.pure:
        return EMPTY if lacking or pattern.nullable else NOT_ALLOWED
    if isinstance(pattern, With):
        if not lacking and not all(p.nullable for p in pattern.items):
            return NOT_ALLOWED
        return closed(make, pattern.rest, lacking=lacking)
    if isinstance(pattern, Choice):
        return make.choice(*[closed(make, p, lacking=lacking) for p in pattern.among])
    if isinstance(pattern, Group):
        return make.group(closed(make, pattern.first, lacking=lacking), closed(make, pattern.rest, lacking=lacking))
    if isinstance(pattern, Interleave):
        return make.interleave(*[closed(make, p, lacking=lacking) for p in pattern.among])
    if isinstance(pattern, OneOrMore):
        return make.one_or_more(closed(make, pattern.one, lacking=lacking))
    return pattern


def _is_data(make: Patterns, pattern: Any, string: str, namespaces: Namespaces) -> bool:
    return pattern.type.allows(string, namespaces) and (
        pattern.but is None or not takes(make, pattern.but, string, namespaces)
    )


def _is_value(_: Patterns, pattern: Any, string: str, namespaces: Namespaces) -> bool:
    key = pattern.type.key(string, namespaces)
    return key is not None and key == pattern.key


def _is_list(make: Patterns, pattern: Any, string: str, namespaces: Namespaces) -> bool:
    left: Pattern = pattern.one
    for word in _WORDS.findall(string):
        left = after_string(make, left, word, namespaces)
        if left is NOT_ALLOWED:
            return False
    return left.nullable


def _is_one(make: Patterns, pattern: Any, string: str, namespaces: Namespaces) -> bool:
    """A choice; its values looked up together, many in one table."""
    if pattern.values is None:
        pattern.values = _tables(pattern)
    for type_, keys in pattern.values.items():
        if type_.key(string, namespaces) in keys:
            return True
    return any(takes(make, p, string, namespaces) for p in pattern.among if p.__class__ is not Value)


def _tables(pattern: Choice) -> dict[Any, Any]:
    found: dict[Any, set[Any]] = {}
    for one in pattern.among:
        if isinstance(one, Value) and one.key is not None:
            found.setdefault(one.type, set()).add(one.key)
    return {type_: frozenset(keys) for type_, keys in found.items()}


_STRINGS: Mapping[type[Pattern], Callable[[Patterns, Any, str, Namespaces], bool]] = {
    Text: lambda *_: True,
    Empty: lambda _, __, string, ___: not string.strip(_BLANKS),
    Data: _is_data,
    Value: _is_value,
    List: _is_list,
    Choice: _is_one,
}

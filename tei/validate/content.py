"""What a RELAX NG schema allows in an element by name: for messages that say what was expected.

libxml2 says that something is wrong and not what would be right. The names are collected from the patterns of
the schema: every child, attribute and listed value that an element can have somewhere, whatever the order.
Nothing is decided here; the grammar has spoken before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

__all__ = ["Content", "Contents"]

_RNG = "{http://relaxng.org/ns/structure/1.0}"
# a datatype of XML Schema → how its values look
_LOOKS = {
    "ID": "a name of letters, digits and hyphens",
    "NCName": "a name of letters, digits and hyphens",
    "Name": "a name of letters, digits and hyphens",
    "anyURI": "a URL, or # and an id",
    "boolean": "true or false",
    "date": "1965-02-10",
    "dateTime": "1965-02-10T09:30:00",
    "decimal": "a number",
    "gYear": "1965",
    "gYearMonth": "1965-02",
    "integer": "a whole number",
    "language": "a language code such as en or zh",
    "nonNegativeInteger": "a whole number",
    "time": "09:30:00",
}
_OPTIONAL = (f"{_RNG}optional", f"{_RNG}zeroOrMore", f"{_RNG}choice")


@dataclass(frozen=True, slots=True)
class Content:
    """Of one element: its children, its attributes with their values, the attributes it must have.

    ``closed`` are the attributes that take the listed values and nothing else.
    """

    children: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    required: set[str] = field(default_factory=set)


class Contents:
    """What each element of a schema (the root of a ``.rng``) may hold; worked out when asked for."""

    def __init__(self, schema: etree._Element) -> None:
        self._defines: dict[str, list[etree._Element]] = {}
        self._patterns: dict[str, list[etree._Element]] = {}
        self._found: dict[str, Content] = {}
        self.namespaces: set[str] = set()
        for define in schema.iter(f"{_RNG}define"):
            self._defines.setdefault(define.get("name", "").strip(), []).append(define)
        for element in schema.iter(f"{_RNG}element"):
            self.namespaces.add(_namespace(element))
            for name in _names(element):
                self._patterns.setdefault(name, []).append(element)

    def of(self, name: str) -> Content:
        """The content of an element; empty for one that the schema does not name."""
        if name not in self._found:
            content = self._found[name] = Content()
            for pattern in self._patterns.get(name, ()):
                _collect(pattern, self._defines, content)
            if len(self._patterns.get(name, ())) != 1:  # what one place demands another may not
                content.required.clear()
        return self._found[name]


def _names(pattern: etree._Element) -> Iterator[str]:
    """The local names of an element or attribute pattern; none for one with any name."""
    if pattern.get("name"):
        yield pattern.get("name", "").strip().rpartition(":")[2]
        return
    first = next(iter(pattern.iterchildren(f"{_RNG}name", f"{_RNG}choice")), None)
    if first is not None:
        for name in first.iter(f"{_RNG}name"):
            yield (name.text or "").strip().rpartition(":")[2]


def _namespace(pattern: etree._Element) -> str:
    """The namespace of an element pattern: that of its prefix, or ``ns`` of its name or the nearest pattern around it."""
    prefix, colon, _ = pattern.get("name", "").strip().partition(":")
    if colon:
        return pattern.nsmap.get(prefix, "")
    at: etree._Element | None = next(pattern.iterchildren(f"{_RNG}name"), pattern)
    while at is not None:
        if at.get("ns") is not None:
            return at.get("ns", "")
        at = at.getparent()
    return ""


def _collect(element: etree._Element, defines: dict[str, list[etree._Element]], content: Content) -> None:
    seen: set[tuple[str, bool]] = set()
    todo = [(child, False) for child in element]
    while todo:
        pattern, optional = todo.pop()
        if pattern.tag == f"{_RNG}element":
            content.children.update(_names(pattern))
        elif pattern.tag == f"{_RNG}attribute":
            for name in _names(pattern):
                values, listed = _values(pattern, defines)
                closed = listed and (name in content.closed or name not in content.attributes)
                (content.closed.add if closed else content.closed.discard)(name)
                content.attributes.setdefault(name, set()).update(values)
                if not optional:
                    content.required.add(name)
        elif pattern.tag == f"{_RNG}ref":
            key = (pattern.get("name", "").strip(), optional)
            if key not in seen:
                seen.add(key)
                todo += [(child, optional) for define in defines.get(key[0], ()) for child in define]
        elif pattern.tag not in (f"{_RNG}notAllowed", f"{_RNG}name", f"{_RNG}data", f"{_RNG}value"):
            todo += [(child, optional or pattern.tag in _OPTIONAL) for child in pattern]


def _values(attribute: etree._Element, defines: dict[str, list[etree._Element]]) -> tuple[set[str], bool]:
    """The values of an attribute, and what its datatypes look like; whether the list is all there is."""
    found: set[str] = set()
    seen: set[str] = set()
    listed = True
    todo = list(attribute)
    while todo:
        pattern = todo.pop()
        if pattern.tag == f"{_RNG}value":
            found.add((pattern.text or "").strip())
        elif pattern.tag == f"{_RNG}data":
            found.add(_LOOKS.get(pattern.get("type", ""), ""))
            listed = False
        elif pattern.tag == f"{_RNG}ref":
            name = pattern.get("name", "").strip()
            if name not in seen:
                seen.add(name)
                todo += [child for define in defines.get(name, ()) for child in define]
        elif pattern.tag in (f"{_RNG}choice", f"{_RNG}group"):
            todo += list(pattern)
        elif pattern.tag in (f"{_RNG}text", f"{_RNG}list"):
            listed = False
    return found - {""}, listed and bool(found)

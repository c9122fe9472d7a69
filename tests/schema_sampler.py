"""Documents made at random from a RELAX NG grammar: what the grammar accepts, shown by example."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

__all__ = ["Attribute", "Grammar", "Pattern", "Sampler"]

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "http://www.w3.org/XML/1998/namespace"
LARGEST = 200  # elements of a document; from then on only what must be there
DEEP = 12
MOST = 4  # attributes of an element: libxml2 tries each optional one both ways
ENDLESS = 1_000_000
REPEATED = ("optional", "zeroOrMore", "oneOrMore")

# (datatype, its parameter) → values of it, plain and odd; a datatype that has no row here fails the tests
VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("anyURI", r"#[^\s#]+"): ("#a", "#kim-byeong-jik", "#p_KHA1", "#毛泽东"),
    ("anyURI", r"(#|[a-z][a-z0-9+.\-]*:)[^\s#]+(#[^\s#]+)?"): (
        "#a",
        "https://example.org/a?b=c#d",
        "urn:isbn:1",
    ),
    ("NCName", r"[a-z][\-a-zA-Z0-9]*"): ("a", "section", "b-2"),
    ("Name", ""): ("tei-toolkit", "x"),
    ("decimal", "0"): ("0", "1", "2.5", "007.50"),
    ("language", ""): ("en", "zh-Hant", "und", "x-klingon"),
    ("token", r"[^\p{C}\p{Z}]+"): ("parentheses", "70", "12ob", "§", "л.3"),
    ("token", r"[\d]+(\.[\d]+){0,2}"): ("0.1.0", "2", "10.20"),
    ("date", ""): ("1965-02-10", "-0044-03-15", "1965-02-10Z"),
    ("gYear", ""): ("1965", "-0044"),
    ("gYearMonth", ""): ("1965-02",),
    ("dateTime", ""): ("1965-02-10T16:00:00", "1968-09-03T18:07:00.5+08:00"),
    ("time", ""): ("16:00:00", "16:00:00Z"),
    ("gMonthDay", ""): ("--02-10",),
    ("gMonth", ""): ("--02",),
    ("gDay", ""): ("---10",),
}
# parameter of the type of an id → how ids begin; a number follows
IDS: Mapping[str, tuple[str, ...]] = {
    r"[a-z]([\-_a-z0-9]*[a-z0-9])?": ("i", "field-a_"),
    "": ("i", "P_KHA", "毛·"),
}
WORDS = ("some words", "a", " ", "\n", "[x] & <y> ", "Zürich, 北京\u0301 \U0001f600", "«\u200f»")

Attribute = tuple[bool, frozenset[str] | None]  # whether it must be there; its values where they are listed

# what has been written: (element,), (element, attribute) or (element, attribute, value)
Met = tuple[str, ...]


@dataclass(eq=False, slots=True)
class Pattern:
    """A pattern of a grammar: ``name`` is what it defines or refers to, ``value`` its text or parameter."""

    kind: str
    name: str = ""
    namespace: str = ""
    value: str = ""
    parts: list[Pattern] = field(default_factory=list)


def _pattern(element: etree._Element) -> Pattern:
    made = Pattern(etree.QName(element).localname, element.get("name", ""), value=element.text or "")
    if made.kind == "data":
        made.name, made.value = element.get("type", ""), element.findtext(f"{RNG}param", "")
    for child in element.iterchildren(f"{RNG}*"):
        if child.tag == f"{RNG}name":
            made.name, made.namespace = child.text or "", child.get("ns", "")
        elif child.tag != f"{RNG}param":
            made.parts.append(_pattern(child))
    if made.namespace in ("xml", XML):
        made.name, made.namespace = "xml:" + made.name.removeprefix("xml:"), XML
    return made


def _below(pattern: Pattern) -> Iterator[Pattern]:
    for part in pattern.parts:
        yield part
        yield from _below(part)


class Grammar:
    """The definitions of a grammar in the XML syntax, and what its elements have."""

    def __init__(self, root: etree._Element) -> None:
        self.defines = {d.get("name"): _pattern(d) for d in root.iter(f"{RNG}define")}
        self.start = _pattern(root.find(f"{RNG}start"))
        self._costs: dict[Pattern, int] = {}
        self._first: dict[Pattern, list[Pattern]] = {}

    def parts(self, pattern: Pattern) -> list[Pattern]:
        """The patterns in a pattern, or those of the definition that it refers to."""
        return self.defines[pattern.name].parts if pattern.kind == "ref" else pattern.parts

    def elements(self) -> Iterator[Pattern]:
        """The patterns of elements; one name may have several."""
        return (p for d in self.defines.values() for p in _below(d) if p.kind == "element")

    @cached_property
    def attributes(self) -> dict[str, dict[str, Attribute]]:
        """Element → attribute → whether it must be there, and its values where they are a closed list."""
        found: dict[str, dict[str, Attribute]] = {}
        for element in self.elements():
            required = set(self._required(element))
            found.setdefault(element.name, {}).update(
                (p.name, (p in required, frozenset(v.value for v in _below(p) if v.kind == "value") or None))
                for p in self.first(element)
                if p.kind == "attribute"
            )
        return found

    @cached_property
    def wanted(self) -> dict[str, set[Met]]:
        """Element → all there is to show of it: itself, its attributes, their listed values."""
        return {
            tag: {(tag,)}
            | {(tag, name) for name in attributes}
            | {(tag, name, value) for name, (_, values) in attributes.items() for value in values or ()}
            for tag, attributes in self.attributes.items()
        }

    def _required(self, pattern: Pattern) -> Iterator[Pattern]:
        for part in self.parts(pattern):
            if part.kind == "attribute":
                yield part
            elif part.kind in ("ref", "group"):
                yield from self._required(part)

    def children(self, pattern: Pattern) -> set[str]:
        """What an element may have: children by name, attributes as ``@name``, ``#text``."""
        return {"#text" if p.kind == "text" else "@" * (p.kind == "attribute") + p.name for p in self.first(pattern)}

    @cached_property
    def reachable(self) -> dict[str, set[str]]:
        """Element → itself and all elements that may be in it, at any depth."""
        children: dict[str, set[str]] = {}
        for element in self.elements():
            children.setdefault(element.name, set()).update(p.name for p in self.first(element) if p.kind == "element")
        found = {}
        for tag in children:
            met, waiting = {tag}, [tag]
            while waiting:
                more = children[waiting.pop()] - met
                met |= more
                waiting.extend(more)
            found[tag] = met
        return found

    def first(self, pattern: Pattern) -> list[Pattern]:
        """The elements, attributes and text in a pattern, not those inside them."""
        if pattern not in self._first:
            found: dict[Pattern, None] = {}
            met: set[str] = set()
            waiting = list(self.parts(pattern))
            while waiting:
                part = waiting.pop()
                if part.kind in ("element", "attribute", "text"):
                    found[part] = None
                elif part.kind != "ref":
                    waiting.extend(part.parts)
                elif part.name not in met:
                    met.add(part.name)
                    waiting.extend(self.parts(part))
            self._first[pattern] = list(found)
        return self._first[pattern]

    def cost(self, pattern: Pattern) -> int:
        """How many elements a pattern needs at the least."""
        if pattern.kind in ("optional", "zeroOrMore", "text", "empty", "attribute"):
            return 0
        if pattern not in self._costs:
            self._costs[pattern] = ENDLESS  # met again below itself
            costs = [self.cost(p) for p in self.parts(pattern)]
            self._costs[pattern] = min(costs) if pattern.kind == "choice" else sum(costs) + (pattern.kind == "element")
        return self._costs[pattern]


class Sampler:
    """Walks a grammar, and prefers what it has not written yet; ``met`` is what all its documents hold."""

    def __init__(self, grammar: Grammar, seed: int) -> None:
        self.grammar = grammar
        self.random = random.Random(seed)
        self.met: set[Met] = set()
        self._towards: set[str] = set()
        self._left = self._ids = 0

    def document(self) -> etree._Element:
        """One document."""
        self._left = self.random.randint(LARGEST // 10, LARGEST)
        self._ids = 0
        missing = {tag for tag, wanted in self.grammar.wanted.items() if not wanted <= self.met}
        self._towards = {tag for tag, inside in self.grammar.reachable.items() if not missing.isdisjoint(inside)}
        holder = etree.Element("holder")
        self._write(self.grammar.start, holder, 0)
        root = holder[0]
        holder.remove(root)
        return root

    def _write(self, pattern: Pattern, parent: etree._Element, depth: int) -> None:
        if pattern.kind == "attribute":
            self._attribute(pattern, parent)
        elif pattern.kind == "text":
            self._text(parent)
        elif pattern.kind == "choice":
            self._write(self._choose(pattern.parts, parent, depth), parent, depth)
        else:
            if pattern.kind == "element":
                self._left -= 1
                self.met.add((pattern.name,))
                parent = etree.SubElement(parent, f"{{{pattern.namespace}}}{pattern.name}")
                depth += 1
            for _ in range(self._times(pattern, parent, depth)):
                for part in self.grammar.parts(pattern):
                    self._write(part, parent, depth)

    def _times(self, pattern: Pattern, parent: etree._Element, depth: int) -> int:
        if pattern.kind not in REPEATED:
            return 1
        least = int(pattern.kind == "oneOrMore")
        attribute = self.grammar.first(pattern)[0].kind == "attribute"
        if attribute and len(parent.attrib) >= MOST:
            return 0
        if (attribute or self._roomy(depth)) and self._new(pattern, parent):
            return 1
        if attribute:
            return int(self.random.random() < 0.15)
        most = 1 if pattern.kind == "optional" else 3
        return self.random.randint(least, most) if self._roomy(depth) else least

    def _choose(self, options: list[Pattern], parent: etree._Element, depth: int) -> Pattern:
        if self._roomy(depth):
            options = [o for o in options if self._new(o, parent)] or options
        else:
            least = min(self.grammar.cost(o) for o in options)
            options = [o for o in options if self.grammar.cost(o) == least]
        return self.random.choice(options)

    def _roomy(self, depth: int) -> bool:
        return self._left > 0 and depth < DEEP

    def _new(self, pattern: Pattern, parent: etree._Element) -> bool:
        """Whether a pattern may begin with what is not written yet, or with an element that leads there."""
        tag = etree.QName(parent).localname
        first = self.grammar.first(pattern) if pattern.kind not in ("element", "attribute") else [pattern]
        return any(
            p.name in self._towards if p.kind == "element" else (tag, p.name) not in self.met
            for p in first
            if p.kind != "text"
        )

    def _attribute(self, pattern: Pattern, parent: etree._Element) -> None:
        tag = etree.QName(parent).localname
        values = [p.value for p in _below(pattern) if p.kind == "value"]
        new = [v for v in values if (tag, pattern.name, v) not in self.met]
        value = self.random.choice(new) if new else self._value(pattern)
        self.met |= {(tag, pattern.name), (tag, pattern.name, value)}
        parent.set(f"{{{XML}}}{pattern.name[4:]}" if pattern.namespace == XML else pattern.name, value)

    def _value(self, pattern: Pattern) -> str:
        if pattern.kind == "value":
            return pattern.value
        if pattern.kind == "data":
            if pattern.name == "ID":
                self._ids += 1
                return f"{self.random.choice(IDS[pattern.value])}{self._ids}"
            return self.random.choice(VALUES[pattern.name, pattern.value])
        parts = self.grammar.parts(pattern)
        if not parts:
            return self.random.choice(WORDS)
        if pattern.kind == "choice":
            return self._value(self.random.choice(parts))
        times = self.random.randint(1, 3) if pattern.kind == "oneOrMore" else 1
        return " ".join(self._value(p) for _ in range(times) for p in parts)

    def _text(self, parent: etree._Element) -> None:
        words = self.random.choice(WORDS)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words

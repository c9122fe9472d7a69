"""Real TEI documents, damaged in one place: what a validator must see, and where.

Each mutation is drawn by a seeded generator, so that the same seed gives the same two thousand documents.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from tei.ns import TEI
from tei.parse import positions

__all__ = ["KINDS", "Mutant", "mutants"]

KINDS = ("rename", "unknown", "delete", "insert", "move", "unwrap", "attribute", "no attribute", "value", "text")
_VALUES = (
    "",
    " ",
    "a b",
    "#",
    "%",
    "1965-13-45",
    "x" * 40,
    "true",
    "-1",
    "0.5",
    "1965-02",
    "http://[",
    "a:b",
    "::",
    "é ü",
)
_NAMES = "p div head sp speaker l lg list item note pb date persName hi seg table row cell title body ab q said TEI text".split()
_ATTRIBUTES = "n type who when ref target foo whom resp place rend key part xml:id cert reason".split()


class Mutant(NamedTuple):
    """A damaged document: how, and the places (line, column) at which a message may rightly be."""

    data: bytes
    kind: str
    what: str
    places: frozenset[tuple[int, int]]


def mutants(documents: list[bytes], count: int, seed: int = 0) -> Iterator[Mutant]:
    """``count`` documents, each damaged once."""
    draw = random.Random(seed)
    roots = [etree.fromstring(d) for d in documents]
    made = tried = 0
    while made < count:
        root = deepcopy(draw.choice(roots))
        kind = KINDS[tried % len(KINDS)]
        tried += 1
        found = _mutate(root, kind, draw)
        if found is None:
            continue
        what, touched = found
        made += 1
        yield _mutant(root, kind, what, touched)


def _mutate(root: etree._Element, kind: str, draw: random.Random) -> tuple[str, list[etree._Element]] | None:
    """Damages a tree; gives what was done and the elements at which that can be seen."""
    elements = [e for e in root.iter(etree.Element) if e is not root]
    target = draw.choice(elements)
    parent = target.getparent()
    assert parent is not None
    name = etree.QName(target).localname
    if kind == "rename":
        target.tag = f"{{{TEI}}}{draw.choice(_NAMES)}"
        return f"{name} to {etree.QName(target).localname}", [target]
    if kind == "unknown":
        target.tag = f"{{{TEI}}}{name}x"
        return f"{name} to {name}x", [target]
    if kind == "delete":
        after = target.getnext()
        _take_out(target)
        return f"{name} out of {etree.QName(parent).localname}", [parent, *([] if after is None else [after])]
    if kind == "insert":
        new = etree.Element(f"{{{TEI}}}{draw.choice(_NAMES)}", nsmap=root.nsmap)
        if draw.random() < 0.5:
            new.text = "text"
        target.addprevious(new)
        new.tail, target.tail = None, target.tail
        return f"{etree.QName(new).localname} before {name}", [new, target]
    if kind == "move":
        other = draw.choice(elements)
        if other is target or target in list(other.iterancestors()):
            return None
        after = target.getnext()
        tail = target.tail
        target.tail = None
        other.insert(draw.randrange(len(other) + 1), target)
        previous = after.getprevious() if after is not None else (parent[-1] if len(parent) else None)
        if tail:
            if previous is None or previous is target:
                parent.text = (parent.text or "") + tail
            else:
                previous.tail = (previous.tail or "") + tail
        return f"{name} into {etree.QName(other).localname}", [
            target,
            other,
            parent,
            *([] if after is None else [after]),
        ]
    if kind == "unwrap":
        inside = list(target)
        if not inside:
            return None
        at, before = parent.index(target), target.getprevious()
        for number, child in enumerate(inside):
            parent.insert(at + number, child)
        if target.text and target.text.strip():
            words = target.text
            if at:
                parent[at - 1].tail = (parent[at - 1].tail or "") + words
            else:
                parent.text = (parent.text or "") + words
        parent.remove(target)
        return f"{name} in {etree.QName(parent).localname}", [parent, *inside, *([] if before is None else [before])]
    if kind == "attribute":
        key = draw.choice(_ATTRIBUTES)
        target.set(key.replace("xml:", "{http://www.w3.org/XML/1998/namespace}"), "x")
        return f"{key} on {name}", [target]
    with_attributes = [e for e in elements if e.attrib]
    if kind in ("no attribute", "value"):
        if not with_attributes:
            return None
        target = draw.choice(with_attributes)
        key = draw.choice(sorted(target.attrib))
        if kind == "value":
            target.set(key, draw.choice(_VALUES))
        else:
            del target.attrib[key]
        return f"{key} of {etree.QName(target).localname}", [target]
    target.text = (target.text or "") + " stray "
    return f"text into {name}", [target, *target]


def _take_out(target: etree._Element) -> None:
    parent, tail = target.getparent(), target.tail
    assert parent is not None
    previous = target.getprevious()
    if tail:
        if previous is None:
            parent.text = (parent.text or "") + tail
        else:
            previous.tail = (previous.tail or "") + tail
    parent.remove(target)


def _mutant(root: etree._Element, kind: str, what: str, touched: list[etree._Element]) -> Mutant:
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    order = {element: at for at, element in enumerate(root.iter(etree.Element))}
    starts = positions(data)
    places = {starts[order[e]] for e in touched if e in order}
    numbers = {order[e] for e in touched if e in order}
    lines = data.decode("utf-8").split("\n")
    element_ends = _ends(data)
    # also anywhere in the tag (an attribute), at the first word after it
    for line, column in [*(starts[n] for n in numbers), *(element_ends[n] for n in numbers)]:
        end = lines[line - 1].find(">", column - 1) + 1
        places.update((line, at) for at in range(column, (end or len(lines[line - 1])) + 1))
        while line <= len(lines):
            rest = lines[line - 1][end:]
            if rest.strip():
                places.add((line, end + len(rest) - len(rest.lstrip()) + 1))
                break
            line, end = line + 1, 0
    places.update(element_ends[number] for number in numbers)
    return Mutant(data, kind, what, frozenset(places))


def _ends(data: bytes) -> dict[int, tuple[int, int]]:
    """Number of an element → place of its end tag."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    found: dict[int, tuple[int, int]] = {}
    stack: list[int] = []
    count = 0

    def start(*_: object) -> None:
        nonlocal count
        stack.append(count)
        count += 1

    def end(_: str) -> None:
        found[stack.pop()] = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return found

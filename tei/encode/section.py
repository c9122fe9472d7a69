"""Blocks into sections, so that TEI's content model of a division holds: heads and openers, then text, then closers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tei.encode.nesting import Node

__all__ = ["section"]

_TOP = frozenset({"head", "opener"})
_BOTTOM = frozenset({"closer"})
_ANYWHERE = frozenset({"pb", "note"})
_NO_TEXT = _TOP | _BOTTOM | _ANYWHERE

# a leaf in a container that may not hold it becomes the leaf that may
_IN_CONTAINER: Mapping[str, tuple[frozenset[str], str]] = {
    "sp": (frozenset({"speaker", "stage", "p", "list", "ornament", "pb", "note"}), "p"),
    "list": (frozenset({"head", "item", "pb", "note"}), "item"),
    "opener": (frozenset({"dateline", "salute", "classification", "signed", "pb", "note"}), "dateline"),
    "closer": (frozenset({"dateline", "salute", "classification", "signed", "pb", "note"}), "signed"),
}
_ALONE = {
    "item": "p",
    "dateline": "opener",
    "salute": "opener",
    "classification": "opener",
    "signed": "closer",
    "stage": "p",
}


def section(forest: list[Node]) -> list[Node]:
    """The children of ``body``: the same leaves in the same order, wrapped so that they are valid TEI; takes the nodes over.

    A heading or an opener after text begins a ``div``, as does text after a closer.
    """
    part: list[Node] = []
    sections = [part]
    state = "top"
    for node in _settle(forest):
        kind = node.kind
        if kind in _TOP:
            if state != "top":
                part = []
                sections.append(part)
                state = "top"
        elif kind in _BOTTOM:
            if state == "top":
                part.append(_empty(node.start))
            state = "bottom"
        elif kind not in _ANYWHERE:
            if state == "bottom":
                part = []
                sections.append(part)
            state = "text"
        part.append(node)
    for part in sections:
        if (len(sections) == 1 or part is not sections[0]) and not any(n.kind not in _NO_TEXT for n in part):
            part.append(_empty(part[-1].end if part else 0))
    if len(sections) == 1:
        return sections[0]
    first, *rest = sections
    divisions = [_division(part) for part in rest]
    if any(n.kind in _BOTTOM for n in first):
        return [_division(first), *divisions]
    return [*first, *divisions]


def _division(part: list[Node]) -> Node:
    return Node("div", part[0].start, part[-1].end, {"type": "section"}, (), part)


def _empty(at: int) -> Node:
    """A paragraph without words, where TEI wants a paragraph and the source has none."""
    return Node("p", at, at)


def _settle(nodes: list[Node]) -> list[Node]:
    """Every node in a place that TEI allows: lone items become paragraphs, a lone dateline gets its opener."""
    settled: list[Node] = []
    for node in nodes:
        shape = _SHAPES.get(node.kind)
        if shape:
            settled.extend(shape(node))
        elif node.kind in _ALONE:
            home = _ALONE[node.kind]
            if home == "p":
                settled.append(replace(node, kind="p"))
            else:
                settled.append(Node(home, node.start, node.end, {}, (), [node]))
        else:
            settled.append(node)
    return settled


def _sp(node: Node) -> list[Node]:
    children = [c for child in node.children for c in (_list(child) if child.kind == "list" else [_fit(child, "sp")])]
    if not any(c.kind in ("p", "list", "ornament") for c in children):
        children.append(_empty(node.end))
    node.children = children
    return [node]


def _list(node: Node) -> list[Node]:
    children = [_fit(c, "list") for c in node.children]
    for at, child in enumerate(children):
        if child.kind == "head" and any(c.kind != "pb" for c in children[:at]):
            children[at] = replace(child, kind="item")
    if not any(c.kind == "item" for c in children):
        return [replace(c, kind="p", attrs={}) if c.kind in ("head", "item") else c for c in children]
    node.children = children
    return [node]


def _wrapper(node: Node) -> list[Node]:
    node.children = [_fit(c, node.kind) for c in node.children]
    return [node]


def _fit(child: Node, container: str) -> Node:
    allowed, instead = _IN_CONTAINER[container]
    return child if child.kind in allowed else replace(child, kind=instead, attrs={})


_SHAPES: Mapping[str, Callable[[Node], list[Node]]] = {
    "sp": _sp,
    "list": _list,
    "opener": _wrapper,
    "closer": _wrapper,
}

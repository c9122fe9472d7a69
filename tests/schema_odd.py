"""What an ODD makes of TEI: the elements that it leaves, with their attributes and closed lists of values."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from schema_sampler import Attribute

__all__ = ["expanded"]

NS = {"t": "http://www.tei-c.org/ns/1.0"}


def expanded(odd: etree._Element, tei: etree._Element) -> dict[str, dict[str, Attribute]]:
    """Element → attribute → whether it must be there, and its values where they are a closed list.

    ``tei`` is p5subset.xml. TEI: chapter 24, "Using the TEI"; only what the project's ODD uses is understood.
    """
    modules = {m.get("key") for m in odd.iterfind(".//t:moduleRef", NS)}
    classes = {
        c.get("ident"): c for c in tei.iterfind(".//t:classSpec[@type='atts']", NS) if c.get("module") in modules
    }
    for change in odd.iterfind(".//t:classSpec[@mode='delete']", NS):
        del classes[change.get("ident")]
    changes = {c.get("ident"): c for c in odd.iterfind(".//t:classSpec[@mode='change']", NS)}
    assert set(changes) <= set(classes), "a class is changed that no module has"
    specified = {e.get("ident"): e for e in odd.iterfind(".//t:elementSpec", NS)}
    return {
        element.get("ident"): _merged(
            [
                *((classes[c], changes.get(c)) for c in _classes(element, classes)),
                (element, specified[element.get("ident")]),
            ]
        )
        for element in tei.iterfind(".//t:elementSpec", NS)
        if element.get("ident") in specified
    }


def _classes(spec: etree._Element, classes: dict[str, etree._Element]) -> Iterator[str]:
    """The attribute classes of an element or class, each before those that are members of it."""
    for member in spec.iterfind("t:classes/t:memberOf", NS):
        if member.get("key") in classes:
            yield from _classes(classes[member.get("key")], classes)
            yield member.get("key")


def _merged(specs: list[tuple[etree._Element, etree._Element | None]]) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for original, change in specs:
        for spec in (original, change):
            for attribute in () if spec is None else spec.iterfind("t:attList//t:attDef", NS):
                name = attribute.get("ident")
                if attribute.get("mode") == "delete":
                    assert spec is original or name in found, f"{name} is deleted where it is not"
                    found.pop(name, None)
                    continue
                required, values = found.get(name, (False, None))
                usage = attribute.get("usage")
                listed = attribute.find("t:valList[@type='closed']", NS)
                if listed is not None:
                    values = frozenset(v.get("ident") for v in listed.iterfind("t:valItem", NS))
                found[name] = (usage == "req" if usage else required, values)
    return found

"""James Clark's conformance suite for RELAX NG, as cases: a schema, whether it is right, documents with their verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from data import SHARED

__all__ = ["Case", "cases"]


class Case(NamedTuple):
    """One test case. ``documents`` are (document, whether it is valid); ``resources`` what the schema may refer to."""

    name: str
    schema: bytes
    right: bool
    documents: tuple[tuple[bytes, bool], ...]
    resources: dict[str, bytes]


def cases() -> Iterator[Case]:
    """The cases in order, named by section and line; none where the suite is missing."""
    path = SHARED / "rng" / "spectest.xml"
    if not path.is_file():
        return
    # the suite's own entities stand for a name that only some versions of XML allow
    for case in etree.parse(path, etree.XMLParser(resolve_entities=True)).iter("testCase"):
        section = case.findtext("section") or "more"
        for child in case:
            if child.tag not in ("correct", "incorrect"):
                continue
            documents = [
                ((one.get("dtd") or "").encode() + _inside(one), one.tag == "valid")
                for one in case
                if one.tag in ("valid", "invalid")
            ]
            name = f"{section} line {child.sourceline}"
            yield Case(name, _inside(child), child.tag == "correct", tuple(documents), dict(_resources(case, "")))


def _inside(element: etree._Element) -> bytes:
    child = next(e for e in element if isinstance(e.tag, str))
    return etree.tostring(child, with_tail=False, encoding="UTF-8")


def _resources(element: etree._Element, folder: str) -> Iterator[tuple[str, bytes]]:
    for child in element:
        if child.tag == "resource":
            yield folder + child.get("name", ""), _inside(child)
        elif child.tag == "dir":
            yield from _resources(child, f"{folder}{child.get('name')}/")

"""Gives each note, mention, paragraph and turn an id, so that a page can link to it and back.

Not in XSLT: ``generate-id()`` may differ from run to run (https://www.w3.org/TR/1999/REC-xslt-19991116#function-generate-id),
and ``xsl:number`` counts from the start again for each element.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from tei.ns import TEI, XML_ID, tei

__all__ = ["anchor"]

# kind of place in a page → the elements that are one
_EVERY = (
    ("place", (tei("placeName"), tei("geogName"), tei("orgName"), tei("rs"), tei("name"))),
    ("date", (tei("date"), tei("time"))),
    ("par", (tei("p"), tei("ab"), tei("l"))),
    ("turn", (tei("sp"), tei("u"))),
)
_NOTE, _NAME, _TEXT, _INDEX = tei("note"), tei("persName"), tei("text"), tei("index")
# lxml knows no type for what an expression finds
_IDS: Any = etree.XPath("//t:*/@xml:id", namespaces={"t": TEI}, smart_strings=False)
_OTHERS: Any = etree.XPath("//@id/..")
_NAMED: Any = etree.XPath(
    "t:text/descendant::t:*/@xml:id/.. | t:sourceDoc/descendant::t:*/@xml:id/..", namespaces={"t": TEI}
)


def anchor(root: etree._Element, *, every: bool = False) -> None:
    """Writes the ids into attributes ``id``, and numbers where notes have none; takes off an ``xml:id`` that another
    element had first.

    The new ids have a colon, which no ``xml:id`` can have (https://www.w3.org/TR/xml-id/): they are none of the document's.
    Places, dates, paragraphs and turns are for ``every``.
    """
    ids = _IDS(root)
    if len(set(ids)) < len(ids) or any(":" in ident or len(ident.split()) != 1 for ident in ids):
        _sound(root)
    for element in _OTHERS(root):  # no attribute of TEI P5: the pages' own from here on
        del element.attrib["id"]
    for element in _NAMED(root):
        element.set("id", element.get(XML_ID))
    text = root.find(_TEXT)
    if text is None:
        return
    for number, note in enumerate((n for n in text.iter(_NOTE) if n.get("place")), 1):
        if note.get("id") is None:
            note.set("id", f"note:{number}")
        if note.get("n") is None:
            note.set("n", str(number))
    _number("mention", (n for n in text.iter(_NAME) if n.get("ref")))
    for kind, elements in _EVERY if every else ():
        _number(kind, text.iter(*elements))
    for index in text.iter(_INDEX):  # is not shown: nothing leads there
        for element in index.iterdescendants():
            element.attrib.pop("id", "")


def _sound(root: etree._Element) -> None:
    seen: set[str] = set()
    for element in root.iter(tei("*")):
        ident = element.get(XML_ID)
        if ident is None:
            continue
        if ident in seen or not ident or ":" in ident or len(ident.split()) != 1:
            del element.attrib[XML_ID]
        seen.add(ident)


def _number(kind: str, elements: Any) -> None:
    for number, element in enumerate(elements, 1):
        if element.get("id") is None:
            element.set("id", f"{kind}:{number}")

"""Gives each note, mention, paragraph and turn an id, so that a page can link to it and back.

Not in XSLT: ``generate-id()`` may differ from run to run (https://www.w3.org/TR/1999/REC-xslt-19991116#function-generate-id),
and ``xsl:number`` counts from the start again for each element.
"""

from __future__ import annotations

from lxml import etree

from tei.ns import XML_ID, tei

__all__ = ["anchor"]

# kind of place in a page → the elements that are one
_EVERY = (
    ("place", (tei("placeName"), tei("geogName"), tei("orgName"), tei("rs"), tei("name"))),
    ("date", (tei("date"), tei("time"))),
    ("par", (tei("p"), tei("ab"), tei("l"))),
    ("turn", (tei("sp"), tei("u"))),
)
_NOTE, _NAME, _TEXT = tei("note"), tei("persName"), tei("text")


def anchor(root: etree._Element, *, mark: str = ":", every: bool = False) -> None:
    """Adds the ids, and numbers where notes have none; takes off an id that another element had first.

    The new ids have a colon, which no ``xml:id`` can have (https://www.w3.org/TR/xml-id/): they are none of the document's.
    Another ``mark`` is for a document that other programs parse again. Places, dates, paragraphs and turns are for ``every``.
    """
    seen: set[str] = set()
    for element in root.iter(tei("*")):
        ident = element.get(XML_ID)
        if ident is None:
            continue
        if ident in seen or not ident or ":" in ident or len(ident.split()) != 1:
            del element.attrib[XML_ID]
        seen.add(ident)
    text = root.find(_TEXT)
    if text is None:
        return
    for number, note in enumerate((n for n in text.iter(_NOTE) if n.get("place")), 1):
        if note.get(XML_ID) is None:
            note.set(XML_ID, f"note{mark}{number}")
        if note.get("n") is None:
            note.set("n", str(number))
    for number, name in enumerate((n for n in text.iter(_NAME) if n.get("ref")), 1):
        if name.get(XML_ID) is None:
            name.set(XML_ID, f"mention{mark}{number}")
    for kind, elements in _EVERY if every else ():
        for number, element in enumerate(text.iter(*elements), 1):
            if element.get(XML_ID) is None:
                element.set(XML_ID, f"{kind}{mark}{number}")

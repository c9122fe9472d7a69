"""Gives each note and each mention of a person an id, so that a page can link to it and back.

Not in XSLT: ``generate-id()`` may differ from run to run (https://www.w3.org/TR/1999/REC-xslt-19991116#function-generate-id),
and ``xsl:number`` counts from the start again for each element.
"""

from __future__ import annotations

from lxml import etree

from tei.ns import XML_ID, tei

__all__ = ["anchor"]

_NOTE, _NAME, _TEXT = tei("note"), tei("persName"), tei("text")


def anchor(root: etree._Element, *, mark: str = ":") -> None:
    """Adds the ids, and numbers where notes have none; takes off an id that another element had first.

    The new ids have a colon, which no ``xml:id`` can have (https://www.w3.org/TR/xml-id/): they are none of the document's.
    Another ``mark`` is for a document that other programs parse again.
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

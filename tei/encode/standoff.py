"""What the header says about the world of the text: the people in it, each with every form of the name."""

from __future__ import annotations

from lxml import etree

from tei.encode.notation import ODD
from tei.model import Document, Person
from tei.ns import XML_ID, tei

__all__ = ["participants"]

_PERSON, _GROUP, _NAME, _NOTE = tei("person"), tei("personGrp"), tei("persName"), tei("note")
_VARIANT = {"type": "variant"}


def participants(profile: etree._Element, document: Document) -> None:
    """Appends ``particDesc`` with a record for each person; nothing where there is none.

    The first ``persName`` is the preferred name, those with ``@type='variant'`` are the other forms met.
    """
    if not document.people:
        return
    listing = etree.SubElement(etree.SubElement(profile, tei("particDesc")), tei("listPerson"))
    for person in document.people:
        _record(listing, person)


def _record(listing: etree._Element, person: Person) -> None:
    record = etree.SubElement(listing, _GROUP if person.group else _PERSON, {XML_ID: person.id})
    preferred = _clean(person.name)
    etree.SubElement(record, _NAME).text = preferred
    seen = {preferred, ""}
    for form in (*person.forms, *person.variants):
        form = _clean(form)
        if form not in seen:
            seen.add(form)
            etree.SubElement(record, _NAME, _VARIANT).text = form
    description = _clean(person.description)
    if description:
        etree.SubElement(record, _NOTE).text = description


def _clean(words: str) -> str:
    return " ".join((words if words.isascii() and words.isprintable() else ODD.sub("", words)).split())

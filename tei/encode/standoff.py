"""What the header says about the world of the text: the people in it, each with every form of the name."""

from __future__ import annotations

from lxml import etree

from tei.encode.notation import ODD
from tei.model import Document, Person
from tei.ns import XML_ID, tei

__all__ = ["participants"]

_PERSON, _GROUP, _NAME, _NOTE = tei("person"), tei("personGrp"), tei("persName"), tei("note")


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
    record = etree.SubElement(listing, _GROUP if person.group else _PERSON)
    record.set(XML_ID, person.id)
    preferred = _clean(person.name)
    etree.SubElement(record, _NAME).text = preferred
    if not person.variants and person.forms == (person.name,) and not person.description:
        return
    seen = {preferred, ""}
    for form in map(_clean, (*person.forms, *person.variants)):
        if form not in seen:
            seen.add(form)
            variant = etree.SubElement(record, _NAME)
            variant.set("type", "variant")
            variant.text = form
    description = _clean(person.description)
    if description:
        etree.SubElement(record, _NOTE).text = description


def _clean(words: str) -> str:
    return " ".join((words if words.isascii() and words.isprintable() else ODD.sub("", words)).split())

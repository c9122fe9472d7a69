"""People of the header whom nothing points at: left over from another document, or their mentions are not linked.

A person is mentioned where any attribute of the document points at their id, be it a name, a turn or a relation. Somebody who
only took part is mentioned by the list of participants, where names point at them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei.ns import XML_ID, tei
from tei.validate.finding import Finding

__all__ = ["people"]

_PEOPLE = (tei("person"), tei("personGrp"))


def people(root: etree._Element) -> Iterator[Finding]:
    """A finding for each person in a header whose id nothing points at."""
    listed = [e for e in root.iter(*_PEOPLE) if e.get(XML_ID) and _in_header(e)]
    if not listed:
        return
    pointed = {
        token[1:]
        for element in root.iter(etree.Element)
        for value in element.attrib.values()
        if "#" in str(value)
        for token in str(value).split()
        if token.startswith("#")
    }
    for person in listed:
        name = (person.get(XML_ID) or "").strip()
        if name not in pointed:
            message = f'nothing in the document points at the person "{name}"{_called(person)}'
            yield Finding(
                "person-unmentioned", person, message, f'link the name with ref="#{name}", or take the person out'
            )


def _in_header(element: etree._Element) -> bool:
    return next(element.iterancestors(tei("teiHeader")), None) is not None


def _called(person: etree._Element) -> str:
    name = person.find(tei("persName"))
    words = "" if name is None else " ".join("".join(map(str, name.itertext(etree.Element))).split())
    return f", {words}" if words else ""

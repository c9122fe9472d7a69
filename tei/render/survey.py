"""What a page has to know of the whole document before its first line is written.

Not in XSLT 1.0: it looks through all of a document for each such question, and for the first of a name through all that
have it, for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from tei.ns import TEI, XML_ID, tei

__all__ = ["facts"]

_PEOPLE = (tei("person"), tei("personGrp"))
_NAMES = (tei("persName"), tei("name"))
_NOTE, _TEXT, _NAME, _REF = tei("note"), tei("text"), tei("persName"), tei("ref")
_PLACES = (tei("placeName"), tei("geogName"))
_TYPED = (tei("rs"), tei("name"))
_DAYS = (tei("date"), tei("time"))
_PARAGRAPHS = (tei("p"), tei("ab"))
_BLOCKS = tuple(map(tei, "p list lg l table figure quote address floatingText div listBibl castList sp".split()))
_BRACKETS = str.maketrans("", "", "[]")  # an editor's, around a part of a name
_MOST = 160  # characters of what is said about somebody
_IDS: Any = etree.XPath("t:text//t:*/@xml:id", namespaces={"t": TEI}, smart_strings=False)


def facts(tree: etree._ElementTree, _: Mapping[str, str]) -> dict[str, str]:
    """Parameters of ``xslt/html.xsl``: the ids that a link may lead to, whether a paragraph holds a block, or a link a link.

    Into the document it writes ``label`` of a person (``Pan Zili, Chinese ambassador``), of a place (``Ulan Bator``) and of a
    day (``1965-02-10``), and, last in the root, ``met`` with the places and days in the order of an index. A place is called
    as it is printed, without an editor's brackets; places that point at one record are called by the first of its names.
    """
    root = tree.getroot()
    text = root.find(_TEXT)
    people = [person for person in root.iter(*_PEOPLE) if person.get(XML_ID) is not None]
    for person in people:
        person.set("label", ", ".join(_about(person)))
    met = etree.SubElement(root, "met")
    if text is not None:
        places = _label(_places(text))
        for name in sorted(places, key=lambda name: (name.casefold(), name)):
            etree.SubElement(met, "place", label=name)
        for day in sorted(_label((e, value[:10]) for e in text.iter(*_DAYS) if (value := _value(e)))):
            etree.SubElement(met, "day", label=day)
    targets = [*_IDS(root), *(str(person.get(XML_ID)) for person in people)]
    return {
        "targets": f" {' '.join(targets)} ",
        "blocks-within": "yes" if _within(root.iter(*_BLOCKS), *_PARAGRAPHS) else "",
        "links-within": "yes"
        if _within(root.iter(_REF, _NOTE), _NAME) or _within(root.iter(_NAME), _NAME, _REF)
        else "",
    }


def _within(elements: Iterable[etree._Element], *around: str) -> bool:
    """Whether one of the elements stands, however deep, in one of some kinds."""
    return any(next(element.iterancestors(*around), None) is not None for element in elements)


def _about(person: etree._Element) -> Iterator[str]:
    named = next((name for tag in _NAMES if (name := person.find(tag)) is not None), person)
    yield _words(named) or str(person.get(XML_ID))
    note = person.find(_NOTE)
    if note is not None:
        yield _words(note)[:_MOST]


def _label(met: Iterable[tuple[etree._Element, str]]) -> set[str]:
    labels: set[str] = set()
    for element, words in met:
        if element.get("id") is not None:
            element.set("label", words)
            labels.add(words)
    return labels


def _places(text: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    called: dict[str, str] = {}  # by what a place points at
    for element in text.iter(*_PLACES, *_TYPED):
        if element.tag in _TYPED and element.get("type") != "place":
            continue
        words = " ".join(_words(element).translate(_BRACKETS).split())
        record = element.get("ref")
        if record is not None:
            words = called.setdefault(record, words)
        if words:
            yield element, words


def _value(day: etree._Element) -> str:
    return day.get("when") or day.get("from") or day.get("notBefore") or ""


def _words(element: etree._Element) -> str:
    text = (element.text or "") if not len(element) else "".join(map(str, element.itertext(etree.Element)))
    return " ".join(text.split())

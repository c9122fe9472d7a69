"""What a page has to know of the whole document before its first line is written.

Not in XSLT 1.0: it looks through all of a document for each such question, and for the first of a name through all that
have it, for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from tei.ns import PAGE, TEI, XML_ID, tei

__all__ = ["facts"]

_PEOPLE = (tei("person"), tei("personGrp"))
_NAMES = (tei("persName"), tei("name"))
_NOTE, _TEXT, _NAME, _REF = tei("note"), tei("text"), tei("persName"), tei("ref")
_PLACES = (tei("placeName"), tei("geogName"))
_TYPED = (tei("rs"), tei("name"))
_DAYS = (tei("date"), tei("time"))
_PARAGRAPHS = (tei("p"), tei("ab"))
# blocks that few paragraphs hold; paragraphs and turns, which are many, are asked for in the XPath
_BLOCKS = tuple(map(tei, "list lg l table figure quote address floatingText div listBibl castList".split()))
_BRACKETS = str.maketrans("", "", "[]")  # an editor's, around a part of a name
_SPECIAL = re.compile('[&<>"\t\n\r]')
_TURNS = (tei("sp"), tei("u"))
_MET = (_NAME, *_PLACES, *_TYPED, *_DAYS, *_TURNS)
_MOST = 160  # characters of what is said about somebody
_PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)  # of our own writing
_MOST_PLACES = 40  # that an index leads to: nobody would try more
_IN_PARAGRAPHS: Any = etree.XPath(
    "boolean((descendant::t:p | descendant::t:ab)/descendant::t:p) or boolean((descendant::t:p | descendant::t:ab)/descendant::t:sp)",
    namespaces={"t": TEI},
)
_IN_LINKS: Any = etree.XPath(
    "boolean(descendant::t:persName/descendant::t:ref) or boolean(descendant::t:persName/descendant::t:note)"
    " or boolean(descendant::t:persName/descendant::t:persName) or boolean(descendant::t:ref/descendant::t:persName)",
    namespaces={"t": TEI},
)
_IDS: Any = etree.XPath("t:text//t:*/@xml:id", namespaces={"t": TEI}, smart_strings=False)


def facts(tree: etree._ElementTree, _: Mapping[str, str]) -> dict[str, str]:
    """Parameters of ``xslt/html.xsl``: the ids that a link may lead to, whether a paragraph holds a block, or a link a link.

    Into the document it writes ``label`` of a person (``Pan Zili, Chinese ambassador``) and of each name that points at one,
    and, last in the root, ``met``: each person, place (``Ulan Bator``) and day (``1965-02-10``), the last two in the order of an
    index, with the places where they are met, and how often. A place is called as it is printed, without an
    editor's brackets; places that point at one record are called by the first of its names.
    """
    root = tree.getroot()
    text = root.find(_TEXT)
    people = [person for person in root.iter(*_PEOPLE) if person.get(XML_ID) is not None]
    targets = [*_IDS(root), *(str(person.get(XML_ID)) for person in people)]
    index = _Index(text)
    index.people(root, people)
    if text is not None:
        index.places(_places(text))
        index.days((e, value[:10]) for e in text.iter(*_DAYS) if (value := _value(e)))
    root.append(index.written())
    return {
        "targets": f" {' '.join(targets)} ",
        "blocks-within": "yes" if _IN_PARAGRAPHS(root) or _within(root.iter(*_BLOCKS), *_PARAGRAPHS) else "",
        "links-within": "yes" if _IN_LINKS(root) else "",
    }


class _Index:
    """What becomes the element ``met``: a row for each person, place and day, with the ids of the elements where it is met."""

    def __init__(self, text: etree._Element | None) -> None:
        self._rows: list[str] = []
        # the numbers of an index go through the text first, then through the notes below it
        placed = [note for note in text.iter(_NOTE) if note.get("place")] if text is not None else []
        self._below: set[str] = set()
        if any(note.get("place") != "inline" for note in placed):
            self._below = {ident for note in placed for e in note.iterdescendants(*_MET) if (ident := e.get("id"))}

    def people(self, root: etree._Element, people: Iterable[etree._Element]) -> None:
        """Labels the people and the names that point at them."""
        labels: dict[str, str] = {}
        for person in people:
            label = ", ".join(_about(person))
            person.set("label", label)
            labels.setdefault(f"#{person.get(XML_ID)}", label)
        if not labels:
            return
        named: dict[str, list[str]] = {}
        spoken: dict[str, list[str]] = {}
        for name in root.iter(_NAME):
            ref = name.get("ref")
            if ref in labels:
                name.set("label", labels[ref])
                if (ident := name.get("id")) is not None:
                    named.setdefault(ref, []).append(ident)
        for turn in root.iter(*_TURNS):
            who = (turn.get("who") or "").partition(" ")[0]
            if who in labels and (ident := turn.get("id")) is not None:
                spoken.setdefault(who, []).append(ident)
        for ref in labels:
            rows = self._list("turns", spoken.get(ref, ())) + self._list("names", named.get(ref, ()))
            if rows:
                self._rows.append(f"<person id={_quoted(ref[1:])}>{rows}</person>")

    def places(self, found: Iterable[tuple[etree._Element, str]]) -> None:
        """Lists the places."""
        met = _called(found)
        for label in sorted(met, key=lambda label: (label.casefold(), label)):
            self._rows.append(self._list("place", met[label], label))

    def days(self, found: Iterable[tuple[etree._Element, str]]) -> None:
        """Lists the days."""
        met = _called(found)
        self._rows += [self._list("day", met[label], label) for label in sorted(met)]

    def written(self) -> etree._Element:
        """The element; made of a string, as lxml is slow in making elements one by one."""
        return etree.fromstring(f'<met xmlns="{PAGE}">{"".join(self._rows)}</met>', _PARSER)

    def _list(self, kind: str, ids: Sequence[str], label: str = "") -> str:
        if not ids:
            return ""
        if self._below:
            ids = sorted(ids, key=self._below.__contains__)
        ats = "".join([f"<at id={_quoted(ident)}/>" for ident in ids[:_MOST_PLACES]])
        called = f" label={_quoted(label)}" if label else ""
        return f'<{kind} count="{len(ids)}"{called}>{ats}</{kind}>'


def _within(elements: Iterable[etree._Element], *around: str) -> bool:
    """Whether one of the elements stands, however deep, in one of some kinds."""
    return any(next(element.iterancestors(*around), None) is not None for element in elements)


def _quoted(value: str) -> str:
    return quoteattr(value) if _SPECIAL.search(value) else f'"{value}"'


def _called(found: Iterable[tuple[etree._Element, str]]) -> dict[str, list[str]]:
    """The ids of the elements that a page leads to, by what they are called."""
    met: dict[str, list[str]] = {}
    for element, label in found:
        ident = element.get("id")
        if ident is not None:
            met.setdefault(label, []).append(ident)
    return met


def _about(person: etree._Element) -> Iterator[str]:
    named = next((name for tag in _NAMES if (name := person.find(tag)) is not None), person)
    yield _words(named) or str(person.get(XML_ID))
    note = person.find(_NOTE)
    if note is not None:
        yield _words(note)[:_MOST]


def _places(text: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    called: dict[str, str] = {}  # by what a place points at
    for element in text.iter(*_PLACES, *_TYPED):
        if element.tag in _TYPED and element.get("type") != "place":
            continue
        words = (
            _plain(element.text or "")
            if not len(element)
            else _plain("".join(map(str, element.itertext(etree.Element))))
        )
        record = element.get("ref")
        if record is not None:
            words = called.setdefault(record, words)
        if words:
            yield element, words


def _plain(printed: str) -> str:
    return " ".join(printed.translate(_BRACKETS).split())


def _value(day: etree._Element) -> str:
    return day.get("when") or day.get("from") or day.get("notBefore") or ""


def _words(element: etree._Element) -> str:
    text = (element.text or "") if not len(element) else "".join(map(str, element.itertext(etree.Element)))
    return " ".join(text.split())

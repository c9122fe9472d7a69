"""The index of a page: where each person, place and day is met, how often, and in which colour a voice is set.

Read off the finished text, once: in XSLT 1.0 each name would look through all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

__all__ = ["fill"]

_MOST = 40  # mentions that are listed: more numbers than a reader would try
_COLOURS = 6  # the seventh voice has the colour of the first
_BRACKETS = str.maketrans("", "", "[]")  # an editor's, around a part of a name
_UNSAFE = frozenset('"\\<>{}\t\n\r ')  # what could end a rule of a style sheet, which is not escaped


def fill(root: etree._Element) -> None:
    """Completes ``<nav class="index">`` of a page; what it has no entries for is taken out."""
    main = next(root.iter("main"), None)
    index = next((e for e in root.iter("nav") if e.get("class") == "index"), None)
    if main is None:
        return
    met = _met(root, main)
    voices = [str(who) for who in met["turn"]]
    if index is not None:
        word = str(index.attrib.pop("data-mention"))
        for entry in index.iter("li"):
            ident = str(entry.get("id"))
            _person(entry, met["person"].get(ident, []), met["turn"].get(ident, []), word)
        for kind in ("place", "date"):
            _section(index, kind, met[kind], word)
        if not any(True for _ in index.iter("li")):
            _remove(index)
        voices = [str(e.get("id")) for e in index.iter("li") if e.get("id") in met["turn"]] or voices
    _colours(root, voices)


def _met(root: etree._Element, main: etree._Element) -> dict[str, dict[str, list[str]]]:
    """Kind → who or what → the ids of the places where it is met, in the order of the text."""
    found: dict[str, dict[str, list[str]]] = {"person": {}, "turn": {}, "place": {}, "date": {}}
    names: dict[str, str] = {}
    header = next(root.iter("header"), None)
    for part in (header, main):
        for element in part.iter("a", "span", "time", "div") if part is not None else ():
            kind = element.get("data-kind")
            ident = element.get("id")
            if kind is None or ident is None:
                continue
            of = element.get("data-of")
            if kind == "turn":
                of = element.get("data-who")
            del element.attrib["data-kind"]
            if element.get("data-of") is not None:
                del element.attrib["data-of"]
            what = of
            if what is None or kind == "place":
                words = " ".join("".join(map(str, element.itertext(etree.Element))).translate(_BRACKETS).split())
                # one that points at a record of places is met under the first of its names
                what = words if of is None else names.setdefault(str(of), words)
            if what:
                found[str(kind)].setdefault(str(what), []).append(str(ident))
    return found


def _person(entry: etree._Element, mentions: list[str], turns: list[str], word: str) -> None:
    details = next(entry.iter("details"))
    summary = next(details.iter("summary"))
    name = "".join(map(str, next(summary.iter("span")).itertext()))
    _count(summary, len(mentions))
    speaks = next((e for e in details.iter("p") if e.get("class") == "mentions speaks"), None)
    if speaks is not None:
        if turns:
            entry.set("data-who", str(entry.get("id")))
            _links(speaks, turns, name, word)
        else:
            _remove(speaks)
    if mentions:
        _links(etree.SubElement(details, "p", {"class": "mentions"}), mentions, name, word)


def _section(index: etree._Element, kind: str, met: Mapping[str, list[str]], word: str) -> None:
    section = next((e for e in index.iter("section") if e.get("class") == f"{kind}s"), None)
    if section is None:
        return
    if not met:
        _remove(section)
        return
    entries = next(section.iter("ul"))
    for name in sorted(met, key=lambda name: (name.casefold(), name)):
        details = etree.SubElement(etree.SubElement(entries, "li"), "details")
        summary = etree.SubElement(details, "summary")
        etree.SubElement(summary, "span", {"class": "name", "dir": "auto"}).text = name
        _count(summary, len(met[name]))
        _links(etree.SubElement(details, "p", {"class": "mentions"}), met[name], name, word)


def _count(summary: etree._Element, number: int) -> None:
    if not number:
        return
    summary[-1].tail = " "
    etree.SubElement(summary, "span", {"class": "count"}).text = str(number)


def _links(place: etree._Element, idents: Iterable[str], name: str, word: str) -> None:
    listed = list(idents)
    for number, ident in enumerate(listed[:_MOST], 1):
        link = etree.SubElement(place, "a", {"href": f"#{ident}", "aria-label": f"{name}, {word} {number}"})
        link.text, link.tail = str(number), " "
    if len(listed) > _MOST:
        place[-1].tail = " …"


def _colours(root: etree._Element, voices: Iterable[str]) -> None:
    rules = (
        f'[data-who="{who}"]{{--voice:var(--voice-{number % _COLOURS})}}\n'
        for number, who in enumerate(voices)
        if not _UNSAFE.intersection(who)
    )
    style = "".join(rules)
    head = next(root.iter("head"), None)
    if style and head is not None:
        # after the page's own, before one that a user brings
        at = next(number for number, element in enumerate(head) if element.tag == "style")
        made = etree.Element("style")
        made.text = style
        head.insert(at + 1, made)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

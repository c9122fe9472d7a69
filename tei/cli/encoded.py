"""What stands in a TEI document, as the rows that ``tei inspect`` lists for a transcript."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.ns import XML_ID, tei
from tei.parse import parse_xml, positions, xml_bytes
from tei.show import as_record
from tei.validate import validate

__all__ = ["encoded"]

_BRACKETS = ("supplied", "ex", "corr", "gap", "vocal", "kinesic", "incident", "stage", "unclear", "note")
_DATES = ("when", "from", "to", "notBefore", "notAfter")


def encoded(path: str) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The rows of :func:`tei.findings.findings` for a TEI document, and what is wrong with it.

    Raises InputError for what cannot be read or is not well-formed.
    """
    data = xml_bytes(path)
    tree = parse_xml(data, name=path)
    root = tree.getroot()
    names = {
        person.get(XML_ID, ""): _words(name)
        for person in root.iter(tei("person"), tei("personGrp"))
        if (name := person.find(tei("persName"))) is not None
    }
    text = root.find(tei("text"))
    body = root if text is None else text
    diagnostics = validate(data, name=path)
    found = {
        "people": _people(body, names),
        "turns": _turns(body, names),
        "brackets": _brackets(body),
        "dates": _dates(body, data),
        "diagnostics": [as_record(d) for d in diagnostics],
    }
    return found, diagnostics


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext(etree.Element))).split())


def _people(body: etree._Element, names: dict[str, str]) -> list[dict[str, Any]]:
    counts: Counter[str] = Counter()
    forms: dict[str, dict[str, None]] = {}
    for name in body.iter(tei("persName")):
        ref = name.get("ref", "").removeprefix("#")
        counts[ref] += 1
        forms.setdefault(ref, {})[_words(name)] = None
    return [
        {"id": i or "(not decided)", "name": names.get(i, ""), "mentions": n, "forms": list(forms[i])}
        for i, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _turns(body: etree._Element, names: dict[str, str]) -> list[dict[str, Any]]:
    counts = Counter((sp.get("who", ""), sp.get("ana", "")) for sp in body.iter(tei("sp")))
    return [
        {
            "speaker": ", ".join(names.get(w.removeprefix("#"), w) for w in who.split()) or "(not decided)",
            "kind": ana.removeprefix("#") or "turn",
            "turns": n,
        }
        for (who, ana), n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _brackets(body: etree._Element) -> list[dict[str, Any]]:
    counts = Counter(
        (etree.QName(element).localname, element.get("reason") or element.get("type", ""))
        for element in body.iter(*map(tei, _BRACKETS))
    )
    return [
        {"element": name, "kind": kind, "count": n}
        for (name, kind), n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _dates(body: etree._Element, data: bytes) -> list[dict[str, Any]]:
    order = {element: at for at, element in enumerate(body.getroottree().iter(etree.Element))}
    places = positions(data)
    rows = []
    for date in body.iter(tei("date")):
        at = order[date]
        line, column = places[at] if at < len(places) else (0, 0)
        value = "/".join(date.get(a, "") for a in _DATES if a in date.attrib)
        rows.append({"printed": _words(date), "value": value, "line": line, "column": column})
    return rows

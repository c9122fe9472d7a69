"""A record as data: its paragraphs with the mentions in them, its turns, its people. Offsets are code points in a paragraph's text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tei.render.settle import LEAVES, settle

__all__ = ["Paragraph", "finish", "paragraphs"]

_MENTIONS = ("name", "date")
_ABOUT = ("ref", "key", "type", "cert", "when", "from", "to", "notBefore", "notAfter")
_BRACKET = ("reason", "quantity", "unit", "atMost", "extent", "cert", "type")


@dataclass(slots=True)
class Paragraph:
    """The words of a leaf, and what lies in them."""

    kind: str
    element: etree._Element
    turn: int | None
    page: str
    text: str = ""
    mentions: list[dict[str, Any]] = field(default_factory=list)
    brackets: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    pages: list[dict[str, Any]] = field(default_factory=list)


def paragraphs(settled: etree._Element) -> Iterator[Paragraph]:
    """The leaves of a document (:func:`tei.render.settle.settle`) in order, each with its turn and the page it begins on."""
    content = settled.find("content")
    if content is None:
        return
    turns = {element: at for at, element in enumerate(content.iter("turn"))}
    page = ""
    for leaf in content.iter(*LEAVES):
        if next(leaf.iterancestors("note"), None) is not None:
            continue
        turn = next(leaf.iterancestors("turn"), None)
        kind = leaf.get("kind", "p") if leaf.tag == "p" else str(leaf.tag)
        made = Paragraph(kind, leaf, None if turn is None else turns[turn], page)
        _read(leaf, made)
        if made.pages:
            page = str(made.pages[-1]["n"])
        if made.text or made.notes:
            if made.pages and made.pages[0]["at"] == 0:
                made.page = str(made.pages[0]["n"])
            yield made


def _read(element: etree._Element, into: Paragraph) -> None:
    into.text += element.text or ""
    for child in element:
        start = len(into.text)
        if child.tag == "note":
            into.notes.append({"n": child.get("n", ""), "at": start, "text": _words(child)})
        elif child.tag == "page":
            into.pages.append({"n": child.get("n", ""), "at": start})
        elif child.tag == "break":
            into.text += "\n"
        else:
            _read(child, into)
            if child.tag in _MENTIONS:
                into.mentions.append(_row(child, into.text, start, _ABOUT))
            elif child.tag == "bracket":
                into.brackets.append(_row(child, into.text, start, _BRACKET))
        into.text += child.tail or ""


def _row(element: etree._Element, text: str, start: int, names: tuple[str, ...]) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": element.get("kind", ""), "start": start, "end": len(text), "text": text[start:]}
    return row | {name: value for name in names if (value := element.get(name))}


def _words(note: etree._Element) -> str:
    parts = []
    for leaf in note.iter(*LEAVES):
        made = Paragraph("p", leaf, None, "")
        _read(leaf, made)
        parts.append(made.text)
    return "\n".join(parts)


def finish(made: etree._ElementTree, _: Mapping[str, str]) -> bytes:
    """JSON: title, language, fields, people, paragraphs, turns."""
    settled = settle(made.getroot())
    turns: list[dict[str, Any]] = [
        {
            "id": t.get("id", ""),
            "kind": t.get("kind", ""),
            "who": t.get("who", "").split(),
            "speaker": "",
            "paragraphs": [],
        }
        for t in settled.iter("turn")
    ]
    rows = []
    for at, paragraph in enumerate(paragraphs(settled)):
        row: dict[str, Any] = {"index": at, "kind": paragraph.kind, "text": paragraph.text}
        for name in ("id", "n", "level"):
            if paragraph.element.get(name):
                row[name] = paragraph.element.get(name)
        if paragraph.page:
            row["page"] = paragraph.page
        if paragraph.turn is not None:
            row["turn"] = paragraph.turn
            turns[paragraph.turn]["paragraphs"].append(at)
            if paragraph.kind == "speaker":
                turns[paragraph.turn]["speaker"] = paragraph.text
        for name in ("mentions", "brackets", "notes", "pages"):
            if found := getattr(paragraph, name):
                row[name] = sorted(found, key=lambda f: (f.get("start", f.get("at")), -f.get("end", 0)))
        rows.append(row)
    record = {
        "title": settled.findtext("meta/title") or "",
        "language": settled.get("lang", ""),
        "fields": [
            {"name": f.get("name"), "label": f.get("label"), "value": f.text or ""}
            for f in settled.iterfind("meta/field")
        ],
        "people": [{"id": p.get("id"), "name": p.text or ""} for p in settled.iterfind("meta/person")],
        "paragraphs": rows,
        "turns": turns,
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()

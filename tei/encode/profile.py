"""``profileDesc``: what the text is about, when and in which languages it was made, who and what is in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from tei.encode.front import Front
from tei.encode.language import language_name
from tei.encode.plain import plain
from tei.encode.standoff import participants
from tei.encode.when import when
from tei.model import Document
from tei.ns import tei
from tei.text import Span

__all__ = ["Survey", "profile"]

_WHEN = ("when", "from", "to", "notBefore", "notAfter")
_NEAR = 8  # datelines that may hold the date of the whole
_TERMS = re.compile(r"[;|\n]")


@dataclass(slots=True)
class Survey:
    """What one pass over the marks finds for the header."""

    dates: list[tuple[Span, Mapping[str, str]]] = field(default_factory=list)
    categories: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, document: Document) -> Survey:
        """The survey of a document."""
        found = cls()
        for mark in document.marks:
            if mark.kind == "date":
                found.dates.append((mark.span, mark.attrs))
            if mark.attrs and (ana := mark.attrs.get("ana")):
                found.categories.update(t[1:] for t in ana.split() if t.startswith("#"))
        return found

    def date_in(self, span: Span) -> tuple[Span, Mapping[str, str]] | None:
        """The first date inside a span."""
        inside = [d for d in self.dates if span.contains(d[0])]
        return min(inside, key=lambda d: d[0]) if inside else None


def profile(root: etree._Element, document: Document, front: Front, survey: Survey, languages: tuple[str, ...]) -> None:
    """Appends ``profileDesc``; ``languages`` are that of the text, then those of what it was made from."""
    element = etree.SubElement(root, tei("profileDesc"))
    if any(f.parts for f in front.named("summary")[:1]):
        front.place_paragraphs("summary", etree.SubElement(element, tei("abstract")))
    _creation(element, document, front, survey)
    usage = etree.SubElement(element, tei("langUsage"))
    for tag in dict.fromkeys(languages):
        etree.SubElement(usage, tei("language"), {"ident": tag}).text = language_name(tag)
    _text_class(element, front)
    if document.people:
        front.pieces.put(element, "particDesc", *participants(document.people))
    _setting(element, document, survey)


def _creation(profile: etree._Element, document: Document, front: Front, survey: Survey) -> None:
    stated = front.named("date")
    if stated:
        element = etree.SubElement(etree.SubElement(profile, tei("creation")), tei("date"))
        words = " ".join(plain(w) for w in front.words(stated[0]))
        _dated(element, survey.date_in(stated[0].parts[0]) if stated[0].parts else None, words)
        if not front.place("date", element):
            element.text = words
        return
    printed = document.field("date") or document.field("time")
    spans = [*(printed.parts if printed else ()), *(b.span for b in document.blocks if b.kind == "dateline")]
    for span in spans[:_NEAR]:
        found = survey.date_in(span)
        if found:
            element = etree.SubElement(etree.SubElement(profile, tei("creation")), tei("date"))
            element.text = plain(document.source.slice(found[0]))
            _dated(element, found, "")
            return
    for span in spans[:1]:
        words = plain(document.source.slice(span))
        if when(words):
            creation = etree.SubElement(profile, tei("creation"))
            etree.SubElement(creation, tei("date"), {"when": when(words)}).text = words


def _dated(element: etree._Element, found: tuple[Span, Mapping[str, str]] | None, words: str) -> None:
    """Gives a date its ISO form: the one its mark has, else the one its words are."""
    attrs = {name: found[1][name] for name in _WHEN if name in found[1]} if found else {}
    if not attrs and words:
        day = when(words)
        attrs = {"when": day} if day else {}
    for name, value in attrs.items():
        element.set(name, value)


def _text_class(profile: etree._Element, front: Front) -> None:
    rows = (("subjects", "subject"), ("keywords", "subject"), ("classification", "classification"))
    terms = [
        (kind, plain(term))
        for name, kind in rows
        for f in front.named(name, f"original-{name}")
        for part in front.words(f)
        for term in _TERMS.split(part)
    ]
    terms = [t for t in dict.fromkeys(terms) if t[1]]
    if terms:
        keywords = etree.SubElement(etree.SubElement(profile, tei("textClass")), tei("keywords"))
        for kind, term in terms:
            etree.SubElement(keywords, tei("term"), {"type": kind}).text = term


def _setting(profile: etree._Element, document: Document, survey: Survey) -> None:
    """Where and when a meeting took place, by ``Time:`` and ``Location:`` as printed."""
    time, place = document.field("time"), document.field("location") or document.field("place")
    if time is None and place is None:
        return
    setting = etree.Element(tei("setting"))
    if time is not None and time.parts:
        words = plain(document.source.slice(Span(time.parts[0].start, time.parts[-1].end)))
        date = etree.SubElement(setting, tei("date"))
        date.text = words
        _dated(date, survey.date_in(Span(time.parts[0].start, time.parts[-1].end)), words)
    if place is not None and place.parts:
        words = plain(document.source.slice(Span(place.parts[0].start, place.parts[-1].end)))
        if words:
            etree.SubElement(setting, tei("name"), {"type": "place"}).text = words
    if len(setting):
        etree.SubElement(profile, tei("settingDesc")).append(setting)

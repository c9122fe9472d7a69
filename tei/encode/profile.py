"""``profileDesc``: what the text is about, when and in which languages it was made, who and what is in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tei.encode.front import Front
from tei.encode.language import language_name
from tei.encode.markup import Element
from tei.encode.plain import plain
from tei.encode.standoff import participants
from tei.encode.when import when
from tei.model import Document
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


def profile(root: Element, document: Document, front: Front, survey: Survey, languages: tuple[str, ...]) -> None:
    """Appends ``profileDesc``; ``languages`` are that of the text, then those of what it was made from."""
    element = root.sub("profileDesc")
    if any(f.parts for f in front.named("summary")[:1]):
        front.place_paragraphs("summary", element.sub("abstract"))
    _creation(element, document, front, survey)
    usage = element.sub("langUsage")
    for tag in dict.fromkeys(languages):
        usage.sub("language", {"ident": tag}, language_name(tag))
    _text_class(element, front)
    if document.people:
        element.content.append(participants(document.people))
    _setting(element, document, survey)


def _creation(profile: Element, document: Document, front: Front, survey: Survey) -> None:
    stated = front.named("date")
    if stated:
        element = profile.sub("creation").sub("date")
        words = " ".join(plain(w) for w in front.words(stated[0]))
        _dated(element, survey.date_in(stated[0].parts[0]) if stated[0].parts else None, words)
        if not front.place("date", element):
            element.say(words)
        return
    printed = document.field("date") or document.field("time")
    spans = [*(printed.parts if printed else ()), *(b.span for b in document.blocks if b.kind == "dateline")]
    for span in spans[:_NEAR]:
        found = survey.date_in(span)
        if found:
            element = profile.sub("creation").sub("date")
            element.say(plain(document.source.slice(found[0])))
            _dated(element, found, "")
            return
    for span in spans[:1]:
        words = plain(document.source.slice(span))
        if when(words):
            creation = profile.sub("creation")
            creation.sub("date", {"when": when(words)}, words)


def _dated(element: Element, found: tuple[Span, Mapping[str, str]] | None, words: str) -> None:
    """Gives a date its ISO form: the one its mark has, else the one its words are."""
    attrs = {name: found[1][name] for name in _WHEN if name in found[1]} if found else {}
    if not attrs and words:
        day = when(words)
        attrs = {"when": day} if day else {}
    for name, value in attrs.items():
        element.attrs[name] = value


def _text_class(profile: Element, front: Front) -> None:
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
        keywords = profile.sub("textClass").sub("keywords")
        for kind, term in terms:
            keywords.sub("term", {"type": kind}, term)


def _setting(profile: Element, document: Document, survey: Survey) -> None:
    """Where and when a meeting took place, by ``Time:`` and ``Location:`` as printed."""
    time, place = document.field("time"), document.field("location") or document.field("place")
    if time is None and place is None:
        return
    setting = Element("setting")
    if time is not None and time.parts:
        words = plain(document.source.slice(Span(time.parts[0].start, time.parts[-1].end)))
        date = setting.sub("date")
        date.say(words)
        _dated(date, survey.date_in(Span(time.parts[0].start, time.parts[-1].end)), words)
    if place is not None and place.parts:
        words = plain(document.source.slice(Span(place.parts[0].start, place.parts[-1].end)))
        if words:
            setting.sub("name", {"type": "place"}, words)
    if setting.content:
        profile.sub("settingDesc").content.append(setting)

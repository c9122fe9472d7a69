"""Names of people, linked: one id for every form of a person's name (TEI P5, 14.2 Personal Names).

What shows a person is in the text: a title, a given name, an editor's completion (``[Leonid] Brezhnev``),
a full name in the list of participants; a surname alone counts once it is known, or where it speaks and
owns. A name is marked as it is printed, with its title and the brackets inside it and without ``'s``.
With a register, mentions carry its ids; one that fits two people carries none, and is reported.

>>> from tei.text import Source, Span
>>> talk = "Premier Zhou [Enlai] spoke first. Kosygin asked Premier Zhou's advice at the Lenin Library."
>>> document = Document(Source(talk), blocks=[Mark("p", Span(0, len(talk)))])
>>> [talk[m.span.start : m.span.end] for m in names(document) if isinstance(m, Mark) and m.kind == "persName"]
['Premier Zhou [Enlai]', 'Kosygin', 'Premier Zhou']
>>> [person.id for person in document.people]
['zhou-enlai', 'kosygin']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tei.annotate.names.candidate import Candidate
from tei.annotate.names.people import Group, Open, identify
from tei.annotate.names.record import record
from tei.annotate.names.scan import Region, regions, scan
from tei.annotate.names.settle import settle
from tei.diagnostic import Diagnostic
from tei.model import Document, Mark
from tei.register import Register
from tei.text import Span

__all__ = ["names"]

RULE = "names"
_MOST_NAMED = 6  # candidates that a message lists
_PARTICLE_BEFORE = re.compile(r"(?<!\w)(?:(?:de|da|do|dos|di|del|la|van|von|der|den|du|el|al|bin|ibn)\s){1,3}$")
_SUFFIX_AFTER = re.compile(r",?\s(?:Jr|Sr)\b\.?|,?\sI{2,3}\b(?!\w)")


def names(document: Document, register: Register | None = None) -> Iterator[Mark | Diagnostic]:
    """The names of people in a document, in source order; fills ``document.people``."""
    text = document.source.text
    places = regions(document)
    found = list(scan(text, places))
    people = settle(text, found, places, register)
    identify(people, register)
    shown = [
        (mention, *_extent(text, mention, places[mention.region]))
        for mention in people
        if places[mention.region].marked
    ]
    ids = record(document, shown, register)
    reported: set[str] = set()
    for mention, start, end in shown:
        who = mention.who if mention.variant_of is None else mention.variant_of.who
        attrs: dict[str, str] = {}
        if mention.variant_of is not None:
            attrs["type"] = "variant"
        if isinstance(who, Group):
            attrs["ref"] = f"#{ids[who]}"
        yield Mark("persName", Span(start, end), attrs, (), RULE)
        if mention.head > 0:
            yield Mark("roleName", Span(start + (text[start] == "["), mention.head), {}, (), RULE)
        if isinstance(who, Open):
            yield from _report(text, Span(start, end), who, reported)
    if register is not None and register.astray:
        yield from _astray(shown, register)
    met = reported or any(p.registered for p in document.people)
    if register is not None and len(register) and not met:
        yield Diagnostic.of(
            "register-unused",
            f"none of the {len(register)} people of the register is named in this document"
            if len(register) > 1
            else "the one person of the register is not named in this document",
            hint="check that it is the right register",
        )


def _astray(shown: Iterable[tuple[Candidate, int, int]], register: Register) -> Iterator[Diagnostic]:
    """Says once of each person met that the register's ``see …`` leads to nobody."""
    told: set[str] = set()
    for mention, start, end in shown:
        entry = mention.who.entry if isinstance(mention.who, Group) else None
        if entry is not None and entry.id in register.astray and entry.id not in told:
            told.add(entry.id)
            message = f'the register says of {entry.name} ({entry.id}) "{entry.description}", which leads to {register.astray[entry.id]}'
            hint = "let the reference name one person of the register; until then the name stands for itself"
            yield Diagnostic.of("register-reference", message, Span(start, end), hint=hint)


def _report(text: str, span: Span, who: Open, reported: set[str]) -> Iterator[Diagnostic]:
    """Says once for each name who it can be."""
    printed = " ".join(text[span.start : span.end].split())
    named = who.choices if len(who.choices) <= _MOST_NAMED else (*who.choices[: _MOST_NAMED - 1], "others")
    message = f'"{printed}" may be {", ".join(named[:-1])} or {named[-1]}'
    if message not in reported:
        reported.add(message)
        hint = "give the full name or the office once in the text, or set @ref by hand"
        yield Diagnostic.of("person-ambiguous", message, span, expected=who.choices, hint=hint)


def _extent(text: str, mention: Candidate, place: Region) -> tuple[int, int]:
    """The span of a mention, with the small words before its surname and the suffix after it."""
    start, end = mention.start, mention.end
    if mention.head < 0 and text[max(0, start - 1) : start] == " " and text[max(0, start - 2) : start - 1].islower():
        found = _PARTICLE_BEFORE.search(text, max(place.start, start - 14), start)
        if found and found[0].strip() not in ("el", "la"):
            start = found.start() if _bears(mention, found[0]) else start
    if text[end : end + 1] in (",", " "):
        found = _SUFFIX_AFTER.match(text, end, place.end)
        if found and len(mention.words) > 1:
            end = found.end()
    return start, end


def _bears(mention: Candidate, particle: str) -> bool:
    """Whether the person is called with a small word elsewhere: `Charles de Gaulle`, so `de Gaulle`."""
    who = mention.who
    if not isinstance(who, Group):
        return False
    small = particle.split()[-1]
    listed = who.entry.name.split() if who.entry is not None else ()
    return small in listed or any(small in m.words for m in who.mentions)

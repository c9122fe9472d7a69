"""Small documents for the rules of ``annotate``, and their marks as prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tei.diagnostic import Diagnostic
from tei.model import Document, Field, Mark
from tei.text import Source, Span

Rule = Callable[[Document], Iterable[Mark | Diagnostic]]

_NOTE = re.compile(r"\[(\d+)\] ")


def document(text: str, *names: str, date: str = "") -> Document:
    """A paragraph a blank line; ``names`` are marked as persons, ``date`` is the document's own."""
    source = f"{date}\n\n{text}" if date else text
    made = Document(Source(source))
    if date:
        made.fields.append(Field("date", Span(0, 0), (Span(0, len(date)),)))
    for part in re.finditer(r"\S(?:.|\n(?!\n))*", source):
        note = _NOTE.match(source, part.start())
        span = Span(part.start(), part.start() + len(part[0].rstrip()))
        if date and span.start == 0:
            continue
        if note and part.start():
            made.blocks.append(Mark("note", span, {"n": note[1]}, (Span(*note.span()),)))
        else:
            made.blocks.append(Mark("p", span))
    for name in names:
        made.marks.extend(Mark("persName", Span(*m.span())) for m in re.finditer(re.escape(name), source))
    return made


def marked(rule: Rule, made: Document) -> list[str]:
    """What a rule marks, one string a mark: ``supplied reason=subaudible: [but]``."""
    text = made.source.text
    return [
        " ".join([m.kind, *(f"{k}={v}" for k, v in m.attrs.items())]) + f": {text[m.span.start : m.span.end]}"
        for m in rule(made)
        if isinstance(m, Mark)
    ]


def found(rule: Rule, made: Document) -> list[str]:
    """What a rule reports: ``code: message``."""
    return [f"{d.code}: {d.message}" for d in rule(made) if isinstance(d, Diagnostic)]

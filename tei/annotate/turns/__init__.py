"""Who speaks where: turns, speakers, interjections, reported speech (TEI P5, chapters 7 and 8).

A document decides its own style of label: ``Mr. Adzhubei: …``, ``Q. …``, ``HAMLET. …``, a name in capitals on
its own line. A label alone proves nothing; that several come again and again, that they are people the
document knows, and that somebody speaks after them, does. A document without dialogue gets no turns.

>>> from tei.text import Source, Span
>>> talk = "Q. Where were you?\\n\\nA. At home.\\n\\nQ. Alone?\\n\\nA. Yes."
>>> spans = (Span(0, 18), Span(20, 31), Span(33, 42), Span(44, 51))
>>> document = Document(Source(talk), blocks=[Mark("p", span) for span in spans])
>>> [document.source.slice(m.span) for m in turns(document) if isinstance(m, Mark) and m.kind == "speaker"]
['Q.', 'A.', 'Q.', 'A.']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tei.annotate.stage import is_play, told
from tei.annotate.turns.evidence import Speakers, decide
from tei.annotate.turns.extent import Opening, Piece, Place, course, place
from tei.annotate.turns.interjection import asides, interjections
from tei.annotate.turns.label import Nature
from tei.annotate.turns.questioner import questioners
from tei.annotate.turns.reported import record, said
from tei.annotate.turns.vocabulary import LABELS
from tei.annotate.turns.who import Cast, pointer
from tei.diagnostic import Diagnostic
from tei.ident import unique
from tei.model import Document, Mark
from tei.text import Span

__all__ = ["turns"]

RULE = "turns"
_TOP = 8  # blocks in which a document's title stands
_TITLE_LENGTH = 200
_OFFICERS = 30  # blocks in which a line may say who presides
_OFFICER = re.compile(
    r"(?:The\s|Acting\s)?(?:President|Chairman|Chairwoman|Chairperson|Chair|Moderator|Secretary|Rapporteur):\s{1,4}"
    r"(?:Mr|Mrs|Ms|Miss|Mme|Dr|Sir|Lord|H\.\s?E)\.?\s[^\n(]{2,60}"
    r"|(?:Interviewers?|Interviewees?|Interviewed\sby|Narrator|Respondent|Interview\swith):\s{1,4}[A-Z][^\n(]{2,60}"
)
_STAMP = re.compile(r"\s?(\[\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,3})?)?\])(?=\s)")
_PARENTHESIS = re.compile(r"\s?(\([^()\n]{2,60}\))(?=\s)")
_HEADED, _LINE_LENGTH = 4, 90  # blocks in which a line without a label may say who talks


def turns(document: Document) -> Iterator[Mark | Diagnostic]:
    """The turns of a document, what opens them, and the speech inside them.

    Appends a person to ``document.people`` for each speaker's name that nothing else introduces.
    """
    text = document.source.text
    where = place(document.blocks)
    front, items = _front(document, where)
    cast = Cast(document, front, items)
    speakers = decide(text, front, where.leaves, where.nested, cast)
    openings, asides_of_court = _openings(text, where, speakers, cast)
    within = interjections(text, where, speakers, cast)
    openings.update(within)
    labels = list(_labels(text, where, openings))
    taken = (
        {n for n, _ in labels} | speakers.labels.keys() | {n for o, w in within.items() for n in range(o, w.last + 1)}
    )
    reported, ends = record(text, front, where, cast, speakers, taken)
    openings.update(reported)
    ends |= asides_of_court
    if reported:
        ends |= {n for n, _ in labels}
    pieces = course(text, where, openings, ends)
    marks = list(_turns(text, where, pieces, frozenset(p.id for p in document.people)))
    yield from (mark for mark, _ in marks)
    for piece in pieces:
        if piece.opening.label and piece.before is None:
            yield from _speaker(piece.opening)
            yield from _manner(text, piece.opening, is_play(text))
    if marks:
        yield from said(text, marks, where, cast)
    if marks or speakers.labels:
        yield from asides(text, where, speakers, cast, within)
    yield from (label for _, label in labels)
    yield from cast.diagnostics


def _openings(text: str, where: Place, speakers: Speakers, cast: Cast) -> tuple[dict[int, Opening], frozenset[int]]:
    """The turns that labels open, by the number of their leaf, and the leaves that say who asks now."""
    openings: dict[int, Opening] = {}
    if not speakers.labels:
        return openings, frozenset()
    asks, ends = (
        questioners(text, where, cast) if Nature.QUESTION in speakers.natures.values() else ({}, frozenset[int]())
    )
    lines = sorted(asks)
    for number in sorted(speakers.labels):
        label = speakers.labels[number]
        kind = speakers.natures[label.key]
        asked = bisect_left(lines, number) if kind is Nature.QUESTION else 0
        who = asks[lines[asked - 1]] if asked else ""
        openings[number] = Opening(who or cast.who(label, kind), label)
    return openings, ends


def _front(document: Document, where: Place) -> tuple[str, list[str]]:
    """The title with the heads before the first paragraph, and the items of the list of participants."""
    text = document.source.text
    pieces = [document.text("title")]
    items: list[str] = []
    for number, (leaf, group) in enumerate(zip(where.leaves, where.group, strict=True)):
        if group is not None and group.attrs.get("type") == "participants":
            items.append(document.source.slice(leaf.span))
        elif (leaf.kind == "head" and number < _TOP) or (
            leaf.kind == "p" and number < _HEADED and _heads(document, leaf.span)
        ):
            pieces.append(text[leaf.span.start : leaf.span.end])
    items.extend(_officers(text, where))
    first = where.leaves[0] if where.leaves else None
    if not any(pieces) and first and first.kind == "p" and first.span.end - first.span.start < _TITLE_LENGTH:
        pieces.append(text[first.span.start : first.span.end])
    return "\n".join(p for p in pieces if p), items


def _officers(text: str, where: Place) -> Iterator[str]:
    """Lines near the top that say who holds an office: ``President: Mr. Platon D. MOROZOV (…)``."""
    for leaf in where.leaves[:_OFFICERS]:
        if leaf.kind == "p" and leaf.span.end - leaf.span.start <= _LINE_LENGTH * 2:
            found = _OFFICER.match(text, *leaf.span)
            if found:
                yield found[0]


def _heads(document: Document, span: Span) -> bool:
    """Whether a line is one that says who talks: ``Amb. Dobrynin/Mr. Kissinger`` under ``TELCON``."""
    words = document.source.slice(span)
    if len(words) > _LINE_LENGTH or ": " in words or words[-1] in ".?!:":
        return False
    return any(m.kind == "persName" and span.contains(m.span) for m in document.marks)


def _labels(text: str, where: Place, openings: dict[int, Opening]) -> Iterator[tuple[int, Mark]]:
    """``Summary:`` and its like at the head of a paragraph, with the number of the paragraph."""
    for number, leaf in enumerate(where.leaves):
        if leaf.kind not in ("p", "item") or number in openings:
            continue
        start, end = leaf.span
        colon = text.find(":", start, min(end, start + 24))
        if colon > 0 and text[start:colon].strip().lower() in LABELS:
            yield number, Mark("label", Span(start, colon + 1), by=RULE)


def _turns(text: str, where: Place, pieces: list[Piece], people: frozenset[str]) -> Iterator[tuple[Mark, int]]:
    """The ``sp`` of each piece, and where its own words begin."""
    ids: dict[int, str] = {}
    for piece in pieces:
        if piece.cut or piece.before:
            ids[id(piece)] = unique(f"sp-{len(ids) + 1}", people)
    after = {id(p.before): p for p in pieces if p.before}
    for piece in pieces:
        opening = piece.opening
        span = Span(where.leaves[piece.first].span.start, where.leaves[piece.last].span.end)
        attrs: dict[str, str] = {}
        if id(piece) in ids:
            attrs["xml:id"] = ids[id(piece)]
        if opening.who:
            attrs["who"] = pointer(opening.who)
        syntax: tuple[Span, ...] = ()
        if opening.last >= 0:
            attrs |= {"rend": "parentheses", "ana": "#interjection"}
            syntax = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
        elif opening.reported:
            attrs["ana"] = "#reported"
        if piece.before:
            attrs["prev"] = f"#{ids[id(piece.before)]}"
        if piece.cut:
            attrs["next"] = f"#{ids[id(after[id(piece)])]}"
        begin = opening.label.whole.end if opening.label and not piece.before else span.start
        if opening.reported and not piece.before:
            begin += 1  # the name that opens the turn is its speaker, not speech inside it
        yield Mark("sp", span, attrs, syntax, RULE), begin


def _manner(text: str, opening: Opening, play: bool) -> Iterator[Mark]:
    """The parenthesis behind the colon that says how something is said, or the time: ``Nora: (laughing) Yes!``"""
    label = opening.label
    if label is None or label.delivery is not None:
        return
    stamp = _STAMP.match(text, label.whole.end)
    if stamp:
        start, end = stamp.span(1)
        yield Mark(
            "stage",
            Span(start, end),
            {"type": "delivery"},
            (Span(start, start + 1), Span(end - 1, end)),
            RULE,
        )
        return
    found = _PARENTHESIS.match(text, label.whole.end)
    if found and (told(found[1]) or (play and found[1][1].islower())):
        yield Mark("stage", Span(*found.span(1)), {"type": "delivery"}, (), RULE)


def _speaker(opening: Opening) -> Iterator[Mark]:
    """The label, and the stage direction between it and its colon."""
    label = opening.label
    assert label is not None
    colon = (label.separator,) if label.separator.end > label.separator.start else ()
    start = label.whole.start
    if label.delivery is None:
        yield Mark("speaker", Span(start, label.whole.end), {}, colon, RULE)
        return
    yield Mark("speaker", Span(start, label.name.end), {}, (), RULE)
    told = label.delivery
    brackets = (Span(told.start, told.start + 1), Span(told.end - 1, told.end)) if label.bracketed else ()
    yield Mark("stage", Span(told.start, label.whole.end), {"type": "delivery"}, (*brackets, *colon), RULE)

"""Endnotes: a run ``[1] …``, ``[2] …`` at the end of a document."""

from __future__ import annotations

import re

from tei.diagnostic import Diagnostic
from tei.model import Document
from tei.segment.block import Block
from tei.text import Span

__all__ = ["endnotes"]

_LABEL = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")
_MARKER = re.compile(r"\[(\d{1,3})\]")
# what may follow the last number and still belong to its note; more than that is text again
_MOST_BLOCKS, _MOST_TEXT = 3, 1500
_BEYOND = 3  # by how much a marker may exceed the last note and still be taken for one


def endnotes(document: Document, blocks: list[Block]) -> list[Block]:
    """Makes the last run of blocks with ascending numbers notes; a block without a number inside the run continues its note.

    The run counts when the text has a marker for its first note, or when it begins with 1 and is longer than one.
    """
    numbered = [
        (at, int(m[1]), m.end()) for at, b in enumerate(blocks) if b.text[0] == "[" and (m := _LABEL.match(b.text))
    ]
    if not numbered:
        return blocks
    run = [numbered[-1]]
    for entry in reversed(numbered[:-1]):
        if run[-1][1] == 1 or entry[1] >= run[-1][1]:
            break
        run.append(entry)
    run.reverse()
    first, number, _ = run[0]
    source = document.source.text
    markers: dict[int, Span] = {}
    for found in _MARKER.finditer(source, 0, blocks[first].start):
        markers.setdefault(int(found[1]), Span(*found.span()))
    if first == 0 or not (number in markers or (number == 1 and len(run) > 1)):
        return blocks
    made = blocks[:first]
    stop = run[-1][0] + 1
    tail = blocks[stop:]
    if len(tail) <= _MOST_BLOCKS and sum(len(b.text) for b in tail) <= _MOST_TEXT:
        stop = len(blocks)
    ends = [at for at, _, _ in run[1:]] + [stop]
    for (at, n, length), end in zip(run, ends, strict=True):
        start, last = blocks[at].start, blocks[end - 1].end
        syntax = (Span(start, start + length),)
        attrs = {"n": str(n), "place": "end"}
        made.append(Block(start, last, source[start:last], "note", attrs, syntax, by="segment.note"))
        if n not in markers:
            message = f"the note [{n}] has no marker in the text; it stays where it is"
            document.diagnostics.append(Diagnostic.of("note-unanswered", message, Span(start, start + len(str(n)) + 2)))
    numbers = {n for _, n, _ in run}
    for n, span in markers.items():
        if n not in numbers and number <= n <= run[-1][1] + _BEYOND:
            message = f"the marker [{n}] has no note"
            hint = f"add the note, or check whether the figure is right; the notes end with [{run[-1][1]}]"
            document.diagnostics.append(Diagnostic.of("note-unanswered", message, span, hint=hint))
    return made + blocks[stop:]

"""Endnotes: a run ``[1] …``, ``[2] …`` at the end of a document."""

from __future__ import annotations

import re

from tei.diagnostic import Diagnostic
from tei.model import Document
from tei.segment.block import Block
from tei.text import Span

__all__ = ["endnotes"]

_LABEL = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")


def endnotes(document: Document, blocks: list[Block]) -> list[Block]:
    """Makes the last run of blocks with ascending numbers notes; a block without a number inside the run continues its note.

    The run counts when the text has a marker for its first note, or when it begins with 1 and is longer than one.
    """
    numbered = [(at, int(m[1]), m) for at, b in enumerate(blocks) if b.text.startswith("[") and (m := _LABEL.match(b.text))]
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
    marked = source.find(f"[{number}]", 0, blocks[first].start) >= 0
    if first == 0 or not (marked or (number == 1 and len(run) > 1)):
        return blocks
    made = blocks[:first]
    ends = [at for at, _, _ in run[1:]] + [len(blocks)]
    for (at, n, match), end in zip(run, ends, strict=True):
        start, last = blocks[at].start, blocks[end - 1].end
        syntax = (Span(start, start + match.end()),)
        attrs = {"n": str(n), "place": "end"}
        made.append(Block(start, last, source[start:last], "note", attrs, syntax, by="segment.note"))
        if source.find(f"[{n}]", 0, blocks[first].start) < 0:
            message = f"the note [{n}] has no marker in the text; it stays where it is"
            document.diagnostics.append(Diagnostic.of("note-unanswered", message, Span(start, start + len(str(n)) + 2)))
    return made

"""Source → document with its fields and blocks: front matter, headings, paragraphs, lists, openers and closers, notes, pages.

Rules run in the order of one table; each recognises one thing among the blocks that no earlier rule has claimed. What no
rule knows stays a paragraph. Nothing is edited: every character that is no blank ends up in exactly one block or field.
"""

from __future__ import annotations

from collections.abc import Callable

from tei.diagnostic import Diagnostic
from tei.model import Document, Mark
from tei.segment.block import Block
from tei.segment.closer import closing
from tei.segment.front import catalogue
from tei.segment.heading import headings, ornaments, title
from tei.segment.hyphen import hyphens
from tei.segment.letter import opening, reopening
from tei.segment.listing import bullets, labelled, letters, numbers
from tei.segment.note import endnotes
from tei.segment.page import breaks, join
from tei.segment.paragraph import paragraphs
from tei.text import Source, Span

__all__ = ["RULES", "segment"]

Rule = Callable[[Document, list[Block]], list[Block]]

RULES: tuple[Rule, ...] = (
    endnotes,
    catalogue,
    breaks,
    ornaments,
    opening,
    labelled,
    title,
    join,
    bullets,
    letters,
    closing,
    headings,
    reopening,
    numbers,
    hyphens,
)


def segment(source: Source) -> Document:
    """The document of a source text, with blocks, header fields, and page breaks between and in blocks.

    >>> [m.kind for m in segment(Source("1. Title\\n\\nOslo, May 2, 1968.\\n\\nText.")).blocks]
    ['head', 'opener', 'dateline', 'p']
    """
    document = Document(source)
    blocks = [Block(s, e, source.text[s:e]) for s, e in paragraphs(source.text)]
    for rule in RULES:
        if not blocks:
            break
        blocks = rule(document, blocks)
    if not any(b.kind not in ("pb", "note") for b in blocks):
        end = len(source.text.rstrip())
        message = "there is no text after the front matter" if end else "there is no text"
        hint = "check that the whole file was given"
        document.diagnostics.append(Diagnostic.of("body-missing", message, Span(end, end), hint=hint))
    document.fields.sort(key=lambda f: f.span)
    document.blocks = _contained(blocks)
    return document


def _contained(blocks: list[Block]) -> list[Mark]:
    """The blocks as marks, neighbours of one group in their container; page breaks between them do not divide a group."""
    marks: list[Mark] = []
    run: list[Block] = []

    def close() -> None:
        if not run:
            return
        tail = []
        while run[-1].kind == "pb":
            tail.append(run.pop())
        kind, _, sort = run[0].group.partition(" ")
        attrs = {"type": sort} if sort else {}
        marks.append(Mark(kind, Span(run[0].start, run[-1].end), attrs, (), run[0].by))
        marks.extend(b.mark() for b in [*run, *reversed(tail)])
        run.clear()

    for block in blocks:
        same = run and (block.kind == "pb" or (block.group == run[0].group and not block.first))
        if not same:
            close()
        if run or block.group:
            run.append(block)
        else:
            marks.append(block.mark())
    close()
    return marks

"""Page breaks between blocks, and paragraphs that a page cuts in two."""

from __future__ import annotations

import re

from tei.model import Document, Mark
from tei.segment.block import Block
from tei.text import Span

__all__ = ["breaks", "join"]

_PAGE = re.compile(r"\[(?:page|p\.|pg\.?|pp\.)\s*(\d{1,4}|[ivxlc]{1,7})\]", re.I)
_NUMBER = re.compile(r"[-–—]\s?(\d{1,4})\s?[-–—]|\[?(\d{1,4})\]?(?=\Z)")
_QUOTES = "\"'”’» "
_ENDS = ".!?:;…—–-*)]"
_MARKER = re.compile(r"\s?\[\w{1,4}\]$")
_POINT = re.compile(r"[a-z]{1,4}[.)]\s")
_LEAST_BEFORE, _LEAST_AFTER = 150, 60  # characters of the halves of a cut that no printed page shows


def breaks(document: Document, blocks: list[Block]) -> list[Block]:
    """Marks blocks that are nothing but a page (``[Page 74]``, a run of ``- 3 -``), and form feeds between blocks."""
    numbered = {at: int(m[1]) for at, b in enumerate(blocks) if len(b.text) < 10 and (m := _NUMBER.fullmatch(b.text)) and m[1]}
    run = {at for at, n in numbered.items() if n + 1 in numbered.values() or n - 1 in numbered.values()}
    text = document.source.text
    made: list[Block] = []
    for at, block in enumerate(blocks):
        feed = text.find("\f", made[-1].end if made else 0, block.start) if "\f" in text else -1
        if feed >= 0:
            made.append(Block(feed, feed + 1, "\f", "pb", {}, (Span(feed, feed + 1),), by="segment.page"))
        match = _PAGE.fullmatch(block.text) if len(block.text) < 16 else None
        number = match[1] if match else str(numbered[at]) if at in run else ""
        if number:
            block.kind, block.attrs, block.by = "pb", {"n": number}, "segment.page"
            block.syntax = (Span(block.start, block.end),)
        made.append(block)
    return made


def join(document: Document, blocks: list[Block]) -> list[Block]:
    """Joins the halves of a paragraph that a page cut in two, with a mark ``pb`` at the cut.

    The first half ends without closing punctuation and the second begins in lower case; where no page is printed between
    them both must be long, so that lists and verse stay as they are.
    """
    made: list[Block] = []
    text = document.source.text
    for block in blocks:
        pages = []
        while made and made[-1].kind == "pb" and len(pages) < 2:
            pages.insert(0, made.pop())
        before = made[-1] if made else None
        if before is not None and before.plain and block.plain and _cut(before, block, bool(pages)):
            _mark(document, text, before, block, pages)
            before.end, before.text = block.end, text[before.start : block.end]
            continue
        made += [*pages, block]
    return made


def _cut(before: Block, after: Block, printed: bool) -> bool:
    if not after.text[0].islower() or _POINT.match(after.text):
        return False
    last = _MARKER.sub("", before.text[-12:]).rstrip(_QUOTES)[-1:]
    if not last or last in _ENDS:
        return False
    if printed:
        return True
    return last != "," and len(before.text) >= _LEAST_BEFORE and len(after.text) >= _LEAST_AFTER


def _mark(document: Document, text: str, before: Block, after: Block, pages: list[Block]) -> None:
    # the first blank stays text: without it the words on both sides of the cut would run together
    points = [before.end + 1, *(page.end for page in pages[:-1]), after.start]
    for at, (start, end) in enumerate(zip(points, points[1:], strict=False)):
        span = Span(start, end)
        if start < end:
            attrs = pages[at].attrs if at < len(pages) else {}
            document.marks.append(Mark("pb", span, attrs, (span,), "segment.page"))

"""Page breaks between blocks, and paragraphs that a page cuts in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei.model import Document, Mark
from tei.segment.block import Block
from tei.text import Span

__all__ = ["breaks", "join"]

_PAGE = re.compile(r"\[(?:page|p\.|pg\.?|pp\.)\s*(\d{1,4}|[ivxlc]{1,7})(?: [^\[\]]{1,40})?\]", re.I)
_BARE = re.compile(r"(?:page|p\.|pg\.?)\s?(\d{1,4})(?: of \d{1,4})?", re.I)
_NUMBER = re.compile(r"[-–—]\s?(\d{1,4})\s?[-–—]")
_QUOTES = "\"'”’» "
_ENDS = ".!?:;…—–-*)]"
_MARKER = re.compile(r"\s?\[\w{1,4}\]$")
# what goes on with a name or a capital after the page: "back to the / United States"
_UNENDED = re.compile(
    r"\b(?:the|an?|of|and|or|to|in|on|at|by|for|from|with|that|which|who|as|his|her|its|their|our|this|these)$"
)
_POINT = re.compile(r"[a-z]{1,4}[.)]\s")
_MOST_PAGES = 2  # empty pages that a paragraph can run over
_LEAST_BEFORE, _LEAST_AFTER = 150, 60  # characters of the halves of a cut that no printed page shows


def breaks(document: Document, blocks: list[Block]) -> list[Block]:
    """Marks blocks that are nothing but a page (``[Page 74]``, ``Page 74``, ``- 74 -``), and form feeds between blocks.

    Numbers between dashes must go up, or follow each other.
    """
    numbered = {at: int(m[1]) for at, b in enumerate(blocks) if len(b.text) < 10 and (m := _NUMBER.fullmatch(b.text))}
    pairs = list(numbered.items())
    run = {at for one, two in pairwise(pairs) if two[1] - one[1] == 1 for at in (one[0], two[0])}
    if all(one[1] < two[1] for one, two in pairwise(pairs)):
        run = set(numbered)
    text = document.source.text
    feeds = "\f" in text
    front = max((field.span.end for field in document.fields), default=0)  # of the catalogue: a page there is none here
    made: list[Block] = []
    for at, block in enumerate(blocks):
        feed = text.find("\f", made[-1].end if made else front, block.start) if feeds else -1
        if feed >= 0:
            made.append(Block(feed, feed + 1, "\f", "pb", {}, (Span(feed, feed + 1),), by="segment.page"))
        match = None
        if len(block.text) < 60 and block.text[0] in "[pP":
            match = _PAGE.fullmatch(block.text) or _BARE.fullmatch(block.text)
        number = match[1] if match else str(numbered[at]) if at in run else ""
        if number:
            block.kind, block.attrs, block.by = "pb", {"n": number}, "segment.page"
            block.syntax = (Span(block.start, block.end),)
        made.append(block)
    return made


def join(document: Document, blocks: list[Block]) -> list[Block]:
    """Joins the halves of a paragraph that a page cut in two, with a mark ``pb`` at the cut.

    The first half ends without closing punctuation and the second begins in lower case, or the first with a word that no
    sentence ends with; where no page is printed between them both must be long, so that lists and verse stay as they are.
    """
    made: list[Block] = []
    joined: list[Block] = []
    text = document.source.text
    for block in blocks:
        small = block.text[0].islower()
        if not made or not block.plain or not (small or (block.text[0].isupper() and made[-1].kind == "pb")):
            made.append(block)
            continue
        pages: list[Block] = []
        while made and made[-1].kind == "pb" and len(pages) < _MOST_PAGES:
            pages.insert(0, made.pop())
        before = made[-1] if made else None
        unended = before is not None and (
            small or _UNENDED.search(text, max(before.start, before.end - 12), before.end)
        )
        if before is not None and before.plain and unended and _cut(text, before, block, bool(pages)):
            document.marks.extend(_marks(before.end, block.start, pages))
            before.end = block.end
            joined.append(before)
        else:
            made += [*pages, block]
    for block in joined:
        if len(block.text) < block.end - block.start:
            block.text = text[block.start : block.end]
    return made


def _cut(text: str, before: Block, after: Block, printed: bool) -> bool:
    if _POINT.match(after.text):
        return False
    last = _MARKER.sub("", text[max(before.start, before.end - 12) : before.end]).rstrip(_QUOTES)[-1:]
    if not last or last in _ENDS:
        return False
    return printed or (last != "," and before.end - before.start >= _LEAST_BEFORE and len(after.text) >= _LEAST_AFTER)


def _marks(end: int, start: int, pages: Sequence[Block]) -> Iterator[Mark]:
    """The marks of a cut between ``end`` and ``start``, one a page; its first blank stays text: without it the words on
    both sides would run together.
    """
    points = [end + 1, *(page.end for page in pages[:-1]), start]
    for at, (first, last) in enumerate(pairwise(points)):
        if first < last:
            span = Span(first, last)
            yield Mark("pb", span, pages[at].attrs if at < len(pages) else {}, (span,), "segment.page")

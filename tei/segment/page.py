"""Page breaks between blocks, and paragraphs that a page cuts in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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
_BROKEN = "—–)"  # may stand before a page in the middle of a sentence
_MARKER = re.compile(r"\s?\[\w{1,4}\]$")
# what goes on with a name or a capital after the page: "back to the / United States"
_UNENDED = re.compile(
    r"\b(?:the|an?|of|and|or|to|in|on|at|by|for|from|with|that|which|who|as|his|her|its|their|our|this|these)$"
)
_POINT = re.compile(r"[a-z]{1,4}[.)]\s")
_LISTED = re.compile(r"[—–•▪◦*-] ?[^\W_]|\(?\w{1,3}[.)] ")  # a point of a list goes on only where a page is printed
_WHOLE = re.compile(r"[^\W\d_]{2,40}-[^\W\d_]{2,40}")
_HEAD, _TAIL = re.compile(r"[^\W\d_]{1,40}\Z"), re.compile(r"[^\W\d_]{1,40}")
_MOST_PAGES = 2  # empty pages that a paragraph can run over
_LEAST_BEFORE, _LEAST_AFTER = 150, 60  # characters of the halves of a cut that no printed page shows


def breaks(document: Document, blocks: list[Block]) -> list[Block]:
    """Marks blocks that are nothing but a page (``[Page 74]``, ``Page 74``, ``- 74 -``, ``74``), and form feeds between blocks.

    Numbers between dashes must go up, or follow each other; bare ones must follow each other, or be the second page.
    """
    numbered: dict[int, int] = {}
    bare: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if len(block.text) < 10:
            if block.text.isdecimal() and block.text.isascii() and len(block.text) < 5:
                bare[at] = int(block.text)
            elif match := _NUMBER.fullmatch(block.text):
                numbered[at] = int(match[1])
    pairs = list(numbered.items())
    run = {at for one, two in pairwise(pairs) if two[1] - one[1] == 1 for at in (one[0], two[0])}
    if all(one[1] < two[1] for one, two in pairwise(pairs)):
        run = set(numbered)
    if bare and _paged(blocks, bare):
        run |= bare.keys()
        numbered |= bare
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


def _paged(blocks: Sequence[Block], bare: Mapping[int, int]) -> bool:
    """Whether the bare numbers of a text are its pages: each the next of the one before, none beside another, the first a
    1 or 2 or inside running text; one number alone must be the second page.
    """
    places, numbers = list(bare), list(bare.values())
    if any(b - a != 1 for a, b in pairwise(numbers)) or any(b - a == 1 for a, b in pairwise(places)):
        return False
    if len(numbers) == 1:
        at = places[0]
        return numbers[0] == 2 and 1 < at < len(blocks) - 1 and any(b.prose for b in blocks)
    return numbers[0] in (1, 2) or any(b.prose for b in blocks[: places[0]])


def join(document: Document, blocks: list[Block]) -> list[Block]:
    """Joins the halves of a paragraph that a page cut in two, with a mark ``pb`` at the cut.

    The first half ends without closing punctuation and the second begins in lower case, or the first with a word that no
    sentence ends with; where no page is printed between them both must be long, so that lists and verse stay as they are.
    """
    made: list[Block] = []
    joined: list[Block] = []
    whole: set[str] | None = None  # the words that the document writes with a hyphen
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
        if before is not None and before.plain and unended and (word := _word(text, before, block, pages)):
            # "declara-", a page, "tion": the hyphen goes
            hyphen = Span(before.end - 1, before.end)
            if whole is None:
                whole = {printed.lower() for printed in _WHOLE.findall(text)}
            if word not in whole:
                document.marks.append(Mark("lb", hyphen, {"break": "no"}, (hyphen,), "segment.hyphen"))
            document.marks.extend(_marks(before.end, block.start, pages, inside=True))
            before.end = block.end
            joined.append(before)
        elif before is not None and before.plain and unended and _cut(text, before, block, bool(pages)):
            document.marks.extend(_marks(before.end, block.start, pages))
            before.end = block.end
            joined.append(before)
        else:
            made += [*pages, block]
    for block in joined:
        if len(block.text) < block.end - block.start:
            block.text = text[block.start : block.end]
    return made


def _word(text: str, before: Block, after: Block, pages: Sequence[Block]) -> str:
    """The word that a page cuts in two, with its hyphen and in small letters; "" where it cuts none."""
    if not pages or text[before.end - 1] != "-":
        return ""
    head = _HEAD.search(text, max(before.start, before.end - 41), before.end - 1)
    tail = _TAIL.match(after.text)
    return f"{head[0]}-{tail[0]}".lower() if head and tail and not _POINT.match(after.text) else ""


def _cut(text: str, before: Block, after: Block, printed: bool) -> bool:
    if _POINT.match(after.text) or (not printed and _LISTED.match(before.text)):
        return False
    last = _MARKER.sub("", text[max(before.start, before.end - 12) : before.end]).rstrip(_QUOTES)[-1:]
    if not last or (last in _ENDS and not (printed and last in _BROKEN)):
        return False
    return printed or (last != "," and before.end - before.start >= _LEAST_BEFORE and len(after.text) >= _LEAST_AFTER)


def _marks(end: int, start: int, pages: Sequence[Block], *, inside: bool = False) -> Iterator[Mark]:
    """The marks of a cut between ``end`` and ``start``, one a page; its first blank stays text: without it the words on
    both sides would run together. A cut inside a word has no blank.
    """
    points = [end + (not inside), *(page.end for page in pages[:-1]), start]
    for at, (first, last) in enumerate(pairwise(points)):
        if first < last:
            span = Span(first, last)
            yield Mark("pb", span, pages[at].attrs if at < len(pages) else {}, (span,), "segment.page")

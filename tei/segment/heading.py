"""Titles and headings, conservatively: a line wrongly taken for a heading costs more than one left a paragraph."""

from __future__ import annotations

import re
from collections import Counter

from tei.model import Document, Field
from tei.segment.block import PROSE, Block
from tei.segment.front import is_date
from tei.segment.label import label
from tei.text import Span

__all__ = ["headings", "ornaments", "title"]

_ORNAMENT = re.compile(r"(?:[*•#~]\s?){1,12}|[-_=–—.…]{3,60}|(?:\.\s){2,20}\.?")
_NUMBERED = re.compile(r"\d{1,4}\. [A-Z“\"]")
_ENCLOSURE = re.compile(r"\[?(?:Enclosure|Attachment|Annex|Appendix|Tab|Supplement)(?: (?:\d{1,2}|[A-Z]|[IVX]{1,5}))?\]?(?: ?\[\d{1,3}\])?")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})\. [A-Z][^.!?]{2,70}")
_SPEAKER = re.compile(r"[^\n:]{1,60}:\s")
_LONGEST_TITLE, _LONGEST_HEADING = 450, 80


def ornaments(document: Document, blocks: list[Block]) -> list[Block]:
    """``* * *`` and its like."""
    for block in blocks:
        if block.plain and len(block.text) < 61 and not block.text[0].isalnum() and _ORNAMENT.fullmatch(block.text):
            block.kind, block.by = "ornament", "segment.heading"
    return blocks


def title(document: Document, blocks: list[Block]) -> list[Block]:
    """The title of a record without a catalogue: the first block, when it looks like one and something follows it."""
    if any(f.header for f in document.fields):
        return blocks
    first = next((at for at, b in enumerate(blocks) if b.kind != "pb"), None)
    if first is None:
        return blocks
    block, rest = blocks[first], blocks[first + 1 :]
    text = re.sub(r"\s?\[\d{1,3}\]$", "", block.text)
    if not text or not block.plain or not rest or _SPEAKER.match(text) or label(text) is not None:
        return blocks
    numbered = _NUMBERED.match(text) is not None and len(text) < _LONGEST_TITLE
    short = len(text) < 250 and text[0].isupper() and text[-1] not in ".!?:;," and not is_date(text)
    next_dated = any(b.kind == "dateline" for b in rest[:2])
    if (numbered and (next_dated or text[-1] not in ".!?:;" or len(text) < PROSE)) or (short and (next_dated or any(b.prose for b in rest))):
        block.kind, block.by = "head", "segment.heading"
        document.fields.append(Field("title", Span(block.start, block.start), (Span(block.start, block.end),), header=False))
    return blocks


def headings(document: Document, blocks: list[Block]) -> list[Block]:
    """A short line alone, in capitals or title case, that running text follows; a line met twice may be a speaker."""
    short = Counter(b.text for b in blocks if b.plain and len(b.text) <= _LONGEST_HEADING)
    for at, block in enumerate(blocks[:-1]):
        if not block.plain or len(block.text) > _LONGEST_HEADING or at == 0 or short[block.text] > 1:
            continue
        text = re.sub(r"\s?\[\d{1,3}\]$", "", block.text)
        if _ENCLOSURE.fullmatch(block.text):
            block.kind, block.by = "head", "segment.heading"
        elif text and text[-1] not in ".!?:;,—-" and (text[0].isupper() or text[0].isdigit()) and _before(blocks, at):
            after = next((b for b in blocks[at + 1 :] if b.kind != "pb"), None)
            if after is not None and after.plain and after.prose and after.text[0].isupper() and not _SPEAKER.match(after.text) and _looks(text):
                block.kind, block.by = "head", "segment.heading"
    return blocks


def _before(blocks: list[Block], at: int) -> bool:
    """A heading comes after the end of a sentence, or after another heading, never in the middle of one."""
    before = next((b for b in reversed(blocks[:at]) if b.kind != "pb"), None)
    return before is None or not before.plain or before.text.rstrip("”\"')]0123456789[")[-1:] in (".", "!", "?", ":")


def _looks(text: str) -> bool:
    """Two words or more in capitals, a numbered section, or title case throughout."""
    words = [w for w in re.split(r"[\s—–/-]+", text) if w[:1].isalpha()]
    if not words or len(words) > 12:
        return False
    if _SECTION.fullmatch(text):
        return True
    if text.isupper():
        return len(words) > 1
    small = {"of", "the", "and", "in", "on", "to", "for", "a", "an", "with", "by", "at", "from", "or", "de", "vs.", "between"}
    return all(w[0].isupper() or w in small for w in words) and (len(words) > 1 or len(text) > 5)

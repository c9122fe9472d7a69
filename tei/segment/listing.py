"""Lists: participants and addressees of a record, bullets, numbered paragraphs."""

from __future__ import annotations

import re

from tei.model import Document, Field
from tei.segment.block import Block
from tei.segment.label import label
from tei.text import Span

__all__ = ["bullets", "labelled", "numbers"]

_LONGEST_ITEM = 200
_SPEECH = re.compile(r"[^\n:.]{1,50}(?:\([^)\n]{1,30}\))?: ?\S")
_BULLET = re.compile(r"[—–•▪*-] ?(?=\S)|\((?:[a-z]|\d{1,2}|[ivx]{1,5})\) ")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s")
_ONE = frozenset({"subject", "correspondence", "source"})  # labels that take one block
_TYPES = {"participants": "participants", "subject": "subject", "to": "to", "from": "from"}
_TOP = 40  # blocks


def labelled(document: Document, blocks: list[Block]) -> list[Block]:
    """``PARTICIPANTS``, ``SUBJECT``, ``TO``, ``FROM`` near the top, with what they introduce."""
    made: list[Block] = []
    waiting: str = ""  # the type of the list whose items follow
    name = ""
    parts: list[Span] = []
    for at, block in enumerate(blocks):
        found = label(block.text) if at < _TOP and block.plain and block.text[:1].isupper() | block.text.startswith("[") else None
        if found and found.name in ("participants", "subject", "correspondence"):
            key = block.text[: found.printed + 1].strip("[]: ").lower()
            waiting, name = _TYPES.get(found.name, _TYPES.get(key, "simple")), found.name
            made += _head(document, block, found.printed, found.value, waiting)
            if found.value < len(block.text):
                made[-1].group = f"list {waiting}"
                document.fields.append(_field(name, block, found.printed, [Span(made[-1].start, made[-1].end)]))
                waiting = "" if name in _ONE else waiting
            else:
                parts = []
                document.fields.append(_field(name, block, found.printed, parts))
            continue
        if waiting and block.kind == "pb":
            made.append(block)
            continue
        if waiting and block.plain and _item(block, found is not None):
            block.kind, block.group, block.by = "item", f"list {waiting}", "segment.listing"
            latest = document.fields[-1]
            document.fields[-1] = Field(latest.name, latest.label, (*latest.parts, Span(block.start, block.end)), latest.header)
            if name in _ONE:
                waiting = ""
        else:
            waiting = ""
        made.append(block)
    return made


def _item(block: Block, labelled: bool) -> bool:
    text = block.text
    if labelled or len(text) > _LONGEST_ITEM or text[0] == "[":
        return False
    if _SPEECH.match(text) and not text.rstrip().endswith(":"):
        return False
    return not (len(text) > 80 and text[-1] in ".?!")


def _head(document: Document, block: Block, printed: int, value: int, kind: str) -> list[Block]:
    """The label as the head of its list; what stands on the same line is the first item."""
    text = document.source.text
    if value >= len(block.text):
        head = Block(block.start, block.end, block.text, "head", group=f"list {kind}", first=True, by="segment.listing")
        return [head]
    end = block.start + len(block.text[:value].rstrip())
    head = Block(block.start, end, text[block.start : end], "head", group=f"list {kind}", first=True, by="segment.listing")
    start = block.start + value
    return [head, Block(start, block.end, text[start : block.end], "item", by="segment.listing")]


def _field(name: str, block: Block, printed: int, parts: list[Span]) -> Field:
    offset = 1 if block.text.startswith("[") else 0
    return Field(name, Span(block.start + offset, block.start + offset + printed), tuple(parts), header=False)


def bullets(document: Document, blocks: list[Block]) -> list[Block]:
    """Two or more neighbours that begin with a dash, a bullet or ``(a)`` are a list."""
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.plain and _BULLET.match(block.text):
            run.append(block)
            continue
        if block is not None and block.kind == "pb" and run:
            continue
        if len(run) > 1:
            for item in run:
                item.kind, item.group, item.by = "item", "list simple", "segment.listing"
            run[0].first = True
        run = []
    return blocks


def numbers(document: Document, blocks: list[Block]) -> list[Block]:
    """``12. …`` is paragraph 12; the number stays text."""
    for block in blocks:
        if block.plain and block.text[0].isdigit() and (match := _NUMBER.match(block.text)):
            block.attrs = {"n": match[1]}
    return blocks

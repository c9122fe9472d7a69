"""Lists: participants and addressees of a record, bullets, lettered points, numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tei.model import Document, Field
from tei.segment.block import Block, ended
from tei.segment.label import CATALOGUE, Label, label
from tei.text import Span

__all__ = ["bullets", "labelled", "letters", "numbers"]

_LONGEST_ITEM, _LONGEST_LINE, _LONGEST_SUBHEAD = 200, 300, 45
_SPEECH = re.compile(r"[^\n:.]{1,50}(?:\([^)\n]{1,30}\))?: ?\S")
_DASHES, _SIGNS = frozenset("—–-"), frozenset("—–-•▪◦*(")
_BULLET = re.compile(r"[—–•▪◦*-] ?(?=[^\W_])|\((?:[a-z]|\d{1,2}|[ivx]{1,5})\) ")
_FIRST = frozenset("(abcdefghijklmnopqrstuvwxyz")
_LETTER = re.compile(r"\(?([a-z])[.)] ")
_NUMBER = re.compile(r"(\d{1,3})[.)](?:\s|$)")
_ABBREVIATED = re.compile(r"(?:\b[A-Z][\w.]{0,4}|[)\]])\.$")
_ACT = re.compile(r"(?:ACT|SCENE|PROLOGUE|INDUCTION|Act|Scene|Prologue|Induction)\b")  # after the persons of a play
_ONE = frozenset({"subject", "correspondence", "reference"})  # labels that take one block
_TYPES: Mapping[str, str] = {
    "participants": "participants",
    "subject": "subject",
    "to": "to",
    "memorandum for": "to",
    "from": "from",
    "fm": "from",
}
_TOP = 40  # blocks
_MANY = 4  # commas on one line from which it is a list by itself
_DIALOGUE = 8  # dashes from which a text that has them in most paragraphs is a dialogue


def labelled(document: Document, blocks: list[Block]) -> list[Block]:
    """``PARTICIPANTS``, ``SUBJECT``, ``TO``, ``FROM`` near the top, with what they introduce."""
    made: list[Block] = []
    kind = name = ""  # of the list whose items follow
    met: list[tuple[str, Span, list[Block]]] = []
    items: list[Block] = []
    for at, block in enumerate(blocks):
        found = label(block.text) if at < _TOP and block.plain else None
        if found and (found.name == "participants" or found.name in _ONE):
            name = found.name
            kind = _TYPES.get(name) or _TYPES.get(block.text[found.start : found.end].lower(), "simple")
            items = _split(document, block, found, kind, made)
            met.append((name, Span(block.start + found.start, block.start + found.end), items))
            kind = "" if items and (name in _ONE or _whole(items[0].text)) else kind
        elif kind and block.kind == "pb":
            made.append(block)
        elif kind and block.plain and (_item(blocks, at, items) if items or name not in _ONE else _takes(block, found)):
            block.kind, block.group, block.by = "item", f"list {kind}", "segment.listing"
            items.append(block)
            made.append(block)
            kind = "" if name in _ONE and kind != "to" else kind
        else:
            kind = ""
            made.append(block)
    for name, printed, values in met:
        document.fields.append(Field(name, printed, tuple(Span(i.start, i.end) for i in values), header=False))
    return made


def _split(document: Document, block: Block, found: Label, kind: str, made: list[Block]) -> list[Block]:
    """The label as the head of its list; what stands on the same line is the first item."""
    text, group, by = document.source.text, f"list {kind}", "segment.listing"
    start = block.start + found.value
    end = block.start + len(block.text[: found.value].rstrip())
    made.append(Block(block.start, end, text[block.start : end], "head", group=group, first=True, by=by))
    items = [Block(start, block.end, text[start : block.end], "item", group=group, by=by)] if start < block.end else []
    made.extend(items)
    return items


def _whole(text: str) -> bool:
    """Whether what stands on the line of ``PRESENT:`` is all of the list: a sentence, or many names."""
    return (ended(text) and not _ABBREVIATED.search(text)) or text.count(",") + text.count(";") >= _MANY


def _takes(block: Block, found: Label | None) -> bool:
    """Whether a block is what ``SUBJECT`` alone on its line introduces; a numbered point is none."""
    return len(block.text) <= _LONGEST_LINE and not (found and found.name) and not _NUMBER.match(block.text)


def _item(blocks: Sequence[Block], at: int, items: Sequence[Block]) -> bool:
    """Whether a block is one of those present: a name with an office, or the side that the next ones belong to."""
    text = blocks[at].text
    if len(text) > _LONGEST_ITEM or text[0] == "[" or text.lower() in CATALOGUE or _ACT.match(text):
        return False
    if text[-1] == ":":
        after = next((b for b in blocks[at + 1 : at + 3] if b.kind != "pb"), None)
        return (
            len(text) <= _LONGEST_SUBHEAD
            and after is not None
            and after.plain
            and len(after.text) < _LONGEST_ITEM
            and (not ended(after.text) or (bool(items) and items[-1].text[-1] == "." and not _SPEECH.match(after.text)))
        )
    if _SPEECH.match(text):
        return bool(items) and text[-1] == ","
    if not ended(text):
        return True
    # a sentence is no name; a list may have a full stop after each item, or after an abbreviation
    return (
        text[-1] not in "?!"
        and len(text) <= 80
        and (_ABBREVIATED.search(text) is not None or not items or items[-1].text[-1] == ".")
    )


def bullets(document: Document, blocks: list[Block]) -> list[Block]:
    """Two or more neighbours that begin with a dash, a bullet or ``(a)`` are a list; a text full of dashes is a dialogue."""
    dashes = [b for b in blocks if b.text[0] in _DASHES and b.plain and _BULLET.match(b.text)]
    dialogue = len(dashes) >= _DIALOGUE and len(dashes) * 2 > sum(1 for b in blocks if b.plain)
    signs = _SIGNS if not dialogue else _SIGNS - _DASHES
    run: list[Block] = []
    for block in blocks:
        sign = block.text[0]
        if sign in signs and block.plain and _BULLET.match(block.text):
            run.append(block)
        elif run and block.kind != "pb":
            _simple(run)
            run = []
    _simple(run)
    return blocks


def letters(document: Document, blocks: list[Block]) -> list[Block]:
    """Neighbours ``a. …``, ``b. …``, ``c. …`` are a list."""
    run: list[Block] = []
    for block in blocks:
        match = _LETTER.match(block.text) if block.text[0] in _FIRST and block.plain else None
        if match and match[1] == chr(ord("a") + len(run)):
            run.append(block)
        elif (run or match) and block.kind != "pb":
            _simple(run)
            run = [block] if match and match[1] == "a" else []
    _simple(run)
    return blocks


def _simple(run: Sequence[Block]) -> None:
    if len(run) > 1:
        run[0].first = True
        for item in run:
            item.kind, item.group, item.by = "item", "list simple", "segment.listing"


def numbers(document: Document, blocks: list[Block]) -> list[Block]:
    """``12. …`` is paragraph 12; the number stays text."""
    for block in blocks:
        if block.text[0].isdigit() and block.plain and (match := _NUMBER.match(block.text)):
            block.attrs = {"n": match[1]}
    return blocks

"""Front matter: what a catalogue wrote above a transcript, and what the record says of itself.

A catalogue's block stands at the top: title and date without labels, then fields (``Citation:`` …) on their own line or
inline. It ends where the record begins: at a label of the record (``Time:``), at a label met before (a body may begin
with ``Summary:`` of its own), or at text that belongs to no field. What the catalogue wrote goes to the header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei.diagnostic import Diagnostic
from tei.model import Document, Field
from tei.segment.block import Block
from tei.segment.label import CATALOGUE, RECORD, Label, label
from tei.text import Span

__all__ = ["catalogue", "is_date"]

_NAMES = frozenset(CATALOGUE.values())
# one of these is proof of a catalogue; of the others (a record may have a summary of its own) it takes two
_STRONG = frozenset({"citation", "credits", "original-language", "contents", "rights", "record-id", "donors"})
_BEFORE = 5  # blocks above the first label: title, date, perhaps an archive's name
_LONGEST_TITLE = 500

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{4}})(?:,.{{0,30}})?\.?")


def is_date(text: str) -> bool:
    """Whether a block is a date and nothing else.

    >>> is_date("February 10, 1965"), is_date("In February 1965 he left")
    (True, False)
    """
    return len(text) < 60 and _DATE.fullmatch(text) is not None


def catalogue(document: Document, blocks: list[Block]) -> list[Block]:
    """Takes the catalogue's fields off the top; the blocks that remain are the record."""
    end, starts = _extent(blocks)
    names = [name for name, _ in starts.values()]
    if not (_STRONG & set(names) or len(_NAMES & set(names)) > 1):
        return blocks
    first = min(starts)
    document.fields.extend(_above(blocks[:first]))
    for at in range(first, end):
        if at not in starts:
            continue
        name, found = starts[at]
        last = next((n for n in range(at + 1, end) if n in starts), end)
        document.fields.append(_field(blocks[at], found, name, blocks[at + 1 : last]))
        if name == "unknown":
            printed = blocks[at].text[: found.printed]
            message = f'"{printed}" is no label that is known here; its words are kept in the header as they are'
            document.diagnostics.append(Diagnostic.of("field-unknown", message, Span(blocks[at].start, blocks[at].start + found.printed)))
    return blocks[end:]


def _extent(blocks: list[Block]) -> tuple[int, dict[int, tuple[str, Label]]]:
    """Where the catalogue ends, and the blocks of it that begin with a label."""
    starts: dict[int, tuple[str, Label]] = {}
    waiting: dict[int, tuple[str, Label]] = {}  # unknown labels: part of it only when a known one follows
    met: set[str] = set()
    end = 0
    for at, block in enumerate(blocks):
        found = label(block.text)
        alone = found is not None and found.value >= len(block.text)
        if found is None:
            if not starts:
                if at >= _BEFORE or len(block.text) > _LONGEST_TITLE:
                    break
            elif at >= end and not _more(blocks, at, met):
                break
            continue
        key = block.text[: found.printed].strip("[]").lower()
        if key in RECORD and key not in CATALOGUE and starts:
            break
        if found.name in met and found.name != "associated":
            break
        if found.name in _NAMES and key in CATALOGUE:
            starts.update(waiting)
            waiting.clear()
            met.add(found.name)
            starts[at] = (found.name, found)
            end = at + (2 if alone else 1)
        elif starts and not found.name and found.printed < 40:
            waiting[at] = ("unknown", found)
            if alone or _more(blocks, at, met):
                continue
            break
        elif not starts and at >= _BEFORE:
            break
    return min(end, len(blocks)), starts


def _more(blocks: list[Block], at: int, met: set[str]) -> bool:
    """Whether a further field of the catalogue follows soon, so that a block between belongs to the field above it."""
    for block in blocks[at : at + 6]:
        found = label(block.text)
        if found is None:
            continue
        key = block.text[: found.printed].lower()
        if key in RECORD and key not in CATALOGUE:
            return False
        if found.name in _NAMES:
            return found.name not in met
    return False


def _above(blocks: list[Block]) -> Iterator[Field]:
    titled = False
    for block in blocks:
        span = Span(block.start, block.end)
        name = "date" if is_date(block.text) else "unknown" if titled else "title"
        titled = titled or name == "title"
        yield Field(name, Span(block.start, block.start), (span,))


def _field(block: Block, found: Label, name: str, values: list[Block]) -> Field:
    parts = [Span(block.start + found.value, block.end)] if found.value < len(block.text) else []
    parts += [Span(v.start, v.end) for v in values]
    offset = 1 if block.text.startswith("[") else 0
    return Field(name, Span(block.start + offset, block.start + offset + found.printed), tuple(parts))

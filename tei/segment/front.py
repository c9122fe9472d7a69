"""Front matter: what a catalogue wrote above a transcript, and what the record says of itself.

A catalogue's block stands at the top: title and date without labels, then fields (``Citation:`` …) on their own line or
inline. It ends where the record begins: at a label of the record (``Time:``), at a label met before (a body may begin
with ``Summary:`` of its own), or at text that belongs to no field. What the catalogue wrote goes to the header.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tei.diagnostic import Diagnostic
from tei.model import Document, Field
from tei.segment.block import Block, ended
from tei.segment.dateline import is_date
from tei.segment.label import Label, bare, label
from tei.text import Span

__all__ = ["catalogue"]

# one of these is proof of a catalogue; of the others (a record may have a summary of its own) it takes two
_STRONG = frozenset({"citation", "credits", "original-language", "contents", "rights", "record-id", "donors"})
# labels of one field, which a catalogue may have side by side (Repository, Archive); the others stand once in it
_SEVERAL = frozenset(
    {"archive", "associated", "biography", "call-number", "collection", "contributor", "date", "interview", "physical"}
    | {"processing", "provenance", "record-id", "rights", "subjects", "unit"}
)
# a heading without a colon that is one of these is proof that a web page's headings are labels
_HEADINGS = frozenset({"citation", "credits", "original-language", "rights", "record-id"})
_HEADED = 60  # blocks among which it is looked for
_BEFORE = 5  # blocks above the first label: title, date, perhaps an archive's name
_NEAR = 6  # blocks in which a further field must follow for a block between to belong to the field above it
_LONGEST_TITLE = 500
# what an archive offers of a document, one a line under "Contents:"
_VERSION = re.compile(
    r"(?:Original|Translation|Transcript(?:ion)?|English|Scan)(?: [A-Z][\w-]*)?(?: ?[-–—] ?[A-Z][\w ()]*)?"
)
_THANKS = re.compile(r"This (?:document|translation|publication) was made possible\b")
_LONGEST_NAME = 120  # characters of a label with the names of those who spoke
_LONGEST_LABEL = 40  # characters of a label that is not known

Find = Callable[[Block], Label | None]


def catalogue(document: Document, blocks: list[Block]) -> list[Block]:
    """Takes the catalogue's fields off the top; the blocks that remain are the record."""
    find = _headed if _has_headings(blocks) else _label
    end, starts = _extent(blocks, find)
    names = {found.name for found in starts.values() if found.catalogue}
    if not (_STRONG & names or len(names) > 1):
        return blocks
    document.fields.extend(_above(blocks[: min(starts)]))
    order = sorted(starts)
    for at, after in zip(order, [*order[1:], end], strict=True):
        block, found = blocks[at], starts[at]
        document.fields.append(_field(block, found, blocks[at + 1 : after]))
        if not found.name:
            span = Span(block.start + found.start, block.start + found.end)
            printed = document.source.slice(span)
            message = f'"{printed}" is no label that is known here; its words are kept in the header as they are'
            document.diagnostics.append(Diagnostic.of("field-unknown", message, span))
    for block in blocks[end : end + _NEAR]:
        beyond = find(block)
        if beyond is None or beyond.name or beyond.end > _LONGEST_LABEL or len(block.text) > _LONGEST_TITLE:
            break
        span = Span(block.start + beyond.start, block.start + beyond.end)
        if document.source.text.count(f"\n{document.source.slice(span)}:") > 1:
            break  # a speaker
        message = f'"{document.source.slice(span)}" after the catalogue\'s last field is no label that is known; it was left in the text'
        hint = "move it above a field that is known, if the catalogue wrote it"
        document.diagnostics.append(Diagnostic.of("field-unknown", message, span, hint=hint))
    return blocks[end:]


def _label(block: Block) -> Label | None:
    """The label of a block; ``Interviewer: Where were you born?`` is speech."""
    found = label(block.text)
    if found and found.name == "interview" and (len(block.text) > _LONGEST_NAME or ended(block.text)):
        return None
    return found


def _headed(block: Block) -> Label | None:
    return _label(block) or bare(block.text)


def _has_headings(blocks: list[Block]) -> bool:
    """Whether two blocks are labels without a colon, and one of them a catalogue's beyond doubt."""
    if not any(len(block.text) < _LONGEST_LABEL and bare(block.text) for block in blocks[:_BEFORE]):
        return False
    names = {
        found.name for block in blocks[:_HEADED] if len(block.text) < _LONGEST_LABEL and (found := bare(block.text))
    }
    return len(names) > 1 and not _HEADINGS.isdisjoint(names)


def _met(block: Block, found: Label, met: set[str]) -> bool:
    """Whether a label stood further up: the same word, or another for a field that stands once; only ``Associated …`` are many."""
    if found.name == "associated":
        return False
    return _printed(block, found) in met or (found.name not in _SEVERAL and found.name in met)


def _printed(block: Block, found: Label) -> str:
    return f"{block.text[found.start : found.end].lower()}:"


def _extent(blocks: list[Block], find: Find) -> tuple[int, dict[int, Label]]:
    """Where the catalogue ends, and the blocks of it that begin with a label."""
    starts: dict[int, Label] = {}
    waiting: dict[int, Label] = {}  # labels that are part of it only when a known one follows
    met: set[str] = set()
    last = ""  # the field above
    end = 0
    for at, block in enumerate(blocks):
        found = find(block)
        if not met:
            if at >= _BEFORE or len(block.text) > _LONGEST_TITLE:
                break
            if found is None or not found.catalogue:
                continue
        if found is None:
            if at == end and last == "contents" and len(block.text) < _LONGEST_LABEL and _VERSION.fullmatch(block.text):
                end = at + 1
                continue
            if at >= end and not _more(blocks, at, met, find):
                return min(end, at), starts
        elif found.catalogue and not _met(block, found, met):
            starts.update(waiting)
            waiting.clear()
            met.update((found.name, _printed(block, found)))
            last = found.name
            starts[at] = found
            end = at + (2 if found.value >= len(block.text) else 1)
        elif at < end and not found.name and found.value < len(block.text):
            continue  # the value of the label above, which begins with something like a label
        elif found.catalogue or not _between(blocks, at, found, met, find):
            return min(end, at), starts
        else:
            waiting[at] = found
    return min(end, len(blocks)), starts


def _between(blocks: list[Block], at: int, found: Label, met: set[str], find: Find) -> bool:
    """Whether a label that is not a catalogue's stands inside the catalogue: a further field of it follows soon.

    After a label of the record (``Time:``) only a field that no record has is proof: a record may have its own summary.
    """
    if found.name:
        return _more(blocks, at + 1, met, find, _STRONG)
    return found.end < _LONGEST_LABEL and _more(blocks, at + 1, met, find)


def _more(blocks: list[Block], at: int, met: set[str], find: Find, proof: frozenset[str] | None = None) -> bool:
    """Whether a further field of the catalogue follows soon."""
    for block in blocks[at : at + _NEAR]:
        found = find(block)
        if found is None or (proof is None and not found.name):
            continue
        if found.catalogue:
            return not _met(block, found, met) and (proof is None or found.name in proof)
        if proof is None:
            return False
    return False


def _above(blocks: list[Block]) -> Iterator[Field]:
    """Title and date without labels, or with labels that records have too (``Date: …``)."""
    titled = False
    for block in blocks:
        found = label(block.text)
        if found and found.name and found.value < len(block.text):
            yield _field(block, found, [])
            continue
        name = "date" if is_date(block.text) else "unknown" if titled else "title"
        if _THANKS.match(block.text):
            name = "credits"
        titled = titled or name == "title"
        yield Field(name, Span(block.start, block.start), (Span(block.start, block.end),))


def _field(block: Block, found: Label, values: list[Block]) -> Field:
    parts = [Span(block.start + found.value, block.end)] if found.value < len(block.text) else []
    parts += [Span(v.start, v.end) for v in values]
    return Field(found.name or "unknown", Span(block.start + found.start, block.start + found.end), tuple(parts))

"""What the segmenter finds in a text, as lines that can be read: ``header title "Talk"``, ``p "He left."``."""

from __future__ import annotations

from collections.abc import Iterator

from tei.model import Document, Field, Mark
from tei.segment import segment
from tei.text import Source, Span

__all__ = ["CONTAINERS", "leaves", "outline"]

CONTAINERS = frozenset({"list", "opener", "closer", "div"})
_LONGEST, _FIRST, _LAST = 60, 34, 22  # of a quotation: what is longer is cut in the middle
_NOT_SHOWN = frozenset({"type", "place", "break"})


def leaves(document: Document) -> list[Mark]:
    """The blocks that are no containers."""
    return [block for block in document.blocks if block.kind not in CONTAINERS]


def outline(text: str) -> list[str]:
    """The header, the fields of the record, the blocks and the findings, one a line; containers indent what they hold.

    A line end in a paragraph is ``⏎``, and what the segmenter marks in one is written as a tag.

    >>> outline("1. Title\\n\\nOslo, May 2, 1968.\\n\\nHe left.")[2:]
    ['head "1. Title"', 'opener', '  dateline "Oslo, May 2, 1968."', 'p "He left."']
    """
    document = segment(Source(text))
    return [*_fields(document), *_blocks(document), *(f"! {d.code}: {d.message}" for d in document.diagnostics)]


def _fields(document: Document) -> Iterator[str]:
    for field in document.fields:
        words = " ".join(_quoted(document, part) for part in field.parts)
        yield " ".join(
            filter(None, ["header" if field.header else "record", field.name, _label(document, field), words])
        )


def _label(document: Document, field: Field) -> str:
    label = document.source.slice(field.label)
    return f"({label})" if label else ""


def _blocks(document: Document) -> Iterator[str]:
    around: list[Span] = []
    for block in document.blocks:
        while around and not around[-1].contains(block.span):
            around.pop()
        shown = [block.kind, *([block.attrs["type"]] if "type" in block.attrs else [])]
        shown += [f"{key}={value}" for key, value in block.attrs.items() if key not in _NOT_SHOWN]
        if block.kind not in CONTAINERS:
            shown.append(_quoted(document, block.span))
        yield "  " * len(around) + " ".join(shown)
        if block.kind in CONTAINERS:
            around.append(block.span)


def _quoted(document: Document, span: Span) -> str:
    text, at = "", span.start
    for mark in sorted(document.marks, key=lambda m: m.span):
        if span.contains(mark.span):
            number = f' n="{mark.attrs["n"]}"' if "n" in mark.attrs else ""
            text += _short(document, at, mark.span.start) + f"<{mark.kind}{number}/>"
            at = mark.span.end
    return f'"{text}{_short(document, at, span.end)}"'


def _short(document: Document, start: int, end: int) -> str:
    text = document.source.text[start:end].replace("\n", "⏎").replace("\f", "␌")
    if len(text) > _LONGEST:
        text = f"{text[:_FIRST].rstrip()} … {text[-_LAST:].lstrip()}"
    return text

"""Where a diagnostic is: in the text that was given, and at which element of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from tei.diagnostic import CODES, Diagnostic
from tei.ns import XML_ID, tei
from tei.text import Source, Span
from tei.tree import Tree

__all__ = ["Row", "in_document", "in_transcript", "plain"]

# what stands by itself in a page: the least that is worth a jump
_BLOCKS = frozenset(
    tei(name)
    for name in (
        *("p", "ab", "l", "head", "item", "label", "note", "speaker", "stage", "dateline", "salute", "signed", "seg"),
        *("classification", "byline", "trailer", "cell", "figure", "sp", "u", "list", "table", "lg", "div"),
    )
)
_TEXT = tei("text")
_CONTEXT = 40  # characters around the words by which they are found in the page
_LONGEST = 400  # characters of a place that are marked
_ELEMENT = re.compile(r"<([^\s<>/]+)>")
_NAME = re.compile(r"</?[^\s<>/=\"']+|[^\s<>/=\"']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A diagnostic as the page shows it.

    ``line`` and ``column`` count from 1 in the file shown (0 = no place), ``length`` in code points. ``targets`` are ids of
    elements in the page, the closest first; ``before``, ``words`` and ``after`` what stands there in a transcript.
    """

    severity: str
    message: str
    code: str = ""
    title: str = ""
    hint: str = ""
    expected: tuple[str, ...] = ()
    line: int = 0
    column: int = 0
    length: int = 0
    targets: tuple[str, ...] = ()
    before: str = ""
    words: str = ""
    after: str = ""


def plain(diagnostic: Diagnostic) -> Row:
    """The row of a diagnostic that has no place."""
    return _row(diagnostic)


def in_transcript(found: Iterable[Diagnostic], source: Source, tree: Tree) -> list[Row]:
    """The rows of diagnostics of a transcript; the blocks of the tree that they are in get an id."""
    blocks = sorted((span, at) for at, (element, span) in enumerate(tree.spans.items()) if element.tag in _BLOCKS)
    elements = list(tree.spans)
    starts = [span.start for span, _ in blocks]
    ids = _Ids(tree.root)
    rows = []
    for diagnostic in found:
        span = diagnostic.span
        if span is None:
            rows.append(_row(diagnostic))
            continue
        line, column = source.position(span.start)
        end = min(span.end, span.start + _LONGEST, span.start + max(0, len(source.line(line)) - column + 1))
        block, targets = _block(blocks, starts, span)
        rows.append(
            _row(
                diagnostic,
                line=line,
                column=column,
                length=max(1, end - span.start),
                targets=ids.of([elements[n] for n in targets]),
                before=source.text[max(block.start, span.start - _CONTEXT) : span.start],
                words=source.slice(Span(span.start, end)),
                after=source.text[end : min(block.end, end + _CONTEXT)],
            )
        )
    return rows


def _block(blocks: Sequence[tuple[Span, int]], starts: Sequence[int], span: Span) -> tuple[Span, tuple[int, ...]]:
    """The innermost block around a span, and its number; where there is none, the span itself."""
    at = bisect_right(starts, span.start) - 1
    for near in range(at, max(-1, at - 12), -1):  # containers begin before their leaves, a few at most
        block, number = blocks[near]
        if block.start <= span.start < max(block.end, block.start + 1):
            return block, (number,)
    return span, ()


def in_document(
    found: Iterable[Diagnostic],
    root: etree._Element,
    elements: Sequence[etree._Element],
    places: Sequence[tuple[int, int]],
    lines: Sequence[str],
) -> list[Row]:
    """The rows of diagnostics of a TEI document; the elements that they are about get an id.

    ``elements`` are those of the document in order, ``places`` the line and column of their start tags.
    """
    ids = _Ids(root)
    rows = []
    for diagnostic in found:
        line, column = diagnostic.line, max(1, diagnostic.column)
        if not 0 < line <= len(lines):
            rows.append(_row(diagnostic))
            continue
        at = min(bisect_right(places, (line, column)), len(elements)) - 1
        if column == 1 and lines[line - 1][:1] != "<":  # the line is all that is known
            column = _named(diagnostic.message, lines[line - 1])
        name = _NAME.match(lines[line - 1], column - 1)
        rows.append(
            _row(
                diagnostic,
                line=line,
                column=column,
                length=len(name[0]) if name else 1,
                targets=ids.of(_shown(elements[at])) if at >= 0 else (),
            )
        )
    return rows


def _named(message: str, line: str) -> int:
    """The column of the element that a message begins with or speaks of, else of the first sign of the line."""
    element = _ELEMENT.search(message)
    at = line.find(f"<{element[1]}") if element else -1
    return (at if at >= 0 else len(line) - len(line.lstrip())) + 1


def _shown(element: etree._Element) -> list[etree._Element]:
    """The element and the block around it, where they are of the text."""
    around = [element, *element.iterancestors()]
    if all(one.tag != _TEXT for one in around[1:]):
        return [element] if element.get(XML_ID) else []  # people of the header are in the page too
    block = next((one for one in around if one.tag in _BLOCKS), element)
    return [element] if block is element else [element, block]


class _Ids:
    """Ids for elements that have none, unlike any that the document has."""

    def __init__(self, root: etree._Element) -> None:
        self._count = 0
        self._prefix = "preview.place."
        used = [value for element in root.iter(etree.Element) if (value := element.get(XML_ID))]
        while any(value.startswith(self._prefix) for value in used):
            self._prefix = f"_{self._prefix}"

    def of(self, elements: Iterable[etree._Element]) -> tuple[str, ...]:
        made = []
        for element in elements:
            if not element.get(XML_ID):
                self._count += 1
                element.set(XML_ID, f"{self._prefix}{self._count}")
            made.append(element.get(XML_ID, ""))
        return tuple(made)


def _row(
    diagnostic: Diagnostic,
    *,
    line: int = 0,
    column: int = 0,
    length: int = 0,
    targets: tuple[str, ...] = (),
    before: str = "",
    words: str = "",
    after: str = "",
) -> Row:
    return Row(
        severity=diagnostic.severity.value,
        message=diagnostic.message,
        code=diagnostic.code,
        title=CODES[diagnostic.code].title,
        hint=diagnostic.hint,
        expected=diagnostic.expected,
        line=line,
        column=column,
        length=length,
        targets=targets,
        before=before,
        words=words,
        after=after,
    )

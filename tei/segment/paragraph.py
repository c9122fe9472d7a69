"""A text cut into raw paragraphs: at blank lines and page breaks, and at line ends where a line is a paragraph.

Whether a line end means anything is decided by the whole text: typed records are hard-wrapped at a width (a line end is
a blank), exports have a paragraph a line.
"""

from __future__ import annotations

import re
from statistics import quantiles

from tei.text import Span

__all__ = ["paragraphs"]

# blank lines and form feeds; the blanks before them are trimmed off the paragraph (a pattern that began with them would
# be tried at every character)
_GAP = re.compile(r"\n[^\S\n\f]*\n\s*|\f\s*")
_LINE_END = re.compile(r"[^\S\n]*\n[^\S\n]*")
# a line that begins something of its own, whatever the width: a label, a bullet, a numbered point, a bracketed page
_OWN = re.compile(
    r"(?:[A-Z][\w.’'-]*(?: [A-Za-z][\w.’'-]*){0,4}(?: ?\([^()\n]{1,30}\))?:(?=\s|$)|[—–•*-] |\(?(?:\d{1,3}|[a-z])[.)] |\[(?:Page|p\.|\d+\]))"
)
_WIDTHS = range(40, 115)


def paragraphs(text: str) -> list[Span]:
    """Spans of the raw paragraphs, trimmed, in order; every character that is no blank is in one.

    >>> [tuple(s) for s in paragraphs("One.\\n\\n  Two\\n")]
    [(0, 4), (8, 11)]
    """
    found: list[Span] = []
    start = 0
    for match in _GAP.finditer(text):
        _trimmed(text, start, match.start(), found)
        start = match.end()
    _trimmed(text, start, len(text), found)
    if not any("\n" in text[s:e] for s, e in found):
        return found
    width = _width(text, found)
    return [part for span in found for part in _lines(text, span, width)]


def _trimmed(text: str, start: int, end: int, found: list[Span]) -> None:
    chunk = text[start:end]
    bare = chunk.strip()
    if bare:
        start += len(chunk) - len(chunk.lstrip())
        found.append(Span(start, start + len(bare)))


def _width(text: str, spans: list[Span]) -> int:
    """The width at which the text is hard-wrapped; 0 where it is not."""
    filled = [len(line) for s, e in spans for line in text[s:e].split("\n")[:-1]]
    if len(filled) < 3:
        longest = max(filled, default=0)
        return longest if longest in _WIDTHS and longest >= 55 else 0
    width = int(quantiles(filled, n=10)[-1])
    most = sum(1 for n in filled if n > 0.6 * width)
    return width if width in _WIDTHS and most > 0.5 * len(filled) else 0


def _lines(text: str, span: Span, width: int) -> list[Span]:
    chunk = text[span.start : span.end]
    if "\n" not in chunk:
        return [span]
    found: list[Span] = []
    start = last = span.start
    for match in _LINE_END.finditer(text, span.start, span.end):
        length = match.start() - last
        last = match.end()
        short = length < 0.6 * width
        if width and not short and not _OWN.match(text, match.end()):
            continue
        if width and short and text[match.end() : match.end() + 1].islower():
            continue
        if width and not short and not text[match.start() - 1] in ".!?:;”\"')]":
            continue  # the label would stand in the middle of a sentence
        _trimmed(text, start, match.start(), found)
        start = match.end()
    _trimmed(text, start, span.end, found)
    return found

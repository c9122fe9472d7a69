"""A text cut into raw paragraphs: at blank lines and page breaks, and at line ends where a line is a paragraph.

Whether a line end means anything is decided by the whole text: typed records are hard-wrapped at a width (a line end is
a blank), exports have a paragraph a line. In wrapped text a line begins a paragraph when it is indented, when it begins
with a label or a number of its own, or when its first word had room on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import quantiles

__all__ = ["paragraphs"]

# blank lines and form feeds; the blanks before them are trimmed off the paragraph (a pattern that began with them would
# be tried at every character)
_GAP = re.compile(r"\n[^\S\n\f]*\n\s*|\f\s*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")  # the same without form feeds: found several times faster
_LINE_END = re.compile(r"\n([^\S\n]*)")
# a line that begins something of its own, whatever the width: a label, a bullet, a numbered point, a bracketed page
_OWN = re.compile(
    r"(?:[A-Z][\w.’'-]*(?: [A-Za-z][\w.’'-]*){0,4}(?: ?\([^()\n]{1,30}\))?:(?=\s|$)|"
    r"[—–•*-] |[QA]\. |\(?(?:\d{1,3}|[a-z])[.)] |\[(?:Page|p\.|\d+\]))"
)
_VALUE = re.compile(r"[A-Z][^:\n]{1,30}:[ \t]{2,}(?=\S)")
_COLUMN = 6  # the least that it can be
_WORD = re.compile(r"\S{0,60}")
_CLOSED = frozenset(".!?:;”\"')]…»。！？：；」』）")
_WIDTHS = range(30, 161)
_LOWER = 0.15  # share of line ends with a small letter after them from which a text counts as wrapped
_FULL = 0.8  # share of the width from which a line is full
_PROSE = 50  # the least width of running text that other evidence than small letters speaks for
_SHORT = 0.6  # share of the width below which a line is short
_ROOM = 0.9  # share of the width up to which a word counts as one that had room
_OPEN = 0.4  # share of line ends in the middle of a sentence from which capitals under them say nothing
_FEW = 3


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of the raw paragraphs, trimmed, in order; every character that is no blank is in one.

    >>> paragraphs("One.\\n\\n  Two\\n")
    [(0, 4), (8, 11)]
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in (_GAP if "\f" in text else _BLANK_LINE).finditer(text):
        end = match.start()
        if start < end and text[start].isspace() | text[end - 1].isspace():
            _trimmed(text, start, end, found)
        elif start < end:
            found.append((start, end))
        start = match.end()
    _trimmed(text, start, len(text), found)
    broken = [text[s:e] for s, e in found if text.find("\n", s, e) >= 0]
    if not broken:
        return found
    width = _width(broken, sum(1 for s, e in found if e - s > _WIDTHS[-1] and text.find("\n", s, e) < 0))
    return [part for start, end in found for part in _lines(text, start, end, width)]


def _trimmed(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    chunk = text[start:end]
    bare = chunk.strip()
    if bare:
        start += len(chunk) - len(chunk.lstrip())
        found.append((start, start + len(bare)))


def _width(chunks: Sequence[str], whole: int) -> int:
    """The width at which the text is hard-wrapped; 0 where a line is a paragraph, or a verse.

    ``whole`` is how many paragraphs stand on one line that is longer than any width.
    """
    lengths: list[int] = []
    below: list[str] = []  # what the line under each of them begins with
    ends = 0
    for chunk in chunks:
        lines = chunk.split("\n")
        lengths += [len(line.rstrip()) for line in lines[:-1]]
        ends += sum(1 for line in lines[:-1] if line.rstrip()[-1:] not in _CLOSED)
        below += [line.lstrip()[:1] for line in lines[1:]]
    small = sum(1 for c in below if c.islower())
    letters = sum(1 for c in below if c.isalpha())
    if len(lengths) < _FEW:
        longest = max(lengths)
        return longest if longest in _WIDTHS and (small or (ends and longest >= 55 and not whole)) else 0
    width = min(int(quantiles(lengths, n=10)[-1]), max(lengths))
    if width not in _WIDTHS:
        return 0
    if small > _LOWER * letters:
        return width
    if small and width >= _PROSE:
        # a short record under a long head: lines that are short by nature say nothing of those that are full
        full = [c for n, c in zip(lengths, below, strict=True) if n > _FULL * width]
        if sum(1 for c in full if c.islower()) > _LOWER * len(full):
            return width
    # no small letters to tell by: a telegram in capitals, a script without case; then the lines must be even
    filled = sum(1 for n in lengths if n > _FULL * width)
    even = filled > 0.6 * len(lengths) and max(lengths) < 1.3 * width
    return width if width >= _PROSE and not (small or whole) and even and ends > _OPEN * len(lengths) else 0


def _lines(text: str, start: int, stop: int, width: int) -> list[tuple[int, int]]:
    if text.find("\n", start, stop) < 0:
        return [(start, stop)]
    found: list[tuple[int, int]] = []
    ends = list(_LINE_END.finditer(text, start, stop))
    indents = [len(m[1]) for m in ends]
    least = min(indents)
    # a hanging indent says nothing of paragraphs: most lines have it
    hanging = sum(1 for n in indents if n > least) * 2 > len(indents)
    last = start
    for match, indent in zip(ends, indents, strict=True):
        if indent >= _COLUMN and _value(text, start, match.start()) == indent:
            last = match.end()
            continue  # under the words that stand after a label: they go on
        indented = indent > least + 1 and not hanging
        if not width or _begins(text, last, match.start(), match.end(), width, indented):
            _trimmed(text, start, match.start(), found)
            start = match.end()
        last = match.end()
    _trimmed(text, start, stop, found)
    return found


def _value(text: str, start: int, end: int) -> int:
    """The column at which words stand after a label and several blanks (``SUBJECT:   Talks``); 0 where none do."""
    found = _VALUE.match(text, start, end)
    return found.end() - start if found else 0


def _begins(text: str, last: int, end: int, start: int, width: int, indented: bool) -> bool:
    """Whether the line at ``start`` begins a paragraph, the one before it being ``text[last:end]``."""
    first = text[start : start + 1]
    before = text[max(last, end - 2) : end].rstrip()[-1:]
    length = end - last
    if first.islower():
        return False
    if indented and (before in _CLOSED or length < _SHORT * width):
        return True
    if length < _SHORT * width:
        return True
    if before not in _CLOSED:
        return False  # a label here would stand in the middle of a sentence
    word = _WORD.match(text, start)
    return _OWN.match(text, start) is not None or (
        word is not None and length + 1 + word.end() - start <= _ROOM * width
    )

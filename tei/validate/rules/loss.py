"""Words of a transcript that a TEI document lacks, for any document, whoever encoded it.

Compared are words: blanks, punctuation and capitals do not count, nor whether a word was cut by a line end. What moved (into
the header, a note to its marker) is found where it went; what the document has beyond the transcript is no loss.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple
from unicodedata import normalize

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.ns import tei
from tei.text import Source, Span

__all__ = ["lost"]

_WORD = re.compile(r"[^\W_]+(?:[-\u00ad\u00ac]\s*\n\s*[^\W_]+)*")
_CUT = re.compile(r"[-\u00ad\u00ac]\s*\n\s*")
# elements within a word: their tags do not part it
_INLINE = frozenset(
    """abbr add am anchor c choice corr damage date del distinct emph ex expan foreign g gap handShift hi index lb m name
    num orgName orig pb persName placeName pc ref reg roleName rs seg sic space subst supplied surname forename surplus
    term title unclear w cb gb milestone""".split()
)
_FEW = 1_500  # words on each side of what is compared word by word
_RUN = 3  # so many words in order are no chance: they moved


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def lost(root: etree._Element, source: Source) -> Iterator[Diagnostic]:
    """A diagnostic, with its span in the source, for each run of words that the document lacks."""
    words = [
        _Word(_folded(_CUT.sub("", match[0])), *match.span()) for match in _WORD.finditer(normalize("NFC", source.text))
    ]
    text = root.find(tei("text"))
    header = root.find(tei("teiHeader"))
    body = _words(root if text is None else text)
    elsewhere = [] if header is None or text is None else _words(header)
    missing, spare = [], []
    for i, j, k, m in _differences([word.text for word in words], body):
        if "".join(w.text for w in words[i:j]) != "".join(body[k:m]):
            missing += [(i, j)] if i < j else []
            spare.append((k, " ".join(body[k:m])))
    moved = f" {' | '.join([*(text for _, text in sorted(spare)), ' '.join(elsewhere)])} "
    numbers = {_folded(str(value)) for e in root.iter(etree.Element) for name, value in e.attrib.items() if name == "n"}
    here, there = Counter(word.text for word in words), Counter(body)
    whole = f" {' '.join(body)} "
    for i, j in sorted(missing):
        # at the ends of what moved, words may have been matched with equal ones elsewhere; their neighbours tell
        windows = ((i - 2, j + 2), (i - _RUN, j), (i, j + _RUN))
        inside = ((p, q) for p, q in windows if p >= 0 and q <= len(words))
        if any(f" {' '.join(w.text for w in words[p:q])} " in whole for p, q in inside):
            continue
        run = {w.text for w in words[i:j]}
        if j - i < _RUN and all(there[word] >= here[word] for word in run):
            continue
        for start, end in _not_in(moved, numbers, [w.text for w in words[i:j]]):
            span = Span(words[i + start].start, words[i + end - 1].end)
            shown = " ".join(source.text[span.start : span.end].split())
            shown = shown if len(shown) <= 60 else f"{shown[:40]}…{shown[-15:]}"
            yield Diagnostic.of(
                "text-lost", f'"{shown}" is not in the document', span, hint="put it back, or compare the source"
            )


def _folded(text: str) -> str:
    return normalize("NFC", text).casefold()


def _words(element: etree._Element) -> list[str]:
    """The words of an element; those of its notes come last, as transcripts print them."""
    pieces: list[str] = []
    notes: list[str] = []
    depth = 0  # of notes around
    for event, at in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        name = etree.QName(at).localname if event in ("start", "end") else ""
        depth += (event == "start") if name == "note" and at is not element else 0
        into = notes if depth else pieces
        if name and name not in _INLINE and at.get("break") != "no":
            (notes if name == "note" else into).append("\n")
        if event == "start":
            into.append(at.text or "")
            continue
        depth -= (event == "end") if name == "note" and at is not element else 0
        if at is not element:
            (notes if depth else pieces).append(at.tail or "")
    text = normalize("NFC", "".join([*pieces, "\n", *notes]))
    return [_folded(_CUT.sub("", match[0])) for match in _WORD.finditer(text)]


def _differences(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """(start, end) in both of each stretch that differs, by the words that are unique in both."""
    todo = [(0, len(a), 0, len(b))]
    while todo:
        i, j, k, m = todo.pop()
        while i < j and k < m and a[i] == b[k]:
            i, k = i + 1, k + 1
        while i < j and k < m and a[j - 1] == b[m - 1]:
            j, m = j - 1, m - 1
        if i == j:
            if k < m:
                yield i, j, k, m
            continue
        anchors = _anchors(a, b, i, j, k, m) if k < m else []
        if anchors:
            before = (i, k)
            for x, y in (*anchors, (j, m)):
                todo.append((before[0], x, before[1], y))
                before = (x + 1, y + 1)
        elif k < m and j - i <= _FEW and m - k <= _FEW:
            for tag, p, q, r, s in SequenceMatcher(None, a[i:j], b[k:m], autojunk=False).get_opcodes():
                if tag != "equal":
                    yield i + p, i + q, k + r, k + s
        else:
            yield i, j, k, m


def _anchors(a: Sequence[str], b: Sequence[str], i: int, j: int, k: int, m: int) -> list[tuple[int, int]]:
    """The longest series, rising in both, of words that stand once in each stretch (patience diff)."""
    once_a = {w for w, n in Counter(a[i:j]).items() if n == 1}
    once_b = {w for w, n in Counter(b[k:m]).items() if n == 1} & once_a
    where = {b[y]: y for y in range(k, m) if b[y] in once_b}
    pairs = [(x, where[a[x]]) for x in range(i, j) if a[x] in where]
    tops: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, (_, y) in enumerate(pairs):
        place = bisect_left(tops, y)
        back.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [y]
        ends[place : place + 1] = [at]
    series = []
    at = ends[-1] if ends else -1
    while at >= 0:
        series.append(pairs[at])
        at = back[at]
    return series[::-1]


def _not_in(moved: str, numbers: set[str], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that are nowhere else: neither a run of words that moved nor a printed number that became ``@n``."""
    start = at = 0
    while at < len(words):
        end = at
        while end < len(words) and f" {' '.join(words[at : end + 1])} " in moved:
            end += 1
        found = end - at
        if found >= _RUN or (found and found == len(words)):
            pass
        elif words[at] in numbers:
            found = 1
        elif words[at] in ("page", "p", "pg") and words[at + 1 : at + 2] and words[at + 1] in numbers:
            found = 2
        else:
            at += 1
            continue
        if start < at:
            yield start, at
        at += found
        start = at
    if start < len(words):
        yield start, len(words)

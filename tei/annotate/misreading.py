"""Misreadings of a scanner or a typist, where the text proves them: reported, never changed.

>>> from tei.model import Mark
>>> from tei.text import Source
>>> text = "met with Comrade Kim II Sung"
>>> [d.message for d in misreading(Document(Source(text), blocks=[Mark("p", Span(0, len(text)))]))]
['“Kim II Sung” may be a misreading of “Kim Il Sung”']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tei.annotate.capital import capitals
from tei.annotate.leaf import Leaves
from tei.annotate.wordlist import word_set
from tei.diagnostic import Diagnostic
from tei.model import Document
from tei.text import Span

__all__ = ["misreading"]

# a Korean name whose second syllable is Il: a numeral never stands between family and given name
_NUMERALS = {"II": (" II ", "-II-", " II-"), "ll": (" ll ",), "11": (" 11 ",)}
_FAMILY = word_set(
    """
    Kim Pak Park Yi Lee Ri Rhee Choe Choi Chong Chung Chang Han Nam Paek Paik Yun Yoon So Hong Song
    Kang Cho Kwon Hwang An Ahn
    """
)
_BEFORE = re.compile(r"[A-Z][a-z]{1,8}\Z")
_AFTER = re.compile(r"[ -][A-Z][a-z]{1,9}")
# a letter for a figure in a year; plain searches are many times faster than a pattern that scans the text
_YEARS = ("l9", "I9", "l8", "I8")
_DECADES = re.compile(r"19\dO")
_YEAR = re.compile(r"[1lI][89][\dO][\dO](?![\w-])")
# letters that scanners take for each other: what was printed, what it may stand for
_ALIKE = (("rn", "m"), ("y", "v"), ("cl", "d"), ("vv", "w"), ("li", "h"), ("ii", "n"))
_LEAST = 6  # shorter words are near each other by chance
_MOST = 40  # longer ones are none


def misreading(document: Document) -> Iterator[Diagnostic]:
    """Proposals for characters that look misread; run after ``brackets``, whose ``[1]`` may be the word I."""
    text = document.source.text
    met = frozenset(capitals(text))
    found = [*(_numeral(text) if not met.isdisjoint(_FAMILY) else ()), *_figure(text), *_hapax(text, met)]
    if found:
        leaves = Leaves(document)
        yield from (one for one in found if one.span is not None and leaves.holding(one.span))
    for mark in document.marks:
        if mark.kind == "supplied" and mark.span.end - mark.span.start == 3:
            printed = text[mark.span.start : mark.span.end]
            if printed in ("[1]", "[l]", "[|]"):
                yield _proposal(mark.span, printed, "[I]")


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _numeral(text: str) -> Iterator[Diagnostic]:
    """``Kim II Sung`` for ``Kim Il Sung``."""
    # what ends in a blank is found slowly, and most texts have none of them
    for needle in [needle for core, needles in _NUMERALS.items() if core in text for needle in needles]:
        for at in _places(text, needle):
            family = _BEFORE.search(text, max(0, at - 9), at)
            given = _AFTER.match(text, at + 3)
            if family and given and family[0] in _FAMILY:
                span = Span(family.start(), given.end())
                yield _proposal(span, text[span.start : span.end], f"{text[span.start : at + 1]}Il{given[0]}")


def _figure(text: str) -> Iterator[Diagnostic]:
    """``l965`` or ``196O`` for a year."""
    places = [at for needle in _YEARS for at in _places(text, needle)]
    for at in (*places, *(match.start() for match in _DECADES.finditer(text))):
        match = _YEAR.match(text, at)
        if match and not (at and (text[at - 1].isalnum() or text[at - 1] in ".-")):
            proposed = match[0].replace("l", "1").replace("I", "1").replace("O", "0")
            yield _proposal(Span(*match.span()), match[0], proposed)


def _hapax(text: str, met: frozenset[str]) -> Iterator[Diagnostic]:
    """A word of those with a capital, met once, that is one misread letter from another: ``Prayda`` beside ``Pravda``."""
    suspects = {word: twin for word in met if len(word) < _MOST for twin in _twins(word) if twin in met}
    for word, twin in sorted(suspects.items()):
        at = text.find(word)
        span = Span(at, at + len(word))
        if text.find(word, at + 1) < 0 and not text[span.end : span.end + 1].isalnum():
            yield _proposal(span, word, twin)


@lru_cache(maxsize=20_000)  # most words come again in the next text
def _twins(word: str) -> tuple[str, ...]:
    """What a word may be a misreading of.

    >>> _twins("Prayda"), _twins("Paris")
    (('Pravda',), ())
    """
    if len(word) < _LEAST or not word.istitle() or not word.isalpha():
        return ()
    twins = [word.replace(wrong, right) for wrong, right in _ALIKE if wrong in word]
    return tuple([twin for twin in twins if len(twin) >= _LEAST and twin.istitle()])


def _proposal(span: Span, printed: str, proposed: str) -> Diagnostic:
    return Diagnostic.of(
        "misreading-probable",
        f"“{printed}” may be a misreading of “{proposed}”",
        span,
        expected=(proposed,),
        hint="check the original; the text was left as it is",
    )

"""Stage directions of a play: who comes and goes, what is done, how words are said; in brackets or in a line of their own.

TEI P5, 7.2.4: https://tei-c.org/release/doc/tei-p5-doc/en/html/DR.html#DRSTA

>>> from tei.text import Source, Span
>>> text = "ACT I\\n\\nEnter LUCY."
>>> play = Document(Source(text), blocks=[Mark("head", Span(0, 5)), Mark("p", Span(7, 18))])
>>> [(mark.kind, dict(mark.attrs)) for mark in directions(play)]
[('stage', {'type': 'entrance'})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tei.model import Document, Mark
from tei.text import Span

__all__ = ["direction", "directions", "is_play", "told"]

RULE = "stage"
_FEW = 5  # words of a parenthesis that tells how something is said
_LONGEST = 400  # characters of a line that is a stage direction
_NUMBER = r"(?:[IVXLC]{1,6}|\d{1,2}|(?i:one|two|three|four|five|the\s\w{4,8}|first|second|third|fourth|fifth))\b"
_PLAY = (
    rf"(?:(?:ACT|SCENE|Act|Scene)\s{_NUMBER}|(?:DRAMATIS\sPERSON|Dramatis\sPerson)\w+|"
    r"PROLOGUE\.?\s?$|(?:THE\s|CAST\sOF\s)?CHARACTERS:?\s?$|[\[(_]{0,2}(?:Exeunt|Exit)\b)"
)
_FIRST_LINE, _LATER_LINE = re.compile(_PLAY, re.MULTILINE), re.compile(f"\n{_PLAY}", re.MULTILINE)
_LINE = re.compile(
    r"[(_]{0,2}(?P<first>(?:Re-?)?[Ee]nter|Exit|Exeunt|EXIT|EXEUNT|ENTER|Manet|Manent|Flourish|Alarums?|Sennet|Curtain|CURTAIN)\b(?!:)"
)
# in a paragraph a sentence of its own: `(To LUCY, taking out her purse.)`; else `my brother (God rest him)`
_ASIDE = re.compile(r"\((?=[A-Z])[^()\n]{2,300}[.!]\)")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[’'-])*")
_ENTRANCE, _EXIT = frozenset(("enter", "re-enter", "reenter", "enters")), frozenset(("exit", "exeunt", "exits"))
_DELIVERY = frozenset(
    """aside to within in with without offstage off-stage softly loudly quietly angrily coldly smiling laughing weeping
    whispering singing shouting reading turning calling crying speaking sarcastically eagerly slowly quickly""".split()
)


@lru_cache(maxsize=8)
def is_play(text: str) -> bool:
    """Whether a text has acts, scenes, a list of characters, or people who leave a stage."""
    return _FIRST_LINE.match(text) is not None or _LATER_LINE.search(text) is not None


def direction(words: str) -> dict[str, str]:
    """The ``@type`` of a stage direction, by its first word.

    >>> direction("_To_ LUCY."), direction("Exeunt."), direction("Gives money.")
    ({'type': 'delivery'}, {'type': 'exit'}, {'type': 'business'})
    """
    found = _WORD.search(words)
    first = found[0].lower() if found else ""
    if first in _ENTRANCE:
        return {"type": "entrance"}
    if first in _EXIT:
        return {"type": "exit"}
    return {"type": "delivery" if first in _DELIVERY else "business"}


def told(words: str) -> bool:
    """Whether a parenthesis after a speaker tells how the words are said: ``(laughing)``, ``(to Nora)``.

    >>> told("(Laughing)"), told("(calls from his room)"), told("(In 1945 we met)"), told("(Portland)")
    (True, False, False, False)
    """
    first = _WORD.search(words)
    if first is None or any(c.isdigit() for c in words):
        return False
    word = first[0].lower()
    return word.endswith(("ing", "ly")) or (word in _DELIVERY and len(words.split()) <= _FEW)


def directions(document: Document) -> Iterator[Mark]:
    """The stage directions of a play that stand in no brackets: ``Enter LUCY, weeping.``, ``(A bell rings.)``"""
    text = document.source.text
    if not is_play(text):
        return
    for leaf in document.blocks:
        if leaf.kind == "p" and leaf.span.end - leaf.span.start <= _LONGEST:
            found = _LINE.match(text, leaf.span.start, leaf.span.end)
            if found is not None:
                yield Mark("stage", leaf.span, direction(found["first"]), (), RULE)
                continue
        if leaf.kind == "p" and text.find("(", *leaf.span) >= 0:
            yield from _parentheses(text, leaf.span)


def _parentheses(text: str, span: Span) -> Iterator[Mark]:
    """Parentheses that are a whole paragraph, or a whole sentence in one."""
    start, end = span
    if text[start] == "(" and text.find(")", start, end) == end - 1 and text.find(":", start, end) < 0:
        yield Mark("stage", span, direction(text[start:end]), (), RULE)
        return
    for found in _ASIDE.finditer(text, start, end):
        yield Mark("stage", Span(*found.span()), direction(found[0]), (), RULE)

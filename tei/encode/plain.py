"""Words of the source as the header copies them: without markers of notes and pages, on one line."""

from __future__ import annotations

import re

from tei.encode.notation import ODD

__all__ = ["plain", "word_set"]

_MARKERS = re.compile(r" ?\[(?:\d{1,4}|(?:[Pp]age|[Pp]g?\.) ?[\divxlc]{1,8})\]")
_LONGEST = 1_000


def plain(words: str) -> str:
    """One line of words, cut at a blank where it would be longer than a title can be.

    >>> plain("109. Memorandum of a\\nConversation[1], Washington")
    '109. Memorandum of a Conversation, Washington'
    """
    if len(words) > 8 * _LONGEST:
        words = words[: 8 * _LONGEST]
    words = " ".join(ODD.sub("", words).split())
    if "[" in words:
        words = _MARKERS.sub("", words).strip()
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return words


def word_set(words: str) -> frozenset[str]:
    """A table of words, written as one line of them."""
    return frozenset(words.split())

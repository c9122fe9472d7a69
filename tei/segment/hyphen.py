"""Words cut by a hyphen at a line end, in hard-wrapped text."""

from __future__ import annotations

import re

from tei.model import Document, Mark
from tei.segment.block import Block
from tei.text import Span

__all__ = ["hyphens"]

_CUT = re.compile(r"([^\W\d_]{2,40})(-\n)([a-zß-ÿ]{2,40})")
_WHOLE = re.compile(r"[^\W\d_]{2,40}-[^\W\d_]{2,40}")


def hyphens(document: Document, blocks: list[Block]) -> list[Block]:
    """Marks ``conver-⏎sation`` as one word; a word that has its hyphen elsewhere in the document keeps it."""
    text = document.source.text
    if "-\n" not in text:
        return blocks
    hyphenated = {word.lower() for word in _WHOLE.findall(text)}
    for block in blocks:
        for match in _CUT.finditer(text, block.start, block.end):
            if f"{match[1]}-{match[3]}".lower() not in hyphenated:
                span = Span(*match.span(2))
                document.marks.append(Mark("lb", span, {"break": "no"}, (span,), "segment.hyphen"))
    return blocks

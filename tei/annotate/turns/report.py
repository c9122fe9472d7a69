"""Labels after which nobody speaks: the views of several people side by side, their tasks, what a diary says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei.annotate.stage import is_play
from tei.annotate.turns.label import Label, Style

__all__ = ["reports"]

# somebody is spoken of: `Favors a pause.`, `Will prepare the papers.`; no question follows
_ABOUT = re.compile(
    r"\s*(?:Favou?rs|Opposes|Opposed|Supports|Believes|Thinks|Feels|Wants|Concurs|Recommends|Prefers|Considers|Urges"
    r"|Suggests|Doubts|Is|Was|Has|Will|Would)\s[^.?!\n]{3,400}(?:[.!]|\Z)"
)
# `He looked tired.`, `At lunch he came alive.`, `To draft a note.`: what a speaker's name and a point may head as well
_OF_HIM = re.compile(
    r"\s*(?:To\s[a-z]|(?:(?!\b(?:I|[Ww]e|[Yy]ou)\b)[^.?!\n]){0,120}\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b)"
)
_TOLD, _SMALL, _OF_THEM = 0.25, 0.3, 0.4


def reports(text: str, labels: Sequence[Label], *, hint: bool) -> bool:
    """Whether what stands after the labels is told of those whom they name, or goes on with the label's own sentence.

    ``hint``: the title promises speech, so minutes may be in the style of a telegram.

    >>> from tei.annotate.turns.label import colon_label
    >>> from tei.text import Span
    >>> line = "Mr. Ball: Favors a pause."
    >>> label = colon_label(line, Span(0, len(line)), 0)
    >>> reports(line, [label], hint=False), reports(line, [label], hint=True)
    (True, False)
    """
    dotted = [x for x in labels if x.style is Style.DOT and not text[x.name.start : x.name.end].isupper()]
    if sum(_OF_HIM.match(text, x.whole.end) is not None for x in dotted) > _OF_THEM * max(1, len(dotted)):
        return not is_play(text)
    spoken = [x for x in labels if not x.bare and x.style is Style.COLON]
    if not spoken or hint:
        return False
    if sum(_ABOUT.match(text, x.whole.end) is not None for x in spoken) > _TOLD * len(spoken):
        return True
    return sum(_small(text, x) for x in spoken) > _SMALL * len(spoken)


def _small(text: str, label: Label) -> bool:
    """Whether the words after a label begin with a small letter, as an entry of a list does."""
    return text[label.whole.end : label.whole.end + 2].lstrip()[:1].islower()

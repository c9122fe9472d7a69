"""What the text says, marked: people, dates, places, brackets, turns.

Rules only add; ``overlap`` alone removes.

>>> from tei.text import Source, Span
>>> document = Document(Source("[but] it held."), blocks=[Mark("p", Span(0, 14))])
>>> [mark.kind for mark in annotate(document).marks]
['supplied']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tei.annotate.brackets import brackets
from tei.annotate.dates import dates
from tei.annotate.misreading import misreading
from tei.annotate.names import names
from tei.annotate.overlap import overlap
from tei.annotate.places import places
from tei.annotate.stage import directions
from tei.annotate.turns import turns
from tei.diagnostic import Diagnostic
from tei.model import Document, Mark
from tei.register import Register

__all__ = ["RULES", "annotate"]

# in order: a later rule reads the marks of the earlier; ``names`` comes before all, as it needs the register
RULES: tuple[Callable[[Document], Iterable[Mark | Diagnostic]], ...] = (
    dates,
    places,
    brackets,
    misreading,
    directions,
    turns,
)


def annotate(document: Document, register: Register | None = None) -> Document:
    """Adds the marks and people of a document, and findings for an editor; gives the same document back."""
    _add(document, names(document, register))
    for rule in RULES:
        _add(document, rule(document))
    document.marks[:], dropped = overlap(document.marks, document.blocks)
    document.diagnostics.extend(dropped)
    return document


def _add(document: Document, found: Iterable[Mark | Diagnostic]) -> None:
    """Puts what a rule found in its place, once the rule is done: no rule reads its own marks."""
    every = list(found)
    marks = [one for one in every if isinstance(one, Mark)]
    if len(marks) < len(every):
        document.diagnostics.extend(one for one in every if not isinstance(one, Mark))
    document.marks.extend(marks)

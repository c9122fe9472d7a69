"""A candidate: words that may name a person, with what is known of them so far."""

from __future__ import annotations

from tei.annotate.names.kind import FAMILY, KIND, PARTICLES
from tei.register import fold

__all__ = ["HONORIFICS", "Candidate", "core"]

# after a name as a title is before it
HONORIFICS = frozenset(("pasha", "bey", "effendi"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


class Candidate:
    """Words that may be a person's name.

    ``start`` and ``end`` include the title and the brackets of a completion; ``head`` is where the title
    ends (-1: none). ``title`` is in lower case, ``words`` are printed, ``core`` are those that are
    compared. ``firm``: its own words show a person; ``known``: one whom history calls by this name;
    ``owns``: before ``'s``; ``plural``: the title is one of several; ``after_body``: one word after the
    words of a body; ``attribute``: a word such as ``administration`` that
    follows.
    """

    __slots__ = (
        "after_body", "attribute", "core", "end", "firm", "head", "known", "owns", "plural",
        "region", "single", "start", "title", "variant_of", "who", "words",
    )  # fmt: skip

    def __init__(self, start: int, end: int, words: tuple[str, ...], title: str = "", head: int = -1) -> None:
        self.start = start
        self.end = end
        self.words = words
        self.title = title
        self.head = head
        if len(words) == 1:
            self.core: tuple[str, ...] = (fold(words[0]),)
            self.single = True
        else:
            self.core = core(words, tuple(map(fold, words)))
            self.single = len(self.core) == 1
        self.firm = self.known = self.owns = self.plural = self.after_body = False
        self.attribute = ""
        self.region = 0
        self.variant_of: Candidate | None = None
        self.who: object = None


def core(words: tuple[str, ...], folded: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a name that tell people apart: no particles, no suffix.

    >>> core(("Charles", "de", "Gaulle"), ("charles", "de", "gaulle"))
    ('charles', 'gaulle')
    >>> core(("Le", "Duc", "Tho"), ("le", "duc", "tho"))
    ('le', 'duc', 'tho')
    """
    if len(words) == 1:
        return folded
    kept = folded
    if "" in folded or not PARTICLES.isdisjoint(folded):
        first = KIND.get(folded[0], 0)
        eastern = first & FAMILY and len(words) > 2 and words[1][:1].isupper() and len(folded[1]) < 6
        pairs = zip(words, folded, strict=True)
        kept = tuple([f for w, f in pairs if f and not (f in PARTICLES and (w[:1].islower() or not eastern))])
    if (len(kept) > 2 and kept[-1] in _SUFFIXES) or (len(kept) > 1 and kept[-1] in HONORIFICS):
        kept = kept[:-1]
    return kept or folded

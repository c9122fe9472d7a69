"""The labels of a document in each of the styles in which documents print them, before they are weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tei.annotate.stage import is_play
from tei.annotate.turns.label import Label, Nature, bare_label, colon_label, dot_label, line_label, nature, plain
from tei.annotate.turns.who import Cast
from tei.model import Mark

__all__ = ["PAIR", "STYLES", "Search", "colons", "dots"]

PAIR = frozenset({Nature.QUESTION, Nature.ANSWER})
_FOLLOWED = frozenset({"p", "list", "item", "ornament", "pb"})
_AFTER = re.compile(r"\s(?:of|pro\stem(?:pore)?|\(.*)(?=\s|\Z)")  # what follows a name or an office in small letters
_GOES_ON = (" of ", " pro tem")
_LEAST = 2  # questions, and answers, before ``Q`` and ``A`` without a point are labels


@dataclass(slots=True)
class Search:
    """Where labels are looked for: paragraphs with the numbers of their leaves, among all leaves of a document."""

    text: str
    paragraphs: Sequence[tuple[int, Mark]]
    leaves: Sequence[Mark]
    cast: Cast
    _dotted: list[Label] | None = None

    def dotted(self) -> list[Label]:
        """What stands before a point, looked for once for the two styles that have one."""
        if self._dotted is None:
            found = (dot_label(self.text, leaf.span, n) for n, leaf in self.paragraphs)
            self._dotted = [label for label in found if label and label.key]
        return self._dotted


def colons(search: Search) -> list[Label]:
    """``Clifford: All right.``"""
    found = (colon_label(search.text, leaf.span, n) for n, leaf in search.paragraphs)
    return [label for label in found if label]


def dots(search: Search) -> list[Label]:
    """``HAMLET. To be``, ``Mr. HOLIFIELD. Thank you.``, ``Q. Where?``; small letters in a play only."""
    text = search.text
    play = is_play(text)
    labels: list[Label] = []
    letters: set[str] = set()
    for label in search.dotted():
        printed = text[label.called.start : label.called.end]
        if len(printed) == 1:
            letters.add(printed)
        if nature(printed) in PAIR or play or _in_capitals(text[label.name.start : label.name.end]):
            labels.append(label)
    # A. B. C. is an enumeration
    return [] if letters & {"B", "C"} and not play else labels


def _in_capitals(printed: str) -> bool:
    """Whether the name is in capitals: ``Mr. BYRD of West Virginia``, ``The ACTING PRESIDENT pro tempore``."""
    if printed[-1].islower() and not any(words in printed for words in _GOES_ON):
        return False
    last = _AFTER.split(printed, maxsplit=1)[0].split()[-1]
    return len(last) > 1 and last.isupper()


def _plain_dots(search: Search) -> list[Label]:
    """``Senator Gore. Would you yield?``: in small letters, for who must be a person or is one of the document's.

    A sentence, a heading and the entry of a list look the same, so the same few must speak again and again.
    """
    text = search.text
    if is_play(text):
        return []  # `dots` has them
    labels: list[tuple[Label, Nature]] = []
    for label in search.dotted():
        if label.bare or text[label.separator.start] != ".":
            continue
        kind = nature(plain(text[label.called.start : label.called.end]))
        if kind.strong or kind in PAIR or kind is Nature.NAME:
            labels.append((label, kind))
    if not _again([label for label, _ in labels]):
        return []
    kept = [label for label, kind in labels if kind is not Nature.NAME or search.cast.knows(label)]
    return kept if _again(kept) else []


def _again(labels: list[Label]) -> bool:
    """Whether several come, and some of them again and again."""
    if len(labels) < _LEAST * 2:
        return False
    count = Counter(label.key for label in labels)
    return len(count) > 1 and len(labels) - len(count) >= max(2, len(labels) * _AGAIN)


_AGAIN = 0.2  # share of the labels that repeat an earlier one


def _bare(search: Search) -> list[Label]:
    """``Q Where were you?``, ``A At home.``, without a point: interrogations and depositions."""
    text = search.text
    labels = [label for n, leaf in search.paragraphs if (label := bare_label(text, leaf.span, n))]
    if len(labels) < _LEAST * 2:
        return []
    count = Counter(label.key for label in labels)
    if len(count) < len(PAIR) or min(count.values()) < _LEAST:
        return []
    asked = [_asks(text, label) for label in labels if label.key == "q"]
    return labels if sum(asked) > len(asked) / 2 else []  # `Q Branch supplied the radios.`


def _asks(text: str, label: Label) -> bool:
    end = text.find("\n\n", label.whole.end)
    return text.find("?", label.whole.end, end if end >= 0 else len(text)) >= 0


def _lines(search: Search) -> list[Label]:
    """A name in capitals on its own line."""
    labels: list[Label] = []
    leaves = search.leaves
    for n, leaf in search.paragraphs:
        label = line_label(search.text, leaf.span, n)
        if label and (not label.bare or (n + 1 < len(leaves) and leaves[n + 1].kind in _FOLLOWED)):
            labels.append(label)
    return labels


# in order of what they prove; of two that a document bears out, the one with more labels is its style
STYLES: tuple[Callable[[Search], list[Label]], ...] = (
    colons,
    dots,
    _bare,
    _plain_dots,
    _lines,
)

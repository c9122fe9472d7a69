"""Interjections: a paragraph that is wholly ``(Ambassador Pan: …)``, a parenthesis in a paragraph that holds
a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei.annotate.turns.evidence import Speakers
from tei.annotate.turns.extent import Opening, Place
from tei.annotate.turns.label import Label, Nature, colon_label, nature, plain
from tei.annotate.turns.who import Cast, pointer
from tei.model import Mark
from tei.text import Span

__all__ = ["RULE", "asides", "interjections"]

RULE = "turns"
_REACH = 6  # paragraphs that one interjection may have
_LEAD = (
    r"(?:(?:[Ii]nterjection|[Ii]nterruption|[Rr]emark|[Cc]omment|[Qq]uestion|Zwischenruf)"
    r"\s(?:by|from|of|von)\s)"
)
_ASIDE = re.compile(rf"\((?P<lead>{_LEAD})?(?=[^\W\d_\[])[^():\n]{{1,60}}?:\s")
_PAREN = re.compile(r"[()]")
# a second speaker in the same parenthesis: a sentence's end, a capital, a colon
_NEXT = re.compile(r"[.!?…][\"”’\])]?\s+(?=[A-Z][^():.!?\n]{1,45}:\s)")


def interjections(text: str, where: Place, speakers: Speakers, cast: Cast) -> dict[int, Opening]:
    """The paragraphs that are interjections, by the number of their (first) leaf."""
    found: dict[int, Opening] = {}
    past = -1
    for number, leaf in enumerate(where.leaves):
        start, end = leaf.span
        if number <= past or leaf.kind != "p" or number in where.nested or text[start] != "(":
            continue
        label = _label(text, Span(start + 1, end), number, speakers, cast)
        if label is None:
            continue
        last = _closing(text, where, number)
        if last is None:
            continue
        past = last
        found[number] = Opening(_who(label, text, cast), label, last=last)
    return found


def _label(text: str, span: Span, number: int, speakers: Speakers, cast: Cast) -> Label | None:
    label = colon_label(text, span, number)
    if label is None or label.bare:
        return None
    kind = nature(plain(text[label.called.start : label.called.end]))
    if kind is Nature.NONE:
        return None
    return label if kind.strong or speakers.known(label.key) or cast.knows(label) else None


def _who(label: Label, text: str, cast: Cast) -> str:
    return cast.who(label, nature(plain(text[label.called.start : label.called.end])))


def _closing(text: str, where: Place, number: int) -> int | None:
    """The leaf whose last character closes the parenthesis that leaf ``number`` opens."""
    start = where.leaves[number].span.start
    open_ = 0
    for at in range(number, min(number + _REACH, len(where.leaves))):
        leaf = where.leaves[at]
        if leaf.kind not in ("p", "pb") or where.division[at] != where.division[number] or at in where.nested:
            return None
        from_ = max(start, leaf.span.start)
        open_ += text.count("(", from_, leaf.span.end) - text.count(")", from_, leaf.span.end)
        if leaf.kind == "p" and open_ <= 0:
            return (
                at if open_ == 0 and text[leaf.span.end - 1] == ")" and not _early(text, start, leaf.span.end) else None
            )
    return None


def _early(text: str, start: int, end: int) -> bool:
    """Whether the first parenthesis closes before the end: ``(Confidential) To the Free World (in part)``."""
    depth = 0
    for match in _PAREN.finditer(text, start, end):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return match.end() < end
    return False


def asides(text: str, where: Place, speakers: Speakers, cast: Cast, taken: dict[int, Opening]) -> Iterator[Mark]:
    """``(Interjection by Kuchma: We also …)`` in a paragraph, each speaker in it one ``said``."""
    for number, leaf in enumerate(where.leaves):
        if leaf.kind not in ("p", "item") or number in taken or text.find("(", leaf.span.start, leaf.span.end) < 0:
            continue
        at = leaf.span.start
        while found := _ASIDE.search(text, at, leaf.span.end):
            at = found.end()
            start = found.end("lead") if found["lead"] else found.start() + 1
            label = _label(text, Span(start, leaf.span.end), number, speakers, cast)
            if label is None:
                continue
            close = _partner(text, found.start(), leaf.span.end)
            if close < 0:
                break
            yield from _aside(text, found.start() + 1, label, close, speakers, cast)
            at = close


def _partner(text: str, start: int, end: int) -> int:
    """The parenthesis that closes the one at ``start``, within a bounded reach; -1 where there is none."""
    depth = 0
    limit = min(end, start + 4000)
    for match in _PAREN.finditer(text, start, limit):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return match.start()
    return -1


def _aside(text: str, start: int, first: Label, close: int, speakers: Speakers, cast: Cast) -> Iterator[Mark]:
    cuts = [(start, first)]
    at = first.whole.end
    while following := _NEXT.search(text, at, close):
        label = _label(text, Span(following.end(), close), first.block, speakers, cast)
        at = following.end()
        if label:
            cuts.append((following.end(), label))
            at = label.whole.end
    ends = [begin for begin, _ in cuts[1:]] + [close]
    for (begin, label), end in zip(cuts, ends, strict=True):
        while end > begin and text[end - 1].isspace():
            end -= 1
        who = _who(label, text, cast)
        attrs = {"who": pointer(who)} if who else {}
        yield Mark("said", Span(begin, end), {**attrs, "direct": "true", "ana": "#interjection"}, by=RULE)

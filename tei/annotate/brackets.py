"""Square brackets: each becomes one editorial element, a page break, a note marker, or is provably plain.

Brackets are matched within a block. What a bracket says by its own words is a row of ``bracket_kinds``;
what its place must decide (``[but]``, ``[Leonid] Brezhnev``, ``you [the Chinese]``, ``N[asser]``),
``insertion`` decides.

>>> from tei.text import Source
>>> text = "if they do not go and prolong [this war]"
>>> document = Document(Source(text), blocks=[Mark("p", Span(0, len(text)))])
>>> [(m.kind, dict(m.attrs)) for m in brackets(document) if isinstance(m, Mark)]
[('supplied', {'reason': 'subaudible'})]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from tei.annotate.bracket_kinds import CLOSED, LONGEST, PLAIN, classify
from tei.annotate.earlier import Earlier
from tei.annotate.insertion import RULE, bracket_mark, insertion, sic
from tei.annotate.leaf import Leaves
from tei.annotate.stage import direction, is_play
from tei.annotate.wordlist import word_set
from tei.diagnostic import Diagnostic
from tei.model import Document, Mark
from tei.text import Span

__all__ = ["brackets"]

_BRACKET = re.compile(r"[\[\]]")
_DEPTH = 6  # nobody nests brackets deeper by intention
_NAMES = ("persName", "placeName", "orgName", "rs", "date")

# where a typed "1" in brackets is the word I: what comes before or after it
_BEFORE_I = word_set(
    """
    and but that as if when while because so or since than which what whom until before after though
    although then
    """
)
_AFTER_I = word_set(
    """
    am was have had do did will would shall should can could may might must think thought believe
    believed know knew hope hoped wish wished want wanted feel felt see saw say said asked told tell
    add added agree agreed replied answered suggest suggested understand understood regret suppose
    assume assured noted mentioned remarked pointed explained myself
    """
)
_SLIPS = frozenset(
    {"sic", "so ", "thu", "rec", "rea", "cor", "sho", "lie", "ric"}
)  # "sic", "thus in original", "recte: lose"
_ONE = frozenset({"1", "l", "|"})
_SEEN = frozenset({"vocal", "kinesic", "incident"})  # which are stage directions in a play


def brackets(document: Document) -> Iterator[Mark | Diagnostic]:
    """The marks for all brackets of a document; reads the names, places and dates marked before.

    ``[[two]]`` are one, its notation two characters on each side.
    """
    text = document.source.text
    if "[" not in text and "]" not in text:
        return
    leaves = Leaves(document)
    pairs, unmatched = _pairs(text, leaves, document.marks)
    yield from unmatched
    if "[[" not in text:
        yield from _single(document, leaves, pairs)
        return
    spans = {span for span, _ in pairs}
    outer = {span for span in spans if _twice(span, spans)}
    for found in _single(document, leaves, [pair for pair in pairs if pair[0] not in outer]):
        wide = Span(found.span.start - 1, found.span.end + 1) if isinstance(found, Mark) else None
        if isinstance(found, Mark) and wide in outer and found.kind != "ex":
            first, last = found.syntax[0], found.syntax[-1]
            sides = (
                (Span(first.start - 1, first.end), Span(last.start, last.end + 1)) if len(found.syntax) > 1 else (wide,)
            )
            yield found._replace(span=wide, syntax=sides)
        else:
            yield found


def _twice(span: Span, spans: Collection[Span]) -> bool:
    """Whether a bracket holds another and nothing else, and that no third."""
    start, end = span
    around = start > 0 and Span(start - 1, end + 1) in spans
    return not around and Span(start + 1, end - 1) in spans and Span(start + 2, end - 2) not in spans


def _single(document: Document, leaves: Leaves, pairs: list[tuple[Span, Span]]) -> Iterator[Mark | Diagnostic]:
    """The marks for matched brackets."""
    text = document.source.text
    play = is_play(text)
    notes = {b.attrs.get("n", ""): b.span for b in reversed(leaves.blocks) if b.kind == "note"}
    reported = {d.span for d in document.diagnostics if d.code == "note-unanswered"}
    earlier: Earlier | None = None
    open_: list[int] = []
    closed = -1
    for span, block in pairs:
        start, end = span
        if end <= closed:
            continue  # in the description of a gap: plain characters
        while open_ and open_[-1] <= start:
            open_.pop()
        open_.append(end)
        if len(open_) > _DEPTH:
            if len(open_) == _DEPTH + 1:
                yield Diagnostic.of(
                    "bracket-unclear", "brackets nest too deep here, so the inner ones were left plain", span
                )
            continue
        words = text[start + 1 : min(end - 1, start + 1 + LONGEST)]
        if words.isdecimal() or words in _ONE:
            answer = notes.get(words)
            if answer is not None and start < answer.start:
                yield Mark("noteref", span, {"n": words}, (span,), RULE)
                closed = end
                continue
            if earlier is None:
                earlier = Earlier(document.marks, _NAMES)
            yield from _number(text, span, block, words, earlier, span in reported)
            continue
        words = words.strip()
        if words[:3].lower() in _SLIPS:
            slip = sic(text, span, block)
            if slip is not None:
                closed = end
                yield from slip
                continue
        found = classify(words)
        if (
            play
            and (found is None or found.kind in _SEEN)
            and _directs(words, text[max(start - 1, block.start) : start])
        ):
            yield bracket_mark("stage", span, direction(words))
            continue
        if found is None:
            if earlier is None:
                earlier = Earlier(document.marks, _NAMES)
            yield from insertion(text, span, block, earlier)
            continue
        if found.kind in CLOSED:
            closed = end
        if found.kind == PLAIN:
            continue
        if found.kind == "pb":
            yield Mark("pb", span, found.attrs, (span,), RULE)
        else:
            yield bracket_mark(found.kind, span, found.attrs)


def _directs(words: str, before: str) -> bool:
    """Whether a bracket in a play is a stage direction, and no word or letter that an editor supplied.

    >>> [_directs(*pair) for pair in (("Gives money.", " "), ("but", " "), ("hou", "t"), ("Sir", " "))]
    [True, False, False, False]
    """
    bare = words.strip("_ ")
    return not before.strip('(“" \n\t_') and bare[:1].isupper() and (" " in bare or bare[-1] == ".")


def _pairs(text: str, leaves: Leaves, marks: list[Mark]) -> tuple[list[tuple[Span, Span]], list[Diagnostic]]:
    """Matched brackets with the block around them, outer before inner; and what has no partner."""
    taken = {at for m in marks if m.kind == "pb" for at in _brackets(text, m.span)}
    pairs: list[tuple[Span, Span]] = []
    lone: list[tuple[int, bool, int]] = []
    found = sorted(at for bracket in "[]" for at in _each(text, bracket))
    for number, block in enumerate(leaves.blocks):
        if block.kind == "pb":
            continue
        span = block.span
        begin = block.syntax[0].end if block.kind == "note" and block.syntax else span.start
        first, last = bisect_left(found, begin), bisect_left(found, span.end)
        if first == last:
            continue
        stack: list[int] = []
        for at in found[first:last]:
            if at in taken:
                continue
            if text[at] == "[":
                stack.append(at)
            elif stack:
                pairs.append((Span(stack.pop(), at + 1), span))
            else:
                lone.append((at, False, number))
        lone.extend((at, True, number) for at in stack)
    pairs.sort()
    return pairs, _unmatched(sorted(lone))


def _each(text: str, bracket: str) -> Iterator[int]:
    at = text.find(bracket)
    while at >= 0:
        yield at
        at = text.find(bracket, at + 1)


def _brackets(text: str, span: Span) -> Iterator[int]:
    return (m.start() for m in _BRACKET.finditer(text, span.start, span.end))


def _unmatched(lone: list[tuple[int, bool, int]]) -> list[Diagnostic]:
    """One finding a bracket; where an opening one is answered in a later paragraph, it says so."""
    found: list[Diagnostic] = []
    waiting: list[int] = []
    for at, opens, _ in lone:
        if opens:
            waiting.append(at)
        elif waiting:
            found.append(
                Diagnostic.of(
                    "bracket-unmatched",
                    "this square bracket closes in another paragraph, so both were left as plain characters",
                    Span(waiting.pop(), at + 1),
                    hint="close it and open it again in each paragraph, if the bracket is an editor's",
                )
            )
        else:
            found.append(_alone(at, "opening"))
    found.extend(_alone(at, "closing") for at in waiting)
    return sorted(found, key=lambda d: d.span or Span(0, 0))


def _alone(at: int, missing: str) -> Diagnostic:
    return Diagnostic.of(
        "bracket-unmatched",
        f"this square bracket has no {missing} one and was left as a plain character",
        Span(at, at + 1),
        hint=f"add the {missing} bracket",
    )


def _number(
    text: str, span: Span, block: Span, words: str, earlier: Earlier, reported: bool
) -> Iterator[Mark | Diagnostic]:
    """A number in brackets that no note answers: a year, digits that were dropped, the word I, or plain."""
    start, end = span
    before = text[max(block.start, start - 24) : start]
    after = text[end : min(block.end, end + 24)]
    if before[-1:].isdecimal() or after[:1].isdecimal():
        yield bracket_mark("supplied", span, {"reason": "omitted"})
    elif len(words) == 4 and words[0] in "12":
        yield from insertion(text, span, block, earlier)
    elif words in _ONE and _fits_i(before, after):
        # as printed; the rule `misreading` proposes the word
        yield bracket_mark("supplied", span, {"reason": "subaudible"})
    elif before[-1:].isspace() and before.rstrip()[-1:].isdecimal():
        yield bracket_mark("supplied", span, {"reason": "explanation"})  # 3356 [3357]
    elif earlier.around(span) is None and not reported:
        yield Diagnostic.of(
            "bracket-unclear",
            f"no note answers “{text[start:end]}”, so it was left as plain characters",
            span,
        )


def _fits_i(before: str, after: str) -> bool:
    if not after[:1].isspace() or not (not before or before[-1].isspace()):
        return False
    follows = after.split(maxsplit=1)[:1]
    if not follows or not follows[0][0].islower():
        return False
    ahead = before.split()[-1:]
    word = follows[0].strip(".,;:").lower()
    return word in _AFTER_I or (bool(ahead) and ahead[0].lower() in _BEFORE_I)

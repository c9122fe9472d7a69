"""Places and bodies: by name where it is firm, by their place in a dateline, and with an editor's completion.

``[North] Korea`` is one place name, ``[North] Korean`` a reference to one. A name inside another name
(``Bank of China``, ``China Daily``, ``Ambassador Berlin``) is left alone: wrong markup costs more than none.

>>> from tei.text import Source
>>> text = "the Ambassador to [North] Korea flew to Moscow; the Bank of China and the United Nations"
>>> document = Document(Source(text), blocks=[Mark("p", Span(0, len(text)))])
>>> [(m.kind, text[m.span.start : m.span.end]) for m in places(document)]
[('placeName', '[North] Korea'), ('placeName', 'Moscow'), ('orgName', 'United Nations')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tei.annotate.capital import places_of
from tei.annotate.earlier import Earlier
from tei.annotate.gazetteer import ADJECTIVES, FIRST
from tei.annotate.leaf import Leaves
from tei.annotate.wordlist import word_set
from tei.model import Document, Mark
from tei.text import Span

__all__ = ["places"]

RULE = "places"

_COMPLETION = r"\[(?:North|South|East|West|Northern|Southern|Eastern|Western|Communist|Nationalist|Red)\]"
_COMPLETED, _COMPLETES = re.compile(rf"{_COMPLETION} ?\Z"), re.compile(rf"{_COMPLETION} ")
_ENDS = (".", "'s", "’s", ":", ",", ";", ")", "]", "”", '"')
_KNOWN = ADJECTIVES.union(FIRST)
_WORD = re.compile(r"[^\W\d_]+")
_ATTACHED = re.compile(r"-[^\W\d_]|@|['’]s?\s[A-Z][a-z]+\s(?:Club|Pact|Declaration|Doctrine)\b")
_LOCATION = re.compile(r"(?:Location|Place)\s?:\s*", re.IGNORECASE)
# capitals that may stand before a place without being part of its name
_FREE = word_set(
    """
    In On At To From Of The For With By And But Or As Since Both Against Between Through Throughout
    Within When While If That Although Because Before After During Until Unlike Like Via Near Over
    Into Toward Towards Regarding Concerning On Is Was Does Did Has Had Will Would Should Can Could
    May Might Must Communist Nationalist Red Northern Southern Eastern Western Central Mainland
    Today Yesterday Then Now Thus So Also Even Only Re Yes No Not What Why How Where Whether Embassy
    Embtel Deptel Station Legation Consulate Mr Ambassador
    """
)
# what makes the place part of another name when "of" stands between
_HEADS = word_set(
    """
    Bank University Institute Academy College School Church Party Museum Library Treaty Pact Peace
    Congress Conference Battle Voice Radio Duke Bishop Archbishop Earl Lord Prince King Queen
    Society Association Federation Communist Front Star Statement
    """
)
_DATELINE = re.compile(r"[ \t\[]{0,3}(?P<name>[^\W\d_][^\d:;()\n]{1,58}?)[\s,\]]{1,6}\Z")
_BEFORE = re.compile(r"(?:Held|Done|Given|Signed)\s(?:in|at)\s")
_AFTER = re.compile(
    r"(?:(?:,\s?|\s)(?:on|den|le|dnia|il)|,?\s?(?:on\s)?\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)+\Z", re.IGNORECASE
)
_SENT = frozenset({"received", "recd", "sent", "dated", "reçu", "eingegangen"})  # stand before a day, and are no place
_SMALL = word_set(
    """
    de la le les del des di da du of the on in am an der den upon and es
    """
)


def places(document: Document) -> Iterator[Mark]:
    """The place and organisation names of a document; reads the names and dates that earlier rules marked."""
    text = document.source.text
    leaves = Leaves(document)
    names = Earlier(document.marks, ("persName", "date"))
    taken: set[int] = set()
    for mark in _datelines(text, leaves, names):
        taken.update(range(mark.span.start, mark.span.end))
        yield mark
    end = 0
    for start, word in places_of(_KNOWN if _COMPLETES.search(text) else FIRST.keys(), text):
        rows = FIRST.get(word)
        if rows is None or (word in ADJECTIVES and text.endswith("] ", 0, start)):
            if text.endswith("] ", 0, start):
                yield from _adjective(text, Span(start, start + len(word)), leaves)
            continue
        if start < end or start in taken:
            continue
        for name, kind in rows:
            if name != word and not text.startswith(name, start):
                continue
            stop = start + len(name)
            if name == word or not text[stop : stop + 1].isalnum():
                found = _firm(text, start, stop, kind, names)
                if found is not None and leaves.holding(found) is not None:
                    end = stop
                    yield Mark(kind, found, by=RULE)
                break


def _firm(text: str, start: int, stop: int, kind: str, names: Earlier) -> Span | None:
    """The span with an editor's completion, or nothing where the name is part of another."""
    after = text[stop : stop + 1]
    if after == " " and text[stop + 1 : stop + 2].isupper():
        follows = _WORD.match(text, stop + 1)
        if follows and follows[0] not in _FREE and names.starting(stop + 1) is None:
            return None
    elif after and after in "-'’@" and _ATTACHED.match(text, stop):
        return None
    span = Span(start, stop)
    previous = text[start - 1 : start]
    if previous == " ":
        if kind == "placeName" and text[start - 2 : start - 1] == "]":
            completed = _COMPLETED.search(text, max(0, start - 16), start)
            if completed:
                span = Span(completed.start(), stop)
        elif not _leaves(text, start, kind):
            return None
    elif previous.isalnum() or (previous and previous in "-@/_.'’&"):
        return None
    return span if names.touching(Span(start, stop) if span.start != start else span) is None else None


def _leaves(text: str, start: int, kind: str) -> bool:
    """Whether the word before a name, and a blank, leaves it a name of its own."""
    before = text[start - 24 if start > 24 else 0 : start].rsplit(None, 1)
    word = before[-1] if before else ""  # columns stand further apart
    if word in ("of", "the"):
        return not _heads(text, start)
    if kind == "orgName" or not word[:1].isupper():
        return True
    return word.endswith(_ENDS) or word in _FREE


def _heads(text: str, start: int) -> bool:
    """Whether ``Bank of`` or ``Voice of the`` stands before."""
    words = text[max(0, start - 40) : start].split()
    if words[-1] == "the":
        words.pop()
    return len(words) > 1 and words[-1] == "of" and words[-2].strip('[(“"') in _HEADS


def _adjective(text: str, span: Span, leaves: Leaves) -> Iterator[Mark]:
    completed = _COMPLETED.search(text, max(0, span.start - 16), span.start)
    if completed:
        found = Span(completed.start(), span.end)
        if leaves.holding(found) is not None:
            yield Mark("rs", found, {"type": "place"}, (), RULE)


def _datelines(text: str, leaves: Leaves, names: Earlier) -> Iterator[Mark]:
    """``Washington, September 2, 1968`` and ``Location: Chinese Embassy``."""
    for block in leaves.blocks:
        if block.kind != "dateline":
            continue
        start, end = block.span
        label = _LOCATION.match(text, start, end)
        if label:
            if (
                label.end() < end
                and "\n" not in text[label.end() : end]
                and names.touching(Span(label.end(), end)) is None
            ):
                yield Mark("placeName", Span(label.end(), end), {}, (), RULE)
            continue
        dated = names.inside(block.span)
        if dated is None or dated.kind != "date":
            continue
        match = _DATELINE.fullmatch(text, start, dated.span.start)
        if match and all(w[0].isupper() or w.lower() in _SMALL for w in re.findall(r"\w+", match["name"])):
            span = Span(*match.span("name"))
            named = text[span.start : span.end].rstrip(" ,]")
            before, after = _BEFORE.match(named), _AFTER.search(named)
            stop = span.start + (after.start() if after else len(named))
            span = Span(span.start + (before.end() if before else 0), span.end)
            if named.split(" ", 1)[0].lower() in _SENT:
                continue
            if span.start < stop and "[" not in text[span.start : stop] and "]" not in text[span.start : stop]:
                yield Mark("placeName", Span(span.start, stop), {}, (), RULE)

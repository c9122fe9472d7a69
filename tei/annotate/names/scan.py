"""Where names are looked for, and the candidates found there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tei.annotate.names.candidate import Candidate
from tei.annotate.names.context import appointed
from tei.annotate.names.kind import KIND, KNOWN, NEVER
from tei.annotate.names.reading import candidates, pair
from tei.annotate.names.token import RUN, tokens
from tei.model import Document

__all__ = ["ROW", "Region", "regions", "scan"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONTAINERS = frozenset(("list", "opener", "closer", "div"))
_SILENT = frozenset(("pb", "ornament", "classification"))
_CRIED = _words(
    """
    mr mrs miss dr general gen colonel col admiral adm ambassador amb minister secretary president premier
    senator sen congressman governor gov
    """
)
# the words that are no name, as they are mostly printed: looked up before anything else is done
_NEVER = frozenset(word.capitalize() for word, kind in KIND.items() if kind & NEVER)
# with the runs met in which no name can be, as archives repeat themselves, until there are so many
_PLAIN = set(_NEVER)
_MOST_PLAIN, _LONGEST_PLAIN = 50_000, 80  # runs, characters of one
_OWNED = frozenset(("'s", "’s"))
# blocks that begin with a name
_NAMED_FIRST = frozenset(("listed", "signed"))
_PEOPLE_LISTS = frozenset(("participants", "from", "to"))
# fields of a catalogue that speak about the record's people
_EVIDENCE = ("title", "summary", "participants")
_LISTED = re.compile(r"[\s•*\-–—]*(?:\(?\d{1,3}[.)]\s+)?")
_SURNAME = re.compile(r"Ma?c[A-Z][a-z]{2}|O[’'][A-Z][a-z]{2}")  # `McGovern`, `O’Brien`: no word is written so
# shorter lines are lines of a list or an address, not of running text
_FULL_LINE = 45
# what stands between the names of a row
ROW = re.compile(r"(?:[’']s)?\s*(?:,|,?\s*and|,?\s*or|,?\s*&|/|–|—)\s*")


class Region(NamedTuple):
    """A stretch of text to look through. ``marked`` is false where names are only evidence."""

    start: int
    end: int
    kind: str
    marked: bool


def regions(document: Document) -> list[Region]:
    """The leaf blocks in source order, with the title and the summary of the catalogue."""
    lists = [m.span for m in document.blocks if m.kind == "list" and m.attrs.get("type") in _PEOPLE_LISTS]
    found = []
    at = 0
    for block in document.blocks:
        if block.kind in _CONTAINERS or block.kind in _SILENT:
            continue
        start, end = block.span
        kind = block.kind
        while at < len(lists) and lists[at].end <= start:
            at += 1
        if kind == "item":
            kind = "listed" if at < len(lists) and lists[at].start <= start else "item"
        elif kind == "note" and block.syntax:
            start = block.syntax[0].end
        found.append(Region(start, end, kind, True))
    for field in document.fields:
        if field.header and field.name in _EVIDENCE:
            found += [Region(part.start, part.end, "head", False) for part in field.parts]
    found.sort()
    return found


def _wrapped(text: str, at: int, to: int, start: int) -> int:
    """Where a run ends that goes on in the next line: only after a line that is full it does."""
    line = text.rfind("\n", start, at) + 1 or start
    cut = text.find("\n", at, to)
    while cut >= 0:
        if cut - line < _FULL_LINE:
            return cut
        line, cut = cut + 1, text.find("\n", cut + 1, to)
    return to


def _cried(made: Candidate) -> bool:
    """In a text all in capitals only a title and one word after it show a person: `GENERAL FAZELI`."""
    return made.single and made.title.rpartition(" ")[2] in _CRIED


def scan(text: str, places: list[Region]) -> Iterator[Candidate]:
    """The candidates of all the regions, in source order."""
    kinds, find, plain = KIND, RUN.finditer, _PLAIN
    if len(plain) > _MOST_PLAIN:
        plain.intersection_update(_NEVER)
    for number, (start, end, kind, _) in enumerate(places):
        first = True
        plural: Candidate | None = None
        head = start
        if kind in _NAMED_FIRST:
            skipped = _LISTED.match(text, start, end)
            head = skipped.end() if skipped else start
        for match in find(text, start, end):
            words = match[0]
            if words in plain:
                continue
            at, to = match.span()
            owns = False
            single = words.isalnum()
            if not single and words[-2:] in _OWNED:
                owns, words = True, words[:-2]
                single = words.isalnum()
            if single:
                known = kinds.get(words.lower(), 0)
                if known & NEVER or len(words) == 1:
                    plain.add(match[0])
                    continue
                made = Candidate(at, to - 2 if owns else to, (words,))
                made.known = known & KNOWN != 0 or (words[0] in "MO" and _SURNAME.match(words) is not None)
                made.owns = owns
                made.region = number
                if plural is None and not (first and head == at and kind in _NAMED_FIRST):
                    first = False
                    yield made
                    continue
                few: tuple[Candidate | None, ...] = (made,)
            else:
                for word in words.lower().split():
                    if not kinds.get(word, 0) & NEVER:
                        break
                else:
                    if to - at < _LONGEST_PLAIN:
                        plain.add(match[0])
                    continue
                # what such a run is depends on what stands around it
                bound = "M." in words
                if "\n" in words:
                    to, bound = _wrapped(text, at, to, start), True
                two = pair(text, at, words, owns=owns) if words.count(" ") == 1 else None
                if at > start and text[at - 1] == "[":
                    at, bound = at - 1, True
                few = (two,) if two is not None else tuple(candidates(text, tokens(text, at, to)))
                if not few:
                    if not bound and to - at < _LONGEST_PLAIN:
                        plain.add(match[0])
                    continue
                if len(words) > 11 and words.isupper() and text[start : start + 200].isupper():
                    few = tuple(made for made in few if made is not None and _cried(made))
            for made in filter(None, few):
                made.region = number
                if made.end > end:
                    continue
                if not made.firm:
                    if made.after_body:
                        made.title = appointed(text, made.start)
                        made.firm = bool(made.title)
                    elif plural is not None and ROW.fullmatch(text, plural.end, made.start):
                        made.title, made.firm = plural.title, True
                    elif first and head == made.start and kind in _NAMED_FIRST:
                        made.firm = len(made.words) > 1 or kind == "signed"
                if made.plural or (plural is not None and made.title == plural.title and made.head < 0):
                    plural = made
                elif made.title:
                    plural = None
                first = False
                yield made

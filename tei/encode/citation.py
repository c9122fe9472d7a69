"""An archive's citation taken apart: title, date, where the original is kept, pages, contributors, address.

Only what is firm is taken; the whole citation stays in the document as printed, and the words that fit
nowhere are reported (``citation-unparsed``), so that an editor can place them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tei.encode.credit import Contribution, contributions
from tei.encode.holding import DIGITAL, NOWHERE, Holding, parse_holding
from tei.encode.plain import word_set
from tei.encode.when import read_day

__all__ = ["Citation", "parse_citation"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts of a citation, as printed.

    ``when`` is the date in ISO form, ``unparsed`` the ranges of characters that fit nowhere.
    """

    title: str = ""
    date: str = ""
    when: str = ""
    holding: Holding = NOWHERE
    contributions: tuple[Contribution, ...] = ()
    urls: tuple[str, ...] = ()
    unparsed: tuple[tuple[int, int], ...] = ()


_URL = re.compile(
    r"(?:(?:Available|Accessed|Online)(?:\sonline)?(?:\sat|\sfrom)?:?\s|URL:?\s)?"
    r"(https?://[^\s<>\"”“«»]{1,2000})",
    re.IGNORECASE,
)
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’", "”": "”"}
_SENTENCE = re.compile(r"\.\s{1,20}(?=[^\W\d_a-z])")
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\Z")
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}\Z")
# abbreviations that a full stop follows within a shelf mark
_SHORT = word_set(
    "acc adm arch asst bd bl box col dep dept dir dok doc dr ed eds ff fol fols gen gov inv kart kt ll lt ltd"
    " mr mrs ms nat no nos op pp per pt reg rep rev sec sen ser sgn sp spr st str sygn univ vol vols zesp"
)
_COMMA = re.compile(r",\s*")
_WORD = re.compile(r"\w")
_NOISE = re.compile(r"(?:[\s,.;:()\[\]\"“”„«»]|\band\b)+", re.IGNORECASE)


@lru_cache(maxsize=8)
def parse_citation(text: str) -> Citation:
    """Takes a citation apart; offsets count in ``text``.

    >>> c = parse_citation('"Talk," March 3, 1953, Wilson Center Digital Archive, MOL, f. 5, l. 7')
    >>> c.title, c.when, c.holding.repository, c.holding.call_number, c.holding.locus.first
    ('Talk', '1953-03-03', 'MOL', 'f. 5', '7')
    """
    urls, taken = _addresses(text)
    masked = _mask(text, taken)
    at, title = _title(masked)
    day, form = "", ""
    read = read_day(masked, at)
    if read is None and not title:
        at, title, read = _title_before_date(masked)
    if read is not None:
        form, end = read
        day, at = masked[at:end], end
    if at:
        taken.append((0, at))
    credits = tuple(contributions(masked, at))
    taken.extend((c.start, c.end) for c in credits)
    limit = min([c.start for c in credits[:1]] + [start for start, _ in taken if start > at] + [len(text)])
    start = at + len(masked[at:limit]) - len(masked[at:limit].lstrip(" \t\n,.;:"))
    digital = DIGITAL.search(masked, start, limit)
    if digital:
        comma = masked.rfind(", ", start, digital.start())
        start = start if comma < 0 else comma + 2
    end = _sentence_end(masked, start, limit)
    holding = parse_holding(masked[start:end])
    if holding != NOWHERE:
        taken.append((start, end))
        if holding.rest and (left := masked.find(holding.rest, start, end)) >= 0:
            taken[-1:] = [(start, left), (left + len(holding.rest), end)]
    return Citation(title, day, form, holding, credits, urls, tuple(_rest(text, taken)))


def _addresses(text: str) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """The URLs of a citation, and the ranges that they and their introduction take."""
    urls = []
    taken = []
    for match in _URL.finditer(text):
        end = match.start(1) + len(match[1].rstrip(".,;:)]'’"))
        urls.append(text[match.start(1) : end])
        taken.append((match.start(), end))
    return tuple(urls), taken


def _mask(text: str, ranges: list[tuple[int, int]]) -> str:
    """The text with line ends in place of the ranges: an address ends whatever stands before it."""
    pieces = []
    at = 0
    for start, end in ranges:
        pieces += [text[at:start], "\n" * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


def _title(text: str) -> tuple[int, str]:
    """The quoted title at the head, and where what follows it begins; (0, "") where there is none."""
    lead = len(text) - len(text.lstrip())
    close = _QUOTES.get(text[lead : lead + 1])
    if close is None:
        return 0, ""
    first: tuple[int, int] | None = None
    for match in re.finditer(rf"[,.]?[{close}][,.]?(?=\s|\Z)", text[: lead + 3_000]):
        if match.start() <= lead:
            continue
        after = match.end() + len(text[match.end() :][:20]) - len(text[match.end() :][:20].lstrip())
        # quotation marks inside the title: the one before a date closes it
        if read_day(text, after):
            first = (match.start(), after)
            break
        if first is None and "," in match[0]:
            first = (match.start(), after)
    if first is None:
        return 0, ""
    return first[1], " ".join(text[lead + 1 : first[0]].split())


def _title_before_date(text: str) -> tuple[int, str, tuple[str, int] | None]:
    """A title without quotation marks: what stands before a date that a digital archive's name follows."""
    at = len(text) - len(text.lstrip())
    start = at
    for number, comma in enumerate(_COMMA.finditer(text, at, at + 1_000)):
        read = read_day(text, comma.end())
        words = text[start : comma.start()]
        if number > 8 or DIGITAL.search(words.rsplit(",", 1)[-1]):
            break
        if read is None:
            continue
        following = text[read[1] :].lstrip(", ").split(",", 1)[0]
        if DIGITAL.search(following):
            return comma.end(), " ".join(words.split()), read
        break
    return 0, "", None


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Where the sentence that begins at ``start`` ends, its full stop left out; abbreviations end none."""
    for match in _SENTENCE.finditer(text, start, limit):
        word = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
        if word is None or (len(word[0]) > 1 and word[0].lower() not in _SHORT):
            return match.start()
    end = start + len(text[start:limit].rstrip(" \t\n.;,"))
    # the full stop of `D.C.` belongs to it
    abbreviated = _ABBREVIATED.search(text, max(start, end - 4), end)
    return end + 1 if abbreviated and text.startswith(".", end) else end


def _rest(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges outside ``taken`` that hold words."""
    at = 0
    for start, end in [*sorted(taken), (len(text), len(text))]:
        if at < start:
            words = text[at:start]
            lead = _NOISE.match(words)
            first = lead.end() if lead else 0
            last = len(words.rstrip(" \t\n,;:"))
            if last > first and _WORD.search(words, first, last):
                yield at + first, at + last
        at = max(at, end)

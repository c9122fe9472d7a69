"""A candidate made of titles and a name, and whether its own words are enough to show a person.

They are with a title, a given name, an initial, an editor's completion, or a Chinese, Korean or
Vietnamese full name.
"""

from __future__ import annotations

import re

from tei.annotate.names.candidate import HONORIFICS, Candidate
from tei.annotate.names.context import opens_sentence
from tei.annotate.names.kind import (
    ADDRESS,
    COMMON,
    FAMILY,
    GIVEN,
    KNOWN,
    NO_NAME,
    PARTICLE,
    PLACE,
    PLURAL,
    SHORT,
    SURNAME_TOO,
)
from tei.annotate.names.title import DESCRIBING
from tei.annotate.names.token import Token
from tei.annotate.names.word import DOES

__all__ = ["is_acronym", "make"]

_DAY = re.compile(r",?\s\d")
_ROMAN = frozenset(("II", "III", "IV"))
# Russian letters that take two: `Yu. V. Andropov`
_TWO_LETTERS = frozenset(("Yu", "Ya", "Ye", "Kh", "Zh", "Ts"))
# of a parliament, `Hon.` before them
_OF_THE_HOUSE = frozenset(("member", "members", "gentleman", "gentlemen", "lady", "ladies", "friend", "friends"))
# initials of states and bodies, not of people
_NO_INITIALS = frozenset(["US", "UN", "UK", "USSR", "UAR", "DC", "USA", "EEC", "NATO", "PM", "AM", "GMT"])


def is_acronym(word: str) -> bool:
    """Whether a word is a short one in capitals: `NATO`."""
    return 1 < len(word) < 6 and word.isupper()


def make(text: str, run: list[Token], at: int, first: int, last: int, opened: int) -> Candidate | None:
    """The candidate of the titles from ``at`` and the name from ``first`` to before ``last``."""
    name = run[first:last]
    words = tuple([t.plain for t in name if t.plain])
    bare = [t for t in name if not t.kind & PARTICLE]
    if len(bare) > 1 and first == at and _letter(text, bare):
        return make(text, run, first + 1, first + 1, last, opened)
    if opened == first + 1 and is_acronym(bare[0].plain) and "." not in text[bare[0].start : bare[0].end]:
        words = words[1:]  # `CMC [Clifford]`
    start = run[at].start
    end = run[last - 1].end
    if run[at].opens:
        close = next((n for n in range(at, last) if run[n].closes), -1)
        if 0 <= close < last - 1:
            start -= 1
    elif first > at and run[first].opens and run[last - 1].closes:
        end += 1
    if opened >= 0 and run[last - 1].closes and run[opened].opens:
        end += 1
    titles = [t.plain.lower() for t in run[at:first]]
    if titles[-1:] == ["hon"] and words[:1] and words[0].lower() in _OF_THE_HOUSE:
        return None
    title = " ".join(titles)
    titled = first > at
    if titled and not run[at].opens and not DESCRIBING.isdisjoint(titles[:-1]):
        # `Assistant Secretary Smith`: an office that describes, not what the person is called
        titled, start = False, run[first].start - (run[first].opens and run[last - 1].end < end)
    elif titled and text.endswith("to the ", 0, start):
        titled, start = False, run[first].start  # `Assistant to the President` Dearborn
    if bare[-1].kind & COMMON and bare[-1].kind & SURNAME_TOO and _DAY.match(text, end):
        # `to the President May 13`, `President Pak May 13`
        return None if len(bare) == 1 else make(text, run, at, first, last - 1, opened)
    if titled and len(bare) == 1 and bare[0].plain.lower() in DOES:
        return None  # `THE PRESIDENT RESPONDED`
    if text.count("[", start, end) != text.count("]", start, end):
        # `Mr. [Rusk said]`: the bracket is about more than the name
        titled, start, end = False, run[first].start, run[last - 1].end
        if "[" in text[start:end] or "]" in text[start:end]:
            return None
    made = Candidate(start, end, words, title, run[first - 1].end if titled else -1)
    made.owns = run[last - 1].owns
    made.plural = bool(first > at and run[first - 1].kind & PLURAL)
    made.known = bool(bare[-1].kind & KNOWN)
    made.firm = (bool(title) and not _shouted(text, run[at], bare)) or _full(text, bare)
    if len(bare[0].plain) == 1 and all(len(t.plain) == 1 for t in bare):
        return None  # `Mr. X`, `Point A`, `R.C.`
    if bare[0].plain in _NO_INITIALS or (len(bare) == 1 and bare[0].plain in _ROMAN):
        return None
    return made


def _letter(text: str, name: list[Token]) -> bool:
    """`E. Rusk talked`: the letter of a list before a name; `J. Swing, Commissioner` is none."""
    first, second = name[:2]
    if len(first.plain) != 1 or text[first.end - 1] != "." or text.startswith(",", second.end):
        return False
    if second.kind & KNOWN and not text[second.end : second.end + 2].strip(" [\n"):
        return False  # nothing follows: a signature
    if len(name) > 2 and not second.kind & FAMILY:
        return False
    return text[second.start - 1].isspace() and opens_sentence(text, first.start)


def _shouted(text: str, title: Token, name: list[Token]) -> bool:
    """An abbreviation is no name (`Chief MAAG`), unless all is in capitals (`MR. RUSK`)."""
    return len(name) == 1 and is_acronym(name[0].plain) and not title.kind & ADDRESS and not title.plain.isupper()


def _full(text: str, name: list[Token]) -> bool:
    """Whether the words are a full name by themselves."""
    if len(name) < 2:
        return False
    first, last = name[0], name[-1]
    if last.plain in _ROMAN and len(name) > 2:
        last = name[-2]
    if len(last.plain) == 1:
        return False
    if last.plain.lower() in HONORIFICS:
        return True
    if first.plain == "U" and text[first.end] == " " and not any(t.kind & NO_NAME for t in name):
        return True  # `U Kyaw Nyein`
    if len(first.plain) <= 3 and text[first.end - 1] == "." and (first.plain.isupper() or first.plain in _TWO_LETTERS):
        numeral = len(name) == 2 and first.plain in "IVX"  # `Chapter X. Compilations`
        return not numeral and not last.kind & (PLACE | COMMON)
    if any(len(t.plain) == 1 and text[t.end - 1 : t.end] == "." for t in name[1:-1]):
        return True
    if first.kind & GIVEN:
        place = last.kind & GIVEN and first.kind & PLACE
        words = first.kind & SURNAME_TOO and last.kind & SURNAME_TOO
        return not place and not words
    if first.kind & FAMILY and len(name) <= 4 and all(len(t.plain) <= 10 for t in name):
        certain = not first.kind & SHORT or len(name) > 2 or "-" in name[1].plain
    else:
        certain = False
    return certain or (any(t.opens for t in name) and not any(t.kind & SURNAME_TOO for t in name) and _completed(name))


def _completed(name: list[Token]) -> bool:
    """An editor's bracket around a part of the name, not around all of it."""
    return not (name[0].opens and name[-1].closes and not any(t.closes for t in name[:-1]))

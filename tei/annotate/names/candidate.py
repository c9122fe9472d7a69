"""What a run of capitalised words can be: the candidates for names in it, each with what speaks for it.

A candidate is firm where its own words show a person: a title, a given name, an initial, an editor's completion, a
Chinese, Korean or Vietnamese full name. The others wait for what the document says about them (see ``context``).
"""

from __future__ import annotations

from collections.abc import Iterator

from tei.annotate.names.kind import (
    ADDRESS,
    COMMON,
    FAMILY,
    GIVEN,
    INSTITUTION,
    KIND,
    KNOWN,
    MODIFIER,
    NO_NAME,
    OFFICE,
    PARTICLE,
    PARTICLES,
    PLACE,
    PLACE_HEAD,
    PLURAL,
    RANK,
    SHORT,
    SURNAME_TOO,
    TITLE,
)
from tei.annotate.names.context import opens_sentence
from tei.annotate.names.institution import WITH_PERSON
from tei.annotate.names.title import DESCRIBING
from tei.annotate.names.token import Token
from tei.register import fold

__all__ = ["Candidate", "candidates"]

_SAINTS = ("st", "ste", "saint", "san", "santa")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ROMAN = frozenset("II III IV".split())
# initials of states and bodies, not of people
_NO_INITIALS = frozenset("US UN UK USSR UAR DC USA EEC NATO PM AM GMT".split())


class Candidate:
    """Words that may be a person's name. ``title`` is in lower case; ``words`` are printed, ``folded`` compared.

    ``start`` and ``end`` include the title and the brackets of a completion; ``head`` is where the title ends.
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
        self.firm = self.known = self.owns = self.plural = self.after_body = self.attribute = False
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
    first = KIND.get(folded[0], 0)
    eastern = first & FAMILY and len(words) > 2 and words[1][:1].isupper() and len(folded[1]) < 6
    kept = tuple(
        f for w, f in zip(words, folded, strict=True) if f and not (f in PARTICLES and (w[:1].islower() or not eastern))
    )
    if len(kept) > 2 and kept[-1] in _SUFFIXES:
        kept = kept[:-1]
    return kept or folded


def candidates(text: str, run: list[Token]) -> Iterator[Candidate]:
    """The candidates of one run, in order."""
    at, count = 0, len(run)
    previous: Candidate | None = None
    while at < count:
        begin = at
        title_end = _title(run, at)
        first = title_end if title_end > at else at
        address = any(run[n].kind & ADDRESS for n in range(at, first))
        if first >= count:
            # titles alone; the last may be the name: `Mr. King`, `Judge Pope`
            if first - at < 2 or not address or not run[first - 1].kind & SURNAME_TOO:
                return
            first -= 1
        if title_end == at and run[at].kind & PLACE_HEAD and not run[at].kind & GIVEN:
            at = _past_place(run, at)
            previous = None
            continue
        last, opened = _name(run, first, titled=first > at, address=address)
        if last == first:
            at = max(first, at + 1)
            previous = None
            continue
        made = _make(text, run, at, first, last, opened)
        at = last
        if made is None:
            previous = None
            continue
        after = run[last] if last < count and not run[last - 1].owns else None
        if after is not None and after.kind & INSTITUTION and not after.opens and not address:
            if after.plain.lower() not in WITH_PERSON:
                previous = None
                at = last + 1
                continue
            # `the Nixon Administration`: a person where the document has one of that name
            made.attribute = True
        if begin and not made.title and made.single and run[begin - 1].kind & (PLACE | INSTITUTION | OFFICE | MODIFIER) and previous is None:
            # one word after the words of a body: `Secretary of State Rusk`; after a place it is no person (`Viet Minh`)
            if run[begin - 1].kind & PLACE and not made.owns:
                previous = None
                continue
            made.after_body = True
            made.known = False
        if previous is not None and run[first].opens and run[last - 1].closes and len(made.words) >= 2 and not made.title:
            made.variant_of = previous
            made.firm = previous.firm
        yield made
        previous = made


def _title(run: list[Token], at: int) -> int:
    """Where the titles that begin at a word end; ``at`` itself where there are none."""
    end, position = at, at
    while position < len(run):
        token = run[position]
        kind = token.kind
        if not kind:
            head = token.plain.lower().partition("-")[0] if "-" in token.plain else ""
            if head not in ("president", "vice", "ambassador", "secretary", "attorney", "governor", "under", "minister", "premier"):
                break
            end = position + 1
        elif kind & TITLE and not token.owns:
            if kind & GIVEN:
                break
            end = position + 1
        elif not kind & MODIFIER or token.owns:
            break
        position += 1
    return end


def _past_place(run: list[Token], at: int) -> int:
    """Past the words that a place, a ship or a street takes: `Camp David`, `San Juan Capistrano`."""
    at += 1
    while at < len(run) and not run[at].kind & TITLE and not run[at].opens:
        at += 1
        if run[at - 1].owns:
            break
    return at


def _name(run: list[Token], first: int, *, titled: bool, address: bool) -> tuple[int, int]:
    """(end, bracket) of the words of a name: the number after its last word, and of the word where a bracket opens."""
    position, opened, named = first, -1, 0
    count = len(run)
    while position < count:
        token = run[position]
        kind = token.kind
        if token.opens and position > first:
            close = next((n for n in range(position, min(count, position + 5)) if run[n].closes), -1)
            if close < 0 or opened >= 0 or (named >= 2 and close + 1 - position >= 2) or (named >= 2 and close == position and run[first].plain == token.plain):
                break
            if any(run[n].kind & NO_NAME and not run[n].kind & (SURNAME_TOO | GIVEN) for n in range(position, close + 1)):
                break
            opened = position
        if kind & PARTICLE:
            position += 1
            continue
        if named >= 2 and kind & GIVEN and _begins_another(run, position):
            break
        if kind & NO_NAME and not _fits(run, position, first, named, titled=titled, address=address):
            break
        if not kind and not titled and not named and position + 1 < count and _acronym(token.plain) and not run[position + 1].opens:
            break  # `USIA Director`, `AP Moscow`
        if not named and not titled and kind & SURNAME_TOO and not kind & GIVEN and position + 1 < count and not token.owns:
            break  # `Long Island`, `Good Friday`
        named += 1
        position += 1
        if token.owns or (token.closes and opened < 0 and not run[first].opens):
            break
    while position > first and run[position - 1].kind & PARTICLE:
        position -= 1
    return position if named else first, opened


def _begins_another(run: list[Token], position: int) -> bool:
    """`W. Averell Harriman Walt W. Rostow`: a given name and an initial after a surname."""
    before = run[position - 1]
    return (
        len(before.plain) > 1
        and not before.kind & GIVEN
        and position + 2 < len(run)
        and len(run[position + 1].plain) == 1
    )


def _acronym(word: str) -> bool:
    return 1 < len(word) < 6 and word.isupper()


def _fits(run: list[Token], position: int, first: int, named: int, *, titled: bool, address: bool) -> bool:
    """Whether a word that is usually no name is one here: `Mr. Black`, `George Washington`, `Louis St. Laurent`."""
    token = run[position]
    kind = token.kind
    low = token.plain.lower()
    if low in _SAINTS:
        return (titled or named > 0) and position + 1 < len(run) and not run[position + 1].kind & NO_NAME
    if kind & (SURNAME_TOO | GIVEN) and not kind & (OFFICE | RANK | ADDRESS):
        if titled or (named and run[first].kind & GIVEN and not run[first].kind & COMMON):
            return True
        return bool(kind & GIVEN) and not kind & (PLACE | COMMON)
    if named and kind & SURNAME_TOO and run[first].kind & GIVEN and position + 1 == len(run):
        return True
    if kind & PLACE and named and run[first].kind & GIVEN and len(run[position - 1].plain) == 1:
        return True  # `George C. England`
    if address and not named and position == first:
        return bool(kind & SURNAME_TOO) or not kind & (OFFICE | RANK | ADDRESS | MODIFIER)
    if address and named and kind & PLACE and run[first].kind & GIVEN:
        return True
    return False


def _make(text: str, run: list[Token], at: int, first: int, last: int, opened: int) -> Candidate | None:
    """The candidate of the titles from ``at`` and the name from ``first`` to before ``last``."""
    name = [t for t in run[first:last]]
    words = tuple(t.plain for t in name if t.plain)
    bare = [t for t in name if not t.kind & PARTICLE]
    if len(bare) == 2 and first == at and _letter(text, bare):
        return _make(text, run, last - 1, last - 1, last, -1)
    if opened == first + 1 and _acronym(bare[0].plain) and "." not in text[bare[0].start : bare[0].end]:
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
    title = " ".join(t.plain.lower() for t in run[at:first])
    titled = first > at
    if titled and not run[at].opens and any(t.plain.lower() in DESCRIBING for t in run[at : first - 1]):
        # `Assistant Secretary Smith`: an office that describes, not what the person is called
        titled, start = False, run[first].start - (run[first].opens and run[last - 1].end < end)
    made = Candidate(start, end, words, title, run[first - 1].end if titled else -1)
    made.owns = run[last - 1].owns
    made.plural = bool(first > at and run[first - 1].kind & PLURAL)
    made.known = bool(bare[-1].kind & KNOWN)
    made.firm = bool(title) and not _shouted(text, run[at], bare) or _full(text, bare)
    if all(len(t.plain) == 1 for t in bare):
        return None  # `Mr. X`, `Point A`, `R.C.`
    if bare[0].plain in _NO_INITIALS or (len(bare) == 1 and bare[0].plain in _ROMAN):
        return None
    return made


def _letter(text: str, name: list[Token]) -> bool:
    """`E. Rusk talked`: the letter of a list before a name; `J. Swing, Commissioner` is none."""
    first, last = name
    if len(first.plain) != 1 or text[first.end - 1] != "." or text.startswith(",", last.end):
        return False
    return opens_sentence(text, first.start) and text[last.start - 1].isspace()


def _shouted(text: str, title: Token, name: list[Token]) -> bool:
    """An abbreviation is no name (`Chief MAAG`), unless all is in capitals (`MR. RUSK`)."""
    return len(name) == 1 and _acronym(name[0].plain) and not title.kind & ADDRESS and not title.plain.isupper()


def _full(text: str, name: list[Token]) -> bool:
    """Whether the words are a full name by themselves."""
    if len(name) < 2:
        return False
    first, last = name[0], name[-1]
    if last.plain in _ROMAN and len(name) > 2:
        last = name[-2]
    if len(last.plain) == 1:
        return False
    if len(first.plain) <= 3 and text[first.end - 1 : first.end] == "." and (first.plain.isupper()):
        return not last.kind & (PLACE | COMMON)
    if any(len(t.plain) == 1 and text[t.end - 1 : t.end] == "." for t in name[1:-1]):
        return True
    if first.kind & GIVEN:
        return not (last.kind & GIVEN and first.kind & PLACE) and not (first.kind & SURNAME_TOO and last.kind & SURNAME_TOO)
    if first.kind & FAMILY and len(name) <= 4:
        rest = name[1:]
        if all(len(t.plain) <= 10 for t in rest) and (not first.kind & SHORT or len(name) > 2 or "-" in rest[0].plain):
            return True
    return any(t.opens for t in name) and not any(t.kind & SURNAME_TOO for t in name) and _completed(name)


def _completed(name: list[Token]) -> bool:
    """An editor's bracket around a part of the name, not around all of it."""
    return not (name[0].opens and name[-1].closes and not any(t.closes for t in name[:-1]))

"""What a run of capitalised words can be: the candidates for names in it.

A run is read from the left: titles, then a name, then what makes something else of it (``Lenin Library``,
``Camp David``).
"""

from __future__ import annotations

from collections.abc import Iterator

from tei.annotate.names.candidate import Candidate
from tei.annotate.names.firmness import is_acronym, make
from tei.annotate.names.institution import WITH_PERSON
from tei.annotate.names.kind import (
    ADDRESS,
    COMMON,
    FAMILY,
    GIVEN,
    INSTITUTION,
    KIND,
    KNOWN,
    MODIFIER,
    NEVER,
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
    VIET,
)
from tei.annotate.names.title import DESCRIBING
from tei.annotate.names.token import Token

__all__ = ["candidates", "pair"]

_HOLDINGS = frozenset(("files", "file", "papers", "diary"))
# words that are parts of a name after the word before them
_TOGETHER = frozenset((("ne", "win"), ("nuri", "said"), ("ton", "that"), ("u", "may"), ("le", "may")))
_PORTUGUESE = frozenset(("da", "das", "do", "dos"))
_SON = frozenset(("bin", "ibn"))
_SAINTS = frozenset(("st", "ste", "saint", "san", "santa"))
# `President-elect`, `Vice-Chancellor`: the words that begin a title with a hyphen
_HYPHENED = frozenset(
    ["president", "vice", "ambassador", "secretary", "attorney", "governor", "under", "minister", "premier"]
)
# kinds of a word that leave it free to be a surname
_FREE = KNOWN | GIVEN | FAMILY | SHORT | VIET
# kinds of a title that is or may be something more
_ELSE = SURNAME_TOO | GIVEN | PLURAL | PLACE_HEAD | INSTITUTION
_OF_A_BODY = PLACE | INSTITUTION | OFFICE | MODIFIER
# words of one title: bounds the work on a text that is nothing but titles
_LONGEST = 8


def candidates(text: str, run: list[Token]) -> Iterator[Candidate | None]:
    """The candidates of one run, in order; None for words that may be a name where other words stand around the run."""
    at, count = 0, len(run)
    previous: Candidate | None = None
    while at < count:
        begin = at
        title_end = _title(run, at)
        first = title_end if title_end > at else at
        while at < title_end - 1 and run[at].kind & PLURAL and not run[at].kind & ADDRESS:
            at += 1  # `Council of Ministers Chairman Bulganin`
        address = False
        for n in range(at, first):
            address = address or run[n].kind & ADDRESS != 0
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
        made = make(text, run, at, first, last, opened)
        at = last
        if made is None:
            previous = None
            yield None
            continue
        after = run[last] if last < count and not run[last - 1].owns else None
        if after is not None and after.kind & INSTITUTION and not after.opens and not address:
            if after.plain.lower() not in WITH_PERSON:
                previous = None
                at = last + 1
                yield None
                continue
            # `the Nixon Administration`: a person where the document has one of that name
            made.attribute = after.plain.lower()
            if made.attribute in _HOLDINGS and made.single and text[made.start - 2 : made.start] in (", ", "; "):
                previous = None  # `Rostow Files`: a part of an archive
                yield None
                continue
        if begin and previous is None and made.single and not made.title and run[begin - 1].kind & _OF_A_BODY:
            # `Secretary of State Rusk`; after a place one word is no person (`Viet Minh`)
            if run[begin - 1].kind & PLACE and not made.owns:
                yield None
                continue
            made.after_body = True
            made.known = False
        bracketed = run[first].opens and run[last - 1].closes
        if previous is not None and bracketed and len(made.words) >= 2 and not made.title:
            made.variant_of = previous
            made.firm = previous.firm
        yield made
        previous = made


def pair(text: str, at: int, words: str, *, owns: bool) -> Candidate | None:
    """The candidate of the commonest runs of two words (`Secretary Rusk`, `When Brezhnev`); None for others.

    Says what :func:`candidates` says, at a fraction of the work.
    """
    first, _, second = words.partition(" ")
    kinds = KIND.get(second.lower(), 0)
    if kinds & ~_FREE or not second.isalnum() or is_acronym(second) or len(second) == 1:
        return None
    title = first[:-1] if first[-1] == "." else first
    low = title.lower()
    kind = KIND.get(low, 0)
    end = at + len(words)
    if not title.isalpha() or text[at - 1 : at] == "[" or text[end : end + 1] == "]":
        return None
    if not kind & ~(COMMON | NEVER) and kind and title is first:
        made = Candidate(end - len(second), end, (second,))
    elif kind & TITLE and not kind & _ELSE and low not in DESCRIBING and not text.endswith("to the ", 0, at):
        made = Candidate(at, end, (second,), low, at + len(first))
        made.firm = True
    else:
        return None
    made.known = kinds & KNOWN != 0
    made.owns = owns
    return made


def _title(run: list[Token], at: int) -> int:
    """Where the titles that begin at a word end; ``at`` itself where there are none."""
    end, position = at, at
    for token in run[at : at + _LONGEST]:
        kind = token.kind
        if not kind:
            if "-" not in token.plain or token.plain.lower().partition("-")[0] not in _HYPHENED:
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
    """The number after the last word of a name, and of the word where a bracket opens in it (-1: none)."""
    position, opened, named = first, -1, 0
    count = len(run)
    while position < count:
        token = run[position]
        kind = token.kind
        if token.opens and position > first:
            if opened >= 0 or not _completes(run, first, position, named):
                break
            opened = position
        if kind & PARTICLE:
            position += 1
            continue
        if named >= 2 and kind & GIVEN and _begins_another(run, position):
            break
        if named and kind & VIET and not run[first].kind & FAMILY and _vietnamese(run, position):
            break  # `pointed out to Zorin Pham Van Dong's statement`
        if (
            kind & NO_NAME
            and not (not named and position + 1 < count and _korean(run, position))
            and not _fits(run, position, first, named, titled=titled, address=address)
        ):
            break
        if not named and not titled and position + 1 < count:
            if not kind and is_acronym(token.plain) and not run[position + 1].opens:
                break  # `USIA Director`, `AP Moscow`
            if kind & SURNAME_TOO and not kind & GIVEN and not token.owns and not _korean(run, position):
                break  # `Long Island`, `Good Friday`
        named += 1
        position += 1
        if token.owns or (token.closes and opened < 0 and not run[first].opens):
            break
    while position > first and run[position - 1].kind & PARTICLE:
        position -= 1
    return position if named else first, opened


def _korean(run: list[Token], position: int) -> bool:
    """Whether a surname that is a word stands before a given name with a hyphen: `Park Chung-hee`."""
    given = run[position + 1].plain
    return bool(run[position].kind & FAMILY) and "-" in given and given.rpartition("-")[2].islower()


def _completes(run: list[Token], first: int, position: int, named: int) -> bool:
    """Whether a bracket in a name belongs to it: `Zhou [Enlai]`, not `Kim Byeong-jik [Kim Pyong Jik]`."""
    close = next((n for n in range(position, min(len(run), position + 5)) if run[n].closes), -1)
    if close < 0 or (named >= 2 and (close > position or run[first].plain == run[position].plain)):
        return False
    inside = run[position : close + 1]
    return not any(t.kind & NO_NAME and not t.kind & (SURNAME_TOO | GIVEN) for t in inside)


def _begins_another(run: list[Token], position: int) -> bool:
    """`W. Averell Harriman Walt W. Rostow`: a given name and an initial after a surname."""
    before = run[position - 1]
    return (
        len(before.plain) > 1
        and not before.kind & GIVEN
        and position + 2 < len(run)
        and len(run[position + 1].plain) == 1
    )


def _vietnamese(run: list[Token], position: int) -> bool:
    """Whether a Vietnamese name of three words begins here, and not `H. J. Van den Bergh`."""
    if position + 2 >= len(run) or run[position].opens or run[position].plain.lower() in PARTICLES:
        return False
    return not any(t.kind & (PARTICLE | NO_NAME) for t in run[position + 1 : position + 3])


def _fits(run: list[Token], position: int, first: int, named: int, *, titled: bool, address: bool) -> bool:
    """Whether a word that is usually no name is one here: `Mr. Black`, `George Hill`, `Louis St. Laurent`."""
    token = run[position]
    kind = token.kind
    low = token.plain.lower()
    if named and (run[position - 1].plain.lower(), low) in _TOGETHER:
        return True
    if low in _SAINTS:
        return (titled or named > 0) and position + 1 < len(run) and not run[position + 1].kind & NO_NAME
    if kind & (SURNAME_TOO | GIVEN) and not kind & (OFFICE | RANK | ADDRESS):
        if titled or (named and run[first].kind & GIVEN and not run[first].kind & COMMON):
            return True
        return bool(kind & GIVEN) and not kind & (PLACE | COMMON)
    before = run[position - 1]
    if named and before.plain in _SON:
        return True  # `Zayed bin Sultan`
    if named and kind & PLACE and before.plain in _PORTUGUESE:
        return True  # `Soares da Costa`
    if named == 2 and before.kind & VIET and run[first].kind & VIET and kind & COMMON and len(low) < 6:
        return True  # `Tran Van Don`
    given = named > 0 and run[first].kind & GIVEN != 0
    if given and kind & SURNAME_TOO and position + 1 == len(run) and low not in ("field", "house"):
        return True
    if given and kind & COMMON and len(run[position - 1].plain) == 1 and len(low) > 3:
        return True  # `Gerald F. Tape`
    if given and kind & PLACE and (address or len(run[position - 1].plain) == 1):
        return True  # `George C. England`
    if address and position == first:
        return bool(kind & SURNAME_TOO) or not kind & (OFFICE | RANK | ADDRESS | MODIFIER)
    return False

"""Runs of capitalised words, brackets and all: the only places where a name can be."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from tei.annotate.names.kind import (
    ADDRESS,
    COMMON,
    FAMILY,
    GIVEN,
    KIND,
    MODIFIER,
    NEVER,
    NO_NAME,
    PARTICLE,
    PARTICLES,
    PLACE,
    PLACE_HEAD,
    PLURAL,
    SHORT,
    VIET,
)
from tei.register import fold

__all__ = ["CAPITAL", "RUN", "Token", "tokens"]


def _capitals() -> str:
    """The capital letters of Latin, Greek, Cyrillic, Armenian and Georgian as ranges of a character class."""
    ranges: list[list[int]] = []
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x590), *range(0x10A0, 0x10C6), *range(0x1E00, 0x2000)):
        if unicodedata.category(chr(code)) in ("Lu", "Lt"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


CAPITAL = f"[{_capitals()}]"
# a stop belongs to the word after an initial, or after one of these
_SHORT = {
    2: ("Mr", "Dr", "Jr", "Sr", "Lt", "Ms", "St", "Wm", "Fr", "MR", "DR", "JR", "Yu", "Ya", "Ye", "Kh", "Zh", "Ts"),
    3: (
        "Mrs",
        "Drs",
        "Gen",
        "Col",
        "Maj",
        "Adm",
        "Amb",
        "Sen",
        "Rep",
        "Gov",
        "Rev",
        "Hon",
        "Sgt",
        "Cdr",
        "Sec",
        "Mme",
        "Com",
        "Cde",
        "Tov",
        "Geo",
        "Jas",
        "Jos",
        "MRS",
    ),
    4: ("Cdes", "Coms", "Capt", "Prof", "Brig", "Pres", "Msgr", "Secy", "Asst", "Chas", "Thos", "Robt", "Supt"),
    6: ("Messrs",),
}
_STOP = (
    r"(?:\.(?:"
    + "|".join(
        [
            rf"(?<=(?<!\w){CAPITAL}\.)",
            *(f"(?<=(?<!\\w)(?:{'|'.join(rf'{w}[.]' for w in words)}))" for words in _SHORT.values()),
        ]
    )
    + "))"
)
_BLANKS = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8})"
# `McNamara`, `O’Neill`, `Byeong-jik`, `N[asser]`, `Kosygin's`, `J.`
# (the look at the next character spares most words what only few have)
_REST = rf"\w*(?:(?=[-’'‐‑\[.])(?:[-’'‐‑]\w+)*(?:\[[^\W\d_]{{1,24}}\][\w’']*)?{_STOP}?|)"
_WORD = rf"{CAPITAL}{_REST}"
_ARTICLE = "(?:a[dlnrstz]-|ash-|el-|d[’'])"  # `al-Sadat`, `as-Said`, `d'Estaing`
_SMALL = "(?:" + "|".join(sorted(PARTICLES)) + ")"
_BETWEEN = rf"(?:\]?{_BLANKS}(?:(?=[abdeiltvyz]){_SMALL}{_BLANKS}){{0,3}}|(?<=\.)-?|\])[\[“\"]?{_ARTICLE}?"
RUN = re.compile(rf"{CAPITAL}(?<!\w.){_REST}(?:{_BETWEEN}{_WORD})*")
_TOKEN = re.compile(rf"(\[)?({_WORD}|{_ARTICLE}{_WORD}|(?<!\w)(?=[abdeiltvyz]){_SMALL}(?!\w)(?=\s))(\])?")
# after these the word before is a verb: `M. Offer to each man a chance`
_OBJECTS = (" to ", " the ", " a ", " an ", " all ", " any ")
_OWNED = frozenset(("'s", "’s", "'S", "’S"))
_PAGE = frozenset(("page", "pg", "p"))
# initials of a state, and of a ship (`S.S. Williamsburg`)
_STATES = {"US": COMMON, "UN": COMMON, "UK": COMMON, "SS": PLACE_HEAD}
_BRACKETS = str.maketrans("", "", "[].")


class Token(NamedTuple):
    """A word of a run, from ``start`` to ``end``, without ``'s`` and the brackets around it.

    ``plain`` is the word without any bracket or stop, ``kind`` what is known of it; ``opens`` and
    ``closes`` say whether a bracket stands right before and right after it, ``owns`` whether ``'s``
    follows.
    """

    start: int
    end: int
    plain: str
    kind: int
    opens: bool
    closes: bool
    owns: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of a run, in order.

    >>> [(t.plain, t.opens, t.closes) for t in tokens("Ambassador Pan [Zili]", 0, 20)]
    [('Ambassador', False, False), ('Pan', False, False), ('Zili', True, True)]
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        opened, word, closed = match.groups()
        at, to = match.span(2)
        owns = False
        if not word.isalpha():
            owns = word[-2:] in _OWNED
            if owns:
                to -= 2
                word = word[:-2]
            if "[" in word or "." in word:
                word = word.translate(_BRACKETS)
        low = word.lower()
        kind = KIND.get(low, 0)
        if not kind:
            if "-" in low:
                kind = _hyphened(low)
            elif not low.isascii() and "[" not in low:
                kind = KIND.get(fold(low), 0) & (FAMILY | VIET | SHORT | GIVEN)  # `Phạm`
        elif kind & PARTICLE and word[:1] != low[:1]:
            kind &= ~PARTICLE
        if len(word) == 1:
            if text[to - 1] == ".":
                kind = 0  # an initial, not the article
            if found and found[-1].end == at and found[-1].plain + word in _STATES:
                kind = _STATES[found[-1].plain + word]
                found[-1] = found[-1]._replace(kind=kind)
        elif opened and low in _PAGE:
            kind = COMMON | MODIFIER
        closes = closed is not None or text[to : to + 1] == "]"
        found.append(Token(at, to, word, kind, opened is not None, closes, owns))
    if "M" in text[start:end]:
        _monsieur(text, found)
    return found


def _monsieur(text: str, run: list[Token]) -> None:
    """`M. Bidault`: before one word, and after no other initial, the letter is Monsieur; `M. J. Swing` is a name."""
    for at, token in enumerate(run[:-1]):
        if token.plain not in ("M", "MM") or text[token.end - 1 : token.end] != "." or token.opens:
            continue
        follows = run[at + 1]
        alone = at + 2 == len(run) or follows.owns or run[at + 2].kind & NEVER or run[at + 2].kind & PARTICLE
        if (
            len(follows.plain) > 2
            and alone
            and (not at or run[at - 1].kind & NEVER)  # `Edward M. Kennedy`
            and follows.plain[1:].islower()
            and not text.startswith(_OBJECTS, follows.end)
        ):
            run[at] = token._replace(kind=ADDRESS | PLURAL if token.plain == "MM" else ADDRESS)


def _hyphened(low: str) -> int:
    """What a word with a hyphen is, by its parts: `korean-soviet`, `secretary-designate`."""
    first, _, rest = low.partition("-")
    if rest in ("designate", "elect", "general"):
        return KIND.get(first, 0) & NO_NAME
    kinds = [KIND.get(part, 0) for part in (first, *rest.split("-"))]
    return PLACE if any(kind & NEVER and kind & PLACE for kind in kinds) else 0

"""A person of a register, and a name taken apart: ``Goodpaster, Brigadier General Andrew J., Jr.``"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["PARTICLES", "RANKS", "Entry", "Name", "fold", "take_apart"]

_MARKS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]|[“\"]([^“”\"]{1,40})[”\"]")
_BORN = re.compile(r"^(?:born|né|née|nee|also known as|also|aka|formerly|or|alias)\s+", re.IGNORECASE)
_WORDS = re.compile(r"[^\s.,;]+\.?")
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|2d|2nd|3d|3rd)\.?$", re.IGNORECASE)

# Words in a register's name that are no part of the name.
RANKS = frozenset(
    "admiral ambassador archbishop bishop brigadier captain cardinal chief col colonel commander commodore comrade"
    " count dame dr father field gen general generalissimo governor hon honorable judge king lady lieutenant lord"
    " lt maj major marshal miss mme monsignor mr mrs ms pope president prince princess prof professor queen rear"
    " rev reverend senator sergeant shaikh sheik sheikh sir vice".split()
)


# small words inside a surname, not compared: `Charles de Gaulle`, `Pieter van der Byl`
PARTICLES = frozenset(
    "de da do dos das di del della der den du la las le van von zu zum zur af av ten ter bin ibn ben al el y e".split()
)


def fold(word: str) -> str:
    """A word of a name as it is compared: no case, no accents, no apostrophes or hyphens.

    >>> fold("O’Neill"), fold("Byeong-jik"), fold("RUBOTTOM"), fold("Perón")
    ('oneill', 'byeongjik', 'rubottom', 'peron')
    """
    if word.isascii():
        return word.lower() if word.isalpha() else _MARKS.sub("", word.lower())
    flat = unicodedata.normalize("NFKD", word.casefold())
    return _MARKS.sub("", "".join(c for c in flat if not unicodedata.combining(c)))


class Name(NamedTuple):
    """One form of a name: folded words, the suffix apart. ``family`` is empty where the form does not say which it is."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    suffix: str = ""
    ranks: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All the words, the given names first."""
        return self.given + self.family


def _folded(part: str) -> tuple[list[str], list[str], str]:
    words, ranks, suffix = [], [], ""
    for word in _WORDS.findall(part):
        plain = fold(word)
        if plain in RANKS and len(plain) > 1:
            ranks.append(plain)
        elif _SUFFIX.match(word) and words:
            suffix = plain
        elif plain:
            words.append(plain)
    return words, ranks, suffix


def _without_particles(family: list[str]) -> tuple[str, ...]:
    """`Van der Byl` is found under `Byl`."""
    return tuple(w for w in family if w not in PARTICLES) or tuple(family)


def take_apart(printed: str) -> tuple[Name, ...]:
    """The forms that a printed name holds: the name itself first, then those in parentheses and quotes.

    >>> take_apart("Alessandri Rodríguez, Jorge")[0].family
    ('alessandri', 'rodriguez')
    >>> take_apart("Johnson, W. Thomas (Tom)")
    (Name(family=('johnson',), given=('w', 'thomas', 'tom'), suffix='', ranks=()),)
    """
    extra: list[str] = []
    nicknames: list[str] = []
    other_families: list[tuple[str, ...]] = []
    head = printed.find(",") % (len(printed) + 1)
    for found in _ASIDE.finditer(printed):
        inner = (found[1] or found[2]).strip()
        said = _BORN.sub("", inner)
        if " " in said:
            extra.append(said)
        elif said[:1].isupper() and found.start() < head < len(printed):
            other_families.append(tuple(_folded(said)[0]))
        elif said[:1].isupper():
            nicknames.append(fold(said))
    plain = _ASIDE.sub(" ", printed)
    parts = [p.strip() for p in plain.split(",")]
    # `Nguyen Minh Vy, member`: what begins in lower case after the comma is no given name
    parts = [p for p in parts if p and (p[0].isupper() or not p[0].isalpha() or p is parts[0] or "-" in p[:4] or len(p) < 8)]
    if not parts:
        return ()
    family, ranks, suffix = _folded(parts[0])
    given: list[str] = []
    for part in parts[1:]:
        words, more, later = _folded(part)
        if not given and not words and _SUFFIX.match(part):
            suffix = fold(part)
            continue
        if _SUFFIX.match(part):
            later, words = fold(part), []
        given += words
        ranks += more
        suffix = suffix or later
    if not family:
        return ()
    plain_form = len(parts) == 1 or not given
    given += [n for n in nicknames if n not in given]
    if plain_form:
        first = Name((), tuple(family), suffix, tuple(ranks))
    else:
        first = Name(_without_particles(family), tuple(given), suffix, tuple(ranks))
    forms = [first]
    forms += [Name(other, tuple(given), suffix, tuple(ranks)) for other in other_families if other]
    for form in extra:
        forms += take_apart(form)
    return tuple(forms)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a register: its id as it stands there, the preferred name, what the register says of the person."""

    id: str
    name: str
    description: str = ""
    variants: tuple[str, ...] = ()
    line: int = 0
    names: tuple[Name, ...] = ()
    offices: frozenset[str] = frozenset()

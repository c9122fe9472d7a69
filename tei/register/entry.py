"""A person of a register, and a name taken apart: ``Goodpaster, Brigadier General Andrew J., Jr.``"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["PARTICLES", "RANKS", "Entry", "Name", "fold", "take_apart"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# letters with a stroke and ligatures, which no normal form takes apart
_STROKES = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_MARKS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]|[“\"]([^“”\"]{1,40})[”\"]")
_BORN = re.compile(r"^(?:born|né|née|nee|also known as|also|aka|formerly|or|alias)\s+", re.IGNORECASE)
_WORDS = re.compile(r"[^\s.,;]+\.?")
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|2d|2nd|3d|3rd)\.?$", re.IGNORECASE)

# Words in a register's name that are no part of the name.
RANKS = _words(
    """
    admiral ambassador archbishop bishop brigadier captain cardinal chief col colonel commander commodore
    comrade count dame dr father field gen general generalissimo governor hon honorable judge king lady
    lieutenant lord lt maj major marshal miss mme monsignor mr mrs ms pope president prince princess prof
    professor queen rear rev reverend senator sergeant shaikh sheik sheikh sir vice
    """
)


# small words inside a surname, not compared: `Charles de Gaulle`, `Pieter van der Byl`
PARTICLES = _words(
    """
    de da do dos das di del della der den du la las le van von zu zum zur af av ten ter bin ibn ben al el y
    e
    """
)


def fold(word: str) -> str:
    """A word of a name as it is compared: no case, no accents, no apostrophes or hyphens.

    >>> fold("O’Neill"), fold("Byeong-jik"), fold("RUBOTTOM"), fold("Perón")
    ('oneill', 'byeongjik', 'rubottom', 'peron')
    """
    if word.isascii():
        return word.lower() if word.isalpha() else _MARKS.sub("", word.lower())
    flat = unicodedata.normalize("NFKD", word.casefold().translate(_STROKES))
    return _MARKS.sub("", "".join(c for c in flat if not unicodedata.combining(c)))


class Name(NamedTuple):
    """One form of a name in folded words; ``family`` is empty where the form does not say which it is."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    suffix: str = ""
    ranks: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All the words, the given names first."""
        return self.given + self.family


def _folded(part: str) -> tuple[list[str], list[str], str]:
    """The words of a part of a name, the ranks among them, and the suffix."""
    words: list[str] = []
    ranks: list[str] = []
    suffix = ""
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
    whole = printed.split(",", 1)[0]
    others: list[str] = []
    nicknames: list[str] = []
    families: list[tuple[str, ...]] = []
    for found in _ASIDE.finditer(printed):
        said = _BORN.sub("", (found[1] or found[2]).strip())
        if " " in said:
            others.append(said)
        elif said[:1].isupper() and "," in printed and found.end() <= len(whole):
            families.append(tuple(_folded(said)[0]))
        elif said[:1].isupper():
            nicknames.append(fold(said))
    first, *rest = [part.strip() for part in _ASIDE.sub(" ", printed).split(",")]
    family, ranks, suffix = _folded(first)
    if not family:
        family, ranks = ranks, []  # `Lord, Winston`
    given: list[str] = []
    for part in rest:
        if _SUFFIX.match(part):
            suffix = fold(part)
        elif part[:1].isupper() or not part[:1].isalpha() or "-" in part[:4]:
            # `Nguyen Minh Vy, member`: what begins in lower case is no given name
            words, more, later = _folded(part)
            given += words
            ranks += more
            suffix = suffix or later
    if not family:
        return ()
    if first[:3].lower() in ("al-", "el-", "ad-", "as-", "an-", "ar-", "at-") and len(family[-1]) > 4:
        families.append((*family[:-1], family[-1][2:]))  # `al-Sadat` is called `Sadat`
    if given:
        given += [name for name in nicknames if name not in given]
        form = Name(_without_particles(family), tuple(given), suffix, tuple(ranks))
    else:
        form = Name((), tuple(family), suffix, tuple(ranks))
    forms = [form, *(form._replace(family=other) for other in families if other and form.family)]
    for other in others:
        forms += take_apart(other)
    return tuple(forms)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a register: the id as it stands there, the preferred name, what is said of the person."""

    id: str
    name: str
    description: str = ""
    variants: tuple[str, ...] = ()
    line: int = 0
    names: tuple[Name, ...] = ()
    offices: frozenset[str] = frozenset()

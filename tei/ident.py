"""Ids from names: ``^[a-z]([-_a-z0-9]*[a-z0-9])?$``, ASCII, the same for the same name everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

__all__ = ["RESERVED", "person_id", "slug", "unique"]

# ids that the encoding gives to what is no person: categories, characters, header fields, the unnamed editor
RESERVED = re.compile(r"interjection|reported|inferred-(?:year|date)|editor|u[0-9a-f]{4,6}|field-.+")
_NUMBERED = re.compile(r"n\d+|sp-\d+")  # notes and turns, which give way to a register's ids
_RUNS = re.compile(r"[^a-z0-9]+")


def slug(name: str, fallback: str = "x") -> str:
    """A lower-case ASCII id made from a name.

    >>> slug("Kim Byeong-jik"), slug("N’Kuman, Matungulu"), slug("武"), slug("3rd man"), slug("!?")
    ('kim-byeong-jik', 'n-kuman-matungulu', 'wu', 'x-3rd-man', 'x')
    """
    if not name.isascii():
        folded = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in folded if not unicodedata.combining(c))
        if not name.isascii():
            from anyascii import anyascii  # late: only names outside ASCII need its tables

            name = anyascii(name)
    made = _RUNS.sub("-", name.lower()).strip("-")
    if not made:
        return fallback
    return made if made[0].isalpha() else f"{fallback}-{made}"


def person_id(name: str, fallback: str, taken: Container[str]) -> str:
    """The id of a person whom no register knows: none that is taken or that the encoding uses itself.

    >>> person_id("Kim", "person", {"kim"}), person_id("Reported", "person", ())
    ('kim-2', 'x-reported')
    """
    base = slug(name, fallback)
    if RESERVED.fullmatch(base) or _NUMBERED.fullmatch(base):
        base = f"x-{base}"
    return unique(base, taken)


def unique(base: str, taken: Container[str]) -> str:
    """``base``, or ``base-2``, ``base-3`` … where it is taken.

    >>> unique("kim", {"kim", "kim-2"})
    'kim-3'
    """
    if base not in taken:
        return base
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"

"""What is known of a word by itself: one table, a word in lower case to its kinds."""

from __future__ import annotations

from tei.annotate.names.family import FAMILY_FIRST, SHORT_WORDS, VIETNAMESE, WELL_KNOWN
from tei.annotate.names.given import GIVEN as _GIVEN
from tei.annotate.names.institution import INSTITUTIONS
from tei.annotate.names.place import PLACE_HEADS, PLACES
from tei.annotate.names.title import ADDRESS as _ADDRESS
from tei.annotate.names.title import MODIFIERS, OFFICES, RANKS
from tei.annotate.names.title import PLURAL as _PLURAL
from tei.annotate.names.word import COMMON as _COMMON
from tei.annotate.names.word import SURNAME_TOO as _SURNAME_TOO
from tei.register.entry import PARTICLES

__all__ = [
    "ADDRESS",
    "COMMON",
    "FAMILY",
    "GIVEN",
    "INSTITUTION",
    "KIND",
    "KNOWN",
    "MODIFIER",
    "NEVER",
    "NO_NAME",
    "OFFICE",
    "PARTICLE",
    "PARTICLES",
    "PLACE",
    "PLACE_HEAD",
    "PLURAL",
    "RANK",
    "SHORT",
    "SURNAME_TOO",
    "TITLE",
    "VIET",
]

COMMON, PLACE, INSTITUTION, OFFICE, MODIFIER, GIVEN, FAMILY, SURNAME_TOO = (1 << n for n in range(8))
ADDRESS, RANK, PLACE_HEAD, KNOWN, SHORT, PLURAL, PARTICLE, VIET, NEVER = (1 << n for n in range(8, 17))
TITLE = OFFICE | ADDRESS | RANK
# a word of one of these kinds is no free part of a name
NO_NAME = COMMON | PLACE | INSTITUTION | OFFICE | MODIFIER | ADDRESS | RANK | PLACE_HEAD


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for words, kind in (
        (_COMMON, COMMON),
        (PLACES, PLACE),
        (INSTITUTIONS, INSTITUTION),
        (OFFICES, OFFICE),
        (MODIFIERS, MODIFIER),
        (_GIVEN, GIVEN),
        (FAMILY_FIRST, FAMILY),
        (_SURNAME_TOO, SURNAME_TOO),
        (_ADDRESS, ADDRESS),
        (RANKS, RANK),
        (PLACE_HEADS, PLACE_HEAD),
        (WELL_KNOWN, KNOWN),
        (SHORT_WORDS, SHORT),
        (_PLURAL, PLURAL),
        (PARTICLES, PARTICLE),
        (VIETNAMESE, VIET),
    ):
        for word in words:
            table[word] = table.get(word, 0) | kind
    for word, kind in table.items():
        if kind & NO_NAME and not kind & SURNAME_TOO:
            table[word] = kind | NEVER
    return table


KIND: dict[str, int] = _table()

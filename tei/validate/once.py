"""One cause, one message: of what several checks say about one thing, the plainest is kept, as bad as the worst.

Two findings have one cause when they are at one element and about the same attribute. A rule about something else in the
same element hides nothing, and nothing hides it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tei.diagnostic import Diagnostic, Severity

__all__ = ["Said", "mentioned", "once"]

# how the messages of the grammar name an attribute
_NAMED = re.compile(
    r"attributes? [\"“]?(?:@)?([\w.-]+(?::[\w.-]+)?)|@([\w.-]+(?::[\w.-]+)?)|did you mean ([\w.-]+(?::[\w.-]+)?)"
)
_ANY = frozenset("*")  # an attribute, and it is not said which
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Said(NamedTuple):
    """A finding, the attributes that it is about, and the number of the element that it is at."""

    diagnostic: Diagnostic
    about: frozenset[str]
    element: int


def mentioned(message: str) -> frozenset[str]:
    """The attributes that a message or hint names; ``*`` where it speaks of one without a name.

    >>> sorted(mentioned("the attribute ref of <g> is missing")), sorted(mentioned("<b> is not allowed here"))
    (['ref'], [])
    >>> sorted(mentioned("an attribute of <gap> is missing or wrong"))
    ['*']
    """
    found = {name for names in _NAMED.findall(message) for name in names if name} - {"of", "is"}
    return frozenset(found) if found or "attribute" not in message else _ANY


def once(said: Sequence[Said]) -> list[Said]:
    """The findings without those that an earlier one says already; the plainer checks come first in ``said``."""
    kept: list[Said] = []
    places: dict[int, list[tuple[int, frozenset[str]]]] = {}
    for one in said:
        here = places.setdefault(one.element, [])
        same = [at for at, other in here if kept[at].diagnostic.code != one.diagnostic.code and _same(one.about, other)]
        if same:
            first = kept[same[0]]
            if _RANK[one.diagnostic.severity] < _RANK[first.diagnostic.severity]:
                worse = replace(first.diagnostic, severity=one.diagnostic.severity)
                kept[same[0]] = first._replace(diagnostic=worse)
            continue
        here.append((len(kept), one.about))
        kept.append(one)
    return kept


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or (one == _ANY and bool(other)) or (other == _ANY and bool(one))

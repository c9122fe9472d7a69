"""Dates that cannot be: 30 February, a period that ends before it begins, a day outside its own limits.

Looked at are ``when from to notBefore notAfter`` and their forms for ISO 8601 (``when-iso`` …). Dates of different precision are
compared as far as both go: ``from="1965-02" to="1965"`` is no contradiction. TEI allows all of this.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from lxml import etree

from tei.diagnostic import Severity
from tei.validate.finding import Finding

__all__ = ["dates"]

_NAMES = ("when", "from", "to", "notBefore", "notAfter")
_DATE = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?)?)?(?:Z|[+-]\d\d:\d\d)?")
_MONTHS = "January February March April May June July August September October November December".split()
# (earlier, later): the second must not be before the first
_ORDER = (
    ("from", "to"),
    ("notBefore", "notAfter"),
    ("from", "when"),
    ("when", "to"),
    ("notBefore", "when"),
    ("when", "notAfter"),
    ("notBefore", "to"),
    ("from", "notAfter"),
)
_Date = tuple[int | str, ...]


def dates(root: etree._Element) -> Iterator[Finding]:
    """A finding for each impossible day, and for the first contradiction of each element."""
    for element in root.iter(etree.Element):
        if not element.attrib:
            continue
        for form in ("", "-iso"):
            given = {n: str(element.get(f"{n}{form}", "")).strip() for n in _NAMES if f"{n}{form}" in element.attrib}
            if given:
                yield from _looked_at(element, given, form)


def _looked_at(element: etree._Element, given: dict[str, str], form: str) -> Iterator[Finding]:
    tag = etree.QName(element).localname
    read: dict[str, _Date] = {}
    for name, value in given.items():
        match = _DATE.fullmatch(value)
        if match is None:
            continue  # a time alone, a duration, or no date at all: for the grammar to say
        wrong = _impossible(match)
        if wrong:
            message, about = f'@{name}{form} of <{tag}> is "{value}": {wrong}', frozenset((f"{name}{form}",))
            yield Finding(
                "date-impossible",
                element,
                message,
                "compare it with the original",
                severity=Severity.WARNING,
                about=about,
            )
        else:
            year, month, day, time = match.groups()
            read[name] = (int(year), *(int(x) for x in (month, day) if x), *([time] if time else []))
    for first, last in _ORDER:
        if first in read and last in read:
            a, b = read[first], read[last]
            common = min(len(a), len(b))
            if a[:common] > b[:common]:
                message = f'<{tag}> has @{first}{form}="{given[first]}" after @{last}{form}="{given[last]}"'
                about = frozenset((f"{first}{form}", f"{last}{form}"))
                yield Finding("date-contradictory", element, message, "one of the two is wrong", about=about)
                return


def _impossible(match: re.Match[str]) -> str:
    year, month, day = (int(part) if part else 0 for part in match.groups()[:3])
    if match[2] and not 1 <= month <= 12:
        return f"there is no month {match[2]}"
    if match[3]:
        # the calendar repeats every 400 years; that of Python ends at 1
        last = monthrange(year % 400 + 400, month)[1]
        if not 1 <= day <= last:
            return f"{_MONTHS[month - 1]} {match[1]} has {last} days"
    return ""

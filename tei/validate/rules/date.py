"""Dates that no calendar has, and dates that contradict themselves: ``from`` after ``to``, ``when`` outside its own limits.

    <date when="1900-02-29"/>                        1900 was no leap year
    <date from="1965-03" to="1965-02-10"/>           ends before it begins
    <date when="1970" notAfter="1965-12-31"/>        lies outside of its own limits

Only values in the ISO forms are looked at (a year, a month, a day, with a time or without); two are compared as far as both
go, so that ``from="1965" to="1965-02"`` is in order. The grammar, where there is one, says what is no date at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tei.validate.finding import Finding
from tei.validate.relaxng.calendar import moment

__all__ = ["dates"]

_ATTRIBUTES = ("when", "from", "to", "notBefore", "notAfter")
_VARIANTS = ("", "-iso")  # TEI has each attribute for the forms of XML Schema and for those of ISO 8601
_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)(?:T.*)?", re.DOTALL)
_DATE = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?)?)?")
# the first may not be later than the second
_ORDERS = (
    ("from", "to", "it ends before it begins"),
    ("notBefore", "notAfter", "it cannot lie between them"),
    ("notBefore", "when", "it lies before its own earliest day"),
    ("when", "notAfter", "it lies after its own latest day"),
    ("notBefore", "to", "it ends before its own earliest day"),
    ("from", "notAfter", "it begins after its own latest day"),
)


def dates(root: etree._Element) -> Iterator[Finding]:
    """A finding for each value that cannot be, and each pair that cannot be together."""
    for element in root.iter(etree.Element):
        if not element.attrib:
            continue
        for variant in _VARIANTS:
            values = {n: v.strip() for n in _ATTRIBUTES if (v := element.get(n + variant)) is not None}
            if values:
                yield from _of(element, values, variant)


def _of(element: etree._Element, values: dict[str, str], variant: str) -> Iterator[Finding]:
    tag = etree.QName(element).localname
    parts = {}
    for name, value in values.items():
        day = _DAY.fullmatch(value)
        if day is not None and moment("date", "-".join(day.groups())) is None:
            message = f'@{name}{variant} of <{tag}> is "{value}", a day that no calendar has'
            yield Finding("date-impossible", element, message, "correct the day, or give the month alone")
        elif (match := _DATE.fullmatch(value)) is not None:
            parts[name] = match.groups()
    for early, late, why in _ORDERS:
        if early in parts and late in parts and _later(parts[early], parts[late]):
            message = f'@{early}{variant} "{values[early]}" of <{tag}> is later than @{late}{variant} "{values[late]}"'
            yield Finding("date-contradictory", element, f"{message}: {why}", "correct one of the two")


def _later(one: tuple[str | None, ...], other: tuple[str | None, ...]) -> bool:
    """Whether one date is later than another, as far as both are given."""
    if one[0] != other[0]:
        return int(one[0] or 0) > int(other[0] or 0)
    for a, b in zip(one[1:], other[1:], strict=True):
        if a is None or b is None:
            return False
        if a != b:
            return a > b
    return False

"""Dates, times and durations of XML Schema (part 2, sections 3.2.6 to 3.2.14): lexical forms, values, their partial order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

__all__ = ["FORMS", "Moment", "duration", "duration_order", "moment", "order"]

_ZONE = r"(?P<zone>Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
_YEAR = r"(?P<year>-?(?:[1-9]\d{4,}|\d{4}))"
_MONTH, _DAY = r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = r"(?:(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d(?:\.\d+)?)|(?P<midnight>24:00:00(?:\.0+)?))"
FORMS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(form + _ZONE, re.ASCII)
    for name, form in (
        ("dateTime", f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}"),
        ("date", f"{_YEAR}-{_MONTH}-{_DAY}"),
        ("time", _TIME),
        ("gYearMonth", f"{_YEAR}-{_MONTH}"),
        ("gYear", _YEAR),
        ("gMonthDay", f"--{_MONTH}-{_DAY}"),
        ("gMonth", f"--{_MONTH}"),
        ("gDay", f"---{_DAY}"),
    )
}
_DURATION = re.compile(
    r"(?P<sign>-)?P(?=\d|T)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?",
    re.ASCII,
)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_14_HOURS = 14 * 3600
_MAX_DIGITS = 4000  # of a number in a date: Python refuses to read longer ones
# where durations of months and of seconds are compared (section 3.2.6.2)
_REFERENCES = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))


class Moment(NamedTuple):
    """Seconds from the year 0 (in universal time where ``zoned``)."""

    seconds: Decimal
    zoned: bool


def moment(kind: str, text: str) -> Moment | None:
    """The value of a date or time; None where it has not the form, or is on no calendar.

    >>> moment("date", "1900-02-29") is None, moment("date", "2000-02-29") is None
    (True, False)
    """
    if len(text) > _MAX_DIGITS:
        return None
    match = FORMS[kind].fullmatch(text)
    if match is None:
        return None
    part = match.groupdict()
    year = int(part.get("year") or 1972)  # a leap year, for what has none
    if year == 0:
        return None
    year += year < 0
    month, day = int(part.get("month") or 1), int(part.get("day") or 1)
    if day > _DAYS[month - 1] + (month == 2 and _leap(year)):
        return None
    seconds = Decimal(_days(year, month, day) * 86400)
    if part.get("midnight"):
        seconds += 86400 if kind == "dateTime" else 0
    elif part.get("hour"):
        seconds += int(part["hour"]) * 3600 + int(part["minute"]) * 60 + Decimal(part["second"])
    zone = part["zone"]
    if zone and zone != "Z":
        shift = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
        seconds -= shift if zone[0] == "+" else -shift
    return Moment(seconds, bool(zone))


def order(one: Moment, other: Moment) -> int | None:
    """-1, 0 or 1; None where a missing time zone leaves it open (section 3.2.7.3)."""
    difference = one.seconds - other.seconds
    if one.zoned == other.zoned:
        return (difference > 0) - (difference < 0)
    return (difference > 0) - (difference < 0) if abs(difference) > _14_HOURS else None


def duration(text: str) -> tuple[int, Decimal] | None:
    """Months and seconds of a duration; None where it has not the form.

    >>> duration("P1Y2M"), duration("-PT1.5S"), duration("P")
    ((14, Decimal('0')), (0, Decimal('-1.5')), None)
    """
    match = _DURATION.fullmatch(text) if len(text) <= _MAX_DIGITS else None
    if match is None:
        return None
    part = match.groupdict("0")
    months = int(part["years"]) * 12 + int(part["months"])
    seconds = Decimal(int(part["days"]) * 86400 + int(part["hours"]) * 3600 + int(part["minutes"]) * 60)
    seconds += Decimal(part["seconds"])
    return (-months, -seconds) if match["sign"] else (months, seconds)


def duration_order(one: tuple[int, Decimal], other: tuple[int, Decimal]) -> int | None:
    """-1, 0 or 1; None where it depends on the months meant."""
    signs = set()
    for year, month in _REFERENCES:
        a, b = _added(year, month, one), _added(year, month, other)
        signs.add((a > b) - (a < b))
    return signs.pop() if len(signs) == 1 else None


def _added(year: int, month: int, length: tuple[int, Decimal]) -> Decimal:
    total = year * 12 + month - 1 + length[0]
    return _days(total // 12, total % 12 + 1, 1) * 86400 + length[1]


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days(year: int, month: int, day: int) -> int:
    """Days from the first of January of the year 0."""
    before = year - 1
    return (
        year * 365
        + before // 4
        - before // 100
        + before // 400
        + sum(_DAYS[: month - 1])
        + (month > 2 and _leap(year))
        + day
    )

"""Printed days and hours of the front matter as TEI's ``@when``; anything less than firm gives nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

__all__ = ["read_day", "when"]

_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_NAMES, 1)},
    "sept": 9,
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_DAY = re.compile(
    rf"""(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?
    (?:(?P<iso>\d{{4}})-(?P<isomonth>\d\d)(?:-(?P<isoday>\d\d))?
     |(?:(?P<m1>{_MONTH})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s
        |(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<m2>{_MONTH})\.?,?\s)?
      (?P<year>\d{{4}}))(?![\w/-]|[.,]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_HOUR = re.compile(
    r"""[,;]?\s?(?:at\s)?(?:
    (?P<h12>\d{1,2})(?:[:.](?P<m12>\d\d))?\s?(?P<half>[ap])\.?m\.?
    |(?P<h24>\d{1,2})[:.](?P<m24>\d\d)(?:\s?(?:h|hrs|hours)\.?)?
    |(?P<word>noon|midnight))\.?""",
    re.IGNORECASE | re.VERBOSE,
)
# an hour that is a span of hours (4:00-5:30 p.m.) still leaves the day firm
_HOURS = re.compile(
    r"[,;]?\s?(?:from\s)?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?\s?(?:-|–|—|to)\s?\d[\d:.]{0,5}(?:\s?[ap]\.?m\.?)?",
    re.IGNORECASE,
)


def _hour(match: re.Match[str]) -> str:
    if match["word"]:
        # midnight may be the day's beginning or its end
        return "12:00:00" if match["word"].lower() == "noon" else ""
    if match["h12"]:
        hour, minute = int(match["h12"]), int(match["m12"] or 0)
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    else:
        hour, minute = int(match["h24"]), int(match["m24"])
    return f"{hour:02d}:{minute:02d}:00" if hour < 24 and minute < 60 else ""


def read_day(text: str, at: int = 0) -> tuple[str, int] | None:
    """The day (month, year) that stands at ``at``: its ISO form and where it ends; None where there is none.

    >>> read_day("March 3, 1953, Moscow"), read_day("May 1981"), read_day("30 February 1953")
    (('1953-03-03', 13), ('1981-05', 8), None)
    """
    match = _DAY.match(text, at)
    if match is None:
        return None
    year = int(match["year"] or match["iso"])
    name = match["m1"] or match["m2"]
    month = _MONTHS[name.lower()] if name else int(match["isomonth"] or 0)
    day = int(match["d1"] or match["d2"] or match["isoday"] or 0)
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    form = f"{year:04d}"
    if month or match["iso"]:
        form += f"-{month:02d}"
    if day or match["isoday"]:
        form += f"-{day:02d}"
    return (form, match.end()) if "-00" not in form else None


def when(words: str) -> str:
    """The ``@when`` of words that are one date, with its hour where it has one; "" for anything else.

    >>> when("10 February 1965, 4:00 p.m."), when("Feb. 10, 1965"), when("late 1965")
    ('1965-02-10T16:00:00', '1965-02-10', '')
    """
    words = " ".join(words[:200].split())
    read = read_day(words)
    if read is None:
        return ""
    form, end = read
    rest = words[end:]
    if rest in ("", ".", ","):
        return form
    hour = _HOUR.fullmatch(rest)
    if hour:
        clock = _hour(hour)
        return f"{form}T{clock}" if clock and len(form) == 10 else form
    return form if _HOURS.fullmatch(rest) else ""

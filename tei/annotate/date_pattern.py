"""Where a text has a date: the day and month as printed, the year and the hour that follow.

Two ways into the text: a scan from digit to digit, and the words with a capital that are English months;
what follows is matched once at the place found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tei.annotate.capital import places_of
from tei.annotate.month import CAPITAL_MONTHS, MONTH_FIRST, MONTH_NAMES, ROMAN, WHOLE, month
from tei.annotate.reckoned import RECKONED, shift
from tei.text import Span

__all__ = ["Found", "Numeric", "scan"]

_CJK = re.compile(r"([12]\d{3})年([01]?\d)月([0-3]?\d)日")
_DASH = r"\s?[-–—]\s?"
_TO = rf"(?:{_DASH}|\sto\s)"
_ORDINAL = r"(?:st|nd|rd|th|d|er|º)?"
_ROMANS = "|".join(sorted(ROMAN, key=lambda numeral: (-len(numeral), numeral)))

_DAY_FIRST = re.compile(
    # all alternatives behind one digit, so that the scan may leap from digit to digit
    rf"""[0-9](?<!\w.)(?:
    \d?(?!\d)(?<![/.,$£€:–-]\d)(?<![/.,$£€:–-]\d\d)(?:
      {_ORDINAL}
      (?:(?:{_TO}|\sand\s|/)(?P<last>\d{{1,2}}){_ORDINAL}(?!\d))?
      (?:\.?\s(?:of\s|de\s|day\sof\s)?|\.|-)(?P<month>{MONTH_NAMES})(?!\w)\.?
      (?:{_TO}(?P<last2>\d{{1,2}}){_ORDINAL}\s(?:of\s)?(?P<month2>{MONTH_NAMES})(?!\w)\.?)?
      (?!\s(?:[12]?\d|3[01])(?![\d:]|\.\d|\s?[ap]\.?\s?m))
      |(?:st|nd|rd|th|d|er)?\.?\s(?P<reckoned>{RECKONED})
      |[./\s-]\s?(?P<roman>{_ROMANS})[./\s-]\s?(?P<ryear>[12]\d{{3}}|(?<=[./-])(?:3[2-9]|[4-9]\d))(?!\w|[.,]\d)
      |(?P<sep>[./-])(?P<second>\d{{1,2}})(?P=sep)(?P<nyear>[12]\d{{3}}|\d\d)(?![\w/–-]|[.,:]\d)
    )
    |(?<=[12])(?<![/.,$£€:–-]\d)\d{{3}}-(?P<imonth>[01]\d)-(?P<iday>[0-3]\d)(?![\w-])
    |(?<=[0-3])\d[0-2]\d[0-5]\dZ\s(?P<zmonth>{MONTH_NAMES})\s(?P<zyear>[12]\d{{3}}|\d\d)(?!\d))""",
    re.VERBOSE,
)
_MONTH_FIRST = re.compile(
    rf"""(?P<month>{MONTH_FIRST})(?!\w)\.?(?:
      \s{{1,2}}['’]?(?P<short>3[2-9]|[4-9]\d)(?![\w:%]|[.,]\d)
      |\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th|d\b)?(?![\d:]|[.,]\d)
      (?:(?:{_TO}(?:(?P<month2>{MONTH_FIRST})(?!\w)\.?\s)?|\sand\s)(?P<last>\d{{1,2}})(?:st|nd|rd|th|d\b)?(?![\w:]|[.,/]\d))?
      |(?:{_TO}(?P<month3>{MONTH_FIRST})(?!\w)\.?)?,?\s{{1,2}}(?:of\s)?(?P<year>[12]\d{{3}})(?!\d)
    )""",
    re.VERBOSE,
)
_YEAR = re.compile(
    r"""(?:,?\s{1,2}(?:of\s|de\s)?|-)(?P<plain>[12]\d{3})(?!\d|[.,]\d)(?:\s?г(?:ода|\.)?(?!\w)|\s(?:r\.|roku\b))?
    |(?:,?\s|-)['’]?(?P<short>3[2-9]|[4-9]\d)(?![\w:%]|[.,]\d|-\d)
    |,?\s{0,2}\[(?:of\s)?(?P<bracket>[12]\d{3})(?P<doubt>\??)\]
    |,?\s(?:of\s)?(?P<relative>last|this|the\s(?:same|current|present|previous|preceding|past))\syear\b
      (?:,?\s?\[(?:i\.e\.,?\s)?(?P<bracket2>[12]\d{3})(?P<doubt2>\??)\])?
    |\.?\s(?P<reckoned>last(?!\s(?:year|month|week|night|minute|session)\b)|ult(?:imo\b|\.)|next(?!\s(?:to|year|month|week|day|session)\b)|dernier|prochain
      |d\.\s?J\.|v\.\s?J\.|a\.\s?c\.|b\.\s?r\.|br\.|с\.\s?г\.)(?!\w)
    |\.\s(?P<old>1[5-8]\d\d)(?!\d|[.,]\d)""",
    re.VERBOSE,
)
_HOUR = re.compile(
    r"""(?:[,;]?\s{1,2}(?:at\s|from\s)?|\s?[–—]\s?(?=\d{1,2}(?:[:.]\d\d)?\s?[APap]\.?\s?[mM]\b))(?:
      (?:(?P<h1>\d{1,2})(?:[:.](?P<m1>\d\d))?(?:\s?(?P<half1>[ap])\.?\s?m\.?)?(?:\s?[-–—]\s?|\sto\s))?
        (?P<h2>\d{1,2})(?:[:.](?P<m2>\d\d))?\s?(?P<half>[APap])\.?\s?[mM]\b\.?
      |(?P<zulu>[0-2]\d[0-5]\d)(?:Z\b|(?P<local>\s?(?:hours|hrs)\b\.?))
      |(?:(?P<h3>[0-2]?\d):(?P<m3>[0-5]\d)\s?[-–—]\s?)?(?P<h24>[0-2]?\d)(?::|\.(?=\d\d\s(?:hours|hrs|h|Uhr)\b))(?P<m24>[0-5]\d)(?![\d:])(?:\s?(?:hours|hrs|h|Uhr)\b\.?)?
      |(?P<word>noon|midnight)\b
    )""",
    re.VERBOSE,
)

# words for the year after a day and month, counted from the day of writing
_FROM_WRITING: Mapping[str, str] = {
    **dict.fromkeys(("last", "ultimo", "ult.", "dernier"), "before"),
    **dict.fromkeys(("next", "prochain"), "after"),
    **dict.fromkeys(("d.J.", "a.c.", "b.r.", "br.", "с.г."), "this"),
    "v.J.": "last",
}


class Numeric(NamedTuple):
    """A date in figures whose order may be open: ``2/10/65``."""

    first: int
    second: int
    year: str
    separator: str


class Found(NamedTuple):
    """A date as printed. ``day`` 0 is a month alone; ``last_day`` 0 is no range; ``month`` 0 is ``shift`` months from that of writing.

    A ``year`` below 100 lacks its century in print. ``relative`` is ``last``, ``this`` … where the text says
    ``of last year``, ``before`` or ``after`` for ``the 5th of May last``, ``next``;
    ``hour`` and ``last_hour`` are ``16:00:00`` or ``18:07:00Z``;
    ``day_end`` is where the day ends before them.
    """

    span: Span
    day: int
    month: int
    year: int | None = None
    last_day: int = 0
    last_month: int = 0
    relative: str = ""
    doubted: bool = False
    hour: str = ""
    last_hour: str = ""
    numeric: Numeric | None = None
    day_end: int = 0
    shift: int = 0


def scan(text: str) -> Iterator[Found]:
    """The dates of a text in source order, none inside another.

    >>> text = "on 1 March and May 5, 1965, 4 p.m."
    >>> [text[f.span.start : f.span.end] for f in scan(text)]
    ['1 March', 'May 5, 1965, 4 p.m.']
    """
    end = 0
    wide = (
        [Found(Span(*m.span()), int(m[3]), int(m[2]), int(m[1])) for m in _CJK.finditer(text)] if "年" in text else []
    )
    for found in sorted([*_day_first(text), *_month_first(text), *wide], key=lambda f: (f.span.start, -f.span.end)):
        if found.span.start >= end:
            end = found.span.end
            yield found


def _day_first(text: str) -> Iterator[Found]:
    for match in _DAY_FIRST.finditer(text):
        start = match.start()
        if match["imonth"]:
            span = Span(start, match.end())
            yield Found(span, int(match["iday"]), int(match["imonth"]), int(text[start : start + 4]))
            continue
        if match["zmonth"]:
            clock = _clock(int(text[start + 2 : start + 4]), int(text[start + 4 : start + 6]), "Z")
            span = Span(start, match.end())
            yield Found(span, int(text[start : start + 2]), month(match["zmonth"]), int(match["zyear"]), hour=clock)
            continue
        day = int(text[start : start + 2]) if text[start + 1 : start + 2].isdecimal() else int(text[start])
        if match["reckoned"]:
            yield Found(Span(start, match.end()), day, 0, shift=shift(match["reckoned"]))
            continue
        if match["sep"]:
            numeric = Numeric(day, int(match["second"]), match["nyear"], match["sep"])
            yield Found(Span(start, match.end()), day, numeric.second, numeric=numeric)
            continue
        if day > 31 and not match["roman"]:
            continue  # "NSSM 87, May": a number, no day
        if match["roman"]:
            yield Found(Span(start, match.end()), day, ROMAN[match["roman"]], int(match["ryear"]))
            continue
        first = month(match["month"])
        together = match["last"] and " and " not in match[0]
        if together and text[match.start("last") - 1] == "/" and int(match["last"]) != day + 1:
            continue  # "12/24 July": one day in two calendars
        if match["last"] and not together:
            # "3 and 5 June" are two days; the second is marked
            start, day = match.start("last"), int(match["last"])
        last = int((match["last"] if together else None) or match["last2"] or 0)
        last_month = month(match["month2"]) if match["month2"] else first if last else 0
        yield from _tail(text, start, match.end(), day, first, last, last_month)


def _month_first(text: str) -> Iterator[Found]:
    end = 0
    for start, name in places_of(CAPITAL_MONTHS, text):
        if start < end or (start and text[start - 1].isalnum()):
            continue
        match = _MONTH_FIRST.match(text, start)
        if match is None:
            continue
        end = match.end()
        first = month(name)
        short, alone, number, second, other = match.group("short", "year", "day", "last", "month2")
        if short:
            yield Found(Span(start, end), 0, first, int(short))
            continue
        if alone:
            last_month = month(match["month3"]) if match["month3"] else 0
            yield Found(Span(start, end), 0, first, int(alone), 0, last_month)
            continue
        day, until = int(number), end
        last = int(second or 0)
        last_month = month(other) if other else first if last else 0
        if last and " and " in match[0]:
            # "June 3 and 5": only the first day has its month
            until, last, last_month = _first_end(match), 0, 0
        yield from _tail(text, start, until, day, first, last, last_month)


def _first_end(match: re.Match[str]) -> int:
    after = match.string[match.end("day") :][:2]
    return match.end("day") + (2 if after in ("st", "nd", "rd", "th") else after[:1] == "d")


def _tail(text: str, start: int, end: int, day: int, first: int, last: int, last_month: int) -> Iterator[Found]:
    """The year and the hour after a day."""
    year: int | None = None
    relative, doubted = "", False
    match = _YEAR.match(text, end)
    if match:
        end = match.end()
        if (plain := match["plain"]) is not None:  # nearly all
            year = int(plain)
        else:
            printed = match["short"] or match["bracket"] or match["bracket2"] or match["old"]
            year = int(printed) if printed else None
            relative = " ".join((match["relative"] or "").split()) or _FROM_WRITING.get(
                "".join((match["reckoned"] or "").split()), ""
            )
            doubted = bool(match["doubt"] or match["doubt2"])
    elif text[end - 1] == "." and text[start:end].rpartition(" ")[2][:-1].lower() in WHOLE:
        end -= 1  # the sentence ends, not an abbreviation
    hour, last_hour = "", ""
    day_end = end
    clock = _HOUR.match(text, end)
    if clock:
        hours = _hours(clock)
        if hours is not None:
            hour, last_hour = hours
            end = clock.end()
    yield Found(Span(start, end), day, first, year, last, last_month, relative, doubted, hour, last_hour, None, day_end)


def _hours(match: re.Match[str]) -> tuple[str, str] | None:
    """The hour, or the two of a span of hours; None where no clock shows them."""
    if match["word"]:
        # midnight may be the day's beginning or its end
        return ("12:00:00", "") if match["word"] == "noon" else ("", "")
    if match["zulu"]:
        clock = _clock(int(match["zulu"][:2]), int(match["zulu"][2:]), "" if match["local"] else "Z")
        return (clock, "") if clock else None
    if match["h24"]:
        clock = _clock(int(match["h24"]), int(match["m24"]))
        first = _clock(int(match["h3"]), int(match["m3"])) if match["h3"] else ""
        return ((first, clock) if first else (clock, "")) if clock else None
    half = match["half"].lower()
    clock = _half(int(match["h2"]), int(match["m2"] or 0), half)
    if not match["h1"] or not clock:
        return (clock, "") if clock else None
    first = _half(int(match["h1"]), int(match["m1"] or 0), match["half1"] or half)
    if first > clock and not match["half1"]:
        first = _half(int(match["h1"]), int(match["m1"] or 0), "a")  # 11:30-1 p.m.
    return (first, clock) if first else (clock, "")


def _half(hour: int, minute: int, half: str) -> str:
    return _clock(hour % 12 + (12 if half in "pP" else 0), minute) if 1 <= hour <= 12 else ""


def _clock(hour: int, minute: int, zone: str = "") -> str:
    return f"{hour:02d}:{minute:02d}:00{zone}" if hour < 24 and minute < 60 else ""

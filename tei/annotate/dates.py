"""Dates: what is printed, and the day that it means where the text decides it.

A day without a year takes it from the text: from ``of last year``, from the same day printed in full
elsewhere, or, with less certainty, from the date of the document when the day lies within half a year of
it. ``@ana`` says that the year was inferred, ``@cert`` how sure that is. ``yesterday`` and its like are not
marked.

TEI: https://tei-c.org/release/doc/tei-p5-doc/en/html/ND.html#NDATTSda

>>> from tei.text import Source
>>> text = "They met on 10 February 1965, 4:00 p.m. in Moscow."
>>> document = Document(Source(text), blocks=[Mark("p", Span(0, len(text)))])
>>> [dict(m.attrs) for m in dates(document) if isinstance(m, Mark)]
[{'when': '1965-02-10T16:00:00'}]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tei.annotate.date_pattern import Found, Numeric, scan
from tei.annotate.leaf import Leaves
from tei.annotate.month import exists
from tei.annotate.reckoned import reckon
from tei.annotate.written import Written, of_document
from tei.diagnostic import Diagnostic
from tei.model import Document, Mark
from tei.text import Span

__all__ = ["dates"]

RULE = "dates"
_INFERRED, _RECKONED = "#inferred-year", "#inferred-date"
_WINDOW = 183  # days: half a year either way
_CLOSE = 45  # days from that of writing that tell which figure is the month, if the other reading is further off
_SAME_TIME = 2  # years from that of writing in which 12.5.61 is a day and no section
_RELATIVE: Mapping[str, int] = {
    "last": -1,
    "the previous": -1,
    "the preceding": -1,
    "the past": -1,
    "this": 0,
    "the current": 0,
    "the present": 0,
}

_Years = Mapping[tuple[int, int], set[int]]


def dates(document: Document) -> Iterator[Mark | Diagnostic]:
    """The dates in the blocks of a document; the front matter is read for evidence only."""
    text = document.source.text
    found = list(scan(text))
    if not found:
        return
    leaves = Leaves(document)
    day = of_document(document, leaves, found)
    found = [_century(one, day) for one in found]
    years: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for one in found:
        if one.year and not one.doubted and one.day:
            years[one.month, one.day].add(one.year)
    order = _order(found)
    written = Written(leaves, found, day)
    for one in found:
        block = leaves.holding(one.span)
        if block is None and one.day_end:
            # the hour stands in the next block
            one = one._replace(span=Span(one.span.start, one.day_end), hour="", last_hour="")
            block = leaves.holding(one.span)
        if block is None or block.kind == "pb" or _in_label(block, one.span):
            continue
        near = written.at(one.span.start) if one.year is None else day
        if one.numeric:
            yield from _figures(one.span, one.numeric, order, near)
        elif one.month:
            yield from _one(one, text, years, near)
        else:
            yield _counted(one, near)


def _century(one: Found, day: date | None) -> Found:
    """A year of two figures in full: the one next to the year of the document; without that year none."""
    if one.year is None or one.year >= 100:
        return one
    return one._replace(year=_next_to(one.year, day) if day else None)


def _next_to(figures: int, day: date) -> int:
    century = day.year - day.year % 100
    return min((century + shift + figures for shift in (-100, 0, 100)), key=lambda year: abs(year - day.year))


def _in_label(block: Mark, span: Span) -> bool:
    return any(s.overlaps(span) for s in block.syntax)


def _counted(one: Found, day: date | None) -> Mark:
    """``the 3d instant``: its month follows from the dateline."""
    when = reckon(one.day, one.shift, day) if day else ""
    return Mark("date", one.span, {"when": when, "cert": "high", "ana": _RECKONED} if when else {}, (), RULE)


def _one(one: Found, text: str, years: _Years, day: date | None) -> Iterator[Mark | Diagnostic]:
    printed = text[one.span.start : one.span.end]
    if one.day and not (
        exists(one.year, one.month, one.day) and (not one.last_day or exists(one.year, one.last_month, one.last_day))
    ):
        yield Mark("date", one.span, {}, (), RULE)
        yield Diagnostic.of(
            "date-impossible",
            f"“{' '.join(printed.split())}” is a day that no calendar has",
            one.span,
            hint="check it against the original",
        )
        return
    attrs: dict[str, str] = {}
    year = one.year
    if year is None:
        inferred = _infer(one, years, day)
        if isinstance(inferred, Diagnostic):
            yield Mark("date", one.span, {}, (), RULE)
            yield inferred
            return
        if inferred is not None:
            year, cert = inferred
            attrs = {"cert": cert, "ana": _INFERRED}
    elif one.doubted:
        attrs = {"cert": "low"}
    if year is None:
        yield Mark("date", one.span, {}, (), RULE)
        return
    when = _when(one, year)
    if not when:
        yield Mark("date", one.span, {}, (), RULE)
        yield Diagnostic.of(
            "date-ambiguous",
            f"“{' '.join(printed.split())}” runs backwards, so its days were not written",
            one.span,
            hint="check it against the original",
        )
        return
    yield Mark("date", one.span, {**when, **attrs}, (), RULE, attrs.get("cert", "high"))


def _when(one: Found, year: int) -> dict[str, str]:
    """``@when``, or ``@from`` and ``@to``; nothing where the range runs backwards.

    A range that runs over New Year has the printed year at its end: ``30 December–2 January 1965``.
    """
    first = year - 1 if 0 < one.last_month < one.month else year
    if not one.day:
        start = f"{first:04d}-{one.month:02d}"
        return {"from": start, "to": f"{year:04d}-{one.last_month:02d}"} if one.last_month else {"when": start}
    if one.last_day:
        start, end = _iso(first, one.month, one.day), _iso(year, one.last_month, one.last_day)
        return {"from": start, "to": end} if start < end else {}
    start = _iso(year, one.month, one.day)
    if one.last_hour:
        return (
            {"from": f"{start}T{one.hour}", "to": f"{start}T{one.last_hour}"}
            if one.hour < one.last_hour
            else {"when": start}
        )
    return {"when": f"{start}T{one.hour}" if one.hour else start}


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}"


def _infer(one: Found, years: _Years, day: date | None) -> tuple[int, str] | Diagnostic | None:
    """The year of a day printed without one, and how sure it is; None where the text does not decide."""
    if one.relative in ("before", "after"):
        return _beside(one, day)
    if one.relative:
        shift = _RELATIVE.get(one.relative)
        if shift is None or day is None:
            return None
        year = day.year + shift
        return (year, "high") if exists(year, one.month, one.day) else None
    known = sorted(years.get((one.month, one.day), ())) if not one.last_day else []
    if len(known) == 1:
        return known[0], "high"
    near = _near(one, day)
    if len(known) > 1 and near not in known:
        return Diagnostic.of(
            "date-ambiguous",
            f"the year of this day may be {', '.join(map(str, known[:-1]))} or {known[-1]}",
            one.span,
            expected=tuple(map(str, known)),
            hint="add the year in brackets",
        )
    return (near, "medium") if near is not None else None


def _beside(one: Found, day: date | None) -> tuple[int, str] | None:
    """The year of ``the 5th of May last``, ``next``: the nearest such day before or after that of writing."""
    if day is None or not one.day:
        return None
    step = -1 if one.relative == "before" else 1
    for year in (day.year, day.year + step):
        if 1 <= year <= 9999 and exists(year, one.month, one.day):
            distance = (date(year, one.month, one.day) - day).days * step
            if distance > 0:
                return year, "high"
    return None


def _near(one: Found, day: date | None) -> int | None:
    """The year that puts the day within half a year of the document."""
    if day is None or not one.day:
        return None
    month, number = (one.last_month, one.last_day) if one.last_day else (one.month, one.day)
    for year in (day.year, day.year - 1, day.year + 1):
        if 1 <= year <= 9999 and exists(year, month, number) and abs((date(year, month, number) - day).days) < _WINDOW:
            return year
    return None


def _order(found: Sequence[Found]) -> str:
    """How this text writes dates in figures: ``dm``, ``md``, or "" where nothing decides."""
    seen = set()
    for one in found:
        if one.numeric and one.numeric.separator != ".":
            if one.numeric.first > 12 >= one.numeric.second:
                seen.add("dm")
            elif one.numeric.second > 12 >= one.numeric.first:
                seen.add("md")
    return seen.pop() if len(seen) == 1 else ""


def _figures(span: Span, numeric: Numeric, order: str, day: date | None) -> Iterator[Mark | Diagnostic]:
    """A date in figures: with points the day comes first; else the text must decide the order."""
    a, b = numeric.first, numeric.second
    if len(numeric.year) == 4:
        year = int(numeric.year)
    elif day is None:
        return  # a section number, or a century that nothing decides
    else:
        year = _next_to(int(numeric.year), day)
        if numeric.separator == "." and abs(year - day.year) > _SAME_TIME:
            return  # a section number
    readings = {"dm": (a, b), "md": (b, a)}
    if numeric.separator == ".":
        wanted = "dm"
    elif a == b or b > 12 or a > 12:
        wanted = "md" if b > 12 else "dm"
    else:
        wanted = order
    if not wanted and numeric.separator == "-":
        return  # the number of a paper: NIE 11-4-60
    cert = {}
    if not wanted and day is not None:
        close = [
            o for o, (d, m) in readings.items() if exists(year, m, d) and abs((date(year, m, d) - day).days) <= _CLOSE
        ]
        wanted = close[0] if len(close) == 1 else ""
        cert = {"cert": "medium"} if wanted else {}
    if not wanted:
        yield Mark("date", span, {}, (), RULE)
        yield Diagnostic.of(
            "date-ambiguous",
            "this text does not decide which figure is the day",
            span,
            expected=tuple(sorted(_iso(year, m, d) for d, m in readings.values())),
            hint="write the month as a word",
        )
        return
    number, month = readings[wanted]
    if not exists(year, month, number):
        if len(numeric.year) == 4 and numeric.separator != ".":
            yield Mark("date", span, {}, (), RULE)
            yield Diagnostic.of(
                "date-impossible",
                "this is a day that no calendar has",
                span,
                hint="check it against the original",
            )
        return
    yield Mark("date", span, {"when": _iso(year, month, number), **cert}, (), RULE, cert.get("cert", "high"))

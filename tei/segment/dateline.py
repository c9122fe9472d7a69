"""Datelines: a place, a day, a time of day, and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from tei.text import Span

__all__ = ["day", "is_clock", "is_date", "is_dateline", "is_office"]

_LONGEST, _LONGEST_CLOCK = 120, 50
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d\s?(?:[ap]\.?\s?m\b|o['’]clock|Uhr)", re.I)
_MONTH = (
    r"(?:Jan(?:uary|y)?|Feb(?:ruary|y)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust|t)?|Sept?(?:ember|r|br)?|"
    r"Oct(?:ober|r|br)?|Nov(?:ember|r|br)?|Dec(?:ember|r|br)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th|d)?"
# days in other languages: "7. März 1958", "1er mai 1960", "3 de mayo de 1960", "5 мая 1955 г.", "1958年7月22日"
_ABROAD = (
    r"\d{1,2}(?:er|º|\.)? (?:de )?(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Jänner|janvier|février|mars|avril|mai|juin|juillet"
    r"|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    r"|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro"
    r"|novembro|dezembro|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|января"
    r"|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря),? (?:de )?\d{4}(?: ?(?:г\.|года|r\.|roku))?"
    r"|\d{4}年\d{1,2}月\d{1,2}日"
)
_YEAR = r"\[?\d{4}\]?"
# in figures: "4/III/1964", "27.X.62", "8/29/1963", "12.5.1961"
_FIGURES = r"\d{1,2}(?:\. ?|[ /-])(?:[IVX]{1,4}(?:\. ?|[ /-])(?:\d{4}|\d\d)|\d{1,2}(?:\. ?|[/-])\d{4})"
_FULL = (
    rf"{_MONTH},? {_DAY}(?:[–-]\d{{1,2}})?(?:[.,]{{1,2}} ?| ){_YEAR}|{_DAY}\.? (?:of |day of )?{_MONTH},? {_YEAR}|"
    rf"\d{{4}}-\d\d-\d\d|{_ABROAD}"
    rf"|(?<![\w./-]){_FIGURES}(?![\w/-])"
)
_DATE = re.compile(rf"(?:{_FULL}|{_MONTH} \d{{4}}|\d{{4}})(?:,.{{0,30}})?\.?")
_SEARCHED = re.compile(rf"(?P<full>{_FULL})|\b{_MONTH},? \d{{4}}|\bundated\b", re.I)
_HINT = re.compile(r"\d{4}|[IVX][./ -] ?\d\d|[Uu]ndated|UNDATED")  # without one of these no date is worth a search
_FOOTNOTE = re.compile(r"\s?\[\d{1,3}\]$")
_BRACKETED = re.compile(r"\[[a-z][^\[\]]{1,60}\]")  # [place not declassified]
_WORD = re.compile(r"[^\W\d_]+")

# what may stand beside the names of a place, and beside the figures of a time
_IN_PLACE = frozenset("of the de la le am an der den via aboard on off near and en route at in dnia a il à".split())
# words of titles: `Notes on the Cabinet Meeting, 3 April 1951` is no place
_RECORDS = frozenset(
    "meeting meetings notes conversation memorandum conference minutes record records letter talks discussion session report summary "
    "answers debate debates questions proceedings sitting hearing hearings interview telegram statement transcript briefing speech "
    "address agreement protocol notice circular despatch".split()
)
_IN_TIME = frozenset(
    "a p m am pm z noon midnight morning afternoon evening about approximately ca circa to and from until at local time hours hrs "
    "received rec d o clock gmt est edt et undated no th st nd rd mst pst monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct "
    "nov dec uhr heures h часов час ч".split()
)
_MOST_WORDS, _MOST_BARE = 9, 3  # in a place before a comma, in one that runs into the date


def is_date(text: str) -> bool:
    """Whether a block is a date and nothing else.

    >>> is_date("February 10, 1965"), is_date("In February 1965 he left")
    (True, False)
    """
    return len(text) < 60 and _DATE.fullmatch(text) is not None


def is_dateline(text: str) -> bool:
    """Whether a block is a place and a date, or one of them with a time.

    >>> is_dateline("[ Paris ,] May 5, 1949—4 p. m."), is_dateline("The meeting of May 5, 1949 failed")
    (True, False)
    """
    return len(text) <= _LONGEST and _dated(text)


@lru_cache(maxsize=16)  # a block is asked about by itself, and as what stands under another
def _dated(text: str) -> bool:
    if not _HINT.search(text):
        return False
    text = _FOOTNOTE.sub("", text)
    found = _SEARCHED.search(text)
    if found is None:
        return False
    place = _BRACKETED.sub("", text[: found.start()])
    if ":" in place or any(c.isdigit() for c in place):
        return False
    words = _WORD.findall(place)
    if len(words) > (_MOST_WORDS if place.rstrip()[-1:] in (",", "]", "—", "–") else _MOST_BARE) or any(
        not w[0].isupper() and w not in _IN_PLACE for w in words
    ):
        return False
    if words and (words[0].lower() in _IN_PLACE or not _RECORDS.isdisjoint(w.lower() for w in words)):
        return False
    return all(w.lower() in _IN_TIME or (w.isupper() and len(w) <= 4) for w in _WORD.findall(text[found.end() :]))


def is_office(text: str) -> bool:
    """Whether a line runs into the dateline under it: the house in which a letter was written.

    >>> is_office("Legation of the United States,"), is_office("Yours sincerely,")
    (True, False)
    """
    if text[-1] != "," or len(text) > _LONGEST_CLOCK or not text[0].isalnum():
        return False
    words = _WORD.findall(text)
    return all(w[0].isupper() or w in _IN_PLACE for w in words) and _RECORDS.isdisjoint(w.lower() for w in words)


def is_clock(text: str) -> bool:
    """Whether a block is a time of day and nothing else.

    >>> is_clock("9:22 - 10:12 a.m."), is_clock("10 men came at 4 p.m.")
    (True, False)
    """
    if len(text) > _LONGEST_CLOCK or not _CLOCK.search(text):
        return False
    return all(w.lower() in _IN_TIME for w in _WORD.findall(text))


def day(text: str, start: int) -> Span | None:
    """Where in a dateline that begins at ``start`` the day stands, when it has a day, a month and a year.

    >>> day("Oslo, May 5, 1949—4 p.m.", 100)
    Span(start=106, end=117)
    """
    found = _SEARCHED.search(text)
    return Span(start + found.start(), start + found.end()) if found and found["full"] else None

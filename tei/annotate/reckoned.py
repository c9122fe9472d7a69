"""Days of a month that is not printed, because writer and reader know it: ``the 3d instant``, ``24th ult.``, ``3. d. M.``

They count from the day of the letter, so they mean something only under a dateline.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tei.annotate.month import exists

__all__ = ["RECKONED", "reckon", "shift"]

# after a day; "of this month" in four languages, and its neighbours
RECKONED = (
    r"inst(?:ant\b|\.)|ult(?:imo\b|\.)|prox(?:imo\b|\.)|[dv]\.\s?M(?:onats|ts\.?|\.)|of\s(?:this|last|next|the\s(?:present|current|past))\smonth\b"
    r"|courant\b|de\sce\smois\b|du\smois\s(?:courant|dernier)\b"
)
_SHIFTS: Mapping[str, int] = {
    "inst": 0,
    "ult": -1,
    "prox": 1,
    "v": -1,
    "of last": -1,
    "of the past": -1,
    "of next": 1,
    "du mois d": -1,
}


def shift(printed: str) -> int:
    """How many months the printed words count from that of writing.

    >>> shift("ultimo"), shift("of this month"), shift("prox.")
    (-1, 0, 1)
    """
    words = " ".join(printed.split())
    return next((months for head, months in _SHIFTS.items() if words.startswith(head)), 0)


def reckon(number: int, months: int, day: date) -> str:
    """The day of a month near that of writing, in ISO form; "" for one that the month has not.

    >>> reckon(24, -1, date(1871, 1, 9)), reckon(31, 0, date(1871, 6, 9))
    ('1870-12-24', '')
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return f"{year:04d}-{month:02d}-{number:02d}" if year > 0 and exists(year, month, number) else ""

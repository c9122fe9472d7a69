"""Names of months, and days that exist."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["CAPITAL_MONTHS", "MONTHS", "MONTH_FIRST", "MONTH_NAMES", "ROMAN", "WHOLE", "exists", "month"]


def _row(names: str) -> list[str]:
    return names.split()


_ENGLISH = _row("january february march april may june july august september october november december")
_GERMAN = _row("januar februar märz april mai juni juli august september oktober november dezember")
_FRENCH = _row("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
_RUSSIAN = _row("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
_SPANISH = _row("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")
_ITALIAN = _row("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre")
_PORTUGUESE = _row("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro")
_POLISH = _row("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")
_SHORT = _row("jan feb mar apr jun jul aug sep sept oct nov dec")
_VARIANTS = {
    "jänner": 1,
    "maerz": 3,
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
    "okt": 10,
    "dez": 12,
}
# as hands and printers of the 18th and 19th century shortened them
_OLD = {
    "jany": 1,
    "feby": 2,
    "mch": 3,
    "augt": 8,
    "septr": 9,
    "septbr": 9,
    "octr": 10,
    "octbr": 10,
    "novr": 11,
    "novbr": 11,
    "decr": 12,
    "decbr": 12,
}

_LANGUAGES = (_ENGLISH, _GERMAN, _FRENCH, _RUSSIAN, _SPANISH, _ITALIAN, _PORTUGUESE, _POLISH)

MONTHS: Mapping[str, int] = {
    **{name: number for names in _LANGUAGES for number, name in enumerate(names, 1)},
    **{short: next(n for n, name in enumerate(_ENGLISH, 1) if name.startswith(short)) for short in _SHORT},
    **_VARIANTS,
    **_OLD,
}
# names in full: the full stop after one ends the sentence
WHOLE = frozenset(name for names in _LANGUAGES for name in names)
ROMAN: Mapping[str, int] = {numeral: n for n, numeral in enumerate(_row("I II III IV V VI VII VIII IX X XI XII"), 1)}


# where a month is written small it is no English word ("may", "march")
_SMALL = frozenset([*(name for names in _LANGUAGES[2:] for name in names), "fevrier", "aout", "decembre"])


def _forms(names: Iterable[str]) -> frozenset[str]:
    """The words as they are printed."""
    return frozenset(
        form for name in names for form in (name.capitalize(), name.upper(), *((name,) if name in _SMALL else ()))
    )


def _tree(forms: Sequence[str]) -> str:
    """A pattern for these words, the longest first, that looks at each letter once."""
    heads = {form[0]: [other[1:] for other in forms if other[:1] == form[0]] for form in forms if form}
    branches = [head + (_tree(tails) if any(tails) else "") for head, tails in heads.items()]
    if "" in forms:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


# after a day any language will do; before it only English, whose months are capitals
MONTH_NAMES = _tree(sorted(_forms(MONTHS)))
CAPITAL_MONTHS = _forms([*_ENGLISH, *_SHORT, *_OLD])
MONTH_FIRST = _tree(sorted(CAPITAL_MONTHS))


def month(name: str) -> int:
    """The number of a month by its printed name.

    >>> month("Sept"), month("FÉVRIER"), month("марта")
    (9, 2, 3)
    """
    return MONTHS[name.lower()]


_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def exists(year: int | None, month_: int, day: int) -> bool:
    """Whether a calendar has the day; without a year, whether any has.

    >>> exists(1965, 2, 29), exists(None, 2, 29)
    (False, True)
    """
    return 1 <= month_ <= 12 and 1 <= day <= _DAYS[month_] and (month_ != 2 or day < 29 or isleap(year or 2000))

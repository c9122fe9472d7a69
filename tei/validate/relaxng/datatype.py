"""Datatypes of RELAX NG: the two of its own, those of XML Schema with their parameters, those of DTD compatibility.

>>> year = datatype(XSD, "gYear", [("minInclusive", "1900")])
>>> year.allows("1965"), year.allows("1865"), year.describe()
(True, False, 'a year (1965), at least 1900')
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tei.validate.relaxng.lexical import COMPATIBILITY, LIBRARIES, XSD, Row, spaced
from tei.validate.relaxng.xsd_regex import Expression, ExpressionError

__all__ = ["COMPATIBILITY", "XSD", "Datatype", "DatatypeError", "datatype"]

Namespaces = Mapping[str | None, str] | None
_Test = Callable[[str, Any], bool]  # of a text, its white space dealt with, and its value
_BOUNDS: Mapping[str, tuple[Callable[[int], bool], str]] = {
    "minInclusive": (lambda c: c >= 0, "at least"),
    "maxInclusive": (lambda c: c <= 0, "at most"),
    "minExclusive": (lambda c: c > 0, "more than"),
    "maxExclusive": (lambda c: c < 0, "less than"),
}
_LENGTHS: Mapping[str, tuple[Callable[[int, int], bool], str]] = {
    "length": (lambda a, b: a == b, "exactly"),
    "minLength": (lambda a, b: a >= b, "at least"),
    "maxLength": (lambda a, b: a <= b, "at most"),
}
_DIGITS = ("totalDigits", "fractionDigits")
_MAX_NUMBER = 4000  # characters of a number: longer ones take time that grows with the square


class DatatypeError(ValueError):
    """A datatype, or a parameter of one, that there is not; says why."""


@dataclass(frozen=True, slots=True)
class Datatype:
    """A datatype with its parameters; two are equal when they were written alike.

    ``id_type``: ``ID``, ``IDREF``, ``IDREFS`` or nothing. ``needs_context``: what a value means depends on the prefixes
    in scope, a mapping from prefix (None: none) to namespace.
    """

    library: str
    name: str
    params: tuple[tuple[str, str], ...]
    _row: Row = field(repr=False, compare=False)
    _tests: tuple[_Test, ...] = field(repr=False, compare=False)

    @property
    def id_type(self) -> str:
        """What the value is to DTD compatibility."""
        return self._row.id_type

    @property
    def needs_context(self) -> bool:
        """Whether prefixes decide."""
        return self._row.context

    def _value(self, text: str, namespaces: Namespaces) -> tuple[str, Any]:
        row = self._row
        text = spaced(text, row.space)
        if row.order is not None and len(text) > _MAX_NUMBER:
            return text, None
        return text, row.read(text, namespaces)

    def allows(self, text: str, namespaces: Namespaces = None) -> bool:
        """Whether a text is of the type."""
        text, value = self._value(text, namespaces)
        if value is None:
            return False
        return all(test(text, value) for test in self._tests)

    def key(self, text: str, namespaces: Namespaces = None) -> Hashable | None:
        """What is the same for texts with the same value; None for a text that is not of the type."""
        text, value = self._value(text, namespaces)
        if value is None or not all(test(text, value) for test in self._tests):
            return None
        key: Hashable = value if self._row.key is None else self._row.key(value)
        return key

    def equal(self, a: str, a_namespaces: Namespaces, b: str, b_namespaces: Namespaces) -> bool:
        """Whether two texts have the same value."""
        key = self.key(a, a_namespaces)
        return key is not None and key == self.key(b, b_namespaces)

    def describe(self) -> str:
        """In words, with an example, for messages."""
        said = self._row.words
        for name, value in self.params:
            if name == "pattern":
                said += f" that matches {value}"
            elif name in _BOUNDS:
                said += f", {_BOUNDS[name][1]} {value}"
            elif name in _LENGTHS:
                said += f", {_LENGTHS[name][1]} {value} {self._row.counts} long"
            else:
                said += f", with {value} {'digits' if name == 'totalDigits' else 'decimal places'} at most"
        return _PATTERNS.get(said, said)


# what the patterns of TEI and of this project mean
_PATTERNS = {
    r"text that matches [^\p{C}\p{Z}]+": "a word without blanks",
    r"an id that matches [a-z]([\-_a-z0-9]*[a-z0-9])?": "an id in small letters, digits, hyphens and underscores (kim-il-sung)",
    r"an address (a URL, or # and an id) that matches \S+": "an address without blanks (a URL, or # and an id)",
}


def datatype(library: str, name: str, params: Iterable[tuple[str, str]] = ()) -> Datatype:
    """The datatype of a library; one object for each that is asked for.

    Raises DatatypeError for a library, type or parameter that there is not.
    """
    return _made(library, name, tuple(params))


@lru_cache(maxsize=1024)
def _made(library: str, name: str, params: tuple[tuple[str, str], ...]) -> Datatype:
    rows = LIBRARIES.get(library)
    if rows is None:
        raise DatatypeError(f"the datatype library {library} is not known here")
    row = rows.get(name)
    if row is None:
        where = (
            "XML Schema" if library == XSD else library or "RELAX NG itself: set datatypeLibrary to that of XML Schema"
        )
        raise DatatypeError(f"there is no datatype {name} in {where}")
    if params and library != XSD:
        raise DatatypeError(f"the datatype {name} has no parameters, so not {params[0][0]} either")
    return Datatype(library, name, params, row, tuple([_test(name, row, *param) for param in params]))


def _test(name: str, row: Row, param: str, value: str) -> _Test:
    """The test that a parameter stands for."""
    if param == "pattern":
        try:
            matches = Expression(value).matches
        except ExpressionError as error:
            raise DatatypeError(str(error)) from error
        return lambda text, _: matches(text)
    if param in _BOUNDS and row.order is not None:
        limit = row.read(spaced(value, row.space), None) if len(value) <= _MAX_NUMBER else None
        if limit is None:
            raise DatatypeError(f'{param} of {name} is "{value}", which is not {row.words}')
        return _bound(row.order, limit, _BOUNDS[param][0])
    if param in _LENGTHS and row.counts:
        count = _count(name, param, value)
        holds = _LENGTHS[param][0]
        if row.context:  # the length of a qualified name says nothing
            return lambda _, __: True
        if row.counts == "items":
            return lambda text, _: holds(len(text.split(" ")), count)
        if row.counts == "octets":
            return lambda _, value: holds(len(value), count)
        return lambda text, _: holds(len(text), count)
    if param in _DIGITS and row.digits:
        count = _count(name, param, value)
        if param == "totalDigits":
            return lambda _, value: _digits(value) <= count
        return lambda _, value: max(0, -_exponent(value)) <= count
    raise DatatypeError(f"the datatype {name} has no parameter {param}")


def _bound(order: Callable[[Any, Any], int | None], limit: Any, holds: Callable[[int], bool]) -> _Test:
    def test(_: str, value: Any) -> bool:
        compared = order(value, limit)
        return compared is not None and holds(compared)

    return test


def _count(name: str, param: str, value: str) -> int:
    digits = value.strip(" \t\n\r")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise DatatypeError(f'{param} of {name} is "{value}", which is not a whole number')
    return int(digits)


def _exponent(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent) if value else 0


def _digits(value: Decimal) -> int:
    """Digits of a number without zeros at its ends, but those before the point."""
    _sign, digits, exponent = value.normalize().as_tuple()
    return max(len(digits) + max(int(exponent), 0), -int(exponent))

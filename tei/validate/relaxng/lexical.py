"""The datatypes, a row each: white space, lexical form, value, what its parameters count, in words (XML Schema, part 2)."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tei.validate.relaxng.calendar import duration, duration_order, moment, order
from tei.validate.relaxng.xml_name import Form

__all__ = ["COMPATIBILITY", "LIBRARIES", "XSD", "Row", "spaced"]

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
COMPATIBILITY = "http://relaxng.org/ns/compatibility/datatypes/1.0"
Namespaces = Mapping[str | None, str] | None
_BLANKS = " \t\n\r"
_RUNS = re.compile(r"[ \t\n\r]+")
_REPLACED = str.maketrans("\t\n\r", "   ")
_MAX_DIGITS = 4000


@dataclass(frozen=True, slots=True)
class Row:
    """A datatype. ``read`` gives the value of a text whose white space is right already, None where it is none.

    ``space``: ``preserve``, ``replace`` or ``collapse``; ``counts``: what a length is of (``characters``, ``items``,
    ``octets``, "" for nothing); ``order`` compares two values (-1, 0, 1, None); ``digits``: whether digits are counted.
    """

    words: str
    read: Callable[[str, Namespaces], Any]
    space: str = "collapse"
    counts: str = ""
    order: Callable[[Any, Any], int | None] | None = None
    digits: bool = False
    id_type: str = ""
    context: bool = False
    key: Callable[[Any], Hashable] | None = None


def spaced(text: str, space: str) -> str:
    """Text after its white space has been dealt with (section 4.3.6).

    >>> spaced(" a\\n b ", "collapse"), spaced("a\\nb", "replace")
    ('a b', 'a b')
    """
    if space == "collapse":
        return _RUNS.sub(" ", text.strip(_BLANKS))
    return text.translate(_REPLACED) if space == "replace" else text


def _plain(words: str, form: str, *, id_type: str = "", counts: str = "characters") -> Row:
    match = Form(form).match
    return Row(words, lambda text, _: text if match(text) else None, counts=counts, id_type=id_type)


def _text(words: str, space: str) -> Row:
    return Row(words, lambda text, _: text, space=space, counts="characters")


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_QUERY = re.compile("[?#]")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?//(?:[^/?#\[\]@]*@)?\[[0-9A-Fa-f:.]+\](?=[:/?#]|$)"
)  # an address of IP version 6


def _uri(text: str, _: Namespaces) -> str | None:
    """What RFC 2396 and 2732 refuse even if other characters are escaped: a bare percent or bracket, two fragments, a colon
    after no scheme, a scheme with nothing after it.
    """
    if _PERCENT.search(text) or text.count("#") > 1:
        return None
    colon = text.find(":")
    if colon >= 0:
        scheme = _SCHEME.match(text)
        if scheme is None:
            if not any(c in text[:colon] for c in "/?#["):
                return None
        elif text[scheme.end() :].partition("#")[0] in ("", "//"):
            return None
    if "[" in text or "]" in text:
        path = _QUERY.split(text, 1)[0]
        host = _HOST.match(path)
        rest = path[host.end() :] if host else path
        if "[" in rest or "]" in rest:
            return None
    return text


_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_FLOAT = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN")


def _decimal(text: str, _: Namespaces) -> Decimal | None:
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def _whole(low: int | None, high: int | None, words: str) -> Row:
    def read(text: str, _: Namespaces) -> Decimal | None:
        if not _INTEGER.fullmatch(text):
            return None
        value = Decimal(text)
        return None if (low is not None and value < low) or (high is not None and value > high) else value

    return Row(words, read, order=_compared, digits=True)


def _float(text: str, _: Namespaces) -> float | None:
    return float(text) if _FLOAT.fullmatch(text) else None


def _compared(a: Decimal, b: Decimal) -> int | None:
    return (a > b) - (a < b)


def _floats(a: float, b: float) -> int | None:
    if a != a or b != b:  # NaN equals itself, and is above all (section 3.2.4)
        return (a != a) - (b != b)
    return (a > b) - (a < b)


def _moments(kind: str, words: str) -> Row:
    return Row(words, lambda text, _: moment(kind, text), order=order)


def _boolean(text: str, _: Namespaces) -> bool | None:
    return {"true": True, "1": True, "false": False, "0": False}.get(text)


def _hex(text: str, _: Namespaces) -> bytes | None:
    return bytes.fromhex(text) if re.fullmatch(r"(?:[0-9A-Fa-f]{2})*", text) else None


_BASE64 = re.compile(
    r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]|(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|"
    r"[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
)


def _base64(text: str, _: Namespaces) -> bytes | None:
    return base64.b64decode(text.replace(" ", "")) if _BASE64.fullmatch(text) else None


_QNAME = Form("(?:(NCName):)?(NCName)")


def _qname(text: str, namespaces: Namespaces) -> tuple[str, str] | None:
    match = _QNAME.match(text)
    if match is None:
        return None
    prefix, name = match.groups()
    known = namespaces or {}
    if prefix is None:
        return known.get(None, known.get("", "")), name
    uri = known.get(prefix)
    return None if uri is None else (uri, name)


_NMTOKEN = "[:Chars]+"
_BUILT_IN: Mapping[str, Row] = {"string": _text("text", "preserve"), "token": _text("text", "collapse")}
_ID = _plain("an id", "NCName", id_type="ID")
_IDREF = _plain("a reference to an id", "NCName", id_type="IDREF")
_IDREFS = _plain("references to ids", "NCName(?: NCName)*", id_type="IDREFS", counts="items")
_XSD: Mapping[str, Row] = {
    "string": _text("text", "preserve"),
    "normalizedString": _text("text", "replace"),
    "token": _text("text", "collapse"),
    "language": _plain("a language code (en, pt-BR)", "[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
    "Name": _plain("a name (a letter, then letters, digits, hyphens, full stops)", "(?:NCName|:)[:Chars]*"),
    "NCName": _plain("a name without a colon", "NCName"),
    "NMTOKEN": _plain("a word of letters, digits, hyphens and full stops", _NMTOKEN),
    "NMTOKENS": _plain(
        "words of letters, digits, hyphens and full stops", f"{_NMTOKEN}(?: {_NMTOKEN})*", counts="items"
    ),
    "ID": _ID,
    "IDREF": _IDREF,
    "IDREFS": _IDREFS,
    "ENTITY": _plain("the name of an entity", "NCName"),
    "ENTITIES": _plain("names of entities", "NCName(?: NCName)*", counts="items"),
    "QName": Row("a name, its prefix declared", _qname, counts="characters", context=True),
    "NOTATION": Row("the name of a notation, its prefix declared", _qname, counts="characters", context=True),
    "anyURI": Row("an address (a URL, or # and an id)", _uri, counts="characters"),
    "boolean": Row("true or false", _boolean),
    "decimal": Row("a number (12.5)", _decimal, order=_compared, digits=True),
    "float": Row("a number (12.5, 1e6)", _float, order=_floats, key=lambda v: "NaN" if v != v else v),
    "double": Row("a number (12.5, 1e6)", _float, order=_floats, key=lambda v: "NaN" if v != v else v),
    "duration": Row("a length of time (P3Y6M, PT90M)", lambda text, _: duration(text), order=duration_order),
    "dateTime": _moments("dateTime", "a date with a time (1965-02-10T09:30:00)"),
    "date": _moments("date", "a date (1965-02-10)"),
    "time": _moments("time", "a time (09:30:00)"),
    "gYearMonth": _moments("gYearMonth", "a month of a year (1965-02)"),
    "gYear": _moments("gYear", "a year (1965)"),
    "gMonthDay": _moments("gMonthDay", "a day of a month (--02-10)"),
    "gMonth": _moments("gMonth", "a month (--02)"),
    "gDay": _moments("gDay", "a day (---10)"),
    "hexBinary": Row("pairs of hexadecimal digits", _hex, counts="octets"),
    "base64Binary": Row("bytes in base64", _base64, counts="octets"),
    "integer": _whole(None, None, "a whole number"),
    "nonPositiveInteger": _whole(None, 0, "a whole number, 0 or below"),
    "negativeInteger": _whole(None, -1, "a whole number below 0"),
    "nonNegativeInteger": _whole(0, None, "a whole number, 0 or above"),
    "positiveInteger": _whole(1, None, "a whole number, 1 or above"),
    "long": _whole(-(2**63), 2**63 - 1, "a whole number of at most 64 bits"),
    "int": _whole(-(2**31), 2**31 - 1, "a whole number of at most 32 bits"),
    "short": _whole(-(2**15), 2**15 - 1, "a whole number from -32768 to 32767"),
    "byte": _whole(-128, 127, "a whole number from -128 to 127"),
    "unsignedLong": _whole(0, 2**64 - 1, "a whole number, 0 or above, of at most 64 bits"),
    "unsignedInt": _whole(0, 2**32 - 1, "a whole number, 0 or above, of at most 32 bits"),
    "unsignedShort": _whole(0, 2**16 - 1, "a whole number from 0 to 65535"),
    "unsignedByte": _whole(0, 255, "a whole number from 0 to 255"),
}
LIBRARIES: Mapping[str, Mapping[str, Row]] = {
    "": _BUILT_IN,
    XSD: _XSD,
    COMPATIBILITY: {"ID": _ID, "IDREF": _IDREF, "IDREFS": _IDREFS},
}

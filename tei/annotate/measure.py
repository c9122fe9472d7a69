"""How much is missing, by the words of a bracket: ``2½ lines``, ``less than 1 line``, ``name``.

TEI: `att.dimensions <https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.dimensions.html>`_.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["measure_illegible", "measure_redacted"]

# singular and plural of what TEI can count; anything else is told in words by @extent
_UNITS: Mapping[str, str] = {
    **{form: unit for unit in ("line", "page", "paragraph", "sentence", "word") for form in (unit, unit + "s")},
    **dict.fromkeys(("character", "characters", "letter", "letters"), "character"),
    **dict.fromkeys(("group", "groups", "gp", "gps"), "group"),
    "ll": "line",
    "сл": "word",
    **dict.fromkeys(
        ("wort", "wörter", "worte", "mot", "mots", "слово", "слова", "слов", "palabra", "palabras", "parola", "parole"),
        "word",
    ),
    **dict.fromkeys(
        ("zeile", "zeilen", "ligne", "lignes", "строка", "строки", "строк", "línea", "líneas", "riga", "righe"), "line"
    ),
    **dict.fromkeys(("seite", "seiten", "страница", "страницы", "página", "páginas", "pagina", "pagine"), "page"),
}
_FRACTIONS: Mapping[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_NUMBERS: Mapping[str, int] = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    **dict.fromkeys(("ein", "eine", "un", "une", "uno", "una", "одно", "одна"), 1),
    **dict.fromkeys(("zwei", "deux", "dos", "due", "два", "две"), 2),
    **dict.fromkeys(("drei", "trois", "tres", "tre", "три"), 3),
    **dict.fromkeys(("vier", "quatre", "cuatro", "четыре"), 4),
}

# "31/2" is three and a half: the typist's hyphen is often lost
_NUMBER = (
    r"(?:(?P<w1>\d{0,3})\s?[-–—]?\s?(?P<sign>[½¼¾⅓⅔⅛])"
    r"|(?P<w2>\d{0,3}?)\s?[-–—]?\s?(?P<over>[1-3])/(?P<under>[2348])(?!\d)"
    r"|(?P<plain>\d{1,4}(?:\.\d)?)"
    rf"|(?P<name>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?P<more>\sand\sa\shalf)?)"
)
_AMOUNT = re.compile(
    rf"\b{_NUMBER}(?:\s(?:illegible|handwritten|typed|typewritten|short|full))?[\s-]"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
    rf"|(?P<half>½|half)\s(?:a\s)?(?P<halved>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"(?:less|fewer)\sth[ae]n\s|under\s|at\smost\s|up\sto\s", re.IGNORECASE)
_VERB = re.compile(
    r"\s?(?:\(|\b(?:is|are|was|were|have been|has been|still|remains?\b|not\b|deleted|excised"
    r"|redacted|sanitized|sanitised|withheld"
    r"|blacked|expunged|illegible|unreadable|of\s(?:\S+\s){0,2}(?:source|text)))",
    re.IGNORECASE,
)
# "line deleted" is one line
_ONE_UNIT = re.compile(
    r"(line|page|paragraph|sentence|word)\s(?=not\b|is\b|deleted|excised|redacted|saniti|withheld|illegible)",
    re.IGNORECASE,
)
_NO_EXTENT = frozenset({"", "text", "material", "portion", "portions", "passage", "information"})


def _quantity(match: re.Match[str]) -> str:
    if match["half"]:
        return "0.5"
    if match["sign"]:
        number = int(match["w1"] or 0) + _FRACTIONS[match["sign"]]
    elif match["over"]:
        number = int(match["w2"] or 0) + int(match["over"]) / int(match["under"])
    elif match["plain"]:
        number = float(match["plain"])
    else:
        number = _NUMBERS[match["name"].lower()] + (0.5 if match["more"] else 0)
    return f"{round(number, 2):g}"


def _unit(match: re.Match[str]) -> str:
    return _UNITS[(match["unit"] or match["halved"]).lower()]


def _counted(words: str) -> Mapping[str, str] | None:
    """The measure at the head of the words, else the one in parentheses."""
    less = _LESS.match(words)
    match = _AMOUNT.match(words, less.end() if less else 0)
    if match is None and "(" in words:
        match = _AMOUNT.match(words, words.index("(") + 1)
    if match is None:
        return None
    quantity = _quantity(match)
    if quantity == "0":
        return None
    return {"unit": _unit(match), "atMost" if less else "quantity": quantity}


def measure_redacted(words: str) -> Mapping[str, str]:
    """The measure of ``[2½ lines of source text not declassified]``; what cannot be counted is named.

    >>> dict(measure_redacted("31/2 lines not declassified"))
    {'unit': 'line', 'quantity': '3.5'}
    >>> dict(measure_redacted("dollar amount not declassified"))
    {'extent': 'dollar amount'}
    """
    counted = _counted(words)
    if counted is not None:
        return counted
    one = _ONE_UNIT.match(words)
    if one is not None:
        return {"unit": _UNITS[one[1].lower()], "quantity": "1"}
    verb = _VERB.search(words)
    extent = " ".join(words[: verb.start() if verb else 0].split())
    return {} if extent.lower() in _NO_EXTENT or len(extent) > 60 else {"extent": extent[0].lower() + extent[1:]}


def measure_illegible(words: str) -> Mapping[str, str]:
    """The measure of ``[two words illegible]``, wherever it stands in the words.

    >>> dict(measure_illegible("illegible, two words"))
    {'unit': 'word', 'quantity': '2'}
    """
    match = _AMOUNT.search(words)
    if match is not None and words[: match.start()].rstrip().lower().endswith((" or", " to")):
        return {}  # "two or three words": no one number
    if match is None:
        one = _ONE_UNIT.match(words)
        return {"unit": _UNITS[one[1].lower()], "quantity": "1"} if one else {}
    return {"unit": _unit(match), "quantity": _quantity(match)}

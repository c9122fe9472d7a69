"""The words of the compact syntax, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tei.errors import ResourceError
from tei.validate.relaxng.xml_name import NCNAME

__all__ = ["KEYWORDS", "Token", "tokens"]

KEYWORDS = frozenset(
    "attribute default datatypes div element empty external grammar include inherit list mixed namespace notAllowed parent "
    "start string text token".split()
)
_ESCAPE = re.compile(r"\\x+\{([0-9A-Fa-f]{1,6})\}")
# in this order: the first that matches is the token
_KINDS = (
    ("blank", r"[ \t\r\n]+"),
    ("documentation", r"##[^\n\r]*"),
    ("comment", r"#[^\n\r]*"),
    ("literal", r'"""(?:"{0,2}[^"])*"""' + r"|'''(?:'{0,2}[^'])*'''" + r'|"[^"\n\r]*"|' + r"'[^'\n\r]*'"),
    ("cname", rf"{NCNAME}:{NCNAME}"),
    ("nsname", rf"{NCNAME}:\*"),
    ("quoted", rf"\\{NCNAME}"),
    ("name", NCNAME),
    ("sign", r"\|=|&=|>>|[=,|&?*+\-~(){}\[\]]"),
)
_TOKEN = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _KINDS))


class Token(NamedTuple):
    """A word: ``kind`` is ``literal``, ``name``, ``keyword``, ``quoted`` (a name), ``cname``, ``nsname``, ``sign``, ``documentation``
    or ``end``.
    """

    kind: str
    text: str
    line: int
    column: int


def tokens(text: str, *, path: str) -> Iterator[Token]:
    """The tokens of a schema, ``end`` last; comments left out.

    Raises ResourceError where no token begins.
    """
    line, start, at = 1, 0, 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            what = "a literal is not closed" if text[at] in "\"'" else f'"{text[at]}" means nothing here'
            raise ResourceError(what, path=path, line=line, column=at - start + 1)
        kind, found = str(match.lastgroup), match[0]
        if kind not in ("blank", "comment"):
            shown = found
            if kind == "literal":
                width = 3 if found[:3] in ('"""', "'''") else 1
                shown = found[width:-width]
            elif kind == "quoted":
                shown = found[1:]
            elif kind == "documentation":
                shown = found.lstrip("#").strip()
            elif kind == "name" and found in KEYWORDS:
                kind = "keyword"
            yield Token(kind, _unescaped(shown), line, at - start + 1)
        feeds = found.count("\n")
        if feeds:
            line += feeds
            start = at + found.rindex("\n") + 1
        at = match.end()
    yield Token("end", "", line, at - start + 1)


def _unescaped(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return chr(code) if code <= 0x10FFFF else match[0]

    return _ESCAPE.sub(character, text) if "\\x" in text else text

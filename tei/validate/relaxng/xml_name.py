"""Names of XML, as forms that are compiled when they are first needed.

The letters of all scripts make a large class, slow to compile, and nearly all names are ASCII: those have a form of their own.
"""

from __future__ import annotations

import re
from functools import cached_property

__all__ = ["NCNAME", "Form"]

# XML 1.0, fifth edition, without the colon; as in the fourth a name begins with a letter, not with a mark
_FIRST = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_CHARS = f"\\-.0-9\u00b7\u0300-\u036f\u203f\u2040{_FIRST}"
NCNAME = f"(?=[{_FIRST}])[^\\W\\d][{_CHARS}]*"
_ASCII_CHARS = r"\-.0-9A-Z_a-z"
_ASCII_NCNAME = f"[A-Z_a-z][{_ASCII_CHARS}]*"


class Form:
    """A regular expression in which ``NCName`` is a name and ``[Chars]`` stands for the characters of one.

    >>> Form("(?:(NCName):)?(NCName)").match("xml:id").groups()
    ('xml', 'id')
    """

    def __init__(self, form: str) -> None:
        self._form = form

    @cached_property
    def _ascii(self) -> re.Pattern[str]:
        return re.compile(self._form.replace("NCName", _ASCII_NCNAME).replace("Chars", _ASCII_CHARS))

    @cached_property
    def _all(self) -> re.Pattern[str]:
        return re.compile(self._form.replace("NCName", NCNAME).replace("Chars", _CHARS))

    def match(self, text: str) -> re.Match[str] | None:
        """The match of a whole text."""
        return (self._ascii if text.isascii() else self._all).fullmatch(text)

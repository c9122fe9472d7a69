"""Problems with the run: no such file, a broken stylesheet, a register that is no register.

A problem *in* a document is never one of these; it is a :class:`tei.diagnostic.Diagnostic`.
"""

from __future__ import annotations

__all__ = ["FidelityError", "InputError", "LimitError", "RegisterError", "ResourceError", "TeiError"]


class TeiError(Exception):
    """Anything that stops a run. Carries a place where there is one.

    ``message`` is one lower-case line without a full stop; ``path`` the file, ``line`` and ``column`` count from 1
    (0 = unknown); ``hint`` says what to do about it.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.column, self.hint = message, path, line, column, hint

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column or 1}"
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text


class InputError(TeiError):
    """A file that cannot be read: missing, a folder, binary, undecodable, not well-formed."""


class LimitError(InputError):
    """Input that goes beyond a stated limit of depth, size or entity expansion."""


class RegisterError(TeiError):
    """A register of people that cannot be used: wrong columns, duplicate ids."""


class ResourceError(TeiError):
    """A schema or stylesheet that is missing or does not compile."""


class FidelityError(TeiError):
    """The encoded document does not give the source back: a fault of this program, nothing is written."""

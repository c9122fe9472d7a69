"""What came of looking at one document: all that an output needs, without the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tei.diagnostic import Diagnostic, Severity
from tei.errors import TeiError
from tei.text import Source

__all__ = ["Checked"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A document by the name that it was given, and its findings; or the error for which it could not be looked at.

    ``lines`` are the lines of the file that the findings are in, by number; ``source`` the transcript, where there is one.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict)
    source: Source | None = None
    error: TeiError | None = None

    @property
    def is_valid(self) -> bool:
        """Whether it could be looked at and has no error; warnings do not count."""
        return self.error is None and all(d.severity is not Severity.ERROR for d in self.diagnostics)

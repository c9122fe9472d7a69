"""Workflow commands of GitHub Actions: findings as annotations of the changed lines.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tei.diagnostic import Severity
from tei.show.checked import Checked
from tei.show.text import listed

__all__ = ["github"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(results: Iterable[Checked]) -> Iterator[str]:
    """A line for each finding.

    >>> from tei.diagnostic import Diagnostic
    >>> found = Diagnostic.of("text-misplaced", "100% wrong,\\nall of it", path="a,b.xml", line=3, column=4)
    >>> print("".join(github([Checked("a,b.xml", (found,))])), end="")
    ::error file=a%2Cb.xml,line=3,col=4,title=text-misplaced::100%25 wrong,%0Aall of it
    """
    for checked in results:
        if checked.error is not None:
            line = checked.error.line or 1
            yield _command("error", checked.path, line, 0, "not read", checked.error.message, checked.error.hint)
        for found in checked.diagnostics:
            more = f"expected: {listed(found.expected)}" if found.expected else ""
            line, column = found.line, found.column
            if not line and found.span is not None and checked.source is not None:
                line, column = 1, 0  # it is in the transcript, which the repository may not have
            yield _command(
                _LEVELS[found.severity], checked.path, line, column, found.code, found.message, more, found.hint
            )


def _command(level: str, path: str, line: int, column: int, title: str, *message: str) -> str:
    properties = {"file": path, "line": str(line or 1), "col": str(column) if column else "", "title": title}
    given = ",".join(f"{name}={_escaped(value, ':', ',')}" for name, value in properties.items() if value)
    return f"::{level} {given}::{_escaped(chr(10).join(filter(None, message)))}\n"


def _escaped(text: str, *more: str) -> str:
    for character in ("%", "\r", "\n", *more):
        text = text.replace(character, f"%{ord(character):02X}")
    return text

"""A diagnostic as text for people and as a record for programs. Nothing here prints."""

from __future__ import annotations

import unicodedata

from tei.diagnostic import Diagnostic, Severity
from tei.text import Source

__all__ = ["as_record", "as_text", "harmless", "summary"]

_WIDTH = 96  # characters of a source line that are quoted around the place
_COLORS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def harmless(text: str) -> str:
    """Text without characters that a terminal would obey.

    >>> harmless("a\\x1b[2Jb\\u202e")
    'a�[2Jb�'
    """
    if text.isprintable():
        return text
    return "".join(c if c == " " or unicodedata.category(c)[0] not in "CZ" or unicodedata.category(c) == "Zs" else "�" for c in text)


def as_text(diagnostic: Diagnostic, source: Source | None = None, *, lines: list[str] | None = None, color: bool = False) -> str:
    """``file:line:col: severity: message [code]``, the line with a caret, what was expected, what to do.

    ``source`` is the transcript that ``diagnostic.span`` points into, ``lines`` those of the XML file.
    """
    place, quoted, column = _place(diagnostic, source, lines)
    severity = diagnostic.severity.value
    if color:
        severity = f"{_COLORS[diagnostic.severity]}{severity}{_PLAIN}"
        place = f"{_BOLD}{place}{_PLAIN}" if place else ""
    shown = [f"{place}{': ' if place else ''}{severity}: {harmless(diagnostic.message)} [{diagnostic.code}]"]
    if quoted:
        start = max(0, min(column - 1 - _WIDTH // 2, len(quoted) - _WIDTH))
        part = quoted[start : start + _WIDTH]
        length = 1
        if diagnostic.span is not None and source is not None and not diagnostic.line:
            length = max(1, min(diagnostic.span.end - diagnostic.span.start, len(part) - (column - 1 - start)))
        left = "… " if start else ""
        right = " …" if start + _WIDTH < len(quoted) else ""
        shown.append(f"    {left}{harmless(part)}{right}")
        shown.append("    " + " " * (len(left) + column - 1 - start) + "^" * length)
    if diagnostic.line and diagnostic.span is not None and source is not None:
        line, at = source.position(diagnostic.span.start)
        shown.append(f"    in the transcript: line {line}, column {at}")
    if diagnostic.expected:
        shown.append(f"    expected: {listed(diagnostic.expected)}")
    if diagnostic.hint:
        shown.append(f"    help: {harmless(diagnostic.hint)}")
    return "\n".join(shown)


def as_record(diagnostic: Diagnostic, source: Source | None = None) -> dict[str, object]:
    """The diagnostic as plain data, for JSON; ``line`` and ``column`` from 1, ``start`` and ``end`` in code points."""
    record: dict[str, object] = {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
    }
    if diagnostic.line:
        record |= {"file": diagnostic.path, "line": diagnostic.line, "column": diagnostic.column}
    if diagnostic.span is not None:
        place: dict[str, object] = {"start": diagnostic.span.start, "end": diagnostic.span.end}
        if source is not None:
            line, column = source.position(diagnostic.span.start)
            place = {"file": source.name, "line": line, "column": column, **place}
        record["source"] = place
    if diagnostic.expected:
        record["expected"] = list(diagnostic.expected)
    if diagnostic.hint:
        record["hint"] = diagnostic.hint
    return record


def listed(names: tuple[str, ...], most: int = 6) -> str:
    """Names in order, capped.

    >>> listed(("p", "ab", "list")), listed(tuple("abcdefgh"))
    ('ab, list or p', 'a, b, c, d, e, f or 2 more')
    """
    shown = sorted(names)
    if len(shown) > most:
        shown = [*shown[:most], f"{len(shown) - most} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def summary(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> str:
    """How many of each severity, in words.

    >>> summary([])
    'nothing to report'
    """
    parts = []
    for severity, one, many in (
        (Severity.ERROR, "error", "errors"),
        (Severity.WARNING, "warning", "warnings"),
        (Severity.INFO, "remark", "remarks"),
    ):
        count = sum(1 for d in diagnostics if d.severity is severity)
        if count:
            parts.append(f"{count} {one if count == 1 else many}")
    return ", ".join(parts) or "nothing to report"


def _place(diagnostic: Diagnostic, source: Source | None, lines: list[str] | None) -> tuple[str, str, int]:
    """(place, the line there, column)."""
    if diagnostic.line:
        quoted = lines[diagnostic.line - 1] if lines and diagnostic.line <= len(lines) else ""
        return f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column or 1}", quoted, diagnostic.column or 1
    if diagnostic.span is not None and source is not None:
        line, column = source.position(diagnostic.span.start)
        return f"{source.name}:{line}:{column}", source.line(line), column
    return diagnostic.path or (source.name if source else ""), "", 1

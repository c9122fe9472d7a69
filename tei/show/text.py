"""A diagnostic as text for people and as a record for programs. Nothing here prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from unicodedata import category, east_asian_width

from tei.diagnostic import Diagnostic, Severity
from tei.text import Source

__all__ = ["as_record", "as_text", "harmless", "listed", "summary"]

_WIDTH = 96  # cells of a line that are quoted around the place: a line may be the whole file
_COLORS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_OBEYED = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")  # what a terminal may obey, or nobody can see
_KINDS = (
    (Severity.ERROR, "error", "errors"),
    (Severity.WARNING, "warning", "warnings"),
    (Severity.INFO, "remark", "remarks"),
)


def harmless(text: str) -> str:
    """Text without characters that a terminal would obey; a tab becomes a blank.

    >>> harmless("a\\x1b[2J\\tb\\u202e")
    'a�[2J b�'
    """
    if text.isprintable():
        return text
    return "".join(" " if c == "\t" else "�" if category(c) in _OBEYED else c for c in text)


def as_text(
    diagnostic: Diagnostic,
    source: Source | None = None,
    *,
    lines: Sequence[str] | Mapping[int, str] = (),
    color: bool = False,
) -> str:
    """``file:line:col: severity: message [code]``, the line with a caret, what was expected, what to do.

    ``source`` is the transcript that ``diagnostic.span`` points into, ``lines`` those of the XML file, all of them or
    some by their number.

    >>> from tei.text import Span
    >>> found = Diagnostic.of("bracket-unmatched", "no ] closes this [", Span(3, 4))
    >>> print(as_text(found, Source("an [open one", "a.txt")))
    a.txt:1:4: warning: no ] closes this [ [bracket-unmatched]
        an [open one
           ^
    """
    place, quoted = _place(diagnostic, source, lines)
    severity = diagnostic.severity.value
    if color:
        severity = f"{_COLORS[diagnostic.severity]}{severity}{_PLAIN}"
        place = f"{_BOLD}{place}{_PLAIN}" if place else ""
    shown = [
        f"{place}{': ' if place else ''}{severity}: {harmless(diagnostic.message)} [{diagnostic.code}]",
        *quoted,
    ]
    if diagnostic.line and diagnostic.span is not None and source is not None:
        line, at = source.position(diagnostic.span.start)
        shown.append(f"    in the transcript: line {line}, column {at}")
    if diagnostic.expected:
        shown.append(f"    expected: {harmless(listed(diagnostic.expected))}")
    if diagnostic.hint:
        shown.append(f"    help: {harmless(diagnostic.hint)}")
    return "\n".join(shown)


def as_record(diagnostic: Diagnostic, source: Source | None = None) -> dict[str, object]:
    """The diagnostic as plain data, for JSON; lines and columns from 1, ``start`` and ``end`` in code points.

    ``file``, ``line`` and ``column`` are the place in an XML file, ``source`` is that in the transcript.
    """
    record: dict[str, object] = {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
    }
    if diagnostic.line:
        record |= {"file": diagnostic.path, "line": diagnostic.line, "column": diagnostic.column or 1}
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


def listed(names: Iterable[str], most: int = 6) -> str:
    """A few names in order; of many the first, and a count: whoever gives them knows which are closest.

    >>> listed(("p", "ab", "list")), listed(tuple("abcdefgh"))
    ('ab, list or p', 'a, b, c, d, e, f or 2 more')
    """
    given = list(names)
    shown = sorted(given) if len(given) <= most else [*given[:most], f"{len(given) - most} more"]
    return " or ".join(part for part in (", ".join(shown[:-1]), "".join(shown[-1:])) if part)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many of each severity, in words.

    >>> summary([]), summary([Diagnostic.of("text-misplaced", "x")])
    ('nothing to report', '1 error')
    """
    severities = [d.severity for d in diagnostics]
    counts = ((severities.count(severity), one, many) for severity, one, many in _KINDS)
    return ", ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in counts if n) or "nothing to report"


def _place(
    diagnostic: Diagnostic, source: Source | None, lines: Sequence[str] | Mapping[int, str]
) -> tuple[str, list[str]]:
    """The place as ``file:line:col``, and the quoted line with its caret where there is one."""
    if diagnostic.line:
        column = diagnostic.column or 1
        place = f"{harmless(diagnostic.path)}:{diagnostic.line}:{column}"
        line = lines.get(diagnostic.line) if isinstance(lines, Mapping) else None
        if not isinstance(lines, Mapping) and diagnostic.line <= len(lines):
            line = lines[diagnostic.line - 1]
        return place, [] if line is None else _quoted(line, column - 1, 1)
    if diagnostic.span is not None and source is not None:
        start, end = diagnostic.span
        row, column = source.position(start)
        # a window, not the line: it may be the whole text, and there may be a finding at every word of it
        begin, stop = max(start - column + 1, start - 2 * _WIDTH), start + 2 * _WIDTH
        feed = source.text.find("\n", start, stop)
        window = source.text[begin : stop if feed < 0 else feed]
        quoted = _quoted(window, start - begin, end - start, cut=begin > start - column + 1)
        return f"{harmless(source.name)}:{row}:{column}", quoted
    return harmless(diagnostic.path or (source.name if source else "")), []


def _quoted(line: str, at: int, length: int, *, cut: bool = False) -> list[str]:
    """The part of a line around a place, and carets under it; nothing for a blank line."""
    near = line[max(0, at - _WIDTH // 2) : at + _WIDTH // 2]
    width = min(_WIDTH, _WIDTH * len(near) // max(1, _cells(near)))  # in characters: fewer where they are wide
    start = max(0, min(at - width // 2, len(line) - width))
    part = harmless(line[start : start + width])
    if not part.strip():
        return []
    left = "… " if start or cut else ""
    right = " …" if start + width < len(line) else ""
    before, marked = part[: at - start], part[at - start : at - start + length]
    carets = "^" * max(1, _cells(marked))
    return [f"    {left}{part}{right}", f"    {' ' * (len(left) + _cells(before))}{carets}"]


def _cells(text: str) -> int:
    """How many cells of a terminal a text fills: ideographs fill two, combining marks (and the later letters of a Korean
    syllable) none.
    """
    if text.isascii():
        return len(text)
    joined = (c for c in text if category(c) not in ("Mn", "Me") and not "\u1160" <= c <= "\u11ff")
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in joined)

"""SARIF 2.1.0, the exchange format of code scanning and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from tei.diagnostic import CODES, Diagnostic, Severity
from tei.errors import TeiError
from tei.show.checked import Checked
from tei.show.json import as_json
from tei.show.text import listed

__all__ = ["sarif"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(results: Iterable[Checked]) -> Iterator[str]:
    """One log with one run, at the end."""
    from tei import __version__

    found: list[dict[str, object]] = []
    failed: list[dict[str, object]] = []
    rules: dict[str, int] = {}  # code → its place in the list of those that were met
    for checked in results:
        if checked.error is not None:
            failed.append(_notification(checked.path, checked.error))
        for diagnostic in checked.diagnostics:
            index = rules.setdefault(diagnostic.code, len(rules))
            found.append(_result(checked, diagnostic, index))
    driver = {"name": "tei-toolkit", "semanticVersion": __version__, "rules": [_rule(code) for code in rules]}
    invocation: dict[str, object] = {"executionSuccessful": not failed}
    if failed:
        invocation["toolExecutionNotifications"] = failed
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": found,
    }
    yield as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(name: str) -> dict[str, object]:
    code = CODES[name]
    return {
        "id": name,
        "shortDescription": {"text": code.title},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "help": {"text": f"tei explain {name}"},
    }


def _result(checked: Checked, found: Diagnostic, index: int) -> dict[str, object]:
    words = [found.message]
    if found.expected:
        words.append(f"expected: {listed(found.expected)}")
    if found.hint:
        words.append(found.hint)
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": "; ".join(words)},
        "locations": [_location(checked.path, found.line, found.column, checked.lines.get(found.line, ""))],
    }
    if found.span is not None and checked.source is not None:
        line, column = checked.source.position(found.span.start)
        place = _location(checked.source.name, line, column)
        result["relatedLocations"] = [place | {"id": 0, "message": {"text": "the place in the transcript"}}]
    return result


def _notification(path: str, error: TeiError) -> dict[str, object]:
    text = f"{error.message} ({error.hint})" if error.hint else error.message
    return {
        "level": "error",
        "message": {"text": text},
        "locations": [_location(error.path or path, error.line, error.column)],
    }


def _location(path: str, line: int, column: int, text: str = "") -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(path)}}
    if line:
        region: dict[str, object] = {"startLine": line, "startColumn": max(column, 1)}
        if text and len(text) <= 300:
            region["snippet"] = {"text": text}
        physical["region"] = region
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    """A file name as a relative reference, or as an address where it is absolute."""
    if os.path.isabs(path):
        return Path(path).as_uri()
    return quote(os.fsencode(path.replace(os.sep, "/")), safe="/!$'()*+,;=@~-._")

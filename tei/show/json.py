"""JSON of our own: every field of every finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps

from tei.show.checked import Checked
from tei.show.text import as_record

__all__ = ["as_json", "json"]


def json(results: Iterable[Checked]) -> Iterator[str]:
    """A list with an object for each document: ``file``, ``valid``, ``diagnostics``; or ``file``, ``error``."""
    yield as_json([_document(checked) for checked in results]) + "\n"


def as_json(record: object, *, one_line: bool = False) -> str:
    """JSON as the commands print it."""
    text = dumps(record, ensure_ascii=False, indent=None if one_line else 1)
    return text.encode("utf-8", "replace").decode()  # a file name may hold what UTF-8 cannot


def _document(checked: Checked) -> dict[str, object]:
    error = checked.error
    if error is not None:
        return {"file": checked.path, "error": error.message, "line": error.line, "hint": error.hint}
    found = [as_record(d, checked.source) for d in checked.diagnostics]
    return {"file": checked.path, "valid": checked.is_valid, "diagnostics": found}

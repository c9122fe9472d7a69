"""Findings as text for people and as records for programs. Nothing here prints: each format gives pieces of text.

A format takes the results as they come and may give its text as they come, or all of it at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tei.show.checked import Checked
from tei.show.github import github
from tei.show.json import as_json, json
from tei.show.junit import junit
from tei.show.sarif import sarif
from tei.show.text import as_record, as_text, harmless, listed, summary
from tei.show.total import Total

__all__ = ["FORMATS", "Checked", "Format", "Total", "as_json", "as_record", "as_text", "harmless", "listed", "summary"]


class Format(NamedTuple):
    """How results are written for programs, and for which."""

    write: Callable[[Iterable[Checked]], Iterator[str]]
    title: str


# name for --format → its row; text for people is written by the command line itself
FORMATS: dict[str, Format] = {
    "json": Format(json, "everything, for programs"),
    "sarif": Format(sarif, "SARIF 2.1.0, for editors and code scanning"),
    "github": Format(github, "annotations in a GitHub workflow"),
    "junit": Format(junit, "JUnit XML, for build servers"),
}

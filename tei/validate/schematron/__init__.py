"""ISO Schematron over lxml: rules with the author's own words, each at the element that it is about.

Core: XPath 1.0. With the extra ``schematron`` also ``queryBinding="xslt2"``, ``"xslt3"`` and their like. The rules of a
RELAX NG schema or an ODD are found by :func:`extract`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from tei.validate.finding import Finding
from tei.validate.schematron.embedded import extract
from tei.validate.schematron.extended import MissingExtraError
from tei.validate.schematron.read import read
from tei.validate.schematron.run import Compiled, compiled, run

__all__ = ["Compiled", "MissingExtraError", "assertions", "embedded", "extract", "phases", "run"]


def assertions(tree: etree._ElementTree, path: Path, *, phase: str | None = None) -> Iterator[Finding]:
    """A finding for each rule of the schema at ``path`` that fails; ``phase`` selects patterns (``#ALL`` for all).

    Raises InputError for a file that cannot be read, ResourceError for one that is no schema.
    """
    return run(_schema(str(path), *_version(path)), tree, phase)


def embedded(path: Path) -> Compiled | None:
    """The rules in a RELAX NG schema or an ODD; None where there are none, or the file is not XML.

    Raises ResourceError, with file and line, for rules that are wrong.
    """
    return _embedded(str(path), *_version(path))


def phases(path: Path) -> tuple[str, ...]:
    """The phases that a Schematron schema has."""
    return tuple(_schema(str(path), *_version(path)).schema.phases)


def _version(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=8)
def _schema(path: str, _changed: int, _size: int) -> Compiled:
    return compiled(read(Path(path)))


@lru_cache(maxsize=8)
def _embedded(path: str, _changed: int, _size: int) -> Compiled | None:
    return extract(path)

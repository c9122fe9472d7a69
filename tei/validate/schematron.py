"""ISO Schematron (XPath 1.0) through lxml: the rules of ``record.sch``, each with its message for an editor.

The messages are the schema author's own; a rule fails at the element that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree
from lxml.isoschematron import Schematron  # type: ignore[import-not-found]  # not in lxml-stubs

from tei.errors import ResourceError
from tei.parse import parse_xml
from tei.validate.finding import Finding

__all__ = ["assertions"]

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@lru_cache(maxsize=8)
def _schema(path: str) -> Schematron:
    try:
        return Schematron(parse_xml(Path(path)), store_report=True)
    except (etree.LxmlError, TypeError) as error:
        raise ResourceError(f"this is not a Schematron schema: {str(error).lower()}", path=path) from error


def assertions(tree: etree._ElementTree, path: Path) -> Iterator[Finding]:
    """A finding for each rule that fails."""
    schema = _schema(str(path))
    if schema.validate(tree):
        return
    for failed in schema.validation_report.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report"):
        found = tree.xpath(failed.get("location", "/*"))
        element = found[0] if isinstance(found, list) and found else None
        message = " ".join("".join(failed.itertext()).split()).rstrip(".")
        yield Finding("schematron", element if isinstance(element, etree._Element) else tree.getroot(), message)

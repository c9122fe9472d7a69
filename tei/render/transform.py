"""Runs a stylesheet on a document: no network, no files read or written, nothing half done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from tei.errors import InputError, ResourceError, TeiError
from tei.ns import TEI, tei
from tei.parse import parse_xml
from tei.resources import resource

__all__ = ["FORMATS", "Format", "render"]


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: its stylesheet in ``xslt/``, the suffix of its files, its media type."""

    stylesheet: str
    suffix: str
    media: str


FORMATS: Mapping[str, Format] = {"html": Format("html.xsl", ".html", "text/html")}


@cache
def _stylesheet(name: str) -> etree.XSLT:
    path = resource("xslt", name)
    try:
        return etree.XSLT(etree.parse(str(path)), access_control=etree.XSLTAccessControl.DENY_ALL)
    except (etree.XSLTParseError, etree.XMLSyntaxError) as error:
        raise ResourceError(str(error), path=str(path)) from error


def render(document: str | Path | bytes | etree._ElementTree, *, format: str = "html") -> bytes:
    """A TEI document (path, bytes or tree) in an output format; the same document gives the same bytes.

    Raises InputError for what is not well-formed TEI, ValueError for an unknown format, TeiError where the stylesheet fails.
    """
    if format not in FORMATS:
        raise ValueError(f'no format "{format}"; there is {", ".join(sorted(FORMATS))}')
    tree = document if isinstance(document, etree._ElementTree) else parse_xml(document)
    root = tree.getroot()
    if root.tag != tei("TEI"):
        name = str(document) if isinstance(document, str | Path) else ""
        raise InputError(
            f"the root is <{etree.QName(root).localname}>, not <TEI> in the TEI namespace",
            path=name,
            hint=f'a TEI document begins <TEI xmlns="{TEI}">',
        )
    try:
        return bytes(_stylesheet(FORMATS[format].stylesheet)(tree))
    except etree.XSLTApplyError as error:
        raise TeiError(f"the stylesheet failed: {error}", path=FORMATS[format].stylesheet) from error

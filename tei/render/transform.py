"""Runs a stylesheet on a document: no network, no files read or written, nothing half done."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei.errors import InputError, TeiError
from tei.ns import TEI, tei
from tei.parse import parse_xml
from tei.render.anchor import anchor
from tei.stylesheet import stylesheet

__all__ = ["FORMATS", "Format", "render"]


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: its stylesheet in ``xslt/``, the suffix of its files, its media type."""

    stylesheet: str
    suffix: str
    media: str


FORMATS: Mapping[str, Format] = {"html": Format("html.xsl", ".html", "text/html")}


def render(document: str | Path | bytes | etree._ElementTree, *, format: str = "html") -> bytes:
    """A TEI document (path, bytes or tree) in an output format; the same document gives the same bytes.

    Raises InputError for what is not well-formed TEI, LimitError for entities and excess, ValueError for an unknown
    format, TeiError where the stylesheet fails. A tree is left as it is.
    """
    if format not in FORMATS:
        raise ValueError(f'no format "{format}"; there is {", ".join(sorted(FORMATS))}')
    tree = deepcopy(document) if isinstance(document, etree._ElementTree) else parse_xml(document)
    root = tree.getroot()
    if root.tag != tei("TEI"):
        raise InputError(
            f"the root is <{etree.QName(root).localname}>, not <TEI> in the TEI namespace",
            path=str(document) if isinstance(document, str | Path) else "",
            hint=f'a TEI document begins <TEI xmlns="{TEI}">',
        )
    anchor(root)
    name = FORMATS[format].stylesheet
    try:
        return bytes(stylesheet(name)(tree))
    except etree.XSLTApplyError as error:
        raise TeiError(f"the stylesheet failed: {error}", path=name) from error

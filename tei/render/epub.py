"""EPUB 3 (https://www.w3.org/TR/epub-33/): the record as XHTML, its notes apart, contents and page list. The same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from lxml import etree

from tei.render.archive import archive
from tei.render.settle import settle
from tei.stylesheet import stylesheet

__all__ = ["finish"]

_NAMESPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # of names that are addresses: RFC 9562, appendix C
# no time of its own: the document has none, and the same document is the same book
_MODIFIED = "2000-01-01T00:00:00Z"
_CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_FILES = (
    ("EPUB/package.opf", "package"),
    ("EPUB/nav.xhtml", "nav"),
    ("EPUB/text.xhtml", "text"),
    ("EPUB/notes.xhtml", "notes"),
)


def finish(made: etree._ElementTree, params: Mapping[str, str]) -> bytes:
    """A zip file: mimetype first and not compressed, package, navigation, text, notes where there are any."""
    settled = settle(made.getroot())
    _ids(settled)
    identifier = uuid5(_NAMESPACE, etree.tostring(settled).decode("ascii")).urn
    files = [("mimetype", b"application/epub+zip"), ("META-INF/container.xml", _CONTAINER)]
    for path, part in _FILES:
        if part == "notes" and settled.find(".//note") is None:
            continue
        names = {"part": part, "identifier": identifier, "modified": _MODIFIED, "interface": params.get("lang", "en")}
        strings: dict[str, Any] = {name: etree.XSLT.strparam(value) for name, value in names.items()}
        files.append((path, bytes(stylesheet("xhtml.xsl")(settled, **strings))))
    files.append(("EPUB/style.css", params.get("css", "").encode() or _STYLE))
    return archive(files, stored=("mimetype",))


def _ids(settled: etree._Element) -> None:
    """Ids that the book links with: one for each heading, note and page, none twice, none of them a name that XML forbids."""
    for name in ("heading", "note", "page"):
        for number, element in enumerate(settled.iter(name), 1):
            element.set("id", f"{name}-{number}")
    for element in settled.iter(
        "p", "section", "turn", "item", "line", "quote", "verse", "list", "table", "figure", "cell"
    ):
        element.attrib.pop("id", "")


_STYLE = b"""body { line-height: 1.5; margin: 0 5%; }
h1 { font-size: 1.5em; line-height: 1.25; }
h2, h3, h4, h5, h6 { font-size: 1.15em; margin: 1.5em 0 .5em; }
p { margin: 0 0 .7em; }
dl { font-size: .85em; }
dt { font-weight: bold; }
dd { margin: 0 0 .3em; }
.speaker { font-weight: bold; margin-bottom: .1em; }
.interjection { margin-left: 1.5em; }
.stage { font-style: italic; }
.head { font-weight: bold; }
.line { margin: 0; padding-left: 2em; text-indent: -2em; }
.verse { margin: 0 0 .7em 1.5em; }
.bracket { color: #555; }
.page { font-size: .75em; color: #666; }
ul.plain { list-style: none; padding-left: 1em; }
td, th { padding: .2em .6em .2em 0; text-align: left; vertical-align: top; }
.note { font-size: .9em; }
"""

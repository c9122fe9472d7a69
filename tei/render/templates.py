"""The elements that a stylesheet has a template for, read from its patterns; what has none is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.ns import TEI, tei
from tei.resources import resource

__all__ = ["known", "unknown"]

_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_LAST = re.compile(r"tei:(\w+)(?:\[[^\]]*\])*$")
# shown by the transcript as they stand: it has no other templates by design
_ALL_SHOWN = ("source.xsl",)


@cache
def known(name: str) -> frozenset[str]:
    """The local names of the TEI elements that ``xslt/NAME``, what it imports, or the document for reading has templates for."""
    return frozenset(_named(resource("xslt", name))) | frozenset(_named(resource("xslt", "reading.xsl")))


def _named(path: Path) -> Iterator[str]:
    for element in etree.parse(path).getroot():
        if element.tag in (f"{_XSL}import", f"{_XSL}include"):
            yield from _named(path.parent / str(element.get("href")))
        elif element.tag == f"{_XSL}template" and not element.get("mode"):
            for pattern in (element.get("match") or "").split("|"):
                match = _LAST.search(pattern.strip())
                if match:
                    yield match[1]


def unknown(tree: etree._ElementTree, name: str, *, path: str = "") -> list[Diagnostic]:
    """A remark for each kind of element in the text that no template knows: its content is shown, its meaning is not."""
    if name in _ALL_SHOWN:
        return []
    names = known(name)
    met: dict[str, list[etree._Element]] = {}
    for text in tree.getroot().iterchildren(tei("text"), tei("sourceDoc")):
        for element in text.iter(etree.Element):
            tag = etree.QName(element)
            if tag.namespace != TEI or tag.localname not in names:
                met.setdefault(tag.localname, []).append(element)
    found = []
    for local, where in met.items():
        line: Any = where[0].sourceline or 0
        times = "once" if len(where) == 1 else f"{len(where):,} times"
        said = f"<{local}> has no template (met {times}); its content is shown as it is"
        found.append(Diagnostic.of("element-plain", said, path=path, line=line, column=int(line > 0)))
    return found

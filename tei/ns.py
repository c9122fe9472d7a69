"""XML namespaces, and the names built from them."""

from __future__ import annotations

__all__ = ["PAGE", "TEI", "XML", "XML_ID", "XML_LANG", "tei"]

TEI = "http://www.tei-c.org/ns/1.0"
PAGE = "urn:tei-toolkit:page"  # of what a stylesheet is told beside the document
XML = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML}}}id"
XML_LANG = f"{{{XML}}}lang"


def tei(name: str) -> str:
    """The Clark name of a TEI element.

    >>> tei("p")
    '{http://www.tei-c.org/ns/1.0}p'
    """
    return f"{{{TEI}}}{name}"

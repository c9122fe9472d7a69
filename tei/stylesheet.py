"""The project's own stylesheets, compiled once in a process, and kept from opening anything while they run."""

from __future__ import annotations

from functools import cache

from lxml import etree

from tei.errors import ResourceError
from tei.resources import resource

__all__ = ["stylesheet"]

# lxml-stubs do not list this attribute, and know only one option of the class
_NOTHING = etree.XSLTAccessControl.DENY_ALL  # type: ignore[attr-defined]


@cache
def stylesheet(name: str) -> etree.XSLT:
    """The stylesheet ``xslt/NAME``; ``document()`` and writing of any kind fail in it.

    Raises ResourceError where it is missing or does not compile.
    """
    path = resource("xslt", name)
    try:
        return etree.XSLT(etree.parse(path), access_control=_NOTHING)
    except (etree.XSLTParseError, etree.XMLSyntaxError) as error:
        raise ResourceError(f"the stylesheet does not compile: {error}", path=str(path)) from error

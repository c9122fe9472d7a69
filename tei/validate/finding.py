"""What a check hands on: the element, and what is wrong with it. Its place is worked out once for all."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

__all__ = ["Finding"]


class Finding(NamedTuple):
    """One problem at one element; the fields are those of :class:`tei.diagnostic.Diagnostic`."""

    code: str
    element: etree._Element
    message: str
    hint: str = ""
    expected: tuple[str, ...] = ()

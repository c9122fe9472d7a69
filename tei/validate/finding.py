"""What a check hands on: the element, and what is wrong with it. Its place is worked out once for all."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from tei.diagnostic import Severity

__all__ = ["Finding"]


class Finding(NamedTuple):
    """One problem at one element; the fields are those of :class:`tei.diagnostic.Diagnostic`.

    ``severity`` is that of the code unless it is given. ``about`` names the attributes that it concerns: what two checks
    say of the same attribute of one element has one cause.
    """

    code: str
    element: etree._Element
    message: str
    hint: str = ""
    expected: tuple[str, ...] = ()
    severity: Severity | None = None
    about: frozenset[str] = frozenset()

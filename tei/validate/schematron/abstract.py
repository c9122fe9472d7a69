"""Abstract patterns: rules with blanks in them, filled in with the parameters of each pattern that ``is-a`` one.

>>> from lxml import etree
>>> table = etree.fromstring('<p><rule context="$row"><assert test="$cell">a $row needs cells</assert></rule></p>')
>>> etree.tostring(filled(table, {"row": "tr", "cell": "td|th"})).decode()
'<p><rule context="tr"><assert test="td|th">a $row needs cells</assert></rule></p>'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

__all__ = ["filled", "parameters"]

_PARAMETER = re.compile(r"\$([^\W\d][\w.-]*)")


def parameters(pattern: etree._Element) -> dict[str, str]:
    """The ``param`` children of a pattern: name → value."""
    named = (e for e in pattern if isinstance(e.tag, str) and etree.QName(e).localname == "param")
    return {e.get("name", "").strip(): e.get("value", "") for e in named}


def filled(pattern: etree._Element, given: Mapping[str, str]) -> etree._Element:
    """A copy of an abstract pattern with its parameters replaced, as text, in every attribute.

    A ``$name`` that is no parameter is a variable, and stays.
    """
    made = deepcopy(pattern)
    made.tail = None
    for old, new in zip(pattern.iter(etree.Element), made.iter(etree.Element), strict=True):
        new.sourceline = old.sourceline
        for name, value in new.attrib.items():
            if "$" in str(value):
                new.set(name, _PARAMETER.sub(lambda m: given.get(m[1], m[0]), str(value)))
    return made

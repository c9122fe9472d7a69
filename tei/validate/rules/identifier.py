"""``xml:id`` must be unique in a document: a second use makes every pointer to it ambiguous.

Give the second element an id of its own, and point at the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei.ns import XML_ID
from tei.validate.finding import Finding

__all__ = ["identifiers"]

_ABOUT = frozenset(("xml:id",))


def identifiers(root: etree._Element) -> Iterator[Finding]:
    """A finding for each repeated id."""
    met: dict[str, str] = {}
    for element in root.iter(etree.Element):
        name = element.get(XML_ID)
        if name is None:
            continue
        name = name.strip()
        tag = etree.QName(element).localname
        if name in met:
            message = f'the id "{name}" of <{tag}> is used by another <{met[name]}> before'
            yield Finding("id-duplicate", element, message, "give one of them another id", about=_ABOUT)
        else:
            met[name] = tag

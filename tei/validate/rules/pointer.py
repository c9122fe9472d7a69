"""``#name`` must point at an element of the document that has ``xml:id="name"``.

Checked are the pointers that this toolkit writes (``who ref resp ana corresp next prev target`` …), each of several
in one attribute; a URL or a bare fragment is left alone. A dangling ``who`` is a speaker whose person is missing from
the header: add the person to ``listPerson``, or correct the pointer.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from lxml import etree

from tei.ns import XML_ID

__all__ = ["pointers"]

_ATTRIBUTES = ("who", "ref", "resp", "ana", "corresp", "next", "prev", "target", "sameAs", "copyOf", "synch", "toWhom", "decls")


def pointers(root: etree._Element) -> Iterator[tuple[str, etree._Element, str, str]]:
    """(code, element, message, hint) for each pointer to an id that the document lacks."""
    ids = {e.get(XML_ID, ""): None for e in root.iter(etree.Element) if e.get(XML_ID)}
    for element in root.iter(etree.Element):
        if not element.attrib:
            continue
        for name in _ATTRIBUTES:
            for token in element.get(name, "").split():
                if token.startswith("#") and len(token) > 1 and token[1:] not in ids:
                    near = get_close_matches(token[1:], ids, n=1)
                    hint = f'did you mean "#{near[0]}"' if near else f'give an element xml:id="{token[1:]}", or correct the pointer'
                    tag = etree.QName(element).localname
                    yield "pointer-dangling", element, f'@{name} of <{tag}> points at "{token}", which is not in the document', hint

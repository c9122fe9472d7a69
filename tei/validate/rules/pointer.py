"""``#name`` must point at an element of the document that has ``xml:id="name"``.

Checked are the pointers that this toolkit writes (``who ref resp ana corresp next prev target`` …), each of
several in one attribute; a URL or a bare fragment is left alone. A dangling ``who`` is a speaker whose person
is missing from the header: add the person to ``listPerson``, or correct the pointer.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from lxml import etree

from tei.ns import XML_ID
from tei.validate.finding import Finding

__all__ = ["pointers"]

_ATTRIBUTES = frozenset(
    (
        "who",
        "ref",
        "resp",
        "ana",
        "corresp",
        "next",
        "prev",
        "target",
        "sameAs",
        "copyOf",
        "synch",
        "toWhom",
        "decls",
    )
)
# comparing names is slow: in a document without any of its ids the first few are advice enough
_MOST_COMPARED = 50_000


def pointers(root: etree._Element) -> Iterator[Finding]:
    """A finding for each pointer to an id that the document lacks."""
    ids = {(e.get(XML_ID) or "").strip(): None for e in root.iter(etree.Element)}
    ids.pop("", None)
    hints: dict[str, str] = {}
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if name not in _ATTRIBUTES or "#" not in str(value):
                continue
            for token in str(value).split():
                if not token.startswith("#") or len(token) == 1 or token[1:] in ids:
                    continue
                if token not in hints:
                    hints[token] = _hint(token[1:], ids, compare=(len(hints) + 1) * len(ids) < _MOST_COMPARED)
                tag = etree.QName(element).localname
                message = f'@{name} of <{tag}> points at "{token}", which is not in the document'
                yield Finding("pointer-dangling", element, message, hints[token])


def _hint(name: str, ids: dict[str, None], *, compare: bool) -> str:
    near = get_close_matches(name, ids, n=1) if compare else []
    return f'did you mean "#{near[0]}"' if near else f'give an element xml:id="{name}", or correct the pointer'

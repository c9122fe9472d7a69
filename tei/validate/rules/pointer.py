"""``#name`` must point at an element of the document that has ``xml:id="name"``.

Checked are the pointers that this toolkit writes (``who ref resp ana corresp next prev target`` …), each of
several in one attribute; a URL is left alone. A pointer is malformed where no address can look like it (``#``, ``#a#b``,
``http:/example``), and where it is the id of the document without its ``#``. A dangling ``who`` is a speaker whose person
is missing from the header: add the person to ``listPerson``, or correct the pointer.
"""

from __future__ import annotations

import re
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
_SCHEME = re.compile(r"https?(?::/?(?!/)|//)")
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
# comparing names is slow: in a document without any of its ids the first few are advice enough
_MOST_COMPARED = 50_000


def pointers(root: etree._Element) -> Iterator[Finding]:
    """A finding for each pointer to an id that the document lacks."""
    ids = {(e.get(XML_ID) or "").strip(): None for e in root.iter(etree.Element)}
    ids.pop("", None)
    hints: dict[str, str] = {}
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if name not in _ATTRIBUTES:
                continue
            for token in str(value).split():
                if token[1:] in ids and token[0] == "#":
                    continue
                wrong, hint = _malformed(token, ids)
                if wrong:
                    tag, about = etree.QName(element).localname, frozenset((str(name),))
                    message = f'@{name} of <{tag}> is "{token}", {wrong}'
                    yield Finding("pointer-malformed", element, message, hint, about=about)
                    continue
                if not token.startswith("#"):
                    continue
                if token not in hints:
                    hints[token] = _hint(token[1:], ids, compare=(len(hints) + 1) * len(ids) < _MOST_COMPARED)
                tag = etree.QName(element).localname
                message = f'@{name} of <{tag}> points at "{token}", which is not in the document'
                yield Finding("pointer-dangling", element, message, hints[token], about=frozenset((str(name),)))


def _malformed(token: str, ids: dict[str, None]) -> tuple[str, str]:
    """What is wrong with the form of a pointer, and what to do; empty for one that may be right."""
    if token == "#":
        return "which names nothing", "write the id after the #"
    if token.count("#") > 1:
        return "which has more than one #", "write several pointers with a blank between them"
    if _SCHEME.match(token):
        return "which is no address", "write https://…"
    if _ESCAPE.search(token):
        return "where % does not begin a code of two digits", "write %25 for a percent sign"
    if token in ids:
        return "which is an id without its #", f'write "#{token}"'
    return "", ""


def _hint(name: str, ids: dict[str, None], *, compare: bool) -> str:
    near = get_close_matches(name, ids, n=1) if compare else []
    return f'did you mean "#{near[0]}"' if near else f'give an element xml:id="{name}", or correct the pointer'

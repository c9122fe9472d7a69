"""HTML that a browser reads as it was written.

TEI lets nearly everything stand in nearly everything; an HTML parser moves what may not stand where it is, and a reader gets
another text. So what holds a block is no part of a line, and what stands in a list is an item of it.
https://html.spec.whatwg.org/multipage/dom.html#kinds-of-content
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

__all__ = ["settle"]

_BLOCKS = ("p", "div", "ul", "ol", "table", "blockquote", "section", "figure", "h1", "h2", "h3", "h4", "h5", "h6")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARTS = ("li", "tr", "td", "th", "tbody", "caption")
# parts of a line → what is left of their look where they hold blocks
_INLINE: Mapping[str, str] = {
    "p": "", "span": "run", "time": "run", "em": "em run", "i": "em run", "cite": "em run", "b": "strong run", "strong": "strong run",
    "u": "u run", "s": "s run", "sub": "run", "sup": "run", "q": "run",
}  # fmt: skip
_THROUGH = ("a", "ins", "del")  # may hold what their parent may
# what holds one kind of part only, and that part
_HOLDS: Mapping[str, tuple[str, ...]] = {"ul": ("li",), "ol": ("li",), "tbody": ("tr",), "tr": ("td", "th")}
_PARENTS: Mapping[str, tuple[str, ...]] = {
    "li": ("ul", "ol"), "tr": ("tbody",), "td": ("tr",), "th": ("tr",), "tbody": ("table",), "caption": ("table",),
}  # fmt: skip


_NESTED: Any = etree.XPath("boolean(descendant::a//a)")


def _wrong(body: etree._Element) -> bool:
    """Whether anything is where a parser of HTML would not leave it; looks from what is rare at what is around it."""
    for element in body.iter(*_BLOCKS, *_PARTS):
        tag, parent = element.tag, element.getparent()
        around = None if parent is None else parent.tag
        if around in _INLINE or around in _THROUGH or around not in _PARENTS.get(str(tag), (around,)):
            return True
        if tag in _HEADINGS and next(element.iterdescendants(*_BLOCKS, *_PARTS), None) is not None:
            return True
        parts = _HOLDS.get(str(tag))
        if parts and (
            (element.text or "").strip() or any(e.tag not in parts or (e.tail or "").strip() for e in element)
        ):
            return True
    return bool(_NESTED(body))


def settle(root: etree._Element) -> None:
    """Renames and wraps what a parser of HTML would move; a page without such is left as it is."""
    body = next(root.iter("body"), None)
    if body is None or not _wrong(body):
        return
    for heading in [*body.iter(*_HEADINGS)]:
        for element in [*heading.iterdescendants(*_BLOCKS, *_PARTS)]:
            _rename(element, "span", "block")
    for holder in [*body.iter(*_HOLDS)]:
        _wrap(holder)
    for element in [*body.iter(*_PARENTS)]:
        parent = element.getparent()
        if parent is not None and parent.tag not in _PARENTS[str(element.tag)]:
            _rename(element, "div", "")
    for block in [*body.iter(*_BLOCKS)]:
        parent = block.getparent()
        while parent is not None and (parent.tag in _INLINE or parent.tag in _THROUGH):
            if parent.tag in _INLINE:
                _rename(parent, "div", _INLINE[str(parent.tag)])
            parent = parent.getparent()
    for link in [*body.iter("a")]:
        if next(link.iterancestors("a"), None) is not None:
            _rename(link, "span", "")


def _rename(element: etree._Element, tag: str, kind: str) -> None:
    element.tag = tag
    for name in ("datetime", "href", "colspan", "rowspan"):
        if name in element.attrib:
            del element.attrib[name]
    if kind:
        element.set("class", f"{element.get('class', '')} {kind}".strip())


def _wrap(holder: etree._Element) -> None:
    """Puts each child, and each text, that is none of the parts into one of its own."""
    parts = _HOLDS[str(holder.tag)]
    made: list[etree._Element] = []
    if (holder.text or "").strip():
        made.append(etree.Element(parts[0]))
        made[-1].text, holder.text = holder.text, None
        holder.insert(0, made[-1])
    for child in [*holder][len(made) :]:
        if child.tag not in parts:
            made.append(etree.Element(parts[0]))
            holder.replace(child, made[-1])
            made[-1].append(child)
        elif (child.tail or "").strip():
            made.append(etree.Element(parts[0]))
            made[-1].text, child.tail = child.tail, None
            child.addnext(made[-1])
    for part in made:
        if part.tag in _HOLDS:
            _wrap(part)

"""Line breaks for people, only where blanks mean nothing: between elements of elements that hold no text."""

from __future__ import annotations

from lxml import etree

from tei.ns import tei

__all__ = ["indent"]

# TEI elements whose content is elements only; everything else is left as it is
_ELEMENT_ONLY = frozenset(
    map(
        tei,
        (
            "TEI teiHeader fileDesc titleStmt respStmt publicationStmt availability notesStmt sourceDesc msDesc msIdentifier "
            "msContents msItem encodingDesc editorialDecl normalization interpretation classDecl taxonomy category charDecl "
            "char appInfo application profileDesc abstract creation langUsage textClass keywords particDesc listPerson "
            "person personGrp settingDesc setting projectDesc text body div sp list opener closer"
        ).split(),
    )
)


def indent(root: etree._Element) -> None:
    """Breaks lines between the children of element-only elements, one blank a level; never in mixed content."""
    stack = [(root, 0)]
    while stack:
        element, level = stack.pop()
        if element.tag not in _ELEMENT_ONLY or (element.text and element.text.strip()):
            continue
        children = list(element)
        if not children or any(c.tail and c.tail.strip() for c in children):
            continue
        inner = "\n" + " " * (level + 1)
        element.text = inner
        for child in children:
            child.tail = inner
            if isinstance(child.tag, str):
                stack.append((child, level + 1))
        children[-1].tail = "\n" + " " * level

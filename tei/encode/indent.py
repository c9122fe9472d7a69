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

_LINES = ["\n" + " " * level for level in range(260)]  # deeper no document is


def indent(root: etree._Element) -> None:
    """Breaks lines between the children of element-only elements, one blank a level; never in mixed content."""
    stack = [(root, 1)]
    while stack:
        element, level = stack.pop()
        children = list(element)
        tails = [child.tail for child in children]
        if not children or element.text or any(tails):
            continue
        inner = _LINES[level]
        element.text = inner
        for child in children:
            child.tail = inner
            if child.tag in _ELEMENT_ONLY:
                stack.append((child, level + 1))
        child.tail = _LINES[level - 1]

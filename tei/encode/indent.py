"""Line breaks for people, only where blanks mean nothing: between elements of elements that hold no text."""

from __future__ import annotations

from lxml import etree

from tei.ns import tei

__all__ = ["LINES", "indent"]

# elements of the header whose content is elements only; everything else is left as it is
_ELEMENT_ONLY = frozenset(
    map(
        tei,
        (
            "TEI teiHeader fileDesc titleStmt respStmt publicationStmt availability notesStmt sourceDesc msDesc msIdentifier "
            "msContents msItem encodingDesc editorialDecl normalization interpretation classDecl taxonomy category charDecl "
            "char appInfo application profileDesc abstract creation langUsage textClass keywords particDesc listPerson "
            "person personGrp settingDesc setting projectDesc"
        ).split(),
    )
)

# what stands before a child at a level: one blank a level
LINES = ["\n" + " " * level for level in range(260)]  # deeper no document is


def indent(root: etree._Element, level: int = 0) -> None:
    """Breaks lines between the children of element-only elements; never in mixed content. ``level`` is the root's own."""
    stack = [(root, level + 1)]
    while stack:
        element, level = stack.pop()
        children = list(element)
        tails = [child.tail for child in children]
        if not children or element.text or any(tails):
            continue
        inner = LINES[level]
        element.text = inner
        for child in children:
            child.tail = inner
            if child.tag in _ELEMENT_ONLY:
                stack.append((child, level + 1))
        child.tail = LINES[level - 1]

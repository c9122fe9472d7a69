"""Elements of the header while it is made: filled in any order, then written once.

A line for each child is broken where blanks mean nothing: in elements that hold only elements. lxml would make of each
of them an object of two libraries, for a tree that nobody asks for.
"""

from __future__ import annotations

from typing import NamedTuple

from tei.encode.writer import LINES, Parts, Places, attribute, escaped
from tei.text import Span

__all__ = ["Element", "Written"]

# elements of the header whose content is elements only; everything else is left as it is
_ELEMENT_ONLY = frozenset(
    """
    teiHeader fileDesc titleStmt respStmt publicationStmt availability notesStmt sourceDesc msDesc msIdentifier msContents
    msItem encodingDesc editorialDecl normalization interpretation classDecl taxonomy category charDecl char appInfo
    application profileDesc abstract creation langUsage textClass keywords particDesc listPerson person personGrp
    settingDesc setting projectDesc
    """.split()
)


class Written(NamedTuple):
    """XML that is a string already, and of how many elements it is."""

    xml: str
    elements: int


class Element:
    """An element: ``attrs`` as they will be written, ``content`` elements and XML, ``span`` the words of the source in it.

    >>> title = Element("title", {"type": "main"}, "Q & A")
    >>> parts, places = [], []
    >>> title.write(0, parts, places)
    >>> "".join(parts), places
    ('<title type="main">Q &amp; A</title>', [None])
    """

    __slots__ = ("attrs", "content", "span", "tag")

    def __init__(self, tag: str, attrs: dict[str, str] | None = None, words: str = "") -> None:
        self.tag = tag
        self.attrs = {} if attrs is None else attrs
        self.content: list[Element | Written | str] = [escaped(words)] if words else []
        self.span: Span | None = None

    def sub(self, tag: str, attrs: dict[str, str] | None = None, words: str = "") -> Element:
        """Appends an element, and gives it back."""
        made = Element(tag, attrs, words)
        self.content.append(made)
        return made

    def say(self, words: str) -> None:
        """Appends words."""
        if words:
            self.content.append(escaped(words))

    def write(self, level: int, parts: Parts, places: Places) -> None:
        """Writes the element: its strings to ``parts``, where all elements stand to ``places``; ``level`` is its depth."""
        tag, content = self.tag, self.content
        start = f"<{tag}"
        for name, value in self.attrs.items():
            start += attribute(name, value)
        places.append(self.span)
        if not content:
            parts.append(f"{start}/>")
            return
        before, after = (LINES[level + 1], LINES[level]) if tag in _ELEMENT_ONLY else ("", "")
        parts.append(f"{start}>")
        for child in content:
            if before:
                parts.append(before)
            if isinstance(child, str):
                parts.append(child)
            elif isinstance(child, Element):
                child.write(level + 1, parts, places)
            else:
                parts.append(child.xml)
                places.extend([None] * child.elements)
        parts.append(f"{after}</{tag}>")

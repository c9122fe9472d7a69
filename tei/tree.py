"""The encoded document: the XML, and where in the source each of its elements came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from tei.text import Source, Span

__all__ = ["Tree", "serialised"]

# Where the schemas are looked for: beside the document; `tei schema DIR` puts them there.
_MODELS = (
    ("record.rng", "http://relaxng.org/ns/structure/1.0"),
    ("record.sch", "http://purl.oclc.org/dsdl/schematron"),
)
PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(
    f'<?xml-model href="{href}" type="application/xml" schematypens="{kind}"?>\n' for href, kind in _MODELS
)
_PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)  # our own output, of any size


def serialised(root: etree._Element) -> bytes:
    """A tree as it is now, as UTF-8 with its ``xml-model`` instructions."""
    return PROLOG.encode() + etree.tostring(root, encoding="UTF-8", xml_declaration=False) + b"\n"


@dataclass(slots=True)
class Tree:
    """``xml`` is the document as UTF-8, with its ``xml-model`` instructions; the same bytes each time.

    ``places`` are the ranges of the source that its elements cover, one an element, in document order.
    """

    xml: bytes
    source: Source
    places: Sequence[tuple[int, int] | None] = field(repr=False)
    _parsed: etree._Element | None = field(default=None, init=False, repr=False)
    _spans: dict[etree._Element, Span] | None = field(default=None, init=False, repr=False)

    def parsed(self) -> etree._Element:
        """The ``TEI`` element to read from.

        Raises lxml's XMLSyntaxError where the document is not well-formed, which is a fault of this program.
        """
        if self._parsed is None:
            self._parsed = etree.fromstring(self.xml, _PARSER)
        return self._parsed

    @property
    def spans(self) -> dict[etree._Element, Span]:
        """The span of the source that an element covers, in document order; elements that cover none are not there."""
        if self._spans is None:
            elements = self.parsed().iter(etree.Element)
            self._spans = {e: Span(*place) for e, place in zip(elements, self.places, strict=True) if place}
        return self._spans

    @property
    def root(self) -> etree._Element:
        """The ``TEI`` element; who has it may change it, and each element keeps its place in the source."""
        _ = self.spans
        return self.parsed()

    def locate(self, element: etree._Element) -> Span | None:
        """The span of an element, or of the nearest element around it that has one."""
        at: etree._Element | None = element
        while at is not None:
            span = self.spans.get(at)
            if span is not None:
                return span
            at = at.getparent()
        return None

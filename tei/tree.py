"""The encoded document: an lxml tree, and where in the source each element came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from tei.text import Source, Span

__all__ = ["Tree"]

# Where the schemas are looked for: beside the document; `tei schema DIR` puts them there.
_MODELS = (
    ("record.rng", "http://relaxng.org/ns/structure/1.0"),
    ("record.sch", "http://purl.oclc.org/dsdl/schematron"),
)
_PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(
    f'<?xml-model href="{href}" type="application/xml" schematypens="{kind}"?>\n' for href, kind in _MODELS
)


@dataclass(slots=True)
class Tree:
    """``root`` is the ``TEI`` element; ``spans`` maps an element to the span of the source that it covers."""

    root: etree._Element
    source: Source
    spans: dict[etree._Element, Span] = field(default_factory=dict, repr=False)
    _xml: bytes = field(default=b"", repr=False)

    @property
    def xml(self) -> bytes:
        """The document as UTF-8, with its ``xml-model`` instructions; the same bytes each time."""
        if not self._xml:
            self._xml = _PROLOG.encode() + etree.tostring(self.root, encoding="UTF-8", xml_declaration=False) + b"\n"
        return self._xml

    def locate(self, element: etree._Element) -> Span | None:
        """The span of an element, or of the nearest element around it that has one."""
        at: etree._Element | None = element
        while at is not None:
            span = self.spans.get(at)
            if span is not None:
                return span
            at = at.getparent()
        return None

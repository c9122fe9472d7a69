"""Document → TEI tree. Nest first, build second; the header beside; nothing here edits a word."""

from __future__ import annotations

from lxml import etree

from tei.encode.build import Builder
from tei.encode.endnote import plan
from tei.encode.header import header, responsible, text_language
from tei.encode.indent import indent
from tei.encode.nesting import nest
from tei.encode.notation import BLOCK, SPEAKER, Defaults, instruction_text, odd_characters
from tei.encode.section import section
from tei.model import Document, Field
from tei.ns import TEI, XML_LANG, tei
from tei.text import Span
from tei.tree import Tree

__all__ = ["encode"]


def encode(document: Document) -> Tree:
    """The TEI document of an annotated record; appends what it left out to ``document.diagnostics``.

    See ``docs/architecture.md`` for how notation and text divide, and the encoding conventions for the elements.
    """
    source = document.source
    fields = [f for f in document.fields if f.header]
    forest = section(nest(document))
    defaults = Defaults.of(source.text, forest)
    start = max((_end(f) for f in fields), default=0)
    odd = odd_characters(source.text)
    builder = Builder(
        source,
        defaults,
        plan(forest, source, (p.id for p in document.people)),
        responsible(document),
        at=start,
        odd=bool(odd),
    )

    root = etree.Element(tei("TEI"), nsmap={None: TEI})  # type: ignore[dict-item]  # the stubs know no default namespace

    def build_inline(element: etree._Element, span: Span) -> None:
        last = element[-1] if len(element) else None
        builder.content(element, span.start, span.end, [], last=last)
        builder.spans.setdefault(element, span)

    head = header(document, build_inline=build_inline, characters=odd)
    root.append(head)
    if fields:
        _field_notation(builder, head, fields)
    text = etree.SubElement(root, tei("text"), {XML_LANG: text_language(document)})
    for target, value, usual in (
        ("src-default", defaults.block, BLOCK),
        ("src-speaker", defaults.speaker, SPEAKER),
    ):
        if value != usual:
            text.append(etree.ProcessingInstruction(target, instruction_text(value)))
    builder.blocks(etree.SubElement(text, tei("body")), forest)
    builder.rest(text)
    indent(root)
    return Tree(root, source, builder.spans)


def _end(field: Field) -> int:
    return field.parts[-1].end if field.parts else field.span.end


def _field_notation(builder: Builder, head: etree._Element, fields: list[Field]) -> None:
    """Compares what stands before and between the words of each header field with what the stylesheet would write."""
    text, block = builder.text, builder.defaults.block
    notes = [n for n in head.iter(tei("note")) if n.get("type") == "field"]
    paragraphs = {builder.spans[p].start: p for p in head.iter(tei("p")) if p in builder.spans}
    at = 0
    before = builder.begin()
    for field, note in zip(fields, notes, strict=True):
        label = note.get("n", "")
        usual = block + (f"{label}:{block}" if label else "")
        first = field.parts[0].start if field.parts else _end(field)
        builder.open_field(note, before + text[at:first], usual)
        before = ""
        for part, following in zip(field.parts, field.parts[1:], strict=False):
            builder.open_field(paragraphs[following.start], text[part.end : following.start], block)
        at = _end(field)

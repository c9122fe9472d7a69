"""Document → TEI tree. Nest first, build second; the header beside; nothing here edits a word."""

from __future__ import annotations

from lxml import etree

from tei.encode.build import Builder
from tei.encode.endnote import plan
from tei.encode.header import header
from tei.encode.indent import LINES, indent
from tei.encode.language import text_language
from tei.encode.nesting import Node, nest
from tei.encode.notation import BLOCK, SPEAKER, Defaults, instruction_text, odd_characters
from tei.encode.responsibility import responsible
from tei.encode.section import section
from tei.encode.writer import attribute
from tei.model import Document
from tei.ns import TEI, tei
from tei.tree import PROLOG, Tree

__all__ = ["encode"]

_END = "\n</TEI>"


def encode(document: Document) -> Tree:
    """The TEI document of an annotated record; appends what it left out to ``document.diagnostics``.

    The header is a tree, as it is made of copies and readings; the text is written as it is read, in one pass. See
    ``docs/architecture.md`` for how notation and text divide, and the encoding conventions for the elements.
    """
    source = document.source
    forest = section(nest(document))
    defaults = Defaults.of(source.text, forest)
    odd = odd_characters(source.text)
    root = etree.Element(tei("TEI"), nsmap={None: TEI})  # type: ignore[dict-item]  # the stubs know no default namespace
    language = text_language(document)
    front = header(root, document, defaults.block, language, characters=odd)
    indent(root)
    head = front.pieces.serialised(root)
    builder = Builder(
        source,
        defaults,
        plan(forest, source, (p.id for p in document.people)),
        responsible(document),
        at=max((f.span.end for f in front.fields), default=0),
        # before the first block stands the usual separator too, so that no document needs an instruction for having a start
        before="" if front.fields else defaults.block,
        odd=bool(odd),
    )
    _text(builder, forest, language)
    words, places = builder.written()
    spans = [(at, front.spans[e]) for at, e in front.pieces.numbered(root) if e in front.spans] if front.spans else ()
    xml = f"{PROLOG}{head.removesuffix(_END)}{words}{_END}\n"
    return Tree(xml.encode(), source, places, spans)


def _text(builder: Builder, forest: list[Node], language: str) -> None:
    """Writes the ``text`` element."""
    write = builder.parts.append
    builder.places += [None, None]
    write(f"{LINES[1]}<text{attribute('xml:lang', language)}>")
    for target, value, usual in (
        ("src-default", builder.defaults.block, BLOCK),
        ("src-speaker", builder.defaults.speaker, SPEAKER),
    ):
        if value != usual:
            write(f"{LINES[2]}<?{target} {instruction_text(value)}?>")
    write(LINES[2])
    write("<body>" if forest else "<body/>")
    builder.blocks(forest, 3)
    if forest:
        write(f"{LINES[2]}</body>")
    builder.rest(2)
    write(f"{LINES[1]}</text>")

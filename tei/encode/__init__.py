"""Document → TEI tree. Nest first, build second; the header beside; nothing here edits a word."""

from __future__ import annotations

from tei.encode.build import Builder
from tei.encode.endnote import plan
from tei.encode.header import header
from tei.encode.language import text_language
from tei.encode.nesting import Node, nest
from tei.encode.notation import BLOCK, SPEAKER, Defaults, instruction_text, odd_characters
from tei.encode.responsibility import responsible
from tei.encode.section import section
from tei.encode.writer import LINES, attribute
from tei.model import Document
from tei.ns import TEI
from tei.tree import PROLOG, Tree

__all__ = ["encode"]


def encode(document: Document) -> Tree:
    """The TEI document of an annotated record; appends what it left out to ``document.diagnostics``.

    The header is filled first and written then, as its parts are copies and readings of words anywhere; the text is
    written as it is read, in one pass. See ``docs/architecture.md`` for how notation and text divide, and the encoding
    conventions for the elements.
    """
    source = document.source
    forest = section(nest(document))
    defaults = Defaults.of(source.text, forest)
    odd = odd_characters(source.text)
    language = text_language(document)
    fields = [field for field in document.fields if field.header]
    builder = Builder(
        source,
        defaults,
        plan(forest, source, (p.id for p in document.people)),
        responsible(document),
        at=max((f.span.end for f in fields), default=0),
        # before the first block stands the usual separator too, so that no document needs an instruction for having a start
        before="" if fields else defaults.block,
        odd=bool(odd),
    )
    builder.parts.append(f'{PROLOG}<TEI xmlns="{TEI}">{LINES[1]}')
    builder.places.append(None)
    header(document, defaults.block, language, characters=odd).write(1, builder.parts, builder.places)
    _text(builder, forest, language)
    builder.parts.append("\n</TEI>\n")
    words, places = builder.written()
    return Tree(words.encode(), source, places)


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

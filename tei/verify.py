"""Fidelity, checked from the outside: the source rebuilt from the TEI document, and compared with the transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import InputError
from tei.ns import tei
from tei.parse import parse_xml
from tei.read import read
from tei.stylesheet import stylesheet
from tei.text import Source, Span

__all__ = ["locate", "made_here", "rebuild", "verify"]

_ESCAPED = re.compile("\ue000([0-9a-f]{4,6})\ue001")
_MARK = "\ue000mark\ue001"
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_TOKENS = 4_000  # beyond this the comparison is by lines: word by word its time grows with the square


def _apply(tree: etree._Element | etree._ElementTree) -> str:
    return str(stylesheet("source.xsl")(tree))


def rebuild(tree: etree._Element | etree._ElementTree) -> str:
    """The transcript that a TEI document of this toolkit was made from, through ``xslt/source.xsl``.

    Line ends are ``\\n`` where the source file used one kind throughout.
    """
    text = _apply(tree)
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "\ue000" in text else text


def locate(tree: etree._ElementTree, element: etree._Element) -> int | None:
    """The offset in the transcript (code points) at which the content of an element begins; None for what has no place there."""
    mark = etree.ProcessingInstruction("src-mark")
    mark.tail, element.text = element.text, None
    element.insert(0, mark)
    try:
        text = _apply(tree)
    finally:
        element.text = mark.tail
        mark.tail = None
        element.remove(mark)
    before, found, after = text.partition(_MARK)
    if not found:
        return None
    before = _ESCAPED.sub("?", before)
    return len(before) + len(after) - len(after.lstrip())


def made_here(document: str | bytes) -> Source | None:
    """The transcript that a document was made from, for documents of this toolkit; None for others, and for broken ones."""
    try:
        tree = parse_xml(document)
    except InputError:
        return None
    application = tree.find(f".//{tei('application')}[@ident='tei-toolkit']")
    return None if application is None else Source(rebuild(tree))


def verify(
    source: str | Path | bytes | Source,
    document: str | Path | bytes | etree._ElementTree,
    *,
    encoding: str | None = None,
) -> list[Diagnostic]:
    """Where the text rebuilt from a TEI document differs from its source; an empty list when it is the same, to the character.

    Raises InputError for what cannot be read, and for a document that is not TEI.
    """
    text = source if isinstance(source, Source) else read(source, encoding=encoding)[0]
    tree = document if isinstance(document, etree._ElementTree) else parse_xml(document)
    root = tree.getroot()
    if root.tag != tei("TEI"):
        name = etree.QName(root).localname
        raise InputError(
            f"the root is <{name}>, not <TEI> in the TEI namespace",
            path="" if isinstance(document, bytes | etree._ElementTree) else str(document),
            hint="give a document made by tei convert",
        )
    rebuilt = rebuild(tree)
    return [] if rebuilt == text.text else list(_differences(text.text, rebuilt))


def _differences(source: str, rebuilt: str) -> Iterator[Diagnostic]:
    if "".join(source.split()) == "".join(rebuilt.split()):
        note = "only blanks differ"
    else:
        note = ""
    for start, end, old, new in _changes(source, rebuilt):
        span = Span(start, end)
        if not new:
            yield Diagnostic.of("source-differs", f"{_quote(old)} is missing from the document", span, hint=note)
        elif not old:
            yield Diagnostic.of(
                "source-differs", f"{_quote(new)} is in the document but not in the source", span, hint=note
            )
        else:
            yield Diagnostic.of(
                "source-differs", f"{_quote(old)} became {_quote(new)} in the document", span, hint=note
            )


def _changes(source: str, rebuilt: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, source text, document text) of each difference, word by word where that is affordable."""
    a, b = _TOKEN.findall(source), _TOKEN.findall(rebuilt)
    head = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    at = sum(map(len, a[:head]))
    a, b = a[head : len(a) - tail], b[head : len(b) - tail]
    if len(a) + len(b) > _MOST_TOKENS:
        a, b = "".join(a).splitlines(keepends=True), "".join(b).splitlines(keepends=True)
        if len(a) + len(b) > _MOST_TOKENS:
            yield at, at + sum(map(len, a)), "".join(a), "".join(b)
            return
    starts = [at]
    for token in a:
        starts.append(starts[-1] + len(token))
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[i], starts[j], "".join(a[i:j]), "".join(b[k:m])


def _quote(text: str) -> str:
    shown = text if len(text) <= 60 else f"{text[:40]}…{text[-15:]}"
    return '"' + shown.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + '"'

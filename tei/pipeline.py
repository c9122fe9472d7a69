"""The stages in order: text in, edition out."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from tei.annotate import annotate
from tei.diagnostic import Diagnostic
from tei.encode import encode
from tei.errors import FidelityError
from tei.model import Document, Person
from tei.read import from_text, read
from tei.register import Register, load
from tei.segment import segment
from tei.text import Source
from tei.tree import Tree
from tei.verify import rebuild

__all__ = ["Edition", "convert"]

_FILE_NAME = re.compile(r"[^\s]*[\\/][^\n]*|[^\n]*\.[A-Za-z0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class Edition:
    """A converted record: the TEI, the people in it, and what an editor should look at."""

    document: Document
    tree: Tree

    @property
    def source(self) -> Source:
        """The transcript as it was read."""
        return self.document.source

    @property
    def xml(self) -> bytes:
        """The TEI document, UTF-8; equal input gives equal bytes."""
        return self.tree.xml

    @property
    def people(self) -> tuple[Person, ...]:
        """The people of the document, in the order of the header."""
        return tuple(self.document.people)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Findings in source order; those without a place first."""
        return tuple(sorted(self.document.diagnostics, key=lambda d: (d.span or (-1, -1), d.code, d.message)))

    @property
    def text(self) -> str:
        """The transcript, rebuilt from the TEI (the law of fidelity says that it equals the source)."""
        return rebuild(self.tree.parsed())


def convert(
    source: str | os.PathLike[str] | bytes | Source,
    *,
    people: str | os.PathLike[str] | bytes | Register | None = None,
    encoding: str | None = None,
    name: str | None = None,
) -> Edition:
    """Turns a transcript into a TEI document.

    ``source`` is a path, the bytes of a file, or the text itself (a ``str`` with a line end, or one that is not the name
    of a file). ``people`` is a register (CSV or TEI ``listPerson``), ``encoding`` overrides detection, ``name`` is what
    messages call the text.

    Raises InputError and RegisterError for input that cannot be used, FidelityError where this program would lose text.

    >>> convert("Clifford: All right.\\n\\nPresident: Good.\\n\\nClifford: Yes.\\n").text
    'Clifford: All right.\\n\\nPresident: Good.\\n\\nClifford: Yes.\\n'
    """
    text, found = _source(source, encoding, name)
    register = people if people is None or isinstance(people, Register) else load(people)
    document = segment(text)
    document.diagnostics[:0] = found
    annotate(document, register)
    tree = encode(document)
    _check(tree)
    return Edition(document, tree)


def _source(source: object, encoding: str | None, name: str | None) -> tuple[Source, list[Diagnostic]]:
    if isinstance(source, Source):
        return source, []
    if isinstance(source, bytes):
        return read(source, name=name, encoding=encoding)
    if isinstance(source, str):
        one_line = "\n" not in source and "\r" not in source and 0 < len(source) < 1000 and "\0" not in source
        if not one_line or not (os.path.exists(source) or _FILE_NAME.fullmatch(source)):
            return from_text(source, name or "<text>"), []
        return read(Path(source), name=name, encoding=encoding)
    if isinstance(source, os.PathLike):
        return read(Path(source), name=name, encoding=encoding)
    raise TypeError(f"cannot convert {type(source).__name__}: give a path, bytes or text")


def _check(tree: Tree) -> None:
    """The law of fidelity: the stylesheet gives the source back, to the character, from the bytes that will be written."""
    try:
        rebuilt = rebuild(tree.parsed())
    except etree.XMLSyntaxError as error:
        message = f"internal error: the document would not be well-formed ({error.msg}), so nothing was written"
        raise FidelityError(message, path=tree.source.name, hint="please report this text") from error
    if rebuilt != tree.source.text:
        pairs = zip_longest(rebuilt, tree.source.text)
        at = next(at for at, (one, other) in enumerate(pairs) if one != other)
        line, column = tree.source.position(min(at, len(tree.source.text)))
        raise FidelityError(
            "internal error: the document would not give the source back from here on, so nothing was written",
            path=tree.source.name,
            line=line,
            column=column,
            hint="please report this text",
        )

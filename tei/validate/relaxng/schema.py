"""A RELAX NG schema, ready to validate with: the public face of this package.

>>> schema = Schema.parse(b'<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>')
>>> [str(d.line) + ": " + d.message for d in schema.validate(b"<a>x<b/></a>")]
['1: <b> is not an element of this schema']
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import InputError, LimitError, TeiError
from tei.parse import open_xml, parse_xml, xml_bytes
from tei.tree import Tree
from tei.validate.relaxng.automaton import Automaton
from tei.validate.relaxng.location import Loader, local_file
from tei.validate.relaxng.place import refine
from tei.validate.relaxng.restriction import restrict
from tei.validate.relaxng.run import Fault, Run
from tei.validate.relaxng.simplify import simplify
from tei.validate.relaxng.syntax import Node, read_syntax

__all__ = ["Report", "Schema"]

Document = str | Path | bytes | etree._ElementTree | Tree
_CHUNK = 1 << 16
_MAX_TOKEN = 16 * 1024 * 1024  # bytes of one tag or comment
_READ_AGAIN = 64 * 1024 * 1024  # a broken document up to this size is read once more, for a better message


class Schema:
    """A compiled schema. One is enough for any number of documents, one after the other or side by side."""

    def __init__(self, root: Node, *, name: str = "", load: Loader = local_file) -> None:
        start, make, places = simplify(root, name, load, _read)
        elements = restrict(start, places, root)
        self.name = name
        self._automaton = Automaton(make, start, elements)

    @classmethod
    def load(cls, path: str | Path, *, load: Loader = local_file) -> Schema:
        """The schema of a file, ``.rng`` or ``.rnc``; ``load`` gets what it includes (local files only).

        Raises ResourceError for a wrong schema, with its place, InputError for a file that cannot be read.
        """
        return cls.parse(xml_bytes(path), name=str(path), load=load)

    @classmethod
    def parse(cls, data: bytes, *, name: str = "", load: Loader = local_file) -> Schema:
        """The schema in some bytes; ``name`` is what messages call it, and what its includes are relative to."""
        return cls(_read(data, name, name), name=name, load=load)

    def validate(self, document: Document, *, name: str = "") -> Report:
        """What is wrong with a document: found as the report is read.

        Raises InputError, when the report is read, for a file that cannot be read, LimitError for entities and excess.
        """
        return Report(self._automaton, document, name)


class Report:
    """The findings of one validation, in the order in which they are found; ``valid`` reads as far as the first."""

    def __init__(self, automaton: Automaton, document: Document, name: str) -> None:
        self._found: list[Diagnostic] = []
        self._faults = _faults(automaton, document, name)
        self.numbers: list[int] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        at = 0
        while True:
            while at < len(self._found):
                yield self._found[at]
                at += 1
            if not self._more():
                return

    @property
    def valid(self) -> bool:
        """Whether there is nothing to say."""
        return not self._found and not self._more()

    def _more(self) -> bool:
        number, found = next(self._faults, (0, None))
        if found is None:
            return False
        self.numbers.append(number)
        self._found.append(found)
        return True


def _read(data: bytes, path: str, base: str) -> Node:
    """A schema in either syntax: by its name, or by how it begins."""
    begins = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if path.endswith(".rnc") or (begins != b"<" and data[:2] not in (b"\xff\xfe", b"\xfe\xff")):
        from tei.validate.relaxng.compact import read_compact

        return read_compact(data, path=path, base=base)
    return read_syntax(data, path=path, base=base)


def _faults(automaton: Automaton, document: Document, name: str) -> Iterator[tuple[int, Diagnostic]]:
    """(number of the element, finding) of each fault, as a document is read."""
    if isinstance(document, str | Path):
        name = name or str(document)
        with open_xml(document) as file:
            yield from _stream(automaton, file if file.seekable() else BytesIO(file.read()), name)
        return
    if isinstance(document, Tree):
        document = document.xml
    elif not isinstance(document, bytes):
        document = etree.tostring(document, encoding="UTF-8")
    yield from _stream(automaton, BytesIO(document), name)


def _stream(
    automaton: Automaton, file: BinaryIO, name: str, encoding: str | None = None
) -> Iterator[tuple[int, Diagnostic]]:
    if encoding is None and (start := file.read(2)) in (b"\xff\xfe", b"\xfe\xff"):
        # as UTF-8, in which places can be looked up
        text = (start + file.read()).decode("utf-16", "replace")
        yield from _stream(automaton, BytesIO(text.encode()), name, "utf-8")
        return
    file.seek(0)
    run = Run(automaton, encoding)
    parser = run.parser()
    mark = 0  # the width of a byte order mark, which expat counts as a column
    total = 0
    size = _CHUNK

    def slice_(start: int, end: int) -> bytes:
        place = file.tell()
        file.seek(start)
        data = file.read(end - start)
        file.seek(place)
        return data

    def placed(fault: Fault) -> tuple[int, Diagnostic]:
        said, line, column = fault.complaint, fault.line, fault.column
        if mark and line == 1:
            column -= 1
        if fault.where:
            line, column = refine(fault.where, line, column, fault.offset, slice_)
        return fault.number, Diagnostic.of(
            said.code, said.message, expected=said.expected, hint=said.hint, path=name, line=line, column=column
        )

    try:
        while True:
            data = file.read(size)
            if not total and data.startswith(b"\xef\xbb\xbf"):
                mark = 1
            total += len(data)
            parser.Parse(data, not data)
            if run.faults:
                yield from map(placed, run.faults)
                run.faults.clear()
            if not data:
                break
            waiting = total - max(parser.CurrentByteIndex, 0)
            if waiting > _MAX_TOKEN:
                raise LimitError(
                    f"a tag, comment or section is longer than {_MAX_TOKEN // 2**20} MB, the limit",
                    line=parser.CurrentLineNumber,
                    column=parser.CurrentColumnNumber + 1,
                )
            size = max(_CHUNK, waiting)  # so that a long one is not looked at again and again
        run.finish()
        yield from map(placed, run.faults)
    except expat.ExpatError as error:
        yield from map(placed, run.faults)
        yield -1, _broken(error, file, name)
    except TeiError as error:
        error.path = error.path or name
        raise
    except (LookupError, ValueError) as error:  # an encoding that expat lacks
        if total != file.tell() or run.faults:
            raise
        file.seek(0)
        tree = parse_xml(file.read(), name=name)
        if tree.docinfo.encoding in (None, "UTF-8"):
            raise InputError(f"cannot be read: {error}", path=name) from error
        yield from _stream(automaton, BytesIO(etree.tostring(tree, encoding="UTF-8")), name)


def _broken(error: expat.ExpatError, file: BinaryIO, name: str) -> Diagnostic:
    """What is not well-formed; lxml says it better where it may read the whole."""
    line, column, hint = error.lineno, error.offset + 1, ""
    message = expat.ErrorString(error.code).lower()
    file.seek(0)
    data = file.read(_READ_AGAIN + 1)
    if len(data) <= _READ_AGAIN:
        try:
            parse_xml(data, name=name)
        except InputError as better:
            if type(better) is not InputError or not better.line:
                raise
            message, hint, line, column = better.message, better.hint, better.line, better.column
    return Diagnostic.of("not-well-formed", message, hint=hint, path=name, line=line, column=column)

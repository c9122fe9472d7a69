"""Reads a register: CSV with a header, or TEI ``listPerson``."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tei.errors import InputError, RegisterError
from tei.ident import RESERVED
from tei.register.entry import Entry, take_apart
from tei.register.match import offices
from tei.register.store import Register

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["load"]

# an XML name without a colon: what xml:id and a pointer to it can hold
_ID = re.compile(r"[^\W\d][\w.\-·]*")
_COLUMNS = {
    "id": "id",
    "xml:id": "id",
    "xmlid": "id",
    "key": "id",
    "identifier": "id",
    "name": "name",
    "persname": "name",
    "preferred name": "name",
    "full name": "name",
    "description": "description",
    "desc": "description",
    "note": "description",
    "role": "description",
}
_HOW = 'begin the file with a line "id,name,description"'
_ENCODINGS = ("utf-8-sig", "cp1252")
_TEI = "{http://www.tei-c.org/ns/1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def load(source: str | os.PathLike[str] | bytes, *, name: str = "") -> Register:
    """A register from a path or from the bytes of a file. ``name`` is what messages call it.

    CSV: a header line with the columns ``id`` and ``name``, and ``description`` where there is one; every
    further column holds other forms of the name, with ``;`` or ``|`` between them. TEI: each ``person``
    in a ``listPerson``.

    Raises RegisterError (file and line) for what cannot be a register, InputError for an unreadable file.
    """
    if isinstance(source, bytes):
        data, called = source, name or "<register>"
    else:
        called = name or os.fspath(source)
        data = _bytes(Path(source), called)
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
        rows = _tei(data, called)
    else:
        rows = _csv(_text(data, called), called)
    return Register(_entries(rows, called), name=called)


def _bytes(path: Path, called: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("the register does not exist", path=called, hint="check the path") from None
    except IsADirectoryError:
        raise InputError("the register is a folder", path=called, hint="give a CSV or TEI file") from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise InputError(f"the register cannot be read: {reason}", path=called) from None


def _text(data: bytes, called: str) -> str:
    for encoding in (_BOMS.get(data[:2]), *_ENCODINGS):
        if encoding is None:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RegisterError("the register is not text that can be read", path=called, hint="save it as CSV in UTF-8")


_Row = tuple[int, str, str, str, tuple[str, ...]]


def _csv(text: str, called: str) -> Iterator[_Row]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header: list[str] | None = None
    # a quoted cell may hold line ends: a row is reported where it begins
    line = 1
    try:
        for row in rows:
            begins, line = line, rows.line_num + 1
            if not any(cell.strip() for cell in row):
                continue
            if header is None:
                header = _header(row, called, begins)
                continue
            yield _row(row, header, begins)
    except csv.Error as error:
        raise RegisterError(f"the register is not well-formed CSV: {error}", path=called, line=rows.line_num) from None
    if header is None:
        raise RegisterError("the register is empty", path=called, line=1, hint=_HOW)


def _delimiter(text: str) -> str:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t", key=lambda mark: (first.count(mark), mark == ","))


def _header(row: list[str], called: str, line: int) -> list[str]:
    header = [_COLUMNS.get(cell.strip().lower(), "variants") for cell in row]
    for column in ("id", "name"):
        if column not in header:
            raise RegisterError(f'the register has no column "{column}"', path=called, line=line, hint=_HOW)
    return header


def _row(row: list[str], header: list[str], line: int) -> _Row:
    cells: dict[str, str] = {}
    variants: list[str] = []
    for column, cell in zip([*header, *["variants"] * (len(row) - len(header))], row, strict=False):
        value = " ".join(cell.split())
        if column == "variants":
            variants += [v for v in (part.strip() for part in re.split(r"[;|]", value)) if v]
        elif column not in cells:
            cells[column] = value
    return line, cells.get("id", ""), cells.get("name", ""), cells.get("description", ""), tuple(variants)


def _tei(data: bytes, called: str) -> Iterator[_Row]:
    from tei.parse import parse_xml  # late: most registers are CSV

    root = parse_xml(data, name=called).getroot()
    groups = root.iter(f"{_TEI}listPerson", "listPerson")
    people = [p for group in groups for p in group if p.tag in (f"{_TEI}person", "person")]
    if not people:
        hint = "give a TEI listPerson or a CSV file"
        raise RegisterError("the register holds no <person> in a <listPerson>", path=called, line=1, hint=hint)
    for person in people:
        names: list[str] = []
        notes: list[str] = []
        for child in person:
            kind = _kind(child)
            if kind in ("persName", "name"):
                names.append(_name(child))
            elif kind in ("note", "occupation", "p", "desc", "state", "trait"):
                notes.append(_said(child))
        names = [n for n in names if n]
        line = getattr(person, "sourceline", 0) or 0
        id = person.get(_XML_ID) or person.get("id") or ""
        yield line, id, names[0] if names else "", "; ".join(notes), tuple(names[1:])


def _kind(element: _Element) -> str:
    """The local name of an element; "" for a comment or an instruction."""
    return element.tag.removeprefix(_TEI) if isinstance(element.tag, str) else ""


def _said(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _name(element: _Element) -> str:
    """A ``persName`` as ``Surname, Given`` where it is marked up so, else as it is printed."""
    parts: dict[str, list[str]] = {}
    for child in element:
        parts.setdefault(_kind(child), []).append(_said(child))
    if "surname" not in parts or "forename" not in parts:
        return _said(element)
    family = " ".join([*parts.get("nameLink", []), *parts["surname"]])
    return ", ".join(p for p in (family, " ".join(parts["forename"]), *parts.get("genName", [])) if p)


def _entries(rows: Iterable[_Row], called: str) -> Iterator[Entry]:
    seen: dict[str, int] = {}

    def refuse(message: str, hint: str) -> RegisterError:
        return RegisterError(message, path=called, line=line, hint=hint)

    for line, id, name, description, variants in rows:
        if not id:
            raise refuse(f'"{name}" has no id' if name else "a person has no id", "give each person an id")
        if not _ID.fullmatch(id):
            raise refuse(
                f'"{id}" cannot be an id',
                "begin with a letter; use letters, digits, hyphens, full stops and underscores only",
            )
        if RESERVED.fullmatch(id):
            raise refuse(f'the id "{id}" is one that the encoding uses for something else', "choose another")
        if id in seen:
            raise refuse(f'the id "{id}" is used twice, first in line {seen[id]}', "give each person an id of its own")
        if not name:
            raise refuse(f'the person "{id}" has no name', 'fill in the column "name"')
        seen[id] = line
        names = tuple(dict.fromkeys(form for printed in (name, *variants) for form in take_apart(printed)))
        ranks = {rank for form in names for rank in form.ranks}
        yield Entry(id, name, description, variants, line, names, offices(description, ranks))

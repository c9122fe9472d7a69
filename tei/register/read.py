"""Reads a register: CSV with a header, or TEI ``listPerson``."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tei.errors import InputError, RegisterError
from tei.register.entry import Entry, take_apart
from tei.register.match import offices
from tei.register.store import Register

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
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def load(source: str | os.PathLike[str] | bytes, *, name: str = "") -> Register:
    """A register from a path or from the bytes of a file. ``name`` is what messages call it.

    CSV: a header line with the columns ``id`` and ``name``, ``description`` where there is one; every further column,
    and ``;`` or ``|`` inside it, holds other forms of the name. TEI: each ``person`` with an ``xml:id`` in a ``listPerson``.

    Raises RegisterError (file and line) for what cannot be a register, InputError for a file that cannot be read.
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
    tei, xml = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}id"
    people = [
        p for group in root.iter(f"{tei}listPerson", "listPerson") for p in group if p.tag in (f"{tei}person", "person")
    ]
    if not people:
        raise RegisterError(
            "the register holds no <person> in a <listPerson>", path=called, line=1, hint="give a TEI listPerson or a CSV file"
        )
    for person in people:
        names: list[str] = []
        notes: list[str] = []
        for child in person:
            if not isinstance(child.tag, str):
                continue
            kind = child.tag.removeprefix(tei)
            if kind in ("persName", "name"):
                names.append(_name(child, tei))
            elif kind in ("note", "occupation", "p", "desc", "state", "trait"):
                notes.append(" ".join("".join(child.itertext()).split()))
        names = [n for n in names if n]
        line = int(person.sourceline or 0)
        yield line, person.get(xml) or person.get("id") or "", names[0] if names else "", "; ".join(notes), tuple(names[1:])


def _name(element: Iterable[object], tei: str) -> str:
    """A ``persName`` as ``Surname, Given`` where it is marked up so, else as it is printed."""
    parts: dict[str, list[str]] = {}
    for child in element:
        tag = getattr(child, "tag", "")
        if isinstance(tag, str):
            parts.setdefault(tag.removeprefix(tei), []).append(" ".join("".join(child.itertext()).split()))  # type: ignore[attr-defined]
    if "surname" in parts and "forename" in parts:
        family = " ".join([*parts.get("nameLink", []), *parts["surname"]])
        pieces = [family, " ".join(parts["forename"]), *parts.get("genName", [])]
        return ", ".join(p for p in pieces if p)
    return " ".join("".join(element.itertext()).split())  # type: ignore[attr-defined]


def _entries(rows: Iterable[_Row], called: str) -> Iterator[Entry]:
    seen: dict[str, int] = {}
    for line, id, name, description, variants in rows:
        if not id:
            raise RegisterError(f'"{name}" has no id' if name else "a person has no id", path=called, line=line, hint="give each person an id")
        if not _ID.fullmatch(id):
            raise RegisterError(
                f'"{id}" cannot be an id',
                path=called,
                line=line,
                hint="begin with a letter; use letters, digits, hyphens, full stops and underscores only",
            )
        if id in seen:
            raise RegisterError(f'the id "{id}" is used twice, first in line {seen[id]}', path=called, line=line, hint="give each person an id of its own")
        if not name:
            raise RegisterError(f'the person "{id}" has no name', path=called, line=line, hint="fill in the column \"name\"")
        seen[id] = line
        names = tuple(dict.fromkeys(form for printed in (name, *variants) for form in take_apart(printed)))
        ranks = {rank for form in names for rank in form.ranks}
        yield Entry(id, name, description, variants, line, names, offices(description, ranks))

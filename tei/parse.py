"""Untrusted XML into lxml: no network, no entities, no external files, bounded size and depth.

Every XML file that the toolkit opens (registers, documents, schemas) comes through here.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from tei.errors import InputError, LimitError

__all__ = ["MAX_DEPTH", "MAX_SIZE", "parse_xml", "positions"]

MAX_SIZE = 256 * 1024 * 1024  # bytes
MAX_DEPTH = 256  # elements; libxml2's own limit, here with a message

_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(\[)?", re.I)
_EXTERNAL = re.compile(rb"<!DOCTYPE\s+\S+\s+(?:SYSTEM|PUBLIC)\b", re.I)
_ENTITY = re.compile(rb"<!ENTITY\s+(%\s+)?(\S+)", re.I)

# what libxml2 says → what an archivist can act on; the groups of the first go into the second
_MESSAGES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (
            r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
            "<{0}> of line {1} is closed by </{2}>",
            "close each element with its own name, innermost first",
        ),
        (r"Premature end of data in tag (\S+) line (\d+)", "<{0}> of line {1} is never closed", "the file may be cut off"),
        (r"EntityRef: expecting ';'|xmlParseEntityRef: no name", "a bare & stands in the text", "write &amp;"),
        (r"Entity '(.+)' not defined", "the entity &{0}; is not defined", "write the character itself"),
        (r"Attribute (\S+) redefined", "the attribute {0} stands twice in one tag", "keep one of them"),
        (r"Namespace prefix (\S+) (?:for \S+ )?on \S+ is not defined", "the prefix {0} has no namespace", 'declare it with xmlns:{0}="…"'),
        (r"AttValue: \" or ' expected", "an attribute value stands without quotation marks", 'write name="value"'),
        (r"Unescaped '<' not allowed in attributes values", "a < stands in an attribute value", "write &lt;"),
        (r"Document is empty|Start tag expected", "this is not XML", "an XML file begins with <"),
        (r"Extra content at the end of the document", "something follows the end of the root element", "keep one root element"),
        (r"PCDATA invalid Char value (\d+)|xmlParseCharRef: invalid xmlChar value (\d+)", "character number {0} is not allowed in XML", ""),
        (
            r"Input is not proper UTF-8|invalid byte|encoding error|input conversion failed",
            "the bytes are not in the encoding that the file declares",
            "save it as UTF-8, or correct the XML declaration",
        ),
        (r"Unsupported encoding:? ?(\S*)", "the encoding {0} is not known", "save the file as UTF-8"),
    )
)


def parse_xml(source: str | Path | bytes, *, name: str = "") -> etree._ElementTree:
    """Parses a file (``str`` or ``Path``) or its content (``bytes``); ``name`` is what messages call it.

    Raises InputError for what cannot be read or is not well-formed (with line and column), LimitError for entity
    declarations, external subsets, and input beyond :data:`MAX_SIZE` or :data:`MAX_DEPTH`.
    """
    data, name = (source, name) if isinstance(source, bytes) else (_bytes(Path(source)), name or str(source))
    if len(data) > MAX_SIZE:
        raise LimitError(f"larger than {MAX_SIZE // 2**20} MB, the limit for XML", path=name)
    if not data.strip():
        raise InputError("the file is empty", path=name, hint="give an XML document")
    _refuse_declarations(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_blank_text=False)
    _check_depth(data, name)
    try:
        return etree.fromstring(data, parser, base_url=name or None).getroottree()
    except etree.XMLSyntaxError as error:
        raise _plain(error, name) from error


def positions(data: bytes) -> list[tuple[int, int]]:
    """(line, column) of each element's start tag, in document order, both from 1; ends early where the XML does."""
    found: list[tuple[int, int]] = []
    parser = expat.ParserCreate()

    def start(_: str, __: object) -> None:
        found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        pass
    return found


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError("this is a folder", path=str(path), hint="name a file in it")
        with path.open("rb") as file:
            return file.read(MAX_SIZE + 1)
    except FileNotFoundError:
        raise InputError("no such file", path=str(path), hint="check the name") from None
    except OSError as error:
        raise InputError(f"cannot be read: {(error.strerror or str(error)).lower()}", path=str(path)) from error


def _refuse_declarations(data: bytes, name: str) -> None:
    """A document type that declares or fetches anything is refused; a bare ``<!DOCTYPE TEI>`` is harmless."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    found = _DOCTYPE.search(data)
    if not found:
        return
    line = data.count(b"\n", 0, found.start()) + 1
    column = found.start() - data.rfind(b"\n", 0, found.start())
    if _EXTERNAL.match(data, found.start()):
        raise LimitError(
            "the document type refers to an external file, which is never read",
            path=name,
            line=line,
            column=column,
            hint="take the <!DOCTYPE …> out",
        )
    entity = _ENTITY.search(data, found.start()) if found[1] else None
    if entity:
        line = data.count(b"\n", 0, entity.start()) + 1
        column = entity.start() - data.rfind(b"\n", 0, entity.start())
        raise LimitError(
            f"the document declares the entity {entity[2].decode('utf-8', 'replace')}, and entities are not expanded here",
            path=name,
            line=line,
            column=column,
            hint="write the text itself instead",
        )


class _TooDeep(Exception):
    pass


def _check_depth(data: bytes, name: str) -> None:
    """Stops at the first element that lies too deep, before a tree is built (expat never expands what it refuses above)."""
    parser = expat.ParserCreate()
    depth = 0

    def start(_: str, __: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise _TooDeep

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)
    except _TooDeep:
        raise LimitError(
            f"elements are nested more than {MAX_DEPTH} deep, the limit",
            path=name,
            line=parser.CurrentLineNumber,
            column=parser.CurrentColumnNumber + 1,
        ) from None
    except expat.ExpatError:
        return  # lxml says it better


def _plain(error: etree.XMLSyntaxError, name: str) -> InputError:
    text = (error.msg or "not well-formed").rsplit(", line", 1)[0]
    line, column = error.position
    for pattern, message, hint in _MESSAGES:
        match = pattern.search(text)
        if match:
            groups = [g or "" for g in match.groups()]
            return InputError(message.format(*groups), path=name, line=line, column=column, hint=hint.format(*groups))
    return InputError(text[:1].lower() + text[1:], path=name, line=line, column=column)

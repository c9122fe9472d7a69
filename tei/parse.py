"""Untrusted XML into lxml: no network, no entities, no external files, bounded size and depth.

Every XML file that the toolkit opens (registers, documents, schemas) comes through here.
"""

from __future__ import annotations

import io
import re
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO
from xml.parsers import expat

from lxml import etree

from tei.errors import InputError, LimitError

__all__ = ["MAX_DEPTH", "MAX_SIZE", "open_xml", "opening", "parse_xml", "positions", "xml_bytes"]

MAX_SIZE = 256 * 1024 * 1024  # bytes
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# what a shell names for <(…), and standard input: somebody writes to it
_HANDED_ON = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
MAX_DEPTH = 256  # elements; libxml2's own limit, here with a message

_NOT_ITS_ENCODING = "the bytes are not in the encoding that the file declares"
_SAVE_AS_UTF_8 = "save it as UTF-8, or correct the XML declaration"
# two or four bytes a character are declared, in one byte a character
_WIDE = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"'](?:utf-?16|utf-?32|ucs)", re.I)
# what could bring entities or files with it, and a file in which that would stand so
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ONE_BYTE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml(?![^>]*?encoding)|<\?xml[^>]*?encoding\s*=\s*[\"'](?:utf-8|us-ascii|iso-8859-1)[\"']|\s*<[^?\0])",
    re.I,
)
# what libxml2 says → what an archivist can act on; the groups of the first go into the second
_MESSAGES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (
            r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
            "<{0}> of line {1} is closed by </{2}>",
            "close each element with its own name, innermost first",
        ),
        (
            r"Premature end of data in tag (\S+) line (\d+)",
            "<{0}> of line {1} is never closed",
            "the file may be cut off",
        ),
        (
            r"EntityRef: expecting ';'|xmlParseEntityRef: no name",
            "a bare & stands in the text",
            "write &amp;",
        ),
        (r"Entity '(.+)' not defined", "the entity &{0}; is not defined", "write the character itself"),
        (r"Attribute (\S+) redefined", "the attribute {0} stands twice in one tag", "keep one of them"),
        (
            r"Namespace prefix (\S+) (?:for \S+ )?on \S+ is not defined",
            "the prefix {0} has no namespace",
            'declare it with xmlns:{0}="…"',
        ),
        (
            r"AttValue: \" or ' expected",
            "an attribute value stands without quotation marks",
            'write name="value"',
        ),
        (
            r"AttValue: ['\"] expected",
            "an attribute value is not closed",
            "end it with the quotation mark that it begins with",
        ),
        (
            r"Specification mandates value for attribute (\S+)",
            "the attribute {0} has no value",
            'write {0}="…"',
        ),
        (
            r"attributes construct error",
            "two attributes stand without a blank between them",
            'write a="1" b="2"',
        ),
        (r"Unescaped '<' not allowed in attributes values", "a < stands in an attribute value", "write &lt;"),
        (r"StartTag: invalid element name", "a < stands in the text, or a tag has no name", "write &lt;"),
        (
            r"Couldn't find end of Start Tag (\S+)",
            "the tag <{0}> is cut off before its end",
            "the file may be cut off",
        ),
        (r"Document is empty|Start tag expected", "this is not XML", "an XML file begins with <"),
        (
            r"Extra content at the end of the document",
            "something follows the end of the root element",
            "keep one root element",
        ),
        (
            r"XML declaration allowed only at the start",
            "the XML declaration is not at the very start of the file",
            "take out what stands before it",
        ),
        (
            r"xml:id : attribute value (\S+) is not an NCName",
            'the id "{0}" is not allowed',
            "begin with a letter; use letters, digits, hyphens, full stops and underscores only",
        ),
        (
            r"(?:Char value |[Ii]nvalid character: Char 0x)(\d+)",
            "character number {0} is not allowed in XML",
            "take it out",
        ),
        (r"[Dd]ouble.hyphen", "two hyphens stand inside a comment", "write one, or a dash"),
        (r"CData section not finished", "a CDATA section is never closed", "end it with ]]>"),
        (r"Sequence ']]>' not allowed", "]]> stands in the text", "write ]]&gt;"),
        (
            r"Input is not proper UTF-8|[Ii]nvalid byte|encoding error|input conversion failed",
            _NOT_ITS_ENCODING,
            _SAVE_AS_UTF_8,
        ),
        (
            r"Unsupported encoding:? ?(\S*)",
            "the encoding {0} is not known",
            "save the file as UTF-8, and declare that",
        ),
    )
)
# libxml2 names the place that it had reached; what it speaks of begins with this before it
_BEGINS = (
    ("tag mismatch", "</"),
    ("EntityRef", "&"),
    ("CharRef", "&"),
    ("Entity '", "&"),
    ("StartTag", "<"),
    ("Namespace prefix", "<"),
)
_TOO_DEEP = f"elements are nested more than {MAX_DEPTH} deep, the limit"


def parse_xml(source: str | Path | bytes, *, name: str = "") -> etree._ElementTree:
    """Parses a file (``str`` or ``Path``) or its content (``bytes``); ``name`` is what messages call it.

    Raises InputError for what cannot be read or is not well-formed (with line and column), LimitError for
    entity declarations, external subsets, and input beyond :data:`MAX_SIZE` or :data:`MAX_DEPTH`.
    """
    data, name = (source, name) if isinstance(source, bytes) else (xml_bytes(source), name or str(source))
    if len(data) > MAX_SIZE:
        raise LimitError(f"larger than {MAX_SIZE // 2**20} MB, the limit for XML", path=name)
    if not data.strip():
        raise InputError("the file is empty", path=name, hint="give an XML document")
    if not _DECLARES.search(data) and _ONE_BYTE.match(data):
        with suppress(etree.XMLSyntaxError):  # what is wrong with it, and where, is said below
            return etree.fromstring(data, _parser(huge=False), base_url=name).getroottree()
    # libxml2 keeps its own limits (depth, expansion, 10 MB a text) for what was not checked to its end
    try:
        tree = etree.fromstring(data, _parser(huge=_harmless(data, name)), base_url=name).getroottree()
    except etree.XMLSyntaxError as error:
        raise _plain(error, name, data) from error
    subset: Any = tree.docinfo.internalDTD
    entity = None if subset is None else next(subset.iterentities(), None)
    if entity is not None:  # in an encoding that only libxml2 reads
        raise _declared(entity.name or "", name, 0, 0)
    return tree


def _parser(*, huge: bool) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=huge, collect_ids=False)


def xml_bytes(path: str | Path) -> bytes:
    """The bytes of an XML file, at most one more than :data:`MAX_SIZE`.

    Raises InputError for a missing file, a folder, or one that cannot be read.
    """
    with open_xml(path) as file:
        try:
            return file.read(MAX_SIZE + 1)
        except OSError as error:
            raise InputError(f"cannot be read: {(error.strerror or str(error)).lower()}", path=str(path)) from error


def opening(document: str | Path | bytes, *, name: str = "") -> etree._ElementTree:
    """What stands above the root of a document, and the root's own tag: for one too long to be made a tree.

    Raises InputError for what is not well-formed up to there.
    """
    parser = etree.XMLPullParser(events=("start",), resolve_entities=False, no_network=True, load_dtd=False)
    name = name or ("" if isinstance(document, bytes) else str(document))
    with io.BytesIO(document) if isinstance(document, bytes) else open_xml(document) as file:
        try:
            while data := file.read(1 << 16):
                parser.feed(data)
                for _, root in parser.read_events():
                    if isinstance(root, etree._Element):
                        return root.getroottree()
        except etree.XMLSyntaxError as error:
            raise _plain(error, name, b"") from error
    raise InputError("the file has no root element", path=name, hint="give an XML document")


def open_xml(path: str | Path) -> BinaryIO:
    """An XML file, opened to be read.

    Raises InputError for a missing file, a folder, a pipe or device, or one that cannot be read.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise InputError("this is a folder", path=str(path), hint="name a file in it")
        if (path.is_fifo() and not str(path).startswith(_HANDED_ON)) or path.is_socket():  # nobody may ever write to it
            raise InputError(
                "this is a pipe, not a file", path=str(path), hint="give it as standard input, with - for a name"
            )
        return path.open("rb")
    except FileNotFoundError:
        raise InputError("no such file", path=str(path), hint="check the name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {reason.lower()}", path=str(path)) from error


def positions(data: bytes) -> list[tuple[int, int]]:
    """(line, column) from 1 of each start tag, in document order; ends early where the XML does."""
    found: list[tuple[int, int]] = []
    parser = expat.ParserCreate()

    def start(_: str, __: object) -> None:
        found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    _feed(parser, data)
    if data.startswith(_BOMS):  # expat counts the mark as a column
        return [(line, column - (line == 1)) for line, column in found]
    return found


def _feed(parser: expat.XMLParserType, data: bytes) -> bool:
    """Whether expat read the document to its end."""
    try:
        parser.Parse(data, True)
    except (
        expat.ExpatError,
        LookupError,
        ValueError,
        UnicodeError,
    ):  # the last three: an encoding Python lacks
        return False
    return True


def _harmless(data: bytes, name: str) -> bool:
    """Reads the document with expat, before a tree is built, up to the first thing that is refused.

    A bare ``<!DOCTYPE TEI>`` declares nothing and passes. False where expat cannot read the document to its
    end: what is not well-formed lxml says better.
    """
    parser = expat.ParserCreate()
    depth = 0

    def start(_: str, __: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            raise LimitError(_TOO_DEEP, path=name, line=line, column=column)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(_: str, system: str | None, public: str | None, __: bool) -> None:
        if system is not None or public is not None:
            raise LimitError(
                "the document type refers to an external file, which is never read",
                path=name,
                line=parser.CurrentLineNumber,
                column=parser.CurrentColumnNumber + 1,
                hint="take the <!DOCTYPE …> out",
            )

    def entity(called: str, *_: object) -> None:
        raise _declared(called, name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = doctype, entity
    return _feed(parser, data)


def _declared(entity: str, name: str, line: int, column: int) -> LimitError:
    return LimitError(
        f"the document declares the entity {entity}, and entities are not expanded here",
        path=name,
        line=line,
        column=column,
        hint="write the text itself instead",
    )


def _plain(error: etree.XMLSyntaxError, name: str, data: bytes) -> InputError:
    if _WIDE.match(data):  # libxml2 believes it, and stumbles over the nonsense that follows
        return InputError(_NOT_ITS_ENCODING, path=name, line=1, column=1, hint=_SAVE_AS_UTF_8)
    text = (error.msg or "not well-formed").rsplit(", line", 1)[0]
    line, column = error.position
    mark = next((mark for said, mark in _BEGINS if said in text), "")
    column = _begin(data, line, column, mark) if mark else column
    if "xcessive depth" in text:
        return LimitError(_TOO_DEEP, path=name, line=line, column=column)
    for pattern, message, hint in _MESSAGES:
        match = pattern.search(text)
        if match:
            groups = [g or "" for g in match.groups()]
            said, help_ = message.format(*groups), hint.format(*groups)
            return InputError(said, path=name, line=line, column=column, hint=help_)
    text = " ".join(text.split())[:200]
    return InputError(text[:1].lower() + text[1:], path=name, line=line, column=column)


def _begin(data: bytes, line: int, column: int, mark: str) -> int:
    """The column of the last ``mark`` of a line before a column; that column where there is none."""
    lines = data.removeprefix(_BOMS[0]).split(b"\n", line)
    if line > len(lines) or b"\0" in data[:4]:  # UTF-16
        return column
    return lines[line - 1].decode("utf-8", "replace").rfind(mark, 0, column - 1) + 1 or column

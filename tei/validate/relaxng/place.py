"""The place of an attribute in its tag, of a text before a tag: looked up in the file, once something is wrong there."""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["refine"]

# bytes of the document from an offset to another, as far as they are to be had
Slice = Callable[[int, int], bytes]
_ATTRIBUTE = re.compile(rb"(?P<space>\s+)(?P<name>[^\s=/>\"'<]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[|<\?.*?\?>|<[^\s>]*(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*>", re.DOTALL
)
_WORD = re.compile(rb"[^ \t\r\n]")
_REACH = 1 << 16  # bytes that are looked at
TEXT, END = "\0", "\0end"


def refine(where: str, line: int, column: int, offset: int, slice_: Slice) -> tuple[int, int]:
    """(line, column) of an attribute (by its name, ``uri}local``) in the tag at a byte offset, or of the text before it.

    ``line`` and ``column`` are those of the tag, which stand where nothing better is found (in UTF-16, say).
    """
    if where == END:
        return _end(line, column, offset, slice_)
    if where == TEXT:
        return _text(line, column, offset, slice_)
    return _attribute(where, line, column, slice_(offset, offset + _REACH))


def _attribute(name: str, line: int, column: int, tag: bytes) -> tuple[int, int]:
    uri, _, local = name.rpartition("}")
    if not tag.startswith(b"<"):
        return line, column
    at = re.match(rb"<[^\s/>]+", tag)
    end = at.end() if at else 0
    while match := _ATTRIBUTE.match(tag, end):
        end = match.end()
        prefix, _, called = match["name"].decode("utf-8", "replace").rpartition(":")
        if called == local and bool(prefix) == bool(uri) and prefix != "xmlns":
            return _moved(line, column, tag[: match.start("name")])
    return line, column


def _end(line: int, column: int, offset: int, slice_: Slice) -> tuple[int, int]:
    """The place of the end tag of an element without children; of its one tag, where it is empty."""
    start = max(0, offset - _REACH)
    before = slice_(start, offset)
    tag = before.rfind(b"<") if before.endswith(b"/>") else -1
    return (line, column) if tag < 0 else _back(line, column, before, tag, start)


def _back(line: int, column: int, before: bytes, at: int, start: int) -> tuple[int, int]:
    """The place of the byte ``at`` of what stands before a place; ``before`` begins at byte ``start`` of the document."""
    between = before[at:]
    back = between.count(b"\n")
    if not back:
        return line, max(1, column - len(between.decode("utf-8", "replace")))
    feed = before.rfind(b"\n", 0, at)
    if feed < 0 and start:
        return line - back, 1
    return line - back, len(before[feed + 1 : at].decode("utf-8", "replace")) + 1


def _text(line: int, column: int, offset: int, slice_: Slice) -> tuple[int, int]:
    start = max(0, offset - _REACH)
    before = slice_(start, offset)
    tag = before.rfind(b"<")
    while tag > 0:
        match = _TAG.match(before, tag)
        if match:
            break
        tag = before.rfind(b"<", 0, tag)
    else:
        match = _TAG.match(before) if before.startswith(b"<") else None
    if match is None:
        return line, column
    word = _WORD.search(before, match.end())
    if word is None:
        return line, column
    return _back(line, column, before, word.start(), start)


def _moved(line: int, column: int, passed: bytes) -> tuple[int, int]:
    """The place after some bytes."""
    lines = passed.decode("utf-8", "replace").split("\n")
    if len(lines) > 1:
        return line + len(lines) - 1, len(lines[-1]) + 1
    return line, column + len(lines[0])

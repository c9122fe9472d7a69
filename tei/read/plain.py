"""Plain text as it really comes: any encoding, any line end, from a file, from standard input, from bytes."""

from __future__ import annotations

import re
import sys
from codecs import lookup
from pathlib import Path
from typing import BinaryIO

from tei.diagnostic import Diagnostic
from tei.errors import InputError, LimitError
from tei.text import Source

__all__ = ["MAX_SIZE", "from_text", "read"]

MAX_SIZE = 256 * 1024 * 1024  # bytes
_SAMPLE = 256 * 1024  # what the detector looks at

# byte order marks, longest first: UTF-32 begins like UTF-16
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_TAKE_MARK = frozenset({"utf-8-sig", "utf-16", "utf-32"})  # codecs that take the mark off themselves

# the first bytes of files that are often given by mistake
_MAGIC = (
    (b"%PDF", "a PDF", "save its text as .txt first"),
    (b"PK\x03\x04", "a zip file (a .docx or .odt is one)", "save its text as .txt first"),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "save its text as .txt first"),
    (b"{\\rtf", "an RTF document", "save its text as .txt first"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
)

# C0 without tab, line and page ends, backspace (overstruck type), end of file (DOS), escape (ISO-2022)
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 26, 27})

# in Western text letters with accents and typographic marks stand alone or in twos; in Cyrillic or Chinese in long runs
_LONG_RUN = re.compile(rb"[\x80-\xff]{3,}")
# what hardly follows a small letter, but does where another encoding (DOS, Macintosh) is read as Windows-1252
_ODD = re.compile("[a-z][À-ÖØ-ÞŠŒŽŸ‚„ƒ†‡ˆ‰‹‘“¡¢£¤¥¦§¨©¬±²³µ¶¸¹¼½¾¿×÷]")


def read(
    source: str | Path | bytes | BinaryIO, *, name: str | None = None, encoding: str | None = None
) -> tuple[Source, list[Diagnostic]]:
    """Reads a path (``-`` is standard input), a stream or bytes; the encoding is detected unless given.

    Raises InputError for what is no text or cannot be decoded (with line and column), LimitError above
    :data:`MAX_SIZE`.
    """
    data, name = _bytes(source, name)
    if len(data) > MAX_SIZE:
        raise LimitError(
            f"larger than {MAX_SIZE // 2**20} MB, the limit for one text",
            path=name,
            hint="split it into documents",
        )
    found: list[Diagnostic] = []
    text, used, bom = _decode(data, name, encoding, found)
    text, line_end = _line_ends(text)
    if line_end == "mixed":
        found.append(Diagnostic.of("line-ends-mixed", "the file mixes kinds of line end; they are kept as they are"))
    return Source(text, name, used, line_end, bom), found


def from_text(text: str, name: str = "<text>") -> Source:
    """A source from a string: its line ends are treated as those of a file."""
    text, line_end = _line_ends(text)
    return Source(text, name, "utf-8", line_end)


def _bytes(source: str | Path | bytes | BinaryIO, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "<bytes>"
    if str(source) == "-":
        return sys.stdin.buffer.read(MAX_SIZE + 1), name or "-"
    if not isinstance(source, str | Path):
        return source.read(MAX_SIZE + 1), name or str(getattr(source, "name", "<stream>"))
    path = Path(source)
    shown = name or str(source)
    try:
        if path.is_dir():
            raise InputError("this is a folder", path=shown, hint="name the files in it")
        with path.open("rb") as file:
            return file.read(MAX_SIZE + 1), shown
    except FileNotFoundError:
        raise InputError("no such file", path=shown, hint="check the name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {reason.lower()}", path=shown) from error


def _decode(data: bytes, name: str, encoding: str | None, found: list[Diagnostic]) -> tuple[str, str, bool]:
    for mark, codec in _BOMS:
        if data.startswith(mark) and encoding is None:
            return _strict(data, codec, name, skip=len(mark)), codec, True
    for magic, what, hint in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"this is {what}, not text", path=name, hint=hint)
    if encoding is not None:
        text = _strict(data, encoding, name)
        bom = text.startswith("\ufeff")
        taken = lookup(encoding).name in _TAKE_MARK and data.startswith(tuple(mark for mark, _ in _BOMS))
        return text[bom:], encoding, bom or taken
    codec = _unmarked_utf16(data)
    if codec:
        found.append(_guessed(codec))
        return _strict(data, codec, name), codec, False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, name, error, found), found[-1].expected[0], False
    if b"\0" in data and text.count("\0") > max(4, len(text) // 100):  # a few are kept as characters
        raise InputError("this is a binary file, not text", path=name, hint="give plain text, or name its --encoding")
    return text, "utf-8", False


def _unmarked_utf16(data: bytes) -> str:
    """The encoding where every second byte or nearly is NUL: UTF-16 without its mark; "" for another."""
    if len(data) % 2 or b"\0" not in data:
        return ""
    first, second = data[0::2].count(0), data[1::2].count(0)
    if max(first, second) < len(data) * 0.35 or min(first, second) * 10 > max(first, second):  # UTF-32 has them in both
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _guess(data: bytes, name: str, error: UnicodeDecodeError, found: list[Diagnostic]) -> str:
    """Not UTF-8: mostly UTF-8 with a bad byte is an error at that byte, the rest is for the detector."""
    if _controls(data[:_SAMPLE]) > len(data[:_SAMPLE]) // 50:
        raise InputError("this is a binary file, not text", path=name, hint="give plain text, or name its --encoding")
    beyond = sum(1 for byte in data[:_SAMPLE] if byte >= 0x80)
    good = sum(1 for c in data[:_SAMPLE].decode("utf-8", "ignore") if c >= "\x80")
    if good and good * 3 > beyond:
        raise _undecodable(data, "utf-8", name, error)
    if _western(data, beyond):
        found.append(_guessed("cp1252"))
        return data.decode("cp1252")
    from charset_normalizer import from_bytes  # late: its tables are only needed here

    best = from_bytes(data[:_SAMPLE]).best()
    codec = "cp1252" if best is None or best.encoding in ("ascii", "latin_1", "cp1250", "cp1252") else best.encoding
    for candidate in (codec, "cp1252", "latin-1"):
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        found.append(_guessed(candidate))
        return text
    raise _undecodable(data, "utf-8", name, error)


def _western(data: bytes, beyond: int) -> bool:
    """Whether it reads well as Windows-1252: the detector is at a loss where few bytes beyond ASCII tell it anything."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    runs = sum(len(run) for run in _LONG_RUN.findall(data[:_SAMPLE]))
    return runs * 5 < beyond and len(_ODD.findall(text, 0, _SAMPLE)) * 5 < beyond


def _controls(data: bytes) -> int:
    """How many bytes no typed text has, in any encoding."""
    return len(data) - len(data.translate(None, _CONTROLS))


def _guessed(codec: str) -> Diagnostic:
    return Diagnostic.of(
        "encoding-guessed",
        f"the file is not marked as Unicode; it was read as {codec}",
        expected=(codec,),
        hint="if letters look wrong, name the right one with --encoding",
    )


def _strict(data: bytes, codec: str, name: str, *, skip: int = 0) -> str:
    """The text after the first ``skip`` bytes."""
    try:
        return data[skip:].decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(data, codec, name, error, skip=skip) from error
    except (LookupError, ValueError):  # no codec, or none for text
        raise InputError(
            f"no encoding is called {codec}", path=name, hint="try utf-8, windows-1252 or utf-16"
        ) from None


def _undecodable(data: bytes, codec: str, name: str, error: UnicodeDecodeError, *, skip: int = 0) -> InputError:
    at = skip + error.start
    before, _ = _line_ends(data[skip:at].decode(codec, "replace"))
    return InputError(
        f"byte {data[at]:#04x} at offset {at} is not {codec}",
        path=name,
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        hint="correct it, or name the encoding with --encoding, for instance windows-1252",
    )


def _line_ends(text: str) -> tuple[str, str]:
    """The text with ``\\n`` where it uses one kind of line end throughout, and which kind."""
    if "\r" not in text:
        return text, "\n"
    returns, pairs, feeds = text.count("\r"), text.count("\r\n"), text.count("\n")
    if returns == pairs == feeds:
        return text.replace("\r\n", "\n"), "\r\n"
    if not feeds:
        return text.replace("\r", "\n"), "\r"
    return text, "mixed"

"""Reading: bytes, files and streams in any encoding become the same text, and what is no text is refused with a reason."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import SEED, corpus_texts, needs_shared
from tei.errors import InputError, LimitError
from tei.read import from_text, plain, read
from tei.text import Source

TEXT = "Café “Zürich”, 10 février.\nIt’s the Ambassador’s naïve question.\n"
MARK = "\ufeff"


def refused(data: bytes, *, encoding: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read(data, name="a.txt", encoding=encoding)
    return str(caught.value)


def restored(source: Source) -> str:
    """The text as it stood in the file: with its mark and its own line ends."""
    text = source.text if source.line_end == "mixed" else source.text.replace("\n", source.line_end)
    return MARK * source.bom + text


# Encodings


@pytest.mark.parametrize(
    ("data", "encoding", "bom", "guessed"),
    [
        (TEXT.encode("utf-8"), "utf-8", False, False),
        (TEXT.encode("utf-8-sig"), "utf-8", True, False),
        ((MARK + TEXT).encode("utf-16-le"), "utf-16-le", True, False),
        ((MARK + TEXT).encode("utf-16-be"), "utf-16-be", True, False),
        ((MARK + TEXT).encode("utf-32-le"), "utf-32-le", True, False),
        ((MARK + TEXT).encode("utf-32-be"), "utf-32-be", True, False),
        (TEXT.encode("utf-16-le"), "utf-16-le", False, True),
        (TEXT.encode("utf-16-be"), "utf-16-be", False, True),
        (TEXT.encode("windows-1252"), "cp1252", False, True),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_the_encoding_is_found(data: bytes, encoding: str, bom: bool, guessed: bool) -> None:
    source, found = read(data)
    assert (source.text, source.encoding, source.bom) == (TEXT, encoding, bom)
    assert [d.code for d in found] == ["encoding-guessed"] * guessed


def test_a_guess_is_reported() -> None:
    _, (found,) = read(TEXT.encode("windows-1252"))
    assert found.message == "the file is not marked as Unicode; it was read as cp1252"
    assert found.expected == ("cp1252",)
    assert found.hint == "if letters look wrong, name the right one with --encoding"


@pytest.mark.parametrize(
    "text", ["It’s.", "Café", "Façade", "£5", "§ 3", "10° C", "— No.", "Él dijo: ¿qué?", "“So,” he said…"]
)
def test_windows_1252_is_found_though_the_text_is_short(text: str) -> None:
    assert read(text.encode("windows-1252"))[0].text == text


@needs_shared
def test_windows_1252_is_found_in_records() -> None:
    records = [data.decode("utf-8").encode("windows-1252", "ignore") for _, data in corpus_texts()[::10]]
    records = [data for data in records if not data.isascii()]
    assert len(records) > 100
    for data in records:
        assert read(data)[0].text == data.decode("windows-1252")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Ο πρέσβης είπε ότι η κυβέρνηση συμφώνησε.", "cp1253"),
        ("大使说政府已经同意了这些要求。会议在北京举行。", "gb18030"),
        ("대사는 정부가 동의했다고 말했다.", "cp949"),
    ],
)
def test_other_scripts_are_found(text: str, encoding: str) -> None:
    source, found = read(text.encode(encoding))
    assert (source.text, source.encoding) == (text, encoding)
    assert [d.code for d in found] == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"caf\xc3\xa9", "latin-1", "cafÃ©"),
        (b"caf\x82", "cp437", "café"),
        (b"caf\xe9", "windows-1252", "café"),
        ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
        (TEXT.encode("utf-16-le"), "utf-16-le", TEXT),
    ],
)
def test_the_encoding_can_be_given(data: bytes, encoding: str, text: str) -> None:
    """What the user says is not doubted, and so not reported."""
    source, found = read(data, encoding=encoding)
    assert (source.text, source.encoding, found) == (text, encoding, [])


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-8-sig", "utf-16", "utf_16", "utf-16-le", "utf-32"])
def test_the_mark_is_no_text_and_is_recorded_whatever_the_encoding_is_called(encoding: str) -> None:
    marked = encoding in ("utf-8-sig", "utf-16", "utf_16", "utf-32")  # these write the mark themselves
    source, _ = read(("" if marked else MARK).encode(encoding) + TEXT.encode(encoding), encoding=encoding)
    assert (source.text, source.bom) == (TEXT, True)


def test_one_mark_is_taken_off_and_no_more() -> None:
    source, _ = read((MARK + MARK + "a").encode())
    assert (source.text, source.bom) == (MARK + "a", True)


@pytest.mark.parametrize("encoding", ["klingon", "", "hex", "utf\0-8"])
def test_an_encoding_that_is_none(encoding: str) -> None:
    shown = f"a.txt: no encoding is called {encoding} (try utf-8, windows-1252 or utf-16)"
    assert refused(b"text", encoding=encoding) == shown


# Bytes that are no text in the encoding: the place is one that an editor can open

NO_UTF8 = "is not utf-8 (correct it, or name the encoding with --encoding, for instance windows-1252)"
PROSE = "Café été\r\nnaïve ".encode()


@pytest.mark.parametrize(
    ("data", "place", "offset"),
    [
        (PROSE + b"\xff byte", "2:7", 20),
        (PROSE.replace(b"\r", b"") + b"\xff byte", "2:7", 19),
        (PROSE.replace(b"\n", b"") + b"\xff byte", "2:7", 19),
        (MARK.encode() + PROSE + b"\xff byte", "2:7", 23),
        (b"\xff " + PROSE, "1:1", 0),
        (PROSE + b"cut \xe2\x80", "2:11", 24),
    ],
    ids=["CRLF", "LF", "CR", "mark", "first", "cut off"],
)
def test_an_undecodable_byte(data: bytes, place: str, offset: int) -> None:
    assert refused(data) == f"a.txt:{place}: byte {data[offset]:#04x} at offset {offset} {NO_UTF8}"


def test_an_undecodable_byte_in_a_given_encoding() -> None:
    assert refused(b"One line,\nanother caf\xe9.", encoding="ascii") == (
        "a.txt:2:12: byte 0xe9 at offset 21 is not ascii "
        "(correct it, or name the encoding with --encoding, for instance windows-1252)"
    )
    half = "ab\n".encode("utf-16") + b"\x00\xd8c\x00"  # half of a pair
    assert refused(half).startswith("a.txt:2:1: byte 0x00 at offset 8 is not utf-16-le")


# Line ends


@pytest.mark.parametrize(
    ("data", "line_end", "text"),
    [
        (b"One.\nTwo.\n", "\n", "One.\nTwo.\n"),
        (b"One.\r\nTwo.\r\n", "\r\n", "One.\nTwo.\n"),
        (b"One.\rTwo.\r", "\r", "One.\nTwo.\n"),
        (b"One.", "\n", "One."),
        (b"One.\nTwo.\r\n", "mixed", "One.\nTwo.\r\n"),
        (b"One.\rTwo.\n", "mixed", "One.\rTwo.\n"),
        (b"One.\r\r\n", "mixed", "One.\r\r\n"),
        (b"One.\n\rTwo.", "mixed", "One.\n\rTwo."),
        ("One.\u2028Two.\x85\x0b\x0c".encode(), "\n", "One.\u2028Two.\x85\x0b\x0c"),
    ],
    ids=repr,
)
def test_line_ends(data: bytes, line_end: str, text: str) -> None:
    source, found = read(data)
    assert (source.line_end, source.text) == (line_end, text)
    assert [d.code for d in found] == ["line-ends-mixed"] * (line_end == "mixed")
    assert from_text(data.decode()).line_end == line_end


def test_mixed_line_ends_are_reported() -> None:
    _, (found,) = read(b"One.\nTwo.\r\n")
    assert found.message == "the file mixes kinds of line end; they are kept as they are"


# NUL bytes


@pytest.mark.parametrize("text", ["\0", "one\0two", "tail\0\0\0", "\0" * 4, "a page of text " * 40 + "\0" * 6])
def test_a_few_nul_characters_are_kept(text: str) -> None:
    source, found = read(text.encode())
    assert (source.text, source.encoding, found) == (text, "utf-8", [])


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 5,
        b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00\x3e\x00",
        "Without its mark.".encode("utf-32-le"),
        "Without its mark, é.".encode("utf-32-be"),
        b"\xff\xfb\x90\x44" + bytes(range(256)),
    ],
    ids=["NUL", "program", "UTF-32", "UTF-32 and more than ASCII", "sound"],
)
def test_binary_files(data: bytes) -> None:
    shown = "a.txt: this is a binary file, not text (give plain text, or name its --encoding)"
    assert refused(data) == shown


# What is given by mistake


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.4\n", "a PDF, not text (save its text as .txt first)"),
        (b"PK\x03\x04...", "a zip file (a .docx or .odt is one), not text (save its text as .txt first)"),
        (b"\xd0\xcf\x11\xe0...", "an old Word document, not text (save its text as .txt first)"),
        (b"{\\rtf1 text}", "an RTF document, not text (save its text as .txt first)"),
        (b"\x1f\x8b\x08", "a gzip file, not text (unpack it first)"),
        (b"\x89PNG\r\n", "a picture, not text (give its text)"),
        (b"\xff\xd8\xff\xe0", "a picture, not text (give its text)"),
    ],
)
def test_files_of_other_programs(data: bytes, what: str) -> None:
    assert refused(data) == f"a.txt: this is {what}"
    assert refused(data, encoding="latin-1") == f"a.txt: this is {what}"


def test_paths(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\r\n")
    for source in (path, str(path)):
        assert read(source)[0] == Source("One.\n", str(path), "utf-8", "\r\n")
    assert read(path, name="record")[0].name == "record"


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    with pytest.raises(InputError) as caught:
        read(missing)
    assert str(caught.value) == f"{missing}: no such file (check the name)"
    with pytest.raises(InputError) as caught:
        read(tmp_path)
    assert str(caught.value) == f"{tmp_path}: this is a folder (name the files in it)"
    with pytest.raises(InputError) as caught:
        read("a\0b")
    assert caught.value.message == "cannot be read: embedded null byte"


def test_streams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(io.BytesIO(b"One."))[0] == Source("One.", "<stream>")
    assert read(io.BytesIO(b"One."), name="record")[0].name == "record"
    with SEED.open("rb") as file:
        assert read(file)[0] == read(SEED)[0]
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Piped.")))
    assert read("-")[0] == Source("Piped.", "-")


@pytest.mark.parametrize("data", [b"", MARK.encode(), MARK.encode("utf-16-le")])
def test_empty(data: bytes) -> None:
    """Not an error here: a document without text is reported by ``segment``."""
    source, found = read(data)
    assert (source.text, source.line_end, source.bom, found) == ("", "\n", bool(data), [])


def test_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "MAX_SIZE", 2**20)
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 2**20)
    assert len(read(path)[0].text) == 2**20
    path.write_bytes(b"x" * (2**20 + 1))
    for source in (path, path.read_bytes(), io.BytesIO(path.read_bytes())):
        with pytest.raises(LimitError) as caught:
            read(source, name="large.txt")
        assert str(caught.value) == "large.txt: larger than 1 MB, the limit for one text (split it into documents)"


def test_no_more_of_a_stream_is_read_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "MAX_SIZE", 10)
    endless = io.BytesIO(bytes(1000))
    with pytest.raises(LimitError):
        read(endless)
    assert endless.tell() == 11


# The law: what was written is what is read. NUL is left out, many of them are refused, and so are the beginnings of
# other programs' files.

LINES = st.lists(st.sampled_from(["a", "é", "武", "\n", "\r\n", "\r", "\x85", "\f", MARK])).map("".join)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | LINES
TEXTS = TEXTS.filter(lambda text: not text.startswith(("%PDF", "PK\x03\x04", "{\\rtf")))


@given(TEXTS)
def test_utf_8_comes_back(text: str) -> None:
    source, _ = read(text.encode("utf-8"))
    assert restored(source) == text


@given(TEXTS, st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_marked_unicode_comes_back(text: str, encoding: str) -> None:
    # the mark of UTF-16-LE and a NUL together are the mark of UTF-32-LE: no text begins with NUL
    source, _ = read((MARK + text).encode(encoding))
    assert (restored(source), source.encoding) == (MARK + text, encoding)


@given(TEXTS.filter(lambda text: not text.startswith(MARK)))
def test_a_string_is_read_as_a_file_is(text: str) -> None:
    assert from_text(text, "a.txt") == read(text.encode("utf-8"), name="a.txt")[0]

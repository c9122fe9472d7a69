"""A finding as people see it: the line, a caret under the right cell, nothing that a terminal obeys; and as data."""

from __future__ import annotations

import json
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tei.diagnostic import Diagnostic, Severity
from tei.show import as_record, as_text, harmless, listed, summary
from tei.text import Source, Span


def shown(text: str, place: str = "[x") -> str:
    """The quoted line and the carets for a place that is printed in a text."""
    start = text.index(place)
    found = Diagnostic.of("bracket-unmatched", "no ] closes this [", Span(start, start + len(place)))
    first, *quoted = as_text(found, Source(text, "a.txt")).split("\n")
    line, column = Source(text).position(start)
    assert first == f"a.txt:{line}:{column}: warning: no ] closes this [ [bracket-unmatched]"
    return "\n".join(quoted)


# The caret

CARETS = {
    "one cell a letter": (
        "ab [x cd",
        "    ab [x cd",
        "       ^^",
    ),
    "ideographs fill two": (
        "武力 [x",
        "    武力 [x",
        "         ^^",
    ),
    "Korean syllables too": (
        "한글 [x",
        "    한글 [x",
        "         ^^",
    ),
    "and taken apart into letters": (
        "\u1112\u1161\u11ab [x",
        "    \u1112\u1161\u11ab [x",
        "       ^^",
    ),
    "full-width letters too": (
        "ａ [x",
        "    ａ [x",
        "       ^^",
    ),
    "half-width ones fill one": (
        "ｱ [x",
        "    ｱ [x",
        "      ^^",
    ),
    "a combining mark fills none": (
        "e\u0301e\u0301 [x",
        "    e\u0301e\u0301 [x",
        "       ^^",
    ),
    "a tab becomes a blank": (
        "a\t\tb [x",
        "    a  b [x",
        "         ^^",
    ),
    "an escape becomes a sign that nobody obeys": (
        "a\x1b[31m [x",
        "    a�[31m [x",
        "           ^^",
    ),
    "so does what turns the direction of writing": (
        "\u202ea\u200b [x",
        "    �a� [x",
        "        ^^",
    ),
    "and what ends a line only in some programs": (
        "a\rb\u2028c\x85 [x",
        "    a�b�c� [x",
        "           ^^",
    ),
    "the line and no other": (
        "one\ntwo [x two\nthree",
        "    two [x two",
        "        ^^",
    ),
}


@pytest.mark.parametrize(("text", "line", "carets"), CARETS.values(), ids=CARETS)
def test_the_caret(text: str, line: str, carets: str) -> None:
    assert shown(text) == f"{line}\n{carets}"


def test_the_carets_are_as_wide_as_the_place() -> None:
    assert shown("x [武力] y", "[武力]") == "    x [武力] y\n      ^^^^^^"
    assert shown("x e\u0301e\u0301 y", "e\u0301e\u0301") == "    x e\u0301e\u0301 y\n      ^^"


def test_a_place_of_several_lines_is_shown_in_its_first() -> None:
    assert shown("ab [open\nnext", "[open\nnext") == "    ab [open\n       ^^^^^"
    assert shown("ab [open\nnext", "\nnext") == "    ab [open\n            ^"


def test_an_empty_place_has_a_caret_too() -> None:
    found = Diagnostic.of("body-missing", "there is no text after the front matter", Span(5, 5))
    assert as_text(found, Source("Title", "a.txt")) == (
        "a.txt:1:6: error: there is no text after the front matter [body-missing]\n    Title\n         ^"
    )


def test_a_blank_line_is_not_quoted() -> None:
    assert shown("a\n \t \nb", " \t ") == ""
    assert as_text(Diagnostic.of("body-missing", "there is no text", Span(0, 0)), Source("", "a.txt")) == (
        "a.txt:1:1: error: there is no text [body-missing]"
    )


# Long lines


@pytest.mark.parametrize(
    ("before", "after", "line", "at"),
    [
        (48, 46, "a" * 48 + "[x" + "b" * 46, 48),
        (49, 46, "… " + "a" * 48 + "[x" + "b" * 46, 50),
        (500, 500, "… " + "a" * 48 + "[x" + "b" * 46 + " …", 50),
        (0, 500, "[x" + "b" * 94 + " …", 0),
        (500, 0, "… " + "a" * 94 + "[x", 96),
        (500, 3, "… " + "a" * 91 + "[xbbb", 93),
        (10_000_000, 10_000_000, "… " + "a" * 48 + "[x" + "b" * 46 + " …", 50),
    ],
)
def test_of_a_long_line_a_window_is_shown(before: int, after: int, line: str, at: int) -> None:
    quoted, carets = shown("a" * before + "[x" + "b" * after).split("\n")
    assert quoted == "    " + line
    assert carets == " " * (4 + at) + "^^"


def test_the_window_is_measured_in_cells() -> None:
    quoted, carets = shown("武" * 500 + "[x" + "力" * 500).split("\n")
    assert quoted == "    … " + "武" * 24 + "[x" + "力" * 22 + " …"
    assert carets == " " * (6 + 48) + "^^"


# Whatever the text: the caret is under its place, and nothing is obeyed. The widths are those of another program.

LETTERS = st.sampled_from(
    [*"ab .", "武", "한", "ａ", "e\u0301", "\u0301", "\t", "\x1b[2J", "\x07", "\u202e", "\xa0", "\r", "\U0001f600"]
)


@given(st.lists(LETTERS, max_size=150).map("".join), st.lists(LETTERS, max_size=150).map("".join))
def test_the_caret_is_under_its_place(before: str, after: str) -> None:
    quoted, carets = shown(f"{before}<{after}", "<").split("\n")
    assert carets.strip() == "^"
    assert cell_len(quoted[: quoted.index("<")]) == carets.index("^")


ANY = st.text(st.characters(), max_size=30)


@given(ANY, ANY, ANY, ANY, ANY)
def test_nothing_that_a_terminal_obeys_is_printed(name: str, text: str, message: str, hint: str, expected: str) -> None:
    found = Diagnostic("element-misplaced", message, Span(0, len(text)), expected=(expected,), hint=hint)
    in_file = Diagnostic("element-misplaced", message, path=name, line=1, column=1)
    printed = as_text(found, Source(text, name)) + as_text(in_file, lines=[text])
    assert {c for c in printed if category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")} <= {"\n"}
    # none of the line ends is one from the text: each line begins as this program writes it
    assert all(line.startswith("    ") for line in as_text(found, Source(text, name)).split("\n")[1:])


@given(ANY)
def test_harmless_changes_only_what_cannot_be_read(text: str) -> None:
    made = harmless(text)
    for old, new in zip(text, made, strict=True):
        readable = old.isprintable() or category(old) == "Zs"
        assert new == (old if readable else " " if old == "\t" else "�")


# Places in files, and findings without a place


def test_a_place_in_an_xml_file() -> None:
    found = Diagnostic.of(
        "element-misplaced", "<b> is not allowed here", path="a.xml", line=2, column=4, expected=("p",)
    )
    assert as_text(found, lines=["<a>", "é\t <b/>"]) == (
        "a.xml:2:4: error: <b> is not allowed here [element-misplaced]\n    é  <b/>\n       ^\n    expected: p"
    )


def test_a_place_in_both() -> None:
    found = Diagnostic.of(
        "element-misplaced", "<b> is not allowed here", Span(4, 5), path="a.xml", line=1, column=1, hint="take it out"
    )
    assert as_text(found, Source("one\ntwo"), lines=["<b/>"]) == (
        "a.xml:1:1: error: <b> is not allowed here [element-misplaced]\n"
        "    <b/>\n"
        "    ^\n"
        "    in the transcript: line 2, column 1\n"
        "    help: take it out"
    )


@pytest.mark.parametrize(
    ("found", "source", "text"),
    [
        (Diagnostic.of("element-misplaced", "x"), None, "error: x [element-misplaced]"),
        (Diagnostic.of("element-misplaced", "x"), Source("text", "a.txt"), "a.txt: error: x [element-misplaced]"),
        (
            Diagnostic.of("element-misplaced", "x", path="a.xml"),
            Source("text", "a.txt"),
            "a.xml: error: x [element-misplaced]",
        ),
        (Diagnostic.of("element-misplaced", "x", Span(0, 1)), None, "error: x [element-misplaced]"),
        (
            Diagnostic.of("element-misplaced", "x", path="a.xml", line=3),
            None,
            "a.xml:3:1: error: x [element-misplaced]",
        ),
    ],
    ids=["nothing", "the text", "the file", "a span in no text", "a line without its file"],
)
def test_findings_without_a_place(found: Diagnostic, source: Source | None, text: str) -> None:
    assert as_text(found, source) == text


def test_colors_are_around_the_place_and_the_severity() -> None:
    found = Diagnostic.of("bracket-unclear", "what is this", Span(0, 1))
    assert as_text(found, Source("[", "a.txt"), color=True) == (
        "\x1b[1ma.txt:1:1\x1b[0m: \x1b[36minfo\x1b[0m: what is this [bracket-unclear]\n    [\n    ^"
    )


# As data


def test_a_record() -> None:
    found = Diagnostic.of(
        "element-misplaced", "x", Span(5, 6), path="a.xml", line=2, column=4, expected=("p", "ab"), hint="take it out"
    )
    assert as_record(found, Source("one\n武two", "a.txt")) == {
        "code": "element-misplaced",
        "severity": "error",
        "message": "x",
        "file": "a.xml",
        "line": 2,
        "column": 4,
        "source": {"file": "a.txt", "line": 2, "column": 2, "start": 5, "end": 6},
        "expected": ["p", "ab"],
        "hint": "take it out",
    }


def test_a_record_has_only_what_is_known() -> None:
    plain = {"code": "element-misplaced", "severity": "error", "message": "x"}
    assert as_record(Diagnostic.of("element-misplaced", "x")) == plain
    assert as_record(Diagnostic.of("element-misplaced", "x"), Source("text")) == plain
    assert as_record(Diagnostic.of("element-misplaced", "x", Span(1, 2))) == plain | {"source": {"start": 1, "end": 2}}
    assert as_record(Diagnostic.of("element-misplaced", "x", path="a.xml", line=3)) == plain | {
        "file": "a.xml",
        "line": 3,
        "column": 1,
    }


def test_a_record_keeps_what_is_not_shown() -> None:
    """JSON has its own way to write a control character: a program gets what was there."""
    record = as_record(Diagnostic.of("element-misplaced", "a\x1b[2J\ud800"))
    assert json.loads(json.dumps(record)) == record


def test_lists_and_sums() -> None:
    assert listed(()) == ""
    assert listed(("p",)) == "p"
    assert listed(("p", "ab")) == "ab or p"
    assert listed("fedcba") == "a, b, c, d, e or f"
    assert listed("gfedcba") == "g, f, e, d, c, b or 1 more"  # the closest come first
    found = [Diagnostic("c", "m", severity=s) for s in (*[Severity.INFO] * 1200, Severity.ERROR, Severity.WARNING)]
    assert summary(found) == "1 error, 1 warning, 1,200 remarks"

"""Segmenting: the law that nothing is lost or doubled, and what is found in texts that a reader would recognise.

The cases are in ``tests/segment/*.md``: a heading names a case, a block fenced as ``text`` is the transcript (``␌`` is a
form feed), one fenced as ``outline`` what :func:`outlined.outline` must make of it. ``pytest tests/test_segment.py
--accept`` writes what is found now into the files, to be read in the diff.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import SEED, corpus_texts, dev_texts, needs_shared
from outlined import CONTAINERS, leaves, outline
from tei.model import Document, Field, Mark
from tei.read import read
from tei.segment import segment
from tei.text import Source, Span

FOLDER = Path(__file__).parent / "segment"
CASE = re.compile(r"^## (.+)\n((?:(?!## ).*\n)*?)```text\n((?:.*\n)*?)```\n\n```outline\n((?:.*\n)*?)```$", re.M)
WRITTEN = {path: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
CASES = [
    pytest.param(path, text, expected, id=f"{path.stem}: {name}")
    for path, written in WRITTEN.items()
    for name, _, text, expected in CASE.findall(written)
]


@pytest.mark.parametrize(("path", "text", "expected"), CASES)
def test_case(path: Path, text: str, expected: str, request: pytest.FixtureRequest) -> None:
    found = found_in(text)
    if request.config.getoption("--accept"):
        path.write_text(CASE.sub(accepted, WRITTEN[path]), encoding="utf-8")
    else:
        assert found == expected


def found_in(text: str) -> str:
    return "".join(f"{line}\n" for line in outline(text.replace("␌", "\f")))


def accepted(case: re.Match[str]) -> str:
    name, about, text, _ = case.groups()
    return f"## {name}\n{about}```text\n{text}```\n\n```outline\n{found_in(text)}```"


def test_every_case_is_read() -> None:
    assert len(CASES) == sum(len(re.findall("^## ", written, re.M)) for written in WRITTEN.values()) > 50


# The law


def extent(document: Document, field: Field) -> list[Span]:
    """The characters of a header field: its words, and its label with what sets it off (a bracket, a colon, a dash)."""
    text, parts = document.source.text, list(field.parts)
    start, end = field.label
    if start < end:
        before = start - text[:start].endswith("[")
        after = parts[0].start if parts else end + len(re.match(r"(?:\s*[\]:.–—-])*", text[end:])[0])
        assert re.fullmatch(r"[\s\]:.–—-]*", text[end:after])
        parts.insert(0, Span(before, after))
    return parts


def check(document: Document) -> None:
    """Every character that is not blank is in one leaf block or one header field; blocks are in order and nest."""
    text = document.source.text
    spans = [leaf.span for leaf in leaves(document)]
    spans += [part for field in document.fields if field.header for part in extent(document, field)]
    at = 0
    for span in sorted(spans):
        assert at <= span.start < span.end, f"{span} is empty, or covers what another does"
        assert not text[at : span.start].strip(), f"{text[at : span.start]!r} is in no block and no field"
        at = span.end
    assert not text[at:].strip()
    check_blocks(document)
    check_containers(document.blocks)
    check_marks(document)


def check_blocks(document: Document) -> None:
    text, blocks = document.source.text, leaves(document)
    assert [block.span for block in blocks] == sorted(block.span for block in blocks)
    for block in blocks:
        words = document.source.slice(block.span)
        # a form feed between blocks is a page, and the one blank that is a block
        assert words == words.strip() or (block.kind == "pb" and words == "\f")
        assert all(block.span.contains(part) for part in block.syntax)
    for field in document.fields:
        for part in field.parts:
            assert text[part.start : part.end].strip() == text[part.start : part.end] != ""


def check_containers(blocks: list[Mark]) -> None:
    """A container stands before its leaves, and spans from the first to the last of them."""
    for at, block in enumerate(blocks):
        if block.kind in CONTAINERS:
            inside = [other for other in blocks[at + 1 :] if block.span.contains(other.span)]
            assert inside
            assert blocks[at + 1 : at + 1 + len(inside)] == inside
            assert (inside[0].span.start, inside[-1].span.end) == block.span
        assert not any(block.span.crosses(other.span) for other in blocks[at + 1 : at + 3])
    assert all(one.span.start <= two.span.start for one, two in pairwise(blocks))


def check_marks(document: Document) -> None:
    """What is marked in a paragraph lies in one leaf, and marks there do not overlap."""
    spans = sorted(mark.span for mark in document.marks)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    for mark in document.marks:
        assert mark.kind in ("pb", "lb")
        assert sum(leaf.span.contains(mark.span) for leaf in leaves(document)) == 1


def test_the_law_for_the_seed() -> None:
    check(segment(read(SEED)[0]))


@needs_shared
def test_the_law_for_development_documents() -> None:
    for path in dev_texts():
        check(segment(read(path)[0]))


@needs_shared
@pytest.mark.parametrize("part", range(4))
def test_the_law_for_the_corpus(part: int) -> None:
    for _, data in corpus_texts()[part::12]:
        check(segment(read(data)[0]))


@pytest.mark.parametrize("text", [case.values[1] for case in CASES], ids=[case.id for case in CASES])
def test_the_law_for_the_cases(text: object) -> None:
    """And for what is left of a case when it breaks off anywhere: files are cut, and copied in part."""
    whole = str(text).replace("␌", "\f")
    for end in range(0, len(whole) + 1, 7):
        check(segment(Source(whole[:end])))
        check(segment(Source(whole[end:])))


LINES = st.sampled_from(
    [
        *("Conversation between Kim and Pan", "REPORT ON THE TALKS", "February 10, 1965", "10 February 1965"),
        *("Citation:", "Citation: Archive, box 5.", "Summary:", "Summary: They spoke.", "Original Language: Chinese"),
        *("[Summary]: They spoke.", "Credits — A foundation.", "Shelf Mark: 5/66", "CITATION", "Source: Archive"),
        *("Time: 4 p.m.", "Time:", "Location:", "Chinese Embassy", "PARTICIPANTS", "Participants: Kim, Pan", "SUBJECT"),
        *("TO", "FROM: Mr. Bundy", "Soviet Side:", "A. Kosygin, Chairman", "SECRET", "TOP SECRET/NODIS"),
        *("Dear Mr. Chairman:", "Sincerely yours,", "John F. Kennedy", "[Enclosure]", "Oslo, May 2, 1968.", "* * *"),
        *("Background", "A. The Situation in Laos", "1. He left.", "2) He came.", "a. The first.", "b. The second."),
        *(
            "- milk",
            "- honey",
            "(a) peace,",
            "[1] Archive, box 5.",
            "[2] See document 4.",
            "He left.[1]",
            "came back[2]",
        ),
        *("[Page 54]", "Page 55", "- 3 -", "- 4 -", "\f", "He went to the", "and came back.", "the conver-", "sation."),
        *("The Ambassador explained that his government had received the note and would answer it soon, and he added",),
        *("that the delegation would arrive in the capital on the third day, and that talks could begin at once.",),
        *("武力 [武]", "\u00a0", "\x1f", "\u2028x", "[", "]", ":", "[]:", "[1]"),
    ]
)
BREAKS = st.sampled_from(["\n\n", "\n\n", "\n", "\n    ", " \n\n\n", "\f", "\r\n", " ", ""])
RECORDS = st.lists(st.tuples(LINES, BREAKS).map("".join), max_size=25).map("".join)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RECORDS)
def test_the_law_for_any_record(text: str) -> None:
    check(segment(Source(text)))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aZ1.:,-—[]() \n\n\t\f\r\x85\u00a0\u2028Summary"), max_size=80) | st.text(max_size=80))
def test_the_law_for_any_text(text: str) -> None:
    check(segment(Source(text)))


# What the check itself notices


def broken(blocks: list[Mark], text: str = "One two") -> bool:
    document = Document(Source(text), blocks=blocks)
    try:
        check(document)
    except AssertionError:
        return True
    return False


def test_the_check_notices_what_is_wrong() -> None:
    one, two, both = Span(0, 3), Span(4, 7), Span(0, 7)
    assert not broken([Mark("p", one), Mark("p", two)])
    assert not broken([Mark("list", both), Mark("item", one), Mark("item", two)])
    assert broken([Mark("p", one)])
    assert broken([Mark("p", two), Mark("p", one)])
    assert broken([Mark("p", both), Mark("p", two)])
    assert broken([Mark("p", Span(0, 4)), Mark("p", two)])
    assert broken([Mark("list", one), Mark("item", one), Mark("item", two), Mark("list", Span(7, 7))])
    assert broken([Mark("list", Span(0, 5)), Mark("item", one), Mark("item", two)])

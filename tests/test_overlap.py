"""The one policy: what crosses is decided by kind, what stays nests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.annotate import annotate
from tei.annotate.overlap import PRIORITY, overlap
from tei.model import Document, Mark
from tei.text import Source, Span

BLOCKS = [Mark("p", Span(0, 20)), Mark("p", Span(22, 40))]


def kept(*marks: Mark) -> list[tuple[str, int, int]]:
    return [(m.kind, m.span.start, m.span.end) for m in overlap(marks, BLOCKS)[0]]


def reasons(*marks: Mark) -> list[str]:
    return [d.message for d in overlap(marks, BLOCKS)[1]]


def test_the_kind_decides_not_the_order() -> None:
    name, date = Mark("persName", Span(4, 12)), Mark("date", Span(0, 6))
    assert kept(name, date) == kept(date, name) == [("persName", 4, 12)]
    assert reasons(name, date) == ["<date> was left out here: it crosses other markup"]
    bracket = Mark("supplied", Span(10, 15))
    assert kept(name, bracket) == [("supplied", 10, 15)]
    page = Mark("pb", Span(14, 17))
    assert kept(bracket, page) == [("pb", 14, 17)]


def test_one_of_higher_rank_ends_all_that_it_crosses() -> None:
    marks = (Mark("said", Span(0, 10)), Mark("persName", Span(2, 9)), Mark("supplied", Span(5, 12)))
    assert kept(*marks) == [("supplied", 5, 12)]
    assert len(reasons(*marks)) == 2


def test_the_inside_of_what_is_dropped_stays() -> None:
    assert kept(Mark("said", Span(0, 10)), Mark("persName", Span(0, 4)), Mark("supplied", Span(6, 12))) == [
        ("persName", 0, 4),
        ("supplied", 6, 12),
    ]


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        (Mark("date", Span(18, 25)), "it runs across paragraphs"),
        (Mark("date", Span(20, 21)), "it lies outside the text"),
        (Mark("date", Span(3, 3)), "it covers no text"),
    ],
)
def test_blocks(mark: Mark, reason: str) -> None:
    assert kept(mark) == []
    assert reasons(mark) == [f"<date> was left out here: {reason}"]


def test_the_same_words_twice() -> None:
    twice = (
        Mark("persName", Span(0, 5)),
        Mark("persName", Span(0, 5), {"ref": "#a"}),
        Mark("placeName", Span(0, 5)),
    )
    assert kept(*twice) == [("persName", 0, 5)]
    assert set(reasons(*twice)) == {
        "<persName> was left out here: the same words are marked already",
        "<placeName> was left out here: the same words are marked already",
    }
    assert kept(Mark("expan", Span(0, 5)), Mark("persName", Span(0, 5))) == [
        ("persName", 0, 5),
        ("expan", 0, 5),
    ]


def test_nothing_in_a_page_break_or_in_notation() -> None:
    assert kept(Mark("pb", Span(4, 12)), Mark("persName", Span(5, 9))) == [("pb", 4, 12)]
    bracket = Mark("supplied", Span(4, 9), {}, (Span(4, 5), Span(8, 9)))
    assert kept(bracket, Mark("date", Span(4, 7))) == [("supplied", 4, 9)]
    assert kept(bracket, Mark("date", Span(5, 8))) == [("supplied", 4, 9), ("date", 5, 8)]


def test_turns_hold_blocks() -> None:
    assert kept(Mark("sp", Span(0, 40)), Mark("date", Span(1, 3))) == [("sp", 0, 40), ("date", 1, 3)]


_MARKS = st.builds(
    lambda kind, start, length: Mark(kind, Span(start, start + length)),
    st.sampled_from(sorted(PRIORITY)),
    st.integers(0, 39),
    st.integers(0, 12),
)


@given(st.lists(_MARKS, max_size=40))
def test_what_stays_nests(marks: list[Mark]) -> None:
    left, dropped = overlap(marks, BLOCKS)
    assert len(left) + len(dropped) == len(marks)
    assert all(not a.span.crosses(b.span) for a in left for b in left)
    assert all(any(b.span.contains(m.span) for b in BLOCKS) for m in left)
    assert left == sorted(left, key=lambda m: (m.span.start, -m.span.end))
    assert overlap(left, BLOCKS) == (left, [])


@given(st.lists(_MARKS, max_size=20), st.randoms())
def test_the_order_of_the_rules_does_not_matter_to_spans(marks: list[Mark], random: object) -> None:
    shuffled = list(marks)
    random.shuffle(shuffled)
    assert kept(*marks) == kept(*shuffled)


def test_many_marks() -> None:
    length = 40_000
    marks = [Mark("date", Span(n, length - n)) for n in range(length // 2)]
    marks += [Mark("persName", Span(n, n + 2)) for n in range(length // 2, length - 2)]
    left, dropped = overlap(marks, [Mark("p", Span(0, length))])
    assert len(left) + len(dropped) == len(marks)


def test_annotate_leaves_marks_that_nest() -> None:
    text = "Ambassador Pan [Zili] met Premier Zhou [Enlai] on 30 July [1964] in [North] Korea."
    made = annotate(Document(Source(text), blocks=[Mark("p", Span(0, len(text)))]))
    brackets = [text[m.span.start : m.span.end] for m in made.marks if m.kind == "supplied"]
    assert brackets == ["[Zili]", "[Enlai]", "[1964]", "[North]"]
    assert overlap(made.marks, made.blocks) == (made.marks, [])

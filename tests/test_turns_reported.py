"""Reported speech, the turns of the seed, and the laws on any text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoken import SEED, made, marks, shown, speakers
from tei.annotate.turns import turns
from tei.model import Document, Field, Mark, Person
from tei.text import Source, Span

RECORD = """Ambassador Kim first said that he rushed. He spoke.

(Ambassador Pan: Actually, they disagree.)

All of this is not to offend.

(Ambassador Pan: I have heard.)

Yes, and before those two, I came.

Ambassador Pan said that he left. Premier Zhou said that it is good. Kosygin asked what it is.

Ambassador Kim thanked Ambassador Pan for this."""
NAMES = {"Ambassador Kim": "kim", "Ambassador Pan": "pan", "Premier Zhou": "zhou", "Kosygin": "kosygin"}
PEOPLE = {"kim": "Kim Byeong-jik", "pan": "Pan Zili", "zhou": "Zhou Enlai", "kosygin": "Kosygin"}
TITLE = "Record of Conversation between Pan Zili and Kim Byeong-jik"


class TestReported:
    def test_turns_interjections_and_what_resumes(self) -> None:
        document = made(RECORD, TITLE, names=NAMES, people=PEOPLE)
        assert [dict(m.attrs) for m in marks(document, "sp")] == [
            {"xml:id": "sp-1", "who": "#kim", "ana": "#reported", "next": "#sp-2"},
            {"who": "#pan", "rend": "parentheses", "ana": "#interjection"},
            {"xml:id": "sp-2", "who": "#kim", "ana": "#reported", "prev": "#sp-1", "next": "#sp-3"},
            {"who": "#pan", "rend": "parentheses", "ana": "#interjection"},
            {"xml:id": "sp-3", "who": "#kim", "ana": "#reported", "prev": "#sp-2"},
            {"who": "#pan", "ana": "#reported"},
            {"who": "#kim", "ana": "#reported"},
        ]
        assert speakers(document) == ["Ambassador Pan:", "Ambassador Pan:"]

    def test_the_parentheses_are_syntax(self) -> None:
        document = made(RECORD, TITLE, names=NAMES, people=PEOPLE)
        interjection = marks(document, "sp")[1]
        assert [document.source.slice(s) for s in interjection.syntax] == ["(", ")"]
        assert interjection.syntax[0].start == interjection.span.start

    def test_speech_inside_a_turn(self) -> None:
        document = made(RECORD, TITLE, names=NAMES, people=PEOPLE)
        assert shown(document, "said") == [
            ("#zhou", "Premier Zhou said that it is good."),
            ("#kosygin", "Kosygin asked what it is."),
        ]
        assert {m.attrs["direct"] for m in marks(document, "said")} == {"false"}

    def test_two_who_speak_as_one(self) -> None:
        text = RECORD.replace("Premier Zhou said", "Premier Zhou and Kosygin said")
        document = made(text, TITLE, names=NAMES, people=PEOPLE)
        assert shown(document, "said")[0] == (
            "#zhou #kosygin",
            "Premier Zhou and Kosygin said that it is good.",
        )

    def test_a_point_of_an_abbreviation_ends_no_sentence(self) -> None:
        text = RECORD.replace("it is good.", "Mr. Smith of the U.S. Navy left. It is good.")
        document = made(text, TITLE, names=NAMES, people=PEOPLE)
        assert shown(document, "said")[0][1] == "Premier Zhou said that Mr. Smith of the U.S. Navy left."

    def test_a_sentence_whose_bracket_stays_open_is_left_alone(self) -> None:
        text = RECORD.replace("it is good.", "it [is good. It] is.")
        document = made(text, TITLE, names=NAMES, people=PEOPLE)
        assert shown(document, "said") == [("#kosygin", "Kosygin asked what it is.")]

    @pytest.mark.parametrize("title", ["", "Letter from Pan Zili to Kim Byeong-jik", "Record of Conversation"])
    def test_only_between_participants_of_a_record(self, title: str) -> None:
        document = made(RECORD, title, names=NAMES, people=PEOPLE)
        assert [m.attrs.get("ana") for m in marks(document, "sp")] == ["#interjection", "#interjection"]

    def test_a_paragraph_about_somebody_else_ends_the_turn(self) -> None:
        text = RECORD.replace("Yes, and before", "The Ambassador of Laos left, and before")
        document = made(text, TITLE, names=NAMES, people=PEOPLE)
        assert len(marks(document, "sp")) == 6

    @pytest.mark.parametrize(
        ("paragraph", "pieces"),
        [
            ("Ambassador Kim added that he hoped.", ["#kim"]),
            ("He added that Ambassador Pan hoped.", ["#kim"]),
            ("With regard to Laos, Ambassador Pan said that he hoped.", ["#kim", "#pan"]),
            ("Lord Hood said that he hoped.", ["#kim"]),
            ("In response to a question from Ambassador Pan the visitors hoped.", ["#kim"]),
            ("It was agreed to meet.", ["#kim"]),
        ],
    )
    def test_what_follows_a_reported_turn(self, paragraph: str, pieces: list[str]) -> None:
        first = "Ambassador Pan said that he left.\n\nAmbassador Kim said that he came."
        text = f"{first}\n\n{paragraph}\n\nMore words."
        document = made(text, TITLE, names=NAMES, people=PEOPLE)
        found = shown(document)[1:]
        assert [who for who, _ in found] == pieces
        inside = paragraph in found[-1][1]
        assert inside == paragraph.startswith(("Ambassador", "He", "With"))
        assert ("More words." in found[-1][1]) == inside

    def test_a_parenthesis_inside_a_paragraph(self) -> None:
        text = RECORD.replace("He spoke.", "He spoke (Interjection by Kosygin: We too. Premier Zhou: And we).")
        document = made(text, TITLE, names=NAMES, people=PEOPLE)
        direct = [m for m in marks(document, "said") if m.attrs["direct"] == "true"]
        assert [(m.attrs["who"], m.attrs["ana"], document.source.slice(m.span)) for m in direct] == [
            ("#kosygin", "#interjection", "Interjection by Kosygin: We too."),
            ("#zhou", "#interjection", "Premier Zhou: And we"),
        ]


class TestSeed:
    def test_turns_of_the_seed(self) -> None:
        text = SEED.read_text(encoding="utf-8")
        body = text.index("Time: 10 February")
        document = Document(Source(text))
        title = text.index("Record of Conversation")
        document.fields.append(Field("title", Span(title, title), (Span(title, text.index("\n", title)),)))
        cut = re.compile(r"\S(?:[^\n]|\n(?!\s*\n)|\n\s*\n(?=[a-z]))*")
        document.blocks.extend(
            Mark("p", Span(m.start(), m.start() + len(m[0].rstrip())))
            for m in cut.finditer(text, text.index("Summary: The [North]"))
        )
        known = {"Pan": "pan-zili", "Kim": "kim-byeong-jik"}
        document.people.extend((Person("pan-zili", "Pan Zili"), Person("kim-byeong-jik", "Kim Byeong-jik")))
        document.marks.extend(
            Mark("persName", Span(*m.span()), {"ref": f"#{known[m[1]]}"})
            for m in re.finditer(r"Ambassador (Pan|Kim)(?: Byeong-jik)?", text)
            if m.start() > body
        )
        found = [
            (m.attrs["who"], m.attrs["ana"], text[m.span.start : m.span.start + 20]) for m in marks(document, "sp")
        ]
        assert found == [
            ("#kim-byeong-jik", "#reported", "Ambassador Kim Byeon"),
            ("#pan-zili", "#interjection", "(Ambassador Pan: Act"),
            ("#kim-byeong-jik", "#reported", "All of this is to no"),
            ("#pan-zili", "#interjection", "(Ambassador Pan: I h"),
            ("#kim-byeong-jik", "#reported", "Yes, and before thos"),
            ("#pan-zili", "#reported", "Ambassador Pan said "),
            ("#kim-byeong-jik", "#reported", "Ambassador Kim thank"),
        ]


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            (
                "Nixon: Why?",
                "Haig: We know.",
                "(Haig: Oh.)",
                "(Haig:",
                ")",
                "[Page 2]",
                "* * *",
                "Q. You?",
                "A. Yes.",
                "ALL: Hi!",
            )
        ),
        st.text(max_size=40),
    ),
    max_size=14,
)


@settings(max_examples=150, deadline=None)
@given(_LINES)
def test_laws_on_any_text(lines: list[str]) -> None:
    """Turns cover whole leaves, never overlap, point at people of the document; they come out the same."""
    text = "\n\n".join(lines)
    document = made(text, "Conversation")
    found = list(turns(document))
    starts = {b.span.start for b in document.blocks}
    ends = {b.span.end for b in document.blocks}
    ids = {p.id for p in document.people}
    past = 0
    for mark in found:
        if not isinstance(mark, Mark):
            continue
        assert all(mark.span.contains(s) for s in mark.syntax)
        assert {w[1:] for w in mark.attrs.get("who", "").split()} <= ids
        if mark.kind == "sp":
            assert mark.span.start in starts
            assert mark.span.end in ends
            assert mark.span.start >= past
            past = mark.span.end
    assert len(ids) == len(document.people)
    again = made(text, "Conversation")
    assert list(turns(again)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Nixon: " + "[" * 50_000,
        "(Nixon: " * 20_000,
        "\n\n".join(["(Nixon: a"] * 5_000),
        "\n\n".join(["Nixon: Why?", "Haig: We know."] * 5_000),
        "a" * 2_000_000,
        "\n\n".join(f"Name{n}: I see you?" for n in range(5_000)),
        ("A. " * 200_000),
        "\n\n".join(["Nixon: Why?", "Haig: We."] + ["(" * 2_000] * 50),
    ],
    ids=["brackets", "parentheses", "open", "long dialogue", "one line", "many names", "points", "deep"],
)
def test_linear_time(text: str) -> None:
    document = made(text, "Conversation")
    start = time.process_time()
    list(turns(document))
    assert time.process_time() - start < 3

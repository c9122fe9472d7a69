"""Turns: where one ends, interjections, and who speaks."""

from __future__ import annotations

import pytest

from spoken import made, messages, shown
from tei.annotate.turns import turns
from tei.diagnostic import Diagnostic, Severity
from tei.model import Mark
from tei.text import Span

TWO = {"nixon": "Richard Nixon", "haig": "Alexander Haig"}


class TestExtent:
    def test_a_page_between_paragraphs_is_inside_a_trailing_one_outside(self) -> None:
        text = "Nixon: Why?\n\n[Page 2]\n\nI ask you.\n\n[Page 3]\n\nHaig: We know.\n\nNixon: Oh.\n\n[Page 4]"
        assert [words for _, words in shown(made(text, "Conversation", people=TWO))] == [
            "Nixon: Why?\n\n[Page 2]\n\nI ask you.",
            "Haig: We know.",
            "Nixon: Oh.",
        ]

    @pytest.mark.parametrize(
        "end",
        [
            "[Omitted here is discussion of Israel.]",
            "[Here follows a discussion [2 pages] of trade.]",
            "* * *",
            "[1] Source: National Archives.",
            "The meeting adjourned at 3 p.m.",
            "The conversation then ended.",
            "End of transcript",
        ],
    )
    def test_what_ends_a_turn(self, end: str) -> None:
        text = f"Nixon: Why?\n\nHaig: We know.\n\nNixon: Oh.\n\n{end}\n\nThis stands outside."
        assert shown(made(text, "Conversation", people=TWO))[-1][1] == "Nixon: Oh."

    def test_an_event_between_two_labels_is_outside(self) -> None:
        text = "Nixon: Why?\n\n[unclear exchange]\n\nHaig: We know.\n\n[Laughter]\n\nI mean it.\n\nNixon: Oh."
        assert [words for _, words in shown(made(text, "Conversation", people=TWO))] == [
            "Nixon: Why?",
            "Haig: We know.\n\n[Laughter]\n\nI mean it.",
            "Nixon: Oh.",
        ]

    def test_a_heading_ends_a_turn(self) -> None:
        document = made(
            "Nixon: Why?\n\nHaig: We know.\n\nNixon: Oh.\n\nRhodesia\n\nMore.",
            "Conversation",
            people=TWO,
            heads=("Rhodesia",),
        )
        assert shown(document)[-1][1] == "Nixon: Oh."

    def test_a_list_is_taken_whole(self) -> None:
        document = made(
            "Nixon: Two things:\n\n1. one\n\n2. two\n\nHaig: We know.\n\nNixon: Oh.",
            "Conversation",
            people=TWO,
        )
        items = [b for b in document.blocks if document.source.slice(b.span)[:2] in ("1.", "2.")]
        at = document.blocks.index(items[0])
        document.blocks[at : at + 2] = [
            Mark("list", Span(items[0].span.start, items[1].span.end), {"type": "numbered"}),
            *(Mark("item", i.span) for i in items),
        ]
        assert shown(document)[0][1] == "Nixon: Two things:\n\n1. one\n\n2. two"


class TestWho:
    def test_a_marked_name_decides(self) -> None:
        document = made(
            "Mr. Rusk: Why?\n\nMr. Ball: We know.\n\nMr. Rusk: Oh.",
            names={"Mr. Rusk": "p_RD1", "Mr. Ball": "p_BG1"},
        )
        assert [who for who, _ in shown(document)] == ["#p_RD1", "#p_BG1", "#p_RD1"]
        assert document.people == []

    def test_the_list_of_participants_decides(self) -> None:
        document = made(
            "Umba: Why?\n\nThe Ambassador: We know.\n\nUmba: Oh.",
            "Memorandum of Conversation",
            people={
                "umba-di-lutete": "Umba-di-Lutete",
                "mbeka-makosso": "Mbeka Makosso",
                "edward-umba": "Edward Umba",
            },
            participants=("Umba-di-Lutete, Commissioner of State", "Mbeka Makosso, Ambassador of Zaire"),
        )
        assert [who for who, _ in shown(document)][1] == "#mbeka-makosso"

    def test_initials_fit_the_title(self) -> None:
        document = made(
            "S: I talked to Rusk.\n\nK: We should talk.\n\nS: You should.\n\nK: I will.",
            "Telephone Conversation Between President-elect Kennedy and Adlai E. Stevenson",
            people={
                "kennedy": "John F. Kennedy",
                "stevenson": "Adlai E. Stevenson",
                "khrushchev": "Nikita Khrushchev",
            },
        )
        assert [who for who, _ in shown(document)] == ["#stevenson", "#kennedy"] * 2

    def test_an_office_that_nothing_resolves_has_no_who_and_one_message(self) -> None:
        document = made("The President: Why?\n\nSecretary Rusk: We know.\n\nThe President: Oh.", "Notes of Meeting")
        found = list(turns(document))
        assert [m.attrs.get("who", "") for m in found if isinstance(m, Mark) and m.kind == "sp"] == [
            "",
            "#rusk",
            "",
        ]
        (diagnostic,) = (d for d in found if isinstance(d, Diagnostic))
        assert diagnostic.code == "turn-ambiguous"
        assert diagnostic.severity is Severity.INFO
        assert diagnostic.message == 'nothing in the document says who the speaker "The President" is'
        assert diagnostic.hint == "add @who where you know the person; the turns themselves are marked"
        assert diagnostic.span is not None
        assert document.source.slice(diagnostic.span) == "The President"

    def test_two_presidents_are_named(self) -> None:
        document = made(
            "President: Why?\n\nKissinger: We know.\n\nPresident: Oh.",
            "Conversation Between President Nixon and President Pompidou",
            people={"nixon": "Richard Nixon", "pompidou": "Georges Pompidou", "henry": "Henry Kissinger"},
        )
        assert messages(document) == [
            ("warning", 'the speaker "President" fits several people: Richard Nixon, Georges Pompidou')
        ]

    def test_a_surname_of_two_people(self) -> None:
        document = made(
            "Kim: Why?\n\nPan: We know.\n\nKim: Oh.\n\nPan: Yes.",
            people={"kim-il-sung": "Kim Il Sung", "kim-byeong-jik": "Kim Byeong-jik", "pan-zili": "Pan Zili"},
        )
        assert messages(document) == [("warning", 'the speaker "Kim" fits several people: Kim Il Sung, Kim Byeong-jik')]

    def test_a_new_name_becomes_a_person_and_a_crowd_a_group(self) -> None:
        document = made("General Taylor: Why?\n\nALL: We know!\n\nMr. Taylor: Oh.", "Meeting")
        assert [who for who, _ in shown(document)] == ["#taylor", "#all", "#taylor"]
        assert [(p.id, p.name, p.group) for p in document.people] == [
            ("taylor", "Taylor", False),
            ("all", "ALL", True),
        ]

    def test_an_id_that_is_taken_is_not_used_twice(self) -> None:
        document = made("Hope: Why?\n\nBall: We know.\n\nHope: Oh.\n\nBall: I see.", people={"hope": "Faith"})
        turns_ = shown(document)
        assert turns_[0][0] == "#hope-2"

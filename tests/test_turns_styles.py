"""Turns in the kinds of record that print their labels in another way: hearings, courts, minutes, parliaments, plays."""

from __future__ import annotations

import pytest

from tei.annotate.overlap import overlap
from tei.annotate.stage import directions
from tei.annotate.turns import turns
from tei.model import Document, Mark
from tei.text import Span
from tests.test_turns import made, marks, shown, speakers

HEARING = """The Chairman. The committee will come to order.

Secretary Gray. Thank you. I am glad to be here.

The need is urgent.

Senator Holt. Would you yield?

Secretary Gray. Surely.

Senator Holt. How long will it take?"""

MINUTES = """Petrov. They have got cold feet. We shall wait.

Orlov. Why wait?

Petrov. They will come to us.

Volkov reports on the harvest.

Orlov. I agree.

Petrov. Everything is clear."""

COURT = """MR. DOE, called as a witness, testified as follows:

DIRECT EXAMINATION

BY MR. STONE:

Q. Where were you born?

A. In Baltimore.

THE COURT: Will you speak up?

Q. When was that?

A. In May.

CROSS-EXAMINATION

BY MR. MOORE:

Q. Do you know me?

A. I do."""


class TestPoint:
    def test_a_hearing_prints_names_in_small_letters(self) -> None:
        document = made(HEARING, people={"gray": "Gray", "holt": "Holt"})
        assert speakers(document) == [
            "The Chairman.",
            "Secretary Gray.",
            "Senator Holt.",
            "Secretary Gray.",
            "Senator Holt.",
        ]
        assert shown(document)[1] == (
            "#gray",
            "Secretary Gray. Thank you. I am glad to be here.\n\nThe need is urgent.",
        )

    def test_minutes_have_the_names_of_those_present(self) -> None:
        people = {"petrov": "Petrov", "orlov": "Orlov", "volkov": "Volkov"}
        document = made(MINUTES, "Minutes of the Meeting", people=people)
        assert [who for who, _ in shown(document)] == ["#petrov", "#orlov", "#petrov", "#orlov", "#petrov"]

    def test_notes_on_people_are_not_what_they_say(self) -> None:
        text = (
            "Petrov. He looked tired. I was surprised.\n\nOrlov. As cold as ever. You know him.\n\n"
            "Petrov. At lunch he came alive. We laughed.\n\nOrlov. In the evening he smiled!\n\nPetrov. We left."
        )
        people = {"petrov": "Petrov", "orlov": "Orlov"}
        assert shown(made(text, "Notes on the Summit Meeting", people=people)) == []

    def test_nobody_knows_the_names_so_they_are_sentences(self) -> None:
        assert shown(made(MINUTES.replace("reports on", "and"), "Minutes of the Meeting")) == []

    @pytest.mark.parametrize(
        "text",
        [
            "President Gray. Born in 1922. You met him last year.\n\nSecretary Holt. A lawyer. You will like him.\n\n"
            "General Stone. He speaks no English. Do not ask him!\n\nPresident Gray. See above.",
            "Prime Minister. To see him. We need it.\n\nForeign Secretary. To draft our note.\n\n"
            "Prime Minister. To write. Will he?\n\nForeign Secretary. To inform us, if you please.",
            "Defendant.\n\nWe met.\n\nPlaintiff.\n\nYou came.\n\nDefendant.\n\nI went.\n\nPlaintiff.\n\nWe left.",
        ],
        ids=["sketches", "tasks", "alone on the line"],
    )
    def test_what_has_a_point_and_is_no_speech(self, text: str) -> None:
        assert shown(made(text)) == []

    def test_an_office_and_a_state_go_on_in_small_letters(self) -> None:
        text = (
            "The ACTING PRESIDENT pro tempore. The clerk will call the roll.\n\nMr. BIRD of West Virginia. I ask for time.\n\n"
            "The PRESIDING OFFICER (Mr. Holt in the chair). Will the Senator yield?\n\nMr. BIRD of West Virginia. I yield.\n\n"
            "Mr. STONE. We thank you."
        )
        assert speakers(made(text, people={"holt": "Holt"})) == [
            "The ACTING PRESIDENT pro tempore.",
            "Mr. BIRD of West Virginia.",
            "The PRESIDING OFFICER (Mr. Holt in the chair).",
            "Mr. BIRD of West Virginia.",
            "Mr. STONE.",
        ]


class TestQuestions:
    def test_without_a_point(self) -> None:
        text = "Q Who told you?\n\nA (In German) Nobody. I forget.\n\nQ Did you protest?\n\nA No."
        assert speakers(made(text)) == ["Q", "A", "Q", "A"]

    def test_an_article_is_no_answer(self) -> None:
        text = (
            "Q Branch gave us radios.\n\nA Company held on. We won.\n\nQ Stores were late. Why?\n\nA Section was lost."
        )
        assert shown(made(text)) == []

    def test_counsel_asks_and_the_line_that_says_so_is_no_speech(self) -> None:
        names = {"MR. STONE": "stone", "MR. MOORE": "moore"}
        found = shown(made(COURT, names=names, people={"stone": "Stone", "moore": "Moore"}))
        assert [who for who, _ in found] == ["#stone", "", "", "#stone", "", "#moore", ""]
        assert not any("EXAMINATION" in words or "BY MR." in words for _, words in found)

    def test_the_interviewer_asks(self) -> None:
        text = "Interviewed by: Ann Reed\n\nQ: Where were you?\n\nHOLT: At home.\n\nQ: Alone?\n\nHOLT: Yes."
        found = shown(made(text, names={"Ann Reed": "reed"}, people={"reed": "Ann Reed", "holt": "John Holt"}))
        assert [who for who, _ in found] == ["#reed", "#holt", "#reed", "#holt"]

    def test_two_interviewers_leave_it_open(self) -> None:
        text = "Interviewed by Ann Reed and Al Gray\n\nQ: Where were you?\n\nHOLT: Here.\n\nQ: Alone?\n\nHOLT: Yes."
        people = {"reed": "Ann Reed", "gray": "Al Gray", "holt": "John Holt"}
        found = shown(made(text, names={"Ann Reed": "reed", "Al Gray": "gray"}, people=people))
        assert [who for who, _ in found] == ["", "#holt", "", "#holt"]

    def test_an_initial_is_nobody(self) -> None:
        text = "THE PRESIDENT. No.\n\nQ. Amos Reed of the Times. Why?\n\nTHE PRESIDENT. Ask.\n\nQ. Whom?"
        document = made(text, "News conference", names={"Q. Amos Reed": "reed"}, people={"reed": "Q. Amos Reed"})
        assert [who for who, _ in shown(document)] == [""] * 4
        blocks = document.blocks
        kept, _ = overlap([*document.marks, *(m for m in turns(document) if isinstance(m, Mark))], blocks)
        assert [document.source.slice(m.span) for m in kept if m.kind in ("persName", "speaker")].count("Q.") == 2
        assert not [m for m in kept if m.kind == "persName"]


class TestTogether:
    def test_two_who_speak_together_are_two(self) -> None:
        text = "Nora: Who is it?\n\nTorvald: You!\n\nNora and Torvald: We know you.\n\nNora: Yes.\n\nTorvald: No."
        found = shown(made(text, "Conversation", people={"nora": "Nora", "torvald": "Torvald"}))
        assert found[2][0] == "#nora #torvald"

    def test_an_apposition_is_no_part_of_the_name(self) -> None:
        brand = "Brand, Bundesminister des Innern"
        text = f"{brand}: Ja!\n\nDr. Holt (XYZ): Nein!\n\n{brand}: Wir?\n\nDr. Holt (XYZ): Sie!"
        found = shown(made(text, "Protokoll", people={"brand": "Brand", "holt": "Holt"}))
        assert [who for who, _ in found] == ["#brand", "#holt"] * 2

    def test_the_attorney_general_is_an_office(self) -> None:
        text = "Attorney General: I saw him.\n\nThe President: What did he say?\n\nAttorney General: Not much.\n\nThe President: Why?"
        assert len(shown(made(text, "Meeting"))) == 4


class TestReports:
    @pytest.mark.parametrize(
        "text",
        [
            "Secretary Gray: Favors a pause of four weeks.\n\nSecretary Holt: Opposed to it unless we see a sign.\n\n"
            "General Stone: Opposed. Do we agree?\n\nMr. Moore: Favors it. We cannot win.\n\nSecretary Gray: See above.",
            "Gray: tired, ill. I felt sorry for him.\n\nHolt: amiable as ever! We met.\n\nGray: still cross. Do I trust him?\n\n"
            "Holt: the only one who knows us.\n\nGray: gone. I stay.",
        ],
        ids=["views", "a diary"],
    )
    def test_what_is_told_of_those_whom_labels_name(self, text: str) -> None:
        assert shown(made(text)) == []


class TestProcedure:
    @pytest.mark.parametrize(
        "line",
        [
            "It was so decided.",
            "The meeting rose at 6.15 p.m.",
            "The draft resolution was adopted unanimously.",
            "A vote was taken by show of hands.",
            "Abstaining: None.",
            "Mr. Holt (Italy), Vice-President, took the Chair.",
            "Several Hon. Members rose—",
            "2. Mr. Holt asked the Minister of Supply whether he will make a statement.",
            "The legislative clerk read as follows:",
            "END",
            "ab/cd",
        ],
    )
    def test_what_a_record_says_between_speeches_is_in_none(self, line: str) -> None:
        text = f"Mr. GRAY (Italy): I thank you.\n\nMr. HOLT (Chad): We agree.\n\n{line}\n\nMr. GRAY (Italy): May I ask why?"
        found = shown(made(text, "Debate"))
        assert len(found) == 3
        assert not any(line in words for _, words in found)

    def test_speech_goes_on(self) -> None:
        line = "The resolution was adopted in 1947, and we have waited ever since for somebody in this hall to act, year after year."
        found = shown(made(f"Mr. GRAY: I thank you.\n\n{line}\n\nMr. HOLT: We agree.\n\nMr. GRAY: Why?", "Debate"))
        assert line in found[0][1]


PLAY = """CHARACTERS

ANNA: forty, a teacher

THE MAN IN THE HAT: a stranger

ACT I

ANNA: (sitting) You're late.

THE MAN IN THE HAT: I know!

(There is a knock at the door.)

FIRST SOLDIER: Who's there? (He looks at ANNA, and goes.) You?

SECOND SOLDIER: My brother (God rest him) knew you.

THE MAN IN THE HAT: Did he?

ANNA: No!

THE MAN IN THE HAT: Well?"""


class TestPlay:
    def test_parts_without_a_name_and_the_list_of_characters(self) -> None:
        found = shown(made(PLAY, heads=("ACT I",)))
        assert [who for who, _ in found] == [
            "#anna",
            "#the-man-in-the-hat",
            "#first-soldier",
            "#second-soldier",
            "#the-man-in-the-hat",
            "#anna",
            "#the-man-in-the-hat",
        ]

    def test_how_it_is_said_may_stand_behind_the_colon(self) -> None:
        document = made(PLAY, heads=("ACT I",))
        assert [document.source.slice(m.span) for m in marks(document, "stage")] == ["(sitting)"]
        talk = made("Gray: (Laughing) I hope not.\n\nHolt: (In 1945) we met.\n\nGray: Did we?", "Interview")
        assert [talk.source.slice(m.span) for m in marks(talk, "stage")] == ["(Laughing)"]

    def test_parentheses_that_are_directions(self) -> None:
        document: Document = made(PLAY, heads=("ACT I",))
        found = [document.source.slice(Span(*m.span)) for m in directions(document) if isinstance(m, Mark)]
        assert found == ["(There is a knock at the door.)", "(He looks at ANNA, and goes.)"]


OWN_LINE = """MR. STONE

When did you first meet him?

GENERAL HOLT

I met him in London.

MR. STONE

And you stayed?

GENERAL HOLT

I did."""


class TestLabels:
    def test_an_abbreviation_in_a_label_on_its_own_line(self) -> None:
        assert speakers(made(OWN_LINE, "Interview with General Holt")) == ["MR. STONE", "GENERAL HOLT"] * 2

    def test_a_voice_may_go_on_in_small_letters(self) -> None:
        text = "Gray: Hello?\n\nUnidentified woman: Yes, I hear you.\n\nGray: Who are you?\n\nHolt: It is me!"
        assert len(shown(made(text, "Telephone conversation", people={"gray": "Gray", "holt": "Holt"}))) == 4

    def test_who_asks_and_who_answers_is_said_first_and_the_initials_are_theirs(self) -> None:
        text = "Interviewee: Maria Lopez\n\nInterviewer: John Park\n\nJP: [00:00:00] Your name?\n\nML: [00:00:05] I am Maria.\n\nJP: Yes?"
        people = {"lopez": "Maria Lopez", "park": "John Park"}
        document = made(text, "Interview", names={"Maria Lopez": "lopez", "John Park": "park"}, people=people)
        assert [who for who, _ in shown(document)] == ["#park", "#lopez", "#park"]
        assert [document.source.slice(m.span) for m in marks(document, "stage")] == ["[00:00:00]", "[00:00:05]"]

    def test_an_article_of_another_language_belongs_to_the_office(self) -> None:
        text = "Holt: Wie geht es Ihnen?\n\nDer Kanzler: Gut.\n\nHolt: Und wir?\n\nDer Kanzler: Ja."
        people = {"holt": "Holt", "brand": "Brand"}
        found = shown(made(text, "Gespräch Kanzler Brand mit Holt", people=people))
        assert [who for who, _ in found] == ["#holt", "#brand"] * 2

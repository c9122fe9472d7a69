"""Turns: every style of label, what is no label, interjections, reported speech, the laws on any text."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.annotate.turns import turns
from tei.annotate.turns.label import Nature, nature
from tei.diagnostic import Diagnostic, Severity
from tei.model import Document, Field, Mark, Person
from tei.text import Source, Span

SEED = Path(__file__).parent.parent / "seeds" / "1965-02-10-pan-zili-kim-byeong-jik.txt"

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
_KINDS = (
    ("pb", re.compile(r"\[Page \d+\]\Z")),
    ("note", re.compile(r"\[\d+\] ")),
    ("ornament", re.compile(r"\* \* \*")),
)


def made(
    text: str,
    title: str = "",
    *,
    people: dict[str, str] | None = None,
    names: dict[str, str] | None = None,
    participants: tuple[str, ...] = (),
    heads: tuple[str, ...] = (),
) -> Document:
    """A document of paragraphs: ``names`` maps printed names to ids, ``people`` ids to full names."""
    front = "\n\n".join((title, *participants)) + "\n\n" if title or participants else ""
    text = front + text
    document = Document(Source(text))
    at = 0
    if title:
        document.blocks.append(Mark("head", Span(0, len(title))))
        document.fields.append(Field("title", Span(0, 0), (Span(0, len(title)),), False))
        at = len(title) + 2
    if participants:
        listed = Span(at, len(front) - 2)
        document.blocks.append(Mark("list", listed, {"type": "participants"}))
        for item in participants:
            document.blocks.append(Mark("item", Span(at, at + len(item))))
            at += len(item) + 2
    for found in _PARAGRAPH.finditer(text, len(front)):
        words = found[0].rstrip()
        kind = next((k for k, pattern in _KINDS if pattern.match(words)), "head" if words in heads else "p")
        document.blocks.append(Mark(kind, Span(found.start(), found.start() + len(words))))
    for name, ref in (names or {}).items():
        document.marks.extend(
            Mark("persName", Span(m.start(), m.end()), {"ref": f"#{ref}"})
            for m in re.finditer(rf"\b{re.escape(name)}\b", text)
        )
    document.people.extend(Person(i, n, (n,)) for i, n in (people or {}).items())
    return document


def marks(document: Document, kind: str) -> list[Mark]:
    return [m for m in turns(document) if isinstance(m, Mark) and m.kind == kind]


def shown(document: Document, kind: str = "sp") -> list[tuple[str, str]]:
    """(who, words) of the marks of a kind."""
    return [(m.attrs.get("who", ""), document.source.slice(m.span)) for m in marks(document, kind)]


def speakers(document: Document) -> list[str]:
    return [words for _, words in shown(document, "speaker")]


def messages(document: Document) -> list[tuple[str, str]]:
    return [(d.severity.value, d.message) for d in turns(document) if isinstance(d, Diagnostic)]


TELEPHONE = """Clifford: But by the time you got back, say Wednesday, I think you're coming back.

President: I agree with all that.

I think that's a good plan.

Clifford: All right.

President: Fine."""


OWN_LINE = "HAMLET\n\nWho's there?\n\nHORATIO\n\nI, my lord.\n\nHAMLET\n\nYou?\n\nHORATIO\n\nYes!\n\nHAMLET\n\nNo!"


class TestStyles:
    def test_colon_labels_with_an_office_that_the_title_resolves(self) -> None:
        document = made(
            TELEPHONE,
            "Telephone Conversation Between President Johnson and Secretary of Defense Clifford",
            people={"lyndon-johnson": "Lyndon Johnson", "clark-clifford": "Clark Clifford"},
        )
        assert shown(document) == [
            (
                "#clark-clifford",
                "Clifford: But by the time you got back, say Wednesday, I think you're coming back.",
            ),
            ("#lyndon-johnson", "President: I agree with all that.\n\nI think that's a good plan."),
            ("#clark-clifford", "Clifford: All right."),
            ("#lyndon-johnson", "President: Fine."),
        ]

    def test_the_colon_is_syntax_of_the_speaker(self) -> None:
        document = made(TELEPHONE, "Telephone Conversation")
        first = marks(document, "speaker")[0]
        assert document.source.slice(first.span) == "Clifford:"
        assert [document.source.slice(s) for s in first.syntax] == [":"]

    @pytest.mark.parametrize(
        ("text", "labels"),
        [
            ("Q. Where were you?\n\nA. At home.\n\nQ. Alone?\n\nA. Yes.", ["Q.", "A.", "Q.", "A."]),
            ("Q: Where were you?\n\nA: At home.\n\nQ: Alone?\n\nA: Yes.", ["Q:", "A:", "Q:", "A:"]),
            (
                "Question: Where?\n\nAnswer: At home.\n\nQuestion: When?\n\nAnswer: Then.",
                ["Question:", "Answer:"] * 2,
            ),
            ("Frage: Wo waren Sie?\n\nAntwort: Zu Hause.", ["Frage:", "Antwort:"]),
            (
                "HAMLET. Who's there?\n\nHORATIO. I, my lord.\n\nHAMLET. You?\n\nHORATIO. Yes.",
                ["HAMLET.", "HORATIO."] * 2,
            ),
            (
                OWN_LINE,
                ["HAMLET", "HORATIO", "HAMLET", "HORATIO", "HAMLET"],
            ),
            (
                "Mr. HOLIFIELD. Do you agree?\n\nThe CHAIRMAN. I do.\n\nMr. HOLIFIELD. I thank you.",
                ["Mr. HOLIFIELD.", "The CHAIRMAN.", "Mr. HOLIFIELD."],
            ),
            (
                "MR. ADZHUBEI: Why?\n\nTHE CHAIRMAN: We know.\n\nMR. ADZHUBEI: I see.",
                ["MR. ADZHUBEI:", "THE CHAIRMAN:", "MR. ADZHUBEI:"],
            ),
            (
                "[00:01:15] Nixon: Why?\n\n[00:01:19] Haig: We know.\n\nNixon: I see.\n\nHaig: Oh.",
                ["[00:01:15] Nixon:", "[00:01:19] Haig:", "Nixon:", "Haig:"],
            ),
            (
                "THE COURT: Are you ready?\n\nMR. SAYPOL: We are.\n\nQ. Where do you live?\n\nA. I live here.\n\nQ. Alone?\n\n"
                "A. Yes.\n\nMR. BLOCH: I object.\n\nTHE COURT: Overruled.\n\nTHE WITNESS: Yes, sir.",
                ["THE COURT:", "MR. SAYPOL:", "Q.", "A.", "Q.", "A.", "MR. BLOCH:", "THE COURT:", "THE WITNESS:"],
            ),
            (
                "Q: Where were you born?\n\nMATLOCK: In Ohio.\n\nQ: You were at Duke?\n\nMATLOCK: Yes. I was.",
                ["Q:", "MATLOCK:"] * 2,
            ),
            (
                "1. The PRESIDENT: We begin.\n\n2. Mr. GROMYKO (USSR) (translated from Russian): The facts are known.\n\n"
                "3. The aircraft crossed it.\n\n4. Mr. LODGE (United States): It is without foundation.\n\n"
                "5. Sir Pierson DIXON (United Kingdom): My delegation agrees.",
                ["1. The PRESIDENT:", "2. Mr. GROMYKO", "4. Mr. LODGE", "5. Sir Pierson DIXON"],
            ),
            (
                "SECRETARY ACHESON — I agree.\n\nTHE PRESIDENT — Do you?\n\nGENERAL MARSHALL — I do.\n\nTHE PRESIDENT — Then we go.",
                ["SECRETARY ACHESON —", "THE PRESIDENT —", "GENERAL MARSHALL —", "THE PRESIDENT —"],
            ),
            (
                "Smith [00:00:05]: Are you?\n\nJones [00:00:09]: I am.\n\nSmith [00:00:11]: Why?\n\nJones [00:00:15]: Oh, we know.",
                ["Smith", "Jones"] * 2,
            ),
            (
                "ХРУЩЕВ: Садитесь.\n\nТОМПСОН: Благодарю вас.\n\nХРУЩЕВ: Что нового?\n\nТОМПСОН: Вы знаете.",
                ["ХРУЩЕВ:", "ТОМПСОН:"] * 2,
            ),
            (
                "毛主席：你们不相信。\n\n尤金：不是这样。\n\n毛主席：俄国人是上等人。\n\n尤金：我要报告。",
                ["毛主席：", "尤金："] * 2,
            ),
            ("武：你好吗?\n\n王：我很好!\n\n武：再见!\n\n王：好!", ["武：", "王："] * 2),
            ("LBJ: Why do we?\n\nGWB: I think so.\n\nLBJ: You do?\n\nGWB: Yes.", ["LBJ:", "GWB:"] * 2),
        ],
        ids=[
            "Q.",
            "Q:",
            "Question",
            "Frage",
            "play",
            "own line",
            "hearing",
            "capitals",
            "time",
            "trial",
            "oral history",
            "verbatim",
            "dash",
            "time after",
            "Russian",
            "Chinese",
            "full width",
            "initials",
        ],
    )
    def test_labels(self, text: str, labels: list[str]) -> None:
        assert speakers(made(text)) == labels

    def test_a_name_on_its_own_line_has_no_syntax(self) -> None:
        document = made(OWN_LINE)
        assert [m.syntax for m in marks(document, "speaker")] == [()] * 5
        assert shown(document)[0] == ("#hamlet", "HAMLET\n\nWho's there?")
        assert [p.name for p in document.people] == ["Hamlet", "Horatio"]

    def test_a_delivery_stands_between_speaker_and_colon(self) -> None:
        document = made(
            "The Secretary (smiling): Good.\n\nUmba: Thank you.\n\nThe Secretary: I agree.\n\nUmba: We do.",
            "Conversation",
        )
        assert speakers(document) == ["The Secretary", "Umba:", "The Secretary:", "Umba:"]
        (delivery,) = marks(document, "stage")
        assert document.source.slice(delivery.span) == "(smiling):"
        assert delivery.attrs == {"type": "delivery"}
        assert [document.source.slice(s) for s in delivery.syntax] == [":"]

    def test_a_bracket_in_the_label_tells_how(self) -> None:
        document = made(
            "Nixon [laughing]: Good.\n\nHaig: Thank you.\n\nNixon: I agree.\n\nHaig: We do.", "Conversation"
        )
        assert speakers(document)[0] == "Nixon"
        (delivery,) = marks(document, "stage")
        assert [document.source.slice(s) for s in delivery.syntax] == ["[", "]", ":"]
        assert {who for who, _ in shown(document)} == {"#nixon", "#haig"}

    def test_a_bracket_that_completes_the_name_stays_in_the_label(self) -> None:
        document = made("Pan [Zili]: Good.\n\nKim: Thank you.\n\nPan: I agree.\n\nKim: We do.", "Conversation")
        assert speakers(document)[0] == "Pan [Zili]:"

    def test_an_office_is_called_by_its_holder_in_brackets(self) -> None:
        document = made(
            "Mr. Ridley: Will he go?\n\nThe Minister of State (Mr. McNeil): I will.\n\nMr. Ridley: When?\n\n"
            "Hon. Members: Oh!\n\nMr. McNeil: I cannot say.",
            "Oral Answers",
        )
        assert [who for who, _ in shown(document)] == ["#ridley", "#mcneil", "#ridley", "#hon-members", "#mcneil"]
        assert speakers(document)[1] == "The Minister of State (Mr. McNeil):"
        assert [p.name for p in document.people if p.group][:1] == ["Hon. Members"]

    @pytest.mark.parametrize(
        ("title", "whose"),
        [
            ("Telephone Conversation Between President Nixon and Henry Kissinger", "#richard-nixon"),
            ("Telephone Conversation Between Richard Nixon and Henry Kissinger", "#p"),
        ],
    )
    def test_the_letter_of_a_president_whom_the_title_names(self, title: str, whose: str) -> None:
        document = made(
            "K: Hello?\n\nP: How are you?\n\nK: I am fine, and you?\n\nP: I saw it. We go.",
            title,
            people={"richard-nixon": "Richard Nixon", "henry-kissinger": "Henry Kissinger"},
            names={
                "Richard Nixon": "richard-nixon",
                "President Nixon": "richard-nixon",
                "Henry Kissinger": "henry-kissinger",
            },
        )
        assert [who for who, _ in shown(document)] == ["#henry-kissinger", whose] * 2

    def test_a_short_form_that_the_label_announces(self) -> None:
        document = made(
            "McNamara [hereafter McN]: I go.\n\nJohnson [hereafter LBJ]: Right.\n\nMcN: Why?\n\nLBJ: Yup.",
            "Telephone Conversation",
        )
        assert [who for who, _ in shown(document)] == ["#mcnamara", "#johnson", "#mcnamara", "#johnson"]


class TestNotSpeakers:
    @pytest.mark.parametrize(
        "text",
        [
            "时间：今天\n\n地点：我们这里\n\n时间：你好?\n\n地点：我?",
            "EDRIC, King of Mercia.\n\nAELFRED, his brother.\n\nEDRIC, King of Mercia.\n\nAELFRED, his brother.",
            "Note: I think you agree?\n\nTime: Now!\n\nNote: We do!\n\nTime: Later?",
            "SUBJECT: Trade\n\nPARTICIPANTS: Two\n\nSource: Archive\n\nSource: There",
            "Pros: We would win!\n\nCons: We might lose!\n\nPros: I like it.\n\nCons: You may not.",
            "Concept: We fly.\n\nForces: We have two.\n\nConcept: We sail.\n\nForces: We have four.",
            "Support: State\n\nAssigned to: USIA\n\nSupport: Defense\n\nAssigned to: USIA",
            "He said this: we go.\n\nThey answered: you stay?\n\nHe said this: no.\n\nThey answered: oh!",
            "A. We buy.\n\nB. We sell.\n\nC. We wait.\n\nA. We stop.",
            "My dear Mr. President: I write.\n\nDear Bob: I wrote you.",
            "Your Majesty: I write to you.\n\nSir: I have the honor.",
            "(Confidential) In general: Output.\n\n(Note: It is ours.)\n\n(Reference: Memo, we think.)",
            "Ref: Moscow 12\n\nRef: Moscow 13\n\nSummary: We met.\n\nComment: I doubt it.",
            "ANNUAL REPORT\n\nWe grew.\n\nSECRET\n\nWe shrank.\n\nSECRET\n\nYou?\n\nANNUAL REPORT\n\nI do.",
            "Secretary Rusk: He is away.\n\nThe rest of this memorandum is about trade.\n\nMore about trade.",
            "W. Averell Harriman\n\nI saw you.\n\nJohn D. Stempel, Staff Assistant\n\nYou saw me.",
            "",
            "Just words.",
        ],
    )
    def test_no_turns(self, text: str) -> None:
        assert shown(made(text)) == []

    def test_a_stray_label_in_a_dialogue_is_part_of_the_turn(self) -> None:
        text = TELEPHONE.replace("I think that's", "Lansdale memo: I think that's").replace(
            "President: Fine", "Note: Fine"
        )
        assert speakers(made(text, "Telephone Conversation", people={"clifford": "Clark Clifford"})) == [
            "Clifford:",
            "President:",
            "Clifford:",
        ]

    def test_known_labels_are_marked(self) -> None:
        document = made("Summary: We met.\n\nComment: I doubt it.\n\nResumption: none.")
        assert [words for _, words in shown(document, "label")] == ["Summary:", "Comment:"]

    @pytest.mark.parametrize(
        ("label", "kind"),
        [
            ("Under Secretary Nitze", Nature.OFFICE),
            ("Assistant Secretary of State Sisco", Nature.OFFICE),
            ("Herr Kohl", Nature.PERSON),
            ("Voice 2", Nature.VOICE),
            ("Several Voices", Nature.CROWD),
            ("ALL", Nature.CROWD),
            ("Several Hon. Members", Nature.CROWD),
            ("General Principles", Nature.NAME),
            ("Secretary's Comment", Nature.NONE),
            ("State Department", Nature.NONE),
            ("Mr", Nature.NONE),
        ],
    )
    def test_nature(self, label: str, kind: Nature) -> None:
        assert nature(label) is kind


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

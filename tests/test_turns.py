"""Turns: every style of label, and what is no label."""

from __future__ import annotations

import pytest

from spoken import OWN_LINE, TELEPHONE, made, marks, shown, speakers
from tei.annotate.turns.label import Nature, nature


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

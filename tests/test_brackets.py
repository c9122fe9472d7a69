"""Square brackets: each row of the encoding conventions, and the places where context decides."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tei
from data import SEED, SHARED, dev_texts, needs_shared
from marked import document, found, marked
from tei.annotate.brackets import brackets
from tei.annotate.measure import measure_redacted
from tei.annotate.misreading import misreading
from tei.annotate.spelling import is_misspelling
from tei.model import Document, Mark
from tei.text import Source, Span

SUBAUDIBLE, EXPLANATION, OMITTED = (f"supplied reason={r}" for r in ("subaudible", "explanation", "omitted"))

# by their own words: bracket → the mark and its attributes
OWN_WORDS = {
    "[Page 560]": "pb n=560",
    "[page 3]": "pb n=3",
    "[p. 3]": "pb n=3",
    "[Pg. 62 is part of Doc. 25]": "pb n=62",
    "[illegible]": "gap reason=illegible",
    "[two words illegible]": "gap reason=illegible unit=word quantity=2",
    "[garble]": "gap reason=illegible",
    "[unclear]": "gap reason=inaudible",
    "[unclear exchange]": "gap reason=inaudible",
    "[inaudible]": "gap reason=inaudible",
    "[...]": "gap reason=editorial",
    "[. . .]": "gap reason=editorial",
    "[…]": "gap reason=editorial",
    "[Omitted here is discussion of Israel.]": "gap reason=editorial",
    "[Here follows a table of contents.]": "gap reason=editorial",
    "[Here follow agenda items 3–7.]": "gap reason=editorial",
    "[less than 1 line of source text not declassified]": "gap reason=redacted unit=line atMost=1",
    "[less then 1 line not declassified]": "gap reason=redacted unit=line atMost=1",
    "[1 line of 2-column source text not declassified]": "gap reason=redacted unit=line quantity=1",
    "[2½ lines of source text not declassified]": "gap reason=redacted unit=line quantity=2.5",
    "[4-1/2 lines of source text not declassified]": "gap reason=redacted unit=line quantity=4.5",
    "[10–1/2 lines of source text not declassified]": "gap reason=redacted unit=line quantity=10.5",
    "[3-½ lines not declassified]": "gap reason=redacted unit=line quantity=3.5",
    "[31/2 lines of text not declassified]": "gap reason=redacted unit=line quantity=3.5",
    "[181/2 lines not declassified]": "gap reason=redacted unit=line quantity=18.5",
    "[1 paragraph (8 lines of text) not declassified]": "gap reason=redacted unit=paragraph quantity=1",
    "[3 paragraphs (19 lines) not declassified]": "gap reason=redacted unit=paragraph quantity=3",
    "[remainder of paragraph (5 lines) not declassified]": "gap reason=redacted unit=line quantity=5",
    "[subparagraph a (3½ lines of text) not declassified]": "gap reason=redacted unit=line quantity=3.5",
    "[numbered paragraphs 5–6 (½ page) not declassified]": "gap reason=redacted unit=page quantity=0.5",
    "[name not declassified]": "gap reason=redacted extent=name",
    "[3 names not declassified]": "gap reason=redacted extent=3 names",
    "[dollar amount not declassified]": "gap reason=redacted extent=dollar amount",
    "[text not declassified]": "gap reason=redacted",
    "[name deleted]": "gap reason=redacted extent=name",
    "[Withdrawn—National Security]": "gap reason=redacted",
    "[Footnote in the source text. NIE 25–55 is not printed.]": "note type=editorial",
    "[A brief interruption occurred.]": "incident",
    "[Mr. SPEAKER in the Chair]": "incident",
    "[Docketed: Gen. Washington, 5 May 1779]": "note type=editorial",
    "[omission in the source text]": "gap reason=omitted",
    "[Laughter]": "vocal type=laughter",
    "[laughs]": "vocal type=laughter",
    "[chuckle]": "vocal type=chuckle",
    "[Applause]": "kinesic type=applause",
    "[nods]": "kinesic type=nod",
    "[Telephone rings]": "incident",
    "[At this point Mr. Berding left the room.]": "incident",
    "[Exeunt omnes]": "stage type=exit",
    "[Translator's note: a pun]": "note type=translator",
    "[Ed.: so in the copy]": "note type=editorial",
    "[Footnote in the source text.]": "note type=editorial",
    "[garble—situation]": "unclear cert=low",
    # plural and number forms
    "[half a line not declassified]": "gap reason=redacted unit=line quantity=0.5",
    "[one and a half lines not declassified]": "gap reason=redacted unit=line quantity=1.5",
    "[twelve lines excised]": "gap reason=redacted unit=line quantity=12",
    "[line deleted]": "gap reason=redacted unit=line quantity=1",
    "[remainder of paragraph not declassified]": "gap reason=redacted extent=remainder of paragraph",
    "[portion marking not declassified]": "gap reason=redacted extent=portion marking",
    "[REDACTED — National Security]": "gap reason=redacted",
    "[security deletion]": "gap reason=redacted",
    "[(b)(1)]": "gap reason=redacted",
    "[25X1A]": "gap reason=redacted",
    "[illegible: 2 words]": "gap reason=illegible unit=word quantity=2",
    "[word not legible]": "gap reason=illegible unit=word quantity=1",
    "[inaudible 00:12:31]": "gap reason=inaudible",
    "[unclear—possibly Rogers]": "unclear cert=low",
    "[possibly Ivanov]": "unclear cert=low",
    "[pages 3 and 4 missing]": "gap reason=omitted",
    "[Page 4 is missing from the copy]": "gap reason=omitted",
    "[page 3 of 5]": "pb n=3",
    "[**********]": "gap reason=editorial",
    "[List of 14 names follows]": "gap reason=editorial",
    "[Kissinger laughs]": "vocal type=laughter",
    "[they shake hands]": "kinesic type=gesture",
    "[speaking at the same time]": "incident",
    "[End of side A]": "incident",
    '[HON. MEMBERS: "Sit down."]': "incident",
    "[in Russian in the original]": "note type=editorial",
    "[phonetic]": "note type=editorial",
    # other languages
    "[drei Wörter unleserlich]": "gap reason=illegible unit=word quantity=3",
    "[deux mots illisibles]": "gap reason=illegible unit=word quantity=2",
    "[неразборчиво]": "gap reason=illegible",
    "[Gelächter]": "vocal type=laughter",
    "[смех в зале]": "vocal type=laughter",
    "[笑]": "vocal type=laughter",
    "[Lebhafter Beifall]": "kinesic type=applause",
    "[Бурные аплодисменты]": "kinesic type=applause",
    "[Seite 2]": "pb n=2",
    "[л. 12]": "pb n=12",
    "[Anm. d. Übers.: gemeint ist Berlin]": "note type=translator",
    "[handschriftlich: Einverstanden]": "note type=editorial",
}
PLAIN = ["[1 of 2]", "[3 of 3]", "[Box 12]", "[A]", "[II]", "[1/64]", "[ ]", "[x]", "[F 818/176/23]"]


@pytest.mark.parametrize(("bracket", "expected"), OWN_WORDS.items())
def test_own_words(bracket: str, expected: str) -> None:
    assert marked(brackets, document(f"They met {bracket} and parted.")) == [f"{expected}: {bracket}"]


@pytest.mark.parametrize("bracket", PLAIN)
def test_plain(bracket: str) -> None:
    made = document(f"See the transcripts {bracket} for this.")
    assert list(brackets(made)) == []


# by their place: text → the marks
IN_PLACE = {
    "But [on] the other hand": [f"{SUBAUDIBLE}: [on]"],
    "Nixon: [entering] Good morning, Henry.": ["incident: [entering]"],
    "Kissinger: [with Haldeman acknowledging] The message came.": ["incident: [with Haldeman acknowledging]"],
    "Nixon: [and] Good morning, Henry.": [f"{SUBAUDIBLE}: [and]"],
    "He was [entering] Paris then.": [f"{SUBAUDIBLE}: [entering]"],
    "as scheduled, [but] on the other hand": [f"{SUBAUDIBLE}: [but]"],
    "It was cold. [They were] silent.": [f"{SUBAUDIBLE}: [They were]"],
    "still insist on [holding] the talks": [f"{SUBAUDIBLE}: [holding]"],
    "related to the old [meeting].": [f"{SUBAUDIBLE}: [meeting]"],
    "we will not save [Vietnam].": [f"{SUBAUDIBLE}: [Vietnam]"],
    "the new [Soviet] leadership spoke": [f"{SUBAUDIBLE}: [Soviet]"],
    "using the disunity [of the camp] to win": [f"{SUBAUDIBLE}: [of the camp]"],
    "surrendering to you [the Chinese].": [f"{EXPLANATION}: [the Chinese]"],
    "He [Creel] took it to Lansing": [f"{EXPLANATION}: [Creel]"],
    "as this meeting [the 1 March Conference] is old": [f"{EXPLANATION}: [the 1 March Conference]"],
    "there [the Middle East]. The rest": [f"{EXPLANATION}: [the Middle East]"],
    "encourage this guy [Sukarno] to do it": [f"{EXPLANATION}: [Sukarno]"],
    "in the files of HAK [Henry A. Kissinger], 1973": [f"{EXPLANATION}: [Henry A. Kissinger]"],
    "ordered last Tuesday [August 2] that it": [f"{EXPLANATION}: [August 2]"],
    "went up the wa[ll] there": [f"{OMITTED}: [ll]"],
    "stiffen the moral[e] of it": [f"{OMITTED}: [e]"],
    "long-ra[n]ge rockets": [f"{OMITTED}: [n]"],
    "he said “[F]urther work": [f"{OMITTED}: [F]"],
    "in 19[6]4 they": [f"{OMITTED}: [6]"],
    "from N[asser] came": ["expan: N[asser]", "ex: [asser]"],
    "B[en] G[urion] spoke": ["expan: B[en]", "ex: [en]", "expan: G[urion]", "ex: [urion]"],
    "on Strat[egic] weapons": ["expan: Strat[egic]", "ex: [egic]"],
    "inevitably Aus[tralian?] forces": ["expan: Aus[tralian?]", "ex cert=low: [tralian?]"],
    "too loose [sic] a term": ["sic: loose", "note type=editorial subtype=sic: [sic]"],
    "too loose[sic] a term": ["sic: loose", "note type=editorial subtype=sic: [sic]"],
    "they loose [sic: lose] it": ["choice: loose [sic: lose]", "sic: loose", "corr: [sic: lose]"],
    "they loose [recte: lose] it": ["choice: loose [recte: lose]", "sic: loose", "corr: [recte: lose]"],
    "too loose [sic throughout] a term": ["sic: loose", "note type=editorial subtype=sic: [sic throughout]"],
    "too loose [thus in original] a term": ["sic: loose", "note type=editorial subtype=sic: [thus in original]"],
    "met Leonid Ilyich [sic: Konstantin Ustinovich] then": [
        "choice: Leonid Ilyich [sic: Konstantin Ustinovich]",
        "sic: Leonid Ilyich",
        "corr: [sic: Konstantin Ustinovich]",
    ],
    "he said [[the announcement]] was": [f"{SUBAUDIBLE}: [[the announcement]]"],
    "they recieve [receive] it": ["choice: recieve [receive]", "sic: recieve", "corr: [receive]"],
    "heavy casulaties [casualties], too": [
        "choice: casulaties [casualties]",
        "sic: casulaties",
        "corr: [casualties]",
    ],
    "they already stated [started?] on it": [
        "choice: stated [started?]",
        "sic: stated",
        "corr cert=low: [started?]",
    ],
    "Assistant Secretary [Ivanov?] was there": [f"{EXPLANATION} cert=low: [Ivanov?]"],
    "the right way [supported?] by them": ["unclear cert=low: [supported?]"],
    "about 50,000 [sic] men": ["sic: 50,000", "note type=editorial subtype=sic: [sic]"],
    "The cable arrived. [underlined] They went on.": ["note type=editorial: [underlined]"],
    "The cable arrived. [the second one] They": [f"{SUBAUDIBLE}: [the second one]"],
    "The cable arrived. [and] They went on.": [f"{SUBAUDIBLE}: [and]"],
    "a truce [attached] and Mr. [and] Mrs. Hull": [f"{SUBAUDIBLE}: [attached]", f"{SUBAUDIBLE}: [and]"],
    "[Enclosure]": [f"{EXPLANATION}: [Enclosure]"],
    "[SUBJECT]": [f"{EXPLANATION}: [SUBJECT]"],
    "you [and they [the French]] agreed": [
        f"{SUBAUDIBLE}: [and they [the French]]",
        f"{EXPLANATION}: [the French]",
    ],
}


@pytest.mark.parametrize(("text", "expected"), IN_PLACE.items())
def test_in_place(text: str, expected: list[str]) -> None:
    assert marked(brackets, document(text)) == expected


def test_brackets_are_syntax_and_the_question_mark_too() -> None:
    for text, opening, closing in (
        ("he [Creel] took", "[", "]"),
        ("they stated [started?] on", "[", "?]"),
        ("loose [sic: lose] it", "[sic: ", "]"),
    ):
        made = document(text)
        last = [m for m in brackets(made) if isinstance(m, Mark)][-1]
        assert [text[a:b] for a, b in last.syntax] == [opening, closing]


def test_a_completed_name_is_inside_its_name() -> None:
    made = document(
        "he met [Leonid] Brezhnev and Premier Zhou [Enlai] there", "[Leonid] Brezhnev", "Premier Zhou [Enlai]"
    )
    assert marked(brackets, made) == [f"{SUBAUDIBLE}: [Leonid]", f"{SUBAUDIBLE}: [Enlai]"]


def test_another_form_of_a_name_explains_it() -> None:
    text = "Kim Byeong-jik [Kim Pyong Jik] first said"
    made = document(text, "Kim Byeong-jik")
    made.marks.append(Mark("persName", Span(16, 29), {"type": "variant"}))
    assert marked(brackets, made) == [f"{EXPLANATION}: [Kim Pyong Jik]"]


def test_a_bracket_in_a_date_or_place() -> None:
    made = document("on 30 July [1964] in [North] Korea")
    made.marks += [Mark("date", Span(3, 17)), Mark("placeName", Span(21, 34))]
    assert marked(brackets, made) == [f"{EXPLANATION}: [1964]", f"{SUBAUDIBLE}: [North]"]


def test_note_markers() -> None:
    made = document("He said so.[1] And so.[2]\n\n[1] A note.\n\n[2] See [1] there.")
    assert marked(brackets, made) == ["noteref n=1: [1]", "noteref n=2: [2]"]
    assert found(brackets, made) == ["bracket-unclear: no note answers “[1]”, so it was left as plain characters"]


def test_the_number_one_that_is_the_word_i() -> None:
    made = document("draw a conclusion from this and [1] would like to know")
    assert marked(brackets, made) == [f"{SUBAUDIBLE}: [1]"]
    made.marks += [m for m in brackets(made) if isinstance(m, Mark)]
    assert found(misreading, made) == ["misreading-probable: “[1]” may be a misreading of “[I]”"]
    answered = document("from this and [1] would like\n\n[1] A note.")
    assert marked(brackets, answered) == ["noteref n=1: [1]"]


def test_nothing_inside_a_description() -> None:
    made = document("[Omitted here is what he [Creel] said.[1]]\n\n[1] A note.")
    assert marked(brackets, made) == ["gap reason=editorial: [Omitted here is what he [Creel] said.[1]]"]


def test_unmatched() -> None:
    alone = document("a ] b [ c")
    assert marked(brackets, alone) == []
    assert found(brackets, alone) == [
        "bracket-unmatched: this square bracket has no opening one and was left as a plain character",
        "bracket-unmatched: this square bracket has no closing one and was left as a plain character",
    ]
    across = document("[one\n\ntwo]")
    assert marked(brackets, across) == []
    assert found(brackets, across) == [
        "bracket-unmatched: this square bracket closes in another paragraph, so both were left as plain characters"
    ]


def test_a_whole_sentence_is_a_note() -> None:
    made = document("He left. [This is essentially present policy.] The rest")
    assert marked(brackets, made) == ["note type=editorial: [This is essentially present policy.]"]
    assert found(brackets, made) == ["bracket-unclear: a whole sentence in brackets was taken for a note of the editor"]


@pytest.mark.parametrize(
    "words",
    [
        "which was deleted",
        "it is unclear",
        "the rest of them",
        "the meeting of February 26",
        "hand the letter over",
    ],
)
def test_a_clause_is_no_gap_and_no_event(words: str) -> None:
    assert [m.split(" ")[0] for m in marked(brackets, document(f"They know [{words}] now."))] == ["supplied"]


def test_misspellings() -> None:
    assert is_misspelling("patriotiam", "patriotism")
    assert is_misspelling("infleunce", "influence")
    assert not is_misspelling("he", "she")
    assert not is_misspelling("North", "South")
    assert not is_misspelling("same", "same")


@given(st.integers(1, 40), st.sampled_from(["", "½"]), st.sampled_from(["", " of source text"]))
def test_measures_are_read_back(whole: int, half: str, of: str) -> None:
    found_ = measure_redacted(f"{whole}{half} lines{of} not declassified")
    assert float(found_["quantity"]) == whole + (0.5 if half else 0)
    assert found_["unit"] == "line"


@given(st.text(alphabet="[]aN 1?.\n\u200f\x00é", max_size=60))
def test_any_text(text: str) -> None:
    made = Document(Source(text), blocks=[Mark("p", Span(0, len(text)))] if text else [])
    for one in brackets(made):
        assert one.span is not None
        assert 0 <= one.span.start < one.span.end <= len(text)
        if isinstance(one, Mark):
            assert all(one.span.contains(s) and s.start < s.end for s in one.syntax)


@pytest.mark.parametrize("depth", [3, 5_000, 50_000])
def test_brackets_that_nest_deep_lose_nothing(depth: int) -> None:
    text = f"He said {'[' * depth}so{']' * depth} then.\n"
    edition = tei.convert(text)
    assert edition.text == text
    assert [d.code for d in edition.diagnostics] == (["bracket-unclear"] if depth > 6 else [])


@pytest.mark.parametrize(
    "text", ["[] " * 5_000 + "\n", "[x]\n\n" * 2_000, "[]\n", "[\n", "][\n", "[[]]\n", "[[[x]]]\n", "[[x]\n"]
)
def test_a_text_of_brackets_only(text: str) -> None:
    assert tei.convert(text).text == text


@given(st.text(max_size=300))
def test_each_bracket_has_at_most_one_mark(text: str) -> None:
    made = document(f"x {text} [but] y")
    spans = [m.span for m in brackets(made) if isinstance(m, Mark) and m.kind not in ("expan", "choice", "sic")]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000 + "]" * 50_000, "[" * 50_000, "]" * 50_000, "[a] " * 12_500, "[" + " a" * 50_000 + "]"],
)
def test_many_brackets(text: str) -> None:
    made = Document(Source(text), blocks=[Mark("p", Span(0, len(text)))])
    assert sum(1 for _ in brackets(made)) <= 100_000


def test_seed() -> None:
    """All 68 brackets of the record: completed names need the marks of ``names``; the rest is this rule's."""
    text = SEED.read_text(encoding="utf-8")
    body = text.index("Summary: The")
    made = Document(Source(text), blocks=[Mark("p", Span(body, len(text.rstrip())))])
    marks = [m for m in brackets(made) if isinstance(m, Mark)]
    assert [m.span for m in marks] == [Span(*m.span()) for m in re.finditer(r"\[[^\]]*\]", text) if m.start() > body]
    assert {m.kind for m in marks} == {"supplied"}
    assert len(marks) == 68


@needs_shared
def test_development_documents() -> None:
    """Every bracket of the gold is one element of the wanted kind."""
    wanted = {
        "redaction": {"gap"},
        "omitted": {"gap"},
        "unclear": {"gap"},
        "sic": {"note"},
        "event": {"vocal"},
    }
    wrong = []
    for path in dev_texts():
        gold = json.loads((SHARED / "eval" / "dev" / f"{path.stem}.json").read_text(encoding="utf-8"))
        made = document(gold["text"])
        kinds = {tuple(m.span): m.kind for m in brackets(made) if isinstance(m, Mark)}
        for start, end, kind, value in gold["spans"]:
            if kind == "bracket":
                got = kinds.get((start, end), "")
                if not got or (value in wanted and got not in wanted[value]):
                    wrong.append((path.stem, gold["text"][start:end], value, got))
    assert wrong == []

"""The header of a record: people, who answers for what, languages, and that it is always valid."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from data import needs_shared
from headed import BODY, CITATION, NS, SEED_ROWS, Row, find, of, record, said, valid
from tei.encode import encode
from tei.encode.language import LANGUAGES, languages, text_language
from tei.encode.responsibility import responsible
from tei.model import Field, Mark, Person
from tei.ns import XML_ID
from tei.text import Span
from tei.verify import rebuild

# people, responsibility, encoding


def test_people_have_every_form_of_their_name_once() -> None:
    document = record()
    document.people += [
        Person(
            "kim",
            "Kim  Byeong-jik",
            ("Ambassador Kim", "Kim Byeong-jik", "Kim\nByeong-jik"),
            ("Kim Pyong Jik", "Ambassador Kim"),
            "ambassador\x07",
        ),
        Person("all", "ALL", group=True),
    ]
    root = of(document)
    kim, everyone = find(root, "//t:particDesc/t:listPerson/*")
    assert (kim.tag, kim.get(XML_ID)) == (f"{{{NS['t']}}}person", "kim")
    assert [(n.get("type"), n.text) for n in find(kim, "t:persName")] == [
        (None, "Kim Byeong-jik"),
        ("variant", "Ambassador Kim"),
        ("variant", "Kim Pyong Jik"),
    ]
    assert said(kim, "t:note") == ["ambassador"]
    assert (everyone.tag, everyone.get(XML_ID), said(everyone, "t:*")) == (
        f"{{{NS['t']}}}personGrp",
        "all",
        ["ALL"],
    )


def test_the_editors_answer_for_marks_that_no_translator_made() -> None:
    document = record(body="He [but] came.")
    assert not find(of(document), "//t:respStmt")
    document.marks.append(Mark("supplied", Span(3, 8), {"reason": "subaudible"}, (Span(3, 4), Span(7, 8))))
    root = of(document)
    assert responsible(document) == ("editor",)
    assert [(e.get(XML_ID), said(e, "t:*")) for e in find(root, "//t:respStmt")] == [
        ("editor", ["editorial marks in the source", "the editors of the source"])
    ]
    assert [e.get("resp") for e in find(root, "//t:supplied")] == ["#editor"]
    document.people.append(Person("editor", "The Editor"))
    root = of(document)
    assert [e.get("resp") for e in find(root, "//t:supplied")] == ["#editor-2"]
    assert find(root, "//t:respStmt")[0].get(XML_ID) == "editor-2"


def test_categories_are_declared_where_they_are_used() -> None:
    document = record(body="Then on 1 March.")
    assert not find(of(document), "//t:classDecl")
    document.marks.append(Mark("date", Span(8, 15), {"when": "1965-03-01", "ana": "#inferred-year #other"}))
    assert [(e.get(XML_ID), said(e, "t:catDesc")) for e in find(of(document), "//t:category")] == [
        ("inferred-year", ["the year is not printed here; it follows from another date of the document"]),
        ("other", ["a decision of the encoding that has no description"]),
    ]


def test_characters_outside_xml_are_declared() -> None:
    root = of(record(body="a\x07b\ufffec\ue000d"))
    assert [(e.get(XML_ID), said(e, "t:desc")[0]) for e in find(root, "//t:charDecl/t:char")] == [
        ("u0007", "the control character U+0007, which stands in the text as a reference"),
        ("ue000", "the private-use character U+E000, which stands in the text as a reference"),
        ("ufffe", "the noncharacter U+FFFE, which stands in the text as a reference"),
    ]
    assert {e.get("ref", "")[1:] for e in find(root, "//t:body//t:g")} == {"u0007", "ufffe", "ue000"}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "The transcript was read as UTF-8. Line ends are those of the file. Nothing else was changed."),
        (
            {"encoding": "cp1252", "line_end": "\r\n", "bom": True},
            "The transcript was read as CP1252. A byte order mark at the beginning was left out. "
            "Line ends were CR LF throughout and are single line feeds here. Nothing else was changed.",
        ),
        (
            {"line_end": "mixed"},
            "The transcript was read as UTF-8. The file mixes kinds of line end; they are kept as they are. "
            "Nothing else was changed.",
        ),
    ],
)
def test_what_was_normalised_is_recorded(more: dict[str, object], expected: str) -> None:
    assert said(of(record(**more)), "//t:normalization/t:p") == [expected]


def test_the_program_is_named_and_no_day() -> None:
    root = of(record(SEED_ROWS))
    application = find(root, "//t:appInfo/t:application")[0]
    assert application.get("ident") == "tei-toolkit"
    assert not find(root, "//t:revisionDesc | //t:publicationStmt/t:date")
    assert etree.tostring(root) == etree.tostring(of(record(SEED_ROWS)))


# languages


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chinese", (("zh",), ())),
        ("Russian and German", (("ru", "de"), ())),
        ("Russian; german, Russian", (("ru", "de"), ())),
        ("the Korean language", ((), ("the Korean language",))),
        ("Korean language", (("ko",), ())),
        ("Finland", ((), ("Finland",))),
        ("", ((), ())),
    ],
)
def test_languages_by_name(words: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert languages(words) == expected


def test_the_table_of_languages_is_sorted() -> None:
    assert list(LANGUAGES) == sorted(LANGUAGES)


@pytest.mark.parametrize(
    ("rows", "body", "expected"),
    [
        ([], BODY, "en"),
        (
            [],
            "Der Minister sagte, dass die Lage in der Stadt nicht gut ist und dass er mit dem Mann auf die "
            "Antwort wartet.",
            "de",
        ),
        ([], "Министр сказал, что он не знает, как это было, и что вопрос не решён.", "ru"),
        ([], "OK.", "und"),
        ([], "毛主席：你们就是不相信中国人。", "zh"),
        ([], "Il m'a rappelé les propos du général. M. Zorine assistait à la conversation.", "fr"),
        ([], "Er habe am 3. Mai mit Bolz gesprochen und werde Moskau unterrichten.", "de"),
        ([], "Hello Henry. I received your message. We are studying it.", "en"),
        ([], "Посол США прибыл.", "ru"),
        ([], "Chúng tôi cảm ơn đồng chí. Các đồng chí cần gì?", "vi"),
        (
            [],
            "Gadel 39. Dept has no objection scheduling debate review item October 20 as UK desires provided "
            "agreement on appropriate Committee composition. Believe this preferable.",
            "en",
        ),
        (
            [],
            "Dept considers UK redraft while it goes some way meeting our views decision to decide view.",
            "en",
        ),
        ([], "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod", "und"),
        ([("contents", "Contents", ["Scan - Russian"])], BODY, "ru"),
        ([("contents", "Contents", ["Translation - English", "Scan - Russian"])], BODY, "en"),
        ([("language", "Language", ["French"])], BODY, "fr"),
    ],
)
def test_the_language_of_the_text(rows: list[Row], body: str, expected: str) -> None:
    assert text_language(record(rows, body)) == expected


# validity


@needs_shared
def test_valid_tei() -> None:
    document = record(SEED_ROWS, "a [but] \x07b")
    at = document.blocks[0].span.start
    document.marks.append(
        Mark(
            "supplied",
            Span(at + 2, at + 7),
            {"reason": "subaudible", "ana": "#interjection"},
            (Span(at + 2, at + 3), Span(at + 6, at + 7)),
        )
    )
    document.people += [Person("kim", "Kim", ("Mr. Kim",), (), "a man"), Person("all", "ALL", group=True)]
    document.fields += [Field(n, Span(at, at), (Span(at, at + 1),), header=False) for n in ("time", "location")]
    valid(of(document))
    valid(of(record()))
    for row in SEED_ROWS:
        valid(of(record([row])))
        valid(of(record([(row[0], row[1], ["one", "two"])])))
        valid(of(record([(row[0], row[1], ["x\x07"])])))


FIELDS = st.lists(
    st.tuples(
        st.sampled_from(
            [row[0] for row in SEED_ROWS] + ["donors", "author", "source", "translator", "language", "keywords"]
        ),
        st.text(st.characters(exclude_characters="\n:"), max_size=8).map(str.strip),
        st.lists(
            st.one_of(st.sampled_from([CITATION, "Chinese", "[1]", "a\n\nb"]), st.text(min_size=1, max_size=30)),
            min_size=1,
            max_size=3,
        ),
    ),
    max_size=6,
)


@needs_shared
@settings(max_examples=150, deadline=None)
@given(FIELDS, st.lists(st.text(max_size=10), max_size=3))
def test_any_catalogue_is_valid_and_gives_its_source_back(rows: list[Row], names: list[str]) -> None:
    document = record(rows)
    document.people += [
        Person(f"p{at}", name, (name, f"Mr. {name}"), (name,), name, group=at == 2) for at, name in enumerate(names)
    ]
    root = etree.fromstring(encode(document).xml)
    assert rebuild(root) == document.source.text
    valid(root)
    ids = root.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    assert {i[1:] for i in root.xpath("//@corresp")} <= set(ids)


def test_the_words_of_a_field_are_written_once() -> None:
    document = record(SEED_ROWS)
    tree = encode(document)
    (inside,) = find(tree.root, "t:teiHeader")
    spans = {e: tree.spans[e] for e in inside.iter(etree.Element) if e in tree.spans}
    assert sorted(spans.values()) == [part for field in document.fields for part in field.parts]
    for element, span in spans.items():
        assert "".join(element.itertext(etree.Element)) == document.source.slice(span)

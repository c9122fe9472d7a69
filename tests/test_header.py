"""The header of hand-made documents: every field in its place, once, and the whole valid TEI."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from data import HAS_SHARED, SHARED, needs_shared
from tei.encode import encode
from tei.encode.language import LANGUAGES, languages, text_language
from tei.encode.responsibility import responsible
from tei.model import Document, Field, Mark, Person
from tei.ns import XML_ID, XML_LANG
from tei.resources import resource
from tei.text import Source, Span
from tei.verify import rebuild

NS = {"t": "http://www.tei-c.org/ns/1.0"}
CITATION = (
    '"Talk", February 10, 1965, Wilson Center Digital Archive, PRC FMA 106-00827-02, 70-79. '
    "Obtained by Shen Zhihua and translated by Jeffrey Wang and Charles Kraus. https://example.org/document/116550"
)
Row = tuple[str, str, Sequence[str]]
SEED_ROWS: tuple[Row, ...] = (
    ("date", "", ["February 10, 1965"]),
    ("title", "", ["Talk"]),
    ("citation", "Citation", [CITATION]),
    ("summary", "Summary", ["They talked.", "They parted."]),
    ("credits", "Credits", ["This document was made possible with support from MacArthur Foundation"]),
    ("original-language", "Original Language", ["Chinese"]),
    ("contents", "Contents", ["Translation - English"]),
    ("rights", "Rights", ["The owner has not been found."]),
    ("record-id", "Record ID", ["116550"]),
    ("subjects", "Subjects", ["China--Foreign relations", "Korea; Soviet Union"]),
    ("classification", "Original Classification", ["Top Secret"]),
    ("unknown", "Shelf", ["one", "two"]),
)
BODY = "He said that the meeting was the first of many and that it was to be held in the city by the sea."


def record(rows: Sequence[Row] = (), body: str = BODY, **more: object) -> Document:
    """A document whose catalogue has these fields, and one paragraph."""
    text = ""
    fields = []
    for name, label, parts in rows:
        start = len(text)
        text += f"{label}:\n\n" if label else ""
        spans = []
        for part in parts:
            spans.append(Span(len(text), len(text) + len(part)))
            text += part + "\n\n"
        fields.append(Field(name, Span(start, start + len(label)), tuple(spans)))
    blocks = [Mark("p", Span(len(text), len(text) + len(body)))] if body else []
    name = more.pop("name", "<text>")
    source = Source(text + body + "\n", str(name), **more)
    return Document(source, fields, blocks)


def of(document: Document) -> etree._Element:
    return encode(document).root


def find(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return found


def said(root: etree._Element, path: str) -> list[str]:
    return [" ".join("".join(e.xpath(".//text()")).split()) for e in find(root, path)]


@cache
def grammars() -> tuple[etree.RelaxNG, ...]:
    """That of all TEI, and the project's own."""
    paths = (SHARED / "tei" / "tei_all.rng", resource("schemas", "record.rng"))
    return tuple(etree.RelaxNG(etree.parse(str(path))) for path in paths)


def valid(root: etree._Element) -> None:
    again = etree.fromstring(etree.tostring(root))
    for grammar in grammars():
        assert grammar.validate(again), grammar.error_log.last_error


# the catalogue


def test_every_field_of_a_catalogue_has_its_place() -> None:
    root = of(record(SEED_ROWS))
    assert said(root, "//t:titleStmt/t:title") == ["Talk"]
    assert said(root, "//t:msIdentifier/*") == [
        "Wilson Center Digital Archive",
        "PRC FMA",
        "PRC FMA 106-00827-02",
    ]
    assert [(e.get("from"), e.get("to"), e.text) for e in find(root, "//t:msItem/t:locus")] == [("70", "79", "70-79")]
    assert [(e.get("mainLang"), e.text) for e in find(root, "//t:msItem/t:textLang")] == [("zh", "Chinese")]
    assert said(root, "//t:sourceDesc/t:bibl[@type='citation']") == [CITATION]
    assert said(root, "//t:publicationStmt/t:authority") == ["Wilson Center Digital Archive"]
    assert [(e.get("type"), e.text) for e in find(root, "//t:publicationStmt/t:idno")] == [
        ("URI", "https://example.org/document/116550"),
        ("record", "116550"),
    ]
    assert said(root, "//t:availability/t:p") == ["The owner has not been found."]
    assert said(root, "//t:titleStmt/t:funder") == ["MacArthur Foundation"]
    assert said(root, "//t:abstract/t:p") == ["They talked.", "They parted."]
    assert [(e.get("when"), e.text) for e in find(root, "//t:creation/t:date")] == [("1965-02-10", "February 10, 1965")]
    assert [(e.get("ident"), e.text) for e in find(root, "//t:langUsage/t:language")] == [
        ("en", "English"),
        ("zh", "Chinese"),
    ]
    assert find(root, "//t:text")[0].get(XML_LANG) == "en"
    assert [(e.get("type"), e.text) for e in find(root, "//t:keywords/t:term")] == [
        ("subject", "China--Foreign relations"),
        ("subject", "Korea"),
        ("subject", "Soviet Union"),
        ("classification", "Top Secret"),
    ]


def test_the_holding_is_put_together_from_fields_of_their_own() -> None:
    rows: list[Row] = [
        ("archive", "Repository", ["Example University Library"]),
        ("collection", "Collection", ["John Able papers"]),
        ("call-number", "Call Number", ["MSS 61123"]),
        ("unit", "Series", ["Correspondence"]),
        ("unit", "Box", ["4"]),
    ]
    root = of(record(rows))
    assert [(etree.QName(e).localname, e.text) for e in find(root, "//t:msIdentifier/*")] == [
        ("repository", "Example University Library"),
        ("collection", "John Able papers"),
        ("idno", "MSS 61123, Correspondence, Box 4"),
    ]


def test_contributors_have_roles_and_ids() -> None:
    document = record(SEED_ROWS)
    document.people.append(Person("charles-kraus", "Charles Kraus"))
    root = of(document)
    assert [(e.get(XML_ID), e[0].text, e[1].text) for e in find(root, "//t:respStmt")] == [
        ("shen-zhihua", "obtained by", "Shen Zhihua"),
        ("jeffrey-wang", "translated by", "Jeffrey Wang"),
        ("charles-kraus-2", "translated by", "Charles Kraus"),
    ]
    assert responsible(document) == ("jeffrey-wang", "charles-kraus-2")


def test_one_who_did_two_things_is_listed_once() -> None:
    rows: list[Row] = [
        (
            "citation",
            "Citation",
            ["Wilson Center Digital Archive, MOL, 1. Obtained by A. Baev and translated by A. Baev."],
        ),
        ("credits", "Credits", ["Edited by the National Security Archive."]),
    ]
    root = of(record(rows))
    assert [said(s, "t:*") for s in find(root, "//t:respStmt")] == [
        ["obtained by", "translated by", "A. Baev"],
        ["edited by", "National Security Archive"],
    ]
    assert [s[-1].tag.rpartition("}")[2] for s in find(root, "//t:respStmt")] == ["persName", "orgName"]


def test_fields_are_listed_in_source_order_with_their_words_or_their_place() -> None:
    root = of(record(SEED_ROWS))
    notes = [
        (n.get("n"), n.get("corresp"), "".join(n.itertext())) for n in find(root, "//t:notesStmt/t:note[@type='field']")
    ]
    assert notes == [
        (None, "#field-date", ""),
        (None, "#field-title", ""),
        ("Citation", "#field-citation", ""),
        ("Summary", "#field-summary", ""),
        ("Credits", None, "This document was made possible with support from MacArthur Foundation"),
        ("Original Language", "#field-original-language", ""),
        ("Contents", None, "Translation - English"),
        ("Rights", "#field-rights", ""),
        ("Record ID", "#field-record-id", ""),
        ("Subjects", None, "China--Foreign relationsKorea; Soviet Union"),
        ("Original Classification", None, "Top Secret"),
        ("Shelf", None, "onetwo"),
    ]
    places = {e.get(XML_ID) for e in find(root, "//*[@xml:id]")}
    assert {n[1][1:] for n in notes if n[1]} <= places
    assert said(root, "//t:note[@n='Shelf']/t:p") == ["one", "two"]


@pytest.mark.parametrize("count", range(len(SEED_ROWS) + 1))
def test_a_catalogue_gives_its_source_back(count: int) -> None:
    for rows in (SEED_ROWS[:count], SEED_ROWS[count:], (*SEED_ROWS[:count], *SEED_ROWS[:count])):
        document = record(rows)
        assert rebuild(etree.fromstring(encode(document).xml)) == document.source.text


def test_a_field_of_several_parts_keeps_its_words_in_the_note() -> None:
    rows: list[Row] = [
        ("title", "Title", ["Talk", "in Moscow"]),
        ("date", "Date", ["10 May", "1965"]),
        ("citation", "Citation", ["Wilson Center Digital Archive,", "MOL, 12. Translated by A. Baev."]),
        ("original-language", "Language", ["Russian and German", "Klingon"]),
        ("rights", "Rights", ["a", "b"]),
        ("record-id", "ID", ["1", "2"]),
    ]
    document = record(rows)
    root = of(document)
    assert said(root, "//t:titleStmt/t:title") == ["Talk in Moscow"]
    assert [(e.get("when"), e.text) for e in find(root, "//t:creation/t:date")] == [("1965-05-10", "10 May 1965")]
    assert said(root, "//t:idno[@type='callNumber']") == ["12"]
    assert [(e.get("mainLang"), e.get("otherLangs")) for e in find(root, "//t:textLang")] == [("ru", "de")]
    assert len(find(root, "//t:note[@type='field']/t:p")) == 12
    assert not find(root, "//t:note/@corresp")
    assert rebuild(root) == document.source.text


def test_words_that_could_not_be_placed_are_reported() -> None:
    rows: list[Row] = [
        (
            "citation",
            "Citation",
            ["Wilson Center Digital Archive, MOL, 1.", "Included in CWIHP e-Dossier No. 14. See also below."],
        ),
        ("original-language", "Original Language", ["Klingon"]),
    ]
    document = record(rows)
    of(document)
    assert [(d.code, d.message, document.source.slice(d.span), d.hint) for d in document.diagnostics if d.span] == [
        (
            "citation-unparsed",
            '"Included in CWIHP e-Dossier No. 14. See also below." in the citation could not be taken apart',
            "Included in CWIHP e-Dossier No. 14. See also below.",
            "it is in the citation as printed; add to the header by hand what it says",
        ),
        (
            "language-unknown",
            '"Klingon" is no language that this program knows',
            "Original Language:\n\nKlingon",
            "add its code to textLang and langUsage by hand",
        ),
    ]


# records without a catalogue


def test_a_record_without_a_catalogue() -> None:
    text = (
        "109. Memorandum of a\nConversation[1]\n\nWashington, September 2, 1968.\n\nWe met.\n\n"
        "[1] Source: Department of State, Central Files, POL 7. Secret. Drafted by Mann.\n"
    )
    note = text.index("[1] Source")
    date = Span(text.index("September"), text.index(".\n\nWe"))
    place = Span(text.index("Washington"), date.end + 1)
    document = Document(Source(text, "archive/frus_d109.txt"))
    document.blocks += [
        Mark("head", Span(0, text.index("\n\nWash"))),
        Mark("opener", place),
        Mark("dateline", place),
        Mark("p", Span(text.index("We met"), text.index("We met") + 7)),
        Mark("note", Span(note, len(text) - 1), {"n": "1", "place": "end"}, (Span(note, note + 4),)),
    ]
    document.fields += [Field("title", Span(0, 0), (document.blocks[0].span,), header=False)]
    document.marks += [Mark("date", date, {"when": "1968-09-02"})]
    root = of(document)
    assert said(root, "//t:titleStmt/t:title") == ["109. Memorandum of a Conversation"]
    assert [(e.get("when"), e.text) for e in find(root, "//t:creation/t:date")] == [("1968-09-02", "September 2, 1968")]
    assert said(root, "//t:msIdentifier/*") == ["Department of State", "Central Files, POL 7"]
    assert said(root, "//t:sourceDesc/t:bibl") == ["transcript frus_d109"]
    assert said(root, "//t:publicationStmt/t:p") == ["The transcript does not say who published it."]
    assert not find(root, "//t:notesStmt | //t:respStmt | //t:particDesc | //t:settingDesc | //t:abstract")
    if HAS_SHARED:
        valid(root)


@pytest.mark.parametrize(
    ("name", "title", "transcript"),
    [
        ("<text>", "Untitled record", "transcript"),
        ("-", "Untitled record", "transcript"),
        ("folder/letter 7.txt", "letter 7", "transcript letter 7"),
        ("C:\\texts\\letter.txt", "letter", "transcript letter"),
    ],
)
def test_a_record_without_a_title_is_named_after_its_file(name: str, title: str, transcript: str) -> None:
    root = of(record(name=name))
    assert (said(root, "//t:titleStmt/t:title"), said(root, "//t:sourceDesc/t:bibl")) == (
        [title],
        [transcript],
    )


def test_the_heading_of_a_list_is_no_title() -> None:
    text = "Participants\n\nMr. Mann\n\nThe Meeting\n\nThey met.\n"
    document = Document(Source(text))
    end = text.index("\n\nThe Meeting")
    document.blocks += [
        Mark("list", Span(0, end), {"type": "participants"}),
        Mark("head", Span(0, 12)),
        Mark("item", Span(14, end)),
        Mark("head", Span(end + 2, end + 13)),
        Mark("p", Span(end + 15, len(text) - 1)),
    ]
    assert said(of(document), "//t:titleStmt/t:title") == ["The Meeting"]


def test_a_field_whose_label_is_the_role() -> None:
    rows: list[Row] = [
        ("contributor", "Obtained by", ["Shen Zhihua"]),
        ("translator", "Translators", ["A. Baev and B. Li"]),
    ]
    assert [said(s, "t:*") for s in find(of(record(rows)), "//t:respStmt")] == [
        ["obtained by", "Shen Zhihua"],
        ["translated by", "A. Baev"],
        ["translated by", "B. Li"],
    ]


def test_time_and_place_of_a_meeting() -> None:
    text = "Time: 10 February 1965, 4:00 p.m.\n\nLocation: Chinese Embassy\n\nThey met.\n"
    document = Document(Source(text))
    for name, label, start in (("time", "Time", 0), ("location", "Location", text.index("Loc"))):
        end = text.index("\n", start)
        document.blocks.append(Mark("dateline", Span(start, end)))
        document.fields.append(
            Field(name, Span(start, start + len(label)), (Span(start + len(label) + 2, end),), header=False)
        )
    document.blocks.append(Mark("p", Span(text.index("They"), len(text) - 1)))
    root = of(document)
    assert [(e.get("when"), e.text) for e in find(root, "//t:setting/t:date")] == [
        ("1965-02-10T16:00:00", "10 February 1965, 4:00 p.m.")
    ]
    assert [(e.get("type"), e.text) for e in find(root, "//t:setting/t:name")] == [("place", "Chinese Embassy")]
    document.marks.append(Mark("date", Span(6, 22), {"when": "1965-02-11"}))
    assert find(of(document), "//t:setting/t:date")[0].get("when") == "1965-02-11"


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

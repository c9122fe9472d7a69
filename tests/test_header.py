"""The header of a record: what a catalogue says, and what the record itself says."""

from __future__ import annotations

import pytest
from lxml import etree

from data import HAS_SHARED
from headed import CITATION, SEED_ROWS, Row, find, of, record, said, valid
from tei.encode import encode
from tei.encode.responsibility import responsible
from tei.model import Document, Field, Mark, Person
from tei.ns import XML_ID, XML_LANG
from tei.text import Source, Span
from tei.verify import rebuild

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

"""RELAX NG: the message and the place for each way to be wrong, in a document and in a schema."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import tei
from data import ROOT
from plays import RNG, SP, play, said
from tei.diagnostic import Diagnostic
from tei.errors import InputError, LimitError, ResourceError, TeiError
from tei.validate.relaxng import Schema
from tei.validate.relaxng.datatype import XSD


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        (f"<title>T</title>\n{SP}", []),
        (SP, ["2:1 <sp> is not allowed here yet: <title> is missing before it"]),
        ("<title>T</title>", ["2:17 <play> is incomplete: <sp> is missing"]),
        (f"<title>T</title>\n{SP}<titel/>", ["3:38 <titel> is not an element of this schema (did you mean <title>)"]),
        (f"<title>T</title>{SP}<title/>", ["2:54 <title> is not allowed here in <play> "
          "(<play> may hold <title>, but not at this place, or not so often)"]),
        (f"<title>T<p/></title>{SP}", ["2:9 <p> is not allowed in <title>"]),
        (f"<title>T</title>stray{SP}", ["2:17 text is not allowed directly in <play>"]),
        ("<title>T</title><sp>So:<speaker>A</speaker><p/></sp>", ["2:21 text is not allowed directly in <sp> "
          "(put the words into a <p> (or <l>) after the <speaker>)"]),
        ("<title>T</title><sp><speaker>A</speaker></sp>", ["2:41 <sp> is incomplete: it cannot end here"]),
        ("<title>T</title><sp/>", ["2:17 <sp> is incomplete: <speaker> is missing"]),
        (f'<title lang="en">T</title>{SP}', ["2:8 the attribute lang is not allowed on <title> (in TEI it is xml:lang)"]),
        (f"<title>T</title>{SP}<pages>0</pages>", ['2:61 the text "0" of <pages> is not a whole number, 1 or above']),
        (f"<title>T</title>{SP}<pages/>", ["2:54 <pages> is empty, and should hold a whole number, 1 or above"]),
        (f'<title>T</title>{SP.replace("<sp>", "<sp xml:id=" + chr(34) + "a" + chr(34) + ">")}\n<sp xml:id="a"><speaker/><p/></sp>',
         ['3:5 the id "a" is used twice, first in line 2 (give one of them another id)']),
        (f'<title>T</title>{SP}<sp after="b"><speaker/><p/></sp>',
         ['2:58 the attribute after of <sp> refers to the id "b", which is not in the document '
          '(give the id to the element that is meant)']),
        (f'<title>T</title>{SP}<html xmlns="urn:x"><p>a</p></html>', ["2:54 <html> is not an element of this schema"]),
        (f'<title>T</title>{SP}<sp xmlns=""><speaker/></sp>', ['2:54 <sp> is not in the namespace of <play> (take its xmlns="" off)']),
    ],
)  # fmt: skip
def test_messages(body: str, messages: list[str]) -> None:
    assert said(f'<play xmlns="urn:play" year="1601">\n{body}</play>') == messages


@pytest.mark.parametrize(
    ("attributes", "messages"),
    [
        ("", ["1:1 the attribute year of <play> is missing"]),
        ('year="16"', ['1:24 the attribute year of <play> is "16", not a year (1965), at least 1500']),
        ('year="1499"', ['1:24 the attribute year of <play> is "1499", not a year (1965), at least 1500']),
        (
            'year="1601" kind="tragdy"',
            ['1:36 the attribute kind of <play> cannot be "tragdy" (did you mean "tragedy")'],
        ),
        ('yeer="1601"', ["1:24 the attribute yeer is not allowed on <play> (did you mean year)"]),
    ],
)
def test_messages_on_attributes(attributes: str, messages: list[str]) -> None:
    assert said(f'<play xmlns="urn:play" {attributes}><title>T</title>{SP}</play>') == messages


def test_the_root() -> None:
    assert said("<play/>") == ['1:1 <play> has no namespace (write xmlns="urn:play" on the root)']
    assert said("<html/>") == ["1:1 <html> cannot be the root of the document"]


def test_places_in_every_encoding() -> None:
    document = f'<?xml version="1.0" encoding="{{}}"?>\n<play xmlns="urn:play" year="1601">\n<title>Ä𝄞é</title>é stray\n{SP}</play>'
    for encoding, label in (
        ("utf-8", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-8-sig", "UTF-8"),
        ("latin-1", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
    ):
        text = document.format(label).replace("𝄞", "𝄞" if "utf" in encoding else "x")
        assert said(text.encode(encoding)) == ["3:19 text is not allowed directly in <play>"], encoding
    multi = document.format("GB18030").replace("Ä𝄞é", "中文x")
    assert [m.split(" ", 1)[1] for m in said(multi.encode("gb18030"))] == ["text is not allowed directly in <play>"]


def test_ill_formed_after_findings() -> None:
    assert said(f'<play xmlns="urn:play" year="1"><title>T</title>{SP}</plai>') == [
        '1:24 the attribute year of <play> is "1", not a year (1965), at least 1500',
        "1:86 <play> of line 1 is closed by </plai> (close each element with its own name, innermost first)",
    ]


def test_a_report_is_read_as_it_is_made(tmp_path: Path) -> None:
    path = tmp_path / "long.xml"
    path.write_text('<play xmlns="urn:play">' + "<b/>" * 200_000 + "</play")
    report = play().validate(path)
    assert not report.valid
    first: Diagnostic = next(iter(report))
    assert (first.path, first.line, first.column) == (str(path), 1, 1)
    assert list(report)[-1].code == "not-well-formed"


# Limits


def test_limits() -> None:
    for document, message in (
        (b"<!DOCTYPE a [<!ENTITY e 'x'>]><a/>", ":1:24: the document declares the entity e, "
         "and entities are not expanded here (write the text itself instead)"),
        (b"<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a/>", ":1:46: the document type refers to an external file, "
         "which is never read (take the <!DOCTYPE …> out)"),
        (b"<a>" * 100_000, ":1:769: elements are nested more than 256 deep, the limit"),
    ):  # fmt: skip
        with pytest.raises(LimitError) as caught:
            list(play().validate(document, name="a.xml"))
        assert str(caught.value).removeprefix("a.xml").partition(": ")[2] == message.partition(": ")[2]


def test_a_very_long_attribute() -> None:
    with pytest.raises(LimitError, match="a tag, comment or section is longer than 16 MB, the limit"):
        list(play().validate(b'<play year="' + b"x" * 50_000_000 + b'"/>'))


def test_files_that_are_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, message in (
        (tmp_path / "none.xml", "no such file"),
        (tmp_path, "this is a folder"),
        (tmp_path / "pipe", "this is a pipe, not a file"),
    ):
        with pytest.raises(InputError, match=message):
            play().validate(path).valid  # noqa: B018  # reading it is what raises


# Wrong schemas, each with its place


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("<grammar", "s.rng:1:9: the tag <grammar> is cut off before its end (the file may be cut off)"),
        ("<html/>", f's.rng:1:1: this is not a RELAX NG schema: its root is <html> (a schema begins with <grammar {RNG}>)'),
        (f"<grammar {RNG}/>", "s.rng:1:1: the grammar has no <start>"),
        (f"<grammar {RNG}><start><ref name='body'/></start><define name='bodi'><text/></define></grammar>",
         "s.rng:1:61: body is not defined (did you mean bodi)"),
        (f"<grammar {RNG}><start><ref name='a'/></start><define name='a'><ref name='a'/></define></grammar>",
         "s.rng:1:101: a refers to itself, with no element between (take the reference out)"),
        (f"<element {RNG} name='a'><data type='date'/></element>",
         "s.rng:1:63: there is no datatype date in RELAX NG itself: set datatypeLibrary to that of XML Schema"),
        (f"<element {RNG} name='a' datatypeLibrary='{XSD}'><data type='dat'/></element>",
         "s.rng:1:124: there is no datatype dat in XML Schema"),
        (f"<element {RNG} name='a' datatypeLibrary='{XSD}'><data type='token'><param name='pattern'>[a-</param></data></element>",
         "s.rng:1:124: in the regular expression [a- a range in a class runs backwards"),
        (f"<element {RNG} name='a' datatypeLibrary='urn:mine'><data type='x'/></element>",
         "s.rng:1:90: the datatype library urn:mine is not known here"),
        (f"<element {RNG} name='a'><include href='b.rng'/></element>",
         "s.rng:1:63: <include> is not allowed here in <element>"),
        (f"<grammar {RNG}><include href='none.rng'/></grammar>", "s.rng:1:54: none.rng: no such file (check the name)"),
        (f"<grammar {RNG}><include href='http://localhost:1/x.rng'/></grammar>",
         "s.rng:1:54: the schema includes http://localhost:1/x.rng, and the network is never used "
         "(save that file beside the schema, and refer to it there)"),
        (f"<element {RNG} name='a'><attribute name='b'/><attribute name='b'/></element>",
         "s.rng:1:1: the attribute b is there twice (take one of them out)"),
        (f"<element {RNG} name='a'><attribute><anyName/></attribute></element>",
         "s.rng:1:1: an attribute of any name must be in <oneOrMore> or <zeroOrMore>"),
        (f"<element {RNG} name='a'><data type='token'/><text/></element>",
         "s.rng:1:1: data stands beside other content (put the parts of a text that is data into one <list>)"),
        (f"<element {RNG} name='a'><interleave><text/><text/></interleave></element>",
         "s.rng:1:1: text is in two parts of an interleave (let one part have it)"),
        (f"<element {RNG} name='a'><list><text/></list></element>", "s.rng:1:1: text is not allowed in a list"),
        (f"<element {RNG} name='a' extra='b'><empty/></element>", "s.rng:1:1: the attribute extra is not allowed on <element>"),
        (f"<!DOCTYPE a [<!ENTITY e 'x'>]><element {RNG} name='a'><text/></element>",
         "s.rng:1:25: the schema declares the entity e, and entities are not expanded here (write the text itself instead)"),
    ],
)  # fmt: skip
def test_wrong_schemas(schema: str, message: str) -> None:
    with pytest.raises(TeiError) as caught:
        Schema.parse(schema.encode(), name="s.rng")
    assert str(caught.value) == message


def test_a_schema_that_includes_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.rng"
    path.write_text(f"<grammar {RNG}><include href='a.rng'/></grammar>")
    with pytest.raises(ResourceError, match=r"a.rng includes itself \(take one of the references out\)"):
        Schema.load(path)


def test_definitions_that_refer_to_each_other_endlessly_deep() -> None:
    defines = "".join(
        f"<define name='d{n}'><group><ref name='d{n + 1}'/><text/></group></define>" for n in range(20_000)
    )
    with pytest.raises(ResourceError, match="the definitions of this schema are nested too deep"):
        Schema.parse(f"<grammar {RNG}><start><element name='a'><ref name='d0'/></element></start>{defines}"
                     "<define name='d20000'><text/></define></grammar>".encode(), name="s.rng")  # fmt: skip


def test_our_own_schema_is_read_like_any_other() -> None:
    assert Schema.load(ROOT / "schemas" / "record.rng").validate(tei.convert("A [b] c.\n").xml).valid

"""The RELAX NG engine against the conformance suite, against jing, and against documents damaged in one place.

jing (of Debian, with Java) is an oracle for the tests only.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import tarfile
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import tei
from data import ROOT, SHARED, dev_texts, needs_shared
from mutant import Mutant, mutants
from spectest import Case, cases
from tei.diagnostic import Diagnostic
from tei.errors import InputError, LimitError, ResourceError, TeiError
from tei.validate.relaxng import Schema
from tei.validate.relaxng.datatype import XSD

CASES = list(cases())
RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
JING = shutil.which("jing")
needs_jing = pytest.mark.skipif(JING is None, reason="jing is not installed (Debian: apt-get install jing)")
if os.environ.get("TEI_REQUIRE_SHARED") and JING is None:
    raise RuntimeError("TEI_REQUIRE_SHARED is set, but jing is not installed")


# The conformance suite


@needs_shared
def test_the_suite_is_whole() -> None:
    assert len(CASES) == 385


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_conformance(case: Case) -> None:
    def load(address: str) -> tuple[bytes, str]:
        if address not in case.resources:
            raise ResourceError(f"no such resource: {address}")
        return case.resources[address], address

    if not case.right:
        with pytest.raises(ResourceError) as caught:
            Schema.parse(case.schema, name="schema.rng", load=load)
        assert caught.value.line > 0  # every complaint has its place
        return
    schema = Schema.parse(case.schema, name="schema.rng", load=load)
    for document, valid in case.documents:
        assert schema.validate(document).valid == valid, document


# Schemas and documents of TEI


@cache
def folder(tmp: str) -> Path:
    with tarfile.open(SHARED / "tei" / "customisations.tar.xz") as archive:
        archive.extractall(tmp, filter="data")
    return Path(tmp)


@pytest.fixture(scope="session")
def customisations(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return sorted(folder(str(tmp_path_factory.mktemp("tei"))).rglob("*.rng"))


@needs_shared
def test_the_documents_of_the_customisations_are_valid(customisations: list[Path]) -> None:
    assert len(customisations) == 16
    checked = 0
    for path in customisations:
        schema = Schema.load(path)
        document = path.with_suffix(".xml")
        if document.is_file():
            assert list(schema.validate(document)) == [], path.name
            checked += 1
    assert checked >= 13


@needs_shared
def test_the_grammar_on_which_libxml2_never_returns() -> None:
    schema = Schema.load(SHARED / "rng" / "libxml2_hang.rng")
    assert isinstance(schema.validate(b"<a/>").valid, bool)


# Against jing, on two thousand documents damaged in one place


@cache
def tei_all() -> Schema:
    return Schema.load(SHARED / "tei" / "tei_all.rng")


@cache
def damaged(tmp: str) -> tuple[Mutant, ...]:
    documents = [xml for path in dev_texts()[::6] if len(xml := tei.convert(path).xml) < 40_000]
    documents += [p.read_bytes() for p in sorted(folder(tmp).rglob("*.xml")) if tei_all().validate(p).valid]
    return tuple(mutants(documents, 2000, seed=0))


@pytest.fixture(scope="session")
def damage(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mutant, ...]:
    return damaged(str(tmp_path_factory.mktemp("tei")))


@needs_shared
@needs_jing
@pytest.mark.xdist_group("mutants")
def test_the_verdict_is_that_of_jing(damage: tuple[Mutant, ...], tmp_path: Path) -> None:
    for number, mutant in enumerate(damage):
        (tmp_path / f"{number:05}.xml").write_bytes(mutant.data)
    files = [str(tmp_path / f"{number:05}.xml") for number in range(len(damage))]
    command = [str(JING), str(SHARED / "tei" / "tei_all.rng"), *files]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    theirs = {int(m[1]) for m in re.finditer(r"/(\d{5})\.xml:\d+:\d+: ", said)}
    ours = {number for number, mutant in enumerate(damage) if not tei_all().validate(mutant.data).valid}
    assert len(theirs) > 1000
    assert [(n, damage[n].kind, damage[n].what) for n in sorted(ours ^ theirs)] == []


@needs_shared
@pytest.mark.xdist_group("mutants")
def test_damage_is_found_where_it_is_and_told_once(damage: tuple[Mutant, ...]) -> None:
    counts: dict[str, list[int]] = defaultdict(list)
    missed = []
    for mutant in damage:
        found = list(tei_all().validate(mutant.data))
        if found:
            counts[mutant.kind].append(len(found))
            if not any((d.line, d.column) in mutant.places for d in found):
                missed.append((mutant.what, [(d.line, d.column, d.message) for d in found]))
    every = [n for numbers in counts.values() for n in numbers]
    assert statistics.median(every) == 1
    assert len(missed) <= 0.03 * len(every), missed[:5]


# Messages: one for each way to be wrong

PLAY = f"""
<grammar {RNG} datatypeLibrary="{XSD}" ns="urn:play">
 <start><element name="play">
  <attribute name="year"><data type="gYear"><param name="minInclusive">1500</param></data></attribute>
  <optional><attribute name="kind"><choice><value>comedy</value><value>tragedy</value></choice></attribute></optional>
  <ref name="title"/>
  <oneOrMore><element name="sp">
   <optional><attribute name="xml:id"><data type="ID"/></attribute></optional>
   <optional><attribute name="after"><data type="IDREF"/></attribute></optional>
   <element name="speaker"><text/></element>
   <oneOrMore><choice><ref name="p"/><ref name="stage"/></choice></oneOrMore>
  </element></oneOrMore>
  <optional><element name="pages"><data type="positiveInteger"/></element></optional>
 </element></start>
 <define name="title"><element name="title"><text/></element></define>
 <define name="p"><element name="p"><mixed><zeroOrMore><ref name="stage"/></zeroOrMore></mixed></element></define>
 <define name="stage"><element name="stage"><text/></element></define>
</grammar>
""".encode()
SP = "<sp><speaker>A</speaker><p>x</p></sp>"


@cache
def play() -> Schema:
    return Schema.parse(PLAY, name="play.rng")


def said(document: str | bytes, schema: Schema | None = None) -> list[str]:
    data = document if isinstance(document, bytes) else document.encode()
    return [
        f"{d.line}:{d.column} {d.message}" + (f" ({d.hint})" if d.hint else "")
        for d in (schema or play()).validate(data)
    ]


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


# The compact syntax


COMPACT = """\
# a play
default namespace = "urn:play"
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
a:note [ a:text = "nothing" ]
start = element play {
  attribute year { xsd:gYear { minInclusive = "1500" } },
  attribute kind { "comedy" | "tragedy" }?,
  title, sp+, element pages { xsd:positiveInteger }?
}
title = element title { text }
sp = element sp {
  attribute xml:id { xsd:ID }?, attribute after { xsd:IDREF }?,
  element speaker { text }, (p | stage)+
}
p = [ a:doc [ "words" ] ] element p { mixed { stage* } }
\\start = notAllowed
stage |= element stage { text }
"""


def test_both_syntaxes_say_the_same(damage_of_plays: tuple[bytes, ...]) -> None:
    compact = Schema.parse(COMPACT.encode(), name="play.rnc")
    assert len(damage_of_plays) == 200
    for document in damage_of_plays:
        assert said(document, compact) == said(document), document


@pytest.fixture(scope="session")
def damage_of_plays() -> tuple[bytes, ...]:
    document = f'<play xmlns="urn:play" year="1601" kind="comedy"><title>T</title>{SP}<sp><speaker/><stage>x</stage></sp></play>'
    return tuple(m.data for m in mutants([document.encode()], 200, seed=1))


@needs_shared
def test_the_project_schema_in_both_syntaxes(damage: tuple[Mutant, ...]) -> None:
    compact, xml = (Schema.load(ROOT / "schemas" / f"record.{syntax}") for syntax in ("rnc", "rng"))
    for mutant in damage[::10]:
        assert compact.validate(mutant.data).valid == xml.validate(mutant.data).valid


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("start = element a { text ", 's.rnc:1:26: } is expected before the end of the schema'),
        ("start = element a { text | empty, text }",
         's.rnc:1:33: | is expected before "," (put brackets around what is joined with |)'),
        ('start = element a { "x }', "s.rnc:1:21: a literal is not closed"),
        ("start = element x:a { text }",
         's.rnc:1:17: the prefix x has no namespace (declare it: namespace x = "…")'),
        ("start = element a { x:date }",
         's.rnc:1:21: the prefix x names no datatype library (declare it: datatypes x = "…")'),
        ("start = element a { attribute }", 's.rnc:1:31: a name is expected before "}"'),
        ("start = start", 's.rnc:1:9: a pattern is expected before "start" (write \\start to refer to a definition of that name)'),
        ("a = text\nb", 's.rnc:2:2: =, |= or &= is expected before the end of the schema'),
        ("start = a\n", "s.rnc:1:9: a is not defined (write a <define name=\"a\">)"),
        ("start = element a { §text }", 's.rnc:1:21: "§" means nothing here'),
        ("start = " + "(" * 1000, "s.rnc:1:265: patterns are nested more than 256 deep, the limit"),
        ("", "s.rnc:1:1: the grammar has no <start>"),
    ],
)  # fmt: skip
def test_wrong_compact_schemas(schema: str, message: str) -> None:
    with pytest.raises(TeiError) as caught:
        Schema.parse(schema.encode(), name="s.rnc")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("schema", "right", "wrong"),
    [
        ("element * - b { empty }", "<a/>", "<b/>"),
        ('namespace n = "urn:n" element n:* - n:b { empty }', '<a xmlns="urn:n"/>', '<b xmlns="urn:n"/>'),
        ("element (a | b) { empty }", "<b/>", "<c/>"),
        ("element a { list { xsd:int, xsd:int } }", "<a>1 2</a>", "<a>1</a>"),
        ('element a { xsd:int - ("1" | xsd:int "2") }', "<a>3</a>", "<a>2</a>"),
        ('element a { string "x" ~ " y" }', "<a>x y</a>", "<a> x y</a>"),
        ("element a { element b { empty } & element c { empty } }", "<a><c/><b/></a>", "<a><b/></a>"),
        ("element a { attribute * { text }* }", '<a x="1" y=""/>', "<a>b</a>"),
        ("element a { grammar { start = element b { parent c } } } ", "<a/>", ""),
        ('element \\element { "\\x{e9}" }', "<element>é</element>", "<element>e</element>"),
        ('element a { """one "two\nthree""" }', '<a>one "two three</a>', "<a>one</a>"),
        ('[ a:b [] ] element a { ([ c = "d" ] text) >> e:f [ g = "h" ] }', "<a>x</a>", "<b/>"),
    ],
)
def test_the_compact_syntax(schema: str, right: str, wrong: str) -> None:
    if not wrong:
        with pytest.raises(ResourceError, match="stands in no grammar"):
            Schema.parse(schema.encode(), name="s.rnc")
        return
    compiled = Schema.parse(schema.encode(), name="s.rnc")
    assert compiled.validate(right.encode()).valid
    assert not compiled.validate(wrong.encode()).valid


def test_includes_in_the_compact_syntax(tmp_path: Path) -> None:
    (tmp_path / "base.rnc").write_text("start = element a { b }\nb = element b { text }")
    (tmp_path / "top.rnc").write_text('default namespace = "urn:a"\ninclude "base.rnc" { b = element c { text } }')
    schema = Schema.load(tmp_path / "top.rnc")
    assert schema.validate(b'<a xmlns="urn:a"><c/></a>').valid
    assert not schema.validate(b"<a><c/></a>").valid
    assert not schema.validate(b'<a xmlns="urn:a"><b/></a>').valid

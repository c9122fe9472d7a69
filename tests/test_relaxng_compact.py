"""RELAX NG: the compact syntax says the same, and its own mistakes are placed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutant import mutants
from plays import SP, said
from tei.errors import ResourceError, TeiError
from tei.validate.relaxng import Schema

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

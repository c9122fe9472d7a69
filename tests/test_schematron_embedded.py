"""Schematron in RELAX NG and ODD, phases of a file, and the expressions that rules are written in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lxml import etree

from data import SHARED, needs_shared
from tei.errors import ResourceError
from tei.parse import parse_xml
from tei.validate.schematron import assertions, embedded, phases, run
from tei.validate.schematron.extended import Extended
from tei.validate.schematron.xpath import alternatives, is_plain, terms, tokens

PLAY = """\
<play>
 <title lang="en">Hamlet</title>
 <act n="1"><speech who="a">To be</speech><speech>or not</speech></act>
 <act n="3"><speech who="b c">that is</speech></act>
 <!-- the end -->
</play>
"""


def schema(body: str, *, head: str = "", binding: str = "") -> str:
    query = f' queryBinding="{binding}"' if binding else ""
    return f'<schema xmlns="http://purl.oclc.org/dsdl/schematron"{query} {head}>\n{body}\n</schema>\n'


def one(context: str, body: str, **more: str) -> str:
    return schema(f'<pattern><rule context="{context}">{body}</rule></pattern>', **more)


# Rules in other schemas


RNG = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:s="http://purl.oclc.org/dsdl/schematron" ns="urn:l">
 <s:ns prefix="l" uri="urn:l"/>
 <start><element name="letter"><s:report test="not(@to)">to whom?</s:report><ref name="any"/></element></start>
 <define name="any"><zeroOrMore><choice><text/><attribute><anyName/></attribute></choice></zeroOrMore></define>
 <s:pattern><s:rule context="l:letter"><s:assert test="@from">from whom?</s:assert></s:rule></s:pattern>
 <s:rule context="l:letter[@n ne 'x']"><s:assert test="false()">later XPath</s:assert></s:rule>
</grammar>
"""
ODD = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron"><schemaSpec ident="x">
 <elementSpec ident="p"><constraintSpec ident="a" scheme="schematron"><constraint>
  <sch:rule context="tei:p"><sch:assert test="@n">a number</sch:assert></sch:rule></constraint></constraintSpec>
  <constraintSpec ident="b" scheme="schematron"><constraint><sch:report test="tei:p">nested</sch:report></constraint></constraintSpec>
  <constraintSpec ident="c" mode="delete" scheme="schematron"><constraint><sch:report test="true()">no</sch:report></constraint>
  </constraintSpec>
  <attList><attDef ident="n"><constraintSpec ident="d" scheme="schematron"><constraint>
   <sch:assert test="number(.) &gt; 0">counted from 1</sch:assert></constraint></constraintSpec></attDef></attList>
 </elementSpec></schemaSpec>
 <egXML xmlns="http://www.tei-c.org/ns/Examples"><sch:rule context="x"><sch:assert test="a["/></sch:rule></egXML>
</TEI>
"""


def inside(path: Path, document: str) -> list[str]:
    rules = embedded(path)
    assert rules is not None
    return [f.message for f in run(rules, parse_xml(document.encode()))]


def test_rules_in_a_relax_ng_schema(tmp_path: Path) -> None:
    path = tmp_path / "l.rng"
    path.write_text(RNG)
    assert inside(path, '<letter xmlns="urn:l"/>') == ["to whom?", "from whom?"]
    assert inside(path, '<letter xmlns="urn:l" from="a" to="b" n="1"/>') == ["later XPath"]
    assert inside(path, "<letter/>") == []
    path.write_text('<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>')
    assert embedded(path) is None


def test_rules_in_what_a_relax_ng_schema_includes(tmp_path: Path) -> None:
    (tmp_path / "l.rng").write_text(RNG)
    path = tmp_path / "outer.rng"
    path.write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="l.rng"/></grammar>')
    assert inside(path, '<letter xmlns="urn:l" to="a"/>') == ["from whom?"]


def test_rules_in_an_odd(tmp_path: Path) -> None:
    path = tmp_path / "x.odd"
    path.write_text(ODD)
    assert inside(path, '<p xmlns="http://www.tei-c.org/ns/1.0"><p n="0"/></p>') == [
        "a number",
        "nested",
        "counted from 1",
    ]


def test_rules_that_nobody_can_run_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.rng"
    path.write_text(RNG)
    monkeypatch.setitem(sys.modules, "elementpath.xpath31", None)
    rules = embedded(path)
    assert rules is not None
    *_, skipped = run(rules, parse_xml(b'<letter xmlns="urn:l"/>'))
    assert skipped.code == "rules-skipped"
    assert skipped.message == "1 rule in l.rng could not be looked at: what runs XPath 2 and 3 is not installed"


def test_a_wrong_rule_in_a_schema_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "l.rng"
    path.write_text(RNG.replace('test="@from"', 'test="$from"'))
    with pytest.raises(ResourceError) as caught:
        embedded(path)
    assert (caught.value.message, caught.value.line) == ("the variable $from is not defined here: $from", 5)


@needs_shared
def test_the_rules_of_tei(tmp_path: Path) -> None:
    document = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><date when="1965" from="1964"/><p/></p>
    <list type="gloss"><item/></list><ref target="a" cRef="b"/><lg/></body></text></TEI>"""
    found = list(assertions(parse_xml(document), SHARED / "tei" / "tei_all.sch"))
    assert [(etree.QName(f.element).localname, f.severity, f.message.split(":")[0][:60]) for f in found] == [
        ("date", "warning", "The @when attribute cannot be used with any other att.databl"),
        ("p", "error", "Abstract model violation"),
        ("ref", "error", "Only one of the attributes @target' and @cRef' may be suppli"),
        ("list", "error", 'The content of a "gloss" list should include a sequence of o'),
        ("lg", "error", "An lg element must contain at least one child l, lg, or gap "),
    ]


def test_phases_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.sch"
    path.write_text(schema('<phase id="b"/><phase id="a"/>'))
    assert phases(path) == ("b", "a")


# Expressions


@pytest.mark.parametrize(
    "expression", ["a[b|'c|d']|e", "a - 1", "$a-b or .//c", "a::b//@c:d", "1.5 + .5", "(: x :) a", "é='\"'"]
)
def test_tokens_give_the_expression_back(expression: str) -> None:
    assert "".join(t.text for t in tokens(expression)) == expression


def test_parts_of_expressions() -> None:
    assert alternatives("a[b or c|d] | (e|f)") == ["a[b or c|d]", "(e|f)"]
    assert terms("a or (b or c) or or/or") == ["a", "(b or c)", "or/or"]


@pytest.mark.parametrize(
    ("expression", "plain"),
    [
        ("tei:p[@n = 'a'][2]/text()", True),
        ("not(ancestor::tei:div | @x) and tei:to", True),
        ("@div/some", True),
        ("a[@b = @c]", False),  # compared as texts or as numbers
        ("@a < 'b'", False),
        ("a/(b|c)", False),
        ("(a, b)", False),
        ("a to b", False),
        ("$a", False),
        ("a[. instance of element()]", False),
        ("count(a) > 1", False),
        ("lower-case(a)", False),
        ("a/string()", False),
    ],
)
def test_what_xpath_1_says_too(expression: str, plain: bool) -> None:
    assert is_plain(expression) is plain
    if plain:
        Extended({"tei": "urn:t"}).check(expression, ())

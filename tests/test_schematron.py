"""Schematron: each construct of ISO/IEC 19757-3 with a document that it fires on, and one line for each wrong schema."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tei.errors import ResourceError
from tei.parse import parse_xml
from tei.validate.schematron import assertions

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


@pytest.fixture
def said(tmp_path: Path):
    """``tag: message (hint)`` of each finding of a schema in a document."""

    def check(text: str, document: str = PLAY, *, phase: str | None = None) -> list[str]:
        path = tmp_path / "rules.sch"
        path.write_text(text, encoding="utf-8")
        tree = parse_xml(document.encode())
        found = assertions(tree, path, phase=phase)
        return [f"{f.element.tag}: {f.message}" + (f" ({f.hint})" if f.hint else "") for f in found]

    return check


BINDINGS = ("", "xslt2")


# What fires


@pytest.mark.parametrize("binding", BINDINGS)
@pytest.mark.parametrize(
    ("context", "body", "messages"),
    [
        ("act", '<assert test="@n = 1">act one only</assert>', ["act: act one only"]),
        ("act", '<report test="@n = 1">the  first\n act.</report>', ["act: the first act"]),
        ("speech", '<assert test="@who">whose</assert>', ["speech: whose"]),
        ("act[1]/speech | title", '<report test="true()"><name/></report>', ["title: title", "speech: speech", "speech: speech"]),
        ("act", '<report test="@n = 3"><value-of select="speech/@who"/> in <name path=".."/></report>', ["act: b c in play"]),
        # a number is a truth value, not a place
        ("speech", '<assert test="count(../speech) - 1">alone</assert>', ["speech: alone"]),
        # nodes that are no elements: the finding is at the element around
        ("speech/@who", '<assert test="string-length(.) = 1">one only, in <name path=".."/></assert>', ["speech: one only, in speech"]),
        ("title/text()", '<assert test=". = \'Macbeth\'">not <value-of select="."/></assert>', ["title: not Hamlet"]),
        ("/", '<assert test="count(play/act) = 3">three acts</assert>', ["play: three acts"]),
        ("comment()", '<report test="true()">no comment:<value-of select="."/></report>', ["play: no comment: the end"]),
        ("act/node()[last()]", '<report test="self::speech[2]">never</report>', []),
        # current() is the node of the rule, also inside a predicate
        ("act", '<report test="../act[@n &lt; current()/@n]">a later act</report>', ["act: a later act"]),
        ("speech/@who", '<report test="//act[@n = string-length(current())]">odd</report>', ["speech: odd", "speech: odd"]),
    ],
)  # fmt: skip
def test_rules(said, binding: str, context: str, body: str, messages: list[str]) -> None:
    assert said(one(context, body, binding=binding)) == messages


@pytest.mark.parametrize("binding", BINDINGS)
def test_the_first_rule_of_a_pattern_that_fits_is_the_one(said, binding: str) -> None:
    first = '<rule context="act[@n = 1]"><assert test="false()">first</assert></rule>'
    every = '<rule context="act"><assert test="false()">any</assert></rule>'
    assert said(schema(f"<pattern>{first}{every}</pattern>", binding=binding)) == ["act: first", "act: any"]
    assert said(schema(f"<pattern>{every}{first}</pattern>", binding=binding)) == ["act: any", "act: any"]
    both = schema(f"<pattern>{every}</pattern><pattern>{first}</pattern>", binding=binding)
    assert said(both) == ["act: any", "act: any", "act: first"]


@pytest.mark.parametrize("binding", BINDINGS)
def test_variables(said, binding: str) -> None:
    text = schema(
        """
        <let name="acts" value="count(//act)"/>
        <pattern>
         <let name="named" value="//speech[@who]"/>
         <let name="ids" value="//speech/@who"/>
         <rule context="act">
          <let name="mine" value="@n"/>
          <let name="twice" value="$mine * 2"/>
          <report test="$twice = 6"><value-of select="$acts"/> acts, <value-of select="$mine"/> twice is <value-of
           select="$twice"/></report>
          <report test="../act[@n &lt; $mine]">not the first</report>
          <assert test="count($named) = 2 and count($ids) = 2 and $ids = 'a'">never</assert>
         </rule>
        </pattern>""",
        binding=binding,
    )
    assert said(text) == ["act: 2 acts, 3 twice is 6", "act: not the first"]


def test_phases(said) -> None:
    rule = '<rule context="play"><report test="true()">{} <value-of select="$x"/></report></rule>'
    text = schema(
        '<let name="x" value="0"/>'
        '<phase id="early"><let name="x" value="1"/><active pattern="a"/></phase>'
        '<phase id="late"><let name="x" value="2"/><active pattern="a"/><active pattern="b"/></phase>'
        f'<pattern id="a">{rule.format("a")}</pattern><pattern id="b">{rule.format("b")}</pattern>',
        head='defaultPhase="early"',
    )
    assert said(text) == said(text, phase="#DEFAULT") == said(text, phase="early") == ["play: a 1"]
    assert said(text, phase="late") == ["play: a 2", "play: b 2"]
    assert said(text, phase="#ALL") == ["play: a 0", "play: b 0"]
    with pytest.raises(ResourceError, match='has no phase "middle" \\(there is early, late\\)'):
        said(text, phase="middle")


def test_abstract_rules(said) -> None:
    text = schema(
        '<pattern><rule abstract="true" id="numbered"><let name="n" value="@n"/>'
        '<assert test="$n">a <name/> has a number</assert></rule>'
        '<rule context="act"><extends rule="numbered"/><assert test="$n = 1">not <value-of select="$n"/></assert></rule>'
        '<rule context="title"><extends rule="numbered"/></rule></pattern>'
    )
    assert said(text) == ["act: not 3", "title: a title has a number"]


def test_abstract_patterns(said) -> None:
    text = schema(
        '<pattern abstract="true" id="table"><param name="least" value="2"/>'
        '<rule context="$row"><let name="cells" value="$cell"/>'
        '<assert test="count($cells) >= $least"><name/> has <value-of select="count($cell)"/></assert></rule></pattern>'
        '<pattern is-a="table"><param name="row" value="act"/><param name="cell" value="speech"/></pattern>'
        '<pattern is-a="table"><param name="row" value="play"/><param name="cell" value="act"/><param name="least" value="3"/>'
        "</pattern>"
    )
    assert said(text) == ["act: act has 1", "play: play has 2"]


def test_diagnostics_are_the_hint_and_subject_the_place(said) -> None:
    text = schema(
        '<pattern><rule context="play"><assert test="act/@n = 2" diagnostics="d e" subject="title">no act 2</assert></rule></pattern>'
        '<diagnostics><diagnostic id="d">there are <value-of select="count(act)"/></diagnostic>'
        '<diagnostic id="e">add <emph>one</emph>.</diagnostic></diagnostics>'
    )
    assert said(text) == ["title: no act 2 (there are 2; add one)"]


@pytest.mark.parametrize(
    ("attributes", "severity"),
    [
        ("", "error"),
        ('role="warning"', "warning"),
        ('role="nonfatal"', "warning"),
        ('role="Info"', "info"),
        ('role="fatal"', "error"),
        ('flag="warning"', "warning"),
        ('role="editor" flag="hint"', "info"),
        ('role="error" flag="hint"', "error"),
    ],
)
def test_roles(tmp_path: Path, attributes: str, severity: str) -> None:
    path = tmp_path / "a.sch"
    path.write_text(one("play", f'<assert test="false()" {attributes}>x</assert>'))
    (found,) = assertions(parse_xml(PLAY.encode()), path)
    assert found.severity == severity


@pytest.mark.parametrize(
    ("test", "about"),
    [
        ("@n", {"n"}),
        ("@n or ../@m", {"n"}),
        ("$x = 'a'", {"lang"}),
        ("title", set()),
        ("act[@n]/speech", set()),
        ("@xml:id and @who", {"xml:id", "who"}),
    ],
)
def test_what_an_assertion_is_about(tmp_path: Path, test: str, about: set[str]) -> None:
    path = tmp_path / "a.sch"
    path.write_text(one("play", f'<let name="x" value="@lang"/><assert test="not(true() or {test})">x</assert>'))
    (found,) = assertions(parse_xml(PLAY.encode()), path)
    assert found.about == about


def test_namespaces_and_the_old_schematron(said) -> None:
    old = '<schema xmlns="http://www.ascc.net/xml/schematron"><ns prefix="t" uri="urn:t"/><pattern name="p">'
    old += '<rule context="t:a"><assert test="t:b">no b</assert></rule></pattern></schema>'
    assert said(old, '<a xmlns="urn:t"/>') == ["{urn:t}a: no b"]
    assert said(old, "<a/>") == []


def test_keys(said) -> None:
    text = schema(
        '<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="speaker" match="person" use="@id"/>'
        '<pattern><rule context="speech"><assert test="key(\'speaker\', @who)">nobody is <value-of select="@who"/></assert></rule>'
        "</pattern>",
    )
    document = '<p><person id="a"/><speech who="a"/><speech who="b"/></p>'
    for binding in ("xslt", "xslt2"):
        assert said(text.replace("<schema", f'<schema queryBinding="{binding}"', 1), document) == [
            "speech: nobody is b"
        ]
    tokenised = text.replace("@id", "tokenize(@id, ' ')").replace("<schema", '<schema queryBinding="xslt2"', 1)
    assert said(tokenised, '<p><person id="b a"/><speech who="a"/></p>') == []


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ("tokenize(@who, ' ') = 'c'", True),
        ("every $x in ../speech satisfies matches($x, '^[a-z]')", True),
        ("@who eq 'b c'", True),
        ("xs:date('2020-02-29') lt current-date()", True),
        ("count(distinct-values(//@n)) gt 2", False),
        ("if (@who) then 1 = 2 else true()", False),
        ("let $x := @who return string-length($x) = 3", True),
    ],
)
def test_later_xpath(said, test: str, holds: bool) -> None:
    text = one("speech[@who eq 'b c']", f'<assert test="{test}">fails</assert>', binding="xslt2")
    assert said(text) == ([] if holds else ["speech: fails"])


# Includes


def test_includes(said, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    pattern = '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><include href="rule.sch#r"/></pattern>'
    (tmp_path / "parts" / "pattern.sch").write_text(pattern)
    rule = '<rule id="r" context="title"><report test="true()">met</report></rule>'
    (tmp_path / "parts" / "rule.sch").write_text(f'<rules xmlns="http://purl.oclc.org/dsdl/schematron">{rule}</rules>')
    assert said(schema('<include href="parts/pattern.sch"/>')) == ["title: met"]
    extended = '<pattern><rule context="act"><extends href="parts/rule.sch#r"/></rule></pattern>'
    assert said(schema(extended)) == ["act: met", "act: met"]


def test_a_mistake_in_an_included_file_is_placed_there(said, tmp_path: Path) -> None:
    path = tmp_path / "part.sch"
    path.write_text(
        '<pattern xmlns="http://purl.oclc.org/dsdl/schematron">\n<rule context="a">\n<assert test="b["/></rule></pattern>'
    )
    with pytest.raises(ResourceError) as caught:
        said(schema('<include href="part.sch"/>'))
    assert (caught.value.path, caught.value.line) == (str(path), 3)


# Wrong schemas


WRONG = [
    (one("play", '<assert test="a["/>'), 2, "this is not XPath 1.0: invalid expression: a["),
    (one("play", '<assert test="matches(., \'a\')"/>'), 2, "XPath 1.0 has no function matches(): matches(., 'a')"),
    (one("t:p", "<p/>"), 2, 'the prefix "t" has no namespace: t:p'),
    (one("play", '<assert test="$x"/>'), 2, "the variable $x is not defined here: $x"),
    (one("play", '<let name="x"/>'), 2, "this variable has no @value"),
    (one("play", "<assert>x</assert>"), 2, "<assert> has no @test"),
    (one("play", '<assert test="document(\'a.xml\')"/>'), 2, "document() opens other files, which is not done here: document('a.xml')"),
    (one("play", '<assert test="doc(\'a.xml\')"/>', binding="xslt2"), 2, "doc() opens other files, which is not done here: doc('a.xml')"),
    (
        one("play", '<assert test="unparsed-text(\'/etc/passwd\')"/>', binding="xslt3"),
        2,
        "unparsed-text() opens other files, which is not done here: unparsed-text('/etc/passwd')",
    ),
    (one("play", '<assert test="a ++"/>', binding="xslt2"), 2, "this is not XPath 3.1: unexpected end of source: a ++"),
    (one("play", '<assert test="foo(.)"/>', binding="xslt2"), 2, "this is not XPath 3.1: unknown function 'foo': foo(.)"),
    (one("play", '<assert test="a" diagnostics="d"/>'), 2, 'no diagnostic has the id "d"'),
    (one("play", '<extends rule="r"/>'), 2, 'no abstract rule has the id "r"'),
    (one("play", '<value-of select="a"/><assert test="a"><value-of/></assert>'), 2, "<value-of> has no @select"),
    (schema('<pattern is-a="t"/>'), 2, 'no abstract pattern has the id "t"'),
    (schema('<pattern documents="a"/>'), 2, "the rules of a pattern with @documents are about other files, which are not opened"),
    (
        schema('<include href="https://example.org/a.sch"/>'),
        2,
        "the schema includes https://example.org/a.sch, and the network is never used",
    ),
    (schema('<include href="/etc/passwd"/>'), 2, "/etc/passwd is outside the folder of the schema, and is not read"),
    (schema('<include href="../a.sch"/>'), 2, "../a.sch is outside the folder of the schema, and is not read"),
    (schema('<include href="none.sch"/>'), 2, "none.sch cannot be included: no such file"),
    (schema('<include href="rules.sch"/>'), 2, "rules.sch includes itself"),
    (schema("<p/>", binding="stx"), 1, 'the query language "stx" is not known'),
    (
        schema('<f:function xmlns:f="http://www.w3.org/1999/XSL/Transform" name="a:b"/>', binding="xslt2"),
        2,
        "the functions of xsl:function need an XSLT processor, and are not run here",
    ),
    ("<grammar/>", 1, "this is not a Schematron schema: its root is <grammar>"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), WRONG, ids=[m[:40] for _, _, m in WRONG])
def test_wrong_schemas(said, text: str, line: int, message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        said(text)
    assert caught.value.message == message
    assert (Path(caught.value.path).name, caught.value.line) == ("rules.sch", line)


def test_the_extra_is_named_where_it_is_missing(said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "elementpath.xpath31", None)
    plain = one("act", "<assert test=\"@n = '1'\">first</assert>", binding="xslt2")
    assert said(plain) == ["act: first"]  # XPath 1.0 can do that
    with pytest.raises(ResourceError) as caught:
        said(one("act", "<assert test=\"@n eq '1'\">first</assert>", binding="xslt2"))
    assert caught.value.message == "what runs XPath 2 and 3 is not installed"
    assert caught.value.hint == "pip install 'tei-toolkit[schematron]'"

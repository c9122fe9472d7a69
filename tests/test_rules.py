"""What no grammar says: pointers, ids, dates, people, mentions, lost words; and one message for one cause."""

from __future__ import annotations

import random
import re

import pytest
from lxml import etree

import tei
from data import SEED
from tei.diagnostic import Diagnostic, Severity
from tei.parse import parse_xml
from tei.text import Source
from tei.validate import ADVICE, RULES, validate
from tei.validate.once import Said, once
from tei.validate.rules.date import dates
from tei.validate.rules.loss import lost
from tei.validate.rules.mention import mentions
from tei.validate.rules.person import people
from tei.validate.rules.pointer import pointers

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
PEOPLE = (
    '<teiHeader><listPerson><person xml:id="kim"><persName>Kim  Il Sung</persName></person></listPerson></teiHeader>'
)


def root(body: str, header: str = PEOPLE) -> etree._Element:
    return parse_xml(f"<TEI {NS}>{header}<text><body>{body}</body></text></TEI>".encode()).getroot()


def said(rule, body: str, header: str = PEOPLE) -> list[str]:
    return [f"{f.message} ({f.hint})" if f.hint else f.message for f in rule(root(body, header))]


# Dates


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ('when="1965-02-29"', '@when of <date> is "1965-02-29": February 1965 has 28 days'),
        ('when="1964-02-29"', ""),
        ('when="1965-13"', '@when of <date> is "1965-13": there is no month 13'),
        ('when="-0044-04-31"', '@when of <date> is "-0044-04-31": April -0044 has 30 days'),
        ('when="1965-06-31T10:00:00"', '@when of <date> is "1965-06-31T10:00:00": June 1965 has 30 days'),
        ('when-iso="1965-06-00"', '@when-iso of <date> is "1965-06-00": June 1965 has 30 days'),
        ('from="1965" to="1964"', '<date> has @from="1965" after @to="1964"'),
        ('from="1965-02" to="1965"', ""),
        ('from="1965-02-10T10:00:00" to="1965-02-10T09:00:00"', '<date> has @from="1965-02-10T10:00:00" after @to="1965-02-10T09:00:00"'),
        ('from="-0044" to="-0045"', '<date> has @from="-0044" after @to="-0045"'),
        ('notBefore="1965-03" notAfter="1965-02-10"', '<date> has @notBefore="1965-03" after @notAfter="1965-02-10"'),
        ('when="1966" notAfter="1965"', '<date> has @when="1966" after @notAfter="1965"'),
        ('when="1960" from="1965" to="1966"', '<date> has @from="1965" after @when="1960"'),
        ('when="10:30:00" from="1965"', ""),
        ('when="tomorrow"', ""),
    ],
)  # fmt: skip
def test_dates(attributes: str, message: str) -> None:
    assert [f.message for f in dates(root(f"<date {attributes}/>"))] == ([message] if message else [])


# Pointers


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("#kim", ""),
        ("https://example.org/#a", ""),
        ("people.xml#kim", ""),
        ("#", '@ref of <rs> is "#", which names nothing (write the id after the #)'),
        (
            "#a#b",
            '@ref of <rs> is "#a#b", which has more than one # (write several pointers with a blank between them)',
        ),
        ("kim", '@ref of <rs> is "kim", which is an id without its # (write "#kim")'),
        ("http:/example.org", '@ref of <rs> is "http:/example.org", which is no address (write https://…)'),
        ("https//example.org", '@ref of <rs> is "https//example.org", which is no address (write https://…)'),
        ("a%2", '@ref of <rs> is "a%2", where % does not begin a code of two digits (write %25 for a percent sign)'),
        ("#kin", '@ref of <rs> points at "#kin", which is not in the document (did you mean "#kim")'),
    ],
)
def test_pointers(value: str, message: str) -> None:
    assert said(pointers, f'<rs ref="{value}"/>') == ([message] if message else [])


# People


def test_people_that_nobody_mentions() -> None:
    assert said(people, '<p><persName ref="#kim">Kim</persName></p>') == []
    assert said(people, "<p>Kim</p>") == [
        'nothing in the document points at the person "kim", Kim Il Sung (link the name with ref="#kim", or take the person out)'
    ]
    # those of a list in the text are there to be read
    assert said(people, '<listPerson><person xml:id="x"/></listPerson>', "<teiHeader/>") == []


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        ("<persName>Lee</persName>", []),  # nothing is linked: that was not meant
        (
            '<persName ref="#kim">Kim</persName> <persName>Lee</persName> <persName> Lee </persName> <rs type="person">he</rs>',
            [
                'the name "Lee" points at no person (2 times) (add ref="#…" with the id of the person, where you know it)',
                'the name "he" points at no person (add ref="#…" with the id of the person, where you know it)',
            ],
        ),
        ('<persName ref="#kim"><persName>Kim</persName> Il</persName><rs type="place">x</rs><rs>y</rs>', []),
        ('<persName ref="#kim">Kim</persName><persName key="lee">Lee</persName>', []),
        (
            '<p xml:id="p"/><sp who="#p #kim"/>',
            ['@who of <sp> points at "#p", which is a <p> and no person (point at the person in the header)'],
        ),
        ('<sp who="#nobody"/><persName ref="lee.xml#a">Lee</persName>', []),
    ],
)
def test_mentions(body: str, messages: list[str]) -> None:
    assert said(mentions, body) == messages


def test_what_tei_allows_is_said_where_it_is_asked_for() -> None:
    made = tei.convert(SEED).xml.replace(b' ref="#alexander-shelepin"', b"")
    assert {d.severity for d in validate(made, advice=True)} == {Severity.INFO}
    assert {d.code for d in validate(made, advice=True)} == {"person-unmentioned", "mention-unlinked"}
    assert validate(made) == []
    assert not set(RULES) & set(ADVICE)


# Lost words


def losses(source: str, body: str, header: str = "<teiHeader/>") -> list[str]:
    text = Source(source, "a.txt")
    found = list(lost(root(body, header), text))
    return [source[d.span.start : d.span.end] for d in found if d.span]


@pytest.mark.parametrize(
    ("source", "body", "words"),
    [
        ("One two three.", "<p>One two three.</p>", []),
        ("One two three.", "<p>One three.</p>", ["two"]),
        ("One two\n\nthree four", "<p>One <hi>TWO</hi></p><p>three</p>", ["four"]),
        ("a frag-\nment here", "<p>a frag<lb break='no'/>ment here</p>", []),
        ("N[asser] said", "<p>N<ex>asser</ex> said</p>", []),
        ("Text [1] goes on.\n\n[1] A note of words.", "<p>Text <note n='1'>A note of words.</note> goes on.</p>", []),
        ("one\n[Page 74]\ntwo", "<p>one <pb n='74'/>two</p>", []),
        ("the end. the end.", "<p>the end.</p>", ["the end"]),
        ("Café au lait", "<p>Cafe\u0301 au lait</p>", []),
        ("One two", "<p>One extra words two</p>", []),
    ],
)
def test_lost_words(source: str, body: str, words: list[str]) -> None:
    assert losses(source, body) == words


def test_words_in_the_header_are_not_lost() -> None:
    header = "<teiHeader><title>A Meeting of Minds</title></teiHeader>"
    assert losses("A Meeting of Minds\n\nThey met.", "<p>They met.</p>", header) == []


CODED = ["Original Language:\n\nChinese", "Translation - English"]


def test_what_is_taken_out_of_a_record_is_found() -> None:
    """Whatever words are cut from the body of the seed, they and no others are reported."""
    edition = tei.convert(SEED)
    # tei verify knows where the fields of an archive went; these became codes
    known = list(lost(parse_xml(edition.xml).getroot(), edition.source))
    assert [edition.source.slice(d.span) for d in known if d.span] == CODED
    xml = edition.xml.decode()
    draw = random.Random(1)
    paragraphs = [m for m in re.finditer(r"(?<=>)[^<>]{80,}(?=<)", xml) if m.start() > xml.index("<body")]
    for _ in range(20):
        paragraph = draw.choice(paragraphs)
        words = paragraph[0].split(" ")
        at = draw.randrange(1, len(words) - 5)
        cut = " ".join([*words[:at], *words[at + 4 :]])
        document = xml[: paragraph.start()] + cut + xml[paragraph.end() :]
        found = list(lost(parse_xml(document.encode()).getroot(), edition.source))
        (one,) = (d for d in found if d not in known)
        assert one.span is not None
        gone = re.findall(r"\w+", " ".join(words[at : at + 4]).replace("&amp;", "&"))
        assert set(re.findall(r"\w+", edition.source.slice(one.span))) <= set(gone)


# One cause, one message


def at(line: int, code: str, about: str = "", severity: Severity = Severity.ERROR) -> Said:
    return Said(
        Diagnostic(code, f"{code} {about}", severity=severity, line=line, column=1), frozenset(about.split()), line
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([at(1, "a", "who"), at(1, "b", "who")], ["a who"]),
        ([at(1, "a", "who"), at(1, "b", "ref")], ["a who", "b ref"]),
        ([at(1, "a", "who"), at(2, "b", "who")], ["a who", "b who"]),
        ([at(1, "a", "who"), at(1, "a", "who")], ["a who", "a who"]),  # one check knows what it says twice
        ([at(1, "a"), at(1, "b")], ["a ", "b "]),
        ([at(1, "a", "who"), at(1, "b", "*")], ["a who"]),
        ([at(1, "a", "*"), at(1, "b")], ["a *", "b "]),
    ],
)
def test_one_cause_one_message(given: list[Said], kept: list[str]) -> None:
    assert [one.diagnostic.message for one in once(given)] == kept


def test_the_plainer_message_is_as_bad_as_the_worse() -> None:
    ((found, _, _),) = once([at(1, "a", "when", Severity.WARNING), at(1, "b", "when")])
    assert (found.code, found.severity) == ("a", Severity.ERROR)


def test_a_rule_and_the_grammar_both_speak_of_an_element() -> None:
    """A rule that is broken does not hide what the grammar says of the same element, nor the other way round."""
    body = root('<gap foo="x"/>')
    gap = next(body.iter("{*}gap"))
    found = validate(etree.ElementTree(body))
    at = etree.tostring(body).decode().index("<gap") + 1
    here = [d.message for d in found if at <= d.column < at + len("<gap foo")]
    assert "say with @reason why something is missing" in here
    assert "the attribute foo is not allowed on <gap>" in here
    assert gap.get("foo") == "x"

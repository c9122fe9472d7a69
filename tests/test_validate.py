"""What ``tei.validate`` says: one message for one mistake, in plain words, at its place in the file and in the transcript.

That the schema and its rules accept and refuse the right documents is for ``test_schema.py``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

import tei
from data import SEED
from schema_cases import HEADER, faults, record, said
from tei.diagnostic import Diagnostic
from tei.errors import InputError, LimitError
from tei.parse import parse_xml
from tei.pipeline import Edition
from tei.tree import serialised
from tei.verify import locate

# The words for each kind of mistake


@pytest.mark.parametrize(
    ("body", "message"),
    [
        # unknown elements
        ("<p>a <persname>x</persname></p>", "<persname> is not an element of this schema (did you mean <persName>)"),
        ("<p>a <bold>x</bold></p>", "<bold> is not an element of this schema"),
        # elements in a wrong place
        (
            "<p>x</p><head>y</head>",
            "<head> is not allowed here in <body> (a <head> comes first)",
        ),
        (
            "<sp><speaker>A</speaker><speaker>B</speaker><p>x</p></sp>",
            "<speaker> is not allowed here in <sp> (one <speaker> a speech: begin another <sp> for the next)",
        ),
        ("<p>x <p>y</p></p>", "<p> is not allowed in <p> (close the first <p> before the second)"),
        # attributes
        ("<p><g/></p>", "the attribute ref of <g> is missing"),
        ("<p><ref>1</ref></p>", "the attribute target of <ref> is missing"),
        ('<p><ref type="note">1</ref></p>', "the attribute target of <ref> is missing"),
        ('<p foo="x">y</p>', "the attribute foo is not allowed on <p> (take it out)"),
        (
            '<sp whom="#k"><speaker>K</speaker><p>x</p></sp>',
            "the attribute whom is not allowed on <sp> (did you mean who)",
        ),
        (
            '<p><supplied reason="because">x</supplied></p>',
            'the attribute reason of <supplied> cannot be "because"',
        ),
        (
            '<p xml:id="Kim">x</p>',
            'the attribute xml:id of <p> is "Kim", not an id in small letters, digits, hyphens and underscores (kim-il-sung)',
        ),
        (
            '<p><gap reason="redacted" unit="line" quantity="two"/></p>',
            'the attribute quantity of <gap> is "two", not a number (12.5), at least 0',
        ),
        # something that is missing
        ("<list><head>x</head></list>", "<list> is incomplete: <item> is missing"),
        ("<p><choice><sic>a</sic></choice></p>", "<choice> is incomplete: <corr> is missing"),
        ("", "<body> is incomplete: it cannot end here"),
        # text where there is none
        ("stray", "text is not allowed directly in <body> (put the words into a <p>)"),
        ("<p>x</p> stray", "text is not allowed directly in <body> (put the words into a <p>)"),
        ("<list>stray<item>x</item></list>", "text is not allowed directly in <list> (put it in <item>)"),
        ("<opener>stray<salute>x</salute></opener><p>x</p>", "text is not allowed directly in <opener>"),
        # namespaces
        (
            '<p><b xmlns="http://www.w3.org/1999/xhtml">x</b></p>',
            "<b> is not an element of this schema",
        ),
        (
            '<p><supplied xmlns="" reason="omitted">x</supplied></p>',
            '<supplied> is not in the namespace of <p> (take its xmlns="" off)',
        ),
        # what no grammar can say
        (
            '<p><persName ref="#kk">x</persName></p>',
            '@ref of <persName> points at "#kk", which is not in the document (did you mean "#k")',
        ),
        (
            '<p xml:id="k">x</p>',
            'the id "k" of <p> is used by another <person> before (give one of them another id)',
        ),
        ("<p>x<gap/></p>", "say with @reason why something is missing"),
    ],
)
def test_messages(body: str, message: str) -> None:
    assert said(body) == [message]


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        (b"<html/>", "<html> cannot be the root of the document"),
        (b"<TEI/>", '<TEI> has no namespace (write xmlns="http://www.tei-c.org/ns/1.0" on the root)'),
        (
            b'<TEI xmlns="urn:x"/>',
            '<TEI> is not in the namespace http://www.tei-c.org/ns/1.0 (write xmlns="http://www.tei-c.org/ns/1.0" on the root)',
        ),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "<TEI> is incomplete: <teiHeader> and <text> are missing"),
    ],
)
def test_wrong_roots(xml: bytes, message: str) -> None:
    found = faults(xml)
    assert said(xml) == [message]
    assert (found[0].line, found[0].column) == (1, 1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p><supplied reason="because">x</supplied></p>', ("subaudible", "omitted", "explanation")),
        ('<p><unclear cert="perhaps">x</unclear></p>', ("high", "medium", "low")),
        ("<p><choice><sic>a</sic></choice></p>", ("corr",)),
        (
            "<div><head>x</head></div>",
            tuple("p head div sp list note stage pb lb ab gap incident kinesic opener vocal".split()),
        ),
        ("<p><choice><p>a</p><sic>b</sic><corr>c</corr></choice></p>", ("sic",)),
    ],
)
def test_what_would_be_right_is_named(body: str, expected: tuple[str, ...]) -> None:
    (found,) = faults(record(body))
    assert found.expected == expected


def test_a_document_that_is_not_well_formed_is_a_finding() -> None:
    (found,) = faults(b"<TEI>\n<p>x</TEI>", name="a.xml")
    assert (found.code, found.path, found.line, found.column) == ("not-well-formed", "a.xml", 2, 5)
    assert found.message == "<p> of line 2 is closed by </TEI>"


@pytest.mark.parametrize(
    ("document", "error", "message"),
    [
        (b"", InputError, "the file is empty (give an XML document)"),
        ("missing.xml", InputError, "missing.xml: no such file (check the name)"),
        (
            b"<!DOCTYPE a [<!ENTITY e 'x'>]>\n<a/>",
            LimitError,
            ":1:25: the document declares the entity e, and entities are not expanded here "
            "(write the text itself instead)",
        ),
    ],
    ids=["empty", "missing", "entities"],
)
def test_what_cannot_be_read_is_an_error(document: str | bytes, error: type[InputError], message: str) -> None:
    with pytest.raises(error) as caught:
        faults(document)
    assert str(caught.value) == message


# One mistake, one message; several mistakes in the order of the document

SEVERAL = f"""\
<TEI xmlns="http://www.tei-c.org/ns/1.0">
{HEADER}
 <text>
  <body>
   <p>One <persname>Kim</persname>.</p>
   <p>Two <supplied reason="because">and</supplied>.</p>
   <p>Three <persName ref="#nobody">Lee</persName>.</p>
   <p>Four, right.</p>
   <sp who="#k"><speaker>K</speaker></sp>
   <p>Five <gap/>.</p>
   <p xml:id="a">Six.</p><p xml:id="a">Seven.</p>
   <list>stray<item>Eight.</item></list>
   <p foo="x">Nine.</p>
  </body>
 </text>
</TEI>
""".encode()

SEVERAL_SAID = [
    (5, 11, "element-unknown", "<persname> is not an element of this schema"),
    (6, 21, "attribute-value", 'the attribute reason of <supplied> cannot be "because"'),
    (7, 13, "pointer-dangling", '@ref of <persName> points at "#nobody", which is not in the document'),
    (9, 37, "element-incomplete", "<sp> is incomplete: it cannot end here"),
    (10, 12, "schematron", "say with @reason why something is missing"),
    (11, 26, "id-duplicate", 'the id "a" of <p> is used by another <p> before'),
    (12, 10, "text-misplaced", "text is not allowed directly in <list>"),
    (13, 7, "attribute-misplaced", "the attribute foo is not allowed on <p>"),
]


def placed(found: list[Diagnostic]) -> list[tuple[int, int, str, str]]:
    return [(d.line, d.column, d.code, d.message) for d in found]


@pytest.mark.parametrize("choice", ["<sic>recieve</sic>", ""])
def test_a_choice_that_lacks_a_half_does_not_equal_the_other(choice: str) -> None:
    assert said(f"<p><choice>{choice}</choice></p>") == [
        f"<choice> is incomplete: {' and '.join(f'<{e}>' for e in ('corr', 'sic') if e not in choice)} "
        f"{'are' if not choice else 'is'} missing"
    ]


def test_several_mistakes() -> None:
    assert placed(faults(SEVERAL)) == SEVERAL_SAID


def test_it_makes_no_difference_how_the_document_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(SEVERAL)
    assert placed(faults(path)) == placed(faults(str(path))) == SEVERAL_SAID
    assert {d.path for d in faults(path)} == {str(path)}
    assert placed(faults(parse_xml(SEVERAL))) == SEVERAL_SAID
    assert placed(faults(SEVERAL.decode().encode("utf-16"))) == SEVERAL_SAID
    crlf = SEVERAL.replace(b"\n", b"\r\n")
    assert placed(faults(b"\xef\xbb\xbf" + crlf)) == SEVERAL_SAID


def test_it_makes_no_difference_how_the_namespace_is_written() -> None:
    prefixed = SEVERAL.replace(b"</", b"@").replace(b"<", b"<t:").replace(b"@", b"</t:").replace(b"xmlns=", b"xmlns:t=")
    assert [(d.line, d.code, d.message) for d in faults(prefixed)] == [
        (line, code, message) for line, _, code, message in SEVERAL_SAID
    ]


def test_a_prefix_that_means_several_things() -> None:
    body = '<p xmlns:t="urn:x">a</p><p xmlns:t="http://www.tei-c.org/ns/1.0"><t:date when="x">b</t:date></p>'
    (found,) = faults(record(body))
    assert found.column == record(body).index(b"when=") + 1


# In the transcript


@cache
def seed() -> Edition:
    return tei.convert(SEED)


# what is put wrong, and the words of the transcript that stand there
IN_THE_SEED = [
    ("<placeName>Mongolia</placeName>", "<placename>Mongolia</placename>", "Mongolia, [Yumjaagiin] Tsedenbal"),
    ('Time: <date when="1965-02-10T16:00:00">', 'Time: <date when="4 p.m.">', "10 February 1965, 4:00 p.m."),
    ("<label>Summary:</label>", "<lable>Summary:</lable>", "Summary: The [North] Korean"),
    ("<orgName>CPSU</orgName>", '<orgName key="cpsu">CPSU</orgName>', "CPSU could still hold"),
    ("<dateline>Location", '<dateline type="place">Location', "Location: Chinese Embassy"),
    ("<abstract", '<abstract type="short"', "Chinese Ambassador to the Soviet Union and North"),
]


@pytest.mark.parametrize(("old", "new", "words"), IN_THE_SEED, ids=[new for _, new, _ in IN_THE_SEED])
def test_the_place_in_the_transcript(old: str, new: str, words: str) -> None:
    xml = seed().xml.decode()
    broken = xml.replace(old, new, 1)
    (found,) = faults(broken.encode(), locate=locate)
    text = seed().source.text
    assert found.span is not None
    assert found.span.start == text.index(words)
    # and the place in the file, which begins with the tag, or with the attribute in it
    line = broken.split("\n")[found.line - 1]
    place = new[new.index("<") :]
    assert line[found.column - 1 :].startswith(place.split(" ", 1)[-1] if '"' in place else place)


def test_an_edition_knows_its_own_places() -> None:
    """A tree that was changed after it was made is checked, and its places given, as it is now."""
    edition = tei.convert(SEED)
    name = next(e for e in edition.tree.root.iter("{*}placeName") if e.text == "Mongolia")
    name.tag = name.tag.replace("placeName", "placename")
    before = next(e for e in edition.tree.root.iter("{*}title"))
    before.text = "A longer title: " + (before.text or "")
    (found,) = faults(edition.tree, name="seed")
    (again,) = faults(serialised(edition.tree.root), name="seed", locate=locate)
    assert found.span is not None
    assert edition.source.text[found.span.start :].startswith("Mongolia, [Yumjaagiin]")
    assert (found.line, found.column, found.message) == (again.line, again.column, again.message)


def test_an_element_keeps_its_place_when_others_are_put_before_it() -> None:
    edition = tei.convert(SEED)
    body = edition.tree.root.find("{*}text/{*}body")
    assert body is not None
    body.insert(0, body.makeelement("{http://www.tei-c.org/ns/1.0}pb"))
    name = next(e for e in body.iter("{*}placeName") if e.text == "Mongolia")
    span = edition.tree.locate(name)
    assert span is not None
    assert edition.source.slice(span) == "Mongolia"


def test_the_header_has_no_place_in_the_transcript() -> None:
    xml = seed().xml.replace(b"<particDesc>", b'<particDesc foo="x">')
    (found,) = faults(xml, locate=locate)
    assert (found.span, found.message) == (None, "the attribute foo is not allowed on <particDesc>")


def test_of_very_many_findings_the_first_hundred_are_located() -> None:
    """Each search rebuilds the transcript."""
    xml = tei.convert("A [b] c.\n\n" * 120).xml.replace(b"reason=", b"reson=")
    found = faults(xml, locate=locate)
    assert [d.span is not None for d in found] == [True] * 100 + [False] * 20


def test_a_parsed_tree_is_not_changed() -> None:
    tree = parse_xml(SEVERAL)
    before = etree.tostring(tree)
    faults(tree, locate=locate)
    assert etree.tostring(tree) == before

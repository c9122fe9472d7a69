"""Untrusted XML: what is refused and why, and the line and column of every mistake and every element."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei import parse
from tei.errors import InputError, LimitError
from tei.parse import MAX_DEPTH, parse_xml, positions


def refused(xml: str | bytes, kind: type[InputError] = InputError) -> str:
    with pytest.raises(InputError) as caught:
        parse_xml(xml.encode() if isinstance(xml, str) else xml, name="a.xml")
    assert type(caught.value) is kind
    return str(caught.value)


# The mistakes that people make: the place is that of the offending character


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<a>\n <b>\n", "3:1: <b> of line 2 is never closed (the file may be cut off)"),
        (
            "<a>\n  <b></a>\n",
            "2:6: <b> of line 2 is closed by </a> (close each element with its own name, innermost first)",
        ),
        (
            "<A>caf\u00e9</a>",
            "1:8: <A> of line 1 is closed by </a> (close each element with its own name, innermost first)",
        ),
        ("<a>\r\n bread & butter</a>", "2:8: a bare & stands in the text (write &amp;)"),
        ("<a>caf\u00e9 of the AT&T</a>", "1:18: a bare & stands in the text (write &amp;)"),
        ("<a>x&lt</a>", "1:5: a bare & stands in the text (write &amp;)"),
        ("<a>\n\nnow&nbsp;then</a>", "3:4: the entity &nbsp; is not defined (write the character itself)"),
        ("<a n=1/>", '1:6: an attribute value stands without quotation marks (write name="value")'),
        ("<a n/>", '1:5: the attribute n has no value (write n="…")'),
        (
            "<a n='1\"/>",
            "1:11: an attribute value is not closed (end it with the quotation mark that it begins with)",
        ),
        ('<a n="1"m="2"/>', '1:9: two attributes stand without a blank between them (write a="1" b="2")'),
        ('<a n="1" n="2"/>', "1:15: the attribute n stands twice in one tag (keep one of them)"),
        ('<a n="<"/>', "1:7: a < stands in an attribute value (write &lt;)"),
        ("<a/>\n<b/>", "2:1: something follows the end of the root element (keep one root element)"),
        ("<a/>\ntext", "2:1: something follows the end of the root element (keep one root element)"),
        ("<a></a></a>", "1:8: something follows the end of the root element (keep one root element)"),
        ("text<a/>", "1:1: this is not XML (an XML file begins with <)"),
        ("<a>\n <t:b/></a>", '2:2: the prefix t has no namespace (declare it with xmlns:t="…")'),
        ('<a t:n="1"/>', '1:1: the prefix t has no namespace (declare it with xmlns:t="…")'),
        ("<a>\n\x01</a>", "2:1: character number 1 is not allowed in XML (take it out)"),
        ("<a>\0</a>", "1:4: character number 0 is not allowed in XML (take it out)"),
        ("<a>x&#7;</a>", "1:5: character number 7 is not allowed in XML (take it out)"),
        ("<a>1 < 2</a>", "1:6: a < stands in the text, or a tag has no name (write &lt;)"),
        ("<a><b", "1:6: the tag <b> is cut off before its end (the file may be cut off)"),
        (
            "\n<?xml version='1.0'?><a/>",
            "2:6: the XML declaration is not at the very start of the file (take out what stands before it)",
        ),
        ("<a><!-- b -- c --></a>", "1:11: two hyphens stand inside a comment (write one, or a dash)"),
        ("<a><![CDATA[x</a>", "1:18: a CDATA section is never closed (end it with ]]>)"),
        ("<a>]]></a>", "1:4: ]]> stands in the text (write ]]&gt;)"),
        (
            b"<a>caf\xe9</a>",
            "1:7: the bytes are not in the encoding that the file declares "
            "(save it as UTF-8, or correct the XML declaration)",
        ),
        (
            '<?xml version="1.0" encoding="klingon"?><a/>',
            "1:39: the encoding klingon is not known (save the file as UTF-8, and declare that)",
        ),
    ],
)
def test_what_is_not_well_formed(xml: str | bytes, said: str) -> None:
    assert refused(xml) == f"a.xml:{said}"


@pytest.mark.parametrize("xml", ["", "  \r\n"])
def test_an_empty_file(xml: str) -> None:
    assert refused(xml) == "a.xml: the file is empty (give an XML document)"


def test_a_byte_order_mark_is_no_column() -> None:
    assert refused("\ufeff<a>&</a>") == "a.xml:1:4: a bare & stands in the text (write &amp;)"


# What is refused though it is well-formed

LAUGHS = '<!DOCTYPE a [\n <!ENTITY a "ha">\n <!ENTITY b "&a;&a;">\n]>\n<a>&b;</a>'
NO_ENTITIES = "and entities are not expanded here (write the text itself instead)"
NO_FILES = "the document type refers to an external file, which is never read (take the <!DOCTYPE …> out)"


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (LAUGHS, f"2:13: the document declares the entity a, {NO_ENTITIES}"),
        ('<!DOCTYPE a [<!ENTITY f SYSTEM "secret">]><a/>', f"1:40: the document declares the entity f, {NO_ENTITIES}"),
        ('<!DOCTYPE a [<!ENTITY % p "x">]><a/>', f"1:27: the document declares the entity p, {NO_ENTITIES}"),
        ('<!DOCTYPE a SYSTEM "a.dtd"><a/>', f"1:27: {NO_FILES}"),
        ('<!DOCTYPE a PUBLIC "x" "y"><a/>', f"1:27: {NO_FILES}"),
    ],
    ids=["expansion", "file", "parameter", "SYSTEM", "PUBLIC"],
)
def test_entities_and_external_files(xml: str, said: str) -> None:
    assert refused(xml, LimitError) == f"a.xml:{said}"


def test_entities_in_an_encoding_that_only_one_parser_reads() -> None:
    xml = '<?xml version="1.0" encoding="gb18030"?><!DOCTYPE a [<!ENTITY e "武">]><a>&e;</a>'.encode("gb18030")
    assert refused(xml, LimitError) == f"a.xml: the document declares the entity e, {NO_ENTITIES}"


@pytest.mark.parametrize(
    "xml", ["<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ELEMENT a EMPTY>]><a/>", "<?xml-model href='x'?><a/>"]
)
def test_what_declares_no_entity_passes(xml: str) -> None:
    assert parse_xml(xml.encode()).getroot().tag == "a"


def test_depth() -> None:
    assert len(list(parse_xml(nested(MAX_DEPTH)).iter())) == MAX_DEPTH
    too_deep = "elements are nested more than 256 deep, the limit"
    assert refused(nested(MAX_DEPTH + 1), LimitError) == f"a.xml:1:769: {too_deep}"
    # a document that never ends is stopped there too, and not first read to its end
    assert refused(b"<a>" * 100_000, LimitError) == f"a.xml:1:769: {too_deep}"


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


def test_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "MAX_SIZE", 2**20)
    path = tmp_path / "a.xml"
    path.write_bytes(b"<a>" + b"x" * (2**20 - 7) + b"</a>")
    assert len(parse_xml(path).getroot().text or "") == 2**20 - 7
    path.write_bytes(path.read_bytes() + b"\n")
    for source in (path, path.read_bytes()):
        with pytest.raises(LimitError) as caught:
            parse_xml(source, name="a.xml")
        assert str(caught.value) == "a.xml: larger than 1 MB, the limit for XML"


def test_large_values_are_not_limited_by_themselves() -> None:
    """A text, an attribute of more than 10 MB and very many attributes are refused by the parser underneath if let alone."""
    large = b"x" * 10_000_001
    root = parse_xml(b"<a n='" + large + b"'>" + large + b"</a>").getroot()
    assert len(root.get("n") or "") == len(root.text or "") == len(large)
    many = b" ".join(b'n%d="1"' % n for n in range(20_000))
    assert len(parse_xml(b"<a " + many + b"/>").getroot().attrib) == 20_000


def test_paths(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<a>&</a>")
    with pytest.raises(InputError) as caught:
        parse_xml(path)
    assert str(caught.value).startswith(f"{path}:1:4: ")
    for missing, said in (
        (tmp_path, "this is a folder (name a file in it)"),
        (tmp_path / "b", "no such file (check the name)"),
    ):
        with pytest.raises(InputError) as caught:
            parse_xml(missing)
        assert str(caught.value) == f"{missing}: {said}"
    with pytest.raises(InputError, match="cannot be read: embedded null byte"):
        parse_xml("a\0b")


# Where elements are: lines and columns from 1, a character a column


@pytest.mark.parametrize(
    ("xml", "places"),
    [
        ("<a><b/></a>", [(1, 1), (1, 4)]),
        ("<a>é<b/>武<b/>😀<b/></a>", [(1, 1), (1, 5), (1, 10), (1, 15)]),
        ("<é><ü/></é>", [(1, 1), (1, 4)]),
        ("<a>e\u0301<b/></a>", [(1, 1), (1, 6)]),
        ("<a>\n\n  <b/></a>", [(1, 1), (3, 3)]),
        ("<a>\r\n<b/>\r\n  <b/></a>", [(1, 1), (2, 1), (3, 3)]),
        ("<a>\r<b/></a>", [(1, 1), (2, 1)]),
        ("<a>\t<b/></a>", [(1, 1), (1, 5)]),
        ("<!-- é <x>\n --><a/>", [(2, 5)]),
        ("<a><![CDATA[<x>\n]]><b/></a>", [(1, 1), (2, 4)]),
        ("<a><?p <x>?><b/></a>", [(1, 1), (1, 13)]),
        ("<a n='\n\n>'><b/></a>", [(1, 1), (3, 4)]),
        ("<a>&amp;&#233;<b/></a>", [(1, 1), (1, 15)]),
        ("<?xml version='1.0'?>\n<!DOCTYPE a>\n<a/>", [(3, 1)]),
        ("\ufeff<a><b/>\n<b/></a>", [(1, 1), (1, 4), (2, 1)]),
        ("<a><b><c/></b><b/></a>", [(1, 1), (1, 4), (1, 7), (1, 15)]),
    ],
)
def test_positions(xml: str, places: list[tuple[int, int]]) -> None:
    assert positions(xml.encode()) == places


def test_positions_in_other_encodings() -> None:
    assert positions("<a>é武<b/></a>".encode("utf-16")) == [(1, 1), (1, 6)]
    assert positions('<?xml version="1.0" encoding="windows-1252"?>\n<a>“é”<b/></a>'.encode("cp1252")) == [
        (2, 1),
        (2, 7),
    ]


def test_positions_end_where_the_xml_does() -> None:
    assert positions(b"<a><b/>\n<c></a><d/>") == [(1, 1), (1, 4), (2, 1)]
    assert positions(b"no XML") == []


# elements, and what may stand between them: text of any kind of character and line end, comments, CDATA, instructions
BETWEEN = st.sampled_from(
    ["", "x", "é", "武", "😀", "\n", "\r\n", "\t", "&amp;", "<!-- <z>\n-->", "<![CDATA[<z>\n]]>", "<?z\n?>"]
)
TAGS = st.lists(st.tuples(st.lists(BETWEEN, max_size=3).map("".join), st.booleans()), max_size=20)


@given(TAGS)
def test_each_position_is_that_of_its_element(tags: list[tuple[str, bool]]) -> None:
    """Written without a parser: a document is put together, and each start tag's place counted as it is written."""
    written, expected, open_ = "", [], 0
    for between, closed in [("", False), *tags]:
        written += between if open_ else ""
        lines = written.replace("\r\n", "\n").split("\n")
        expected.append((len(lines), len(lines[-1]) + 1))
        written += "<e/>" if closed else "<e>"
        open_ += not closed
    written += "</e>" * open_
    assert positions(written.encode()) == expected
    assert len(list(parse_xml(written.encode()).iter(etree.Element))) == len(expected)

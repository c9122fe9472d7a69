"""Validation against other schemas than our own, changed, missing and wrong ones."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import tei
from schema_cases import faults, record, said
from tei.errors import InputError, ResourceError

# Other schemas

LETTERS = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0">
 <start><element name="letters"><oneOrMore><ref name="letter"/></oneOrMore></element></start>
 <define name="letter">
  <element name="letter">
   <attribute name="to"/>
   <optional><attribute name="kind"><choice><value>private</value><value>official</value></choice></attribute></optional>
   <text/>
  </element>
 </define>
</grammar>
"""


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    path = tmp_path / "letters.rng"
    path.write_text(LETTERS)
    return path


def test_a_foreign_schema(letters: Path) -> None:
    right = b'<letters><letter to="Ann" kind="private">Dear Ann</letter></letters>'
    assert faults(right, schema=letters) == faults(right, schema=str(letters)) == []
    found = faults(
        b'<letters>\n<letter>a</letter>\n<letter to="b" kind="public"/>\n<letter to="c"><b/></letter>\n<note/>\n</letters>',
        schema=letters,
    )
    assert [(d.line, d.message, d.hint, d.expected) for d in found] == [
        (2, "the attribute to of <letter> is missing", "", ()),
        (3, 'the attribute kind of <letter> cannot be "public"', "", ("private", "official")),
        (4, "<b> is not an element of this schema", "", ()),
        (5, "<note> is not an element of this schema", "", ("letter",)),
    ]


def test_a_foreign_schema_brings_none_of_our_rules(tmp_path: Path) -> None:
    """Only pointers and ids are looked at in every document: they mean the same everywhere."""
    anything = tmp_path / "any.rng"
    anything.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any"><element>'
        '<anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>'
        "</element></define></grammar>"
    )
    assert said("<p>x<gap/></p>") == ["say with @reason why something is missing"]
    assert said("<p>x<gap/></p>", schema=anything) == []
    assert len(said('<p who="#nobody">x</p>', schema=anything)) == 1


def test_a_schema_that_was_changed_is_read_again(letters: Path) -> None:
    assert len(said(b"<letters/>", schema=letters)) == 1
    letters.write_text(LETTERS.replace("oneOrMore", "zeroOrMore"))
    assert said(b"<letters/>", schema=letters) == []


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("s.rng", "<grammar/>", ResourceError, "this is not a RELAX NG schema: "),
        ("s.rng", "<grammar", InputError, "the tag <grammar> is cut off before its end"),
        ("s.rnc", "start = text", ResourceError, ":1:1: text is not allowed at the start of a schema"),
        (
            "s.rng",
            '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="http://localhost:1/x.rng"/></grammar>',
            ResourceError,
            "the schema includes http://localhost:1/x.rng, and the network is never used",
        ),
    ],
    ids=["no schema", "not well-formed", "compact", "network"],
)
def test_schemas_that_cannot_be_used(
    name: str, content: str, error: type[Exception], message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(error) as caught:
        faults(record("<p>x</p>"), schema=path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)


def test_a_missing_schema(tmp_path: Path) -> None:
    missing = tmp_path / "s.rng"
    with pytest.raises(InputError) as caught:
        faults(record("<p>x</p>"), schema=missing)
    assert str(caught.value) == f"{missing}: no such file (check the name)"


LETTER = """<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0">
<zeroOrMore><element name="line"><text/></element></zeroOrMore></element>"""


def test_a_long_document_is_read_as_a_stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["tei.validate"], "_LONGEST", 1000)
    schema, long = tmp_path / "letter.rng", tmp_path / "long.xml"
    schema.write_text(LETTER)
    long.write_text("<letter>" + "<line>x</line>" * 200 + "<lien/></letter>")
    messages = [
        "the document is longer than 0 MB, so only its grammar was looked at",
        "<lien> is not an element of this schema",
    ]
    for document in (long, long.read_bytes()):
        found = tei.validate(document, schema=schema)
        assert [d.message for d in found] == messages
        assert (found[1].line, found[1].column) == (1, len("<letter>") + 200 * len("<line>x</line>") + 1)
        assert [d.message for d in tei.validate(document, schema=schema, grammar_only=True)] == messages[1:]

"""One input through every output format: nothing lost, nothing twice, nothing that could do harm, the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import tei
from data import SEED, corpus_texts, dev_texts, needs_shared
from rendered import text, wrong
from tei.render import FORMATS, by_suffix, installed, rendition
from tei.render.completeness import EXCEPTIONS
from tei_of_others import BARE, CORPUS, OTHER

NAMES = [name for name in FORMATS if installed(FORMATS[name].extra)]
QUICK = [name for name in NAMES if name not in ("pdf", "docx")]


# all the words


@pytest.mark.parametrize("name", NAMES)
def test_seed(name: str) -> None:
    assert not wrong(tei.convert(SEED).xml, name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("document", [OTHER, CORPUS, BARE], ids=["other", "corpus", "bare"])
def test_tei_of_others(document: bytes, name: str) -> None:
    assert not wrong(document, name)


@needs_shared
@pytest.mark.parametrize("path", dev_texts()[::6], ids=lambda p: p.stem)
def test_development_documents(path: Path) -> None:
    xml = tei.convert(path).xml
    assert not {name: found for name in QUICK if (found := wrong(xml, name))}
    assert not [found for rows in ("turns", "mentions", "redactions") if (found := wrong(xml, "csv", rows=rows))]


@needs_shared
def test_corpus() -> None:
    for _, source in corpus_texts()[::100]:
        xml = tei.convert(source).xml
        assert not {name: found for name in QUICK if (found := wrong(xml, name))}


# elements that hold words, and those they hold: any nesting, valid or not
_LEAVES = st.sampled_from(
    ["one@", "two@ three@", "4@. four", "- five@", "# six@", "a@|b@", "x@<y@", "{z@}", "\\par@", "=@"]
).map(lambda words: words.replace("&", "&amp;").replace("<", "&lt;"))
_KINDS = st.sampled_from(
    "p div sp speaker l lg list item table row cell q quote said note persName hi head stage seg supplied choice foo u".split()
)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.builds(
        lambda kind, parts: f"<{kind}>{' '.join(parts)}</{kind}>", _KINDS, st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_TREES, min_size=1, max_size=4))
def test_any_tree(parts: list[str]) -> None:
    body = "".join(parts).replace("<note>", '<note place="foot">')
    count = iter(range(1000, 9999))
    body = re.sub("@", lambda _: str(next(count)), body)  # so that no words stand twice
    document = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'.encode()
    for name in ("text", "markdown", "latex", "epub", "json"):
        lost = [d.message for d in rendition(document, name).diagnostics if d.code == "text-not-shown"]
        assert not lost, name


def test_what_is_lost_is_found(tmp_path: Path) -> None:
    """The check is no formality: a stylesheet that drops, and one that doubles, are told on."""
    own = tmp_path / "own.xsl"
    begin = (
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0">'
        '<xsl:import href="tei:text.xsl"/>'
    )
    own.write_text(f'{begin}<xsl:template match="tei:quote"/></xsl:stylesheet>', encoding="utf-8")
    found = rendition(OTHER, "text", xslt=own).diagnostics
    assert [(d.code, d.message, d.line) for d in found] == [
        ("text-not-shown", 'the words "Quoted paragraph." of <p> are not shown', 19),
        ("text-not-shown", 'the words "quoted verse" of <l> are not shown', 19),
    ]
    twice = '<xsl:template match="tei:body/tei:div"><xsl:apply-templates/><xsl:apply-templates/></xsl:template>'
    own.write_text(f"{begin}{twice}</xsl:stylesheet>", encoding="utf-8")
    assert "text-shown-twice" in {d.code for d in rendition(OTHER, "text", xslt=own).diagnostics}


def test_the_exceptions_are_these() -> None:
    assert EXCEPTIONS == ("index",)
    for name in QUICK:
        if name not in ("html", "source"):
            assert b"not a word" not in tei.render(OTHER, name)


def test_elements_without_a_template_are_reported() -> None:
    for name in ("html", "text", "json"):
        said = [(d.message, d.line) for d in rendition(OTHER, name).diagnostics if d.code == "element-plain"]
        assert said == [
            ("<madeUp> has no template (met once); its content is shown as it is", 25),
            ("<inner> has no template (met 2 times); its content is shown as it is", 25),
        ]
    assert not rendition(tei.convert(SEED).xml, "text").diagnostics


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_each_time(name: str) -> None:
    tree = etree.ElementTree(etree.fromstring(OTHER))
    before = etree.tostring(tree)
    assert tei.render(OTHER, name) == tei.render(OTHER, name) == tei.render(tree, name)
    assert etree.tostring(tree) == before


# options


@pytest.mark.parametrize(
    ("lang", "word"),
    [("en", "Notes"), ("de", "Anmerkungen"), ("fr", "Notes"), ("es", "Notas"), ("ru", "Примечания"), ("zh", "注释")],
)
def test_language_of_labels(lang: str, word: str) -> None:
    assert f"\n{word}\n" in tei.render(OTHER, "text", lang=lang).decode()


def test_title() -> None:
    assert tei.render(OTHER, "markdown", title="A *new* one").decode().startswith("# A \\*new\\* one\n")
    assert not [d for d in rendition(OTHER, "markdown", title="x").diagnostics if d.code.startswith("text")]


def test_format_by_suffix() -> None:
    assert [by_suffix(n) for n in ("a.html", "a.source.txt", "a.txt", "B.EPUB", "a.xml", "a")] == [
        "html", "source", "text", "epub", None, None,
    ]  # fmt: skip


def test_what_had_to_be_assumed() -> None:
    found = rendition(BARE, "text").diagnostics
    assert [(d.code, d.message, d.hint) for d in found] == [
        (
            "namespace-missing",
            "the document has no namespace; its elements are taken as those of TEI P5",
            'write <TEI xmlns="http://www.tei-c.org/ns/1.0">',
        )
    ]
    made = text(CORPUS, "text")
    assert made.index("The Corpus") < made.index("One") < made.index("Words of one") < made.index("Words of two")


def test_p4_is_told() -> None:
    with pytest.raises(tei.InputError) as caught:
        tei.render(b'<?xml version="1.0"?>\n<TEI.2><teiHeader/><text/></TEI.2>', "text")
    assert str(caught.value) == (
        ":2:1: this is TEI P4, and TEI P5 is what is shown here"
        " (convert it to P5 first, for instance with p4top5.xsl of the TEI consortium)"
    )

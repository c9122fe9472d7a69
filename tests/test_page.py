"""The page that ``tei render`` makes: all the words, once and in order; links that lead somewhere; nothing that could do harm."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

import tei
from data import SEED, corpus_texts, dev_texts, needs_shared
from tei.render import LANGUAGES
from tei.resources import resource

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ALLOWED = ("http://", "https://", "#")
EXPORTS = (
    "data:application/x-bibtex;",
    "data:application/x-research-info-systems;",
    "data:application/vnd.citationstyles.csl+json;",
)


def whole(xml: bytes, **options: Any) -> html.HtmlElement:
    return html.document_fromstring(tei.render(xml, **options).decode())


def page(xml: bytes) -> html.HtmlElement:
    """The page without its script and style, which are no words of it; they are what the page's policy names."""
    made = whole(xml)
    policy = made.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "unsafe" not in policy
    for element in [*made.iter("script", "style")]:
        digest = b64encode(sha256((element.text or "").encode()).digest()).decode()
        assert element.get("type") == "application/ld+json" or f"'sha256-{digest}'" in policy
        element.drop_tree()
    return made


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def sound(xml: bytes) -> None:
    """What holds for every page."""
    made = page(xml)
    ids = [e.get("id") for e in made.iter() if isinstance(e.tag, str) and e.get("id")]
    assert len(ids) == len(set(ids))
    for element in made.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("script", "iframe", "object", "embed", "link", "base", "form")
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in ("href", "src", "action"):
                assert value.startswith(EXPORTS if element.get("download") else ALLOWED), value
                if value.startswith("#"):
                    assert value[1:] in ids, value
    for element in made.find_class("pb") + made.find_class("noteref"):  # in the margin, above the line: no words
        element.drop_tree()
    shown = letters(
        "".join(map(str, next(made.iter("header")).itertext())) + "".join(map(str, next(made.iter("main")).itertext()))
    )
    at = 0
    for word in beginnings(xml):
        found = shown.find(word, at)
        assert found >= 0, word
        at = found


def beginnings(xml: bytes) -> list[str]:
    """The first letters of each block in order; notes are left out, which stand at the end of the page."""
    root = etree.fromstring(xml)
    blocks = root.xpath(".//t:text//*[self::t:p or self::t:head or self::t:item][not(ancestor::t:note)]", namespaces=NS)
    texts = (
        letters("".join(b.xpath(".//text()[not(ancestor::t:note[@place] or ancestor::t:ref)]", namespaces=NS)))
        for b in blocks
    )
    return [text[:60] for text in texts if text]


def test_seed() -> None:
    xml = tei.convert(SEED).xml
    sound(xml)
    made = page(xml)
    assert made.findtext(".//title") == etree.fromstring(xml).findtext(".//t:titleStmt/t:title", namespaces=NS)
    shown = " ".join("".join(map(str, made.body.itertext())).split())
    for words in (
        "[Leonid] Brezhnev",
        "Kim Byeong-jik [Kim Pyong Jik]",
        "PRC FMA 106-00827-02",
        "Jeffrey Wang",
        "MacArthur Foundation",
        "Chinese Embassy",
    ):
        assert words in shown


def test_every_bracket_of_the_source_is_shown() -> None:
    shown = "".join(map(str, next(page(tei.convert(SEED).xml).iter("main")).itertext()))
    source = SEED.read_text(encoding="utf-8")
    assert shown.count("[") == source.count("[")
    assert shown.count("]") == source.count("]")


@needs_shared
@pytest.mark.parametrize("path", dev_texts()[::4], ids=lambda p: p.stem)
def test_development_documents(path: Path) -> None:
    sound(tei.convert(path).xml)


@needs_shared
def test_corpus() -> None:
    for _, text in corpus_texts()[::30]:
        sound(tei.convert(text).xml)


WORDS = st.lists(
    st.sampled_from(
        [
            "Mr. Mann: Did you? [all]",
            "Mr. Rusk: I did.[1]",
            "[1] A note.",
            "[Page 3]",
            "<script>alert(1)</script>",
            "a & b < c > d",
            "[2 lines not declassified]",
            "[Laughter]",
            "SECRET",
            "May 5, 1960",
            "Dear Sir:",
            "* * *",
            "recieve [receive] loose [sic]",
            "N[asser] said so to [Leonid] Brezhnev.",
        ]
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(WORDS.map("\n\n".join))
def test_any_record(text: str) -> None:
    sound(tei.convert(text + "\n").xml)


HARMFUL = """Citation: “<b>Talk</b>,” May 5, 1960, An Archive, B 5. javascript:alert(1) http://example.org/"onmouseover="x

Summary: <img src=x onerror=alert(1)> & so on

Credits: Translated by "A <script>B</script>".

Mr. Mann: <script>alert("x")</script> [<i>you</i>]?

Mr. Rusk: I did. &lt;
"""


def test_what_is_written_like_a_program_is_shown_as_words() -> None:
    xml = tei.convert(HARMFUL).xml
    sound(xml)
    shown = "".join(map(str, page(xml).body.itertext()))
    for words in ('<script>alert("x")</script>', "<img src=x onerror=alert(1)>", "[<i>you</i>]", "&lt;"):
        assert words in shown
    assert b"default-src 'none'" in tei.render(xml)


FOREIGN = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A &lt;play&gt;</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><front><docTitle><titlePart>Front
matter</titlePart></docTitle></front><body><lg><l>First line</l><l>second <hi rend="italic">line</hi></l></lg><table><row><cell>one
</cell><cell>two</cell></row></table><p>See <ref target="javascript:alert(1)">here</ref>, <ref target="https://example.org/">there</ref>
and <graphic url="http://example.org/x.png"/><unknownThing>everywhere</unknownThing>.<note>aside</note></p></body></text></TEI>"""


def test_tei_of_others_keeps_its_words() -> None:
    made = page(FOREIGN.encode())
    shown = " ".join("".join(map(str, made.body.itertext())).split())
    for words in (
        "A <play>",
        "Front matter",
        "First line",
        "second line",
        "one",
        "two",
        "here",
        "there",
        "everywhere",
        "aside",
    ):
        assert words in shown
    links = [a.get("href") for a in made.iter("a") if (a.get("href") or "").startswith("http")]
    assert links == ["https://example.org/", "http://example.org/x.png"]  # the picture is a link: nothing is fetched
    assert not [e for e in made.iter("img") if (e.get("src") or "").startswith("http")]


def export(made: html.HtmlElement, suffix: str) -> str:
    (link,) = [a for a in made.iter("a") if (a.get("download") or "").endswith(suffix)]
    return unquote(link.get("href").partition(",")[2])


def test_a_citation_for_people_and_programs() -> None:
    made = whole(tei.convert(SEED).xml)
    assert (
        made.find_class("citation")[0]
        .text_content()
        .startswith('"Record of Conversation between the Chinese Ambassador')
    )
    assert export(made, ".bib").split("\n")[:5] == [
        "@misc{1965-record-of-conversation-between-the,",
        "  title = {{Record of Conversation between the Chinese Ambassador to the Soviet Union Pan Zili and the Korean Ambassador"
        " to the Soviet Union Ambassador Kim Byeong-jik}},",
        "  year = {1965},",
        "  month = {2},",
        "  day = {10},",
    ]
    ris = export(made, ".ris").split("\r\n")
    assert (ris[0], ris[-2]) == ("TY  - MANSCPT", "ER  - ")
    assert "DA  - 1965/02/10/" in ris
    assert "UR  - https://digitalarchive.wilsoncenter.org/document/116550" in ris
    (item,) = json.loads(export(made, ".json"))
    assert item["issued"] == {"date-parts": [[1965, 2, 10]]}
    assert {c["literal"] for c in item["contributor"]} == {"Shen Zhihua", "Jeffrey Wang", "Charles Kraus"}
    (about,) = [json.loads(s.text) for s in made.iter("script") if s.get("type") == "application/ld+json"]
    assert (about["@type"], about["dateCreated"], about["inLanguage"]) == ("ArchiveComponent", "1965-02-10", "en")
    named = {m.get("name"): m.get("content") for m in made.iter("meta")}
    assert (named["citation_publication_date"], named["DC.date"]) == ("1965/02/10", "1965-02-10")


def test_a_citation_cannot_leave_its_format() -> None:
    made = whole(
        FOREIGN.replace("A &lt;play&gt;", "}% \\input{x} &lt;/script>&lt;script>alert(1)\n&#13;TY  - JOUR").encode()
    )
    assert export(made, ".bib").count("\n") == 3
    assert "\\textbackslash{}input\\{x\\}" in export(made, ".bib")
    assert export(made, ".ris").count("\r\n") == export(made, ".ris").count("\n") == 3
    assert len([*made.iter("script")]) == 2


def test_index_and_timeline() -> None:
    made = page(tei.convert(SEED).xml)
    (entry,) = [li for li in made.iter("li") if li.get("id") == "pan-zili"]
    (count,) = entry.find_class("count")
    links = entry.find_class("mentions")[-1].iter("a")
    assert int(count.text) == len({a.get("href") for a in links}) > 5
    (strip,) = made.find_class("timeline")
    rows = [(voice.get("data-who"), voice.find_class("count")[0].text) for voice in strip.find_class("voice")]
    assert rows == [("kim-byeong-jik", "4"), ("pan-zili", "3")]
    bars = [*strip.iter("rect")]
    assert len(bars) == len(made.find_class("turn")) == 7
    assert 900 < sum(float(bar.get("width")) for bar in bars) <= 1000
    assert not page(FOREIGN.encode()).find_class("timeline")  # nobody speaks


LABELS = {"de": "Zitierweise", "fr": "Citer", "es": "Citar como", "ru": "Как цитировать", "zh": "引用格式"}


def test_the_index_of_a_page_with_a_stylesheet_of_ones_own(tmp_path: Path) -> None:
    """It leads where the page's own does, and nowhere where the names are shown without their ids."""
    xml = tei.convert(SEED).xml
    own = tmp_path / "own.xsl"
    begin = (
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0">'
        '<xsl:import href="tei:html.xsl"/>'
    )
    own.write_text(f"{begin}</xsl:stylesheet>", encoding="utf-8")
    index = "//nav[@class='index']"
    usual, same = whole(xml).xpath(index)[0], whole(xml, xslt=own).xpath(index)[0]
    assert usual.xpath(".//a/@href") == same.xpath(".//a/@href") != []

    bare = "".join(
        f'<xsl:template match="tei:{name}"><xsl:apply-templates/></xsl:template>'
        for name in ("persName", "date", "time")
    )
    own.write_text(f"{begin}{bare}</xsl:stylesheet>", encoding="utf-8")
    made = whole(xml, xslt=own)
    ids = {*made.xpath("//@id")}
    assert [a for a in made.xpath("//a/@href") if a.startswith("#") and a[1:] not in ids] == []
    index_of = made.xpath(index)[0]
    assert index_of.xpath("section/@class") == ["people", "places"]
    assert len(index_of.xpath("section[@class='people']//li")) == len(usual.xpath("section[@class='people']//li"))
    assert index_of.xpath("section[@class='people']//span[@class='count']") == []
    assert index_of.xpath("section[@class='people']//p[@class='mentions speaks']/a") != []


@pytest.mark.parametrize(("lang", "word"), LABELS.items())
def test_the_language_of_the_page(lang: str, word: str) -> None:
    made = whole(tei.convert(SEED).xml, lang=lang)
    (label,) = [h for h in made.iter("h3") if h.get("id") == "page:cite"]
    assert (label.text, label.get("lang")) == (word, lang)
    assert made.get("lang") == "en"  # the text's own


def test_every_word_of_the_page_has_every_language() -> None:
    (table,) = etree.parse(resource("xslt", "html/words.xsl")).xpath("//*[@name = 'own-words']/*")
    keys = [[line.partition("=")[0] for line in block.text.strip().splitlines()] for block in table]
    assert len(keys) == len(LANGUAGES)
    assert len(keys[0]) > 60
    assert all(of_language == keys[0] for of_language in keys)


def test_title_style_sheet_and_tei() -> None:
    made = whole(tei.convert(SEED).xml, title="Another <title>", css="p{color:red}", params={"tei": "record.xml"})
    assert [made.findtext(".//title"), next(made.iter("h1")).text] == ["Another <title>"] * 2
    assert [*made.iter("style")][-1].text == "p{color:red}"
    assert [a.text for a in made.iter("a") if a.get("href") == "record.xml"] == ["TEI"]
    unsafe = whole(tei.convert(SEED).xml, params={"tei": "javascript:alert(1)"})
    assert not [a for a in unsafe.iter("a", "link") if "javascript" in (a.get("href") or "")]


def test_the_same_bytes_each_time() -> None:
    xml = tei.convert(SEED).xml
    tree = etree.ElementTree(etree.fromstring(xml))
    before = etree.tostring(tree)
    assert tei.render(xml) == tei.render(xml) == tei.render(tree)
    assert etree.tostring(tree) == before  # what was given is left as it was


def test_what_cannot_be_rendered() -> None:
    with pytest.raises(tei.InputError) as caught:
        tei.render(b"<html/>")
    assert str(caught.value) == (
        'the root is <html>, not <TEI> in the TEI namespace (a TEI document begins <TEI xmlns="http://www.tei-c.org/ns/1.0">)'
    )
    with pytest.raises(ValueError, match='no format "odt"; there is csv, docx, epub, html'):
        tei.render(FOREIGN.encode(), format="odt")

"""The main job on the real record: everything a reader of the seed would look for is there, linked, and in its place."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from lxml import etree

import tei
from data import SEED
from tei.pipeline import Edition

NS = {"t": "http://www.tei-c.org/ns/1.0"}
EDITORIAL = ("supplied", "gap", "corr", "ex", "vocal", "kinesic", "incident", "unclear", "stage", "note")


@cache
def seed() -> Edition:
    return tei.convert(SEED)


def find(path: str) -> list[etree._Element]:
    found = seed().tree.root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return found


def said(path: str) -> list[str]:
    return [" ".join("".join(e.xpath(".//text()")).split()) for e in find(path)]


def test_header() -> None:
    assert said("//t:titleStmt/t:title") == [
        "Record of Conversation between the Chinese Ambassador to the Soviet Union Pan Zili and the Korean Ambassador to "
        "the Soviet Union Ambassador Kim Byeong-jik"
    ]
    assert said("//t:msIdentifier/t:institution") == ["Wilson Center Digital Archive"]
    assert "PRC FMA 106-00827-02" in said("//t:msIdentifier/t:idno[@type='callNumber']")
    locus = find("//t:msItem/t:locus")[0]
    assert (locus.get("from"), locus.get("to")) == ("70", "79")
    assert said("//t:publicationStmt/t:idno[@type='URI']") == [
        "https://digitalarchive.wilsoncenter.org/document/116550"
    ]
    people = {
        " ".join("".join(r.find("t:persName", NS).itertext()).split()): "".join(r.find("t:resp", NS).itertext())
        for r in find("//t:titleStmt/t:respStmt")
        if r.find("t:persName", NS) is not None
    }
    assert set(people) >= {"Shen Zhihua", "Jeffrey Wang", "Charles Kraus"}
    assert "btained" in people["Shen Zhihua"]
    assert "ranslat" in people["Jeffrey Wang"]
    assert "ranslat" in people["Charles Kraus"]
    assert said("//t:titleStmt/t:funder") == ["MacArthur Foundation"]
    assert said("//t:notesStmt/t:note[@n='Credits']") == [
        "This document was made possible with support from MacArthur Foundation"
    ]
    assert [e.get("mainLang") for e in find("//t:textLang")] == ["zh"]
    assert {e.get("ident") for e in find("//t:langUsage/t:language")} >= {"zh", "en"}
    assert find("//t:text")[0].get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert said("//t:profileDesc/t:abstract")[0].startswith("Chinese Ambassador to the Soviet Union and North Korean")
    assert [e.get("when") for e in find("//t:creation/t:date")] == ["1965-02-10"]
    assert [e.get("when") for e in find("//t:setting/t:date")] == ["1965-02-10T16:00:00"]
    assert "Chinese Embassy" in said("//t:setting")[0]


def test_every_bracket_is_one_editorial_element() -> None:
    body = find("//t:body")[0]
    text = "".join(body.xpath(".//text()"))
    assert "[" not in text
    assert "]" not in text
    brackets = [e for e in body.iter(*(f"{{{NS['t']}}}{n}" for n in EDITORIAL)) if e.get("place") != "end"]
    assert len(brackets) == 68
    assert Counter(e.get("reason") for e in brackets)["explanation"] >= 5


def test_names_completed_by_the_editor_are_inside_their_name() -> None:
    completed = [
        *("Leonid", "Alexei", "Zili", "Alexander", "Yumjaagiin", "Jawaharlal"),
        *("Andrei", "N.G.", "Vasily", "Enlai", "Yuri"),
    ]
    inside = Counter(said("//t:body//t:persName/t:supplied"))
    assert {name: inside[name] for name in completed} == dict.fromkeys(completed, 1)


def test_what_is_no_person() -> None:
    named = " ".join(said("//t:body//t:persName"))
    for other in ("Library", "Warsaw", "Pravda", "Prayda", "Leopoldville", "Embassy", "Korea"):
        assert other not in named


def test_one_id_for_all_forms_of_a_name() -> None:
    forms: dict[str, set[str]] = {}
    for name in find("//t:body//t:persName"):
        if name.get("ref"):
            forms.setdefault(name.get("ref", ""), set()).add(" ".join("".join(name.itertext()).split()))
    together = [
        {"Ambassador Kim", "Ambassador Kim Byeong-jik", "Kim Pyong Jik"},
        {"Ambassador Pan", "Ambassador Pan Zili"},
        {"Premier Zhou", "Premier Zhou Enlai", "Zhou Enlai"},
        {"Brezhnev", "Leonid Brezhnev"},
        {"Kosygin", "Alexei Kosygin"},
        {"Tsedenbal", "Yumjaagiin Tsedenbal"},
    ]
    for group in together:
        assert sum(1 for met in forms.values() if met & group) == 1, group
        assert any(group <= met for met in forms.values()), group


def test_turns() -> None:
    turns = [(e.get("who"), e.get("ana"), e.get("rend")) for e in find("//t:body//t:sp")]
    kim, pan = turns[0][0], turns[1][0]
    assert kim
    assert pan
    assert kim != pan
    assert turns == [
        (kim, "#reported", None),
        (pan, "#interjection", "parentheses"),
        (kim, "#reported", None),
        (pan, "#interjection", "parentheses"),
        (kim, "#reported", None),
        (pan, "#reported", None),
        (kim, "#reported", None),
    ]
    pieces = [
        (e.get("{http://www.w3.org/XML/1998/namespace}id"), e.get("prev"), e.get("next"))
        for e in find("//t:body//t:sp")
    ]
    assert [p[2] for p in pieces if p[2]] == [f"#{p[0]}" for p in pieces if p[1]]
    assert sum(1 for p in pieces if p[2]) == 2
    assert not find("//t:sp[.//t:p[starts-with(normalize-space(.), 'Summary:')]]")


def test_paragraphs_run_across_page_cuts() -> None:
    cuts = find("//t:body//t:p//t:pb")
    assert [" ".join((cut.tail or "").split())[:12] for cut in cuts] == ["misbehave. A", "made necessa", "for such tal"]


def test_dates() -> None:
    when = Counter((" ".join("".join(d.itertext()).split()), d.get("when")) for d in find("//t:body//t:date"))
    assert when["10 February 1965, 4:00 p.m.", "1965-02-10T16:00:00"] == 1
    assert when["27 November of last year 1964", "1964-11-27"] == 1
    assert when["30 July 1964", "1964-07-30"] == 3
    assert when["24 November 1964", "1964-11-24"] == 2
    assert when["24 November", "1964-11-24"] == 1
    assert when["12 December", "1964-12-12"] == 1
    assert when["15 December", "1964-12-15"] == 1
    assert when["15 December 1964", "1964-12-15"] == 2
    assert when["1 March 1965", "1965-03-01"] == 1
    march = sum(n for (printed, day), n in when.items() if printed == "1 March" and day == "1965-03-01")
    assert march == len(re.findall(r"\b1 March(?! 1965)", seed().source.text))


def test_probable_misreadings_are_reported_and_unchanged() -> None:
    findings = [
        (d.message, seed().source.slice(d.span))
        for d in seed().diagnostics
        if d.code == "misreading-probable" and d.span
    ]
    assert any("[1]" in printed for _, printed in findings)
    assert any("II" in printed for _, printed in findings)
    text = "".join(find("//t:body")[0].itertext())
    assert "Kim II Sung" in text


def test_the_same_bytes_each_time() -> None:
    assert tei.convert(SEED).xml == seed().xml

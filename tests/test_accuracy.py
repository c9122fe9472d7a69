"""The accuracy benchmark: what it counts, and that no figure has fallen on the development documents."""

from __future__ import annotations

import json
from pathlib import Path

import accuracy
import pytest
import speed
from scoring.gold import GoldError, read_gold
from scoring.letters import Alignment, Letters
from scoring.measure import (
    Share,
    b_cubed,
    bracket_shares,
    date_shares,
    link_shares,
    name_shares,
    page_shares,
    turn_shares,
)
from scoring.output import read_output
from scoring.table import fallen, rounded

from data import SHARED, needs_shared

TALK = "Clifford: All ri[ght]. [Laughter]\n\nRusk: In N[asser]’s time, May 5, 1960.\n\nClifford: Yes. [Page 3] Go."


def tei_of(body: str) -> bytes:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'.encode()


def gold_of(folder: Path, text: str, spans: list[list[object]], **more: object) -> Path:
    """Writes a gold; a span is given as (printed words, kind, value), found in order."""
    placed, at = [], 0
    for words, kind, value in spans:
        at = text.index(str(words), at)
        placed.append([at, at + len(str(words)), kind, value])
    (folder / "a_1.txt").write_text(text, encoding="utf-8")
    path = folder / "a_1.json"
    path.write_text(json.dumps({"text": text, "spans": placed, **more}), encoding="utf-8")
    return path


def test_an_alignment_finds_what_moved() -> None:
    there = Alignment(Letters("One [1] two. Note."), Letters("One Note. two."))
    assert there.words == 4
    assert there.found == 2  # words in order: one, and two or the note


def test_brackets_count_when_they_are_one_element_of_the_right_kind(tmp_path: Path) -> None:
    gold = read_gold(
        gold_of(
            tmp_path,
            TALK,
            [["[ght]", "bracket", "supplied"], ["[Laughter]", "bracket", "event"], ["[asser]", "bracket", "name"]],
        )
    )
    said = (
        '<p>Clifford: All ri<supplied reason="omitted">ght</supplied>. <gap><desc>Laughter</desc></gap></p>'
        "<p>Rusk: In N[asser]’s time, May 5, 1960.</p><p>Clifford: Yes. Go.</p>"
    )
    found: dict[str, Share] = {}
    for name, share in bracket_shares(gold, read_output(tei_of(said), gold.letters)):
        found[name] = found.get(name, Share(0, 0)) + share
    assert found == {
        "brackets as one element": Share(2, 3),
        "brackets of the right kind": Share(1, 3),
        "  supplied": Share(1, 1),
        "  event": Share(0, 1),
        "  name": Share(0, 1),
        "  in a word: ex, supplied": Share(1, 2),
    }


def test_names_links_and_dates(tmp_path: Path) -> None:
    text = "Mr. Rusk met Mann. Rusk left on May 5, 1960. Page."
    spans = [
        ["Mr. Rusk", "persName", "p1"],
        ["Mann", "persName", "p2"],
        ["Rusk", "persName", "p1"],
        ["May 5, 1960", "date", "1960-05-05"],
    ]
    gold = read_gold(gold_of(tmp_path, text, spans))
    said = (
        '<p><persName ref="#p1">Mr. Rusk</persName> met <persName ref="#p1">Mann</persName>. <persName ref="#p1">Rusk</persName> '
        'left on <date when="1960-05-06">May 5, 1960</date>. <persName ref="#p2">Page</persName>.</p>'
    )
    output = read_output(tei_of(said), gold.letters)
    assert dict(name_shares(gold, output))["mentions found"] == Share(3, 3)
    assert dict(link_shares(gold, output, frozenset({"p1", "p2"}))) == {
        "links: recall": Share(2, 3),
        "links: precision where the gold has a name": Share(2, 3),
        "links: precision, unlisted mentions counted wrong": Share(2, 4),
        "links: wrong": Share(1, 3),
    }
    assert dict(date_shares(gold, output))["dates with the right day"] == Share(0, 1)


def test_turns_and_pages(tmp_path: Path) -> None:
    turns = [[0, 33, "Clifford", "turn"], [35, 75, "Rusk", "turn"]]
    gold = read_gold(gold_of(tmp_path, TALK, [], turns=turns, pagebreaks=[TALK.index("[Page")]))
    said = (
        '<sp who="#c"><p>Clifford: All right. Laughter</p></sp><p>Rusk: In Nasser’s time, May 5, 1960.</p>'
        '<p>Clifford: Yes. <pb n="3"/> Go.</p>'
    )
    output = read_output(tei_of(said), gold.letters)
    assert list(turn_shares(gold, output)) == [
        ("turn starts, F1", Share(2, 3)),
        ("turn paragraphs inside a turn", Share(1, 2)),
        ("turns of one speaker together, B³", Share(1.0, 1)),
    ]
    assert list(page_shares(gold, output)) == [("page breaks at their place", Share(1, 1))]


@pytest.mark.parametrize(("ana", "false"), [("", 1), (' ana="#reported"', 0)])
def test_a_turn_where_there_is_no_dialogue_is_false(tmp_path: Path, ana: str, false: int) -> None:
    gold = read_gold(gold_of(tmp_path, "Mr. Rusk said no.", []))
    output = read_output(tei_of(f"<sp{ana}><p>Mr. Rusk said no.</p></sp>"), gold.letters)
    assert list(turn_shares(gold, output)) == [("documents without dialogue with false turns", Share(false, 1))]


def test_b_cubed_tells_a_split_from_a_merge() -> None:
    assert b_cubed([("a", "x"), ("a", "y")]) == pytest.approx(2 / 3)
    assert b_cubed([("a", "x"), ("b", "x")]) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{", "is no gold"),
        ('{"text": "A", "spans": [[0, 2, "date", ""]]}', "outside the text"),
        ('{"text": "A"}', "is no gold"),
    ],
)
def test_a_gold_that_is_none(tmp_path: Path, data: str, message: str) -> None:
    (tmp_path / "a.json").write_text(data)
    with pytest.raises(GoldError, match=message):
        read_gold(tmp_path / "a.json")


def test_what_is_worse_than_the_baseline() -> None:
    now = rounded({"mentions found": Share(1, 2), "links: wrong": Share(1, 4), "  sic": Share(1, 1)})
    assert list(now) == ["  sic", "mentions found", "links: wrong"]
    assert fallen(now, {"mentions found": 0.5, "links: wrong": 0.2, "  event": 1.0}) == ["links: wrong", "  event"]


def test_the_table_of_a_folder_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold_of(
        tmp_path,
        "1. Notes\n\nMr. Rusk said [but] no.",
        [["Mr. Rusk", "persName", "p_r"], ["[but]", "bracket", "supplied"]],
    )
    (tmp_path / "a-people.csv").write_text('id,name,description\np_r,"Rusk, Dean",Secretary of State\n')
    file = tmp_path / "baseline.json"
    assert accuracy.main([str(tmp_path)]) == 0  # the committed baseline is of other documents
    assert "links: recall                                         1.0000      1    ≥ 0.95" in capsys.readouterr().out
    assert accuracy.main([str(tmp_path), "--baseline", str(file), "--update"]) == 0
    file.write_text(file.read_text().replace('"links: wrong": 0.0', '"links: wrong": -0.1'))
    assert accuracy.main([str(tmp_path), "--baseline", str(file)]) == 1
    assert "worse than the baseline: links: wrong" in capsys.readouterr().out
    (tmp_path / "b_2.txt").write_text("B")
    (tmp_path / "b_2.json").write_text('{"text": "B", "spans": []}')
    assert accuracy.main([str(tmp_path), "--baseline", str(file)]) == 2
    assert "is the baseline of other documents" in capsys.readouterr().err
    assert accuracy.main([str(tmp_path / "none")]) == 2


@needs_shared
def test_no_figure_has_fallen(capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([str(SHARED / "eval" / "dev")]) == 0, capsys.readouterr().out


def test_a_register_from_a_folder_of_registers(tmp_path: Path) -> None:
    for volume in ("a", "b"):
        rows = [f"{volume}{n},Name {n},\n" for n in range(200)]
        (tmp_path / f"{volume}-people.csv").write_text("id,name,description\n" + "".join(rows))
    ids = [line.split(",")[0] for line in speed.register_of(tmp_path).decode().splitlines()[1:]]
    assert ids[:4] == ["a0", "b0", "a1", "b1"]
    assert len(set(ids)) == 250

"""The Python API: what goes in and out of ``tei.convert``, and what it promises."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

import tei
import tei.pipeline
from data import ROOT, SEED, dev_texts, needs_shared
from tei.read import read
from tei.tree import Tree

TALK = "Mr. Mann: They [all] agreed.\n\nMr. Rusk: Did you?\n\nMr. Mann: Yes.\n\nMr. Rusk: I see.\n"


def test_what_may_go_in(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    for source in (path, str(path), TALK, TALK.encode(), read(path)[0]):
        edition = tei.convert(source)
        assert edition.text == TALK
        assert [p.id for p in edition.people] == ["mann", "rusk"]
    assert tei.convert(path).source.name == str(path)
    assert tei.convert(TALK, name="talk").source.name == "talk"


def test_a_text_of_one_line_is_text_unless_it_looks_like_a_file() -> None:
    assert tei.convert("He left [suddenly].").text == "He left [suddenly]."
    assert tei.convert("").text == ""
    for name in ("missing.txt", "folder/record", "C:\\records\\a.txt"):
        with pytest.raises(tei.InputError) as caught:
            tei.convert(name)
        assert str(caught.value) == f"{name}: no such file (check the name)"


def test_what_comes_out() -> None:
    edition = tei.convert(TALK)
    assert isinstance(edition.tree, Tree)
    assert etree.QName(edition.tree.root).localname == "TEI"
    assert edition.xml.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<?xml-model href="record.rng"')
    assert edition.xml is edition.xml
    assert edition.diagnostics == ()
    assert tei.validate(edition.tree) == tei.validate(edition.xml) == []
    assert tei.verify(TALK.encode(), edition.xml) == []
    assert tei.render(edition.xml).startswith(b"<!DOCTYPE html>")


def test_an_element_knows_its_place_in_the_transcript() -> None:
    edition = tei.convert(TALK)
    supplied = edition.tree.root.find(".//{*}supplied")
    assert supplied is not None
    span = edition.tree.locate(supplied)
    assert span is not None
    assert edition.source.slice(span) == "[all]"


def test_a_document_that_lost_something_is_not_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of this program must never reach a file."""
    encode = tei.pipeline.encode

    def forgetful(document: object) -> Tree:
        tree = encode(document)  # whatever the real one is given
        for supplied in tree.root.iter("{*}supplied"):
            supplied.text = "most"
        return tree

    monkeypatch.setattr(tei.pipeline, "encode", forgetful)
    with pytest.raises(tei.FidelityError) as caught:
        tei.convert(TALK, name="talk.txt")
    assert str(caught.value) == (
        "talk.txt:1:17: internal error: the document would not give the source back from here on, so nothing was "
        "written (please report this text)"
    )


CODE = "import sys, tei; sys.stdout.buffer.write(tei.convert(sys.argv[1]).xml)"


def converted(path: Path, **environment: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(path)],
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_the_same_bytes_whatever_the_machine() -> None:
    """Hash seed, locale and time zone make no difference."""
    first = converted(SEED, PYTHONHASHSEED="1")
    assert first == converted(SEED, PYTHONHASHSEED="2", LC_ALL="C", TZ="Asia/Seoul") == tei.convert(SEED).xml


@needs_shared
def test_the_same_bytes_for_other_records() -> None:
    for path in dev_texts()[::25]:
        assert converted(path, PYTHONHASHSEED="3") == converted(path, PYTHONHASHSEED="4")


def test_what_was_converted_before_makes_no_difference() -> None:
    alone = tei.convert(TALK).xml
    tei.convert("The Chairman: Order.\n\nMann: In Rusk we trust.\n")
    tei.convert(SEED)
    assert tei.convert(TALK).xml == alone


def test_public_names() -> None:
    for name in tei.__all__:
        assert getattr(tei, name) is not None
    assert set(tei.__all__) <= set(dir(tei))
    with pytest.raises(AttributeError, match="module 'tei' has no attribute 'nothing'"):
        tei.nothing  # noqa: B018  # reading it is the test


def test_importing_costs_little() -> None:
    """`import tei` loads neither lxml nor the rules: a script that only asks for the version waits for nothing."""
    code = "import sys, tei; print(sorted(m for m in sys.modules if m.startswith(('lxml', 'tei.', 'rich', 'click'))))"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"

"""What `tei verify` says when a document was changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import tei
from tei.text import Source
from tei.verify import locate, rebuild, verify

TEXT = "Mr. Mann: They [all] agreed.\n\nMr. Rusk: Good.\n\nMr. Mann: Yes.\n\nMr. Rusk: So be it.\n"


def changed(old: str, new: str) -> list[str]:
    xml = tei.convert(TEXT).xml.decode()
    assert old in xml
    return [d.message for d in verify(Source(TEXT), xml.replace(old, new, 1).encode())]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("agreed.", "agreed", '"." is missing from the document'),
        ("agreed", "disagreed", '"agreed" became "disagreed" in the document'),
        ("Good.", "Good. Very.", '" Very." is in the document but not in the source'),
        (">all<", "><", '"all" is missing from the document'),
    ],
)
def test_a_change_is_named(old: str, new: str, message: str) -> None:
    assert changed(old, new) == [message]


def test_the_same_document_differs_nowhere() -> None:
    assert verify(Source(TEXT), tei.convert(TEXT).xml) == []


def test_only_blanks() -> None:
    findings = verify(Source(TEXT.replace("Good.", "Good. ")), tei.convert(TEXT).xml)
    assert [d.hint for d in findings] == ["only blanks differ"]


def test_not_tei(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text("<html/>")
    with pytest.raises(tei.InputError) as caught:
        verify(Source(TEXT), path)
    assert str(caught.value) == (
        f"{path}: the root is <html>, not <TEI> in the TEI namespace (give a document made by tei convert)"
    )


def test_place_of_an_element_in_the_transcript() -> None:
    tree = etree.fromstring(tei.convert(TEXT).xml).getroottree()
    found = [TEXT[locate(tree, e) or 0 :][:4] for e in list(tree.iter("{*}speaker", "{*}supplied"))]
    assert found == ["Mr. ", "all]", "Mr. ", "Mr. ", "Mr. "]
    assert rebuild(tree) == TEXT
    title = tree.find(".//{*}titleStmt")
    assert title is not None
    assert locate(tree, title) is None

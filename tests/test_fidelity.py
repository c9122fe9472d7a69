"""The law: every character of the source is in the document once, and the stylesheet gives the source back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

import tei
from data import SEED, corpus_texts, dev_texts, needs_shared
from tei.resources import resource
from tei.text import Source
from tei.verify import rebuild

RNG = etree.RelaxNG(etree.parse(str(resource("schemas", "record.rng"))))


def holds(source: str | bytes | Path | Source) -> None:
    edition = tei.convert(source)
    read_again = etree.fromstring(edition.xml, etree.XMLParser(huge_tree=True))
    assert rebuild(read_again) == edition.source.text
    assert RNG.validate(read_again), RNG.error_log.last_error


def test_seed() -> None:
    holds(SEED)


@needs_shared
@pytest.mark.parametrize("path", dev_texts(), ids=lambda p: p.stem)
def test_development_documents(path: Path) -> None:
    holds(path)


@needs_shared
@pytest.mark.parametrize("part", range(10))
def test_corpus(part: int) -> None:
    for _, text in corpus_texts()[part::10]:
        holds(text)


# what records are made of, so that chance finds their combinations
PIECES = st.sampled_from(
    [
        *"\n \t\r\f[]():.,-—*'\"[]",
        *(
            "\n\n",
            "\n\n\n",
            "[1]",
            "[1] ",
            "[2] ",
            "[Page 3]",
            "[page iv]",
            "[but]",
            "[sic]",
            "recieve [receive]",
            "N[asser]",
        ),
        *(
            "[Leonid] Brezhnev",
            "Kim Byeong-jik [Kim Pyong Jik]",
            "Mr. Mann",
            "Clifford: ",
            "THE CHAIRMAN: ",
            "Q. ",
            "A. ",
        ),
        *(
            "(Ambassador Pan: ",
            "HAMLET. ",
            "Citation:",
            "Summary:",
            "Time: ",
            "Participants:",
            "SUBJECT",
            "1. ",
            "2. ",
            "a) ",
        ),
        *(
            "10 February 1965",
            "30 July [1964]",
            "September 2, 1968, 10:10 a.m.",
            "[less than 1 line not declassified]",
        ),
        *(
            "Dear Mr. Mann:",
            "Sincerely yours,",
            "SECRET",
            "* * *",
            "word-\nbreak",
            "He said that",
            "and so on",
        ),
        *(
            "\x00",
            "\x07",
            "\x0b",
            "\x85",
            "\u00a0",
            "\u00ad",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\ue000",
            "\ue001",
            "\U0010ffff",
            "é",
            "武",
        ),
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_texts_of_pieces(text: str) -> None:
    holds(Source(text))


# whole blocks: openers, turns, notes and headings in every order
BLOCKS = st.sampled_from(
    [
        *(
            "He left.[1]",
            "[1] A note.",
            "[2] Another.",
            "[3] x",
            "Summary: x [1]",
            "Mr. Mann: Did you? [2]",
            "(Mr. Rusk: No.)",
        ),
        *(
            "Mr. Rusk: I did. [1]",
            "May 5, 1960",
            "Dear Sir:",
            "Sincerely yours,",
            "SECRET",
            "* * *",
            "[Page 3]",
            "Enclosure",
        ),
        *(
            "PARTICIPANTS",
            "A. B.",
            "1. A point",
            "2. Another",
            "One.",
            "Two words.",
            "[Omitted here is a list.]",
            "THE END",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(BLOCKS, max_size=14).map("\n\n".join))
def test_records_of_blocks(text: str) -> None:
    holds(Source(text))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_unicode(text: str) -> None:
    holds(Source(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\n\n\n",
        "[",
        "]",
        "[]",
        "He left.[1]\n\nMay 5, 1960\n\n[1] A note.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n",
        "[[]]",
        "()",
        ":",
        "a:",
        "\x00",
        "\ud800",
        "[1]",
        "[1] ",
        "]] [[",
        "\r\r\n",
        "\ue000mark\ue001",
    ],
    ids=repr,
)
def test_small_texts(text: str) -> None:
    holds(Source(text))


@pytest.mark.parametrize(
    "text",
    [
        "word " * 2_000_000,
        "\n" * 1_000_000,
        "[" * 50_000,
        "]" * 50_000,
        "[" * 20_000 + "]" * 20_000,
        "[a] " * 50_000,
        "Mr. Mann: yes.\n\n" * 20_000,
        "(" * 50_000,
        "A" * 1_000_000,
        "x. " * 300_000,
        " ".join(f"Mr. A{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{n % 7}x Mann said so." for n in range(5_000)),
        "".join(f"Mr. Name{n}: yes, I do.\n" for n in range(10_000)),
    ],
    ids=[
        "10 MB line",
        "line ends",
        "open",
        "close",
        "nested",
        "brackets",
        "turns",
        "parentheses",
        "one word",
        "sentences",
        "namesakes",
        "labels",
    ],
)
def test_large_texts(text: str) -> None:
    holds(Source(text))


def test_line_ends_are_recorded_and_not_lost() -> None:
    edition = tei.convert(b"One line.\r\n\r\nAnother.\r\n")
    assert edition.source.line_end == "\r\n"
    assert edition.text == "One line.\n\nAnother.\n"
    mixed = tei.convert(b"One line.\r\n\nAnother.\n")
    assert mixed.text == "One line.\r\n\nAnother.\n"


def test_a_lost_word_is_seen() -> None:
    """The check of the law itself: damage to the tree is noticed."""
    edition = tei.convert("A [b] c.\n\nD.\n")
    supplied = edition.tree.root.find(".//{*}supplied")
    assert supplied is not None
    supplied.text = ""
    findings = tei.verify(Source("A [b] c.\n\nD.\n"), etree.ElementTree(edition.tree.root))
    assert [(f.code, f.message) for f in findings] == [("source-differs", '"b" is missing from the document')]

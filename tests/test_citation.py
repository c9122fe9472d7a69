"""Citations as archives print them, taken apart; what fits nowhere is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.encode.citation import Citation, parse_citation
from tei.encode.credit import contributions, funders
from tei.encode.holding import NOWHERE, Holding, Locus, parse_holding, parse_source_note
from tei.encode.when import when

WILSON = "Wilson Center Digital Archive"


def who(text: str) -> list[tuple[str, str]]:
    return [(c.resp, n.name) for c in contributions(text) for n in c.names]


def left(text: str) -> list[str]:
    return [text[a:b] for a, b in parse_citation(text).unparsed]


def test_everything_of_a_full_citation() -> None:
    text = (
        f'"Record of Conversation", February 10, 1965, {WILSON}, PRC FMA 106-00827-02, 70-79. '
        "Obtained by Shen Zhihua and translated by Jeffrey Wang and Charles Kraus. https://example.org/document/116550"
    )
    citation = parse_citation(text)
    assert (citation.title, citation.date, citation.when) == (
        "Record of Conversation",
        "February 10, 1965",
        "1965-02-10",
    )
    assert citation.holding == Holding(WILSON, "PRC FMA", "", "PRC FMA 106-00827-02", Locus("70-79", "70", "79"))
    assert [(c.resp, [n.name for n in c.names]) for c in citation.contributions] == [
        ("obtained by", ["Shen Zhihua"]),
        ("translated by", ["Jeffrey Wang", "Charles Kraus"]),
    ]
    assert citation.urls == ("https://example.org/document/116550",)
    assert left(text) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            f"{WILSON}, RGANI, fond 5, opis 30, delo 161, listy 12-15",
            Holding(WILSON, "RGANI", "", "fond 5, opis 30, delo 161", Locus("listy 12-15", "12", "15")),
        ),
        (
            f"{WILSON}, TsKhSD, f. 89, per. 14, dok. 35",
            Holding(WILSON, "TsKhSD", "", "f. 89, per. 14, dok. 35"),
        ),
        (
            f"{WILSON}, Archive of Foreign Policy, Russian Federation (AVP RF), fond 100, opis 2, ll. 193-95",
            Holding(
                WILSON,
                "Archive of Foreign Policy, Russian Federation (AVP RF)",
                "",
                "fond 100, opis 2",
                Locus("ll. 193-95", "193", "195"),
            ),
        ),
        (
            f"{WILSON}, MOL, XIX-J-1-j-Korea-5/a, 8. doboz",
            Holding(WILSON, "MOL", "", "XIX-J-1-j-Korea-5/a, 8. doboz"),
        ),
        (
            "National Archives, RG 59, Central Files, Box 12, pp. 3, 5-6",
            Holding("", "National Archives", "", "RG 59, Central Files, Box 12", Locus("pp. 3, 5-6")),
        ),
        (
            f"{WILSON}, Volkogonov papers, 1887-1995, reel 18, Library of Congress",
            Holding(WILSON, "Library of Congress", "Volkogonov papers", "1887-1995, reel 18"),
        ),
        (f"{WILSON}, RG 59, Box 3", Holding(WILSON, "", "", "RG 59, Box 3")),
        (f"{WILSON}, Archives of Sofia, Moscow", Holding(WILSON, "Archives of Sofia", rest="Moscow")),
        (f"{WILSON}, AVP RF, op. 1, 1964-1965", Holding(WILSON, "AVP RF", "", "op. 1, 1964-1965")),
        ("a friend's attic, Box 3", NOWHERE),
        ("", NOWHERE),
    ],
)
def test_where_the_original_is(words: str, expected: Holding) -> None:
    assert parse_holding(words) == expected


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        (f'"Letter to "X" and Y," March 3, 1953, {WILSON}, MOL, 1', 'Letter to "X" and Y', "1953-03-03"),
        (f"“Memo,” May 1981, {WILSON}, MOL, 1", "Memo", "1981-05"),
        (f"«Memo», 3 Dec. 1979, {WILSON}, MOL, 1", "Memo", "1979-12-03"),
        (f"Letter, Zhou to Pan, 1953, {WILSON}, MOL, 1", "Letter, Zhou to Pan", "1953"),
        (f'"Memo", {WILSON}, MOL, 1', "Memo", ""),
        (f'"Memo", February 30, 1953, {WILSON}, MOL, 1', "Memo", ""),
        (f"{WILSON}, MOL, 1", "", ""),
    ],
)
def test_title_and_date(text: str, title: str, day: str) -> None:
    citation = parse_citation(text)
    assert (citation.title, citation.when) == (title, day)
    assert (citation.holding.institution, citation.holding.repository) == (WILSON, "MOL")


@pytest.mark.parametrize(
    ("text", "unparsed"),
    [
        (
            f"{WILSON}, MOL, 1. Included in CWIHP e-Dossier No. 14. Translated by A. Baev.",
            ["Included in CWIHP e-Dossier No. 14."],
        ),
        (f'"X," undated, {WILSON}, MOL, 1', ["undated"]),
        (
            f"{WILSON}, MOL, 1. Translated by Gao Bei with assistance from Neil Silver.",
            ["with assistance from Neil Silver."],
        ),
        (f"{WILSON}, MOL, 1. https://example.org/1. Accessed on 3 May 2001", ["Accessed on 3 May 2001"]),
        ("just words", ["just words"]),
        ("", []),
        (" . , ", []),
    ],
)
def test_what_fits_nowhere_is_named(text: str, unparsed: list[str]) -> None:
    assert left(text) == unparsed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Translated by Gary Goldberg.", [("translated by", "Gary Goldberg")]),
        ("TRANSLATED BY GARY GOLDBERG", [("translated by", "GARY GOLDBERG")]),
        (
            "Obtained for CWIHP by Mark H. Doctoroff, Jr. Translated for CWIHP by Péter Vámos & Max van der Stoel.",
            [
                ("obtained for CWIHP by", "Mark H. Doctoroff, Jr."),
                ("translated for CWIHP by", "Péter Vámos"),
                ("translated for CWIHP by", "Max van der Stoel"),
            ],
        ),
        (
            "Selected, edited, and annotated by Mark Kramer; translation by Vladimir Zaemsky",
            [("selected, edited, and annotated by", "Mark Kramer"), ("translation by", "Vladimir Zaemsky")],
        ),
        ("(Contributed by Leo (Chris) Smith)", [("contributed by", "Leo (Chris) Smith")]),
        (
            "copy obtained by NHK (Japanese Television), and more",
            [("obtained by", "NHK (Japanese Television)")],
        ),
        (
            "Obtained by the History and Public Policy Program.",
            [("obtained by", "History and Public Policy Program")],
        ),
        ("It was obtained by stealth, and translated by 7 clerks.", []),
    ],
)
def test_contributors(text: str, expected: list[tuple[str, str]]) -> None:
    assert who(text) == expected


def test_organisations_are_told_from_people() -> None:
    found = [
        n for c in contributions("Provided by the National Security Archive, NHK and Anna Melyakova.") for n in c.names
    ]
    assert [(n.name, n.organisation) for n in found] == [
        ("National Security Archive", True),
        ("NHK", True),
        ("Anna Melyakova", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This document was made possible with support from MacArthur Foundation", ("MacArthur Foundation",)),
        (
            "made possible by a grant from the Carnegie Corporation of New York and the Korea Foundation.",
            ("Carnegie Corporation of New York", "Korea Foundation"),
        ),
        (
            "with support from Henry Luce Foundation, Leon Levy Foundation, and Korea Foundation",
            ("Henry Luce Foundation", "Leon Levy Foundation", "Korea Foundation"),
        ),
        ("Funded by the Ministry of Culture and Tourism", ("Ministry of Culture and Tourism",)),
        ("supported by friends", ()),
        ("The MacArthur Foundation", ()),
    ],
)
def test_funders(text: str, expected: tuple[str, ...]) -> None:
    assert funders(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Source: Department of State, Central Files, 310.1/9–655. Confidential.",
            ("Department of State", "Central Files, 310.1/9–655"),
        ),
        (
            "Source: Eisenhower Library, Sp. Asst. for Nat. Sec. Affairs Records, Box 2. Top Secret. Drafted by Mann.",
            ("Eisenhower Library", "Sp. Asst. for Nat. Sec. Affairs Records, Box 2"),
        ),
        ("Source: Kennedy Library, Hilsman Papers, Box 1", ("Kennedy Library", "Hilsman Papers, Box 1")),
        ("Source: A letter. It was found in a drawer. Nobody knows.", ("", "")),
        ("The Department of State, Central Files", ("", "")),
    ],
)
def test_source_notes(text: str, expected: tuple[str, str]) -> None:
    found = parse_source_note(text)
    assert (found.repository, found.call_number) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("10 February 1965, 4:00 p.m.", "1965-02-10T16:00:00"),
        ("Wednesday, February 10, 1965, at 16:05 hours", "1965-02-10T16:05:00"),
        ("Feb. 10, 1965, 12 a.m.", "1965-02-10T00:00:00"),
        ("February 10, 1965, noon", "1965-02-10T12:00:00"),
        ("February 10, 1965, midnight", "1965-02-10"),
        ("February 10, 1965, 4:00-5:30 p.m.", "1965-02-10"),
        ("February 10, 1965, 13 p.m.", "1965-02-10"),
        ("1965-02-10", "1965-02-10"),
        ("1965-02-00", ""),
        ("Sept. 1965", "1965-09"),
        ("1965", "1965"),
        ("31 April 1965", ""),
        ("about 1965", ""),
        ("1965 or so", ""),
        ("0000", ""),
        ("", ""),
    ],
)
def test_days(words: str, expected: str) -> None:
    assert when(words) == expected


PIECES = st.sampled_from(
    [
        *(
            "Wilson Center Digital Archive, ",
            '"',
            "“",
            "”",
            ", ",
            ". ",
            "; ",
            "March 3, 1953",
            "RGANI",
            "f. 5",
            "ll. 1-2",
            "70-79",
            "(",
            ")",
        ),
        *(
            "Obtained by ",
            "translated ",
            "and ",
            "by ",
            "Gary Goldberg",
            "Jr.",
            "https://example.org/1",
            "\n",
            "NHK",
            "National Archives",
            "x",
        ),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_is_taken_apart_into_its_own_words(text: str) -> None:
    citation = parse_citation(text)
    assert isinstance(citation, Citation)
    assert all(0 <= a < b <= len(text) and text[a:b].strip() for a, b in citation.unparsed)
    assert list(citation.unparsed) == sorted(citation.unparsed)
    for contribution in citation.contributions:
        printed = " ".join(text[contribution.start : contribution.end].split())
        assert all(n.name.split(", ")[0] in printed for n in contribution.names)
    assert all(url in text for url in citation.urls)


@pytest.mark.parametrize(
    "text",
    [
        "translated by " * 20_000,
        "obtained, " * 20_000,
        "a, " * 60_000,
        '", ' * 60_000,
        "A" * 300_000,
        " " * 300_000,
        "and " * 80_000,
    ],
    ids=["clauses", "verbs", "commas", "quotes", "word", "blanks", "and"],
)
def test_long_citations_take_linear_time(text: str) -> None:
    """Quadratic time would need minutes here."""
    assert parse_citation(text).holding == NOWHERE

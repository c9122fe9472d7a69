"""Places and bodies: firm names only; and misreadings that the text itself proves."""

from __future__ import annotations

import pytest

from marked import document, found, marked
from tei.annotate.dates import dates
from tei.annotate.misreading import misreading
from tei.annotate.places import places
from tei.model import Document, Mark
from tei.text import Source, Span

FIRM = {
    "the Ambassador to [North] Korea, who": ["placeName: [North] Korea"],
    "the [North] Korean embassy called": ["rs type=place: [North] Korean"],
    "traveling through Beijing's streets": ["placeName: Beijing"],
    "In Vietnam and Laos; in West Germany.": [
        "placeName: Vietnam",
        "placeName: Laos",
        "placeName: West Germany",
    ],
    "trade with Communist China grew": ["placeName: China"],
    "the People's Republic of China and": ["placeName: People's Republic of China"],
    "the United Nations and the CPSU": ["orgName: United Nations", "orgName: CPSU"],
    "the Central Committee of the CPSU's letter": ["orgName: Central Committee of the CPSU"],
    "sent to New York, Paris": ["placeName: New York", "placeName: Paris"],
    "Repeated to" + " " * 40 + "Paris": ["placeName: Paris"],
}
PART_OF_ANOTHER = [
    "the Bank of China opened",
    "the New China News Agency said",
    "the London Conference met",
    "Comrade Berlin spoke",
    "the University of Moscow is",
    "Radio Moscow said",
    "the non-China trade, pro-Cuba",
    "the Korean embassy",
    "Indiana and Romeo",
]


@pytest.mark.parametrize(("text", "expected"), FIRM.items())
def test_firm(text: str, expected: list[str]) -> None:
    assert marked(places, document(text)) == expected


@pytest.mark.parametrize("text", PART_OF_ANOTHER)
def test_part_of_another_name(text: str) -> None:
    assert marked(places, document(text)) == []


def test_a_place_before_a_person_is_a_place() -> None:
    made = document("the Ambassador to the Soviet Union Pan Zili said", "Pan Zili")
    assert marked(places, made) == ["placeName: Soviet Union"]
    assert marked(places, document("he met Jordan there", "Jordan")) == []


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Washington, September 2, 1968", "Washington"),
        ("Oeiras, Portugal, May 30, 1970, noon", "Oeiras, Portugal"),
        ("[ Washington ,] April 13, 1948.", "Washington"),
        ("Location: Chinese Embassy", "Chinese Embassy"),
    ],
)
def test_datelines(line: str, place: str) -> None:
    made = Document(Source(line), blocks=[Mark("dateline", Span(0, len(line)))])
    made.marks += [m for m in dates(made) if isinstance(m, Mark)]
    assert marked(places, made) == [f"placeName: {place}"]


def test_a_dateline_that_is_no_place() -> None:
    line = "Meeting held on May 5, 1960"
    made = Document(Source(line), blocks=[Mark("dateline", Span(0, len(line)))])
    made.marks += [m for m in dates(made) if isinstance(m, Mark)]
    assert marked(places, made) == []


def test_misreadings() -> None:
    assert found(
        misreading, document("Comrade Kim II Sung and l965 and the 12 December Prayda story; Pravda wrote")
    ) == [
        "misreading-probable: “Kim II Sung” may be a misreading of “Kim Il Sung”",
        "misreading-probable: “l965” may be a misreading of “1965”",
        "misreading-probable: “Prayda” may be a misreading of “Pravda”",
    ]


@pytest.mark.parametrize(
    "text",
    ["World War II Europe", "Pope John Paul II Said", "Prayda alone", "Phase II Group", "Harley and Harley"],
)
def test_no_misreading(text: str) -> None:
    assert found(misreading, document(text)) == []

"""People in a text with a register: whom a name means, and what stays open."""

from __future__ import annotations

import pytest

from named import REGISTER, marked, record
from tei.annotate.names import names
from tei.diagnostic import Diagnostic
from tei.register import load


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Secretary Rusk came. RUSK left. Rusk's aide.", ["p_RD1", "p_RD1", "p_RD1"]),
        ("Mr. Dean Rusk", ["p_RD1"]),
        ("Mr. Hill", [""]),
        ("Ambassador Hill came. Mr. Hill left.", ["p_HRC1", "p_HRC1"]),
        ("John Hill came. Hill left.", ["p_HJC1", "p_HJC1"]),
        ("President Eisenhower came.", ["eisenhower"]),
        ("Milton Eisenhower came. Dr. Eisenhower left.", ["p_EMS1", "p_EMS1"]),
        ("Secretary Dulles came.", ["p_DJF1"]),
        ("Allen Dulles came. Secretary Dulles left.", ["p_DAW1", "p_DJF1"]),
        ("David Rockefeller came. Rockefeller left.", ["david-rockefeller", "david-rockefeller"]),
        ("I met Secretary of the Treasury Anderson.", ["anderson"]),
        ("the Black population; Black leaders spoke", []),
        ("Gene Black came. He told Black so.", ["p_BE1", "p_BE1"]),
        ("Mrs. Rusk came.", ["rusk"]),
        ("Thieu said that President Nguyen Van Thieu agreed.", ["p_NVT1", "p_NVT1"]),
    ],
)
def test_with_a_register(text: str, ids: list[str]) -> None:
    assert [ref for _, ref in marked(record(text), load(REGISTER.encode()))] == ids


def test_the_open_question_names_the_entries() -> None:
    found = names(record("Mr. Hill agreed."), load(REGISTER.encode()))
    messages = [(d.message, d.expected) for d in found if isinstance(d, Diagnostic) and d.code == "person-ambiguous"]
    both = ("Hill, John C. (p_HJC1)", "Hill, Robert C. (p_HRC1)")
    assert messages == [(f'"Mr. Hill" may be {both[0]} or {both[1]}', both)]


def test_a_register_of_others_is_reported() -> None:
    document = record("Premier Zhou Enlai agreed.")
    found = [d.message for d in names(document, load(REGISTER.encode())) if isinstance(d, Diagnostic)]
    assert found == ["none of the 10 people of the register is named in this document"]


def test_a_registered_person_keeps_the_entry() -> None:
    document = record("Secretary Rusk came.")
    marked(document, load(REGISTER.encode()))
    (rusk,) = document.people
    assert (rusk.id, rusk.name, rusk.description, rusk.registered) == (
        "p_RD1",
        "Rusk, Dean",
        "Secretary of State",
        True,
    )
    assert rusk.forms == ("Secretary Rusk",)

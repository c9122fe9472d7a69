"""The checks beyond grammars: dates that cannot be, people nobody mentions, mentions of nobody."""

from __future__ import annotations

import pytest

from schema_cases import record
from tei.diagnostic import Severity
from tei.validate import validate


def said(body: str) -> list[str]:
    codes = ("date-impossible", "date-contradictory", "person-unmentioned", "mention-unlinked")
    return [f"{d.code}: {d.message}" for d in validate(record(body), schema=None) if d.code in codes]


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ('from="1965-02-10" to="1965-02-09"',
         'date-contradictory: @from "1965-02-10" of <date> is later than @to "1965-02-09": it ends before it begins'),
        ('from="1965-03" to="1965-02-10"',
         'date-contradictory: @from "1965-03" of <date> is later than @to "1965-02-10": it ends before it begins'),
        ('from="1965" to="1965-02"', ""),
        ('from="1965-02-10T09:30:00" to="1965-02-10"', ""),
        ('from="-0044" to="0014"', ""),
        ('notBefore="1965" notAfter="1964"',
         'date-contradictory: @notBefore "1965" of <date> is later than @notAfter "1964": it cannot lie between them'),
        ('when="1970" notBefore="1960" notAfter="1965"',
         'date-contradictory: @when "1970" of <date> is later than @notAfter "1965": it lies after its own latest day'),
        ('when-iso="1900-02-29"', 'date-impossible: @when-iso of <date> is "1900-02-29", a day that no calendar has'),
        ('when-iso="2000-02-29"', ""),
        ('when="about 1965"', ""),
    ],
)  # fmt: skip
def test_dates(attributes: str, message: str) -> None:
    assert said(f"<p><date {attributes}>x</date></p>") == ([message] if message else [])


def test_an_impossible_day_is_told_once() -> None:
    found = validate(record('<p><date when="1964-02-30">x</date></p>'))
    assert [d.code for d in found] == ["attribute-value"]


UNLINKED = [
    'person-unmentioned: nothing in the document points at the <person> "l"',
    'mention-unlinked: the name "Lee Kuan Yew" points at no person',
    "mention-unlinked: this <sp> does not say who speaks",
]


def test_people() -> None:
    body = (
        '<p><persName ref="#k">K</persName> and <persName>Lee <roleName>Kuan</roleName> Yew</persName></p>'
        '<sp who="#k"><speaker>K</speaker><p>x</p></sp><sp><speaker>B</speaker><p>y</p></sp>'
    )
    assert said(body) == UNLINKED
    assert {d.severity for d in validate(record(body))} == {Severity.INFO}


def test_where_nothing_is_linked_nothing_is_said() -> None:
    assert said("<p><persName>Kim</persName></p><sp><speaker>B</speaker><p>y</p></sp>") == []

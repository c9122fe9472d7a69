"""The register of people: what is read, what is refused and how it says so, and who a name can mean."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tei
from data import SHARED, needs_shared
from tei.errors import InputError, RegisterError
from tei.register import Register, agree, fold, load
from tei.register.entry import Name, take_apart
from tei.register.match import offices

PEOPLE = """id,name,description
p_RD1,"Rusk, Dean",Secretary of State
p_JLB1,"Johnson, Lyndon B.",President
p_JWTT1,"Johnson, W. Thomas (Tom)",Assistant Press Secretary to the President
p_WGEG1,"Wheeler, General Earle G.","Chairman, Joint Chiefs of Staff"
p_NVT1,Nguyen Van Thieu,"President, Republic of Vietnam"
p_LCA1,"Lleras Camargo, Alberto",President of Colombia
p_VBPK_1,"Van der Byl, Pieter K.",Rhodesian Minister of Foreign Affairs
p_VBJ_1,"Vorster (also Voerster), Balthazar Johannes",South African Prime Minister
p_CA1,"Chennault, Anna","Co-chair, Women for Nixon"
p_MA,"Melo Antunes, Ernesto A. de",Portuguese Foreign Minister
p_AE,"Antunes, Ernesto de Melo","see Melo Antunes, Ernesto A. de"
"""


HOW = '(begin the file with a line "id,name,description")'


def people() -> Register:
    return load(PEOPLE.encode(), name="people.csv")


def ids(found: Register, words: str, title: str = "") -> list[str]:
    return [entry.id for _, entry in found.candidates(tuple(map(fold, words.split())), title)]


def test_csv_in_its_order() -> None:
    register = people()
    assert len(register) == 11
    assert [e.id for e in register][:2] == ["p_RD1", "p_JLB1"]
    assert register["p_RD1"].name == "Rusk, Dean"
    assert register["p_RD1"].description == "Secretary of State"
    assert register["p_RD1"].line == 2
    assert "p_JLB1" in register
    assert "p_none" not in register


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("id,name,description,variants\na,Kim Byeong-jik,Ambassador,Kim Pyong Jik; Kim Pyŏng-chik\n", 2),
        ("id,name,description,variants\na,Kim Byeong-jik,Ambassador,Kim Pyong Jik | Kim Pyŏng-chik\n", 2),
        ("id,name,description,v1,v2\na,Kim Byeong-jik,Ambassador,Kim Pyong Jik,Kim Pyŏng-chik\n", 2),
        ("id,name,description\na,Kim Byeong-jik,Ambassador,Kim Pyong Jik,Kim Pyŏng-chik\n", 2),
        ("id,name\na,Kim Byeong-jik\n", 0),
        ("ID;Name;Description;Other\na;Kim Byeong-jik;Ambassador;Kim Pyong Jik\n", 1),
        ("name\tid\tdescription\nKim Byeong-jik\ta\tAmbassador\n", 0),
    ],
)
def test_columns(text: str, variants: int) -> None:
    entry = load(text.encode())["a"]
    assert entry.name == "Kim Byeong-jik"
    assert len(entry.variants) == variants
    if variants:
        assert ids(load(text.encode()), "Kim Pyong Jik") == ["a"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    register = load('id,name\na,"Perón, Juan"\n'.encode(encoding))
    assert register["a"].name == "Perón, Juan"
    assert [e.id for e in register.bearing("PERON")] == ["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"people.csv:1:1: the register is empty {HOW}"),
        (
            "key2,name\na,B\n",
            f'people.csv:1:1: the register has no column "id" {HOW}',
        ),
        (
            "id,surname\na,B\n",
            f'people.csv:1:1: the register has no column "name" {HOW}',
        ),
        (
            "id,name\na,Rusk\n\na,Ball\n",
            'people.csv:4:1: the id "a" is used twice, first in line 2 (give each person an id of its own)',
        ),
        ("id,name\na,Rusk\nb, \n", 'people.csv:3:1: the person "b" has no name (fill in the column "name")'),
        ("id,name\n,Rusk\n", 'people.csv:2:1: "Rusk" has no id (give each person an id)'),
        (
            "id,name\n1 a,Rusk\n",
            'people.csv:2:1: "1 a" cannot be an id'
            " (begin with a letter; use letters, digits, hyphens, full stops and underscores only)",
        ),
        (
            'id,name\na,"Rusk,\nDean"\n1,Ball\n',
            'people.csv:4:1: "1" cannot be an id'
            " (begin with a letter; use letters, digits, hyphens, full stops and underscores only)",
        ),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(RegisterError) as caught:
        load(text.encode(), name="people.csv")
    assert str(caught.value) == message


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the register does not exist"):
        load(tmp_path / "none.csv")
    with pytest.raises(InputError, match=r"the register is a folder \(give a CSV or TEI file\)"):
        load(tmp_path)
    with pytest.raises(RegisterError, match="not text that can be read"):
        load(b"\x00\x01\x02\x81\xff")


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
<person xml:id="brezhnev"><persName><forename>Leonid</forename> <surname>Brezhnev</surname></persName>
<persName>Brezhnew</persName><occupation>First Secretary</occupation></person>
<person xml:id="pan"><persName>Pan Zili</persName><note>Ambassador to the Soviet Union</note></person>
</listPerson></particDesc></profileDesc></teiHeader><text><body><p/></body></text></TEI>"""


def test_tei_list_of_persons() -> None:
    register = load(TEI.encode(), name="people.xml")
    assert [(e.id, e.name, e.description, e.variants) for e in register] == [
        ("brezhnev", "Brezhnev, Leonid", "First Secretary", ("Brezhnew",)),
        ("pan", "Pan Zili", "Ambassador to the Soviet Union", ()),
    ]
    assert ids(register, "Leonid Brezhnev") == ["brezhnev"]
    assert ids(register, "Brezhnew") == ["brezhnev"]


def test_tei_without_people_is_refused() -> None:
    with pytest.raises(RegisterError) as caught:
        load(b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", name="people.xml")
    assert str(caught.value) == (
        "people.xml:1:1: the register holds no <person> in a <listPerson> (give a TEI listPerson or a CSV file)"
    )


def test_tei_person_without_id_is_refused() -> None:
    with pytest.raises(RegisterError, match=r'^people.xml:4:1: "Pan Zili" has no id'):
        load(TEI.replace(' xml:id="pan"', "").encode(), name="people.xml")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Rusk", ["p_RD1"]),
        ("RUSK", ["p_RD1"]),
        ("Dean Rusk", ["p_RD1"]),
        ("D. Rusk", ["p_RD1"]),
        ("Rusk Dean", ["p_RD1"]),
        ("John Rusk", []),
        ("Johnson", ["p_JLB1", "p_JWTT1"]),
        ("Lyndon Johnson", ["p_JLB1"]),
        ("Tom Johnson", ["p_JWTT1"]),
        ("Earle Wheeler", ["p_WGEG1"]),
        ("Thieu", ["p_NVT1"]),
        ("Nguyen Van Thieu", ["p_NVT1"]),
        ("Lleras Camargo", ["p_LCA1"]),
        ("Alberto Lleras Camargo", ["p_LCA1"]),
        ("Alberto Lleras", ["p_LCA1"]),
        ("Byl", ["p_VBPK_1"]),
        ("P.K. Byl", ["p_VBPK_1"]),
        ("Voerster", ["p_VBJ_1"]),
        ("Balthazar Vorster", ["p_VBJ_1"]),
        ("Ernesto Antunes", ["p_MA"]),
        ("Nobody", []),
    ],
)
def test_who_bears_a_name(words: str, found: list[str]) -> None:
    assert ids(people(), re.sub(r"\.(?=\w)", ". ", words)) == found


@pytest.mark.parametrize(
    ("words", "title", "first"),
    [
        ("Johnson", "president", "p_JLB1"),
        ("Wheeler", "general", "p_WGEG1"),
        ("Chennault", "mrs", "p_CA1"),
        ("Thieu", "president", "p_NVT1"),
    ],
)
def test_a_title_speaks_for_an_entry(words: str, title: str, first: str) -> None:
    (score, entry), *others = people().candidates((fold(words),), title)
    assert entry.id == first
    assert all(score - other >= 2 for other, _ in others)


def test_a_title_speaks_against_an_entry() -> None:
    assert ids(people(), "Rusk", "mrs") == []
    assert ids(people(), "Chennault", "mr") == []
    assert people().candidates(("rusk",), "president")[0][0] < 0


def test_a_reference_in_the_register_leads_to_its_entry() -> None:
    assert ids(people(), "Antunes") == ["p_MA"]


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("Goodpaster, General Andrew J., Jr.", Name(("goodpaster",), ("andrew", "j"), "jr", ("general",))),
        ("Lord, Winston", Name(("lord",), ("winston",))),
        ("Hoover, J. Edgar", Name(("hoover",), ("j", "edgar"))),
        ("Haldeman, H.R. “Bob”", Name(("haldeman",), ("h", "r", "bob"))),
        ("Nguyen Minh Vy, member", Name((), ("nguyen", "minh", "vy"))),
        ("Irwin, John N., II", Name(("irwin",), ("john", "n"), "ii")),
        ("O’Neill, Paul", Name(("oneill",), ("paul",))),
    ],
)  # fmt: skip
def test_names_taken_apart(printed: str, form: Name) -> None:
    assert take_apart(printed)[0] == form


def test_agreement_of_given_names() -> None:
    assert agree(("robert",), ("bob",)) == 1
    assert agree(("c", "robert"), ("charles", "r")) == 1
    assert agree(("william", "p"), ("william", "d")) == -1
    assert agree((), ("william",)) == 0


@pytest.mark.parametrize(
    ("description", "some"),
    [
        ("President of Brazil", {"president"}),
        ("Assistant to President Nixon", set()),
        ("member, President’s Advisory Committee on Government Organization", set()),
        ("Democratic Senator from Texas; Senate Majority Leader", {"senator"}),
        ("Representative (R-Michigan)", {"congressman"}),
    ],
)
def test_offices_of_a_description(description: str, some: set[str]) -> None:
    found = offices(description)
    assert some <= found
    assert ("president" in found) == ("president" in some)


WORD = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=8)


@settings(deadline=None)
@given(st.lists(st.tuples(WORD, WORD), min_size=1, max_size=8))
def test_every_entry_is_found_under_its_full_name(names: list[tuple[str, str]]) -> None:
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(["id", "name"])
    for number, (family, given_name) in enumerate(names):
        writer.writerow([f"p{number}", f"{family.title()}, {given_name.title()}"])
    register = load(rows.getvalue().encode())
    for entry in register:
        for form in entry.names:
            assert entry.id in [found.id for _, found in register.candidates(form.words)]


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        register = load(data)
    except (RegisterError, InputError):
        return
    assert len({e.id for e in register}) == len(register)


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "eval" / "dev").glob("*-people.csv")), ids=lambda p: p.stem)
def test_real_registers(path: Path) -> None:
    register = load(path)
    assert len(register) > 150
    for entry in register:
        assert entry.names, entry.name
        if not entry.description.lower().startswith("see "):
            assert entry.id in [e.id for _, e in register.candidates(entry.names[0].words)]


def test_a_register_of_many_namesakes() -> None:
    """What an editor is told stays readable, and a large register is no obstacle."""
    rows = "".join(f'p{n},"Mann, Given{n}",official\n' for n in range(20_000))
    talk = "Mr. Mann: Did you?\n\nMr. Rusk: I did.\n\nMr. Mann: Yes.\n\nMr. Rusk: I see.\n"
    edition = tei.convert(talk, people=f"id,name,description\n{rows}".encode())
    assert [d.code for d in edition.diagnostics] == ["person-ambiguous"]
    assert edition.diagnostics[0].message == (
        '"Mr. Mann" may be Mann, Given0 (p0), Mann, Given1 (p1), Mann, Given2 (p2), Mann, Given3 (p3), Mann, Given4 (p4)'
        " or others"
    )


@pytest.mark.parametrize("see", [("see Rusk", "see Mann"), ("see Mann", "")], ids=["each other", "itself"])
def test_references_that_lead_nowhere(see: tuple[str, str]) -> None:
    register = f'id,name,description\na,"Mann","{see[0]}"\nb,"Rusk","{see[1]}"\n'.encode()
    talk = "Mr. Mann: Did you?\n\nMr. Rusk: I did.\n\nMr. Mann: Yes.\n\nMr. Rusk: I see.\n"
    edition = tei.convert(talk, people=register)
    assert tei.validate(edition.xml) == []
    assert len(edition.people) == 2
    assert {d.code for d in edition.diagnostics} == {"register-reference"}
    assert (
        edition.diagnostics[0].message == 'the register says of Mann (a) "see Rusk", which leads to another reference'
        or see[1] == ""
    )


def test_one_spelling_of_two_people_stays_open() -> None:
    register = b'id,name,description,variants\na,"Jones, Al","",Smith\nb,"Brown, Bo","",Smith\n'
    (found,) = tei.convert("Ambassador Smith spoke to the press.\n", people=register).diagnostics
    assert found.message == '"Ambassador Smith" may be Jones, Al (a) or Brown, Bo (b)'


def test_a_hundred_thousand_people() -> None:
    rows = "".join(f'p{n},"Name{n}, Given{n % 300}","Ambassador to {n}"\n' for n in range(100_000))
    register = load(f"id,name,description\n{rows}".encode())
    edition = tei.convert("Ambassador Name5 spoke. Given3 Name3 went with Mr. Name77.\n", people=register)
    assert [p.id for p in edition.people] == ["p5", "p3", "p77"]


def test_names_that_are_regular_expressions() -> None:
    register = b'id,name,description\na,"(.*","x"\nb,"[a-z]+$","y"\nc,"Rusk (","z"\n'
    edition = tei.convert("Mr. Rusk: I did, Mr. Mann.\n\nMr. Mann: You did?\n", people=register)
    assert [p.id for p in edition.people if p.registered] == ["c"]

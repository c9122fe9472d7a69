"""People in a text: found by what the text itself shows, marked as printed, one id for each."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import SEED, SHARED, dev_texts, needs_shared
from named import ID, REGISTER, marked, printed, record
from tei.annotate.names import names
from tei.diagnostic import Diagnostic
from tei.model import Document, Field, Mark
from tei.register import Register, load
from tei.segment import segment
from tei.text import Source, Span

# the seed, read by hand: what is printed, whom it means, how often it stands in the body
SEED_GOLD = {
    ("[Leonid] Brezhnev", "brezhnev"): 1,
    ("Brezhnev", "brezhnev"): 4,
    ("[Alexei] Kosygin", "kosygin"): 1,
    ("Kosygin", "kosygin"): 20,
    ("Ambassador Pan [Zili]", "pan"): 1,
    ("Ambassador Pan", "pan"): 9,
    ("Ambassador Kim Byeong-jik", "kim-byeong-jik"): 3,
    ("Kim Pyong Jik", "kim-byeong-jik"): 1,
    ("Ambassador Kim", "kim-byeong-jik"): 5,
    ("[Alexander] Shelepin", "shelepin"): 1,
    ("[Yumjaagiin] Tsedenbal", "tsedenbal"): 1,
    ("Tsedenbal", "tsedenbal"): 1,
    ("[Jawaharlal] Nehru", "nehru"): 1,
    ("Nehru", "nehru"): 1,
    ("Lenin", "lenin"): 1,
    ("Khrushchev", "khrushchev"): 4,
    ("[Andrei] Gromyko", "gromyko"): 1,
    ("Ambassador Mihaylov", "mihaylov"): 1,
    ("[N.G.] Sudarikov", "sudarikov"): 1,
    ("[Vasily] Moskovsky", "moskovsky"): 1,
    ("Comrade Kim II Sung", "kim-il-sung"): 1,
    ("Premier Zhou [Enlai]", "zhou"): 1,
    ("Premier Zhou", "zhou"): 12,
    ("Zhou Enlai", "zhou"): 1,
    ("Comrade Liu Xiao", "liu"): 2,
    ("[Yuri] Andropov", "andropov"): 1,
    ("Vice Premier Chen Yi", "chen-yi"): 1,
}


@cache
def seed() -> tuple[list[tuple[str, str]], Document]:
    text = SEED.read_text(encoding="utf-8")
    document = segment(Source(text))
    return marked(document), document


def test_every_name_of_the_seed() -> None:
    found, _ = seed()
    assert Counter(name for name, _ in found) == Counter({k[0]: n for k, n in SEED_GOLD.items()})


def test_one_id_for_each_person_of_the_seed() -> None:
    found, document = seed()
    whose = dict(SEED_GOLD.keys())
    ids: dict[str, set[str]] = {}
    for name, ref in found:
        ids.setdefault(whose[name], set()).add(ref)
    assert all(len(refs) == 1 for refs in ids.values()), ids
    assert len({ref for refs in ids.values() for ref in refs}) == len(ids)
    assert {p.id for p in document.people} == {ref for _, ref in found}


def test_the_people_of_the_seed_as_records() -> None:
    _, document = seed()
    kim = next(p for p in document.people if p.id == "kim-byeong-jik")
    assert kim.name == "Kim Byeong-jik"
    assert kim.forms == ("Ambassador Kim Byeong-jik", "Kim Pyong Jik", "Ambassador Kim")
    assert kim.variants == ("Kim Pyong Jik",)
    assert next(p.name for p in document.people if p.id == "zhou-enlai") == "Zhou Enlai"


def test_titles_and_variants_are_marked() -> None:
    text = "Vice Premier Chen Yi met Ambassador Kim Byeong-jik [Kim Pyong Jik], and [Ambassador Kim] left."
    document = record(text)
    found = [m for m in names(document) if isinstance(m, Mark)]
    assert [(m.kind, document.source.slice(m.span), dict(m.attrs)) for m in found] == [
        ("persName", "Vice Premier Chen Yi", {"ref": "#chen-yi"}),
        ("roleName", "Vice Premier", {}),
        ("persName", "Ambassador Kim Byeong-jik", {"ref": "#kim-byeong-jik"}),
        ("roleName", "Ambassador", {}),
        ("persName", "Kim Pyong Jik", {"type": "variant", "ref": "#kim-byeong-jik"}),
        ("persName", "Ambassador Kim", {"ref": "#kim-byeong-jik"}),
        ("roleName", "Ambassador", {}),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He told Mr. Black so.", ["Mr. Black"]),
        ("He told Mr. King so.", ["Mr. King"]),
        ("N[asser] told B[en] G[urion] so. N[asser] left.", ["N[asser]", "B[en] G[urion]", "N[asser]"]),
        ("[Thieu's] view is known.", ["Thieu"]),
        ("If [Kennedy] agreed, it was late.", ["Kennedy"]),
        ("Hugh [Scott] came; John [Foster] Dulles's notes.", ["Hugh [Scott]", "John [Foster] Dulles"]),
        ("Ambassador [Anatoly] Dobrynin left.", ["Ambassador [Anatoly] Dobrynin"]),
        ("President Charles de Gaulle’s note; de Gaulle left.", ["President Charles de Gaulle", "de Gaulle"]),
        ("R. Roy Rubottom, Jr., and H.L.T. Taswell spoke.", ["R. Roy Rubottom, Jr.", "H.L.T. Taswell"]),
        ("Messrs. Smith and Jones came.", ["Messrs. Smith", "Jones"]),
        ("Senators Mansfield, Dirksen and Hill came.", ["Senators Mansfield", "Dirksen", "Hill"]),
        ("I saw Secretary of State Rusk. Rusk nodded.", ["Rusk", "Rusk"]),
        ("Assistant Secretary Rubottom spoke.", ["Rubottom"]),
        ("Mao Tse-tung met Nguyen Van Thieu.", ["Mao Tse-tung", "Nguyen Van Thieu"]),
        ("Premier Zhou\nEnlai", ["Premier Zhou"]),
        ("Then Umbala expressed doubts, and Umbala's aides left.", ["Umbala", "Umbala"]),
        ("RUSK: Yes.\nSecretary Rusk: No.", ["RUSK", "Secretary Rusk"]),
        ("Dr. Frondizi spoke; the Vance-Harriman talks; Mr. Vance and Mr. Harriman.",
         ["Dr. Frondizi", "Vance", "Harriman", "Mr. Vance", "Mr. Harriman"]),
        ("the Ambassador in Argentina (Beaulac) reported", ["Beaulac"]),
        ("In the Nixon Administration. President Nixon agreed.", ["Nixon", "President Nixon"]),
    ],
)  # fmt: skip
def test_what_is_marked(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the Lenin Library, the Ford Foundation and Camp David",
        "The Warsaw Pact met; Pravda officially released it; Prayda said so.",
        "the Congo (Leopoldville) and the MacArthur Foundation",
        "President: Yes.\nThe Secretary: No.\nMr. President, Mr. Secretary!",
        "In Cotonou he said that Hanoi asked Moscow. Washington replied, and Bonn agreed.",
        "On Monday, May 13, the Soviet Union and the United Nations expressed doubts.",
        "MAJOR PROBLEMS AND SHORT TERM OBJECTIVES",
        "Major Weaknesses\nThese weaknesses remain.",
        "the USS Pueblo, Fort Bragg, San Francisco, Cape Kennedy and the Kennedy Library",
        "Fraternal parties expressed support. Actively, they did. We actively, in fraternal ways.",
        "U.S. policy and the U.S. Government. The NSC agreed. Chief MAAG reported.",
        "G. Advised the President. M. Offer to each man a chance.",
        "South Korean and North Vietnamese leaders; Viet Minh forces; Sino-Soviet talks.",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The meeting heard M. Bidault. M. Pinay’s answer was short.", {"M. Bidault": "bidault", "M. Pinay": "pinay"}),
        (
            "He met M. J. Swing and Edward M. Kennedy.",
            {"M. J. Swing": "m-j-swing", "Edward M. Kennedy": "edward-m-kennedy"},
        ),
        ("Comrades Yu. V. Andropov and A. A. Gromyko spoke.", {"Comrades Yu. V. Andropov": "yu-v-andropov"}),
        ("The Right Hon. ANTHONY EDEN spoke.", {"Hon. ANTHONY EDEN": "anthony-eden"}),
        ("In dem Gespräch sagte Genosse Walter Ulbricht es.", {"Genosse Walter Ulbricht": "walter-ulbricht"}),
        ("Вчера Президент Эйзенхауэр прибыл.", {"Президент Эйзенхауэр": "eizenkhauer"}),
        (
            "Tho pointed out to Zorin Pham Van Dong’s statement. Zorin said that Pham Van Dong knew.",
            {"Zorin": "zorin", "Pham Van Dong": "pham-van-dong"},
        ),
    ],
)
def test_titles_and_initials_of_other_languages(text: str, expected: dict[str, str]) -> None:
    found = dict(marked(record(text)))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "He spoke first. [Beifall] Then he went on. [Translator's note: a pun]",
        "(Johnson Library, National Security File, Rostow Files, Chlodnick File)",
        "Please inform him. Sgd. The Aust Member was not convinced. An old Bolshevik spoke.",
    ],
)
def test_remarks_and_archives_are_no_people(text: str) -> None:
    assert printed(text) == []


def test_an_administration_is_the_presidents() -> None:
    rows = 'id,name,description\np1,"Johnson, Lyndon B.",President\np2,"Johnson, U. Alexis",Ambassador to Japan\n'
    text = "Dr. Johnson, if he is that, attacked the Johnson Administration. Johnson said that he was sorry."
    assert ("Johnson", "p1") in marked(record(text), load(rows.encode()))


def test_the_list_of_participants_names_people() -> None:
    document = record("Nguza Karl-I-Bond, Foreign Minister\nUmba Lutete, Minister\nNguza agreed.", participants=2)
    assert marked(document) == [
        ("Nguza Karl-I-Bond", "nguza-karl-i-bond"),
        ("Umba Lutete", "umba-lutete"),
        ("Nguza", "nguza-karl-i-bond"),
    ]


def test_the_title_is_evidence_and_is_not_marked() -> None:
    text = "Talk with Pan Zili\nPan explained it."
    document = record(text)
    document.blocks = document.blocks[1:]
    document.fields = [Field("title", Span(0, 0), (Span(0, 18),))]
    assert marked(document) == [("Pan", "pan")]
    document = record("Pan explained it.")
    assert marked(document) == [("Pan", "pan")]


def test_two_people_of_one_name_stay_open() -> None:
    document = record("Allen Dulles came. John Foster Dulles left. Dulles said no. Dulles agreed.")
    found = list(names(document))
    refs = [m.attrs.get("ref") for m in found if isinstance(m, Mark) and m.kind == "persName"]
    assert refs == ["#allen-dulles", "#john-foster-dulles", None, None]
    (finding,) = [d for d in found if isinstance(d, Diagnostic)]
    assert (finding.code, finding.message) == (
        "person-ambiguous",
        '"Dulles" may be Allen Dulles or John Foster Dulles',
    )
    assert finding.hint == "give the full name or the office once in the text, or set @ref by hand"
    assert document.source.slice(finding.span or Span(0, 0)) == "Dulles"


def test_a_title_decides_between_two() -> None:
    found = marked(
        record("Ambassador Kim Byeong-jik met Comrade Kim Il Sung. Ambassador Kim left. Comrade Kim stayed.")
    )
    assert [ref for _, ref in found] == ["kim-byeong-jik", "kim-il-sung", "kim-byeong-jik", "kim-il-sung"]


def test_a_wife_is_another_person() -> None:
    found = marked(record("President Nixon and Mrs. Nixon came. Nixon spoke."))
    assert [ref for _, ref in found] == ["nixon", "nixon-2", "nixon"]


PIECES = st.sampled_from(
    [
        *" \n\t[]().,:;-–'’“”",
        *("Mr. ", "President ", "Ambassador ", "Secretary of State ", "Mrs. ", "Messrs. ", "J. ", "U.S. "),
        *("Kim Il Sung", "[Kim Pyong Jik]", "Byeong-jik", "[Leonid] Brezhnev", "Brezhnev", "Brezhnev's"),
        *("de ", "van ", " and ", " said ", "the ", "Jr.", "Rusk", "RUSK", "O’Neill", "Black", "N[asser]"),
        *("Zhou [Enlai]", "[Page 3]", "Lenin Library", "É", "武"),
    ]
)  # fmt: skip


def check(text: str, register: Register | None) -> None:
    document = Document(Source(text), blocks=[Mark("p", Span(0, len(text)))] if text else [])
    found = [m for m in names(document, register) if isinstance(m, Mark)]
    people = {p.id: p for p in document.people}
    assert len(people) == len(document.people)
    end, last = 0, Span(0, 0)
    for mark in found:
        piece = text[mark.span.start : mark.span.end]
        assert piece == piece.strip()
        assert piece
        if mark.kind == "roleName":
            assert last.contains(mark.span)
            continue
        assert mark.span.start >= end, "names overlap"
        last, end = mark.span, mark.span.end
        assert not piece.endswith(("'s", "’s"))
        assert piece.count("[") == piece.count("]")
        ref = mark.attrs.get("ref", "").removeprefix("#")
        if ref:
            assert people[ref].registered or ID.fullmatch(ref)
            form = " ".join(piece.replace("[", "").replace("]", "").split())
            assert form in people[ref].forms
    again = Document(Source(text), blocks=document.blocks)
    assert [m for m in names(again, register) if isinstance(m, Mark)] == found


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_names_of_pieces(text: str) -> None:
    check(text, None)
    check(text, load(REGISTER.encode()))


@settings(deadline=None)
@given(st.text(max_size=100))
def test_any_text(text: str) -> None:
    check(text, None)


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 50_000, "A" * 500_000, "J. " * 50_000, "Prime " * 50_000, "Mr. Smith and " * 20_000),
        *("Rusk-" * 50_000, "de Gaulle " * 20_000),
    ],
    ids=["brackets", "one word", "initials", "modifiers", "names", "hyphens", "particles"],
)  # fmt: skip
def test_long_texts(text: str) -> None:
    check(text, None)


@needs_shared
@pytest.mark.parametrize("path", dev_texts()[::6], ids=lambda p: p.stem)
def test_real_documents(path) -> None:
    text = path.read_text(encoding="utf-8")
    register = load(SHARED / "eval" / "dev" / f"{path.stem.rsplit('_', 1)[0]}-people.csv")
    document = segment(Source(text))
    found = [m for m in names(document, register) if isinstance(m, Mark)]
    leaves = [b.span for b in document.blocks if b.kind not in ("list", "opener", "closer", "div")]
    for mark in found:
        assert any(leaf.contains(mark.span) for leaf in leaves)
    assert all(p.registered == (p.id in register) for p in document.people)

"""Names of other languages, with a register and without: particles, order, spelling, titles after the name."""

from __future__ import annotations

import pytest

from named import marked, record
from tei.register import load
from tei.register.sound import sound

REGISTER = """id,name,description
p_chou,Chou En-lai,Premier of the People's Republic of China
p_te,Chu Teh,Marshal
p_kim,"Kim Il-song",Premier of North Korea
p_dae,"Kim Dae-jung",opposition leader
p_park,Park Chung-hee,"President, Republic of Korea"
p_sadat,"al-Sadat, Anwar",President of Egypt
p_faisal,"Faisal, King",King of Saudi Arabia
p_fawzi,"Fawzi, Mahmoud",Foreign Minister
p_nagy,"Nagy, Imre",Prime Minister of Hungary
p_brentano,"von Brentano, Heinrich",Foreign Minister
p_couve,"Couve de Murville, Maurice",French Foreign Minister
p_franco,"Franco Bahamonde, Francisco",Chief of State of Spain
p_nogueira,"Franco Nogueira, Alberto",Foreign Minister of Portugal
p_ayub,"Khan, Mohammad Ayub",President of Pakistan
p_bedell,"Smith, General Bedell",Under Secretary of State
p_chester,"Bowles, Chester",Ambassador to India
p_lbj,"Johnson, Lyndon B.",President of the United States
p_alexis,"Johnson, U. Alexis",Deputy Under Secretary of State
p_robert,"Johnson, Robert H.",Policy Planning Council
p_jack,"Kennedy, John F.",President of the United States
p_bobby,"Kennedy, Robert F.",Attorney General
p_ted,"Kennedy, Edward M.",Senator (D-Massachusetts)
p_ho,Ho Chi Minh,President of the Democratic Republic of Vietnam
"""
LINKED = {
    "Premier Chou left. Zhou Enlai is back.": ["p_chou", "p_chou"],
    "We saw Kim Il Sung and Kim Dae Jung there.": ["p_kim", "p_dae"],
    "It is said of Park Chung-hee and President Park Chung Hee.": ["p_park", "p_park"],
    "Anwar Sadat wrote, and King Feisal answered. Feisal said no.": ["p_sadat", "p_faisal", "p_faisal"],
    "Mahmud Fawzi said so.": ["p_fawzi"],
    "We heard that Nagy Imre and Imre Nagy are one.": ["p_nagy", "p_nagy"],
    "General Walter Bedell Smith met Chet Bowles.": ["p_bedell", "p_chester"],
    "We met Couve de Murville. Couve said no.": ["p_couve", "p_couve"],
    "Ayub Khan left. President Ayub is back.": ["p_ayub", "p_ayub"],
    "Robert Kennedy left. Senator Kennedy said no.": ["p_bobby", "p_ted"],
    "Vice President Johnson said no.": ["p_lbj"],
    # `Minh` is another man, whom this register does not have
    "Ho Chi Minh wrote. President Ho Chi Minh waits. Ho smiled.": ["p_ho", "p_ho", "p_ho"],
    "General Minh told us. Minh left.": ["minh", "minh"],
    # a namesake who is met only later, and one of whom nobody needs to be told
    "Johnson said no. Alexis Johnson said yes.": ["", "p_alexis"],
    # the first of two surnames, which another bears too
    "General Franco said no. Franco Nogueira said yes.": ["", "p_nogueira"],
}
PRINTED = {
    "The talks of von Papen began. Baron von Welck said so.": ["Baron von Welck"],
    "King Abdul Aziz ibn Saud met Nuri as-Said there.": ["King Abdul Aziz ibn Saud", "Nuri as-Said"],
    "Sheikh Zayed bin Sultan said so.": ["Sheikh Zayed bin Sultan"],
    "U Kyaw Nyein said so to Thakin Nu.": ["U Kyaw Nyein", "Thakin Nu"],
    "Dr. Soares da Costa said so.": ["Dr. Soares da Costa"],
    "Gen. Tran Van Don met Conein.": ["Gen. Tran Van Don"],
    "The journal Ariel y Caliban came out.": [],
}


@pytest.mark.parametrize(("text", "ids"), LINKED.items())
def test_linked(text: str, ids: list[str]) -> None:
    assert [ref for _, ref in marked(record(text), load(REGISTER.encode()))] == ids


@pytest.mark.parametrize(("text", "names"), PRINTED.items())
def test_printed(text: str, names: list[str]) -> None:
    assert [name for name, _ in marked(record(text))] == names


def test_a_surname_with_its_small_word() -> None:
    found = marked(record("The paper of von Brentano is old."), load(REGISTER.encode()))
    assert found == [("von Brentano", "p_brentano")]


def test_a_title_after_the_name_makes_no_other_person() -> None:
    found = marked(record("General John Glubb left.\nGlubb Pasha said so.\nThich Tri Quang wrote. Tri Quang said so."))
    assert [ref for _, ref in found] == ["john-glubb", "john-glubb", "tri-quang", "tri-quang"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deng xiaoping", "teng hsiaoping"),
        ("mao zedong", "mao tsetung"),
        ("qiao guanhua", "chiao kuanhua"),
        ("kim jongpil", "kim chongpil"),
        ("nasser", "nasir"),
        ("khrushchov", "khrushchev"),
        ("andrey", "andrei"),
        ("mohammad", "muhammed"),
    ],
)
def test_one_sound(one: str, other: str) -> None:
    assert sound(one.split()) == sound(other.split())


@pytest.mark.parametrize(
    ("one", "other"), [("chou enlai", "chu enlai"), ("chen yi", "chen yun"), ("smith john", "smith joan")]
)
def test_two_sounds(one: str, other: str) -> None:
    assert sound(one.split()) != sound(other.split())

"""Titles, offices and forms of address before a name."""

from __future__ import annotations

__all__ = ["ADDRESS", "DESCRIBING", "MODIFIERS", "OFFICES", "PLURAL", "RANKS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# With one of these a capitalised word is a person, whatever else it means.
ADDRESS = _words(
    """
    mr mrs ms miss mme mlle messrs dr drs prof sir dame lady madame madam monsieur signor señor senor señora
    senora herr frau comrade comrades com coms tov tovs cde cdes sen senator senators congressman congressmen congresswoman rep
    gov governor amb professor doctor reverend rev monsignor msgr mgr rabbi brother sister shaikh sheik sheikh
    hon genosse genossen genossin товарищ товарища тов господин господина г-н emir sultan tunku tengku datuk
    imam hajj haj hajji thakin daw ayatollah thich maharaja doña lord
    """
)
# Ranks and offices: the word after them must be nothing else.
RANKS = _words(
    """
    general gen generals lieutenant lt major maj colonel col colonels captain capt admiral adm admirals
    commander cdr commodore marshal brigadier brig sergeant sgt corporal cpl private pvt generalissimo
    ensign
    """
)
OFFICES = _words(
    """
    president presidents pres presidente secretary secretaries secy minister ministers premier premiers
    chancellor ambassador ambassadors representative representatives delegate chairman chairwoman director
    administrator commissioner commissioners directors chairmen professors governors counselor counsellor
    consul chargé charge attaché attache king queen emperor empress shah prince princess pope cardinal
    archbishop bishop mayor judge justice speaker adviser advisor assistant undersecretary officer spokesman
    spokeswoman leader dictator foreignminister chief coordinator counsel vp pm sirdar crown-prince
    president-elect vice-president congressmen envoy intendant superintendent inspector detective nuncio
    patriarch metropolitan pastor sec provost rector governor-general secretary-general attorney-general
    bundeskanzler kanzler bundespräsident präsident außenminister ministerpräsident botschafter
    generalsekretär staatssekretär président ministre ambassadeur secrétaire maréchal général ministro
    embajador embaixador canciller presidenta senhor vicar viceroy excellency comptroller d'affaires
    d’affaires affaires secty fonsec fonmin primin finmin defmin secdef permsec depsec asstsec dirgen regent count countess baron
    baroness marquis marquess viscount duchess sekretär
    parteisekretär vorsitzender vorsitzenden президент президента министр министра посол посла послом маршал маршала генерал
    генерала секретарь секретаря председатель председателя
    """
)
# Words that go before an office and belong to it.
MODIFIERS = _words(
    """
    prime vice foreign under assistant asst deputy acting associate first second third special executive
    permanent attorney press crown rear lieutenant lt brigadier major field chief party minority majority
    defense defence finance interior education health trade economics economic labor labour agriculture
    information justice commerce treasury state former ex grand royal honorary solicitor postmaster surgeon
    inspector consul minister secretary legal political military naval air commercial financial general
    senior junior principal public high sub archduke archbishop cardinal monsignor
    """
)
# With one of these before it an office describes a person rather than calling him.
DESCRIBING = _words(
    """
    assistant asst deputy under associate special permanent executive first second third senior junior
    principal
    """
)
PLURAL = _words(
    """
    commissioners directors chairmen professors governors messrs senators generals presidents secretaries
    ministers ambassadors colonels admirals congressmen representatives premiers comrades coms cdes tovs drs
    genossen
    """
)

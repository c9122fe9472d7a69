"""Short forms of given names, so that ``Bob Haldeman`` is found under ``Haldeman, Robert``."""

from __future__ import annotations

__all__ = ["FEMALE", "same_given"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ROWS = """
abraham abe
albert al bert
alexander alex sandy aleksandr alexandr alejandro alec
alexei aleksei aleksey alexey
alfred al fred
anatoly anatoliy anatoli
andrei andrey andrew andy drew
anthony tony antonio
archibald archie
arthur art
benjamin ben
bernard bernie
charles charlie chuck chas carlos karl
chester chet
christopher chris
clarence clare
clifford cliff
daniel dan danny
david dave
dmitri dmitry dmitriy
donald don
douglas doug
dwight ike
earle bus earl
edmund ed ned
edward ed eddie ned ted eduardo
elizabeth liz betty beth
eugene gene evgeny yevgeny
francis frank
franklin frank
frederick fred freddie
geoffrey jeff
george geo jorge georgy
gerald gerry jerry
gerard gerry jerry
gregory greg
harold hal harry
harrison harry
henry harry hank hal
herbert herb bert
hubert hugh bert
hugh hughie
ignatius iggy
jacob jake jack
james jim jimmy jas jamie
jeffrey jeff
jerome jerry
john jack johnny jon jean juan ivan johannes
johannes john jan hans joh
jonathan jon
joseph joe jos jose josef iosif
katherine kathy kate
kenneth ken
lawrence larry laurence
leonard len leo
leonid leo
llewellyn tommy llewelyn
lyndon lbj
margaret peggy maggie
martin marty
marvin marv
matthew matt
mcgeorge mac
melvin mel
michael mike mickey mikhail
nathaniel nat nate
nicholas nick nikolai nikolay nicolas
nikita nikitas
norman norm
oliver ollie
patrick pat paddy
paul pavel pablo
peter pete pyotr piotr petr pedro
philip phil phillip felipe
randolph randy
raymond ray
reginald reg
richard dick rick rich dickie ricardo
robert bob rob bobby robt roberto
roderick rod
roger rog
ronald ron ronnie
rudolph rudy
russell russ
samuel sam
sergei sergey sergio
sidney sid sydney
solomon sol
stanley stan
stephen steve steven
stewart stu stuart
stuart stu
terence terry
theodore ted teddy theo
thomas tom tommy thos
timothy tim
valentin val
vasily vasiliy vassily
vernon vern dick
victor vic viktor
vincent vince
vladimir volodya
walter walt wally
william bill billy will willy wm willie
winston win
yuri yury iurii youri
zbigniew zbig
"""


def _pairs() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in _ROWS.split("\n"):
        names = row.split()
        for name in names:
            groups.setdefault(name, set()).update(names)
    return {name: frozenset(group) for name, group in groups.items()}


_SAME = _pairs()

# Given names of women: they bear `Mrs.` and `Miss`, and are never the same as a man of that surname.
FEMALE = _words(
    """
    ada adele agnes alice amy andrea angela anita ann anna anne annie audrey barbara beatrice bernice betty
    beverley beverly carla carmen carol caroline catherine cecilia charlotte christina christine clara
    claire clare coretta cynthia deborah diana dora doris dorothy edith edna eileen eleanor elena elisabeth
    elizabeth ella ellen elsa elsie emily emma esther ethel eva evelyn florence frances gloria golda grace
    greta hazel helen helena hilda ida ilse indira ingrid irene irina isabel jacqueline jane janet jean
    jeane jeanne jennifer jessica joan josephine joyce juanita judith julia julie karen katherine kathleen
    larisa laura leah lily linda lillian louise lucille lucy lydia mabel madeleine mamie margaret margot
    maria marianne marie marilyn marion marjorie martha mary maude maureen mildred miriam monica muriel
    nadia nancy natalia nina nora norma olga pamela patricia paula pauline peggy penelope phyllis rachel
    rebecca rita roberta rosalynn rose rosemary rozanne ruth sally sandra sara sarah sheila shirley simone
    sirimavo sonia sophia stella susan svetlana sylvia tatiana teresa thelma theresa valentina vera veronica
    victoria violet virginia vivian wilhelmina winifred yvonne
    """
)


_TWO_LETTERS = frozenset(("yu", "ya", "ye", "kh", "zh", "ts"))


def same_given(one: str, other: str) -> int:
    """How well two folded given names agree: 2 the same, 1 an initial or a short form, 0 not at all.

    >>> same_given("j", "john"), same_given("bob", "robert"), same_given("john", "james")
    (1, 1, 0)
    """
    if one == other:
        return 2 if len(one) > 1 else 1
    if len(one) == 1 or len(other) == 1:
        return 1 if one[:1] == other[:1] else 0
    if other in _SAME.get(one, ()):
        return 1
    short, long = (one, other) if len(one) < len(other) else (other, one)
    # `Yu. V. Andropov`: of a Russian name the first letter may take two
    return 1 if (len(short) >= 3 or short in _TWO_LETTERS) and long.startswith(short) else 0

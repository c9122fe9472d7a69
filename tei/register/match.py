"""Whether a mention can mean an entry: its given names and title against what the register says."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tei.register.entry import Entry, Name
from tei.register.nickname import FEMALE, same_given

__all__ = ["EXCLUSIVE", "agree", "fitness", "fits_office", "offices"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The words of a description that speak for an office, at the head of one of its clauses.
_OFFICES: dict[str, tuple[str, ...]] = {
    "president": ("president",),
    "vice president": ("vice president", "vice-president", "vice-presidential"),
    "president-elect": ("president", "president-elect", "candidate for president", "presidential candidate"),
    "secretary": ("secretary",),
    "assistant secretary": ("assistant secretary",),
    "under secretary": ("under secretary", "undersecretary"),
    "deputy secretary": ("deputy secretary",),
    "minister": ("minister", "premier"),
    "foreign minister": (
        "foreign minister",
        "minister of foreign affairs",
        "minister for foreign affairs",
        "foreign secretary",
    ),
    "prime minister": ("prime minister", "premier", "chairman of the council", "president of the council"),
    "ambassador": ("ambassador", "representative", "ambassador-at-large"),
    "general": (
        "general",
        "usa",
        "usaf",
        "usmc",
        "commander",
        "joint chiefs",
        "chief of staff",
        "chief of the general",
    ),
    "admiral": ("admiral", "usn", "naval operations", "commander"),
    "colonel": ("colonel", "usa", "usaf", "usmc"),
    "major": ("major", "usa"),
    "captain": ("captain", "usn", "usa"),
    "senator": ("senator",),
    "congressman": ("representative", "congressman", "speaker of the house"),
    "representative": ("representative",),
    "governor": ("governor",),
    "director": ("director",),
    "chairman": ("chairman",),
    "king": ("king", "shah"),
    "queen": ("queen",),
    "chancellor": ("chancellor",),
    "consul": ("consul",),
    "bishop": ("bishop", "archbishop"),
    "attorney general": ("attorney general",),
    "commissioner": ("commissioner",),
    "administrator": ("administrator",),
    "marshal": ("marshal",),
    "prince": ("prince",),
    "mayor": ("mayor",),
    "judge": ("judge", "justice"),
}
# Offices that a description would hardly leave out: without them a surname alone proves nothing.
EXCLUSIVE = _words(
    """
    president vice president prime minister king queen senator pope emperor prince chancellor shah
    """
)
_BELOW = frozenset(("assistant secretary", "under secretary", "deputy secretary"))
_SAME_OFFICE = {
    "premier": "prime minister",
    "pres": "president",
    "vp": "vice president",
    "vice premier": "vice premier",
    "deputy prime minister": "deputy prime minister",
    "congresswoman": "congressman",
    "secy": "secretary",
    "undersecretary": "under secretary",
    "deputy under secretary": "under secretary",
    "acting secretary": "secretary",
    "foreign secretary": "foreign minister",
    "lieutenant general": "general",
    "major general": "general",
    "brigadier general": "general",
    "brigadier": "general",
    "gen": "general",
    "vice admiral": "admiral",
    "rear admiral": "admiral",
    "adm": "admiral",
    "col": "colonel",
    "lieutenant colonel": "colonel",
    "amb": "ambassador",
    "sen": "senator",
    "gov": "governor",
    "shah": "king",
    "archbishop": "bishop",
    "justice": "judge",
}
_CLAUSE = re.compile(r"[;,(]|\b(?:until|from|after|and|thereafter|also|then|later|former|formerly)\b")
# a clause gives the office that is its own head: not `to the President`, not `Assistant to President Nixon`
_OF_ANOTHER = re.compile(r"(?:\b(?:to|of|for|the|with|by)\b|\S*[’'](?:s\b|\s)).*$")
_GIVES: dict[str, tuple[str, ...]] = {
    word: tuple(office for office, words in _OFFICES.items() if word in words)
    for words in _OFFICES.values()
    for word in words
}
_LONGEST_FIRST = sorted(_GIVES, key=lambda word: (-len(word), word))
_OFFICE = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?![\w])")


def offices(description: str, ranks: Collection[str] = ()) -> frozenset[str]:
    """The offices that a description gives a person.

    >>> sorted(offices("Deputy Secretary of State until 1973; U.S. Ambassador to France"))
    ['ambassador', 'deputy secretary', 'secretary']
    >>> sorted(offices("Personal Representative of the President"))
    ['ambassador', 'congressman', 'representative']
    """
    found: set[str] = set()
    for clause in _CLAUSE.split(description.lower()):
        head = _OF_ANOTHER.sub("", clause)
        for match in _OFFICE.finditer(clause):
            word = match[0]
            if match.end() <= len(head) or " of " in word or " for " in word:
                found.update(_GIVES[word])
                if word.endswith(" secretary"):
                    found.update(_GIVES["secretary"])
                elif word.endswith(" minister"):
                    found.update(_GIVES["minister"])
    found.update(_SAME_OFFICE.get(rank, rank) for rank in ranks)
    return frozenset(found)


def agree(said: Sequence[str], known: Sequence[str]) -> int:
    """Whether folded given names can be those of a person: -1 no, 0 nothing said, 1 by initials, 2 in full.

    >>> agree(["w"], ["william", "p"]), agree(["al"], ["u", "al"]), agree(["john", "p"], ["john", "d"])
    (1, 2, -1)
    """
    if not said or not known:
        return 0
    best, at = 0, 0
    for position, word in enumerate(said):
        for number in range(at, len(known)):
            level = same_given(word, known[number])
            if level:
                best, at = max(best, level), number + 1
                break
        else:
            # a name that the other does not have: a further one at the end or before it, or a contradiction
            if any(same_given(word, other) for other in known):
                continue  # `Tommy [Llewellyn]`
            if at == 0 and position == 0 and len(said) > 1 and [*said[1:]] == [*known]:
                continue  # `Walter Bedell` where the register has `Bedell`
            if at >= len(known) or (position == 0 and len(word) == 1 and len(said) > 1):
                continue
            return -1
    return best or -1


def fits_office(entry: Entry, title: str) -> bool:
    """Whether the register gives somebody the office that a mention has."""
    return _SAME_OFFICE.get(title, title) in entry.offices


def fitness(entry: Entry, name: Name, given: Sequence[str], title: str) -> int | None:
    """How well a mention fits an entry found under its surname: higher is better, None where it cannot be.

    ``given`` are the folded given names of the mention, ``title`` its office or address in lower case.
    """
    level = agree(given, name.given) if name.family else 0
    if level < 0:
        return None
    score = level * 2
    if not title:
        return score
    if title in ("mrs", "miss", "ms", "mme", "madame"):
        return score if (name.given and name.given[0] in FEMALE) or not name.given else None
    if name.given and name.given[0] in FEMALE and title == "mr":
        return None
    office, _, body = title.partition(" of ")
    if body:
        # `Secretary of the Treasury`: nobody of whom the register says nothing of the kind
        if body not in entry.description.lower():
            return score - 3
        return score + (3 if entry.offices.isdisjoint(_BELOW) else 1)
    office = _SAME_OFFICE.get(title, title)
    if office in entry.offices:
        score += 3
        if office == "secretary" and not entry.offices.isdisjoint(_BELOW):
            score -= 2
    elif office in EXCLUSIVE:
        score -= 3
    elif office in _OFFICES:
        score -= 1
    return score

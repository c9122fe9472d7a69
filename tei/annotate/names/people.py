"""Who is who: the forms of a name that mean one person, and that person's entry in the register.

Full names come first and make the people of the document; what is called by a surname joins them. A
mention that fits two people equally well stays open.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from itertools import islice

from tei.annotate.names.candidate import Candidate
from tei.annotate.names.family import CALLED, HOLDERS
from tei.annotate.names.kind import ADDRESS, FAMILY, GIVEN, KIND, KNOWN, VIET
from tei.annotate.names.settle import surnames
from tei.register import Entry, Register, agree
from tei.register.match import EXCLUSIVE, fits_office
from tei.register.nickname import FEMALE

__all__ = ["Group", "Open", "identify"]

_WOMEN = frozenset(("mrs", "miss", "ms", "mme", "madame", "lady", "queen", "señora", "senora"))
# with these, or with nothing, a given name calls a person
_BY_GIVEN = frozenset(
    ("", "sir", "dame", "lady", "prince", "princess", "king", "queen", "don", "father", "sister", "brother")
)
# how much better the best must fit than the next
_MARGIN = 2
_MET = 2
_HELD = 3  # fits as the one who held the office
_OF_A_PRESIDENT = frozenset(("administration", "administrations", "presidency"))
_PRESIDENT = re.compile(r"(?:.{0,80}[;,]\s)?President(?:\sof\sthe\sUnited\sStates|\s(?:from|until|after)\b|[,;.]|\Z)")
# people of one surname that a mention is weighed against: bounds the work on a list of namesakes
_NAMESAKES = 100


class Group:
    """One person of the document: the mentions, the titles, the entry in the register where there is one."""

    __slots__ = ("begins", "entry", "full", "keys", "mentions", "titles", "words")

    def __init__(self, words: tuple[str, ...], *, entry: Entry | None = None) -> None:
        self.words = words
        self.begins = sys.maxsize
        self.full = len(words) > 1
        self.keys = set(surnames(words))
        self.entry = entry
        self.titles: set[str] = set()
        self.mentions: list[Candidate] = []

    def add(self, mention: Candidate) -> None:
        """Takes a mention in; a fuller form of the name becomes the person's."""
        self.mentions.append(mention)
        self.begins = min(self.begins, mention.start)
        mention.who = self
        if mention.title:
            self.titles.add(mention.title)
        words = mention.core
        if len(words) == 1:
            self.keys.add(words[0])  # `Feisal`, whom the register spells otherwise
        if len(words) > len(self.words) and mention.variant_of is None:
            self.words, self.full = words, True
            self.keys.update(surnames(words))


class Open:
    """A mention that fits several people: what an editor has to decide."""

    __slots__ = ("choices",)

    def __init__(self, choices: tuple[str, ...]) -> None:
        self.choices = choices


class _Cast:
    def __init__(self, register: Register | None) -> None:
        self.register = register
        self.groups: list[Group] = []
        # groups as keys, in order: a list would be searched at each namesake
        self.by_key: dict[str, dict[Group, None]] = {}
        self.by_words: dict[tuple[str, ...], Group] = {}
        self.by_entry: dict[str, Group] = {}
        self.by_given: dict[str, dict[Group, None]] = {}
        self._asked: dict[tuple[str, str], list[tuple[int, Entry]]] = {}

    def listed(self, key: str, title: str) -> list[tuple[int, Entry]]:
        """The entries of the register under a surname, with their fitness for a title."""
        if self.register is None:
            return []
        found = self._asked.get((key, title))
        if found is None:
            held = HOLDERS.get((title, key))
            found = [
                (max(score, _HELD), entry) if held and held in entry.names[0].given[:1] else (score, entry)
                for score, entry in self.register.candidates((key,), title) or self._alike(key, title)
                if (not held or held[0] == "".join(entry.names[0].given)[:1])
                and key in CALLED.get(entry.names[0].words, (key,))
            ]
            self._asked[key, title] = found
        return found

    def _alike(self, key: str, title: str) -> list[tuple[int, Entry]]:
        """The one in that office whose surname is the same but for its spelling: `King Feisal`."""
        if self.register is None or not _office(title):
            return []
        entry = self.register.alike((key,))
        return [(_HELD, entry)] if entry is not None and fits_office(entry, title) else []

    def new(self, words: tuple[str, ...], entry: Entry | None = None) -> Group:
        if entry is not None and entry.id in self.by_entry:
            return self.by_entry[entry.id]
        group = Group(words, entry=entry)
        if entry is not None:
            self.by_entry[entry.id] = group
            for form in entry.names if entry.names[0].words not in CALLED else ():
                group.keys.update((form.family[-1], form.family[0]) if form.family else (form.given[0], form.given[-1]))
        self.groups.append(group)
        self._index(group)
        return group

    def _index(self, group: Group) -> None:
        if group.full:
            self.by_given.setdefault(group.words[0], {})[group] = None
        self.by_words.setdefault(group.words, group)
        for key in sorted(group.keys):
            self.by_key.setdefault(key, {})[group] = None

    def join(self, group: Group, mention: Candidate) -> None:
        before, known = group.words, len(group.keys)
        group.add(mention)
        if group.words != before or len(group.keys) != known:
            self._index(group)


def identify(mentions: Iterable[Candidate], register: Register | None) -> list[Group]:
    """The people that mentions mean, in the order of their first full name; sets ``who`` of every mention."""
    cast = _Cast(register)
    offices: list[Candidate] = []
    plain: list[Candidate] = []
    for mention in mentions:
        if mention.variant_of is not None:
            continue
        if len(mention.core) > 1:
            _full(cast, mention)
        elif _office(mention.title):
            offices.append(mention)
        else:
            plain.append(mention)
    for mention in offices:
        _short(cast, mention)
    for mention in plain:
        _short(cast, mention)
    return cast.groups


def _office(title: str) -> bool:
    return bool(title) and not KIND.get(title, 0) & ADDRESS


def _full(cast: _Cast, mention: Candidate) -> None:
    words = mention.core
    family, given = _split(words)
    best = cast.by_words.get(words)
    if best is None or best.words != words or family not in best.keys:
        best, level = None, -1
        for group in islice(cast.by_key.get(family, ()), _NAMESAKES):
            if not group.full and group.entry is None:
                continue
            fit = _same(group, family, given)
            if fit > level and fit > 0:
                best, level = group, fit
    if best is None and cast.register is not None:
        entry = _entry(cast.register, words, mention.title)
        if entry is not None:
            best = cast.new(words, entry)
    cast.join(best if best is not None else cast.new(words), mention)


def _split(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The word under which a full name is filed, and the rest in printed order."""
    if words in CALLED:
        (key,) = CALLED[words]
        return key, tuple(word for word in words if word != key)
    first = KIND.get(words[0], 0)
    if first & FAMILY and not first & GIVEN:
        return (words[-1], words[:-1]) if first & VIET else (words[0], words[1:])
    return words[-1], words[:-1]


def _same(group: Group, family: str, given: tuple[str, ...]) -> int:
    """How well a full name can be a group's: -1 not at all."""
    if group.entry is not None:
        fits = [
            agree(given, form.given)
            for form in group.entry.names
            if family in form.family[-1:] or family in form.family[:1]
        ]
        if fits:
            return max(fits)
    other_family, other = _split(group.words)
    first = KIND.get(family, 0)
    if first & FAMILY and not first & GIVEN and other_family == family:
        return 2 if _plain(other) == _plain(given) else -1
    if other_family != family:
        return 2 if given and group.words[: len(given)] == given and family in group.words else -1
    return agree(given, other)


def _plain(words: tuple[str, ...]) -> str:
    """East Asian given names as they are compared: run together, the scanner's `II` read as `Il`."""
    return "".join("il" if w == "ii" else w for w in words)


def _entry(register: Register, words: tuple[str, ...], title: str) -> Entry | None:
    found = register.candidates(words, title)
    found = [(score, entry) for score, entry in found if score >= 1]
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < _MARGIN):
        return None
    return found[0][1]


def _short(cast: _Cast, mention: Candidate) -> None:
    key = mention.core[-1]
    title = mention.title
    scored: list[tuple[int, int, Group | Entry]] = []
    taken: set[str] = set()
    bearers = list(islice(cast.by_key.get(key, ()), _NAMESAKES))
    if not bearers and not (cast.register is not None and key in cast.register.words):
        bearers = _by_given(cast, mention)
    elif not title and len(bearers) > 1:
        # a bare surname is not the wife's where the husband is met
        bearers = [g for g in bearers if g.titles.isdisjoint(_WOMEN)] or bearers
    for group in bearers:
        score = _fit(cast, group, key, title)
        if group.entry is not None:
            taken.add(group.entry.id)
        if score is not None and group.begins > mention.start and _outranked(cast, group, key, title):
            score -= 1  # he is met only later, and his namesake is one whom nobody needs to introduce
        if score is not None and score >= 0:
            scored.append((score, -len(scored), group))
    for score, entry in cast.listed(key, title):
        if entry.id not in taken and score >= -1:
            scored.append((score, -len(scored), entry))
    if not scored:
        cast.join(cast.new((key,)), mention)
        return
    scored.sort(key=lambda s: s[:2], reverse=True)
    best, second = scored[0], scored[1] if len(scored) > 1 else None
    if second is not None and best[0] - second[0] < _MARGIN:
        rivals = [s[2] for s in scored if best[0] - s[0] < _MARGIN]
        if mention.attribute in _OF_A_PRESIDENT and len(heads := [r for r in rivals if _presides(r)]) == 1:
            cast.join(heads[0] if isinstance(heads[0], Group) else cast.new((key,), heads[0]), mention)
            return
        earlier = [r for r in rivals if not isinstance(r, Group) or r.begins < mention.start]
        if len(earlier) == 1 and isinstance(earlier[0], Group):
            cast.join(earlier[0], mention)  # the other of the name comes only later
            return
        mention.who = Open(tuple(_called(r) for r in rivals))
        return
    chosen = best[2]
    cast.join(chosen if isinstance(chosen, Group) else cast.new((key,), chosen), mention)


def _outranked(cast: _Cast, group: Group, key: str, title: str) -> bool:
    """Whether another in the register has a better claim to a surname.

    He is a head of state or government, or it is the whole of his surname or its first word, and here one of
    several: `Franco` is not `Franco Nogueira`.
    """
    others = [entry for _, entry in cast.listed(key, title) if entry is not group.entry]
    if not others or group.entry is None:
        return False
    if not title and group.entry.offices.isdisjoint(EXCLUSIVE):
        return any(not entry.offices.isdisjoint(EXCLUSIVE) for entry in others)
    words = group.entry.names[0].family
    return len(words) > 1 and words[0] == key and any(e.names[0].family[:1] == (key,) for e in others)


def _presides(who: Group | Entry) -> bool:
    """Whether a person is a president: `the Johnson administration` is not named after a member of the staff."""
    if isinstance(who, Group):
        return "president" in who.titles or (who.entry is not None and _presides(who.entry))
    return _PRESIDENT.match(who.description) is not None


def _by_given(cast: _Cast, mention: Candidate) -> list[Group]:
    """The one person with that given name: `Sir Patrick`, `Souvanna` for `Souvanna Phouma`."""
    if mention.title not in _BY_GIVEN and not KIND.get(mention.core[0], 0) & KNOWN:
        return []
    found = cast.by_given.get(mention.core[0], {})
    return list(found) if len(found) == 1 else []


def _fit(cast: _Cast, group: Group, key: str, title: str) -> int | None:
    """How well a surname with a title fits a person met in the document; None where it cannot."""
    female = not group.titles.isdisjoint(_WOMEN) or (group.full and group.words[0] in FEMALE)
    if title in _WOMEN and not female:
        return None
    if title in ("mr", "sir", "lord", "king", "señor", "senor") and female:
        return None
    if group.full and HOLDERS.get((title, key), group.words[0])[:1] != group.words[0][:1]:
        return None
    score = _MET
    if title in group.titles and title != "mr":
        score += 2
    elif title and group.entry is not None:
        # `Senator` is an address too, but one that not every namesake has
        fits = [s for s, e in cast.listed(key, title) if e is group.entry]
        score += fits[0] if fits else -_MET
    elif title in EXCLUSIVE and any(t in EXCLUSIVE for t in group.titles):
        score -= 1
    return score


def _called(who: Group | Entry) -> str:
    if isinstance(who, Entry):
        return f"{who.name} ({who.id})"
    if who.entry is not None:
        return _called(who.entry)
    longest = max(who.mentions, key=lambda m: len(m.words))
    name = " ".join(longest.words)
    title = next((m.title for m in who.mentions if m.title), "") if longest.single else ""
    return f"{title.title()} {name}" if title else name

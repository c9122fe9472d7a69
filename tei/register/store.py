"""The register as a structure to look people up in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from tei.register.entry import Entry, Name, fold
from tei.register.match import fitness
from tei.register.sound import sound

__all__ = ["Register"]

_MOST_ANSWERS, _MOST_WORDS = 20_000, 8  # kept for the next document; words of a name in one of them


class Register:
    """The people of a register, in its order; found by surname and by every variant of the name.

    Made once, read by many documents: nothing changes it after it is built, but for the answers that it keeps.
    """

    __slots__ = (
        "_answers",
        "_by_id",
        "_families",
        "_folded",
        "_phrases",
        "_sounds",
        "_words",
        "astray",
        "entries",
        "ids",
        "name",
    )

    def __init__(self, entries: Iterable[Entry], *, name: str = "") -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self.name = name
        # entry id → where its ``see …`` leads instead of to one person
        self.astray: dict[str, str] = {}
        self._by_id = {entry.id: entry for entry in self.entries}
        self.ids = frozenset(self._by_id)
        # the pairs are keys, in the order of the register: a list would be searched at each entry of a common name
        self._families: dict[str, dict[tuple[Entry, Name], None]] = {}
        # full names run together, as syllables of a name are written in one or more words
        self._phrases: dict[str, list[tuple[Entry, Name]]] = {}
        self._sounds: dict[str, dict[Entry, None]] | None = None
        self._folded: list[tuple[str, int]] = []
        for entry in self.entries:
            target = self._see(entry)
            for form in entry.names:
                self._enter(target, form)
        self._words = frozenset(self._families)
        # what was asked before: the documents of an archive name the same people
        self._answers: dict[tuple[tuple[str, ...], str], list[tuple[int, Entry]]] = {}

    def _see(self, entry: Entry) -> Entry:
        """The entry that ``see Melo Antunes, Ernesto de`` sends the reader to."""
        if entry.description[:4].lower() != "see ":
            return entry
        wanted = fold(entry.description[4:])
        if not self._folded:
            self._folded = sorted((fold(e.name), at) for at, e in enumerate(self.entries))
        hits: list[Entry] = []
        at = bisect_left(self._folded, (wanted, -1))
        while at < len(self._folded) and self._folded[at][0].startswith(wanted) and len(hits) < 2:
            if self.entries[self._folded[at][1]] is not entry:
                hits.append(self.entries[self._folded[at][1]])
            at += 1
        if len(hits) == 1 and hits[0].description[:4].lower() != "see ":
            return hits[0]
        # one reference that leads to another may lead in a circle
        self.astray[entry.id] = "another reference" if len(hits) == 1 else "several people" if hits else "nobody"
        return entry

    def _enter(self, entry: Entry, form: Name) -> None:
        words = form.family or form.given
        for key in dict.fromkeys((words[-1], words[0], "".join(words))):
            self._families.setdefault(key, {})[entry, form] = None
        self._phrases.setdefault("".join(form.words), []).append((entry, form))
        if form.family and form.given:
            self._phrases.setdefault("".join(form.family + form.given), []).append((entry, form))

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __contains__(self, id: str) -> bool:
        return id in self._by_id

    def __getitem__(self, id: str) -> Entry:
        return self._by_id[id]

    @property
    def words(self) -> frozenset[str]:
        """Every folded word under which somebody is found."""
        return self._words

    def bearing(self, name: str) -> tuple[Entry, ...]:
        """The people whose surname (or name of one word) this is, in the register's order."""
        return tuple(dict.fromkeys(entry for entry, _ in self._families.get(fold(name), ())))

    def candidates(self, words: Sequence[str], title: str = "") -> list[tuple[int, Entry]]:
        """The people that folded words of a name can mean, each with its fitness, best first.

        ``words`` are the words of a mention as printed, without titles: ``("w", "averell", "harriman")``.
        """
        asked = (tuple(words), title)
        answer = self._answers.get(asked)
        if answer is None:
            answer = self._candidates(words, title)
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            if len(words) < _MOST_WORDS:
                self._answers[asked] = answer
        return list(answer)

    def _candidates(self, words: Sequence[str], title: str) -> list[tuple[int, Entry]]:
        found: dict[str, tuple[int, Entry]] = {}
        for entry, form in self._phrases.get("".join(words), ()):
            score = fitness(entry, form, (), title)
            if len(words) > 1 and score is not None:
                found[entry.id] = (score + 6, entry)
        for entry, form, given in self._splits(words):
            score = fitness(entry, form, given, title)
            if score is not None and not given and len(words) > 1:
                score += 3  # the whole of a surname of two words
            if score is not None and (entry.id not in found or found[entry.id][0] < score):
                found[entry.id] = (score, entry)
        if not found and len(words) > 1:
            alike = self.alike(words)
            score = fitness(alike, alike.names[0], (), title) if alike is not None else None
            if alike is not None and score is not None:
                found[alike.id] = (score + 4, alike)
        order = {entry.id: number for number, (_, entry) in enumerate(found.values())}
        return sorted(found.values(), key=lambda pair: (-pair[0], order[pair[1].id]))

    def holds(self, words: Sequence[str]) -> bool:
        """Whether folded words are the full name of somebody, given name or surname first."""
        return len(words) > 1 and "".join(words) in self._phrases

    def called(self, word: str, words: Sequence[str]) -> bool:
        """Whether a full name is somebody's surname or undivided name that begins with a word: `Couve de Murville`."""
        whole = tuple(words)
        return any((form.family or form.given) == whole for _, form in self._families.get(word, ()))

    def alike(self, words: Sequence[str]) -> Entry | None:
        """The one person whose name is the same but for how it is written in Latin letters."""
        if self._sounds is None:
            self._sounds = {}
            for entry in self.entries:
                for form in entry.names:
                    for order in {form.family + form.given, form.words, form.family, form.words[:1]}:
                        if order:
                            self._sounds.setdefault(sound(order), {})[self._see(entry)] = None
        met = self._sounds.get(sound(words), ())
        return next(iter(met)) if len(met) == 1 else None

    def _splits(self, words: Sequence[str]) -> Iterator[tuple[Entry, Name, Sequence[str]]]:
        """The ways to read words as given names and a surname, against the surnames that exist."""
        families = self._families
        for start in range(len(words) - 1, -1, -1):
            family = tuple(words[start:])
            given = words[:start]
            for entry, form in families.get("".join(family), ()):
                known = form.family
                if known:
                    yield entry, form, given
                elif len(words) == 1:
                    yield entry, form, ()
            if start and len(family) == 1:
                # `José Figueres Ferrer` where the register has `Figueres, José`, `Figueres, José`
                for entry, form in families.get(words[start - 1], ()):
                    if form.family and start > 1 and form.family[0] == words[start - 1]:
                        yield entry, form, words[: start - 1]
        if len(words) > 1:
            # `Rusk Dean`, `Mann, Thomas`: the surname first
            for entry, form in families.get(words[0], ()):
                if form.family and form.family[0] == words[0] and form.given and words[1] == form.given[0]:
                    yield entry, form, words[1:]

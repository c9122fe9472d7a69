"""Who a label means: the document's people, its title and list of participants decide; what they leave open
stays open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from tei.annotate.stage import is_play
from tei.annotate.turns.label import Label, Nature, called, plain, words
from tei.annotate.turns.vocabulary import HONORIFICS, OFFICES, PARTICLES, QUALIFIERS, RANKS
from tei.diagnostic import Diagnostic, Severity
from tei.ident import person_id
from tei.model import Document, Person
from tei.text import Span

__all__ = ["Cast", "pointer"]

_HEREAFTER = re.compile(r"\[(?:hereafter|hereinafter|henceforth)\s(?:called\s)?([^\[\]\n]{1,30})\]", re.IGNORECASE)
_TITLES = HONORIFICS | OFFICES | RANKS | QUALIFIERS
_NAME_PARTS = re.compile(r"[\s\-‐–,.'’\[\]()/]+")
_CAPITALS = re.compile(r"[^\W\d_]+")
_NOT_BELOW = r"(?<!Under )(?<!Assistant )(?<!Deputy )(?<!Vice )(?<!Press )(?<!Under-)(?<!Vice-)"
_BLANKS = r"\s+"
_TAIL_END = re.compile(r"[,;)\n]|\s(?:and|with|to|by|from)\s")
_ROLES = frozenset({Nature.VOICE, Nature.QUESTION, Nature.ANSWER})
_TOGETHER = re.compile(r"\s(?:and|AND|&|und|et)\s|\s?/\s?")
_ARTICLE = re.compile(r"(?:der|die|le|la|el|il|lo)\s")  # `the` is in no key
_UNNAMED = frozenset("the first second third fourth 1st 2nd 3rd 4th".split())  # a part in a play that has no name
_FEW = 4  # candidates that a message names


def pointer(who: str) -> str:
    """The value of ``@who``: the ids of those who speak, each as a pointer.

    >>> pointer("nora torvald-helmer")
    '#nora #torvald-helmer'
    """
    return " ".join(f"#{one}" for one in who.split())


class Cast:
    """The people of one document, as labels call them; a name that nothing else introduces is added."""

    def __init__(self, document: Document, front: str, items: list[str]) -> None:
        self.document, self.front, self.items = document, front, items
        self.text = document.source.text
        self._by_part: dict[str, list[str]] | None = None
        self._people: dict[str, Person] = {}
        self._aliases: dict[str, str] = {}
        self._announced: set[str] = set()
        self._resolved: dict[str, str] = {}
        self._front: frozenset[str] | None = None
        self.diagnostics: list[Diagnostic] = []

    @cached_property
    def names(self) -> list[tuple[int, int, str]]:
        """The names (start, end, id) of the document, in order."""
        return sorted(
            (m.span.start, m.span.end, m.attrs.get("ref", "").removeprefix("#"))
            for m in self.document.marks
            if m.kind == "persName"
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self.names]

    def within(self, span: Span) -> Iterator[tuple[int, int, str]]:
        """The names (start, end, id) that lie in a span, in order."""
        at = bisect_left(self._starts, span.start)
        while at < len(self.names) and self.names[at][0] < span.end:
            if self.names[at][1] <= span.end:
                yield self.names[at]
            at += 1

    def ending(self, at: int) -> tuple[int, int, str] | None:
        """The name that ends at a place."""
        number = bisect_left(self._starts, at) - 1
        return self.names[number] if number >= 0 and self.names[number][1] == at else None

    def knows(self, label: Label) -> bool:
        """Whether the document shows that a label is a person: a name is marked in it, or fits someone.

        Two are known where both are: ``Nora and Helmer``.
        """
        if label.key in self._aliases or label.key in self._announced:
            return True
        return any(self._covers(label, n) for n in self.within(label.called)) or bool(
            self._by_name(self._core(label.key))
        )

    def _several(self, label: Label) -> tuple[str, ...]:
        """The ids of the people whom a label names together: ``JOE and MARGARET``, ``Kissinger/Haig``; else none."""
        printed = self.text[label.called.start : label.called.end]
        parts = [plain(part) for part in _TOGETHER.split(printed)]
        if len(parts) < 2:
            return ()
        found = [self._by_name(self._core(" ".join(words(part)))) for part in parts]
        ids = dict.fromkeys(ids[0] for ids in found if len(ids) == 1)
        return tuple(ids) if len(ids) == len(parts) else ()

    def _covers(self, label: Label, name: tuple[int, int, str]) -> bool:
        """Whether a name and titles are all that a label holds."""
        rest = self.text[label.called.start : name[0]] + " " + self.text[name[1] : label.called.end]
        return all(w in _TITLES or w in PARTICLES for w in words(plain(rest)))

    def alias(self, label: Label) -> None:
        """Notes what a label says of its own short form: ``Johnson [hereafter LBJ]``."""
        found = _HEREAFTER.search(self.text, label.name.start, label.name.end)
        if found:
            self._aliases[" ".join(words(found[1]))] = label.key
            self._announced.add(label.key)

    def who(self, label: Label, kind: Nature) -> str:
        """The id of the person that a label means, ``""`` where the document leaves it open."""
        key = self._aliases.get(label.key, label.key)
        marked = {n[2] for n in self.within(label.called) if n[2] and self._covers(label, n) and kind not in _ROLES}
        if len(marked) == 1:
            found = marked.pop()
            self._resolved.setdefault(key, found)
            return found
        if key not in self._resolved:
            several = self._several(label)
            self._resolved[key] = " ".join(several) if several else self._resolve(key, label, kind)
        return self._resolved[key]

    def _resolve(self, key: str, label: Label, kind: Nature) -> str:
        printed = plain(self.text[label.called.start : label.called.end])
        if kind is Nature.CROWD:
            return self._add(printed, group=True)
        if kind is Nature.NAME and words(printed)[0] in _UNNAMED:
            return self._add(printed, whole=True)
        core = () if kind in _ROLES else self._core(key)
        candidates = self._by_name(core) if core else self._by_office(key)
        if not candidates and kind is Nature.INITIALS and key == label.key:
            candidates = self._by_initials(printed) or (
                self._by_office("president") if printed.strip(".") == "P" else []
            )
        if len(candidates) > 1:
            for whole in (True, False):
                candidates = [c for c in candidates if self._in_front(c, whole=whole)] or candidates
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            shown = ", ".join(self._name(c) for c in candidates[:_FEW])
            self._report(
                f'the speaker "{printed}" fits several people: {shown}',
                label,
                "name the speaker in the label, or add @who",
            )
            return ""
        if kind in (Nature.OFFICE, Nature.VOICE) and not core and is_play(self.text):
            return self._add(printed, whole=True)  # a messenger is who plays the messenger
        if core and not _TOGETHER.search(printed):
            return self._add(printed)
        self._report(
            f'nothing in the document says who the speaker "{printed}" is',
            label,
            "add @who where you know the person; the turns themselves are marked",
            severity=Severity.INFO,
        )
        return ""

    def _report(self, message: str, label: Label, hint: str, severity: Severity = Severity.WARNING) -> None:
        self.diagnostics.append(
            replace(Diagnostic.of("turn-ambiguous", message, label.name, hint=hint), severity=severity)
        )

    def _core(self, key: str) -> tuple[str, ...]:
        """The parts of a label that are a name: ``cia director helms`` → ``helms``."""
        parts = key.split()
        return tuple(p for w in parts if w not in _TITLES and w not in PARTICLES for p in _parts(w))

    def _index(self) -> dict[str, list[str]]:
        if self._by_part is None:
            self._by_part = {}
            for person in self.document.people:
                self._enter(person)
        return self._by_part

    def _enter(self, person: Person) -> None:
        assert self._by_part is not None
        self._people[person.id] = person
        for name in (person.name, *person.forms, *person.variants):
            for part in _parts(name.lower()):
                ids = self._by_part.setdefault(part, [])
                if person.id not in ids:
                    ids.append(person.id)

    def _by_name(self, core: tuple[str, ...]) -> list[str]:
        """The people who bear every part of a name, in the document's order."""
        index = self._index()
        if not core or any(part not in index for part in core) or len("".join(core)) < 2:
            return []  # a letter alone is no name: `K` is not Robert K. Smith
        return [i for i in index[core[0]] if all(i in index[part] for part in core[1:])]

    def _by_initials(self, printed: str) -> list[str]:
        """The people of the title or the list whose names fit: ``K`` Kennedy, ``LBJ`` Johnson, ``McN``
        McNamara."""
        self._index()
        letters = printed.replace(".", "").replace(" ", "")
        found: list[str] = []
        for person in self._people.values():
            if not self._in_front(person.id):
                continue
            full = [w for w in _CAPITALS.findall(person.name) if w[:1].isupper() and w.lower() not in _TITLES]
            if not full:
                continue
            initials = "".join(w[0] for w in full)
            surname = full[0] if "," in person.name else full[-1]
            given = [w[0] for w in full if w != surname]
            fits = (
                surname.startswith(letters)
                if not letters.isupper() or len(letters) == 1
                else initials == letters
                or (letters.endswith(surname[0]) and (not given or given[0] == letters[0]) and len(letters) > 1)
            )
            if fits:
                found.append(person.id)
        return found

    def _by_office(self, key: str) -> list[str]:
        """Whom the title or the list names with an office: ``President`` ← ``President Johnson``."""
        key = _ARTICLE.sub("", key)
        phrase = rf"{_NOT_BELOW}\b(?i:{_BLANKS.join(map(re.escape, key.split()))})\b(?!['’-]s?\b)(?:-[Ee]lect)?"
        pattern = re.compile(phrase)
        found: list[str] = []
        for piece in (self.front, *self.items):
            for match in pattern.finditer(piece):
                tail = _TAIL_END.split(piece[match.end() : match.end() + 80], maxsplit=1)[0]
                ids = self._first_named(tail)
                if not ids and piece is not self.front and not piece[: match.start()].strip(" Tthe"):
                    return []  # the list itself calls the person by the office alone
                if not ids and "," in piece[: match.start()]:
                    ids = self._first_named(piece[: match.start()].split(",", 1)[0])
                found.extend(i for i in ids if i not in found)
        return found

    def _first_named(self, words_: str) -> list[str]:
        """The people whom the first known name in some words fits."""
        parts = [p for p in _parts(words_.lower()) if p not in _TITLES]
        for at, part in enumerate(parts):
            ids = self._by_name((part,))
            if ids:
                for more in parts[at + 1 :]:
                    ids = [i for i in ids if i in self._by_name((more,))] or ids
                return ids
        return []

    def takes_part(self, person: str) -> bool:
        """Whether the title or the list of participants names a person."""
        self._index()
        return self._in_front(person)

    def _in_front(self, person: str, *, whole: bool = False) -> bool:
        """Whether the title or the list has a person's name; ``whole``: the full one, no short form."""
        holder = self._people.get(person)
        if holder is None:
            return False
        front = self._front_words()
        names = (holder.name,) if whole else (holder.name, *holder.forms, *holder.variants)
        for name in names:
            parts = [p for p in _parts(name.lower()) if p not in _TITLES]
            if parts and all(p in front for p in parts):
                return True
        return not whole and self._surname(holder) in front

    def _surname(self, person: Person) -> str:
        name = person.name.split(",")[0] if "," in person.name else person.name
        parts = [p for p in _parts(name.lower()) if p not in _TITLES]
        return parts[-1] if parts else ""

    def _front_words(self) -> frozenset[str]:
        if self._front is None:
            self._front = frozenset(p for piece in (self.front, *self.items) for p in _parts(piece.lower()))
        return self._front

    def _name(self, person: str) -> str:
        holder = self._people.get(person)
        return holder.name if holder else person

    def _add(self, printed: str, *, group: bool = False, whole: bool = False) -> str:
        """A new person for a label that nobody of the document bears, named without titles."""
        bare = (
            printed
            if group or whole
            else " ".join(w for w in called(printed).split() if w.strip(".,").lower() not in _TITLES)
        )
        name = bare.title() if bare.isupper() and len(bare) > 4 and not group else bare
        self._index()
        person = Person(person_id(bare, "x", self._people), name, (printed,), group=group)
        self.document.people.append(person)
        self._enter(person)
        return person.id


def _parts(name: str) -> list[str]:
    return [p for p in _NAME_PARTS.split(name) if p]

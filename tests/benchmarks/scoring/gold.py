"""A gold: a text with what its editors say of it (docs/accuracy.md describes the files)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from scoring.letters import Letters

__all__ = ["Gold", "GoldError", "Marked", "Turn", "golds", "read_gold", "register_of"]


_NOTE = re.compile(r"\[\d{1,3}\]\s")


class GoldError(Exception):
    """A gold that cannot be used."""


class Marked(NamedTuple):
    """One annotation, on the stream of letters; ``begin`` and ``end`` are its characters in the text."""

    start: int
    stop: int
    value: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph of a turn, on the stream of letters; ``first`` where its label stands."""

    start: int
    stop: int
    who: str
    first: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """What is right for one text."""

    name: str
    text: str
    letters: Letters
    spans: Mapping[str, tuple[Marked, ...]]
    turns: tuple[Turn, ...]
    pages: tuple[int, ...]

    @property
    def notes(self) -> bool:
        """Whether footnotes are scored: not where one, ``[1] …``, is among what is skipped."""
        return not any(_NOTE.match(self.text, s.begin, s.end) for s in self.of("skip"))

    def of(self, kind: str) -> tuple[Marked, ...]:
        """The annotations of a kind."""
        return self.spans.get(kind, ())


def golds(folder: Path) -> list[Path]:
    """The golds of a folder in name order: each NAME.json beside a NAME.txt.

    Raises GoldError where there is none.
    """
    found = sorted(p for p in folder.glob("*.json") if p.with_suffix(".txt").exists())
    if not found:
        raise GoldError(f"{folder} holds no NAME.json beside a NAME.txt")
    return found


def read_gold(path: Path) -> Gold:
    """Reads a gold.

    Raises GoldError where it is no JSON, or a span lies outside the text.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        text: str = data["text"]
        marked = [
            (int(a), int(b), str(kind), "" if value is None else str(value)) for a, b, kind, value in data["spans"]
        ]
        turns = [
            (int(a), int(b), "" if who is None else str(who), str(kind)) for a, b, who, kind in data.get("turns", ())
        ]
        pages = [int(a) for a in data.get("pagebreaks", ())]
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} is no gold: {error!r}") from None
    places = [p for a, b, *_ in (*marked, *turns) for p in (a, b)] + pages
    if any(not 0 <= p <= len(text) for p in places) or any(a > b for a, b, *_ in (*marked, *turns)):
        raise GoldError(f"{path}: a span lies outside the text, or ends before it begins")
    position, letters = _letters(text, [(a, b) for a, b, kind, _ in marked if kind == "skip"])
    spans: dict[str, list[Marked]] = {}
    for a, b, kind, value in marked:
        spans.setdefault(kind, []).append(Marked(position[a], position[b], value, a, b))
    return Gold(
        path.stem,
        text,
        letters,
        {kind: tuple(found) for kind, found in spans.items()},
        tuple(Turn(position[a], position[b], who, kind != "cont") for a, b, who, kind in turns),
        tuple(position[p] for p in pages),
    )


def _letters(text: str, skipped: list[tuple[int, int]]) -> tuple[list[int], Letters]:
    """The letters of a text without what is not scored, and how many stand before each of its characters."""
    left_out = {at for a, b in skipped for at in range(a, b)}
    letters = Letters()
    position: list[int] = []
    for at, char in enumerate(text):
        position.append(len(letters))
        letters.feed(" " if at in left_out else char)
    return [*position, len(letters)], letters


def register_of(path: Path, folder: Path) -> Path | None:
    """The register that belongs to a gold: ``VOLUME-people.csv`` for ``VOLUME_d12.json``, else ``people.csv``."""
    for name in (f"{path.stem.rsplit('_', 1)[0]}-people.csv", "people.csv"):
        if (folder / name).exists():
            return folder / name
    return None

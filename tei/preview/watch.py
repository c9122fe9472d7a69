"""Looks again whenever one of the files has changed; by polling, which works the same on each system and network drive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from tei.preview.board import Board
from tei.preview.look import Settings, look

__all__ = ["Stamp", "stamp", "watch"]

_PERIOD = 0.25  # seconds
_PATIENCE = 8  # periods that a file may be away or grow: editors save by renaming, or bit by bit

Stamp = tuple[tuple[int, int, int] | None, ...]


def stamp(paths: Sequence[Path]) -> Stamp:
    """Time, size and number of each file; None for one that is not there."""
    found: list[tuple[int, int, int] | None] = []
    for path in paths:
        try:
            stat = path.stat()
        except (OSError, ValueError):
            found.append(None)
        else:
            found.append((stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return tuple(found)


def watch(settings: Settings, board: Board, stop: Event) -> None:
    """Puts up a view at once and after each change, until it is told to stop."""
    seen: Stamp | None = None
    while not stop.is_set():
        now = stamp(settings.watched)
        if now != seen:
            seen = now if seen is None else _settled(settings.watched, now, stop)
            board.begin()
            board.publish(look(settings))
        stop.wait(_PERIOD)


def _settled(paths: Sequence[Path], now: Stamp, stop: Event) -> Stamp:
    """The stamp once the files are there and stay as they are for a moment."""
    for _ in range(_PATIENCE):
        if stop.wait(_PERIOD / 2):
            break
        later = stamp(paths)
        if later == now and None not in later:
            break
        now = later
    return now

"""Looks again whenever a file was saved, in one thread of its own; whoever waits is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Condition, Event, Thread

from tei.preview.look import Options, Sight, look

__all__ = ["Watch"]

_EVERY = 0.25  # seconds between two looks at the clock of the files

Stamp = tuple[tuple[int, int, int] | None, ...]


class Watch:
    """The newest sight of a record. ``version`` grows with each; ``busy`` while the next one is being made."""

    def __init__(self, options: Options, *, see: Callable[[Options], Sight] = look) -> None:
        self.options, self._see = options, see
        self.sight = Sight()
        self.version = 0
        self.busy = True
        self._news = Condition()
        self._end = Event()
        self._thread = Thread(target=self._run, name="preview", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread; who waits is told."""
        self._end.set()
        with self._news:
            self._news.notify_all()
        self._thread.join(timeout=5)

    @property
    def ended(self) -> bool:
        return self._end.is_set()

    def after(self, version: int, timeout: float) -> int:
        """Waits until there is a newer sight than this one, or the time is over; the newest version."""
        with self._news:
            self._news.wait_for(lambda: self.version > version or self.ended, timeout)
            return self.version

    def _run(self) -> None:
        seen: Stamp | None = None
        while not self._end.is_set():
            stamp = _stamp(self.options.watched)
            # a file that is being replaced is not there for a moment
            if stamp != seen and (stamp[0] is not None or seen is None):
                seen = stamp
                self.busy = True
                sight = self._look()
                with self._news:
                    self.sight, self.version, self.busy = sight, self.version + 1, False
                    self._news.notify_all()
            self._end.wait(_EVERY)

    def _look(self) -> Sight:
        try:
            return self._see(self.options)
        except Exception as error:  # a fault of this program must not end the preview
            said = f"internal error: {type(error).__name__}: {error}"
            return Sight(error={"message": said, "hint": "please report this text", "path": "", "line": 0, "column": 0})


def _stamp(paths: tuple[Path, ...]) -> Stamp:
    found: list[tuple[int, int, int] | None] = []
    for path in paths:
        try:
            stat = path.stat()
            found.append((stat.st_mtime_ns, stat.st_size, stat.st_ino))
        except OSError:
            found.append(None)
    return tuple(found)

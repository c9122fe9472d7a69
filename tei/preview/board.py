"""The last good state, handed from the one thread that makes pages to the many that serve them."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from threading import Condition

from tei.preview.look import View

__all__ = ["Board", "State"]


@dataclass(frozen=True, slots=True)
class State:
    """What is known at a moment. ``tick`` grows with each change, ``edition`` with each page that differs from the last.

    ``page`` stays where the file as it is now has none: ``view.error`` says so.
    """

    tick: int = 0
    edition: int = 0
    view: View | None = None
    page: bytes | None = None
    since: float | None = None  # when the work that goes on began, by the monotonic clock


class Board:
    """Holds the state; whoever waits for a later one is woken."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._state = State()
        self._is_closed = False

    @property
    def state(self) -> State:
        """The state now."""
        with self._changed:
            return self._state

    def begin(self) -> None:
        """Says that a new look has begun."""
        self._put(since=time.monotonic())

    def publish(self, view: View) -> None:
        """Puts up what came of it."""
        page = self.state.page if view.page is None else view.page
        is_new = page != self.state.page
        self._put(view=view, page=page, edition=self.state.edition + is_new, since=None)

    def wait(self, seen: int, seconds: float) -> State | None:
        """The state as soon as it is later than ``seen``, or as it is after so many seconds; None once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._state.tick > seen, seconds)
            return None if self._is_closed else self._state

    def close(self) -> None:
        """Lets go of all who wait."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def _put(self, **changes: object) -> None:
        with self._changed:
            self._state = replace(self._state, tick=self._state.tick + 1, **changes)  # type: ignore[arg-type]
            self._changed.notify_all()

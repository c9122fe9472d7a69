"""A document beside what is wrong with it, in the browser, made anew at each save.

    watch ─→ look ─→ board ─→ server ─→ the page of shell/

One thread watches the files and makes the page; requests get the last good state from the board and never wait.
"""

from __future__ import annotations

from tei.preview.look import Settings
from tei.preview.server import Server

__all__ = ["Server", "Settings"]

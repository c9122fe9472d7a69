"""Serves the preview to the browsers of this machine, and to no page but its own.

Another site could make a browser ask for addresses here, or point its own name at this machine (DNS rebinding): so the
``Host`` must be this one, and a request must come from this page or from the address line.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from socketserver import TCPServer
from threading import BoundedSemaphore, Event, Thread
from typing import Any
from urllib.parse import urlsplit

from tei.diagnostic import Severity
from tei.errors import TeiError
from tei.preview.board import Board
from tei.preview.look import Settings
from tei.preview.watch import watch

__all__ = ["Server"]

_HOST = "127.0.0.1"
_NAMES = (_HOST, "localhost")
_MOST_LISTENERS = 32
_HEARTBEAT = 15.0  # seconds after which a listener that has gone is noticed
_PATIENCE = 20.0  # seconds that a browser may take to send a request or to read an answer

# path → file of the shell, its type
_SHELL: Mapping[str, tuple[str, str]] = {
    "/": ("page.html", "text/html"),
    "/preview.css": ("preview.css", "text/css"),
    "/preview.js": ("preview.js", "text/javascript"),
    "/cards.js": ("cards.js", "text/javascript"),
    "/frame.js": ("frame.js", "text/javascript"),
    "/source.js": ("source.js", "text/javascript"),
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
# The page has a policy of its own too, and both hold. One made by a stylesheet from elsewhere runs no script.
_PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src {}; img-src data:; font-src data:; media-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


class Server(ThreadingHTTPServer):
    """The preview of one file. ``serve_forever`` serves it, ``close`` ends all that it began.

    Raises TeiError where the port cannot be had.
    """

    daemon_threads = True
    allow_reuse_address = True  # a port left a moment ago; one in use is refused all the same

    def __init__(self, settings: Settings, port: int = 0) -> None:
        self.settings, self.board = settings, Board()
        self.listeners = BoundedSemaphore(_MOST_LISTENERS)
        self._stop = Event()
        try:
            super().__init__((_HOST, port), _Handler)
        except OSError as error:
            raise TeiError(
                f"port {port} cannot be had: {(error.strerror or str(error)).lower()}",
                hint="give another --port, or none to have a free one",
            ) from error
        self._worker = Thread(target=watch, args=(settings, self.board, self._stop), name="preview", daemon=True)
        self._worker.start()

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{_HOST}:{self.server_port}/"

    def server_bind(self) -> None:
        """Binds without asking what this machine is called, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, int(self.server_address[1])

    def close(self) -> None:
        """Ends the watching, lets the listeners go, frees the port."""
        self._stop.set()
        self.board.close()
        self.server_close()
        self._worker.join(timeout=2)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is nothing to speak of."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = _PATIENCE

    def version_string(self) -> str:
        return "tei"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for what concerns the document."""

    def parse_request(self) -> bool:
        """Refuses what is not asked by this page, before anything is done for it."""
        if not super().parse_request():
            return False
        if self.command != "GET":
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "only GET is answered here", {"Allow": "GET"})
            return False
        own = {f"{name}:{self.server.server_port}" for name in _NAMES}
        if self.server.server_port == 80:
            own |= set(_NAMES)
        if (self.headers.get("Host") or "").lower() not in own:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, f"this is {self.server.address}; open that")
            return False
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        if (origin is not None and origin.removeprefix("http://") not in own) or site not in ("none", "same-origin"):
            self._refuse(HTTPStatus.FORBIDDEN, f"only for {self.server.address} itself; open that")
            return False
        return True

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path in _SHELL:
            name, media = _SHELL[path]
            data = files("tei.preview").joinpath("shell", name).read_bytes()
            self._answer(data, media, headers={"Content-Security-Policy": _POLICY})
        elif path == "/page":
            self._page()
        elif path == "/state.json":
            self._json(_state(self.server))
        elif path == "/source.json":
            state = self.server.board.state
            self._json({"tick": state.tick, "lines": [] if state.view is None else state.view.lines})
        elif path == "/events":
            self._events()
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "nothing is here")

    def _page(self) -> None:
        page = self.server.board.state.page
        if page is None:
            self._refuse(HTTPStatus.NOT_FOUND, "there is no page yet")
            return
        scripts = "'unsafe-inline'" if self.server.settings.xslt is None else "'none'"
        self._answer(page, "text/html", headers={"Content-Security-Policy": _PAGE_POLICY.format(scripts)})

    def _events(self) -> None:
        """One line for each change, as long as the browser listens (https://html.spec.whatwg.org/#server-sent-events)."""
        if not self.server.listeners.acquire(blocking=False):
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE, "too many windows listen")
            return
        try:
            self._head(HTTPStatus.OK, "text/event-stream")
            self.wfile.write(b"retry: 1000\n\n")
            seen = -1
            while (state := self.server.board.wait(seen, _HEARTBEAT)) is not None:
                told = json.dumps({"tick": state.tick, "edition": state.edition, "busy": state.since is not None})
                self.wfile.write(f"data: {told}\n\n".encode() if state.tick > seen else b": still here\n\n")
                self.wfile.flush()
                seen = state.tick
        except OSError:
            pass  # the browser has gone
        finally:
            self.server.listeners.release()

    def _json(self, record: Mapping[str, object]) -> None:
        self._answer(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace"), "application/json")

    def _refuse(self, status: HTTPStatus, words: str, headers: Mapping[str, str] | None = None) -> None:
        self._answer(f"{words}\n".encode(), "text/plain", status=status, headers=headers)

    def _answer(
        self,
        data: bytes,
        media: str,
        *,
        status: HTTPStatus = HTTPStatus.OK,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._head(status, media, {"Content-Length": str(len(data)), **(headers or {})})
        self.wfile.write(data)

    def _head(self, status: HTTPStatus, media: str, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        kept = {
            "Content-Type": f"{media}; charset=utf-8",
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Connection": "close",
        }
        for name, value in {**kept, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()


def _state(server: Server) -> dict[str, Any]:
    """What the page shows beside the text."""
    state, settings = server.board.state, server.settings
    view = state.view
    rows = [] if view is None else view.rows
    error = None if view is None or view.error is None else _error(view.error, settings)
    return {
        "tick": state.tick,
        "edition": state.edition,
        "file": settings.file.name,
        "path": str(settings.file),
        "kind": "document" if settings.is_tei else "transcript",
        "seconds": None if state.since is None else time.monotonic() - state.since,
        "hasPage": state.page is not None,
        "scripts": settings.xslt is None,
        "error": error,
        "counts": {kind.value: sum(row.severity == kind.value for row in rows) for kind in Severity},
        "diagnostics": [asdict(row) for row in rows],
        "explanations": {row.code: settings.explanations.get(row.code, "").strip() for row in rows if row.code},
    }


def _error(error: TeiError, settings: Settings) -> dict[str, object]:
    return {
        "message": error.message,
        "hint": error.hint,
        "path": error.path,
        "line": error.line,
        "column": error.column or int(error.line > 0),
        "isHere": error.path in ("", str(settings.file)),
    }

"""A web server for one browser on this machine: the page, what was found, and word when either changes.

It listens on 127.0.0.1 alone, answers GET for the few addresses of :data:`_ROUTES`, and only where the browser asked for
localhost: a name of the outer world that was made to point here (DNS rebinding) is refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tei.errors import TeiError
from tei.preview.watch import Watch

__all__ = ["Server", "serve"]

HOST = "127.0.0.1"
_HERE = Path(__file__).parent
_FILES: Mapping[str, tuple[str, str]] = {
    "/": ("shell.html", "text/html; charset=utf-8"),
    "/shell.css": ("shell.css", "text/css; charset=utf-8"),
    "/shell.js": ("shell.js", "text/javascript; charset=utf-8"),
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PATIENCE = 15.0  # seconds after which an event stream says that it is still there
_NOTHING = b"<!DOCTYPE html><html lang=en><title>Nothing to show</title><body></body></html>"


class Server(ThreadingHTTPServer):
    """The server of one :class:`Watch`; ``explain`` gives the longer words for a code."""

    daemon_threads = True

    def __init__(self, watch: Watch, port: int, explain: Callable[[str], str]) -> None:
        super().__init__((HOST, port), partial(_Handler, watch, explain))

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/"


def serve(watch: Watch, *, port: int = 0, explain: Callable[[str], str] = str) -> Server:
    """A server that is ready to run; port 0 is any that is free.

    Raises TeiError where the port is taken or may not be used.
    """
    try:
        return Server(watch, port, explain)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TeiError(
            f"port {port} cannot be used: {reason}", hint="name another with --port, or none for any"
        ) from error


class _Handler(BaseHTTPRequestHandler):
    server_version, sys_version = "tei-preview", ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def __init__(self, watch: Watch, explain: Callable[[str], str], *args: object) -> None:
        self._watch, self._explain = watch, explain
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").rpartition(":")[0] or self.headers.get("Host") or ""
        if host not in (HOST, "localhost"):
            self._send(b"this address is for the browser on this machine\n", status=HTTPStatus.FORBIDDEN)
            return
        path = self.path.partition("?")[0]
        if path in _FILES:
            name, media = _FILES[path]
            self._send((_HERE / name).read_bytes(), media, policy=_POLICY)
        elif path == "/page":
            self._send(self._watch.sight.page or _NOTHING, "text/html; charset=utf-8", policy="frame-ancestors 'self'")
        elif path == "/state":
            self._send(json.dumps(self._state(), ensure_ascii=False).encode(), "application/json")
        elif path == "/events":
            self._events()
        elif path.startswith("/explain/"):
            self._send(self._explain(path.removeprefix("/explain/")).encode())
        else:
            self._send(b"there is nothing here\n", status=HTTPStatus.NOT_FOUND)

    def _state(self) -> dict[str, object]:
        sight = self._watch.sight
        return {
            "version": self._watch.version,
            "busy": self._watch.busy,
            "name": self._watch.options.path.name,
            "error": sight.error,
            "findings": list(sight.findings),
            "lines": list(sight.lines),
        }

    def _send(
        self, data: bytes, media: str = "text/plain; charset=utf-8", *, policy: str = "", status: int = HTTPStatus.OK
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(data)))
        self._headers(policy or "default-src 'none'")
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(data)

    def _headers(self, policy: str) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", policy)

    def _events(self) -> None:
        """Server-sent events, one for each new sight: https://html.spec.whatwg.org/multipage/server-sent-events.html"""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self._headers("default-src 'none'")
        self.end_headers()
        told = -1
        with suppress(ConnectionError, TimeoutError):
            while not self._watch.ended:
                version = self._watch.after(told, _PATIENCE)
                self.wfile.write(f"data: {version}\n\n".encode() if version != told else b": still here\n\n")
                self.wfile.flush()
                told = version

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what was found is in the browser."""

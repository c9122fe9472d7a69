"""A schema from the network, when that is asked for: https only, public addresses only, bounded in size and time."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from tei.errors import ResourceError
from tei.validate.cache import cached, keep

__all__ = ["MAX_FETCHED", "fetch", "fetched"]

MAX_FETCHED = 32 * 1024 * 1024  # bytes
_MOST_REDIRECTS = 5
_SECONDS = 30
_MOVED = (301, 302, 303, 307, 308)


class Answer(Protocol):
    """What a server says."""

    status: int

    def getheader(self, name: str, /) -> str | None: ...
    def read(self, amount: int, /) -> bytes: ...


# host, port, path with query → the answer; the tests put their own here
Open = Callable[[str, int, str], Answer]


def fetched(url: str) -> bytes | None:
    """What is kept for an address already, as a path would be; see :func:`fetch`."""
    path = cached(url)
    return None if path is None else path.read_bytes()


def fetch(url: str, *, open_: Open | None = None) -> bytes:
    """Fetches a schema and keeps it; one that is kept is not fetched again.

    Raises ResourceError where the address is refused, cannot be reached, or gives too much.
    """
    known = fetched(url)
    if known is not None:
        return known
    data = _get(url, open_ or _open)
    keep(url, data)
    return data


def _get(url: str, open_: Open) -> bytes:
    at, end = url, time.monotonic() + _SECONDS
    for _ in range(_MOST_REDIRECTS + 1):
        host, port, path = _parts(at, url)
        try:
            answer = open_(host, port, path)
            if answer.status in _MOVED:
                at = urljoin(at, answer.getheader("Location") or "")
                continue
            if answer.status != 200:
                raise ResourceError(f"{at} answered {answer.status}", hint="check the address")
            return _body(answer, at, end)
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise ResourceError(f"{at} cannot be fetched: {str(reason).lower()}") from error
    raise ResourceError(f"{url} leads on more than {_MOST_REDIRECTS} times")


def _parts(at: str, url: str) -> tuple[str, int, str]:
    try:
        parts = urlsplit(at)
        host, port = parts.hostname or "", parts.port or 443
    except ValueError:
        raise ResourceError(f"{at} is no address") from None
    if parts.scheme != "https" or not host or parts.username is not None:
        led = "" if at == url else f" (where {url} leads)"
        raise ResourceError(
            f"{at} is not fetched{led}: only https is", hint="save the schema, and give it with --schema FILE"
        )
    path = parts.path or "/"
    if any(ord(c) <= 32 or ord(c) > 126 for c in path + parts.query):
        raise ResourceError(f"{at} is no address")
    return host, port, f"{path}?{parts.query}" if parts.query else path


def _body(answer: Answer, at: str, end: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while True:
        piece = answer.read(65536)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > MAX_FETCHED:
            raise ResourceError(f"{at} is larger than {MAX_FETCHED // 2**20} MB, the limit for schemas")
        if time.monotonic() > end:
            raise ResourceError(f"{at} took longer than {_SECONDS} seconds")


def _open(host: str, port: int, path: str) -> Answer:
    address = public_address(host, port)
    connection = _Connection(host, port, address)
    connection.request("GET", path, headers={"User-Agent": "tei-toolkit", "Accept-Encoding": "identity"})
    return connection.getresponse()


def public_address(host: str, port: int) -> str:
    """The address of a host; all that it has must be public, and the one that is looked at is the one that is used.

    Raises ResourceError for a host within a private network.
    """
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        if not ipaddress.ip_address(address.split("%")[0]).is_global:
            raise ResourceError(
                f"{host} is not a public address, and is not asked",
                hint="save the schema, and give it with --schema FILE",
            )
    return found[0]


class _Connection(http.client.HTTPSConnection):
    """A connection to an address that was looked at, with the certificate of the host."""

    def __init__(self, host: str, port: int, address: str) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=_SECONDS, context=self._tls)
        self._address = address

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), _SECONDS)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)

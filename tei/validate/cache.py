"""Schemas that were fetched, kept with their digests: what comes from the network once is the same ever after."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from tei.errors import ResourceError

__all__ = ["cached", "folder", "keep"]


def folder() -> Path:
    """``$XDG_CACHE_HOME/tei-toolkit/schemas`` (https://specifications.freedesktop.org/basedir-spec/latest/)."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "tei-toolkit" / "schemas"


def cached(url: str) -> Path | None:
    """The file that was kept for an address; None where there is none.

    Raises ResourceError for a file that is not the one that was fetched.
    """
    path = _place(url)
    digest = path.with_name("sha256")
    if not path.is_file() or not digest.is_file():
        return None
    if digest.read_text(encoding="ascii").strip() != hashlib.sha256(path.read_bytes()).hexdigest():
        raise ResourceError(
            f"the copy of {url} is not what was fetched",
            path=str(path),
            hint=f"remove the folder {path.parent}, and fetch it again with --fetch",
        )
    return path


def keep(url: str, data: bytes) -> Path:
    """Keeps what was fetched, and its digest."""
    path = _place(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    # the digest last: a file without one is not there
    for target, content in ((path, data), (path.with_name("sha256"), hashlib.sha256(data).hexdigest().encode())):
        handle, temporary = tempfile.mkstemp(prefix=".", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(temporary, target)
    return path


def _place(url: str) -> Path:
    name = urlsplit(url).path.rpartition("/")[2]
    kept = "".join(c for c in name if c.isascii() and (c.isalnum() or c in "._-"))[-80:].lstrip(".")
    return folder() / hashlib.sha256(url.encode()).hexdigest() / (kept or "schema")

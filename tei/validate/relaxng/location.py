"""Where the parts of a schema are: an ``href`` against the file that holds it, local files only."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from urllib.parse import unquote, urljoin

from tei.errors import ResourceError

__all__ = ["Loader", "join", "local_file"]

# an address → the bytes there and the name that messages call it
Loader = Callable[[str], tuple[bytes, str]]
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")


def join(base: str, href: str) -> str:
    """An address relative to another; both may be paths of this machine.

    >>> join("schemas/record.rng", "parts/names.rng")
    'schemas/parts/names.rng'
    """
    if _SCHEME.match(href):
        return href
    if _SCHEME.match(base):
        return urljoin(base, href)
    return os.path.join(os.path.dirname(base), unquote(href)) if href else base


def local_file(address: str) -> tuple[bytes, str]:
    """The bytes of a file of this machine.

    Raises ResourceError for an address of the network, InputError for a file that is not there.
    """
    from tei.parse import xml_bytes

    if address.startswith("file:"):
        address = unquote(address.removeprefix("file:").removeprefix("//"))
    elif _SCHEME.match(address):
        raise ResourceError(
            f"the schema includes {address}, and the network is never used",
            hint="save that file beside the schema, and refer to it there",
        )
    return xml_bytes(address), address

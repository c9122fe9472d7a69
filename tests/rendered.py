"""What the tests of formats ask of a rendering."""

from __future__ import annotations

import tei
from tei.render import rendition


def wrong(document: bytes, name: str, **params: str) -> list[str]:
    """What the check of completeness says of a rendering."""
    found = rendition(document, name, params=params).diagnostics
    return [d.message for d in found if d.code in ("text-not-shown", "text-shown-twice")]


def text(document: bytes, name: str, **params: str) -> str:
    return tei.render(document, name, params=params).decode()

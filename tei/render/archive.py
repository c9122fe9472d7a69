"""Zip files that are the same bytes each time: no times, no order but the one given."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

__all__ = ["archive"]

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that zip knows


def archive(files: Iterable[tuple[str, bytes]], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip file of (name, content); ``stored`` names what is not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name, content in files:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            out.writestr(info, content)
    return made.getvalue()

"""Finds ``schemas/`` and ``xslt/``, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from tei.errors import ResourceError

__all__ = ["resource"]

_PACKAGE = Path(__file__).resolve().parent
# the wheel carries the folders inside the package; a checkout has them beside it
_ROOTS = (_PACKAGE / "_data", _PACKAGE.parent)


def resource(folder: str, name: str) -> Path:
    """The path of a file that ships with the toolkit, e.g. ``resource("xslt", "source.xsl")``.

    Raises ResourceError where the installation lacks it.
    """
    for root in _ROOTS:
        path = root / folder / name
        if path.is_file():
            return path
    raise ResourceError(f"the installation lacks {folder}/{name}", hint="install tei-toolkit again")

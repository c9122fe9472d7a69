"""What is installed beside the toolkit itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

from tei.errors import ResourceError

__all__ = ["MODULES", "extra_missing", "installed"]

# extra → the modules that it brings
MODULES: Mapping[str, tuple[str, ...]] = {
    "pdf": ("weasyprint", "pypdf"),
    "docx": ("docx",),
    "xslt3": ("saxonche",),
}


def installed(extra: str) -> bool:
    """Whether the modules of an extra are there; true for none."""
    return all(find_spec(name) is not None for name in MODULES.get(extra, ()))


def extra_missing(extra: str) -> None:
    """Raises ResourceError that says what to install where an extra is not there."""
    if not installed(extra):
        raise ResourceError(
            f"this needs the extra {extra}, which is not installed", hint=f"pip install 'tei-toolkit[{extra}]'"
        )

"""Typed archival records into valid, linked TEI P5 that has provably lost nothing.

>>> import tei
>>> edition = tei.convert("[but] it held.")
>>> "<supplied" in edition.xml.decode()
True
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei.diagnostic import Diagnostic, Severity
    from tei.errors import FidelityError, InputError, LimitError, RegisterError, ResourceError, TeiError
    from tei.pipeline import Edition, convert
    from tei.register import Register
    from tei.render import render
    from tei.text import Source, Span
    from tei.validate import Report, Schema, validate
    from tei.verify import verify

__all__ = [
    "Diagnostic",
    "Edition",
    "FidelityError",
    "InputError",
    "LimitError",
    "Register",
    "RegisterError",
    "Report",
    "ResourceError",
    "Schema",
    "Severity",
    "Source",
    "Span",
    "TeiError",
    "__version__",
    "convert",
    "render",
    "validate",
    "verify",
]

__version__ = "0.1.0"

# where each public name lives; loaded on first use, so that `import tei` and `tei --help` cost nothing
_HOME = {
    "Diagnostic": "diagnostic",
    "Edition": "pipeline",
    "FidelityError": "errors",
    "InputError": "errors",
    "LimitError": "errors",
    "Register": "register",
    "RegisterError": "errors",
    "Report": "validate",
    "ResourceError": "errors",
    "Schema": "validate",
    "Severity": "diagnostic",
    "Source": "text",
    "Span": "text",
    "TeiError": "errors",
    "convert": "pipeline",
    "render": "render",
    "validate": "validate",
    "verify": "verify",
}


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'tei' has no attribute {name!r}")
    return getattr(import_module(f"tei.{home}"), name)


class _Package(ModuleType):
    """Keeps ``tei.validate`` the function when the package of the same name is imported: importing binds it here."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    return sorted(__all__)

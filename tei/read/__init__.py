"""Bytes → :class:`tei.text.Source`. One module a format; for now plain text."""

from __future__ import annotations

from tei.read.plain import from_text, read

__all__ = ["from_text", "read"]

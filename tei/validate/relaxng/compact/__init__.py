"""The compact syntax of RELAX NG (OASIS, 21 November 2002): text → tokens → the same nodes as the XML syntax gives."""

from __future__ import annotations

from tei.validate.relaxng.compact.reader import read_compact

__all__ = ["read_compact"]

"""RELAX NG by derivatives: a schema compiled once, documents validated as they are read, with places and plain words.

    syntax → simplify → restriction → automaton → run → complaint

``syntax`` (or ``compact``) reads a schema into nodes, ``simplify`` makes patterns of them, ``restriction`` refuses what section 7
forbids; ``derivative`` says what is left of a pattern when something is read, ``automaton`` keeps that in tables, ``run`` drives a
document through them, ``complaint`` finds the words for what is wrong, ``schema`` is the face of it all.
"""

from __future__ import annotations

from tei.validate.relaxng.schema import Report, Schema

__all__ = ["Report", "Schema"]

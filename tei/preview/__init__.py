"""A record as it is being edited: converted, validated and shown on this machine, again each time it is saved.

``look`` makes what is shown, ``watch`` notices that a file was saved, ``serve`` answers a browser on localhost.
"""

from __future__ import annotations

from tei.preview.look import Options, Sight, look
from tei.preview.serve import serve

__all__ = ["Options", "Sight", "look", "serve"]

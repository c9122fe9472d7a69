"""TEI → something to read. One row a format; the work is in ``xslt/``.

>>> sorted(FORMATS)
['html']
"""

from __future__ import annotations

from tei.render.transform import FORMATS, Format, render

__all__ = ["FORMATS", "Format", "render"]

"""TEI → something to read. One row a format (``formats.py``); the work is in ``xslt/``.

>>> sorted(FORMATS)
['csv', 'docx', 'epub', 'html', 'json', 'latex', 'markdown', 'pdf', 'source', 'text']
"""

from __future__ import annotations

from tei.render.extra import installed
from tei.render.formats import FORMATS, Format, by_suffix
from tei.render.transform import LANGUAGES, Rendition, render, rendition

__all__ = ["FORMATS", "LANGUAGES", "Format", "Rendition", "by_suffix", "installed", "render", "rendition"]

"""PDF of the page, through its print style. Nothing is fetched: what the page shows is in it."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from lxml import etree

from tei.errors import TeiError
from tei.render.page import serialized

__all__ = ["finish"]


def finish(made: etree._ElementTree, _: Mapping[str, str]) -> bytes:
    """PDF, with the title and language of the page; the same page gives the same bytes.

    Raises TeiError where the page cannot be set.
    """
    import weasyprint
    from weasyprint.urls import URLFetcher

    for name in ("weasyprint", "fontTools"):  # what a style sheet for screens says beside print is no fault here
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        page = weasyprint.HTML(string=serialized(made).decode(), url_fetcher=URLFetcher(allowed_protocols=["data"]))
        data: bytes = page.write_pdf(pdf_identifier=b"tei-toolkit", custom_metadata=False)
    except (ValueError, RecursionError, OSError) as error:
        raise TeiError(f"the page cannot be set as PDF: {error}") from error
    return data

"""The output formats: one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["FORMATS", "Format", "by_suffix"]


@dataclass(frozen=True, slots=True)
class Format:
    """An output format.

    ``stylesheet`` is its stylesheet in ``xslt/``; ``finish`` the module of ``tei.render`` whose ``finish`` makes bytes of
    what that gives, where there is more to do than to serialise it; ``facts`` those whose ``facts`` give the stylesheet
    parameters that it cannot work out itself; ``linked`` whether links lead to each mention, paragraph and turn; ``extra``
    what has to be installed for it; ``params`` what its stylesheet is given where nobody says otherwise.
    """

    stylesheet: str
    suffix: str
    media: str
    title: str
    finish: str = ""
    extra: str = ""
    facts: tuple[str, ...] = ()
    linked: bool = False
    params: tuple[tuple[str, str], ...] = ()


_DATA = (("heads", "keep"),)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: Mapping[str, Format] = {
    "html": Format(
        "html.xsl",
        ".html",
        "text/html",
        "one self-contained page",
        "page",
        facts=("survey", "citation", "page"),
        linked=True,
    ),
    "text": Format("text.xsl", ".txt", "text/plain", "plain text for reading"),
    "source": Format("source.xsl", ".source.txt", "text/plain", "the transcript again", "source"),
    "markdown": Format("markdown.xsl", ".md", "text/markdown", "Markdown"),
    "latex": Format("latex.xsl", ".tex", "application/x-tex", "LaTeX"),
    "epub": Format("reading.xsl", ".epub", "application/epub+zip", "EPUB 3", "epub"),
    "pdf": Format("html.xsl", ".pdf", "application/pdf", "PDF of the page", "pdf", "pdf", ("survey",)),
    "docx": Format("reading.xsl", ".docx", _WORD, "Word", "docx", "docx"),
    "json": Format("reading.xsl", ".json", "application/json", "paragraphs, turns, mentions", "record", params=_DATA),
    "csv": Format("reading.xsl", ".csv", "text/csv", "a row a turn, mention or redaction", "rows", params=_DATA),
}


def by_suffix(path: str) -> str | None:
    """The format whose files are named like this one; None where no format or no name says it.

    >>> by_suffix("record.tex"), by_suffix("RECORD.HTM"), by_suffix("record")
    ('latex', 'html', None)
    """
    name = path.lower()
    suffixes = [(f.suffix, key) for key, f in FORMATS.items()] + [
        (".htm", "html"),
        (".xhtml", "html"),
        (".markdown", "markdown"),
    ]
    fits = [(len(suffix), key) for suffix, key in suffixes if name.endswith(suffix)]
    return max(fits)[1] if fits else None

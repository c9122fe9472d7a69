"""Makes an output format of a TEI document: no network, no files read or written, nothing half done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import TeiError
from tei.render.anchor import anchor
from tei.render.completeness import completeness
from tei.render.extra import extra_missing
from tei.render.formats import FORMATS, Format
from tei.render.prepare import prepare
from tei.render.templates import unknown
from tei.stylesheet import stylesheet

__all__ = ["Rendition", "render", "rendition"]

LANGUAGES = ("en", "de", "fr", "es", "ru", "zh")


@dataclass(frozen=True, slots=True)
class Rendition:
    """A document in an output format, and what a reader of it should know: text that is not in it, elements that no
    template knows, a namespace that was missing."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    messages: tuple[str, ...] = ()  # what a stylesheet of one's own said


def render(
    document: str | Path | bytes | etree._ElementTree,
    format: str = "html",
    *,
    title: str | None = None,
    lang: str | None = None,
    css: str | None = None,
    params: Mapping[str, str] | None = None,
    xslt: str | Path | None = None,
    reads: bool = False,
) -> bytes:
    """A TEI document (path, bytes or tree) in an output format; the same document gives the same bytes.

    ``title`` stands for the document's own, ``lang`` is the language of labels (en, de, fr, es, ru, zh), ``css`` a style
    sheet for pages, ``params`` the parameters of the stylesheet, ``xslt`` a stylesheet of one's own (``reads``: which may
    read files). Whether all of the
    text is in the result is for :func:`rendition` to say.

    Raises InputError for what is not well-formed TEI, LimitError for entities and excess, ValueError for an unknown
    format or parameter, ResourceError for a stylesheet with an error or a missing extra, TeiError where one fails. A
    tree is left as it is.
    """
    return rendition(
        document, format, title=title, lang=lang, css=css, params=params, xslt=xslt, reads=reads, check=False
    ).data


def rendition(
    document: str | Path | bytes | etree._ElementTree,
    format: str = "html",
    *,
    title: str | None = None,
    lang: str | None = None,
    css: str | None = None,
    params: Mapping[str, str] | None = None,
    xslt: str | Path | None = None,
    reads: bool = False,
    check: bool = True,
) -> Rendition:
    """As :func:`render`, with what was found: by ``check`` each word of the text is looked for in the result."""
    if format not in FORMATS:
        raise ValueError(f'no format "{format}"; there is {", ".join(sorted(FORMATS))}')
    row = FORMATS[format]
    extra_missing(row.extra)
    given = {
        **dict(row.params),
        **(params or {}),
        **{k: v for k, v in (("title", title), ("lang", lang), ("css", css)) if v is not None},
    }
    tree, found = prepare(document)
    path = "" if isinstance(document, bytes | etree._ElementTree) else str(document)
    known: Mapping[str, str] = {}
    if xslt is None or _stands_on(Path(xslt), row.stylesheet):
        anchor(tree.getroot(), every=row.linked)
        known = _facts(row, tree, given)
    if xslt is None:
        made = _apply(row.stylesheet, tree, {**known, **given})
    else:
        from tei.render.foreign import run

        known = {name: value for name, value in known.items() if name != "shell"}  # what comes out may be no page
        own = run(Path(xslt), tree, {**known, **given}, reads=reads)
        middle = own.page if row.stylesheet == "html.xsl" else own.reading
        if middle is None or not row.finish:
            # what comes out is for the stylesheet to say; only a document for reading, or a page, goes on into a format
            kind = "" if row.finish else format
            return Rendition(
                own.data, (*found, *(completeness(tree, own.data, kind, path=path) if check else ())), own.messages
            )
        made = middle
        if row.stylesheet == "html.xsl":
            from tei.render.page import prune

            prune(made.getroot())
    data = _finish(row)(made, {**known, **given}) if row.finish else bytes(made)
    if check:
        found += [*unknown(tree, row.stylesheet, path=path), *completeness(tree, data, format, params=given, path=path)]
    return Rendition(data, tuple(found))


def _apply(name: str, tree: etree._ElementTree, params: Mapping[str, str]) -> Any:
    try:
        strings: dict[str, Any] = {k: etree.XSLT.strparam(v) for k, v in params.items()}
        return stylesheet(name)(tree, **strings)
    except etree.XSLTApplyError as error:
        raise TeiError(f"the stylesheet failed: {error}", path=name) from error


def _stands_on(path: Path, name: str) -> bool:
    """Whether a stylesheet imports one of this toolkit's (``tei:html.xsl``) and so takes what that takes."""
    try:
        return f"tei:{name}".encode() in path.read_bytes()
    except OSError:
        return False  # the run says what is wrong with it


def _facts(row: Format, tree: etree._ElementTree, given: Mapping[str, str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name in row.facts:
        found |= import_module(f"tei.render.{name}").facts(tree, given)
    return found


def _finish(row: Format) -> Callable[[Any, Mapping[str, str]], bytes]:
    made: Callable[[Any, Mapping[str, str]], bytes] = import_module(f"tei.render.{row.finish}").finish
    return made

"""Which schemas a document is held against: those asked for, else those it names, else the project's own.

A document names them with ``<?xml-model href="…" schematypens="…"?>`` (https://www.w3.org/TR/xml-model/).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

from lxml import etree

from tei.errors import InputError, ResourceError
from tei.resources import resource
from tei.validate.cache import cached
from tei.validate.catalog import Catalogs, from_environment, local_path

__all__ = ["NAMES", "SchemaRef", "UnresolvedError", "asked_for", "own_schemas", "schemas_for"]

_TYPES = {
    "http://relaxng.org/ns/structure/1.0": "relaxng",
    "http://purl.oclc.org/dsdl/schematron": "schematron",
    "http://www.ascc.net/xml/schematron": "schematron",
    "application/relax-ng-compact-syntax": "rnc",
    "application/relax-ng+xml": "relaxng",
    "application/schematron+xml": "schematron",
}
_SUFFIXES = {".rng": "relaxng", ".rnc": "rnc", ".sch": "schematron"}
# file name → the file of this project that is meant, and its kind
_OWN = {
    "record.rng": ("record.rng", "relaxng"),
    "record.rnc": ("record.rng", "relaxng"),
    "record.sch": ("record.sch", "schematron"),
}
_TEI_SCHEMAS = "https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/"
# names that --schema understands → where the schema is published (None: it is here)
NAMES: dict[str, str | None] = {
    "record": None,
    **{
        name: f"{_TEI_SCHEMAS}{name}.rng"
        for name in (
            *("tei_all", "tei_bare", "tei_basic", "tei_corpus", "tei_drama", "tei_jtei", "tei_lite", "tei_minimal"),
            *("tei_ms", "tei_simplePrint", "tei_speech", "tei_tite"),
        )
    },
}
_PSEUDO = re.compile(r"""([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True)
class SchemaRef:
    """A schema: ``kind`` is ``relaxng``, ``rnc`` or ``schematron``; ``phase`` what the document asks of a Schematron."""

    kind: str
    path: Path
    phase: str | None = None


class UnresolvedError(ResourceError):
    """A schema that a document names and that is not here; the place is that of the instruction."""


def schemas_for(
    tree: etree._ElementTree,
    *,
    path: Path | None = None,
    schema: str | Path | Sequence[str | Path] | None = None,
    catalogs: Sequence[str | Path] = (),
    fetch: bool = False,
    within: Path | None = None,
) -> list[SchemaRef]:
    """The schemas for a document.

    ``path`` is the file of the document: a schema may lie in its folder or one below, or anywhere in ``within``. ``schema``
    is a file, an address or one of :data:`NAMES`, or several; ``catalogs`` come before those of ``XML_CATALOG_FILES``.

    Raises UnresolvedError for a schema of the document that is not here, InputError and ResourceError for ``schema``.
    """
    known = _catalogs(catalogs)
    if schema:
        return asked_for(schema, catalogs=catalogs, fetch=fetch)
    named = [_instructed(line, given, path, known, fetch, within) for line, given in _instructions(tree)]
    return [ref for ref in named if ref is not None] or own_schemas()


def asked_for(
    schema: str | Path | Sequence[str | Path], *, catalogs: Sequence[str | Path] = (), fetch: bool = False
) -> list[SchemaRef]:
    """The schemas that somebody names: files, addresses or :data:`NAMES`.

    Raises InputError for one that is not here.
    """
    known = _catalogs(catalogs)
    asked = [schema] if isinstance(schema, str | Path) else schema
    pairs = [(one, _asked_for(one, known, fetch)) for one in asked]
    return [SchemaRef(_kind(file.name, "", "") or _kind(str(one), "", "") or "relaxng", file) for one, file in pairs]


def _catalogs(catalogs: Sequence[str | Path]) -> Catalogs:
    return Catalogs([*catalogs, *from_environment(os.environ.get("XML_CATALOG_FILES", ""))])


def own_schemas() -> list[SchemaRef]:
    """The schemas of this project."""
    return [SchemaRef(kind, resource("schemas", file)) for name, (file, kind) in _OWN.items() if name == file]


def _asked_for(schema: str | Path, known: Catalogs, fetch: bool) -> Path:
    name = str(schema)
    if isinstance(schema, Path) or os.path.exists(name):
        return Path(schema)
    if name in NAMES and NAMES[name] is None:
        return resource("schemas", f"{name}.rng")
    url = NAMES.get(name) or name
    if "://" not in url and not url.startswith("urn:"):
        from difflib import get_close_matches

        near = get_close_matches(name, NAMES, n=1)
        hint = (
            f"did you mean {near[0]}"
            if near
            else "give a RELAX NG or Schematron file, its address, or a name such as tei_all"
        )
        raise InputError("no such schema", path=name, hint=hint)
    found = _located(url, known, fetch)
    if found is None:
        raise InputError(f"the schema {url} is not here", hint="get it once with --fetch, or name a file that you have")
    return found


def _located(url: str, known: Catalogs, fetch: bool) -> Path | None:
    """The file for an address: by catalog, from the cache, from the network where that is allowed."""
    answer = known.uri(url) or known.system(url)
    if answer is not None:
        path = local_path(answer)
        if path is not None:
            return path
        url = answer
    path = cached(url)
    if path is None and fetch and "://" in url:
        from tei.validate.fetch import fetch as fetch_it

        fetch_it(url)
        path = cached(url)
    return path


def _instructions(tree: etree._ElementTree) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, pseudo-attributes) of each ``xml-model`` instruction before the root."""
    at = tree.getroot().getprevious()
    found = []
    while at is not None:
        if isinstance(at, etree._ProcessingInstruction) and at.target == "xml-model":
            pairs = _PSEUDO.findall(at.text or "")
            given = {
                name: re.sub(r"&(\w+);", lambda m: _REFERENCES.get(m[1], m[0]), one or two) for name, one, two in pairs
            }
            found.append((int(getattr(at, "sourceline", 0) or 0), given))
        at = at.getprevious()
    return iter(found[::-1])


def _instructed(
    line: int, given: dict[str, str], path: Path | None, known: Catalogs, fetch: bool, within: Path | None
) -> SchemaRef | None:
    href = given.get("href", "").strip()
    kind = _kind(href.split("#")[0].split("?")[0], given.get("schematypens", ""), given.get("type", ""))
    if kind is None or not href:
        return None  # a DTD, a W3C schema, Schematron in some other language: nothing that is run here
    phase = given.get("phase") or None
    found = known.uri(href) or known.system(href)
    base = None if path is None else path.resolve().as_uri()
    if found is None and base is not None:
        absolute = urljoin(base, href)
        found = known.uri(absolute) or known.system(absolute)
    local = None if found is None else local_path(found)
    if local is not None and not local.is_file():
        message = f"the document names the schema {href}, which a catalog says is {local}; there is no such file"
        raise UnresolvedError(message, line=line, hint="correct the catalog")
    if local is not None:
        return SchemaRef(kind, local, phase)
    if found is None and "://" not in href and not href.startswith("urn:"):
        return _beside(href, kind, line, path, phase, within)
    target = found or href
    file = _beside_file(href, path, within) if href.startswith("file:") else _located(target, known, fetch)
    if file is None:
        raise UnresolvedError(
            f"the document names the schema {href}, which is not here",
            line=line,
            hint="get it once with --fetch, or give one with --schema"
            if target.startswith("https:")
            else "give it with --schema FILE, or a --catalog that knows it",
        )
    return SchemaRef(kind, file, phase)


def _beside(href: str, kind: str, line: int, path: Path | None, phase: str | None, within: Path | None) -> SchemaRef:
    file = _beside_file(href, path, within)
    if file is not None:
        return SchemaRef(kind, file, phase)
    name = href.rpartition("/")[2]
    if name in _OWN:
        own, own_kind = _OWN[name]
        return SchemaRef(own_kind, resource("schemas", own), phase)
    outside = path is not None and (path.parent / unquote(href)).is_file()
    what = "which is not in the folder of the document, and is not read" if outside else "which is not there"
    raise UnresolvedError(f"the document names the schema {href}, {what}", line=line, hint="give it with --schema FILE")


def _beside_file(href: str, path: Path | None, within: Path | None) -> Path | None:
    """A file in the folder of the document, below it, or within the folder that was asked for."""
    if path is None:
        return None
    named = local_path(href) if href.startswith("file:") else Path(unquote(href.split("#")[0]))
    if named is None:
        return None
    file = (path.parent / named).resolve()
    roots = [path.parent.resolve(), *([within.resolve()] if within is not None else [])]
    return file if any(file.is_relative_to(root) for root in roots) and file.is_file() else None


def _kind(name: str, namespace: str, media: str) -> str | None:
    """What sort of schema it is, by what is said of it and else by its name."""
    by_media = _TYPES.get(media.split(";")[0].strip())
    if by_media == "rnc":  # it has no namespace of its own
        return by_media
    if namespace.strip():
        found = _TYPES.get(namespace.strip())
        return "rnc" if found == "relaxng" and name.endswith(".rnc") else found
    return by_media or _SUFFIXES.get(Path(name).suffix.lower())

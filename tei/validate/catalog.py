"""OASIS XML Catalogs 1.1: which local file stands for a public address.

https://www.oasis-open.org/committees/download.php/14809/xml-catalogs.html. A catalog only ever gives an address; nothing is
fetched here, and a catalog on the network is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tei.errors import ResourceError
from tei.parse import parse_xml, xml_bytes

__all__ = ["Catalogs", "from_environment", "local_path"]

_NS = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_MOST = 200  # catalogs that lead to one another
# catalogs name their document type by custom, and it is never read
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+(?:\w+:)?catalog\b[^\[>]*>")
# entry → (attribute that is looked for, attribute that answers)
_ENTRIES = {
    "public": ("publicId", "uri"),
    "system": ("systemId", "uri"),
    "rewriteSystem": ("systemIdStartString", "rewritePrefix"),
    "systemSuffix": ("systemIdSuffix", "uri"),
    "delegatePublic": ("publicIdStartString", "catalog"),
    "delegateSystem": ("systemIdStartString", "catalog"),
    "uri": ("name", "uri"),
    "rewriteURI": ("uriStartString", "rewritePrefix"),
    "uriSuffix": ("uriSuffix", "uri"),
    "delegateURI": ("uriStartString", "catalog"),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    answer: str
    prefers_public: bool


@dataclass(slots=True)
class _Catalog:
    entries: dict[str, list[_Entry]] = field(default_factory=dict)
    following: list[str] = field(default_factory=list)  # of nextCatalog


@dataclass(slots=True)
class Catalogs:
    """Catalogs in the order in which they are asked."""

    files: Sequence[str | Path]
    _read: dict[str, _Catalog] = field(default_factory=dict)

    def uri(self, name: str) -> str | None:
        """The address that stands for a URI; None where no catalog says so.

        Raises ResourceError for a catalog that is not one, InputError for one that cannot be read.
        """
        return self._first(
            lambda catalog, seen: self._asked(catalog, seen, "uri", "rewriteURI", "uriSuffix", "delegateURI", name)
        )

    def system(self, name: str) -> str | None:
        """The address that stands for a system identifier."""
        kinds = ("system", "rewriteSystem", "systemSuffix", "delegateSystem")
        return self._first(lambda catalog, seen: self._asked(catalog, seen, *kinds, name))

    def public(self, name: str, *, has_system: bool = False) -> str | None:
        """The address that stands for a public identifier; entries that prefer a system identifier give way to one."""
        name = " ".join(name.split())

        def asked(catalog: _Catalog, seen: set[str]) -> str | None:
            for entry in catalog.entries.get("public", ()):
                if " ".join(entry.key.split()) == name and (entry.prefers_public or not has_system):
                    return entry.answer
            usable = [e for e in catalog.entries.get("delegatePublic", ()) if e.prefers_public or not has_system]
            return self._delegated(usable, name, seen, asked)

        return self._first(asked)

    def _first(self, asked: Callable[[_Catalog, set[str]], str | None]) -> str | None:
        return self._each([Path(file).resolve().as_uri() for file in self.files], set(), asked)

    def _each(
        self, files: Sequence[str], seen: set[str], asked: Callable[[_Catalog, set[str]], str | None]
    ) -> str | None:
        for file in files:
            if file in seen or len(seen) >= _MOST:
                continue
            seen.add(file)
            catalog = self._load(file)
            found = asked(catalog, seen)
            if found is None:
                found = self._each(catalog.following, seen, asked)
            if found is not None:
                return found or None
        return None

    def _asked(
        self, catalog: _Catalog, seen: set[str], exact: str, rewrite: str, suffix: str, delegate: str, name: str
    ) -> str | None:
        for entry in catalog.entries.get(exact, ()):
            if entry.key == name:
                return entry.answer
        starting = [e for e in catalog.entries.get(rewrite, ()) if name.startswith(e.key)]
        if starting:
            longest = max(starting, key=lambda e: len(e.key))
            return longest.answer + name[len(longest.key) :]
        ending = [e for e in catalog.entries.get(suffix, ()) if name.endswith(e.key)]
        if ending:
            return max(ending, key=lambda e: len(e.key)).answer
        again = lambda one, met: self._asked(one, met, exact, rewrite, suffix, delegate, name)  # noqa: E731
        return self._delegated(catalog.entries.get(delegate, ()), name, seen, again)

    def _delegated(
        self, entries: Sequence[_Entry], name: str, seen: set[str], asked: Callable[[_Catalog, set[str]], str | None]
    ) -> str | None:
        """What the catalogs say to which a name is handed on; they alone decide (an empty answer: nothing)."""
        matching = sorted((e for e in entries if name.startswith(e.key)), key=lambda e: -len(e.key))
        if not matching:
            return None
        return self._each([e.answer for e in matching], seen, asked) or ""

    def _load(self, file: str) -> _Catalog:
        if file not in self._read:
            path = local_path(file)
            self._read[file] = _Catalog() if path is None else _load(path, file)
        return self._read[file]


def _load(path: Path, uri: str) -> _Catalog:
    data = xml_bytes(path)
    data = _DOCTYPE.sub(lambda m: b"\n" * m[0].count(b"\n"), data, count=1)
    root = parse_xml(data, name=str(path)).getroot()
    if root.tag != f"{_NS}catalog":
        name = etree.QName(root).localname
        raise ResourceError(f"this is not an XML catalog: its root is <{name}>", path=str(path), line=1)
    made = _Catalog()
    for element, base, prefers_public in _walk(root, uri, True):
        kind = etree.QName(element).localname
        if kind == "nextCatalog":
            made.following.append(urljoin(base, element.get("catalog", "")))
        elif kind in _ENTRIES:
            key, answer = (element.get(name) for name in _ENTRIES[kind])
            if key is None or answer is None:
                needed = " and @".join(_ENTRIES[kind])
                line = int(getattr(element, "sourceline", 0) or 0)
                raise ResourceError(f"<{kind}> needs @{needed}", path=str(path), line=line)
            made.entries.setdefault(kind, []).append(_Entry(key, urljoin(base, answer or "."), prefers_public))
    return made


def _walk(element: etree._Element, base: str, prefers_public: bool) -> Iterator[tuple[etree._Element, str, bool]]:
    """The entries of a catalog or group, each with its base address and preference."""
    base = urljoin(base, element.get(_BASE, ""))
    prefers_public = element.get("prefer", "public" if prefers_public else "system") == "public"
    for child in element.iterchildren(f"{_NS}*"):
        if child.tag == f"{_NS}group":
            yield from _walk(child, base, prefers_public)
        else:
            yield child, urljoin(base, child.get(_BASE, "")), prefers_public


def local_path(uri: str) -> Path | None:
    """The file of a ``file:`` address or a plain path; None for one elsewhere.

    >>> local_path("file:///a%20b.rng").as_posix(), local_path("https://example.org/a.rng")
    ('/a b.rng', None)
    """
    parts = urlsplit(uri)
    if parts.scheme == "file" and parts.netloc in ("", "localhost"):
        return Path(unquote(parts.path))
    return Path(uri) if not parts.scheme and not parts.netloc else None


def from_environment(value: str) -> list[str]:
    """The files of ``XML_CATALOG_FILES``: paths or ``file:`` addresses with blanks between them."""
    paths = (local_path(one) for one in value.split())
    return [str(path) for path in paths if path is not None and path.is_file()]

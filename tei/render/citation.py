"""How a record is cited: in words, and as BibTeX, RIS, CSL-JSON and JSON-LD for programs.

Formats: https://www.bibtex.org/Format/, https://en.wikipedia.org/wiki/RIS_(file_format),
https://docs.citationstyles.org/en/stable/specification.html, https://schema.org/ArchiveComponent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

from anyascii import anyascii
from lxml import etree

from tei.ns import TEI

__all__ = ["Citation", "facts"]

_NS = {"t": TEI}
_FILE = "/t:TEI/t:teiHeader/t:fileDesc"
_MS = f"{_FILE}/t:sourceDesc/t:msDesc"
_WHEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SPECIAL = str.maketrans(
    {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
    | {c: f"\\{c}" for c in "{}%&$#_"}
)
_UNSTATED = "does not say"  # in a publisher of this toolkit's own making
_MOST = 20_000  # characters of an export that is put into a link


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation needs; "" where the header does not say."""

    title: str = ""
    authors: tuple[str, ...] = ()
    contributors: tuple[tuple[str, str], ...] = ()  # name, what was done
    date: str = ""  # 1965, 1965-02 or 1965-02-10
    archive: str = ""
    collection: str = ""
    number: str = ""
    publisher: str = ""
    address: str = ""
    language: str = ""
    abstract: str = ""
    given: str = ""  # the citation that the header itself asks for

    @classmethod
    def of(cls, tree: etree._ElementTree, title: str = "") -> Citation:
        """What the header of a document says."""

        def all_(path: str) -> list[str]:
            found = _path(path)(tree)
            return [words for e in found if (words := _words(e)) and _UNSTATED not in words]

        def one(*paths: str) -> str:
            return next((found[0] for path in paths if (found := all_(path))), "")

        dates = _path("/t:TEI/t:teiHeader/t:profileDesc/t:creation/t:date")(tree)
        when = next((m[0] for d in dates if (m := _WHEN.match(d.get("when") or d.get("from") or ""))), "")
        statements = _path(f"{_FILE}/t:titleStmt/t:respStmt")(tree)
        contributors = [
            (_words(name), " ".join(map(_words, statement.iterfind("t:resp", _NS))))
            for statement in statements
            for name in statement.iterfind("*")
            if name.tag != f"{{{TEI}}}resp" and _words(name)
        ]
        languages = _path("/t:TEI/t:text/@xml:lang | /t:TEI/@xml:lang")(tree)
        return cls(
            title=title or one(f"{_FILE}/t:titleStmt/t:title"),
            authors=tuple(all_(f"{_FILE}/t:titleStmt/t:author")),
            contributors=tuple(pair for pair in contributors if "marks in the source" not in pair[1]),
            date=when,
            archive=one(f"{_MS}/t:msIdentifier/t:repository", f"{_MS}/t:msIdentifier/t:institution"),
            collection=one(f"{_MS}/t:msIdentifier/t:collection"),
            number=one(f"{_MS}/t:msIdentifier/t:idno", f"{_FILE}/t:publicationStmt/t:idno[not(@type = 'URI')]"),
            publisher=one(f"{_FILE}/t:publicationStmt/t:publisher", f"{_FILE}/t:publicationStmt/t:distributor"),
            address=one(f"{_FILE}/t:publicationStmt/t:idno[@type = 'URI']"),
            language=str(languages[0]) if languages else "",
            abstract=one("/t:TEI/t:teiHeader/t:profileDesc/t:abstract"),
            given=one(f"{_FILE}/t:sourceDesc/t:bibl[@type = 'citation']"),
        )

    @property
    def words(self) -> str:
        """The citation in words: the header's own, else author, title, date, archive, publisher, address."""
        if self.given:
            return self.given
        parts = [", ".join(self.authors), f"“{self.title}”" if self.title else "", self.date]
        parts += [", ".join(filter(None, (self.archive, self.collection, self.number))), self.publisher, self.address]
        return ". ".join(part.rstrip(".") for part in parts if part) + ("" if self.address else ".")

    @property
    def key(self) -> str:
        """A name for the record: ``1965-record-of-conversation``."""
        return "-".join(re.findall(r"[a-z0-9]+", anyascii(f"{self.date[:4]} {self.title}").lower())[:6]) or "record"

    def bibtex(self) -> str:
        """One entry of type ``misc``."""
        year, month, day = self._date()
        held = ", ".join(filter(None, (self.archive, self.collection, self.number)))
        fields = [
            ("title", f"{{{_tex(self.title)}}}"),
            ("author", " and ".join(f"{{{_tex(a)}}}" for a in self.authors)),
        ]
        fields += [("year", year), ("month", month.lstrip("0")), ("day", day.lstrip("0")), ("howpublished", _tex(held))]
        fields += [("publisher", _tex(self.publisher)), ("url", _tex(self.address)), ("language", _tex(self.language))]
        lines = [f"  {name} = {{{value}}}" for name, value in fields if value.strip("{}")]
        return "@misc{" + self.key + ",\n" + ",\n".join(lines) + "\n}\n"

    def ris(self) -> str:
        """One record of type ``MANSCPT``; its lines end as the format asks."""
        year, month, day = self._date()
        rows = [("TY", "MANSCPT"), ("TI", self.title), *(("AU", author) for author in self.authors)]
        rows += [("A4", name) for name, _ in self.contributors]
        rows += [("PY", year), ("DA", f"{year}/{month}/{day}/" if year else ""), ("AV", self.archive)]
        rows += [("T2", self.collection), ("CN", self.number), ("PB", self.publisher), ("UR", self.address)]
        rows += [("LA", self.language), ("AB", self.abstract)]
        return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"

    def csl(self) -> str:
        """A list of one item, as Zotero and pandoc read it."""
        item: dict[str, object] = {"id": self.key, "type": "manuscript", "title": self.title}
        if self.authors:
            item["author"] = [{"literal": author} for author in self.authors]
        if self.contributors:
            item["contributor"] = [{"literal": name} for name, _ in self.contributors]
        if self.date:
            item["issued"] = {"date-parts": [[int(part) for part in self._date() if part]]}
        rows = [("archive", self.archive), ("archive_collection", self.collection), ("archive_location", self.number)]
        rows += [("publisher", self.publisher), ("URL", self.address), ("language", self.language)]
        item |= {name: value for name, value in (*rows, ("abstract", self.abstract)) if value}
        return json.dumps([item], ensure_ascii=False, indent=1) + "\n"

    def jsonld(self) -> str:
        """A description in the terms of schema.org, safe inside ``<script>``."""
        about: dict[str, object] = {"@context": "https://schema.org", "@type": "ArchiveComponent", "name": self.title}
        rows: Iterable[tuple[str, object]] = (
            ("author", [{"@type": "Person", "name": author} for author in self.authors]),
            ("contributor", [{"@type": "Person", "name": name} for name, _ in self.contributors]),
            ("dateCreated", self.date),
            ("inLanguage", self.language),
            ("holdingArchive", {"@type": "ArchiveOrganization", "name": self.archive} if self.archive else ""),
            ("itemLocation", ", ".join(filter(None, (self.collection, self.number)))),
            ("publisher", {"@type": "Organization", "name": self.publisher} if self.publisher else ""),
            ("url", self.address),
            ("abstract", self.abstract),
        )
        about |= {name: value for name, value in rows if value}
        data = json.dumps(about, ensure_ascii=False)
        return data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

    def _date(self) -> tuple[str, str, str]:
        match = _WHEN.match(self.date)
        return (match[1], match[2] or "", match[3] or "") if match else ("", "", "")


def facts(tree: etree._ElementTree, params: Mapping[str, str]) -> dict[str, str]:
    """What ``xslt/html.xsl`` takes as parameters: the citation, and its exports as addresses that need no network."""
    cited = Citation.of(tree, params.get("title", ""))
    if not cited.title:
        return {}
    exports = (
        ("bibtex", "application/x-bibtex", cited.bibtex()),
        ("ris", "application/x-research-info-systems", cited.ris()),
        ("csl", "application/vnd.citationstyles.csl+json", cited.csl()),
    )
    return {"citation": cited.words, "key": cited.key, "jsonld": cited.jsonld(), **dict(_links(exports))}


def _links(exports: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    for name, media, text in exports:
        if len(text) <= _MOST:
            yield name, f"data:{media};charset=utf-8,{quote(text)}"


@cache
def _path(path: str) -> Any:
    return etree.XPath(path, namespaces=_NS)


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext(etree.Element))).split())


def _tex(text: str) -> str:
    return text.translate(_SPECIAL)

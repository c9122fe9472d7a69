"""Schematron files into :class:`Schema`: includes, abstract rules and patterns resolved, each thing with its place.

Read is ISO Schematron (2006 to 2020) and its forerunner 1.5. Files are included from the folder of the schema and
those in it only; the network is never used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from tei.diagnostic import Severity
from tei.errors import ResourceError
from tei.parse import parse_xml
from tei.validate.schematron.abstract import filled, parameters
from tei.validate.schematron.schema import Assertion, Key, Let, Part, Pattern, Phase, Place, Rule, Schema

__all__ = ["ISO", "NAMESPACES", "OLD", "Reader", "read"]

ISO = "http://purl.oclc.org/dsdl/schematron"
OLD = "http://www.ascc.net/xml/schematron"  # Schematron 1.5
NAMESPACES = (ISO, OLD)
_XSL = "http://www.w3.org/1999/XSL/Transform"
_MOST_INCLUDED = 100
# what authors write into @role, after the conventions of SchXslt, Oxygen and TEI → how bad it is
_ROLES = {
    "nonfatal": Severity.WARNING,
    "warn": Severity.WARNING,
    "warning": Severity.WARNING,
    "hint": Severity.INFO,
    "info": Severity.INFO,
    "information": Severity.INFO,
    "informational": Severity.INFO,
    "error": Severity.ERROR,
    "fatal": Severity.ERROR,
}


def read(path: Path) -> Schema:
    """The schema of a ``.sch`` file.

    Raises InputError for a file that cannot be read, ResourceError, with file and line, for one that is no schema.
    """
    root = parse_xml(path).getroot()
    if not isinstance(root.tag, str) or root.tag not in {f"{{{n}}}schema" for n in NAMESPACES}:
        name = etree.QName(root).localname
        raise ResourceError(
            f"this is not a Schematron schema: its root is <{name}>", path=str(path), line=1, hint="give a .sch file"
        )
    return Reader(path).schema(root)


class Reader:
    """Reads the parts of one schema, and knows from which file each element came."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = path.parent.resolve()
        self._origin: dict[etree._Element, Path] = {}
        self._included = 0
        self._diagnostics: dict[str, etree._Element] = {}
        self._abstract_rules: dict[str, etree._Element] = {}
        self._abstract_patterns: dict[str, etree._Element] = {}

    def schema(self, root: etree._Element) -> Schema:
        """The schema of a ``schema`` element, which is changed."""
        self._include(root)
        self.know(root)
        function = next(root.iter(f"{{{_XSL}}}function"), None)
        if function is not None:
            raise self.wrong(function, "the functions of xsl:function need an XSLT processor, and are not run here")
        return Schema(
            path=str(self._path),
            binding=root.get("queryBinding", "").strip().lower(),
            namespaces=self.namespaces(root),
            lets=tuple(map(self.let, _children(root, "let"))),
            patterns=tuple(self.pattern(e) for e in _children(root, "pattern") if e.get("abstract") != "true"),
            phases={e.get("id", ""): self._phase(e) for e in _children(root, "phase")},
            default_phase=root.get("defaultPhase", "").strip(),
            keys=tuple(self.keys(root)),
        )

    def know(self, root: etree._Element) -> None:
        """Remembers what is referred to by id: diagnostics, abstract rules and patterns."""
        self._diagnostics |= {e.get("id", ""): e for e in _descendants(root, "diagnostic")}
        rules = (e for e in _descendants(root, "rule") if e.get("abstract") == "true")
        self._abstract_rules |= {e.get("id", ""): e for e in rules}
        patterns = (e for e in _descendants(root, "pattern") if e.get("abstract") == "true")
        self._abstract_patterns |= {e.get("id", ""): e for e in patterns}

    def namespaces(self, root: etree._Element) -> dict[str, str]:
        """The prefixes declared with ``ns``."""
        return {e.get("prefix", "").strip(): e.get("uri", "").strip() for e in _descendants(root, "ns")}

    def place(self, element: etree._Element) -> Place:
        """The file and line of an element."""
        at: etree._Element | None = element
        while at is not None and at not in self._origin:
            at = at.getparent()
        path = self._path if at is None else self._origin[at]
        return Place(str(path), int(getattr(element, "sourceline", 0) or 0))

    def wrong(self, element: etree._Element, message: str, hint: str = "") -> ResourceError:
        """What is wrong with the schema, at an element of it."""
        place = self.place(element)
        return ResourceError(message, path=place.path, line=place.line, hint=hint)

    def let(self, element: etree._Element) -> Let:
        """A variable."""
        if element.get("value") is None:
            raise self.wrong(element, "this variable has no @value", 'write <let name="…" value="…"/>')
        return Let(self._needed(element, "name"), element.get("value", ""), self.place(element))

    def pattern(self, element: etree._Element) -> Pattern:
        """A pattern; one with ``is-a`` is made from the abstract pattern of that id."""
        name, model = element.get("id", ""), element.get("is-a")
        if model is not None:
            if model not in self._abstract_patterns:
                raise self.wrong(element, f'no abstract pattern has the id "{model}"', _known(self._abstract_patterns))
            template = self._abstract_patterns[model]
            given = parameters(template) | parameters(element)
            made = filled(template, given)
            self._origin[made] = Path(self.place(template).path)
            element = made
        if element.get("documents") is not None:
            raise self.wrong(
                element, "the rules of a pattern with @documents are about other files, which are not opened"
            )
        lets = tuple(map(self.let, _children(element, "let")))
        rules = [e for e in _children(element, "rule") if e.get("abstract") != "true"]
        return Pattern(name, lets, tuple(self.rule(e) for e in rules))

    def rule(self, element: etree._Element, context: str = "") -> Rule:
        """A rule with what it extends; ``context`` is for one that has none of its own."""
        content = list(self._extended(element, ()))
        return Rule(
            context=element.get("context", "").strip() or context or self._needed(element, "context"),
            lets=tuple(self.let(e) for e in content if etree.QName(e).localname == "let"),
            assertions=tuple(self.assertion(e) for e in content if etree.QName(e).localname in ("assert", "report")),
            subject=element.get("subject", "").strip(),
            place=self.place(element),
        )

    def _extended(self, element: etree._Element, within: tuple[str, ...]) -> Iterator[etree._Element]:
        for child in _children(element, "let", "assert", "report", "extends"):
            if etree.QName(child).localname != "extends":
                yield child
                continue
            name = self._needed(child, "rule")
            if name not in self._abstract_rules:
                raise self.wrong(child, f'no abstract rule has the id "{name}"', _known(self._abstract_rules))
            if name in within:
                raise self.wrong(child, f'the abstract rule "{name}" extends itself')
            yield from self._extended(self._abstract_rules[name], (*within, name))

    def assertion(self, element: etree._Element) -> Assertion:
        """An ``assert`` or ``report``."""
        hints = []
        for name in element.get("diagnostics", "").split():
            if name not in self._diagnostics:
                raise self.wrong(element, f'no diagnostic has the id "{name}"', _known(self._diagnostics))
            hints.append(tuple(self._parts(self._diagnostics[name])))
        said = (element.get("role", ""), element.get("flag", ""))
        severity = next(
            (_ROLES[word.strip().lower()] for word in said if word.strip().lower() in _ROLES), Severity.ERROR
        )
        return Assertion(
            test=self._needed(element, "test"),
            is_report=etree.QName(element).localname == "report",
            id=element.get("id", ""),
            severity=severity,
            message=tuple(self._parts(element)),
            hints=tuple(hints),
            subject=element.get("subject", "").strip(),
            place=self.place(element),
        )

    def _parts(self, element: etree._Element) -> Iterator[Part]:
        if element.text:
            yield Part(element.text)
        for child in element:
            name = etree.QName(child).localname if isinstance(child.tag, str) else ""
            if name == "value-of":
                yield Part(self._needed(child, "select"), is_expression=True)
            elif name == "name":
                path = child.get("path", "").strip()
                yield Part(f"name({path or '.'})", is_expression=True)
            elif name:
                yield from self._parts(child)
            if child.tail:
                yield Part(child.tail)

    def _phase(self, element: etree._Element) -> Phase:
        active = tuple(self._needed(e, "pattern") for e in _children(element, "active"))
        return Phase(self._needed(element, "id"), active, tuple(map(self.let, _children(element, "let"))))

    def keys(self, root: etree._Element) -> Iterator[Key]:
        """What ``xsl:key`` declares."""
        return map(self._key, root.iter(f"{{{_XSL}}}key"))

    def _key(self, element: etree._Element) -> Key:
        name, match, use = (self._needed(element, a) for a in ("name", "match", "use"))
        return Key(name, match, use, self.place(element))

    def _needed(self, element: etree._Element, name: str) -> str:
        value = element.get(name, "").strip()
        if not value:
            raise self.wrong(element, f"<{etree.QName(element).localname}> has no @{name}")
        return value

    def _include(self, root: etree._Element, within: tuple[Path, ...] = ()) -> None:
        """Puts what ``include`` and ``extends href`` refer to in their place."""
        for element in list(_descendants(root, "include", "extends")):
            href = element.get("href")
            if href is None:
                continue
            path, part = self._file(element, href)
            if path in within or path == self._path.resolve():
                raise self.wrong(element, f"{href} includes itself")
            self._included += 1
            if self._included > _MOST_INCLUDED:
                raise self.wrong(element, f"more than {_MOST_INCLUDED} files are included, the limit")
            try:
                found = parse_xml(path).getroot()
            except Exception as error:
                raise self.wrong(element, f"{href} cannot be included: {getattr(error, 'message', error)}") from error
            if part:
                named = found.xpath("//*[@id = $id or @xml:id = $id]", id=part)
                if not isinstance(named, list) or not named or not isinstance(named[0], etree._Element):
                    raise self.wrong(element, f'{path.name} has nothing with the id "{part}"')
                found = named[0]
            whole = etree.QName(element).localname == "include" and etree.QName(found).localname != "schema"
            pieces = [found] if whole else [e for e in found if isinstance(e.tag, str)]
            parent = element.getparent()
            assert parent is not None
            for piece in pieces:
                self._origin[piece] = path
                element.addprevious(piece)
                piece.tail = None
                self._include_piece(piece, (*within, path))
            parent.remove(element)

    def _include_piece(self, piece: etree._Element, within: tuple[Path, ...]) -> None:
        if piece.get("href") is not None and etree.QName(piece).localname in ("include", "extends"):
            raise self.wrong(piece, "an included file must not be an include itself")
        self._include(piece, within)

    def _file(self, element: etree._Element, href: str) -> tuple[Path, str]:
        name, _, part = href.strip().partition("#")
        if "://" in name or name.startswith(("file:", "//")):
            raise self.wrong(
                element,
                f"the schema includes {href}, and the network is never used",
                "save that file beside the schema",
            )
        path = (Path(self.place(element).path).parent / name).resolve()
        if not path.is_relative_to(self._folder):
            raise self.wrong(
                element, f"{href} is outside the folder of the schema, and is not read", "put it beside the schema"
            )
        return path, part


def _named(names: Iterable[str]) -> list[str]:
    return [f"{{{namespace}}}{name}" for namespace in NAMESPACES for name in names]


def _children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of these names; what ``rules`` groups (2016) counts as standing there."""
    wanted, group = _named(names), _named(["rules", "diagnostics"])
    for child in element.iterchildren(*wanted, *group):
        if child.tag in wanted:
            yield child
        else:
            yield from _children(child, *names)


def _descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    return element.iter(*_named(names))


def _known(names: Iterable[str]) -> str:
    shown = ", ".join(sorted(name for name in names if name)[:6])
    return f"there is {shown}" if shown else ""

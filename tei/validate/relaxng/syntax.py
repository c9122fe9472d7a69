"""The XML syntax of RELAX NG (specification, sections 3 and 4.1 to 4.5): bytes → :class:`Node`, each with its place.

Read with expat, so that every later complaint about a schema has its line and column. What is annotation is
left out here; what is no RELAX NG is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from tei.errors import InputError, LimitError, ResourceError
from tei.ns import XML
from tei.parse import MAX_DEPTH, MAX_SIZE, parse_xml
from tei.validate.relaxng.location import join
from tei.validate.relaxng.xml_name import Form

__all__ = ["NAME_CLASSES", "RNG", "Node", "fault", "read_syntax"]

RNG = "http://relaxng.org/ns/structure/1.0"
_NAME = Form("NCName")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:.+", re.DOTALL)
_URI = re.compile(r"(?:[^%\s<>\"{}|\\^`]|%[0-9A-Fa-f]{2})*")
_BASE = f"{XML}}}base"

# element → (attributes of its own, children): "p" patterns, "n" name classes, "g" the parts of a grammar
_CONTENT: Mapping[str, tuple[frozenset[str], str]] = {
    name: (frozenset(attributes.split()), children)
    for name, attributes, children in (
        ("element", "name", "np+"),
        ("attribute", "name", "np?"),
        ("group", "", "p+"),
        ("interleave", "", "p+"),
        ("choice", "", "choice"),
        ("optional", "", "p+"),
        ("zeroOrMore", "", "p+"),
        ("oneOrMore", "", "p+"),
        ("list", "", "p+"),
        ("mixed", "", "p+"),
        ("ref", "name", ""),
        ("parentRef", "name", ""),
        ("empty", "", ""),
        ("text", "", ""),
        ("notAllowed", "", ""),
        ("value", "type", "words"),
        ("data", "type", "data"),
        ("param", "name", "words"),
        ("externalRef", "href", ""),
        ("grammar", "", "gi"),
        ("start", "combine", "p"),
        ("define", "name combine", "p+"),
        ("include", "href", "g"),
        ("div", "", "gi"),
        ("name", "", "words"),
        ("anyName", "", "except"),
        ("nsName", "", "except"),
        ("except", "", "choice"),
    )
}
_NEEDED = {
    "ref": "name",
    "parentRef": "name",
    "define": "name",
    "param": "name",
    "data": "type",
    "externalRef": "href",
    "include": "href",
}
# name as expat gives it → name, attributes of its own, the one that it must have
_ELEMENTS: Mapping[str, tuple[str, frozenset[str], str]] = {
    f"{RNG}}}{name}": (name, own, _NEEDED.get(name, "")) for name, (own, _) in _CONTENT.items()
}
_TRIMMED = ("name", "type", "combine", "href")
_PATTERNS = frozenset(
    "element attribute group interleave choice optional zeroOrMore oneOrMore list mixed ref parentRef empty text "
    "notAllowed value data externalRef grammar".split()
)
NAME_CLASSES = frozenset({"name", "anyName", "nsName", "names"})
_PARTS = frozenset({"start", "define", "div"})


@dataclass(slots=True)
class Node:
    """An element of a schema. A choice of name classes is called ``names``.

    ``datatype_library`` is the datatype library in force, ``prefixes`` the namespaces in scope, ``base`` what an ``href`` in it is
    relative to. ``documentation`` is kept of definitions in the compact syntax.
    """

    name: str
    attrs: dict[str, str]
    line: int
    column: int
    path: str
    datatype_library: str
    prefixes: Mapping[str, str]
    base: str
    text: str = ""
    children: list[Node] = field(default_factory=list)
    documentation: str = ""


def fault(node: Node, message: str, hint: str = "") -> ResourceError:
    """What is wrong with a schema, at a node's place."""
    return ResourceError(message, path=node.path, line=node.line, column=node.column, hint=hint)


def read_syntax(data: bytes, *, path: str, base: str = "") -> Node:
    """The root of a schema in the XML syntax, checked against section 3.

    Raises ResourceError for what is not RELAX NG, InputError for what is not XML, LimitError for entities and excess.
    """
    if len(data) > MAX_SIZE:
        raise LimitError(f"larger than {MAX_SIZE // 2**20} MB, the limit for XML", path=path)
    reader = _Reader(path, base or path)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        parse_xml(data, name=path)  # says in plain words what is not well-formed, and where
        raise InputError(
            f"not well-formed: {expat.ErrorString(error.code)}", path=path, line=error.lineno, column=error.offset + 1
        ) from error
    except (LookupError, ValueError):  # an encoding that expat lacks
        return read_syntax(_as_utf8(data, path), path=path, base=base)
    assert reader.root is not None
    return reader.root


def _as_utf8(data: bytes, path: str) -> bytes:
    from lxml import etree

    return etree.tostring(parse_xml(data, name=path), encoding="UTF-8")


class _Reader:
    """Builds nodes from expat's events; foreign elements are passed over with all that is in them."""

    def __init__(self, path: str, base: str) -> None:
        self.path = path
        self.root: Node | None = None
        self._open: list[Node] = []
        self._words: list[str] = []
        self._foreign = 0
        self._prefixes: dict[str, str] = {"xml": XML}
        self._scopes: list[tuple[str, str | None]] = []
        self._base = base
        parser = self.parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = self._undeclare
        parser.EntityDeclHandler = self._entity
        parser.StartDoctypeDeclHandler = self._doctype

    def _place(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _fault(self, message: str, hint: str = "") -> ResourceError:
        line, column = self._place()
        return ResourceError(message, path=self.path, line=line, column=column, hint=hint)

    def _entity(self, name: str, *_: object) -> None:
        line, column = self._place()
        message = f"the schema declares the entity {name}, and entities are not expanded here"
        raise LimitError(message, path=self.path, line=line, column=column, hint="write the text itself instead")

    def _doctype(self, _: str, system: str | None, public: str | None, __: bool) -> None:
        if system is not None or public is not None:
            line, column = self._place()
            message = "the document type refers to an external file, which is never read"
            raise LimitError(message, path=self.path, line=line, column=column, hint="take the <!DOCTYPE …> out")

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        key = prefix or ""
        self._scopes.append((key, self._prefixes.get(key)))
        self._prefixes = {**self._prefixes, key: uri or ""}

    def _undeclare(self, _: str | None) -> None:
        key, before = self._scopes.pop()
        self._prefixes = dict(self._prefixes)
        if before is None:
            self._prefixes.pop(key, None)
        else:
            self._prefixes[key] = before

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        open_ = self._open
        parent = open_[-1] if open_ else None
        if self._words:
            words = "".join(self._words)
            self._words.clear()
            if parent is not None and not words.isspace():
                parent.text += words
        content = _ELEMENTS.get(tag)
        if content is None:
            self._unknown(tag, parent)
            return
        name, own, needed = content
        line, column = self._place()
        if len(open_) >= MAX_DEPTH:
            raise self._too_deep()
        library, base = (parent.datatype_library, parent.base) if parent is not None else ("", self._base)
        node = Node(name, attributes, line, column, self.path, library, self._prefixes, base)
        if attributes:
            node.attrs = {}
            for key, value in attributes.items():
                if key in own:
                    node.attrs[key] = value.strip() if key in _TRIMMED else value
                else:
                    self._other(node, key, value)
            _names_in(node)
        if needed and needed not in node.attrs:
            raise fault(node, f"<{name}> lacks the attribute {needed}")
        if parent is not None:
            parent.children.append(node)
        elif name in _PATTERNS:
            self.root = node
        else:
            raise fault(node, f"a schema cannot begin with <{name}>")
        open_.append(node)

    def _too_deep(self) -> LimitError:
        line, column = self._place()
        message = f"elements are nested more than {MAX_DEPTH} deep, the limit"
        return LimitError(message, path=self.path, line=line, column=column)

    def _other(self, node: Node, key: str, value: str) -> None:
        """An attribute that any element may have, or one of another namespace."""
        if key == "ns":
            node.attrs[key] = value
        elif key == "datatypeLibrary":
            node.datatype_library = value
            if value and (not _SCHEME.fullmatch(value) or not _URI.fullmatch(value) or "#" in value):
                raise self._fault(f'datatypeLibrary "{value}" is no absolute address without a fragment')
        elif key == _BASE:
            node.base = join(node.base, value)
        elif key.startswith(f"{RNG}}}"):
            name = key.rpartition("}")[2]
            raise self._fault(f"the attribute {name} has a namespace here", "take its prefix off")
        elif "}" not in key:
            raise self._fault(f"the attribute {key} is not allowed on <{node.name}>")

    def _unknown(self, tag: str, parent: Node | None) -> None:
        """Passes over an element of another namespace."""
        uri, _, name = tag.rpartition("}")
        if uri == RNG:
            raise self._fault(f"<{name}> is not an element of RELAX NG")
        if parent is None:
            hint = f'a schema begins with <grammar xmlns="{RNG}">'
            raise self._fault(f"this is not a RELAX NG schema: its root is <{name}>", hint)
        if parent.name in ("value", "param", "name"):
            raise self._fault(f"<{name}> stands in <{parent.name}>, which holds only text")
        self._foreign = 1
        self.parser.StartElementHandler = self._foreign_start
        self.parser.EndElementHandler = self._foreign_end
        self.parser.CharacterDataHandler = None

    def _foreign_start(self, _: str, __: dict[str, str]) -> None:
        self._foreign += 1
        if len(self._open) + self._foreign > MAX_DEPTH:
            raise self._too_deep()

    def _foreign_end(self, _: str) -> None:
        self._foreign -= 1
        if not self._foreign:
            self.parser.StartElementHandler = self._start
            self.parser.EndElementHandler = self._end
            self.parser.CharacterDataHandler = self._words.append

    def _end(self, _: str) -> None:
        node = self._open.pop()
        kind = _CONTENT[node.name][1]
        if self._words:
            words = "".join(self._words)
            self._words.clear()
            if kind == "words" or not words.isspace():
                node.text += words
        if kind != "words" and node.text:
            raise fault(node, f"text stands in <{node.name}>, which holds only elements")
        if kind or node.children:
            _children(node, kind)


def _names_in(node: Node) -> None:
    """Attribute values that must be names."""
    name, attrs = node.name, node.attrs
    if "name" in attrs and name in ("ref", "parentRef", "define", "param") and not _NAME.match(attrs["name"]):
        raise fault(node, f'"{attrs["name"]}" is not a name')
    if "type" in attrs and not _NAME.match(attrs["type"]):
        raise fault(node, f'the type "{attrs["type"]}" is not a name')
    if "combine" in attrs and attrs["combine"] not in ("choice", "interleave"):
        raise fault(node, f'combine is "{attrs["combine"]}"', "write choice or interleave")
    if "href" in attrs and "#" in attrs["href"]:
        raise fault(node, f'the address "{attrs["href"]}" has a fragment', "take off what follows the #")


def _children(node: Node, kind: str) -> None:
    """Section 3: what may stand in an element; turns a choice of name classes into ``names``."""
    name, children = node.name, node.children
    if kind in ("", "words"):
        if children:
            raise fault(children[0], f"<{children[0].name}> is not allowed in <{name}>")
        return
    if kind == "choice":
        if not children:
            raise fault(node, f"<{name}> is empty")
        if children[0].name in NAME_CLASSES:
            _all(node, children, NAME_CLASSES)
            if name == "choice":
                node.name = "names"
        else:
            _all(node, children, _PATTERNS)
    elif kind in ("p+", "p"):
        if not children:
            raise fault(node, f"<{name}> is empty", "write <empty/> where nothing is meant")
        _all(node, children, _PATTERNS)
        if kind == "p" and len(children) > 1:
            raise fault(children[1], f"<{name}> holds one pattern", "put a <group> around them")
    elif kind in ("np+", "np?"):
        rest = children
        if "name" not in node.attrs:
            if not children or children[0].name not in NAME_CLASSES:
                raise fault(node, f"<{name}> has no name")
            rest = children[1:]
        _all(node, rest, _PATTERNS)
        if kind == "np+" and not rest:
            raise fault(node, "<element> says nothing of its content", "write <empty/> where nothing is meant")
        if kind == "np?" and len(rest) > 1:
            raise fault(rest[1], "<attribute> holds one pattern", "put a <group> around them")
    elif kind == "data":
        for number, child in enumerate(children):
            last = number == len(children) - 1
            if child.name == "param" or (child.name == "except" and last and child.children[0].name in _PATTERNS):
                continue
            raise fault(child, f"<{child.name}> is not allowed here in <data>")
    elif kind == "except":
        for child in children:
            if child.name != "except" or child.children[0].name not in NAME_CLASSES or len(children) > 1:
                raise fault(child, f"<{child.name}> is not allowed here in <{name}>")
    else:  # the parts of a grammar; of an include without further includes
        within = node.name == "include"
        for child in children:
            if child.name not in _PARTS and (child.name != "include" or within):
                raise fault(child, f"<{child.name}> is not allowed in <{name}>")
            if within and child.name == "div":
                _no_includes(child)


def _no_includes(node: Node) -> None:
    for child in node.children:
        if child.name == "include":
            raise fault(child, "<include> is not allowed in <include>")
        if child.name == "div":
            _no_includes(child)


def _all(node: Node, children: list[Node], allowed: frozenset[str]) -> None:
    for child in children:
        if child.name not in allowed:
            raise fault(child, f"<{child.name}> is not allowed here in <{node.name}>")

"""Tokens → nodes: a reader by recursive descent, one method a production of the grammar of the compact syntax."""

from __future__ import annotations

from tei.errors import ResourceError
from tei.ns import XML
from tei.validate.relaxng.compact.cursor import Cursor
from tei.validate.relaxng.compact.token import KEYWORDS, Token
from tei.validate.relaxng.lexical import XSD
from tei.validate.relaxng.syntax import Node

__all__ = ["read_compact"]

_REPEATS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
_JOINS = {",": "group", "|": "choice", "&": "interleave"}
_COMBINES = {"=": "", "|=": "choice", "&=": "interleave"}
_PLAIN = frozenset({"empty", "text", "notAllowed"})
_WRAPS = frozenset({"list", "mixed"})
_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_compact(data: bytes, *, path: str, base: str = "") -> Node:
    """The root of a schema in the compact syntax; annotations are passed over.

    Raises ResourceError for what is not in the syntax, with its place, LimitError for excessive nesting.
    """
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8"
        raise ResourceError(
            "the bytes are not in the encoding of the schema", path=path, line=line, hint=hint
        ) from error
    return _Reader(text, path, base or path).schema()


class _Reader(Cursor):
    def __init__(self, text: str, path: str, base: str) -> None:
        super().__init__(text, path, base)
        # None: inherited from whatever includes this schema
        self._namespaces: dict[str, str | None] = {"xml": XML}
        self._default: str | None = None
        self._libraries = {"xsd": XSD}

    # the whole

    def schema(self) -> Node:
        """Declarations, then a pattern or the parts of a grammar."""
        first = self._now
        while self._declaration():
            pass
        self._prefixes = {prefix: uri for prefix, uri in self._namespaces.items() if uri is not None}
        if self._begins_part():
            root = self._node("grammar", first, None, *self._parts())
        else:
            root = self._pattern()
        if self._now.kind != "end":
            raise self._fault("the end of the schema is expected")
        return root

    def _declaration(self) -> bool:
        if self._is("namespace"):
            self._take()
            prefix = self._identifier()
            self._expect("=")
            self._namespaces[prefix] = self._uri()
        elif self._is("default"):
            self._take()
            self._expect("namespace")
            prefix = "" if self._is("=") else self._identifier()
            self._expect("=")
            self._default = self._uri()
            if prefix:
                self._namespaces[prefix] = self._default
        elif self._is("datatypes"):
            self._take()
            prefix = self._identifier()
            self._expect("=")
            self._libraries[prefix] = self._literal()
        else:
            return False
        return True

    def _uri(self) -> str | None:
        return None if self._accept("inherit") else self._literal()

    # grammars

    def _begins_part(self) -> bool:
        at = self._at
        self._annotations()
        token, after = self._now, self._next()
        self._at = at
        if token.kind == "end":
            return True
        if token.kind == "keyword" and token.text in ("start", "div", "include"):
            return True
        if token.kind in ("cname", "name", "quoted", "keyword") and after.kind == "sign" and after.text == "[":
            return token.kind != "keyword"
        return token.kind in ("name", "quoted") and after.kind == "sign" and after.text in _COMBINES

    def _parts(self, *, included: bool = False) -> list[Node]:
        parts = []
        while self._now.kind != "end" and not self._is("}"):
            self._annotations()
            token, after = self._now, self._next()
            if token.kind in ("cname", "name", "quoted") and after.kind == "sign" and after.text == "[":
                self._take()
                self._bracket()
            elif self._accept("div"):
                self._deeper()
                self._expect("{")
                parts.append(self._node("div", token, None, *self._parts(included=included)))
                self._expect("}")
                self._depth -= 1
            elif self._is("include") and not included:
                parts.append(self._include())
            elif self._is("start") or token.kind in ("name", "quoted"):
                parts.append(self._definition())
            else:
                raise self._fault("start, div, include or a definition (name = …) is expected")
        return parts

    def _definition(self) -> Node:
        said = self._documentation.get(self._at, "")
        token = self._take()
        how = self._now.text if self._now.kind == "sign" else ""
        if how not in _COMBINES:
            raise self._fault("=, |= or &= is expected")
        self._take()
        attrs = {"combine": _COMBINES[how]} if _COMBINES[how] else {}
        if token.kind == "keyword":
            return self._node("start", token, attrs, self._pattern())
        node = self._node("define", token, {"name": token.text, **attrs}, self._pattern())
        node.documentation = said
        return node

    def _include(self) -> Node:
        token = self._take()
        attrs = {"href": self._literal(), **self._inherit()}
        parts: list[Node] = []
        if self._accept("{"):
            self._deeper()
            parts = self._parts(included=True)
            self._expect("}")
            self._depth -= 1
        return self._node("include", token, attrs, *parts)

    def _inherit(self) -> dict[str, str]:
        """The namespace that what is included inherits."""
        uri = self._default
        if self._accept("inherit"):
            self._expect("=")
            uri = self._namespace(self._now, self._identifier())
        return {} if uri is None else {"ns": uri}

    # patterns

    def _pattern(self) -> Node:
        first = self._now
        self._deeper()
        parts = [self._particle()]
        join = self._now.text if self._now.kind == "sign" and self._now.text in _JOINS else ""
        while join and self._accept(join):
            parts.append(self._particle())
        if join and self._now.kind == "sign" and self._now.text in _JOINS:
            raise self._fault(f"{join} is expected", f"put brackets around what is joined with {join}")
        self._depth -= 1
        return self._node(_JOINS[join], first, None, *parts) if join else parts[0]

    def _particle(self) -> Node:
        self._annotations()
        first = self._now
        made = self._primary()
        while self._now.kind == "sign" and self._now.text in _REPEATS:
            made = self._node(_REPEATS[self._take().text], first, None, made)
            self._following()
        self._following()
        return made

    def _primary(self) -> Node:
        token = self._now
        if token.kind == "literal":
            return self._value(token, "", "token")
        if token.kind == "cname":
            return self._data(self._take())
        if token.kind in ("name", "quoted"):
            self._take()
            return self._node("ref", token, {"name": token.text})
        if self._accept("("):
            made = self._pattern()
            self._expect(")")
            return made
        if token.kind != "keyword":
            raise self._fault("a pattern is expected")
        if token.text in ("string", "token"):
            return self._data(self._take())
        self._take()
        if token.text in _PLAIN:
            return self._node(token.text, token)
        if token.text in _WRAPS:
            return self._node(token.text, token, None, self._braced())
        if token.text in ("element", "attribute"):
            names = self._names(attribute=token.text == "attribute")
            return self._node(token.text, token, None, names, self._braced())
        if token.text == "parent":
            return self._node("parentRef", token, {"name": self._identifier()})
        if token.text == "external":
            return self._node("externalRef", token, {"href": self._literal(), **self._inherit()})
        if token.text == "grammar":
            self._expect("{")
            self._deeper()
            made = self._node("grammar", token, None, *self._parts())
            self._expect("}")
            self._depth -= 1
            return made
        self._at -= 1
        raise self._fault("a pattern is expected", f"write \\{token.text} to refer to a definition of that name")

    def _braced(self) -> Node:
        self._expect("{")
        made = self._pattern()
        self._expect("}")
        return made

    def _data(self, token: Token) -> Node:
        prefix, _, name = token.text.rpartition(":")
        library = self._libraries.get(prefix) if prefix else ""
        if library is None:
            raise ResourceError(
                f"the prefix {prefix} names no datatype library",
                path=self._path,
                line=token.line,
                column=token.column,
                hint=f'declare it: datatypes {prefix} = "…"',
            )
        if self._now.kind == "literal":
            return self._value(token, library, name)
        node = self._node("data", token, {"type": name})
        node.datatype_library = library
        if self._accept("{"):
            while not self._is("}"):
                self._annotations()
                first = self._now
                param = self._identifier()
                self._expect("=")
                node.children.append(self._node("param", first, {"name": param}, text=self._literal()))
            self._expect("}")
        if self._accept("-"):
            self._annotations()
            first = self._now
            node.children.append(self._node("except", first, None, self._primary()))
        return node

    def _value(self, token: Token, library: str, name: str) -> Node:
        attrs = {"type": name} if self._default is None else {"type": name, "ns": self._default}
        node = self._node("value", token, attrs, text=self._literal())
        node.datatype_library = library
        return node

    # name classes

    def _names(self, *, attribute: bool) -> Node:
        first = self._now
        self._deeper()
        parts = [self._name(attribute)]
        while self._accept("|"):
            parts.append(self._name(attribute))
        self._depth -= 1
        return self._node("names", first, None, *parts) if len(parts) > 1 else parts[0]

    def _name(self, attribute: bool) -> Node:
        self._annotations()
        token = self._now
        if self._accept("("):
            made = self._names(attribute=attribute)
            self._expect(")")
        elif self._accept("*"):
            made = self._node("anyName", token, None, *self._except(attribute))
        elif token.kind == "nsname":
            self._take()
            uri = self._namespace(token, token.text[:-2])
            made = self._node("nsName", token, {} if uri is None else {"ns": uri}, *self._except(attribute))
        elif token.kind == "cname":
            self._take()
            prefix, _, local = token.text.partition(":")
            uri = self._namespace(token, prefix)
            made = self._node("name", token, {} if uri is None else {"ns": uri}, text=local)
        elif token.kind in ("name", "quoted") or token.text in KEYWORDS:
            self._take()
            uri = "" if attribute else self._default
            made = self._node("name", token, {} if uri is None else {"ns": uri}, text=token.text)
        else:
            raise self._fault("a name is expected")
        self._following()
        return made

    def _except(self, attribute: bool) -> list[Node]:
        if not self._accept("-"):
            return []
        first = self._now
        return [self._node("except", first, None, self._name(attribute))]

    def _namespace(self, token: Token, prefix: str) -> str | None:
        if prefix not in self._namespaces:
            raise ResourceError(
                f"the prefix {prefix} has no namespace",
                path=self._path,
                line=token.line,
                column=token.column,
                hint=f'declare it: namespace {prefix} = "…"',
            )
        return self._namespaces[prefix]

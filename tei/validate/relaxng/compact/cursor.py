"""A place in the tokens of a schema: what stands there, what must, what is passed over."""

from __future__ import annotations

from tei.errors import LimitError, ResourceError
from tei.parse import MAX_DEPTH
from tei.validate.relaxng.compact.token import Token, tokens
from tei.validate.relaxng.syntax import Node

__all__ = ["Cursor"]


class Cursor:
    """Reads tokens one by one, and makes nodes at their places."""

    def __init__(self, text: str, path: str, base: str) -> None:
        self._path, self._base = path, base
        self._tokens: list[Token] = []
        self._documentation: dict[int, str] = {}  # what is said before a token
        for token in tokens(text, path=path):
            if token.kind == "documentation":
                at = len(self._tokens)
                self._documentation[at] = f"{self._documentation.get(at, '')} {token.text}".strip()
            else:
                self._tokens.append(token)
        self._at = 0
        self._depth = 0
        self._prefixes: dict[str, str] = {}

    @property
    def _now(self) -> Token:
        return self._tokens[self._at]

    def _next(self, ahead: int = 1) -> Token:
        return self._tokens[min(self._at + ahead, len(self._tokens) - 1)]

    def _take(self) -> Token:
        token = self._now
        if token.kind != "end":
            self._at += 1
        return token

    def _is(self, text: str) -> bool:
        return self._now.text == text and self._now.kind in ("sign", "keyword")

    def _accept(self, text: str) -> bool:
        if self._is(text):
            self._at += 1
            return True
        return False

    def _expect(self, text: str) -> Token:
        if not self._is(text):
            raise self._fault(f"{text} is expected")
        return self._take()

    def _fault(self, expected: str, hint: str = "") -> ResourceError:
        token = self._now
        found = "the end of the schema" if token.kind == "end" else f'"{token.text}"'
        return ResourceError(
            f"{expected} before {found}", path=self._path, line=token.line, column=token.column, hint=hint
        )

    def _node(
        self, name: str, token: Token, attrs: dict[str, str] | None = None, *children: Node, text: str = ""
    ) -> Node:
        return Node(
            name,
            attrs or {},
            token.line,
            token.column,
            self._path,
            "",
            self._prefixes,
            self._base,
            text,
            list(children),
        )

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            token = self._now
            message = f"patterns are nested more than {MAX_DEPTH} deep, the limit"
            raise LimitError(message, path=self._path, line=token.line, column=token.column)

    def _literal(self) -> str:
        if self._now.kind != "literal":
            raise self._fault("a literal in quotation marks is expected")
        text = self._take().text
        while self._accept("~"):
            if self._now.kind != "literal":
                raise self._fault("a literal in quotation marks is expected")
            text += self._take().text
        return text

    def _identifier(self) -> str:
        """A name; keywords count as names here."""
        if self._now.kind not in ("name", "quoted", "keyword"):
            raise self._fault("a name is expected")
        return self._take().text

    def _annotations(self) -> None:
        while self._is("["):
            self._bracket()

    def _bracket(self) -> None:
        """Passes over what is in square brackets."""
        self._expect("[")
        depth = 1
        while depth:
            if self._now.kind == "end":
                raise self._fault("] is expected")
            token = self._take()
            if token.kind == "sign" and token.text in "[]":
                depth += 1 if token.text == "[" else -1

    def _following(self) -> None:
        """Annotations that follow: ``>> name [ … ]``."""
        while self._accept(">>"):
            self._take()
            self._bracket()

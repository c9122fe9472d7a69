"""XPath as a sequence of tokens: what an expression names, where its parts end, whether XPath 1.0 says the same.

Nothing is evaluated here. Versions 1.0 to 3.1 share these tokens (https://www.w3.org/TR/xpath-31/#lexical-structure).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "Token",
    "alternatives",
    "functions",
    "is_plain",
    "prefixes",
    "terms",
    "tokens",
    "variables",
]

_TOKEN = re.compile(
    r"""(?P<space>\s+|\(:.*?:\))
      | (?P<literal>"[^"]*"|'[^']*')
      | (?P<variable>\$\s*[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?)
      | (?P<number>\d+(?:\.\d*)?|\.\d+)
      | (?P<name>[^\W\d][\w.-]*(?::(?!:)(?:\*|[^\W\d][\w.-]*))?)
      | (?P<symbol>::|//|\.\.|!=|<=|>=|<<|>>|\|\||=>|.)""",
    re.X | re.S,
)
# what looks like a call and is none: tests of a node's kind, and keywords of later versions before a parenthesis
_KINDS = frozenset(
    """and attribute cast comment div document-node element else empty-sequence eq every except ge gt idiv if in instance
    intersect is item le lt mod namespace-node ne node or processing-instruction return satisfies schema-attribute
    schema-element some text then to treat union""".split()
)
# of these, and of paths, XPath 1.0 and the later versions give the same where each argument is one node at most
_SAME = frozenset(
    "boolean contains count false local-name name normalize-space not starts-with string-length true".split()
)
_TEST_OF_KIND = frozenset(("comment", "node", "processing-instruction", "text"))
_LATER = frozenset(
    "cast div else eq every except for ge gt idiv if instance intersect is le let lt mod ne some to union".split()
)


class Token(NamedTuple):
    """A piece of an expression; ``depth`` counts the square brackets around it, ``inside`` the brackets of both kinds."""

    kind: str
    text: str
    depth: int
    inside: int


@lru_cache(maxsize=10_000)
def tokens(expression: str) -> tuple[Token, ...]:
    """The tokens of an expression with their blanks; joined they give it back.

    >>> [(t.kind, t.text, t.depth) for t in tokens("a[$b]")]
    [('name', 'a', 0), ('symbol', '[', 0), ('variable', '$b', 1), ('symbol', ']', 0)]
    """
    found = []
    depth = inside = 0
    for match in _TOKEN.finditer(expression):
        kind, text = match.lastgroup or "symbol", match[0]
        if kind == "symbol" and text in "])":
            depth, inside = depth - (text == "]"), inside - 1
        found.append(Token(kind, text, depth, inside))
        if kind == "symbol" and text in "[(":
            depth, inside = depth + (text == "["), inside + 1
    return tuple(found)


@lru_cache(maxsize=10_000)
def variables(expression: str) -> tuple[str, ...]:
    """The names of the variables that an expression uses and does not define itself, each once.

    >>> variables("$a + count($b/c) + '$d' + $a")
    ('a', 'b')
    >>> variables("for $a in $b return $a")
    ('b',)
    """
    solid = [t for t in tokens(expression) if t.kind != "space"]
    used: dict[str, None] = {}
    own = set()
    for at, token in enumerate(solid):
        if token.kind == "variable":
            used[token.text[1:].strip()] = None
            after = [t.text for t in solid[at + 1 : at + 3]]
            if after[:1] == ["in"] or after == [":", "="] or after[:1] in (["as"], [":="]):
                own.add(token.text[1:].strip())
    return tuple(name for name in used if name not in own)


def functions(expression: str) -> list[str]:
    """The names that an expression calls, each once.

    >>> functions("not(a/text()) or key('k', @x)")
    ['not', 'key']
    """
    return list(dict.fromkeys(name for name, after in _names(expression) if after == "(" and name not in _KINDS))


def prefixes(expression: str) -> list[str]:
    """The namespace prefixes of an expression, each once.

    >>> prefixes("tei:p/ancestor::tei:div[@xml:id] | xs:date(.)")
    ['tei', 'xml', 'xs']
    """
    return list(dict.fromkeys(name.split(":")[0] for name, _ in _names(expression) if ":" in name))


def _names(expression: str) -> Iterator[tuple[str, str]]:
    """Each name with the token after it."""
    solid = [t for t in tokens(expression) if t.kind != "space"]
    for at, token in enumerate(solid):
        if token.kind == "name":
            yield token.text, solid[at + 1].text if at + 1 < len(solid) else ""


def alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between its outermost bars; a choice in parentheses that a path begins with is spread.

    >>> alternatives("a[b|c] | d")
    ['a[b|c]', 'd']
    >>> alternatives("(a | b)/c")
    ['a/c', 'b/c']
    """
    return [whole for part in _split(pattern, "symbol", "|") for whole in _spread(part)]


def _spread(path: str) -> list[str]:
    pieces = tokens(path)
    if not pieces or pieces[0].text != "(":
        return [path]
    end = next((at for at, t in enumerate(pieces) if t.text == ")" and not t.inside), len(pieces))
    inner, rest = ("".join(t.text for t in some) for some in (pieces[1:end], pieces[end + 1 :]))
    if not rest.lstrip().startswith("/") or any(t.text == "," and not t.inside for t in tokens(inner)):
        return [path]
    return [part + rest.lstrip() for part in alternatives(inner)]


@lru_cache(maxsize=10_000)
def terms(expression: str) -> list[str]:
    """The parts of an expression between its outermost ``or``.

    >>> terms("not(@a or @b) or c")
    ['not(@a or @b)', 'c']
    """
    return _split(expression, "name", "or")


def _split(expression: str, kind: str, text: str) -> list[str]:
    parts = [""]
    before = ""
    for token in tokens(expression):
        # a name after a slash or at the beginning is an element, even <or>
        between = kind == "symbol" or before not in ("", "/", "//", "::", "@", "(", "[", "|", "and", "or")
        if token.kind == kind and token.text == text and not token.inside and between:
            parts.append("")
        else:
            parts[-1] += token.text
        if token.kind != "space":
            before = token.text
    return [part.strip() for part in parts]


@lru_cache(maxsize=10_000)
def is_plain(expression: str) -> bool:
    """Whether XPath 1.0 and its successors surely mean the same by it: paths, tests for equality, a few functions.

    >>> is_plain("tei:p[@n = '1'] | tei:ab[not(tei:s)]"), is_plain("@a eq 'b'"), is_plain("tokenize(@a, ' ')")
    (True, False, False)
    """
    solid = [t for t in tokens(expression) if t.kind != "space"]
    calls: list[bool] = []  # of the open brackets: whether they hold arguments
    for at, token in enumerate(solid):
        before, after = (solid[at - 1].text if at else ""), (solid[at + 1].text if at + 1 < len(solid) else "")
        if token.kind == "variable" or (token.kind == "number" and (before, after) != ("[", "]")):
            return False
        if token.kind == "name":
            if after == "(" and token.text not in _SAME | _TEST_OF_KIND | {"and", "or"}:
                return False
            # a word of the later grammar, unless it is the name of an element or attribute
            if token.text in _LATER and at and before not in ("/", "//", "::", "@", "[", "(", "|", ","):
                return False
            if token.text in _LATER and after not in ("", "/", "//", "::", "]", ")", "|", ",", "=", "!=", "["):
                return False
        elif token.kind == "symbol" and token.text not in (
            *("/", "//", "@", "[", "]", "(", ")", "|", "::", ".", "..", "*", "=", "!=", ","),
        ):
            return False
        elif token.text in "([":
            calls.append(token.text == "(" and at > 0 and solid[at - 1].kind == "name" and before not in ("and", "or"))
            if token.text == "(" and before in ("/", "//", "(", ",", "|", "="):
                return False  # a step or a sequence in parentheses
        elif token.text in ")]":
            calls = calls[:-1]
            if token.text == ")" and after in ("/", "//", "[") and not _closes_kind(solid, at):
                return False
        elif token.text == "," and calls[-1:] != [True]:
            return False  # a sequence
        elif token.text in ("=", "!=") and (at + 1 == len(solid) or solid[at + 1].kind != "literal"):
            return False  # of two paths the versions may compare different values
    return True


def _closes_kind(solid: list[Token], at: int) -> bool:
    """Whether a parenthesis ends ``text()`` or the like."""
    return at >= 2 and solid[at - 1].text == "(" and solid[at - 2].text in _TEST_OF_KIND

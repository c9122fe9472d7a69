"""What a pattern or test surely needs, read off its tokens: so that few nodes, or none, are looked at closely."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tei.validate.schematron.xpath import functions, tokens

__all__ = ["Needs", "conditions", "is_path", "needs", "without_predicates"]

# operators and functions whose value is true or false
_COMPARES = frozenset(("=", "!=", "<", "<=", ">", ">=", "and", "eq", "ge", "gt", "is", "le", "lt", "ne", "or"))
_BOOLEAN = frozenset(("boolean", "contains", "empty", "ends-with", "exists", "matches", "not", "starts-with"))


class Needs(NamedTuple):
    """Local names without which nothing fits a pattern: of the element, and of its attributes."""

    element: str | None
    attributes: tuple[str, ...]


@lru_cache(maxsize=10_000)
def needs(pattern: str) -> Needs:
    """What a document must have somewhere for a path to select anything.

    >>> needs("tei:a//tei:b[@c and not(@d)][@e]")
    Needs(element='b', attributes=('c', 'e'))
    >>> needs("tei:*[@c or @d]"), needs("tei:a/@b")
    (Needs(element=None, attributes=()), Needs(element=None, attributes=()))
    """
    solid = [t for t in tokens(pattern) if t.kind != "space"]
    attributes: list[str] = []
    while solid and solid[-1].text == "]" and not solid[-1].inside:
        start = max(at for at, t in enumerate(solid) if t.text == "[" and not t.inside)
        inner = solid[start + 1 : -1]
        if [t.text for t in inner[:1]] == ["@"] and not any(t.text in ("or", "|") and t.inside == 1 for t in inner):
            after = [t.text for t in inner[2:3]]
            attributes += [inner[1].text.rpartition(":")[2]] if after in ([], ["and"]) else []
        solid = solid[:start]
    attributes = [name for name in reversed(attributes) if name != "*"]
    if not solid or solid[-1].kind != "name" or solid[-1].inside:
        return Needs(None, ())
    if [t.text for t in solid[-2:-1]] not in ([], ["/"], ["//"]):
        return Needs(None, ())
    element = solid[-1].text.rpartition(":")[2]
    return Needs(None if element == "*" else element, tuple(attributes))


def without_predicates(pattern: str) -> str:
    """A path that selects all that a pattern selects, and perhaps more.

    >>> without_predicates("tei:a[@c eq 'd']/tei:b[not(e)]")
    'tei:a/tei:b'
    """
    return "".join(t.text for t in tokens(pattern) if not t.depth and t.text not in "[]").strip()


def is_path(expression: str) -> bool:
    """Whether an expression is steps and predicates only, so that without predicates it selects no less.

    >>> is_path("ancestor::tei:l[not(. = current())]"), is_path("a and b"), is_path("a div b"), is_path("count(a)")
    (True, False, False, False)
    """
    outer = [t for t in tokens(expression) if not t.depth and t.kind != "space" and t.text not in "[]"]
    if any(t.kind not in ("name", "symbol") or t.text in _COMPARES for t in outer):
        return False
    if any(one.kind == other.kind == "name" for one, other in pairwise(outer)):
        return False  # an operator such as div between two names
    return all(t.kind == "name" or t.text in ("/", "//", "::", ".", "..", "@", "*", "|") for t in outer)


def conditions(pattern: str) -> tuple[str, tuple[str, ...]]:
    """A pattern without the last predicates of its last step, and those, where each only says yes or no of a node.

    >>> conditions("tei:a/tei:b[@c eq 'd'][not(e)]")
    ('tei:a/tei:b', ("@c eq 'd'", 'not(e)'))
    >>> conditions("tei:b[@c + 1]")
    ('tei:b[@c + 1]', ())
    """
    pieces = list(tokens(pattern.strip()))
    found: list[str] = []
    while pieces and pieces[-1].text == "]" and pieces[-1].depth == 0 and pieces[-1].inside == 0:
        start = max(at for at, t in enumerate(pieces) if t.text == "[" and t.inside == 0)
        inner = "".join(t.text for t in pieces[start + 1 : -1]).strip()
        if not _is_condition(inner):
            break
        found.append(inner)
        pieces = pieces[:start]
        while pieces and pieces[-1].kind == "space":
            pieces.pop()
    return "".join(t.text for t in pieces), tuple(reversed(found))


def _is_condition(predicate: str) -> bool:
    """Whether a predicate surely gives a truth value, and does not count places."""
    called = functions(predicate)
    if "position" in called or "last" in called:
        return False
    solid = [t for t in tokens(predicate) if t.kind != "space"]
    compares = any(not t.inside and t.text in _COMPARES for t in solid[1:-1])
    return compares or (solid[0].text in _BOOLEAN and called[:1] == [solid[0].text] and solid[-1].text == ")")

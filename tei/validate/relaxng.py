"""RELAX NG through lxml: what the schema allows where. One cause, one message, in plain words.

libxml2 reports a failure several times over, from the inside out; kept is the first message for each element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from tei.errors import ResourceError
from tei.parse import parse_xml

__all__ = ["grammar"]

# what libxml2 says → the same for people; groups of the first go into the second
_MESSAGES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (r"Did not expect element (\S+) there", "<{0}> is not allowed here", "see the schema for what may stand in its parent"),
        (r"Expecting an element (\S*), got nothing", "something is missing in this element: {0}", ""),
        (r"Expecting element (\S+), got (\S+)", "<{1}> stands where <{0}> is expected", ""),
        (r"Element (\S+) failed to validate content", "the content of <{0}> is not what the schema allows", ""),
        (r"Element (\S+) failed to validate attributes", "an attribute of <{0}> is missing or wrong", ""),
        (r"Invalid attribute (\S+) for element (\S+)", "the attribute {0} of <{1}> is not allowed, or its value is wrong", ""),
        (r"Element (\S+) has extra content: (\S+)", "<{1}> is not allowed here in <{0}>", ""),
        (r"Did not expect text in element (\S+) content", "text is not allowed directly in <{0}>", "put it in a paragraph <p>"),
        (r"Expecting a namespace for element (\S+)", "<{0}> has no namespace", 'write xmlns="http://www.tei-c.org/ns/1.0" on the root'),
        (r"Element (\S+) has wrong namespace: expecting (\S+)", "<{0}> is not in the namespace {1}", ""),
        (r"Type (\S+) doesn't allow value '(.*)'", 'the value "{1}" is not of the type {0}', ""),
        (r"Error validating (?:datatype|value) (\S+)", "a value is not of the type {0}", ""),
    )
)


@lru_cache(maxsize=8)
def _schema(path: str) -> etree.RelaxNG:
    try:
        return etree.RelaxNG(parse_xml(Path(path)))
    except etree.RelaxNGParseError as error:
        raise ResourceError(
            f"this is not a RELAX NG schema: {str(error).split(chr(10))[0].rstrip('.').lower()}", path=path, hint="give a .rng file"
        ) from error


def grammar(tree: etree._ElementTree, path: Path) -> Iterator[tuple[str, etree._Element, str, str]]:
    """(code, element, message, hint) for each element that breaks the schema at ``path``.

    Raises ResourceError for a schema that does not compile.
    """
    schema = _schema(str(path))
    if schema.validate(tree):
        return
    seen: set[str] = set()
    for entry in schema.error_log:
        element = _element(tree, entry)
        where = tree.getpath(element)
        if where in seen or any(other.startswith(where + "/") for other in seen):
            continue
        seen.add(where)
        yield "schema", element, *_plain(entry.message)


def _element(tree: etree._ElementTree, entry: etree._LogEntry) -> etree._Element:
    """The element of an error: by its path, else by its name and line (libxml2 gives no path for a missing attribute)."""
    if entry.path:
        found = tree.xpath(entry.path)
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):
            return found[0]
    name = re.search(r"[Ee]lement (\S+)", entry.message)
    if name:
        for element in tree.iter(f"{{*}}{name[1]}" if re.fullmatch(r"[\w.-]+", name[1]) else "*"):
            if element.sourceline == entry.line:
                return element
    return tree.getroot()


def _plain(text: str) -> tuple[str, str]:
    for pattern, message, hint in _MESSAGES:
        match = pattern.search(text)
        if match:
            return message.format(*match.groups()).removesuffix(": "), hint
    return text[:1].lower() + text[1:].rstrip("."), ""

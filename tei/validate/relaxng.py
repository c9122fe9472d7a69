"""RELAX NG through lxml: what the schema allows where. One cause, one message, in plain words.

libxml2 reports a failure several times over, from the inside out; kept is the first message for each element,
and none for the elements around it. What would have been right is looked up in the schema
(:mod:`tei.validate.content`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from lxml import etree

from tei.errors import InputError, ResourceError
from tei.ns import XML
from tei.parse import parse_xml
from tei.validate.content import Content, Contents
from tei.validate.finding import Finding

__all__ = ["grammar"]

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_NAME = re.compile(r"[Ee]lement ([\w.-]+)")
_Said = tuple[str, str, tuple[str, ...]]  # message, hint, expected


def grammar(tree: etree._ElementTree, path: Path) -> Iterator[Finding]:
    """A finding for each element that breaks the schema at ``path``.

    Raises ResourceError for a schema that does not compile, InputError for one that cannot be read.
    """
    schema, contents = _schema(str(path), *_version(path))
    if schema.validate(tree):
        return
    prefixes = {prefix: uri for e in tree.iter(etree.Element) for prefix, uri in e.nsmap.items() if prefix}
    reported: set[etree._Element] = set()
    around: set[etree._Element] = set()
    for entry in schema.error_log:
        element = _element(tree, entry, contents, prefixes)
        if element in reported or element in around:
            continue
        reported.add(element)
        parent = element.getparent()
        while parent is not None and parent not in around:
            around.add(parent)
            parent = parent.getparent()
        yield Finding("schema", element, *_plain(entry.message, element, contents))


def _version(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=8)
def _schema(path: str, _changed: int, _size: int) -> tuple[etree.RelaxNG, Contents]:
    if path.endswith(".rnc"):
        raise InputError(
            "this schema is in the compact syntax, which is not read here",
            path=path,
            hint="give its XML form, a .rng file",
        )
    tree = parse_xml(path)
    for link in tree.iter(f"{_RNG}include", f"{_RNG}externalRef"):
        if "://" in link.get("href", ""):
            raise ResourceError(
                f"the schema includes {link.get('href')}, and the network is never used",
                path=path,
                line=_line(link),
                hint="save that file beside the schema, and refer to it there",
            )
    try:
        return etree.RelaxNG(tree), Contents(tree.getroot())
    except etree.RelaxNGParseError as error:
        reason = str(error).split("\n")[0].rstrip(".")
        raise ResourceError(
            f"this is not a RELAX NG schema: {reason[:1].lower()}{reason[1:]}",
            path=path,
            hint="give a .rng file",
        ) from error


def _line(element: etree._Element) -> int:
    return int(getattr(element, "sourceline", 0) or 0)


def _element(
    tree: etree._ElementTree, entry: etree._LogEntry, contents: Contents, prefixes: dict[str, str]
) -> etree._Element:
    """The element of an error: by its path, else by name and line; libxml2 does not always give them."""
    if entry.path:
        found = tree.xpath(entry.path, namespaces=prefixes)
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):
            return found[0]
    name = _NAME.search(entry.message)
    if name:
        named = [e for e in tree.iter(f"{{*}}{name[1]}") if entry.line in (0, e.sourceline)]
        if named:
            return next((e for e in named if _fault(e, contents.of(name[1]))), named[0])
    return tree.getroot()


def _plain(text: str, element: etree._Element, contents: Contents) -> _Said:
    for pattern, say in _MESSAGES:
        match = pattern.search(text)
        if match:
            return say(match, element, contents)
    return text[:1].lower() + text[1:].rstrip("."), "", ()


def _not_here(match: re.Match[str], element: etree._Element, contents: Contents) -> _Said:
    name, parent = match[1], element.getparent()
    if parent is None:
        return f"<{name}> is not allowed here", "", ()
    around, allowed = etree.QName(parent).localname, contents.of(etree.QName(parent).localname).children
    namespace = etree.QName(element).namespace or ""
    if namespace not in contents.namespaces and name in allowed:
        hint = f"<{name}> is not in the namespace of <{around}>; put it there"
        return f"<{name}> is not allowed here", hint, ()
    if namespace != (etree.QName(parent).namespace or "") and name not in allowed:
        hint = f"<{name}> is not in the namespace of <{around}>; take it out"
    elif name in allowed:
        hint = f"<{around}> may hold <{name}>, but not at this place, or not so often"
    else:
        near = get_close_matches(name, sorted(allowed), n=1, cutoff=0.7)
        hint = f"did you mean <{near[0]}>" if near else f"<{around}> never holds <{name}>"
    return f"<{name}> is not allowed here", hint, tuple(sorted(allowed - {name}))


def _missing(_: re.Match[str], element: etree._Element, contents: Contents) -> _Said:
    tag = etree.QName(element).localname
    present = {etree.QName(child).localname for child in element.iterchildren(etree.Element)}
    allowed = contents.of(tag).children
    return f"something is missing in <{tag}>", "", tuple(sorted(allowed - present or allowed))


def _attribute(match: re.Match[str], element: etree._Element, contents: Contents) -> _Said:
    name, content = match[1], contents.of(match[2])
    if name in content.closed and element.get(name) in content.attributes[name]:
        return _attributes(match, element, contents)  # it is another that is wrong
    return _wrong(name, element, content)


def _attributes(_: re.Match[str], element: etree._Element, contents: Contents) -> _Said:
    """libxml2 does not say which attribute."""
    content = contents.of(etree.QName(element).localname)
    said = _fault(element, content)
    return said or (f"an attribute of <{etree.QName(element).localname}> is missing or wrong", "", ())


def _fault(element: etree._Element, content: Content) -> _Said | None:
    """What is wrong with the attributes, where it is plain: one is unknown, is none of the listed values, or is missing."""
    given = {etree.QName(name).localname: value for name, value in element.attrib.items()}
    for name, value in given.items():
        if name not in content.attributes or (name in content.closed and value not in content.attributes[name]):
            return _wrong(name, element, content)
    lacking = sorted(content.required - set(given))
    if not lacking:
        return None
    tag = etree.QName(element).localname
    return f"the attribute {lacking[0]} of <{tag}> is missing", "", tuple(sorted(content.attributes[lacking[0]]))


def _wrong(name: str, element: etree._Element, content: Content) -> _Said:
    tag = etree.QName(element).localname
    shown = f"xml:{name}" if f"{{{XML}}}{name}" in element.attrib else name
    if name in content.attributes:
        values = tuple(sorted(content.attributes[name]))
        return f"the attribute {shown} of <{tag}> is not allowed, or its value is wrong", "", values
    near = get_close_matches(name, sorted(content.attributes), n=1, cutoff=0.7)
    return (
        f"the attribute {shown} is not allowed on <{tag}>",
        f"did you mean {near[0]}" if near else "take it out",
        (),
    )


def _text(match: re.Match[str], _: etree._Element, contents: Contents) -> _Said:
    allowed = contents.of(match[1]).children
    home = next((name for name in ("p", "item") if name in allowed), "")
    return f"text is not allowed directly in <{match[1]}>", f"put it in <{home}>" if home else "", ()


def _always(message: str, hint: str = "") -> Callable[[re.Match[str], etree._Element, Contents], _Said]:
    """The groups of the pattern in a sentence."""
    return lambda match, _element, _contents: (message.format(*match.groups()), hint, ())


# what libxml2 says (xmlRelaxNGGetErrorString in its relaxng.c) → the same for people
_MESSAGES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], etree._Element, Contents], _Said]], ...] = tuple(
    (re.compile(pattern), say)
    for pattern, say in (
        (r"Did not expect element (\S+) there", _not_here),
        (r"Expecting an element (?:\S* )?, got nothing|Expecting an element \S+, got nothing", _missing),
        (r"Element (\S+) failed to validate attributes", _attributes),
        (r"Invalid attribute (\S+) for element (\S+)", _attribute),
        (r"Expecting element (\S+), got (\S+)", _always("<{1}> stands where <{0}> is expected")),
        (
            r"Element (\S+) failed to validate content",
            _always("the content of <{0}> is not what the schema allows"),
        ),
        (r"Element (\S+) has extra content: (\S+)", _always("<{1}> is not allowed here in <{0}>")),
        (r"Did not expect text in element (\S+) content", _text),
        (
            r"Expecting a namespace for element (\S+)",
            _always("<{0}> has no namespace", 'write xmlns="http://www.tei-c.org/ns/1.0" on the root'),
        ),
        (
            r"Element (\S+) has wrong namespace: expecting (\S+)",
            _always("<{0}> is not in the namespace {1}"),
        ),
        (r"Type (\S+) doesn't allow value '(.*)'", _always('the value "{1}" is not of the type {0}')),
        (r"Error validating (?:datatype|value) (\S+)", _always("a value is not of the type {0}")),
    )
)

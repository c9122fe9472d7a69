"""Rules inside other schemas: in the RELAX NG files that TEI's tools write, and in the ``constraintSpec`` of an ODD.

There nobody says in which XPath they are written. What XPath 1.0 can run is run with it; the rest is XPath 3, which
contains 2, through the extra ``schematron``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from lxml import etree

from tei.errors import InputError, ResourceError
from tei.ns import TEI
from tei.parse import parse_xml
from tei.validate.schematron.extended import Extended
from tei.validate.schematron.native import Native
from tei.validate.schematron.read import NAMESPACES, Reader
from tei.validate.schematron.run import Compiled, RefusedError, check_rule
from tei.validate.schematron.schema import Key, Let, Pattern, Rule, Schema

__all__ = ["extract"]

_RNG = "http://relaxng.org/ns/structure/1.0"
_SCHEMES = ("isoschematron", "schematron")
# prefixes that TEI's rules use without a declaration
_PREFIXES = {
    "tei": TEI,
    "teix": "http://www.tei-c.org/ns/Examples",
    "rng": _RNG,
    "rna": "http://relaxng.org/ns/compatibility/annotations/1.0",
    "sch": NAMESPACES[0],
    "sch1x": NAMESPACES[1],
    "xs": "http://www.w3.org/2001/XMLSchema",
}
_HERE = "sch-here"  # the prefix of a context that is made up here
_TOP = {f"{{{n}}}{name}" for n in NAMESPACES for name in ("pattern", "rule", "assert", "report")}


def extract(path: str | Path) -> Compiled | None:
    """The rules of a RELAX NG schema, with those of the files that it includes, or of an ODD; None where there are none.

    Raises ResourceError, with file and line, for a rule that is wrong.
    """
    path = Path(path)
    reader = Reader(path)
    roots = []
    for file, root in _files(path):
        if not str(root.tag).startswith((f"{{{_RNG}}}", f"{{{TEI}}}")):
            return None
        roots.append((Reader(file) if file != path else reader, root))
    namespaces = dict(_PREFIXES)
    lets: list[Let] = []
    patterns: list[Pattern] = []
    keys: list[Key] = []
    for reader, root in roots:
        tops = list(_tops(root))
        for element, _ in tops:
            namespaces |= {prefix: uri for prefix, uri in element.nsmap.items() if prefix}
        namespaces |= {prefix: uri for prefix, uri in reader.namespaces(root).items() if prefix}
        reader.know(root)
        lets += map(reader.let, _lets(root))
        keys += reader.keys(root)
        patterns += _patterns(reader, tops)
    if not patterns:
        return None
    # the variables of a pattern are used in others: the XSLT that ran such rules first made all of them global
    named = {let.name: let for let in (*(let for p in reversed(patterns) for let in p.lets), *lets)}
    return _compiled(Schema(str(path), "", namespaces, tuple(named.values()), tuple(patterns), keys=tuple(keys)))


def _files(path: Path) -> list[tuple[Path, etree._Element]]:
    """The schema and the files that it includes, each once with its root; what cannot be found is for the grammar to say."""
    found: list[tuple[Path, etree._Element]] = []
    seen = {path.resolve()}
    todo = [path]
    while todo:
        at = todo.pop()
        try:
            root = parse_xml(at).getroot()
        except InputError:
            if at == path:
                raise
            continue
        found.append((at, root))
        for link in root.iter(f"{{{_RNG}}}include", f"{{{_RNG}}}externalRef"):
            target = at.parent / link.get("href", "").split("#")[0]
            if "://" not in link.get("href", "") and target.is_file() and target.resolve() not in seen:
                seen.add(target.resolve())
                todo.append(target)
    return found


def _tops(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The outermost elements of Schematron, each with the context that its place gives it."""
    is_odd = str(root.tag).startswith(f"{{{TEI}}}")
    for element in root.iter(*_TOP):
        parent = element.getparent()
        if parent is None or parent.tag in _TOP or str(parent.tag).startswith(tuple(f"{{{n}}}" for n in NAMESPACES)):
            continue
        if is_odd and (parent.tag != f"{{{TEI}}}constraint" or not _is_spec(parent.getparent())):
            continue
        yield element, _odd_context(parent) if is_odd else _rng_context(parent)


def _is_spec(element: etree._Element | None) -> bool:
    if element is None or element.tag != f"{{{TEI}}}constraintSpec":
        return False
    return element.get("scheme", "schematron") in _SCHEMES and element.get("mode") != "delete"


def _odd_context(element: etree._Element) -> str:
    """``tei:p`` or ``tei:p/@n`` for what stands in the specification of an element, or of an attribute in it."""
    attribute = ""
    for around in element.iterancestors(f"{{{TEI}}}attDef", f"{{{TEI}}}elementSpec"):
        if etree.QName(around).localname == "elementSpec":
            return f"tei:{around.get('ident')}{attribute}"
        attribute = f"/@{around.get('ident')}"
    return ""


def _rng_context(element: etree._Element) -> str:
    for around in (element, *element.iterancestors()):
        if around.tag == f"{{{_RNG}}}element" and around.get("name"):
            name = around.get("name", "").strip()
            at: etree._Element | None = around
            while ":" not in name and at is not None:
                if at.get("ns") is not None:
                    return f"*[local-name() = '{name}' and namespace-uri() = '{at.get('ns')}']"
                at = at.getparent()
            return name
    return ""


def _lets(root: etree._Element) -> Iterator[etree._Element]:
    """Variables outside of patterns and rules."""
    for let in root.iter(*(f"{{{n}}}let" for n in NAMESPACES)):
        parent = let.getparent()
        if parent is not None and parent.tag not in _TOP:
            yield let


def _patterns(reader: Reader, tops: list[tuple[etree._Element, str]]) -> Iterator[Pattern]:
    for element, context in tops:
        name = etree.QName(element).localname
        if element.get("abstract") == "true":
            continue
        if name == "pattern":
            yield reader.pattern(element)
        elif name == "rule":
            yield Pattern("", (), (reader.rule(element),))
        else:
            place = reader.place(element)
            if not context:
                raise reader.wrong(element, "this rule does not say what it is about", 'put it into <rule context="…">')
            yield Pattern("", (), (Rule(context, (), (reader.assertion(element),), "", place),))


def _compiled(schema: Schema) -> Compiled:
    """Each rule with the oldest version of XPath that can run it; later ones are looked at when a rule is needed."""
    native, later = Native(schema.namespaces, schema.keys), Extended(schema.namespaces, keys=schema.keys, is_lazy=True)
    names = {let.name for let in schema.lets}
    old: set[tuple[int, int]] = set()
    for i, pattern in enumerate(schema.patterns):
        for j, rule in enumerate(pattern.rules):
            try:
                check_rule(native, rule, ())
            except ResourceError:
                with suppress(RefusedError):  # said when the rule would be needed
                    check_rule(later, rule, names)
            else:
                old.add((i, j))
    return Compiled(schema, later, native, frozenset(old), is_lenient=True)

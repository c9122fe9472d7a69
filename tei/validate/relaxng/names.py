"""Names and name classes of a schema (specification, sections 4.8 to 4.10 and 4.16): nodes → name classes."""

from __future__ import annotations

from tei.validate.relaxng.nameclass import AnyName, Name, NameChoice, NameClass, NsName
from tei.validate.relaxng.syntax import Node, fault
from tei.validate.relaxng.xml_name import Form

__all__ = ["name_class"]

_QNAME = Form("(?:(NCName):)?(NCName)")
_XMLNS = "http://www.w3.org/2000/xmlns"
_DECLARES = "namespace declarations are no attributes here"


def name_class(node: Node, ns: str) -> NameClass:
    """The names of an ``element`` or ``attribute``, whose inherited namespace is ``ns``.

    Raises ResourceError for a name that is none, a prefix without a namespace, and what section 4.16 forbids.
    """
    attribute = node.name == "attribute"
    own = node.attrs.get("ns")
    ns = ns if own is None else own
    written = node.attrs.get("name")
    if written is not None:
        made: NameClass = _name(node, written, own or "" if attribute else ns)
    else:
        made = _class(node.children[0], ns, "")
    if attribute:
        _not_xmlns(node, made)
    return made


def _name(node: Node, written: str, ns: str) -> Name:
    match = _QNAME.match(written.strip())
    if match is None:
        raise fault(node, f'"{written.strip()}" is not a name')
    prefix, local = match.groups()
    if prefix:
        found = node.prefixes.get(prefix)
        if found is None:
            raise fault(node, f"the prefix {prefix} has no namespace", f'declare it with xmlns:{prefix}="…"')
        ns = found
    return Name(f"{ns}}}{local}" if ns else local)


def _class(node: Node, ns: str, within: str) -> NameClass:
    ns = node.attrs.get("ns", ns)
    if node.name == "name":
        return _name(node, node.text, ns)
    if node.name == "names":
        return NameChoice(tuple(_class(child, ns, within) for child in node.children))
    if (node.name == "anyName" and within) or (node.name == "nsName" and within == "nsName"):
        raise fault(node, f"<{node.name}> cannot be an exception of <{within}>")
    but: NameClass | None = None
    if node.children:
        exception = node.children[0]
        inner = exception.attrs.get("ns", ns)
        parts = tuple(_class(child, inner, node.name) for child in exception.children)
        but = parts[0] if len(parts) == 1 else NameChoice(parts)
    return AnyName(but) if node.name == "anyName" else NsName(ns, but)


def _not_xmlns(node: Node, names: NameClass | None) -> None:
    """Section 4.16; names in exceptions count too."""
    if isinstance(names, NameChoice):
        for one in names.classes:
            _not_xmlns(node, one)
    elif isinstance(names, Name):
        if names.key == "xmlns" or names.key.rpartition("}")[0] == _XMLNS:
            raise fault(node, "an attribute cannot be called xmlns", _DECLARES)
    elif names is not None:
        if isinstance(names, NsName) and names.uri == _XMLNS:
            raise fault(node, "an attribute cannot be in the namespace of xmlns", _DECLARES)
        _not_xmlns(node, names.but)

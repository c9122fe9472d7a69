"""Any TEI into the one shape that the stylesheets take: a ``TEI`` element in the TEI namespace, with one ``text``.

What is changed is reported; a tree that was given is never touched.
"""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

from lxml import etree

from tei.diagnostic import Diagnostic
from tei.errors import InputError
from tei.ns import TEI, tei
from tei.parse import parse_xml, xml_bytes

__all__ = ["prepare"]

_P4 = re.compile(rb"<(?:TEI|teiCorpus)\.2[\s>/]")
_HEAD = 65_536  # bytes in which the root element is looked for
_ROOTS = ("TEI", "teiCorpus", "text")


def prepare(document: str | Path | bytes | etree._ElementTree) -> tuple[etree._ElementTree, list[Diagnostic]]:
    """The document as one ``TEI`` with one ``text``, and what had to be assumed for it.

    The texts of a corpus become the members of a ``group``, each under its own title.

    Raises InputError for what is not well-formed TEI P5, LimitError for entities and excess.
    """
    if isinstance(document, etree._ElementTree):
        path, tree = "", deepcopy(document)
    else:
        path = "" if isinstance(document, bytes) else str(document)
        data = document if isinstance(document, bytes) else xml_bytes(document)
        _refuse_p4(data, path)
        tree = parse_xml(data, name=path)
    root = tree.getroot()
    name = etree.QName(root)
    found: list[Diagnostic] = []
    if name.namespace is None and name.localname in _ROOTS:
        found.append(
            Diagnostic.of(
                "namespace-missing",
                "the document has no namespace; its elements are taken as those of TEI P5",
                hint=f'write <{name.localname} xmlns="{TEI}">',
                path=path,
                line=root.sourceline or 1,
                column=1,
            )
        )
        for element in root.iter("{}*"):
            element.tag = tei(str(element.tag))
    elif name.namespace != TEI or name.localname not in _ROOTS:
        raise InputError(
            f"the root is <{name.localname}>, not <TEI> in the TEI namespace",
            path=path,
            hint=f'a TEI document begins <TEI xmlns="{TEI}">',
        )
    if root.tag == tei("text"):  # a text without a header, as keyboarding firms deliver it
        whole = etree.Element(tei("TEI"))
        whole.append(root)
        tree = etree.ElementTree(whole)
    elif root.tag == tei("teiCorpus") or root.find(tei("TEI")) is not None:
        tree = _one(root)
    return tree, found


def _refuse_p4(data: bytes, path: str) -> None:
    match = _P4.search(data, 0, _HEAD)
    if match is not None:
        raise InputError(
            "this is TEI P4, and TEI P5 is what is shown here",
            path=path,
            line=data.count(b"\n", 0, match.start()) + 1,
            hint="convert it to P5 first, for instance with p4top5.xsl of the TEI consortium",
        )


def _one(root: etree._Element) -> etree._ElementTree:
    """A corpus as one document: its header, and its texts as groups in a group."""
    made = etree.Element(tei("TEI"), {str(name): str(value) for name, value in root.attrib.items()}, nsmap={"tei": TEI})
    text = etree.Element(tei("text"))
    group = etree.SubElement(text, tei("group"))
    for child in [*root]:
        if child.tag in (tei("TEI"), tei("teiCorpus")):
            group.append(_member(child))
        elif child.tag == tei("text"):
            group.append(child)
        else:
            made.append(child)
    made.append(text)
    return etree.ElementTree(made)


def _member(document: etree._Element) -> etree._Element:
    group = etree.Element(tei("group"))
    title = document.find(f"{tei('teiHeader')}/{tei('fileDesc')}/{tei('titleStmt')}/{tei('title')}")
    if title is not None and "".join(map(str, title.itertext())).strip():
        head = etree.SubElement(group, tei("head"))
        head.text = " ".join("".join(map(str, title.itertext(etree.Element))).split())
    for child in [*document]:
        if child.tag in (tei("TEI"), tei("teiCorpus")):
            group.append(_member(child))
        elif child.tag in (tei("text"), tei("sourceDoc")):
            group.append(child)
    return group

"""Mentions without a person: a name, or a turn, that points at nobody, or at what is no person.

That a name points at nobody is said once for each form of the name, and only in a document that links names to people at all:
where nothing is linked, linking was not meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei.diagnostic import Severity
from tei.ns import XML_ID, tei
from tei.validate.finding import Finding

__all__ = ["mentions"]

# what a name or a speaker may point at
_WHO = frozenset(
    map(
        tei,
        """author castGroup castItem castList editor listPerson name nym org orgName persName person persona personGrp
        respStmt role""".split(),
    )
)
_LINKS = ("ref", "key", "corresp", "sameAs", "nymRef", "copyOf")


def mentions(root: etree._Element) -> Iterator[Finding]:
    """A finding for each pointer to what is no person, and for each form of a name that points at nobody."""
    named = [e for e in root.iter(tei("persName"), tei("rs"), tei("sp"), tei("said"), tei("u")) if _is_mention(e)]
    elements = {(e.get(XML_ID) or "").strip(): e for e in root.iter(etree.Element) if e.get(XML_ID)}
    linked = False
    loose: dict[str, list[etree._Element]] = {}
    for element in named:
        attribute = "ref" if etree.QName(element).localname in ("persName", "rs") else "who"
        tokens = str(element.get(attribute, "")).split()
        linked = linked or any(token.startswith("#") for token in tokens)
        for token in tokens:
            target = elements.get(token[1:]) if token.startswith("#") else None
            if target is not None and target.tag not in _WHO:
                tag, other = etree.QName(element).localname, etree.QName(target).localname
                yield Finding(
                    "mention-unlinked",
                    element,
                    f'@{attribute} of <{tag}> points at "{token}", which is a <{other}> and no person',
                    "point at the person in the header",
                    severity=Severity.WARNING,
                    about=frozenset((attribute,)),
                )
        if not tokens and not any(element.get(a) for a in _LINKS) and attribute == "ref":
            words = " ".join("".join(map(str, element.itertext(etree.Element))).split())
            loose.setdefault(words, []).append(element)
    if not linked:
        return
    for words, found in loose.items():
        times = "" if len(found) == 1 else f" ({len(found)} times)"
        message = f'the name "{words}" points at no person{times}'
        yield Finding(
            "mention-unlinked", found[0], message, 'add ref="#…" with the id of the person, where you know it'
        )


def _is_mention(element: etree._Element) -> bool:
    """A name in the text that stands for a person, and is not part of another one."""
    if etree.QName(element).localname == "rs" and element.get("type") != "person":
        return False
    around = {etree.QName(e).localname for e in element.iterancestors(etree.Element)}
    return "text" in around and not around & {"persName", "person", "personGrp", "listPerson", "respStmt"}

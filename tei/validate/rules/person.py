"""People of the header whom nothing points at, and mentions and speeches that point at nobody.

All of this is good TEI; an editor who links names wants to see what is left over. So these are remarks, and only made in
documents that link at all: where nothing points at a person, nobody set out to.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei.ns import XML_ID, tei
from tei.validate.finding import Finding

__all__ = ["people"]

_LINKS = ("ref", "key", "corresp", "sameAs")
_PEOPLE = (tei("person"), tei("personGrp"))


def people(root: etree._Element) -> Iterator[Finding]:
    """A finding for each person nobody mentions, each name and speech of nobody."""
    pointed = {
        token[1:]
        for element in root.iter(etree.Element)
        for value in element.attrib.values()
        if "#" in value
        for token in str(value).split()
        if token.startswith("#")
    }
    listed = [(person, name) for person in root.iter(*_PEOPLE) if (name := person.get(XML_ID)) is not None]
    linking = any(name in pointed for _, name in listed)
    for person, name in listed:
        if linking and name not in pointed:
            tag = etree.QName(person).localname
            message = f'nothing in the document points at the <{tag}> "{name}"'
            yield Finding("person-unmentioned", person, message, "link a name to it with ref, or take it out")
    for text in root.iter(tei("text")):
        holder = text.getparent()
        if holder is None or holder.tag == tei("TEI"):
            yield from _mentions(text)


def _mentions(text: etree._Element) -> Iterator[Finding]:
    names = [e for e in text.iter(tei("persName")) if not any(a.tag == tei("persName") for a in e.iterancestors())]
    if any(_linked(e) for e in names):
        for name in names:
            if not _linked(name):
                words = " ".join("".join(map(str, name.itertext())).split())
                words = words if len(words) <= 60 else f"{words[:50].rstrip()} …"
                message = f'the name "{words}" points at no person'
                yield Finding("mention-unlinked", name, message, "give it ref=, with # and the id of the person")
    speeches = list(text.iter(tei("sp")))
    if any(e.get("who") for e in speeches):
        for speech in speeches:
            if not speech.get("who"):
                message = "this <sp> does not say who speaks"
                yield Finding("mention-unlinked", speech, message, "give it who=, with # and the id of the person")


def _linked(element: etree._Element) -> bool:
    return any(element.get(name) for name in _LINKS)

"""What to do about the mistakes that people make most often in TEI, by parent and child. Rows, not rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

__all__ = ["hint_for", "plainest"]

# (parent, child) → what to do; "" for any parent or, as a child, for text; "@" for attributes
_HINTS: Mapping[tuple[str, str], str] = {
    ("p", "sp"): "a speech is no part of a paragraph: close the <p> before it, or use <said>",
    ("p", "div"): "close the <p> before the <div>",
    ("p", "p"): "close the first <p> before the second",
    ("p", "head"): "a heading stands in a <div>, before its paragraphs",
    ("div", "p"): "after a <div> only <div>s follow: put the <p> before them, or into a <div> of its own",
    ("body", "p"): "after a <div> only <div>s follow: put the <p> before them, or into a <div> of its own",
    ("div", "head"): "a <head> comes first in its <div>",
    ("body", "head"): "a <head> comes first",
    ("sp", "speaker"): "one <speaker> a speech: begin another <sp> for the next",
    ("sp", "head"): "a speech has no heading: put the <head> before the <sp>",
    ("sp", "sp"): "close the first <sp> before the next",
    ("sp", ""): "put the words into a <p> (or <l>) after the <speaker>",
    ("body", ""): "put the words into a <p>",
    ("text", "p"): "put it into <body>",
    ("TEI", "body"): "put it into <text>",
    ("", "b"): 'for bold type write <hi rend="bold">',
    ("", "bold"): 'for bold type write <hi rend="bold">',
    ("", "i"): 'for italics write <hi rend="italic">',
    ("", "em"): "for emphasis write <emph>",
    ("", "br"): "for a line end write <lb/>",
    ("", "span"): "for a part of a text write <seg> or <hi>",
    ("", "img"): "for a picture write <figure> with <graphic>",
    ("", "a"): "for a link write <ref target=…>",
    ("", "tr"): "for a row of a table write <row>",
    ("", "td"): "for a cell of a table write <cell>",
    ("", "li"): "for an item of a list write <item>",
    ("", "ul"): "for a list write <list>",
    ("", "ol"): 'for a list write <list rend="numbered">',
    ("", "h1"): "for a heading write <head>",
    ("", "h2"): "for a heading write <head>",
    ("@", "id"): "in TEI it is xml:id",
    ("@", "lang"): "in TEI it is xml:lang",
    ("@", "class"): "in TEI it is type, rend or ana",
    ("@", "style"): "a style belongs into rendition or rend",
    ("@", "when"): "write a date as 1965-02-10, 1965-02 or 1965",
    ("@", "from"): "write a date as 1965-02-10, 1965-02 or 1965",
    ("@", "to"): "write a date as 1965-02-10, 1965-02 or 1965",
    ("@", "notBefore"): "write a date as 1965-02-10, 1965-02 or 1965",
    ("@", "notAfter"): "write a date as 1965-02-10, 1965-02 or 1965",
}
# of the many elements that TEI allows at most places, those that are used most
_COMMON = {
    name: at
    for at, name in enumerate(
        """p head div sp speaker list item note persName placeName name date hi title l lg stage u q quote said pb lb ref
        table row cell figure body text front back teiHeader fileDesc titleStmt publicationStmt sourceDesc seg ab bibl
        orgName foreign gap supplied del add choice sic corr abbr expan""".split()
    )
}
_HOLDERS = ("p", "item", "l", "ab")  # what text may be put into


@lru_cache(maxsize=1000)
def plainest(names: tuple[str, ...], offender: str) -> tuple[str, ...]:
    """Names with those first that are most likely meant: spelt like the offender, then the elements used most.

    >>> plainest(("abbr", "add", "floatingText", "p", "pb", "persName"), "persname")
    ('persName', 'p', 'pb', 'add', 'abbr', 'floatingText')
    """
    alike = get_close_matches(offender, names, n=3, cutoff=0.75)
    common = len(_COMMON)
    return (*alike, *sorted(set(names).difference(alike), key=lambda name: (_COMMON.get(name, common), name)))


def hint_for(parent: str, child: str, allowed: Sequence[str] = ()) -> str:
    """What to do about a child (an element, "" for text; an attribute where the parent is "@"); "" where nothing is known.

    >>> hint_for("sp", "")
    'put the words into a <p> (or <l>) after the <speaker>'
    """
    known = _HINTS.get((parent, child)) or (_HINTS.get(("", child)) if child and parent != "@" else None)
    if known is not None:
        return known
    if not child:
        holder = next((one for one in _HOLDERS if one in allowed), "")
        return f"put it in <{holder}>" if holder else ""
    return ""

"""The voices of a finished page: who speaks when and how long, and in which colour each is set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from lxml import etree

__all__ = ["Turn", "colour", "names", "turns"]

_COLOURS = 6  # the seventh voice has the colour of the first
_UNSAFE = frozenset('"\\<>{}\t\n\r ')  # what could end a rule of a style sheet, which is not escaped
# lxml knows no type for what an expression finds
_LENGTH: Any = etree.XPath("string-length()")
_NAME: Any = etree.XPath("string(.//span[@class='name'])", smart_strings=False)


class Turn(NamedTuple):
    """A turn: the id of its place, who speaks (``""`` where the page does not say), where it starts and how long it is, in characters."""

    ident: str
    who: str
    start: int
    length: int


def turns(root: etree._Element) -> list[Turn]:
    """The turns of a page, in order."""
    main = next(root.iter("main"), None)
    found: list[Turn] = []
    at = 0
    for element in main.iter("div") if main is not None else ():
        if "turn" in (element.get("class") or "").split():
            length = int(_LENGTH(element))
            found.append(Turn(element.get("id") or "", element.get("data-who") or "", at, length))
            at += length
    return found


def names(root: etree._Element) -> dict[str, str]:
    """Id of an entry in the index → the name in it, in the order of the index."""
    index = next((e for e in root.iter("nav") if e.get("class") == "index"), None)
    entries = index.iter("li") if index is not None else ()
    return {str(ident): _NAME(entry) for entry in entries if (ident := entry.get("id")) is not None}


def colour(root: etree._Element, found: Iterable[Turn], listed: Iterable[str]) -> None:
    """Gives each voice a colour, in the order of the index; where no voice stands in it, of the turns."""
    met = dict.fromkeys(turn.who for turn in found if turn.who)
    voices = [who for who in listed if who in met] or list(met)
    rules = (
        f'[data-who="{who}"]{{--voice:var(--voice-{number % _COLOURS})}}\n'
        for number, who in enumerate(voices)
        if not _UNSAFE.intersection(who)
    )
    style = "".join(rules)
    head = next(root.iter("head"), None)
    if style and head is not None:
        # after the page's own, before one that a user brings
        at = next(number for number, element in enumerate(head) if element.tag == "style")
        made = etree.Element("style")
        made.text = style
        head.insert(at + 1, made)

"""Who speaks when: a row for each voice of a page, a bar for each turn, as wide as its words are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from lxml import etree

from tei.render.voice import Turn

__all__ = ["draw"]

_VOICES = 6  # rows; the voices with fewer words share one more
_FEWEST, _MOST = 4, 1_000  # turns: fewer show nothing, of more none could be seen
_WIDTH, _HEIGHT = 1_000, 10  # of a row's own measure
_GAP = 1.5  # between two bars of one row


def draw(root: etree._Element, found: Sequence[Turn], names: Mapping[str, str]) -> None:
    """Fills ``<nav class="timeline">`` of a page, or takes it out where there is no conversation to show.

    ``names`` are those of the voices, by their id.
    """
    place = next((e for e in root.iter("nav") if e.get("class") == "timeline"), None)
    if place is None:
        return
    whole = max(found[-1].start + found[-1].length, 1) if found else 1
    turns = [turn for turn in found if turn.who and turn.ident]
    words: Counter[str] = Counter()
    for turn in turns:
        words[turn.who] += turn.length
    if not _FEWEST <= len(turns) <= _MOST or len(words) < 2:
        around = place.getparent()
        if around is not None:
            around.remove(place)
        return
    most = sorted(words, key=lambda who: (-words[who], who))
    shown = set(most if len(most) <= _VOICES + 1 else most[:_VOICES])
    rows = list(dict.fromkeys(turn.who for turn in turns if turn.who in shown))
    others = place.attrib.pop("data-others", "")
    for who in [*rows, *([""] if len(shown) < len(most) else [])]:
        of_row = [turn for turn in turns if (turn.who if turn.who in shown else "") == who]
        _row(place, who, names.get(who, who) if who else str(others), of_row, whole)


def _row(place: etree._Element, who: str, name: str, turns: Sequence[Turn], whole: int) -> None:
    row = etree.SubElement(place, "div", {"class": "voice"} | ({"data-who": who} if who else {}))
    label = etree.SubElement(
        row, "a" if who else "span", {"class": "name"} | ({"href": f"#{turns[0].ident}"} if who else {})
    )
    label.text = name
    count = etree.SubElement(row, "span", {"class": "count"})
    count.text = str(len(turns))
    # the bars are for the eye and the mouse: the name leads to the first turn, the index to each of them
    bars = "".join([_bar(turn, whole) for turn in turns])
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" aria-hidden="true"'
    row.append(etree.fromstring(f"<svg {size}>{bars}</svg>"))  # lxml is slow in making elements one by one


def _bar(turn: Turn, whole: int) -> str:
    start, width = turn.start * _WIDTH / whole, turn.length * _WIDTH / whole
    shape = f'x="{start:.1f}" y="0" width="{max(width - _GAP, 1):.1f}" height="{_HEIGHT}"'
    return f'<a href={quoteattr(f"#{turn.ident}")} tabindex="-1"><rect {shape}/></a>'

"""How far a turn reaches: from its label over the unlabelled paragraphs that follow, interrupted or not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tei.annotate.turns.label import Label
from tei.model import Mark

__all__ = ["Opening", "Piece", "Place", "course", "place"]

_CONTAINERS = frozenset({"list", "opener", "closer", "div"})
_LISTS_OUTSIDE = frozenset({"participants", "subject", "from", "to"})

# A paragraph that is one bracket: an omission ends a turn, an event may stand in one.
_BRACKET = re.compile(r"\[[^\[\]]{0,2000}(?:\[[^\[\]]{0,200}\][^\[\]]{0,2000}){0,8}\](?:\[\d{1,3}\])?[.\s]?")
_OMISSION = re.compile(
    r"\[\s?(?:omitted|omission|here\s(?:follows?|ends?|is|are)|the\s(?:rest|remainder)|continued|end\sof|break\sin|\.{3}|…"
    r"|[^\[\]]{0,80}\b(?:not\sdeclassified|omitted|not\sprinted))",
    re.IGNORECASE,
)
_SHORT = 300  # a longer paragraph is no mere close of the record
_TYPED = 8  # the initials of who typed it: `ms/lm`
_ENDING = re.compile(
    r"(?:The|This|Our|Their)\s(?:\w+\s){0,2}?(?:meeting|conversation|discussion|session|call|luncheon|lunch|dinner|talks?|interview"
    r"|hearings?|conference|audience|briefing|sitting|House|Senate|Committee|Council|Assembly)\b[^\n]{0,60}?\s(?:was\s|were\s|then\s)?"
    r"(?:ended|adjourned|concluded|closed|broke\sup|recessed|terminated|lasted|suspended|rose)\b"
    r"|\(?(?:End|Close)\s(?:of|to)\s(?:the\s)?(?:\w+\s)?(?:transcript|recording|tape|conversation|text|interview|meeting|call|session)\b"
    r"|(?:Attachment|Enclosure|Annex|Appendix|Tab)(?:\s\w{1,4})?\s?(?:[:.]|\Z)|\(?Whereupon\b"
    r"|END\.?\Z|[a-z]{2,3}[/:][a-z]{2,3}\Z",  # the last: who typed it
    re.IGNORECASE,
)
# what a parliament or a council does between speeches, as its record says it
_PROCEDURE = re.compile(
    r"It\swas\sso\s(?:decided|agreed|ordered)\b|It\sbeing\s[\w-]{2,20}\spast\b"
    r"|A\s(?:recorded\s|roll-call\s)?vote\swas\staken\b|(?:In\sfavou?r|Against|Abstaining|Abstentions):\s"
    r"|The\s(?:\w+\s){0,3}?(?:resolution|amendment|agenda|motion|proposal)\s(?:[^\n]{0,40}?\s)?was\s(?:not\s)?(?:adopted|approved|rejected|carried)"
    r"\b[^\n]{0,60}\Z"
    r"|(?:Mr|Mrs|Ms|Miss|Sir|Lord|Dr)\.?\s[^\n.]{2,60}\stook\s(?:the\s[Cc]hair|(?:a\s)?(?:places?|seats?)\sat)\b"
    r"|At\sthe\sinvitation\sof\sthe\s(?:Acting\s)?(?:President|Chair)|Question\s(?:again\s)?(?:proposed|put)\b|Several\s[Hh]on\.\s"
    r"|The\s(?:\w+\s){0,2}?[Cc]lerk\s(?:read|proceeded|called)\b"
    r"|\d{1,3}\.\s(?:Mr|Mrs|Ms|Miss|Sir|Lady|Dr)\.?\s[^\n?]{2,50}\sasked\sthe\s"  # a question in the House
)
_STARTS = frozenset("TtOoEeCcAaWwIQSMDL(123456789")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a turn begins: with a label, or (in a record of reported speech) with a name and a verb."""

    who: str
    label: Label | None = None
    reported: bool = False
    last: int = -1  # an interjection's last leaf; -1: no interjection


@dataclass(slots=True)
class Piece:
    """A run of leaves of one turn; ``before`` is the piece that an interjection cut it from."""

    opening: Opening
    first: int
    last: int
    before: Piece | None = None
    cut: bool = False  # another piece follows


@dataclass(frozen=True, slots=True)
class Place:
    """Where each leaf stands: the division around it, and the list, opener or closer around it (-1: none)."""

    leaves: tuple[Mark, ...]
    division: tuple[int, ...]
    group: tuple[Mark | None, ...]
    nested: frozenset[int] = field(default=frozenset())


def place(blocks: Sequence[Mark]) -> Place:
    """Sorts out the leaves of a document and the containers around them."""
    leaves: list[Mark] = []
    division: list[int] = []
    groups: list[Mark | None] = []
    stack: list[tuple[int, Mark]] = []
    home, around = -1, None  # of the innermost div; the list, opener or closer
    number = 0
    for block in sorted(blocks, key=_order):
        start = block.span.start
        changed = False
        while stack and stack[-1][1].span.end <= start:
            stack.pop()
            changed = True
        container = block.kind in _CONTAINERS
        if container:
            number += 1
            stack.append((number, block))
            changed = True
        if changed:
            home = next((n for n, b in reversed(stack) if b.kind == "div"), -1)
            around = next((b for _, b in stack if b.kind != "div"), None)
        if not container:
            leaves.append(block)
            division.append(home)
            groups.append(around)
    nested = frozenset(n for n, group in enumerate(groups) if group is not None)
    return Place(tuple(leaves), tuple(division), tuple(groups), nested)


def _order(block: Mark) -> tuple[int, int, bool]:
    start, end = block.span
    return (start, -end, block.kind not in _CONTAINERS)


def course(text: str, where: Place, openings: Mapping[int, Opening], ends: frozenset[int] = frozenset()) -> list[Piece]:
    """The turns of a document in order, each a run of whole leaves.

    ``openings`` are by the number of their leaf; ``ends`` are leaves that end a turn and belong to none.
    """
    pieces: list[Piece] = []
    if not openings:
        return pieces
    current: Piece | None = None  # the turn that goes on
    interrupted: Piece | None = None  # the turn that an interjection cut
    number, count = 0, len(where.leaves)
    while number < count:
        opening = openings.get(number)
        same = current or interrupted
        if opening and opening.reported and same and same.opening.reported and same.opening.who == opening.who:
            opening = None  # a speaker named again goes on
        if opening is not None:
            piece = Piece(opening, number, max(number, opening.last))
            pieces.append(piece)
            if opening.last >= 0:
                interrupted, current = current or interrupted, None
            else:
                interrupted, current = None, piece
            number = piece.last + 1
            continue
        if current or interrupted:
            holder = current or interrupted
            assert holder is not None
            kind = _role(text, where, number, holder, ends)
            if kind == "end":
                current = interrupted = None
            elif kind == "inside":
                if current is None:
                    assert interrupted is not None
                    interrupted.cut = True
                    current = Piece(interrupted.opening, number, number, interrupted)
                    interrupted = None
                    pieces.append(current)
                current.last = number
        number += 1
    return pieces


def _role(text: str, where: Place, number: int, holder: Piece, ends: frozenset[int]) -> str:
    """Whether a leaf goes on with a turn (``inside``), ends it (``end``), or waits for what follows
    (``wait``)."""
    leaf = where.leaves[number]
    if number in ends or where.division[number] != where.division[holder.first]:
        return "end"
    group = where.group[number]
    if group is not None:
        if group.kind != "list" or group.attrs.get("type") in _LISTS_OUTSIDE:
            return "end"
        return "inside"
    if leaf.kind == "pb":
        return "wait"
    if leaf.kind == "item":
        return "inside"
    if leaf.kind != "p":
        return "end"
    start, end = leaf.span
    first = text[start]
    if first == "[":
        if _OMISSION.match(text, start, end) and _BRACKET.fullmatch(text, start, end):
            return "end"
        return "wait" if _BRACKET.fullmatch(text, start, end) else "inside"
    if end - start < _SHORT and (first in _STARTS or end - start < _TYPED):
        return "end" if _ENDING.match(text, start, end) or _PROCEDURE.match(text, start, end) else "inside"
    return "inside"

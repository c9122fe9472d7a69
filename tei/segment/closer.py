"""What stands under the text of letters, telegrams and memoranda: close, signature, the place and day of writing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei.model import Document
from tei.segment.block import Block, ended
from tei.segment.courtesy import is_close, is_copies, is_postscript, may_close
from tei.segment.dateline import is_dateline, is_office
from tei.segment.enclosure import is_enclosure
from tei.segment.letter import is_classification

__all__ = ["closing"]

_CLOSED = re.compile(
    r"\b(?:sincerely|truly|faithfully|respectfully|cordially|regards|wishes|esteem)\b[\w ]{0,20},$", re.I
)
# a name, an office, a rank: words in capitals, small ones between them, notes; each word after a separator, so that
# there is one way to read it
_WORD = r"[\[(“\"]?[^\W\d_a-zß-öø-ÿ][\w.’'`\[\])-]*"
_SMALL = r"(?:of|the|and|for|to|in|de|van|von|der|den|la|del|da|bin|ibn|al|ben|y|e|a\.i\.|jr\.?|sr\.?|\[\d{1,3}\])"
_SIGNED = re.compile(rf"(?:/[sS]/\s?)?{_WORD}(?:(?:, ?|\s){{1,2}}(?:{_WORD}|{_SMALL})){{0,11}}[,”\"]?")
_SENTENCE_END = re.compile(r"(?<![\W\d_])[^\W\d_]{5,}\.$")
_MOST_WORDS = 5  # in a name in capitals with a full stop after it
# a signature that says so: "/s/ Dean Rusk", "[signature] (V. Ivanov)", "gez. Winzer", "Signé : Dejean", "27.X.62 A. Dobrynin"
_HAND = re.compile(
    r"(?:/[sS]/|[\[(](?:signature|[Ss]igned|подпись|[Gg]ez\.?|signé)[\])]|Signed:|[Gg]ez\.|Signé\s?:|[Пп]одпис(?:ь|ал):?"
    r"|/(?=[^\W\d_a-z]\.[^/\n]{2,40}/$)|\d{1,2}[./] ?[IVX]{1,4}[./-] ?\d{2,4}\.?(?=\s[A-ZА-Я]\.))\s?\S"
)
_HANDS = frozenset("/[(SGgПп0123456789")
# who a letter goes to, under its signature
_ADDRESS = re.compile(
    r"(?:His|Her|Their|Your)(?: [A-Z][a-z]+)? (?:Excellenc|Majest|Highness|Eminence|Holiness|Grace|Lordship)|The (?:Right )?Hono[u]?rable|"
    r"(?:À )?Son Excellence|À? ?Monsieur [A-Z]|(?:An )?(?:Herrn|Seine[r]? Exzellenz)\b|"
    r"(?:The )?(?:Rt\. )?Hon\. |To(?:: | (?:the|His|Her|M[rs]|Sir|Lord)\b)|[&e]t?c?\.?c?\., "
)
# what an editor or a clerk wrote beside a signature
_REMARK = re.compile(
    r"\[(?:(?:not )?(?:repeated|sent|received|endorse|docket|initial|marginal|"
    r"handwritten|typed|enclos|translat|stamp|seal|in the hand|end\b|copy)"
    r"|no signature|unsigned|signature (?:illegible|missing))[^\[\]]{0,120}\]",
    re.I,
)
# letters set high after a shortened name: "Th: Jefferson", "Go: Washington"
_RAISED = re.compile(r"[A-Z][A-Za-z]{0,3}: (?=[A-Z])")
_UNDER = frozenset("&abcdeipvnABCDEIPVNTHYSRMÀ")  # what such lines begin with
_TO = re.compile(r"An (?:das|den|die|Seine|Herrn)|To(?: the)?:?")  # alone on its line, above an address of several
_MOST_COURTESIES = 4  # lines of a close
_LONGEST_CLOSE = 160
_SPEAKER = 3  # lines with a name from which it is a speaker of a play
_LONGEST_SIGNATURE = 90
_LONGEST_LINE = 60
_LONGEST_TO = 9
_MOST_LINES = 3
_NEAR = 12  # blocks above a signature among which running text must be
# last words that are nobody's name
_LAST = frozenset(
    {
        "end",
        "the end",
        "curtain",
        "finis",
        "fin",
        "exeunt",
        "exeunt omnes",
        "amen",
        "none",
        "over",
        "end text",
        "end message",
    }
)


def closing(document: Document, blocks: list[Block]) -> list[Block]:
    """A complimentary close and the lines of the signature after it; else names at the end of the text or of a part."""
    for at, block in enumerate(blocks):
        length = block.end - block.start
        if (length >= _LONGEST_LINE and (length >= _LONGEST_CLOSE or block.text[-1] != ",")) or not block.plain:
            continue
        if is_close(block.text) or (may_close(block.text) and _leads(blocks, at)):
            block.claim("salute", "closer")
            block.first = not (at and blocks[at - 1].group == "closer")
            lines = 0
            for line in blocks[at + 1 : at + 1 + _MOST_LINES]:
                if may_close(line.text):
                    break
                if line.plain and is_dateline(line.text):
                    line.claim("dateline", "closer")
                elif line.plain and (_is_line(line.text) or (not lines and _is_name(line.text))):
                    line.claim("signed", "closer")
                    lines += 1
                else:
                    break
        elif at > 1 and block.text[0] in _HANDS and len(block.text) < _LONGEST_LINE and _HAND.match(block.text):
            if block.text[0] == "/" and blocks[at - 1].plain and is_signature(blocks[at - 1].text):
                blocks[at - 1].claim(
                    "signed", "closer"
                )  # the office above the name: "AMBASSADOR OF THE USSR", "/A. Able/"
            block.claim("signed", "closer")
            for line in blocks[at + 1 : at + _MOST_LINES]:
                if not (line.plain and is_signature(line.text)):
                    break
                line.claim("signed", "closer")
    last = _last(blocks, len(blocks))
    # in a short text what stands at its end was near enough to its top to be taken for an opener
    while last > 0 and blocks[last].group in ("", "opener") and is_classification(blocks[last].text):
        if not any(b.kind == "p" for b in blocks[:last]):
            break
        blocks[last].claim("classification", "closer")
        last = _last(blocks, last)
    ends = [at - 1 for at, b in enumerate(blocks) if len(b.text) < _LONGEST_LINE and b.plain and is_enclosure(b.text)]
    for end in sorted({*ends, last}):
        _sign(blocks, _dated(blocks, _above(blocks, end)))
    return blocks


def _last(blocks: Sequence[Block], end: int) -> int:
    """The last block before ``end`` that is text; -1 where there is none."""
    return next((at for at in range(end - 1, -1, -1) if blocks[at].kind not in ("note", "pb", "ornament")), -1)


def _leads(blocks: Sequence[Block], at: int) -> bool:
    """Whether a name follows, or another line of the close and then a name; or nothing more."""
    for block in blocks[at + 1 : at + 1 + _MOST_COURTESIES]:
        if not may_close(block.text):
            named = block.plain and (is_signature(block.text) or _is_name(block.text))
            return named and sum(1 for b in blocks if b.text == block.text) < _SPEAKER
    return at + _MOST_COURTESIES >= len(blocks)


def _above(blocks: Sequence[Block], end: int) -> int:
    """The block above what may stand under a signature: postscripts, who gets copies, who the letter goes to."""
    top = end
    for at in range(end, max(0, end - _NEAR), -1):
        block = blocks[at]
        if not block.plain and block.kind not in ("pb", "ornament"):
            break
        if block.text[0] in _UNDER and _is_under(block, last=at == top):
            top = at - 1
    return top


def _is_under(block: Block, *, last: bool) -> bool:
    """Whether a block is no part of the text and of its close; a postscript, or who the letter goes to, only as the last."""
    text = block.text
    if is_copies(text) or (len(text) < _LONGEST_TO and _TO.fullmatch(text)):
        return block.plain
    if last and len(text) < _LONGEST_SIGNATURE and (_ADDRESS.match(text) or text == "BT"):  # "BT" breaks off a teletype
        return True
    return last and block.plain and is_postscript(text)


def _dated(blocks: Sequence[Block], end: int) -> int:
    """Makes the place and day of writing that end at ``end`` part of a closer; the block above them."""
    if end < 1 or not is_dateline(blocks[end].text) or not (blocks[end].plain or blocks[end].group == "opener"):
        return end
    # in a short letter its end is near enough to its top to be taken for an opener
    if not any(b.kind == "p" and (b.prose or ended(b.text)) for b in blocks[max(0, end - _NEAR) : end]):
        return end
    blocks[end].claim("dateline", "closer")
    if blocks[end - 1].plain and is_office(blocks[end - 1].text):
        end -= 1
        blocks[end].claim("dateline", "closer")
    return end - 1


def _sign(blocks: Sequence[Block], end: int) -> None:
    """Makes the lines that end at ``end`` a signature where they are names after running text."""
    first = end + 1
    while first > 0 and blocks[first - 1].plain and is_signature(blocks[first - 1].text):
        first -= 1
        if end - first >= _MOST_LINES:
            return  # too many for a signature: a list of names
    end = next((at - 1 for at in range(first, end + 1) if _ADDRESS.match(blocks[at].text)), end)
    if first > end:
        return
    above = reversed(blocks[max(0, first - _MOST_COURTESIES) : first])
    before = next((b for b in above if b.kind not in ("pb", "ornament") and not _beside(b)), None)
    if before is None or before.group.startswith("list p") or before.kind not in ("p", "item"):
        return
    if is_copies(before.text) or (blocks[end].text[-1] == "." and before.text.isupper()):
        return  # those who get copies; the last sentence of a telegram in capitals
    closed = (
        ended(before.text) or before.text.lower() in _LAST or _CLOSED.search(before.text, max(0, len(before.text) - 60))
    )
    if before.prose or (closed and any(b.prose for b in blocks[max(0, first - _NEAR) : first])):
        for line in blocks[first : end + 1]:
            line.claim("signed", "closer")
        _dated(blocks, first - 1)


def _beside(block: Block) -> bool:
    """Whether a block may stand between the text and a name: the day of writing, or what a clerk noted."""
    return block.plain and (_REMARK.fullmatch(block.text) is not None or is_dateline(block.text))


def is_signature(text: str) -> bool:
    """Whether a block is shaped like a name or an office; a full stop that is no abbreviation's stands only after capitals.

    >>> is_signature("Arthur Radford [5] Chairman Joint Chiefs of Staff"), is_signature("That is all")
    (True, False)
    """
    if len(text) > _LONGEST_SIGNATURE or text.lower().strip(".[]") in _LAST or (text[0] == "[" and _REMARK.match(text)):
        return False
    if _SENTENCE_END.search(text):
        return _is_name(text) and text.isupper()
    return _SIGNED.fullmatch(text) is not None


def _is_name(text: str) -> bool:
    """Whether a line is a name as old printers set it: ``A. LINCOLN.``, ``Th: Jefferson``."""
    if _RAISED.match(text):
        return text.count(" ") < _MOST_WORDS and _SIGNED.fullmatch(_RAISED.sub("", text, count=1)) is not None
    return text[-1] == "." and text.count(" ") < _MOST_WORDS and _SIGNED.fullmatch(text, 0, len(text) - 1) is not None


def _is_line(text: str) -> bool:
    if _ADDRESS.match(text) or is_copies(text) or is_postscript(text) or _REMARK.match(text):
        return False
    if len(text) > _LONGEST_LINE or is_enclosure(text) or is_classification(text) or is_close(text):
        return False
    return text[-1] not in ".:;?!" or is_signature(text)

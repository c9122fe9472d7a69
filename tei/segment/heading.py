"""Titles and headings, conservatively: a line wrongly taken for a heading costs more than one left a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tei.model import Document, Field
from tei.segment.block import PROSE, Block, ended, unmarked
from tei.segment.dateline import is_date
from tei.segment.enclosure import is_enclosure
from tei.segment.label import label
from tei.segment.letter import is_classification
from tei.text import Span

__all__ = ["headings", "ornaments", "title"]

_ORNAMENT = re.compile(r"(?:[*•#~]\s?){1,12}|[-_=–—.…]{3,60}|(?:\.\s){2,20}\.?")
_NUMBERED = re.compile(r"(?:No\. )?(\d{1,4})\.? [A-Z“\"]")
_DIVISION = re.compile(
    r"(?:ACT|SCENE|PART|CHAPTER|SECTION|BOOK|Act|Scene|Part|Chapter|Section|Book) "
    r"(?:[IVXLC]{1,7}|\d{1,3}|ONE|TWO|THREE|FOUR|FIVE|One|Two|Three|Four|Five|First|FIRST|SECOND|THIRD)\b(?:[.:—– -][^\n]{0,90})?"
)
# what the parts of memoranda, estimates and telegrams are called, with or without a colon, in any case
_SECTION = re.compile(
    r"(?:the )?(?:problems?|background|discussion|recommendations?|conclusions?(?: and recommendations?)?|summary(?: and conclusions?)?|"
    r"introduction|comments?|objectives?|situation|estimate|scope(?: note)?|foreword|preface|assumptions|analysis|purpose|agenda|"
    r"facts bearing (?:up)?on the problem|action requested|talking points|issues? for decision|general considerations|"
    r"policy (?:conclusions|recommendations)|courses of action|proposal|alternatives|options|"
    r"next steps|abstract|postscript|epilogue|prologue)"
    r":?",
    re.I,
)
_POINT = re.compile(r"([IVX]{1,5}|[A-Z]|\d{1,2})\. (?=[A-Z“\"])")
# where a record is filed: "763.72/13436: Telegram", "File No. 841.857/L97", "FO 371/127755"
_FILED = re.compile(
    r"\[?(?:(?:File )?No\. |[A-Z]{1,5} )?[\w.()-]{0,12}\d[\w.()-]{0,12}(?:/[\w.()-]{1,12}){1,4}\]?(?:: [A-Z][a-z]{3,9})?"
)
_BLANKS = re.compile(r"[\s—–/-]+")
_SPEAKER = re.compile(r"[^\n:：]{1,60}(?::\s|：)")
_SMALL = frozenset("of the and in on to for a an with by at from or de vs. between as its his".split())
_LONGEST_TITLE, _LONGEST_HEADING, _LONGEST_CAPITALS = 450, 80, 120
_SENTENCE = 40  # characters from which a line that ends as a sentence counts as text under a heading
_PLAY = 4  # lines in capitals that are met again, from which lines in capitals are taken for speakers


def ornaments(document: Document, blocks: list[Block]) -> list[Block]:
    """``* * *`` and its like."""
    for block in blocks:
        if block.plain and len(block.text) < 61 and not block.text[0].isalnum() and _ORNAMENT.fullmatch(block.text):
            block.kind, block.by = "ornament", "segment.heading"
    return blocks


def title(document: Document, blocks: list[Block]) -> list[Block]:
    """The title of a record: the first block, when it looks like one and something follows it.

    A line in capitals that comes again is a speaker, and one that goes on in small letters is text. After a catalogue the
    record has a title of its own only where it repeats the catalogue's, or is in capitals.
    """
    # a page, how secret it is, or a footnote marker that stood beside the title, may be before it
    above = ("pb", "classification")
    first = next(
        (
            at
            for at, b in enumerate(blocks)
            if b.kind not in above and unmarked(b.text) and not _FILED.fullmatch(b.text)
        ),
        None,
    )
    if first is None or first > 3:
        return blocks
    block, rest = blocks[first], blocks[first + 1 : first + 12]
    text = unmarked(block.text)
    if not block.plain or not rest or _SPEAKER.match(text) or label(text) is not None:
        return blocks
    if any(f.header for f in document.fields):
        if len(text) > 1 and (text.lower() == document.text("title").lower() or (_capitals(text) and rest[0].prose)):
            _head(block)
        return blocks
    below = [b for b in rest if b.kind != "pb"]
    cut = bool(below) and below[0].text[0].islower() and below[0].text[1:2] not in (".", ")")  # no point "a."
    if cut or (text.isupper() and any(b.text == block.text for b in rest[1:])):
        return blocks
    dated = any(b.group == "opener" or b.group.startswith("list") for b in below[:2])
    numbered = _NUMBERED.match(text) is not None and len(text) < _LONGEST_TITLE
    begins = text[0].isupper() or (text[0].isalpha() and not text[0].islower())  # or in a script without case
    short = len(text) < 250 and begins and not is_date(text) and not ended(text) and text[-1] != ","
    followed = any(b.prose for b in blocks[first + 1 :]) or _talk(rest) if short and not dated else True
    if (numbered and (dated or not ended(text) or (len(text) < PROSE and not _goes_on(text, below)))) or (
        short and (dated or followed)
    ):
        _head(block)
        document.fields.append(
            Field("title", Span(block.start, block.start), (Span(block.start, block.end),), header=False)
        )
    return blocks


def _talk(blocks: Sequence[Block]) -> bool:
    """Whether lines of a conversation follow, however short: ``Clifford: Yes.``, ``Q. Why?``"""
    return sum(1 for b in blocks if _SPEAKER.match(b.text) or b.text.startswith(("Q. ", "A. "))) > 2


def _goes_on(text: str, below: Sequence[Block]) -> bool:
    """Whether a numbered line is the first of several points, and not the title of a numbered document."""
    number = _NUMBERED.match(text)
    after = str(int(number[1]) + 1) if number else ""
    return bool(after and below) and below[0].text.startswith((f"{after}. ", f"{after}) "))


def headings(document: Document, blocks: list[Block]) -> list[Block]:
    """Short lines alone that running text follows: in capitals, numbered, in title case, or with a name that parts have.

    A line in capitals or title case that is met twice may be a speaker; in a play all of them are.
    """
    plain = [b for b in blocks if b.plain]
    short = [b for b in plain if len(b.text) <= _LONGEST_CAPITALS]
    lines = Counter(b.text for b in short)
    play = sum(n for text, n in lines.items() if n > 1 and text.isupper()) >= _PLAY
    capitals = sum(len(b.text) for b in plain if b.text.isupper())
    telegram = capitals * 3 > sum(len(b.text) for b in plain)
    found = {id(b): _shape(b, lines, plain_capitals=play or telegram) for b in short}
    shapes = [found.get(id(b), "") for b in blocks]
    below: Block | None = None  # the block under the one looked at, pages apart
    for at in range(len(blocks) - 1, -1, -1):
        block, shape = blocks[at], shapes[at]
        if shape and below is not None and _heads(blocks, shapes, at, below):
            _head(block)
        if block.kind != "pb":
            below = block
    _series(blocks, shapes)
    return blocks


def _shape(block: Block, lines: Counter[str], *, plain_capitals: bool) -> str:
    """What kind of heading a block could be by its words: division, section, capitals, point, title; "" for none."""
    if is_enclosure(block.text) or _DIVISION.fullmatch(block.text):
        return "division"
    text = unmarked(block.text)
    if len(text) < _LONGEST_HEADING and _SECTION.fullmatch(text):
        return "section"
    if not text or text[-1] in ',—-”"' or ended(text) or is_classification(text) or label(text) is not None:
        return ""
    if lines[block.text] > 1:
        return ""
    if text.isupper():
        return "capitals" if _capitals(text) and not plain_capitals else ""
    if len(text) > _LONGEST_HEADING:
        return ""
    if _POINT.match(text):
        return "point"
    return "title" if _title_case(text) else ""


def _heads(blocks: Sequence[Block], shapes: Sequence[str], at: int, below: Block) -> bool:
    """Whether text, or another heading, stands under a line of that shape, and the end of a sentence above it."""
    shape = shapes[at]
    if shape == "division":
        return True
    over = next((n for n in range(at - 1, max(-1, at - 4), -1) if blocks[n].kind != "pb"), None)
    above = blocks[over] if over is not None else None
    if below.kind == "head":
        under = shape != "title"
    elif below.kind in ("item", "ornament"):
        under = shape in ("section", "capitals")
    else:
        sentence = below.prose or (shape != "title" and len(below.text) >= _SENTENCE and ended(below.text))
        under = below.plain and (sentence or (shape == "section" and below.text[0].isdigit()))
        under = (
            under
            and (below.text[0].isupper() or not below.text[0].isalpha())
            and not (shape == "title" and _SPEAKER.match(below.text))
        )
    if not under:
        return False
    if above is None:
        return shape != "title"
    if above.kind == "p":
        if ended(above.text) or (shape == "section" and not above.prose):
            return True
        return over is not None and shapes[over] != "" and shape != "title" and not _beside(above, blocks[at])
    # names stand under a dateline and among participants
    return shape != "title" or (above.kind == "head" and not above.group) or above.group == "list simple"


def _beside(above: Block, block: Block) -> bool:
    """Whether two lines are neighbours in one numbered list: then neither is a heading."""
    one, two = _number(above.text), _number(block.text)
    return one[0] != "" and one[0] == two[0]


def _series(blocks: Sequence[Block], shapes: Sequence[str]) -> None:
    """Numbered lines next in order to a heading of their kind are headings too, unless they stand in a list."""
    points = [(at, *_number(b.text)) for at, b in enumerate(blocks) if shapes[at] == "point"]
    for pairs in (pairwise(points), pairwise(points[::-1])):
        for (one, kind, n), (two, other, m) in pairs:
            line = blocks[two]
            if blocks[one].kind == "head" and line.plain and kind == other and abs(n - m) == 1 and abs(one - two) > 1:
                neighbours = [b for b in blocks[max(0, two - 1) : two + 2] if b is not line]
                if not any(b.plain and _beside(b, line) for b in neighbours):
                    _head(line)


def _number(text: str) -> tuple[str, int]:
    """The style and the value of a numbered line: ``("A", 2)`` for ``B. Brazil``; ``("", 0)`` for another."""
    match = _POINT.match(text)
    if not match:
        return "", 0
    printed = match[1]
    if printed.isdigit():
        return "1", int(printed)
    roman = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
    if printed in roman:
        return "I", roman[printed]
    return ("A", ord(printed) - 64) if len(printed) == 1 else ("", 0)


def _capitals(text: str) -> bool:
    """Two words or more in capitals."""
    return text.isupper() and sum(1 for w in _BLANKS.split(text) if len(w) > 1 and w[0].isalpha()) > 1


def _title_case(text: str) -> bool:
    words = [w for w in _BLANKS.split(text) if w[:1].isalpha()]
    if not words or len(words) > 12 or not (text[0].isupper() or text[0].isdigit()):
        return False
    return all(w[0].isupper() or w in _SMALL for w in words) and (len(words) > 1 or len(text) > 5)


def _head(block: Block) -> None:
    block.kind, block.group, block.by = "head", "", "segment.heading"

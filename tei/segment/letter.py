"""What stands around the text of letters, telegrams and memoranda: dateline, classification, salute, closer, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei.model import Document, Field
from tei.segment.block import Block, ended, unmarked
from tei.segment.dateline import day, is_clock, is_date, is_dateline
from tei.segment.enclosure import is_enclosure
from tei.segment.label import label
from tei.text import Span

__all__ = ["closing", "is_classification", "opening", "reopening"]

_TOP = 14  # blocks from the top in which an opener can stand
_BELOW = 4  # the same after the heading of an enclosure
_CLASSES = (
    r"(?:(?:absolutely|strictly|most|top|cosmic|nato|uk|us)[ -])?(?:secret|confidential|restricted|unclassified)|"
    r"limited official use|(?:for )?official use only|eyes only|special (?:folder|file)|(?-i:PERSONAL|PRIVATE|"
    r"NIACT|NODIS|EXDIS|LIMDIS|NOFORN|FLASH|PRIORITY|IMMEDIATE|OPERATIONAL IMMEDIATE)|"
    r"(?:sole|single|only) copy|(?:copy|экз\.|экземпляр|ex\.|exemplar|exemplaire) ?(?:no\.?|nº|n°|№|nr\.?|#)? ?\d{1,4}(?: of \d{1,4})?|"
    r"(?:streng )?geheim|(?:streng )?vertraulich|verschlu(?:ß|ss)sache|(?:très )?secret défense|(?:très )?confidentiel|très secret|"
    r"(?:совершенно )?секретно|особая папка|строго секретно|(?:ściśle )?tajne|szigorúan (?:titkos|bizalmas)|přísně tajné|segreto|"
    r"riservato|muy secreto|secreto|confidencial|strogo poverljivo|绝密|绝密文件|机密|秘密|극비"
)
_HANDLING = (
    r"nodis|exdis|limdis|noforn|sensitive|niact|priority|immediate|flash|urgent|us|u\.s\.|no distribution|informal|personal|private|"
    r"official(?: business)?|and|via \w{2,20}|no\. ?\d{1,5}|copy(?: no\. ?\d{1,4})?|\d{1,4}|(?-i:[A-Z]{3,12})"
)
_BETWEEN = r"[\s/,;:.—–-]{1,4}"
_CLASSIFICATION = re.compile(rf"[\[(]?(?:{_CLASSES})(?:{_BETWEEN}(?:{_CLASSES}|{_HANDLING})){{0,6}}[.!)\]]?", re.I)
_SALUTE = re.compile(
    r"(?:My )?(?:Dear(?:est)?|Esteemed|Respected|Honou?red) [^\n:;?]{2,70}[:,!]|Dear (?:Sirs?|Madam)|(?:Sirs?|Gentlemen|Madam)[:,]|"
    r"(?:Your )?(?:[A-Z][a-z]{2,10} )?(?:Excellenc(?:y|ies)|Majest(?:y|ies)|Highness|Eminence)[:,!]"
)
_CLOSER = re.compile(
    r"(?:(?:Yours )?(?:very )?(?:sincerely|truly|faithfully|respectfully|cordially|fraternally)(?: yours)?|Respectfully submitted|"
    r"(?:With )?(?:my )?(?:best|kind|kindest|warm|warmest|high|highest)(?: personal)? (?:regards|wishes|esteem|respects?)|"
    r"Your obedient servant|(?:With )?(?:communist|comradely|fraternal) greetings?|Yours(?: ever)?)[,.!]?(?:\s?\[\d{1,3}\])?",
    re.I,
)
_CLOSED = re.compile(
    r"\b(?:sincerely|truly|faithfully|respectfully|cordially|regards|wishes|esteem)\b[\w ]{0,20},$", re.I
)
# a name, an office, a rank: words in capitals, small ones between them, notes; each word after a separator, so that
# there is one way to read it
_WORD = r"[\[(“\"]?[^\W\d_a-zß-öø-ÿ][\w.’'`\[\])-]*"
_SMALL = r"(?:of|the|and|for|to|in|de|van|von|der|den|la|del|da|bin|ibn|al|ben|y|e|a\.i\.|jr\.?|sr\.?|\[\d{1,3}\])"
_SIGNED = re.compile(rf"(?:/[sS]/\s?)?{_WORD}(?:(?:, ?|\s){{1,2}}(?:{_WORD}|{_SMALL})){{0,11}}[,”\"]?")
_SENTENCE_END = re.compile(r"(?<![\W\d_])[^\W\d_]{5,}\.$")
_HAS_FIGURE = re.compile(r"\d|noon|midnight", re.I)
# a signature that says so: "/s/ Dean Rusk", "[signature] (V. Ivanov)", "gez. Winzer", "Signé : Dejean"
_HAND = re.compile(
    r"(?:/[sS]/|\[(?:signature|signed|подпись)\]|\([Ss]igned\)|Signed:|[Gg]ez\.|Signé\s?:|[Пп]одпис(?:ь|ал):?)\s?\S"
)
_HANDS = frozenset("/[(SGgПп")
# who a letter goes to, under its signature
_ADDRESS = re.compile(
    r"(?:His|Her|Their|Your) (?:Excellenc|Majest|Highness|Eminence|Holiness|Grace|Lordship)|The (?:Right )?Hono[u]?rable|To: "
)
_COLONS = frozenset(":：")
_FIELDS = frozenset({"subject", "correspondence", "reference", "participants"})
_LONGEST_SIGNATURE = 90
_LONGEST_LINE = 60
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


def opening(document: Document, blocks: list[Block]) -> list[Block]:
    """Dateline, classification and salute near the top, and the record's own ``Time: …``, ``Location: …``."""
    titled = False
    for at, block in enumerate(blocks[:_TOP]):
        if (
            not block.plain
            or _open(document, block, blocks[at - 1] if at else None)
            or _open_pair(document, blocks, at)
        ):
            continue
        # the title may be long, and end in "p.m."; a sentence is the text, and the opener is over
        dated = at + 1 < len(blocks) and is_dateline(blocks[at + 1].text)
        if block.prose and (found := label(block.text)) and found.name in _FIELDS:
            continue  # a long subject
        if block.prose and (titled or (ended(block.text) and not dated)):
            break
        titled = titled or len(block.text) > _LONGEST_LINE
    return blocks


def reopening(document: Document, blocks: list[Block]) -> list[Block]:
    """Dateline, classification and salute after the heading of an enclosure."""
    for at, block in enumerate(blocks):
        if block.kind == "head" and not block.group and at:
            for below in blocks[at + 1 : at + 1 + _BELOW]:
                if below.plain and not _open(document, below, record=False) and below.prose:
                    break
    return blocks


def _open(document: Document, block: Block, after: Block | None = None, *, record: bool = True) -> bool:
    """Makes a block part of an opener where it is one; with the fields of the record (``Time: …``) at its top."""
    text, start = block.text, block.start
    if record and len(text) < 200 and (found := label(text)) and found.name in ("time", "location", "date"):
        if found.value >= len(text) or not _COLONS.intersection(text[found.end : found.value]):
            return False
        _claim(block, "dateline", "opener")
        document.fields.append(
            Field(
                found.name,
                Span(start + found.start, start + found.end),
                (Span(start + found.value, block.end),),
                header=False,
            )
        )
    elif is_dateline(text) or is_date(unmarked(text)):
        _claim(block, "dateline", "opener")
        printed = day(text, start)
        if record and printed and document.field("date") is None:
            document.fields.append(Field("date", Span(start, start), (printed,), header=False))
    elif is_classification(text):
        _claim(block, "classification", "opener")
    elif after is not None and after.kind == "dateline" and is_clock(text):
        _claim(block, "dateline", "opener")
    elif len(text) < 80 and _SALUTE.fullmatch(text):
        _claim(block, "salute", "opener")
    else:
        return False
    return True


def _open_pair(document: Document, blocks: list[Block], at: int) -> bool:
    """Makes ``Time:`` alone on its line, and what stands under it, part of an opener."""
    block = blocks[at]
    found = label(block.text)
    if found is None or found.name not in ("time", "location", "date") or found.value < len(block.text):
        return False
    value = next(iter(blocks[at + 1 : at + 2]), None)
    if value is None or not value.plain or value.prose:
        return False
    if (other := label(value.text)) is not None:
        if other.name:  # nothing stands under it
            _claim(block, "dateline", "opener")
        return bool(other.name)
    if ended(value.text) if found.name == "location" else not _HAS_FIGURE.search(value.text):
        return False
    for part in (block, value):
        _claim(part, "dateline", "opener")
    printed = Span(block.start + found.start, block.start + found.end)
    document.fields.append(Field(found.name, printed, (Span(value.start, value.end),), header=False))
    return True


def is_classification(text: str) -> bool:
    """Whether a block says how secret the record is, or how to handle it, and nothing else.

    >>> is_classification("Top Secret Priority"), is_classification("Secret talks")
    (True, False)
    """
    return len(text) < 90 and _CLASSIFICATION.fullmatch(text) is not None


def closing(document: Document, blocks: list[Block]) -> list[Block]:
    """A complimentary close and the lines of the signature after it; else names at the end of the text or of a part."""
    for at, block in enumerate(blocks):
        if len(block.text) < _LONGEST_LINE and block.plain and _CLOSER.fullmatch(block.text):
            _claim(block, "salute", "closer")
            block.first = not (at and blocks[at - 1].group == "closer")
            for line in blocks[at + 1 : at + 1 + _MOST_LINES]:
                if not (line.plain and _is_line(line.text)):
                    break
                _claim(line, "signed", "closer")
        elif (
            at > 1
            and block.plain
            and block.text[0] in _HANDS
            and len(block.text) < _LONGEST_LINE
            and _HAND.match(block.text)
        ):
            _claim(block, "signed", "closer")
            for line in blocks[at + 1 : at + _MOST_LINES]:
                if not (line.plain and is_signature(line.text)):
                    break
                _claim(line, "signed", "closer")
    last = _last(blocks, len(blocks))
    # in a short text what stands at its end was near enough to its top to be taken for an opener
    while last > 0 and blocks[last].group in ("", "opener") and is_classification(blocks[last].text):
        if not any(b.kind == "p" for b in blocks[:last]):
            break
        _claim(blocks[last], "classification", "closer")
        last = _last(blocks, last)
    ends = [at - 1 for at, b in enumerate(blocks) if len(b.text) < _LONGEST_LINE and b.plain and is_enclosure(b.text)]
    for end in sorted({*ends, last}):
        _sign(blocks, end)
    return blocks


def _last(blocks: Sequence[Block], end: int) -> int:
    """The last block before ``end`` that is text; -1 where there is none."""
    return next((at for at in range(end - 1, -1, -1) if blocks[at].kind not in ("note", "pb", "ornament")), -1)


def _sign(blocks: Sequence[Block], end: int) -> None:
    """Makes the lines that end at ``end`` a signature where they are names after running text."""
    first = end + 1
    while first > 0 and blocks[first - 1].plain and is_signature(blocks[first - 1].text):
        first -= 1
        if end - first >= _MOST_LINES:
            return  # too many for a signature: a list of names
    if first > end:
        return
    before = next((b for b in reversed(blocks[max(0, first - 3) : first]) if b.kind not in ("pb", "ornament")), None)
    if before is None or before.group.startswith("list p") or before.kind not in ("p", "item"):
        return
    closed = (
        ended(before.text) or before.text.lower() in _LAST or _CLOSED.search(before.text, max(0, len(before.text) - 60))
    )
    if before.prose or (closed and any(b.prose for b in blocks[max(0, first - _NEAR) : first])):
        for line in blocks[first : end + 1]:
            _claim(line, "signed", "closer")


def is_signature(text: str) -> bool:
    """Whether a block is shaped like a name or an office.

    >>> is_signature("Arthur Radford [5] Chairman Joint Chiefs of Staff"), is_signature("That is all")
    (True, False)
    """
    if len(text) > _LONGEST_SIGNATURE or text.lower().strip(".[]") in _LAST or _SENTENCE_END.search(text):
        return False
    return _SIGNED.fullmatch(text) is not None


def _is_line(text: str) -> bool:
    if _ADDRESS.match(text):
        return False
    if len(text) > _LONGEST_LINE or is_enclosure(text) or is_classification(text) or _CLOSER.fullmatch(text):
        return False
    return text[-1] not in ".:;?!" or is_signature(text)


def _claim(block: Block, kind: str, group: str) -> None:
    block.kind, block.group, block.by = kind, group, "segment.letter"

"""What stands above the text of letters, telegrams and memoranda: dateline, classification, salute."""

from __future__ import annotations

import re

from tei.model import Document, Field
from tei.segment.block import Block, ended, unmarked
from tei.segment.courtesy import is_salute
from tei.segment.dateline import day, is_clock, is_date, is_dateline, is_office
from tei.segment.label import label
from tei.text import Span

__all__ = ["is_classification", "opening", "reopening"]

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
_COLONS = frozenset(":：")
_FIELDS = frozenset({"subject", "correspondence", "reference", "participants"})
_LONGEST_LINE = 60
_HAS_FIGURE = re.compile(r"\d|noon|midnight", re.I)


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
            above = block
            for below in blocks[at + 1 : at + 1 + _BELOW]:
                if (
                    below.plain
                    and not _open(document, below, above, record=False)
                    and (below.prose or ended(below.text))
                ):
                    break
                above = below
    return blocks


def _open(document: Document, block: Block, after: Block | None = None, *, record: bool = True) -> bool:
    """Makes a block part of an opener where it is one; with the fields of the record (``Time: …``) at its top."""
    text, start = block.text, block.start
    if record and len(text) < 200 and (found := label(text)) and found.name in ("time", "location", "date"):
        if found.value >= len(text) or not _COLONS.intersection(text[found.end : found.value]):
            return False
        block.claim("dateline", "opener")
        document.fields.append(
            Field(
                found.name,
                Span(start + found.start, start + found.end),
                (Span(start + found.value, block.end),),
                header=False,
            )
        )
    elif is_dateline(text) or is_date(unmarked(text)):
        block.claim("dateline", "opener")
        if after is not None and after.plain and is_office(after.text) and not is_salute(after.text):
            after.claim("dateline", "opener")
        printed = day(text, start)
        if record and printed and document.field("date") is None:
            document.fields.append(Field("date", Span(start, start), (printed,), header=False))
    elif is_classification(text):
        block.claim("classification", "opener")
    elif after is not None and after.kind == "dateline" and is_clock(text):
        block.claim("dateline", "opener")
    elif is_salute(text):
        block.claim("salute", "opener")
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
            block.claim("dateline", "opener")
        return bool(other.name)
    if ended(value.text) if found.name == "location" else not _HAS_FIGURE.search(value.text):
        return False
    for part in (block, value):
        part.claim("dateline", "opener")
    printed = Span(block.start + found.start, block.start + found.end)
    document.fields.append(Field(found.name, printed, (Span(value.start, value.end),), header=False))
    return True


def is_classification(text: str) -> bool:
    """Whether a block says how secret the record is, or how to handle it, and nothing else.

    >>> is_classification("Top Secret Priority"), is_classification("Secret talks")
    (True, False)
    """
    return len(text) < 90 and _CLASSIFICATION.fullmatch(text) is not None

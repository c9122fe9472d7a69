"""What stands around the text of letters, telegrams and memoranda: dateline, classification, salute, closer, signature."""

from __future__ import annotations

import re

from tei.model import Document, Field
from tei.segment.block import Block
from tei.segment.front import is_date
from tei.segment.label import label
from tei.text import Span

__all__ = ["closing", "opening"]

_TOP = 14  # blocks from the top in which an opener can stand
_PLACE_DATE = re.compile(
    r"\[?\s?(?:[A-Z][^\d\n:]{1,60}, ?)?(?:[A-Z][a-zé]{2,9}\.? \d{1,2}(?:[–-]\d{1,2})?, ?\d{4}|\d{1,2}\.? [A-Z][a-zé]{2,9}\.?,? \d{4}|undated)\b"
    r"[^\n]{0,60}"
)
_CLASSES = r"(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|LIMITED OFFICIAL USE|OFFICIAL USE ONLY|PERSONAL|PRIVATE)"
_HANDLING = (
    r"(?:NODIS|EXDIS|LIMDIS|NOFORN|EYES ONLY|SENSITIVE|NIACT|PRIORITY|IMMEDIATE|FLASH|URGENT|NO DISTRIBUTION|"
    r"[A-Z]{3,12})"
)
_CLASSIFICATION = re.compile(rf"\(?{_CLASSES}(?:[\s/,;.—–-]+(?:{_CLASSES}|{_HANDLING})){{0,6}}[.)]?", re.I)
_SALUTE = re.compile(r"(?:My )?Dear(?:est)? [^\n:]{2,70}[:,]|(?:Your )?Excellenc(?:y|ies)[:,!]|Sirs?[:,]|Gentlemen[:,]|Dear (?:Sirs?|Madam)[:,]?")
_CLOSER = re.compile(
    r"(?:(?:Yours )?(?:very )?(?:sincerely|truly|faithfully|respectfully|cordially)(?: yours)?|Respectfully submitted|"
    r"(?:With )?(?:best|kind|kindest|warm|warmest)(?: personal)? (?:regards|wishes)|Your obedient servant|"
    r"(?:With )?(?:communist|comradely) greetings?)[,.]?",
    re.I,
)
_NAME = r"[^\W\d_a-z][\w.’'`-]*"
_SIGNED = re.compile(rf"(?:/s/ ?)?{_NAME}(?: (?:{_NAME}|de|van|von|der|la|del|da|bin)){{0,4}}(?:, Jr\.?)?,?(?: ?\[\d{{1,3}}\])?")
_LONGEST_SIGNATURE = 60


def opening(document: Document, blocks: list[Block]) -> list[Block]:
    """Dateline, classification and salute near the top, and the record's own ``Time: …``, ``Location: …``."""
    first = next((b for b in blocks if b.kind != "pb"), None)  # the title may be long
    for block in blocks[:_TOP]:
        if not block.plain:
            continue
        found = label(block.text) if len(block.text) < 200 else None
        if found and found.name in ("time", "location", "date") and found.value < len(block.text) and block.text[found.printed : found.printed + 2].lstrip()[:1] == ":":
            _claim(block, "dateline", "opener")
            start = block.start
            document.fields.append(
                Field(found.name, Span(start, start + found.printed), (Span(start + found.value, block.end),), header=False)
            )
        elif len(block.text) < 120 and (is_date(_bare(block.text)) or _PLACE_DATE.fullmatch(_bare(block.text))):
            _claim(block, "dateline", "opener")
        elif len(block.text) < 90 and block.text[:14].isupper() and _CLASSIFICATION.fullmatch(block.text):
            _claim(block, "classification", "opener")
        elif len(block.text) < 80 and _SALUTE.fullmatch(block.text):
            _claim(block, "salute", "opener")
        elif block.prose and block is not first:
            break
    return blocks


def closing(document: Document, blocks: list[Block]) -> list[Block]:
    """A complimentary close and the lines of the signature after it; else a name alone at the end of the text."""
    last = next((at for at in range(len(blocks) - 1, -1, -1) if blocks[at].kind not in ("note", "pb", "ornament")), -1)
    for at, block in enumerate(blocks):
        if block.plain and len(block.text) < 60 and _CLOSER.fullmatch(block.text):
            _claim(block, "salute", "closer")
            block.first = True
            for line in blocks[at + 1 : at + 4]:
                if not (line.plain and len(line.text) <= _LONGEST_SIGNATURE and line.text[-1] not in ".:;?!"):
                    break
                _claim(line, "signed", "closer")
    if last > 0 and blocks[last].plain and _signature(blocks[last].text) and _text_before(blocks, last):
        _claim(blocks[last], "signed", "closer")
    return blocks


def _text_before(blocks: list[Block], at: int) -> bool:
    """Whether running text (not a list, not another short line) stands before the signature."""
    before = next((b for b in reversed(blocks[:at]) if b.kind != "pb"), None)
    return before is not None and before.kind == "p" and before.prose


def _signature(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNATURE and _SIGNED.fullmatch(text) is not None


def _bare(text: str) -> str:
    """A dateline without the footnote marker and the full stop at its end."""
    return re.sub(r"\s?\[\d{1,3}\]$", "", text).rstrip(". ")


def _claim(block: Block, kind: str, group: str) -> None:
    block.kind, block.group, block.by = kind, group, "segment.letter"

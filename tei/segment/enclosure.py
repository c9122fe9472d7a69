"""The line that begins an enclosure: ``[Enclosure]``, ``Attachment 2``, ``Tab A[3]``."""

from __future__ import annotations

import re

__all__ = ["is_enclosure"]

_LONGEST = 60
_ENCLOSURE = re.compile(
    r"\[?(?:Sub)?(?:Enclosure|Attachment|Annex|Appendix|Tab|Supplement|Addendum|Inclosure)"
    r"(?: (?:No\. ?)?(?:\d{1,2}|[A-Z]|[IVX]{1,5}))?"
    r"(?: (?:in|to) (?:No\.|Despatch|Dispatch)(?: No\.)? ?\d{1,5})?"
    r"(?:\.? ?[—–-]{1,2} ?(?:Copy|Extracts?|Translation|Telegram|Paraphrase|Draft|"
    r"(?:Tab|Annex|No\.?) ?\w{1,3})\.?)?\.?\]?:?\s?(?:\[\d{1,3}\])?",
    re.I,
)


def is_enclosure(text: str) -> bool:
    """Whether a block is nothing but the name of an enclosure.

    >>> is_enclosure("[Enclosure—Copy]"), is_enclosure("Enclosure of land")
    (True, False)
    """
    return len(text) <= _LONGEST and _ENCLOSURE.fullmatch(text) is not None

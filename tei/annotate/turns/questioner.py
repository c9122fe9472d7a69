"""Who ``Q.`` is: whom the record names as the interviewer, or the counsel whose examination begins.

``Interviewed by: Charles Kennedy`` holds for a whole interview, ``BY MR. STRYKER:`` in a court up to the next such line.
A line that names two leaves the question open.
"""

from __future__ import annotations

import re

from tei.annotate.turns.extent import Place
from tei.annotate.turns.who import Cast

__all__ = ["questioners"]

_LONGEST = 200  # characters of a line that names who asks
_NAMES = re.compile(
    r"(?:(?P<counsel>BY|By)\s(?=(?:MR|MRS|MS|MISS|DR|GEN|GENERAL|COL|COLONEL|CAPT|CAPTAIN|LT|Mr|Mrs|Ms|Miss|Dr|Gen|Col|Lt)\b)[^\n:]{3,60}:\s*\Z"
    r"|(?i:interviewed\sby|interviewers?|interview\s(?:conducted\s)?by|questions\sby|questioned\sby|interrogated\sby|examination\sby)\b)"
)
_EXAMINATION = re.compile(
    r"(?:(?:FURTHER|CONTINUED)\s)?(?:RE-?)?(?:DIRECT|CROSS)[\s-](?:RE-?)?EXAMINATION\b[^\n]{0,40}\Z|EXAMINATION\Z"
)


def questioners(text: str, where: Place, cast: Cast) -> tuple[dict[int, str], frozenset[int]]:
    """Who asks from a leaf on (``""``: open again), by its number; the lines of a court that belong to no turn."""
    asks: dict[int, str] = {}
    ends: set[int] = set()
    for number, leaf in enumerate(where.leaves):
        start, end = leaf.span
        if end - start > _LONGEST or text[start] not in "BIEQDCRFbieq":
            continue
        if leaf.kind in ("p", "head") and _EXAMINATION.match(text, start, end):
            ends.add(number)
            asks[number] = ""
            continue
        found = _NAMES.match(text, start, end)
        if found:
            named = {name[2] for name in cast.within(leaf.span) if name[2]}
            asks[number] = named.pop() if len(named) == 1 else ""
            if found["counsel"]:
                ends.add(number)
    return asks, frozenset(ends)

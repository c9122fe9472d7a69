"""Records in reported speech: ``Ambassador Pan said that …`` opens a turn; inside one it is ``said``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tei.annotate.turns.evidence import Speakers
from tei.annotate.turns.extent import Opening, Place
from tei.annotate.turns.vocabulary import SPEECH
from tei.annotate.turns.who import Cast
from tei.model import Mark
from tei.text import Span

__all__ = ["record", "said"]

# of a title in small letters: to ignore case takes several times as long
_TITLE = re.compile(
    r"\b(?:record|memorand\w*|minutes?|notes?|report|transcript|summary|protocol|account)\s(?:of|on)\s(?:an?\s|the\s)?"
    r"(?:\w+\s){0,3}?(?:conversations?|talks?|discussions?|meetings?|interviews?|call)\b|\bconversation\s(?:between|with|of)\b"
)
# what may stand before the name: `In reply, `, `With regard to Syria, `, `Jordan—`
_LEAD = re.compile(
    r"(?:(?:In|With|As|Regarding|On|Concerning|Turning|Returning|Referring|Responding|Replying|Commenting|Continuing"
    r"|Concluding|Summing)\s[^.!?:;\n]{0,80},\s|(?:Then|Next|Finally|Again|Lastly|Thereupon|Subsequently|First|Afterwards?),?\s"
    r"|[A-Z][^.!?:;,\n—]{0,40}—)?(?:[Tt]he\s)?"
)
_ADVERB = (
    r"(?:(?:first|also|then|again|next|further|further\s?more|once|finally|thereupon|immediately|therefore"
    r"|in\s(?:turn|reply|response)|\w+ly),?\s){0,2}"
)
# brackets after the name are another form of it
_VERB = re.compile(rf"(?:\s\[[^\[\]\n]{{1,60}}\])?,?\s(?:\([^()\n]{{1,60}}\)\s)?{_ADVERB}(?:had\s)?(?:{SPEECH})\b")
_CLAUSE = re.compile(
    rf"(?:\s\[[^\[\]\n]{{1,60}}\])?\s{_ADVERB}(?:(?:said|stated|replied|answered|explained|added|noted|remarked|observed|declared|pointed\sout"
    r"|emphasi[sz]ed|stressed|indicated|responded(?:\sto\sthis)?(?:\sby\ssaying)?|argued|claimed|insisted|told\s[^.,;:\n]{1,60}?|proposed|admitted"
    r"|had\sto\sadmit|mentioned|reiterated|repeated|recalled)\sthat\b"
    r"|said(?=,?\s[a-z“\"])(?!\s(?:nothing|goodbye|farewell|in\sthe|at\sthe|on\sthe|to\s|so\b|yesterday|today|earlier|before|last\s|this\smorning))"
    r"|(?:asked|inquired|enquired|wondered)(?:\s(?:us|me|him|her|them))?(?:,\s|\s(?:whether|if|what|why|how|when|where|who|which|about)\b))"
)
_RELATIVE = re.compile(r"\b(?:what|which|as|than)\s(?:the\s)?\Z", re.IGNORECASE)  # `what Mr. Rusk said`
_STOP = re.compile(r"[.!?](?:[\"”’)\]]{0,3})(?=\s+[\"“‘(\[]{0,2}[A-ZА-ЯÀ-Þ]|\s*\Z)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[“\"])(?:[A-Z](?:\.[A-Z])*|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|No|St|Amb|Lt|Capt|Adm|Hon|Messrs|vs|Jr|Sr)\Z"
)
_LEAST = 0.34  # share of the paragraphs that open a reported turn in such a record
_SUBJECT = re.compile(
    r"(?:The|In\s(?:reply|response|answer)[^.\n]{0,40}?\sthe)\s(?:\w+\s){0,2}?(?:President|Secretary|Ambassador|Minister|Chairman|Premier|Chancellor"
    r"|General|Senator|King|Shah|Director|Marshal|Delegate|Counselor|Chargé|other|latter|former)\b"
    # what the whole company did, or the writer of the record says
    r"|(?:It\swas|There\s(?:was|were|followed|ensued)|(?:After|In|During|Following)\s(?:some|further|the\s(?:ensuing|course)|an?\s|this\s(?:dis|con))"
    r"|Both\s|All\s(?:present|agreed|the\s)|General\sagreement|Everyone|(?:A|The|Some|Further)\s(?:\w+\s)?(?:discussion|conversation|meeting|group"
    r"|exchange|talks?|committee|council|delegations?|sides?|two|following|foregoing|above|participants|undersigned))\b|\[|\*"
)

# the speaker of the paragraph before, still
_GOES_ON = re.compile(r"(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|You|Yes|No|Our|My|His|Her)\b")
# somebody speaks whom no mark names: `Lord Hood said`
_UNNAMED = re.compile(rf"(?:[A-Z][\w.'’-]*\s){{1,5}}{_ADVERB}(?:had\s)?(?:{SPEECH})\b")


def record(
    text: str, title: str, where: Place, cast: Cast, speakers: Speakers, excluded: Iterable[int]
) -> tuple[dict[int, Opening], frozenset[int]]:
    """The paragraphs that open reported turns, and those that end a turn and belong to none.

    Only in a record of a conversation (its title says so) between people whom the title or the list of
    participants names, two of whom open paragraphs with a verb of speech; else nothing. Where a record has
    labels too and is mostly narrated, what it narrates ends the labelled turns.
    """
    if not _TITLE.search(title.lower()):
        return {}, frozenset()
    out = set(excluded)
    openings: dict[int, Opening] = {}
    ends: set[int] = set()
    narrated: set[int] = set()
    paragraphs = 0
    for number, leaf in enumerate(where.leaves):
        if leaf.kind != "p" or number in where.nested or number in out:
            continue
        paragraphs += 1
        who, speaks = _opener(text, leaf.span, cast)
        if speaks:
            narrated.add(number)
        if who and speaks:
            openings[number] = Opening(who, reported=True)
        elif speaks or who is None:
            ends.add(number)
    if speakers.labels:
        return {}, frozenset(narrated) if len(narrated) >= len(speakers.labels) else frozenset()
    if len({o.who for o in openings.values()}) < 2 or len(openings) < _LEAST * paragraphs:
        return {}, frozenset()
    return openings, frozenset(ends)


def _opener(text: str, span: Span, cast: Cast) -> tuple[str | None, bool]:
    """Who opens a paragraph, and whether with a verb of speech.

    The id is a participant's; ``None`` is somebody or something else, ``""`` nobody: the paragraph goes on.
    """
    start, end = span
    for name in cast.within(Span(start, min(end, start + 140))):
        if not (name[0] == start or _LEAD.fullmatch(text, start, name[0])):
            continue
        if _VERB.match(text, name[1], min(end, name[1] + 160)):
            return (name[2] if name[2] and cast.takes_part(name[2]) else None), True
        if name[0] <= start + len("The "):
            return None, False
    subject = _SUBJECT.match(text, start, end)
    if subject:
        return None, bool(_VERB.match(text, subject.end(), min(end, subject.end() + 160)))
    if _GOES_ON.match(text, start, end):
        return "", False
    lead = _LEAD.match(text, start, min(end, start + 140))
    if _UNNAMED.match(text, lead.end() if lead else start, min(end, start + 200)):
        return None, True
    sentence = _sentence_end(text, start, min(end, start + 140)) or min(end, start + 140)
    if any(name[2] and cast.takes_part(name[2]) for name in cast.within(Span(start, sentence))):
        return None, False
    return "", False


def said(text: str, turns: Iterable[tuple[Mark, int]], where: Place, cast: Cast) -> Iterator[Mark]:
    """Speech reported inside turns, a sentence each: ``Premier Zhou said that …``.

    ``turns`` are the ``sp`` marks and where their own words begin. The mark runs from the speaker's name to
    the end of the sentence; a sentence whose brackets do not close is left alone.
    """
    spans = [(leaf.span, leaf) for leaf in where.leaves if leaf.kind in ("p", "item")]
    at = 0
    for turn, begin in turns:
        while at < len(spans) and spans[at][0].end <= turn.span.start:
            at += 1
        last = begin
        for number in range(at, len(spans)):
            block = spans[number][0]
            if block.start >= turn.span.end:
                break
            for name in cast.within(Span(max(block.start, begin), block.end)):
                if (
                    name[0] < last
                    or not name[2]
                    or _RELATIVE.search(text, max(block.start, name[0] - 12), name[0])
                    or not _CLAUSE.match(text, name[1], min(block.end, name[1] + 160))
                ):
                    continue
                stop = _sentence_end(text, name[1], min(block.end, name[1] + 2000))
                if stop is None:
                    continue
                first, who = _company(text, name, last, cast)
                span = Span(first, stop)
                if text.count("[", *span) != text.count("]", *span) or text.count("(", *span) != text.count(")", *span):
                    continue
                last = stop
                yield Mark("said", span, {"who": who, "direct": "false"}, by="turns", cert="medium")


def _company(text: str, name: tuple[int, int, str], after: int, cast: Cast) -> tuple[int, str]:
    """Where the speaker's name begins, and the pointer; two where ``Brezhnev and Kosygin`` speak as one."""
    first, who = name[0], f"#{name[2]}"
    if text.endswith(" and ", 0, first):
        before = cast.ending(first - len(" and "))
        if before and before[2] and before[0] >= after:
            return before[0], f"#{before[2]} {who}"
    return first, who


def _sentence_end(text: str, start: int, end: int) -> int | None:
    for found in _STOP.finditer(text, start, end):
        if text[found.start()] == "." and _ABBREVIATED.search(text, max(start, found.start() - 12), found.start()):
            continue
        return found.end()
    return None

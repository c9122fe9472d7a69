"""What editors, stenographers and censors remark in brackets, beyond the forms of ``bracket_kinds``.

Only phrases that no writer of a record would need in a sentence of his: ``[cut]`` and ``[attached]`` may be a
word that an editor supplied, ``[cut by the censor]`` and ``[not attached]`` are remarks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tei.annotate.measure import measure_illegible, measure_redacted

__all__ = ["remark"]

_Reader = Callable[[str], Mapping[str, str]]


def _nothing(words: str) -> Mapping[str, str]:
    return {}


def _page(words: str) -> Mapping[str, str]:
    found = re.search(r"\d{1,5}[a-z]?", words)
    return {"n": found[0]} if found else {}


_TEXT = r"(?:text|document|copy|record|transcript|manuscript|letter|telegram|page|sentence|paragraph|entry|list|tape|recording|draft)"
_PART = r"(?:words?|names?|lines?|passages?|paragraphs?|sentences?|pages?|portions?|sections?|parts?|texts?|titles?|sources?)"
_HELD = (
    r"(?:censored|suppressed|withheld|closed|restricted|exempt(?:ed)?|withdrawn|removed|cut|deleted|redacted|excised)"
)
_BY = r"(?:by|under|for|on|from|pursuant\sto|in\saccordance\swith)"
# what an editor or an archive calls who annotates
_NOTER = (
    r"(?:archiv(?:ist|e)|transcriber|typist|publisher|compiler|cataloguer|cataloger|author|interviewer|reporter|interpreter"
    r"|stenographer|reviewer|annotator|cwihp|nara|staff|editor|original|document|source)"
)
_ROWS: tuple[tuple[re.Pattern[str], str, Mapping[str, str], _Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), kind, attrs, read)
    for pattern, kind, attrs, read in (
        (
            r"(?:(?:begin(?:ning)?|start|top)\s(?:of\s)?(?:page|p\.)\s\d{1,5}|(?:page|p\.?)\s\d{1,5}(?:\s(?:begins|starts|follows))?:?"
            r"|ff?\.\s?\d{1,4}\s?[rv])\.?",
            "pb",
            {},
            _page,
        ),
        # notes
        (
            r"(?-i:T\.?\s?N\.?)\s?[:.–—-].{1,}|tr\.?\snotes?\s?[:.–—-].{1,}|.{1,400}\s?(?:--|[—–])\s?(?:translator|trans\.|tr\.)(?:['’]?s?['’]?\snote)?",
            "note",
            {"type": "translator"},
            _nothing,
        ),
        (
            rf"(?:.{{1,40}}\s)?{_NOTER}(?:['’]?s?['’]?)?\snotes?\s?(?:[:.–—-]|--).{{1,}}"
            r"|.{1,400}\s?(?:--|[—–])\s?(?:eds?\.|editors?)(?:['’]?s?['’]?\snote)?"
            r"|(?:.{1,30}\s)?(?:in|on|from)\s(?:the\s)?(?:left\s|right\s|top\s|bottom\s|upper\s|lower\s)?(?:margins?|pencil|ink|handwriting|shorthand)\b(?:\s?[:,].{1,}|.{0,40})"
            r"|(?:left|right|top|bottom)?\s?margin\s?:.{1,}|marginalia|(?:.{1,20}\s)?by\shand\s?:.{1,}"
            r"|(?:handwritten|typed|typewritten|pencilled|penciled|stamped|initialed|initialled|signed|underlined|deleted|added|inserted)"
            r"(?:\s(?:in|by|on|at|with|marginal|note|comment|words?|text|passage|original|hand|the|a)){0,5}\s?:.{1,}"
            r"|(?:crossed|struck|scratched)\s(?:out|through)(?:\s?:.{1,}|\s.{0,60})"
            r"|(?:speak(?:s|ing)|said|replies|continues)\sin\s(?-i:[A-Z])[a-z]{3,12}\.?|original\s(?:is\s)?in\s(?-i:[A-Z])[a-z]{3,12}\.?"
            r"|not\s(?:attached|found|further\sidentified|enclosed|dated|signed|extant|preserved)(?:\s.{1,40})?\.?|undated|no\sdate|n\.\s?d\.|s\.\s?d\."
            r"|(?:date|name|identity|spelling|reading|author|addressee|attribution)\s(?:is\s)?(?:uncertain|unknown|doubtful|unclear|not\sgiven|not\sindicated)\.?"
            r"|s/|/s/|l\.?\s?s\.|(?:round|square|official|red|rubber)\s(?:stamp|seal)\b.{0,60}",
            "note",
            {"type": "editorial"},
            _nothing,
        ),
        # gaps
        (
            rf"(?:.{{1,60}}\s)?{_PART}\s(?:is\s|are\s|was\s|were\s)?{_HELD}\s{_BY}\s.{{1,80}}"
            rf"|(?:.{{1,30}}\s)?{_PART}\s(?:is\s|are\s|was\s|were\s)?(?:censored|suppressed)\.?"
            r"|(?:withdrawn|exempt(?:ed)?|removed|restricted|closed|censored|suppressed)\s(?:by|under|pursuant\sto)\s.{1,80}"
            r"|.{1,80}\b(?:has|have)\snot\sbeen\s(?:declassified|released)\.?",
            "gap",
            {"reason": "redacted"},
            measure_redacted,
        ),
        (
            r"(?:foia|exemptions?)\s?\(?b\)?\s?\(?\d\)?.{0,30}|b\s?\(\d\)|(?-i:PII|FOIA|SANITIZED\sCOPY|XXX+\s\w+\sXXX+)",
            "gap",
            {"reason": "redacted"},
            _nothing,
        ),
        (
            r"(?:.{1,30}\s)?(?:illeg|unread)\.?|(?:.{1,30}\s)?(?:ink\s?(?:blot|stain)|stained|water\sdamage|burn\shole|hole\sin\s(?:the\s)?\w+)"
            r"|(?:.{1,30}\s)?(?:groups?|gps?\.|ciphers?|portion|word)\s(?:corrupt|undec\.?|undecypher(?:able|ed)|undecipher(?:able|ed)|mutilated|indecypherable)"
            r"|(?:corrupt|mutilated|undecypherable)\s(?:groups?|gps?\.|passage|text)|(?:groups?|gps?\.)\sundec\.?",
            "gap",
            {"reason": "illegible"},
            measure_illegible,
        ),
        (
            r"(?:.{1,30}\s)?(?:inaud|unintel|indecipherable\sspeech)\.?|(?:.{1,30}\s)?(?:indiscernible|unhearable)|mumbl(?:es|ing)"
            r"|(?:\w{1,12},?\s){0,5}(?:words?|sentences?|phrases?|lines?|minutes?|seconds?)\s(?:inaudible|unintelligible|unclear|indistinct)\.?",
            "gap",
            {"reason": "inaudible"},
            measure_illegible,
        ),
        (
            rf"(?:.{{1,30}}\s)?(?:space|gap|lacuna|omission)s?\s(?:left\sblank|in\s(?:the\s)?{_TEXT}\b.{{0,20}}|in\soriginal)\.?"
            r"|(?:space|line|rest|remainder)\sleft\sblank|blank\sspace\b.{0,30}"
            rf"|(?:\w{{1,12}}\s){{0,3}}(?:omitted|missing|lost|lacking|wanting)\s(?:in|from)\s(?:the\s)?(?:original|{_TEXT}|ms\.?)\b.{{0,30}}"
            rf"|(?:the\s)?(?:end|beginning|rest|remainder|first\spart|second\spart|last\spart)\sof\s(?:the\s)?{_TEXT}\s(?:is\s)?(?:missing|lost)\.?"
            rf"|(?:the\s)?{_TEXT}\s(?:breaks\soff|ends|stops|is\sincomplete|incomplete|unfinished|is\sunfinished)"
            r"(?:\s(?:here|abruptly|at\sthis\spoint|in\s(?:the\s)?original|unfinished|mid-sentence)){0,2}\.?",
            "gap",
            {"reason": "omitted"},
            _nothing,
        ),
        (
            r"(?:[—–-]\s?){2,5}|(?:snip|abridged|extract\sends|excerpt\sends)\.?|.{1,120}[,;]\somitted(?:\shere)?\.?",
            "gap",
            {"reason": "editorial"},
            _nothing,
        ),
        # what is heard and seen
        (
            r"(?:\w{1,12}\s){0,2}(?:voice\s(?:breaks|cracks|rises)|weep(?:s|ing))\b.{0,40}|hear,\shear[.!]?",
            "vocal",
            {},
            _nothing,
        ),
        (
            r"(?:\w{2,12},?\s){0,4}(?:applause|ovation)\b.{0,80}",
            "kinesic",
            {"type": "applause"},
            _nothing,
        ),
        (
            r"(?:\w{1,14}\s){0,2}(?:(?:bangs|pounds|slams|thumps)\s(?:the\s)?(?:table|desk|fist)|raises\s(?:a\s)?(?:hand|glass|fist|eyebrows?)"
            r"|stands\sup|sits\sdown|gets\sup|rises\s(?:to|from)\b.{1,40}|shakes\shead|holds\sup\s.{1,40}|looks\s(?:at|up|around|away)\b.{0,40}"
            r"|turns\s(?:to|toward|away)\b.{0,40}|leans\s(?:over|forward|back)\b.{0,40})\.?",
            "kinesic",
            {},
            _nothing,
        ),
        (
            r"(?:\w{1,12}[\s-]){0,3}pauses?\.?|pauses\b.{0,40}|interrupt(?:s|ing)\.?|(?:reads|reading)\.?"
            r"|(?:\w{1,12}\s){0,3}(?:doorbell|bell|siren|clock|alarm|telephone|phone|dog|baby|crowd|band|orchestra|anthem|plane|aircraft)"
            r"\s(?:rings|ringing|sounds|chimes|strikes|barks|barking|plays|playing|goes\sby|overhead|noise)\b.{0,40}"
            r"|(?:\w{1,12}\s){0,2}(?:noises?|sounds?|static)(?:\s(?:of|on|in|from)\s.{1,60})?|an?\sknock\b.{0,40}"
            r"|(?:break|gap|pause|cut|skip|splice)\sin\s(?:the\s)?(?:tape|recording|conversation|transmission|session)\b.{0,30}"
            r"|(?:tape|side|reel|cassette|disc|recorder|recording|microphone)\s(?:change[sd]?|turned\s(?:on|off|over)|stopped|restarted|\d{1,2}(?:,\sside\s\w{1,3})?|is\schanged)\.?"
            r"|off[\s-](?:the[\s-])?record\b.{0,40}|(?:lunch|luncheon|coffee|tea|dinner)(?:\s(?:break|recess|is\sserved|was\sserved))\.?"
            r"|(?-i:A|The)\s(?:waiter|servant|steward|secretary|aide|guard|messenger|photographers?|press|interpreter)\s\w{3,12}s\b.{0,60}"
            r"|(?-i:[A-Z])[^\[\]]{1,80}\b(?:left|arrived|entered|departed|appeared|rejoined|joined|returned|came\sin|went\sout|was\s(?:called|summoned)\s\w{1,8})"
            r"\s(?:at\sthis\s(?:point|time|juncture)|here|the\s(?:room|meeting|table)|briefly|now)\b.{0,60}"
            r"|(?-i:[A-Z])[^\[\]]{1,40}\sreads?\s(?:the|from|a|an|aloud|out|his|her)\b.{1,80}",
            "incident",
            {},
            _nothing,
        ),
    )
)


def remark(words: str) -> tuple[str, Mapping[str, str]] | None:
    """The mark and its attributes for what an editor remarks; None where no row knows it.

    >>> remark("two groups undecypherable"), remark("break in tape"), remark("attached")
    (('gap', {'reason': 'illegible', 'unit': 'group', 'quantity': '2'}), ('incident', {}), None)
    """
    for pattern, kind, attrs, read in _ROWS:
        if pattern.fullmatch(words):
            return kind, {**attrs, **read(words)}
    return None

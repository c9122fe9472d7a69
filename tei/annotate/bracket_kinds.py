"""What a bracket says by its own words: one row a kind. Context is the business of ``insertion``.

Rows are tried in order on the words between the brackets; the first that matches them all decides.
Gaps and their reasons: https://epidoc.stoa.org/gl/latest/, the rest: TEI P5, chapters 8, 11 and 12.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tei.annotate.bracket_abroad import abroad
from tei.annotate.bracket_remark import remark
from tei.annotate.measure import measure_illegible, measure_redacted

__all__ = ["CLOSED", "LONGEST", "PLAIN", "ROWS", "BracketKind", "Row", "classify"]

LONGEST = 600  # more of a bracket than this is not read: its kind shows at its head
PLAIN = "plain"

# inside these no further markup: their words are a description, not text
CLOSED = frozenset({"gap", "vocal", "kinesic", "incident", "pb", "noteref", "corr", "ex", PLAIN})


@dataclass(frozen=True, slots=True)
class BracketKind:
    """The mark that a bracket becomes, and its attributes."""

    kind: str
    attrs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern over a bracket's words, the mark, its fixed attributes, and those read from the words."""

    pattern: re.Pattern[str]
    kind: str
    attrs: Mapping[str, str] = field(default_factory=dict)
    read: Callable[[str, re.Match[str]], Mapping[str, str]] | None = None


def _row(
    pattern: str,
    kind: str,
    attrs: Mapping[str, str] | None = None,
    read: Callable[[str, re.Match[str]], Mapping[str, str]] | None = None,
) -> Row:
    return Row(re.compile(pattern, re.IGNORECASE | re.DOTALL), kind, attrs or {}, read)


def _page(words: str, match: re.Match[str]) -> Mapping[str, str]:
    return {"n": match["n"]}


def _redacted(words: str, match: re.Match[str]) -> Mapping[str, str]:
    return measure_redacted(words)


def _illegible(words: str, match: re.Match[str]) -> Mapping[str, str]:
    return measure_illegible(words)


# stem → @type; the first word that begins with one decides
_VOCAL = {
    "laugh": "laughter",
    "chuckl": "chuckle",
    "giggl": "giggle",
    "cough": "cough",
    "sigh": "sigh",
    "sob": "sob",
    "cry": "sob",
    "cries": "sob",
    "groan": "groan",
    "gasp": "gasp",
    "snort": "snort",
    "whistl": "whistle",
    "hum": "hum",
    "whisper": "whisper",
    "scream": "scream",
    "shout": "shout",
    "yell": "shout",
    "clears": "throat",
    "sneez": "sneeze",
    "cheer": "cheer",
    "sing": "song",
}
_KINESIC = {
    "applau": "applause",
    "clap": "applause",
    "nod": "nod",
    "shakes": "headshake",
    "shaking": "headshake",
    "smil": "smile",
    "grin": "smile",
    "shrug": "shrug",
    "wave": "wave",
    "waving": "wave",
    "bow": "bow",
    "point": "gesture",
    "gestur": "gesture",
    "hand": "gesture",
    "frown": "frown",
}


def _typed(table: Mapping[str, str]) -> Callable[[str, re.Match[str]], Mapping[str, str]]:
    def read(words: str, match: re.Match[str]) -> Mapping[str, str]:
        # by the beginnings of words: "Kissinger laughs" does not sing
        for word in words.lower().split():
            for stem, name in table.items():
                if word.startswith(stem):
                    return {"type": name}
        return {}

    return read


_SUBJECT = r"(?:(?:[a-z'’.]+\s){0,3}?)"  # "Nixon laughs", "the others laugh", "general laughter"
_REST = r"(?:[\s,;][^\[\]]{0,60})?[.!]?"

# "[which was deleted]" is a clause that the sentence needs, and says nothing of a deletion
_CLAUSE = "which|who|that|and|but|it|is|was|were|are|be|been|have|has|had|should|would|will|to|not|still|remains"
_NOT_A_CLAUSE = rf"(?!(?:{_CLAUSE})\b)"

# so many words or lines, after what is the matter with them
_SOME = (
    r"(?:approx\.?\s|about\s|ca\.\s)?(?:\d{1,3}|an?|one|two|three|four|five|six|several|some|few)"
    r"\s(?:words?|lines?|sentences?|phrases?|pages?|seconds?)"
)

ROWS: tuple[Row, ...] = (
    # pages and shelf marks
    _row(
        r"(?:page|pg\.?|p\.|folio|fol\.?|leaf)\s{0,2}(?P<n>\d{1,5}[a-z]?|[ivxlc]{1,8})"
        r"(?:\sof\s\d{1,5}|\s(?:is|of)\s(?![^\[\]]*\b(?:missing|lost|illegible|blank))[^\[\]]{1,80})?\.?",
        "pb",
        {},
        _page,
    ),
    _row(r"(?:new|next)\spage|page\s(?:break|ends)", "pb"),
    _row(r"(?:[a-z]{1,4}\s)?\d{1,4}\sof\s\d{1,4}", PLAIN),
    _row(
        r"(?:box|folder|file|reel|roll|frame|fond|opis|delo|series|vol\.|volume|item|sheet|shelf)\s[\w./-]{0,10}\d[\w./-]{0,10}",
        PLAIN,
    ),
    # the number of a file: `F 818/176/23`, `FO 371/6420`; `NSC 5613/1` is a paper
    _row(r"(?-i:[A-Z]{1,2})\s\d{1,6}(?:/\w{1,6}){2,4}|(?-i:FO|FCO|CO|DO|WO|CAB|PREM|DEFE|ADM)\s\d{1,5}/\d{1,6}", PLAIN),
    _row(r"(?:\d{1,4}[/:.-]){1,3}\d{1,4}|(?-i:[IVXLC]{2,7})|[_\s✓✔]{0,40}|x{1,3}", PLAIN),
    # what is said of a document in a footnote, that it is not printed for instance, is no gap in this one
    _row(r"foot?notes?\s(?:(?:is|are)\s)?(?:in|with|and)\b.{0,}", "note", {"type": "editorial"}),
    # gaps
    _row(r".{0,400}\bnot\s(?:yet\s)?de-?classified\.?\s?", "gap", {"reason": "redacted"}, _redacted),
    _row(
        _NOT_A_CLAUSE + r".{1,80}\s(?:deleted|excised|redacted|saniti[sz]ed|withheld|blacked\sout|expunged)"
        r"(?:\s(?:by|for|in)\s.{1,60})?\.?|(?:(?:national\s)?security\s)?(?:deleted|excised|redacted|saniti[sz]ed|withheld|redactions?"
        r"|deletions?|excisions?)(?:\s?[—–:-]\s?.{1,80}|\s(?:for|under|by|pursuant)\s.{1,80})?\.?"
        r"|(?:\([a-z]\)\s?\(\d\)[,;\s]*){1,4}|25X\d{1,2}[A-Z]?|e\.?o\.?\s1\d{4}\b.{0,60}|\d\.\d\s?\([a-h]\).{0,40}",
        "gap",
        {"reason": "redacted"},
        _redacted,
    ),
    _row(
        r"(?-i:Withdrawn|WITHDRAWN)\s?[—–:-]\s?.{1,80}|(?:(?:begin|end|start)\s)?(?:withdrawn\sitem|item\swithdrawn|personal(?:ly)?\sreturnable|deed\sof\sgift"
        r"|national\ssecurity|privacy)\b(?:[\s:;,—–-].{0,80})?",
        "gap",
        {"reason": "redacted"},
        _redacted,
    ),
    _row(
        _NOT_A_CLAUSE
        + r"[^—?:]{0,80}\b(?:illegible|unreadable|undecipherable|indecipherable|garbled?)\b[^—?:]{0,60}\??",
        "gap",
        {"reason": "illegible"},
        _illegible,
    ),
    _row(r"(?:possibly|probably|perhaps|maybe)\s(?-i:[A-Z\d]).{1,60}", "unclear", {"cert": "low"}),
    _row(
        rf"(?:illegible|garbled?)\s?[—–:,-]\s?{_SOME}|(?:.{{0,60}}\s)?(?:not\slegible|torn(?:\soff)?|cut\soff|smudged|obliterated|faded)"
        r"(?:\s.{0,40})?",
        "gap",
        {"reason": "illegible"},
        _illegible,
    ),
    _row(
        rf"(?:unclear|inaudible|unintelligible)\s?[—–:,-]?\s?(?:{_SOME}|[\d:.]{{4,12}})|(?:.{{0,40}}\s)?not\saudible(?:\s.{{0,40}})?",
        "gap",
        {"reason": "inaudible"},
        _illegible,
    ),
    _row(r"(?:illegible|unclear|garbled?|inaudible)\s?[—–:-]\s?.{1,60}", "unclear", {"cert": "low"}),
    _row(
        _NOT_A_CLAUSE + r"(?:[a-z0-9-]{1,12}\s){0,3}(?:unclear|inaudible|unintelligible|indistinct|incomprehensible)"
        r"(?:[\s,;–—-]{1,3}[a-z0-9 ,.'’-]{0,60})?[.?]?",
        "gap",
        {"reason": "inaudible"},
        _illegible,
    ),
    _row(r"\s?(?:\.\s?){2,7}|…{1,3}\.?|\*(?:\s?\*){2,40}|[-–—]{1,3}", "gap", {"reason": "editorial"}),
    _row(
        r"(?:omission|lacuna|missing|blank|missing\s(?:words?|text|pages?|lines?|name|date)|(?:\w{1,12}\s){0,3}(?:text|words?|pages?|lines?"
        r"|paragraphs?|part|portion|name|date|number|leaf|leaves|section|end|beginning|remainder|rest)\s(?:\d[\d\s,–-]{0,8}(?:and\s\d{1,4}\s)?)?"
        r"(?:is\s|are\s)?(?:missing|left\sblank|lost))(?:\s(?:in|from|on)\s.{1,60})?\.?"
        r"|(?:.{1,40}\s)?blank\s(?:in|on)\s(?:the\s)?(?:original|source|text).{0,30}",
        "gap",
        {"reason": "omitted"},
    ),
    _row(
        r"(?:(?:text\s)?omitted(?:\shere)?|here\s(?:follows?|(?:is|are)?\s?omitted)|there\sfollows?"
        r"|(?-i:Here)\s(?:is|are|was|were|ends?|the\s(?:text|record|document|transcript))|at\sthis\spoint,?\s(?:the\s)?(?:text|document)"
        r"|(?:not\s(?:printed|included|reproduced|translated))|(?:end|continuation)\sof\s(?:excerpt|extract)"
        r"|(?-i:(?:Further\s|Unrelated\s)?(?:Discussion|Conversation|Material)\s(?:of|on|about|unrelated)))\b.{0,600}"
        r"|\.\.\.\s?the\s(?:rest|remainder)\b.{0,200}|(?-i:[A-Z]).{3,120}\sfollows?[.:]?"
        r"|(?:(?-i:[A-Z“\"]).{0,300}|(?:\w{1,12}\s){0,4}(?:texts?|paragraphs?|sentences?|lines?|passages?|words?|sections?|lists?|names?"
        r"|signatures?|pages?|portions?|parts?))\s(?:is\s|are\s)?(?:omitted|not\s(?:printed|reproduced|included|translated))"
        r"(?:\shere)?\.?",
        "gap",
        {"reason": "editorial"},
    ),
    # what is heard and seen; the words are a short description, never a sentence of the speech
    _row(
        rf"{_SUBJECT}(?:laugh(?:s|ter|ing|ed)?|chuckl(?:e|es|ing|ed)|giggl(?:e|es|ing)|cough(?:s|ing)?|sigh(?:s|ing)?|sobs?|sobbing"
        r"|crying|cries|groan(?:s|ing)?|gasps?|snorts?|whistl(?:e|es|ing)|hums?|humming|whisper(?:s|ing)?|scream(?:s|ing)?"
        rf"|shout(?:s|ing)?|yell(?:s|ing)?|clears\s(?:his\s|her\s)?throat|sneezes?|cheers|cheering|sings|singing"
        rf"|exclamations?|murmurs?|(?:cries|shouts)\sof){_REST}|in\sa\s(?:low|loud|raised|soft)\s(?:voice|tone)",
        "vocal",
        {},
        _typed(_VOCAL),
    ),
    _row(
        rf"{_SUBJECT}(?:applau(?:se|ds|ding)|claps|clapping|nod(?:s|ding)?|shak(?:es|ing)\s(?:his\s|her\s)?head|smil(?:es|ing)"
        r"|grin(?:s|ning)?|shrug(?:s|ging)?|wav(?:es|ing)|bows|bowing|point(?:s|ing)\s(?:to|at)|gestur(?:es|ing)"
        rf"|hand(?:s|ing)\s(?:him|her|over|the|a)\b|shak(?:es?|ing)\shands|frown(?:s|ing)?"
        rf"|(?:bangs|pounds|thumps|raps|slams)\s(?:on\s)?(?:the|his)\b|(?-i:Slams|Pounds|Bangs|Thumps|Raps|Slaps|Taps)\s[a-z]|embraces?\b|raises\s(?:his|her)\s(?:hand|glass)){_REST}",
        "kinesic",
        {},
        _typed(_KINESIC),
    ),
    _row(
        r"(?:(?:long|short|brief|slight)\s)?(?:pause|silence|interruption|crosstalk|cross-talk|overlapping\s(?:voices|speech)|beep|recess"
        r"|intermission|disconnected|dial\stone|knock(?:ing)?|buzzer|break\s(?:for|in\sthe)|commotion|disorder|uproar|background\snoises?"
        r"|with\s(?:noise|music)|sounds?\sof|hangs\sup|dials?|reads\s(?:aloud|from|out|the)|reading\s(?:aloud|from)"
        r"|simultaneous\s(?:conversation|speech|talk)|(?:soft\s|loud\s)?music|speaks\sin\s(?-i:[A-Z])"
        r"|(?:(?:several|both|all|many|the)\s(?:\w{1,10}\s)?)?(?:talking|speaking|talk|speak)\s(?:at\s(?:once|the\ssame\stime)|together|simultaneously"
        r"|over\seach\sother)|(?-i:Break|Recess|Music|Static|Noise|Click|Reads|Reading|Rises|Sits|Whispering))"
        r"(?:[\s,;][^\[\]]{0,80})?\.?"
        r"|(?:the\s)?(?:tele)?phone\s(?:rings?|call|ringing|interrupts?).{0,80}"
        r"|(?:the\s)?(?:tape|recording|audio|line|microphone)\s(?:recorder\s)?(?:skips?|ends?|begins?|stops?|resumes?|is\scut|goes\sdead|breaks?"
        r"|(?:is\s)?(?:turned|switched)\s(?:on|off)|(?:is\s|was\s)?interrupted|stopped|malfunctions?)\b.{0,80}"
        r"|(?:end|begin(?:ning|s)?|start|change|continuation)(?:\sof)?(?:\sthe)?\s(?:tape|side|reel|cassette|disc|recording|conversation|call"
        r"|transcript|interview|segment)\b.{0,60}"
        r"|(?:hon\.|honou?rable)\s(?:members?|senators?)\b.{0,200}|(?:several\s)?voices?:\s.{1,200}|(?-i:(?:The\s)?Interpreter)\s.{3,80}"
        r"|(?-i:A|An|The)\s(?:(?:brief|short|long|slight)\s)?(?:pause|silence|interruption|recess|disturbance|commotion)"
        r"\s(?:occurred|followed|ensued|took\splace)\b.{0,80}"
        r"|(?-i:Mr|Mrs|Ms|Miss|Sir|Dr|The|Madam)\b.{2,60}\sin\sthe\s(?-i:Chair)\.?"
        r"|(?-i:Whereupon|Thereupon|A\s(?:short\s|brief\s)?recess)\b.{1,400}"
        r"|(?-i:At\sthis)\s(?:point|time|moment|juncture)\b.{1,500}"
        r"|(?:the\s)?(?:meeting|session|conversation|doors?|bell)\s(?:is\s|was\s)?"
        r"(?:adjourn|ended|ends\b|resume|recess|broke|opens|closes|rings|slams).{0,120}"
        r"|(?-i:[A-Z])[^\[\]]{1,80}\b(?:enter(?:s|ed)|lea(?:ves|ving)\s(?:the|for)|left\sthe|join(?:s|ed)\sthe|return(?:s|ed)\sto"
        r"|hangs?\sup|(?:comes|came)\s(?:in|on)|withdr(?:aws|ew)|rises|adjourn(?:s|ed))\b.{0,120}",
        "incident",
    ),
    _row(r"(?:(?-i:[A-Z])[^\[\]]{1,80}[.;,]\s)?(?:re-?)?enters?\b.{0,120}", "stage", {"type": "entrance"}),
    _row(r"(?:exit|exeunt)\b.{0,120}", "stage", {"type": "exit"}),
    _row(r"(?:aside|to\s(?:himself|herself|the\saudience)|off-?stage|within)\.?", "stage", {"type": "delivery"}),
    _row(r"(?:the\s)?curtain\b.{0,60}", "stage", {"type": "business"}),
    # notes
    _row(
        r"trans(?:l(?:ator(?:s|['’]s|s['’])?)?)?\.?(?:\snotes?)?\s?[:.–—-].{1,}|.{1,400}\s[-–—]\s?(?:translator|trans\.|tr\.)",
        "note",
        {"type": "translator"},
    ),
    _row(
        r"(?:ed(?:itor(?:s|['’]s|s['’]|ial)?)?\.?(?:\snotes?)?\s?[:.–—-]|note\s?[:–—-]|n\.?\s?b\.?\s?[:–—-]|(?-i:N\.B\.)\s).{1,}"
        r"|.{1,40}\b(?:staff|reporter['’]?s)\snotes?\s?[:.–—-].{1,}|duration:\s.{1,40}"
        r"|phonetic(?:\sspelling|ally)?|ph\.?|sp\.?\??|as\sheard|verbatim|(?:in\s)?handwrit(?:ten|ing)|sgd\.?"
        r"|(?:\w{1,12}\s){0,2}(?:crossed|struck|scratched)\s(?:out|through)(?:\s.{0,60})?"
        r"|in\s(?-i:[A-Z])[a-z]{3,12}\s(?:in|throughout)\s(?:the\s)?(?:original|text|source|transcript)|as\sin\s(?:the\s)?original"
        r"|(?-i:[Tt])ranslat(?:ion|ed)(?:\sfrom\s.{1,40})?"
        r"|.{1,400}\s[-–—]\s?(?:ed\.|editor|eds\.)|foo(?:t)?note\b.{0,}"
        r"|(?:(?:all|these|square|footnotes?\sand)\s)?brackets\b.{0,200}"
        r"|(?:emphasis|italics|underlin(?:ed|ing)|ellips[ie]s|parenthes[ie]s)\s(?:added|supplied|mine|ours|(?:is\s|are\s)?in\s).{0,120}"
        r"|(?-i:Docketed|Endorsed|Docket|Endorsement|Postmarked|Superscribed)\s?:.{0,300}"
        r"|(?:hand-?written|typed|type-?written|stamped|marginal)\s(?:note|notation|signature|comment|addition|in)\b.{0,300}"
        r"|(?:photo(?:graph)?|map|figure|diagram|drawing|stamp|seal|letterhead|hand-?written|marginalia|signature)\s?:.{1,}"
        r"|(?:[a-z]{1,4}\s)?(?:initialed|initialled|initaled|initials|signed|signature)(?:\s[\w/.-]{1,12})?\.?"
        r"|(?-i:Received|Sent|Dated|Dictated|Drafted)\s.{1,60}"
        r"|see\s(?:also\s|the\s)?(?:foot)?(?:conversations?|tape|notes?|documents?|pages?|pp?\.|above|below|vol|appendix|enclosure|attachment|ibid)\b.{0,120}",
        "note",
        {"type": "editorial"},
    ),
    _row(r"\?{1,3}|!{1,3}", "note", {"type": "editorial"}),
    # headings that an editor puts in
    _row(
        r"(?-i:(?=[A-Z]))(?:sub)?(?:enclosures?|inclosures?|attachments?|annex(?:es)?|appendix|tabs?|extracts?|excerpts?|summary"
        r"|subject|participants|present|place|date|time|title|contents|introduction|conclusions?|addendum|postscript)"
        r"(?:\s(?:no\.\s)?[\w.-]{1,6})?(?:\s?[—–-]\s?\w{1,20}){0,2}:?",
        "supplied",
        {"reason": "explanation"},
    ),
    _row(
        r"(?:(?:hereafter|hereinafter|henceforth|that\sis|namely|literally|also\s(?:known|called))\b|(?:i\.\s?e|viz|e\.\s?g|lit|cf)\.|=).{1,}",
        "supplied",
        {"reason": "explanation"},
    ),
    _row(r"etc\.?|&c\.?|and\sso\s(?:on|forth)\.?", "supplied", {"reason": "subaudible"}),
)


@lru_cache(maxsize=4096)
def classify(words: str) -> BracketKind | None:
    """The kind that the words between two brackets have by themselves; None where the context must decide.

    >>> classify("two words illegible").attrs["quantity"], classify("Page 560").kind, classify("but")
    ('2', 'pb', None)
    """
    for row in ROWS:
        match = row.pattern.fullmatch(words)
        if match is not None:
            found = row.read(words, match) if row.read else {}
            return BracketKind(row.kind, {**row.attrs, **found})
    other = abroad(words) or remark(words)
    return BracketKind(*other) if other is not None else None

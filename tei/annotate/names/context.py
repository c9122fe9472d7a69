"""What the words around a word say of it: does it speak, own, stand beside people, or lie somewhere?

>>> weigh("Then Brezhnev expressed complete agreement.", 5, 13, owns=False)
2.0
>>> weigh("He was in Cotonou then.", 10, 17, owns=False)
-2.0
"""

from __future__ import annotations

import re

__all__ = ["appointed", "in_office", "opens_sentence", "weigh"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# what people do with words, and little else does
_SPEECH = _words(
    """
    sagte erklärte fragte antwortete meinte betonte bemerkte erwiderte dit déclare déclara demande demanda
    répond répondit dijo preguntó respondió declaró disse perguntou respondeu сказал спросил ответил заявил
    отметил reported reports said says say asked asks replied replies told tells expressed thought thinks
    felt feels believes believed stated states noted notes remarked observed responded responds answered
    commented suggested suggests agreed agrees wanted wants pointed indicated indicates inquired enquired
    explained explains added adds emphasized emphasised stressed recalled mentioned concluded continued
    continues declared hoped hopes wished wishes proposed proposes insisted insists assured admitted knew
    knows smiled laughed nodded joked interrupted interjected wondered doubted doubts argued argues urged
    warned repeated reiterated described acknowledged confirmed telephoned phoned wrote spoke speaks talked
    referred thanked welcomed summarized summarised regretted apologized complained objected protested
    promised commenting replying asserted claimed claims maintained assumed understood realized likes liked
    seemed looked read shook sat stood walked returned opened closed began went came left arrived met saw
    called gave took made put raised himself herself who is's reads nods laughs smiles turns shrugged sighed
    answers exclaimed cabled intends intended
    """
)
# of these alone it does not follow that somebody speaks: states and bodies do them as well
_ACTS = _words(
    """
    reported reports read sat stood returned opened closed began went came left arrived met saw called gave
    took made put raised seemed looked agreed agrees wanted wants maintained claims claimed states notes
    """
)
_BETWEEN = _words(
    """
    also then again further now had has have would will could should might may did does later himself
    herself never still merely simply once first finally immediately personally apparently clearly even just
    only always often was is not to and
    """
)
_WORD = r"\s+([^\W\d_]+)"
_LETTERS = re.compile(r"[A-Za-z]+$")
_OPENING = frozenset('[(“"')
_NEXT = re.compile(rf"[,;]?{_WORD}(?:{_WORD})?(?:{_WORD})?")
_APPOSED = re.compile(
    r",?\s+\(?(?:the|then|a|an|former|our|his|their)?\s*(?:[A-Z][\w.]*\s+){0,3}"
    r"(?:President|Secretary|Minister|Ambassador|Director|Chairman|Chief|Senator|Governor|Counselor|Representative|Adviser|Assistant)\b"
)
_PLACE_BEFORE = _words(
    """
    in at near into throughout across around outside inside via toward towards through within visit visiting
    beyond over on the
    """
)
_PERSON_BEFORE = {
    **dict.fromkeys(("told", "tell", "asked", "ask", "thanked"), 2.0),
    **dict.fromkeys(("by", "with", "informed", "under", "assured", "called", "met", "saw", "reminded", "invited"), 1.0),
    **dict.fromkeys(
        ("like", "between", "when", "that", "whether", "if", "which", "what", "although", "from", "to"), 0.5
    ),
}
_OFFICE_OF = re.compile(
    r"\b(Secretary|Minister|Director|Chief|Chairman|Commissioner|Ambassador|President|Premier|Representative|Chancellor|King|Counselor)"
    r"\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z]\w+[\s,]+(?:and\s+|of\s+)?){0,5}$"
)
_OFFICE_BEFORE = re.compile(
    r"\b(?:President|Secretary|Minister|Ambassador|Director|Chairman|Chief|Counselor|Representative|Adviser|Assistant|Chargé"
    r"|Administrator|Commissioner|Consul|Officer|Head|Deputy|Governor)\b[^().;]{0,100}\s\($"
)
_SENT = re.compile(
    r"\b(?:[Mm]emorand(?:um|a)|[Mm]emo|[Ll]etters?|[Mm]essages?|[Nn]otes?|[Cc]ables?|[Tt]elegrams?|[Rr]eports?|[Mm]inutes)"
    r"\s(?:from|to|by|for)\s(?:[A-Z][\w.’' ]{1,40}\sto\s)?$"
)
# talk that needs somebody at the other end
_TALK = re.compile(
    r"\b(?:met|meet|talk(?:ed|s)?|sp(?:eak|oke)|agreed|disagreed|discussed|conversations?|meetings?|dinner|lunch|repl(?:y|ied)"
    r"|wrote|listened|telephoned|argued|conferred|consulted|calls?|called|according)\s(?:with|to|from)\s$"
)
_SENTENCE = re.compile(r"(?:[.!?:][\"”’)\]]{0,2}|^|\n)\s*[\"“(\[]?$")


def weigh(text: str, start: int, end: int, *, owns: bool) -> float:
    """How much the words around a span speak for a person there (negative: against)."""
    score = 0.0
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        # a gloss that is one name
        score, start, end = 1.0, start - 1, end + 1
    before = _word_before(text, start)
    if owns:
        score += 1.0 if before.lower() != "the" else -1.0
    else:
        after = _NEXT.match(text, end, end + 60)
        if after:
            score += _verb(after[1], after[2] or "", after[3] or "")
        if before.lower() in _PLACE_BEFORE:
            score -= 2.0
    score += _PERSON_BEFORE.get(before.lower(), 0.0)
    if before in ("from", "to", "by", "for") and _SENT.search(text, max(0, start - 70), start):
        score += 2.0
    elif before in ("with", "to", "from") and _TALK.search(text, max(0, start - 26), start):
        score += 1.0
    if score < 2.0 and text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        score += 0.5
    if score < 2.0 and text.startswith((",", " ("), end) and _APPOSED.match(text, end, end + 90):
        score += 1.5
    return score


def _word_before(text: str, start: int) -> str:
    """The word of Latin letters that ends before a place, a comma or an opening bracket between; "" for none.

    >>> _word_before("Then he told (Brezhnev", 14), _word_before("in 1964 Brezhnev", 8)
    ('told', '')
    """
    near = text[max(0, start - 16) : start]
    if near[-1:] in _OPENING:
        near = near[:-1]
    words = near.rstrip()
    if len(words) == len(near):
        return ""
    word = words.rstrip(",;").rpartition(" ")[2] if words[-2:].count(",") + words[-2:].count(";") < 2 else ""
    if word.isascii() and word.isalpha():
        return word
    found = _LETTERS.search(word)
    return found[0] if found else ""


def _verb(first: str, second: str, third: str) -> float:
    """What the next words say: somebody speaks (2), somebody acts (1)."""
    if first in _SPEECH:
        return 1.0 if first in _ACTS and second != "that" else 2.0
    if first in _BETWEEN or first.endswith("ly"):
        if second in _SPEECH:
            return 1.0 if second in _ACTS and third != "that" else 2.0
        if (second in _BETWEEN or second.endswith("ly")) and third in _SPEECH:
            return 1.0 if third in _ACTS else 2.0
    if first in ("is", "was") and second in ("a", "an", "not", "no", "still", "the"):
        return 0.5
    return 0.0


def appointed(text: str, start: int) -> str:
    """The office that words before a name give, where it is no part of it, by its last word.

    >>> appointed("It was Secretary of the Treasury Anderson", 33)
    'secretary of treasury'
    """
    found = _OFFICE_OF.search(text, max(0, start - 70), start)
    return f"{found[1]} of {text[found.end(1) : start].split()[-1]}".lower() if found else ""


def in_office(text: str, start: int) -> bool:
    """Whether a parenthesis before a word follows an office: `the Ambassador in Argentina (Beaulac)`."""
    return text[start - 1 : start] == "(" and bool(_OFFICE_BEFORE.search(text, max(0, start - 110), start))


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word stands where every word has a capital."""
    return bool(_SENTENCE.search(text, max(0, start - 6), start))

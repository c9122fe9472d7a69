"""Who did what: ``Obtained by A and translated by B and C``, and who paid, from citations and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Contribution", "Name", "contributions", "funders"]


class Name(NamedTuple):
    """A contributor as printed: a person, or an organisation."""

    name: str
    organisation: bool = False


class Contribution(NamedTuple):
    """What people did (``translated by``), who they are, and the range of characters that says so."""

    resp: str
    names: tuple[Name, ...]
    start: int
    end: int


_VERB = (
    "(?:re)?(?:acquired|annotated|collected|compiled|contributed|copied|declassified|digiti[sz]ed|donated|edited"
    "|found|introduced|obtained|photographed|prepared|provided|retrieved|reviewed|scanned|selected|submitted"
    "|summari[sz]ed|supplied|transcribed|translated)"
)
_FOR = r"\s(?:for|to)\s(?:the\s)?[^\s,;.]{1,40}(?:\s[A-Z][^\s,;.]{0,40}){0,5}"
_CLAUSE = re.compile(
    rf"""(?<![\w-])(?:(?:original|document|documents|copy|copies|text|excerpt|excerpts)\s)?
    (?P<resp>{_VERB}(?:(?:,\sand\s|,\s|\sand\s|\s&\s){_VERB}){{0,4}}(?:{_FOR})?\sby
    |(?:translation|transcription|introduction|annotation)s?\sby):?\s+""",
    re.IGNORECASE | re.VERBOSE,
)
# where a list of names stops: a hard break, or a full stop after neither an initial nor an abbreviation
_STOP = re.compile(
    r"(?<![\s.(][A-Z])(?<!\b[JSDM]r)(?<!\bSt)(?<!\bMs)(?<!\bMrs)(?<!\bProf)\.(?=[\s)\"”]|\Z)"
    r"|[;\n]|\.\Z|(?<=\b[JS]r\.)(?=\s+[A-Z])"
)
_AND = re.compile(r",?\s{1,9}and\s{1,9}|\s{0,9}&\s{0,9}|,\s{0,9}", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\.?")
# what follows a name and is none
_AFTER = re.compile(r"\s(?:as|at|for|from|in|of|on|through|to|under|via|with|and)\s")
_PART = r"(?:[^\W\d_a-z][\w.'’ʹ-]{0,40}|d[aeiu]s?|de[lnr]?|van|von|zu|al|bin|ibn|l[ae]|el|y)"
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s|Professor\s|Ambassador\s)?"
    rf"{_PART}(?:\s(?:{_PART}|\([^\W\d_a-z][\w.'’-]{{0,40}}\))){{0,6}}"
)
_ORGANISATION = re.compile(
    r"\b(?:Academy|Agency|Archives?|Association|Bank|Center|Centre|College|Committee|Company|Cooperation"
    r"|Corporation|Council|Department|Embassy|Endowment|Foundation|Fund|Government|Group|Inc|Institut[eo]?"
    r"|Institution|Library|Ministry|Museum|Network|Office|Press|Program(?:me)?|Project|Service|Society"
    r"|Television|Trust|Universit\w+)\b"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}(?:\s\([^()]{1,60}\))?")
_AFTER_BODY = re.compile(r"\s(?:for|from|with|in|to|under)\s")
_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
_LONGEST = 600  # characters of a list of funders
_MOST = 60  # names in one list


def contributions(text: str, start: int = 0) -> Iterator[Contribution]:
    """The clauses of a citation or credit that name contributors, in order; names that are none are left
    out.

    >>> [(c.resp, len(c.names)) for c in contributions("Obtained by Shen, translated by Wang and Kraus.")]
    [('obtained by', 1), ('translated by', 2)]
    """
    clauses = list(_CLAUSE.finditer(text, start))
    for at, clause in enumerate(clauses):
        limit = clauses[at + 1].start() if at + 1 < len(clauses) else len(text)
        stop = _STOP.search(text, clause.end(), limit)
        end = stop.start() if stop else limit
        names, end = _names(text, clause.end(), end)
        if names:
            resp = " ".join(clause["resp"].split())
            resp = resp.lower() if resp.isupper() else resp[0].lower() + resp[1:]
            yield Contribution(resp, names, clause.start(), end)


def _names(text: str, start: int, end: int) -> tuple[tuple[Name, ...], int]:
    """The names in a range, and where the last of them ends: what comes after is for others."""
    words = text[start:end].rstrip(" \t,&")
    if words.endswith(" and"):
        words = words[:-4].rstrip(" \t,")
    cut = _AFTER_BODY.search(words)
    body = words[: cut.start()] if cut else words
    if "," not in words and _ORGANISATION.search(body):
        words = body
        name = " ".join(_ARTICLE.sub("", words, count=1).split())
        return ((Name(name, True),), start + len(words)) if name[:1].isupper() else ((), start)
    names: list[Name] = []
    at = last = 0
    for gap in [*_AND.finditer(words), None]:
        piece = words[at : gap.start() if gap else len(words)]
        after = _AFTER.search(piece)
        stop = after.start() if after else len(piece)
        if piece.count(")") > piece.count("("):
            stop = min(stop, piece.rindex(")"))
        name = " ".join(piece[:stop].split())
        bare = _ARTICLE.sub("", name, count=1) if name[:4].lower() == "the " else name
        if names and _SUFFIX.fullmatch(name):
            names[-1] = Name(f"{names[-1].name}, {name}", names[-1].organisation)
        elif _ACRONYM.fullmatch(bare) or (_ORGANISATION.search(bare) and bare[:1].isupper()):
            names.append(Name(bare, True))
        elif _PERSON.fullmatch(name) and any(c.isupper() or not c.isascii() for c in name):
            names.append(Name(name))
        elif name:
            break
        if name:
            last = at + stop
        if stop < len(piece) or len(names) >= _MOST or gap is None:
            break
        at = gap.end()
    return tuple(names), start + last


_SUPPORT = "(?:support|funding|assistance|help|grants?|gifts?)"
_FUNDED = re.compile(
    rf"""\b(?:(?:with|through|by)\s(?:the\s)?(?:(?:generous|kind|financial|additional|partial)\s){{0,2}}{_SUPPORT}
    (?:\s(?:provided\s)?(?:from|of|by))
    |(?:funded|sponsored|supported|financed)\s(?:in\spart\s)?by|made\spossible\s(?:in\spart\s)?by
    |(?:grants?|gifts?)\sfrom)\s(?:(?:an?|the)\s(?:grant|gift)s?\sfrom\s)?""",
    re.IGNORECASE | re.VERBOSE,
)
_PAID_STOP = re.compile(r"(?<!\bInc)(?<!\bSt)(?<![\s.][A-Z])\.(?=\s|\Z)|[;\n]")


def funders(text: str) -> tuple[str, ...]:
    """Who paid, by the words of a credit; nothing where it does not say so plainly.

    >>> funders("Made possible with support from the MacArthur Foundation and the Korea Foundation.")
    ('MacArthur Foundation', 'Korea Foundation')
    """
    found: dict[str, None] = {}
    for match in _FUNDED.finditer(text):
        stop = _PAID_STOP.search(text, match.end(), match.end() + _LONGEST)
        if stop is None and len(text) > match.end() + _LONGEST:
            continue
        words = text[match.end() : stop.start() if stop else len(text)]
        for name in _paying(words):
            found[name] = None
    return tuple(found)


def _paying(words: str) -> list[str]:
    """``A, B, and C`` apart; ``X of Culture and Tourism`` stays one, as only its end names a body."""
    names: list[str] = []
    for piece in re.split(r",\s*", words):
        parts = re.split(r"(?:^|\s)and\s+", piece)
        for number, part in enumerate(parts):
            bare = " ".join(_ARTICLE.sub("", part.strip(), count=1).split())
            bodies = _ORGANISATION.search(part) and (
                number == 0 or _ORGANISATION.search(parts[number - 1]) or not parts[number - 1]
            )
            if number and not bodies and not _ARTICLE.match(part) and names:
                names[-1] = f"{names[-1]} and {bare}"
            elif bare[:1].isupper():
                names.append(bare)
    return names

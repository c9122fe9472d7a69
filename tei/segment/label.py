"""The labels of front matter: which field each names, and whether a catalogue wrote it or the record itself.

Labels are those of the Wilson Center Digital Archive, of FRUS memoranda and of common archive exports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

__all__ = ["CATALOGUE", "RECORD", "Label", "bare", "label"]


class Label(NamedTuple):
    """A label at the head of a block: the field it names ("" where unknown), where it ends, where the value begins.

    ``start`` is 1 for a label in brackets; ``catalogue`` is true for one that a catalogue writes, never the record.
    """

    name: str
    start: int
    end: int
    value: int
    catalogue: bool = False


# printed label, in lower case → field; these a catalogue writes, and they leave the transcript for the header
CATALOGUE: Mapping[str, str] = {
    **dict.fromkeys(("citation", "cite as", "preferred citation", "reference citation"), "citation"),
    **dict.fromkeys(("summary", "abstract", "description", "scope and content"), "summary"),
    **dict.fromkeys(("credits", "credit", "acknowledgements", "acknowledgments"), "credits"),
    **dict.fromkeys(("donors", "donor", "funding", "funder", "sponsors", "sponsor"), "donors"),
    **dict.fromkeys(("original language", "original languages", "language", "languages"), "original-language"),
    **dict.fromkeys(("contents", "content"), "contents"),
    **dict.fromkeys(("rights", "copyright", "license", "licence", "terms of use", "rights statement"), "rights"),
    **dict.fromkeys(
        (
            *(
                "access",
                "access restriction",
                "access restrictions",
                "restrictions",
                "restrictions on access",
                "conditions of access",
            ),
            *(
                "use restriction",
                "use restrictions",
                "conditions governing access",
                "conditions governing use",
                "access and use",
            ),
            *("copyright status", "copyright holder", "copyright notice", "permissions"),
        ),
        "rights",
    ),
    **dict.fromkeys(
        (
            *(
                "record id",
                "record number",
                "document id",
                "identifier",
                "document number",
                "national archives identifier",
            ),
            *("local identifier", "object id", "item id", "interview id", "interview number", "accession number"),
        ),
        "record-id",
    ),
    **dict.fromkeys(("original classification", "classification"), "classification"),
    **dict.fromkeys(("subjects", "subjects discussed", "keywords", "topics", "tags", "subject headings"), "subjects"),
    **dict.fromkeys(("people mentioned", "people", "names"), "people"),
    **dict.fromkeys(("places", "countries", "geographic subjects"), "places"),
    **dict.fromkeys(("creator", "creators", "author", "authors"), "creator"),
    **dict.fromkeys(
        (
            *("document information", "original archive", "archive", "archives", "repository", "repositories"),
            *("holding institution", "held by", "held at", "owning institution", "institution"),
        ),
        "archive",
    ),
    **dict.fromkeys(("collection", "collections", "collection title", "collection name", "fonds"), "collection"),
    **dict.fromkeys(
        ("call number", "collection number", "reference code", "reference number", "shelfmark"), "call-number"
    ),
    # the parts of a holding: their labels are words of the shelf mark ("Box 12")
    **dict.fromkeys(
        (
            "record group",
            "series",
            "subseries",
            "record series",
            "series title",
            "box",
            "folder",
            "reel",
            "box/folder",
            "folder title",
        ),
        "unit",
    ),
    **dict.fromkeys(
        (
            *("extent", "physical description", "physical format", "original format", "document type", "material type"),
            *("type of archival materials", "level of description", "resource type", "genre"),
        ),
        "physical",
    ),
    **dict.fromkeys(
        (
            "provenance",
            "custodial history",
            "acquisition information",
            "source of acquisition",
            "immediate source of acquisition",
        ),
        "provenance",
    ),
    **dict.fromkeys(
        (
            *(
                "processing information",
                "transcribed by",
                "transcriber",
                "transcription by",
                "transcription date",
                "date transcribed",
            ),
            *(
                "transcriptionist",
                "edited by",
                "encoded by",
                "scanned by",
                "digitized by",
                "declassified",
                "declassification",
            ),
        ),
        "processing",
    ),
    **dict.fromkeys(
        (
            "biographical note",
            "biography",
            "biographical sketch",
            "biographical history",
            "historical note",
            "biographical/historical note",
        ),
        "biography",
    ),
    **dict.fromkeys(
        ("interviewee", "interviewees", "narrator", "narrators", "interviewer", "interviewers"), "interview"
    ),
    **dict.fromkeys(
        ("place of interview", "interview location", "interview place", "location of interview"), "interview"
    ),
    **dict.fromkeys(
        ("associated places", "associated people", "associated topics", "associated people and organizations"),
        "associated",
    ),
    **dict.fromkeys(("title", "document title"), "title"),
    **dict.fromkeys(("original uploaded date", "original upload date", "document date", "date of document"), "date"),
    **dict.fromkeys(
        ("date of interview", "interview date", "date created", "date of creation", "creation date"), "date"
    ),
    **dict.fromkeys(("translator", "translators", "translated by"), "translator"),
    **dict.fromkeys(("contributor", "contributors", "obtained by", "contributed by"), "contributor"),
}

# labels of the record itself: they stay in the body as printed
RECORD: Mapping[str, str] = {
    **dict.fromkeys(("time", "time of meeting", "hour"), "time"),
    **dict.fromkeys(("date", "date and time", "date of meeting"), "date"),
    **dict.fromkeys(("location", "place", "venue", "place of meeting"), "location"),
    **dict.fromkeys(
        (
            *(
                "participants",
                "participant",
                "present",
                "also present",
                "attendees",
                "attendance",
                "in attendance",
                "attending",
            ),
            *("those present", "persons present", "members present", "those attending", "attending were"),
            *(
                "those attending were",
                "those attending the meeting were",
                "present were",
                "those in attendance",
            ),
            *(
                "others present",
                "others attending",
                "other participants",
                "also attending",
                "also participating",
            ),
            *(
                "the following were present",
                "the following were also present",
                "the following also attended",
                "there were also present",
                "those present were",
                "participants were",
                "present at the meeting",
            ),
        ),
        "participants",
    ),
    **dict.fromkeys(("subject", "re", "subj", "topic"), "subject"),
    **dict.fromkeys(("to", "for", "from", "through", "thru", "via", "memorandum for", "info", "fm"), "correspondence"),
    **dict.fromkeys(("reference", "references", "ref", "refs"), "reference"),
    **dict.fromkeys(("source",), "source"),
    # the same in other languages
    **dict.fromkeys(
        (
            *(
                "teilnehmer",
                "anwesend",
                "anwesende",
                "anwesend waren",
                "gesprächsteilnehmer",
                "présents",
                "étaient présents",
            ),
            *(
                "personnes présentes",
                "присутствовали",
                "участники",
                "участники беседы",
                "участвовали",
                "participantes",
                "asistentes",
            ),
            *(
                "presentes",
                "partecipanti",
                "presenti",
                "obecni",
                "uczestnicy",
                "jelen vannak",
                "jelen voltak",
                "přítomni",
            ),
            *("dramatis personae", "dramatis personæ", "persons represented", "persons of the drama"),
            *("persons of the play", "the persons of the play", "characters", "characters in the play"),
            *("cast", "cast of characters", "personen", "personnages", "personaggi", "действующие лица"),
            *("参加人", "参加者", "参加人员", "出席", "出席者", "出席人员", "在场人员", "參加者", "참가자", "참석자"),
        ),
        "participants",
    ),
    **dict.fromkeys(("zeit", "uhrzeit", "heure", "время", "时间", "時間", "시간"), "time"),
    **dict.fromkeys(("datum", "fecha", "дата", "日期"), "date"),
    **dict.fromkeys(("ort", "lieu", "lugar", "luogo", "место", "地点", "地點", "장소"), "location"),
    **dict.fromkeys(
        ("betreff", "betr.", "betr", "betrifft", "objet", "asunto", "oggetto", "тема", "主题", "主題"), "subject"
    ),
}

# further elements of Dublin Core, which are words of any text where no other heading proves a catalogue
_DUBLIN: Mapping[str, str] = {
    "Date": "date",
    "Source": "source",
    **dict.fromkeys(("Type", "Format"), "physical"),
    "Publisher": "publisher",
    **dict.fromkeys(("Relation", "Coverage"), "coverage"),
}

# letters, and what labels join them with: "Subjects (Discussed)", "Date & Time", "To/From"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_WORDS = (
    rf"{_CAPITAL}[^\W\d_]{{0,30}}(?:\(s\))?(?:[ /-](?:& )?[^\W\d_]{{1,30}}(?:\(s\))?){{0,5}}(?: \([^\W\d_]{{1,20}}\))?"
)
# colons may stand under each other ("TO    :")
_COLON = re.compile(rf"\[?({_WORDS})\]?[^\S\n]{{0,12}}:(?:\s*\n\s*|[^\S\n]+|$)")
# a script without case has no blank after its colon, which is as wide as a letter
_WIDE = re.compile(r"[\[【]?([\u3400-\u9fff\uac00-\ud7a3]{2,6})[\]】]?[^\S\n]?(?:：\s*|:(?:\s+|$))")
_DASH = re.compile(rf"({_WORDS})[^\S\n]+[-–—](?:[^\S\n]+|$)")
_ALONE = re.compile(rf"\[?({_WORDS})\]?\.?")
_LONGEST = 80  # characters of a label
_FIRST_WORDS = frozenset(key.split(" ")[0] for key in (*CATALOGUE, *RECORD))
_QUOTES = frozenset("“”‘’«»„—–•")  # what texts begin with most often that is not ASCII
_BRACKETED = re.compile(r" \([^()]*\)$")


@lru_cache(maxsize=64)  # several rules ask about the blocks at the top
def label(text: str) -> Label | None:
    """The label that a block begins with: ``Time: …`` anywhere, or a block that is nothing but a label.

    A label without a colon must be known, one with a dash must be a catalogue's. ``name`` is "" for a label with a
    colon that is not known.

    >>> tuple(label("Original Language:"))
    ('original-language', 0, 17, 18, True)
    >>> tuple(label("PARTICIPANTS")), label("Hello there")
    (('participants', 0, 12, 12, False), None)
    """
    first = text[:1]
    if not "A" <= first <= "Z" and first != "[" and (first.isascii() or first in _QUOTES):
        return None
    if first > "\u2fff":
        wide = _WIDE.match(text)
        name, catalogue = _name(wide[1]) if wide else ("", False)
        return Label(name, wide.start(1), wide.end(1), wide.end(), catalogue) if wide and name else None
    head = text[:_LONGEST]
    match = _COLON.match(text) if ":" in head else None
    if match:
        name, catalogue = _name(match[1])
        return Label(name, match.start(1), match.end(1), match.end(), catalogue)
    match = _DASH.match(text) if " " in head and ("-" in head or "–" in head or "—" in head) else None
    if match:
        name, catalogue = _name(match[1])
        return Label(name, 0, match.end(1), match.end(), True) if catalogue else None
    # a block that is no label is the usual case: a look at its first word spares the pattern
    known = len(text) < _LONGEST and head.split(None, 1)[0].strip("[].").lower() in _FIRST_WORDS
    match = _ALONE.fullmatch(text) if known else None
    if match:
        name, catalogue = _name(match[1])
        if name and (match[1].isupper() or name == "participants"):
            return Label(name, match.start(1), match.end(1), len(text), catalogue)
    return None


def bare(text: str) -> Label | None:
    """A catalogue's label that is a block by itself, without a colon: what is left of the headings of a web page.

    >>> tuple(bare("Original Language")), bare("Original")
    (('original-language', 0, 17, 17, True), None)
    """
    if len(text) >= _LONGEST or not text[0].isupper():
        return None
    name, catalogue = _name(text)
    name = name if catalogue else _DUBLIN.get(text, "")
    return Label(name, 0, len(text), len(text), True) if name else None


def _name(printed: str) -> tuple[str, bool]:
    """The field that a printed label names, and whether it is a catalogue's."""
    key = _BRACKETED.sub("", printed.lower().replace("(s)", "")).replace(" & ", " and ")
    name = CATALOGUE.get(key)
    return (name, True) if name else (RECORD.get(key, ""), False)

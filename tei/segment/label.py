"""The labels of front matter: which field each names, and whether a catalogue wrote it or the record itself.

Labels are those of the Wilson Center Digital Archive, of FRUS memoranda and of common archive exports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["CATALOGUE", "RECORD", "Label", "label"]


class Label(NamedTuple):
    """A label at the head of a block: the field it names ("" where unknown), how long it is, where the value begins."""

    name: str
    printed: int
    value: int


# printed label, in lower case → field; these a catalogue writes, and they leave the transcript for the header
CATALOGUE: Mapping[str, str] = {
    **dict.fromkeys(("citation", "cite as", "preferred citation", "reference citation"), "citation"),
    **dict.fromkeys(("summary", "abstract", "description", "scope and content"), "summary"),
    **dict.fromkeys(("credits", "credit", "acknowledgements", "acknowledgments"), "credits"),
    **dict.fromkeys(("donors", "donor", "funding", "funder", "sponsors", "sponsor"), "donors"),
    **dict.fromkeys(("original language", "original languages", "language", "languages"), "original-language"),
    **dict.fromkeys(("contents", "content"), "contents"),
    **dict.fromkeys(("rights", "copyright", "license", "licence", "terms of use", "rights statement"), "rights"),
    **dict.fromkeys(("record id", "record number", "document id", "identifier", "document number", "call number"), "record-id"),
    **dict.fromkeys(("original classification", "classification"), "classification"),
    **dict.fromkeys(("subjects", "subjects discussed", "keywords", "topics", "tags"), "subjects"),
    **dict.fromkeys(("people mentioned", "people", "names"), "people"),
    **dict.fromkeys(("places", "countries", "geographic subjects"), "places"),
    **dict.fromkeys(("creator", "creators", "author", "authors"), "creator"),
    **dict.fromkeys(("document information", "original archive", "archive", "repository", "collection", "collections"), "archive"),
    **dict.fromkeys(("associated places", "associated people", "associated topics"), "associated"),
    **dict.fromkeys(("title", "document title"), "title"),
    **dict.fromkeys(("original uploaded date", "original upload date", "document date"), "date"),
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
            *("participants", "participant", "present", "also present", "attendees", "attendance", "in attendance", "attending"),
            *("those present", "persons present", "members present", "those attending", "attending were"),
            *("those attending were", "those attending the meeting were", "present were", "those in attendance"),
        ),
        "participants",
    ),
    **dict.fromkeys(("subject", "re", "subj", "topic"), "subject"),
    **dict.fromkeys(("to", "for", "from", "through", "thru", "via"), "correspondence"),
    **dict.fromkeys(("source",), "source"),
}

_COLON = re.compile(r"\[?([A-Z][^\W\d_]*(?:[ /][^\W\d_]+){0,4})\]?[^\S\n]?(:)(?:[^\S\n]+|\s*\n\s*|$)")
_ALONE = re.compile(r"\[?([A-Z][^\W\d_]*(?: [^\W\d_]+){0,4})\]?[:.]?")


def label(text: str) -> Label | None:
    """The label that a block begins with: ``Time: …`` anywhere, or a block that is nothing but a label.

    A label without a colon must be known. ``name`` is "" for a label with a colon that is not known.

    >>> label("Original Language:"), label("PARTICIPANTS"), label("Hello there")
    (Label(name='original-language', printed=17, value=18), Label(name='participants', printed=12, value=12), None)
    """
    match = _COLON.match(text)
    if match:
        name = _name(match[1])
        return Label(name, match.end(1) - match.start(1), match.end())
    match = _ALONE.fullmatch(text)
    if match and (name := _name(match[1])):
        if match[1].isupper() or name == "participants":
            return Label(name, match.end(1) - match.start(1), len(text))
    return None


def _name(printed: str) -> str:
    key = printed.lower()
    return CATALOGUE.get(key) or RECORD.get(key) or ""

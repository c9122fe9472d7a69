"""How the document was encoded: ``encodingDesc``; equal for equal choices, so it is made once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from tei import __version__
from tei.encode.markup import Element, Written
from tei.encode.writer import Parts, Places
from tei.text import Source

__all__ = ["CATEGORIES", "declaration"]

# what a value of @ana means; rules use the names, this table explains them
CATEGORIES: Mapping[str, str] = {
    "interjection": "speech that breaks into the speech of another, printed in parentheses",
    "reported": "a turn that the record gives as reported speech",
    "inferred-year": "the year is not printed here; it follows from another date of the document",
    "inferred-date": "the date is not printed in full; the rest follows from another date of the document",
}
_OTHER = "a decision of the encoding that has no description"

_INTERPRETATION = (
    "Square brackets in the transcript were set by its editors or translators. Each is encoded by what it "
    "does: words that are understood, omitted, completed or explained (supplied, ex), corrections (corr), "
    "passages left out (gap), sounds, gestures and events (vocal, kinesic, incident), remarks (note). The "
    "bracket characters themselves are notation: they are not in the text of the element, and come back "
    "when the document is shown."
)
_ATTRIBUTION = (
    "Names, dates, places and turns were found by rule. What the rules could not decide was left as it is "
    "printed; cert marks what is less than certain."
)
_LINE_ENDS: Mapping[str, str] = {
    "\n": "Line ends are those of the file.",
    "\r\n": "Line ends were CR LF throughout and are single line feeds here.",
    "\r": "Line ends were CR throughout and are line feeds here.",
    "mixed": "The file mixes kinds of line end; they are kept as they are.",
}
_LEVEL = 2  # of encodingDesc in the document
_KINDS: Mapping[str, str] = {
    "Cc": "control character",
    "Cs": "surrogate",
    "Co": "private-use character",
    "Cn": "noncharacter",
}


def declaration(source: Source, *, categories: Iterable[str] = (), characters: Iterable[int] = ()) -> Written:
    """The ``encodingDesc`` of a document; ``categories`` are the names its ``@ana`` use, ``characters`` the code points
    that stand as ``g``.
    """
    return _made(source.encoding, source.line_end, source.bom, tuple(sorted(categories)), tuple(sorted(characters)))


@lru_cache(maxsize=64)
def _made(encoding: str, line_end: str, bom: bool, categories: tuple[str, ...], characters: tuple[int, ...]) -> Written:
    description = Element("encodingDesc")
    application = description.sub("appInfo").sub("application", {"ident": "tei-toolkit", "version": __version__})
    application.sub("label", words="tei-toolkit")
    editorial = description.sub("editorialDecl")
    interpretation = editorial.sub("interpretation")
    for words in (_INTERPRETATION, _ATTRIBUTION):
        interpretation.sub("p", words=words)
    ends = _LINE_ENDS.get(line_end, _LINE_ENDS["mixed"])
    mark = " A byte order mark at the beginning was left out." if bom else ""
    read = f"The transcript was read as {encoding.upper()}.{mark} {ends} Nothing else was changed."
    editorial.sub("normalization").sub("p", words=read)
    if categories:
        taxonomy = description.sub("classDecl").sub("taxonomy")
        for name in categories:
            taxonomy.sub("category", {"xml:id": name}).sub("catDesc", words=CATEGORIES.get(name, _OTHER))
    if characters:
        declared = description.sub("charDecl")
        for point in characters:
            char = declared.sub("char", {"xml:id": f"u{point:04x}"})
            kind = _KINDS.get(unicodedata.category(chr(point)), "character")
            char.sub("desc", words=f"the {kind} U+{point:04X}, which stands in the text as a reference")
            char.sub("mapping", {"type": "codepoint"}, f"U+{point:04X}")
    parts: Parts = []
    places: Places = []
    description.write(_LEVEL, parts, places)
    return Written("".join(parts), len(places))

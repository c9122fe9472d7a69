"""The words that a reader finds in a finished file, by format: what the check of completeness looks into.

Each extraction reads the bytes that were made, not what they were made from. Only letters and figures are compared, so
that notation, escapes and blanks do not matter.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from unicodedata import normalize

from lxml import etree, html

__all__ = ["letters", "shown"]

_NO_LETTERS = re.compile(r"[\W_]+")
_COMMAND = re.compile(r"\\href\{[^{}]*\}|\\(?:begin|end)\{\w+\}(?:\{@.*)?|\\[a-zA-Z]+\*?")
_ADDRESS = re.compile(r"\]\(<[^<>\n]*>\)")
_BRACES = re.compile(r"\\teinote\{[^{}]*(?:\{\}[^{}]*)*\}\{|\\[\\{}]|[{}]")
_UNSEEN = ("script", "style", "template", "nav", "head")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTENT = re.compile(r"EPUB/text\d*\.xhtml|EPUB/notes\.xhtml")


def letters(text: str) -> str:
    """Letters and figures of any script, nothing else.

    >>> letters("B[en] G[urion], 1_000")
    'BenGurion1000'
    """
    return _NO_LETTERS.sub("", text)


def shown(data: bytes, format: str) -> str:
    """The letters and figures that a file shows, in its order; navigation is not counted."""
    return letters(_WORDS.get(format, _plain)(data))


def _plain(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    return _html(data) if text.lstrip()[:1] == "<" else text


def _html(data: bytes) -> str:
    if not data.strip():
        return ""
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    return _seen(root)


def _seen(root: etree._Element) -> str:
    unseen: Any = root.xpath(".//*[@popover or @hidden]")
    for element in [*root.iter(*_UNSEEN), *unseen]:
        parent = element.getparent()
        if parent is None:
            continue
        tail, previous = element.tail or "", element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + tail
        else:
            previous.tail = (previous.tail or "") + tail
        element.tail = None
        parent.remove(element)
    return "".join(map(str, root.itertext(etree.Element)))


def _markdown(data: bytes) -> str:
    return _ADDRESS.sub("] ", data.decode("utf-8", "replace"))


def _latex(data: bytes) -> str:
    """Notes stand inside the text here; they are taken out of it and put after it."""
    text, notes, parts, ends, at = data.decode().partition("\\begin{document}")[2], [], [], list[tuple[int, int]](), 0
    depth = 0
    for match in _BRACES.finditer(text):
        if match[0].startswith("\\teinote"):
            if not ends:
                parts.append(text[at : match.start()])
                at = match.end()
            ends.append((depth, match.end()))
            depth += 1
        elif match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if ends and ends[-1][0] == depth:
                _, start = ends.pop()
                if not ends:
                    notes.append(text[start : match.start()])
                    at = match.end()
    return _COMMAND.sub(" ", " ".join(["".join(parts), text[at:], *notes]))


def _epub(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [archive.read(name) for name in archive.namelist() if _CONTENT.fullmatch(name)]
    bodies = (etree.fromstring(file).find("{*}body") for file in files)
    return "".join("".join(map(str, body.itertext(etree.Element))) for body in bodies if body is not None)


def _docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in ("word/document.xml", "word/footnotes.xml") if name in archive.namelist()]
        return "".join(t.text or "" for name in names for t in etree.fromstring(archive.read(name)).iter(f"{_W}t"))


def _pdf(data: bytes) -> str:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(data)).pages
    # the number at the foot comes last
    texts = (page.extract_text().rstrip().removesuffix(str(number)) for number, page in enumerate(pages, 1))
    return _folded("".join(texts))


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()


def _json(data: bytes) -> str:
    record = json.loads(data)
    words = [record["title"], *(field["value"] for field in record["fields"])]
    words += (paragraph["text"] for paragraph in record["paragraphs"])
    words += (note["text"] for paragraph in record["paragraphs"] for note in paragraph.get("notes", ()))
    return " ".join(words)


def _csv(data: bytes) -> str:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return " ".join(row[name] or "" for row in rows for name in ("text", "notes", "description") if name in row)


_WORDS: Mapping[str, Callable[[bytes], str]] = {
    "html": _html,
    "markdown": _markdown,
    "latex": _latex,
    "epub": _epub,
    "docx": _docx,
    "pdf": _pdf,
    "json": _json,
    "csv": _csv,
}
# formats whose letters are compared without regard to capitals and ligatures, which their fonts may change
FOLDED: Mapping[str, Callable[[str], str]] = {"pdf": _folded}

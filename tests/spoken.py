"""Documents for the tests of turns, and what is read off them."""

from __future__ import annotations

import re
from pathlib import Path

from tei.annotate.turns import turns
from tei.diagnostic import Diagnostic
from tei.model import Document, Field, Mark, Person
from tei.text import Source, Span

SEED = Path(__file__).parent.parent / "seeds" / "1965-02-10-pan-zili-kim-byeong-jik.txt"

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
_KINDS = (
    ("pb", re.compile(r"\[Page \d+\]\Z")),
    ("note", re.compile(r"\[\d+\] ")),
    ("ornament", re.compile(r"\* \* \*")),
)


def made(
    text: str,
    title: str = "",
    *,
    people: dict[str, str] | None = None,
    names: dict[str, str] | None = None,
    participants: tuple[str, ...] = (),
    heads: tuple[str, ...] = (),
) -> Document:
    """A document of paragraphs: ``names`` maps printed names to ids, ``people`` ids to full names."""
    front = "\n\n".join((title, *participants)) + "\n\n" if title or participants else ""
    text = front + text
    document = Document(Source(text))
    at = 0
    if title:
        document.blocks.append(Mark("head", Span(0, len(title))))
        document.fields.append(Field("title", Span(0, 0), (Span(0, len(title)),), False))
        at = len(title) + 2
    if participants:
        listed = Span(at, len(front) - 2)
        document.blocks.append(Mark("list", listed, {"type": "participants"}))
        for item in participants:
            document.blocks.append(Mark("item", Span(at, at + len(item))))
            at += len(item) + 2
    for found in _PARAGRAPH.finditer(text, len(front)):
        words = found[0].rstrip()
        kind = next((k for k, pattern in _KINDS if pattern.match(words)), "head" if words in heads else "p")
        document.blocks.append(Mark(kind, Span(found.start(), found.start() + len(words))))
    for name, ref in (names or {}).items():
        document.marks.extend(
            Mark("persName", Span(m.start(), m.end()), {"ref": f"#{ref}"})
            for m in re.finditer(rf"\b{re.escape(name)}\b", text)
        )
    document.people.extend(Person(i, n, (n,)) for i, n in (people or {}).items())
    return document


def marks(document: Document, kind: str) -> list[Mark]:
    return [m for m in turns(document) if isinstance(m, Mark) and m.kind == kind]


def shown(document: Document, kind: str = "sp") -> list[tuple[str, str]]:
    """(who, words) of the marks of a kind."""
    return [(m.attrs.get("who", ""), document.source.slice(m.span)) for m in marks(document, kind)]


def speakers(document: Document) -> list[str]:
    return [words for _, words in shown(document, "speaker")]


def messages(document: Document) -> list[tuple[str, str]]:
    return [(d.severity.value, d.message) for d in turns(document) if isinstance(d, Diagnostic)]


TELEPHONE = """Clifford: But by the time you got back, say Wednesday, I think you're coming back.

President: I agree with all that.

I think that's a good plan.

Clifford: All right.

President: Fine."""


OWN_LINE = "HAMLET\n\nWho's there?\n\nHORATIO\n\nI, my lord.\n\nHAMLET\n\nYou?\n\nHORATIO\n\nYes!\n\nHAMLET\n\nNo!"

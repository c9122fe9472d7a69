"""What the header says about the world of the text: the people in it, each with every form of the name."""

from __future__ import annotations

from collections.abc import Iterable

from tei.encode.markup import Written
from tei.encode.notation import ODD
from tei.encode.writer import LINES, attribute, escaped
from tei.model import Person

__all__ = ["participants"]

_LEVEL = 3  # of particDesc in the document


def participants(people: Iterable[Person]) -> Written:
    """``particDesc`` with a record for each person.

    The first ``persName`` is the preferred name, those with ``@type='variant'`` are the other forms met.
    """
    list_line, line, inner = LINES[_LEVEL + 1 : _LEVEL + 4]
    parts = [f"<particDesc>{list_line}<listPerson>"]
    elements = 2
    for person in people:
        names = _names(person)
        tag = "personGrp" if person.group else "person"
        parts.append(f"{line}<{tag}{attribute('xml:id', person.id)}>{inner}<persName>{escaped(names[0])}</persName>")
        elements += 1 + len(names)
        for form in names[1:]:
            parts.append(f'{inner}<persName type="variant">{escaped(form)}</persName>')
        if person.description and (description := _clean(person.description)):
            parts.append(f"{inner}<note>{escaped(description)}</note>")
            elements += 1
        parts.append(f"{line}</{tag}>")
    parts.append(f"{list_line}</listPerson>{LINES[_LEVEL]}</particDesc>")
    return Written("".join(parts), elements)


def _names(person: Person) -> list[str]:
    """The preferred name, and the forms that differ from it, each once."""
    preferred = _clean(person.name)
    if not person.variants and person.forms == (person.name,):
        return [preferred]
    forms = dict.fromkeys(map(_clean, (*person.forms, *person.variants)))
    return [preferred, *(form for form in forms if form and form != preferred)]


def _clean(words: str) -> str:
    return " ".join((words if words.isascii() and words.isprintable() else ODD.sub("", words)).split())

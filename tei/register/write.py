"""A register written out: the people met in documents, for an editor to correct and to convert with again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from tei.ident import unique
from tei.model import Person
from tei.register.entry import Entry

__all__ = ["merge", "write_csv"]

_HEADER = ("id", "name", "description", "variants")


def merge(found: Iterable[Person | Entry]) -> list[Person]:
    """The people of several documents, each once, by id: one id and one name, or one id of a register, is one person.

    People of the same id and another name are kept apart (``kim``, ``kim-2``), as they may be two; whether they are one
    is for an editor to say. Groups (``ALL``) are left out.

    >>> found = merge([Person("kim", "Kim", ("Mr. Kim",)), Person("kim", "Kim", ("Kim",)), Person("kim", "Kim Il Sung")])
    >>> [(p.id, p.name, p.variants) for p in found]
    [('kim', 'Kim', ('Mr. Kim',)), ('kim-2', 'Kim Il Sung', ())]
    """
    people: dict[str, Person] = {}
    homes: dict[tuple[str, str], str] = {}
    for one in found:
        if isinstance(one, Person) and one.group:
            continue
        forms = (*one.forms, *one.variants) if isinstance(one, Person) else one.variants
        key = (one.id, one.name)
        home = homes.get(key)
        if home is None:
            home = homes[key] = unique(one.id, people)
            people[home] = Person(home, one.name, (), (), one.description)
        known = people[home]
        others = dict.fromkeys((*known.variants, *(f for f in forms if f and f != one.name)))
        people[home] = Person(home, one.name, (), tuple(others), known.description or one.description)
    return [people[id] for id in sorted(people)]


def write_csv(people: Iterable[Person]) -> str:
    """The register as CSV, as :func:`tei.register.load` reads it.

    >>> write_csv([Person("kim", "Kim Il Sung", (), ("Mr. Kim", "Kim"), "premier")])
    'id,name,description,variants\\nkim,Kim Il Sung,premier,Mr. Kim; Kim\\n'
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_HEADER)
    for person in people:
        writer.writerow((person.id, person.name, person.description, "; ".join(person.variants)))
    return stream.getvalue()

"""The people of the document as records: id, preferred name, every form met."""

from __future__ import annotations

from collections.abc import Iterable

from tei.annotate.names.candidate import Candidate
from tei.annotate.names.people import Group
from tei.ident import person_id
from tei.model import Document, Person
from tei.register import Register

__all__ = ["record"]

_BRACKETS = str.maketrans("", "", "[]")


class _Forms:
    """What has been met of one person."""

    __slots__ = ("best", "met", "variants")

    def __init__(self) -> None:
        self.best = ""
        self.met: dict[str, None] = {}
        self.variants: dict[str, None] = {}


def record(
    document: Document, shown: Iterable[tuple[Candidate, int, int]], register: Register | None
) -> dict[Group, str]:
    """Appends the people to the document in the order in which they are first marked; gives the id of each.

    ``shown`` are the mentions that are marked, each with its extent. A form is the name as it reads, without
    the brackets.
    """
    text = document.source.text
    found: dict[Group, _Forms] = {}
    for mention, start, end in shown:
        who = mention.who if mention.variant_of is None else mention.variant_of.who
        if not isinstance(who, Group):
            continue
        forms = found.get(who)
        if forms is None:
            forms = found[who] = _Forms()
        printed = _words(text[start:end])
        if printed in forms.met:
            continue
        forms.met[printed] = None
        if mention.variant_of is not None:
            forms.variants[printed] = None
            continue
        bare = _words(text[mention.head : end]) if mention.head > 0 else printed
        if _fuller(bare, forms.best):
            forms.best = bare
    ids: dict[Group, str] = {}
    taken = _Taken({person.id for person in document.people}, register.ids if register is not None else frozenset())
    for who, forms in found.items():
        entry = who.entry
        if entry is None:
            name = forms.best.rstrip(",")
            ids[who] = person_id(name, "person", taken)
            taken.own.add(ids[who])
            person = Person(ids[who], name, tuple(forms.met), tuple(forms.variants))
        else:
            ids[who] = entry.id
            others = (*entry.variants, *forms.variants)
            person = Person(entry.id, entry.name, tuple(forms.met), others, entry.description, registered=True)
        document.people.append(person)
    return ids


class _Taken:
    """The ids that are taken: in the document, or by a register, which may be large and is not copied."""

    __slots__ = ("_listed", "own")

    def __init__(self, own: set[str], listed: frozenset[str]) -> None:
        self.own, self._listed = own, listed

    def __contains__(self, ident: object) -> bool:
        return ident in self.own or ident in self._listed


def _fuller(one: str, other: str) -> bool:
    """Whether a form says more of a name than another: more words, or not all in capitals."""
    more = len(one.split()) - len(other.split())
    return more > 0 or (more == 0 and other.isupper() and one.upper() == other and one != other)


def _words(printed: str) -> str:
    if "[" in printed or "]" in printed:
        printed = printed.translate(_BRACKETS)
    return " ".join(printed.split())

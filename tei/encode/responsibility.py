"""Who made this text: contributors named by the citation and the credits, and whom ``@resp`` points at."""

from __future__ import annotations

from dataclasses import dataclass

from tei.encode.citation import parse_citation
from tei.encode.credit import Contribution, contributions
from tei.encode.declaration import CATEGORIES
from tei.encode.elements import RECIPES
from tei.encode.markup import Element
from tei.encode.plain import plain
from tei.ident import slug, unique
from tei.model import Document, Mark

__all__ = ["Contributor", "contributors", "responsible", "statements"]

_RESPONSIBLE = frozenset(kind for kind, recipe in RECIPES.items() if recipe.responsible)
_EDITOR = ("editorial marks in the source", "the editors of the source")
# fields whose words say who did what, and those whose label says it: name → what they did
_CREDITS = ("credits", "contributors")
_ROLES = {
    "translator": "translated by",
    "translators": "translated by",
    "contributor": "contributed by",
    "editor": "edited by",
}


@dataclass(frozen=True, slots=True)
class Contributor:
    """One who had a hand in the text: ``id`` for ``@xml:id``, ``resps`` in the words of the source."""

    id: str
    name: str
    resps: tuple[str, ...]
    organisation: bool = False


def contributors(document: Document) -> tuple[Contributor, ...]:
    """Everyone the citation and the credits name, in order, each once; their ids are none of the people's."""
    found: list[Contribution] = []
    words = document.text("citation")
    if words:
        found.extend(parse_citation(words).contributions)
    for field in document.fields:
        if not field.header:
            continue
        if field.name in _CREDITS:
            found.extend(c for part in field.parts for c in contributions(document.source.slice(part)))
        elif field.name in _ROLES:
            label = plain(document.source.slice(field.label)).lower()
            resp = label if label.endswith(" by") else _ROLES[field.name]
            printed = (f"{resp} {document.source.slice(part)}" for part in field.parts)
            found.extend(c for line in printed for c in contributions(line))
    if not found:
        return ()
    resps: dict[str, list[str]] = {}
    organisations: set[str] = set()
    for contribution in found:
        for printed_name, organisation in contribution.names:
            name = plain(printed_name)
            if name and contribution.resp not in resps.setdefault(name, []):
                resps[name].append(contribution.resp)
            if organisation:
                organisations.add(name)
    taken = {*CATEGORIES, *(p.id for p in document.people)}
    made = []
    for name, roles in resps.items():
        ident = unique(slug(name), taken)
        taken.add(ident)
        made.append(Contributor(ident, name, tuple(roles), name in organisations))
    return tuple(made)


def _editor(document: Document, named: tuple[Contributor, ...]) -> str:
    return unique("editor", {*(p.id for p in document.people), *(c.id for c in named)})


def responsible(document: Document) -> tuple[str, ...]:
    """The ids that ``@resp`` of an editorial mark points at: the translators, who set the brackets of a
    translation, else the editors of the source.
    """
    named = contributors(document)
    translators = tuple(c.id for c in named if any("translat" in resp for resp in c.resps))
    return translators or (_editor(document, named),)


def statements(title_statement: Element, document: Document) -> None:
    """Appends a ``respStmt`` for each contributor, and for the editors where a mark needs them."""
    named = contributors(document)
    for person in named:
        _statement(
            title_statement,
            person.id,
            person.resps,
            "orgName" if person.organisation else "persName",
            person.name,
        )
    if any("translat" in resp for person in named for resp in person.resps):
        return
    editorial = [m for m in (*document.marks, *document.blocks) if m.kind in _RESPONSIBLE]
    if any(map(_editorial, editorial)):
        resp, name = _EDITOR
        _statement(title_statement, _editor(document, named), (resp,), "name", name)


def _editorial(mark: Mark) -> bool:
    """Whether ``@resp`` goes on a mark of such a kind: an endnote of the source is none of its editors' brackets."""
    return mark.attrs.get("place") != "end" and "resp" not in mark.attrs


def _statement(parent: Element, ident: str, resps: tuple[str, ...], tag: str, name: str) -> None:
    statement = parent.sub("respStmt", {"xml:id": ident})
    for resp in resps:
        statement.sub("resp", words=resp)
    statement.sub(tag, words=name)

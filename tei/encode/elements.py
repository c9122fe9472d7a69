"""One row a kind of mark: the element it becomes, and the notation ``xslt/source.xsl`` writes back around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

__all__ = ["RECIPES", "Level", "Recipe", "allows"]


class Level(Enum):
    """Where an element of this kind may stand."""

    LEAF = "leaf"  # a block that holds text
    CONTAINER = "container"  # a block that holds blocks
    INLINE = "inline"  # text in a block
    POINT = "point"  # an empty element


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a kind of mark is written.

    ``wrap`` names a child that takes the content (``desc`` in ``gap``). ``open`` and ``close`` are the notation that
    the stylesheet writes around the element when no instruction says otherwise; they must equal its templates, which
    the law of fidelity shows on every conversion. ``responsible`` marks an editor's intervention (``@resp``); ``fixed``
    are attributes that every element of the kind has.
    """

    tag: str
    level: Level
    wrap: str = ""
    open: str = ""
    close: str = ""
    responsible: bool = False
    fixed: Mapping[str, str] = field(default_factory=dict)


_LEAF, _CONTAINER, _INLINE, _POINT = Level.LEAF, Level.CONTAINER, Level.INLINE, Level.POINT


def _bracket(tag: str, wrap: str = "", *, responsible: bool = True) -> Recipe:
    return Recipe(tag, _INLINE, wrap, "[", "]", responsible)


RECIPES: Mapping[str, Recipe] = {
    # leaf blocks
    "head": Recipe("head", _LEAF),
    "p": Recipe("p", _LEAF),
    "item": Recipe("item", _LEAF),
    "dateline": Recipe("dateline", _LEAF),
    "salute": Recipe("salute", _LEAF),
    "signed": Recipe("signed", _LEAF),
    "classification": Recipe("seg", _LEAF, fixed={"type": "classification"}),
    "ornament": Recipe("ab", _LEAF, fixed={"type": "ornament"}),
    # containers
    "list": Recipe("list", _CONTAINER),
    "opener": Recipe("opener", _CONTAINER),
    "closer": Recipe("closer", _CONTAINER),
    "div": Recipe("div", _CONTAINER),
    "sp": Recipe("sp", _CONTAINER),
    # brackets
    "supplied": _bracket("supplied"),
    "ex": _bracket("ex"),
    "corr": _bracket("corr"),
    "gap": _bracket("gap", "desc"),
    "vocal": _bracket("vocal", "desc"),
    "kinesic": _bracket("kinesic", "desc"),
    "incident": _bracket("incident", "desc"),
    "stage": _bracket("stage", responsible=False),
    "unclear": _bracket("unclear"),
    "note": _bracket("note"),
    # inline
    "persName": Recipe("persName", _INLINE),
    "roleName": Recipe("roleName", _INLINE),
    "placeName": Recipe("placeName", _INLINE),
    "orgName": Recipe("orgName", _INLINE),
    "title": Recipe("title", _INLINE),
    "rs": Recipe("rs", _INLINE),
    "date": Recipe("date", _INLINE),
    "expan": Recipe("expan", _INLINE),
    "choice": Recipe("choice", _INLINE),
    "sic": Recipe("sic", _INLINE),
    "said": Recipe("said", _INLINE),
    "label": Recipe("label", _INLINE),
    "speaker": Recipe("speaker", _INLINE),
    # points
    "pb": Recipe("pb", _POINT),
    "lb": Recipe("lb", _POINT),
    "noteref": Recipe("note", _POINT),
}

# What may stand in what, after TEI's content models. A parent without a row takes every inline kind.
_DATA = frozenset({"persName", "roleName", "placeName", "orgName", "rs", "title", "date"})
_INTER = frozenset({"label", "said", "stage"})  # TEI's model.inter: between phrase and block
_EVERY = frozenset(kind for kind, recipe in RECIPES.items() if recipe.level in (Level.INLINE, Level.POINT))
_PHRASE = _EVERY - _INTER - {"corr", "sic"} | {"sic"}

_ALLOWED: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("dateline", "salute", "signed", "speaker", "label"), _PHRASE),
    **dict.fromkeys(("persName", "roleName", "placeName", "orgName", "rs", "date", "expan"), _PHRASE),
    **dict.fromkeys(("gap", "vocal", "kinesic", "incident"), _DATA),
    "ex": frozenset(),
    "choice": frozenset({"sic", "corr"}),
}


def allows(parent: str, child: str) -> bool:
    """Whether an element of kind ``parent`` may hold one of kind ``child``.

    >>> allows("ex", "persName"), allows("gap", "persName"), allows("p", "said")
    (False, True, True)
    """
    return child in _ALLOWED.get(parent, _EVERY)

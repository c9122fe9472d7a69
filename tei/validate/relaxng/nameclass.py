"""Name classes (specification, section 6.2.1). A name is ``namespace}local``, or ``local`` without a namespace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["AnyName", "Name", "NameChoice", "NameClass", "NsName", "local", "names_in", "overlap", "wild"]


@dataclass(frozen=True, slots=True)
class Name:
    """One name."""

    key: str

    def holds(self, key: str) -> bool:
        """Whether a name is in the class."""
        return key == self.key


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name but those of another class."""

    but: NameClass | None = None

    def holds(self, key: str) -> bool:
        """Whether a name is in the class."""
        return self.but is None or not self.but.holds(key)


@dataclass(frozen=True, slots=True)
class NsName:
    """Every name of a namespace but those of another class."""

    uri: str
    but: NameClass | None = None

    def holds(self, key: str) -> bool:
        """Whether a name is in the class."""
        return key.rpartition("}")[0] == self.uri and (self.but is None or not self.but.holds(key))


@dataclass(frozen=True, slots=True)
class NameChoice:
    """The names of several classes."""

    classes: tuple[NameClass, ...]

    def holds(self, key: str) -> bool:
        """Whether a name is in one of the classes."""
        return any(one.holds(key) for one in self.classes)


NameClass = Name | AnyName | NsName | NameChoice
_ELSEWHERE = "\x00"  # in no document: a namespace and a name that no schema can mention


def local(key: str) -> str:
    """The local part of a name.

    >>> local("http://www.tei-c.org/ns/1.0}p")
    'p'
    """
    return key.rpartition("}")[2]


def names_in(names: NameClass) -> Iterator[str]:
    """The single names that a class is made of, not those that it excepts."""
    if isinstance(names, Name):
        yield names.key
    elif isinstance(names, NameChoice):
        for one in names.classes:
            yield from names_in(one)


def wild(names: NameClass) -> bool:
    """Whether the class is without end: an ``anyName`` or ``nsName`` is in it."""
    if isinstance(names, NameChoice):
        return any(map(wild, names.classes))
    return not isinstance(names, Name)


def overlap(one: NameClass, other: NameClass) -> bool:
    """Whether a name is in both: tried with every name that either mentions, and one beside each (section 7.3).

    >>> overlap(NsName("u"), Name("u}a")), overlap(NsName("u", Name("u}a")), Name("u}a"))
    (True, False)
    """
    return any(one.holds(key) and other.holds(key) for key in {*_witnesses(one), *_witnesses(other)})


def _witnesses(names: NameClass) -> Iterator[str]:
    if isinstance(names, Name):
        yield names.key
    elif isinstance(names, NameChoice):
        for one in names.classes:
            yield from _witnesses(one)
    else:
        yield f"{names.uri}}}{_ELSEWHERE}" if isinstance(names, NsName) and names.uri else _ELSEWHERE
        if isinstance(names, AnyName):
            yield f"{_ELSEWHERE}}}{_ELSEWHERE}"
        if names.but is not None:
            yield from _witnesses(names.but)

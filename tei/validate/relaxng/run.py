"""Drives a document through the states of a schema as expat reads it; goes on after an error, and says each thing once.

Memory is bounded by depth and schema (and by the ids of the document), not by length.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers import expat

from tei.errors import LimitError
from tei.parse import MAX_DEPTH
from tei.validate.relaxng import complaint as say
from tei.validate.relaxng.automaton import Automaton, Entry, Row, State
from tei.validate.relaxng.complaint import Complaint
from tei.validate.relaxng.derivative import skipped
from tei.validate.relaxng.expectation import anywhere
from tei.validate.relaxng.nameclass import local
from tei.validate.relaxng.pattern import Data, Element, Pattern

__all__ = ["Fault", "Run"]

_BLANKS = " \t\n\r"
# where in the construct that is being read: at its tag, at an attribute of it, at the text before it
Where = str
_TEXT, _END = "\0", "\0end"


class Fault(NamedTuple):
    """A complaint at a place: ``offset`` is the byte offset of the construct, ``where`` the name of an attribute in it or
    ``"\\0"`` for the text before it, ``number`` that of the element in document order (from 0).
    """

    complaint: Complaint
    line: int
    column: int
    offset: int
    where: Where
    number: int


@dataclass(slots=True)
class _Said:
    """What has been said of an open element, so that nothing is said twice.

    ``excused``: something in it was passed over, which may be what it lacks. ``text``: it holds text that it may not.
    ``misplaced``: what was expected when a child was out of place, and the name of that.
    """

    excused: bool = False
    text: bool = False
    misplaced: tuple[tuple[Pattern, ...], str] | None = None


class Run:
    """One document against one schema. ``faults`` fills as the parser of :meth:`parser` is fed."""

    def __init__(self, automaton: Automaton, encoding: str | None = None) -> None:
        self.faults: list[Fault] = []
        self._automaton = automaton
        self._parser = expat.ParserCreate(encoding, namespace_separator="}")
        self._stack: list[tuple[State, Entry, int]] = []
        self._pending: list[str] = []
        self._namespaces: dict[str | None, str] = {"xml": "http://www.w3.org/XML/1998/namespace"}
        self._scopes: list[tuple[str | None, str | None]] = []
        self._ids: dict[str, int] = {}
        self._references: list[tuple[str, str, int, int, int, str, int]] = []
        self._said: dict[int, _Said] = {}  # by depth
        self._number = -1

    def parser(self) -> expat.XMLParserType:
        """A parser that runs the document; what its handlers raise comes out of its ``Parse``."""
        parser = self._parser
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = self._handlers()
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = self._undeclare
        parser.EntityDeclHandler = self._entity
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    def finish(self) -> None:
        """What can only be said at the end: references to ids that are not there."""
        for name, tag, line, column, index, where, number in self._references:
            if name not in self._ids:
                close = say.near(name, self._ids)
                hint = f'did you mean "{close}"' if close else "give the id to the element that is meant"
                message = f'the attribute {where} of <{tag}> refers to the id "{name}", which is not in the document'
                self.faults.append(
                    Fault(Complaint("pointer-dangling", message, hint), line, column, index, where, number)
                )

    def _handlers(
        self,
    ) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None], Callable[[str], None]]:
        """The three that every document spends its time in; everything else is a method."""
        state = self._automaton.start
        stack, pending, said = self._stack, self._pending, self._said
        push, pop = stack.append, stack.pop
        number = -1

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal state, number
            number += 1
            if pending:
                state = self._text_before(state)
            entry = state[name]
            if entry is None:
                self._number = number
                entry, state = self._unexpected(name, state)
            push((state, entry, number))
            if len(stack) > MAX_DEPTH:
                self._number = number
                raise self._limit(f"elements are nested more than {MAX_DEPTH} deep, the limit")
            if attributes:
                now = entry.start
                for key, value in attributes.items():
                    row = now.attributes[key]
                    if row is None or row.special:
                        self._number = number
                        now = self._special(key, value, entry, now, row)
                    else:
                        then = row[value]
                        if then is None:
                            self._number = number
                            then = self._value(key, value, entry, now, row)
                        now = then
                after = now.closed
            else:
                now = entry.start
                after = entry.bare
            if after is None:
                self._number = number
                after = self._missing(entry, now)
            state = after

        def end(_: str) -> None:
            nonlocal state
            mask = self._whole(state) if state.stringy else state.mask
            entry, at = pop()[1:]
            if not mask:
                self._number = at
                mask = self._incomplete(entry, state, at == number)
            if said:
                said.pop(len(stack) + 1, None)
            state = entry.ends[mask]

        def characters(text: str) -> None:
            nonlocal state
            if state.stringy:
                pending.append(text)
                return
            after = state.words
            if after is not state and text.strip(_BLANKS):
                if after is None:
                    self._text(state)
                else:
                    state = after

        return start, end, characters

    # the scope of prefixes

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._scopes.append((prefix, self._namespaces.get(prefix)))
        self._namespaces = {**self._namespaces, prefix: uri or ""}

    def _undeclare(self, _: str | None) -> None:
        prefix, before = self._scopes.pop()
        self._namespaces = dict(self._namespaces)
        if before is None:
            self._namespaces.pop(prefix, None)
        else:
            self._namespaces[prefix] = before

    # limits

    def _limit(self, message: str, hint: str = "") -> LimitError:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        return LimitError(message, line=line, column=column, hint=hint)

    def _entity(self, name: str, *_: object) -> None:
        raise self._limit(
            f"the document declares the entity {name}, and entities are not expanded here",
            "write the text itself instead",
        )

    def _doctype(self, _: str, system: str | None, public: str | None, __: bool) -> None:
        if system is not None or public is not None:
            raise self._limit(
                "the document type refers to an external file, which is never read", "take the <!DOCTYPE …> out"
            )

    # errors: each says what is wrong, and gives the state from which to go on

    def _report(self, complaint: Complaint, where: Where = "") -> None:
        parser = self._parser
        self.faults.append(
            Fault(
                complaint,
                parser.CurrentLineNumber,
                parser.CurrentColumnNumber + 1,
                parser.CurrentByteIndex,
                where,
                self._number,
            )
        )

    def _unexpected(self, name: str, state: State) -> tuple[Entry, State]:
        """An element where it may not be. It is taken for the one that was meant, or for one whose forerunners are missing, or
        passed over; then the parent goes on as if it were not there.
        """
        automaton = self._automaton
        parent = self._stack[-1][1] if self._stack else None
        elements = automaton.named(name)
        if parent is not None and not parent.elements:  # in what is itself out of place, this was to be expected
            return self._passed_over(name, state, elements), state
        said = self._said_of()
        alike = (state.patterns, name)
        complaint = say.element_unexpected(name, state, parent, automaton)
        # of several alike in a row one is enough, unless they stand in running text; none where text was out of place too
        if not said.text and (state.words is not None or said.misplaced != alike):
            self._report(complaint)
        said.misplaced = alike
        if parent is None:
            return self._passed_over(name, state, ()), state
        if not elements:
            meant = self._meant(name, state)
            if meant is not None and complaint.code == "element-unknown":
                return meant, state
            said.excused = True
            return self._passed_over(name, state, ()), state
        after = automaton.alive([skipped(automaton.make, p, frozenset(elements)) for p in state.patterns])
        if after is not None:
            entry = self._passed_over(name, state, elements)
            entry.ends = _Always(after)
            return entry, state
        said.excused = True
        at_home = not anywhere(e.content for e in parent.elements).isdisjoint(elements)
        return self._passed_over(name, state, elements if at_home else ()), state

    def _said_of(self) -> _Said:
        """What has been said of the element that is open."""
        return self._said.setdefault(len(self._stack), _Said())

    def _passed_over(self, name: str, state: State, elements: tuple[Element, ...]) -> Entry:
        """An entry that leaves the parent as it is. Without ``elements`` it may hold anything; what the schema knows of that is
        still checked.
        """
        entry = Entry(self._automaton, name, elements, state)
        if not elements:
            entry.start = entry.bare = self._automaton.anything
        entry.ends = _Always(state)
        return entry

    def _meant(self, name: str, state: State) -> Entry | None:
        """The element that an unknown name is a slip for, where that one may stand here."""
        tag = local(name)
        keys = {local(e.name): e.name for p in state.patterns for e in p.firsts if e.name}
        close = tag if tag in keys else say.near(tag, keys)
        if close:
            entry = state[keys[close]]
            if entry is not None:
                return entry
        if len(keys) == 1 and not any(p.nullable for p in state.patterns):  # nothing else could have been meant
            return state[next(iter(keys.values()))]
        return None

    def _special(self, name: str, value: str, entry: Entry, now: State, row: Row | None) -> State:
        """An attribute that is not allowed, or whose value is an id, a reference, or depends on the prefixes in scope."""
        if row is None:
            if not entry.elements:
                return now
            self._report(say.attribute_unknown(name, entry, now), name)
            meant = say.near(local(name), {local(a.name): a.name for p in now.patterns for a in p.attributes if a.name})
            keys = [a.name for p in now.patterns for a in p.attributes if a.name and local(a.name) == meant]
            row = now.attributes[keys[0]] if keys else None
            after = None if row is None else row.anyhow()
            return now if after is None else after
        after = row.read(value, self._namespaces)
        if after is None:
            return self._value(name, value, entry, now, row)
        kinds = {kind for a in row.candidates for kind in _id_types(a.value)}
        for word in value.split():
            if "ID" in kinds:
                if word in self._ids:
                    message = f'the id "{word}" is used twice, first in line {self._ids[word]}'
                    self._report(Complaint("id-duplicate", message, "give one of them another id"), name)
                else:
                    self._ids[word] = self._parser.CurrentLineNumber
            elif kinds:
                parser = self._parser
                place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, parser.CurrentByteIndex)
                self._references.append((word, local(entry.name), *place, name, self._number))
        return after

    def _value(self, name: str, value: str, entry: Entry, now: State, row: Row) -> State:
        self._report(say.attribute_value(name, value, entry, row), name)
        after = row.anyhow()
        return now if after is None else after

    def _missing(self, entry: Entry, now: State) -> State:
        self._report(say.attribute_missing(entry, now))
        return now.lacking()

    def _text(self, state: State) -> None:
        said = self._said_of()
        if not self._stack or said.text:
            return
        said.text = said.excused = True
        _, entry, self._number = self._stack[-1]
        self._report(say.text_unexpected(entry, state), _TEXT)

    def _text_before(self, state: State) -> State:
        """Text that waits before a child, in an element that may hold either."""
        text = "".join(self._pending)
        self._pending.clear()
        if not state.stringy or not text.strip(_BLANKS):
            return state
        after = state.string(text, self._namespaces)
        if after is None:
            self._text(state)
            return state
        return after

    def _whole(self, state: State) -> int:
        """The definitions that the text of an element satisfies; said where there is none."""
        text = "".join(self._pending)
        self._pending.clear()
        mask = state.whole(text, self._namespaces)
        if not mask and self._stack:
            _, entry, self._number = self._stack[-1]
            if not self._said_of().excused:
                self._report(say.text_value(entry, state, text), _TEXT if text.strip(_BLANKS) else _END)
            return (1 << len(state.patterns)) - 1
        return mask

    def _incomplete(self, entry: Entry, state: State, childless: bool) -> int:
        said = self._said.get(len(self._stack) + 1)
        if not (said is not None and said.excused):
            self._report(say.incomplete(entry, state), _END if childless else "")
        return (1 << len(state.patterns)) - 1


class _Always(dict[int, State]):
    """The same state after the element, however it ended."""

    __slots__ = ("_state",)

    def __init__(self, state: State) -> None:
        self._state = state

    def __missing__(self, mask: int) -> State:
        return self._state


def _id_types(pattern: Pattern) -> set[str]:
    if isinstance(pattern, Data):
        return {pattern.type.id_type} - {""}
    found: set[str] = set()
    for key in ("one", "first", "rest"):
        inner = getattr(pattern, key, None)
        if inner is not None:
            found |= _id_types(inner)
    for inner in getattr(pattern, "among", ()):
        found |= _id_types(inner)
    return found

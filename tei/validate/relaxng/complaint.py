"""The words for each way in which a document breaks a schema: offender, verdict, then what was expected.

The order of the parts is that of jing's messages; what is expected is named in full where it is required, else the
closest. Each function gives one :class:`Complaint`; none of them knows where in the file it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from tei.validate.relaxng.automaton import Automaton, Entry, Row, State
from tei.validate.relaxng.expectation import (
    allowed,
    anywhere,
    called,
    literals,
    meaning,
    missing_before,
    required,
    required_attributes,
)
from tei.validate.relaxng.hint import hint_for, plainest
from tei.validate.relaxng.nameclass import local

__all__ = [
    "Complaint",
    "attribute_missing",
    "attribute_unknown",
    "attribute_value",
    "element_unexpected",
    "incomplete",
    "near",
    "text_unexpected",
    "text_value",
]

_TAG = re.compile(r"<(\w+)")


class Complaint(NamedTuple):
    """A finding without a place: the fields are those of :class:`tei.diagnostic.Diagnostic`."""

    code: str
    message: str
    hint: str = ""
    expected: tuple[str, ...] = ()


def near(name: str, names: Iterable[str], cutoff: float = 0.75) -> str:
    """The name that is meant, where one is close; capitals count for little.

    >>> near("persname", ("p", "persName", "person")), near("bold", ("p",))
    ('persName', '')
    """
    folded: dict[str, str] = {}
    for one in sorted(names):
        folded.setdefault(one.lower(), one)
    found = get_close_matches(name.lower(), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else ""


def element_unexpected(name: str, state: State, parent: Entry | None, automaton: Automaton) -> Complaint:
    """An element where it may not be."""
    tag = local(name)
    here = plainest(allowed(state), tag)
    if parent is None:
        return _root(name, state, here)
    around = local(parent.name)
    if not automaton.named(name):
        return _unknown(name, here, around, automaton)
    elements = {e for e in anywhere(e.content for e in parent.elements) if e.names.holds(name)}
    if not elements:
        hint = hint_for(around, tag)
        return Complaint("element-misplaced", f"<{tag}> is not allowed in <{around}>", hint, here)
    must = missing_before(state, frozenset(elements))
    if must:
        missing = _and(f"<{one}>" for one in must)
        return Complaint(
            "element-misplaced", f"<{tag}> is not allowed here yet: {missing} {_is(must)} missing before it", "", must
        )
    hint = hint_for(around, tag) or f"<{around}> may hold <{tag}>, but not at this place, or not so often"
    return Complaint("element-misplaced", f"<{tag}> is not allowed here in <{around}>", hint, here)


def _root(name: str, state: State, here: tuple[str, ...]) -> Complaint:
    tag = local(name)
    uris = sorted({e.name.rpartition("}")[0] for p in state.patterns for e in p.firsts if local(e.name) == tag})
    if uris and "}" not in name:
        return Complaint("element-namespace", f"<{tag}> has no namespace", f'write xmlns="{uris[0]}" on the root')
    if uris:
        hint = f'write xmlns="{uris[0]}" on the root' if uris[0] else "take its xmlns off"
        return Complaint(
            "element-namespace", f"<{tag}> is not in the namespace {uris[0] or 'that the schema has: none'}", hint
        )
    return Complaint("element-misplaced", f"<{tag}> cannot be the root of the document", "", here)


def _unknown(name: str, here: tuple[str, ...], around: str, automaton: Automaton) -> Complaint:
    tag = local(name)
    elsewhere = sorted(key for key in automaton.by_name if local(key) == tag)
    if elsewhere:
        hint = "change its xmlns" if "}" in name else 'take its xmlns="" off'
        return Complaint(
            "element-namespace",
            f"<{tag}> is not in the namespace of <{around}>",
            hint if tag in here else "take it out",
        )
    names = {local(key) for key in automaton.by_name}
    known = hint_for("", tag)
    if not names.issuperset(_TAG.findall(known)):
        known = ""
    close = "" if known else near(tag, here) or near(tag, names, 0.8)
    hint = f"did you mean <{close}>" if close else known
    return Complaint("element-unknown", f"<{tag}> is not an element of this schema", hint, () if close else here)


def incomplete(entry: Entry, state: State) -> Complaint:
    """An element that ends too soon."""
    tag = local(entry.name)
    must = required(state)
    if must:
        return Complaint(
            "element-incomplete",
            f"<{tag}> is incomplete: {_and(f'<{one}>' for one in must)} {_is(must)} missing",
            "",
            must,
        )
    here = plainest(allowed(state), "")
    said = f"<{tag}> is incomplete: it cannot end here" if here else f"<{tag}> is incomplete: it lacks its text"
    return Complaint("element-incomplete", said, "", here)


def text_unexpected(entry: Entry, state: State) -> Complaint:
    """Text where only elements may be."""
    tag, here = local(entry.name), allowed(state)
    return Complaint("text-misplaced", f"text is not allowed directly in <{tag}>", hint_for(tag, "", here), ())


def text_value(entry: Entry, state: State, text: str) -> Complaint:
    """A text that is no value of the datatype that the element holds."""
    text = " ".join(text.split())
    tag = local(entry.name)
    if not text:
        return Complaint("text-value", f"<{tag}> is empty, and should hold {meaning(state.patterns)}")
    values = literals(state.patterns)
    close = near(text, values)
    hint = f'did you mean "{close}"' if close else ""
    said = f'the text "{_short(text)}" of <{tag}> is not {meaning(state.patterns)}'
    return Complaint("text-value", said, hint, values)


def attribute_unknown(name: str, entry: Entry, state: State) -> Complaint:
    """An attribute that the element may not have."""
    tag, own = local(entry.name), called(name)
    names = sorted({called(a.name) for p in entry.start.patterns for a in p.attributes if a.name})
    if own in names:  # a definition that the other attributes ruled out had it
        return Complaint(
            "attribute-misplaced", f"the attribute {own} is not allowed on this <{tag}>, beside its other attributes"
        )
    close = near(own, names)
    if close:
        return Complaint(
            "attribute-misplaced", f"the attribute {own} is not allowed on <{tag}>", f"did you mean {close}"
        )
    hint = hint_for("@", own) or "take it out"
    return Complaint("attribute-misplaced", f"the attribute {own} is not allowed on <{tag}>", hint)


def attribute_missing(entry: Entry, state: State) -> Complaint:
    """An element without an attribute that it must have."""
    tag, must = local(entry.name), required_attributes(state)
    if not must:
        names = sorted({called(a.name) for p in state.patterns for a in p.attributes if a.name})
        return Complaint("attribute-missing", f"an attribute of <{tag}> is missing", "", tuple(names))
    noun = "attribute" if len(must) == 1 else "attributes"
    return Complaint("attribute-missing", f"the {noun} {_and(must)} of <{tag}> {_is(must)} missing")


def attribute_value(name: str, value: str, entry: Entry, row: Row) -> Complaint:
    """An attribute whose value is not of its kind."""
    tag, own = local(entry.name), called(name)
    patterns = tuple(a.value for a in row.candidates)
    values = literals(patterns)
    if values:
        close = near(value, values)
        hint = f'did you mean "{close}"' if close else ""
        return Complaint("attribute-value", f'the attribute {own} of <{tag}> cannot be "{_short(value)}"', hint, values)
    return Complaint(
        "attribute-value",
        f'the attribute {own} of <{tag}> is "{_short(value)}", not {meaning(patterns)}',
        hint_for("@", own),
    )


def _is(names: tuple[str, ...]) -> str:
    return "is" if len(names) == 1 else "are"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:50].rstrip() + " …"


def _and(words: Iterable[str]) -> str:
    words = list(words)
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)

"""What the source has around an element and TEI does not: the usual notation, and the instructions for the unusual.

``xslt/source.xsl`` holds the same defaults as templates. Where the source agrees with them nothing is written; where it
does not, ``<?src-open |…|?>`` or ``<?src-close |…|?>`` in the element holds what stands there instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tei.encode.elements import RECIPES
from tei.encode.nesting import Node

__all__ = [
    "BLOCK",
    "ODD",
    "SPEAKER",
    "Defaults",
    "escape",
    "instruction_text",
    "odd_characters",
    "usual_inline",
    "usual_leaf",
]

# characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and the two that mark an escape
ODD = re.compile("[^\t\n\r\x20-\ud7ff\ue002-\ufffd\U00010000-\U0010ffff]")
# bytes of UTF-8 that are no control character; with which the marks, U+FFFE, and surrogates begin (and some other letters)
_HELD = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x100)])
_SIGNS = (b"\xee", b"\xef", b"\xed")
_PI_ODD = re.compile("[^\t\n\x20-\ud7ff\ue002-\ufffd\U00010000-\U0010ffff]|(?<=\\?)>")

# what xslt/source.xsl writes between two blocks, and between a speaker and the speech, unless the document says otherwise
_NO_DEFAULT = frozenset(("pb", "note", "stage", "speaker"))
_CONTAINERS = frozenset(("div", "sp", "list", "opener", "closer"))
BLOCK = "\n\n"
SPEAKER = ": "


def odd_characters(text: str) -> frozenset[int]:
    """The code points of a text that XML cannot hold.

    >>> odd_characters("a bell \\x07\\n")
    frozenset({7})
    """
    if not (data := text.encode("utf-8", "surrogatepass")).translate(None, _HELD) and not any(
        sign in data for sign in _SIGNS
    ):
        return frozenset()  # most texts need no search, and this is the quickest way to see it
    return frozenset(map(ord, ODD.findall(text)))


def escape(match: re.Match[str]) -> str:
    """``U+E000 hex U+E001`` for a character that cannot stand there itself."""
    return f"\ue000{ord(match[0]):04x}\ue001"


def instruction_text(string: str) -> str:
    """The content of an instruction: bars keep leading blanks, what XML cannot hold is escaped.

    >>> instruction_text("\\n\\x0c")
    '|\\n\\ue000000c\\ue001|'
    """
    return f"|{_PI_ODD.sub(escape, string)}|"


@dataclass(frozen=True, slots=True)
class Defaults:
    """The two defaults that belong to a document: the blanks between blocks, and what divides a speaker from the speech."""

    block: str = BLOCK
    speaker: str = SPEAKER

    @classmethod
    def of(cls, text: str, forest: list[Node]) -> Defaults:
        """The most frequent separators of a document; on a tie the usual ones."""
        blocks = {BLOCK: 0}
        speakers = {SPEAKER: 0}
        last = -1
        kind = ""
        for leaf in _leaves(forest):
            start, end = leaf.start, leaf.end
            if start == end:
                continue
            before, kind = kind, leaf.kind
            if last >= 0:
                between = text[last:start]
                if before == "speaker" and kind != "stage":
                    speakers[between] = speakers.get(between, 0) + 1
                elif kind not in _NO_DEFAULT and between.isspace():
                    blocks[between] = blocks.get(between, 0) + 1
            last = end
        return cls(max(blocks, key=blocks.__getitem__), max(speakers, key=speakers.__getitem__))


def _leaves(forest: list[Node]) -> Iterator[Node]:
    for node in forest:
        if node.kind in _CONTAINERS:
            yield from _leaves(node.children)
        else:
            yield node


def usual_leaf(node: Node, before: str, defaults: Defaults, *, first_in_parentheses: bool) -> str:
    """What the stylesheet writes before the text of a leaf block.

    ``before`` is the kind of the sibling right before it in a turn ("" elsewhere).
    """
    if node.kind == "stage":
        usual = " "
    elif before in ("speaker", "stage") and node.kind in ("p", "ornament"):
        usual = defaults.speaker
    else:
        usual = defaults.block
    if node.kind == "pb":
        usual += _page(node.attrs)
    elif node.kind == "note":
        usual += f"[{node.attrs.get('n', '')}] "
    return usual + "(" if first_in_parentheses else usual


def usual_inline(kind: str, attrs: Mapping[str, str], parent: str) -> tuple[str, str]:
    """What the stylesheet writes before and after an inline element.

    >>> usual_inline("supplied", {}, "p"), usual_inline("pb", {"n": "3"}, "p"), usual_inline("corr", {}, "choice")
    (('[', ']'), ('[Page 3]', ''), (' [', ']'))
    """
    if kind == "pb":
        return (_page(attrs) or "\n", "")
    if kind == "lb":
        return ("-\n", "")
    if kind == "corr" and parent == "choice":
        return (" [", "]")
    if kind == "stage" and attrs.get("type") == "delivery":
        return ("", "")
    recipe = RECIPES[kind]
    return (recipe.open, recipe.close)


def _page(attrs: Mapping[str, str]) -> str:
    return f"[Page {attrs['n']}]" if "n" in attrs else ""

"""Which labels of a document are speakers: decided once, from all of its paragraphs together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tei.annotate.stage import is_play
from tei.annotate.turns.find import PAIR, STYLES, Search, colons, dots
from tei.annotate.turns.label import Label, Nature, Style, nature, plain
from tei.annotate.turns.report import reports
from tei.annotate.turns.vocabulary import promises_speech
from tei.annotate.turns.who import Cast
from tei.model import Mark
from tei.text import Span

__all__ = ["Speakers", "decide"]

# Someone speaks: first or second person, a question, an exclamation.
_SPEECH = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Mm]e|[Yy]our|[Uu]s|[Oo]ur|[Ii]ch|[Ww]ir|Sie|Ihnen|uns|mir|[Jj]e|[Nn]ous|[Vv]ous|[Uu]stede?s?|nosotros"
    r"|[Cc]húng tôi|[Tt]ôi|[Đđ]ồng chí"
    r"|[Яя]|[Мм]ы|[Вв]ы|[Вв]ам|[Вв]ас|[Нн]ам|[Нн]ас|[Мм]не)\b|[?!？！我你您们]"
    r"|\b(?:[Yy]es|[Nn]o|[Oo]h|[Jj]a|[Nn]ein|[Oo]ui|[Nn]on|[Дд]а|[Нн]ет)\b[,.—]"
)
# `President: Mr. Adam MALIK (Indonesia).`: who holds an office, and no speech
_PRESENTS = re.compile(
    r"\s?(?:Mr|Mrs|Ms|Miss|Mme|Dr|Sir|Lord|H\.\s?E)\.?\s(?:[^().\n]|\b[A-Z]\.){2,50}\s\([^()\n]{2,60}\)\.?\s{0,3}(?:\n|\Z)"
)
_FRONT = 12  # blocks in which a line may say who asks and who answers
_FEW_VOICES = 6
_FORMAL = 3  # who speak once each, in a verbatim record
_CAST = re.compile(r"(?:the\s)?(?:cast|characters|cast\sof\scharacters|persons|dramatis\spersonae)[:.]?", re.IGNORECASE)
_ENTRY = re.compile(r"[^\W\d_][^\n:.!?]{1,40}[:,–—-]\s(?![^\n]{0,200}[?!])")
# a part in a play that has no name: `FIRST GENTLEMAN`, `THE MAN IN THE HAT`
_PART = re.compile(r"(?:(?:THE|FIRST|SECOND|THIRD|FOURTH)\s|[1-4](?:ST|ND|RD|TH)\s)[A-Z][A-Z' -]{2,30}")
_MOST = 0.5  # share of the paragraphs from which no other style is asked


@dataclass(frozen=True, slots=True)
class Speakers:
    """The labels that open turns, by the number of their block; ``natures`` says what each key is."""

    labels: dict[int, Label]
    natures: dict[str, Nature]

    def known(self, key: str) -> bool:
        """Whether a label of this key speaks elsewhere in the document, or must be a person by its words."""
        return key in self.natures


def decide(text: str, title: str, leaves: Sequence[Mark], nested: frozenset[int], cast: Cast) -> Speakers:
    """The speakers of a document; none where it is no dialogue.

    ``leaves`` are the leaf blocks in order, ``nested`` the numbers of those in a list, an opener or a closer,
    which open no turn. The first of the styles that the document bears out is taken.
    """
    paragraphs = [(n, leaf) for n, leaf in enumerate(leaves) if leaf.kind == "p" and n not in nested]
    if is_play(text):
        listed = _listed(text, leaves)
        paragraphs = [(n, leaf) for n, leaf in paragraphs if n not in listed]
    if len(paragraphs) < 2:
        return Speakers({}, {})
    hint = promises_speech(title)
    spoken = [n for n, leaf in paragraphs if not _aside(text, leaf)]
    best = Speakers({}, {})
    search = Search(text, paragraphs, leaves, cast)
    for find in STYLES:
        if len(best.labels) >= _MOST * len(spoken):
            break
        labels = [x for x in find(search) if not _presents(text, x, leaves, cast)]
        if len(labels) > max(1, len(best.labels)) and not reports(text, labels, hint=hint):
            accepted = _Bench(text, labels, cast, hint, spoken).accepted()
            if len(accepted.labels) > len(best.labels):
                best = accepted
    return _others(text, paragraphs, leaves, best, cast) if best.labels else best


def _presents(text: str, label: Label, leaves: Sequence[Mark], cast: Cast) -> bool:
    """Whether nobody speaks after a label, as the line says who holds an office: ``Interviewer: John Park``"""
    if _PRESENTS.match(text, label.whole.end):
        return True
    if label.block > _FRONT or label.bare:
        return False
    rest = Span(label.whole.end, leaves[label.block].span.end)
    return any(name[1] == rest.end and not text[rest.start : name[0]].strip() for name in cast.within(rest))


def _listed(text: str, leaves: Sequence[Mark]) -> set[int]:
    """The paragraphs of a play that are its list of characters: ``MARGARET: forty, a schoolteacher``"""
    found: set[int] = set()
    listed = False
    for number, leaf in enumerate(leaves):
        if _CAST.fullmatch(text, *leaf.span):
            listed = True
        elif listed:
            listed = _ENTRY.match(text, *leaf.span) is not None
            if listed:
                found.add(number)
    return found


def _aside(text: str, leaf: Mark) -> bool:
    """Whether a paragraph is no speech by its looks: all in brackets, or an item with a dash."""
    start, end = leaf.span
    return (text[start] in "[(" and text[end - 1] in "])") or text[start] in "-•"


def _others(
    text: str, paragraphs: Sequence[tuple[int, Mark]], leaves: Sequence[Mark], speakers: Speakers, cast: Cast
) -> Speakers:
    """The same with labels in another style that can only be speakers: ``THE COURT: …`` among ``Q. …`` and ``A. …``."""
    search = Search(text, [(n, leaf) for n, leaf in paragraphs if n not in speakers.labels], leaves, cast)
    labels, natures = dict(speakers.labels), dict(speakers.natures)
    for find in (colons, dots):
        found = [x for x in find(search) if not x.bare and not _presents(text, x, leaves, cast)]
        kinds = [nature(plain(text[x.called.start : x.called.end])) for x in found]
        asked = all(kinds.count(kind) > 1 for kind in PAIR)
        for label, kind in zip(found, kinds, strict=True):
            if label.block not in labels and (kind.strong or label.key in speakers.natures or (asked and kind in PAIR)):
                labels[label.block] = label
                natures.setdefault(label.key, kind)
    return Speakers(labels, natures)


class _Bench:
    """Weighs the labels of one style."""

    def __init__(self, text: str, labels: list[Label], cast: Cast, hint: bool, paragraphs: list[int]) -> None:
        self.text, self.cast, self.hint, self.paragraphs = text, cast, hint, paragraphs
        self.play = is_play(text)
        self.count = Counter(label.key for label in labels)
        self.natures: dict[str, Nature] = {}
        self.known: set[str] = set()
        for label in labels:
            cast.alias(label)
        for label in labels:
            self._judge(label)
        self.labels = [label for label in labels if self.natures[label.key] is not Nature.NONE]

    def _judge(self, label: Label) -> None:
        key = label.key
        if key in self.natures and key in self.known:
            return
        kind = self.natures.get(key)
        if kind is None:
            kind = nature(plain(self.text[label.called.start : label.called.end]))
            if kind in PAIR and not self._paired():
                kind = Nature.NONE
            if kind is Nature.NONE and self.play and _PART.fullmatch(self.text, *label.called):
                kind = Nature.NAME
            self.natures[key] = kind
        if kind is not Nature.NONE and (kind.strong or self.cast.knows(label)):
            self.known.add(key)

    def _paired(self) -> bool:
        kinds = {key: nature(key.upper() if len(key) == 1 else key.title()) for key in self.count}
        if Nature.QUESTION not in kinds.values():
            return False
        # an oral history has the name of who answers: "Q: …", "MATLOCK: …"
        named = any(n > 1 and kinds[key] is not Nature.QUESTION for key, n in self.count.items())
        return Nature.ANSWER in kinds.values() or self.hint or (named and len(self.count) <= _FEW_VOICES)

    def accepted(self) -> Speakers:
        """The labels that are speakers, or none."""
        certain = {key for key, kind in self.natures.items() if key in self.known or kind in PAIR}
        strong = [x for x in self.labels if x.key in certain]
        weak = [x for x in self.labels if x.key not in certain and self.count[x.key] > 1]
        chosen = [x for x in self.labels if x.key in certain or self.count[x.key] > 1]
        if not (self._strong_enough(strong, chosen) or self._weak_enough(weak, chosen)):
            return Speakers({}, {})
        # in dense dialogue a label may come once; labels alone on their lines are at most every second paragraph
        once = self._density(chosen) >= (0.25 if self.play or chosen[0].style is Style.LINE else 0.6)
        kept = [x for x in self.labels if x.key in certain or self.count[x.key] > 1 or (once and self._once(x))]
        return Speakers({x.block: x for x in kept}, {x.key: self.natures[x.key] for x in kept})

    def _once(self, label: Label) -> bool:
        """Whether a label that comes once is a speaker in dense dialogue; one alone on its line in a play only."""
        return label.key.count(" ") < 3 and (not label.bare or (label.style is not Style.COLON and self.play))

    def _formal(self, key: str) -> bool:
        """Whether a label is one of a verbatim record: ``Mr. LODGE (United States): …``, ``Senator CHURCH. …``"""
        label = next(x for x in self.labels if x.key == key)
        printed = self.text[label.called.start : label.called.end].split()
        return len(printed) > 1 and len(printed[-1]) > 2 and printed[-1].isupper() and not printed[0].isupper()

    def _density(self, labels: list[Label]) -> float:
        """The share of labelled paragraphs between the first and the last label."""
        if not labels:
            return 0.0
        first, last = labels[0].block, labels[-1].block
        return len(labels) / max(1, sum(first <= n <= last for n in self.paragraphs))

    def _speaks(self, labels: list[Label]) -> float:
        """The share of labelled paragraphs in which someone seems to speak."""
        return sum(self._spoken(x) for x in labels) / len(labels)

    def _spoken(self, label: Label) -> bool:
        start = label.whole.end
        stop = self.text.find("\n\n", start + 2, start + 400)  # from + 2: a bare label's words come after a blank line
        return _SPEECH.search(self.text, start, stop if stop > 0 else start + 400) is not None

    def _strong_enough(self, strong: list[Label], chosen: list[Label]) -> bool:
        if len(strong) < 2:
            return self.hint and bool(strong) and len(chosen) > 2 and self._speaks(chosen) >= 0.5
        keys = {x.key for x in strong}
        if len({x.key for x in chosen}) < 2:
            return self.hint and len(strong) > 2
        if self.hint:
            return True
        pair = {self.natures[k] for k in keys} >= PAIR
        repeated = pair or any(self.count[k] > 1 for k in keys)
        density = self._density(chosen)
        # a record in which each speaks once: nothing comes again, but most paragraphs are speeches
        if len(keys) > _FORMAL and density >= 0.6 and self._speaks(chosen) >= 0.5:
            return True
        if sum(1 for key in keys if self._formal(key)) >= _FORMAL and density >= 0.4:
            return True
        if len(strong) == len(chosen) > 3 and density >= 0.9:
            return repeated  # nothing but "Mr. A: … Mr. B: … Mr. A: …", however short the answers
        return repeated and density >= 0.4 and self._speaks(chosen) >= 0.4

    def _weak_enough(self, weak: list[Label], chosen: list[Label]) -> bool:
        if self.hint and weak and self._density(self.labels) >= 0.8:
            every = self.labels
            if len(every) > 2 and len({x.key for x in every}) > 1 and self._speaks(every) >= 0.5:
                return True
        keys = [x.key for x in chosen]
        if len(weak) < 4 or len(set(keys)) < 2 or self._density(chosen) < 0.3:
            return False
        same = sum(a == b for a, b in pairwise(keys)) / len(keys)
        if same > 0.34:
            return False
        speaks = self._speaks(chosen)
        if chosen[0].style is Style.LINE and not self.hint:
            return speaks >= 0.6 and len(weak) > 4
        return speaks >= (0.3 if self.hint else 0.5)

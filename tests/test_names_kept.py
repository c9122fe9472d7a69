"""What names remembers from one document to the next changes nothing."""

from __future__ import annotations

from importlib import import_module

import tei

_AROUND = (
    "{}",
    "[{}]",
    "He saw the {} there.",
    "[{}",
    "{}]",
    "to the {} 13",
    "{} said no.",
    "He saw the {} to a man.",
    "\n{}\n",
    "the {}’s",
    ", {} Files",
)
_RUNS = (
    "Soviet Union", "Page Smith", "M. Offer", "Mr. King", "Rostow Files", "Lenin Library", "Camp David", "President May",
    "Viet Minh", "Secretary Rusk", "E. Rusk", "United Nations General Assembly", "NATO Council", "Mr. [Rusk]", "Dulles Airport",
    "The White House", "Santa Cruz", "Secretary of State", "Long Island", "New York Times", "Good Friday", "Prime Minister", "III", "M. Vol", "Latvia M. Claims",
)  # fmt: skip


def test_what_is_remembered_of_runs_without_a_name_changes_nothing() -> None:
    """A run of words in which no name was found is passed over the next time: so it must be one wherever it stands."""
    kept = import_module("tei.annotate.names.scan")
    texts = [around.format(run) for run in _RUNS for around in _AROUND]

    def read(text: str) -> list[str]:
        edition = tei.convert(f"Dean Rusk left.\n\n{text}\n")
        return [m.kind + edition.source.slice(m.span) for m in edition.document.marks]

    fresh = {}
    for text in texts:
        kept._PLAIN.intersection_update(kept._NEVER)
        fresh[text] = read(text)
    for order in (texts, texts[::-1]):
        kept._PLAIN.intersection_update(kept._NEVER)
        assert {text: read(text) for text in order} == fresh

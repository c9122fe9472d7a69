"""What is remembered of runs of words in which no name was found, from one document to the next, changes nothing."""

from __future__ import annotations

from importlib import import_module

_AROUND = (
    "{}", "[{}]", "He saw {} there.", "He saw the {} there.", "[{}", "{}]", "to the {} 13", "{} said no.", "He saw the {} to a man.",
    "\n{}\n", "the {}’s", ", {} Files",
)  # fmt: skip
_RUNS = (
    "Soviet Union", "Page Smith", "M. Offer", "Mr. King", "Rostow Files", "Lenin Library", "Camp David", "President May",
    "Viet Minh", "Secretary Rusk", "E. Rusk", "United Nations General Assembly", "NATO Council", "Mr. [Rusk]",
    "Dulles Airport", "The White House", "Santa Cruz", "Secretary of State", "Long Island", "Good Friday",
    "Prime Minister", "III", "M. Officer", "Village M. Eric", "Latvia M. Claims",
)  # fmt: skip


def test_a_run_without_a_name_is_one_wherever_it_stands() -> None:
    scan = import_module("tei.annotate.names.scan")  # the package has a function of this name
    texts = [around.format(run) for run in _RUNS for around in _AROUND]

    def read(text: str) -> list[tuple[int, int, str, bool]]:
        return [(c.start, c.end, c.title, c.firm) for c in scan.scan(text, [scan.Region(0, len(text), "p", True)])]

    fresh = {}
    for text in texts:
        scan._PLAIN.intersection_update(scan._NEVER)
        fresh[text] = read(text)
    for order in (texts, texts[::-1]):
        scan._PLAIN.intersection_update(scan._NEVER)
        assert {text: read(text) for text in order} == fresh

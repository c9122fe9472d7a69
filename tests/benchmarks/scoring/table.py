"""The figures as a table: target, baseline, change; what fell, and where most is missed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring.measure import Share

__all__ = ["Baseline", "fallen", "lines", "read_baseline", "rounded", "worst", "write_baseline"]

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Target:
    """What a measure should reach; ``most``: the less the better, none where only the change matters."""

    value: float | None = None
    most: bool = False


# in the order of the table; a kind of bracket (two blanks before it) has the target of the kinds
TARGETS: Mapping[str, Target] = {
    "documents valid": Target(1.0),
    "words of the source found in order": Target(1.0),
    "brackets as one element": Target(0.99),
    "brackets of the right kind": Target(0.97),
    "mentions found": Target(0.88),
    "mentions found to the letter": Target(),
    "mentions of one person together, B³": Target(0.95),
    "links: recall": Target(0.95),
    "links: precision where the gold has a name": Target(0.93),
    "links: precision, unlisted mentions counted wrong": Target(),
    "links: wrong": Target(0.005, most=True),
    "dates found": Target(0.97),
    "dates with the right day": Target(0.97),
    "dates, F1": Target(),
    "turn starts, F1": Target(0.98),
    "turn paragraphs inside a turn": Target(0.99),
    "turns of one speaker together, B³": Target(0.97),
    "documents without dialogue with false turns": Target(0.01, most=True),
    "page breaks at their place": Target(1.0),
}
_KINDS = "brackets of the right kind"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The figures of an earlier run, and over which documents."""

    documents: str
    figures: Mapping[str, float]


def rounded(shares: Mapping[str, Share]) -> dict[str, float]:
    """The figures, in the order of the table."""
    order = list(TARGETS)

    def place(name: str) -> tuple[int, str]:
        return (order.index(_KINDS if name.startswith("  ") else name), name if name.startswith("  ") else "")

    return {n: round(shares[n].part / shares[n].whole, _DIGITS) for n in sorted(shares, key=place) if shares[n].whole}


def documents(names: Sequence[str]) -> str:
    """What tells one set of documents from another: figures of two sets are not comparable."""
    return f"{len(names)}:{hashlib.sha256(chr(10).join(sorted(names)).encode()).hexdigest()[:16]}"


def read_baseline(path: Path) -> Baseline:
    """Reads a baseline that :func:`write_baseline` wrote."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Baseline(str(data["documents"]), {str(k): float(v) for k, v in data["figures"].items()})


def write_baseline(path: Path, names: Sequence[str], figures: Mapping[str, float]) -> None:
    """Writes the figures for later runs to be compared with."""
    data = {"documents": documents(names), "figures": figures}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _target(name: str) -> Target:
    return TARGETS[_KINDS] if name.startswith("  ") else TARGETS[name]


def fallen(figures: Mapping[str, float], baseline: Mapping[str, float]) -> list[str]:
    """The measures that are worse than the baseline; one that is no longer there counts as worse."""
    found = []
    for name, was in baseline.items():
        now = figures.get(name)
        if now is None or (now > was if _target(name).most else now < was):
            found.append(name)
    return found


def lines(
    figures: Mapping[str, float], shares: Mapping[str, Share], baseline: Mapping[str, float] | None
) -> Iterator[str]:
    """The table, line by line."""
    yield f"{'measure':52}{'figure':>8}{'of':>7}{'target':>10}{'baseline':>10}{'change':>9}"
    for name, figure in figures.items():
        target = _target(name)
        wanted = "" if target.value is None else f"{'≤' if target.most else '≥'} {target.value:g}"
        missed = target.value is not None and (figure > target.value if target.most else figure < target.value)
        was = baseline.get(name) if baseline is not None else None
        change = (
            "new"
            if was is None and baseline is not None
            else ""
            if was is None or was == figure
            else f"{figure - was:+.4f}"
        )
        before = "" if was is None else f"{was:.4f}"
        row = f"{name:52}{figure:8.4f}{shares[name].whole:7g}{wanted:>10}{before:>10}{change:>9}"
        yield row.rstrip() + ("  below target" if missed and not target.most else "  above target" if missed else "")


def worst(by_document: Mapping[str, Mapping[str, Share]], most: int) -> Iterator[str]:
    """The documents in which most is missed, and what."""
    ranked: list[tuple[float, str, str]] = []
    for name, shares in by_document.items():
        missed = {
            measure: share.part if target.most else share.whole - share.part
            for measure, share in shares.items()
            if not measure.startswith("  ") and (target := TARGETS[measure]).value is not None
        }
        said = [f"{measure} {n:.4g}" for measure, n in sorted(missed.items(), key=lambda m: -m[1]) if n > 1e-9]
        if said:
            ranked.append((-sum(missed.values()), name, "; ".join(said)))
    for _, name, said_ in sorted(ranked)[:most]:
        yield f"  {name}: {said_}"

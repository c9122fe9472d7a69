"""How accurate conversion is, on texts whose right reading is known.

    python tests/benchmarks/accuracy.py FOLDER            # the table, against the figures committed in accuracy.json
    python tests/benchmarks/accuracy.py FOLDER --update   # the figures of this run are the baseline from now on

FOLDER holds NAME.txt with NAME.json, and registers VOLUME-people.csv for VOLUME_….txt (or people.csv for all): see
docs/accuracy.md. Each text is converted without a register, and with one where there is one. Exit code 1 when a figure is
worse than the baseline, 2 when the golds or the baseline cannot be used.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]  # from a checkout, installed or not

from scoring.gold import Gold, GoldError, golds, read_gold, register_of  # noqa: E402
from scoring.measure import (  # noqa: E402
    Share,
    bracket_shares,
    date_shares,
    link_shares,
    name_shares,
    page_shares,
    turn_shares,
)
from scoring.output import read_output  # noqa: E402
from scoring.table import documents, fallen, lines, read_baseline, rounded, worst, write_baseline  # noqa: E402

import tei  # noqa: E402
from tei.register import Register, load  # noqa: E402

BASELINE = HERE / "accuracy.json"


def score(gold: Gold, source: bytes, register: Register | None, ids: frozenset[str]) -> dict[str, Share]:
    """The measures of one document: links with the register, all else without."""
    shares: dict[str, Share] = {}
    xml = tei.convert(source).xml
    plain = read_output(xml, gold.letters, notes=gold.notes)
    found = [
        ("documents valid", Share(not tei.validate(xml), 1)),
        ("words of the source found in order", Share(plain.words, plain.expected)),
        *bracket_shares(gold, plain),
        *name_shares(gold, plain),
        *date_shares(gold, plain),
        *turn_shares(gold, plain),
        *page_shares(gold, plain),
    ]
    if register is not None:
        linked = tei.convert(source, people=register).xml
        found[0] = ("documents valid", found[0][1] + Share(not tei.validate(linked), 1))
        found += link_shares(gold, read_output(linked, gold.letters, notes=gold.notes), ids)
    for name, share in found:
        shares[name] = shares.get(name, Share(0, 0)) + share
    return shares


def run(folder: Path, people: Path) -> dict[str, dict[str, Share]]:
    """The measures of every document of a folder.

    Raises GoldError for a gold that cannot be used.
    """
    registers: dict[Path, tuple[Register, frozenset[str]]] = {}
    scored: dict[str, dict[str, Share]] = {}
    for path in golds(folder):
        gold = read_gold(path)
        file = register_of(path, people)
        if file is not None and file not in registers:
            with file.open(newline="", encoding="utf-8-sig") as rows:
                registers[file] = (load(file), frozenset(row["id"] for row in csv.DictReader(rows)))
        register, ids = registers[file] if file is not None else (None, frozenset[str]())
        scored[gold.name] = score(gold, path.with_suffix(".txt").read_bytes(), register, ids)
    return scored


def pooled(scored: Mapping[str, Mapping[str, Share]]) -> dict[str, Share]:
    """The measures of all documents together."""
    whole: dict[str, Share] = {}
    for shares in scored.values():
        for name, share in shares.items():
            whole[name] = whole.get(name, Share(0, 0)) + share
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the arguments ask for; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="NAME.txt with NAME.json")
    parser.add_argument("--people-dir", type=Path, help="where the registers are (default: FOLDER)")
    parser.add_argument("--baseline", type=Path, help="figures to compare with (default: accuracy.json here)")
    parser.add_argument("--update", action="store_true", help="write the figures to the baseline")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON, for each document too")
    parser.add_argument("--worst", type=int, default=8, metavar="N", help="documents to list (default: 8)")
    given = parser.parse_args(arguments)
    try:
        scored = run(given.folder, given.people_dir or given.folder)
    except GoldError as error:
        print(f"accuracy.py: {error}", file=sys.stderr)
        return 2
    shares = pooled(scored)
    figures = rounded(shares)
    file = given.baseline or BASELINE
    if given.update:
        write_baseline(file, list(scored), figures)
    kept = read_baseline(file) if file.exists() else None
    if kept and kept.documents != documents(list(scored)):
        if given.baseline:
            print(f"accuracy.py: {file} is the baseline of other documents", file=sys.stderr)
            return 2
        kept = None  # the committed figures are of the project's own documents
    worse = fallen(figures, kept.figures) if kept else []
    if given.json:
        each = {name: rounded(found) for name, found in scored.items()}
        print(json.dumps({"figures": figures, "worse": worse, "documents": each}, ensure_ascii=False, indent=1))
        return 1 if worse else 0
    print("\n".join(lines(figures, shares, kept.figures if kept else None)))
    if bad := list(worst(scored, given.worst)):
        print("\nmost is missed in\n" + "\n".join(bad))
    if worse:
        print(f"\nworse than the baseline: {', '.join(name.strip() for name in worse)}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())

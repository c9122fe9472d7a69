"""The law of completeness over a folder: is each word of each document in each format?

    python tests/benchmarks/completeness.py FOLDER                        # texts (.txt) and TEI (.xml), in it and below
    python tests/benchmarks/completeness.py texts.tar.xz --formats text,epub
    python tests/benchmarks/completeness.py FOLDER --every pdf=20,docx=5  # slow formats on every 20th, every 5th document

Texts are converted first. Prints each failure as `tei render --check` would, then a table; the exit code is 1 where a word
is not shown, is shown twice, or a format fails. What is no TEI is listed, and counts as nothing.
"""

from __future__ import annotations

import argparse
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # from a checkout, installed or not

import tei  # noqa: E402
from tei.render import FORMATS, installed, rendition  # noqa: E402

_WRONG = ("text-not-shown", "text-shown-twice")
# parameters that make another selection of the same format
_VARIANTS: dict[str, tuple[dict[str, str], ...]] = {
    "csv": ({}, {"rows": "mentions"}, {"rows": "redactions"}),
    "text": ({}, {"brackets": "drop"}),
}
_SHOWN = 5  # failures of one document in one format that are printed


def documents(path: Path) -> Iterator[tuple[str, bytes]]:
    """(name, content) of the .txt and .xml files of a folder or an archive, in name order."""
    if path.is_file() and tarfile.is_tarfile(path):
        with tarfile.open(path) as archive:
            for member in sorted((m for m in archive.getmembers() if m.isfile()), key=lambda m: m.name):
                stream = archive.extractfile(member)
                if stream is not None and member.name.endswith((".txt", ".xml")):
                    yield member.name, stream.read()
        return
    for file in [path] if path.is_file() else sorted(path.rglob("*")):
        if file.suffix in (".txt", ".xml") and file.is_file():
            yield str(file), file.read_bytes()


class Tally:
    """What was found, by format."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()  # documents
        self.failed: Counter[str] = Counter()  # documents
        self.codes: Counter[tuple[str, str]] = Counter()
        self.seconds: Counter[str] = Counter()
        self.plain: Counter[str] = Counter()  # elements without a template

    def one(self, name: str, data: bytes, format: str) -> None:
        """One document in one format."""
        start = time.perf_counter()
        told: list[str] = []
        for params in _VARIANTS.get(format, ({},)):
            try:
                found = rendition(data, format, params=params).diagnostics
            except tei.TeiError as error:
                told.append(str(error))
                self.codes[format, "run"] += 1
                continue
            self.codes.update((format, d.code) for d in found)
            self.plain.update(d.message.split()[0] for d in found if d.code == "element-plain" and format == "text")
            told += [f"line {d.line}: {d.message}" for d in found if d.code in _WRONG]
        self.seconds[format] += time.perf_counter() - start
        self.count[format] += 1
        self.failed[format] += bool(told)
        for line in told[:_SHOWN]:
            print(f"{name}: {format}: {line}", flush=True)
        if len(told) > _SHOWN:
            print(f"{name}: {format}: … and {len(told) - _SHOWN} more", flush=True)

    def table(self) -> str:
        """The figures, a line a format."""
        lines = [f"{'format':10} {'documents':>9} {'failed':>7} {'not shown':>10} {'twice':>6} {'seconds':>8}"]
        for format in self.count:
            missing, twice = (self.codes[format, code] for code in _WRONG)
            lines.append(
                f"{format:10} {self.count[format]:9,} {self.failed[format]:7,} {missing:10,} {twice:6,}"
                f" {self.seconds[format]:8.1f}"
            )
        if self.plain:
            lines.append(
                f"shown as they stand, in documents: {', '.join(f'{k} {n}' for k, n in self.plain.most_common())}"
            )
        return "\n".join(lines)


def main() -> int:
    """Runs what the arguments ask for; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FOLDER", help="folder, file, or archive of them")
    parser.add_argument("--formats", help="only these, with commas between")
    parser.add_argument("--every", default="", metavar="FORMAT=N,…", help="a format on every Nth document only")
    given = parser.parse_args()
    formats = given.formats.split(",") if given.formats else [f for f in FORMATS if installed(FORMATS[f].extra)]
    every = {name: int(n) for name, _, n in (part.partition("=") for part in given.every.split(",") if part)}
    tally, refused, number = Tally(), 0, 0
    for path in given.paths:
        for name, data in documents(path):
            try:
                xml = tei.convert(data).xml if name.endswith(".txt") else data
                rendition(xml, "source", check=False)
            except tei.TeiError as error:
                refused += 1
                print(f"{name}: not taken: {error}", flush=True)
                continue
            for format in formats:
                if number % every.get(format, 1) == 0:
                    tally.one(name, xml, format)
            number += 1
    print(f"{number:,} documents, {refused} not taken")
    print(tally.table())
    if not number:
        print("no .txt or .xml file is there")
    return int(any(tally.failed.values()) or not number)


if __name__ == "__main__":
    sys.exit(main())

"""How fast conversion is, as ratios within one run.

    python tests/benchmarks/speed.py                       # the seed, whole process, against importing lxml
    python tests/benchmarks/speed.py --corpus FOLDER       # a folder (or .tar.xz) of texts in one process: MB/s and memory
    python tests/benchmarks/speed.py --corpus FOLDER --people REGISTER --pandoc

Whole process: `tei convert SEED` against `python -c "import lxml.etree"`, in turns, medians. Corpus: the peer is the floor of
any such tool, lxml parsing and serialising the finished documents; memory is the peak after a tenth of the texts and
after all of them. ``--people`` takes a register, or a folder of registers ``*-people.csv``, of which 250 people are taken in
turns; ``--pandoc`` runs ``pandoc -f commonmark -t tei``, which annotates nothing, on the same texts after each pass.
"""

from __future__ import annotations

import argparse
import csv
import io
import resource
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED = next((ROOT / "seeds").glob("*.txt"))
sys.path.insert(0, str(ROOT))  # from a checkout, installed or not
_PEOPLE = 250


def whole_process(runs: int) -> None:
    """Prints the median times of the two commands and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [
            sys.executable,
            "-m",
            "tei",
            "convert",
            str(SEED),
            "-q",
            "-o",
            str(Path(folder) / "record.xml"),
        ]
        peer = [sys.executable, "-c", "import lxml.etree"]
        times: dict[str, list[float]] = {"ours": [], "peer": []}
        for turn in range(runs + 1):
            for name, command in (("ours", ours), ("peer", peer)):
                start = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
                if turn:  # the first round warms the caches
                    times[name].append(time.perf_counter() - start)
    a, b = statistics.median(times["ours"]), statistics.median(times["peer"])
    print(f"tei convert SEED {a * 1000:.0f} ms, import lxml.etree {b * 1000:.0f} ms: {a / b:.1f} times (at most 12)")


def texts(path: Path) -> Iterator[bytes]:
    """The texts of a folder or an archive, in name order."""
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield file.read_bytes()
        return
    with tarfile.open(path) as archive:
        for member in sorted((m for m in archive.getmembers() if m.isfile()), key=lambda m: m.name):
            stream = archive.extractfile(member)
            if stream is not None:
                yield stream.read()


def register_of(path: Path) -> bytes:
    """The register of a file, or 250 people of the registers of a folder, one of each in turns."""
    if path.is_file():
        return path.read_bytes()
    texts = [f.read_text(encoding="utf-8") for f in sorted(path.glob("*-people.csv"))]
    files = [list(csv.reader(io.StringIO(text, newline="")))[1:] for text in texts]
    rows = {row[0]: row for row in chain.from_iterable(zip_longest(*files)) if row}
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("id", "name", "description"), *list(rows.values())[:_PEOPLE]])
    return written.getvalue().encode()


def pandoc(data: Sequence[bytes]) -> float:
    """How long pandoc takes for the texts, all in one process."""
    with tempfile.NamedTemporaryFile(suffix=".md") as file:
        file.write(b"\n\n".join(data))
        file.flush()
        start = time.perf_counter()
        subprocess.run(["pandoc", "-f", "commonmark", "-t", "tei", file.name, "-o", "/dev/null"], check=True)
        return time.perf_counter() - start


def corpus(path: Path, people: str | None, passes: int, peer: bool) -> None:
    """Prints MB/s over the texts (median and best pass), the ratio to the floor and to pandoc, and how memory grew."""
    from lxml import etree

    import tei
    from tei.register import load

    register = load(register_of(Path(people))) if people else None
    if register is not None:
        print(f"a register of {len(register)} people")
    data = list(texts(path))
    mb = sum(map(len, data)) / 1e6
    tei.convert(data[0], people=register)
    ours: list[float] = []
    floors: list[float] = []
    peers: list[float] = []
    early = 0
    for turn in range(passes):
        spent = floor = 0.0
        for number, text in enumerate(data):
            start = time.perf_counter()
            xml = tei.convert(text, people=register).xml
            spent += time.perf_counter() - start
            start = time.perf_counter()
            etree.tostring(etree.fromstring(xml))
            floor += time.perf_counter() - start
            if not turn and number == len(data) // 10:
                early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours.append(spent)
        floors.append(floor)
        if peer:
            peers.append(pandoc(data))
    late = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    a, b = statistics.median(ours), statistics.median(floors)
    best = f"best of {passes} passes {mb / min(ours):.2f}"
    print(f"{len(data)} texts, {mb:.1f} MB in {a:.2f} s: {mb / a:.2f} MB/s, {best} (at least 1.5)")
    print(f"lxml parse + serialise of the results: {b:.2f} s; ours takes {a / b:.1f} times that")
    if peer:
        c = statistics.median(peers)
        print(
            f"pandoc -f commonmark -t tei: {c:.2f} s, {mb / c:.2f} MB/s; ours is {c / a:.1f} times as fast (at least 2)"
        )
    print(f"peak memory after a tenth {early / 1024:.0f} MB, at the end {late / 1024:.0f} MB: {late / early:.2f} times")
    print(
        f"Python {sys.version.split()[0]} ({sys.executable}); one built without profile-guided optimisation is slower"
    )


def main() -> None:
    """Runs what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="folder or .tar.xz of texts")
    parser.add_argument("--people", help="register to resolve names with, or a folder of registers")
    parser.add_argument("--pandoc", action="store_true", help="compare with pandoc (which must be installed)")
    parser.add_argument("--runs", type=int, default=9, help="runs of each command")
    parser.add_argument("--passes", type=int, default=3, help="passes over the texts")
    given = parser.parse_args()
    if given.pandoc and not shutil.which("pandoc"):
        parser.error("pandoc is not installed")
    if given.corpus:
        corpus(given.corpus, given.people, given.passes, given.pandoc)
    else:
        whole_process(given.runs)


if __name__ == "__main__":
    main()

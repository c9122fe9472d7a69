"""How fast validation is, as ratios within one run.

    python tests/benchmarks/validation.py [--schema tei_all.rng] [--runs 5] [--folder FOLDER]

Cold: the whole process for one play-like document of 0.6 MB against the schema: jing : ours, lxml : ours (lxml needs seconds to
compile `tei_all.rng`). Warm: many documents in one process, MB/s against lxml's validate with compile time left out (and
parsing too, which ours includes). Compile: every schema of FOLDER (RELAX NG), seconds. Memory: a document of 200 MB, streamed.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # from a checkout, installed or not
WORDS = "the king of all these lands shall speak no more with such a heavy heart and go hence to find what time has left".split()
HEADER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A play'
    "</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><p>made</p></sourceDesc></fileDesc></teiHeader>"
)
# what jing and lxml do; without --grammar-only also Schematron, pointers, ids and dates
OURS = [sys.executable, "-m", "tei", "validate", "--quiet", "--grammar-only", "--schema"]
LXML = "import sys; from lxml import etree as e; sys.exit(not e.RelaxNG(e.parse(sys.argv[1])).validate(e.parse(sys.argv[2])))"


def play(size: int, seed: int = 1) -> Iterator[str]:
    """A play of about ``size`` characters, in pieces: acts, scenes, speeches in verse and prose, stage directions."""
    draw = random.Random(seed)

    def line(words: int) -> str:
        return " ".join(draw.choice(WORDS) for _ in range(words))

    yield HEADER + "<text><front><castList>"
    for i in range(20):
        yield f'<castItem xml:id="r{i}"><role>ROLE {i}</role>, <roleDesc>{line(4)}</roleDesc></castItem>\n'
    yield "</castList></front><body>\n"
    written = scene = 0
    while written < size:
        scene += 1
        pieces = [
            f'<div type="scene" n="{scene}"><head>Scene {scene}</head><stage type="entrance">Enter {line(3)}</stage>\n'
        ]
        for _ in range(42):
            who = draw.randrange(20)
            pieces.append(f'<sp who="#r{who}"><speaker>Role {who}</speaker>\n')
            if draw.random() < 0.3:
                pieces.append(f"<p>{line(40)} <stage>{line(3)}</stage> {line(12)}</p>")
            else:
                pieces.extend(f'<l n="{n}" part="N">{line(8)}</l>\n' for n in range(draw.randrange(1, 8)))
            pieces.append("</sp>\n")
        piece = "".join(pieces) + "</div>\n"
        written += len(piece)
        yield piece
    yield "</body></text></TEI>\n"


def cold(schema: Path, runs: int) -> None:
    """Prints the median times of whole processes, and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "play.xml"
        document.write_text("".join(play(600_000)), encoding="utf-8")
        commands = {
            "ours": [*OURS, str(schema), str(document)],
            "ours, all checks": [*(part for part in OURS if part != "--grammar-only"), str(schema), str(document)],
            "lxml": [sys.executable, "-c", LXML, str(schema), str(document)],
        }
        if jing := shutil.which("jing"):
            commands["jing"] = [jing, str(schema), str(document)]
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                if name == "lxml" and len(times[name]) >= 2:
                    continue  # it takes seconds
                start = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
                if turn:  # the first round warms the caches
                    times[name].append(time.perf_counter() - start)
        middle = {name: statistics.median(found) for name, found in times.items()}
        print(
            f"cold, {document.stat().st_size / 1e6:.2f} MB: " + ", ".join(f"{n} {t:.2f} s" for n, t in middle.items())
        )
    if "jing" in middle:
        print(f"  jing : ours {middle['jing'] / middle['ours']:.1f} (at least 1.5)")
    print(f"  lxml : ours {middle['lxml'] / middle['ours']:.1f} (at least 12)")


def warm(schema: Path, passes: int) -> None:
    """Prints MB/s over many documents in one process."""
    from lxml import etree

    from tei import Schema

    documents = ["".join(play(20_000 + 1000 * n, seed=n)).encode() for n in range(60)]
    mb = sum(map(len, documents)) / 1e6
    ours, theirs = Schema.load(schema), etree.RelaxNG(etree.parse(schema))
    trees = [etree.ElementTree(etree.fromstring(d)) for d in documents]
    a, b, c = [], [], []
    for _ in range(passes):
        start = time.perf_counter()
        assert all(ours.validate(d).valid for d in documents)
        a.append(mb / (time.perf_counter() - start))
        start = time.perf_counter()
        assert all(theirs.validate(tree) for tree in trees)
        b.append(mb / (time.perf_counter() - start))
        start = time.perf_counter()
        assert all(theirs.validate(etree.ElementTree(etree.fromstring(d))) for d in documents)
        c.append(mb / (time.perf_counter() - start))
    x, y, z = map(statistics.median, (a, b, c))
    print(
        f"warm, {len(documents)} documents, {mb:.1f} MB: ours {x:.1f} MB/s with parsing, lxml {y:.1f} without, {z:.1f} with"
    )
    print(f"  ours : lxml without parsing {x / y:.2f} (at least 0.6), with parsing {x / z:.2f}")


def compile_all(folder: Path) -> None:
    """Prints how long each schema takes to compile."""
    from tei import Schema

    for path in sorted(folder.rglob("*.rng")):
        times = []
        for _ in range(3):
            start = time.perf_counter()
            Schema.load(path)
            times.append(time.perf_counter() - start)
        print(f"compile {path.name}: {statistics.median(times):.3f} s (less than 0.5)")


def memory(schema: Path, megabytes: int) -> None:
    """Prints the peak memory of a process that validates a long document, and its speed."""
    code = (
        "import resource, sys, time; from tei import Schema; s = Schema.load(sys.argv[1]); t = time.perf_counter();"
        "assert s.validate(sys.argv[2]).valid;"
        "print([int(l.split()[1]) // 1024 for l in open('/proc/self/status') if l.startswith('VmHWM')][0], time.perf_counter() - t)"
    )
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "long.xml"
        with document.open("w", encoding="utf-8") as file:
            file.writelines(play(megabytes * 1_000_000))
        command = [sys.executable, "-c", code, str(schema), str(document)]
        peak, seconds = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    print(f"memory, {megabytes} MB: peak {peak} MB (less than 150), {megabytes / float(seconds):.1f} MB/s")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schema", type=Path, default=ROOT.parent / "shared" / "tei" / "tei_all.rng")
    parser.add_argument("--folder", type=Path, help="a folder of RELAX NG schemas to compile")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--megabytes", type=int, default=200)
    options = parser.parse_args()
    print(
        f"Python {sys.version.split()[0]}, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at the start"
    )
    cold(options.schema, options.runs)
    warm(options.schema, options.runs)
    if options.folder:
        compile_all(options.folder)
    memory(options.schema, options.megabytes)


if __name__ == "__main__":
    main()

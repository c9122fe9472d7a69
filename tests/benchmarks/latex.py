"""LaTeX set by a TeX: does it compile, and are all the words on the pages?

    python tests/benchmarks/latex.py FOLDER...                  # texts (.txt) and TEI (.xml), in it and below
    python tests/benchmarks/latex.py seeds --engine xelatex     # another than lualatex

Needs what the head of each .tex file names, and pdftotext (Debian: poppler-utils). The pages are read with pdftotext, and
each word of the document is looked for among theirs; a line that is too wide (overfull by more than a point) is told, for
what runs off the page is not read. The exit code is 1 where a document does not compile, lacks a word or a character in
every font, or has a line that leaves the page.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # from a checkout, installed or not
sys.path.insert(0, str(Path(__file__).parent))

from completeness import documents  # noqa: E402

import tei  # noqa: E402

_OVERFULL = re.compile(r"Overfull \\hbox \(([\d.]+)pt too wide\)")
_MARGIN = 60  # points beyond the line that are still on the page
_WORD = re.compile(r"\w+")
# presentation forms of Arabic come out of pages as such; marks may be a glyph of their own
_DROPPED = ("Mn", "Cf")


def letters(text: str) -> Counter[str]:
    """How often each letter and figure stands in a text, whatever the order."""
    plain = normalize("NFKD", text).casefold()
    return Counter(c for c in plain if c.isalnum() and category(c) not in _DROPPED)


def words(text: str) -> Counter[str]:
    """How often each word does; words divided at a line end are one again."""
    return Counter(_WORD.findall(normalize("NFKC", re.sub(r"[-\u00ad\u2010]\n\s*", "", text)).casefold()))


def _texts(paragraphs: list[dict[str, Any]]) -> list[str]:
    return [text for p in paragraphs for text in (p["text"], *(note["text"] for note in p.get("notes", ())))]


def check(name: str, xml: bytes, engine: str) -> list[str]:
    """What is wrong with one document."""
    made = tei.render(xml, "latex")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "record.tex").write_bytes(made)
        command = [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "record.tex"]
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=600)
        log = (Path(folder) / "record.log").read_text(encoding="utf-8", errors="replace")
        if done.returncode:
            said = [line for line in log.splitlines() if line.startswith("!") or re.match(r"l\.\d+", line)]
            return [f"does not compile: {' '.join(said[:2])}"]
        pages = subprocess.run(["pdftotext", "record.pdf", "-"], cwd=folder, capture_output=True, check=True)
    found = pages.stdout.decode("utf-8", "replace")
    wrong = [f"no font has {m}" for m in sorted(set(re.findall(r"There is no (\S+ \(U\+\w+\)|\S+) in font", log)))]
    wide = [width for width in map(float, _OVERFULL.findall(log)) if width > 1]
    if any(width > _MARGIN for width in wide):
        wrong.append(f"a line leaves the page by {max(wide):.0f} points")
    elif wide:
        print(f"{name}: {len(wide)} lines are up to {max(wide):.0f} points too wide")
    record = json.loads(tei.render(xml, "json", params={"pages": "drop"}))
    # a heading that says the title again is not set twice
    body = [p for p in record["paragraphs"] if p["text"] != record["title"]]
    expected = "\n".join([record["title"], *(f["value"] for f in record["fields"]), *_texts(body)])
    missing = letters(expected) - letters(found)
    if missing:
        lost = words(expected) - words(found)
        wrong.append(f"{missing.total()} letters are not on the pages; words: {' '.join(list(lost)[:12])}")
    return wrong


def main() -> int:
    """Runs what the arguments ask for; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FOLDER", help="folder, file, or archive of them")
    parser.add_argument("--engine", default="lualatex", help="the TeX that sets the documents")
    given = parser.parse_args()
    for program in (given.engine, "pdftotext"):
        if shutil.which(program) is None:
            parser.error(f"{program} is not installed")
    count = failed = 0
    start = time.perf_counter()
    for path in given.paths:
        for name, data in documents(path):
            wrong = check(name, tei.convert(data).xml if name.endswith(".txt") else data, given.engine)
            count += 1
            failed += bool(wrong)
            for line in wrong:
                print(f"{name}: {line}", flush=True)
    print(f"{count} documents set by {given.engine} in {time.perf_counter() - start:.0f} s, {failed} failed")
    return int(failed > 0 or not count)


if __name__ == "__main__":
    sys.exit(main())

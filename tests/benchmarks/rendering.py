"""How fast rendering is, as ratios within one run.

    python tests/benchmarks/rendering.py [--corpus FOLDER] [--texts 300] [--stylesheets html.xsl]

The peers, on the same documents in turns: lxml parsing and serialising them (the limit of any such tool), and the TEI
Stylesheets under saxonche where ``--stylesheets`` names their ``html/html.xsl``. One long document shows that time grows with
length and no faster: it is measured at 0.5 and 5 MB.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # from a checkout, installed or not
HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Long</title></titleStmt><publicationStmt><p/>'
    "</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc><particDesc><listPerson>"
)
WORDS = (
    "the delegation said that nothing had been decided in {} when Mr. {} came back with an answer of some kind ".split(
        " "
    )
)


def documents(folder: Path, most: int) -> list[bytes]:
    """TEI of the first texts of a folder."""
    import tei

    return [tei.convert(path).xml for path in sorted(folder.glob("*.txt"))[:most]]


def long(size: int) -> bytes:
    """A conversation of about so many bytes, with names, dates and brackets."""
    people = "".join(f'<person xml:id="p{n}"><persName>Person {n}</persName></person>' for n in range(40))
    parts = [HEAD, people, "</listPerson></particDesc></profileDesc></teiHeader><text><body>"]
    written, turn = 0, 0
    while written < size:
        turn += 1
        words = " ".join(WORDS).format(
            "<placeName>Oslo</placeName>", f'<persName ref="#p{turn % 40}">Person</persName>'
        )
        piece = (
            f'<sp who="#p{turn % 7}"><speaker>Person {turn % 7}</speaker><p>{words * 3}<supplied reason="subaudible">and</supplied> '
            f'<date when="1965-02-{turn % 28 + 1:02}">then</date>.</p></sp>'
        )
        parts.append(piece)
        written += len(piece)
    return "".join([*parts, "</body></text></TEI>"]).encode()


def measured(run: Callable[[bytes], object], inputs: list[bytes], passes: int) -> float:
    """MB/s, the median of some passes after one that warms up."""
    size = sum(map(len, inputs)) / 1e6
    times = []
    for turn in range(passes + 1):
        start = time.perf_counter()
        for one in inputs:
            run(one)
        if turn:
            times.append(time.perf_counter() - start)
    return size / statistics.median(times)


def saxon(path: Path) -> Callable[[bytes], object]:
    """The TEI Stylesheets, compiled once."""
    import saxonche

    processor = saxonche.PySaxonProcessor(license=False)
    compiled = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))

    def run(data: bytes) -> object:
        return compiled.transform_to_string(xdm_node=processor.parse_xml(xml_text=data.decode()))

    return run


def main() -> int:
    from lxml import etree

    from tei.render import FORMATS, installed, render

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT / "seeds")
    parser.add_argument("--texts", type=int, default=300)
    parser.add_argument("--stylesheets", type=Path)
    parser.add_argument("--passes", type=int, default=3)
    options = parser.parse_args()
    made = documents(options.corpus, options.texts)
    print(f"{len(made)} documents, {sum(map(len, made)) / 1e6:.1f} MB of TEI")
    floor = measured(lambda data: etree.tostring(etree.fromstring(data)), made, options.passes)
    print(f"lxml, parse and serialise: {floor:.1f} MB/s")
    page = measured(render, made, options.passes)
    print(f"html: {page:.1f} MB/s, {page / floor:.2f} of lxml (at least 0.17)")
    if options.stylesheets:
        few = made[: max(1, len(made) // 10)]
        theirs, ours = measured(saxon(options.stylesheets), few, 1), measured(render, few, options.passes)
        print(f"TEI Stylesheets: {theirs:.2f} MB/s; ours : theirs {ours / theirs:.1f} (at least 4)")
    for name in FORMATS:
        if name not in ("html", "pdf") and installed(FORMATS[name].extra):
            print(f"{name}: {measured(lambda data, to=name: render(data, to), made[:50], 1):.1f} MB/s")
    speeds = [measured(render, [long(size)], 1) for size in (500_000, 5_000_000)]
    print(
        f"one document of 0.5 MB: {speeds[0]:.1f} MB/s, of 5 MB: {speeds[1]:.1f}; the second : the first {speeds[1] / speeds[0]:.2f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Makes record.rng from record.rnc; `--check` says whether it is current (exit 1 when not).

python schemas/build.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from lxml import etree

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))  # from a checkout, installed or not

from tei.validate.relaxng.compact import read_compact  # noqa: E402
from tei.validate.relaxng.lexical import XSD  # noqa: E402
from tei.validate.relaxng.syntax import RNG, Node  # noqa: E402

SEQUENCES = frozenset(
    {"element", "define", "optional", "zeroOrMore", "oneOrMore", "list", "mixed"}
)  # of their children
NOTES = "http://relaxng.org/ns/compatibility/annotations/1.0"


def made() -> str:
    """record.rng as it should be."""
    source = FOLDER / "record.rnc"
    root = element(read_compact(source.read_bytes(), path=str(source)), "")
    etree.indent(root)
    note = "<!-- Made from record.rnc by schemas/build.py; change that file, not this one. -->"
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{note}\n{text}\n'


def element(node: Node, library: str) -> etree._Element:
    """A node of the schema, with what is in it, in the XML syntax; ``library`` is the one in force around it."""
    made = etree.Element(f"{{{RNG}}}{'choice' if node.name == 'names' else node.name}", nsmap={None: RNG, "a": NOTES})
    for name, value in node.attrs.items():
        made.set(name, value)
    if node.name == "grammar":
        library = XSD
        made.set("datatypeLibrary", library)
    if node.name == "value" and not node.datatype_library and node.attrs["type"] == "token":
        del made.attrib["type"]  # what a value is without it
    elif node.name in ("data", "value") and node.datatype_library != library:
        made.set("datatypeLibrary", node.datatype_library)
    if node.documentation:
        etree.SubElement(made, f"{{{NOTES}}}documentation").text = node.documentation
    for child in node.children:
        inside = child.children if child.name == "group" and node.name in SEQUENCES else [child]
        made.extend(element(one, library) for one in inside)
    if node.text:
        made.text = node.text
    return made


def main(arguments: list[str]) -> int:
    """Writes the file, or with --check compares it."""
    target = FOLDER / "record.rng"
    text = made()
    if "--check" in arguments:
        if target.read_text(encoding="utf-8") == text:
            return 0
        print("record.rng is not what record.rnc says: run python schemas/build.py", file=sys.stderr)
        return 1
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

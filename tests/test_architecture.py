"""The arrows of docs/architecture.md, read from the imports."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tei"
MODULES = sorted(PACKAGE.rglob("*.py"))

# top to bottom; the members of one row never import each other
LAYERS = (
    ("cli",),
    ("preview",),
    ("pipeline",),
    ("verify", "findings"),
    ("read", "segment", "annotate", "encode", "validate", "render"),
    ("register",),
    ("show",),
    ("model", "tree", "parse", "stylesheet"),
    ("diagnostic",),
    ("text", "ns", "resources", "ident"),
    ("errors",),
)
RANK = {name: row for row, names in enumerate(LAYERS) for name in names}
# the face of the package: may name everything, and everything may ask it for the version
FACE = {"__init__", "__main__"}


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(a.name.split(".")[1] for a in node.names if a.name.startswith("tei."))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            module = node.module or ""
            if module == "tei":
                found.update(a.name for a in node.names)
            elif module.startswith("tei."):
                found.add(module.split(".")[1])
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_arrows(path: Path) -> None:
    own = part(path)
    if own in FACE:
        return
    assert own in RANK, f"{own} has no place in docs/architecture.md"
    for other in imported(path) - {own, "__version__"}:
        if own == "cli" and other not in RANK:
            continue  # the command line uses the public names of the package
        assert other in RANK, f"{other} has no place in docs/architecture.md"
        assert RANK[own] < RANK[other], f"{own} must not import {other}"


def test_the_picture_is_the_table() -> None:
    picture = (
        (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("and on a module it does not know.")[1]
    )
    rows = [re.split(r" +│ +| +", line.strip()) for line in picture.split("\n\n")[1].splitlines()]
    drawn = [[name for name in row if name != "│"] for row in rows]
    assert drawn == [list(row) for row in LAYERS]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_are_short_and_explained(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text)), "a module says what it is for"

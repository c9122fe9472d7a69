"""The hook for pre-commit runs, and says no when it should."""

from __future__ import annotations

import re
from pathlib import Path

from command import run
from data import ROOT


def test_the_hook(tmp_path: Path) -> None:
    rows = dict(re.findall(r"^[- ] (\w+): (.*)$", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.M))
    assert (rows["id"], rows["language"], rows["types"]) == ("tei-validate", "python", "[xml]")
    assert run("tei convert record.txt -q -o record.xml", tmp_path) == ""
    assert run(f"{rows['entry']} record.xml", tmp_path) == ""
    assert run(
        f"sed 's/<body>/<bdy>/' record.xml > broken.xml; {rows['entry']} record.xml broken.xml", tmp_path
    ).endswith("[exit 1]\n")
    assert run(rows["entry"], tmp_path).endswith("[exit 2]\n")

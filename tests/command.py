"""A command of the README or of a transcript, run as a user would."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

from data import ROOT, SEED

__all__ = ["run"]


def run(command: str, folder: Path) -> str:
    """What a command prints, and its exit code where that is not 0."""
    record = folder / "record.txt"
    if not record.exists():
        shutil.copy(SEED, record)
        record.chmod(stat.S_IRUSR | stat.S_IWUSR)
    # a function, so that nothing has to be installed; bash, for pipes
    prelude = f'tei() {{ "{sys.executable}" -m tei "$@"; }}; set -o pipefail; '
    done = subprocess.run(
        ["bash", "-c", prelude + command],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "COLUMNS": "100"},
        timeout=120,
    )
    text = done.stdout.decode("utf-8", "backslashreplace").replace(str(folder), "FOLDER")
    if text and not text.endswith("\n"):
        text += "\n"
    return text + (f"[exit {done.returncode}]\n" if done.returncode else "")

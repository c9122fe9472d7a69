"""Command lines and what they print, as readable files: ``tests/cli/*.md``.

In such a file a block fenced as ``file NAME`` is written into an empty folder; in a block fenced as ``console`` each
line after ``$`` is run there by bash, and what follows it is what must be printed (standard output and standard error
as they come, then ``[exit N]`` where N is not 0). ``record.txt`` is the seed. ``pytest tests/cli --accept`` writes what
is printed now into the files, to be read in the diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from command import run

BLOCK = re.compile(r"^```(file|console) ?(\S*)\n(.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.M)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the commands print now into tests/cli/*.md")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".md" and file_path.parent.name == "cli":
        return Transcript.from_parent(parent, path=file_path)
    return None


class Transcript(pytest.File):
    """One file of command lines."""

    def collect(self) -> Iterable[pytest.Item]:
        yield Session.from_parent(self, name=self.path.stem)


class Session(pytest.Item):
    """The commands of a file, run one after the other in a folder of their own."""

    def runtest(self) -> None:
        folder = Path(self.config._tmp_path_factory.mktemp(self.name))
        written = self.path.read_text(encoding="utf-8")
        printed = BLOCK.sub(lambda block: self.block(block, folder), written)
        if printed == written:
            return
        if self.config.getoption("--accept"):
            self.path.write_text(printed, encoding="utf-8")
            return
        raise PrintsDifferentlyError(written, printed)

    def block(self, block: re.Match[str], folder: Path) -> str:
        kind, name, body = block.groups()
        if kind == "file":
            (folder / name).write_text(body, encoding="utf-8")
            return block[0]
        return f"```console\n{''.join(f'$ {c}' + chr(10) + run(c, folder) for c, _ in COMMAND.findall(body))}```"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        if isinstance(excinfo.value, PrintsDifferentlyError):
            from difflib import unified_diff

            old, new = (text.splitlines(keepends=True) for text in excinfo.value.args)
            return "".join(unified_diff(old, new, f"{self.path.name}: written", "printed now"))
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"cli: {self.name}"


class PrintsDifferentlyError(Exception):
    """A command printed something else."""

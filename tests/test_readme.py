"""The README is true: its commands run, its Python runs, its example is what comes out."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import tei
from command import run
from data import ROOT, SEED

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)
COMMANDS = [line.split(" #")[0].strip() for kind, body in BLOCKS if kind == "sh" for line in body.splitlines()]
LETTER = '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the README's commands find: a record, its TEI, a register, a schema."""
    made = tmp_path_factory.mktemp("readme")
    shutil.copy(SEED, made / "record.txt")
    (made / "people.csv").write_text("id,name,description\nkim,Kim Byeong-jik,ambassador\n", encoding="utf-8")
    (made / "letter.xml").write_text("<letter>Dear Sir</letter>", encoding="utf-8")
    (made / "letter.rng").write_text(LETTER, encoding="utf-8")
    (made / "record.xml").write_bytes(tei.convert(SEED).xml)
    return made


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith("tei ") and not c.startswith("tei preview ")])
def test_command(command: str, folder: Path) -> None:
    printed = run(command, folder)
    assert not re.search(r"^\[exit|Traceback", printed, re.M), printed


def test_preview(folder: Path) -> None:
    (command,) = [c for c in COMMANDS if c.startswith("tei preview ")]
    arguments = [sys.executable, "-m", *command.split(), "--no-open"]
    # what a shell starts in the background, the tests too, is given no interrupts
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=folder, text=True, preexec_fn=heard) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0


@pytest.mark.parametrize("command", [c for c in COMMANDS if "pip install" in c])
def test_setting_up(command: str, folder: Path) -> None:
    """All but what installs, which is done by what runs these tests."""
    install, _, rest = command.partition(" && .venv/bin/pip install -q ")
    assert install == "python3 -m venv .venv"
    what, _, rest = rest.partition(" && ")
    assert what in (".", "-e '.[dev]'")
    if rest == ".venv/bin/python -m pytest":
        return  # this is it
    rest = rest.replace("seeds/", f"{ROOT}/seeds/").replace(".venv/bin/tei", "tei")
    printed = run(rest, folder)
    assert "[exit" not in printed
    assert (folder / "record.html").stat().st_size > 10_000


def test_every_command_is_there() -> None:
    named = {c.split()[1] for c in COMMANDS if c.startswith("tei ")}
    assert named == set("convert validate verify render preview inspect people explain schema completion".split())
    assert len(COMMANDS) == 17


def test_python(folder: Path) -> None:
    code = next(body for kind, body in BLOCKS if kind == "python")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0, done.stderr
    assert "kim Kim Byeong-jik" in done.stdout


def test_the_example_is_what_comes_out() -> None:
    shown = next(body for kind, body in BLOCKS if kind == "xml")
    made = " ".join(tei.convert(SEED).xml.decode().split())
    for piece in " ".join(shown.split()).split("…"):
        assert piece.strip() in made
    told = next(body for kind, body in BLOCKS if kind == "text")
    source = " ".join(SEED.read_text(encoding="utf-8").split())
    for piece in told.split("…"):
        assert piece.strip() in source


def test_links_within_the_repository() -> None:
    for name in re.findall(r"\]\((?!https?:)([^)]+)\)", README):
        assert (ROOT / name).exists(), name

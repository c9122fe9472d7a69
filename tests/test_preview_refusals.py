"""`tei preview`: what it refuses, and how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from conftest import run
from data import ROOT, SEED
from tei.errors import InputError, LimitError, TeiError
from tei.preview import Server, Settings
from tei.preview.look import MAX_SIZE, look
from tei.preview.watch import stamp

PATIENCE = 60  # seconds after which something that never comes has not come


def test_a_long_document_is_refused_and_said(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    with file.open("wb") as made:
        made.truncate(MAX_SIZE + 1)
    settings = Settings(file=file)
    message = "larger than 8 MB, the limit for a preview"
    with pytest.raises(LimitError, match=message):
        settings.check()
    error = look(settings).error
    assert error is not None
    assert error.message == message


def test_what_is_wrong_before_it_starts(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        Settings(file=tmp_path / "none.txt").check()
    with pytest.raises(InputError, match="this is a folder"):
        Settings(file=tmp_path).check()
    assert stamp([tmp_path / "none.txt"]) == (None,)


def test_a_port_in_use() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(TeiError) as caught:
            Server(Settings(file=SEED), port)
    assert str(caught.value).startswith(f"port {port} cannot be had: ")
    assert caught.value.hint == "give another --port, or none to have a free one"


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt is sent in another way there")
def test_an_interrupt_ends_it(tmp_path: Path) -> None:
    file = tmp_path / "record.txt"
    file.write_text("Some words.\n", encoding="utf-8")
    started = subprocess.Popen(
        [sys.executable, "-m", "tei", "preview", str(file), "--no-open"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # what a shell starts in the background, the tests too, is given no interrupts
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with started:
        assert started.stdout is not None
        line = started.stdout.readline()
        assert line.startswith("http://127.0.0.1:")
        assert line.endswith(f"/ shows {file}; Ctrl-C ends it\n")
        port = int(line.split(":")[2].split("/")[0])
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", "/events")  # a window that is open does not hold it
        assert connection.getresponse().readline()
        started.send_signal(signal.SIGINT)
        _, errors = started.communicate(timeout=PATIENCE)
        connection.close()
    assert (started.returncode, errors) == (0, "")


@pytest.mark.parametrize(
    ("command", "printed"),
    [
        ("tei preview none.txt", "tei: none.txt: no such file (check the name)\n[exit 3]\n"),
        ("tei preview .", "tei: .: this is a folder (name a file in it)\n[exit 3]\n"),
        (
            "tei preview record.txt --people none.csv",
            "tei: none.csv: no such file (check the name)\n[exit 3]\n",
        ),
    ],
)
def test_bad_input(command: str, printed: str, tmp_path: Path) -> None:
    assert run(command, tmp_path) == printed


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("tei preview -", "a preview follows a file, so standard input is of no use; name the file"),
        ("tei preview a.xml --people p.csv", "--people and --encoding are for transcripts, not for TEI documents"),
        ("tei preview a.txt --schema tei_all", "--schema is for TEI documents, not for transcripts"),
        ("tei preview a.txt --lang xx", 'no labels in "xx"; there is en, de, fr, es, ru, zh'),
        ("tei preview a.txt --port 70000", "70000 is not in the range"),
    ],
)
def test_bad_usage(command: str, said: str, tmp_path: Path) -> None:
    printed = run(command, tmp_path)
    assert said in printed
    assert printed.endswith("[exit 2]\n")


def test_a_fault_does_not_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("tei.preview.look.convert", fails)
    error = look(Settings(file=SEED)).error
    assert error is not None
    assert error.message == "internal error: ZeroDivisionError: oh"

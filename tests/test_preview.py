"""The preview: a real server on this machine, a file that is saved again and again, and what a browser would be told."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from lxml import html

import tei
from data import SEED
from tei.preview import Options, Sight, look, serve
from tei.preview.serve import Server
from tei.preview.watch import Watch

TEXT = "A Talk\n\nMay 5, 1960\n\nMr. Mann: Did you [go?\n\nMr. Rusk: I did.\n\nMr. Mann: Good.\n"
PATIENCE = 30.0  # seconds in which this must have happened on the slowest machine


class Browser:
    """What a browser asks the server, and what it is told."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def get(self, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=PATIENCE)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        found = answer.status, answer.read().decode(), dict(answer.getheaders())
        connection.close()
        return found

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.get("/state")[1])
        return found


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def running(text: Path) -> Iterator[tuple[Watch, Browser]]:
    watch = Watch(Options(text))
    server = serve(watch, explain=lambda code: f"about {code}")
    Thread(target=server.serve_forever, daemon=True).start()
    watch.start()
    assert watch.after(0, PATIENCE) == 1
    yield watch, Browser(server)
    watch.stop()
    server.shutdown()
    server.server_close()


def save(path: Path, words: str) -> None:
    """As editors do it: another file takes the place of the old one."""
    other = path.with_suffix(".new")
    other.write_text(words)
    os.replace(other, path)


# what is seen


def test_findings_stand_at_their_place(text: Path) -> None:
    sight = look(Options(text))
    (finding,) = [f for f in sight.findings if f["code"] == "bracket-unmatched"]
    assert (finding["line"], finding["column"], finding["length"]) == (5, 19, 1)
    assert sight.lines[4][18] == "["
    page = html.document_fromstring(sight.page.decode())
    assert page.get_element_by_id(finding["target"]).text_content().startswith("Did you [go?")


def test_a_document_is_validated(tmp_path: Path) -> None:
    path = tmp_path / "talk.xml"
    xml = tei.convert(TEXT).xml.decode()
    path.write_text(xml.replace("I did.", "I <bold>did</bold>."))
    sight = look(Options(path))
    (finding,) = [f for f in sight.findings if f["code"] == "element-unknown"]
    assert finding["message"] == "<bold> is not an element of this schema"
    assert "<bold>" in sight.lines[finding["line"] - 1]
    page = html.document_fromstring(sight.page.decode())
    assert "I did." in page.get_element_by_id(finding["target"]).text_content()


def test_what_cannot_be_shown_is_told(tmp_path: Path) -> None:
    path = tmp_path / "talk.xml"
    path.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text></TEI>')
    sight = look(Options(path))
    assert (sight.page, sight.lines[1]) == (b"", "<text></TEI>")
    assert sight.error is not None
    assert (sight.error["message"], sight.error["line"]) == ("<text> of line 2 is closed by </TEI>", 2)
    path.unlink()
    assert look(Options(path)).error == {
        "message": "no such file",
        "hint": "check the name",
        "path": str(path),
        "line": 0,
        "column": 0,
    }


def test_the_seed() -> None:
    sight = look(Options(SEED))
    assert sight.error is None
    made = html.document_fromstring(sight.page.decode())
    ids = {e.get("id") for e in made.iter()}
    assert all(f["target"] in ids for f in sight.findings if f.get("target"))
    assert {f["code"] for f in sight.findings} >= {"misreading-probable"}


# what is served


def test_a_save_is_seen_and_a_failure_is_recovered_from(running: tuple[Watch, Browser], text: Path) -> None:
    watch, browser = running
    first = browser.state()
    assert (first["version"], first["name"], first["error"]) == (1, "talk.txt", None)
    save(text, TEXT.replace("[go?", "[go]?"))
    assert watch.after(1, PATIENCE) == 2
    assert not [f for f in browser.state()["findings"] if f["code"] == "bracket-unmatched"]
    text.write_bytes(b"\x00\x01\x02\xff\xfe" * 100)
    assert watch.after(2, PATIENCE) == 3
    assert "binary" in browser.state()["error"]["message"]
    save(text, TEXT)
    assert watch.after(3, PATIENCE) == 4
    assert browser.state()["error"] is None
    assert "Did you [go?" in browser.get("/page")[1]


def test_a_register_is_watched(text: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,name,description\nmann-t,Thomas Mann,Ambassador\n")
    watch = Watch(Options(text, people=people))
    watch.start()
    assert watch.after(0, PATIENCE) == 1
    assert b'id="mann-t"' in watch.sight.page
    save(people, "id,name,description\nthe-other,Thomas Mann,Ambassador\n")
    assert watch.after(1, PATIENCE) == 2
    assert b'id="the-other"' in watch.sight.page
    watch.stop()


def test_a_fault_does_not_end_the_preview(text: Path) -> None:
    def fails(_: Options) -> Sight:
        raise ZeroDivisionError("oh")

    watch = Watch(Options(text), see=fails)
    watch.start()
    assert watch.after(0, PATIENCE) == 1
    assert watch.sight.error is not None
    assert watch.sight.error["message"] == "internal error: ZeroDivisionError: oh"
    watch.stop()


def test_the_browser_is_told_of_a_save(running: tuple[Watch, Browser], text: Path) -> None:
    _, browser = running
    connection = HTTPConnection("127.0.0.1", browser.server.server_port, timeout=PATIENCE)
    connection.request("GET", "/events")
    events = connection.getresponse()
    assert events.getheader("Content-Type") == "text/event-stream"
    assert events.readline() == b"data: 1\n"
    assert events.readline() == b"\n"
    save(text, TEXT + "\nMr. Rusk: Yes.\n")
    assert events.readline() == b"data: 2\n"
    connection.close()


def test_only_this_machine_and_only_what_it_serves(running: tuple[Watch, Browser]) -> None:
    _, browser = running
    assert browser.get("/", Host="localhost:1")[0] == 200
    assert browser.get("/", Host="evil.example")[:2] == (403, "this address is for the browser on this machine\n")
    for path in ("/etc/passwd", "/../look.py", "/shell.html", "/page/", "/%2e%2e/look.py"):
        assert browser.get(path)[0] == 404
    connection = HTTPConnection("127.0.0.1", browser.server.server_port, timeout=PATIENCE)
    connection.request("POST", "/state")
    assert connection.getresponse().status == 501
    connection.close()
    headers = browser.get("/")[2]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert browser.get("/explain/bracket-unmatched")[1] == "about bracket-unmatched"


def test_a_port_that_is_taken(running: tuple[Watch, Browser], text: Path) -> None:
    port = running[1].server.server_port
    with pytest.raises(tei.TeiError) as caught:
        serve(Watch(Options(text)), port=port)
    assert (
        str(caught.value)
        == f"port {port} cannot be used: address already in use (name another with --port, or none for any)"
    )


# the command


def test_the_command_ends_cleanly(text: Path) -> None:
    command = [sys.executable, "-m", "tei", "preview", str(text), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/  \(Ctrl-C ends it\)\n", line)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=PATIENCE)
    assert (process.returncode, error) == (0, "")

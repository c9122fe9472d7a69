"""``tei preview``: a real server on a free port, asked as a browser asks."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

import tei
from data import SEED
from tei.cli.explanation import EXPLANATIONS
from tei.errors import TeiError
from tei.preview import Server, Settings
from tei.preview.board import Board
from tei.preview.look import View

PATIENCE = 60  # seconds after which something that never comes has not come
RECORD = SEED.read_text(encoding="utf-8").replace("[They were] completely", "[They were completely")


class Browser:
    """One window: it asks, and it listens to the events."""

    def __init__(self, server: Server) -> None:
        self.port = server.server_port
        self._listening = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self._listening.request("GET", "/events")
        self.events = self._listening.getresponse()

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=given)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def json(self, path: str = "/state.json") -> dict[str, Any]:
        record: dict[str, Any] = json.loads(self.get(path)[1])
        return record

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The state once an event brings one that is wanted and no work goes on."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            line = self.events.readline().decode()
            assert line, "the events have ended"
            if line.startswith("data: ") and not json.loads(line[6:])["busy"]:
                state = self.json()
                if state["seconds"] is None and state["tick"] > 0 and wanted(state):
                    return state
        raise AssertionError("no such state came")

    def close(self) -> None:
        self.events.close()
        self._listening.close()


@pytest.fixture
def open_(tmp_path: Path) -> Iterator[Callable[..., Browser]]:
    """Starts a preview of a file with this text."""
    ended: list[Callable[[], None]] = []

    def start(text: str | bytes = RECORD, name: str = "record.txt", **options: Any) -> Browser:
        file = tmp_path / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        server = Server(Settings(file=file, explanations=EXPLANATIONS, **options))
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        browser = Browser(server)

        def end() -> None:
            browser.close()
            server.shutdown()
            thread.join()
            server.close()

        ended.append(end)
        return browser

    yield start
    for end in ended:
        end()


def anything(_: dict[str, Any]) -> bool:
    return True


def save(path: Path, text: str) -> None:
    """As an editor saves: a new file in place of the old."""
    part = path.with_name(".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)


def test_the_findings_of_a_transcript(open_: Callable[..., Browser]) -> None:
    browser = open_()
    state = browser.until(anything)
    assert (state["file"], state["kind"], state["error"], state["hasPage"]) == ("record.txt", "transcript", None, True)
    row = next(row for row in state["diagnostics"] if row["code"] == "bracket-unmatched")
    lines = browser.json("/source.json")["lines"]
    at = row["column"] - 1
    assert lines[row["line"] - 1][at : at + len("[They were completely")] == "[They were completely"
    assert (row["severity"], row["words"], row["hint"]) == ("warning", "[", "add the closing bracket")
    assert row["before"].endswith("did not say a word. ")
    assert row["after"].startswith("They were completely silent.")
    assert state["explanations"]["bracket-unmatched"] == EXPLANATIONS["bracket-unmatched"].strip()
    assert state["counts"]["warning"] == sum(row["severity"] == "warning" for row in state["diagnostics"])
    page = browser.get("/page")[1].decode()
    for row in state["diagnostics"]:
        assert row["line"] == 0 or any(f'id="{target}"' in page for target in row["targets"]), row["message"]


def test_the_findings_of_a_document(open_: Callable[..., Browser]) -> None:
    text = tei.convert(SEED).xml.decode().replace('ref="#alexander-shelepin"', 'ref="#nobody"', 1)
    browser = open_(text, "record.xml")
    state = browser.until(anything)
    row = next(row for row in state["diagnostics"] if row["code"] == "pointer-dangling")
    line = browser.json("/source.json")["lines"][row["line"] - 1]
    assert line[row["column"] - 1 :][: row["length"]] == "<persName"
    page = browser.get("/page")[1].decode()
    assert f'id="{row["targets"][0]}"' in page
    assert state["kind"] == "document"
    # what tei validate says, tei preview says
    told = {d.message for d in tei.validate(text.encode(), advice=True)}
    assert told <= {row["message"] for row in state["diagnostics"]}


def test_a_save_is_told_and_shown(open_: Callable[..., Browser], tmp_path: Path) -> None:
    browser = open_()
    before = browser.until(anything)
    save(tmp_path / "record.txt", RECORD.replace("completely silent.", "completely silent].").replace("Lenin", "Marx"))
    after = browser.until(lambda state: state["tick"] > before["tick"])
    assert after["edition"] > before["edition"]
    assert "bracket-unmatched" in {row["code"] for row in before["diagnostics"]}
    assert "bracket-unmatched" not in {row["code"] for row in after["diagnostics"]}
    page = browser.get("/page")[1].decode()
    assert "Marx" in page
    assert "Lenin" not in page


def test_a_failing_save_keeps_the_page_and_the_next_recovers(open_: Callable[..., Browser], tmp_path: Path) -> None:
    good = tei.convert("Clifford: All right.\n\nPresident: Good.\n\nClifford: Yes.\n").xml.decode()
    browser = open_(good, "record.xml")
    assert browser.until(anything)["error"] is None
    before = browser.get("/page")[1]
    save(tmp_path / "record.xml", good.replace("</body>", "</boby>", 1))
    broken = browser.until(lambda state: state["error"] is not None)
    begun, line = (
        next(n for n, line in enumerate(good.splitlines(), 1) if tag in line) for tag in ("<body>", "</body>")
    )
    assert broken["error"]["message"] == f"<body> of line {begun} is closed by </boby>"
    assert (broken["error"]["line"], broken["error"]["isHere"]) == (line, True)
    assert browser.get("/page")[1] == before
    assert "</boby>" in browser.json("/source.json")["lines"][line - 1]
    save(tmp_path / "record.xml", good.replace("All right", "Very well"))
    assert browser.until(lambda state: state["error"] is None)["hasPage"]
    assert b"Very well" in browser.get("/page")[1]


def test_a_file_that_goes_is_an_error_until_it_is_back(open_: Callable[..., Browser], tmp_path: Path) -> None:
    browser = open_("Some words.\n")
    browser.until(anything)
    (tmp_path / "record.txt").unlink()
    assert browser.until(lambda state: state["error"] is not None)["error"]["message"] == "no such file"
    save(tmp_path / "record.txt", "Other words.\n")
    browser.until(lambda state: state["error"] is None)
    assert b"Other words" in browser.get("/page")[1]


def test_bytes_that_are_no_text_are_shown_with_their_place(open_: Callable[..., Browser]) -> None:
    text = ("Ein Wort über Bücher.\n\n" * 5).encode() + b"zwei \xfc drei\n"
    browser = open_(text)
    state = browser.until(anything)
    assert (state["error"]["line"], state["error"]["column"], state["hasPage"]) == (11, 6, False)
    assert browser.json("/source.json")["lines"][10] == "zwei � drei"
    answer, body = browser.get("/page")
    assert (answer.status, body) == (404, b"there is no page yet\n")


def test_the_register_and_the_style_sheet_are_watched(open_: Callable[..., Browser], tmp_path: Path) -> None:
    people, style = tmp_path / "people.csv", tmp_path / "own.css"
    people.write_text("id,name\nkim-one,Kim Byeong-jik\n", encoding="utf-8")
    style.write_text("p{color:red}", encoding="utf-8")
    browser = open_(SEED.read_text(encoding="utf-8"), people=people, css=style)
    browser.until(anything)
    assert b"kim-one" in browser.get("/page")[1]
    save(people, "id,name\nkim-two,Kim Byeong-jik\n")
    browser.until(lambda state: b"kim-two" in browser.get("/page")[1])
    save(people, "nothing of the kind\n")
    state = browser.until(lambda state: state["error"] is not None)
    assert (state["error"]["path"], state["error"]["isHere"]) == (str(people), False)
    assert len(browser.json("/source.json")["lines"]) > 10
    save(people, "id,name\nkim-two,Kim Byeong-jik\n")
    browser.until(lambda state: state["error"] is None)
    save(style, "p{color:green}")
    browser.until(lambda state: b"p{color:green}" in browser.get("/page")[1])


def test_words_of_the_document_are_never_markup(open_: Callable[..., Browser]) -> None:
    browser = open_("Clifford: All [<script>alert(1)</script> right.\n\nPresident: Good.\n\nClifford: Yes.\n")
    state = browser.until(anything)
    assert any("<script>" in row["after"] for row in state["diagnostics"])
    assert b"<script>alert" not in browser.get("/page")[1]
    shell, body = browser.get("/")
    assert b"alert(1)" not in body
    policy = shell.headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
    for path in ("/preview.js", "/cards.js", "/frame.js", "/source.js"):
        answer, script = browser.get(path)
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert b"innerHTML" not in script


def test_scripts_of_a_stylesheet_from_elsewhere_do_not_run(open_: Callable[..., Browser], tmp_path: Path) -> None:
    own = tmp_path / "own.xsl"
    own.write_text(
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">'
        "<html><body><script>alert(1)</script><xsl:value-of select=\"normalize-space(//*[local-name() = 'body'])\"/>"
        "</body></html></xsl:template></xsl:stylesheet>",
        encoding="utf-8",
    )
    browser = open_("Some words.\n", xslt=own)
    assert browser.until(anything)["scripts"] is False
    answer, page = browser.get("/page")
    assert b"Some words." in page
    assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
    save(own, own.read_text(encoding="utf-8").replace("normalize-space(", "normalise-space("))
    error = browser.until(lambda state: state["error"] is not None)["error"]
    assert (error["path"], error["isHere"]) == (str(own), False)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:{port}"}, 200),
        ({"Sec_Fetch_Site": "same-origin", "Origin": "http://127.0.0.1:{port}"}, 200),
        ({"Host": "archive.example:{port}"}, 421),
        ({"Host": "127.0.0.1"}, 421),
        ({"Host": ""}, 421),
        ({"Origin": "http://archive.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
    ],
)
def test_only_its_own_page_is_answered(open_: Callable[..., Browser], headers: dict[str, str], status: int) -> None:
    browser = open_("Some words.\n")
    given = {name: value.format(port=browser.port) for name, value in headers.items()}
    for path in ("/", "/state.json", "/page", "/nothing"):
        browser.until(anything) if path == "/" else None
        answer, body = browser.get(path, **given)
        assert answer.status == (404 if path == "/nothing" and status == 200 else status)
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert status == 200 or b"words" not in body


@pytest.mark.parametrize(
    "path", ["/record.txt", "/../record.txt", "//etc/passwd", "/shell/page.html", "/page/", "/%2e"]
)
def test_no_file_is_served(open_: Callable[..., Browser], path: str) -> None:
    answer, body = open_("Some words.\n").get(path)
    assert (answer.status, body) == (404, b"nothing is here\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"])
def test_only_get_is_answered(open_: Callable[..., Browser], method: str) -> None:
    answer, _ = open_("Some words.\n").get("/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET")


def test_requests_do_not_wait_for_the_work() -> None:
    board = Board()
    board.publish(View(page=b"good"))
    board.begin()
    assert (board.state.page, board.state.since is None) == (b"good", False)
    board.publish(View(error=TeiError("broken")))
    assert (board.state.page, board.state.edition, board.state.since) == (b"good", 1, None)
    board.publish(View(page=b"good"))
    assert board.state.edition == 1, "the same page is not loaded again"
    waited: list[object] = []
    late = Event()
    thread = Thread(target=lambda: (waited.append(board.wait(board.state.tick, PATIENCE)), late.set()))
    thread.start()
    board.close()
    assert late.wait(PATIENCE)
    thread.join()
    assert waited == [None]

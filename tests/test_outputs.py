"""The outputs for programs: well-formed, escaped, and the same findings in each."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei.diagnostic import CODES, Diagnostic, Severity
from tei.errors import InputError
from tei.show import FORMATS, Checked, Total
from tei.text import Source, Span

NASTY = "a,b:c%\r\n<&>\"'\x07\udc80]]>é::error::"
FOUND = (
    Diagnostic.of("element-misplaced", NASTY, path=NASTY, line=3, column=4, expected=("p", NASTY), hint=NASTY),
    Diagnostic.of("person-unmentioned", "x", path=NASTY, line=1, column=1),
    Diagnostic.of("text-lost", "y", Span(2, 3)),
)
RESULTS = (
    Checked("ok.xml"),
    Checked(NASTY, FOUND, {3: NASTY}, Source("ab\ncd", NASTY)),
    Checked("none.xml", error=InputError("no such file", path="none.xml", hint=NASTY)),
)


def written(name: str, results: tuple[Checked, ...] = RESULTS) -> str:
    return "".join(FORMATS[name].write(results))


def test_json_has_everything() -> None:
    ok, wrong, none = json.loads(written("json"))
    assert ok == {"file": "ok.xml", "valid": True, "diagnostics": []}
    assert (wrong["valid"], len(wrong["diagnostics"])) == (False, 3)
    assert none["error"] == "no such file"


def test_sarif() -> None:
    """What the standard requires (SARIF 2.1.0, sections 3.13 to 3.30), and that the parts refer to one another."""
    log = json.loads(written("sarif"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["element-misplaced", "person-unmentioned", "text-lost"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "none.xml"}
    }
    first, _, third = run["results"]
    assert [r["level"] for r in run["results"]] == ["error", "note", "error"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
    place = first["locations"][0]["physicalLocation"]
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (3, 4)
    assert "region" not in third["locations"][0]["physicalLocation"]
    assert third["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 3}
    assert json.loads(written("sarif", RESULTS[:1]))["runs"][0]["results"] == []


@pytest.mark.parametrize("name", ["a b.xml", "c#d.xml", "e%f.xml", "g:h.xml", "é?.xml", "sub/i.xml"])
def test_sarif_names_files_by_address(name: str) -> None:
    found = (Diagnostic.of("element-misplaced", "x", line=1, column=1),)
    log = json.loads(written("sarif", (Checked(name, found),)))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == name
    assert not set(uri) & set(" #?:é")
    absolute = json.loads(written("sarif", (Checked("/x y.xml", found),)))
    assert (
        absolute["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "file:///x%20y.xml"
    )


def test_junit() -> None:
    whole = etree.fromstring(written("junit").encode())
    (suite,) = whole
    assert whole.tag == "testsuites"
    assert {name: suite.get(name) for name in ("tests", "failures", "errors")} == {
        "tests": "3",
        "failures": "1",
        "errors": "1",
    }
    ok, wrong, none = suite
    assert len(ok) == 0
    assert [child.tag for child in wrong] == ["failure", "system-out"]
    assert wrong[0].get("message") == "2 errors"
    assert "[text-lost]" in wrong[0].text
    assert "[person-unmentioned]" in wrong[1].text
    assert [child.tag for child in none] == ["error"]


@given(st.text(), st.text())
def test_a_workflow_command_is_one_line(message: str, path: str) -> None:
    """Whatever a document holds, it cannot give GitHub a command of its own, and is read back as it was."""
    made = written("github", (Checked(path, (Diagnostic.of("element-misplaced", message, line=1, column=2),)),))
    assert made.endswith("\n")
    (line,) = made[:-1].replace("\r", "\n").split("\n")
    head, _, text = line[2:].partition("::")
    assert unquote(text, errors="surrogatepass") == message or "%" not in text
    properties = dict(pair.split("=", 1) for pair in head.removeprefix("error ").split(","))
    assert set(properties) <= {"file", "line", "col", "title"}
    assert properties["line"] == "1"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_every_finding(name: str) -> None:
    made = written(name)
    made.encode("utf-8", "replace" if name == "github" else "strict")
    for code in ("element-misplaced", "person-unmentioned", "text-lost"):
        assert code in made
    every = tuple(Diagnostic(code, "x", severity=severity) for code in CODES for severity in Severity)
    assert written(name, (Checked("a", every),))
    assert written(name, ()) or name == "github"


def test_totals() -> None:
    total = Total()
    for checked in RESULTS:
        total.add(checked)
    assert total.errors == 2
    assert total.text().split("\n") == [
        "1  in 1  error  element-misplaced   an element where the schema does not allow it",
        "1  in 1  error  text-lost           words of the source that the document lacks",
        "1  in 1  info   person-unmentioned  a person in the header whom nothing points at",
        "3 documents: 1 valid, 1 with errors, 1 that could not be looked at",
    ]
    assert total.record()["failed"] == 1

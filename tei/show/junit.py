"""JUnit XML, as build servers read it: a test for each document, which fails with its errors.

The form is that of https://github.com/testmoapp/junitxml; warnings and remarks are printed output, and fail nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from tei.diagnostic import Severity
from tei.show.checked import Checked
from tei.show.text import as_text, harmless, summary

__all__ = ["junit"]


def junit(results: Iterable[Checked]) -> Iterator[str]:
    """One document, at the end."""
    suite = etree.Element("testsuite", name="tei validate")
    tests = failures = errors = 0
    for checked in results:
        tests += 1
        case = etree.SubElement(
            suite, "testcase", classname="tei.validate", name=harmless(checked.path), file=harmless(checked.path)
        )
        if checked.error is not None:
            errors += 1
            made = etree.SubElement(
                case, "error", message=harmless(checked.error.message), type=type(checked.error).__name__
            )
            made.text = _text(str(checked.error))
            continue
        wrong = [d for d in checked.diagnostics if d.severity is Severity.ERROR]
        rest = [d for d in checked.diagnostics if d.severity is not Severity.ERROR]
        if wrong:
            failures += 1
            made = etree.SubElement(case, "failure", message=summary(wrong), type=wrong[0].code)
            made.text = _text("\n".join(as_text(d, checked.source, lines=checked.lines) for d in wrong))
        if rest:
            made = etree.SubElement(case, "system-out")
            made.text = _text("\n".join(as_text(d, checked.source, lines=checked.lines) for d in rest))
    counts = {"tests": str(tests), "failures": str(failures), "errors": str(errors)}
    for name, count in counts.items():
        suite.set(name, count)
    whole = etree.Element("testsuites", name="tei validate", attrib=counts)
    whole.append(suite)
    etree.indent(whole, " ")
    text: bytes = etree.tostring(whole, encoding="UTF-8", xml_declaration=True)
    yield text.decode() + "\n"


def _text(text: str) -> str:
    """Text that XML can hold; what a terminal would obey, it cannot."""
    return "\n".join(harmless(line) for line in text.split("\n"))

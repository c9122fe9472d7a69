"""What was found in a document, as plain rows: people, turns, brackets, dates. For ``tei inspect`` and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from tei.diagnostic import Diagnostic
from tei.model import Document, Mark
from tei.show import as_record

__all__ = ["findings", "mark_rows"]

_BRACKETS = frozenset("supplied ex corr gap vocal kinesic incident stage unclear note".split())
_DATES = ("when", "from", "to", "notBefore", "notAfter")


def findings(document: Document, diagnostics: Iterable[Diagnostic]) -> dict[str, Any]:
    """Rows by subject; counts are of mentions. The order is that of the document, or of the counts."""
    source = document.source
    by_id: Counter[str] = Counter()
    forms: dict[str, dict[str, None]] = {}
    turns: Counter[tuple[str, str]] = Counter()
    brackets: Counter[tuple[str, str]] = Counter()
    dates = []
    for mark in sorted(document.marks, key=lambda m: m.span):
        if mark.kind == "persName":
            ref = mark.attrs.get("ref", "").removeprefix("#")
            by_id[ref] += 1
            forms.setdefault(ref, {})[" ".join(source.slice(mark.span).split())] = None
        elif mark.kind == "sp":
            turns[mark.attrs.get("who", ""), mark.attrs.get("ana", "")] += 1
        elif mark.kind == "date":
            value = "/".join(mark.attrs[a] for a in _DATES if a in mark.attrs)
            line, column = source.position(mark.span.start)
            dates.append(
                {"printed": " ".join(source.slice(mark.span).split()), "value": value, "line": line, "column": column}
            )
        elif mark.kind in _BRACKETS and mark.syntax:
            brackets[mark.kind, mark.attrs.get("reason") or mark.attrs.get("type", "")] += 1
    names = {p.id: p.name for p in document.people}
    return {
        "people": [
            {"id": i or "(not decided)", "name": names.get(i, ""), "mentions": n, "forms": list(forms[i])}
            for i, n in sorted(by_id.items(), key=lambda pair: (-pair[1], pair[0]))
        ],
        "turns": [
            {
                "speaker": ", ".join(names.get(w.removeprefix("#"), w) for w in who.split()) or "(not decided)",
                "kind": ana.removeprefix("#") or "turn",
                "turns": n,
            }
            for (who, ana), n in sorted(turns.items(), key=lambda pair: (-pair[1], pair[0]))
        ],
        "brackets": [
            {"element": kind, "kind": reason, "count": n}
            for (kind, reason), n in sorted(brackets.items(), key=lambda pair: (-pair[1], pair[0]))
        ],
        "dates": dates,
        "diagnostics": [as_record(d, source) for d in diagnostics],
    }


def mark_rows(document: Document) -> list[dict[str, Any]]:
    """Every block and mark with its place, the rule that made it, and how sure it was."""
    rows = []
    for mark in sorted([*document.blocks, *document.marks], key=_order):
        line, column = document.source.position(mark.span.start)
        words = " ".join(document.source.text[mark.span.start : min(mark.span.end, mark.span.start + 80)].split())
        attrs = " ".join(f"{k}={v}" for k, v in mark.attrs.items())
        rows.append(
            {
                "place": f"{line}:{column}",
                "kind": mark.kind,
                "words": words[:40],
                "attributes": attrs,
                "rule": mark.by,
                "certainty": mark.cert,
            }
        )
    return rows


def _order(mark: Mark) -> tuple[int, int]:
    return (mark.span.start, -mark.span.end)

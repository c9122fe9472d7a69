"""A record as a table: a row a turn, a mention, or a redaction (``--param rows=turns|mentions|redactions``).

Spreadsheets run what begins like a formula; such a cell begins with an apostrophe here
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from tei.render.record import paragraphs
from tei.render.settle import settle

__all__ = ["finish"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _turns(settled: etree._Element) -> Iterator[tuple[object, ...]]:
    yield ("number", "id", "who", "name", "kind", "speaker", "page", "text", "notes")
    names = {p.get("id", ""): p.text or "" for p in settled.iterfind("meta/person")}
    parts = [p for p in paragraphs(settled) if p.turn is not None]
    for number, turn in enumerate(settled.iter("turn")):
        own = [p for p in parts if p.turn == number]
        who = [w.removeprefix("#") for w in turn.get("who", "").split()]
        yield (
            number + 1,
            turn.get("id", ""),
            " ".join(who),
            "; ".join(names.get(w, "") for w in who),
            turn.get("kind", ""),
            " ".join(p.text for p in own if p.kind == "speaker"),
            own[0].page if own else "",
            "\n".join(p.text for p in own if p.text),
            "\n".join(f"[{n['n']}] {n['text']}" for p in own for n in p.notes),
        )


def _mentions(settled: etree._Element) -> Iterator[tuple[object, ...]]:
    yield ("number", "kind", "text", "ref", "name", "date", "certainty", "page", "paragraph", "start", "end")
    names = {p.get("id", ""): p.text or "" for p in settled.iterfind("meta/person")}
    number = 0
    for at, paragraph in enumerate(paragraphs(settled)):
        for found in sorted(paragraph.mentions, key=lambda m: (m["start"], -m["end"])):
            number += 1
            ref = str(found.get("ref", found.get("key", ""))).removeprefix("#")
            date = "/".join(found[a] for a in ("when", "from", "to", "notBefore", "notAfter") if a in found)
            place = (paragraph.page, at, found["start"], found["end"])
            yield (number, found["kind"], found["text"], ref, names.get(ref, ""), date, found.get("cert", ""), *place)


def _redactions(settled: etree._Element) -> Iterator[tuple[object, ...]]:
    yield ("number", "description", "quantity", "unit", "at most", "extent", "page", "paragraph", "start")
    number = 0
    for at, paragraph in enumerate(paragraphs(settled)):
        for found in sorted(paragraph.brackets, key=lambda b: int(b["start"])):
            if found["kind"] == "gap" and found.get("reason") == "redacted":
                number += 1
                about = (found.get(a, "") for a in ("quantity", "unit", "atMost", "extent"))
                yield (number, found["text"], *about, paragraph.page, at, found["start"])


_ROWS: Mapping[str, Callable[[etree._Element], Iterator[tuple[object, ...]]]] = {
    "turns": _turns,
    "mentions": _mentions,
    "redactions": _redactions,
}


def finish(made: etree._ElementTree, params: Mapping[str, str]) -> bytes:
    """CSV (https://www.rfc-editor.org/rfc/rfc4180) in UTF-8.

    Raises ValueError for a kind of rows that there is not.
    """
    kind = params.get("rows", "turns")
    if kind not in _ROWS:
        raise ValueError(f'no rows "{kind}"; there is {", ".join(sorted(_ROWS))}')
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_harmless(cell) for cell in row] for row in _ROWS[kind](settle(made.getroot())))
    return out.getvalue().encode()


def _harmless(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return "'" + cell
    return cell

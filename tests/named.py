"""Records with names, a register, and what is marked in them."""

from __future__ import annotations

import re

from tei.annotate.names import names
from tei.model import Document, Mark
from tei.register import Register
from tei.text import Source, Span

ID = re.compile(r"[a-z]([-_a-z0-9]*[a-z0-9])?")


def record(text: str, *, participants: int = 0) -> Document:
    """A document of one paragraph a line; the first ``participants`` of them are a list of participants."""
    spans = [Span(*m.span()) for m in re.finditer(r"\S(?:.*\S)?", text)]
    blocks = [Mark("item" if n < participants else "p", span) for n, span in enumerate(spans)]
    if participants:
        whole = Span(spans[0].start, spans[participants - 1].end)
        blocks.insert(0, Mark("list", whole, {"type": "participants"}))
    return Document(Source(text), blocks=blocks)


def marked(document: Document, register: Register | None = None) -> list[tuple[str, str]]:
    """(the name as printed, the id it has) of every name, in order."""
    found = names(document, register)
    return [
        (document.source.slice(m.span), m.attrs.get("ref", "").removeprefix("#"))
        for m in found
        if isinstance(m, Mark) and m.kind == "persName"
    ]


def printed(text: str) -> list[str]:
    return [name for name, _ in marked(record(text))]


REGISTER = """id,name,description
p_RD1,"Rusk, Dean",Secretary of State
p_HJC1,"Hill, John C.",Officer in Charge of River Plate Affairs
p_HRC1,"Hill, Robert C.",Ambassador to Mexico
p_EMS1,"Eisenhower, Milton S.","member, National Advisory Committee"
p_DAW1,"Dulles, Allen W.",Director of Central Intelligence
p_DJF1,"Dulles, John Foster",Secretary of State
p_RN1,"Rockefeller, Nelson",Governor of New York
p_AR1,"Anderson, Robert B.",Secretary of Commerce
p_BE1,"Black, Eugene",Adviser to the President
p_NVT1,Nguyen Van Thieu,"President, Republic of Vietnam"
"""

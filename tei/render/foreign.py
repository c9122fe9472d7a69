"""A stylesheet that this toolkit did not make, run apart: in a process of its own, with bounds of time, memory and size.

The process may write no file and reach no network; it reads the stylesheet and what that imports. XSLT 1.0 is run by lxml,
2.0 and 3.0 by saxonche (extra ``xslt3``), whose processors abort when one is made in a second thread: one more reason for a
process. What the stylesheet says with ``xsl:message`` is handed on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree, html

from tei.errors import InputError, LimitError, ResourceError, TeiError
from tei.parse import parse_xml
from tei.render.extra import extra_missing

__all__ = ["MAX_SECONDS", "Made", "run"]

MAX_SECONDS = 120
_XSL = "http://www.w3.org/1999/XSL/Transform"
_ERRORS = {"input": InputError, "limit": LimitError, "resource": ResourceError}


@dataclass(frozen=True, slots=True)
class Made:
    """What a stylesheet made: its bytes; the document for reading, or the unfinished page, where it is one; its messages."""

    data: bytes
    reading: etree._ElementTree | None
    page: etree._ElementTree | None
    messages: tuple[str, ...]


def run(
    path: Path,
    tree: etree._ElementTree,
    params: Mapping[str, str],
    *,
    reads: bool = False,
    seconds: float = MAX_SECONDS,
) -> Made:
    """Applies the stylesheet to a document; with ``reads`` it may read files too, as the TEI consortium's stylesheets do.

    Raises InputError where the stylesheet cannot be read, ResourceError (with file and line) where it does not compile,
    or its processor is not installed, LimitError where it goes beyond the bounds, TeiError where it fails.
    """
    version = _version(path)
    if version != "1.0":
        extra_missing("xslt3")
    order = {
        "path": str(path),
        "params": dict(params),
        "reads": reads,
        "engine": "lxml" if version == "1.0" else "saxonche",
        "seconds": seconds,
    }
    source = etree.tostring(tree, encoding="UTF-8", xml_declaration=True)
    paths = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tei.render.apart"],
            input=json.dumps(order).encode() + b"\n" + source,
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": paths},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise LimitError(
            f"the stylesheet was stopped after {seconds:g} seconds, the limit",
            path=str(path),
            hint="look for a template that calls itself",
        ) from None
    head, _, data = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise LimitError(
            "the stylesheet was stopped: it took more memory, time or depth than it may",
            path=str(path),
            hint="look for a template that calls itself",
        )
    told = json.loads(head)
    if "error" in told:
        error = told["error"]
        kind = _ERRORS.get(error["kind"], TeiError)
        raise kind(error["message"], path=error["path"], line=error["line"], hint=error["hint"])
    said = told["messages"] or [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    return Made(data, _reading(data), _page(data), tuple(said))


def _reading(data: bytes) -> etree._ElementTree | None:
    """The document for reading, where that is what came out."""
    if b"<reading" not in data[:400]:
        return None
    tree = parse_xml(data)
    return tree if tree.getroot().tag == "reading" else None


def _page(data: bytes) -> etree._ElementTree | None:
    """The page of ``xslt/html.xsl``, where that is what came out: its generator says so."""
    if b'content="tei-toolkit"' not in data[:4_000]:
        return None
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    return html.document_fromstring(data, parser=parser).getroottree()


def _version(path: Path) -> str:
    root = parse_xml(path).getroot()
    name = etree.QName(root)
    simple = root.get(f"{{{_XSL}}}version")  # a literal result element as stylesheet
    line: Any = root.sourceline or 1
    if (name.namespace != _XSL or name.localname not in ("stylesheet", "transform", "package")) and simple is None:
        raise InputError(
            f"the root is <{name.localname}>; a stylesheet begins <xsl:stylesheet>",
            path=str(path),
            line=line,
            hint="give an XSLT file",
        )
    version = root.get("version") or simple or "1.0"
    return "1.0" if version.startswith("1") else version

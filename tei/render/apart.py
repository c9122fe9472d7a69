"""The process that :mod:`tei.render.foreign` starts: one stylesheet, one document, from standard input to standard output."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

from lxml import etree

from tei.parse import MAX_SIZE
from tei.resources import resource

__all__ = ["main"]

_OURS = "tei:"  # <xsl:import href="tei:text.xsl"/> is the toolkit's own
_MEMORY = 4 * 2**30  # bytes
_SAXON = "http://saxon.sf.net/feature/"
_PLACE = re.compile(r"on line (\d+) column \d+ of (\S+?):?\s")


# lxml-stubs know another class of this name
_Resolver: Any = etree.Resolver


class _RefusedError(Exception):
    """What stops the process, as the caller tells it."""

    def __init__(self, kind: str, message: str, path: str, line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.told = {"kind": kind, "message": message, "path": path, "line": line, "hint": hint}


class _Beside(_Resolver):  # type: ignore[misc]
    """Finds what a stylesheet imports: files in its folder and below, and the toolkit's own as ``tei:NAME.xsl``."""

    def __init__(self, folder: Path, *, reads: bool) -> None:
        super().__init__()
        self.folders = (folder.resolve(), resource("xslt", "reading.xsl").parent.resolve())
        self.reads = reads
        self.refused = ""

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:
        url = system_url or ""
        if url.startswith(_OURS):
            name = url.removeprefix(_OURS)
            with contextlib.suppress(Exception):
                return self.resolve_filename(str(resource("xslt", name)), context)
        path = Path(re.sub("^file:(//)?", "", url))
        inside = any(folder in path.resolve().parents for folder in self.folders)
        if "://" not in url.removeprefix("file://") and path.is_file() and (inside or self.reads):
            return self.resolve_filename(str(path), context)
        self.refused = url
        return self.resolve_string("", context)  # nothing: the default would go and look for it


def _bounds(seconds: float, *, memory: bool) -> None:
    try:
        import resource as limits
    except ImportError:  # not a Unix system
        return
    limits.setrlimit(limits.RLIMIT_FSIZE, (0, 0))  # no file can be written
    limits.setrlimit(limits.RLIMIT_CORE, (0, 0))
    limits.setrlimit(limits.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    if memory:
        limits.setrlimit(limits.RLIMIT_AS, (_MEMORY, _MEMORY))


def _lxml(order: dict[str, Any], source: bytes) -> tuple[bytes, list[str]]:
    path = Path(order["path"])
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    beside = _Beside(path.parent, reads=order["reads"])
    parser.resolvers.add(beside)
    access: Any = etree.XSLTAccessControl
    allowed = access(
        read_file=order["reads"], write_file=False, create_dir=False, read_network=False, write_network=False
    )
    try:
        transform: Any = etree.XSLT(etree.parse(path, parser), access_control=allowed)
    except (etree.XSLTParseError, etree.XMLSyntaxError) as error:
        if beside.refused:
            raise _not_read(beside.refused, path) from error
        raise _wrong("resource", "the stylesheet does not compile", error, path) from error
    document = etree.fromstring(source, etree.XMLParser(resolve_entities=False, huge_tree=True)).getroottree()
    strings = {name: etree.XSLT.strparam(value) for name, value in order["params"].items()}
    try:
        made = transform(document, **strings)
    except etree.XSLTApplyError as error:
        said = "\n".join(entry.message for entry in transform.error_log)
        denied = re.search(r"rights for (\S+) denied", said)
        if denied:
            raise _RefusedError(
                "run",
                f"the stylesheet reaches for {denied[1]}, which it may not",
                *_where(transform.error_log, path),
                "--allow-read lets a stylesheet read files; nothing lets it write them or use the network",
            ) from error
        if "infinite template recursion" in said or "xsltMaxDepth" in said or "MaxVars" in said:
            raise _RefusedError(
                "limit", "a template of the stylesheet calls itself without end", *_where(transform.error_log, path)
            ) from error
        raise _wrong("run", "the stylesheet failed", error, path) from error
    messages = [entry.message for entry in transform.error_log]
    return bytes(made), messages


def _not_read(url: str, path: Path) -> _RefusedError:
    return _RefusedError(
        "resource",
        f"the stylesheet imports {url}, which is not beside it",
        str(path),
        hint="put it into the folder of the stylesheet",
    )


def _where(log: Any, path: Path) -> tuple[str, int]:
    for entry in log:
        if entry.line and entry.filename and entry.filename != "<string>":
            return str(entry.filename), entry.line
    return str(path), 0


def _wrong(kind: str, what: str, error: Any, path: Path) -> _RefusedError:
    entries = [e for e in error.error_log if e.message and e.message != "unknown error"]
    said = next((e.message for e in entries if not e.message.startswith("runtime error")), None)
    if said is None:
        said = entries[0].message if entries else str(error)
    said = " ".join(said.split())
    said = re.sub(r"^(?:xsl\w+|xslt\w+|compilation error|runtime error)\s?:\s?", "", said)
    return _RefusedError(kind, f"{what}: {said[:1].lower()}{said[1:]}", *_where(entries, path))


def _saxon(order: dict[str, Any], source: bytes) -> tuple[bytes, list[str]]:
    import saxonche

    path = Path(order["path"])
    processor = saxonche.PySaxonProcessor(license=False)
    processor.set_configuration_property(f"{_SAXON}allow-external-functions", "false")
    processor.set_configuration_property(f"{_SAXON}allowedProtocols", "file")
    try:
        executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path.resolve()))
    except saxonche.PySaxonApiError as error:
        raise _from_saxon("resource", "the stylesheet does not compile", str(error), path) from error
    document = processor.parse_xml(xml_text=source.decode("utf-8"))
    if not order["reads"]:
        # imports have been read; from here on nothing is
        processor.set_configuration_property(f"{_SAXON}allowedProtocols", "none")
    for name, value in order["params"].items():
        executable.set_parameter(name, processor.make_string_value(value))
    try:
        made = executable.transform_to_string(xdm_node=document)
    except saxonche.PySaxonApiError as error:
        raise _from_saxon("run", "the stylesheet failed", str(error), path) from error
    return (made or "").encode("utf-8"), []


def _from_saxon(kind: str, what: str, said: str, path: Path) -> _RefusedError:
    place = _PLACE.search(said)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    message = next((line for line in lines if re.match(r"[A-Z]{4}\d{4}\s", line)), lines[-1] if lines else "unknown")
    where = path.parent / place[2] if place else path
    if "StackOverflow" in said or "oo many nested" in said:
        return _RefusedError(
            "limit", "a template of the stylesheet calls itself without end", str(where), int(place[1]) if place else 0
        )
    return _RefusedError(kind, f"{what}: {message}", str(where), int(place[1]) if place else 0)


def main() -> None:
    """Reads the order and the document, writes what came of it."""
    order = json.loads(sys.stdin.buffer.readline())
    source = sys.stdin.buffer.read()
    out = os.dup(1)
    os.dup2(2, 1)  # what a processor prints by itself is no result
    _bounds(order["seconds"], memory=order["engine"] == "lxml")
    try:
        data, messages = (_lxml if order["engine"] == "lxml" else _saxon)(order, source)
        if len(data) > MAX_SIZE:
            raise _RefusedError("limit", f"the result is larger than {MAX_SIZE // 2**20} MB, the limit", order["path"])
        head: dict[str, Any] = {"messages": [" ".join(m.split()) for m in messages]}
    except _RefusedError as refused:
        data, head = b"", {"error": refused.told}
    with os.fdopen(out, "wb") as stream:
        stream.write(json.dumps(head).encode() + b"\n" + data)
    os._exit(0)  # saxonche's threads have nothing more to do


if __name__ == "__main__":
    main()

"""Documents looked at one after the other, or by several processes; the results come in the order of the documents."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei.cli.inputs import Input
from tei.cli.output import standard_input
from tei.diagnostic import Diagnostic
from tei.errors import TeiError
from tei.show import Checked
from tei.text import Source

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Options", "check", "workers"]

_ENCODING = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.-]{1,40})")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LINE_END = re.compile(r"\r\n|\n|\r")
_FEW = 24  # documents that are sooner looked at than a second process has started
_AHEAD = 4  # documents a worker that wait, so that none is idle and not all are held


@dataclass(frozen=True, slots=True)
class Options:
    """What to hold each document against; see :func:`tei.validate.validate`."""

    schema: tuple[str, ...] = ()
    phase: str | None = None
    catalogs: tuple[str, ...] = ()
    fetch: bool = False
    advice: bool = True
    grammar_only: bool = False
    source: Source | None = None


def workers(jobs: int | None, documents: int) -> int:
    """How many processes: as many as asked for, else one for few documents and one a processor for many."""
    if jobs is not None:
        return min(jobs, documents)
    return 1 if documents < _FEW else max(1, min(os.cpu_count() or 1, documents // _FEW + 1))


def check(inputs: Sequence[Input], options: Options, jobs: int) -> Iterator[Checked]:
    """The result for each document, in order. Each process compiles a schema once."""
    if jobs <= 1:
        for one in inputs:
            yield _check(one, options, standard_input() if one.path == "-" else None)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # spawned, not forked: the same on every system, and safe with threads
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Checked]] = deque()
        todo = iter(inputs)
        try:
            while True:
                while len(waiting) < jobs * _AHEAD:
                    following = next(todo, None)
                    if following is None:
                        break
                    data = standard_input() if following.path == "-" else None
                    waiting.append(pool.submit(_check, following, options, data))
                if not waiting:
                    return
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _check(one: Input, options: Options, data: bytes | None) -> Checked:
    if one.error is not None:
        return Checked(one.path, error=one.error)
    try:
        return _looked_at(one, options, data)
    except TeiError as error:
        return Checked(one.path, error=error)


def _looked_at(one: Input, options: Options, data: bytes | None) -> Checked:
    from tei.parse import xml_bytes
    from tei.validate import is_long, validate
    from tei.verify import locate, made_here, verify

    path = Path(one.path) if data is None else None
    is_whole = not is_long(data if data is not None else one.path)
    if data is None:
        data = xml_bytes(one.path) if is_whole else b""
    # a document made here is compared to the character, others by their words
    mine = made_here(data) if options.source is not None and is_whole else None
    settings = {
        "schema": options.schema or None,
        "name": one.path,
        "path": path,
        "phase": options.phase,
        "catalogs": options.catalogs,
        "fetch": options.fetch,
        "within": Path(one.within) if one.within else None,
        "advice": options.advice,
        "grammar_only": options.grammar_only,
    }
    words = options.source if mine is None else None
    found = validate(data if is_whole or path is None else path, **settings, source=words)  # type: ignore[arg-type]
    if not is_whole:
        return Checked(one.path, tuple(found))
    source = options.source
    if source is None and any(d.line for d in found):
        # only what has findings is looked at again, for their places in the transcript
        source = made_here(data)
        if source is not None:
            found = validate(data, **settings, locate=locate)  # type: ignore[arg-type]
    elif mine is not None and source is not None and all(d.code != "not-well-formed" for d in found):
        found = [*found, *verify(source, data)]
    return Checked(one.path, tuple(found), _lines(data, found), source)


def _lines(data: bytes, found: Sequence[Diagnostic]) -> dict[int, str]:
    """The lines of an XML file that findings are in, in whatever encoding it declares, to quote from."""
    wanted = {d.line for d in found if d.line}
    if not wanted:
        return {}
    declared = _ENCODING.match(data)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    if declared and encoding is None and declared[1][:3].lower() in (b"utf", b"ucs"):
        encoding = "utf-8"  # what could be read as ASCII has one byte a character
    try:
        text = data.decode(encoding or (declared[1].decode() if declared else "utf-8"), "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    lines = _LINE_END.split(text)
    return {number: lines[number - 1] for number in sorted(wanted) if number <= len(lines)}

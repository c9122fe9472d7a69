"""What commands share: finding inputs, writing files whole or not at all, reporting findings."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from tei.diagnostic import Diagnostic, Severity
from tei.errors import InputError, TeiError
from tei.show import as_record, as_text
from tei.text import Source

__all__ = ["as_json", "color_for", "problems", "report", "targets", "write"]


def write(path: str, data: bytes) -> None:
    """Writes a file under a temporary name and renames it, or to standard output for ``-``.

    Raises InputError with one plain line when that is not possible; then nothing has changed.
    """
    if path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    if target.is_dir():
        raise InputError("this is a folder", path=path, hint="name a file, or use -d for a folder")
    if target.exists() and not target.is_file():  # a device or a pipe: there is nothing to rename over
        try:
            target.write_bytes(data)
        except OSError as error:
            raise _unwritable(path, error) from error
        return
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def _unwritable(path: str, error: OSError) -> TeiError:
    reason = (error.strerror or str(error)).lower()
    return TeiError(f"cannot be written: {reason}", path=path, hint="check the folder and its permissions")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def targets(inputs: tuple[str, ...], output: str | None, folder: str | None, suffix: str) -> list[tuple[str, str]]:
    """(input, output) of each input: one goes to ``-o`` or standard output, several need ``-d``.

    Raises click.UsageError where that is not clear, or two inputs would make the same file, or an output is an input.
    """
    if output is not None and folder is not None:
        raise click.UsageError("give -o FILE or -d FOLDER, not both")
    if folder is None:
        if len(inputs) > 1:
            raise click.UsageError(f"{len(inputs)} inputs need a folder for the results: -d FOLDER")
        pairs = [(inputs[0], output or "-")]
    else:
        Path(folder).mkdir(parents=True, exist_ok=True)
        pairs = [(one, str(Path(folder) / ("stdin" if one == "-" else Path(one).stem)) + suffix) for one in inputs]
        made: dict[str, str] = {}
        for one, result in pairs:
            if result in made:
                raise click.UsageError(f"{made[result]} and {one} would both become {result}")
            made[result] = one
    for one, result in pairs:
        if result != "-" and one != "-" and os.path.exists(result) and os.path.exists(one) and os.path.samefile(one, result):
            raise click.UsageError(f"{result} is the input; name another output")
    return pairs


def color_for(ctx: click.Context) -> bool:
    """Whether standard error takes colours."""
    return bool(ctx.find_root().obj["color"]) and sys.stderr.isatty()


def report(diagnostics: Iterable[Diagnostic], source: Source | None, *, color: bool, lines: list[str] | None = None) -> None:
    """Findings for people, on standard error."""
    for diagnostic in diagnostics:
        click.echo(as_text(diagnostic, source, lines=lines, color=color), err=True, color=color)


def as_json(record: object) -> str:
    """JSON as the commands print it."""
    return json.dumps(record, ensure_ascii=False, indent=1)


def problems(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether a finding makes the exit code 1: an error, with ``strict`` a warning too."""
    counted = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(d.severity in counted for d in diagnostics)


def records(diagnostics: Iterable[Diagnostic], source: Source | None) -> list[dict[str, object]]:
    """Findings for programs."""
    return [as_record(d, source) for d in diagnostics]

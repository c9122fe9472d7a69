"""What commands share: finding inputs, writing files whole or not at all, reporting findings."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from tei.diagnostic import Diagnostic, Severity
from tei.errors import InputError, TeiError
from tei.show import as_json, as_record, as_text, harmless
from tei.text import Source

__all__ = [
    "PATH",
    "as_json",
    "color_for",
    "complain",
    "make_folder",
    "problems",
    "records",
    "report",
    "standard_input",
    "targets",
    "write",
]

# shells complete file names for it; whether a file can be read is said by what reads it
PATH = click.Path(readable=False, allow_dash=True)
_MOST_ALIKE = 100  # findings of one code that are printed for one document


def write(path: str, data: bytes) -> None:
    """Writes a file under a temporary name and renames it, or to standard output for ``-``.

    Raises TeiError with one plain line when that is not possible; then nothing has changed.
    """
    if path == "-":
        if sys.stdout is None:
            raise TeiError("standard output is closed", hint="name a file with -o")
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritable("standard output", error) from error
        return
    target = Path(os.path.realpath(path))  # a link stays a link
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
        handle, temporary = tempfile.mkstemp(prefix=".tei-", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
    except BaseException as error:  # an interrupt too leaves nothing behind
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise


def make_folder(path: str) -> None:
    """Makes a folder and those above it.

    Raises TeiError where that is not possible.
    """
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise TeiError("this is a file, not a folder", path=path, hint="name another folder") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TeiError(f"this folder cannot be made: {reason}", path=path, hint="name another") from error


def _unwritable(path: str, error: OSError) -> TeiError:
    reason = (error.strerror or str(error)).lower()
    return TeiError(f"cannot be written: {reason}", path=path, hint="check the folder and its permissions")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def standard_input() -> bytes:
    """All of standard input."""
    if sys.stdin is None:
        raise TeiError("standard input is closed", hint="name a file")
    return sys.stdin.buffer.read()


def targets(inputs: tuple[str, ...], output: str | None, folder: str | None, suffix: str) -> list[tuple[str, str]]:
    """(input, output) of each input: one goes to ``-o`` or standard output, several need ``-d``.

    Raises click.UsageError where that is not clear, or two inputs would make the same file, or an output is
    an input.
    """
    if output is not None and folder is not None:
        raise click.UsageError("give -o FILE or -d FOLDER, not both")
    if inputs.count("-") > 1:
        raise click.UsageError("only one input can be standard input")
    if folder is None:
        if len(inputs) > 1:
            raise click.UsageError(f"{len(inputs)} inputs need a folder for the results: -d FOLDER")
        pairs = [(inputs[0], output or "-")]
    else:
        names = ("stdin" if one == "-" else Path(one).stem for one in inputs)
        pairs = [(one, str(Path(folder) / f"{name}{suffix}")) for one, name in zip(inputs, names, strict=True)]
        made: dict[str, str] = {}
        for one, result in pairs:
            if result in made:
                raise click.UsageError(f"{made[result]} and {one} would both become {result}")
            made[result] = one
    for one, result in pairs:
        if _same(one, result):
            raise click.UsageError(f"{result} is the input; name another output")
    if folder is not None:
        make_folder(folder)
    return pairs


def _same(one: str, other: str) -> bool:
    try:
        return "-" not in (one, other) and os.path.samefile(one, other)
    except OSError:  # one of them is not there
        return False


def color_for(ctx: click.Context, *, err: bool = True) -> bool:
    """Whether standard error (or output) takes colours."""
    stream = sys.stderr if err else sys.stdout
    return bool(ctx.find_root().obj["color"]) and stream is not None and stream.isatty()


def complain(message: str) -> None:
    """One line on standard error about what stopped a run."""
    click.echo(f"tei: {harmless(' '.join(message.split()))}", err=True)


def report(
    diagnostics: Iterable[Diagnostic],
    source: Source | None,
    *,
    color: bool,
    lines: Sequence[str] | Mapping[int, str] = (),
    err: bool = True,
) -> None:
    """Findings for people, on standard error; of one code no more than anybody reads."""
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        seen[diagnostic.code] += 1
        if seen[diagnostic.code] <= _MOST_ALIKE:
            click.echo(as_text(diagnostic, source, lines=lines, color=color), err=err, color=color)
    for code, count in seen.items():
        if count > _MOST_ALIKE:
            click.echo(f"… and {count - _MOST_ALIKE:,} more [{code}]; --json lists them all", err=err)


def problems(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether a finding makes the exit code 1: an error, with ``strict`` a warning too."""
    counted = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(d.severity in counted for d in diagnostics)


def records(diagnostics: Iterable[Diagnostic], source: Source | None) -> list[dict[str, object]]:
    """Findings for programs."""
    return [as_record(d, source) for d in diagnostics]

"""Which documents a command is about: files, folders with all XML in them, a list of names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from tei.cli.output import standard_input
from tei.errors import InputError, TeiError

__all__ = ["Input", "documents"]


class Input(NamedTuple):
    """A document by name: ``within`` is the folder that it was found in, ``error`` why there is none."""

    path: str
    within: str = ""
    error: TeiError | None = None


def documents(names: tuple[str, ...], list_: str | None) -> list[Input]:
    """Each document once, in the order given, those of a folder in the order of their names.

    Raises click.UsageError where nothing is named, InputError for a list that cannot be read.
    """
    if list_ == "-" and "-" in names:
        raise click.UsageError("only one of the documents and the list of files can be standard input")
    listed = _listed(list_) if list_ is not None else []
    if not names and list_ is None:
        raise click.UsageError("name files or folders, or a list of files with --files-from")
    if not names and not listed:
        raise click.UsageError("the list of files is empty, so there is nothing to look at")
    found: dict[str, Input] = {}
    for name in (*names, *listed):
        for one in _in_folder(name) if name != "-" and os.path.isdir(name) else [Input(name)]:
            found.setdefault(one.path, one)
    return list(found.values())


def _listed(list_: str) -> list[str]:
    """The names of a list, one a line, or with a zero byte after each (``find -print0``)."""
    try:
        data = standard_input() if list_ == "-" else Path(list_).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {(error.strerror or str(error)).lower()}", path=list_, hint="check the name"
        ) from error
    parts = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(part) for part in parts if part.strip()]


def _in_folder(folder: str) -> Iterator[Input]:
    """The XML files in a folder and those in it; hidden ones are left out, links to folders are not followed."""
    found = False
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(".xml") and not name.startswith("."):
                found = True
                yield Input(os.path.join(place, name), folder)
    if not found:
        yield Input(
            folder,
            error=InputError("no .xml file is in this folder", path=folder, hint="name the files, or another folder"),
        )

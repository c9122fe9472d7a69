"""``tei schema``: the schemas beside the documents, where editors such as oXygen look for them."""

from __future__ import annotations

from pathlib import Path

import click

from tei.cli.output import PATH, make_folder, write
from tei.resources import resource

__all__ = ["command"]

_FILES = ("record.rnc", "record.rng", "record.sch", "record.odd")


@click.command("schema")
@click.argument("folder", default=".", metavar="[FOLDER]", type=PATH)
def command(folder: str) -> None:
    """Put the project's schemas into a folder (RELAX NG, Schematron, ODD), so that XML editors find them.

    \b
    Example:
      tei schema tei/
    """
    make_folder(folder)
    for name in _FILES:
        target = Path(folder) / name
        write(str(target), resource("schemas", name).read_bytes())
        click.echo(str(target))

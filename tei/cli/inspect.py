"""``tei inspect``: what was found in a record."""

from __future__ import annotations

import sys
from typing import Any

import click

from tei.cli.output import PATH, as_json, color_for, report, standard_input
from tei.diagnostic import Diagnostic
from tei.show import harmless
from tei.text import Source

__all__ = ["command"]


@click.command("inspect")
@click.argument("input_", metavar="INPUT", type=PATH)
@click.option(
    "--people",
    metavar="FILE",
    type=PATH,
    help="A register: CSV (id,name,description[,variants…]) or TEI listPerson.",
)
@click.option("--encoding", metavar="NAME", help="The encoding of the text, where detection is wrong.")
@click.option("--marks", is_flag=True, help="List every mark with its place, rule and certainty.")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.pass_context
def command(
    ctx: click.Context, input_: str, people: str | None, encoding: str | None, marks: bool, json_: bool
) -> None:
    """List what was found in a record: people with their forms, turns by speaker, brackets by kind, dates.

    INPUT is a transcript, or a TEI document (.xml), which is listed as it is now.

    \b
    Examples:
      tei inspect record.txt
      tei inspect record.xml
      tei inspect record.txt --json
      tei inspect record.txt --marks
    """
    source: Source | None = None
    if input_.lower().endswith(".xml"):
        found, diagnostics = _document(input_, marks=marks, with_people=people is not None)
    else:
        found, diagnostics, source = _transcript(input_, people, encoding, marks=marks)
    if json_:
        click.echo(as_json(found))
        return
    show = _tables if sys.stdout.isatty() else _plain
    show({title: rows for title, rows in found.items() if rows and title != "diagnostics"}, ctx)
    report(diagnostics, source, color=color_for(ctx, err=False), err=False)


def _document(path: str, *, marks: bool, with_people: bool) -> tuple[dict[str, Any], list[Diagnostic]]:
    from tei.cli.encoded import encoded

    if marks or with_people:
        raise click.UsageError("--marks and --people are for transcripts, not for TEI documents")
    return encoded(path)


def _transcript(
    path: str, people: str | None, encoding: str | None, *, marks: bool
) -> tuple[dict[str, Any], list[Diagnostic], Source]:
    from tei.findings import findings, mark_rows
    from tei.pipeline import convert
    from tei.read import read
    from tei.register import load

    source, reading = read(standard_input() if path == "-" else path, name=path, encoding=encoding)
    edition = convert(source, people=load(people) if people else None)
    diagnostics = [*reading, *edition.diagnostics]
    found = findings(edition.document, diagnostics)
    if marks:
        found["marks"] = mark_rows(edition.document)
    return found, diagnostics, source


def _cell(value: object) -> str:
    return harmless("; ".join(map(str, value)) if isinstance(value, list) else str(value))


def _plain(tables: dict[str, list[dict[str, Any]]], _: click.Context) -> None:
    """Columns of text, for files and other programs."""
    for title, rows in tables.items():
        cells = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        click.echo(f"{title} ({len(rows)})")
        for row in cells:
            click.echo("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())
        click.echo()


def _tables(tables: dict[str, list[dict[str, Any]]], ctx: click.Context) -> None:
    """Tables for a terminal, which fold what is too wide."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, no_color=not ctx.find_root().obj["color"], highlight=False)
    for title, rows in tables.items():
        table = Table(title=f"{title} ({len(rows)})", title_justify="left", box=None, pad_edge=False)
        for name, value in rows[0].items():
            table.add_column(name, justify="right" if isinstance(value, int) else "left", overflow="fold")
        for row in rows:
            table.add_row(*(Text(_cell(value)) for value in row.values()))
        console.print(table)
        console.print()

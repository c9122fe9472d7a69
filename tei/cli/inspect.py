"""``tei inspect``: what was found in a record."""

from __future__ import annotations

import sys

import click

from tei.cli.output import as_json, color_for, report

__all__ = ["command"]


@click.command("inspect")
@click.argument("input_", metavar="INPUT")
@click.option("--people", metavar="FILE", help="A register: CSV (id,name,description[,variants…]) or TEI listPerson.")
@click.option("--encoding", metavar="NAME", help="The encoding of the text, where detection is wrong.")
@click.option("--marks", is_flag=True, help="List every mark with its place, rule and certainty.")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.pass_context
def command(ctx: click.Context, input_: str, people: str | None, encoding: str | None, marks: bool, json_: bool) -> None:
    """List what was found in a transcript: people with counts and forms, turns by speaker, brackets by kind, dates.

    \b
    Examples:
      tei inspect record.txt
      tei inspect record.txt --json
      tei inspect record.txt --marks
    """
    from tei.findings import findings, mark_rows
    from tei.pipeline import convert
    from tei.read import read
    from tei.register import load

    source, reading = read(input_, encoding=encoding)
    edition = convert(source, people=load(people) if people else None)
    diagnostics = [*reading, *edition.diagnostics]
    found = findings(edition.document, diagnostics)
    if marks:
        found["marks"] = mark_rows(edition.document)
    if json_:
        click.echo(as_json(found))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(
        file=sys.stdout, no_color=not ctx.find_root().obj["color"], highlight=False, width=None if sys.stdout.isatty() else 120
    )
    for title, rows in found.items():
        if title == "diagnostics" or not isinstance(rows, list) or not rows:
            continue
        table = Table(title=f"{title} ({len(rows)})", title_justify="left", title_style="bold", box=None, pad_edge=False)
        for column in rows[0]:
            table.add_column(column, justify="right" if isinstance(rows[0][column], int) else "left", overflow="fold")
        for row in rows:
            table.add_row(*(Text(", ".join(v) if isinstance(v, list) else str(v)) for v in row.values()))
        console.print(table)
        console.print()
    sys.stdout.flush()
    report(diagnostics, source, color=color_for(ctx))

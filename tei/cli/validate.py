"""``tei validate``: what is wrong with TEI documents, and where."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tei.cli.output import as_json, color_for, problems, records, report
from tei.errors import TeiError

__all__ = ["command"]


@click.command("validate")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option("--schema", metavar="FILE", help="A RELAX NG schema (.rng) instead of the project's own.")
@click.option("--json", "json_", is_flag=True, help="Print the findings as JSON on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing for documents that are valid.")
@click.pass_context
def command(ctx: click.Context, inputs: tuple[str, ...], schema: str | None, json_: bool, quiet: bool) -> None:
    """Say what is wrong with TEI documents: grammar, Schematron rules, pointers that point nowhere, ids used twice.

    For documents made by tei convert the place in the transcript is given too. - reads standard input.

    \b
    Examples:
      tei validate record.xml
      tei validate tei/*.xml --json
      tei validate letter.xml --schema tei_all.rng
    """
    from tei.validate import validate
    from tei.verify import locate, made_here

    if schema is not None and not Path(schema).is_file():
        raise TeiError("no such schema", path=schema, hint="give a RELAX NG file (.rng)")
    wrong = failed = 0
    all_records = []
    for one in inputs:
        try:
            data: str | bytes = sys.stdin.buffer.read() if one == "-" else one
            found = validate(data, schema=schema, name=one, locate=locate if made_here(data) else None)
        except TeiError as error:
            if len(inputs) == 1:
                raise
            failed += 1
            click.echo(f"tei: {error}", err=True)
            continue
        wrong += problems(found)
        if json_:
            all_records.append({"file": one, "valid": not problems(found), "diagnostics": records(found, None)})
        elif found:
            raw = data if isinstance(data, bytes) else Path(data).read_bytes()
            source = made_here(data) if any(d.span for d in found) else None
            report(found, source, color=color_for(ctx), lines=raw.decode("utf-8", "replace").split("\n"))
        elif not quiet:
            click.echo(f"{one}: valid")
    if json_:
        click.echo(as_json(all_records))
    ctx.exit(3 if failed else 1 if wrong else 0)

"""``tei verify``: the source rebuilt from the document, and compared."""

from __future__ import annotations

import sys

import click

from tei.cli.output import as_json, color_for, records, report

__all__ = ["command"]


@click.command("verify")
@click.argument("source", metavar="SOURCE")
@click.argument("document", metavar="DOC.xml")
@click.option("--encoding", metavar="NAME", help="The encoding of the source, where detection is wrong.")
@click.option("--json", "json_", is_flag=True, help="Print the differences as JSON on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit code says it.")
@click.pass_context
def command(ctx: click.Context, source: str, document: str, encoding: str | None, json_: bool, quiet: bool) -> None:
    """Show that a TEI document has lost nothing: rebuild its source from it, and compare every character.

    \b
    Examples:
      tei verify record.txt record.xml
      tei convert record.txt -q | tei verify record.txt -
    """
    from tei.read import read
    from tei.verify import verify

    if source == document == "-":
        raise click.UsageError("only one of the two can be standard input")
    text, _ = read(source, encoding=encoding)
    found = verify(text, sys.stdin.buffer.read() if document == "-" else document)
    if json_:
        click.echo(as_json({"identical": not found, "characters": len(text.text), "diagnostics": records(found, text)}))
    elif not quiet:
        report(found, text, color=color_for(ctx))
        click.echo(f"{len(found)} differences" if found else f"identical: {len(text.text):,} characters")
    ctx.exit(1 if found else 0)

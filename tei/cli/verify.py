"""``tei verify``: the source rebuilt from the document, and compared."""

from __future__ import annotations

import click

from tei.cli.output import PATH, as_json, color_for, records, report, standard_input

__all__ = ["command"]


@click.command("verify")
@click.argument("source", metavar="SOURCE", type=PATH)
@click.argument("document", metavar="DOC.xml", type=PATH)
@click.option("--encoding", metavar="NAME", help="The encoding of the source, where detection is wrong.")
@click.option("--json", "json_", is_flag=True, help="Print the differences as JSON.")
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
    found = verify(text, standard_input() if document == "-" else document)
    if json_:
        identical = {"identical": not found, "characters": len(text.text)}
        click.echo(as_json({**identical, "diagnostics": records(found, text)}))
    elif not quiet:
        report(found, text, color=color_for(ctx, err=False), err=False)
        count = "1 difference" if len(found) == 1 else f"{len(found):,} differences"
        click.echo(count if found else f"identical: {len(text.text):,} characters")
    ctx.exit(1 if found else 0)

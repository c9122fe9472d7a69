"""``tei render``: a page of a TEI document."""

from __future__ import annotations

import click

from tei.cli.output import PATH, complain, standard_input, targets, write
from tei.errors import TeiError

__all__ = ["command"]


@click.command("render")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...", type=PATH)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=PATH,
    help="Where the page goes; - is standard output, the default for one input.",
)
@click.option(
    "-d",
    "--directory",
    metavar="FOLDER",
    type=PATH,
    help="Where the pages of several documents go, as NAME.html.",
)
@click.option("--format", "format_", default="html", show_default=True, metavar="NAME", help="The output format: html.")
@click.pass_context
def command(
    ctx: click.Context, inputs: tuple[str, ...], output: str | None, directory: str | None, format_: str
) -> None:
    """Make a self-contained page of a TEI document: one file, no network, no scripts.

    \b
    Examples:
      tei render record.xml -o record.html
      tei render tei/*.xml -d pages/
      tei convert record.txt -q | tei render - > record.html
    """
    from tei.render import FORMATS, render

    if format_ not in FORMATS:
        raise click.UsageError(f'no format "{format_}"; there is {", ".join(sorted(FORMATS))}')
    pairs = targets(inputs, output, directory, FORMATS[format_].suffix)
    failed = 0
    for one, target in pairs:
        try:
            write(target, render(standard_input() if one == "-" else one, format=format_))
        except TeiError as error:
            failed += 1
            complain(str(error))
    if failed and len(pairs) > 1:
        complain(f"{failed} of {len(pairs)} could not be rendered")
    ctx.exit(3 if failed else 0)

"""``tei people``: the register that results from documents."""

from __future__ import annotations

import click

from tei.cli.output import PATH, complain, write
from tei.errors import TeiError

__all__ = ["command"]


@click.command("people")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=PATH)
@click.option(
    "-o", "--output", metavar="FILE", type=PATH, default="-", help="Where the CSV goes; - is standard output."
)
@click.option(
    "--people", metavar="FILE", type=PATH, help="A register to resolve names with; its people keep their ids."
)
@click.option("--encoding", metavar="NAME", help="The encoding of the texts, where detection is wrong.")
@click.pass_context
def command(ctx: click.Context, inputs: tuple[str, ...], output: str, people: str | None, encoding: str | None) -> None:
    """Write the people of documents as a register: CSV with id, name, description and other forms of the name.

    INPUT is a transcript, or a TEI document (.xml). Correct the register by hand, give one id to rows that are one
    person, and convert again with --people.

    \b
    Examples:
      tei people record.txt -o people.csv
      tei people tei/*.xml -o people.csv
      tei convert *.txt -d tei/ --people people.csv
    """
    from tei.model import Person
    from tei.pipeline import convert
    from tei.read import read
    from tei.register import Entry, load, merge, write_csv

    register = load(people) if people else None
    found: list[Person | Entry] = []
    failed = 0
    for one in inputs:
        try:
            if one.lower().endswith(".xml"):
                found.extend(load(one))
            else:
                found.extend(convert(read(one, encoding=encoding)[0], people=register).people)
        except TeiError as error:
            failed += 1
            complain(str(error))
    if failed < len(inputs):
        rows = merge(found)
        write(output, write_csv(rows).encode())
        click.echo(f"{'standard output' if output == '-' else output}: {len(rows):,} people", err=True)
    ctx.exit(3 if failed else 0)

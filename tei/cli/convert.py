"""``tei convert``: transcripts into TEI."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click

from tei.cli.output import PATH, as_json, color_for, complain, problems, records, report, targets, write
from tei.errors import TeiError

__all__ = ["command"]


@click.command("convert")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=PATH)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=PATH,
    help="Where the TEI goes; - is standard output, the default for one input.",
)
@click.option(
    "-d",
    "--directory",
    metavar="FOLDER",
    type=PATH,
    help="Where the TEI of several inputs goes, as NAME.xml.",
)
@click.option(
    "--people",
    metavar="FILE",
    type=PATH,
    help="A register: CSV (id,name,description[,variants…]) or TEI listPerson.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="The encoding of the text, where detection is wrong (windows-1252, utf-16 …).",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option(
    "--json",
    "json_",
    is_flag=True,
    help="Print the findings as JSON on standard error, a line for each input.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    output: str | None,
    directory: str | None,
    people: str | None,
    encoding: str | None,
    strict: bool,
    json_: bool,
    quiet: bool,
) -> None:
    """Turn transcripts into TEI P5: valid, linked, and with nothing lost.

    INPUT is a plain text; - reads standard input. What an editor should look at is printed with its place
    in the transcript. Nothing is written when the text could not be given back from the document.

    \b
    Examples:
      tei convert record.txt -o record.xml
      tei convert *.txt -d tei/
      tei convert record.txt --people people.csv -o record.xml
      pdftotext scan.pdf - | tei convert - > record.xml
    """
    pairs = targets(inputs, output, directory, ".xml")
    from tei.pipeline import convert
    from tei.read import read
    from tei.register import load
    from tei.validate import gate

    register = load(people) if people else None
    failed = found = 0
    for one, target in _progress(pairs, quiet):
        try:
            source, reading = read(one, encoding=encoding)
            edition = convert(source, people=register)
            diagnostics = [*reading, *edition.diagnostics]
            wrong = gate(edition.xml)
            if wrong is not None:
                message = f"internal error: the document would not be valid ({wrong.message}), so nothing was written"
                raise TeiError(message, path=one, hint="please report this text")
            write(target, edition.xml)
        except TeiError as error:
            failed += 1
            if json_:
                _print_json({"input": one, "error": error.message, "line": error.line, "hint": error.hint})
            else:
                complain(str(error))
            continue
        found += problems(diagnostics, strict=strict)
        if json_:
            _print_json({"input": one, "output": target, "diagnostics": records(diagnostics, source)})
        elif quiet:
            report([d for d in diagnostics if problems([d])], source, color=color_for(ctx))
        else:
            from tei.show import harmless, summary

            report(diagnostics, source, color=color_for(ctx))
            where = "standard output" if target == "-" else harmless(target)
            counts = f"{len(source.text):,} characters, {len(edition.people)} people, {summary(diagnostics)}"
            click.echo(f"{where}: {counts}", err=True)
    if failed and len(pairs) > 1:
        complain(f"{failed} of {len(pairs)} could not be converted")
    ctx.exit(3 if failed else 1 if found else 0)


def _print_json(record: dict[str, object]) -> None:
    click.echo(as_json(record, one_line=True), err=True)


def _progress(pairs: list[tuple[str, str]], quiet: bool) -> Iterator[tuple[str, str]]:
    """The pairs, with a bar on a terminal when there are many."""
    if quiet or len(pairs) < 20 or not sys.stderr.isatty():
        yield from pairs
        return
    with click.progressbar(pairs, label="converting", file=sys.stderr) as bar:
        shown: Iterable[tuple[str, str]] = bar
        yield from shown

"""``tei validate``: what is wrong with TEI documents, and where."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from tei.cli.check import Options, check, workers
from tei.cli.inputs import documents
from tei.cli.output import PATH, as_json, color_for, complain, report
from tei.diagnostic import Severity
from tei.errors import InputError, ResourceError
from tei.show import FORMATS, Checked, Total

__all__ = ["command"]

_PATIENCE = 1.0  # seconds before progress is shown


def _formats(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    rows = {"text": "lines for people", **{name: row.title for name, row in FORMATS.items()}}
    return [CompletionItem(name, help=title) for name, title in rows.items() if name.startswith(incomplete)]


def _schemas(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from tei.validate.association import NAMES

    return [*(CompletionItem(n) for n in NAMES if n.startswith(incomplete)), CompletionItem(incomplete, type="file")]


@click.command("validate")
@click.argument("inputs", nargs=-1, metavar="FILE...", type=PATH)
@click.option(
    "--schema",
    multiple=True,
    metavar="SCHEMA",
    shell_complete=_schemas,
    help="A RELAX NG or Schematron file, its address, or a name (record, tei_all); may be repeated.",
)
@click.option("--phase", metavar="NAME", help="The phase of the Schematron schema; #ALL for all of it.")
@click.option(
    "--catalog",
    "catalogs",
    multiple=True,
    metavar="FILE",
    type=PATH,
    help="An OASIS XML catalog, asked before those of XML_CATALOG_FILES.",
)
@click.option("--fetch", is_flag=True, help="Get schemas that are not here from the network, once.")
@click.option("--source", metavar="FILE", type=PATH, help="The transcript: words that the document lacks are reported.")
@click.option("--grammar-only", is_flag=True, help="Leave out Schematron, pointers, ids, dates and people.")
@click.option("--errors-only", is_flag=True, help="Leave out warnings and remarks.")
@click.option(
    "--files-from",
    "list_",
    metavar="FILE",
    type=PATH,
    help="Read the names of documents from a list, one a line; - is standard input.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many documents at a time (else by how many there are).",
)
@click.option("--max-errors", type=click.IntRange(min=1), metavar="N", help="Stop after so many errors.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", *FORMATS]),
    default="text",
    show_default=True,
    shell_complete=_formats,
    help="How the findings are printed.",
)
@click.option("--json", "json_", is_flag=True, help="The same as --format json.")
@click.option("--summary", is_flag=True, help="Print how often each code was met, not the findings.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing for documents that are valid.")
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    schema: tuple[str, ...],
    phase: str | None,
    catalogs: tuple[str, ...],
    fetch: bool,
    source: str | None,
    grammar_only: bool,
    errors_only: bool,
    list_: str | None,
    jobs: int | None,
    max_errors: int | None,
    format_: str,
    json_: bool,
    summary: bool,
    quiet: bool,
) -> None:
    """Say what is wrong with TEI documents: grammar, Schematron rules, pointers, ids, dates, people.

    FILE is a document, a folder with .xml files in it, or - for standard input. Each is held against the schemas that it
    names with xml-model, else against the project's own. For documents made by tei convert the place in the transcript
    is given too.

    \b
    Examples:
      tei validate record.xml
      tei validate editions/ --format sarif > findings.sarif
      tei validate letter.xml --schema tei_all --fetch
      tei validate record.xml --source record.txt
      git diff --name-only | grep xml$ | tei validate --files-from -
    """
    format_ = "json" if json_ else format_
    if summary and format_ not in ("text", "json"):
        raise click.UsageError(f"a summary is printed as text or JSON, not as {format_}")
    found = documents(inputs, list_)
    if source is not None and len(found) != 1:
        raise click.UsageError(f"one transcript is the source of one document; here are {len(found)}")
    options = _options(schema, phase, catalogs, fetch, source, grammar_only, errors_only)
    total = Total()
    results: Iterable[Checked] = check(found, options, workers(jobs, len(found)))
    results = _progress(results, len(found)) if not quiet and _is_terminal() else results
    results = _counted(results, total, max_errors, errors_only=errors_only, has_schema=bool(schema))
    if summary:
        for checked in results:
            _complain(checked)
        click.echo(as_json(total.record()) if format_ == "json" else total.text())
    elif format_ == "text":
        _text(ctx, results, quiet=quiet)
    else:
        for piece in FORMATS[format_].write(results):
            click.echo(piece, nl=False)
    ctx.exit(3 if total.failed else 1 if total.errors else 0)


def _options(
    schema: tuple[str, ...],
    phase: str | None,
    catalogs: tuple[str, ...],
    fetch: bool,
    source: str | None,
    grammar_only: bool,
    errors_only: bool,
) -> Options:
    """The options, looked at before the first document: what is wrong with them is said once."""
    from tei.validate.association import asked_for

    for catalog in catalogs:
        if not Path(catalog).is_file():
            raise InputError("no such catalog", path=catalog, hint="give an OASIS XML catalog")
    if schema:
        asked_for(schema, catalogs=catalogs, fetch=fetch)
    transcript = None
    if source is not None:
        from tei.read import read

        transcript, _ = read(source)
    return Options(schema, phase, catalogs, fetch, not errors_only, grammar_only, transcript)


def _counted(
    results: Iterable[Checked], total: Total, most: int | None, *, errors_only: bool, has_schema: bool
) -> Iterator[Checked]:
    """The results, counted as they pass, up to so many errors, or to a schema that is of no use for any document."""
    for checked in results:
        if errors_only:
            kept = tuple(d for d in checked.diagnostics if d.severity is Severity.ERROR)
            checked = replace(checked, diagnostics=kept)
        left = None if most is None else most - total.errors
        errors = [at for at, d in enumerate(checked.diagnostics) if d.severity is Severity.ERROR]
        if left is not None and len(errors) >= left:
            checked = replace(checked, diagnostics=checked.diagnostics[: errors[left - 1] + 1])
            total.add(checked)
            yield checked
            click.echo(f"tei: stopped after {most} error{'s' * (most != 1)} (--max-errors)", err=True)
            return
        total.add(checked)
        yield checked
        if has_schema and isinstance(checked.error, ResourceError):
            return


def _text(ctx: click.Context, results: Iterable[Checked], *, quiet: bool) -> None:
    color = color_for(ctx, err=False)
    for checked in results:
        _complain(checked)
        if checked.diagnostics:
            report(checked.diagnostics, checked.source, color=color, lines=checked.lines, err=False)
        if checked.is_valid and not quiet:
            click.echo(f"{checked.path}: valid")


def _complain(checked: Checked) -> None:
    if checked.error is not None:
        complain(str(checked.error))


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _progress(results: Iterable[Checked], count: int) -> Iterator[Checked]:
    """The results, and on a terminal how many there are so far, where it takes long."""
    begun = shown = time.monotonic()
    for number, checked in enumerate(results, 1):
        now = time.monotonic()
        if shown > begun:
            click.echo("\r\x1b[K", nl=False, err=True)
        yield checked
        if count > 1 and now - begun > _PATIENCE and now - shown > 0.2 and number < count:
            click.echo(f"\r{number:,} of {count:,} documents", nl=False, err=True)
            shown = now
    if shown > begun:
        click.echo("\r\x1b[K", nl=False, err=True)

"""``tei validate``: what is wrong with TEI documents, and where."""

from __future__ import annotations

import re
from pathlib import Path

import click

from tei.cli.output import PATH, as_json, color_for, complain, problems, records, report, standard_input
from tei.errors import TeiError

__all__ = ["command"]

_ENCODING = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.-]{1,40})")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LINE_END = re.compile(r"\r\n|\n|\r")


@click.command("validate")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...", type=PATH)
@click.option("--schema", metavar="FILE", type=PATH, help="A RELAX NG schema (.rng) instead of the project's own.")
@click.option("--json", "json_", is_flag=True, help="Print the findings as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing for documents that are valid.")
@click.pass_context
def command(ctx: click.Context, inputs: tuple[str, ...], schema: str | None, json_: bool, quiet: bool) -> None:
    """Say what is wrong with TEI documents: grammar, Schematron rules, dangling pointers, ids used twice.

    For documents made by tei convert the place in the transcript is given too. - reads standard input.

    \b
    Examples:
      tei validate record.xml
      tei validate tei/*.xml --json
      tei validate letter.xml --schema tei_all.rng
    """
    from tei.parse import xml_bytes
    from tei.validate import validate
    from tei.verify import locate, made_here

    if schema is not None and not Path(schema).is_file():
        raise TeiError("no such schema", path=schema, hint="give a RELAX NG file (.rng)")
    wrong = failed = 0
    made: list[dict[str, object]] = []
    for one in inputs:
        try:
            data = standard_input() if one == "-" else xml_bytes(one)
            found = validate(data, schema=schema, name=one)
            # only what has findings is looked at again, for their places in the transcript
            source = made_here(data) if found else None
            if source is not None:
                found = validate(data, schema=schema, name=one, locate=locate)
        except TeiError as error:
            failed += 1
            if json_:
                made.append({"file": one, "error": error.message, "line": error.line, "hint": error.hint})
            else:
                complain(str(error))
            continue
        wrong += problems(found)
        if json_:
            made.append({"file": one, "valid": not problems(found), "diagnostics": records(found, source)})
        elif found:
            color = color_for(ctx, err=False)
            report(found, source, color=color, lines=_lines(data), err=False)
        elif not quiet:
            click.echo(f"{one}: valid")
    if json_:
        click.echo(as_json(made))
    ctx.exit(3 if failed else 1 if wrong else 0)


def _lines(data: bytes) -> list[str]:
    """The lines of an XML file, in whatever encoding it declares, to quote from."""
    declared = _ENCODING.match(data)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    try:
        text = data.decode(encoding or (declared[1].decode() if declared else "utf-8"), "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    return _LINE_END.split(text)

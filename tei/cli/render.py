"""``tei render``: a TEI document as a page, a book, text, data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei.cli.output import PATH, color_for, complain, problems, report, standard_input, targets, write
from tei.diagnostic import Diagnostic, Severity
from tei.errors import InputError, TeiError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["command", "parameters", "style_sheet"]

_MOST_CSS = 1_000_000  # bytes
_BINARY = ("docx", "epub", "pdf")


def parameters(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """The values of ``--param``, by name."""
    found: dict[str, str] = {}
    for value in values:
        name, equals, content = value.partition("=")
        if not equals or not name.replace("-", "_").isidentifier():
            raise click.UsageError(f'--param takes NAME=VALUE, not "{value}"')
        found[name] = content
    return found


@click.command("render")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...", type=PATH)
@click.option(
    "-o", "--output", metavar="FILE", type=PATH, help="Where it goes; - is standard output, the default for one input."
)
@click.option(
    "-d", "--directory", metavar="FOLDER", type=PATH, help="Where several go, as NAME and the format's suffix."
)
@click.option(
    "--to",
    "to",
    metavar="FORMAT",
    help="html, text, source, markdown, latex, epub, pdf, docx, json or csv; else by the suffix of -o, else html.",
)
@click.option("--format", "format_", hidden=True)
@click.option("--title", metavar="WORDS", help="Another title than the document's own.")
@click.option("--lang", metavar="CODE", help="The language of labels: en, de, fr, es, ru or zh.")
@click.option("--css", metavar="FILE", type=PATH, help="A style sheet for html, pdf and epub.")
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    callback=parameters,
    help="A parameter of the stylesheet: brackets=keep|drop, pages=keep|drop; for csv rows=turns|mentions|redactions.",
)
@click.option(
    "--xslt", metavar="FILE", type=PATH, help="A stylesheet of your own: XSLT 1.0, or 2.0 and 3.0 with the extra xslt3."
)
@click.option("--allow-read", is_flag=True, help="Let that stylesheet read files (never write, never the network).")
@click.option("--check", is_flag=True, help="Write nothing; say what would not be shown, in FORMAT or in every format.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    output: str | None,
    directory: str | None,
    to: str | None,
    format_: str | None,
    title: str | None,
    lang: str | None,
    css: str | None,
    params: dict[str, str],
    xslt: str | None,
    allow_read: bool,
    check: bool,
    quiet: bool,
) -> None:
    """Make a page, a book, text or data of a TEI document: one file, no network, nothing left out.

    Each word of the text is looked for in the result; what is not there is reported, and the exit code is 1.

    \b
    Examples:
      tei render record.xml -o record.html
      tei render record.xml -o record.epub --lang de
      tei render record.xml --to text --param brackets=drop
      tei render record.xml --to csv --param rows=mentions
      tei render tei/*.xml -d pages/ --css archive.css
      tei render record.xml --xslt mine.xsl -o record.html
    """
    from tei.render import FORMATS, LANGUAGES, by_suffix

    to = to or format_
    name = to or (by_suffix(output) if output else None) or "html"
    if name not in FORMATS:
        raise click.UsageError(f'no format "{name}"; there is {", ".join(sorted(FORMATS))}')
    if lang is not None and lang not in LANGUAGES:
        raise click.UsageError(f'no labels in "{lang}"; there is {", ".join(LANGUAGES)}')
    options: dict[str, Any] = {"title": title, "lang": lang, "params": params, "xslt": xslt, "reads": allow_read}
    options["css"] = None if css is None else style_sheet(css)
    if check:
        ctx.exit(_check(ctx, inputs, [name] if to or output or xslt else list(FORMATS), options, quiet=quiet))
    pairs = targets(inputs, output, directory, FORMATS[name].suffix)
    if name in _BINARY and any(target == "-" for _, target in pairs) and sys.stdout.isatty():
        raise click.UsageError(f"{name} is not for a terminal to show; name a file with -o")
    failed, wrong = 0, False
    for one, target in pairs:
        try:
            data, found = _rendered(standard_input() if one == "-" else one, name, options)
        except TeiError as error:
            failed += 1
            complain(str(error))
            continue
        write(target, data)
        wrong |= _told(ctx, found, quiet=quiet)
    if failed and len(pairs) > 1:
        complain(f"{failed} of {len(pairs)} could not be rendered")
    ctx.exit(3 if failed else int(wrong))


def _rendered(document: str | bytes, name: str, options: dict[str, Any]) -> tuple[bytes, tuple[Diagnostic, ...]]:
    from tei.render import rendition

    try:
        made = rendition(document, name, **options)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    for message in made.messages:
        complain(message)
    return made.data, made.diagnostics


def _told(ctx: click.Context, found: Iterable[Diagnostic], *, quiet: bool) -> bool:
    """Prints what was found; whether it makes the exit code 1."""
    shown = [d for d in found if not quiet or d.severity is Severity.ERROR]
    report(shown, None, color=color_for(ctx))
    return problems(shown)


def _check(
    ctx: click.Context, inputs: tuple[str, ...], names: list[str], options: dict[str, Any], *, quiet: bool
) -> int:
    """Renders for the sake of what is found; the exit code."""
    from tei.render import FORMATS, installed

    code = 0
    for one in inputs:
        data = standard_input() if one == "-" else one
        for name in names:
            if len(names) > 1 and not installed(FORMATS[name].extra):
                complain(f"{name} is not checked: pip install 'tei-toolkit[{FORMATS[name].extra}]' brings it")
                continue
            try:
                _, found = _rendered(data, name, options)
            except TeiError as error:
                complain(str(error))
                code = 3
                continue
            missing = _told(ctx, found, quiet=quiet)
            code = code or int(missing)
            if not (missing or quiet):
                click.echo(f"{'standard input' if one == '-' else one}: {name}: all of the text is shown")
    return code


def style_sheet(path: str) -> str:
    """The text of a style sheet, which goes into a page as it is."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {(error.strerror or str(error)).lower()}", path=path, hint="check the name"
        ) from error
    if len(data) > _MOST_CSS:
        raise InputError(f"larger than {_MOST_CSS // 1_000_000} MB, the limit for style sheets", path=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the style sheet is not UTF-8", path=path, hint="save it as UTF-8") from error
    if "</style" in text.lower() or "<!--" in text or any(ord(c) < 32 and c not in "\t\n\r\f" for c in text):
        raise InputError(
            "this is no style sheet: it holds HTML or control characters", path=path, hint="give a .css file"
        )
    return text.replace("\f", "\n")

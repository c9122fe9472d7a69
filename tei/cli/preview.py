"""``tei preview``: a document in the browser while it is worked on."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from threading import Thread

import click

from tei.cli.output import PATH
from tei.cli.render import parameters, style_sheet

__all__ = ["command"]


@click.command("preview")
@click.argument("input_", metavar="FILE", type=PATH)
@click.option(
    "--people", metavar="FILE", type=PATH, help="A register: CSV (id,name,description[,variants…]) or TEI listPerson."
)
@click.option("--encoding", metavar="NAME", help="The encoding of the text, where detection is wrong.")
@click.option(
    "--schema", multiple=True, metavar="SCHEMA", help="For TEI: a RELAX NG or Schematron file or name; may be repeated."
)
@click.option("--title", metavar="WORDS", help="Another title than the document's own.")
@click.option("--lang", metavar="CODE", help="The language of labels: en, de, fr, es, ru or zh.")
@click.option("--css", metavar="FILE", type=PATH, help="A style sheet for the page.")
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    callback=parameters,
    help="A parameter of the stylesheet, as for tei render.",
)
@click.option("--xslt", metavar="FILE", type=PATH, help="A stylesheet of your own; scripts in its page do not run.")
@click.option("--allow-read", is_flag=True, help="Let that stylesheet read files (never write, never the network).")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=0,
    metavar="N",
    help="The port of the address; else one that is free.",
)
@click.option("--open/--no-open", "opens", default=True, help="Open the browser, or only print the address.")
@click.pass_context
def command(
    ctx: click.Context,
    input_: str,
    people: str | None,
    encoding: str | None,
    schema: tuple[str, ...],
    title: str | None,
    lang: str | None,
    css: str | None,
    params: dict[str, str],
    xslt: str | None,
    allow_read: bool,
    port: int,
    opens: bool,
) -> None:
    """Show a document in the browser, with its findings beside the text; made anew at each save.

    FILE is a transcript, or a TEI document (.xml). The page is for this machine only; the register, the style sheet and
    the stylesheet are watched too. Nothing is written. Ctrl-C ends it.

    \b
    Examples:
      tei preview record.txt
      tei preview record.txt --people people.csv
      tei preview record.xml --css archive.css --port 8000 --no-open
    """
    from tei.cli.explanation import EXPLANATIONS
    from tei.preview import Server, Settings
    from tei.render import LANGUAGES

    if input_ == "-":
        raise click.UsageError("a preview follows a file, so standard input is of no use; name the file")
    if lang is not None and lang not in LANGUAGES:
        raise click.UsageError(f'no labels in "{lang}"; there is {", ".join(LANGUAGES)}')
    settings = Settings(
        file=Path(input_),
        people=None if people is None else Path(people),
        encoding=encoding,
        schema=schema,
        title=title,
        lang=lang,
        css=None if css is None else Path(css),
        params=params,
        xslt=None if xslt is None else Path(xslt),
        reads=allow_read,
        style=style_sheet,
        explanations=EXPLANATIONS,
    )
    if settings.is_tei and (people is not None or encoding is not None):
        raise click.UsageError("--people and --encoding are for transcripts, not for TEI documents")
    if not settings.is_tei and schema:
        raise click.UsageError("--schema is for TEI documents, not for transcripts")
    settings.check()
    server = Server(settings, port)
    try:
        click.echo(f"{server.address} shows {input_}; Ctrl-C ends it")
        if opens:  # some browsers keep the program that opened them waiting
            Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        pass  # the usual end
    finally:
        server.close()

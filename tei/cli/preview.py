"""``tei preview``: a record in the browser while it is edited."""

from __future__ import annotations

from pathlib import Path

import click

from tei.cli.output import PATH
from tei.errors import InputError

__all__ = ["command"]


@click.command("preview")
@click.argument("file", metavar="FILE", type=PATH)
@click.option("--people", metavar="FILE", type=PATH, help="A register, as for tei convert; watched too.")
@click.option("--encoding", metavar="NAME", help="The encoding of the text, where detection is wrong.")
@click.option("--schema", "schemas", metavar="SCHEMA", multiple=True, help="For TEI: a schema, as for tei validate.")
@click.option("--css", metavar="FILE", type=PATH, help="A style sheet of your own; watched too.")
@click.option("--lang", metavar="CODE", help="The language of labels: en, de, fr, es, ru or zh.")
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), default=0, help="The port; without it any that is free."
)
@click.option(
    "--open/--no-open", "opens", default=True, help="Open a browser (the default), or only print the address."
)
def command(
    file: str,
    people: str | None,
    encoding: str | None,
    schemas: tuple[str, ...],
    css: str | None,
    lang: str | None,
    port: int,
    opens: bool,
) -> None:
    """Show a transcript or a TEI document in the browser, again each time it is saved.

    What was found stands beside the text, each finding at its place. Only this machine can see it. Ctrl-C ends it.

    \b
    Examples:
      tei preview record.txt
      tei preview record.txt --people people.csv
      tei preview record.xml --port 8080 --no-open
    """
    from tei.preview import Options, serve
    from tei.preview.watch import Watch
    from tei.render import LANGUAGES

    if lang is not None and lang not in LANGUAGES:
        raise click.UsageError(f'no labels in "{lang}"; there is {", ".join(LANGUAGES)}')
    for path in (file, people, css):
        if path is not None:
            _there(Path(path))
    watch = Watch(
        Options(
            Path(file),
            people=Path(people) if people else None,
            encoding=encoding,
            schemas=schemas,
            css=Path(css) if css else None,
            lang=lang,
        )
    )
    server = serve(watch, port=port, explain=_explained)
    try:
        watch.start()
        click.echo(f"{server.address}  (Ctrl-C ends it)")
        if opens:
            import webbrowser

            webbrowser.open(server.address)
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        click.echo()
    finally:
        watch.stop()
        server.server_close()


def _there(path: Path) -> None:
    if path.is_dir():
        raise InputError("this is a folder", path=str(path), hint="name a file in it")
    if not path.exists():
        raise InputError("no such file", path=str(path), hint="check the name")


def _explained(code: str) -> str:
    from tei.cli.explanation import EXPLANATIONS

    return EXPLANATIONS.get(code, "").strip()

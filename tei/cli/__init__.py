"""The command line: ``tei convert validate render preview verify inspect explain``.

Exit codes: 0 clean, 1 problems found in a document, 2 usage, 3 the run failed.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from tei import __version__
from tei.errors import TeiError

__all__ = ["main", "run"]

# command → its module, loaded when used: `tei --help` costs nothing
_COMMANDS = {
    "convert": "tei.cli.convert",
    "validate": "tei.cli.validate",
    "render": "tei.cli.render",
    "preview": "tei.cli.preview",
    "verify": "tei.cli.verify",
    "inspect": "tei.cli.inspect",
    "people": "tei.cli.people",
    "explain": "tei.cli.explain",
    "schema": "tei.cli.schema",
    "completion": "tei.cli.completion",
}
# their help in one line, so that `tei --help` need not load them
_HELP = {
    "convert": "Turn transcripts into TEI.",
    "validate": "Say what is wrong with TEI documents, and where.",
    "render": "Make a page of a TEI document.",
    "preview": "Show a document in the browser while it is worked on.",
    "verify": "Show that a TEI document has lost nothing of its source.",
    "inspect": "List the people, turns, brackets and dates of a record.",
    "people": "Write the people of records as a register.",
    "explain": "Explain a code that stands in brackets after a message.",
    "schema": "Put the schemas of the project into a folder.",
    "completion": "Print what makes a shell complete tei commands.",
}
_ANYWHERE = ("--no-color", "--debug")  # options of the group that are understood after the command too


class _Commands(click.Group):
    """Commands by name, loaded late."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(module).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _HELP[name]) for name in _COMMANDS])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"no such command: {args[0]}{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 clean, 1 problems found in a document, 2 usage, 3 the run failed.",
)
@click.version_option(__version__, prog_name="tei")
@click.option("--no-color", is_flag=True, help="Print without colours (NO_COLOR does the same).")
@click.option("--debug", is_flag=True, help="Show where the program failed, for a report.")
@click.pass_context
def _tei(ctx: click.Context, no_color: bool, debug: bool) -> None:
    """Typed archival records into valid, linked TEI that has lost nothing.

    \b
    Examples:
      tei convert record.txt -o record.xml
      tei convert *.txt -d tei/ --people people.csv
      tei validate record.xml
      tei render record.xml -o record.html
      tei verify record.txt record.xml
    """
    ctx.obj = {"color": not no_color and not os.environ.get("NO_COLOR"), "debug": debug}


def main(argv: list[str] | None = None) -> int:
    """Runs the command line; returns the exit code. No exception comes out but those of the interpreter."""
    arguments = _ordered(sys.argv[1:] if argv is None else argv)
    try:
        if "_TEI_COMPLETE" in os.environ:  # a shell asks what could come next
            _tei.main(arguments, prog_name="tei")
        # not through click's main: it makes an error of a reader that has gone (`| head`), where nothing is wrong
        with _tei.make_context("tei", arguments) as context:
            _tei.invoke(context)
        return 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:
        return _failed(error, debug="--debug" in arguments)


def _ordered(arguments: list[str]) -> list[str]:
    """The arguments with the options of the group first, wherever they stand before ``--``."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    first = [a for a in arguments[:end] if a in _ANYWHERE]
    return [*first, *(a for a in arguments[:end] if a not in _ANYWHERE), *arguments[end:]]


def _failed(error: Exception, *, debug: bool) -> int:
    """One line that says what stopped the run; the traceback only where it is asked for."""
    from tei.cli.output import complain

    if debug:
        from traceback import print_exception

        print_exception(error)
    if isinstance(error, TeiError):
        complain(str(error))
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{(error.strerror or type(error).__name__).lower()}")
    else:
        complain(f"internal error: {type(error).__name__}: {error}; please report it (--debug shows more)")
    return 3


def run() -> None:
    """Entry point of the command ``tei``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a character must not stop a run
            stream.reconfigure(errors="backslashreplace")
    code = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # keep the interpreter from complaining at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    sys.exit(code)

"""``tei explain``: what a code means."""

from __future__ import annotations

from difflib import get_close_matches

import click
from click.shell_completion import CompletionItem

from tei.cli.explanation import EXPLANATIONS
from tei.diagnostic import CODES

__all__ = ["command"]


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=row.title) for name, row in CODES.items() if name.startswith(incomplete)]


@click.command("explain")
@click.argument("code", required=False, metavar="[CODE]", shell_complete=_complete)
def command(code: str | None) -> None:
    """Explain a code that stands in brackets after a message; without a code, list them all.

    \b
    Examples:
      tei explain bracket-unmatched
      tei explain
    """
    if code is None:
        width = max(map(len, CODES))
        for row in CODES.values():
            click.echo(f"{row.name:<{width}}  {row.severity.value:<7}  {row.title}")
        return
    found = CODES.get(code.strip("[]"))
    if found is None:
        near = get_close_matches(code, CODES, n=1)
        hint = f"did you mean {near[0]}?" if near else "tei explain lists them"
        raise click.UsageError(f'no code "{code}"; {hint}')
    click.echo(f"{found.name} ({found.severity.value}): {found.title}\n")
    click.echo(EXPLANATIONS[found.name].strip())

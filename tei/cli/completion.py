"""``tei completion``: the script that makes a shell complete tei commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete tei commands.

    \b
    Examples:
      tei completion bash >> ~/.bashrc
      tei completion zsh >> ~/.zshrc
      tei completion fish > ~/.config/fish/completions/tei.fish
    """
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"no completion for {shell}")
    root = ctx.find_root().command
    click.echo(made(root, {}, "tei", "_TEI_COMPLETE").source())

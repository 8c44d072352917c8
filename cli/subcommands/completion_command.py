"""dateline completion: what a shell needs to complete commands and options."""

import click

from cli.exit_codes import FOUND
from cli.terminal import say
from index.errors import DatelineError

VARIABLE = "_DATELINE_COMPLETE"


@click.command("completion", short_help="Print what a shell completes commands by.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(context: click.Context, shell: str) -> int:
    """Print what SHELL, one of bash, zsh and fish, completes commands and options by.

    \b
    dateline completion bash > ~/.local/share/bash-completion/completions/dateline
    dateline completion zsh > ~/.zfunc/_dateline       and that folder in $fpath
    dateline completion fish > ~/.config/fish/completions/dateline.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is None:
        raise DatelineError(f"{shell}: no shell that is known here")
    try:
        say(made(context.find_root().command, {}, "dateline", VARIABLE).source())
    except RuntimeError as error:  # click says so of a bash that is too old, or not there
        raise DatelineError(str(error)) from error
    return FOUND

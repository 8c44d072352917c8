"""dateline password: the hash of a password that the page then asks for."""

import sys
from pathlib import Path

import click

from cli.arguments import given_path
from cli.exit_codes import FOUND
from cli.terminal import remark, say
from index.errors import DatelineError


@click.command("password", short_help="Make the hash of a password for the page.")
@click.option("--file", "file", type=given_path, metavar="FILE", help="Write it there, for nobody else to read.")
def password_command(file: Path | None) -> int:
    """Make the hash of a password, which  dateline serve --password-file FILE  asks for.

    The password is asked for twice on a terminal, and otherwise is the first line of standard input.

    \b
    dateline password --file ~/.dateline-password
    dateline serve --password-file ~/.dateline-password --host 0.0.0.0
    """
    from web.authentication.passwords import hashed, write_hash

    made = hashed(typed_twice() if sys.stdin is not None and sys.stdin.isatty() else first_line())
    if file is None:
        say(made)
    else:
        write_hash(made, file)
        remark(f"the hash is in {file}: serve with  dateline serve --password-file {file}")
    return FOUND


def typed_twice() -> str:
    """What is typed twice the same, and shown to nobody."""
    return str(click.prompt("Password", hide_input=True, confirmation_prompt="The same again", err=True))


def first_line() -> str:
    """The first line of standard input; raises DatelineError when there is none."""
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise DatelineError("no password is given: type it on a terminal, or give it on standard input")
    return line.rstrip("\r\n")

"""dateline man: the manual page, made from what --help says."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click

from cli.exit_codes import FOUND
from cli.terminal import remark, say
from index.errors import DatelineError, reason

EXAMPLES_BEGIN = "\b"
"""Stands before lines that are kept as they are, in what --help says."""


@click.command("man", short_help="Print or install the manual page.")
@click.option("--install", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Write DIR/man1/dateline.1.")
@click.pass_context
def man_command(context: click.Context, folder: Path | None) -> int:
    """Print the manual page, or install it where man looks for it.

    \b
    dateline man | man -l -
    dateline man --install ~/.local/share/man
    """
    page = "\n".join(manual(context.find_root()))
    if folder is None:
        say(page)
        return FOUND
    file = folder.expanduser() / "man1" / "dateline.1"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        made = file.with_suffix(f".{os.getpid()}")
        made.write_text(page + "\n", "utf-8")
        made.replace(file)
    except OSError as error:
        raise DatelineError(f"cannot write {file}: {reason(error)}") from error
    remark(f"the manual page is in {file}: read it with  man dateline")
    return FOUND


def manual(root: click.Context) -> Iterator[str]:
    """The lines of the page, in the macros of man(7)."""
    from importlib.metadata import version

    yield f'.TH DATELINE 1 "" "Dateline {version("dateline")}" "Dateline"'
    yield ".SH NAME"
    yield r"dateline \- search a pile of news articles"
    yield ".SH SYNOPSIS"
    yield r".B dateline\fR [\fB\-\-index\fR DIR] COMMAND [ARGUMENTS]"
    yield ".SH DESCRIPTION"
    yield from body(root.command.help or "")
    yield ".SH COMMANDS"
    yield from sections(root)
    yield ".SH EXIT STATUS"
    yield "0 when something is found or done, 1 when nothing is found, 2 when something is wrong."


def sections(above: click.Context) -> Iterator[str]:
    """What is said of each command below this one, and of those below it."""
    commands = above.command.commands if isinstance(above.command, click.Group) else {}
    for name, command in commands.items():
        with click.Context(command, info_name=name, parent=above) as context:
            yield f".SS {roff(context.command_path)} {roff(' '.join(command.collect_usage_pieces(context)))}"
            yield from body(command.help or "")
            options = [param for param in command.get_params(context) if isinstance(param, click.Option)]
            for record in filter(None, (option.get_help_record(context) for option in options)):
                yield ".TP"
                yield rf"\fB{roff(record[0])}\fR"
                yield roff(" ".join(record[1].split())) or r"\&"
            yield from sections(context)


def body(help_text: str) -> Iterator[str]:
    """What --help says, in paragraphs; examples line by line."""
    for paragraph in re.split(r"\n\s*\n", help_text.strip()):
        lines = paragraph.strip().split("\n")
        if lines[0].strip() == EXAMPLES_BEGIN:
            yield from (".PP", ".nf", *(roff(line.strip()) for line in lines[1:]), ".fi")
        else:
            yield from (".PP", roff(" ".join(line.strip() for line in lines)))


def roff(text: str) -> str:
    """The text with nothing that troff would obey."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped[:1] in (".", "'") else escaped

"""dateline serve: the same as a web page."""

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.arguments import given_path
from cli.console import progress_bar
from cli.exit_codes import FOUND
from cli.options import PROCESSORS, index_option
from cli.terminal import remark
from index.errors import DatelineError

if TYPE_CHECKING:
    from flask import Flask


@click.command("serve", short_help="Serve the search page.")
@click.argument("paths", nargs=-1, type=given_path)
@index_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Who may reach the page: 0.0.0.0 is everyone.")
@click.option("--port", type=click.IntRange(0, 65535), metavar="PORT", help="8000, or the next free one; 0 is any.")
@click.option(
    "--password-file",
    type=given_path,
    metavar="FILE",
    help="Ask for the password whose hash is in FILE, or else in $DATELINE_PASSWORD_HASH.",
)
@click.option("--public", "is_public", is_flag=True, help="Let everyone read it; paths of files are not shown.")
@click.option("--trusted-proxy", "proxies", multiple=True, metavar="ADDR", help="Believe this proxy's X-Forwarded-*.")
def serve_command(
    paths: tuple[Path, ...],
    location: str,
    host: str,
    port: int | None,
    password_file: Path | None,
    is_public: bool,
    proxies: Sequence[str],
) -> int:
    """Serve the search page; index the articles under PATHS first, if any are given.

    On this machine alone nothing is asked for. Where others can reach it, by --host or through a proxy, it wants a
    password (dateline password makes one) or --public.

    \b
    dateline serve
    dateline serve articles/ --port 9000
    dateline serve --host 0.0.0.0 --password-file hash.txt
    """
    from index.article import Away, Unopened
    from index.build import update_index
    from search.snapshots import open_engine
    from web import create_app
    from web.authentication.access import access_from
    from web.security import hosts_for

    access = access_from(host, given_hash(password_file), is_public, proxies)
    if paths:
        with progress_bar("reading articles") as progress:
            report = update_index(paths, Path(location), PROCESSORS, progress)
        for skipped in report.skipped:
            if isinstance(skipped, Away | Unopened):
                remark(f"skipped {skipped.path}: {skipped.why}")
        remark(f"{report.articles} articles in {location}")
    open_engine(location)
    app = create_app(location=location, hosts=None if proxies else hosts_for(host), access=access)
    serve_somewhere(app, host, port)
    return FOUND


def serve_somewhere(app: "Flask", host: str, port: int | None) -> None:
    """Serve on this port, or else on the first usual one that is free; raises DatelineError with what else to type."""
    from web.server import PortTaken, free_port, serve

    chosen = free_port(host, USUAL_PORTS) or USUAL_PORTS[0] if port is None else port
    try:
        serve(app, host, chosen, lambda address: remark(f"Dateline is at {address} (Ctrl-C stops it)"))
    except PortTaken as error:
        raise DatelineError(
            f"{error}: serve with  {command_with(free_port(host, range(chosen + 1, 65536)))}"
        ) from error


USUAL_PORTS = range(8000, 8020)
"""Those that are tried where none is asked for."""


def command_with(port: int | None) -> str:
    """What was typed, with another port; 0, which is any free one, where none is known."""
    context = click.get_current_context()
    typed = [argument for argument in sys.argv[1:] if argument]
    return shlex.join([context.find_root().info_name or "dateline", *other_port(typed, port or 0)])


def other_port(typed: Sequence[str], port: int) -> list[str]:
    """The arguments with another port."""
    kept: list[str] = []
    rest = iter(typed)
    for argument in rest:
        if argument == "--port":
            next(rest, None)
        elif not argument.startswith("--port="):
            kept.append(argument)
    return [*kept, "--port", str(port)]


def given_hash(password_file: Path | None) -> str | None:
    """The hash in the file, or else in the environment; None when neither is given."""
    from web.authentication.passwords import VARIABLE, hash_in, valid

    if password_file is not None:
        return hash_in(password_file)
    held = os.environ.get(VARIABLE)
    return None if held is None else valid(held, f"${VARIABLE}")

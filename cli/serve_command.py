"""dateline serve: the same as a web page."""

from pathlib import Path

import click

from cli.arguments import given_path
from cli.console import progress_bar
from cli.exit_codes import FOUND
from cli.options import PROCESSORS, index_option
from cli.terminal import remark


@click.command("serve", short_help="Serve the search page.")
@click.argument("paths", nargs=-1, type=given_path)
@index_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Who may reach the page: 0.0.0.0 is everyone.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 is any free port.")
def serve_command(paths: tuple[Path, ...], location: str, host: str, port: int) -> int:
    """Serve the search page; index the articles under PATHS first, if any are given."""
    from index.build import update_index
    from search.snapshots import open_engine
    from web import create_app
    from web.security import hosts_for
    from web.server import serve

    if paths:
        with progress_bar("reading articles") as progress:
            report = update_index(paths, Path(location), PROCESSORS, progress)
        remark(f"{report.articles} articles in {location}")
    open_engine(location)
    app = create_app(location=location, hosts=hosts_for(host))
    serve(app, host, port, lambda address: remark(f"Dateline is at {address} (Ctrl-C stops it)"))
    return FOUND

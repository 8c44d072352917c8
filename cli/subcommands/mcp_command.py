"""dateline mcp: the index for assistants that speak the Model Context Protocol."""

import click

from cli.exit_codes import FOUND
from cli.options import index_option
from index.errors import DatelineError


@click.command("mcp", short_help="Answer assistants, over standard input and output.")
@index_option
def mcp_command(location: str) -> int:
    """Answer an assistant that speaks the Model Context Protocol, over standard input and output.

    Its tools are search, article, story, compare and why: they only read, and every answer is bounded and tells ids and
    addresses to cite. It needs the extra: pipx install 'dateline[mcp]'.

    \b
    dateline mcp --index ~/news/.dateline    as the command of a server in the settings of the assistant
    """
    try:
        from cli.assistant_tools import assistant_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise DatelineError(
            "assistants need the extra of Dateline: install it with  pip install 'dateline[mcp]'"
        ) from error
    from search.snapshots import open_engine

    open_engine(location)
    assistant_server(location).run("stdio")
    return FOUND

"""dateline help: how to ask, in each language, and what each subcommand takes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cli.console import drawn, terminal
from cli.exit_codes import FOUND
from cli.options import index_option, syntax_option
from cli.printed import INDENT, Line
from cli.terminal import say
from index.errors import DatelineError
from search.query import Syntax

if TYPE_CHECKING:
    from search.engine import Engine
    from search.query_help.query_tables import ShownRow, ShownTable

COLUMN = 34
"""Where it is told what an example finds."""


@click.command("help", short_help="Tell how to ask, or what a subcommand takes.")
@click.argument("topic", required=False)
@index_option
@syntax_option
@click.pass_context
def help_command(context: click.Context, topic: str | None, location: str, syntax: Syntax | None) -> int:
    """Tell how to ask, in words of the index; or what a subcommand takes.

    \b
    dateline help query                    every operator of the query language
    dateline help query --syntax nexis     as Nexis writes it; so factiva, proquest, westlaw, google, lucene
    dateline help search                   what  dateline search  takes
    """
    root = context.find_root()
    if topic == "query":
        from search.query_help.query_tables import query_tables

        asked = syntax or "native"
        tables = query_tables(engine_here(location))
        say(drawn(terminal(), table_lines(next(table for table in tables if table.syntax == asked)), COLUMN))
        return FOUND
    group = root.command
    command = group.get_command(root, topic) if topic is not None and isinstance(group, click.Group) else group
    if command is None:
        raise click.UsageError(f"no help on {topic}: there is  dateline help query,  and of each subcommand")
    say(command.get_help(root if command is group else click.Context(command, parent=root, info_name=topic)))
    return FOUND


def engine_here(location: str) -> "Engine | None":
    """The engine of the index, in whose words examples are; None where there is none that can be read."""
    from search.snapshots import open_engine

    try:
        return open_engine(location)
    except DatelineError:
        return None


def table_lines(table: "ShownTable") -> Iterator[Line]:
    """A table as lines."""
    yield ((f"How to ask as {table.called} writes it" if table.syntax != "native" else "How to ask", "title"),)
    yield ((table.order, "text"),)
    for section in table.sections:
        yield ()
        yield ((" · ".join(filter(None, (section.heading, section.remark))), "title"),)
        for row in section.rows:
            yield from row_lines(row)
    if table.differences:
        yield ()
        yield (("Otherwise here", "title"),)
        for difference in table.differences:
            yield ((f"{INDENT}{difference}", "text"),)


def row_lines(row: "ShownRow") -> Iterator[Line]:
    """An example and what it finds beside it, or below where it is long."""
    typed = f"  {row.typed}"
    if len(typed) >= COLUMN:
        yield ((typed, "match"),)
        typed = ""
    also = f" (also {', '.join(row.also)})" if row.also else ""
    yield (f"{typed:<{COLUMN}}", "match"), (row.finds, "text"), (also, "aside")

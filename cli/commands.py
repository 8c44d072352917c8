"""The command with its subcommands, and what happens when one of them fails."""

import sys
from io import TextIOWrapper

import click

from cli.exit_codes import FAILED, FOUND, INTERRUPTED, NOTHING_FOUND
from cli.fault_report import fault_told, is_fault
from cli.options import index_before_option
from cli.subcommands.alert_command import alert_command
from cli.subcommands.compare_command import compare_command
from cli.subcommands.completion_command import completion_command
from cli.subcommands.eval_command import eval_command
from cli.subcommands.explain_command import explain_command
from cli.subcommands.export_command import export_command
from cli.subcommands.help_command import help_command
from cli.subcommands.index_command import index_command
from cli.subcommands.man_command import man_command
from cli.subcommands.mcp_command import mcp_command
from cli.subcommands.open_command import open_command
from cli.subcommands.password_command import password_command
from cli.subcommands.search_command import search_command
from cli.subcommands.serve_command import serve_command
from cli.subcommands.show_command import show_command
from cli.subcommands.stats_command import stats_command
from cli.subcommands.story_command import story_command
from cli.subcommands.watch_command import watch_command
from cli.terminal import failed, say
from index.errors import ArticleMissing, DatelineError, Unforeseen, reason


def run() -> int:
    """The exit code of the command that was typed; whatever goes wrong is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter still shows the others
    try:
        return int(cli.main(prog_name="dateline", standalone_mode=False))
    except click.ClickException as error:
        return failed(error.format_message(), FAILED)
    except ArticleMissing as error:
        return failed(str(error), NOTHING_FOUND)
    except Unforeseen as error:
        return failed(fault_told(error) if is_fault(error) else str(error), FAILED)
    except DatelineError as error:
        return failed(str(error), FAILED)
    except (KeyboardInterrupt, click.Abort):
        return failed("stopped", INTERRUPTED)
    except OSError as error:
        return failed(reason(error), FAILED)
    except MemoryError:
        return failed("there is too little memory for this: close other programs, or raise the limit", FAILED)
    except Exception as error:  # noqa: BLE001  # a fault of ours is a line, too, and its traceback kept
        return failed(fault_told(error), FAILED)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, invoke_without_command=True
)
@click.version_option(package_name="dateline", message="dateline %(version)s")
@index_before_option
@click.pass_context
def cli(context: click.Context, location: str | None) -> int:
    """Search a pile of news articles.

    \b
    dateline index articles/               read new and changed files
    dateline search peace talks            articles with both words
    dateline search '"peace talks" -nato since:2022-11'
    dateline serve                         the same as a web page
    """
    if context.invoked_subcommand is None:
        if location is not None:
            raise click.UsageError("--index stands before a subcommand: dateline --index DIR search WORDS")
        say(context.get_help())
    return FOUND


for command in (
    *(index_command, search_command, show_command, open_command, story_command, compare_command),
    *(explain_command, stats_command, export_command),
    *(
        watch_command,
        alert_command,
        serve_command,
        password_command,
        eval_command,
        mcp_command,
        completion_command,
        man_command,
        help_command,
    ),
):
    cli.add_command(command)

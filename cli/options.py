"""What several commands take: options, and words that may begin with a minus."""

import os
from typing import get_args

import click

from cli.arguments import given_location, options_and_words
from search.query import Syntax

PROCESSORS = os.cpu_count() or 1


class WordsCommand(click.Command):
    """A command whose words may begin with a minus, as in  dateline search talks -nato."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Tell words from options: a word with one minus in front is an option only if it is one exactly."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        flags = {name for option in options if option.is_flag for name in option.opts}
        valued = {name for option in options if not option.is_flag for name in option.opts}
        try:
            chosen, words = options_and_words(args, flags, valued)
        except ValueError as error:
            raise click.UsageError(str(error), ctx) from error
        return super().parse_args(ctx, [*chosen, "--", *words])


DEFAULT_LOCATION = ".dateline"


def chosen_location(context: click.Context, _param: click.Parameter, given: str | None) -> str:
    """Where the index is: as it is said behind the subcommand, or before it, or by the environment."""
    before: str | None = context.find_root().params.get("location")
    for said in (given, before):
        if said is not None:
            return given_location(said)
    return os.environ.get("DATELINE_INDEX") or DEFAULT_LOCATION


INDEX_HELP = "The index: $DATELINE_INDEX, or else .dateline."
index_option = click.option("--index", "location", metavar="DIR", callback=chosen_location, help=INDEX_HELP)
index_before_option = click.option("--index", "location", metavar="DIR", help=f"{INDEX_HELP} Or behind the subcommand.")
syntax_option = click.option(
    "--syntax",
    type=click.Choice(get_args(Syntax)),
    help="The language of WORDS: native, or that of another search engine; it is told by itself where that is sure.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")

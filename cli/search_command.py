"""dateline search: the articles that match, as lines or as JSON."""

import json
from collections.abc import Sequence
from datetime import date

import click

from cli.arguments import find_arguments, given_day
from cli.console import drawn, terminal
from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.options import WordsCommand, index_option, json_option, syntax_option
from cli.printed import remarks, results_lines
from cli.terminal import remark, say
from search.language.messages import Notes
from search.query import Copies, Order, Syntax, WordsWanted
from search.request import Request
from search.results import hit_object, with_notes

MOST_HITS = 10_000
"""On a page."""
GUTTER = 4
"""Columns before a title and its snippet, where the rank stands."""


@click.command("search", cls=WordsCommand, short_help="Search the index.")
@click.argument("words", nargs=-1, required=True)
@index_option
@click.option("-n", "size", type=click.IntRange(1, MOST_HITS), metavar="N", default=10, help="Hits on a page: 10.")
@click.option("--page", type=click.IntRange(1), metavar="N", default=1, help="Which page.")
@click.option("--sort", "order", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance")
@click.option("--copies", type=click.Choice(["all", "reprints", "stories"]), help="Show all, or texts or stories once.")
@click.option("--since", metavar="D", help="Published on this day or later: 2022-11-12, 2022-11, 2022, last week.")
@click.option("--until", metavar="D", help="Published on this day or before, likewise.")
@click.option("--all", "wanted", flag_value="all", help="Only articles that have all of the words.")
@click.option("--any", "wanted", flag_value="any", help="Articles that have any of the words, best first.")
@syntax_option
@json_option
def search_command(
    words: Sequence[str],
    location: str,
    size: int,
    page: int,
    order: Order,
    copies: Copies | None,
    since: str | None,
    until: str | None,
    wanted: WordsWanted | None,
    syntax: Syntax | None,
    as_json: bool,
) -> int:
    """Search the index for WORDS; exits 0 when articles are found, 1 when none is.

    Of up to three words, articles with all come first, then those with most; of more, those that fit best; by date,
    only those with all. An argument of several plain words is looked for as a phrase first: dateline search "seize the
    moment". A story is shown once; with --json every article is printed, unless --copies says otherwise.

    \b
    dateline search '"peace talks" -nato'          a phrase, without a word
    dateline search 'negotiat* (truce OR kyiv~)'   beginnings, choices, spellings
    dateline search speaker:Milley source:CNN      who said it; in an outlet
    """
    from search.snapshots import open_engine

    today, notes = date.today(), Notes()
    first, last = given_day("since", since, today, notes), given_day("until", until, today, notes)
    folding: Copies = copies or ("all" if as_json else "stories")
    request = Request("", order, first, last, (), page, size, folding, wanted or "best", syntax)
    results = with_notes(find_arguments(open_engine(location), words, request, today), notes.sentences())
    console = terminal()
    for note in remarks(results, is_terminal=console.is_terminal and not as_json):
        remark(note)
    if as_json:
        for hit in results.hits:
            say(json.dumps(hit_object(hit)))
    elif results.hits:
        say(drawn(console, results_lines(results), GUTTER))
    return FOUND if results.hits else NOTHING_FOUND

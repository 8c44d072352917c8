"""dateline explain: why an article ranks where it does."""

from collections.abc import Sequence
from datetime import date

import click

from cli.arguments import find_arguments
from cli.article_choice import chosen_id
from cli.console import drawn, terminal
from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.options import WordsCommand, index_option, syntax_option
from cli.printed import explanation_lines
from cli.terminal import say
from search.query import Syntax
from search.request import Request


@click.command("explain", cls=WordsCommand, short_help="Explain why an article ranks where it does.")
@click.argument("id")
@click.argument("words", nargs=-1, required=True)
@index_option
@syntax_option
def explain_command(id: str, words: Sequence[str], location: str, syntax: Syntax | None) -> int:
    """Explain why the article with this ID ranks where it does for WORDS, or why it does not match.

    \b
    dateline explain 54ce1f9f2a187429 peace talks
    dateline explain 2 peace talks   the second hit of the last search here
    """
    from search.explain import explain
    from search.snapshots import open_engine

    engine = open_engine(location)
    article = chosen_id(engine, location, id)
    today = date.today()
    # As a search would read the same words.
    typed = find_arguments(engine, words, Request("", size=1, syntax=syntax), today).request.typed
    explanation = explain(engine, article, typed, today, syntax)
    say(drawn(terminal(), explanation_lines(explanation)))
    return NOTHING_FOUND if explanation.failed else FOUND

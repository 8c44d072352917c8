"""dateline explain: why an article ranks where it does."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import click

from cli.arguments import find_arguments
from cli.article_choice import chosen_id, is_address
from cli.console import drawn, terminal
from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.options import WordsCommand, index_option, syntax_option
from cli.printed import Line, explanation_lines, found, remarks
from cli.terminal import say
from index.errors import ArticleMissing, DatelineError
from search.engine import Engine
from search.query import Syntax
from search.request import Request
from search.results import Results


@click.command("explain", cls=WordsCommand, short_help="Explain how a query is read, or why an article ranks.")
@click.argument("words", nargs=-1, required=True, metavar="[ID|ADDRESS] WORDS...")
@index_option
@syntax_option
def explain_command(words: Sequence[str], location: str, syntax: Syntax | None) -> int:
    """Explain how WORDS are read; or why the article with this ID ranks where it does for them, or does not match.

    \b
    dateline explain 'peace OR talks -nato'
    dateline explain 54ce1f9f2a187429 peace talks
    dateline explain 2 peace talks   the second hit of the last search here
    dateline explain https://example.org/news/kherson peace talks   by its address
    """
    from search.explain import explain
    from search.find import explained
    from search.snapshots import open_engine

    engine = open_engine(location)
    today = date.today()
    id = id_asked(engine, location, words)
    query = words if id is None else words[1:]
    # As a search would read the same words.
    results = find_arguments(engine, query, Request("", size=1, syntax=syntax), today)
    if id is None:
        say(drawn(terminal(), reading_lines(explained(engine, results, today))))
        return FOUND if results.total else NOTHING_FOUND
    explanation = explain(engine, id, results.request.typed, today, syntax)
    say(drawn(terminal(), explanation_lines(explanation)))
    return NOTHING_FOUND if explanation.failed else FOUND


def id_asked(engine: Engine, location: str, words: Sequence[str]) -> str | None:
    """The id of the article that the first of several words names; None when it names none, and is a word.

    Raises ArticleMissing for what can only be an id, and is that of no article.
    """
    first = words[0]
    if len(words) < 2:
        return None
    try:
        return chosen_id(engine, location, first)
    except ArticleMissing:
        if not first or is_address(first) or re.fullmatch(r"[0-9a-f]{16}", first):
            raise
        return None
    except DatelineError:
        return None  # several ids begin so, as they do with many a letter


def reading_lines(results: Results) -> Iterator[Line]:
    """How a query was read, what was mended, and what it finds."""
    yield ((f"read as: {results.read_as or 'everything'}", "text"),)
    for note in remarks(results, is_terminal=False):
        yield ((note, "aside"),)
    yield ((found(results), "text"),)

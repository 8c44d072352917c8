"""dateline show: one article, with what is known of it."""

import json

import click

from cli.console import drawn, terminal
from cli.exit_codes import FOUND
from cli.options import index_option, json_option
from cli.printed import article_lines
from cli.terminal import chosen_pager, page_through, say
from index.errors import no_article
from search.results import article_object

STORY_SHOWN = 20
"""Articles of a story."""


@click.command("show", short_help="Show an article, and what was left out of it.")
@click.argument("id")
@index_option
@json_option
def show_command(id: str, location: str, as_json: bool) -> int:
    """Show the article with this ID: its text, what is known of it, what was left out, and who else tells its story."""
    from search.article.story import reprints, story_of
    from search.snapshots import open_engine

    engine = open_engine(location)
    article = next(iter(engine.fetch([id])), None)
    if article is None:
        raise no_article(id)
    if as_json:
        say(json.dumps(article_object(article, reprints(engine, article))))
        return FOUND
    console = terminal()
    text = drawn(console, article_lines(article, story_of(engine, article, STORY_SHOWN)))
    pager = chosen_pager() if console.is_terminal else None
    if pager is None:
        say(text)
    else:
        page_through(text, pager)
    return FOUND

"""dateline show: one article, with what is known of it."""

import json

import click

from cli.article_choice import chosen_article
from cli.console import drawn, terminal
from cli.exit_codes import FOUND
from cli.options import index_option, json_option
from cli.printed import article_lines
from cli.terminal import chosen_pager, page_through, say
from search.results import article_object

STORY_SHOWN = 20
"""Articles of a story."""


@click.command("show", short_help="Show an article, and what was left out of it.")
@click.argument("id")
@index_option
@json_option
def show_command(id: str, location: str, as_json: bool) -> int:
    """Show an article: its text, what is known of it, what was left out, and who else tells its story.

    ID is an id, the beginning of one, or the number of a hit that this terminal has just shown.

    \b
    dateline show 54ce1f9f2a187429
    dateline show 54ce               as long as only one id begins so
    dateline show 2                  the second hit of the last search here
    """
    from search.article.story import reprints, story_of
    from search.snapshots import open_engine

    engine = open_engine(location)
    article = chosen_article(engine, location, id)
    if as_json:
        say(json.dumps({**article_object(article, reprints(engine, article)), **note_told(location, article.id)}))
        return FOUND
    console = terminal()
    text = drawn(console, article_lines(article, story_of(engine, article, STORY_SHOWN)))
    pager = chosen_pager() if console.is_terminal else None
    if pager is None:
        say(text)
    else:
        page_through(text, pager)
    return FOUND


def note_told(location: str, id: str) -> dict[str, object]:
    """What its owner wrote beside an article; nothing where nobody did."""
    from search.kept.article_notes import notes_file, read_notes

    note = None if "://" in location else read_notes(notes_file(location)).get(id)
    return {} if note is None else {"note": note.note, "tags": list(note.tags)}

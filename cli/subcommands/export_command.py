"""dateline export: a SQLite database of all articles, or of those that match."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from cli.arguments import find_arguments
from cli.asking import Asking, asking_options
from cli.console import progress_bar
from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.options import WordsCommand, index_option
from cli.printed import counted, remarks
from cli.terminal import remark, say
from search.language.messages import Notes

EVERYTHING = "*"
"""The words that every article matches."""
HELP = """Write the articles of the index, or those that match WORDS, into FILE as a SQLite database.

It has tables of articles, stories, the days, people and other names in them, and quotations, with foreign keys and a
full-text index, and opens in Datasette or any SQLite program as it is. FILE is replaced if it is an earlier export.

\b
dateline export pile.db                        the whole index
dateline export talks.db peace talks           what a search finds, every copy
dateline export cnn.db --source CNN --since 2022-11
"""


@click.command("export", cls=WordsCommand, short_help="Write a SQLite database.", help=HELP)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("words", nargs=-1)
@index_option
@asking_options
def export_command(file: Path, words: Sequence[str], location: str, asking: Asking) -> int:
    """Write a SQLite database."""
    from search.export.all_matches import AllMatches
    from search.export.sqlite_database import write_database
    from search.find import answer_to
    from search.results import generation_told
    from search.snapshots import open_engine

    today, notes = date.today(), Notes()
    engine = open_engine(location)
    request = asking.request(today, notes, copies="all")
    for note in notes.sentences():
        remark(note)
    results = find_arguments(engine, words or (EVERYTHING,), replace(request, size=1), today)
    for note in remarks(results, is_terminal=False):
        remark(note)
    about = {
        "query": results.request.typed,
        "read as": results.read_as,
        "articles": str(results.total),
        "generation": generation_told(engine.generation),
        "written": today.isoformat(),
    }
    answered = answer_to(engine, replace(results.request, page=1, size=1), today)
    with progress_bar("writing articles") as progress:
        articles = AllMatches(engine, answered).articles()
        written = write_database(file, articles, about, lambda done: progress(done, results.total))
    say(f"{file}: {counted(written)}")
    return FOUND if written else NOTHING_FOUND

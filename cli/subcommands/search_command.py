"""dateline search: the articles that match, as lines, as JSON, or in the formats of other programs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import click

from cli.arguments import find_arguments
from cli.asking import Asking, asking_options
from cli.console import drawn, terminal
from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.options import WordsCommand, index_option, json_option
from cli.printed import remarks, results_lines, title_links
from cli.terminal import remark, say, say_pieces
from search.engine import Engine
from search.language.messages import Notes
from search.request import Request
from search.results import Results, facets_object, hit_object, with_notes

MOST_HITS = 10_000
"""On a page."""
MOST_ASKED = 999_999_999
"""Articles in all, and pages: further than any answer goes."""
ON_A_PAGE = 10
GUTTER = 4
"""Columns before a title and its snippet, where the rank stands."""
FORMATS = ("jsonl", "csv", "tsv", "ids", "paths", "bibtex", "ris", "csl-json")

HELP = """Search the index for WORDS; exits 0 when articles are found, 1 when none is.

Of up to three words, articles with all come first, then those with most; of more, those that fit best; by date, only
those with all. An argument of several plain words is looked for as a phrase first: dateline search "seize the moment".
A story is shown once; --json, --format, --count and --facets tell of every article, unless --copies says otherwise.
With - in place of words, each line of standard input is a query, and CSV says what each finds.

\b
dateline search '"peace talks" -nato'          a phrase, without a word
dateline search 'negotiat* (truce OR kyiv~)'   beginnings, choices, spellings
dateline search title:biden --source CNN       in the headline; of an outlet
dateline search speaker:Milley --since 2022-11 who said it; since when
dateline search talks --format csv > talks.csv every match, for a spreadsheet
dateline search talks --count --facets         how many, of which outlets and months
dateline search - < queries.txt > counts.csv   many queries at once
"""


@dataclass(frozen=True, slots=True)
class SearchAsked:
    """What was asked on a command line."""

    engine: Engine
    location: str
    words: Sequence[str]
    request: Request
    notes: Sequence[str]
    """What of the options was taken otherwise."""
    today: date


@click.command("search", cls=WordsCommand, short_help="Search the index.", help=HELP)
@click.argument("words", nargs=-1, required=True)
@index_option
@click.option(
    "-n", "--limit", "size", type=click.IntRange(1, MOST_ASKED), metavar="N", help="Hits on a page: 10; or at most."
)
@click.option("--page", type=click.IntRange(1, MOST_ASKED), metavar="N", default=1, help="Which page.")
@asking_options
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="Print every match so, or the first -n.")
@click.option("--count", "counts", is_flag=True, help="Only say how many articles and stories there are.")
@click.option("--facets", "tells_facets", is_flag=True, help="Only say how many are of each outlet, year and month.")
@click.option("--hits", type=click.IntRange(1, MOST_HITS), metavar="N", help="With -: the first articles of each.")
@json_option
def search_command(
    words: Sequence[str],
    location: str,
    size: int | None,
    page: int,
    asking: Asking,
    format_name: str | None,
    counts: bool,
    tells_facets: bool,
    hits: int | None,
    as_json: bool,
) -> int:
    """Search the index."""
    require_one_output(words, format_name, hits, as_json=as_json, tells_numbers=counts or tells_facets)
    if size is not None and size > MOST_HITS and format_name is None:
        raise click.UsageError(f"-n {size}: a page has at most {MOST_HITS} hits; with --format any number is printed")
    from search.snapshots import open_engine

    today, notes = date.today(), Notes()
    is_data = as_json or counts or tells_facets or format_name is not None or words == ("-",)
    request = asking.request(today, notes, copies="all" if is_data else "stories")
    question = SearchAsked(open_engine(location), location, words, request, notes.sentences(), today)
    if words == ("-",):
        from cli.subcommands.batch_search import search_lines

        return search_lines(question.engine, question.request, today, hits)
    if format_name is not None:
        return print_every_match(question, format_name, size, page)
    if counts or tells_facets:
        return print_numbers(question, as_json=as_json, counts=counts, tells_facets=tells_facets)
    return print_page(question, size or ON_A_PAGE, page, as_json=as_json)


def require_one_output(
    words: Sequence[str], format_name: str | None, hits: int | None, *, as_json: bool, tells_numbers: bool
) -> None:
    """Raise UsageError for options that ask for several outputs, or for one that there is not."""
    if format_name and (as_json or tells_numbers):
        raise click.UsageError("--format prints articles: leave out --json, --count and --facets")
    if words != ("-",):
        if hits is not None:
            raise click.UsageError("--hits is for many queries, dateline search -: use -n here")
    elif format_name or as_json or tells_numbers:
        raise click.UsageError("dateline search - prints CSV: leave out --format, --json, --count and --facets")


def print_page(question: SearchAsked, size: int, page: int, *, as_json: bool) -> int:
    """Print a page of hits."""
    from search.find import explained

    results = found(question, replace(question.request, size=size, page=page))
    results = explained(question.engine, results, question.today)
    console = terminal()
    for note in remarks(results, is_terminal=console.is_terminal and not as_json):
        remark(note)
    if as_json:
        for hit in results.hits:
            say(json.dumps(hit_object(hit)))
    elif results.hits:
        from cli.last_search import remember

        remember(question.location, results.hits[0].rank, [hit.id for hit in results.hits])
        say(drawn(console, results_lines(results), GUTTER, title_links(results)))
    return FOUND if results.hits else NOTHING_FOUND


def found(question: SearchAsked, request: Request) -> Results:
    """The results for the words of the question."""
    return with_notes(find_arguments(question.engine, question.words, request, question.today), question.notes)


def print_numbers(question: SearchAsked, *, as_json: bool, counts: bool, tells_facets: bool) -> int:
    """Print how many articles there are, and how many of each outlet, year and month."""
    results = found(question, replace(question.request, size=1))
    for note in remarks(results, is_terminal=False):
        remark(note)
    told: dict[str, object] = {}
    if counts:
        told |= {"total": results.total, "with_all_words": results.with_all_words, "stories": results.stories}
    facets = facets_object(results)
    if as_json:
        say(json.dumps(told | {"facets": facets} if tells_facets else told))
    else:
        say_pieces(f"{name}\t{count}\n" for name, count in told.items())
        say_pieces(number_lines(results) if tells_facets else ())
    return FOUND if results.total else NOTHING_FOUND


def number_lines(results: Results) -> Iterator[str]:
    """A line for each value of each facet: source, CNN and 3 between tabs."""
    from search.export.delimited_rows import tsv_row

    for facet in results.facets:
        for each in facet.values:
            yield tsv_row((facet.name, each.value, each.count))


def print_every_match(question: SearchAsked, format_name: str, size: int | None, page: int) -> int:
    """Print every match in a format, or those of a page."""
    if size is None and page > 1:
        raise click.UsageError("--page needs to know how many articles a page has: give -n, too")
    from search.export.all_matches import AllMatches
    from search.export.export_formats import exported
    from search.find import answer_to

    results = found(question, replace(question.request, size=1))
    for note in remarks(results, is_terminal=False):
        remark(note)
    request = replace(results.request, page=1, size=1, skipped=(page - 1) * (size or 0))
    answered = answer_to(question.engine, request, question.today)
    every = AllMatches(question.engine, answered, size)
    say_pieces(exported(every, format_name))
    return FOUND if results.shown > request.skipped else NOTHING_FOUND

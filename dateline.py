"""The command: index, search, show, explain, serve, eval."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from cli.arguments import given_location, given_path, options_and_words
from cli.printed import Line, PrintedKind, visible
from cli.terminal import failed, has_pager, page_through, remark, say, wants_colour
from index.errors import ArticleMissing, DatelineError, no_article, reason
from search.engine import open_engine
from search.query import Copies, Order, Request
from search.results import article_object, hit_object

if TYPE_CHECKING:
    from rich.console import Console

FOUND, NOTHING_FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130  # as grep exits
MOST_HITS = 10_000  # on a page
PROCESSORS = os.cpu_count() or 1
STORY_SHOWN = 20  # articles of a story
GUTTER = 4  # columns before a title and its snippet, where the rank stands


def main() -> None:
    """Run the command; whatever goes wrong is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter still shows the others
    try:
        code = cli.main(prog_name="dateline", standalone_mode=False)
    except click.ClickException as error:
        code = failed(error.format_message(), FAILED)
    except ArticleMissing as error:
        code = failed(str(error), NOTHING_FOUND)
    except DatelineError as error:
        code = failed(str(error), FAILED)
    except (KeyboardInterrupt, click.Abort):
        code = failed("stopped", INTERRUPTED)
    except OSError as error:
        code = failed(reason(error), FAILED)
    sys.exit(code)


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


index_option = click.option(
    "--index",
    "location",
    metavar="DIR",
    envvar="DATELINE_INDEX",
    default=".dateline",
    type=given_location,
    help="The index: $DATELINE_INDEX, or else .dateline.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, invoke_without_command=True
)
@click.version_option(package_name="dateline", message="dateline %(version)s")
@click.pass_context
def cli(context: click.Context) -> int:
    """Search a pile of news articles.

    \b
    dateline index articles/               read new and changed files
    dateline search peace talks            articles with both words
    dateline search '"peace talks" -nato since:2022-11'
    dateline serve                         the same as a web page
    """
    if context.invoked_subcommand is None:
        say(context.get_help())
    return FOUND


@cli.command("index", short_help="Index articles: new and changed files are read.")
@click.argument("paths", nargs=-1, type=given_path)
@index_option
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", default=PROCESSORS, help="Processes that read.")
@click.option("--rebuild", is_flag=True, help="Make the index anew from these paths alone.")
@click.option("--verify", is_flag=True, help="Only check that the index is as it was written.")
@click.option("--map", "maps", multiple=True, metavar="FIELD=NAME", help="Which field is what: body=content.")
@json_option
def index_command(
    paths: tuple[Path, ...], location: str, jobs: int, rebuild: bool, verify: bool, maps: Sequence[str], as_json: bool
) -> int:
    """Index the articles under PATHS: new and changed files are read, vanished ones leave the index."""
    from index.build import rebuild_index, update_index
    from index.readers.fields import field_map
    from index.verify import verified

    if verify:
        say(verified(Path(location)))
        return FOUND
    build, fields = rebuild_index if rebuild else update_index, field_map(maps)
    with progress_bar("reading articles") as progress:
        report = build(paths, Path(location), jobs, progress, fields)
    for skipped in () if as_json else report.skipped:
        remark(f"skipped {skipped.path}: {skipped.why}")
    say(json.dumps({**asdict(report), "seconds": round(report.seconds, 3)}) if as_json else report.in_words(location))
    return FOUND


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function to call with what is done and what is to do; shown only on a terminal."""
    if not (sys.stderr is not None and sys.stderr.isatty() and wants_colour()):
        yield lambda done, todo: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, todo: bar.update(task, completed=done, total=todo)


@cli.command("search", cls=WordsCommand, short_help="Search the index.")
@click.argument("words", nargs=-1, required=True)
@index_option
@click.option("-n", "size", type=click.IntRange(1, MOST_HITS), metavar="N", default=10, help="Hits on a page: 10.")
@click.option("--page", type=click.IntRange(1), metavar="N", default=1, help="Which page.")
@click.option("--sort", "order", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance")
@click.option("--copies", type=click.Choice(["all", "reprints", "stories"]), help="Show all, or texts or stories once.")
@json_option
def search_command(
    words: Sequence[str], location: str, size: int, page: int, order: Order, copies: Copies | None, as_json: bool
) -> int:
    """Search the index for WORDS; exits 0 when articles are found, 1 when none is.

    An argument of several plain words is looked for as a phrase first: dateline search "seize the moment". A story is
    shown once; with --json every article is printed, unless --copies says otherwise.

    \b
    dateline search '"peace talks" -nato'          a phrase, without a word
    dateline search 'negotiat* (truce OR kyiv~)'   beginnings, choices, spellings
    dateline search title:biden source:CNN         in the headline; of an outlet
    dateline search speaker:Milley since:2022-11   who said it; since when
    """
    from cli.arguments import find_arguments
    from cli.printed import remarks, results_lines

    request = Request("", order, page=page, size=size, copies=copies or ("all" if as_json else "stories"))
    results = find_arguments(open_engine(location), words, request)
    console = terminal()
    for note in remarks(results, is_terminal=console.is_terminal and not as_json):
        remark(note)
    if as_json:
        for hit in results.hits:
            say(json.dumps(hit_object(hit)))
    elif results.hits:
        say(drawn(console, results_lines(results), GUTTER))
    return FOUND if results.hits else NOTHING_FOUND


@cli.command("show", short_help="Show an article, and what was left out of it.")
@click.argument("id")
@index_option
@json_option
def show_command(id: str, location: str, as_json: bool) -> int:
    """Show the article with this ID: its text, what is known of it, what was left out, and who else tells its story."""
    from cli.printed import article_lines
    from search.article.story import reprints, story_of

    engine = open_engine(location)
    article = next(iter(engine.fetch([id])), None)
    if article is None:
        raise no_article(id)
    if as_json:
        say(json.dumps(article_object(article, reprints(engine, article))))
        return FOUND
    console = terminal()
    text = drawn(console, article_lines(article, story_of(engine, article, STORY_SHOWN)))
    (page_through if console.is_terminal and has_pager() else say)(text)
    return FOUND


@cli.command("explain", cls=WordsCommand, short_help="Explain why an article ranks where it does.")
@click.argument("id")
@click.argument("words", nargs=-1, required=True)
@index_option
def explain_command(id: str, words: Sequence[str], location: str) -> int:
    """Explain why the article with this ID ranks where it does for WORDS, or why it does not match."""
    from cli.arguments import find_arguments
    from cli.printed import explanation_lines
    from search.explain import explain

    engine = open_engine(location)
    typed = find_arguments(engine, words, Request("", size=1)).request.typed  # as a search would read the same words
    explanation = explain(engine, id, typed)
    say(drawn(terminal(), explanation_lines(explanation)))
    return NOTHING_FOUND if explanation.failed else FOUND


@cli.command("serve", short_help="Serve the search page.")
@click.argument("paths", nargs=-1, type=given_path)
@index_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Who may reach the page: 0.0.0.0 is everyone.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 is any free port.")
def serve_command(paths: tuple[Path, ...], location: str, host: str, port: int) -> int:
    """Serve the search page; index the articles under PATHS first, if any are given."""
    from index.build import update_index
    from web import create_app
    from web.security import hosts_for
    from web.server import serve

    if paths:
        with progress_bar("reading articles") as progress:
            report = update_index(paths, Path(location), PROCESSORS, progress)
        remark(f"{report.articles} articles in {location}")
    open_engine(location)
    app = create_app(location=location, hosts=hosts_for(host))
    serve(app, host, port, lambda address: remark(f"Dateline is at {address} (Ctrl-C stops it)"))
    return FOUND


@cli.command("eval", short_help="Score the ranking over judged queries.")
@click.argument("queries", type=click.Path(path_type=Path))
@click.argument("qrels", type=click.Path(path_type=Path))
@index_option
@json_option
def eval_command(queries: Path, qrels: Path, location: str, as_json: bool) -> int:
    """Score the ranking over judged queries: QUERIES has lines "id TAB text", QRELS has TREC's four columns.

    An article is named in QRELS by its id, or by the name of its file without the ending.
    """
    from search.evaluate import evaluate, ranked_names, read_qrels, read_queries

    engine = open_engine(location)
    judgments = read_qrels(qrels)
    names = {name for judged in judgments.values() for name in judged}
    scores = evaluate(lambda typed: ranked_names(engine, typed, names), read_queries(queries), judgments)
    if not scores.mrr:
        remark("nothing that was found is judged relevant: does QRELS name articles by id or file?")
    say(json.dumps(asdict(scores)) if as_json else scores.in_words())
    return FOUND


def terminal() -> "Console":
    """Standard output: as wide as it is on a terminal, and elsewhere never broken into lines of our own."""
    from rich.console import Console

    is_file = sys.stdout is None or not sys.stdout.isatty()
    colours: Literal["auto"] | None = "auto" if wants_colour() else None
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=is_file, color_system=colours)


def drawn(console: "Console", lines: Iterable[Line], gutter: int = 0) -> str:
    """The lines as this terminal shows them, each kind of text in its style.

    What does not fit goes on under itself, beside a gutter of so many columns.
    """
    from rich.text import Text

    with console.capture() as captured:
        for line in lines:
            text = Text.assemble(*((visible(piece), STYLES[kind]) for piece, kind in line))
            edge, rest = text[:gutter], text[gutter:]
            wrapped = rest.wrap(console, max(20, console.width - gutter)) if console.is_terminal else [rest]
            for part in wrapped or [rest]:
                part.rstrip()
                console.print(edge + part)
                edge = Text(" " * gutter)
    return captured.get().rstrip("\n")


STYLES: dict[PrintedKind, str] = {
    "text": "",
    "title": "bold",
    "aside": "dim",
    **dict.fromkeys(("match", "title match"), "bold yellow"),
}


if __name__ == "__main__":
    main()

"""The command: index, search, show, explain, serve, eval."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.errors import ArticleMissing, DatelineError
from search.engine import Engine, open_engine
from search.printed import Kind, Line, visible
from search.query import Order, Request
from search.results import article_object, hit_object

if TYPE_CHECKING:
    from rich.console import Console

FOUND, NOTHING_FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes, as grep has them."""


def main() -> None:
    """Run the command; whatever goes wrong is one line on stderr."""
    try:
        code = cli.main(prog_name="dateline", standalone_mode=False)
    except click.ClickException as error:
        code = failed(error.format_message())
    except ArticleMissing as error:
        code = failed(str(error), NOTHING_FOUND)
    except DatelineError as error:
        code = failed(str(error))
    except (KeyboardInterrupt, click.Abort):
        code = failed("stopped", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has had enough; without this Python would complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FOUND
    sys.exit(code)


def failed(message: str, code: int = FAILED) -> int:
    """The exit code, once stderr has the message on one line."""
    click.echo("dateline: " + visible(" ".join(message.split())), err=True)
    return code


class WordsCommand(click.Command):
    """A command whose words may begin with a minus, as in  dateline search talks -nato."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Tell words from options: a word with one minus in front is an option only if it is one exactly."""
        valued = {name for param in self.params for name in param.opts if not getattr(param, "is_flag", False)}
        flags = {name for param in self.get_params(ctx) for name in param.opts if getattr(param, "is_flag", False)}
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                words += rest
            elif arg in valued and arg.startswith("-"):
                options += [arg, *[value for value in [next(rest, None)] if value is not None]]
            elif arg in flags or arg.startswith("--") or re.fullmatch(r"-n\d+", arg):
                options.append(arg)
            else:
                words.append(arg)
        return super().parse_args(ctx, [*options, "--", *words])


index_option = click.option(
    "--index",
    "location",
    metavar="DIR",
    envvar="DATELINE_INDEX",
    default=".dateline",
    help="The index: $DATELINE_INDEX, or else .dateline.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="dateline %(version)s")
def cli() -> None:
    """Search a pile of news articles.

    \b
    dateline index articles/               read new and changed files
    dateline search peace talks            articles with both words
    dateline search '"peace talks" -nato since:2022-11'
    dateline serve                         the same as a web page
    """


@cli.command("index")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@index_option
@click.option("--jobs", type=click.IntRange(1, 64), default=lambda: os.cpu_count() or 1, help="Processes that read.")
@click.option("--rebuild", is_flag=True, help="Make the index anew from these paths alone.")
@json_option
def index_command(paths: tuple[Path, ...], location: str, jobs: int, rebuild: bool, as_json: bool) -> int:
    """Index the articles under PATHS: new and changed files are read, vanished ones leave the index."""
    from index.build import rebuild_index, update_index

    build = rebuild_index if rebuild else update_index
    with progress_bar("reading articles") as progress:
        report = build(paths, Path(location), jobs, progress)
    if as_json:
        click.echo(json.dumps({**asdict(report), "seconds": round(report.seconds, 3)}))
        return FOUND
    for skipped in report.skipped:
        click.echo(visible(f"skipped {skipped.path}: {skipped.why}"), err=True)
    click.echo(
        f"{report.added} added, {report.changed} changed, {report.removed} removed, {report.unchanged} unchanged, "
        f"{len(report.skipped)} skipped; {report.articles} articles in {location} ({report.seconds:.1f} s)"
    )
    return FOUND


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function to call with what is done and what is to do; shown only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, todo: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, todo: bar.update(task, completed=done, total=todo)


@cli.command("search", cls=WordsCommand)
@click.argument("words", nargs=-1, required=True)
@index_option
@click.option("-n", "size", type=click.IntRange(1, 1000), default=10, show_default=True, help="Hits on a page.")
@click.option("--page", type=click.IntRange(1, 1000), default=1, help="Which page.")
@click.option("--sort", "order", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance")
@json_option
def search_command(words: Sequence[str], location: str, size: int, page: int, order: Order, as_json: bool) -> int:
    """Search the index for WORDS; exits 0 when articles are found, 1 when none is.

    An argument of several plain words is looked for as a phrase first: dateline search "seize the moment".
    """
    from search.arguments import find_arguments
    from search.printed import results_lines, summary

    request = Request(typed="", order=order, page=page, size=size)
    results = find_arguments(open_engine(location), words, request)
    if sys.stdout.isatty() and not as_json:
        click.echo(visible(summary(results)) + "\n", err=True)
    for note in results.notes:
        click.echo(visible(note), err=True)
    if results.total and not results.hits:
        click.echo(f"page {page} is past the end: there {pages_in_words(results.pages)}", err=True)
    if as_json:
        for hit in results.hits:
            click.echo(json.dumps(hit_object(hit)))
    else:
        print_lines(terminal(), results_lines(results))
    return FOUND if results.hits else NOTHING_FOUND


def pages_in_words(pages: int) -> str:
    """ "is 1 page", or "are 7 pages"."""
    return "is 1 page" if pages == 1 else f"are {pages} pages"


@cli.command("show")
@click.argument("id")
@index_option
@json_option
def show_command(id: str, location: str, as_json: bool) -> int:
    """Show the article with this ID: its text, what is known of it, and what was left out."""
    from search.printed import article_lines

    articles = open_engine(location).fetch([id])
    if not articles:
        raise ArticleMissing(f"no article with the id {id}: the ids are in  dateline search --json WORDS")
    if as_json:
        click.echo(json.dumps(article_object(articles[0])))
        return FOUND
    console = terminal()
    if console.is_terminal:
        os.environ.setdefault("LESS", "FRX")
        with console.pager(styles=not console.no_color):
            print_lines(console, article_lines(articles[0]))
    else:
        print_lines(console, article_lines(articles[0]))
    return FOUND


@cli.command("explain", cls=WordsCommand)
@click.argument("id")
@click.argument("words", nargs=-1, required=True)
@index_option
def explain_command(id: str, words: Sequence[str], location: str) -> int:
    """Explain why the article with this ID ranks where it does for WORDS, or why it does not match."""
    from search.explain import explain
    from search.printed import explanation_lines

    explanation = explain(open_engine(location), id, " ".join(words))
    print_lines(terminal(), explanation_lines(explanation))
    return NOTHING_FOUND if explanation.failed else FOUND


@cli.command("serve")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@index_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Who may reach the page: 0.0.0.0 is everyone.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 is any free port.")
def serve_command(paths: tuple[Path, ...], location: str, host: str, port: int) -> int:
    """Serve the search page; index the articles under PATHS first, if any are given."""
    from index.build import update_index
    from web import create_app
    from web.safety import hosts_for
    from web.server import serve

    if paths:
        with progress_bar("reading articles") as progress:
            report = update_index(paths, Path(location), os.cpu_count() or 1, progress)
        click.echo(f"{report.articles} articles in {location}", err=True)
    open_engine(location)
    app = create_app(location=location, hosts=hosts_for(host))
    serve(app, host, port, lambda address: click.echo(f"Dateline is at {address} (Ctrl-C stops it)", err=True))
    return FOUND


@cli.command("eval")
@click.argument("queries", type=click.Path(path_type=Path))
@click.argument("qrels", type=click.Path(path_type=Path))
@index_option
@json_option
def eval_command(queries: Path, qrels: Path, location: str, as_json: bool) -> int:
    """Score the ranking over judged queries: QUERIES has lines "id TAB text", QRELS has TREC's four columns.

    An article is named in QRELS by its id, or by the name of its file without the ending.
    """
    from search.evaluate import evaluate, read_qrels, read_queries

    engine = open_engine(location)
    judgments = read_qrels(qrels)
    names = {name for judged in judgments.values() for name in judged}
    scores = evaluate(lambda typed: ranked_names(engine, typed, names), read_queries(queries), judgments)
    if as_json:
        click.echo(json.dumps(asdict(scores)))
    else:
        for name, score in asdict(scores).items():
            click.echo(f"{name.replace('_', ' '):>14}  {score if isinstance(score, int) else f'{score:.4f}'}")
    return FOUND


def ranked_names(engine: Engine, typed: str, wanted: set[str]) -> list[str]:
    """The articles that a search finds, best first, named as the judgments name them."""
    from search.find import best_answer
    from search.parse import parse

    candidates = best_answer(engine, parse(typed), Request(typed), limit=1000).matches.candidates
    articles = engine.fetch([candidate.id for candidate in candidates])
    return [article.id if article.id in wanted else Path(article.path).stem for article in articles]


def terminal() -> "Console":
    """Standard output: as wide as it is on a terminal, and elsewhere never broken into lines of our own."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty())


def print_lines(console: "Console", lines: Iterable[Line]) -> None:
    """Print the lines, each kind of text in its style."""
    from rich.text import Text

    for line in lines:
        console.print(Text.assemble(*((visible(text), STYLES[kind]) for text, kind in line)))


STYLES: dict[Kind, str] = {
    "text": "",
    "title": "bold",
    "match": "bold yellow",
    "title match": "bold yellow",
    "aside": "dim",
}


if __name__ == "__main__":
    main()

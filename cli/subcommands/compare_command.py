"""dateline compare: two articles, sentence by sentence."""

from collections.abc import Iterator

import click

from cli.article_choice import chosen_article
from cli.console import drawn, terminal
from cli.exit_codes import FOUND
from cli.options import index_option
from cli.printed import Line, day, styled
from cli.terminal import say
from index.article import Article
from search.article.compare import ComparedArticle, Comparison, Row, compare


@click.command("compare", short_help="Set two articles side by side.")
@click.argument("left")
@click.argument("right")
@index_option
def compare_command(left: str, right: str, location: str) -> int:
    """Compare two articles, LEFT and RIGHT, sentence by sentence.

    Each is an id, the beginning of one, or the number of a hit. = is said by both, ~< and ~> in other words by the left
    and the right one, < only by the left one, > only by the right one.

    \b
    dateline compare 54ce1f9f2a187429 2f96a1fe36d9806d
    dateline compare 1 3             hits of the last search here
    """
    from search.snapshots import open_engine

    engine = open_engine(location)
    articles = chosen_article(engine, location, left), chosen_article(engine, location, right)
    say(drawn(terminal(), comparison_lines(*articles, compare(*articles)), gutter=2))
    return FOUND


def comparison_lines(left: Article, right: Article, compared: Comparison) -> Iterator[Line]:
    """Both articles, what they have in common in numbers, and then every sentence."""
    for sign, article in (("<", left), (">", right)):
        told = " · ".join((day(article.published), article.source or "unknown source", article.id))
        yield ((f"{sign} ", "aside"), (f"{article.title}  ", "title"), (told, "aside"))
    counts = f"{compared.count('shared')} shared, {compared.count('reworded')} reworded, "
    yield ((f"  {counts}{compared.only_left} only left, {compared.only_right} only right", "aside"),)
    yield ()
    for row in compared.rows:
        yield from row_lines(row)
    if compared.is_cut:
        yield (("  one of them is so long that its end was not looked at", "aside"),)


def row_lines(row: Row) -> Iterator[Line]:
    """A sentence that both have, once; any other as each has it."""
    if row.kind == "shared":
        yield from (line_of("=", sentence) for sentence in row.left)
        return
    other_words = "~" if row.kind == "reworded" else ""
    yield from (line_of(f"{other_words}<", sentence) for sentence in row.left)
    yield from (line_of(f"{other_words}>", sentence) for sentence in row.right)


def line_of(sign: str, sentence: ComparedArticle) -> Line:
    """A sentence behind its sign."""
    return (f"{sign:<2}", "aside"), *styled(sentence.pieces, "text", "match")

"""dateline search -: many queries, a line each, and a row of CSV for what each finds."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.terminal import say_pieces
from search.engine import Engine
from search.export.all_matches import AllMatches, RankedArticle
from search.export.delimited_rows import COLUMNS, cells, csv_row
from search.find import answer_to, find
from search.language.lexer import printable
from search.language.messages import Notes
from search.request import Request

COUNTED = ("query", "total", "stories", "note", "with_all", "read_as")
LONGEST_LINE = 100_000
"""Bytes of a line that are read as its query."""
NO_QUERY = "no query on this line"


def search_lines(engine: Engine, request: Request, today: date, hits: int | None) -> int:
    """Print a row for each line of standard input, or its first articles; a bad line never stops it, a bad index does.

    Exits 0 when any of the queries finds anything.
    """
    batch = QueryList(engine, request, today)
    say_pieces(batch.counted() if hits is None else batch.articles(hits))
    return FOUND if batch.has_found else NOTHING_FOUND


class QueryList:
    """Queries of standard input, asked with the same choices."""

    def __init__(self, engine: Engine, request: Request, today: date) -> None:
        self.engine = engine
        self.request = request
        self.today = today
        self.has_found = False

    def counted(self) -> Iterator[str]:
        """A head, and for each query how much it finds and how it was read."""
        yield csv_row(COUNTED)
        for query in typed_lines():
            yield csv_row(self.counts(query))

    def counts(self, query: str) -> tuple[str | int, ...]:
        """The row of a query; how else it was read is its note."""
        if is_blank(query):
            return query, 0, 0, NO_QUERY, 0, ""
        results = find(self.engine, replace(self.request, typed=query, size=1), self.today)
        self.has_found |= results.total > 0
        notes = list(results.notes)
        if results.corrected is not None:
            notes.insert(0, f"showing: {results.corrected.query}")
        if results.did_you_mean is not None:
            notes.insert(0, f"did you mean: {results.did_you_mean.query} ({results.did_you_mean.total})")
        told = "; ".join(notes)
        return query, results.total, results.stories, told, results.with_all_words, results.read_as

    def articles(self, hits: int) -> Iterator[str]:
        """A head, and the first articles that each query finds, each behind its query."""
        yield csv_row(("query", *COLUMNS))
        for query in typed_lines():
            yield from (csv_row((query, *cells(found))) for found in self.first(query, hits))

    def first(self, query: str, hits: int) -> list[RankedArticle]:
        """The first articles that a query finds; none where nothing is asked."""
        if is_blank(query):
            return []
        answered = answer_to(self.engine, replace(self.request, typed=query, size=1), self.today)
        found = list(AllMatches(self.engine, answered, hits).ranked())
        self.has_found |= bool(found)
        return found


def is_blank(query: str) -> bool:
    """Nothing is asked: without what cannot be printed, nothing is left of it."""
    return not printable(query, Notes())


def typed_lines() -> Iterator[str]:
    """The lines of standard input, whatever bytes they have; the end of one that is too long is not read."""
    if sys.stdin is None:
        return
    stream = sys.stdin.buffer
    while line := stream.readline(LONGEST_LINE):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE)
        yield line.decode("utf-8-sig", "replace").strip("\r\n")

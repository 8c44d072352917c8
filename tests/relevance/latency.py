"""How long a query takes: the whole path of a search up to the ranked ids, beside BM25F over its words and no more."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path
from random import Random

from index.analysis import terms
from search.clauses import Or, Word
from search.find import best_answer
from search.language.parser import parse
from search.query import Query
from search.ranking.collapse import foremost_of_all
from search.request import Request
from search.whoosh_engine import WhooshEngine
from search.whoosh_source import open_whoosh_engine
from tests.relevance.query_length import content_words
from tests.relevance.systems.dateline_system import INDEX

SEED = 1987
MOST_QUERIES = 150
"""Of a collection that are timed."""
TOP = 10


@dataclass(frozen=True, slots=True)
class QueryTimes:
    """How long the queries of a collection took, each asked for the first time of an engine just opened."""

    ours: Sequence[float]
    """Milliseconds of parsing, matching and ranking, for the first ten."""
    plain: Sequence[float]
    """Milliseconds of the same queries by BM25F over their content words, any of them."""

    @property
    def ratio(self) -> float:
        """How many times as long as plain the median query takes."""
        return percentile(self.ours, 50) / percentile(self.plain, 50)


def query_times(folder: Path, queries: Mapping[str, str]) -> QueryTimes:
    """How long the queries take in an index that was built here; both ways are timed in turn."""
    random = Random(SEED)
    asked = random.sample(sorted(queries.values()), min(MOST_QUERIES, len(queries)))
    # Each has an engine of its own, since an engine remembers what it was asked.
    ours, plain = open_whoosh_engine(folder / INDEX), open_whoosh_engine(folder / INDEX)
    warm_up(ours, plain)
    taken: tuple[list[float], list[float]] = ([], [])
    for number, typed in enumerate(asked):
        ways = [(taken[0], partial(full_answer, ours, typed)), (taken[1], partial(plain_matches, plain, typed))]
        for times, answer in ways if number % 2 else reversed(ways):
            started = time.perf_counter()
            answer()
            times.append((time.perf_counter() - started) * 1000)
    return QueryTimes(*taken)


def warm_up(ours: WhooshEngine, plain: WhooshEngine) -> None:
    """Have all loaded that is loaded once."""
    for typed in ("results", "results found", "what results were found in this and any other of these"):
        full_answer(ours, typed)
        plain_matches(plain, typed)


def full_answer(engine: WhooshEngine, typed: str) -> object:
    """The first ten articles as a search finds and ranks them."""
    return best_answer(engine, parse(typed), Request(typed, copies="all"), TOP)


def plain_matches(engine: WhooshEngine, typed: str) -> object:
    """The first ten articles with any of the content words, by BM25F and nothing else, whatever a search adds to it."""
    words = [Word(word, term) for word in content_words(typed) for term in terms(word)]
    if not words:
        return []
    return foremost_of_all(engine.matches_by_words(Query(Or(tuple(dict.fromkeys(words))))), "relevance", TOP)


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many of a hundred do not exceed."""
    return sorted(values)[max(0, ceil(len(values) * percent / 100) - 1)]

"""What an index holds: how many articles of which outlets, months and formats, and how their dates are known."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import get_args

from index.article import How
from search.clauses import Everything
from search.engine import Engine
from search.facets import facets
from search.query import Query
from search.results import FacetValue

AT_ONCE = 500
"""Articles that are fetched together."""

Progress = Callable[[int, int], None]
"""Told how many articles are read, and how many there are."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many articles there are, and how many of each kind."""

    articles: int
    stories: int
    """How many stories they tell, those of one article among them."""
    outlets: tuple[FacetValue, ...]
    """The largest first; articles of no known outlet are not among them."""
    months: tuple[FacetValue, ...]
    """The newest first; undated articles are not among them."""
    formats: tuple[FacetValue, ...]
    """By the ending of the file, the most frequent first."""
    dated: tuple[FacetValue, ...]
    """How dates are known, as the surest come first, and then "undated"."""


def statistics(engine: Engine, progress: Progress) -> Statistics:
    """The statistics of all articles, each of which is read once."""
    found = engine.match(Query(Everything(), "oldest"), 0)
    counted = {facet.name: facet.values for facet in facets(found)}
    formats, dated = Counter[str](), Counter[str]()
    ids = (candidate.id for candidate in engine.every(Query(Everything(), "oldest")))
    read = 0
    while some := list(islice(ids, AT_ONCE)):
        for article in engine.fetch(some):
            formats[format_of(article.path)] += 1
            dated[article.published.how if article.published else "undated"] += 1
        progress(read := read + len(some), found.total)
    return Statistics(
        found.total,
        found.distinct["stories"],
        counted.get("source", ()),
        counted.get("month", ()),
        tuple(FacetValue(*pair) for pair in sorted(formats.items(), key=lambda pair: (-pair[1], pair[0]))),
        tuple(FacetValue(how, dated[how]) for how in (*get_args(How), "undated") if dated[how]),
    )


def format_of(path: str) -> str:
    """The ending of a file, in small letters and without its dot; "none" where it has none."""
    return PurePath(path).suffix.lower().removeprefix(".") or "none"


def statistics_object(told: Statistics) -> dict[str, object]:
    """The statistics as JSON; languages are null, for no index knows them."""

    def listed(values: Iterable[FacetValue]) -> Sequence[dict[str, object]]:
        return [{"value": each.value, "count": each.count} for each in values]

    return {
        "articles": told.articles,
        "stories": told.stories,
        "outlets": listed(told.outlets),
        "months": listed(told.months),
        "formats": listed(told.formats),
        "languages": None,
        "dated": listed(told.dated),
    }

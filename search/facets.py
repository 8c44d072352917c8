"""The values that matches share: outlets, years and months, with how many share each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import get_args

from index.schema import name_key
from search.chosen_values import Choosable
from search.engine import Matches
from search.query import FacetName
from search.results import Breakdown, Facet, FacetValue


def facets(matches: Matches) -> tuple[Facet, ...]:
    """Outlets by how many matches they published, years and months newest first; without those that have no value."""
    every = (
        Facet("source", values(sorted(matches.sources.items(), key=most_then_name))),
        Facet("year", values(sorted(matches.years.items(), reverse=True))),
        Facet("month", values(sorted(matches.months.items(), reverse=True))),
    )
    return tuple(facet for facet in every if facet.values)


def most_then_name(counted: tuple[str, int]) -> tuple[int, str, str]:
    """Orders outlets by count, the largest first, then by name as in a telephone book."""
    name, count = counted
    return -count, name.casefold(), name


def values(counted: Iterable[tuple[str, int]]) -> tuple[FacetValue, ...]:
    """What is counted, without what no match has."""
    return tuple(FacetValue(value, count) for value, count in counted if count > 0)


def breakdown(counted: Callable[[Choosable], Matches]) -> Breakdown:
    """What matches are made up of; `counted` gives those that match without the choices of one kind."""

    @cache
    def own(kind: Choosable) -> Matches:
        return counted(kind)

    return Breakdown(
        values=lambda: tuple(Facet(name, told(name, own(name))) for name in get_args(FacetName)),
        holding=lambda name, words: Facet(name, told_holding(name, words, own(name))),
        datings=lambda: own("days").datings,
        total=lambda: own("days").with_all or own("days").total,
    )


def told(name: FacetName, matches: Matches) -> tuple[FacetValue, ...]:
    """The values of a facet among matches, the most frequent first."""
    counts = hows(matches) if name == "dated" else matches.values[name]
    return values(sorted(counts.items(), key=most_then_name))


def told_holding(name: FacetName, words: str, matches: Matches) -> tuple[FacetValue, ...]:
    """The same of those values that hold some words."""
    if matches.holding is not None and name != "dated":
        return values(sorted(matches.holding(name, words).items(), key=most_then_name))
    wanted = name_key(words)
    return tuple(value for value in told(name, matches) if wanted in name_key(value.value))


def hows(matches: Matches) -> Mapping[str, int]:
    """How the dates of matches are known; "" is of undated ones."""
    counts: Counter[str] = Counter()
    for dating, count in matches.datings.items():
        counts[dating.how] += count
    counts[""] = (matches.with_all or matches.total) - counts.total()
    return counts

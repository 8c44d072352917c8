"""The values that matches share: outlets, years and months, with how many share each."""

from collections.abc import Iterable

from search.engine import Matches
from search.results import Facet, FacetValue


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

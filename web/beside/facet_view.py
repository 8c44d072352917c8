"""The facets beside the results, which stay open: of each value, a link that chooses it and one that excludes it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from index.schema import name_key
from search.chosen_values import choices
from search.query import FacetName
from search.ranking.value_counts import MOST_LISTED
from search.request import Chosen, Request
from search.results import Facet, FacetValue, Results
from web.beside.choice_links import ChoiceLinks
from web.links import facet_url
from web.locale.catalogs import gettext
from web.navigation import FACET_LABELS, Choice, label_of

SHOWN_AT_FIRST = 6
"""Values of a facet; more are under a fold."""
MOST_UNDER_FOLD = 18
"""The others are on a page of their own."""


@dataclass(frozen=True, slots=True)
class FacetRows:
    """A facet as links."""

    name: FacetName
    label: str
    rows: tuple[Choice, ...]
    more: tuple[Choice, ...]
    """Those that are under a fold."""
    all_of_them: str | None
    """Where the others are listed, too; None where there are no others."""


@dataclass(frozen=True, slots=True)
class FacetPage:
    """All values of a facet, or those that hold some words."""

    name: FacetName
    label: str
    rows: tuple[Choice, ...]
    words: str
    is_full: bool
    """There may be others, with fewer articles."""


def facet_page(request: Request, results: Results, name: FacetName, words: str) -> FacetPage:
    """The values of a facet that hold these words, each with the request for what it leads to."""
    facet = results.breakdown.holding(name, words) if results.breakdown else Facet(name, ())
    asked, links = choices(request), ChoiceLinks(request)
    rows = tuple(row(links, Chosen(name, value.value or None), value.count) for value in facet.values)
    known = {value.value for value in facet.values}
    others = [each for each in asked if each.facet == name and (each.value or "") not in known and not words]
    chosen = (
        row(links, replace(each, is_excluded=False), rare(results, name, each.value or "").count) for each in others
    )
    return FacetPage(name, gettext(FACET_LABELS[name]), (*rows, *chosen), words, len(facet.values) >= MOST_LISTED)


def facet_rows(results: Results) -> tuple[FacetRows, ...]:
    """The facets that tell these results apart."""
    total, links = results.with_all_words or results.total, ChoiceLinks(results.request)
    found = []
    for facet in results.breakdown.values() if results.breakdown else ():
        (name,) = (own for own in get_args(FacetName) if own == facet.name)
        asked = {choice.value or "" for choice in choices(results.request) if choice.facet == name}
        values = (*facet.values, *(rare(results, name, value) for value in missing(facet, asked)))
        if any(value.value in asked or value.count != total for value in values):
            found.append(folded(links, results.request, name, values, asked))
    return tuple(found)


def missing(facet: Facet, asked: Collection[str]) -> list[str]:
    """What was chosen and is too rare to be among the values, or what no match has."""
    return sorted(set(asked) - {value.value for value in facet.values})


def rare(results: Results, name: FacetName, value: str) -> FacetValue:
    """A value that is not among the most frequent ones, with how many matches have it."""
    found = results.breakdown.holding(name, value).values if results.breakdown and value else ()
    return FacetValue(value, next((own.count for own in found if name_key(own.value) == name_key(value)), 0))


def row(links: ChoiceLinks, choice: Chosen, count: int) -> Choice:
    """A value of a facet, chosen or excluded or neither."""
    excluded = Chosen(choice.facet, choice.value, is_excluded=True)
    is_chosen, is_excluded = choice in links.own, excluded in links.own
    chosen = choice if is_chosen else excluded
    return Choice(
        label=label_of(choice),
        url=links.without(chosen) if is_chosen or is_excluded else links.adding(choice),
        chosen=is_chosen or is_excluded,
        count=count,
        excluded=is_excluded,
        out=None if is_excluded else links.adding(excluded),
    )


def folded(
    links: ChoiceLinks, request: Request, name: FacetName, values: Sequence[FacetValue], asked: Collection[str]
) -> FacetRows:
    """The first values and all that are chosen, and the others under a fold; only what is shown is made a link."""
    known = [value for value in values if value.value]
    shown = [value for place, value in enumerate(known) if place < SHOWN_AT_FIRST or value.value in asked]
    others = [value for place, value in enumerate(known) if place >= SHOWN_AT_FIRST and value.value not in asked]
    shown += [value for value in values if not value.value]

    def rows(some: Sequence[FacetValue]) -> tuple[Choice, ...]:
        return tuple(row(links, Chosen(name, value.value or None), value.count) for value in some)

    return FacetRows(
        name=name,
        label=gettext(FACET_LABELS[name]),
        rows=rows(shown),
        more=rows(others[:MOST_UNDER_FOLD]),
        all_of_them=facet_url(name, request) if len(others) > MOST_UNDER_FOLD else None,
    )

"""What a reader can do with results: narrow, widen, sort and turn pages, each as a link."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from search.language.dialects.dialect_reading import CALLED
from search.query import Copies, Order, Syntax, WordsWanted
from search.request import Request
from search.results import Facet, Results
from web.links import HOME, LAST_PAGE, results_url, with_source, within, without_source
from web.wording import day_in_words, month_in_words, shortened, span_in_words

SHOWN_AT_FIRST = 8
"""Values of a facet; more are under a fold."""
MOST_SHOWN = 60
"""Values of a facet; whoever wants the others can type them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes the request in one way."""

    label: str
    url: str
    chosen: bool = False
    """Whether the request is this way already; the link of a chosen filter then takes it away."""
    count: int | None = None
    """How many articles it leads to; None when that was not counted."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A facet as links."""

    label: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...]
    """Those that are under a fold."""


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages around this one; None in `numbers` is a gap."""

    previous: str | None
    """None on the first page."""
    next: str | None
    """None on the last page."""
    numbers: tuple[Choice | None, ...]


FACET_LABELS = {"source": "Source", "year": "Year", "month": "Month"}
COPIES_LABELS: dict[Copies, str] = {"stories": "Stories once", "reprints": "Reprints once", "all": "All articles"}
WORDS_LABELS: dict[WordsWanted, str] = {"best": "Best of both", "all": "All words", "any": "Any words"}
ORDER_LABELS: dict[Order, str] = {"relevance": "Best match", "newest": "Newest", "oldest": "Oldest"}


def heading(request: Request) -> str:
    """What was asked, in a line: the words, or else the choices around them."""
    if request.typed.strip():
        return shortened(request.typed, 100)
    choices = [choice.label for choice in filters(request)]
    return shortened(f"Articles: {', '.join(choices)}", 100) if choices else "All articles"


def narrowings(results: Results) -> tuple[Narrowing, ...]:
    """The facets that tell these results apart, as links."""
    found = [narrowing(results, facet) for facet in results.facets if facet.name in FACET_LABELS]
    return tuple(facet for facet in found if tells_apart(facet, results.shown))


def narrowing(results: Results, facet: Facet) -> Narrowing:
    """A facet as links; chosen values come first."""
    choices = [value_choice(results.request, facet.name, value.value, value.count) for value in facet.values]
    choices.sort(key=lambda choice: not choice.chosen)
    return Narrowing(
        label=FACET_LABELS[facet.name],
        choices=tuple(choices[:SHOWN_AT_FIRST]),
        more=tuple(choices[SHOWN_AT_FIRST:MOST_SHOWN]),
    )


def tells_apart(facet: Narrowing, total: int) -> bool:
    """Whether choosing a value of the facet would change the results."""
    return any(choice.chosen or choice.count != total for choice in facet.choices)


def value_choice(request: Request, name: str, value: str, count: int) -> Choice:
    """The link that takes a value of a facet, or takes it away when it is chosen."""
    if name == "source":
        chosen = value in request.sources
        asked = without_source(request, value) if chosen else with_source(request, value)
        return Choice(value, results_url(asked), chosen, count)
    asked = within(request, value)
    chosen = (asked.since, asked.until) == (request.since, request.until)
    return Choice(month_in_words(value), results_url(without_days(request) if chosen else asked), chosen, count)


def without_days(request: Request) -> Request:
    """The request for any day, from its first page."""
    return replace(request, since=None, until=None, page=1)


def filters(request: Request) -> tuple[Choice, ...]:
    """The filters that are set, each with the link that takes it away."""
    chosen = [Choice(name, results_url(without_source(request, name)), True) for name in request.sources]
    if days := days_in_words(request):
        chosen.append(Choice(days, results_url(without_days(request)), True))
    return tuple(chosen)


def days_in_words(request: Request) -> str | None:
    """The days that the request is limited to; None when it is not."""
    if request.since and request.until:
        return span_in_words(request.since, request.until)
    if request.since:
        return f"since {day_in_words(request.since)}"
    if request.until:
        return f"until {day_in_words(request.until)}"
    return None


def orders(request: Request) -> tuple[Choice, ...]:
    """The orders that results can be in."""
    return tuple(
        Choice(ORDER_LABELS[order], results_url(replace(request, order=order, page=1)), order == request.order)
        for order in get_args(Order)
    )


def ways_to_fold(results: Results) -> tuple[Choice, ...]:
    """What can be shown once; none when every article found tells its own story."""
    if results.stories == results.total:
        return ()
    asked = results.request
    return tuple(
        Choice(label, results_url(replace(asked, copies=copies, page=1)), copies == asked.copies)
        for copies, label in COPIES_LABELS.items()
    )


def ways_to_widen(results: Results) -> tuple[Choice, ...]:
    """How many of the words articles must have; none where nothing gives way."""
    asked = results.request
    if not results.gives_way:
        return ()
    return tuple(
        Choice(label, results_url(replace(asked, words=words, page=1)), words == asked.words)
        for words, label in WORDS_LABELS.items()
    )


def ways_to_read(results: Results) -> tuple[Choice, ...]:
    """The languages in which the query may be read; none where it is read in ours and nobody asked for another."""
    asked = results.request
    if results.syntax == "native" and asked.syntax is None:
        return ()
    return tuple(
        Choice(
            CALLED.get(syntax, "Dateline"), results_url(replace(asked, syntax=syntax, page=1)), syntax == results.syntax
        )
        for syntax in get_args(Syntax)
    )


def typed_url(results: Results, typed: str) -> str:
    """Where another query is asked with the same choices around it."""
    return results_url(replace(results.request, typed=typed, page=1))


def pager(results: Results) -> Pager:
    """Links to the pages of results before, after and around this one."""
    return pages(results.request.page, results.pages, lambda page: page_url(results, page))


def pages(here: int, count: int, url: Callable[[int], str]) -> Pager:
    """Links to the pages before, after and around this one, of so many."""
    last = min(count, LAST_PAGE)
    around = pages_around(here, last) if last > 1 else ()
    return Pager(
        previous=url(min(here - 1, last)) if here > 1 else None,
        next=url(here + 1) if here < last else None,
        numbers=tuple(Choice(str(page), url(page), page == here) if page else None for page in around),
    )


def page_url(results: Results, page: int) -> str:
    """Where another page of these results is."""
    return results_url(replace(results.request, page=page))


def pages_around(here: int, last: int) -> Iterator[int | None]:
    """The first page, the last, and those next to `here`; None for each gap."""
    before = 0
    for page in sorted({1, last, *range(max(1, here - 1), min(last, here + 1) + 1)}):
        if page > before + 1:
            yield before + 1 if page == before + 2 else None
        yield page
        before = page


def ways_forward(request: Request) -> Iterator[tuple[str, Request]]:
    """What else to ask when a request finds nothing, each with the sentence that offers it."""
    for name in request.sources:
        yield f"The same search without the source “{name}”", without_source(request, name)
    if days := days_in_words(request):
        yield f"The same search for any date, not only {days}", without_days(request)
    if len(filters(request)) > 1:
        yield "The same search without any filter", Request(typed=request.typed, order=request.order)
    if request.typed.strip() and filters(request):
        yield "Everything from these sources and days", replace(request, typed="", page=1, order="newest")


EVERYTHING = replace(HOME, order="newest")
"""All articles, newest first."""

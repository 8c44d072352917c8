"""What a reader can do with results: narrow, widen, sort and turn pages, each as a link."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from search.chosen_values import choices, without_choice
from search.correction.parts_found import PartFound
from search.language.dialects.dialect_reading import CALLED, may_be_read_otherwise
from search.query import Copies, FacetName, Order, Syntax, WordsWanted
from search.request import Chosen, Density, Request
from search.results import Results
from web.links import HOME, LAST_PAGE, results_url
from web.locale.catalogs import gettext, gettext_noop
from web.wording import day_in_words, isolated, language_in_words, shortened, span_in_words


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes the request in one way."""

    label: str
    url: str
    chosen: bool = False
    """Whether the request is this way already; the link of a chosen filter then takes it away."""
    count: int | None = None
    """How many articles it leads to; None when that was not counted."""
    kind: str = ""
    """What the label is of: "outlet", "days"."""
    excluded: bool = False
    """It is chosen that articles are not so."""
    out: str | None = None
    """The link that leaves out what it would choose; None when there is none."""


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages around this one; None in `numbers` is a gap."""

    previous: str | None
    """None on the first page."""
    next: str | None
    """None on the last page."""
    numbers: tuple[Choice | None, ...]


FACET_LABELS: dict[FacetName, str] = {
    "source": gettext_noop("Outlet"),
    "author": gettext_noop("Author"),
    "person": gettext_noop("Person"),
    "organisation": gettext_noop("Organisation"),
    "place": gettext_noop("Place"),
    "format": gettext_noop("Format"),
    "language": gettext_noop("Language"),
    "dated": gettext_noop("Dated how"),
}
FACET_KINDS: dict[FacetName, str] = {
    "source": gettext_noop("outlet"),
    "author": gettext_noop("author"),
    "person": gettext_noop("person"),
    "organisation": gettext_noop("organisation"),
    "place": gettext_noop("place"),
    "format": gettext_noop("format"),
    "language": gettext_noop("language"),
    "dated": gettext_noop("dated how"),
}
"""The same before a value of theirs: "outlet CNN"."""
UNKNOWN: dict[FacetName, str] = {
    "source": gettext_noop("no outlet"),
    "author": gettext_noop("no author"),
    "person": gettext_noop("nobody named"),
    "organisation": gettext_noop("no organisation named"),
    "place": gettext_noop("no place"),
    "format": gettext_noop("no format"),
    "language": gettext_noop("no language told"),
    "dated": gettext_noop("no date"),
}
"""What articles are said to have of which none is known."""
HOW_LABELS = {
    "stated": gettext_noop("stated"),
    "url": gettext_noop("by its address"),
    "filename": gettext_noop("by its file’s name"),
    "inferred": gettext_noop("inferred"),
    "changed": gettext_noop("by the last change"),
    "file": gettext_noop("by its file’s time"),
}
COPIES_LABELS: dict[Copies, str] = {
    "stories": gettext_noop("stories"),
    "reprints": gettext_noop("reprints once"),
    "all": gettext_noop("all articles"),
}
WORDS_LABELS: dict[WordsWanted, str] = {
    "best": gettext_noop("all first"),
    "all": gettext_noop("all"),
    "any": gettext_noop("any"),
}
ORDER_LABELS: dict[Order, str] = {
    "relevance": gettext_noop("best match"),
    "newest": gettext_noop("newest"),
    "oldest": gettext_noop("oldest"),
}
DENSITY_LABELS: dict[Density, str] = {"comfortable": gettext_noop("Comfortable"), "compact": gettext_noop("Compact")}
SIZES = (10, 25, 50, 100)
"""Results on a page, to choose from."""


def heading(request: Request) -> str:
    """What was asked, in a line: the words, or else the choices around them."""
    if request.typed.strip():
        return shortened(request.typed, 100)
    choices = [choice.label for choice in filters(request)]
    if not choices:
        return gettext("All articles")
    return shortened(gettext("Articles: %(choices)s") % {"choices": gettext(", ").join(choices)}, 100)


def without_days(request: Request) -> Request:
    """The request for any day, from its first page."""
    return replace(request, since=None, until=None, page=1)


def filters(request: Request) -> tuple[Choice, ...]:
    """The filters that are set, each with the link that takes it away."""
    chosen = [
        Choice(
            label_of(choice),
            results_url(without_choice(request, choice)),
            True,
            None,
            kind_of(choice),
            choice.is_excluded,
        )
        for choice in choices(request)
    ]
    if days := days_in_words(request):
        chosen.append(Choice(days, results_url(without_days(request)), True, None, days_kind()))
    return tuple(chosen)


def label_of(choice: Chosen) -> str:
    """The value of a choice in words."""
    if choice.value is None:
        return gettext(UNKNOWN[choice.facet])
    if choice.facet == "language":
        return language_in_words(choice.value)
    return gettext(HOW_LABELS[choice.value]) if choice.facet == "dated" and choice.value in HOW_LABELS else choice.value


def kind_of(choice: Chosen) -> str:
    """What a choice is of, where its value does not say so by itself."""
    return "" if choice.value is None else gettext(FACET_KINDS[choice.facet])


def days_kind() -> str:
    """What days are called that were chosen."""
    return gettext("days")


def days_in_words(request: Request) -> str | None:
    """The days that the request is limited to; None when it is not."""
    if request.since and request.until:
        return span_in_words(request.since, request.until)
    if request.since:
        return gettext("since %(day)s") % {"day": day_in_words(request.since)}
    if request.until:
        return gettext("until %(day)s") % {"day": day_in_words(request.until)}
    return None


def orders(request: Request) -> tuple[Choice, ...]:
    """The orders that results can be in."""
    return tuple(
        Choice(gettext(ORDER_LABELS[order]), results_url(replace(request, order=order, page=1)), order == request.order)
        for order in get_args(Order)
    )


def densities(request: Request) -> tuple[Choice, ...]:
    """How much room each article can be given, from the same page on."""
    return tuple(
        Choice(gettext(label), results_url(replace(request, density=density)), density == request.density)
        for density, label in DENSITY_LABELS.items()
    )


def sizes(request: Request) -> tuple[Choice, ...]:
    """How many results a page can have."""
    numbers = sorted({*SIZES, request.size})
    return tuple(
        Choice(str(size), results_url(replace(request, size=size, page=1)), size == request.size) for size in numbers
    )


def cleared_url(request: Request) -> str:
    """Where the same words are asked without any filter."""
    return results_url(replace(without_days(request), sources=(), chosen=()))


def only_whole(request: Request) -> str:
    """Where only articles are found that have all of the words."""
    return results_url(replace(request, words="all", page=1))


def reads_otherwise(results: Results) -> bool:
    """Whether the query was read as more than the words that it has."""
    said = "" if results.corrected else results.request.typed
    plain = [" ".join(words.replace(" AND ", " ").casefold().split()) for words in (results.read_as, said)]
    return bool(results.request.typed.strip()) and plain[0] != plain[1] and not results.corrected


def ways_to_fold(results: Results) -> tuple[Choice, ...]:
    """What can be shown once; none when every article found tells its own story."""
    if results.stories == results.total:
        return ()
    asked = results.request
    return tuple(
        Choice(gettext(label), results_url(replace(asked, copies=copies, page=1)), copies == asked.copies)
        for copies, label in COPIES_LABELS.items()
    )


def ways_to_widen(results: Results) -> tuple[Choice, ...]:
    """How many of the words articles must have; none where nothing gives way."""
    asked = results.request
    if not results.gives_way:
        return ()
    return tuple(
        Choice(gettext(label), results_url(replace(asked, words=words, page=1)), words == asked.words)
        for words, label in WORDS_LABELS.items()
    )


def ways_to_read(results: Results) -> tuple[Choice, ...]:
    """The languages in which the query may be read; none where it is read in ours and has no signs of another."""
    asked = results.request
    if results.syntax == "native" and asked.syntax is None and not may_be_read_otherwise(asked.typed):
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


def read_as_url(results: Results) -> str:
    """Where the query is asked in our language, with the same choices around it."""
    return results_url(replace(results.request, typed=results.read_as, syntax=None, page=1))


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
    for choice in choices(request):
        label = f"{kind_of(choice)} {label_of(choice)}".strip()
        without = gettext("The same search without %(choice)s")
        sentence = gettext("The same search, %(choice)s or not") if choice.is_excluded else without
        yield sentence % {"choice": isolated(label)}, without_choice(request, choice)
    if days := days_in_words(request):
        yield gettext("The same search for any date, not only %(days)s") % {"days": days}, without_days(request)
    if len(filters(request)) > 1:
        yield gettext("The same search without any filter"), Request(typed=request.typed, order=request.order)
    if request.typed.strip() and filters(request):
        yield gettext("Everything that fits the filters"), replace(request, typed="", page=1, order="newest")


def part_in_words(part: PartFound, request: Request) -> str:
    """What a part of a request is called: its words, or what was chosen."""
    if part.choice is None:
        return part.written or days_in_words(request) or ""
    label = f"{kind_of(part.choice)} {label_of(part.choice)}".strip()
    return f"{gettext('not')} {label}" if part.choice.is_excluded else label


EVERYTHING = replace(HOME, order="newest")
"""All articles, newest first."""

"""The address of every view, made from a request and read back to the same request."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from flask import has_request_context
from flask import request as http

from index.errors import DatelineError
from search.chosen_values import in_order, is_name
from search.language.days import bound_asked, first_written, last_written
from search.language.messages import Notes
from search.query import Copies, FacetName, Order, Syntax, WordsWanted
from search.request import Chosen, Request
from web.locale.catalogs import gettext

HOME = Request(typed="")
"""What the bare address asks for; what a request shares with it is left out of its address."""

LAST_PAGE = 999_999_999
"""Further than any answer goes."""
MOST_ON_A_PAGE = 1000
MOST_SOURCES = 50
LONGEST_SOURCE = 200
"""Characters; the longest name of an outlet that is asked for."""
MOST_ARGUMENTS = 100
NONE_KNOWN = "(none)"
"""The value, in an address, of articles of which none is known."""

STYLESHEET = "/static/dateline.css"
SCRIPT = "/static/dateline.js"
ICON = "/static/favicon.svg"
LOGIN = "/login"
SAVED = "/saved"
NOTES = "/notes"
LOGOUT = "/logout"


def rooted(path: str) -> str:
    """A path of ours as a browser asks for it: under the prefix at which a reverse proxy serves the page, if any."""
    return (http.script_root if has_request_context() else "") + path


def is_own_path(address: str) -> bool:
    """Whether an address leads to a page of ours, whatever a browser makes of slashes and controls."""
    return bool(re.fullmatch(r"/(?![/\\])[!-~]*", address)) and address.startswith(rooted("/"))


def without_language(query: str) -> str:
    """The query of an address but for the language that it asks for, with its question mark; "" where that is all."""
    kept = "&".join(pair for pair in query.split("&") if pair.partition("=")[0] != "lang")
    return f"?{kept}" if kept else ""


def results_url(request: Request) -> str:
    """Where the results of a request are shown; for `HOME`, the home page."""
    return rooted("/") + query_string(request)


def json_url(request: Request, after: str | None = None) -> str:
    """Where the results of a request are given as JSON, or those behind a cursor."""
    pairs = [*arguments(replace(request, copies=HOME.copies)), ("copies", request.copies)]
    pairs += [] if after is None else [("after", after)]
    return rooted("/search.json?") + urlencode(pairs, errors="replace")


def export_url(ending: str, request: Request) -> str:
    """Where all results of a request are given as a file or feed with this ending."""
    pairs = [*arguments(replace(request, copies=HOME.copies, page=1, size=HOME.size, density=HOME.density))]
    return rooted(f"/search.{ending}?") + urlencode([*pairs, ("copies", request.copies)], errors="replace")


def record_url(request: Request, ending: str = "") -> str:
    """Where a search is recorded, to print or to cite."""
    return rooted("/record") + ending + query_string(replace(request, page=1, size=HOME.size, density=HOME.density))


def story_url(story: str, request: Request = HOME) -> str:
    """Where a story is shown, by the id of any of its articles, with what was asked when it was found."""
    return rooted("/story/") + quote(story, safe="", errors="replace") + query_string(request)


def citation_url(identifier: str, ending: str) -> str:
    """Where an article is given as a citation with this ending."""
    return rooted("/article/") + quote(identifier, safe="", errors="replace") + f".{ending}"


def article_url(identifier: str, request: Request = HOME, rank: int | None = None) -> str:
    """Where an article is shown, with what was asked when it was found, and as which of the results."""
    pairs = arguments(request) + ([("at", str(rank))] if rank is not None else [])
    asked = "?" + urlencode(pairs, errors="replace") if pairs else ""
    return rooted("/article/") + quote(identifier, safe="", errors="replace") + asked


def note_url(identifier: str, request: Request = HOME) -> str:
    """Where a note on an article is sent, with what was asked when the article was found."""
    return rooted("/article/") + quote(identifier, safe="", errors="replace") + "/note" + query_string(request)


def notes_url(tag: str = "") -> str:
    """Where all notes are listed, or those with a tag."""
    return rooted(NOTES) + ("?" + urlencode([("tag", tag)], errors="replace") if tag else "")


def original_url(identifier: str) -> str:
    """Where the file of an article is served, as text."""
    return rooted("/article/") + quote(identifier, safe="", errors="replace") + "/original"


def compare_url(left: str, right: str, request: Request = HOME) -> str:
    """Where two articles are shown side by side, with what was asked when they were found."""
    sides = "/".join(quote(identifier, safe="", errors="replace") for identifier in (left, right))
    return rooted("/compare/") + sides + query_string(request)


def facet_url(facet: FacetName, request: Request, words: str = "") -> str:
    """Where all values of a facet of these results are listed, or those that hold some words."""
    asked = replace(request, page=1, size=HOME.size, density=HOME.density)
    pairs = arguments(asked) + ([("find", words)] if words else [])
    return rooted(f"/facet/{facet}") + ("?" + urlencode(pairs, errors="replace") if pairs else "")


def beside_the_values(request: Request) -> list[tuple[str, str]]:
    """What the form for the values of a facet sends along."""
    return arguments(replace(request, page=1, size=HOME.size, density=HOME.density))


def skipped_url(page: int = HOME.page) -> str:
    """Where the files are listed that gave no article."""
    return rooted("/skipped") + query_string(Request(typed="", page=page))


def query_string(request: Request) -> str:
    """The request as the query of an address, from its question mark on; empty for `HOME`."""
    pairs = arguments(request)
    return "?" + urlencode(pairs, errors="replace") if pairs else ""


def arguments(request: Request) -> list[tuple[str, str]]:
    """The names and values in the address of a request, in their order there."""
    chosen = choice_arguments(request.sources, request.authors, request.chosen)
    return [*word_arguments(request), *chosen, *manner_arguments(request)]


def word_arguments(request: Request) -> list[tuple[str, str]]:
    """Those of the words, their order and the days."""
    found: list[tuple[str, str]] = []
    if request.typed:
        found.append(("q", request.typed))
    if request.order != HOME.order:
        found.append(("sort", request.order))
    if request.since:
        found.append(("since", first_written(request.since)))
    if request.until:
        found.append(("until", last_written(request.until)))
    return found


def choice_arguments(sources: Iterable[str], authors: Iterable[str], chosen: Iterable[Chosen]) -> list[tuple[str, str]]:
    """Those of the values of facets."""
    found = [("source", name) for name in sources]
    found.extend(("author", name) for name in authors)
    for choice in chosen:
        name = f"not_{choice.facet}" if choice.is_excluded else choice.facet
        found.append((name, NONE_KNOWN if choice.value is None else choice.value))
    return found


def manner_arguments(request: Request) -> list[tuple[str, str]]:
    """Those of how results are shown."""
    found: list[tuple[str, str]] = []
    if request.copies != HOME.copies:
        found.append(("copies", request.copies))
    if request.words != HOME.words:
        found.append(("words", request.words))
    if request.syntax is not None:
        found.append(("syntax", request.syntax))
    if request.density != HOME.density:
        found.append(("density", request.density))
    if request.size != HOME.size:
        found.append(("n", str(request.size)))
    if request.page != HOME.page:
        found.append(("page", str(request.page)))
    return found


def beside_the_words(request: Request) -> list[tuple[str, str]]:
    """What the search box sends along, so that new words are asked with the same choices."""
    return arguments(replace(request, typed="", page=1))


def beside_the_page(request: Request) -> list[tuple[str, str]]:
    """What the form for a page sends along."""
    return arguments(replace(request, page=1))


def beside_the_days(request: Request) -> list[tuple[str, str]]:
    """What the form for days sends along, so that the words and other choices stay."""
    return arguments(replace(request, since=None, until=None, page=1))


class Unanswerable(DatelineError):
    """An address asks for something that cannot be, such as page 0."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for, and what of it is read otherwise than it may be meant."""

    request: Request
    notes: tuple[str, ...]
    """Sentences for the reader."""


def asked_by(query: str, today: date) -> Asked:
    """What the query of an address asks for; raises Unanswerable when that cannot be.

    Whatever stands there for a day is answered: what is no day is left out, and said.
    """
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="replace", max_num_fields=MOST_ARGUMENTS)
    except ValueError as error:
        raise Unanswerable(
            gettext("this address has more than %(most)s parameters: leave some out") % {"most": MOST_ARGUMENTS}
        ) from error
    first: dict[str, str] = {}
    for name, value in pairs:
        first.setdefault(name, value)
    notes = Notes()
    request = Request(
        typed=first.get("q", ""),
        order=order_from(first.get("sort", "")),
        since=bound_asked("since", first.get("since", ""), today, notes),
        until=bound_asked("until", first.get("until", ""), today, notes),
        sources=names_from([value for name, value in pairs if name == "source" and value != NONE_KNOWN], "source"),
        authors=names_from([value for name, value in pairs if name == "author" and value != NONE_KNOWN], "author"),
        chosen=chosen_from(pairs),
        page=page_from(first.get("page", "")),
        copies=copies_from(first.get("copies", "")),
        words=words_from(first.get("words", "")),
        syntax=syntax_from(first.get("syntax", "")),
        density="compact" if first.get("density", "") == "compact" else HOME.density,
        size=size_from(first.get("n", "")),
    )
    return Asked(request, notes.sentences())


def order_from(value: str) -> Order:
    """The order with this name; relevance when there is no name."""
    if not value:
        return HOME.order
    for order in get_args(Order):
        if value == order:
            known: Order = order
            return known
    raise Unanswerable(
        gettext("%(value)s is not an order: use %(values)s")
        % {"value": shown(value), "values": gettext("sort=relevance, sort=newest or sort=oldest")}
    )


def copies_from(value: str) -> Copies:
    """What is shown once, by this name; stories when there is no name."""
    if not value:
        return HOME.copies
    for copies in get_args(Copies):
        if value == copies:
            known: Copies = copies
            return known
    raise Unanswerable(
        gettext("%(value)s is not a way to show copies: use %(values)s")
        % {"value": shown(value), "values": gettext("copies=all, copies=reprints or copies=stories")}
    )


def words_from(value: str) -> WordsWanted:
    """How many of the words are wanted, by this name; as many as serve best when there is no name."""
    if not value:
        return HOME.words
    for words in get_args(WordsWanted):
        if value == words:
            known: WordsWanted = words
            return known
    raise Unanswerable(
        gettext("%(value)s is not a number of words: use %(values)s")
        % {"value": shown(value), "values": gettext("words=best, words=all or words=any")}
    )


def syntax_from(value: str) -> Syntax | None:
    """The language with this name; None when there is no name."""
    if not value:
        return None
    for syntax in get_args(Syntax):
        if value == syntax:
            known: Syntax = syntax
            return known
    names = ", ".join(f"syntax={syntax}" for syntax in get_args(Syntax))
    raise Unanswerable(
        gettext("%(value)s is not a language of queries: use %(values)s") % {"value": shown(value), "values": names}
    )


def page_from(value: str) -> int:
    """The number of a page, 1 to LAST_PAGE; 1 when there is no number."""
    if not value:
        return HOME.page
    if re.fullmatch(r"[0-9]{1,9}", value) and 1 <= int(value) <= LAST_PAGE:
        return int(value)
    raise Unanswerable(
        gettext("%(value)s is not a page: use page=1 to page=%(last)s") % {"value": shown(value), "last": LAST_PAGE}
    )


def size_from(value: str) -> int:
    """How many hits a page has; the usual number when none is given."""
    if not value:
        return HOME.size
    if re.fullmatch(r"[0-9]{1,9}", value) and 1 <= int(value) <= MOST_ON_A_PAGE:
        return int(value)
    raise Unanswerable(
        gettext("%(value)s is not a number of hits: use n=1 to n=%(last)s")
        % {"value": shown(value), "last": MOST_ON_A_PAGE}
    )


def names_from(values: list[str], kind: str) -> tuple[str, ...]:
    """The outlets or authors asked for, each once and in one order, so that one choice has one address."""
    names = tuple(sorted({value for value in values if value.strip()}))
    if len(names) > MOST_SOURCES:
        raise Unanswerable(f"this address asks for {len(names)} {kind}s: ask for {MOST_SOURCES} at most")
    if too_long := [name for name in names if len(name) > LONGEST_SOURCE]:
        raise Unanswerable(
            f"{shown(too_long[0])} is no {kind}: it is longer than {LONGEST_SOURCE} characters: use a shorter name"
        )
    return names


def chosen_from(pairs: Sequence[tuple[str, str]]) -> tuple[Chosen, ...]:
    """What is asked for beside outlets by name, each once and in one order, so that one choice has one address."""
    every = {
        Chosen(facet, None if value == NONE_KNOWN else value, is_excluded)
        for facet in get_args(FacetName)
        for is_excluded in (False, True)
        for name, value in pairs
        if name == ("not_" if is_excluded else "") + facet and value.strip()
    }
    found = {choice for choice in every if not is_name(choice)}  # names have a limit of their own
    if len(found) > MOST_SOURCES:
        raise Unanswerable(f"this address has {len(found)} choices: make {MOST_SOURCES} at most")
    if too_long := [choice.value for choice in found if choice.value and len(choice.value) > LONGEST_SOURCE]:
        raise Unanswerable(f"{shown(too_long[0])} cannot be chosen: it is longer than {LONGEST_SOURCE} characters")
    return in_order(found)


def shown(value: str) -> str:
    """A value as a message repeats it: in quotes, and cut when it is long."""
    return f"“{value}”" if len(value) <= 40 else f"“{value[:40]}…”"


def is_web_address(url: str | None) -> bool:
    """Whether an article's own address may be made a link: http and https only."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)

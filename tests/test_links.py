"""Addresses: a request makes one, and it makes the request again."""

from datetime import date
from typing import get_args
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.chosen_values import choices, choosing, with_choice, without_choice
from search.query import Copies, FacetName, Syntax, WordsWanted
from search.request import Chosen, Request
from web.beside.choice_links import ChoiceLinks
from web.links import (
    HOME,
    LAST_PAGE,
    LONGEST_SOURCE,
    MOST_ON_A_PAGE,
    MOST_SOURCES,
    Asked,
    Unanswerable,
    article_url,
    asked_by,
    beside_the_days,
    beside_the_words,
    is_web_address,
    json_url,
    query_string,
    results_url,
)

TODAY = date(2022, 11, 11)


def request_from(query: str) -> Request:
    """What an address asks for, of which nothing is read otherwise than it stands."""
    asked = asked_by(query, TODAY)
    assert asked.notes == ()
    return asked.request


text = st.text(st.characters(codec="utf-8"), max_size=60)
names = st.sets(text.filter(str.strip), max_size=4).map(lambda chosen: tuple(sorted(chosen)))
requests = st.builds(
    Request,
    typed=text,
    order=st.sampled_from(["relevance", "newest", "oldest"]),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    sources=names,
    authors=names,
    size=st.integers(1, MOST_ON_A_PAGE),
    page=st.integers(1, LAST_PAGE),
    copies=st.sampled_from(get_args(Copies)),
    words=st.sampled_from(get_args(WordsWanted)),
    syntax=st.none() | st.sampled_from(get_args(Syntax)),
)


@given(requests)
def test_reads_from_an_address_the_request_that_made_it(request: Request) -> None:
    for url in (results_url(request), json_url(request), article_url("a/b ?#", request)):
        assert request_from(url.partition("?")[2]) == request


@given(requests)
def test_writes_addresses_in_plain_ascii_without_anything_that_html_or_a_mail_would_break(request: Request) -> None:
    url = results_url(request)
    assert url.isascii()
    assert not set(url) & set(" \"'<>\\`\r\n\t")


values = st.one_of(text, st.from_regex(r"[0-9]{1,4}(-[0-9]{2}){0,2}", fullmatch=True))
parameters = st.tuples(
    st.sampled_from(
        ["q", "sort", "since", "until", "source", "author", "n", "page", "copies", "words", "syntax", "other"]
    ),
    values,
)


@given(st.lists(parameters, max_size=6))
def test_gives_whatever_it_can_read_one_address(pairs: list[tuple[str, str]]) -> None:
    try:
        request = asked_by(urlencode(pairs), TODAY).request
    except Unanswerable:
        return
    assert request_from(results_url(request).partition("?")[2]) == request


@pytest.mark.parametrize(
    ("request_", "url"),
    [
        (HOME, "/"),
        (Request(typed="peace talks"), "/?q=peace+talks"),
        (Request(typed="", order="newest"), "/?sort=newest"),
        (Request(typed="", sources=("CNN", "RT & Co")), "/?source=CNN&source=RT+%26+Co"),
        (Request(typed="a", since=date(2022, 1, 1), until=date(2022, 12, 31)), "/?q=a&since=2022&until=2022"),
        (Request(typed="a", since=date(2022, 11, 1), until=date(2022, 11, 30)), "/?q=a&since=2022-11&until=2022-11"),
        (Request(typed="a", since=date(2022, 11, 2), until=date(2022, 2, 28)), "/?q=a&since=2022-11-02&until=2022-02"),
        (Request(typed="a", copies="all"), "/?q=a&copies=all"),
        (Request(typed="a b", words="any"), "/?q=a+b&words=any"),
        (Request(typed="a b", syntax="nexis", page=2), "/?q=a+b&syntax=nexis&page=2"),
        (Request(typed="é", order="oldest", page=3), "/?q=%C3%A9&sort=oldest&page=3"),
    ],
)
def test_leaves_what_is_ordinary_out_of_an_address(request_: Request, url: str) -> None:
    assert results_url(request_) == url


@pytest.mark.parametrize(
    ("query", "request_"),
    [
        ("", HOME),
        ("q=&sort=&since=&until=&source=&page=&copies=", HOME),
        ("q=a&q=b&unknown=c", Request(typed="a")),
        ("since=2020&until=2020-02", Request("", since=date(2020, 1, 1), until=date(2020, 2, 29))),
        ("since=2022-1&until=2022%2F11", Request("", since=date(2022, 1, 1), until=date(2022, 11, 30))),
        ("since=last+week&until=yesterday", Request("", since=date(2022, 10, 30), until=date(2022, 11, 10))),
        ("since=9+Nov+2022", Request("", since=date(2022, 11, 9))),
        ("since=+2022-11-12+", Request("", since=date(2022, 11, 12))),
        ("source=RT&source=CNN&source=RT", Request("", sources=("CNN", "RT"))),
        ("q=%ED%A0%80&source=%FF", Request("���", sources=("�",))),
        ("q=%00", Request("\x00")),
    ],
)
def test_reads_addresses_that_it_would_not_write(query: str, request_: Request) -> None:
    assert request_from(query) == request_


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("page=0", "“0” is not a page: use page=1 to page=999999999"),
        ("page=abc", "“abc” is not a page: use page=1 to page=999999999"),
        ("page=-1", "“-1” is not a page: use page=1 to page=999999999"),
        ("page=9999999999", "“9999999999” is not a page: use page=1 to page=999999999"),
        ("page=99999999999", "“99999999999” is not a page: use page=1 to page=999999999"),
        ("page=%D9%A3", "“٣” is not a page: use page=1 to page=999999999"),
        ("page=1.5", "“1.5” is not a page: use page=1 to page=999999999"),
        ("sort=bogus", "“bogus” is not an order: use sort=relevance, sort=newest or sort=oldest"),
        (
            "syntax=klingon",
            "“klingon” is not a language of queries: use syntax=native, syntax=nexis, syntax=factiva, syntax=proquest, "
            "syntax=westlaw, syntax=google, syntax=lucene",
        ),
        (
            "words=some",
            "“some” is not a number of words: use words=best, words=all or words=any",
        ),
        (
            "copies=some",
            "“some” is not a way to show copies: use copies=all, copies=reprints or copies=stories",
        ),
        (
            "source=" + "x" * (LONGEST_SOURCE + 1),
            f"“{'x' * 40}…” is no source: it is longer than 200 characters: use a shorter name",
        ),
        (
            "&".join(f"source={number}" for number in range(MOST_SOURCES + 1)),
            "this address asks for 51 sources: ask for 50 at most",
        ),
        ("&".join("a=b" for _ in range(101)), "this address has more than 100 parameters: leave some out"),
    ],
)
def test_refuses_what_cannot_be_and_says_what_can(query: str, sentence: str) -> None:
    with pytest.raises(Unanswerable) as refused:
        request_from(query)
    assert str(refused.value) == sentence


HOW = "write a day as 2022-11-12, a month as 2022-11, a year as 2022, from one day to another as 2022-11-01..2022-11-12"


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        (
            "since=soon&until=0001",
            Asked(Request("", until=date(1, 12, 31)), (f"not a day: “soon”, left out; {HOW}",)),
        ),
        ("since=2022-13&until=%00", Asked(HOME, (f"not a day: “2022-13”, “\ufffd”, left out; {HOW}",))),
        ("until=" + "9" * 5000, Asked(HOME, (f"not a day: “{'9' * 40}…”, left out; {HOW}",))),
        (
            "until=11/12/2022",
            Asked(
                Request("", until=date(2022, 12, 11)),
                (
                    "“11/12/2022” may be 2022-11-12 or 2022-12-11:"
                    " either day is taken in; write a day as 2022-11-12 to mean one",
                ),
            ),
        ),
    ],
)
def test_answers_whatever_stands_for_a_day_and_says_what_it_leaves_out(query: str, asked: Asked) -> None:
    assert asked_by(query, TODAY) == asked


@given(text, text)
def test_refuses_nothing_that_stands_for_a_day(since: str, until: str) -> None:
    asked = asked_by(urlencode([("since", since), ("until", until)]), TODAY)
    assert asked.notes or bool(since.strip()) == bool(asked.request.since)


@given(requests, st.data())
def test_links_that_change_one_choice_are_those_of_the_whole_request(request: Request, data: st.DataObject) -> None:
    facet = data.draw(st.sampled_from(get_args(FacetName)))
    others = data.draw(st.lists(st.builds(Chosen, st.just(facet), st.sampled_from(["CNN", "a", None]), st.booleans())))
    request = choosing(request, (*choices(request), *others))
    value = data.draw(st.sampled_from([*(own.value for own in choices(request)), "CNN", "é & b", "", None]))
    choice = Chosen(facet, value, data.draw(st.booleans()))
    links = ChoiceLinks(request)
    assert links.own == set(choices(request))
    assert links.adding(choice) == results_url(with_choice(request, choice))
    assert links.without(choice) == results_url(without_choice(request, choice))


def test_takes_choices_and_gives_them_back_from_the_first_page() -> None:
    asked = Request(typed="a", sources=("RT",), page=4)
    cnn, not_cnn, nobody = Chosen("source", "CNN"), Chosen("source", "CNN", is_excluded=True), Chosen("author", None)
    assert with_choice(asked, cnn) == Request(typed="a", sources=("CNN", "RT"))
    assert without_choice(with_choice(asked, cnn), cnn) == Request(typed="a", sources=("RT",))
    assert with_choice(with_choice(asked, not_cnn), nobody) == Request("a", sources=("RT",), chosen=(nobody, not_cnn))
    assert with_choice(with_choice(asked, not_cnn), cnn) == Request("a", sources=("CNN", "RT"))


def test_reads_choices_from_addresses_and_writes_them_back() -> None:
    query = "q=a&source=CNN&author=%28none%29&source=%28none%29&not_author=Jane+Smith&not_source=RT"
    asked = request_from("not_source=RT&source=CNN&" + query)
    assert asked.sources == ("CNN",)
    assert asked.chosen == (
        Chosen("author", None),
        Chosen("source", None),
        Chosen("author", "Jane Smith", is_excluded=True),
        Chosen("source", "RT", is_excluded=True),
    )
    assert query_string(asked) == "?" + query
    assert request_from(query_string(asked)[1:]) == asked


def test_reads_how_many_results_a_page_has_and_how_close_they_stand() -> None:
    asked = request_from("q=a&n=50&density=compact")
    assert (asked.size, asked.density) == (50, "compact")
    assert query_string(asked) == "?q=a&density=compact&n=50"
    for number in ("0", "1001", "many"):
        with pytest.raises(Unanswerable, match="n=1 to n=1000"):
            request_from(f"n={number}")


def test_gives_each_form_the_choices_that_it_does_not_ask_for_itself() -> None:
    asked = Request("a", "newest", date(2022, 1, 1), date(2022, 11, 5), ("CNN",), page=2)
    sort, source = ("sort", "newest"), ("source", "CNN")
    assert beside_the_words(asked) == [sort, ("since", "2022"), ("until", "2022-11-05"), source]
    assert beside_the_days(asked) == [("q", "a"), sort, source]


def test_keeps_an_id_within_its_place_in_the_address() -> None:
    assert article_url("../?q=<a>#b", HOME) == "/article/..%2F%3Fq%3D%3Ca%3E%23b"


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("HTTPS://example.org", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("https:", False),
        ("http://[::1", False),
        ("", False),
        (None, False),
    ],
)
def test_takes_only_http_for_the_address_of_an_article(url: str | None, is_one: bool) -> None:
    assert is_web_address(url) is is_one

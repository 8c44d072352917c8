"""The days that an article speaks of."""

from datetime import date

from index.article import Article, Published
from search.article.days_named import DaysNamed, days_named
from search.clauses import About
from search.language.parser import parse

DAY = Published(date(2022, 11, 12), date(2022, 11, 12), "day", "stated", "2022-11-12")
BODY = "On Wednesday he spoke. It was long, on\nWednesday, after that of 9 November 2022; the war began in 2022."


def test_it_gives_each_day_once_with_the_words_that_name_it() -> None:
    wednesday = date(2022, 11, 9)
    assert days_named(Article("a", "/a", "Title", True, BODY, published=DAY)) == (
        DaysNamed(date(2022, 1, 1), date(2022, 12, 31), 1, ("2022",)),
        DaysNamed(wednesday, wednesday, 3, ("Wednesday", "9 November 2022")),
    )


def test_it_gives_only_days_that_are_known() -> None:
    assert [days.words for days in days_named(Article("a", "/a", "Title", True, BODY))] == [
        ("2022",),
        ("9 November 2022",),
    ]


def test_it_gives_a_search_for_the_days() -> None:
    first, second = days_named(Article("a", "/a", "Title", True, BODY, published=DAY))
    assert (first.search, second.search) == ("about:2022", "about:2022-11-09")
    assert parse(second.search).clause == About(second.first, second.last)

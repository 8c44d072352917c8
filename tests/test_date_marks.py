"""Where an article names the days that a query asks for."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import Article, Published
from index.timex.mentions import mentions
from search.clauses import About, Clause
from search.find import find
from search.highlight.date_marks import day_marks
from search.highlight.highlighter import Mark, marked
from search.highlight.snippet import LIMIT, snippet, tidied
from search.language.parser import parse
from search.request import Request
from tests.built_index import built
from tests.random_queries import abouts, clauses, corpora
from tests.scan_engine import ScanEngine, holds

SATURDAY = Published(date(2022, 11, 12), date(2022, 11, 12), "day", "stated", "2022-11-12")
FILLER = "Nothing of note was said there, as far as anyone who was in the room remembers it now."
BODY = (
    f"The general spoke in New York.\n\n{FILLER} {FILLER}\n\n{FILLER}\n\n"
    f"On Wednesday  he had urged\ntalks, and again on Nov.\n9. They may begin in December.\n\n{FILLER}"
)
ARTICLE = Article("talks", "/talks.txt", "A Wednesday of talks", True, BODY, published=SATURDAY)


def body_shown(typed: str, article: Article = ARTICLE) -> list[str]:
    """What is marked in the body."""
    clause = parse(typed).clause
    return [text for text, is_marked in marked(clause, article.body, "body", day_marks(clause, article)) if is_marked]


def snippet_shown(typed: str, article: Article = ARTICLE) -> str:
    """The snippet of a hit, with its marks in brackets."""
    (hit,) = find(ScanEngine([article]), Request(typed)).hits
    return "".join(f"[{text}]" if is_marked else text for text, is_marked in hit.snippet)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("about:2022-11-09", ["Wednesday", "Nov.\n9"]),
        ("about:2022-12", ["December"]),
        ("about:2022", ["Wednesday", "Nov.\n9", "December"]),
        ("about:..2022-11", ["Wednesday", "Nov.\n9"]),
        ("about:2022-11-10..", ["December"]),
        ("about:2022-11-10", []),
        ("about:2022-12-24", []),
        ("about:2022-11-09 OR about:2022-12", ["Wednesday", "Nov.\n9", "December"]),
        ("about:2022-11-09 since:2022-11-01 until:2022-11-30 talks", ["Wednesday", "talks", "Nov.\n9"]),
        ("talks -about:2022-12", ["talks"]),
        ("NOT (about:2022-11-09 OR about:2022-12)", []),
        ("about:2022-11-09 wednesday", ["Wednesday", "Nov.\n9"]),
        ('about:2022-11-09 "on wednesday he"', ["On Wednesday  he", "Nov.\n9"]),
    ],
)
def test_it_marks_the_words_that_name_the_days(typed: str, expected: list[str]) -> None:
    assert body_shown(typed) == expected


def test_it_says_which_of_the_days_that_are_asked_for_a_mark_shows() -> None:
    month, day = About(date(2022, 11, 1), date(2022, 11, 30)), About(date(2022, 11, 9), date(2022, 11, 9))
    asked = parse("about:2022-11 OR about:2022-11-09").clause
    assert day_marks(asked, ARTICLE)[0] == Mark(BODY.index("Wednesday"), BODY.index("  he"), month, (day,))


def test_it_counts_from_the_days_of_publication_that_were_worked_out() -> None:
    worked_out = Published(date(2022, 11, 12), date(2022, 11, 14), "day", "inferred", "")
    assert body_shown("about:2022-11-09", replace(ARTICLE, published=worked_out)) == ["Wednesday", "Nov.\n9"]
    # Published on 16 November, it would speak of that day.
    longer = replace(worked_out, last=date(2022, 11, 16))
    assert body_shown("about:2022-11-09", replace(ARTICLE, published=longer)) == ["Nov.\n9"]
    assert body_shown("about:2022-11-09..2022-11-16", replace(ARTICLE, published=longer)) == ["Wednesday", "Nov.\n9"]
    assert body_shown("about:2022-11-09", replace(ARTICLE, published=None)) == []


def test_a_snippet_is_chosen_around_the_sentence_that_names_the_day() -> None:
    assert snippet_shown("about:2022-11-09").startswith("On [Wednesday] he had urged talks, and again on [Nov. 9].")


def test_a_snippet_shows_the_day_beside_words_that_stand_elsewhere() -> None:
    shown = snippet_shown("general about:2022-12")
    assert shown.startswith("The [general] spoke in New York.")
    assert "They may begin in [December]." in shown


def test_a_snippet_shows_no_day_that_is_not_wanted() -> None:
    assert snippet_shown("general -about:2021").startswith("The [general] spoke")
    assert "[Wednesday]" not in snippet_shown("about:2022-12")


def test_it_marks_the_article_of_a_story_that_names_the_day() -> None:
    other = replace(ARTICLE, id="other", title="Talks, talks", body="On Thursday, talks went on.", story="talks")
    news = ScanEngine([replace(ARTICLE, story="talks"), other])
    (hit,) = find(news, Request("about:2022-11-10 talks")).hits
    assert (hit.id, hit.tellers, hit.snippet[:2]) == ("other", 2, (("On ", False), ("Thursday", True)))


@given(corpora(), abouts)
def test_what_is_marked_is_exactly_what_names_the_days(articles: list[Article], days: About) -> None:
    for article in articles:
        named = [
            article.body[mention.start : mention.end]
            for mention in mentions(article.body, article.published)
            if (days.first or date.min) <= mention.first and mention.last <= (days.last or date.max)
        ]
        found = marked(days, article.body, "body", day_marks(days, article))
        assert [text for text, is_marked in found if is_marked] == named
        assert bool(named) == holds(days, article)


NAMES = st.sampled_from(
    ["Nov. 9", "on  Wednesday", "last\nweek", "9\u00a0November 2022", "talks", "So it goes.", "9/11"]
)
GAPS = st.sampled_from([" ", "  ", "\n", " \n \n ", "\n\n\n", "\t", "\u2028", "\x1c", ". "])
SPACED = st.lists(st.tuples(GAPS, NAMES), max_size=30).map(lambda parts: "".join(gap + name for gap, name in parts))


@given(SPACED, st.integers(0, 20))
def test_a_snippet_marks_what_the_body_marks_however_it_is_spaced(body: str, later: int) -> None:
    day = date(2022, 11, 1) + timedelta(later)
    article = replace(ARTICLE, body=body, published=Published(day, day, "day", "stated", ""))
    days = About(date(2022, 11, 1), date(2022, 11, 30))
    in_body = [" ".join(body[mark.start : mark.end].split()) for mark in day_marks(days, article)]
    shown = snippet(days, body, day_marks(days, article))
    in_snippet = [text for text, is_marked in shown if is_marked]
    assert bool(in_snippet) == bool(in_body)
    assert " | ".join(in_snippet) in " | ".join(in_body)
    if len(tidied(body)) < LIMIT // 2 and "\n" not in tidied(body):
        assert in_snippet == in_body


@pytest.mark.parametrize("is_cut", [False, True], ids=["in one segment", "in three segments"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(articles=corpora(), clause=clauses, days=abouts)
def test_an_index_shows_what_the_plainest_engine_shows(
    tmp_path_factory: pytest.TempPathFactory, is_cut: bool, articles: list[Article], clause: Clause, days: About
) -> None:
    folder: Path = tmp_path_factory.mktemp("index")
    step = 3 if is_cut else 100
    batches = [articles[start : start + step] for start in range(0, len(articles) or 1, step)]
    engine, plainest = built(folder, batches), ScanEngine(articles)
    for article in articles:
        (stored,) = engine.fetch([article.id])
        assert day_marks(days, stored) == day_marks(days, article)
        assert day_marks(clause, stored) == day_marks(clause, plainest.fetch([article.id])[0])

"""Dates in figures that other articles of their outlet settle, from the build to the answer."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.annotations import NumericOrder
from index.article import Article
from index.build import rebuild_index, update_index
from index.build_plan import BuildOptions
from index.publication_date.numeric_dates import ORDERS
from index.stories.numeric_date_order import orders_of_outlets
from index.verify import wrong_files
from search.clauses import About, Between, Clause, Everything
from search.engine import Engine
from search.highlight.date_marks import day_marks
from search.query import Query
from search.snapshots import open_engine

TEXT = "The ferry to the island stopped on Tuesday. Its owners said on Monday that they have no crew for it."


def write(folder: Path, number: int, published: str, source: str = "The Example") -> Path:
    """A file with one article."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{number}.json"
    fields = {"title": f"Ferry {number}", "text": f"{TEXT} It was number {number}.", "date": published}
    path.write_text(json.dumps({**fields, "source": source}), "utf-8")
    return path


def updated(folder: Path) -> Engine:
    """What an index answers after an update; a folder without files is meant to be empty."""
    update_index([folder], folder.parent / "index", 1, lambda done, todo: None, BuildOptions(prunes=True))
    return open_engine(str(folder.parent / "index"))


def matching(engine: Engine, clause: Clause) -> list[Article]:
    """The articles that match, in the order of their names."""
    ids = [candidate.id for candidate in engine.match(Query(clause), 100).candidates]
    return sorted(engine.fetch(ids), key=lambda article: article.path)


def days(engine: Engine) -> dict[str, str]:
    """The days of all articles, by the names of their files."""
    return {
        Path(article.path).stem: f"{article.published.first}..{article.published.last}"
        for article in matching(engine, Everything())
        if article.published
    }


MARCH_OR_APRIL, APRIL = "2022-03-04..2022-04-03", "2022-04-03..2022-04-03"


def test_an_outlet_that_writes_the_day_first_settles_its_open_dates(tmp_path: Path) -> None:
    news = tmp_path / "news"
    write(news, 1, "03/04/2022")
    write(news, 2, "13/04/2022")
    write(news, 3, "03/04/2022", source="Another")
    assert days(updated(news))["1"] == MARCH_OR_APRIL  # one witness is not enough
    write(news, 4, "24/12/2021")
    engine = updated(news)
    assert days(engine) == {
        "1": APRIL,
        "2": "2022-04-13..2022-04-13",
        "3": MARCH_OR_APRIL,
        "4": "2021-12-24..2021-12-24",
    }
    article = matching(engine, Everything())[0]
    assert article.published is not None
    assert (article.published.how, article.published.evidence) == (
        "stated",
        "03/04/2022, day first as elsewhere in The Example",
    )
    assert wrong_files(tmp_path / "index") == []


def test_searches_go_by_the_day_that_was_settled(tmp_path: Path) -> None:
    news = tmp_path / "news"
    write(news, 1, "03/04/2022")
    updated(news)
    for number, day in enumerate(("04/13/2022", "04/14/2022"), 2):
        write(news, number, day)
    engine = updated(news)
    march_4, march_1 = Between(date(2022, 3, 4), date(2022, 3, 4)), date(2022, 3, 1)
    assert [article.title for article in matching(engine, march_4)] == ["Ferry 1"]
    assert matching(engine, Between(date(2022, 3, 5), date(2022, 4, 12))) == []
    tuesday = About(march_1, march_1)
    (found,) = matching(engine, tuesday)
    assert [found.body[mark.start : mark.end] for mark in day_marks(tuesday, found)] == ["Tuesday"]


def test_they_are_open_again_when_the_others_leave(tmp_path: Path) -> None:
    news = tmp_path / "news"
    write(news, 1, "03/04/2022")
    witness = [write(news, number, f"{number + 20}/04/2022") for number in (2, 3)]
    engine = updated(news)
    assert days(engine)["1"] == APRIL
    assert len(matching(engine, About(date(2022, 3, 29), date(2022, 3, 29)))) == 1
    witness[0].unlink()
    engine = updated(news)
    assert days(engine)["1"] == MARCH_OR_APRIL
    assert matching(engine, About(date(2022, 3, 29), date(2022, 3, 29))) == []


def test_an_article_that_is_written_anew_keeps_its_day_and_the_days_that_it_names(tmp_path: Path) -> None:
    news = tmp_path / "news"
    first = write(news, 1, "03/04/2022")
    for number in (2, 3):
        write(news, number, f"{number + 20}/04/2022")
    updated(news)
    first.write_text(first.read_text("utf-8").replace("no crew", "no crew at all"), "utf-8")
    named = About(date(2022, 3, 29), date(2022, 3, 29))
    assert [article.title for article in matching(updated(news), named)] == ["Ferry 1"]
    rebuild_index([news], tmp_path / "index", 1, lambda done, todo: None)
    assert [article.title for article in matching(open_engine(str(tmp_path / "index")), named)] == ["Ferry 1"]


@pytest.mark.parametrize(
    ("witnesses", "order"),
    [
        ((0, 0), None),
        ((1, 0), None),
        ((2, 0), "day first"),
        ((0, 2), "month first"),
        ((2, 1), None),
        ((10, 1), "day first"),
        ((9, 1), None),
        ((1, 10), "month first"),
        ((2, 2), None),
    ],
)
def test_it_takes_two_that_agree_and_few_against(witnesses: tuple[int, int], order: NumericOrder | None) -> None:
    rows = [(7, 0), *[(7, 1)] * witnesses[0], *[(7, 2)] * witnesses[1], *[(8, 1)] * 5, (9, 0), *[(9, 2)] * 3]
    outlets, orders = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    found = orders_of_outlets(outlets, orders)
    assert (found.pop(9), found) == (ORDERS[2], {7: order} if order else {})


FEBRUARY = date(2022, 2, 7)
FIGURES = st.builds(
    lambda count, is_day_first: (FEBRUARY + timedelta(count)).strftime("%d/%m/%Y" if is_day_first else "%m/%d/%Y"),
    st.integers(0, 30),
    st.sampled_from([True] * 9 + [False]),
)
WRITTEN = st.tuples(st.integers(0, 7), st.sampled_from(["One", "One", "One", "Two"]), FIGURES)
REMOVED = st.tuples(st.integers(0, 7), st.just("One"), st.none())
ARRIVALS = st.tuples(
    st.lists(WRITTEN, min_size=5, max_size=10),
    st.lists(WRITTEN | REMOVED, max_size=4),
    st.lists(REMOVED, max_size=4),
)
"""What is written or, where there are no figures, removed before each update: its number, outlet and date."""


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARRIVALS)
def test_what_comes_bit_by_bit_is_settled_as_what_comes_at_once(
    tmp_path_factory: pytest.TempPathFactory, arrivals: Sequence[Sequence[tuple[int, str, str | None]]]
) -> None:
    news = tmp_path_factory.mktemp("arrivals") / "news"
    news.mkdir()
    bit_by_bit = updated(news)
    for step, arrival in enumerate(arrivals):
        for number, source, figures in arrival:
            if figures is None:
                (news / f"{number}.json").unlink(missing_ok=True)
            else:
                write(news, number, figures + " " * step, source)  # of another size each time, so that it is read
        bit_by_bit = updated(news)
    update_index([news], news.parent / "at once", 1, lambda done, todo: None)
    at_once = open_engine(str(news.parent / "at once"))
    published = [article.published for article in matching(at_once, Everything())]
    assert [article.published for article in matching(bit_by_bit, Everything())] == published
    for count in range(0, 70, 5):
        week = About(FEBRUARY + timedelta(count - 5), FEBRUARY + timedelta(count))
        named = [article.id for article in matching(at_once, Everything()) if day_marks(week, article)]
        assert [article.id for article in matching(at_once, week)] == named
        assert [article.id for article in matching(bit_by_bit, week)] == named

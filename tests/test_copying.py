"""Who copied from whom, and what was kept, added and dropped."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, How, Published
from index.build import update_index
from search.article.copying import CopiedText, came_first, copied_texts, stated_hour
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine

DAM = "The river broke its dam on Monday night and flooded the lower town."
BOATS = "Firemen rowed forty families from Mill Lane to the school by lantern light."
MAYOR = "Mayor Ilse Brandt asked the province for pumps and blankets before dawn."
BAKERY = "Two bakeries in Chandler Street gave away bread until the ovens went cold."


def published(day: int, evidence: str = "", how: How = "stated") -> Published:
    """A day of November 2022, as these words show it."""
    when = date(2022, 11, day)
    return Published(when, when, "day", how, evidence or when.isoformat())


def article(id: str, when: Published | None, *sentences: str, source: str | None = None) -> Article:
    """An article of these sentences; all are made from one text."""
    body = " ".join(sentences)
    return Article(id, f"/{id}.txt", "Flood", True, body, source=source, published=when, story="a", family="a")


def test_it_tells_what_a_copy_kept_added_and_dropped_of_the_text_before_it() -> None:
    first = article("a", published(7), DAM, BOATS, MAYOR)
    copy = article("b", published(8), DAM, BOATS, BAKERY)
    assert copied_texts([copy, first]) == (CopiedText("b", "a", (DAM, BOATS), (BAKERY,), (MAYOR,)),)


def test_the_source_is_that_of_the_earlier_ones_with_most_in_common() -> None:
    first = article("a", published(7), DAM, BOATS, MAYOR)
    second = article("b", published(8), DAM, BOATS, BAKERY)
    third = article("c", published(9), DAM, BOATS, BAKERY)
    assert [(each.id, each.source) for each in copied_texts([third, second, first])] == [("c", "b"), ("b", "a")]


def test_of_two_that_have_as_much_the_first_is_the_source() -> None:
    same = [article(id, published(day), DAM, BOATS) for id, day in (("c", 9), ("b", 8), ("a", 7))]
    assert [(each.id, each.source) for each in copied_texts(same)] == [("c", "a"), ("b", "a")]


@pytest.mark.parametrize(
    "later",
    [
        article("b", None, DAM, BOATS),
        article("b", published(7), DAM, BOATS),
        article("b", published(9, how="inferred"), DAM, BOATS),
        article("b", published(9), DAM, BAKERY),
        replace(article("b", published(9), DAM, BOATS), family="b"),
        replace(article("b", published(9), DAM, BOATS), family=None),
    ],
    ids=["undated", "same day", "inferred", "one sentence", "another text", "no text"],
)
def test_it_claims_nothing_that_dates_and_texts_do_not_show(later: Article) -> None:
    assert copied_texts([article("a", published(7), DAM, BOATS), later]) == ()


HOURS = [
    ("2022-11-07T10:53:00Z", "2022-11-07 10:53:00+00:00"),
    ("11 Nov, 2022 10:53", "2022-11-07 10:53:00"),
    ("Nov 7, 2022 at 1: 00pm EST".replace(": ", ":"), "2022-11-07 13:00:00-05:00"),
    ("7 Nov 2022, 12:05 a.m.", "2022-11-07 00:05:00"),
    ("4 October 2013, 18:07 (GMT+05:00)", "2022-11-07 18:07:00+05:00"),
    ("2022-11-07T08:15:30.250+0530", "2022-11-07 08:15:00+05:30"),
    ("Monday 20.15 CET", "2022-11-07 20:15:00+01:00"),
    ("12 Nov 2011 09:56 IST", "2022-11-07 09:56:00"),
    ("Published 10:00, read 11:30", "None"),
    ("Updated: November 11, 2011 20:09", "None"),
    ("7 November 2022", "None"),
    ("at 13:10 pm", "None"),
    ("08.11.2022", "None"),
    ("10:53 +99:00", "2022-11-07 10:53:00"),
]


@pytest.mark.parametrize(("evidence", "hour"), HOURS)
def test_it_reads_the_hour_that_a_date_states(evidence: str, hour: str) -> None:
    assert str(stated_hour(published(7, evidence))) == hour


@pytest.mark.parametrize(
    ("one", "other", "is_one_outlet", "came"),
    [
        ("10:00", "11:00", True, True),
        ("11:00", "10:00", True, False),
        ("10:00", "11:00", False, False),
        ("10:00 EST", "11:00 GMT", False, False),
        ("10:00 GMT", "09:00 EST", False, True),
        ("10:00 GMT", "11:00", False, False),
        ("10:00 GMT", "11:00", True, True),
        ("", "11:00", True, False),
    ],
)
def test_on_one_day_the_hour_tells_which_came_first(one: str, other: str, is_one_outlet: bool, came: bool) -> None:
    sources = ("Daily", "Daily" if is_one_outlet else "Weekly")
    first, second = (
        article(id, published(7, hour), DAM, source=source)
        for id, hour, source in zip("ab", (one, other), sources, strict=True)
    )
    assert came_first(first, second) == came


WHEN = st.builds(
    published,
    st.integers(7, 9),
    st.sampled_from(["", "10:00", "09:30 GMT", "9:00 EST"]),
    st.sampled_from(["stated", "inferred"]),
)


@given(WHEN, WHEN, st.sampled_from([None, "Daily"]), st.sampled_from([None, "Daily"]))
def test_of_two_at_most_one_came_first(one: Published, other: Published, source: str | None, its: str | None) -> None:
    first, second = article("a", one, DAM, source=source), article("b", other, DAM, source=its)
    assert not (came_first(first, second) and came_first(second, first))
    assert not came_first(first, first)


def test_the_seeds_have_two_texts_and_their_dates_show_no_copy_of_a_later_one(tmp_path: Path) -> None:
    update_index([Path(__file__).parent.parent / "seeds"], tmp_path, 1, lambda done, todo: None)
    engine = open_engine(str(tmp_path))
    seeds = engine.fetch([each.id for each in engine.match(Query(Everything()), 9).candidates])
    assert len({seed.family for seed in seeds}) == 2
    days = {seed.id: seed.published.first for seed in seeds if seed.published}
    assert all(days[each.source] < days[each.id] for each in copied_texts(seeds))

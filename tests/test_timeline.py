"""When matches were published, in bars."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.article import How
from search.engine import Dating
from search.timeline import Bar, stretches, timeline

DAY = date(2022, 11, 14)


def dating(first: date, days: int = 1, how: How = "stated") -> Dating:
    """A date of so many days."""
    return Dating(first, first + timedelta(days=days - 1), how)


def test_it_chooses_the_unit_by_the_span() -> None:
    for days, unit in (
        (1, "day"),
        (31, "day"),
        (32, "week"),
        (280, "week"),
        (281, "month"),
        (1488, "month"),
        (1489, "year"),
    ):
        assert timeline({dating(DAY): 1, dating(DAY + timedelta(days=days - 1)): 1}).unit == unit
    assert timeline({dating(date(1850, 1, 1)): 1, dating(DAY): 1}).unit == "decade"
    assert timeline({dating(date(1, 1, 1)): 1, dating(date(9999, 12, 31)): 1}).bars[-1].last == date(9999, 12, 31)


def test_it_reaches_to_a_handful_that_are_only_inferred() -> None:
    inferred = dating(DAY + timedelta(days=9), 3, "inferred")
    vague = dating(DAY - timedelta(days=300), 90, "inferred")
    few = timeline({dating(DAY): 2, inferred: 1, vague: 1})
    assert (few.bars[0].first, few.bars[-1].last, few.before, few.after) == (DAY, inferred.last, 1, 0)
    many = timeline({dating(DAY): 200, inferred: 1})
    assert (many.bars[-1].last, many.after) == (DAY, 1)


def test_it_tells_what_is_sure_from_what_is_not() -> None:
    found = timeline({dating(DAY): 3, dating(DAY, 2, "inferred"): 2, dating(DAY + timedelta(days=1)): 1})
    assert found.bars == (Bar(DAY, DAY, 5, 3), Bar(DAY + timedelta(days=1), DAY + timedelta(days=1), 3, 1))
    assert (found.dated, found.inexact) == (6, 2)


def test_it_is_not_drawn_out_by_what_is_known_only_to_a_year() -> None:
    year = Dating(date(2022, 1, 1), date(2022, 12, 31), "stated")
    found = timeline({dating(DAY): 3, year: 1})
    assert found.bars == (Bar(DAY, DAY, 4, 3),)
    assert timeline({year: 1}).unit == "month"


def test_it_is_not_drawn_out_by_a_few_articles_from_other_times() -> None:
    many = {dating(DAY + timedelta(days=days)): 50 for days in range(10)}
    found = timeline({**many, dating(date(1999, 1, 1)): 2, dating(date(2023, 12, 1)): 3})
    assert (found.unit, len(found.bars), found.before, found.after, found.dated) == ("day", 10, 2, 3, 500)


def test_it_shows_only_the_days_that_are_asked_for() -> None:
    found = timeline({dating(DAY): 3, dating(date(2021, 1, 1)): 1}, date(2022, 11, 1), date(2022, 11, 30))
    assert [(bar.first, bar.count) for bar in found.bars if bar.count] == [(DAY, 3)]
    assert (len(found.bars), found.dated) == (30, 3)


def test_it_has_no_bars_where_nothing_is_dated() -> None:
    assert timeline({}).bars == ()


days = st.dates(date(2015, 1, 1), date(2024, 12, 31))
datings = st.builds(dating, days, st.integers(1, 400), st.sampled_from(["stated", "inferred", "url"]))


@given(st.dictionaries(datings, st.integers(1, 9), min_size=1), st.none() | days, st.none() | days)
def test_it_counts_in_each_bar_all_that_may_be_of_its_days(
    counts: dict[Dating, int], since: date | None, until: date | None
) -> None:
    if since and until and since > until:
        since, until = until, since
    found = timeline(counts, since, until)
    for bar in found.bars:
        within = [count for own, count in counts.items() if own.first <= bar.last and bar.first <= own.last]
        assert bar.count == sum(within) >= bar.sure
    assert len(found.bars) <= 61
    for bar, after in pairwise(found.bars):
        assert after.first == bar.last + timedelta(days=1)


@given(st.sampled_from(["day", "week", "month", "year", "decade"]), days, st.integers(0, 900))
def test_it_covers_all_days_once(unit: str, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = list(stretches(unit, first, last))  # type: ignore[arg-type]
    assert found[0][0] <= first
    assert last <= found[-1][1]
    assert all(before[1] + timedelta(days=1) == after[0] for before, after in pairwise(found))

"""Days as databases and programs keep them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.publication_date.date_objects import stamp_of
from index.publication_date.metadata_dates import stated_by

SECONDS = 1615115100


@pytest.mark.parametrize(
    "value",
    [
        {"$date": {"$numberLong": f"{SECONDS}000"}},
        {"$date": "2021-03-07T11:05:00Z"},
        {"$timestamp": {"t": SECONDS, "i": 1}},
        {"seconds": SECONDS, "nanoseconds": 0},
        {"_seconds": SECONDS, "_nanoseconds": 0},
        {"epochSecond": SECONDS, "nano": 0},
        {"date": "2021-03-07 11:05:00.000000", "timezone_type": 3, "timezone": "UTC"},
        {"year": 2021, "month": 3, "day": 7},
        {"year": 2021, "month": "MARCH", "monthValue": 3, "dayOfMonth": 7, "hour": 11},
        {"year": "2021", "month": "March", "day": "7"},
        {"year": {"$numberInt": "2021"}, "month": {"$numberInt": "3"}, "day": {"$numberInt": "7"}},
        {"date-parts": [[2021, 3, 7]]},
        {"@value": "2021-03-07"},
        [2021, 3, 7, 11, 5],
        ["2021-03-07", "2021-03-09"],
        f"/Date({SECONDS}000)/",
        f"\\/Date({SECONDS}000+0100)\\/",
        f"new Date({SECONDS}000)",
        'ISODate("2021-03-07T11:05:00Z")',
        "datetime.datetime(2021, 3, 7, 11, 5)",
        "Timestamp('2021-03-07 11:05:00', tz='UTC')",
        "['2021-03-07']",
        "#2021-03-07#",
        "'2021-03-07",
        "D:20210307110500+01'00'",
    ],
)
def test_it_finds_the_day_in_an_object(value: object) -> None:
    published = stated_by(value)
    assert published is not None
    assert (published.first, published.last, published.precision) == (date(2021, 3, 7), date(2021, 3, 7), "day")


def test_an_object_may_know_only_the_month_or_the_year() -> None:
    month, year = stated_by({"year": 2021, "month": 3}), stated_by({"year": 2021, "month": None})
    assert month is not None
    assert (month.first, month.last, month.precision) == (date(2021, 3, 1), date(2021, 3, 31), "month")
    assert year is not None
    assert (year.first, year.precision) == (date(2021, 1, 1), "year")


@pytest.mark.parametrize(
    "value",
    [{}, [], [[]], {"year": "soon"}, {"month": 3, "day": 7}, True, {"$date": True}, [7, 3, 2021], {"a": SECONDS}],
)
def test_what_keeps_no_day_states_none(value: object) -> None:
    assert stated_by(value) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["$date", "year", "month", "day", "seconds", "t", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_value_is_a_stamp_or_none(value: object) -> None:
    assert isinstance(stamp_of(value), str | int | float | None)
    published = stated_by(value)
    assert published is None or published.first <= published.last

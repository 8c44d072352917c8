"""Days as numbers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.front_matter.publication_years import LAST_YEAR
from index.front_matter.written_dates import Days
from index.publication_date.metadata_dates import stated_by
from index.publication_date.number_stamps import SERIAL_ZERO, days_in_number

MARCH_7 = Days(date(2021, 3, 7), date(2021, 3, 7), "day")


@pytest.mark.parametrize(
    "written",
    [
        *("20210307", "2021030722", "202103072205", "20210307220559", "20210307220559123", "20210307_2205"),
        *("20210307-220559", "20210307T2205Z", "20210307 22:05", "20210307 UTC", "2021030722055"),
    ],
)
def test_digits_that_begin_with_a_day_are_that_day(written: str) -> None:
    assert days_in_number(written) == (MARCH_7, written)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("1615156800", "seconds"),
        ("1615156800,5", "seconds"),
        ("1615156800.25", "seconds"),
        ("1615156800 s", "seconds"),
        ("1615156800123", "milliseconds"),
        ("1615156800123456", "microseconds"),
        ("1615156800123456789", "nanoseconds"),
    ],
)
def test_the_size_of_a_count_tells_what_is_counted(written: str, unit: str) -> None:
    digits = written.split(" ")[0].split(",")[0].split(".")[0]
    assert days_in_number(written) == (
        Days(date(2021, 3, 7), date(2021, 3, 7), "day"),
        f"{digits} ({unit} since 1970, UTC)",
    )


def test_a_second_is_not_the_year_with_which_its_figures_begin() -> None:
    assert days_in_number("1612011234") == (
        Days(date(2021, 1, 30), date(2021, 1, 30), "day"),
        "1612011234 (seconds since 1970, UTC)",
    )


@pytest.mark.parametrize("written", ["44262", "44262.92", "44262,92"])
def test_spreadsheets_count_days(written: str) -> None:
    assert days_in_number(written) == (MARCH_7, f"{written} (days since 1899-12-30, as in spreadsheets)")


def test_six_figures_are_a_month() -> None:
    assert days_in_number("202102") == (Days(date(2021, 2, 1), date(2021, 2, 28), "month"), "202102")
    assert days_in_number("202112") == (Days(date(2021, 12, 1), date(2021, 12, 31), "month"), "202112")


@pytest.mark.parametrize("written", ["7", "1234", "12345", "1234567", "16151568001", "20211307", "1e9", "", "99999"])
def test_other_numbers_state_no_day(written: str) -> None:
    found = days_in_number(written)
    assert found is None or stated_by(written) is None


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(LAST_YEAR, 12, 31), timezones=st.just(UTC)),
    st.sampled_from([0, 3, 6, 9]),
)
def test_it_reads_back_every_count(moment: datetime, places: int) -> None:
    seconds = (moment.replace(microsecond=0) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)
    published = stated_by(seconds * 10**places)
    assert published is not None
    assert (published.first, published.last) == (moment.date(), moment.date())


@given(st.datetimes(datetime(1900, 1, 1), datetime(LAST_YEAR, 12, 31)), st.sampled_from(["", "%H", "%H%M", "%H%M%S"]))
def test_it_reads_back_every_stamp_of_figures(moment: datetime, clock: str) -> None:
    published = stated_by(int(moment.strftime(f"%Y%m%d{clock}")))
    assert published is not None
    assert (published.first, published.last) == (moment.date(), moment.date())


@given(st.dates(date(1950, 1, 1), date(LAST_YEAR, 12, 31)))
def test_it_reads_back_every_day_of_a_spreadsheet(day: date) -> None:
    published = stated_by((day - SERIAL_ZERO).days + 0.5)
    assert published is not None
    assert (published.first, published.last) == (day, day)

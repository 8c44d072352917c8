"""What one typed word, phrase or value asks for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.terms import COMMON_WORDS, days_written, is_common

DAYS = [
    ("2022", ("2022-01-01", "2022-12-31")),
    ("2022-11", ("2022-11-01", "2022-11-30")),
    ("2024/02", ("2024-02-01", "2024-02-29")),
    ("2022.1.5", ("2022-01-05", "2022-01-05")),
    ("0001", ("0001-01-01", "0001-12-31")),
    ("9999-12", ("9999-12-01", "9999-12-31")),
    *((text, None) for text in ("", "0000", "2022-00", "2022-13", "2022-02-30", "2022-11-00", "2022-11/12")),
    *((text, None) for text in ("22", "20221", "2022-", "2022-11-", "2022-11-123", "٢٠٢٢", "2022-11-12\n", " 2022")),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_it_reads_days(text: str, expected: tuple[str, str] | None) -> None:
    assert days_written(text) == (expected and (date.fromisoformat(expected[0]), date.fromisoformat(expected[1])))


@given(st.dates())
def test_it_reads_every_day_as_itself_and_within_its_month_and_year(day: date) -> None:
    assert days_written(day.isoformat()) == (day, day)
    for part in (day.isoformat()[:7], day.isoformat()[:4]):
        days = days_written(part)
        assert days is not None
        assert days[0] <= day <= days[1]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("the", True), ("The", True), ("it’s", True), ("A", True), ("IT", False), ("WITH", False), ("us", False)],
)
def test_it_knows_common_words(typed: str, expected: bool) -> None:
    assert is_common(typed) is expected


def test_its_common_words_are_forms() -> None:
    assert all(is_common(word) for word in COMMON_WORDS)

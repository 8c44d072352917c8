"""The calendar of Iran."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from index.front_matter.solar_calendar import FIRST_YEAR, LAST_YEAR, day_of_persian, is_leap
from index.front_matter.written_dates import dates_in


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ((1304, 1, 1), date(1925, 3, 21)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1375, 12, 30), date(1997, 3, 20)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1401, 8, 20), date(2022, 11, 11)),
        ((1404, 1, 1), date(2025, 3, 21)),
    ],
)
def test_it_knows_days_of_history(written: tuple[int, int, int], ours: date) -> None:
    assert day_of_persian(*written) == ours


def test_each_day_follows_the_one_before() -> None:
    days = [
        day
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for month in range(1, 13)
        for number in range(1, 32)
        if (day := day_of_persian(year, month, number))
    ]
    assert all(later - day == timedelta(days=1) for day, later in pairwise(days))
    assert [year for year in range(1390, 1410) if is_leap(year)] == [1391, 1395, 1399, 1403, 1408]


@pytest.mark.parametrize("written", [(1401, 12, 30), (1401, 13, 1), (1401, 7, 31), (1401, 0, 1), (1200, 1, 1)])
def test_there_is_no_such_day(written: tuple[int, int, int]) -> None:
    assert day_of_persian(*written) is None


@pytest.mark.parametrize("line", ["جمعه ۲۰ آبان ۱۴۰۱", "20 آبان ماه 1401", "1401/08/20 - 10:53", "تاریخ: ۱۴۰۱/۸/۲۰"])
def test_it_is_read_where_it_is_written(line: str) -> None:
    assert [written.days.first for written in dates_in(line)] == [date(2022, 11, 11)]


def test_figures_in_another_text_are_no_day_of_it() -> None:
    assert dates_in("The invoice has the number 1401/08/20 and nobody has paid it.") == []

"""The names of the months."""

from datetime import date

import pytest

from index.front_matter.written_dates import dates_in
from index.lexicon.months import MONTH_NAMES, month_number, month_pattern


@pytest.mark.parametrize("months", MONTH_NAMES, ids=lambda months: months.language)
def test_each_language_has_twelve_months_and_is_needed_for_its_example(months: object) -> None:
    (row,) = (each for each in MONTH_NAMES if each is months)
    others = {name for each in MONTH_NAMES if each is not row for names in each.names for name in names}
    assert len(row.names) == 12
    assert [written.days.first.year for written in dates_in(row.example)] == [2022]
    assert not any(name in row.example.lower().split() for name in others)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("1er mars 2022", date(2022, 3, 1)),
        ("1º de março de 2022", date(2022, 3, 1)),
        ("6 de mayo del 2022", date(2022, 5, 6)),
        ("04 de mayo 2022, 12:00 A. M.", date(2022, 5, 4)),
        ("mayo 11, 2022", date(2022, 5, 11)),
        ("12 Août 2022", date(2022, 8, 12)),
        ("12 AOÛT 2022", date(2022, 8, 12)),
        ("12 aout 2022", date(2022, 8, 12)),
        ("12. MÄRZ 2022", date(2022, 3, 12)),
        ("12. Jänner 2022", date(2022, 1, 12)),
        ("12 Maerz 2022", date(2022, 3, 12)),
        ("3 févr. 2022", date(2022, 2, 3)),
        ("11-ноябрь, 2022-жыл", date(2022, 11, 11)),
        ("2022-жылы 11-ноябрь", date(2022, 11, 11)),
        ("11 noyabr 2022-yil", date(2022, 11, 11)),
        ("11 ta’ Novembru 2022", date(2022, 11, 11)),
        ("၂၀၂၂ ခုနှစ် နိုဝင်ဘာ ၁၁", date(2022, 11, 11)),
        ("19 Febbraio 2020 12:02", date(2020, 2, 19)),
    ],
)
def test_days_are_read_in_other_languages(line: str, day: date) -> None:
    assert [written.days.first for written in dates_in(line)] == [day]


@pytest.mark.parametrize(
    "line",
    [
        "Mission to Mars 2022",
        "2 out 2022",
        "3 set 2022",
        "3 years ago 2022",
        "next gen 2022",
        "12 mayonnaise 2022",
        "31 febrero 2022",
    ],
)
def test_what_only_resembles_a_month_is_none(line: str) -> None:
    assert dates_in(line) == []


def test_it_numbers_the_months() -> None:
    assert [month_number(name) for name in ("Jan.", "FÉVRIER", "marzo", "Sept", "dez")] == [1, 2, 3, 9, 12]


def test_a_pattern_of_one_language_has_no_other_names() -> None:
    assert "octobre" in month_pattern(MONTH_NAMES)
    assert "octobre" not in month_pattern(MONTH_NAMES[:2])

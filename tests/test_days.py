"""The grammar of days: read as people type them, and written so that they read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.clauses import About, Between, Or
from search.language.days import (
    FIGURE_FORMS,
    FIGURES,
    DayRange,
    bound_asked,
    days_asked,
    days_read,
    days_said,
    days_written,
    first_written,
    last_written,
)
from search.language.messages import Notes

TODAY = date(2022, 11, 11)
"""A Friday."""


def read(typed: str, today: date | None = TODAY) -> str:
    """The days in canonical form, and what is noted; two ranges that figures may mean are joined by a bar."""
    notes = Notes()
    days = " | ".join(days_written(days) for days in days_read(typed, today, notes))
    return "; ".join([days, *notes.sentences()])


IN_FIGURES = [
    ("2022", "2022"),
    ("2022-11", "2022-11"),
    ("2022-1", "2022-01"),
    ("2022/11", "2022-11"),
    ("2022.1.5", "2022-01-05"),
    ("2024/02", "2024-02"),
    ("2022-11-12T10:53:00Z", "2022-11-12"),
    ("2022-11-12T10:53:00.000+02:00", "2022-11-12"),
    ("11/2022", "2022-11"),
    ("0001", "0001"),
    ("9999-12", "9999-12"),
    (" 2022-11-12,", "2022-11-12"),
    ("13/11/2022", "2022-11-13"),
    ("11/13/2022", "2022-11-13"),
    ("11-13-2022", "2022-11-13"),
    ("13.11.22", "2022-11-13"),
    ("11/11/22", "2022-11-11"),
    ("3.4.2022", "2022-04-03"),
    *((typed, "") for typed in ("", "0000", "2022-00", "2022-13", "2022-02-30", "2022-11-00", "2022-11/12")),
    *(
        (typed, "")
        for typed in ("22", "20221", "2022-", "2022-11-", "2022-11-123", "٢٠٢٢", "-", "..", "13-11-22", "31/31/2022")
    ),
    ("2022-11-09..2022-11-15", "2022-11-09..2022-11-15"),
    ("2022-11-01 … 2022-11", "2022-11"),
    ("2022-11-09 to 2022-11-15", "2022-11-09..2022-11-15"),
    ("2022-11-09 – 2023", "2022-11-09..2023-12-31"),
    ("2022-11..", "2022-11-01.."),
    ("..2022-11", "..2022-11-30"),
    ("2022-11-0..", ""),
    ("soon..2022", ""),
    ("2021..2022..2023", ""),
    ("2022-12..2022-01", "2022; the last day of “2022-12..2022-01” comes before the first: read the other way round"),
]
IN_WORDS = [
    ("yesterday", "2022-11-10"),
    ("Today", "2022-11-11"),
    ("last week", "2022-10-30..2022-11-05"),
    ("LAST MONTH", "2022-10"),
    ("this year", "2022"),
    ("2 days ago", "2022-11-09"),
    ("two years ago", "2020"),
    ("tomorrow", "2022-11-12"),
    ("friday", "2022-11-11"),
    ("last fri", "2022-11-04"),
    ("9 Nov 2022", "2022-11-09"),
    ("nov. 9, 2022", "2022-11-09"),
    ("Wed, Nov 9 2022", "2022-11-09"),
    ("wednesday 9 november", "2022-11-09"),
    ("November 9th", "2022-11-09"),
    ("12 Nov", "2021-11-12"),
    ("5 december", "2021-12-05"),
    ("Nov 2022", "2022-11"),
    ("nov", "2022-11"),
    ("december", "2021-12"),
    ("may", "2022-05"),
    ("11 de noviembre de 2022", "2022-11-11"),
    ("2022年11月12日", "2022-11-12"),
    ("q3 2022", "2022-07-01..2022-09-30"),
    ("1990s", "1990-01-01..1999-12-31"),
    ("2009-2010", "2009-01-01..2010-12-31"),
    ("christmas day", "2021-12-25"),
    ("New Year’s Eve", "2021-12-31"),
    ("9-15 Nov 2022", "2022-11-09..2022-11-15"),
    ("9 Nov to 15 Nov 2022", "2022-11-09..2022-11-15"),
    ("20 Dec to 5 Jan 2022", "2021-12-20..2022-01-05"),
    ("5 Jan to 20 Dec 2021", "2021-01-05..2021-12-20"),
    ("monday to friday", "2022-11-07..2022-11-11"),
    ("yesterday..", "2022-11-10.."),
    ("last month to today", "2022-10-01..2022-11-11"),
    *((typed, "") for typed in ("soon", "31 Nov 2022", "in", "may day", "2022 talks", "x" * 1000, "Nov 9 in London")),
]


@pytest.mark.parametrize(("typed", "days"), IN_FIGURES + IN_WORDS)
def test_it_reads_days(typed: str, days: str) -> None:
    assert read(typed) == days


@pytest.mark.parametrize("form", FIGURE_FORMS, ids=lambda form: form.name)
def test_every_form_of_figures_is_needed_for_its_example(form: object) -> None:
    (this,) = [index for index, other in enumerate(FIGURE_FORMS) if other is form]
    assert [pattern.fullmatch(FIGURE_FORMS[this].example) is not None for pattern in FIGURES] == [
        index == this for index in range(len(FIGURES))
    ]
    (days,) = days_read(FIGURE_FORMS[this].example, None, Notes())
    assert days.first is not None
    assert days.last is not None
    assert days.first <= date(2022, 11, 30)
    assert date(2022, 11, 1) <= days.last


EITHER = "“11/12/2022” may be 2022-11-12 or 2022-12-11: either day is taken in; write a day as 2022-11-12 to mean one"


def test_it_takes_in_both_days_that_figures_may_mean_and_says_so() -> None:
    assert read("11/12/2022") == f"2022-11-12 | 2022-12-11; {EITHER}"
    assert read("11/12/2022..2023") == f"2022-11-12..2023-12-31; {EITHER}"
    notes = Notes()
    nearer, later = date(2022, 11, 12), date(2022, 12, 11)
    asked = [days_asked(field, "11/12/2022", None, notes) for field in ("since", "until", "date", "about")]
    assert asked == [
        Between(nearer, None),
        Between(None, later),
        Or((Between(nearer, nearer), Between(later, later))),
        Or((About(nearer, nearer), About(later, later))),
    ]
    assert notes.sentences() == (EITHER,)


def test_it_reads_nothing_that_is_counted_from_a_day_without_that_day() -> None:
    assert [read(typed, None) for typed in ("yesterday", "friday", "9 Nov", "may", "9 Nov 2022", "1990s")] == [
        "", "", "", "", "2022-11-09", "1990-01-01..1999-12-31"
    ]  # fmt: skip


def test_it_takes_the_end_that_is_asked_for_and_says_what_it_leaves() -> None:
    notes = Notes()
    week = "2022-11-09..2022-11-15"
    assert bound_asked("since", week, None, notes) == date(2022, 11, 9)
    assert bound_asked("until", "..2022-11", None, notes) == date(2022, 11, 30)
    assert notes.sentences() == (
        "only one end of these days counts: “2022-11-09..2022-11-15” read as since:2022-11-09,"
        " “..2022-11” read as until:2022-11-30; with date: before them, both do",
    )
    assert bound_asked("since", "..2022", None, Notes()) is None
    assert bound_asked("since", " ", None, notes) is None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("2022 talks", 1),
        ("2022-11, talks", 1),
        ("2022 to 2023 talks", 3),
        ("2022 to talks", 1),
        ("last week talks", 2),
        ("9 Nov 2022 to 4 Dec 2022 talks", 7),
        ("9 Nov talks", 2),
        ("9 talks", 0),
        ("nato", 0),
        ("11/12/2022 talks", 1),
        ("2022-13 talks", 0),
    ],
)
def test_it_knows_where_days_end_among_other_words(words: str, count: int) -> None:
    assert days_said(words.split(), TODAY) == count


RANGES = st.tuples(st.dates(), st.dates()).map(lambda ends: DayRange(min(ends), max(ends)))
OPEN = st.dates().map(lambda day: DayRange(day, None)) | st.dates().map(lambda day: DayRange(None, day))
PERIODS = st.dates().flatmap(
    lambda day: st.sampled_from([days_read(day.isoformat()[:length], None, Notes())[0] for length in (4, 7, 10)])
)


@given(RANGES | OPEN | PERIODS)
def test_what_it_writes_reads_back_as_the_same_days(days: DayRange) -> None:
    notes = Notes()
    assert days_read(days_written(days), None, notes) == (days,)
    assert notes.sentences() == ()


@given(st.dates())
def test_the_ends_that_it_writes_read_back_as_the_same_ends(day: date) -> None:
    notes = Notes()
    assert bound_asked("since", first_written(day), None, notes) == day
    assert bound_asked("until", last_written(day), None, notes) == day
    assert notes.sentences() == ()


PIECES = ["2022", "11", "-", "/", ".", "..", " ", "nov", "last ", "week", "to", "2 ", "days ago", "may", "9/11", "32"]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join), st.none() | st.dates())
def test_it_reads_anything_that_can_be_typed_and_gives_days_in_order(typed: str, today: date | None) -> None:
    for days in days_read(typed, today, Notes()):
        assert days.first is None or days.last is None or days.first <= days.last

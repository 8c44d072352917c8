"""The days that a text speaks of."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotations import DayMention
from index.article import Published
from index.timex.mentions import MOST_MENTIONS, mentions
from tests.written_days import AFTER_THE_RULES, BEFORE_THE_RULES

FRIDAY = date(2022, 11, 11)
MARKED = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


def published(first: date, last: date | None = None) -> Published:
    """A day of publication, or several that it may be."""
    return Published(first, last or first, "day", "stated", "")


def day(written: str, is_last: bool) -> date:
    """The first or the last day of "2022-11-11", "2022-11" or "2022"."""
    year, month, number = ([int(part) for part in written.split("-")] + [0, 0])[:3]
    if number:
        return date(year, month, number)
    month = month or (12 if is_last else 1)
    return date(year, month, monthrange(year, month)[1] if is_last else 1)


def unmarked(sentence: str) -> tuple[str, list[DayMention]]:
    """A sentence without its marks, and the days that they say it names."""
    text, place, named = "", 0, []
    for mark in MARKED.finditer(sentence):
        text += sentence[place : mark.start()]
        first, _, last = mark[2].partition("..")
        named.append(DayMention(day(first, False), day(last or first, True), len(text), len(text) + len(mark[1])))
        text, place = text + mark[1], mark.end()
    return text + sentence[place:], named


def is_same(found: DayMention, named: DayMention) -> bool:
    """The same days, in words that share a letter."""
    overlap = found.start < named.end and named.start < found.end
    return overlap and (found.first, found.last) == (named.first, named.last)


def value_f1(table: Sequence[tuple[str, str]]) -> float:
    """The harmonic mean of precision and recall of the days named in these sentences."""
    right = found_count = named_count = 0
    for written, sentence in table:
        text, named = unmarked(sentence)
        found = mentions(text, published(date.fromisoformat(written)))
        right += sum(any(is_same(each, wanted) for each in found) for wanted in named)
        found_count, named_count = found_count + len(found), named_count + len(named)
    return 2 * right / (found_count + named_count)


@pytest.mark.parametrize(
    ("table", "floor"), [(BEFORE_THE_RULES, 0.97), (AFTER_THE_RULES, 0.97)], ids=["first", "second"]
)
def test_it_dates_what_newspapers_name_as_a_reader_does(table: Sequence[tuple[str, str]], floor: float) -> None:
    assert value_f1(table) >= floor


def test_the_tables_are_large_enough_to_say_something() -> None:
    counts = [
        sum(len(MARKED.findall(sentence)) for _, sentence in table) for table in (BEFORE_THE_RULES, AFTER_THE_RULES)
    ]
    assert [count >= 75 for count in counts] == [True, True]


NOTHING = [
    "",
    "It was a good day for the weekly, and the monthly had a year's worth of news.",
    "He is 2022 years old and lives at 1999-2 Day Street.",
    "They paid $2016 for 1,999 of them, or 2.2019 each.",
    "On Sundays, every Friday, on Black Friday and on Good Friday they rest.",
    "Over the last week and the next month, as in the past year, it rained.",
    "May we march? April said no.",
    "A day earlier he had left; two weeks later he was back.",
    "Feb. 30, 31 April 2022, 2022-02-30 and 13/13/2022 are no days.",
    "03/04/2022 is one day in London and another in New York.",
    "About 2000 people, 1,900 of them women, and another 2015 houses.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_it_finds_no_day_in(text: str) -> None:
    assert mentions(text, published(FRIDAY)) == ()


def test_it_takes_no_day_from_a_text_of_unknown_day_but_those_that_are_written_out() -> None:
    text = "On Friday, Nov. 11, as last week and in October, they spoke of 9 November 2022 and of 2019."
    expected = ((date(2022, 11, 9), date(2022, 11, 9), 63, 78), (date(2019, 1, 1), date(2019, 12, 31), 86, 90))
    assert mentions(text, None) == tuple(DayMention(*each) for each in expected)


def test_it_covers_all_days_that_are_meant_when_the_day_is_known_roughly() -> None:
    (found,) = mentions("They spoke yesterday.", published(FRIDAY, date(2022, 11, 13)))
    assert (found.first, found.last) == (date(2022, 11, 10), date(2022, 11, 12))


def test_it_counts_nothing_from_a_year() -> None:
    assert mentions("They spoke yesterday.", published(date(2022, 1, 1), date(2022, 12, 31))) == ()


def test_it_ends_a_calendar_somewhere() -> None:
    assert len(mentions("2022-11-11 " * 2000, None)) == MOST_MENTIONS


@pytest.mark.parametrize(
    "piece", ["Nov. ", "11 ", "2022", "Friday, ", "last ", "1", "Nov. 9-", "Monday (", "day", "’", "will be "]
)
def test_it_reads_a_million_characters(piece: str) -> None:
    text = (piece * 1_000_000)[:1_000_000]
    assert len(mentions(text, published(FRIDAY))) <= MOST_MENTIONS


PIECES = st.sampled_from(
    str.split(
        "Nov. 9 2022 Friday last week , the in May – two years ago ( 2019-20 yesterday 1990s said will . 31 Dec 9/11"
    )
)


@given(st.lists(PIECES, max_size=20).map(" ".join), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_its_places_are_in_order_and_apart(text: str, today: date) -> None:
    found = mentions(text, published(today))
    places = [place for mention in found for place in (mention.start, mention.end)]
    assert places == sorted(places)
    assert all(mention.first <= mention.last for mention in found)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%b. %d, %Y"])
)
def test_it_reads_every_day_back(day: date, form: str) -> None:
    words = day.strftime(form).replace("May.", "May")
    assert mentions(f"It was on {words} that it rained.", None) == (DayMention(day, day, 10, 10 + len(words)),)


@pytest.mark.parametrize(("near", "number"), [("yesterday", 9), ("today", 10), ("tonight", 10), ("tomorrow", 11)])
def test_it_counts_the_day_before_a_near_one(near: str, number: int) -> None:
    found = mentions(f"They met the day before {near}.", published(FRIDAY))
    assert [(mention.first, mention.last) for mention in found] == [(date(2022, 11, number), date(2022, 11, number))]

"""The words that name days, and what they mean."""

from datetime import date

import pytest

from index.timex.date_values import Meaning, Month, MonthDay, Shifted, Span, Tense, Weekday, Weekend, span_of
from index.timex.expression_patterns import FORMS
from index.timex.expression_tagger import FORM_PATTERNS, Expression, expressions
from index.timex.tense import tense_at


@pytest.mark.parametrize("number", range(len(FORMS)))
def test_each_form_is_needed_for_its_example(number: int) -> None:
    example = FORMS[number].example
    assert [place for place, pattern in enumerate(FORM_PATTERNS) if pattern.fullmatch(example)][:1] == [number]
    (found,) = expressions(f"It was in {example}, then.")
    match = FORM_PATTERNS[number].fullmatch(example)
    assert match is not None
    assert (found.start, found.end, found.meaning) == (10, 10 + len(example), FORMS[number].meaning(match))


def test_it_reads_a_weekday_with_its_date_as_one() -> None:
    text = "On Friday, Nov. 11, and on Saturday (12 November), and on Sunday or Nov. 14."
    found = [(text[each.start : each.end], each.meaning) for each in expressions(text)]
    assert found == [
        ("Friday, Nov. 11", MonthDay(11, 11, 11)),
        ("Saturday (12 November", MonthDay(11, 12, 12)),
        ("Sunday", Weekday(6, None)),
        ("Nov. 14", MonthDay(11, 14, 14)),
    ]


def test_it_gives_the_place_of_the_words() -> None:
    assert list(expressions("We met yesterday.")) == [Expression(7, 16, Shifted("day", -1))]


FRIDAY = date(2022, 11, 11)
SPANS: list[tuple[Meaning, Tense, date, date]] = [
    (MonthDay(11, 9, 9), "past", date(2022, 11, 9), date(2022, 11, 9)),
    (MonthDay(11, 12, 13), "past", date(2022, 11, 12), date(2022, 11, 13)),
    (MonthDay(12, 9, 9), "past", date(2022, 12, 9), date(2022, 12, 9)),
    (MonthDay(12, 19, 19), "past", date(2021, 12, 19), date(2021, 12, 19)),
    (MonthDay(2, 24, 24), "unknown", date(2022, 2, 24), date(2022, 2, 24)),
    (MonthDay(2, 24, 24), "future", date(2023, 2, 24), date(2023, 2, 24)),
    (MonthDay(2, 29, 29), "past", date(2020, 2, 29), date(2020, 2, 29)),
    (Month(11, None), "past", date(2022, 11, 1), date(2022, 11, 30)),
    (Month(12, None), "past", date(2021, 12, 1), date(2021, 12, 31)),
    (Month(12, None), "future", date(2022, 12, 1), date(2022, 12, 31)),
    (Month(11, "last"), "past", date(2021, 11, 1), date(2021, 11, 30)),
    (Month(11, "next"), "past", date(2023, 11, 1), date(2023, 11, 30)),
    (Month(6, "this"), "past", date(2022, 6, 1), date(2022, 6, 30)),
    (Weekday(4, None), "past", FRIDAY, FRIDAY),
    (Weekday(4, "last"), "past", date(2022, 11, 4), date(2022, 11, 4)),
    (Weekday(2, None), "past", date(2022, 11, 9), date(2022, 11, 9)),
    (Weekday(2, None), "future", date(2022, 11, 16), date(2022, 11, 16)),
    (Weekday(5, None), "unknown", date(2022, 11, 12), date(2022, 11, 12)),
    (Weekday(3, None), "unknown", date(2022, 11, 10), date(2022, 11, 10)),
    (Weekday(5, "next"), "unknown", date(2022, 11, 19), date(2022, 11, 19)),
    (Weekday(5, "this"), "unknown", date(2022, 11, 12), date(2022, 11, 12)),
    (Weekday(6, None, -1), "past", date(2022, 10, 30), date(2022, 10, 30)),
    (Shifted("week", -1), "past", date(2022, 10, 30), date(2022, 11, 5)),
    (Shifted("weekend", -1), "past", date(2022, 11, 5), date(2022, 11, 6)),
    (Shifted("weekend", 0), "past", date(2022, 11, 12), date(2022, 11, 13)),
    (Weekend(), "past", date(2022, 11, 5), date(2022, 11, 6)),
    (Weekend(), "future", date(2022, 11, 12), date(2022, 11, 13)),
    (Shifted("month", -11), "past", date(2021, 12, 1), date(2021, 12, 31)),
    (Shifted("year", 1), "past", date(2023, 1, 1), date(2023, 12, 31)),
    (Shifted("decade", -1), "past", date(2012, 1, 1), date(2012, 12, 31)),
]


@pytest.mark.parametrize(("meaning", "tense", "first", "last"), SPANS, ids=str)
def test_it_counts_from_the_day_of_publication(meaning: Meaning, tense: Tense, first: date, last: date) -> None:
    assert span_of(meaning, FRIDAY, tense) == Span(first, last)


def test_a_week_ends_on_saturday() -> None:
    last_week = Span(date(2022, 11, 6), date(2022, 11, 12))
    assert {span_of(Shifted("week", -1), date(2022, 11, day), "past") for day in range(13, 20)} == {last_week}


def test_there_is_no_day_beyond_the_calendar() -> None:
    meanings: list[Meaning] = [
        Shifted("year", 1),
        Shifted("day", 1),
        Weekday(0, "next"),
        MonthDay(1, 1, 1),
        Month(1, "next"),
    ]
    assert [span_of(meaning, date(9999, 12, 31), "future") for meaning in meanings] == [None] * len(meanings)


TENSES: list[tuple[str, Tense]] = [
    ("He spoke on |Friday|.", "past"),
    ("He will speak on |Friday|.", "future"),
    ("He said |Friday| that he will go.", "past"),
    ("He said that he will go |Friday|.", "future"),
    ("The report, which will be released |Friday|, is long.", "future"),
    ("They left. |Friday| will be quiet.", "future"),
    ("They will meet. |Friday| was quiet.", "past"),
    ("They will meet Gen. Milley, who spoke |Friday|.", "past"),
    ("They closed it until |Friday|.", "future"),
    ("|Friday|, again.", "unknown"),
    ("A vote is due to be held |Friday|.", "future"),
    ("The law takes effect |Friday|.", "future"),
]


@pytest.mark.parametrize(("marked", "tense"), TENSES, ids=[marked for marked, _ in TENSES])
def test_it_hears_whether_a_sentence_looks_back_or_ahead(marked: str, tense: Tense) -> None:
    before, words, after = marked.split("|")
    assert tense_at(before + words + after, len(before), len(before) + len(words)) == tense

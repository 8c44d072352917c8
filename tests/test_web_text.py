"""Values in words, and the choices around results."""

from datetime import date

import pytest

from index.article import How, Published
from web.wording import (
    When,
    counted,
    marked_paragraphs,
    month_in_words,
    shortened,
    span_in_words,
    when,
)


@pytest.mark.parametrize(
    ("first", "last", "words", "machine"),
    [
        (date(2022, 11, 12), date(2022, 11, 12), "12 November 2022", "2022-11-12"),
        (date(2022, 11, 1), date(2022, 11, 30), "November 2022", "2022-11"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024", "2024-02"),
        (date(2023, 2, 1), date(2023, 2, 27), "1–27 February 2023", None),
        (date(2022, 1, 1), date(2022, 12, 31), "2022", "2022"),
        (date(2021, 1, 1), date(2022, 12, 31), "1 January 2021 – 31 December 2022", None),
        (date(2022, 11, 9), date(2022, 11, 12), "9–12 November 2022", None),
        (date(2022, 10, 30), date(2022, 11, 2), "30 October – 2 November 2022", None),
        (date(2022, 12, 30), date(2023, 1, 2), "30 December 2022 – 2 January 2023", None),
        (date(987, 6, 5), date(987, 6, 5), "5 June 987", "0987-06-05"),
    ],
)
def test_says_days_as_precisely_as_they_are_known(first: date, last: date, words: str, machine: str | None) -> None:
    assert span_in_words(first, last) == words
    assert when(Published(first, last, "day", "stated", "")).machine == machine


@pytest.mark.parametrize(
    ("how", "weighed", "known", "confidence"),
    [
        ("stated", None, "stated in the article", "0.88"),
        ("stated", 0.6, "stated in the article, fairly sure", "0.60"),
        ("url", None, "from its web address", "0.94"),
        ("filename", None, "from its file name", "0.94"),
        ("inferred", 0.6, "worked out from the text, fairly sure", "0.60"),
        ("inferred", 0.55, "worked out from the text, fairly unsure", "0.55"),
        ("inferred", 0.5, "worked out from the text, fairly unsure", "0.50"),
        ("inferred", None, "worked out from the text, unsure", "0.30"),
        ("file", None, "from the time of its file, unsure", "0.00"),
    ],
)
def test_says_how_a_date_is_known_and_how_sure_it_is(
    how: How, weighed: float | None, known: str, confidence: str
) -> None:
    day, sign = date(2022, 11, 11), "≈ " if how in ("inferred", "file") else ""
    assert when(Published(day, day, "day", how, "11\n Nov", weighed)) == When(
        words="11 November 2022",
        marked=f"{sign}11 Nov 2022",
        approximately=f"{sign}11 November 2022",
        machine="2022-11-11",
        caveat=None if how == "stated" else known,
        told=f"{known}: “11 Nov” (confidence {confidence})",
    )


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (0, "article", "0 articles"),
        (1, "story", "1 story"),
        (2, "story", "2 stories"),
        (1234567, "match", "1,234,567 matches"),
    ],
)
def test_counts(count: int, noun: str, words: str) -> None:
    assert counted(count, noun) == words


def test_names_months_and_leaves_what_is_none() -> None:
    assert [month_in_words(month) for month in ("2022-11", "2022", "2022-13")] == ["November 2022", "2022", "2022-13"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a  b\nc", "a b c"),
        ("one two three", "one two…"),
        ("onetwothree", "onetwothr…"),
        ("x" * 10_000, "x" * 9 + "…"),
    ],
)
def test_shortens_to_a_line_at_a_word(text: str, line: str) -> None:
    assert shortened(text, 10) == line


def test_keeps_a_mark_that_reaches_into_the_next_paragraph() -> None:
    pieces = [("The end of ", False), ("alpha\n\nbeta", True), (" begins.\n\n\n\nLast.", False)]
    assert marked_paragraphs(pieces) == (
        (("The end of ", False), ("alpha", True)),
        (("beta", True), (" begins.", False)),
        (("Last.", False),),
    )

"""Days that are typed in words: what newspapers write, and what they call days, each as the days that it means."""

import re
from collections.abc import Iterator
from datetime import date

from index.front_matter.written_dates import dates_in
from index.timex.date_values import SOON, Meaning, MonthDay, Shifted, Span, span_of
from index.timex.expression_patterns import FORMS
from index.timex.expression_tagger import meaning_of
from index.timex.normalizers import FEASTS

MONTHS = str.split("January February March April May June July August September October November December")
WEEKDAYS = str.split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
PRINTED = {
    **{name[:length].lower(): name for name in (*MONTHS, *WEEKDAYS) for length in (3, 4, 5, len(name))},
    "q": "Q",
}
"""Words that newspapers do not print in small letters, also cut short as people type them."""
FEAST_OF = {name.lower(): name for name in FEASTS}
WEEKDAY_BEFORE_DATE = re.compile(rf"(?:{'|'.join(WEEKDAYS)})(?:, ?| )(?=\w)")


def days_in_words(text: str, today: date | None, near: date | None) -> Span | None:
    """The days that a whole text in words means: "9 Nov 2022", "last week", "2 days ago", "friday"; None for others.

    What is counted, such as "yesterday", is counted from `today`; days without their year are the last such days that
    had begun by `near`. Neither is read where that is None.
    """
    for written in dates_in(text):
        if (written.start, written.end) == (0, len(text)):
            return Span(written.days.first, written.days.last)
    for meaning in meanings(text):
        if isinstance(meaning, Span):
            return meaning
        reference = today if isinstance(meaning, Shifted) else near
        if reference is not None and (span := last_such(meaning, reference)):
            return span
    return None


def last_such(meaning: Meaning, reference: date) -> Span | None:
    """The days of a meaning, the last that had begun by that day where it does not say which; None when none are."""
    span = span_of(meaning, reference, "past")
    # An article may speak of a day that is to come soon; who searches asks for those of which something is known.
    is_ahead = isinstance(meaning, MonthDay) and span is not None and span.first > reference
    return span_of(meaning, reference - SOON, "past") if is_ahead else span


def meanings(text: str) -> Iterator[Meaning]:
    """What the whole text may mean, the surest first; a weekday before a date says nothing more."""
    printed = as_printed(text)
    for words in dict.fromkeys((printed, WEEKDAY_BEFORE_DATE.sub("", printed, count=1))):
        for number in range(len(FORMS)):
            if meaning := meaning_of(number, words):
                yield meaning


def as_printed(text: str) -> str:
    """Typed words in the letters that newspapers use: "last fri" -> "last Friday"."""
    small = text.lower().replace("’", "'")
    return FEAST_OF.get(small) or re.sub(r"([a-z]+)\.?", lambda word: PRINTED.get(word[1], word[0]), small)

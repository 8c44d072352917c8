"""The days that a text speaks of, each with its place in the text."""

from datetime import timedelta

from index.annotations import DayMention
from index.article import Published
from index.timex.date_values import Shifted, Span, Tense, span_of
from index.timex.expression_tagger import Expression, expressions
from index.timex.tense import tense_at

MOST_MENTIONS = 1000
"""Of one text; more are a calendar or a table."""

LONGEST_BRACKET = timedelta(days=31)
"""When an article may be of more days than these, nothing is counted from its day."""


def mentions(body: str, published: Published | None) -> tuple[DayMention, ...]:
    """The days, months and years that a text names, in order.

    What is said without a year, such as "on Friday", is counted from the day of publication; it is left out where that
    is not known, and covers all days that it may mean where that is known to a few days only.
    """
    found: list[DayMention] = []
    for expression in expressions(body):
        span = days_named(body, expression, published)
        if span is not None:
            found.append(DayMention(span.first, span.last, expression.start, expression.end))
            if len(found) == MOST_MENTIONS:
                break
    return tuple(found)


def days_named(body: str, expression: Expression, published: Published | None) -> Span | None:
    """The days that words name in an article of that day; None when they name none that can be known."""
    meaning = expression.meaning
    if isinstance(meaning, Span):
        return meaning
    if published is None or published.last - published.first > LONGEST_BRACKET:
        return None
    tense: Tense = "past"
    if not isinstance(meaning, Shifted):
        tense = tense_at(body, expression.start, expression.end)
    first = span_of(meaning, published.first, tense)
    last = first if published.first == published.last else span_of(meaning, published.last, tense)
    return Span(first.first, last.last) if first and last else None

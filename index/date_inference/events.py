"""Events that two articles name alike and date differently: "at the Economic Club of New York on Wednesday"."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from index.text.sentences import sentences
from index.timex.date_values import Shifted, Tense, Weekday, span_of
from index.timex.expression_tagger import Expression, expressions
from index.timex.tense import tense_at

LONGEST_BODY = 50_000
"""Characters of a body that are looked at."""
MOST_EXPRESSIONS = 200
"""Of one body; more are a calendar or a table."""
MOST_SENTENCES = 2
"""In which a name stands that is that of an event, and not what the whole article is about."""
NEAR = timedelta(days=12)
"""How far from its publication an article dates an event of the story."""


@dataclass(frozen=True, slots=True)
class EventReading:
    """A body, the words in it that name days, and the tense of each."""

    body: str
    expressions: Sequence[Expression]
    tenses: Sequence[Tense]
    names: Sequence[frozenset[str]]
    """The names of what may be events in the sentence of each."""

    def words(self, number: int) -> str:
        """The words of an expression."""
        return self.body[self.expressions[number].start : self.expressions[number].end]


def reading_of(body: str) -> EventReading:
    """What a body says of days."""
    body = body[:LONGEST_BODY]
    found = list(islice(expressions(body), MOST_EXPRESSIONS))
    tenses: list[Tense] = [tense_at(body, each.start, each.end) for each in found]
    return EventReading(body, found, tenses, names_beside(body, found))


def names_beside(body: str, found: Sequence[Expression]) -> list[frozenset[str]]:
    """The names in the sentence of each expression that stand in few sentences of the body."""
    spans = sentences(body)
    starts = [start for start, _ in spans]
    names = [names_in(body, start, end) for start, end in spans]
    counts = Counter(name for each in names for name in each)
    return [
        frozenset(name for name in names[bisect_right(starts, each.start) - 1] if counts[name] <= MOST_SENTENCES)
        for each in found
    ]


WORD = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w’'.-]{1,30}"
NAME = re.compile(rf"{WORD}(?: (?:(?:of|the|and|for|de) )?{WORD}){{1,6}}")
OF_EVENT = re.compile(
    r" (?:of|for) |\b(?:Arena|Assembly|Awards?|Bowl|Bridge|Cent(?:er|re)|Championships?|Church|Club|College|Conference"
    r"|Convention|Cup|Exchange|Festival|Forum|Foundation|Hall|Hearing|Hospital|Hotel|Institute|Marathon|Museum|Olympics"
    r"|Palace|Prize|Rally|School|Square|Stadium|Station|Street|Summit|Theat(?:er|re)|University)$"
)
OF_OFFICE = re.compile(
    r"\b(?:Archbishop|Attorney|Bank|Bishop|Board|Bureau|Capt\.|Captain|Chair\w*|Chancellor|Chief|Col\.|Commissioner"
    r"|Committee|Council|Court|Department|Director|Duke|Gen\.|General|Gov\.|Governor|House|King|Leader|Mayor|Minister"
    r"|Ministry|President|Prime|Queen|Rep\.|Secretary|Sen\.|Senator|Speaker|United|White)(?!\w)"
)
"""People and offices are named on many days."""


def names_in(body: str, start: int, end: int) -> frozenset[str]:
    """The names of places and occasions where something happens once, as far as their words tell."""
    found = (match.group().removeprefix("The ").rstrip(".’'-") for match in NAME.finditer(body, start, end))
    return frozenset(name for name in found if OF_EVENT.search(name) and not OF_OFFICE.search(name))


def named_beside(reading: EventReading) -> Iterator[tuple[int, str]]:
    """The expressions of a reading that are counted from its day, by number, each with the names beside it."""
    for number, expression in enumerate(reading.expressions):
        meaning = expression.meaning
        if isinstance(meaning, Weekday) or (isinstance(meaning, Shifted) and meaning.unit in ("day", "week")):
            yield from ((number, name) for name in sorted(reading.names[number]))


def events_of(articles: Iterable[tuple[str, date]]) -> dict[str, date]:
    """The day of each event that dated articles name, where they agree."""
    days: dict[str, set[date]] = {}
    for body, published in articles:
        reading = reading_of(body)
        for number, expression in enumerate(reading.expressions):
            span = span_of(expression.meaning, published, reading.tenses[number]) if reading.names[number] else None
            if span and span.first == span.last and abs(span.first - published) <= NEAR:
                for name in reading.names[number]:
                    days.setdefault(name, set()).add(span.first)
    return {name: next(iter(found)) for name, found in days.items() if len(found) == 1}

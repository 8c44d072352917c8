"""When an undated article was published, from what it says of other days and from dated articles of the same story.

Each day near the others is weighed by how often articles of a story lie so far apart, and by how well it fits what the
text says. The frequencies were counted in 37,000 dated articles and in their stories. What comes out is a range that
holds the day nine times in ten, never a certainty; `tests/relevance` watches how often it does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import TypeGuard

from index.article import Published
from index.date_inference.events import EventReading, events_of, named_beside, reading_of
from index.timex.date_values import MonthDay, Shifted, Span, Tense, Weekday, span_of

MOST_NEIGHBOURS = 20
"""More tell no more."""
EARLIEST, LATEST = -10, 12
"""Days before and after the middle of the others in which an article of their story is looked for."""
ENOUGH = 0.9
"""How likely the days that are given must be, all together."""
SHORTEST_RANGE, LONGEST_RANGE = 3, 7
"""Days; fewer say more than is known, and more say too little."""
MOST_EVIDENCE = 300
"""Characters."""

DAYS_AFTER = (0.39, 0.16, 0.063, 0.032, 0.022, 0.017, 0.014, 0.010, 0.006, 0.004, 0.003, 0.002, 0.002)
DAYS_BEFORE = (0.39, 0.143, 0.047, 0.021, 0.016, 0.013, 0.011, 0.008, 0.004, 0.002, 0.001)
"""How often an article of a story is so many days later, or earlier, than the middle of the others."""
OF_WEEKDAY = (1.0, 1.02, 1.02, 1.06, 0.97, 0.44, 0.51)
"""How many articles are published on each weekday, from Monday on; 1 is as on Monday."""
LAGS: Mapping[Tense, tuple[float, ...]] = {
    "past": (0.433, 0.324, 0.101, 0.057, 0.032, 0.019, 0.033),
    "future": (0.342, 0.125, 0.052, 0.056, 0.076, 0.110, 0.239),
    "unknown": (0.369, 0.223, 0.068, 0.052, 0.080, 0.090, 0.119),
}
"""How often a weekday that is named lies 0 to 6 days before the day of publication, counting on from the week before
when it is to come."""
OF_WORDS = {
    Shifted("week", -1): (1.44, 1.18, 0.98, 0.78, 0.59, 0.61, 1.40),
    Shifted("week", 1): (0.60, 0.75, 0.90, 1.27, 1.50, 1.55, 0.49),
}
"""How many times as often as other articles those that say "last week" or "next week" are of each weekday."""
CAUTION = 0.85
"""The power of what weekdays tell, for two sentences about one event tell it twice."""
ACROSS = 0.65
"""How much rarer it is than the lags tell that a weekday that is past and one to come lie a week or more apart."""
NOT_YET = 0.2
"""How likely it is that a day of which an article speaks as past was still to come; the other way round, too."""
OTHER_EVENT, OTHER_NAME = 0.1, 0.01
"""How likely it is that a neighbour's day beside the same name is that of another event; and beside a long name."""
LONG_NAME = 4
"""Words: "Economic Club of New York"."""

SURE, DOUBTED, DISPUTED, GUESSED = 0.6, 0.55, 0.5, 0.3
"""How sure an inferred date is: all dated articles of the story lie in its range, and at most one sign of the text
speaks for another day; several do; some of the articles lie elsewhere; most do.

Of 1,864 such dates in two collections, the likeliest day of the range was the right one for .68, .55, .51 and .32, and
the range held it for .96, .92, .88 and .55; nothing inferred counts for more than .6. `tests/relevance` watches it.
"""
FITS = 0.9
"""The share of its highest likelihood from which a sign speaks for a day as well."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The text of an article of the story, and when it was published; None when that is not known."""

    body: str
    published: Published | None


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that make some days of the window likelier than others, and how likely each."""

    words: str
    likelihoods: tuple[float, ...]


def inferred(body: str, neighbours: Sequence[Neighbour]) -> Published | None:
    """The days on which an article may have been published; None when its text, or the story, says too little.

    The neighbours are other articles of the story. Their dates alone are not enough, and neither is the text.
    """
    dated = [each for each in neighbours if each.published and each.published.first == each.published.last]
    days = sorted(each.published.first for each in dated if each.published)
    if not days:
        return None
    middle = days[(len(days) - 1) // 2]
    try:
        window = [middle + timedelta(count) for count in range(EARLIEST, LATEST + 1)]
    except OverflowError:
        return None
    signs = list(signs_of(reading_of(body), events_told(tuple(dated[:MOST_NEIGHBOURS])), window))
    if not signs:
        return None
    weights = weighed(window, signs)
    first, last = likeliest(weights)
    if last - first >= LONGEST_RANGE:
        return None
    evidence = "; ".join(dict.fromkeys(sign.words for sign in signs if sign.words))[:MOST_EVIDENCE]
    agreeing = sum(window[first] <= day <= window[last] for day in days)
    sure = confidence(signs, max(range(len(window)), key=weights.__getitem__), agreeing / len(days))
    return Published(window[first], window[last], "day", "inferred", evidence, sure)


def not_after(changed: Published | None, found: Published | None) -> Published | None:
    """The days on which an article may have been published, none of them after its last change; None when all are."""
    if changed is None or found is None or found.last <= changed.last:
        return found
    return None if found.first > changed.last else replace(found, last=changed.last)


def confidence(signs: Sequence[Sign], likeliest_day: int, agreeing: float) -> float:
    """How sure a date is, from what the text says of its likeliest day, and the share of articles in its range."""
    if agreeing < 1:
        return DISPUTED if agreeing >= 0.5 else GUESSED
    against = sum(sign.likelihoods[likeliest_day] < FITS * max(sign.likelihoods) for sign in signs)
    return SURE if against <= 1 else DOUBTED


@lru_cache(maxsize=1)
def events_told(dated: tuple[Neighbour, ...]) -> Mapping[str, date]:
    """When the events were that these articles name; kept, for the articles of a story have the same neighbours."""
    return events_of((each.body, each.published.first) for each in dated if each.published)


def weighed(window: Sequence[date], signs: Sequence[Sign]) -> list[float]:
    """How likely each day of the window is, in any unit."""
    apart = [DAYS_AFTER[count] if count >= 0 else DAYS_BEFORE[-count] for count in range(EARLIEST, LATEST + 1)]
    weights = [weight * OF_WEEKDAY[day.weekday()] for weight, day in zip(apart, window, strict=True)]
    for sign in signs:
        weights = [weight * likelihood for weight, likelihood in zip(weights, sign.likelihoods, strict=True)]
    return weights


def likeliest(weights: Sequence[float]) -> tuple[int, int]:
    """The shortest run of days that is likely enough, and of these the likeliest: the places of its first and last."""
    sums = [0.0, *accumulate(weights)]
    runs = (
        (last - first, sums[first] - sums[last + 1], first, last)
        for first in range(len(weights))
        for last in range(first + SHORTEST_RANGE - 1, len(weights))
        if sums[last + 1] - sums[first] >= ENOUGH * sums[-1]
    )
    _, _, first, last = min(runs)
    return first, last


def signs_of(reading: EventReading, events: Mapping[str, date], window: Sequence[date]) -> Iterator[Sign]:
    """What an article says that makes some days of the window likelier."""
    yield from signs_of_weekdays(reading, window)
    yield from signs_of_order(reading, window)
    yield from signs_of_days(reading, window)
    yield from signs_of_events(reading, events, window)


def signs_of_weekdays(reading: EventReading, window: Sequence[date]) -> Iterator[Sign]:
    """What "on Friday" and "last week" say; each is heard once."""
    heard: set[object] = set()
    for number, (expression, tense) in enumerate(zip(reading.expressions, reading.tenses, strict=True)):
        meaning = expression.meaning
        if (meaning, tense) in heard:
            continue
        heard.add((meaning, tense))
        if is_bare(meaning):
            likely = [LAGS[tense][(day.weekday() - meaning.weekday) % 7] ** CAUTION for day in window]
            yield Sign(reading.words(number), tuple(likely))
        elif isinstance(meaning, Shifted) and meaning in OF_WORDS:
            heard |= {(meaning, any_tense) for any_tense in LAGS}
            yield Sign(reading.words(number), tuple(OF_WORDS[meaning][day.weekday()] ** CAUTION for day in window))


def signs_of_order(reading: EventReading, window: Sequence[date]) -> Iterator[Sign]:
    """What it says that one weekday is past and another is to come."""
    pairs = zip(reading.expressions, reading.tenses, strict=True)
    named = {(meaning.weekday, tense) for each, tense in pairs if is_bare(meaning := each.meaning)}
    past = {weekday for weekday, tense in named if tense == "past"}
    ahead = {weekday for weekday, tense in named if tense == "future"} - past
    for back, coming in sorted((back, coming) for back in past for coming in ahead):
        apart = [(day.weekday() - back) % 7 + (coming - day.weekday()) % 7 for day in window]
        yield Sign("", tuple(ACROSS if days >= 7 else 1.0 for days in apart))


def is_bare(meaning: object) -> TypeGuard[Weekday]:
    """A weekday of which nothing else is said."""
    return isinstance(meaning, Weekday) and meaning.which is None and meaning.weeks is None


def signs_of_days(reading: EventReading, window: Sequence[date]) -> Iterator[Sign]:
    """What the latest day that is past says, and the first that is to come."""
    named = [
        (day, number)
        for number, expression in enumerate(reading.expressions)
        if (day := day_near(expression.meaning, window[-EARLIEST])) and window[0] <= day <= window[-1]
    ]
    past = max((pair for pair in named if reading.tenses[pair[1]] != "future"), default=None)
    ahead = min((pair for pair in named if reading.tenses[pair[1]] == "future"), default=None)
    if past:
        likely = [(1 + (day - past[0]).days) ** -0.5 if day >= past[0] else NOT_YET for day in window]
        yield Sign(reading.words(past[1]), tuple(likely))
    if ahead:
        likely = [(1 + (ahead[0] - day).days) ** -0.3 if day <= ahead[0] else NOT_YET for day in window]
        yield Sign(reading.words(ahead[1]), tuple(likely))


def day_near(meaning: object, middle: date) -> date | None:
    """The one day that is named, of the years the one in which it is nearest to the middle; None for anything else."""
    if isinstance(meaning, Span):
        return meaning.first if meaning.first == meaning.last else None
    if not isinstance(meaning, MonthDay) or meaning.day != meaning.last_day:
        return None
    sides: tuple[Tense, ...] = ("past", "future")
    spans = [span for side in sides if (span := span_of(meaning, middle, side))]
    return min((span.first for span in spans), key=lambda day: abs(day - middle), default=None)


def signs_of_events(reading: EventReading, events: Mapping[str, date], window: Sequence[date]) -> Iterator[Sign]:
    """What the article says of when something was that a neighbour dates."""
    for number, name in named_beside(reading):
        if name not in events:
            continue
        event, meaning, tense = events[name], reading.expressions[number].meaning, reading.tenses[number]
        spans = [span_of(meaning, day, tense) for day in window]
        fits = [span is not None and span.first <= event <= span.last for span in spans]
        otherwise = OTHER_NAME if len(name.split()) >= LONG_NAME else OTHER_EVENT
        if any(fits):
            words = f"“{reading.words(number)}” beside “{name}”, which another article dates {event}"
            yield Sign(words, tuple(1.0 if fit else otherwise for fit in fits))

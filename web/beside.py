"""What stands beside an article on its page: the days it speaks of, each a search."""

from dataclasses import dataclass

from index.article import Article
from search.days_named import DaysNamed, days_named
from search.query import Request
from web.links import results_url
from web.text import shortened, span_in_words

MOST_DAYS = 40
LONGEST_WORDS = 40
"""Characters of the words that name a day."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that the article speaks of, and the search for other articles that do."""

    name: str
    url: str
    count: int
    """How often it speaks of it."""
    words: tuple[str, ...] = ()
    """How the text puts it, where that is another way."""


@dataclass(frozen=True, slots=True)
class Asides:
    """What an article speaks of, of one kind."""

    listed: tuple[Aside, ...]
    total: int


def days_beside(article: Article) -> Asides:
    """The days that an article speaks of, the first of them in the order of the calendar."""
    every = days_named(article)
    return Asides(tuple(day_aside(days) for days in every[:MOST_DAYS]), len(every))


def day_aside(days: DaysNamed) -> Aside:
    """Days that an article speaks of, with the words that say so."""
    return Aside(
        name=span_in_words(days.first, days.last),
        url=results_url(Request(days.search)),
        count=days.count,
        words=tuple(shortened(words, LONGEST_WORDS) for words in days.words),
    )

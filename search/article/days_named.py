"""The days that an article speaks of, each once, with the words that name it."""

from dataclasses import dataclass
from datetime import date

from index.article import Article
from search.clauses import About
from search.highlight.date_marks import mentions_of
from search.language.days import DayRange, days_written
from search.language.serializer import written

MOST_WORDS = 3
"""Ways to name the same days that are shown."""


@dataclass(frozen=True, slots=True)
class DaysNamed:
    """A day, month or year, or other days in a row, that an article speaks of."""

    first: date
    last: date
    count: int
    """How often."""
    words: tuple[str, ...]
    """Ways in which the text names them, in their order, each once."""

    @property
    def written(self) -> str:
        """The days in figures: 2022-11-09, 2022-11, 2022 or 2022-11-06..2022-11-12."""
        return days_written(DayRange(self.first, self.last))

    @property
    def search(self) -> str:
        """What to type to find the articles that speak of these days."""
        return written(About(self.first, self.last))


def days_named(article: Article) -> tuple[DaysNamed, ...]:
    """The days that an article speaks of, in the order of the calendar."""
    found: dict[tuple[date, date], list[str]] = {}
    for mention in mentions_of(article):
        words = " ".join(article.body[mention.start : mention.end].split())
        found.setdefault((mention.first, mention.last), []).append(words)
    return tuple(
        DaysNamed(first, last, len(words), tuple(dict.fromkeys(words))[:MOST_WORDS])
        for (first, last), words in sorted(found.items())
    )

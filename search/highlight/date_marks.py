"""Where an article names the days that a query asks for."""

from datetime import date
from typing import TYPE_CHECKING

from index.article import Article
from search.clause_walks import days_wanted
from search.clauses import About, Clause
from search.highlight.highlighter import Mark

if TYPE_CHECKING:
    from index.annotations import DayMention


def day_marks(clause: Clause, article: Article) -> list[Mark]:
    """The words of the body that name the days that the clause wants, in order; none of what stands under Not.

    The days are counted from the publication of the article, as they were when it came into the index.
    """
    wanted = days_wanted(clause)
    if not wanted:
        return []
    marks: list[Mark] = []
    for mention in mentions_of(article):
        named = tuple(days for days in wanted if lies_in(mention.first, mention.last, days))
        if named:
            marks.append(Mark(mention.start, mention.end, named[0], named[1:]))
    return marks


def mentions_of(article: Article) -> tuple["DayMention", ...]:
    """The days that the body of an article names."""
    # Imported here, because most questions ask for no day, and its tables take a while.
    from index.timex.mentions import mentions

    return mentions(article.body, article.published)


def lies_in(first: date, last: date, days: About) -> bool:
    """All days from the first to the last are among these."""
    return (days.first is None or days.first <= first) and (days.last is None or last <= days.last)

"""What an article says that is looked for beside its words: days, quotations, and lines that its site may repeat."""

from dataclasses import dataclass

from index.article import Article, Published
from index.cleaning.repeated_lines import Line, lines_of
from index.publication_date.numeric_dates import Figures, figures_of
from index.quotations.quotes import Quote, quotes
from index.timex.mentions import Mention, mentions


@dataclass(frozen=True, slots=True)
class Told:
    """What one article says."""

    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    lines: tuple[Line, ...] = ()
    figures: Figures | None = None
    """None when its date is not written in figures."""


NOTHING = Told()
"""Of an article that is only looked for by its words."""


def told_by(article: Article, published: Published | None = None) -> Told:
    """What an article says; the days are counted from `published` where other articles tell more of that than it."""
    return told_beside(article, lines_of(article), published or article.published)


def told_beside(article: Article, lines: tuple[Line, ...], published: Published | None) -> Told:
    """What an article says that has these lines, with the days counted from when it was published."""
    return Told(mentions(article.body, published), quotes(article.body), lines, figures_of(article))

"""What an article says that is looked for beside its words: days, quotations, and lines that its site may repeat."""

from dataclasses import dataclass

from index.article import Article
from index.mentions import Mention, mentions
from index.quotes import Quote, quotes
from index.repeated_lines import Line, lines_of


@dataclass(frozen=True, slots=True)
class Told:
    """What one article says."""

    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    lines: tuple[Line, ...] = ()


NOTHING = Told()
"""Of an article that is only looked for by its words."""


def told_by(article: Article) -> Told:
    """What an article says."""
    return Told(mentions(article.body, article.published), quotes(article.body), lines_of(article))

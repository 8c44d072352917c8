"""What an article says beside its words: days, names, quotations, and lines that its site may repeat."""

from index.annotations import Annotations, SiteLine
from index.article import Article, Published
from index.cleaning.repeated_lines import lines_of
from index.entities.filed_names import filed_names_of
from index.publication_date.numeric_dates import figures_of
from index.quotations.speakers import quotes
from index.text.sentences import sentences
from index.text.text_starts import starts_of_sentences
from index.timex.mentions import mentions


def annotations_of(article: Article, published: Published | None = None) -> Annotations:
    """What an article says; the days are counted from `published` where other articles tell more of that than it."""
    return annotations_beside(article, lines_of(article), published or article.published)


def annotations_beside(article: Article, lines: tuple[SiteLine, ...], published: Published | None) -> Annotations:
    """What an article says that has these lines, with the days counted from when it was published."""
    body = article.body
    spans = sentences(body)
    return Annotations(
        mentions(body, published),
        quotes(body),
        lines,
        figures_of(article),
        starts_of_sentences(body, spans),
        filed_names_of(body, article.title, spans),
    )

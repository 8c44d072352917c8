"""The text of an article whose meaning stands for it."""

from index.article import Article

WORDS = 85
"""Of the body. With the title they are about as many pieces as the model was taught with. On cranfield, cisi and fnc1
they find as much as 180 words, on the last two as three such passages, which cost two and six times as much."""


def opening(article: Article) -> str:
    """The title of an article and the first words of its body."""
    words = " ".join(article.body.split(maxsplit=WORDS)[:WORDS])
    return f"{article.title}. {words}" if article.title else words

"""The text of an article whose meaning stands for it."""

from index.article import Article

WORDS = 85
"""Of the body. With the title they are about as many pieces as the model was taught with. Twice as many, and three such
passages, cost twice as much and more and find no more (`make relevance`)."""


def opening(article: Article) -> str:
    """The title of an article and the first words of its body."""
    words = " ".join(article.body.split(maxsplit=WORDS)[:WORDS])
    return f"{article.title}. {words}" if article.title else words

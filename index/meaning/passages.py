"""The texts of an article whose meanings stand for it."""

from index.article import Article

WORDS = 180
"""Of a passage; with its title about as many pieces as the model reads."""
MOST_PASSAGES = 3
FEWEST_WORDS = 40
"""Of a last passage; fewer belong to the one before."""


def passages(article: Article) -> list[str]:
    """The first passages of an article, each below its title; at least one."""
    words = article.body.split(maxsplit=MOST_PASSAGES * WORDS + FEWEST_WORDS)[: MOST_PASSAGES * WORDS + FEWEST_WORDS]
    starts = [
        start for start in range(0, MOST_PASSAGES * WORDS, WORDS) if start == 0 or len(words) - start >= FEWEST_WORDS
    ]
    ends = [*starts[1:], starts[-1] + WORDS + FEWEST_WORDS]
    title = f"{article.title}. " if article.title else ""
    return [title + " ".join(words[start:end]) for start, end in zip(starts, ends, strict=True)]

"""Who took whose text: for each source text of a story its articles in their order, and what each kept of which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Article
from search.article.alignment import Sentence, aligned, first_sentences
from search.article.story import FEWEST_IN_COMMON, came_before, is_reprint

MOST_CHARACTERS = 20_000
"""What is looked at of an article; a few milliseconds for each."""
MOST_OF_A_FAMILY = 20
"""Articles with one source text that are compared."""
RUN = 5
"""Words in a row by which the source of a text is sought."""


@dataclass(frozen=True, slots=True)
class Link:
    """An article with a source text, beside the one whose text it has most of."""

    article: str
    """Its id."""
    sentences: int
    """How many it has, as far as it is looked at."""
    parent: str | None
    """The id of the article before it with which it shares most; None of the first."""
    is_after: bool = False
    """It is known to have come out after that one; where it is not, nobody knows who copied."""
    is_reprint: bool = False
    """Both have the same text."""
    kept: int = 0
    """How many sentences both have, word for word or in other words."""
    reworded: int = 0
    """How many of them are in other words."""
    added: tuple[str, ...] = ()
    """The sentences that only this one has."""
    dropped: tuple[str, ...] = ()
    """The sentences that only the other has."""


@dataclass(frozen=True, slots=True)
class TextChain:
    """The articles with one source text."""

    links: tuple[Link, ...]
    """As the articles come, the first of them first."""


def text_chains(articles: Sequence[Article]) -> tuple[TextChain, ...]:
    """The source texts that several of these articles share; the articles come oldest first."""
    families: dict[str, list[Article]] = {}
    for article in articles:
        if article.family is not None:
            families.setdefault(article.family, []).append(article)
    return tuple(chain for family in families.values() for chain in chains_of(family[:MOST_OF_A_FAMILY]))


def chains_of(family: Sequence[Article]) -> Iterator[TextChain]:
    """The articles of a family, each linked to the one before it with which it has the longest stretches in common.

    A family is held together by any text; where two have hardly a sentence in common, neither is the other's source.
    """
    texts = [first_sentences(article.body, MOST_CHARACTERS) for article in family]
    runs = [runs_of_words(text) for text in texts]
    chains: dict[int, list[Link]] = {}
    root = list(range(len(family)))
    for place in range(len(family)):
        nearest = max(range(place), key=lambda before: (len(runs[place] & runs[before]), -before), default=None)
        if nearest is not None and runs[place] & runs[nearest]:
            link = link_between((family[nearest], texts[nearest]), (family[place], texts[place]))
            if link.kept >= FEWEST_IN_COMMON:
                root[place] = root[nearest]
                chains[root[nearest]].append(link)
                continue
        chains[place] = [Link(family[place].id, len(texts[place]), None)]
    yield from (TextChain(tuple(links)) for links in chains.values() if len(links) > 1)


def runs_of_words(text: Sequence[Sentence]) -> set[tuple[str, ...]]:
    """The runs of five words in a text that do not cross the end of a sentence."""
    return {run for sentence in text for run in zip(*(sentence.forms[start:] for start in range(RUN)), strict=False)}


def link_between(source: tuple[Article, list[Sentence]], copy: tuple[Article, list[Sentence]]) -> Link:
    """What an article has of the text of one before it; each with its sentences."""
    (parent, before), (article, text) = source, copy
    same, reworded = aligned(before, text)
    ours = {j for _, j in same} | {j for _, theirs in reworded for j in theirs}
    theirs = {i for i, _ in same} | {i for own, _ in reworded for i in own}
    return Link(
        article=article.id,
        sentences=len(text),
        parent=parent.id,
        is_after=came_before(parent.published, article.published),
        is_reprint=is_reprint(article, parent),
        kept=len(same) + len(reworded),
        reworded=len(reworded),
        added=tuple(sentence.text for place, sentence in enumerate(text) if place not in ours),
        dropped=tuple(sentence.text for place, sentence in enumerate(before) if place not in theirs),
    )

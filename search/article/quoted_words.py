"""Whom an article quotes, and how other articles of its story print the same words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Article
from search.article.quotation_text import spoken
from search.article.quotation_versions import QuoteVersions, quote_versions
from search.article.story import Story
from search.engine import Engine

MOST_COMPARED = 8
"""Articles of a story whose quotations and names are laid beside each other, some milliseconds for each: those that are
next to the article by date."""
MOST_CHARACTERS = 50_000
"""What is looked at of an article; more is no report."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom an article quotes."""

    speaker: str | None
    """As the article names them most fully; None for words beside which it names nobody."""
    texts: tuple[str, ...]
    """What it quotes them with, in its order."""


def voices(article: Article) -> tuple[Voice, ...]:
    """Whom an article quotes: those it names in its order, then the words of whom it does not name."""
    said: dict[str | None, list[str]] = {}
    for each in spoken(beginning(article)):
        said.setdefault(each.speaker, []).append(each.text)
    found = [Voice(speaker, tuple(texts)) for speaker, texts in said.items()]
    return tuple(sorted(found, key=lambda voice: voice.speaker is None))


def near_in_story(engine: Engine, article: Article, story: Story | None) -> tuple[Article, ...]:
    """The beginnings of an article and of those next to it in its story, this one first."""
    others = engine.fetch(nearest(story, article.id)[1:]) if story else ()
    return tuple(beginning(one) for one in (article, *others))


def versions_elsewhere(near: Sequence[Article]) -> tuple[QuoteVersions, ...]:
    """The quotations that the first of these articles and others of them print, in all their wordings there."""
    return tuple(quote for quote in quote_versions(near) if is_printed_by(quote, near[0].id))


def beginning(article: Article) -> Article:
    """An article with as much of its text as is looked at."""
    return replace(article, body=article.body[:MOST_CHARACTERS])


def nearest(story: Story, id: str) -> Sequence[str]:
    """The ids of the article and of those next to it in its story, this one first."""
    ids = [member.id for member in story.members]
    this = ids.index(id)
    return [ids[place] for place in sorted(range(len(ids)), key=lambda place: abs(place - this))][:MOST_COMPARED]


def is_printed_by(quote: QuoteVersions, id: str) -> bool:
    """One of its versions stands in this article."""
    return any(id in version.articles for version in quote.versions)

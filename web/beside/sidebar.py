"""What stands beside an article on its page: whom it quotes, whom and what it names, and which days, each a search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.article import Article
from index.cleaning.line_rules import teased
from index.entities.entity_types import NameKind
from index.entities.recognizer import Name, linked, names
from search.article.days_named import DaysNamed, days_named
from search.article.quotation_versions import QuoteVersions, Version
from search.article.quoted_words import Voice, versions_elsewhere, voices
from search.article.story import Member, Story
from search.clauses import Speaker
from search.language.serializer import written
from search.request import Request
from search.results import Piece
from web.links import article_url, results_url
from web.locale.catalogs import gettext, gettext_noop
from web.wording import quoted_title, shortened, span_in_words

MOST_LISTED = 40
"""Days, or people who are quoted; whoever wants more of them reads the text."""
MOST_QUOTES, MOST_OF_ONE = 8, 10
"""Quotations that others print too, and quotations of one speaker."""
LONGEST_WORDS, LONGEST_QUOTE = 40, 280
"""Characters of the words that name a day, and of a quotation that stands in full in the text beside it."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that the article speaks of, and the search for other articles that do."""

    name: str
    url: str | None
    """None when there is nothing to search for."""
    count: int
    """How often it speaks of it."""
    words: tuple[str, ...] = ()
    """How the text puts it."""


@dataclass(frozen=True, slots=True)
class Asides:
    """What an article speaks of, of one kind."""

    listed: tuple[Aside, ...]
    total: int


def days_beside(article: Article) -> Asides:
    """The days that an article speaks of, the first of them in the order of the calendar."""
    every = days_named(article)
    return Asides(tuple(day_aside(days) for days in every[:MOST_LISTED]), len(every))


def day_aside(days: DaysNamed) -> Aside:
    """Days that an article speaks of, with the words that say so."""
    return Aside(
        name=span_in_words(days.first, days.last),
        url=results_url(Request(days.search)),
        count=days.count,
        words=tuple(shortened(words, LONGEST_WORDS) for words in days.words),
    )


def headlines_beside(article: Article) -> Asides:
    """The headlines of other articles that stood between the lines of this one."""
    every = list(dict.fromkeys(headline for removed in article.removed if (headline := teased(removed.text))))
    listed = (Aside(name=headline, url=results_url(Request(headline)), count=1) for headline in every[:MOST_LISTED])
    return Asides(tuple(listed), len(every))


def voices_beside(article: Article) -> Asides:
    """Whom an article quotes, with the words."""
    every = voices(article)
    return Asides(tuple(voice_aside(voice) for voice in every[:MOST_LISTED]), len(every))


def voice_aside(voice: Voice) -> Aside:
    """Somebody who is quoted."""
    return Aside(
        name=voice.speaker or gettext("Nobody is named"),
        url=results_url(Request(written(Speaker(voice.speaker, ())))) if voice.speaker else None,
        count=len(voice.texts),
        words=tuple(shortened(text, LONGEST_QUOTE) for text in voice.texts[:MOST_OF_ONE]),
    )


NAMED: dict[str, NameKind | None] = {
    gettext_noop("People"): "person",
    gettext_noop("Organisations"): "organisation",
    gettext_noop("Places"): "place",
    gettext_noop("Other names"): None,
}
"""What each kind of name is called; of the last it is not clear what they are."""


def names_beside(near: Sequence[Article]) -> dict[str, Asides]:
    """Whom and what the first of these articles names, each kind by what it is called, the most often named first.

    The others tell the same story: whom it names by the surname alone, they may name in full.
    """
    every = linked([names(article.body, article.title) for article in near])[0]
    found = {heading: [name for name in every if name.kind == kind] for heading, kind in NAMED.items()}
    return {
        heading: Asides(tuple(name_aside(name) for name in of_kind[:MOST_LISTED]), len(of_kind))
        for heading, of_kind in found.items()
    }


def name_aside(name: Name) -> Aside:
    """Somebody or something that is named; several words are looked for as they stand."""
    typed = name.text if name.text.isalnum() else f'"{name.text}"'
    return Aside(name=name.text, url=results_url(Request(typed)), count=len(name.spans))


@dataclass(frozen=True, slots=True)
class Print:
    """A wording of a quotation, and who prints it."""

    pieces: tuple[Piece, ...]
    is_quoted: bool
    """It stands in quotation marks."""
    articles: tuple[tuple[str, str | None], ...]
    """The name of each article that prints it, and its address; None for the article of the page."""


@dataclass(frozen=True, slots=True)
class Prints:
    """A quotation in all its wordings."""

    speaker: str | None
    """None when nobody is named."""
    wordings: tuple[Print, ...]


def prints_beside(near: Sequence[Article], story: Story | None) -> tuple[Prints, ...]:
    """The quotations that the first of these articles of a story and others print, with the words that differ."""
    by_id = {member.id: member for member in story.members} if story else {}
    return tuple(prints(quote, by_id) for quote in versions_elsewhere(near)[:MOST_QUOTES]) if story else ()


def prints(quote: QuoteVersions, by_id: Mapping[str, Member]) -> Prints:
    """A quotation in all its wordings."""
    return Prints(quote.speaker, tuple(print_of(version, by_id) for version in quote.versions))


def print_of(version: Version, by_id: Mapping[str, Member]) -> Print:
    """One wording, and who prints it."""
    return Print(version.pieces, version.is_quoted, tuple(named(by_id[id]) for id in version.articles))


def named(member: Member) -> tuple[str, str | None]:
    """What an article of the story is called beside its words, and its address."""
    if member.is_this:
        return gettext("this article"), None
    return member.source or quoted_title(member.title, LONGEST_WORDS), article_url(member.id)

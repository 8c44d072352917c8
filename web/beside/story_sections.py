"""What the articles of a story say differently or alone, and who took whose text, as their page shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from search.article.story import Member
from search.highlight.clipping import clipped
from search.request import Request
from search.results import Piece
from search.story.only_here import OnlyHere
from search.story.said_differently import SaidDifferently
from search.story.text_chains import Link, TextChain
from web.links import article_url, compare_url
from web.locale.catalogs import gettext, gettext_noop
from web.wording import counted, isolated, number, quoted_title, shortened

MOST_ROWS = 24
"""Things said differently that are shown; the JSON has all."""
LONGEST_SAYING, LONGEST_FACT, LONGEST_SENTENCE = 170, 260, 90
"""Characters of a sentence in the table, of a fact, and of one that was added or dropped."""
MOST_CHANGES = 2
"""Sentences that a copy added, and that it dropped, that are shown; the comparison has all."""
LONGEST_NAME = 40
KINDS = {
    "number": gettext_noop("Number"),
    "day": gettext_noop("Day"),
    "name": gettext_noop("Name"),
    "speaker": gettext_noop("Who says it"),
}


@dataclass(frozen=True, slots=True)
class Teller:
    """An article as it is named beside what it says."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class StoryAddresses:
    """The articles of a story as links, with what was asked when it was found."""

    members: Mapping[str, Member]
    """By id."""
    asked: Request

    def teller(self, id: str) -> Teller:
        """An article by its outlet, or else its title."""
        member = self.members[id]
        return Teller(member.source or quoted_title(member.title, LONGEST_NAME), self.article(id))

    def article(self, id: str) -> str:
        """Where an article is shown."""
        return article_url(id, self.asked)

    def comparison(self, left: str, right: str) -> str:
        """Where two articles are set side by side."""
        return compare_url(left, right, self.asked)


@dataclass(frozen=True, slots=True)
class SayingRow:
    """What some articles say, with what differs marked."""

    pieces: tuple[Piece, ...]
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class DifferenceRows:
    """One thing that articles say differently."""

    what: str
    rows: tuple[SayingRow, ...]


@dataclass(frozen=True, slots=True)
class Copier:
    """An article with a source text, beside the one before it whose text it has most of."""

    member: Member
    url: str
    words: str
    """What it is to that one, and how much it kept."""
    dropped: tuple[str, ...]
    added: tuple[str, ...]
    more: int
    """How many sentences were dropped or added beside these."""
    compare: str | None
    """None of the first."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The articles with one source text, oldest first."""

    told: str
    copiers: tuple[Copier, ...]


def difference_rows(differences: Sequence[SaidDifferently], links: StoryAddresses) -> tuple[DifferenceRows, ...]:
    """What the articles say differently, a row for each saying."""
    return tuple(
        DifferenceRows(
            what=(one.what or "")[:1].upper() + (one.what or "")[1:] or gettext(KINDS[one.kind]),
            rows=tuple(
                SayingRow(clipped(saying.pieces, LONGEST_SAYING), tuple(tellers(saying.articles, links)))
                for saying in one.sayings
            ),
        )
        for one in differences[:MOST_ROWS]
    )


def tellers(ids: Sequence[str], links: StoryAddresses) -> Iterator[Teller]:
    """The articles with these ids, each outlet once."""
    first: dict[str, Teller] = {}
    for id in ids:
        one = links.teller(id)
        first.setdefault(one.name, one)
    yield from first.values()


def only_here_rows(facts: Sequence[OnlyHere], links: StoryAddresses) -> tuple[SayingRow, ...]:
    """What single articles have alone."""
    return tuple(SayingRow(clipped(fact.pieces, LONGEST_FACT), (links.teller(fact.article),)) for fact in facts)


def source_texts(chains: Sequence[TextChain], links: StoryAddresses) -> tuple[SourceText, ...]:
    """The source texts that several articles share."""
    return tuple(
        SourceText(
            told=gettext("%(articles)s, %(sentences)s in the first")
            % {
                "articles": counted(len(one.links), "article"),
                "sentences": counted(one.links[0].sentences, "sentence"),
            },
            copiers=tuple(
                copier(link, one.links[place - 1 if place else 0], links) for place, link in enumerate(one.links)
            ),
        )
        for one in chains
    )


def copier(link: Link, before: Link, links: StoryAddresses) -> Copier:
    """An article of a source text; the one that stands above it is named only where it is not the source."""
    member, url = links.members[link.article], links.article(link.article)
    if link.parent is None:
        return Copier(member, url, counted(link.sentences, "sentence"), (), (), 0, None)
    words = [kinship(link), kept(link)]
    if link.parent != before.article:
        words.append(gettext("by way of %(name)s") % {"name": isolated(links.teller(link.parent).name)})
    dropped, added = link.dropped[:MOST_CHANGES], link.added[:MOST_CHANGES]
    return Copier(
        member=member,
        url=url,
        words=" · ".join(words),
        dropped=tuple(shortened(text, LONGEST_SENTENCE) for text in dropped),
        added=tuple(shortened(text, LONGEST_SENTENCE) for text in added),
        more=len([*chain(link.dropped, link.added)]) - len(dropped) - len(added),
        compare=links.comparison(link.parent, link.article),
    )


def kept(link: Link) -> str:
    """How many sentences an article kept of the one it shares a text with."""
    counts = {"kept": number(link.kept), "reworded": number(link.reworded)}
    if link.reworded:
        return gettext("%(kept)s kept, %(reworded)s of them reworded") % counts
    return gettext("%(kept)s kept") % counts


def kinship(link: Link) -> str:
    """What an article is to the one it shares a text with, as far as days tell."""
    if link.is_reprint:
        return gettext("reprint") if link.is_after else gettext("the same text, nobody knows who was first")
    return gettext("later") if link.is_after else gettext("nobody knows who was first")

"""An article as it is read: with every match numbered, and the ways from match to match and from result to result."""

from dataclasses import dataclass, replace
from datetime import date

from index.article import Article
from search.clauses import Clause
from search.engine import Engine
from search.export.citation_styles import apa, chicago
from search.find import find
from search.highlight.date_marks import day_marks
from search.highlight.highlighter import MOST_MARKS, marked
from search.language.parser import Reading
from search.request import Request
from search.results import Hit, Piece
from web.links import article_url, results_url
from web.navigation import Choice
from web.wording import marked_paragraphs

MOST_ALIKE = 4
"""Articles of other stories that are named as being like this one."""


@dataclass(frozen=True, slots=True)
class NumberedPiece:
    """A stretch of the text, and which match it is."""

    text: str
    number: int | None
    """From 1; None when it is no match, or goes on with the one before."""
    is_marked: bool


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with what was asked marked in it."""

    article: Article
    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[NumberedPiece, ...], ...]
    matches: int
    """In the text, the title not counted."""


def reading(article: Article, read: Reading) -> MarkedArticle:
    """The article with what was asked marked in it; when it has none of that whole, with the parts that it has."""
    whole = marked_article(article, read.clause)
    has_any = whole.matches or any(is_marked for _, is_marked in whole.title)
    return whole if has_any or read.loosened is None else marked_article(article, read.loosened)


def marked_article(article: Article, clause: Clause) -> MarkedArticle:
    """The article with the matches of a clause marked in its title and in each paragraph."""
    title = marked(clause, article.title, "title")
    paragraphs, number = [], 0
    for pieces in marked_paragraphs(marked(clause, article.body, "body", day_marks(clause, article))):
        own = []
        for text, is_marked in pieces:
            number += is_marked
            own.append(NumberedPiece(text, number if is_marked else None, is_marked))
        paragraphs.append(tuple(own))
    return MarkedArticle(article, title, tuple(paragraphs), number)


@dataclass(frozen=True, slots=True)
class MatchWalk:
    """The way through the matches of an article."""

    here: int | None
    """The match in hand; None before the first."""
    total: int
    previous: str | None
    next: str | None

    @property
    def is_full(self) -> bool:
        """It has as many matches as are marked: there may be others."""
        return self.total >= MOST_MARKS


def walk(url: str, here: int | None, total: int) -> MatchWalk:
    """The way from the match in hand to those before and after, at this address of the article."""
    here = min(here, total) if here and total else None

    def step(number: int) -> str:
        return f"{url}{'&' if '?' in url else '?'}m={number}#m{number}"

    return MatchWalk(
        here=here,
        total=total,
        previous=step(here - 1) if here and here > 1 else None,
        next=step((here or 0) + 1) if (here or 0) < total else None,
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """The place of an article among results, and the results before and after."""

    rank: int
    total: int
    back: str
    """The page of results on which it stands."""
    previous: Choice | None
    next: Choice | None


def turn(engine: Engine, asked: Request, id: str, rank: int | None, today: date) -> Turn | None:
    """The results around an article; None where it is not known which of them it is."""
    if rank is None:
        return None
    results = find(engine, replace(asked, page=1, size=3, skipped=max(0, rank - 2)), today)
    by_rank = {hit.rank: hit for hit in results.hits}
    if rank not in by_rank or by_rank[rank].id != id:
        return None
    return Turn(
        rank=rank,
        total=results.shown,
        back=results_url(on_page_of(rank, asked)),
        previous=result_link(by_rank.get(rank - 1), asked),
        next=result_link(by_rank.get(rank + 1), asked),
    )


def on_page_of(rank: int, asked: Request) -> Request:
    """The request for the page on which a result stands."""
    return replace(asked, page=(rank - 1) // asked.size + 1)


def result_link(hit: Hit | None, asked: Request) -> Choice | None:
    """The link to another result; None when there is none."""
    if hit is None:
        return None
    title = "".join(text for text, _ in hit.title)
    return Choice(title, article_url(hit.id, on_page_of(hit.rank, asked), hit.rank))


def alike(engine: Engine, article: Article, today: date) -> tuple[Hit, ...]:
    """Articles of other stories that hold most of what its title says."""
    found = find(engine, Request(article.title, words="any", size=MOST_ALIKE * 2), today).hits
    others = [hit for hit in found if hit.id != article.id and (hit.story is None or hit.story != article.story)]
    return tuple(others[:MOST_ALIKE])


def citations(article: Article) -> tuple[tuple[str, str], ...]:
    """The article as it is cited, by the name of the style."""
    return (("APA", apa(article)), ("Chicago", chicago(article)))

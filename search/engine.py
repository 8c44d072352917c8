"""The seam: an engine is anything that can match a query and fetch articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from index.article import Article
from search.query import Query


@dataclass(frozen=True, slots=True)
class Folded:
    """An article that matches, and is shown under another."""

    id: str
    is_reprint: bool
    """Its wording is that of the article that it is shown under."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that matches, and what is needed to rank and group it."""

    id: str
    score: float
    published: date | None
    """The first day on which it may have been published; None when it has no date."""
    story: str | None
    """None when it stands alone."""
    folded: tuple[Folded, ...] = ()
    """The others that are shown under it, in the order asked for; none unless copies are to be folded."""
    tellers: int = 1
    """How many articles of the index tell its story, itself among them; where only reprints are folded, print
    its text."""
    prints: int = 1
    """How many of these print its text."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Every article that matches, counted; and the first of them, in the order asked for."""

    candidates: tuple[Candidate, ...]
    total: int
    distinct: Mapping[str, int]
    """How many there are when copies are folded so: by "all", which is the total, "reprints" and "stories"."""
    sources: Mapping[str, int]
    """How many matches each outlet published, folded as asked; articles without a source are not in it."""
    years: Mapping[str, int]
    """How many matches were first published in each year, likewise, by "2022"; undated articles are not in it."""
    months: Mapping[str, int]
    """The same in each month, by "2022-11"."""


class Engine(Protocol):
    """Answers queries from one unchanging set of articles; safe to call from several threads."""

    def match(self, query: Query, limit: int) -> Matches:
        """The articles that match `query`, exactly counted, and the first `limit` of them.

        By relevance: best score first, then newest, then by id. By date: undated articles last, then best score,
        then by id. Where copies are folded, the first of each text or story stands for all of it.
        """
        ...

    def spellings(self, form: str) -> Sequence[str]:
        """Other spellings of a name, as forms that stand in articles, the most frequent first; often none."""
        ...

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """The articles with these ids, in this order; an id that is not in the index is left out."""
        ...

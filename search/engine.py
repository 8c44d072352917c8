"""The seam: an engine is anything that can match a query and fetch articles, and a source is where one is opened.

An engine answers for ever from the articles that were there when it was opened. Who wants the newest asks its source
for the newest generation before each answer, which costs next to nothing, and opens another engine when that is not
the generation of the one at hand: `search.snapshots` does so. The old one answers on for those who still hold it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from index.article import Article, How, Skipped
from search.bm25f import NOTHING_BESIDE, Beside
from search.clauses import Clause, FormLeaf
from search.query import FacetName, Query


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
    beside: Beside = NOTHING_BESIDE
    """What of the score is for how and where its words stand."""


class Dating(NamedTuple):
    """When an article was published, as far as it is known, and how."""

    first: date
    last: date
    how: How


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
    with_all: int = 0
    """How many match all of `Query.most_of`. Where any does, only these are counted by outlet, year and month."""
    values: Mapping[FacetName, Mapping[str, int]] = field(default_factory=dict)
    """Of the same, how many articles have each value, copies or not: exactly those that choosing it finds. "" is that
    none is known. Of a facet with very many values, the most frequent. How dates are known is in `datings`."""
    holding: Callable[[FacetName, str], Mapping[str, int]] | None = None
    """The same of one facet, of the values that hold some words, so that also rare ones are told; None where `values`
    has all there are."""
    datings: Mapping[Dating, int] = field(default_factory=dict)
    """Of the same, how many articles are dated so, copies or not; undated ones are not in it."""
    cut: tuple[FormLeaf, ...] = ()
    """Patterns of which only the most frequent forms were looked for, to bound what that costs."""
    looked_at: int | None = None
    """How many articles, the newest, were looked at to bound what it costs where words stand; None is all of them."""


class Engine(Protocol):
    """Answers queries from one unchanging set of articles; safe to call from several threads."""

    @property
    def generation(self) -> str:
        """What is answered from: the same as that of another engine of the same place only if the articles are."""
        ...

    @property
    def remarks(self) -> Sequence[str]:
        """What whoever asks should know of the index, such as that a part of it cannot be read; nearly always none."""
        ...

    def match(self, query: Query, limit: int, skip: int = 0) -> Matches:
        """The articles that match `query`, exactly counted, and the first `limit` of them, without the first `skip`.

        By relevance: most of `query.most_of` first, then best score, then newest, then by id; to the scores of the
        first hundred so sorted is added what `Candidate.beside` says, and they are sorted again. By date: undated
        articles last, then best score, then by id. Where copies are folded, the first of each text or story stands
        for all.
        """
        ...

    def every(self, query: Query) -> Iterator[Candidate]:
        """All that `match` would give, in its order, in memory that does not grow with what is read of them."""
        ...

    def having(self, parts: Sequence[Clause], ids: Sequence[str]) -> Sequence[Set[str]]:
        """For each part of one query, which of these articles match it."""
        ...

    def ids_beginning(self, start: str, most: int) -> Sequence[str]:
        """The ids of articles that begin so, the first `most` of them in the order of the alphabet."""
        ...

    def spellings(self, form: str) -> Sequence[str]:
        """Other spellings of a name, as forms that stand in articles, the most frequent first; often none.

        With them, of a word that stands in articles of another language than English, its other grammatical forms
        there, as `index.spelling.inflections` has them.
        """
        ...

    def holds(self, form: str) -> bool:
        """Whether an article holds a word that is filed under the same term as this form."""
        ...

    def forms_near(self, form: str, edits: int, fewest: int = 1) -> Mapping[str, int]:
        """The forms of words in articles that so few edits, 0 to 2, make of this one, and how many articles hold each.

        Only those that so many articles hold.
        Edits are counted as `search.fuzzy_and_wildcards` does; the form itself is among them where it stands anywhere.
        """
        ...

    def forms_beginning(self, start: str, most: int) -> Mapping[str, int]:
        """Forms of words in articles that begin so, the most frequent first, and how many articles hold each.

        There are `most` of them at the utmost; of many, some frequent ones, as exactly counted as any.
        """
        ...

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """The articles with these ids, in this order; an id that is not in the index is left out."""
        ...


class EngineSource(Protocol):
    """A place where articles are indexed, and the engine over them; safe to call from several threads.

    Every method raises IndexMissing when nothing has been built there yet, IndexOutdated when what is there cannot be
    read by this version, and DatelineError when the place cannot be reached.
    """

    def newest_generation(self) -> str:
        """The generation of which an engine would be that is opened now."""
        ...

    def open(self) -> Engine:
        """An engine of the newest generation."""
        ...

    def skipped(self) -> Iterator[Skipped]:
        """What of the files of the newest generation gave no article, and why.

        Raises IndexOutdated as well when a build replaces the generation while it is read.
        """
        ...

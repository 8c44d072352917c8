"""Every article that a request finds, one after the other, from one engine, whatever is built meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from index.article import Article
from search.engine import Candidate, Engine
from search.find import Answered, hits_told
from search.results import Hit

AT_ONCE = 100
"""Articles that are fetched together."""


@dataclass(frozen=True, slots=True)
class RankedArticle:
    """An article, and its place among all that was found."""

    rank: int
    """1 is the first."""
    article: Article


@dataclass(frozen=True, slots=True)
class AllMatches:
    """What an engine has for a request, in its order; each way of reading it begins anew."""

    engine: Engine
    answered: Answered
    most: int | None = None
    """How many articles are wanted; None is all."""

    def candidates(self) -> Iterator[Candidate]:
        """The matches, from the first that the request does not skip."""
        first = self.answered.request.skipped
        last = None if self.most is None else first + self.most
        return islice(self.engine.every(self.answered.answer.query), first, last)

    def ids(self) -> Iterator[str]:
        """Their ids; no article is fetched."""
        return (candidate.id for candidate in self.candidates())

    def articles(self) -> Iterator[Article]:
        """The articles themselves."""
        return (each.article for each in self.ranked())

    def ranked(self) -> Iterator[RankedArticle]:
        """The same with their ranks; one that cannot be fetched is left out, and its rank with it."""
        for first, batch in self.batches():
            found = {article.id: article for article in self.engine.fetch([candidate.id for candidate in batch])}
            for rank, candidate in enumerate(batch, first):
                if candidate.id in found:
                    yield RankedArticle(rank, found[candidate.id])

    def hits(self) -> Iterator[Hit]:
        """The articles as a page of results shows them."""
        for first, batch in self.batches():
            yield from hits_told(self.engine, self.answered.answer, batch, first)

    def batches(self) -> Iterator[tuple[int, list[Candidate]]]:
        """The matches in portions, each with the rank of its first."""
        candidates = self.candidates()
        first = self.answered.request.skipped + 1
        while batch := list(islice(candidates, AT_ONCE)):
            yield first, batch
            first += len(batch)

"""The first matches by their words, ranked again by how and where the words stand in them.

What is added never takes a match below those that are not looked at again: it is 0 or more. It equals the plain
algorithm: sort all matches; to each of the first FIRST add what `search.bm25f.Beside` says; and sort them again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.storage.arrays import Array
from search.bm25f import CLOSENESS, LEAD_SHARE, MEANING, NOTHING_BESIDE, TITLE_SHARE, Beside, LeafWeight, saturation
from search.clauses import Leaf, Spellings, Word
from search.ranking.collapse import RankedMatch, SegmentMatches, foremost_of_all
from search.ranking.contributions import Contributions
from search.ranking.likeness import Likeness
from search.ranking.scored_documents import UNIT, Scored, Scores
from search.ranking.word_places import word_places, words_anywhere

FIRST = 100
"""Matches that are ranked again."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What is added to the scores of some documents of a segment, int64 (n,), in whole numbers of UNIT."""

    documents: Array
    """Integers (n,), ascending."""
    closeness: Array
    title: Array
    lead: Array
    meaning: Array

    @property
    def scores(self) -> Array:
        """All of it."""
        return np.asarray(self.closeness + self.title + self.lead + self.meaning)

    def beside(self, document: int) -> Beside:
        """What is added to the score of one document."""
        place = int(np.searchsorted(self.documents, document))
        if place == len(self.documents) or self.documents[place] != document:
            return NOTHING_BESIDE
        return Beside(*(part[place] * UNIT for part in (self.closeness, self.title, self.lead, self.meaning)))


@dataclass(frozen=True, slots=True)
class Reranked:
    """The documents of a segment that match, with what is added to the first of them."""

    scored: Scored
    additions: Additions

    @property
    def total(self) -> int:
        """See `search.ranking.scored_documents.Scored`."""
        return self.scored.total

    @property
    def all(self) -> Scores:
        """See `search.ranking.scored_documents.Scored`."""
        return self._added(self.scored.all)

    def best(self, limit: int) -> Scores:
        """See `search.ranking.scored_documents.Scored`."""
        return self._added(self.scored.best(max(limit, FIRST)))

    def _added(self, found: Scores) -> Scores:
        scores = found.scores.astype(np.int64)
        scores[found.documents.searchsorted(self.additions.documents)] += self.additions.scores
        return Scores(found.documents, scores)


def reranked(
    found: Sequence[SegmentMatches],
    contributions: Sequence[Contributions],
    weights: Mapping[Leaf, LeafWeight],
    likeness: Likeness | None,
) -> list[SegmentMatches]:
    """The matches in each segment, the first of them ranked again by these leaves, and by likeness where it is told."""
    words = words_anywhere(list(weights))
    most = np.array([weights[word].most for word in words])
    foremost = foremost_of_all(found, "relevance", FIRST) if words or likeness else []
    first: dict[int, list[int]] = {}
    for ranked in foremost:
        first.setdefault(id(ranked.matches), []).append(ranked.document)

    def again(part: SegmentMatches, own: Contributions, documents: list[int]) -> SegmentMatches:
        added = additions(own, words, most, np.array(documents))
        if likeness:
            like = likeness.of(own.segment.columns.name, documents)
            added = replace(added, meaning=np.rint(like * (MEANING / UNIT)).astype(np.int64))
        return SegmentMatches(part.segment, Reranked(part.scored, added))

    return [
        again(part, own, sorted(documents)) if (documents := first.get(id(part))) else part
        for part, own in zip(found, contributions, strict=True)
    ]


def additions(
    contributions: Contributions, words: Sequence[Word | Spellings], most: Array, documents: Array
) -> Additions:
    """What is added for words, each of which brings so much at most, in these documents, which ascend.

    There is at least one document. `most` is float64 (words,).
    """
    none = np.zeros(len(documents), np.int64)
    if not words:
        return Additions(documents, none, none, none, none)
    places = word_places(contributions.segment, words, documents)
    counts = places.before_next()[:-1].astype(np.float32)
    together = saturation(counts, contributions.norms.take(documents)) * in_units(CLOSENESS * lesser(most))
    return Additions(
        documents,
        np.ceil(together).sum(axis=0).astype(np.int64),
        (places.in_title() * in_units(TITLE_SHARE * most)).sum(axis=0).astype(np.int64),
        (places.in_lead() * in_units(LEAD_SHARE * most)).sum(axis=0).astype(np.int64),
        none,
    )


def lesser(most: Array) -> Array:
    """The lesser of each of these numbers and the next: float64 (n - 1,). They are float64 (n,)."""
    return np.minimum(most[:-1], most[1:])


def in_units(scores: Array) -> Array:
    """Scores in whole numbers of UNIT, one below the other: float64 (n, 1). They are float64 (n,)."""
    return np.round(scores / UNIT)[:, None]


def beside(ranked: RankedMatch) -> Beside:
    """What was added to the score of a match."""
    scored = ranked.matches.scored
    return scored.additions.beside(ranked.document) if isinstance(scored, Reranked) else NOTHING_BESIDE

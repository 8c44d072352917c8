"""The first matches by their words, ranked again by how and where the words stand in them.

What is added never takes a match below those that are not looked at again: it is 0 or more. It equals the plain
algorithm: sort all matches; to each of the first FIRST add what `search.bm25f.Beside` says; and sort them again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.storage.arrays import Array
from search.bm25f import CLOSENESS, LEAD_SHARE, NOTHING_BESIDE, TITLE_SHARE, Beside, LeafWeight, saturation
from search.clauses import Leaf, Spellings, Word
from search.ranking.collapse import RankedMatch, SegmentMatches, foremost_of_all
from search.ranking.contributions import Contributions
from search.ranking.levels import LEVEL
from search.ranking.query_meaning import QueryMeaning
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
    neighbours: Array

    @property
    def parts(self) -> tuple[Array, ...]:
        """What is added, in the order of `search.bm25f.Beside`."""
        return self.closeness, self.title, self.lead, self.meaning, self.neighbours

    @property
    def scores(self) -> Array:
        """All of it."""
        return np.asarray(np.sum(self.parts, axis=0))

    def beside(self, document: int) -> Beside:
        """What is added to the score of one document."""
        place = int(np.searchsorted(self.documents, document))
        if place == len(self.documents) or self.documents[place] != document:
            return NOTHING_BESIDE
        return Beside(*(part[place] * UNIT for part in self.parts))


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
    meaning: QueryMeaning | None,
) -> list[SegmentMatches]:
    """The matches in each segment, the first of them ranked again by these leaves, and by what is meant."""
    words = words_anywhere(list(weights))
    most = np.array([weights[word].most for word in words])
    foremost = foremost_of_all(found, "relevance", FIRST) if words or meaning else []
    first: dict[str, list[int]] = {}
    for ranked in foremost:
        first.setdefault(segment_of(ranked), []).append(ranked.document)
    added = {
        own.segment.columns.name: additions(own, words, most, np.array(sorted(documents)))
        for own in contributions
        if (documents := first.get(own.segment.columns.name))
    }
    if meaning and foremost:
        added = with_meaning(foremost, added, meaning)
    return [
        SegmentMatches(part.segment, Reranked(part.scored, own))
        if (own := added.get(part.segment.columns.name))
        else part
        for part in found
    ]


def segment_of(ranked: RankedMatch) -> str:
    """The name of the segment of a match."""
    return ranked.matches.segment.columns.name


def with_meaning(
    foremost: Sequence[RankedMatch], added: Mapping[str, Additions], query: QueryMeaning
) -> dict[str, Additions]:
    """What is added to these matches in each segment, with what it is for their meaning."""
    places = [(name := segment_of(each), int(added[name].documents.searchsorted(each.document))) for each in foremost]
    before = {name: own.scores for name, own in added.items()}
    scores = [each.score % LEVEL + before[name][place] for each, (name, place) in zip(foremost, places, strict=True)]
    more = query.added([(segment_of(each), each.document) for each in foremost], np.array(scores, np.int64))
    meaning, neighbours = ({name: np.zeros_like(own.meaning) for name, own in added.items()} for _ in range(2))
    for number, (name, place) in enumerate(places):
        meaning[name][place], neighbours[name][place] = more.meaning[number], more.neighbours[number]
    return {name: replace(own, meaning=meaning[name], neighbours=neighbours[name]) for name, own in added.items()}


def additions(
    contributions: Contributions, words: Sequence[Word | Spellings], most: Array, documents: Array
) -> Additions:
    """What is added for words, each of which brings so much at most, in these documents, which ascend.

    There is at least one document. `most` is float64 (words,).
    """
    none = np.zeros(len(documents), np.int64)
    if not words:
        return Additions(documents, none, none, none, none, none)
    places = word_places(contributions.segment, words, documents)
    counts = places.before_next()[:-1].astype(np.float32)
    together = saturation(counts, contributions.norms.take(documents)) * in_units(CLOSENESS * lesser(most))
    return Additions(
        documents,
        np.ceil(together).sum(axis=0).astype(np.int64),
        (places.in_title() * in_units(TITLE_SHARE * most)).sum(axis=0).astype(np.int64),
        (places.in_lead() * in_units(LEAD_SHARE * most)).sum(axis=0).astype(np.int64),
        none,
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

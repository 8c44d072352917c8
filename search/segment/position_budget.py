"""How many positions a query would read, and the newest articles that it can look at without reading too many.

What is read is judged beforehand, by how often words stand in all articles: a query of rare words never comes near the
bound, and one that does, looks at fewer articles, and answers exactly as if there were no others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array
from search.clause_walks import children, nodes
from search.clauses import (
    And,
    Clause,
    Everything,
    FormLeaf,
    Fuzzy,
    Near,
    Or,
    Phrase,
    Place,
    PositionLeaf,
    Prefix,
    Said,
    SameStem,
    Spellings,
    Wildcard,
    Word,
    choices_of,
)
from search.segment.boolean import matching, most_matches
from search.segment.segment_reader import SegmentReader
from search.segment.term_lookup import form_numbers, stem_postings

MOST_POSITIONS = 200_000
"""That are read for one query, which takes some tenth of a second; for a page of results several queries are asked."""
FEWEST = 100
"""Articles that are looked at whatever it costs."""
ROUNDS = 8
"""Of guessing how many articles can be looked at: what is read grows by less than the number of articles."""
IN_A_ROW = 1 / 8
"""What a position costs that is only compared with those of the other words of a phrase."""
PER_POSTING = 2
"""Occurrences that a form is taken to have in an article, but for those of the most frequent stems."""
COUNTED = 20
"""Of a pattern, so many stems, the most frequent, whose occurrences are counted."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The documents to which a query is confined."""

    documents: Sequence[Array]
    """Of each segment, live and ascending."""
    is_narrowed: bool
    """There are others that might match."""

    @property
    def told(self) -> int | None:
        """How many there are, where the reader should know of it."""
        return sum(map(len, self.documents)) if self.is_narrowed else None


def newest_within_budget(segments: Sequence[SegmentReader], clause: Clause) -> LookedAt | None:
    """The documents to look at: the newest of those that match what needs no positions, undated ones last.

    None is all of them.
    """
    size = sum(segment.live_count for segment in segments)
    if not reads_positions(clause) or positions_read(segments, clause, size) <= MOST_POSITIONS:
        return None
    among = [matching(segment, without_positions(clause)) for segment in segments]
    every = count = sum(map(len, among))
    for _ in range(ROUNDS):
        read = positions_read(segments, clause, count)
        if read <= MOST_POSITIONS or count <= FEWEST:
            break
        count = max(FEWEST, int(count * 0.95 * MOST_POSITIONS / read))
    return LookedAt(newest(segments, among, count), is_narrowed=count < every)


def newest(segments: Sequence[SegmentReader], among: Sequence[Array], count: int) -> list[Array]:
    """So many of the documents of segments, those that were first published last; ascending."""
    days = np.concatenate(
        [own.relations.first_day[documents].astype(np.int64) for own, documents in zip(segments, among, strict=True)]
    )
    is_kept = np.zeros(len(days), bool)
    is_kept[(-days).argsort(kind="stable")[:count]] = True
    ends = np.cumsum([len(documents) for documents in among])[:-1]
    return [documents[kept] for documents, kept in zip(among, np.split(is_kept, ends), strict=True)]


def without_positions(clause: Clause) -> Clause:
    """What of all that must be so can be known without positions."""
    if isinstance(clause, And):
        parts = tuple(part for part in clause.parts if not reads_positions(part))
        return And(parts) if parts else Everything()
    return Everything()


def reads_positions(clause: Clause) -> bool:
    """Whether it matters where words stand."""
    return any(isinstance(node, PositionLeaf | Phrase | Said) for node in nodes(clause))


def positions_read(segments: Sequence[SegmentReader], clause: Clause, documents: int) -> float:
    """How many positions are read when so many documents are looked at, about."""
    return sum(of_clause(segment, clause, documents * segment.share) for segment in segments)


def of_clause(segment: SegmentReader, clause: Clause, documents: float) -> float:
    """The same in one segment."""
    match clause:
        case Phrase(places=places) | Said(places=places):
            return of_row(segment, places, documents)
        case _ if isinstance(clause, PositionLeaf):
            # Of documents that were not chosen for it, as many hold what is asked for as of all.
            share = documents / max(1, len(segment.columns))
            return of_standing(segment, clause, min(documents, most_matches(segment, clause) * share))
        case _:
            return sum(of_clause(segment, part, documents) for part in children(clause))


def of_standing(segment: SegmentReader, clause: Clause, documents: float) -> float:
    """How many positions are read to find where a part of words near each other stands in so many documents."""
    match clause:
        case Word(term=term, ring=ring):
            return of_row(segment, [(term, *ring)], documents)
        case Spellings(terms=terms, ring=ring, runs=runs):
            rows = sum(of_row(segment, choices_of(run, ()), documents) for run in runs)
            return rows + of_row(segment, [(*terms, *ring)], documents)
        case Phrase(places=places):
            return of_row(segment, places, documents)
        case Prefix() | Wildcard() | Fuzzy() | SameStem():
            return of_row(segment, [clause], documents)
        case Near():
            documents = min(documents, most_matches(segment, clause))
            return sum(of_standing(segment, part, documents) for part in clause.parts)
        case Or(parts):
            return sum(of_standing(segment, part, documents) for part in parts)
        case _:
            return sum(of_standing(segment, part, documents) for part in children(clause))


def of_row(segment: SegmentReader, places: Sequence[Place], documents: float) -> float:
    """The same of words in a row: those of the two that stand in the fewest documents, in documents with both."""
    held = sorted(held_by(segment, place) for place in places)[:2]
    together = min([documents, *(count for count, _ in held)])
    read = sum(occurrences * min(1.0, together / count) for count, occurrences in held if count)
    return read if len(held) < 2 else read * IN_A_ROW


def held_by(segment: SegmentReader, place: Place) -> tuple[int, int]:
    """How many documents hold what may stand at a place of a phrase, and how often it stands in all of them."""
    if isinstance(place, FormLeaf):
        return held_by_pattern(segment, place)
    found = [postings for term in place if (postings := segment.postings(term)) is not None]
    return sum(map(len, found)), sum(postings.occurrence_count for postings in found)


def held_by_pattern(segment: SegmentReader, pattern: FormLeaf) -> tuple[int, int]:
    """The same of the forms that a pattern stands for, and of all other forms of their stems."""
    found = stem_postings(segment.columns, form_numbers(segment, pattern))
    order = (-found.counts).argsort(kind="stable")
    counts = found.counts[order]
    if pattern.most_postings is not None:
        counts = counts[: max(1, int((counts.cumsum() <= pattern.most_postings * segment.share).sum()))]
    frequent = [segment.columns.list_at(stem).occurrence_count for stem in found.stems[order][:COUNTED].tolist()]
    total, counted = int(counts.sum()), len(counts[:COUNTED])
    return total, sum(frequent[:counted]) + PER_POSTING * (total - int(counts[:counted].sum()))

"""Which segments should become one: a query looks in each, so they are kept few; writing is not done too often.

Segments of about one size are merged when they are several, as in the tiers of Apache Cassandra (SizeTieredCompaction)
and of Lucene's TieredMergePolicy, and as the logarithmic method of Bentley and Saxe, "Decomposable searching problems"
(1980), has it.
"""

from collections.abc import Sequence

from index.columns.codec import ColumnsSegment

MOST_SEGMENTS = 8
"""More are never left."""
ALIKE = 3
"""So many segments of about the same size become one: an article is written anew as often as the index triples."""
GROWTH = 2
"""A segment is alike when it has no more than so many times the documents of all smaller ones together."""
MOST_DELETED = 0.3
"""The share of deleted documents from which on a segment is written anew: they take room, and time in every query."""


def to_merge(segments: Sequence[ColumnsSegment]) -> list[ColumnsSegment]:
    """The segments that should become one, in their order; empty when all is well."""
    by_size = sorted(segments, key=lambda segment: segment.doc_count())
    chosen: list[ColumnsSegment] = by_size[: max(1, len(segments) - MOST_SEGMENTS + 1)]
    for segment in by_size[len(chosen) :]:
        if segment.doc_count() > GROWTH * sum(smaller.doc_count() for smaller in chosen):
            break
        chosen.append(segment)
    if len(chosen) < ALIKE and len(segments) <= MOST_SEGMENTS:
        chosen = [segment for segment in segments if segment.deleted_count() > MOST_DELETED * segment.doc_count_all()]
    return [segment for segment in segments if segment in chosen]

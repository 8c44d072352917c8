"""How many matches name each person or organisation: exactly as many as choosing it finds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.annotations import EntityKind
from index.columns.entity_columns import tallied
from index.schema import name_key, utf8
from index.storage.arrays import Array
from search.ranking.collapse import SegmentMatches
from search.segment.segment_reader import SegmentReader


@dataclass(frozen=True, slots=True)
class SegmentCounts:
    """How often the entities of one kind are named by the matches of a segment."""

    segment: SegmentReader
    kind: EntityKind
    first: int
    """The number of the first name of the kind."""
    counts: Array
    """How many matches have each name of the kind: int64 (names of the kind,)."""

    def most_frequent(self, most: int) -> dict[str, int]:
        """So many entities, by their keys, and how many matches name each."""
        columns, names = self.segment.columns.entities, np.flatnonzero(self.counts)
        first, totals = tallied(np.asarray(columns.entity)[names + self.first], self.counts[names])
        foremost = np.argsort(-totals, kind="stable")[:most]
        numbers = (names[first[foremost]] + self.first).tolist()
        return {
            columns.key_and_name(name)[0]: count for name, count in zip(numbers, totals[foremost].tolist(), strict=True)
        }

    def of_key(self, key: str) -> dict[str, int]:
        """The names of an entity, and how many matches have each."""
        own = self.segment.names_of(self.kind, key)
        counts = self.counts[own.start - self.first : own.stop - self.first].tolist()
        columns = self.segment.columns.entities
        return {columns.key_and_name(name)[1]: count for name, count in zip(own, counts, strict=True) if count}


def entity_counts(parts: Sequence[SegmentMatches], kind: EntityKind, most: int, holding: str = "") -> dict[str, int]:
    """How many matches name each, as most of them write it: of those whose name holds this, so many.

    The counts are exact. Of very many, those are taken that are among the foremost of any segment.
    """
    segments = [segment_counts(part, kind, name_key(holding)) for part in parts]
    found = []
    for key in frequent_keys(segments, most):
        written: Counter[str] = Counter()
        for own in segments:
            written.update(own.of_key(key))
        found.append((-written.total(), min(written, key=lambda name: (-written[name], name))))
    return {name: -count for count, name in sorted(found)[:most]}


def frequent_keys(segments: Sequence[SegmentCounts], most: int) -> list[str]:
    """The keys of those that may be among the most frequent of all: no others need be counted in every segment."""
    foremost = [own.most_frequent(most) for own in segments]
    floors = [min(own.values()) if len(own) == most else 0 for own in foremost]
    known: Counter[str] = Counter()
    for own in foremost:
        known.update(own)
    least = min((count for _, count in known.most_common(most)), default=0)
    return [
        key
        for key, count in known.items()
        if count + sum(floor for own, floor in zip(foremost, floors, strict=True) if key not in own) >= least
    ]


def segment_counts(part: SegmentMatches, kind: EntityKind, holding: str) -> SegmentCounts:
    """How often the entities of one kind are named by the matches of a segment; those whose name holds this."""
    columns, documents = part.segment.columns, part.scored.all.documents
    entities = columns.entities
    own = entities.of_kind(kind)
    counts = entities.counts(None if len(documents) == len(columns) else documents)[own.start : own.stop]
    if holding:
        names = np.flatnonzero(counts)
        names = names[part.segment.entity_scan.holding(utf8(holding))[names + own.start]]
        names = with_all_names(np.asarray(entities.entity)[own.start : own.stop], names, counts)
        only = np.zeros_like(counts)
        only[names] = counts[names]
        counts = only
    return SegmentCounts(part.segment, kind, own.start, counts)


def with_all_names(entities: Array, names: Array, counts: Array) -> Array:
    """The names, int64 (n,), with the others of the same entities that are counted at all: int64 (m,), ascending.

    `entities` is unsigned (names of the kind,), `counts` int64 likewise.
    """
    is_wanted = np.zeros(int(entities.max()) + 1 if len(entities) else 0, bool)
    is_wanted[entities[names]] = True
    return np.flatnonzero(is_wanted[entities] & (counts > 0))

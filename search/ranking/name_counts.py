"""How many matches have each author or place, alone or among others: exactly as many as choosing it finds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.schema import name_key, utf8
from index.storage.arrays import Array, ranges, starts_of
from index.storage.string_column import StringColumn
from search.ranking.collapse import SegmentMatches
from search.segment.segment_reader import SegmentReader


@dataclass(frozen=True)
class SegmentNames:
    """The names in a column of the matches of a segment, each as it is compared, with a space before and after it."""

    segment: SegmentReader
    column: str
    documents: Array
    """The matches: integers (n,)."""
    numbers: Array
    """The numbers of the texts of the names: int64 (names,), ascending, and so the texts are."""
    counts: Array
    """How many matches have just this one: int64 (names,)."""

    @property
    def texts(self) -> StringColumn:
        """The texts of a segment, sorted."""
        return self.segment.columns.attributes.texts

    def foremost(self, most: int) -> dict[bytes, int]:
        """So many names that most matches have, and how many; of those that as many have, the first by alphabet."""
        first = np.argsort(-self.counts, kind="stable")[:most]
        return {
            self.texts[number]: count
            for number, count in zip(self.numbers[first].tolist(), self.counts[first].tolist(), strict=True)
        }

    def count_of(self, name: bytes) -> int:
        """How many matches have just this name."""
        number = self.texts.number(name)
        place = int(self.numbers.searchsorted(-1 if number is None else number))
        return int(self.counts[place]) if place < len(self.numbers) and self.numbers[place] == number else 0

    def holding(self, piece: bytes) -> Array:
        """The places among the names of those that hold a piece: int64 (n,), ascending."""
        found: list[int] = []
        at = self._content.find(piece)
        while at >= 0:
            found.append(at)
            at = self._content.find(piece, at + 1)
        return np.unique(self._starts.searchsorted(np.array(found, np.int64), side="right") - 1)

    @cached_property
    def _starts(self) -> Array:
        """Where each name begins in the content: int64 (names + 1,)."""
        return starts_of(self._lengths + 1)

    @cached_property
    def _lengths(self) -> Array:
        starts = np.asarray(self.texts.starts)
        return np.asarray(starts[self.numbers + 1].astype(np.int64) - starts[self.numbers])

    @cached_property
    def _content(self) -> bytes:
        """All names, with a line feed, which is in none, after each."""
        lengths = self._lengths
        content = np.full(int(lengths.sum()) + len(lengths), ord("\n"), np.uint8)
        begin = np.asarray(self.texts.starts)[self.numbers].astype(np.int64)
        content[ranges(self._starts[:-1], lengths)] = np.asarray(self.texts.bytes)[ranges(begin, lengths)]
        return content.tobytes()

    def only(self, places: Array) -> "SegmentNames":
        """Some of the names alone."""
        return SegmentNames(self.segment, self.column, self.documents, self.numbers[places], self.counts[places])

    def written(self, name: bytes) -> str | None:
        """A name as an article among the matches writes it; None where none has just this one."""
        number = self.texts.number(name)
        if number is None:
            return None
        places = np.flatnonzero(self.segment.columns.attributes.numbers[self.column][self.documents] == number)
        return self.segment.name_written(int(self.documents[places[0]]), self.column) if len(places) else None


def name_counts(parts: Sequence[SegmentMatches], column: str, most: int, holding: str = "") -> dict[str, int]:
    """How many matches have each name in a column, "author" or "place", alone or among others, as articles write it.

    So many names, those that most matches have alone; of those that hold some words. "" is of matches without any.
    """
    segments = [names_of(part, column) for part in parts]
    unknown, wanted = sum(map(nameless, segments)), utf8(name_key(holding))
    if wanted:
        segments = [own.only(own.holding(wanted)) for own in segments]
    names = [own.only(np.flatnonzero(own.numbers)) for own in segments]
    shown: dict[str, int] = {}
    for name in foremost(names, most):
        written = next(text for own in names if (text := own.written(name)) is not None)
        shown[written] = sum(int(own.counts[own.holding(name)].sum()) for own in names)
    return {**shown, **({"": unknown} if unknown and not wanted else {})}


def names_of(part: SegmentMatches, column: str) -> SegmentNames:
    """The names of the matches of a segment, the empty one of those without any among them."""
    documents = part.scored.all.documents
    counts = np.bincount(part.segment.columns.attributes.numbers[column][documents])
    numbers = np.flatnonzero(counts)
    return SegmentNames(part.segment, column, documents, numbers, counts[numbers])


def nameless(own: SegmentNames) -> int:
    """How many matches of a segment have no name: the empty text is the first of all."""
    return int(own.counts[0]) if len(own.numbers) and own.numbers[0] == 0 else 0


def foremost(segments: Sequence[SegmentNames], most: int) -> list[bytes]:
    """The names that most matches of all segments have; of those that as many have, the first by alphabet."""
    looked_at = 2 * most
    while True:
        every = [own.foremost(looked_at) for own in segments]
        floors = [min(own.values()) if len(own) == looked_at else 0 for own in every]
        known = Counter[bytes]()
        for own in every:
            known.update(own)
        least = min((count for _, count in known.most_common(most)), default=0)
        # A name that is not among these has at most so many.
        if not any(floors) or (len(known) >= most and least > sum(floors)):
            break
        looked_at *= 2

    def total(name: bytes) -> int:
        return sum(
            found[name] if name in found else own.count_of(name) for own, found in zip(segments, every, strict=True)
        )

    maybe = [
        name
        for name, count in known.items()
        if count + sum(floor for own, floor in zip(every, floors, strict=True) if name not in own) >= least
    ]
    return sorted(maybe, key=lambda name: (-total(name), name))[:most]

"""Matches of which those that tell the same story, or print the same text, are shown once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from index.columns.relations import NONE
from index.storage.arrays import Array, together
from search.query import Copies, Order
from search.ranking.scored_documents import Scored
from search.ranking.top_k import foremost, highest, keys
from search.segment.segment_reader import SegmentReader

MORE = 4
"""So many times as many are looked at when the first ones were copies of one another."""


class RankedMatch(NamedTuple):
    """A match that may be shown."""

    first: int
    """What it is sorted by, with the sign changed; and the second, likewise."""
    second: int
    id: str
    document: int
    score: int
    """In whole numbers of UNIT."""
    day: int
    story: int
    matches: "SegmentMatches"


ORDER = itemgetter(0, 1, 2)
"""What matches are sorted by: the keys, and where they are the same, the id."""


@dataclass(frozen=True, slots=True)
class SegmentMatches:
    """What matches in one segment."""

    segment: SegmentReader
    scored: Scored

    def first(self, order: Order, limit: int) -> list[RankedMatch]:
        """The first of the matches, sorted."""
        best = self.scored.best(limit) if order == "relevance" else self.scored.all
        return self.ranked(best.documents, best.scores, order, limit)[:limit]

    def groups(self, copies: Copies) -> Array:
        """The group that each match belongs to, or NONE."""
        return self.segment.groups(copies)[self.scored.all.documents]

    def of_groups(self, order: Order, copies: Copies, groups: Array) -> list[RankedMatch]:
        """The matches that belong to these groups, in order."""
        every = self.scored.all
        places = np.flatnonzero(np.isin(self.groups(copies), groups))
        return self.ranked(every.documents[places], every.scores[places], order, len(places))

    def ranked(self, documents: Array, scores: Array, order: Order, limit: int) -> list[RankedMatch]:
        """The first of some matches, and those that have the same keys as the last of them, sorted."""
        if order == "relevance" and len(scores) > limit:
            # The days of the others need not be looked up.
            places = highest(scores, limit)
            documents, scores = documents[places], scores[places]
        relations = self.segment.relations
        days = relations.first_day.take(documents)
        if len(documents) > limit:
            places = foremost(keys(order, scores, days), limit)
            documents, scores, days = documents[places], scores[places], days[places]
        own = keys(order, scores, days)
        first, second = (-own.first).tolist(), (-own.second).tolist()
        numbers = documents.tolist()
        ids, stories = self.segment.ids(numbers), relations.story.take(documents).tolist()
        ranked = map(RankedMatch, first, second, ids, numbers, scores.tolist(), days.tolist(), stories, repeat(self))
        return sorted(ranked, key=ORDER)


def foremost_of_all(parts: Sequence[SegmentMatches], order: Order, limit: int) -> list[RankedMatch]:
    """The first matches of all segments."""
    if len(parts) == 1:
        return parts[0].first(order, limit)
    return sorted((ranked for part in parts for ranked in part.first(order, limit)), key=ORDER)[:limit]


def foremost_of_groups(
    parts: Sequence[SegmentMatches], order: Order, copies: Copies, limit: int
) -> list[list[RankedMatch]]:
    """The first groups, each with its matches in order, the one that stands for all of them first."""
    looked_at = limit
    while True:
        ranked = foremost_of_all(parts, order, looked_at)
        leaders = first_of_each(ranked, copies)
        if len(leaders) >= limit or len(ranked) < looked_at:
            break
        looked_at *= MORE
    return groups_led(parts, order, copies, leaders[:limit])


def groups_led(
    parts: Sequence[SegmentMatches], order: Order, copies: Copies, leaders: Sequence[RankedMatch]
) -> list[list[RankedMatch]]:
    """The groups that these stand for, each with its matches in order."""
    groups = {group: [leader] for leader in leaders if (group := group_of(leader, copies)) != NONE}
    wanted = np.array(sorted(groups), np.int64)
    for each in sorted((ranked for part in parts for ranked in part.of_groups(order, copies, wanted)), key=ORDER):
        if each.id != (own := groups[group_of(each, copies)])[0].id:
            own.append(each)
    return [groups.get(group_of(leader, copies), [leader]) for leader in leaders]


def first_of_each(ranked: Sequence[RankedMatch], copies: Copies) -> list[RankedMatch]:
    """The first match of each group, and those that belong to none."""
    seen: set[int] = set()
    leaders: list[RankedMatch] = []
    for each in ranked:
        group = group_of(each, copies)
        if group not in seen:
            leaders.append(each)
        if group != NONE:
            seen.add(group)
    return leaders


def group_of(ranked: RankedMatch, copies: Copies) -> int:
    """The number of the group that a match belongs to, or NONE."""
    return int(ranked.matches.segment.groups(copies)[ranked.document])


def is_reprint(ranked: RankedMatch, other: RankedMatch) -> bool:
    """Two matches have the same wording."""
    wording = group_of(ranked, "reprints")
    return wording != NONE and wording == group_of(other, "reprints")


def group_sizes(segments: Iterable[SegmentReader], copies: Copies) -> Array:
    """How many live articles belong to each group."""
    groups = together(segment.groups(copies)[segment.is_live] for segment in segments)
    return np.bincount(groups[groups != NONE])


def distinct(parts: Sequence[SegmentMatches], copies: Copies) -> int:
    """How many matches there are when copies are folded."""
    if copies == "all":
        return sum(part.scored.total for part in parts)
    groups = together(part.groups(copies) for part in parts)
    return int(np.count_nonzero(groups == NONE)) + len(np.unique(groups[groups != NONE]))


Values = Callable[[SegmentMatches], Array]
"""For each document of a segment, a number that stands for its value in all segments; below 0 when it has none."""


def counted(parts: Sequence[SegmentMatches], copies: Copies, values: Values) -> dict[int, int]:
    """How many matches share each value; those of one group that share it are counted once."""
    value = together(values(part)[part.scored.all.documents] for part in parts)
    if copies != "all":
        group = together(part.groups(copies) for part in parts)[value >= 0]
        value = value[value >= 0]
        # A value and a group as one number.
        wide = int(group.max(initial=0)) + 1
        pairs = np.unique(value[group != NONE] * wide + group[group != NONE])
        value = np.concatenate([value[group == NONE], pairs // wide])
    counts = np.bincount(value[value >= 0])
    shared = counts.nonzero()[0]
    return dict(zip(shared.tolist(), counts[shared].tolist(), strict=True))

"""What the generation before knew of the articles that stay: nothing of it is worked out again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from index.columns.kept_documents import LiveSegment
from index.columns.relations import COLUMNS, NONE, Relations, SegmentRelations, nothing_known
from index.storage.arrays import Array
from index.stories.document_vectors import kept_ids


@dataclass(frozen=True, slots=True)
class Known:
    """The number of the story, family and wording of each article that stays, by its id; NONE for none."""

    articles: Mapping[bytes, tuple[int, int, int]]

    def without(self, ids: Collection[bytes]) -> "Known":
        """The same, but nothing of the articles with these ids, nor of the stories that they are in."""
        stories = {self.articles[id][0] for id in ids if id in self.articles} - {NONE}
        return Known({id: known for id, known in self.articles.items() if id not in ids and known[0] not in stories})

    def columns(self, ids: list[bytes]) -> "KnownColumns":
        """The same as columns for articles with these ids."""
        rows = np.array([self.articles.get(id, NOT_KNOWN) for id in ids], np.int64).reshape(len(ids), 3)
        return KnownColumns(rows[:, 0] == NEW, np.maximum(rows[:, 0], NONE), rows[:, 1], rows[:, 2])


NEW = -2
NOT_KNOWN = (NEW, NONE, NONE)
"""Stands for an article of which nothing is known."""


@dataclass(frozen=True, slots=True)
class KnownColumns:
    """What is known of some articles, in their order. `is_new` is bool, the others are int64, all (articles,)."""

    is_new: Array
    """Nothing."""
    stories: Array
    families: Array
    wordings: Array


NOTHING = Known({})


def known_of(relations: Mapping[str, SegmentRelations], parts: Mapping[str, LiveSegment]) -> Known:
    """What the relations of a generation tell of the articles of these segments; both by the name of the segment.

    Nothing of a segment that it did not have, nor of a story that an article has left since.
    """
    articles: dict[bytes, tuple[int, int, int]] = {}
    left: set[int] = {NONE}
    for name, part in parts.items():
        known = relations.get(name)
        if known is None:
            continue
        columns = [column[part.kept].tolist() for column in (known.story, known.family, known.wording)]
        articles.update(zip(kept_ids(part), zip(*columns, strict=True), strict=True))
        left |= set(known.story[~part.is_kept].tolist())
    return Known({id: known for id, known in articles.items() if known[0] == NONE or known[0] not in left})


def carried_over(relations: Relations, parts: Mapping[str, LiveSegment], now: Mapping[str, LiveSegment]) -> Relations:
    """The relations of the articles of some parts when they lie in the segments where they are `now`."""
    rows: dict[bytes, tuple[int, ...]] = {}
    for name, part in parts.items():
        own = relations.segments[name]
        columns = [getattr(own, column)[part.kept].tolist() for column in COLUMNS]
        rows.update(zip(kept_ids(part), zip(*columns, strict=True), strict=True))
    return replace(relations, segments={name: of_articles(rows, part) for name, part in now.items()})


def of_articles(rows: Mapping[bytes, tuple[int, ...]], part: LiveSegment) -> SegmentRelations:
    """The relations of a segment of which these are the rows of its articles, in the order of COLUMNS."""
    own = nothing_known(part.segment)
    values = np.array([rows[id] for id in kept_ids(part)], np.int32).reshape(len(part.kept), len(COLUMNS))
    columns = [getattr(own, column).copy() for column in COLUMNS]
    for column, found in zip(columns, values.T, strict=True):
        column[part.kept] = found
    return SegmentRelations(*columns)

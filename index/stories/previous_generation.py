"""What the generation before knew of the articles that stay: nothing of it is worked out again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from index.columns.kept_documents import LiveSegment
from index.columns.relations import COLUMNS, NONE, KnownRelations, Relations, SegmentRelations, nothing_known
from index.columns.story_stems import (
    NEVER_COUNTED,
    NO_STEMS,
    StemFrequencies,
    StoryStems,
    all_stems,
)
from index.storage.arrays import Array
from index.stories.document_vectors import kept_ids

Numbers = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of each article that stays, by its id."""

    articles: Mapping[bytes, Numbers]
    """The number of its story, family and wording, NONE for none; and its place in `stems`."""
    stems: StoryStems = NO_STEMS
    frequencies: StemFrequencies = NEVER_COUNTED

    def without(self, ids: Collection[bytes]) -> "Known":
        """The same, but nothing of the articles with these ids, nor of the stories that they are in."""
        stories = {self.articles[id][0] for id in ids if id in self.articles} - {NONE}
        kept = {id: known for id, known in self.articles.items() if id not in ids and known[0] not in stories}
        return replace(self, articles=kept)

    def columns(self, ids: list[bytes]) -> "KnownColumns":
        """The same as columns for articles with these ids."""
        rows = np.array([self.articles.get(id, NOT_KNOWN) for id in ids], np.int64).reshape(len(ids), 4)
        return KnownColumns(rows[:, 0] == NEW, np.maximum(rows[:, 0], NONE), rows[:, 1], rows[:, 2], rows[:, 3])


NEW = -2
NOT_KNOWN = (NEW, NONE, NONE, NONE)
"""Stands for an article of which nothing is known."""


@dataclass(frozen=True, slots=True)
class KnownColumns:
    """What is known of some articles, in their order. `is_new` is bool, the others are int64, all (articles,)."""

    is_new: Array
    """Nothing."""
    stories: Array
    families: Array
    wordings: Array
    places: Array
    """In the stems that are known; NONE for none."""


NOTHING = Known({})


def known_of(earlier: KnownRelations, parts: Mapping[str, LiveSegment]) -> Known:
    """What the relations of a generation tell of the articles of these segments.

    Nothing of a segment that it did not have, nor of a story that an article has left since.
    """
    articles: dict[bytes, Numbers] = {}
    stems: list[StoryStems] = []
    left: set[int] = {NONE}
    for name, part in parts.items():
        known = earlier.segments.get(name)
        if known is None or name not in earlier.stems:
            continue
        columns = [column[part.kept].tolist() for column in (known.story, known.family, known.wording)]
        places = range(len(articles), len(articles) + len(part.kept))
        articles.update(zip(kept_ids(part), zip(*columns, places, strict=True), strict=True))
        own = earlier.stems[name]
        stems.append(own if part.is_whole else own.of(part.kept))
        left |= set(known.story[~part.is_kept].tolist())
    kept = {id: known for id, known in articles.items() if known[0] == NONE or known[0] not in left}
    return Known(kept, all_stems(stems), earlier.frequencies)


def carried_over(relations: Relations, parts: Mapping[str, LiveSegment], now: Mapping[str, LiveSegment]) -> Relations:
    """The relations of the articles of some parts when they lie in the segments where they are `now`."""
    rows: dict[bytes, tuple[int, ...]] = {}
    stems: list[StoryStems] = []
    places: dict[bytes, int] = {}
    for name, part in parts.items():
        own = relations.segments[name]
        columns = [getattr(own, column)[part.kept].tolist() for column in COLUMNS]
        rows.update(zip(kept_ids(part), zip(*columns, strict=True), strict=True))
        places |= {id: len(places) + place for place, id in enumerate(kept_ids(part))}
        stems.append(relations.stems[name].of(part.kept))
    every = all_stems(stems)
    moved = {name: every.of(places_of(places, part)) for name, part in now.items()}
    return replace(relations, segments={name: of_articles(rows, part) for name, part in now.items()}, stems=moved)


def places_of(places: Mapping[bytes, int], part: LiveSegment) -> Array:
    """The place of each document of a segment; that of another one where it is not kept: int64 (documents,)."""
    found = np.zeros(len(part.segment), np.int64)
    found[part.kept] = [places[id] for id in kept_ids(part)]
    return found


def of_articles(rows: Mapping[bytes, tuple[int, ...]], part: LiveSegment) -> SegmentRelations:
    """The relations of a segment of which these are the rows of its articles, in the order of COLUMNS."""
    own = nothing_known(part.segment)
    values = np.array([rows[id] for id in kept_ids(part)], np.int32).reshape(len(part.kept), len(COLUMNS))
    columns = [getattr(own, column).copy() for column in COLUMNS]
    for column, found in zip(columns, values.T, strict=True):
        column[part.kept] = found
    return SegmentRelations(*columns)

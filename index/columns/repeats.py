"""Which lines are met in so many stories of their site that they belong to none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from index.columns.arrays import Array
from index.columns.parts import Part
from index.columns.relations import NONE, Relations

FEWEST_STORIES = 3
"""Measured on the pages of three sites: of lines met in so many, .998 are no part of any article."""
FEWEST_STORIES_LONG = 6
"""The same for a long line."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Articles that hold lines which belong to no story, and the keys of all such lines."""

    documents: Mapping[str, Array]
    """The numbers of the documents, by the name of the segment; only of segments that have any."""
    keys: frozenset[int]


def repeats(parts: Mapping[str, Part], relations: Relations) -> Repeats:
    """Which articles of these segments hold repeated lines that are not left out yet."""
    rows = {name: part.segment.rows("line") for name, part in parts.items()}
    owners = {name: table.owners() for name, table in rows.items()}
    is_kept = {name: part.is_kept[owners[name]] for name, part in parts.items()}
    stories = stories_of(parts, relations)
    keys = together(table.columns["key"][is_kept[name]] for name, table in rows.items())
    told = together(stories[name][owners[name][is_kept[name]]] for name in rows)
    repeated = repeated_keys(keys, told)
    found: dict[str, Array] = {}
    for name, table in rows.items():
        is_left = table.columns["is_removed"] == 0
        holding = owners[name][is_kept[name] & is_left & np.isin(table.columns["key"], repeated)]
        if len(holding):
            found[name] = np.unique(holding)
    return Repeats(found, frozenset(repeated.tolist()))


def together(arrays: Iterable[Array]) -> Array:
    """The numbers of all segments, one after the other: int64."""
    return np.concatenate([np.zeros(0, np.int64), *arrays])


def repeated_keys(keys: Array, stories: Array) -> Array:
    """The keys of lines that stand in enough different stories, of rows that say which line stands in which story."""
    order = np.lexsort((stories, keys))
    keys, stories = keys[order], stories[order]
    is_new = np.ones(len(keys), bool)
    is_new[1:] = (keys[1:] != keys[:-1]) | (stories[1:] != stories[:-1])
    found, counts = np.unique(keys[is_new], return_counts=True)
    return np.asarray(found[counts >= np.where(found % 2, FEWEST_STORIES_LONG, FEWEST_STORIES)])


def stories_of(parts: Mapping[str, Part], relations: Relations) -> dict[str, Array]:
    """The story of each document, by segment: one that stands alone has a number of its own: int64."""
    before = len(relations.story_ids)
    found: dict[str, Array] = {}
    for name, part in parts.items():
        story = relations.segments[name].story.astype(np.int64)
        found[name] = np.where(story == NONE, before + np.arange(len(story)), story)
        before += len(part.segment)
    return found

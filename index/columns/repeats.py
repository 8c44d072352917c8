"""Which lines are met in so many stories of their site that they belong to none."""

from collections.abc import Iterator, Mapping

import numpy as np

from index.columns.arrays import Array
from index.columns.relations import NONE, Relations
from index.columns.segment import SegmentColumns

FEWEST_STORIES = 3
"""Measured on the pages of three sites: of lines met in so many, .998 are no part of any article."""
FEWEST_STORIES_LONG = 6
"""The same for a long line."""


def repeated_lines(
    segments: Mapping[str, SegmentColumns], live: Mapping[str, Array], relations: Relations
) -> Iterator[tuple[str, Array, Array]]:
    """For each segment with articles that hold repeated lines: its name, their numbers, and the keys of all such lines.

    `live` says of each document of a segment that it is not deleted.
    """
    stories = stories_of(segments, relations)
    rows = {name: columns.rows("line") for name, columns in segments.items()}
    owners = {name: table.owners() for name, table in rows.items()}
    is_live = {name: live[name][owners[name]] for name in rows}
    nothing = np.zeros(0, np.int64)
    keys = np.concatenate([nothing, *(table.columns["key"][is_live[name]] for name, table in rows.items())])
    told = np.concatenate([nothing, *(stories[name][owners[name][is_live[name]]] for name in rows)])
    repeated = repeated_keys(keys, told)
    for name, table in rows.items():
        holds = is_live[name] & ~table.columns["is_removed"].astype(bool) & np.isin(table.columns["key"], repeated)
        documents = np.unique(owners[name][holds])
        if len(documents):
            yield name, documents, repeated


def repeated_keys(keys: Array, stories: Array) -> Array:
    """The keys of lines that stand in enough different stories, of rows that say which line stands in which story."""
    order = np.lexsort((stories, keys))
    keys, stories = keys[order], stories[order]
    is_new = np.ones(len(keys), bool)
    is_new[1:] = (keys[1:] != keys[:-1]) | (stories[1:] != stories[:-1])
    found, counts = np.unique(keys[is_new], return_counts=True)
    return np.asarray(found[counts >= np.where(found % 2, FEWEST_STORIES_LONG, FEWEST_STORIES)])


def stories_of(segments: Mapping[str, SegmentColumns], relations: Relations) -> dict[str, Array]:
    """The story of each document, by segment: one that stands alone has a number of its own: int64."""
    before = len(relations.story_ids)
    found: dict[str, Array] = {}
    for name, columns in segments.items():
        story = relations.segments[name].story.astype(np.int64)
        own = before + np.arange(len(columns))
        found[name] = np.where(story == NONE, own, story)
        before += len(columns)
    return found

"""Which lines are met in so many stories of their site that they belong to none."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.columns.arrays import Array, distinct, lengths_between, together
from index.columns.parts import Part
from index.columns.relations import NONE, Relations
from index.columns.rows import DocumentRows

FEWEST_STORIES = 3
"""Measured on the pages of three sites: of lines met in so many, .998 are no part of any article."""
FEWEST_STORIES_LONG = 6
"""The same for a long line."""
FEWEST_BEGINNINGS, FEWEST_BEGINNINGS_LONG = 6, 12
"""Articles that begin with other lines, so many of which tell different stories, whatever else is alike: where articles
are shorter than what their site puts under them, they would seem to be reprints of one another."""


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
    begun = together(beginnings(table)[is_kept[name]] for name, table in rows.items())
    repeated = distinct(np.concatenate([repeated_keys(keys, told), begun_often(keys, begun)]))
    found: dict[str, Array] = {}
    for name, table in rows.items():
        is_left = table.columns["is_removed"] == 0
        holding = owners[name][is_kept[name] & is_left & np.isin(table.columns["key"], repeated)]
        if len(holding):
            found[name] = np.unique(holding)
    return Repeats(found, frozenset(repeated.tolist()))


def beginnings(rows: DocumentRows) -> Array:
    """For each row, the key of the first line of its article: int64."""
    counts = lengths_between(rows.starts)
    firsts = rows.starts[:-1][counts > 0].astype(np.int64)
    return np.repeat(rows.columns["key"][firsts].astype(np.int64), counts[counts > 0])


def repeated_keys(keys: Array, stories: Array) -> Array:
    """The keys of lines that stand in enough different stories, of rows that say which line stands in which story."""
    found, counts = met(keys, stories)
    return np.asarray(found[counts >= np.where(found % 2, FEWEST_STORIES_LONG, FEWEST_STORIES)])


def begun_often(keys: Array, beginnings: Array) -> Array:
    """The keys of lines under enough different first lines, of rows that say under which a line stands."""
    is_under = keys != beginnings
    found, counts = met(keys[is_under], beginnings[is_under])
    return np.asarray(found[counts >= np.where(found % 2, FEWEST_BEGINNINGS_LONG, FEWEST_BEGINNINGS)])


def met(keys: Array, values: Array) -> tuple[Array, Array]:
    """Each key once, ascending, and how many different values it is met with."""
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    is_new = np.ones(len(keys), bool)
    is_new[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    return np.unique(keys[is_new], return_counts=True)


def stories_of(parts: Mapping[str, Part], relations: Relations) -> dict[str, Array]:
    """The story of each document, by segment: one that stands alone has a number of its own: int64."""
    before = len(relations.story_ids)
    found: dict[str, Array] = {}
    for name, part in parts.items():
        story = relations.segments[name].story.astype(np.int64)
        found[name] = np.where(story == NONE, before + np.arange(len(story)), story)
        before += len(part.segment)
    return found

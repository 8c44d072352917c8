"""What is known of articles only by looking across them: their stories, and the dates that other articles give them.

Each generation of the index has its own file of relations, as `index.generation_files` has them. What it says of the
documents of a segment stands in the order of the segment.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from index.article import How, Published
from index.columns.segment import SegmentColumns
from index.columns.story_stems import (
    NEVER_COUNTED,
    StemFrequencies,
    StoryStems,
    add_story_stems,
    frequencies_in,
    story_stems_in,
)
from index.schema import published_fields, published_from
from index.storage.arrays import Array, ArrayWriter, mapped_arrays
from index.storage.string_column import StringColumn, add_texts

NONE = -1
"""What stands for an article that shares its story, its source text or its wording with no other."""
COLUMNS = ("story", "family", "wording", "first_day", "last_day")


@dataclass(frozen=True, slots=True)
class SegmentRelations:
    """What is known of the documents of one segment, a number for each: int32 (documents,)."""

    story: Array
    """The number of its story, or NONE: articles that tell of the same event share it."""
    family: Array
    """The number of its source text, or NONE: articles of a story that were written from the same text share it."""
    wording: Array
    """The number of its wording, or NONE: reprints of the same text share it."""
    first_day: Array
    """The first day on which it may have been published, as `SegmentColumns.first_days`, inferred ones included."""
    last_day: Array


@dataclass(frozen=True, slots=True)
class Relations:
    """What is to be known of a generation."""

    segments: Mapping[str, SegmentRelations]
    """By the name of the segment."""
    story_ids: Sequence[bytes]
    """The id of each story, by its number: the smallest id of its articles; and so for families and wordings."""
    family_ids: Sequence[bytes]
    wording_ids: Sequence[bytes]
    published: Mapping[str, Published]
    """Dates that other articles tell, inferred or settled, by the id of the article."""
    stems: Mapping[str, StoryStems] = field(default_factory=dict)
    """By which the documents of a segment are compared, by its name; there may be none of a segment."""
    frequencies: StemFrequencies = NEVER_COUNTED


def write_relations(path: Path, relations: Relations) -> None:
    """Write the relations of a generation, into a file that is not there yet."""
    writer = ArrayWriter(path)
    try:
        for name, segment in relations.segments.items():
            for column in COLUMNS:
                writer.add(f"{name}.{column}", getattr(segment, column).astype(np.int32))
        add_story_stems(writer, relations.stems, relations.frequencies)
        add_texts(writer, "story.id", relations.story_ids)
        add_texts(writer, "family.id", relations.family_ids)
        add_texts(writer, "wording.id", relations.wording_ids)
        ids = sorted(relations.published)
        dates = (json.dumps(published_fields(relations.published[id])) for id in ids)
        add_texts(writer, "dated.id", [id.encode() for id in ids])
        add_texts(writer, "dated.published", [text.encode() for text in dates])
        writer.close()
    finally:
        writer.abandon()


class KnownRelations:
    """The relations of a generation, read where they lie; raises Damaged, and OSError when there are none."""

    def __init__(self, path: Path) -> None:
        self._arrays = mapped_arrays(path)

    @cached_property
    def segments(self) -> Mapping[str, SegmentRelations]:
        """See `Relations`."""
        last = f".{COLUMNS[-1]}"
        names = [name.removesuffix(last) for name in self._arrays if name.endswith(last)]
        return {name: SegmentRelations(*(self._arrays[f"{name}.{column}"] for column in COLUMNS)) for name in names}

    @cached_property
    def stems(self) -> Mapping[str, StoryStems]:
        """See `Relations`."""
        found = {name: story_stems_in(self._arrays, name) for name in self.segments}
        return {name: stems for name, stems in found.items() if stems is not None}

    @cached_property
    def frequencies(self) -> StemFrequencies:
        """See `Relations`."""
        return frequencies_in(self._arrays)

    @cached_property
    def story_ids(self) -> StringColumn:
        """See `Relations`."""
        return StringColumn(self._arrays, "story.id")

    @cached_property
    def story_numbers(self) -> Mapping[bytes, int]:
        """The number of each story, by its id."""
        return {id: number for number, id in enumerate(self.story_ids)}

    @cached_property
    def family_ids(self) -> StringColumn:
        """See `Relations`."""
        return StringColumn(self._arrays, "family.id")

    @cached_property
    def wording_ids(self) -> StringColumn:
        """See `Relations`."""
        return StringColumn(self._arrays, "wording.id")

    @cached_property
    def _dated(self) -> StringColumn:
        return StringColumn(self._arrays, "dated.id")

    @cached_property
    def origins(self) -> Mapping[bytes, How]:
        """How the dates that other articles tell are known, by the id of the article."""
        dates = StringColumn(self._arrays, "dated.published")
        return {id: published_from(json.loads(text)).how for id, text in zip(self._dated, dates, strict=True)}

    def published(self, id: str) -> Published | None:
        """When an article was published, as far as other articles tell; None when they do not."""
        number = self._dated.number(id.encode("utf-8", "surrogatepass"))
        if number is None:
            return None
        return published_from(json.loads(StringColumn(self._arrays, "dated.published")[number]))


def nothing_known(columns: SegmentColumns) -> SegmentRelations:
    """What a segment says of its own documents alone."""
    alone = np.full(len(columns), NONE, np.int32)
    return SegmentRelations(alone, alone, alone, columns.first_days, columns.last_days)

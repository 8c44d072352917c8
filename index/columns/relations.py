"""What is known of articles only by looking across them: their stories, and the dates that other articles give them.

Each generation of the index has its own file of relations, written before its table of contents is, and removed after
it: the two cannot disagree, whenever a build is cut short. What it says of the documents of a segment stands in the
order of the segment.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from index.article import Published
from index.columns.segment import SegmentColumns
from index.schema import published_fields, published_from
from index.storage.arrays import Array, ArrayWriter, mapped_arrays, wrong_arrays
from index.storage.string_column import StringColumn, add_texts

NONE = -1
"""What stands for an article that shares its story, its source text or its wording with no other."""
COLUMNS = ("story", "family", "wording", "first_day", "last_day")


@dataclass(frozen=True, slots=True)
class SegmentRelations:
    """What is known of the documents of one segment, a number for each: int32."""

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


def relations_path(folder: Path, generation: int) -> Path:
    """Where the relations of a generation lie."""
    return folder / f"relations.{generation}.arrays"


def write_relations(folder: Path, generation: int, relations: Relations) -> None:
    """Write the relations of a generation that does not exist yet, down to the disk."""
    path = relations_path(folder, generation)
    path.unlink(missing_ok=True)
    writer = ArrayWriter(path)
    try:
        for name, segment in relations.segments.items():
            for column in COLUMNS:
                writer.add(f"{name}.{column}", getattr(segment, column).astype(np.int32))
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

    def __init__(self, folder: Path, generation: int) -> None:
        self._arrays = mapped_arrays(relations_path(folder, generation))

    def knows(self, segment: str) -> bool:
        """The segment is one of its generation."""
        return f"{segment}.{COLUMNS[0]}" in self._arrays

    def of(self, segment: str) -> SegmentRelations:
        """What is known of the documents of a segment; raises KeyError when it is of another generation."""
        return SegmentRelations(*(self._arrays[f"{segment}.{column}"] for column in COLUMNS))

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

    def published(self, id: str) -> Published | None:
        """When an article was published, as far as other articles tell; None when they do not."""
        number = self._dated.number(id.encode("utf-8", "surrogatepass"))
        if number is None:
            return None
        return published_from(json.loads(StringColumn(self._arrays, "dated.published")[number]))


def unrelated(segments: Mapping[str, SegmentColumns]) -> Relations:
    """Relations of articles of which none has to do with another."""
    return Relations({name: nothing_known(columns) for name, columns in segments.items()}, (), (), (), {})


def nothing_known(columns: SegmentColumns) -> SegmentRelations:
    """What a segment says of its own documents."""
    alone = np.full(len(columns), NONE, np.int32)
    return SegmentRelations(alone, alone, alone, columns.first_days, columns.last_days)


def wrong_relations(folder: Path, generation: int) -> list[str]:
    """The names of what is not as it was written; raises Damaged and OSError."""
    return wrong_arrays(relations_path(folder, generation))


def remove_other_relations(folder: Path, generation: int) -> None:
    """Leave only the relations of this generation."""
    for path in folder.glob("relations.*.arrays"):
        if path != relations_path(folder, generation):
            path.unlink(missing_ok=True)

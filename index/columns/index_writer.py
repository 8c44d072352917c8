"""One generation more of an index: articles are added and deleted, and everyone sees all of it or nothing."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import numpy as np

from index.annotations import Annotations
from index.article import Article
from index.columns.codec import ColumnsSegment
from index.columns.durable_storage import NAME, writing_to
from index.columns.kept_documents import LiveSegment
from index.columns.merge_policy import to_merge
from index.columns.merger import merge
from index.columns.segment import SegmentColumns
from index.columns.segment_builder import SegmentBuilder
from index.columns.table_of_contents import Contents, newest_contents, remove_unnamed, write_contents
from index.storage.arrays import Array

EMPTY = Contents(0, ())
"""Of a folder without an index."""


class Writer:
    """Writes the next generation of the index in a folder, while nobody else writes there."""

    def __init__(self, folder: Path) -> None:
        self._before = contents = newest_contents(folder) or EMPTY
        self.folder = folder
        self.generation = contents.generation + 1
        self.is_closed = False
        self.is_anew = False
        """It holds nothing of the generation before."""
        self._segments: list[ColumnsSegment] = list(contents.segments)
        self._left_before = {segment.segment_id(): segment.deleted_array() for segment in self._segments}
        self._columns: dict[str, SegmentColumns] = {}
        self._builder = SegmentBuilder(self.folder)

    def add(self, article: Article, told: Annotations) -> None:
        """One article more, and what it says."""
        self._builder.add(article, told)

    def adopt(self, segments: Iterable[ColumnsSegment]) -> None:
        """The articles of segments that a SegmentBuilder wrote, maybe in another process."""
        self._segments += segments

    def delete(self, ids: Collection[str]) -> None:
        """The articles with these ids leave, as far as they were there before this generation."""
        for segment in self._segments:
            columns = self._opened(segment)
            for id in ids:
                number = columns.document(id.encode())
                if number is not None:
                    segment.deleted.add(number)

    def clear(self) -> None:
        """All articles that were there before this generation leave, and nothing of it is looked at."""
        self._segments = []
        self.is_anew = True

    def parts(self) -> Mapping[str, LiveSegment]:
        """The articles that the segments hold now, without the deleted ones, by the name of the segment."""
        return {segment.segment_id(): self._part(segment) for segment in self._segments}

    def leaving(self) -> Mapping[str, Array]:
        """The numbers of the documents that leave with this generation, by the name of the segment: int64 (n,)."""
        none = np.zeros(0, np.int64)
        return {
            name: np.setdiff1d(segment.deleted_array(), self._left_before.get(name, none))
            for segment in self._segments
            for name in [segment.segment_id()]
        }

    def settle(self, merging: bool = True) -> None:
        """Write down what was added, and bring the segments into the shape in which everyone will see them."""
        self.adopt(self._builder.finished())
        self._segments = [segment for segment in self._segments if segment.doc_count()]
        if merging:
            self._merge()

    def _part(self, segment: ColumnsSegment) -> LiveSegment:
        columns = self._opened(segment)
        return LiveSegment(columns, np.setdiff1d(np.arange(len(columns)), segment.deleted_array()))

    def commit(self) -> None:
        """Everyone sees what was added and deleted from here on."""
        self._columns = {}
        contents = Contents(self.generation, self._segments)
        with writing_to(self.folder):
            write_contents(self.folder, contents)
            remove_unnamed(self.folder, contents)
        self.is_closed = True

    def cancel(self) -> None:
        """Give up what was added and deleted."""
        self.is_closed = True
        self._builder.abandon()
        with writing_to(self.folder):
            remove_unnamed(self.folder, self._before)

    def _merge(self) -> None:
        """Merge as long as segments are too many, or hold too many deleted documents."""
        while chosen := to_merge(self._segments):
            merged = ColumnsSegment(NAME)
            opened = [self._opened(segment) for segment in chosen]
            deleted = [segment.deleted_array() for segment in chosen]
            with writing_to(self.folder):
                merged.documents = merge(opened, deleted, self.folder, merged.segment_id())
            self._segments = [segment for segment in self._segments if segment not in chosen] + [merged]

    def _opened(self, segment: ColumnsSegment) -> SegmentColumns:
        name = segment.segment_id()
        if name not in self._columns:
            self._columns[name] = SegmentColumns(self.folder, name)
        return self._columns[name]

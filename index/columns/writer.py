"""One generation more of an index: articles are added and deleted, and everyone sees all of it or nothing."""

from collections.abc import Collection
from pathlib import Path

from whoosh.index import TOC, clean_files

from index.article import Article
from index.columns.batch import Batch
from index.columns.codec import ColumnsSegment
from index.columns.merging import merge
from index.columns.policy import to_merge
from index.columns.segment import SegmentColumns
from index.columns.splitting import Vocabulary
from index.columns.storage import NAME, IndexStorage
from index.schema import SCHEMA

MOST_CHUNKS = 16_000_000
"""Pieces of text, nearly as many as words, that are gathered before they become a segment; about 1 GB."""


class Writer:
    """Writes the next generation of the index in a folder, while nobody else writes there."""

    def __init__(self, storage: IndexStorage) -> None:
        contents = TOC.read(storage, NAME, schema=SCHEMA)
        self._storage = storage
        self.folder = Path(storage.folder)
        self.generation: int = contents.generation + 1
        self.is_closed = False
        self._segments: list[ColumnsSegment] = list(contents.segments)
        self._columns: dict[str, SegmentColumns] = {}
        self._vocabulary = Vocabulary()
        self._batch: Batch | None = None
        self._batch_segment = ColumnsSegment(NAME)

    def add(self, article: Article) -> None:
        """One article more."""
        if self._batch is None:
            if self._vocabulary.is_large():
                self._vocabulary = Vocabulary()
            self._batch_segment = ColumnsSegment(NAME)
            self._batch = Batch(self.folder, self._batch_segment.segment_id(), self._vocabulary)
        self._batch.add(article)
        if self._batch.chunk_count >= MOST_CHUNKS:
            self._write_batch()

    def delete(self, ids: Collection[str]) -> None:
        """The articles with these ids leave, as far as they were there before this generation."""
        for segment in self._segments:
            columns = self._opened(segment)
            for id in ids:
                number = columns.document(id.encode())
                if number is not None:
                    segment.deleted.add(number)

    def clear(self) -> None:
        """All articles that were there before this generation leave."""
        self._segments = []

    def commit(self, merging: bool = True) -> None:
        """Everyone sees what was added and deleted from here on."""
        self._write_batch()
        self._segments = [segment for segment in self._segments if segment.doc_count()]
        if merging:
            self._merge()
        self._columns = {}
        TOC(SCHEMA, self._segments, self.generation).write(self._storage, NAME)
        clean_files(self._storage, NAME, self.generation, self._segments)
        self.is_closed = True

    def cancel(self) -> None:
        """Give up what was added and deleted."""
        self.is_closed = True
        if self._batch is not None:
            self._batch.abandon()
        kept = TOC.read(self._storage, NAME, schema=SCHEMA)
        clean_files(self._storage, NAME, kept.generation, kept.segments)

    def _write_batch(self) -> None:
        if self._batch is None:
            return
        self._batch.write()
        self._batch_segment.documents = len(self._batch)
        self._segments.append(self._batch_segment)
        self._batch = None

    def _merge(self) -> None:
        """Merge as long as segments are too many, or hold too many deleted documents."""
        while chosen := to_merge(self._segments):
            merged = ColumnsSegment(NAME)
            merged.documents = merge(
                [self._opened(segment) for segment in chosen],
                [segment.deleted_array() for segment in chosen],
                self.folder,
                merged.segment_id(),
            )
            self._segments = [segment for segment in self._segments if segment not in chosen] + [merged]

    def _opened(self, segment: ColumnsSegment) -> SegmentColumns:
        name = segment.segment_id()
        if name not in self._columns:
            self._columns[name] = SegmentColumns(self.folder, name)
        return self._columns[name]

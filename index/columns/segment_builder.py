"""Segments made of any number of articles: memory is bounded, and what is gathered goes to the disk when it is full."""

import gc
from pathlib import Path

from index.annotations import Annotations
from index.article import Article
from index.columns.codec import ColumnsSegment
from index.columns.durable_storage import NAME, writing_to
from index.columns.segment_writer import Batch
from index.inversion.tokenizing import Vocabulary

MOST_WORDS = 24_000_000
"""Words that are gathered before they become a segment; about 600 MB."""


class SegmentBuilder:
    """Writes segments into the folder of an index; nobody sees them before a table of contents names them."""

    def __init__(self, folder: Path, most_words: int = MOST_WORDS) -> None:
        self._folder = folder
        self._most_words = most_words
        self._segments: list[ColumnsSegment] = []
        self._vocabulary = Vocabulary()
        self._batch: Batch | None = None
        self._segment = ColumnsSegment(NAME)

    def add(self, article: Article, told: Annotations) -> None:
        """One article more, and what it says."""
        with writing_to(self._folder):
            if self._batch is None:
                self._batch = self._begun()
            self._batch.add(article, told)
        if self._batch.word_count >= self._most_words:
            self._write()
            gc.collect()  # a build looks seldom for what refers to itself, as a vocabulary and its table do

    def finished(self) -> list[ColumnsSegment]:
        """The segments that were written since this was last asked, with all articles that were added."""
        self._write()
        segments, self._segments = self._segments, []
        return segments

    def abandon(self) -> None:
        """Give up what is not written; its files are left over."""
        if self._batch is not None:
            self._batch.abandon()
            self._batch = None

    def _begun(self) -> Batch:
        """What will be the next segment."""
        if self._vocabulary.is_large():
            self._vocabulary = Vocabulary()
        self._segment = ColumnsSegment(NAME)
        return Batch(self._folder, self._segment.segment_id(), self._vocabulary)

    def _write(self) -> None:
        if self._batch is not None:
            with writing_to(self._folder):
                self._batch.write()
            self._segment.documents = len(self._batch)
            self._segments.append(self._segment)
            self._batch = None

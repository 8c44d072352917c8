"""From articles to a segment: they are gathered in memory, and written as two files."""

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from index.annotations import Annotations
from index.article import Article
from index.columns.annotation_rows import ANNOTATION_TABLES
from index.columns.attribute_columns import add_attributes, attribute_texts
from index.columns.entity_columns import add_entities, entity_texts
from index.columns.segment import ARTICLES, COLUMNS
from index.inversion.body_pieces import BodyPieces
from index.inversion.fingerprints import rows_of_words
from index.inversion.inverter import Inverted, inverted
from index.inversion.tokenizing import Vocabulary, WordColumns, plain
from index.schema import UNDATED, stored_text, utf8
from index.storage.arrays import Array, ArrayWriter, compact, compacted, starts_of
from index.storage.background_work import BackgroundWork
from index.storage.count_column import CountsWriter, Skipping
from index.storage.doc_store import StoredWriter
from index.storage.doc_values import Documents, add_documents, sorting
from index.storage.multi_valued import RowsBuilder, add_rows
from index.storage.position_column import PositionsWriter
from index.storage.quarter_column import add_quarters
from index.storage.string_column import add_texts

TOGETHER = 1_000_000
"""Bytes of texts that are split at once: enough for numpy, and not too much for the cache of the processor."""


class Batch:
    """Articles that will be one segment; its texts are kept as numbers of words, its stored articles on the disk."""

    def __init__(self, folder: Path, name: str, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._columns = folder / (name + COLUMNS)
        self._stored = StoredWriter(folder / (name + ARTICLES))
        self._ids: list[bytes] = []
        self._outlets: list[bytes] = []
        self._attributes: list[Sequence[bytes]] = []
        self._entities: list[Sequence[bytes]] = []
        self._first_days = array("i")
        self._last_days = array("i")
        self._rows = {table: RowsBuilder(table) for table in ANNOTATION_TABLES}
        self._pieces = BodyPieces()
        self._texts: list[bytes] = []
        self._text_bytes = 0
        self._splitting = BackgroundWork(vocabulary.words)
        self._words: list[WordColumns] = []
        self.word_count = 0
        """How many words it has, apart from those that are about to be split."""

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, article: Article, told: Annotations) -> None:
        """One article more, and what it says."""
        body = utf8(article.body)
        self._stored.add(stored_text(article, body))
        published = article.published
        self._first_days.append(published.first.toordinal() if published else UNDATED)
        self._last_days.append(published.last.toordinal() if published else UNDATED)
        self._outlets.append(utf8(article.source or ""))
        self._attributes.append(attribute_texts(article))
        self._entities.append(entity_texts(told.named))
        for table, rows in self._rows.items():
            rows.add(table.told(told))
        self._ids.append(article.id.encode())
        texts = [article.title, *self._pieces.cut(article.body, told.quotes, told.starts)]
        self._texts += [plain(utf8(text)) for text in texts]
        self._text_bytes += len(body)
        if self._text_bytes >= TOGETHER:
            split = self._splitting.give(self._texts)
            self._words += split
            self.word_count += sum(len(words.forms) for words in split)
            self._texts, self._text_bytes = [], 0

    def write(self) -> None:
        """Write the segment, down to the disk."""
        self._words += [*self._splitting.rest(), self._vocabulary.words(self._texts)]
        pieces = self._pieces.counted(np.concatenate([words.lengths for words in self._words]))
        words = WordColumns(
            np.concatenate([words.forms for words in self._words]),
            np.concatenate([words.cases for words in self._words]),
            pieces.text_lengths(),
        )
        self._words, self._texts = [], []
        documents = Documents(
            ids=self._ids,
            outlets=self._outlets,
            first_days=np.array(self._first_days, np.int32),
            last_days=np.array(self._last_days, np.int32),
            title_lengths=words.lengths[::2],
            body_lengths=words.lengths[1::2],
        )
        writer = ArrayWriter(self._columns)
        try:
            self._stored.close(writer)
            add_documents(writer, documents)
            add_attributes(writer, self._attributes)
            add_entities(writer, self._entities)
            for gathered in self._rows.values():
                add_rows(writer, gathered.finished())
            for found in (
                self._pieces.quotation_rows(pieces),
                *self._pieces.start_rows(pieces),
                *rows_of_words(self._vocabulary, words),
            ):
                add_rows(writer, found)
            add_postings(writer, inverted(self._vocabulary, words, pieces.paragraphs()), documents.lengths())
            writer.close()
        finally:
            writer.abandon()
            self.abandon()

    def abandon(self) -> None:
        """Give up; what was written of it is left over."""
        self._splitting.stop()
        self._stored.abandon()


def add_postings(writer: ArrayWriter, found: Inverted, lengths: Array) -> None:
    """Write stems, forms, postings and positions of documents that have these lengths.

    These are integers (documents,).
    """
    add_dictionary(writer, found.dictionary.stems, found.dictionary.forms)
    writer.add("stem.forms", compacted(found.dictionary.form_starts))
    writer.add("stem.postings", compacted(starts_in_pieces(found.column("stem_postings"))))
    writer.add_pieces("posting.document", compact(len(lengths)), found.column("documents"))
    counts = Skipping(found.column("counts"))
    CountsWriter(writer, "posting.count").add(counts)
    writer.add("posting.skip", compacted(counts.skips()))
    PositionsWriter(writer, lengths).add(found.column("positions"))
    add_quarters(writer, "occurrence.case", found.column("cases"))
    writer.add("stem.titles", compacted(starts_in_pieces(found.column("stem_titled"))))
    writer.add("title.posting", compacted(in_one(found.column("titled"))))
    CountsWriter(writer, "title.count").add(found.column("title_counts"))
    add_forms_of_postings(writer, found)


def add_dictionary(writer: ArrayWriter, stems: Sequence[bytes], forms: Sequence[bytes]) -> None:
    """Write the texts of stems and forms, and the forms' order."""
    add_texts(writer, "stem", stems)
    add_texts(writer, "form", forms)
    writer.add("form.order", compacted(sorting(forms)))


def add_forms_of_postings(writer: ArrayWriter, found: Inverted) -> None:
    """Write which forms stand in the postings of stems that have several."""
    dtype = found.dictionary.code_type
    writer.add_pieces("posting.form", dtype, found.column("codes"))
    writer.add("stem.mixed", compacted(starts_in_pieces(found.column("stem_mixed"))))
    writer.add_pieces("mixed.form", dtype, found.column("mixed_codes"))
    CountsWriter(writer, "mixed.count").add(found.column("mixed_counts"))
    CountsWriter(writer, "mixed.title").add(found.column("mixed_title_counts"))
    writer.add("stem.mixed_occurrences", compacted(starts_in_pieces(found.column("stem_mixed_occurrences"))))
    writer.add_pieces("mixed.occurrence", dtype, found.column("mixed_occurrence_codes"))


def in_one(pieces: Iterable[Array]) -> Array:
    """Pieces of numbers, none below 0, one after the other.

    Each is unsigned or int64 (n,), and so is what they come to.
    """
    return np.concatenate([np.zeros(0, np.uint8), *pieces])


def starts_in_pieces(lengths: Iterable[Array]) -> Array:
    """Where each of these lengths begins, and after the last one where all end: int64 (lengths + 1,)."""
    return starts_of(in_one(lengths))

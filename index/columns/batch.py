"""From articles to a segment: they are gathered in memory, and written as two files."""

from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.article import Article
from index.columns.arrays import Array, ArrayWriter, compact, compacted
from index.columns.counts import add_counts
from index.columns.documents import Documents, add_documents, sorting
from index.columns.inverting import MIXED, Inverted, inverted
from index.columns.rows import TABLES, RowsBuilder, add_rows
from index.columns.splitting import Vocabulary, Words, plain
from index.columns.stored import StoredWriter
from index.columns.texts import add_texts
from index.schema import UNDATED, stored_text

ARTICLES, COLUMNS = ".articles", ".columns"
"""What the names of the files of a segment end with."""
SKIP = 64
"""Postings between two places where the number of occurrences so far is written down."""
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
        self._first_days = array("i")
        self._last_days = array("i")
        self._rows = {table: RowsBuilder(table) for table in TABLES}
        self._texts: list[bytes] = []
        self._text_bytes = 0
        self._words: list[Words] = []
        self.word_count = 0

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, article: Article) -> None:
        """One article more."""
        texts = [plain(article.title), plain(article.body)]
        self._stored.add(stored_text(article).encode("utf-8", "surrogatepass"))
        published = article.published
        self._first_days.append(published.first.toordinal() if published else UNDATED)
        self._last_days.append(published.last.toordinal() if published else UNDATED)
        self._outlets.append((article.source or "").encode("utf-8", "surrogatepass"))
        for rows in self._rows.values():
            rows.add(())
        self._ids.append(article.id.encode())
        self._texts += texts
        self._text_bytes += sum(map(len, texts))
        if self._text_bytes >= TOGETHER:
            self._split()

    def write(self) -> None:
        """Write the segment, down to the disk."""
        self._split()
        words = Words(
            np.concatenate([words.forms for words in self._words]),
            np.concatenate([words.lengths for words in self._words]),
        )
        self._words = []
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
            for table, rows in self._rows.items():
                add_rows(writer, table, rows.finished())
            add_postings(writer, inverted(self._vocabulary, words), len(self._ids))
            writer.close()
        finally:
            writer.abandon()

    def _split(self) -> None:
        """Split the texts that are gathered."""
        words = self._vocabulary.words(self._texts)
        self._texts, self._text_bytes = [], 0
        self._words.append(words)
        self.word_count += len(words.forms)

    def abandon(self) -> None:
        """Give up; what was written of it is left over."""
        self._stored.abandon()


def add_postings(writer: ArrayWriter, found: Inverted, documents: int) -> None:
    """Write stems, forms, postings and positions."""
    add_dictionary(writer, found.stems, found.forms)
    writer.add("stem.forms", compacted(found.form_starts))
    writer.add("stem.postings", compacted(found.posting_starts))
    writer.add("posting.document", found.documents.astype(compact(documents)))
    add_counts(writer, "posting.count", found.counts)
    writer.add("posting.skip", compacted(skips(found.counts)))
    writer.add("position", compacted(found.positions))
    writer.add("stem.titles", compacted(found.title_starts))
    writer.add("title.posting", compacted(found.title_postings))
    add_counts(writer, "title.count", found.title_counts)
    add_forms_of_postings(writer, found)


def add_dictionary(writer: ArrayWriter, stems: Sequence[bytes], forms: Sequence[bytes]) -> None:
    """Write the texts of stems and forms, and the forms' order."""
    add_texts(writer, "stem", stems)
    add_texts(writer, "form", forms)
    writer.add("form.order", compacted(sorting(forms)))


def skips(counts: Array) -> Array:
    """How many occurrences lie before every SKIP-th posting: int64."""
    return np.cumsum(np.concatenate([[0], counts]))[:-1][::SKIP]


def code_type(most_forms: int) -> "np.dtype[np.unsignedinteger]":
    """The type of a form's code, when no stem has more forms; its largest number stands for MIXED."""
    return compact(most_forms)


def add_forms_of_postings(writer: ArrayWriter, found: Inverted) -> None:
    """Write which forms stand in the postings of stems that have several."""
    form_counts = np.diff(found.form_starts)
    codes = found.posting_codes[np.repeat(form_counts > 1, np.diff(found.posting_starts))]
    dtype = code_type(int(form_counts.max(initial=0)))
    writer.add("posting.form", np.where(codes == MIXED, np.iinfo(dtype).max, codes).astype(dtype))
    writer.add("stem.mixed", compacted(found.mixed_starts))
    writer.add("mixed.form", found.mixed.codes.astype(dtype))
    add_counts(writer, "mixed.count", found.mixed.counts)
    add_counts(writer, "mixed.title", found.mixed.title_counts)

"""What is known of each document of a segment beside its words, as columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array, ArrayWriter, compact, compacted
from index.storage.string_column import add_texts

NO_OUTLET = b""


@dataclass(frozen=True, slots=True)
class Documents:
    """The columns of some documents."""

    ids: Sequence[bytes]
    outlets: Sequence[bytes]
    """The name of the outlet of each; NO_OUTLET where there is none."""
    first_days: Array
    """The first day on which it may have been published, counted as `date.toordinal` does; 0 where there is none: int32
    (documents,)."""
    last_days: Array
    """int32 (documents,)."""
    title_lengths: Array
    """In words: unsigned or int64 (documents,)."""
    body_lengths: Array
    """Likewise: unsigned or int64 (documents,)."""

    def lengths(self) -> Array:
        """How many words each has: int64 (documents,)."""
        return self.title_lengths.astype(np.int64) + self.body_lengths


def add_documents(writer: ArrayWriter, documents: Documents) -> None:
    """Write the columns of documents."""
    add_texts(writer, "id", documents.ids)
    writer.add("id.order", compacted(sorting(documents.ids)))
    names = sorted({NO_OUTLET, *documents.outlets})
    numbers = {name: number for number, name in enumerate(names)}
    outlets = np.fromiter(map(numbers.__getitem__, documents.outlets), np.int64, len(documents.outlets))
    add_texts(writer, "outlet", names)
    writer.add("document.outlet", outlets.astype(compact(len(names))))
    writer.add("document.first_day", documents.first_days.astype(np.int32))
    writer.add("document.last_day", documents.last_days.astype(np.int32))
    writer.add("document.title_length", compacted(documents.title_lengths))
    writer.add("document.body_length", compacted(documents.body_lengths))


def sorting(texts: Sequence[bytes]) -> Array:
    """The numbers of the texts in the order of their bytes: int64 (texts,)."""
    return numbers_of(sorted(range(len(texts)), key=texts.__getitem__))


def numbers_of(values: Iterable[int]) -> Array:
    """These numbers as an array: int64 (n,)."""
    return np.fromiter(values, np.int64)

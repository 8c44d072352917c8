"""Whom and what each document names: people and organisations, each name kept once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np

from index.annotations import EntityKind, NamedEntity
from index.schema import utf8
from index.storage.arrays import Array, ArrayWriter, compacted, distinct, is_new, lengths_between, starts_of
from index.storage.multi_valued import DocumentRows, add_rows, rows_in
from index.storage.string_column import StringColumn, add_texts, after

BETWEEN = "\t"
"""Between the kind, the key and the name; none of them has it."""


@dataclass(frozen=True, slots=True)
class EntityRows(DocumentRows):
    """The names that stand in each document: unsigned, or int64 in the making, (names in documents,)."""

    table: ClassVar[str] = "named"
    name: Array
    """The number of the name."""


class EntityColumns:
    """The people and organisations that the documents of a segment name.

    It is read from `name.bytes` and `name.starts`, the names, each behind its kind and key, sorted; `name.entity`, for
    each the number of the entity that it is a name of, unsigned (names,), ascending; and the rows of `named`.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.texts = StringColumn(arrays, "name")
        self.entity = arrays["name.entity"]
        self.rows = rows_in(arrays, EntityRows)

    def of_kind(self, kind: EntityKind) -> range:
        """The numbers of the names of this kind."""
        return self._beginning(utf8(kind + BETWEEN))

    def names_of(self, kind: EntityKind, key: str) -> range:
        """The numbers of the names of one entity; none where no document names it."""
        return self._beginning(utf8(kind + BETWEEN + key + BETWEEN))

    def documents_of(self, names: range) -> Array:
        """For each document, that it has one of these names: bool (documents,)."""
        is_named = np.zeros(len(self.rows.starts) - 1, bool)
        own = np.asarray(self.rows.name)
        places = np.flatnonzero((own >= names.start) & (own < names.stop))
        is_named[np.searchsorted(np.asarray(self.rows.starts), places, side="right") - 1] = True
        return is_named

    def key_and_name(self, number: int) -> tuple[str, str]:
        """The key of the entity that a name is of, and the name."""
        _, key, name = self.texts[number].decode("utf-8", "surrogatepass").split(BETWEEN, 2)
        return key, name

    def counts(self, documents: Array | None) -> Array:
        """How many of these documents, integers (n,), have each name; None is all. Gives int64 (names,)."""
        names = np.asarray(self.rows.name)
        own = names if documents is None else names[self.rows.of(documents)]
        return np.bincount(own, minlength=len(self.texts))

    def _beginning(self, start: bytes) -> range:
        return range(self.texts.lowest(start), self.texts.lowest(after(start)))


def entity_texts(named: Sequence[NamedEntity]) -> Sequence[bytes]:
    """The names of an article as texts that sort by kind and key."""
    return [utf8(BETWEEN.join(" ".join(part.split()) for part in entity)) for entity in named]


def add_entities(writer: ArrayWriter, documents: Sequence[Sequence[bytes]]) -> None:
    """Write the names of documents."""
    texts = sorted({text for document in documents for text in document})
    numbers = {text: number for number, text in enumerate(texts)}
    starts = starts_of(np.fromiter(map(len, documents), np.int64, len(documents)))
    own = np.fromiter((numbers[text] for document in documents for text in document), np.int64, int(starts[-1]))
    add_numbered(writer, texts, EntityRows(starts, own))


def add_joined_entities(writer: ArrayWriter, parts: Sequence[tuple[EntityColumns, Array]]) -> None:
    """Write the names of some documents of several segments.

    Each comes with the numbers of its documents: integers (n,), ascending.
    """
    named = [np.asarray(own.rows.name)[own.rows.of(kept)].astype(np.int64) for own, kept in parts]
    used = [distinct(names) for names in named]
    told = [[own.texts[number] for number in numbers.tolist()] for (own, _), numbers in zip(parts, used, strict=True)]
    texts = sorted({text for part in told for text in part})
    numbers = {text: number for number, text in enumerate(texts)}
    moved = []
    for names, before, part in zip(named, used, told, strict=True):
        after_merging = np.fromiter((numbers[text] for text in part), np.int64, len(part))
        moved.append(after_merging[np.searchsorted(before, names)])
    counts = [lengths_between(own.rows.starts)[kept] for own, kept in parts]
    rows = EntityRows(starts_of(np.concatenate(counts)), np.concatenate(moved))
    add_numbered(writer, texts, rows)


def add_numbered(writer: ArrayWriter, texts: Sequence[bytes], rows: EntityRows) -> None:
    """Write names, sorted, and which of them each document has."""
    keys = [text.rpartition(utf8(BETWEEN))[0] for text in texts]
    opens = np.fromiter((own != before for before, own in pairwise([b"", *keys])), bool, len(keys))
    add_texts(writer, "name", texts)
    writer.add("name.entity", compacted(np.cumsum(opens) - 1 if len(opens) else np.zeros(0, np.int64)))
    add_rows(writer, rows)


def tallied(entities: Array, counts: Array) -> tuple[Array, Array]:
    """For each entity the place of its first name among these, and how often all of its names stand.

    `entities` is unsigned (n,), ascending, `counts` int64 (n,); gives int64 (entities,) twice.
    """
    first = np.flatnonzero(is_new(entities))
    return first, np.add.reduceat(counts, first) if len(first) else np.zeros(0, np.int64)

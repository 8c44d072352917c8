"""One segment of an index, with what answering needs beside the postings."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import get_args

import numpy as np

from index.article import How
from index.columns.postings import PostingList
from index.columns.relations import NONE, KnownRelations
from index.columns.segment import SegmentColumns
from index.schema import UNDATED, source_key, stored_article
from index.storage.arrays import Array
from search.bm25f import weighted
from search.clauses import Attribute, Case, FormLeaf, Speaker, Spellings
from search.file_formats import formats_in
from search.query import Copies
from search.segment.cache import ByteBudget, ByteCache
from search.segment.positional_postings import PositionalPostings
from search.segment.text_scan import TextScan

EPOCH = 719_163
"""The ordinal of 1970-01-01, from which NumPy counts days."""
MONTHS_BEFORE_EPOCH = 1970 * 12
NO_STORY = -2
"""The number of no story, where NONE is that of an article without one."""

KEPT = 4096
"""Stems whose place in the columns is remembered."""
KEPT_BYTES = 64_000_000
"""What may be kept of a segment's answers, to serve the next question."""


HOWS: tuple[How, ...] = get_args(How)
"""How dates are known, each by its place."""

NO_DOCUMENTS: Array = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class LeafFrequencies:
    """Live documents that hold a leaf, and how often."""

    documents: Array
    """Integers (n,), ascending."""
    weighted_counts: Array
    """For each of them, words of the title counted as TITLE_WEIGHT: float32 (n,), above 0."""

    @property
    def nbytes(self) -> int:
        """The bytes that it takes."""
        return self.documents.nbytes + self.weighted_counts.nbytes


@dataclass(frozen=True, slots=True)
class FormTotals:
    """How much a pattern stands for."""

    stems: int
    postings: int
    """That these stems have together."""

    @property
    def nbytes(self) -> int:
        """The bytes that it takes."""
        return 100


NOWHERE = LeafFrequencies(NO_DOCUMENTS, np.zeros(0, np.float32))


class SegmentReader:
    """The live documents of one segment; nothing in it changes, so threads may share it."""

    def __init__(self, columns: SegmentColumns, known: KnownRelations, deleted: Array) -> None:
        self.columns = columns
        self.relations = known.segments[columns.name]
        self._known = known
        self.is_whole = not len(deleted)
        self.is_live = np.ones(len(columns), bool)
        self.is_live[deleted] = False
        self.lengths = weighted(columns.title_lengths.astype(np.float64), columns.body_lengths.astype(np.float64))
        self.live_count = int(np.count_nonzero(self.is_live))
        self.live_length = float(self.lengths[self.is_live].sum())
        self.postings = lru_cache(KEPT)(partial(list_of, columns))
        """The postings of a stem, deleted documents included; None when it stands nowhere. The last ones are kept."""
        self.share = len(columns) / max(1, sum(len(each.story) for each in known.segments.values()))
        """How much of all documents of the index, deleted ones included, it has."""
        self.name_written = lru_cache(KEPT)(partial(name_written, columns))
        """The author or place of a document as its article writes it. The last ones are kept."""
        self.names_of = lru_cache(KEPT)(columns.entities.names_of)
        """The numbers of the names of a person or organisation. The last ones are kept."""
        self.budget = ByteBudget(KEPT_BYTES)
        """What all caches over this segment share."""
        self.multi_term_frequencies: ByteCache[Spellings | FormLeaf, LeafFrequencies] = ByteCache(self.budget)
        """Where any of several stems or forms stands, deleted documents included."""
        self.form_numbers: ByteCache[FormLeaf, Array] = ByteCache(self.budget)
        """The numbers of the forms that match, all of them: int64 (n,), ascending."""
        self.placed_forms: ByteCache[tuple[FormLeaf, tuple[Case, ...]], PositionalPostings] = ByteCache(self.budget)
        """The postings of the forms that match, as far as they are looked for, in all of some cases."""
        self.form_totals: ByteCache[FormLeaf, FormTotals] = ByteCache(self.budget)
        """How much each of them stands for, deleted documents included."""
        self.attributes: ByteCache[Attribute, Array] = ByteCache(self.budget)
        """For each document, deleted ones included, that an attribute is so."""
        self.quotation_rows: ByteCache[Speaker, Array] = ByteCache(self.budget)
        """What somebody says, in live documents."""

    def article_count(self, term: str) -> int:
        """How many live documents hold a stem."""
        postings = self.postings(term)
        if postings is None:
            return 0
        return len(postings) if self.is_whole else len(self.live(postings.documents))

    def live(self, documents: Array) -> Array:
        """Those of the documents that are not deleted."""
        return documents if self.is_whole else documents[self.is_live[documents]]

    def scope(self, within: Array | None) -> Array | None:
        """Where to look: in `within`, or else in the live documents; None is all documents, where none is deleted."""
        return self.all_live if within is None and not self.is_whole else within

    @cached_property
    def all_live(self) -> Array:
        """The live documents, ascending."""
        return np.flatnonzero(self.is_live)

    @cached_property
    def attribute_scan(self) -> TextScan:
        """What looks through what is known of documents beside their words."""
        return TextScan(self.columns.attributes.texts)

    @cached_property
    def form_scan(self) -> TextScan:
        """What looks through all forms."""
        return TextScan(self.columns.forms)

    @cached_property
    def entity_scan(self) -> TextScan:
        """What looks through the names of people and organisations."""
        return TextScan(self.columns.entities.texts)

    @cached_property
    def formats(self) -> Set[str]:
        """The formats of its files."""
        return formats_in(self.columns)

    @cached_property
    def months(self) -> Array:
        """The month of the first day of each document, counted from January of the year 0; -1 when it has no date."""
        days = (self.relations.first_day.astype(np.int64) - EPOCH).astype("M8[D]")
        return np.where(
            self.relations.first_day == UNDATED, -1, days.astype("M8[M]").astype(np.int64) + MONTHS_BEFORE_EPOCH
        )

    @cached_property
    def how_dated(self) -> Array:
        """How the date of each document is known: its place in HOWS, int8 (documents,); -1 when it has none."""
        places = {how.encode(): place for place, how in enumerate(HOWS)}
        attributes, columns = self.columns.attributes, self.columns
        found, own = np.unique(attributes.numbers["dated"], return_inverse=True)
        told = np.array([places.get(attributes.texts[number], -1) for number in found.tolist()], np.int8)[own]
        for id, how in self._known.origins.items():
            document = columns.document(id)
            if document is not None and not self._is_of_one_day(document):
                told[document] = HOWS.index(how)
        return np.where(self.relations.first_day == UNDATED, np.int8(-1), told)

    def _is_of_one_day(self, document: int) -> bool:
        """The article itself tells on which day it was published."""
        first, last = self.columns.first_days[document], self.columns.last_days[document]
        return bool(first == last != UNDATED)

    @cached_property
    def languages(self) -> Mapping[str, int]:
        """The languages that documents are written in, each with the number of its code among the attributes."""
        attributes = self.columns.attributes
        numbers = np.unique(attributes.numbers["language"]).tolist()
        return {code.decode(): number for number in numbers if (code := attributes.texts[number])}

    def is_in(self, language: str) -> Array:
        """For each document, that it is written in this language, a code: bool (documents,)."""
        number = self.languages.get(language)
        numbers = np.asarray(self.columns.attributes.numbers["language"])
        return np.zeros(len(numbers), bool) if number is None else numbers == number

    @cached_property
    def outlet_names(self) -> list[str]:
        """The name of each outlet, by its number; "" is of articles that have none."""
        return [name.decode("utf-8", "surrogatepass") for name in self.columns.outlets]

    @cached_property
    def outlet_keys(self) -> list[str | None]:
        """The name of each outlet as it is compared; None is of articles that have none."""
        return [source_key(name) if name else None for name in self.outlet_names]

    def story_number(self, id: str) -> int:
        """The number of the story with this id; one that no article has when there is none."""
        return self._known.story_numbers.get(id.encode("utf-8", "surrogatepass"), NO_STORY)

    def groups(self, copies: Copies) -> Array:
        """For each document, the number of the text or story that it is shown with, or NONE."""
        if copies == "all":
            return np.full(len(self.columns), NONE, np.int32)
        return self.relations.wording if copies == "reprints" else self.relations.story

    def document(self, id: str) -> int | None:
        """The live document with this id; None when there is none."""
        number = self.columns.document(id.encode("utf-8", "surrogatepass"))
        return number if number is not None and self.is_live[number] else None

    def documents(self, ids: Iterable[str]) -> Array:
        """The live documents with these ids, as far as there are such: int64 (n,), ascending."""
        return np.array(sorted(number for id in ids if (number := self.document(id)) is not None), np.int64)

    def ids_beginning(self, start: str, most: int) -> list[str]:
        """The ids of live documents that begin so, the first `most` of them in the order of their bytes."""
        column, begin = self.columns.ids, start.encode("utf-8", "surrogatepass")
        found: list[str] = []
        for place in range(column.lowest(begin), len(column)):
            number = column.order[place]
            if len(found) == most or not column[number].startswith(begin):
                break
            if self.is_live[number]:
                found.append(column[number].decode("utf-8", "surrogatepass"))
        return found

    def ids(self, documents: Sequence[int]) -> list[str]:
        """The ids of documents."""
        return list(self.columns.ids.strings(documents))

    def is_dated(self, documents: Array) -> Array:
        """For each document, that it has a date."""
        return np.asarray(self.relations.first_day[documents] != UNDATED)


def name_written(columns: SegmentColumns, document: int, column: str) -> str:
    """The name in a column, "author" or "place", as the article of a document writes it."""
    article = stored_article(columns.stored[document].decode("utf-8", "surrogatepass"))
    return " ".join(((article.author if column == "author" else article.place) or "").split())


def list_of(columns: SegmentColumns, term: str) -> PostingList | None:
    """The postings of a stem; None when it stands nowhere."""
    return columns.list_of(term.encode("utf-8", "surrogatepass"))

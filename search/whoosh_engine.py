"""Queries answered from a Whoosh index."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from math import inf
from pathlib import Path
from threading import Lock
from typing import Any, assert_never

from whoosh.index import TOC, FileIndex
from whoosh.reading import IndexReader

from index.analysis import remember_stems
from index.article import Article
from index.catalog import REMEDY, damaged, require_stamp
from index.columns.storage import NAME, IndexStorage
from index.errors import IndexMissing, IndexOutdated
from index.forms import FormTable
from index.schema import FORMS, LENGTHS, SCHEMA, STEMMED, UNDATED, source_key, stored_article
from search.engine import Candidate, Matches
from search.query import (
    And,
    Between,
    Clause,
    Everything,
    Field,
    Identified,
    Leaf,
    Not,
    Nothing,
    Or,
    Order,
    Phrase,
    Prefix,
    Query,
    Source,
    Word,
    leaves,
)
from search.score import Collection, weighted

TRIES = 10
"""How often opening starts over when a build replaces the generation that is being opened."""


def newest_generation(folder: Path) -> int:
    """The number of the newest generation; raises IndexMissing when nothing has been built there yet."""
    generation = TOC._latest_generation(IndexStorage(folder), NAME) if folder.is_dir() else -1
    if generation < 1:
        raise IndexMissing(f"no index at {folder}: make one with  dateline index FOLDER")
    return int(generation)


def open_whoosh_engine(folder: Path) -> "WhooshEngine":
    """The newest generation of the index in a folder; raises IndexMissing and IndexOutdated."""
    for _ in range(TRIES):
        generation = newest_generation(folder)
        try:
            require_stamp(folder, generation)
            remember_stems(FormTable(folder).stem)
            return WhooshEngine(FileIndex(IndexStorage(folder), SCHEMA, NAME).reader(), generation)
        except FileNotFoundError:
            continue
        except IndexOutdated:
            raise
        except Exception as error:  # Whoosh's pickles fail in any way at all
            raise IndexOutdated(damaged(folder, error)) from error
    raise IndexOutdated(f"the index at {folder} is incomplete: make it again with  {REMEDY}")


class WhooshEngine:
    """One generation of a Whoosh index; its reader is used by one thread at a time, because Whoosh's are not safe."""

    def __init__(self, reader: IndexReader, generation: int) -> None:
        self.generation = generation
        self._columns = Columns(reader)
        self._occurrences = OccurrenceReader(reader)
        self._reader = reader
        self._guard = Lock()

    def match(self, query: Query, limit: int) -> Matches:
        """See `search.engine.Engine.match`."""
        with self._guard:
            columns = self._columns
            documents = self._documents(query.clause)
            scores = self._scores(query.clause, documents)
            first = nsmallest(limit, documents, key=lambda document: columns.order(document, scores, query.order))
            return Matches(
                candidates=tuple(columns.candidate(document, scores.get(document, 0.0)) for document in first),
                total=len(documents),
                sources=Counter(columns.sources[document] for document in documents if columns.sources[document]),
                months=Counter(f"{columns.days[document][0]:%Y-%m}" for document in documents & columns.days.keys()),
            )

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """See `search.engine.Engine.fetch`."""
        with self._guard:
            documents = [document for id in ids for document in documents_with(self._reader, "id", id)]
            return [stored_article(self._reader.stored_fields(document)["article"]) for document in documents]

    def _documents(self, clause: Clause) -> set[int]:
        """The numbers of the documents that match."""
        live = self._columns.live
        match clause:
            case Word() | Phrase() | Prefix():
                return set(self._occurrences.of(clause).counts)
            case Source(name):
                return set(documents_with(self._reader, "source", source_key(name)))
            case Between(since, until):
                return {document for document, days in self._columns.days.items() if overlap(*days, since, until)}
            case Identified(id):
                return set(documents_with(self._reader, "id", id))
            case Everything():
                return set(live)
            case Nothing():
                return set()
            case And(parts):
                return set(live).intersection(*map(self._documents, parts))
            case Or(parts):
                return set().union(*map(self._documents, parts))
            case Not(part):
                return set(live) - self._documents(part)
            case _:
                assert_never(clause)

    def _scores(self, clause: Clause, documents: set[int]) -> dict[int, float]:
        """The sum over the leaves that each document holds; documents that hold none are left out."""
        scores: dict[int, float] = defaultdict(float)
        collection = self._columns.collection
        for leaf in leaves(clause):
            found = self._occurrences.of(leaf)
            weight = collection.inverse_frequency(found.article_counts)
            for document in documents & found.counts.keys():
                saturation = collection.saturation(found.counts[document], self._columns.lengths[document])
                scores[document] += weight * saturation
        return scores


def overlap(first: date, last: date, since: date | None, until: date | None) -> bool:
    """The two ranges of days share a day."""
    return (until is None or first <= until) and (since is None or last >= since)


def documents_with(reader: IndexReader, field: str, value: str) -> list[int]:
    """The live documents with this exact value in a field that is not analysed, ascending."""
    return list(reader.postings(field, value).all_ids()) if (field, value) in reader else []


class Columns:
    """What is known of each document beside its words, by its number; read once, in one pass."""

    def __init__(self, reader: IndexReader) -> None:
        self.live = frozenset(reader.all_doc_ids())
        self.ids: dict[int, str] = self._values(reader, "id")
        self.sources = {document: name.decode() for document, name in self._values(reader, "outlet").items()}
        first, last = self._values(reader, "first_day"), self._values(reader, "last_day")
        dated = {document for document in self.live if first[document] != UNDATED}
        self.days = {d: (date.fromordinal(first[d]), date.fromordinal(last[d])) for d in dated}
        title, body = self._values(reader, LENGTHS["title"]), self._values(reader, LENGTHS["body"])
        self.lengths = {document: weighted(title[document], body[document]) for document in self.live}
        total = sum(self.lengths.values())
        self.collection = Collection(len(self.live), total / len(self.live) if self.live else 0.0)

    def _values(self, reader: IndexReader, field: str) -> dict[int, Any]:
        """One column."""
        if not self.live:
            return {}
        column = reader.column_reader(field)
        return {document: column[document] for document in sorted(self.live)}

    def candidate(self, document: int, score: float) -> Candidate:
        """What the seam says of a document that matches."""
        days = self.days.get(document)
        return Candidate(self.ids[document], score, days[0] if days else None, None)

    def order(self, document: int, scores: Mapping[int, float], order: Order) -> tuple[float, float, str]:
        """What documents are sorted by, the first of them the smallest."""
        score = -scores.get(document, 0.0)
        days = self.days.get(document)
        newness = -days[0].toordinal() if days else inf
        match order:
            case "relevance":
                return score, newness, self.ids[document]
            case "newest":
                return newness, score, self.ids[document]
            case "oldest":
                return -newness if days else inf, score, self.ids[document]
            case _:
                assert_never(order)


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where a leaf stands: its weighted count by document number, and how many articles hold each of its words."""

    counts: Mapping[int, float]
    article_counts: tuple[int, ...]


class OccurrenceReader:
    """Finds where leaves stand, and keeps the last few: another page or order of a search asks for the same."""

    KEPT = 32

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self._kept: dict[Leaf, Occurrences] = {}

    def of(self, leaf: Leaf) -> Occurrences:
        """Where a leaf stands."""
        if leaf not in self._kept:
            while len(self._kept) >= self.KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[leaf] = self._found(leaf)
        return self._kept[leaf]

    def _found(self, leaf: Leaf) -> Occurrences:
        match leaf:
            case Word(term=term, field=field):
                counts = self._by_field(field, lambda name: self._frequencies(STEMMED[name], [term]))
                return Occurrences(counts, (len(counts),))
            case Prefix(start=start, field=field):
                counts = self._by_field(field, lambda name: self._beginning(FORMS[name], start))
                return Occurrences(counts, (len(counts),))
            case Phrase(terms=terms, field=field):
                words = [self._found(Word(term, term, field)) for term in terms]
                counts = self._by_field(field, lambda name: self._in_a_row(STEMMED[name], terms))
                return Occurrences(counts, tuple(count for word in words for count in word.article_counts))
            case _:
                assert_never(leaf)

    def _by_field(self, field: Field | None, found: Callable[[Field], Mapping[int, int]]) -> dict[int, float]:
        """Title and body combined, or the one that is asked for."""
        title = found("title") if field != "body" else {}
        body = found("body") if field != "title" else {}
        return {document: weighted(title.get(document, 0), body.get(document, 0)) for document in {**title, **body}}

    def _beginning(self, field: str, start: str) -> Mapping[int, int]:
        """How often words that begin so stand in each document."""
        return self._frequencies(field, [text.decode() for text in self._reader.expand_prefix(field, start)])

    def _frequencies(self, field: str, texts: Sequence[str]) -> Mapping[int, int]:
        """How often any of these terms stands in each document."""
        counts: Counter[int] = Counter()
        for text in texts:
            if (field, text) in self._reader:
                matcher = self._reader.postings(field, text)
                while matcher.is_active():
                    counts[matcher.id()] += int(matcher.weight())
                    matcher.next()
        return counts

    def _in_a_row(self, field: str, terms: Sequence[str]) -> Mapping[int, int]:
        """How often the terms stand one right after the other in each document."""
        if not all((field, term) in self._reader for term in terms):
            return {}
        starts = self._positions(field, terms[0])
        for distance, term in enumerate(terms[1:], 1):
            places = self._positions(field, term, starts.keys())
            starts = {
                document: {start for start in starts[document] if start + distance in places[document]}
                for document in starts.keys() & places.keys()
            }
        return {document: len(found) for document, found in starts.items() if found}

    def _positions(self, field: str, term: str, among: Container[int] | None = None) -> dict[int, set[int]]:
        """Where a term stands in each document, or in each of these."""
        positions: dict[int, set[int]] = {}
        matcher = self._reader.postings(field, term)
        while matcher.is_active():
            if among is None or matcher.id() in among:
                positions[matcher.id()] = set(matcher.value_as("positions"))
            matcher.next()
        return positions

"""Where words stand near each other, at the beginning or often enough in one segment: array algebra over its columns.

It equals the plain algorithm: for each live document, the spans of the leaf in the title and in the body.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from index.storage.arrays import Array
from search.bm25f import TITLE_WEIGHT
from search.clause_walks import holds_group
from search.clauses import (
    AtLeast,
    Case,
    Cased,
    Clause,
    Field,
    Fuzzy,
    Lead,
    Near,
    NotNear,
    Or,
    Phrase,
    Place,
    PositionLeaf,
    Prefix,
    SameStem,
    Scope,
    Spellings,
    Wildcard,
    Word,
    choices_of,
)
from search.segment.intersect import common, in_any
from search.segment.phrase import documents_with_all, phrase_positions, phrase_words
from search.segment.positional_postings import PositionalPostings
from search.segment.segment_reader import NO_DOCUMENTS, NOWHERE, LeafFrequencies, SegmentReader
from search.segment.spans import NO_SPANS, POSITION_BITS, Nearness, Spans, in_any_of
from search.segment.text_layout import TextLayout

TOGETHER = 8_192
"""Documents that are looked at in one step, to hold its memory to some tens of megabytes where words are common."""


def proximity_frequencies(segment: SegmentReader, leaf: PositionLeaf, within: Array | None) -> LeafFrequencies:
    """Where a leaf stands; only in the documents of `within`, live ones, if it is given."""
    words = RowWords(segment)
    documents = may_hold(words, leaf, segment.all_live if within is None else within)
    found = [in_documents(words, leaf, piece) for piece in pieces(documents)]
    if not found:
        return NOWHERE
    return LeafFrequencies(
        np.concatenate([each.documents for each in found]), np.concatenate([each.weighted_counts for each in found])
    )


def pieces(documents: Array) -> Iterator[Array]:
    """The documents in pieces: int64 (n,)."""
    for start in range(0, len(documents), TOGETHER):
        yield documents[start : start + TOGETHER].astype(np.int64)


class RowWords:
    """The postings of words in a row, looked up once however many documents are asked afterwards."""

    def __init__(self, segment: SegmentReader) -> None:
        self.segment = segment
        self._known: dict[tuple[tuple[Place, ...], tuple[Case, ...]], list[PositionalPostings]] = {}

    def of(self, places: Sequence[Place], cases: Sequence[Case] = ()) -> list[PositionalPostings]:
        """See `phrase_words`."""
        key = tuple(places), tuple(cases)
        if key not in self._known:
            self._known[key] = phrase_words(self.segment, places, cases)
        return self._known[key]


def in_documents(words: RowWords, leaf: PositionLeaf, documents: Array) -> LeafFrequencies:
    """The same in these live documents: int64 (n,), ascending."""
    looked_at = SpanFinder(words, documents)
    part, least = (leaf.part, leaf.times) if isinstance(leaf, AtLeast) else (leaf, 1)
    found = looked_at.spans(part)
    rows = found.first >> POSITION_BITS
    counts = np.bincount(rows, minlength=len(documents))
    titled = np.bincount(rows[looked_at.layout.is_in_title(found.first)], minlength=len(documents))
    held = ((counts >= least) & (counts > 0)).nonzero()[0]
    worth = counts[held] + (TITLE_WEIGHT - 1) * titled[held]
    return LeafFrequencies(documents[held], worth.astype(np.float32))


class SpanFinder:
    """Finds the spans of clauses in some live documents; places in them are those of `TextLayout`."""

    def __init__(self, words: RowWords, documents: Array) -> None:
        self._words = words
        self._documents = documents
        self.layout = TextLayout(words.segment, documents)
        self._rows: dict[tuple[tuple[Place, ...], tuple[Case, ...]], Spans] = {}
        self._choices: dict[tuple[Or, tuple[Case, ...]], Spans] = {}

    def spans(self, clause: Clause, cases: Sequence[Case] = ()) -> Spans:
        """Where a clause stands, all its words in these cases; nowhere when it is no part that `Near` may have."""
        match clause:
            case Word(term=term, ring=ring, field=field):
                return self._of_field(self._in_a_row([(term, *ring)], cases), field)
            case Spellings(terms=terms, ring=ring, runs=runs, field=field):
                rows = [self._in_a_row([(*terms, *ring)], cases)]
                rows += [self._in_a_row(choices_of(run, ()), cases) for run in runs]
                return self._of_field(in_any_of(rows), field)
            case Phrase(places=places, field=field):
                return self._of_field(self._in_a_row(places, cases), field)
            case Prefix() | Wildcard() | Fuzzy() | SameStem():
                return self._of_field(self._in_a_row([clause], cases), clause.field)
            case Or():
                return self._in_any(clause, tuple(cases))
            case Near():
                return self._near(clause, cases)
            case NotNear(part, other, words, is_ordered, scope):
                near = self._nearness(words, scope)
                return near.alone(self.spans(part, cases), self.spans(other, cases), is_ordered)
            case Lead(part, words):
                found = self.spans(part, cases)
                ends = self.layout.lead_ends(words)[found.first >> POSITION_BITS]
                return found.where(found.last < ends)
            case Cased(part, case):
                return self.spans(part, (*cases, case))
            case _:
                return NO_SPANS

    def _in_any(self, clause: Or, cases: tuple[Case, ...]) -> Spans:
        """Where any part stands; what many windows have on one side is put together once."""
        key = clause, cases
        if key not in self._choices:
            self._choices[key] = in_any_of([self.spans(part, cases) for part in clause.parts])
        return self._choices[key]

    def _in_a_row(self, places: Sequence[Place], cases: Sequence[Case]) -> Spans:
        key = tuple(places), tuple(cases)
        if key not in self._rows:
            self._rows[key] = self._standing(places, cases)
        return self._rows[key]

    def _standing(self, places: Sequence[Place], cases: Sequence[Case]) -> Spans:
        words = self._words.of(places, cases)
        if not words:
            return NO_SPANS
        found = phrase_positions(words, self._documents, len(self._words.segment.columns))
        rows = self._documents.searchsorted(found.documents)
        first = self.layout.words(rows << POSITION_BITS | found.positions)
        return Spans(first, first + (len(words) - 1))

    def _of_field(self, found: Spans, field: Field | None) -> Spans:
        if field is None:
            return found
        return found.where(self.layout.is_in_title(found.first) == (field == "title"))

    def _nearness(self, words: int | None, scope: Scope) -> Nearness:
        return Nearness(words, lambda places: self.layout.numbers(scope, places))

    def _near(self, clause: Near, cases: Sequence[Case]) -> Spans:
        near = self._nearness(clause.words, clause.scope)
        first, *others = clause.parts
        found, is_group = self.spans(first, cases), holds_group(first)
        for other in others:
            beside = self.spans(other, cases)
            ways = [near.in_order(found, beside)]
            if not clause.is_ordered:
                ways.append(near.in_order(beside, found))
                ways += [near.around(found, beside)] if is_group else []
                ways += [near.around(beside, found)] if holds_group(other) else []
            found, is_group = in_any_of(ways), True
        return found


def may_hold(words: RowWords, clause: Clause, documents: Array) -> Array:
    """Those of these live documents that hold enough words for the clause to stand there; ascending."""
    match clause:
        case Near():
            for part in dict.fromkeys(joined_in(clause)):
                documents = may_hold(words, part, documents)
            return documents
        case Or(parts):
            return in_any([NO_DOCUMENTS, *(may_hold(words, part, documents) for part in dict.fromkeys(parts))])
        case NotNear(part=part) | Lead(part=part) | Cased(part=part) | AtLeast(part=part):
            return may_hold(words, part, documents)
        case Word(term=term, ring=ring):
            return with_all(words, [(term, *ring)], documents)
        case Spellings(terms=terms, ring=ring, runs=runs):
            rows = [with_all(words, choices_of(run, ()), documents) for run in runs]
            return in_any([with_all(words, [(*terms, *ring)], documents), *rows])
        case Phrase(places=places):
            return with_all(words, places, documents)
        case Prefix() | Wildcard() | Fuzzy() | SameStem():
            return with_all(words, [clause], documents)
        case _:
            return NO_DOCUMENTS


def joined_in(clause: Clause) -> Iterator[Clause]:
    """All that must stand near something, also in what is near something itself."""
    if isinstance(clause, Near):
        for part in clause.parts:
            yield from joined_in(part)
    else:
        yield clause


def with_all(words: RowWords, places: Sequence[Place], documents: Array) -> Array:
    """Those of the documents that hold a word for each of these places."""
    row, size = words.of(places), len(words.segment.columns)
    if not row:
        return NO_DOCUMENTS
    return documents[common(documents, documents_with_all(row, size), size)[0]]

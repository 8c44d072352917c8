"""Where the words of a query stand in one segment: array algebra over its columns.

It equals the plain algorithm: for each live document, count the leaf in the title and in the body.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

import numpy as np

from index.columns.postings import PostingList
from index.storage.arrays import Array, is_new
from search.bm25f import TITLE_WEIGHT
from search.clause_walks import is_leaf
from search.clauses import (
    AtLeast,
    Cased,
    Clause,
    Field,
    FormLeaf,
    Fuzzy,
    Lead,
    Leaf,
    Near,
    NotNear,
    Or,
    Phrase,
    Place,
    Prefix,
    Said,
    SameStem,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.fuzzy_and_wildcards import certain_start, outline, passing
from search.segment.inside_quotations import quoting, said
from search.segment.intersect import common, in_any
from search.segment.multi_term import TITLE_EXTRA, rows_of_forms, rows_of_stems
from search.segment.phrase import phrase_positions, phrase_words
from search.segment.proximity import proximity_frequencies
from search.segment.segment_reader import NO_DOCUMENTS, NOWHERE, LeafFrequencies, SegmentReader
from search.segment.term_lookup import forms_looked_for, whole_stems

SPARSE = 64
"""Sorting one document takes as long as looking at so many of the segment."""


def holding(segment: SegmentReader, leaf: Leaf, within: Array | None = None) -> Array:
    """The live documents that hold a leaf, ascending; only of those in `within`, if it is given."""
    if isinstance(leaf, Word) and leaf.field is None and not leaf.ring:
        found = segment.postings(leaf.term)
        if found is None:
            return NO_DOCUMENTS
        if within is None:
            return segment.live(found.documents)
        return within[common(within, found.documents, len(segment.columns))[0]]
    return leaf_frequencies(segment, leaf, within).documents


def leaf_frequencies(segment: SegmentReader, leaf: Leaf, within: Array | None = None) -> LeafFrequencies:
    """Where a leaf stands; only in the documents of `within`, live ones, if it is given."""
    match leaf:
        case Word(term=term, field=field, ring=()):
            postings = segment.postings(term)
            return NOWHERE if postings is None else in_field(segment, postings, field, within)
        case Word() | Spellings(ring=(_, *_)):
            return leaf_frequencies(segment, leaf.in_one, within)
        case Spellings() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            found = segment.multi_term_frequencies.get(leaf, lambda: multi_term_frequencies(segment, leaf))
            return live_within(segment, found, within)
        case Phrase():
            return phrase_frequencies(segment, leaf, within)
        case Said():
            return said(segment, leaf, within)
        case Speaker():
            return quoting(segment, leaf, within)
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return proximity_frequencies(segment, leaf, within)
        case _:
            assert_never(leaf)


def article_counts(segment: SegmentReader, leaf: Leaf, within: Array | None = None) -> list[int]:
    """How many live articles hold each word of a leaf.

    Where `within` is given, how many hold what is joined by Or is judged by these live documents alone.
    """
    match leaf:
        case Word(term=term, field=None, ring=()):
            return [segment.article_count(term)]
        case Word() | Spellings() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            return [len(holding(segment, leaf))]
        case Phrase(terms=terms, field=None, others=(), patterns=()):
            return [segment.article_count(term) for term in terms]
        case Phrase(places=places, field=field):
            return [count for place in places for count in article_counts(segment, one_of(place, field))]
        case Said(part=part):
            return article_counts(segment, part)
        case Speaker(choices=choices):
            return [count for terms in choices for count in article_counts(segment, one_of(terms, None))]
        case Near(parts):
            return [count for part in parts for count in counts_of_part(segment, part, within)]
        case NotNear(part=part) | AtLeast(part=part) | Lead(part=part) | Cased(part=part):
            return counts_of_part(segment, part, within)
        case _:
            assert_never(leaf)


def articles_by_form(segment: SegmentReader, leaf: FormLeaf) -> dict[str, int]:
    """The forms that match and stand in live articles, and how many of these hold each."""
    if isinstance(leaf, Fuzzy) and not leaf.edits:
        return in_live_articles(segment, segment.columns.articles_of(leaf.form.encode("utf-8", "surrogatepass")))
    start = certain_start(leaf).encode("utf-8", "surrogatepass")
    return in_live_articles(segment, segment.columns.articles_like(start, outline(leaf), passing(leaf)))


def frequent_forms_near(segments: Sequence[SegmentReader], leaf: Fuzzy, fewest: int) -> list[str]:
    """The forms that match and that so many live articles of all segments may hold; every one that they do is there."""
    share = -(-fewest // max(1, len(segments)))  # one of the segments has as many
    asked, test = outline(leaf), passing(leaf)
    return sorted({form for segment in segments for form in segment.columns.frequent_like(asked, test, share)})


def articles_by_beginning(segment: SegmentReader, start: str, most: int) -> dict[str, int]:
    """The same of forms that begin so, of the most frequent stems."""
    return in_live_articles(segment, segment.columns.articles_beginning(start.encode("utf-8", "surrogatepass"), most))


def in_live_articles(segment: SegmentReader, found: Iterable[tuple[str, Array]]) -> dict[str, int]:
    """How many live articles are among the documents of each form, without those of none."""
    counts = {form: len(segment.live(documents)) for form, documents in found}
    return {form: count for form, count in counts.items() if count}


def counts_of_part(segment: SegmentReader, part: Clause, within: Array | None) -> list[int]:
    """The same of a part of a leaf; what is joined by Or counts as one word."""
    if not isinstance(part, Or):
        return article_counts(segment, part, within) if is_leaf(part) else []
    found = in_any([NO_DOCUMENTS, *(holding(segment, leaf, within) for leaf in choices(part))])
    return [len(found) if within is None else round(len(found) * segment.live_count / max(1, len(within)))]


def choices(clause: Clause) -> Iterator[Leaf]:
    """The leaves of which one is asked for."""
    if isinstance(clause, Or):
        for part in clause.parts:
            yield from choices(part)
    elif is_leaf(clause):
        yield clause


def one_of(place: Place, field: Field | None) -> Word | Spellings | FormLeaf:
    """The leaf for what may stand at a place of a phrase."""
    if not isinstance(place, tuple):
        return replace(place, field=field)
    return Word("", place[0], field) if len(place) == 1 else Spellings("", place, field)


def live_within(segment: SegmentReader, found: LeafFrequencies, within: Array | None) -> LeafFrequencies:
    """What was found, in live documents, and only in those of `within`, if it is given."""
    if within is not None:
        places, rows = common(within, found.documents, len(segment.columns))
        return LeafFrequencies(within[places], found.weighted_counts[rows])
    if segment.is_whole:
        return found
    is_live = segment.is_live[found.documents]
    return LeafFrequencies(found.documents[is_live], found.weighted_counts[is_live])


def in_field(segment: SegmentReader, postings: PostingList, field: str | None, within: Array | None) -> LeafFrequencies:
    """Where a stem stands, anywhere or in one field."""
    if field == "title":
        counts = postings.title_counts().astype(np.float32)
        found = LeafFrequencies(postings.documents[postings.title_rows], np.float32(TITLE_WEIGHT) * counts)
        return live_within(segment, found, within)
    if field is None and within is not None:
        places, rows = common(within, postings.documents, len(segment.columns))
        return LeafFrequencies(within[places], weighted_counts_at(postings, rows))
    if field is None:
        return live_within(segment, LeafFrequencies(postings.documents, postings.weights(TITLE_EXTRA)), within)
    weights = postings.weights(-1)
    rows = weights.nonzero()[0]
    return live_within(segment, LeafFrequencies(postings.documents[rows], weights[rows]), within)


def weighted_counts_at(postings: PostingList, rows: Array) -> Array:
    """How often a stem stands in the documents of these rows, title words counted as TITLE_WEIGHT: float32."""
    counts = postings.counts_at(rows, np.float32)
    places, titled = common(rows, postings.title_rows, len(postings))
    if len(places):
        counts[places] += TITLE_EXTRA * postings.title_counts().take(titled)
    return counts


def multi_term_frequencies(segment: SegmentReader, leaf: Spellings | FormLeaf) -> LeafFrequencies:
    """Where stems and forms that match stand, maybe with deleted documents."""
    found, runs = (
        (whole_stems(segment.columns, leaf.terms), leaf.runs)
        if isinstance(leaf, Spellings)
        else (forms_looked_for(segment, leaf), ())
    )
    if not (runs or found.partly) and len(found.whole) == 1:
        return in_field(segment, segment.columns.list_at(int(found.whole[0])), leaf.field, None)
    parts = rows_of_forms(segment.columns, found.partly)
    if len(found.whole):
        parts += rows_of_stems(segment.columns, found.whole)
    documents, worth = [rows.documents for rows in parts], [rows.worth(leaf.field) for rows in parts]
    for run in runs:
        in_a_row = phrase_frequencies(segment, Phrase("", run, leaf.field), None)
        documents.append(in_a_row.documents.astype(np.intp))
        worth.append(in_a_row.weighted_counts.astype(np.float64))
    return summed(joined(documents), joined(worth), len(segment.columns)) if documents else NOWHERE


def joined(arrays: Sequence[Array]) -> Array:
    """The arrays one after the other."""
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)


def summed(documents: Array, weighted_counts: Array, size: int) -> LeafFrequencies:
    """The documents, each once, with the sum of its counts, float64 (n,); those with none are left out."""
    if len(documents) * SPARSE > size:
        total = np.bincount(documents, weighted_counts, size)
        every = (total > 0).nonzero()[0]
        return LeafFrequencies(every, total[every].astype(np.float32))
    order = documents.argsort(kind="stable")
    ascending = documents[order]
    first = is_new(ascending).nonzero()[0]
    total = np.add.reduceat(weighted_counts[order], first)
    is_there = total > 0
    return LeafFrequencies(ascending[first][is_there], total[is_there].astype(np.float32))


def phrase_frequencies(segment: SegmentReader, phrase: Phrase, within: Array | None) -> LeafFrequencies:
    """Where the stems of a phrase stand one right after the other."""
    words = phrase_words(segment, phrase.places)
    if not words:
        return NOWHERE
    found = phrase_positions(words, segment.scope(within), len(segment.columns))
    first = is_new(found.documents).nonzero()[0]
    if not len(first):
        return NOWHERE
    is_title = found.positions < segment.columns.title_lengths.take(found.documents)
    worth = np.where(is_title, np.float32(TITLE_WEIGHT), np.float32(1))
    if phrase.field is not None:
        worth *= is_title if phrase.field == "title" else ~is_title
    documents, counts = found.documents[first], np.add.reduceat(worth, first)
    if phrase.field is None:
        return LeafFrequencies(documents, counts)
    return LeafFrequencies(documents[counts > 0], counts[counts > 0])

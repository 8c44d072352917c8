"""Where the words of a query stand in one segment: array algebra over its columns.

It equals the plain algorithm: for each live document, count the leaf in the title and in the body.
"""

from collections.abc import Sequence
from typing import assert_never

import numpy as np

from index.columns.postings import PostingList
from index.columns.segment import FormsFound
from index.storage.arrays import Array, is_new
from search.bm25f import TITLE_WEIGHT
from search.query import (
    Field,
    FormLeaf,
    Fuzzy,
    Leaf,
    Phrase,
    Prefix,
    Said,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.segment.inside_quotations import quoting, said
from search.segment.intersect import common
from search.segment.multi_term import TITLE_EXTRA, rows_of_forms, rows_of_stems
from search.segment.one_of import one_word
from search.segment.phrase import NOTHING, DocumentsFound
from search.segment.phrase_of_choices import beginnings
from search.segment.segment_reader import SegmentReader
from search.term_expansion import certain_start, form_test, outline

SPARSE = 64
"""Sorting one document takes as long as looking at so many of the segment."""


def held(shard: SegmentReader, leaf: Leaf, within: Array | None = None) -> Array:
    """The live documents that hold a leaf, ascending; only of those in `within`, if it is given."""
    if isinstance(leaf, Word) and leaf.field is None:
        found = shard.postings(leaf.term)
        if found is None:
            return NOTHING.documents
        if within is None:
            return shard.live(found.documents)
        return within[common(within, found.documents, len(shard.columns))[0]]
    return occurrences(shard, leaf, within).documents


def occurrences(shard: SegmentReader, leaf: Leaf, within: Array | None = None) -> DocumentsFound:
    """Where a leaf stands; only in the documents of `within`, live ones, if it is given."""
    match leaf:
        case Word(term=term, field=field):
            postings = shard.postings(term)
            return NOTHING if postings is None else in_field(shard, postings, field, within)
        case Spellings() | Prefix() | Wildcard() | Fuzzy():
            return restricted(shard, shard.kept.get(leaf, lambda: alike(shard, leaf)), within)
        case Phrase():
            return in_a_row(shard, leaf, within)
        case Said():
            return said(shard, leaf, within)
        case Speaker():
            return quoting(shard, leaf, within)
        case _:
            assert_never(leaf)


def article_counts(shard: SegmentReader, leaf: Leaf) -> list[int]:
    """How many live articles hold each word of a leaf."""
    match leaf:
        case Word(term=term, field=None):
            return [shard.article_count(term)]
        case Word() | Spellings() | Prefix() | Wildcard() | Fuzzy():
            return [len(held(shard, leaf))]
        case Phrase(terms=terms, field=None, others=()):
            return [shard.article_count(term) for term in terms]
        case Phrase(choices=choices, field=field):
            return [count for terms in choices for count in article_counts(shard, one_of_stems(terms, field))]
        case Said(part=part):
            return article_counts(shard, part)
        case Speaker(choices=choices):
            return [count for terms in choices for count in article_counts(shard, one_of_stems(terms, None))]
        case _:
            assert_never(leaf)


def one_of_stems(terms: Sequence[str], field: Field | None) -> Word | Spellings:
    """The leaf for any of these stems."""
    return Word("", terms[0], field) if len(terms) == 1 else Spellings("", tuple(terms), field)


def encoded(text: str) -> bytes:
    """A word as the columns have it."""
    return text.encode("utf-8", "surrogatepass")


def restricted(shard: SegmentReader, found: DocumentsFound, within: Array | None) -> DocumentsFound:
    """What was found, in live documents, and only in those of `within`, if it is given."""
    if within is not None:
        places, rows = common(within, found.documents, len(shard.columns))
        return DocumentsFound(within[places], found.weights[rows])
    if shard.is_whole:
        return found
    is_live = shard.is_live[found.documents]
    return DocumentsFound(found.documents[is_live], found.weights[is_live])


def in_field(shard: SegmentReader, postings: PostingList, field: str | None, within: Array | None) -> DocumentsFound:
    """Where a stem stands, anywhere or in one field."""
    if field == "title":
        counts = postings.title_counts().astype(np.float32)
        found = DocumentsFound(postings.documents[postings.title_rows], np.float32(TITLE_WEIGHT) * counts)
        return restricted(shard, found, within)
    if field is None and within is not None:
        places, rows = common(within, postings.documents, len(shard.columns))
        return DocumentsFound(within[places], weights_at(postings, rows))
    if field is None:
        return restricted(shard, DocumentsFound(postings.documents, postings.weights(TITLE_EXTRA)), within)
    weights = postings.weights(-1)
    rows = weights.nonzero()[0]
    return restricted(shard, DocumentsFound(postings.documents[rows], weights[rows]), within)


def weights_at(postings: PostingList, rows: Array) -> Array:
    """How often a stem stands in the documents of these rows, title words counted as TITLE_WEIGHT: float32."""
    weights = postings.counts_at(rows, np.float32)
    places, titled = common(rows, postings.title_rows, len(postings))
    if len(places):
        weights[places] += TITLE_EXTRA * postings.title_counts().take(titled)
    return weights


def alike(shard: SegmentReader, leaf: Spellings | FormLeaf) -> DocumentsFound:
    """Where stems and forms that match stand, maybe with deleted documents."""
    found = forms_found(shard, leaf)
    if not found.partly and len(found.whole) == 1:
        return in_field(shard, shard.columns.list_at(int(found.whole[0])), leaf.field, None)
    parts = rows_of_forms(shard.columns, found.partly)
    if len(found.whole):
        parts += rows_of_stems(shard.columns, found.whole)
    if not parts:
        return NOTHING
    documents = joined([rows.documents for rows in parts])
    return added_up(documents, joined([rows.worth(leaf.field) for rows in parts]), len(shard.columns))


def joined(arrays: Sequence[Array]) -> Array:
    """The arrays one after the other."""
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)


def added_up(documents: Array, weights: Array, size: int) -> DocumentsFound:
    """The documents, each once, with the sum of its weights; those without any are left out."""
    if len(documents) * SPARSE > size:
        total = np.bincount(documents, weights, size)
        every = (total > 0).nonzero()[0]
        return DocumentsFound(every, total[every].astype(np.float32))
    order = documents.argsort(kind="stable")
    ascending = documents[order]
    first = is_new(ascending).nonzero()[0]
    total = np.add.reduceat(weights[order], first)
    is_there = total > 0
    return DocumentsFound(ascending[first][is_there], total[is_there].astype(np.float32))


def forms_found(shard: SegmentReader, leaf: Spellings | FormLeaf) -> FormsFound:
    """The forms that match."""
    if isinstance(leaf, Spellings):
        numbers = (shard.columns.stems.number(encoded(term)) for term in leaf.terms)
        return FormsFound(np.unique([number for number in numbers if number is not None]).astype(np.int64), [])
    start = encoded(certain_start(leaf))
    if isinstance(leaf, Prefix):
        return shard.columns.forms_beginning(start)
    return shard.columns.forms_like(start, outline(leaf), form_test(leaf))


def in_a_row(shard: SegmentReader, phrase: Phrase, within: Array | None) -> DocumentsFound:
    """Where the stems of a phrase stand one right after the other."""
    lists = [[found for term in terms if (found := shard.postings(term)) is not None] for terms in phrase.choices]
    words = [word for found in lists if (word := one_word(found)) is not None]
    if not words or len(words) < len(lists):
        return NOTHING
    if within is None and not shard.is_whole:
        within = shard.all_live
    begun = beginnings(words, within, len(shard.columns))
    first = is_new(begun.documents).nonzero()[0]
    if not len(first):
        return NOTHING
    is_title = begun.positions < shard.columns.title_lengths.take(begun.documents)
    worth = np.where(is_title, np.float32(TITLE_WEIGHT), np.float32(1))
    if phrase.field is not None:
        worth *= is_title if phrase.field == "title" else ~is_title
    documents, weights = begun.documents[first], np.add.reduceat(worth, first)
    return (
        DocumentsFound(documents, weights)
        if phrase.field is None
        else DocumentsFound(documents[weights > 0], weights[weights > 0])
    )

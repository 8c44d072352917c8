"""From the words of articles, in the order of reading, to postings, in the order of stems.

It equals the plain algorithm: for each stem in the order of its bytes, for each article that holds it, its positions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.columns.arrays import Array, starts_of
from index.columns.splitting import Vocabulary, Words


@dataclass(frozen=True, slots=True)
class Inverted:
    """The postings of some articles; a row is grouped with the others of its stem, and in the order of postings."""

    stems: Sequence[bytes]
    """Sorted."""
    forms: Sequence[bytes]
    """By stem, and sorted within it."""
    form_starts: Array
    """Where the forms of each stem begin, as are all starts: int64 (stems + 1,)."""
    posting_starts: Array
    documents: Array
    counts: Array
    """How often the stem stands in the document."""
    positions: Array
    """Of each occurrence."""
    title_starts: Array
    title_postings: Array
    """Which postings of the stem, from 0 on, have words in the title."""
    title_counts: Array
    posting_codes: Array
    """For each posting, which of the forms of the stem stands there, from 0 on; MIXED where there are several."""
    mixed_starts: Array
    mixed: "Mixed"


@dataclass(frozen=True, slots=True)
class Mixed:
    """The forms that stand in postings with several, one row for each: posting by posting, and then by code."""

    codes: Array
    counts: Array
    title_counts: Array


MIXED = -1


def inverted(vocabulary: Vocabulary, words: Words) -> Inverted:
    """The postings of articles whose texts are, one after the other, title, body, title, body."""
    titles, bodies = words.lengths[::2], words.lengths[1::2]
    dictionary = sorted_dictionary(vocabulary, words.forms)
    places = in_order_of_stems(dictionary, words.forms, titles + bodies)
    is_title = places.positions < titles[places.documents]
    # One position is left free between title and body.
    positions = places.positions + ~is_title
    first = first_of_each(places)
    stems = places.stems[first]
    counts = np.diff(first, append=len(places.stems))
    title_counts = summed(is_title, first)
    in_title = np.flatnonzero(title_counts)
    every_stem = np.arange(len(dictionary.stems) + 1)
    starts = np.searchsorted(stems, every_stem)
    codes, mixed, mixed_stems = forms_of_postings(places, first, is_title)
    return Inverted(
        stems=dictionary.stems,
        forms=dictionary.forms,
        form_starts=dictionary.form_starts,
        posting_starts=starts,
        documents=places.documents[first],
        counts=counts,
        positions=positions,
        title_starts=np.searchsorted(stems[in_title], every_stem),
        title_postings=in_title - starts[stems[in_title]],
        title_counts=title_counts[in_title],
        posting_codes=codes,
        mixed_starts=np.searchsorted(mixed_stems, every_stem),
        mixed=mixed,
    )


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The stems and forms that stand in some articles."""

    stems: Sequence[bytes]
    forms: Sequence[bytes]
    form_starts: Array
    stem_of: Array
    """The place of its stem, by the number that the vocabulary has for a form; of forms that stand there."""
    code_of: Array
    """The place of a form among those of its stem, likewise."""


def sorted_dictionary(vocabulary: Vocabulary, used: Array) -> Dictionary:
    """The stems and forms of words, in the order of their bytes."""
    texts = [form.encode("utf-8", "surrogatepass") for form in vocabulary.forms]
    stem_texts = [stem.encode("utf-8", "surrogatepass") for stem in vocabulary.stems]
    form_stem = vocabulary.form_stem
    numbers = np.flatnonzero(np.bincount(used, minlength=len(texts))).tolist()
    numbers.sort(key=lambda number: (stem_texts[form_stem[number]], texts[number]))
    stems = np.array([form_stem[number] for number in numbers], np.int64)
    is_first = np.diff(stems, prepend=-1) != 0
    places = np.cumsum(is_first) - 1
    starts = np.append(np.flatnonzero(is_first), len(numbers))
    stem_of, code_of = np.zeros(len(texts), np.int64), np.zeros(len(texts), np.int64)
    stem_of[numbers] = places
    code_of[numbers] = np.arange(len(numbers)) - starts[places]
    return Dictionary(
        stems=[stem_texts[stem] for stem in stems[is_first].tolist()],
        forms=[texts[number] for number in numbers],
        form_starts=starts,
        stem_of=stem_of,
        code_of=code_of,
    )


@dataclass(frozen=True, slots=True)
class Places:
    """Where words stand, sorted by stem, then document, then position."""

    stems: Array
    codes: Array
    documents: Array
    positions: Array
    """Counted through title and body."""


def in_order_of_stems(dictionary: Dictionary, forms: Array, lengths: Array) -> Places:
    """The places of all words, when the articles have these lengths."""
    # Words come in the order of documents and positions: a stem and a place in that order are one number to sort.
    sorted_keys = np.sort((dictionary.stem_of[forms].astype(np.uint64) << 32) | np.arange(len(forms), dtype=np.uint64))
    order = (sorted_keys & 0xFFFFFFFF).astype(np.int64)
    starts = starts_of(lengths)[:-1]
    documents = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[order]
    return Places(
        stems=(sorted_keys >> 32).astype(np.int32),
        codes=dictionary.code_of[forms[order]].astype(np.int32),
        documents=documents,
        positions=(order - starts[documents]).astype(np.int32),
    )


def first_of_each(places: Places) -> Array:
    """The first occurrence of each posting: int64."""
    is_first = np.ones(len(places.stems), bool)
    is_first[1:] = (places.stems[1:] != places.stems[:-1]) | (places.documents[1:] != places.documents[:-1])
    return np.flatnonzero(is_first)


def summed(values: Array, first: Array) -> Array:
    """The sum of the values of each group that begins at `first`: int64."""
    if not len(first):
        return np.zeros(0, np.int64)
    return np.add.reduceat(values, first, dtype=np.int64)


def forms_of_postings(places: Places, first: Array, is_title: Array) -> tuple[Array, Mixed, Array]:
    """The code of each posting; the rows of those with several forms; and the stem of each row."""
    if not len(first):
        nothing = np.zeros(0, np.int64)
        return nothing, Mixed(nothing, nothing, nothing), nothing
    codes = np.minimum.reduceat(places.codes, first)
    is_mixed = codes != np.maximum.reduceat(places.codes, first)
    among = np.flatnonzero(np.repeat(is_mixed, np.diff(first, append=len(places.stems))))
    postings = np.repeat(np.flatnonzero(is_mixed), np.diff(first, append=len(places.stems))[is_mixed])
    # Stable, so that the rows of a posting are sorted by code, and postings stay in order.
    width = int(places.codes.max()) + 1
    keys = postings * width + places.codes[among]
    order = np.argsort(keys, kind="stable")
    keys, among = keys[order], among[order]
    begins = np.flatnonzero(np.diff(keys, prepend=-1) != 0)
    mixed = Mixed(
        codes=keys[begins] % width,
        counts=np.diff(begins, append=len(keys)),
        title_counts=summed(is_title[among], begins),
    )
    codes[is_mixed] = MIXED
    return codes, mixed, places.stems[first[keys[begins] // width]]

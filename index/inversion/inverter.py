"""From the words of articles, in the order of reading, to postings, in the order of stems.

It equals the plain algorithm: for each stem in the order of its bytes, for each article that holds it, its positions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.inversion.tokenizing import Vocabulary, WordColumns
from index.storage.arrays import Array, compact, starts_of

PIECE = 500_000
"""Words that are looked at together, to hold what is made of them in the cache of the processor."""


@dataclass(frozen=True, slots=True)
class Inverted:
    """The postings of some articles."""

    dictionary: "Dictionary"
    pieces: Sequence["InvertedRows"]
    """Of the first stems, of those after them, and so on."""

    def column(self, name: str) -> Iterator[Array]:
        """A column of all rows, in pieces, of the dtype that it has in InvertedRows, (n,)."""
        return (getattr(piece, name) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The stems and forms that stand in some articles."""

    stems: Sequence[bytes]
    """Sorted."""
    forms: Sequence[bytes]
    """By stem, and sorted within it."""
    form_starts: Array
    """Where the forms of each stem begin, and after the last one where all end: int64 (stems + 1,)."""
    stem_of: Array
    """The place of its stem, by the number that the vocabulary has for a form; of forms that stand there: int32
    (forms of the vocabulary,)."""
    code_of: Array
    """The place of a form among those of its stem, likewise: int32 (forms of the vocabulary,)."""

    @property
    def code_type(self) -> "np.dtype[np.unsignedinteger]":
        """The type of a form's code, of which the largest number stands for several forms."""
        return code_type(int(np.diff(self.form_starts).max(initial=0)))


@dataclass(frozen=True, slots=True)
class InvertedRows:
    """The columns of some stems; a row is grouped with the others of its stem, and in the order of postings."""

    documents: Array
    """Of each posting: the smallest unsigned type that has room, (postings,)."""
    counts: Array
    """How often the stem stands in the document. The smallest unsigned type that has room, (postings,)."""
    positions: Array
    """Of each occurrence. The smallest unsigned type that has room, (occurrences,)."""
    cases: Array
    """How many letters of each occurrence are capitals, by `index.orthography.capitals`: uint8 (occurrences,)."""
    codes: Array
    """Which of the forms of the stem stands in the posting, from 0 on, the largest number where there are several; only
    of the postings of stems that have several forms. `code_type`, an unsigned one, (such postings,)."""
    titled: Array
    """Which postings of the stem, from 0 on, have words in the title: int64 (postings with words in the title,)."""
    title_counts: Array
    """How many each of these has: int64 (postings with words in the title,)."""
    mixed_codes: Array
    """The forms that stand in postings with several, one row for each: posting by posting, and then by code: int64
    (rows of forms,)."""
    mixed_counts: Array
    """How often the form stands in the posting: int64 (rows of forms,)."""
    mixed_title_counts: Array
    """How often of these in the title: int64 (rows of forms,)."""
    mixed_occurrence_codes: Array
    """The form of each occurrence in postings with several: `code_type`, unsigned (such occurrences,)."""
    stem_postings: Array
    """How many postings each stem has: int64 (stems,)."""
    stem_titled: Array
    """How many of them have words in the title: int64 (stems,)."""
    stem_mixed: Array
    """How many rows of forms they have: int64 (stems,)."""
    stem_mixed_occurrences: Array
    """How many occurrences in postings with several forms: int64 (stems,)."""


def code_type(most_forms: int) -> "np.dtype[np.unsignedinteger]":
    """The type of a form's code, when no stem has more forms; its largest number stands for several forms."""
    return compact(most_forms)


def inverted(vocabulary: Vocabulary, words: WordColumns, paragraphs: Array) -> Inverted:
    """The postings of articles whose texts are, one after the other, title, body, title, body.

    `paragraphs` has the number of the paragraph of each word, 0 for the title: unsigned (words,).
    """
    dictionary = sorted_dictionary(vocabulary, words.forms)
    articles = Articles(dictionary, words, paragraphs)
    keys = sorted_keys(dictionary.stem_of, words.forms)
    # Without threads: where memory is short, Python may wait for ever for one to begin.
    return Inverted(
        dictionary, [articles.rows(keys[own.start : own.stop], stems) for stems, own in spans(keys, dictionary)]
    )


def sorted_dictionary(vocabulary: Vocabulary, used: Array) -> Dictionary:
    """The stems and forms of words, in the order of their bytes.

    `used` has the number of the form of each word: int32 (words,).
    """
    is_used = np.zeros(len(vocabulary.forms), bool)
    is_used[used] = True
    forms, stems, form_stem = list(vocabulary.forms), list(vocabulary.stems), vocabulary.form_stem
    numbers = np.flatnonzero(is_used).tolist()
    # As UTF-8 sorts characters by their numbers, so does Python; and 0 is in no word, and before all that is.
    texts = {number: f"{stems[form_stem[number]]}\0{forms[number]}" for number in numbers}
    numbers.sort(key=texts.__getitem__)
    own_stems = np.frombuffer(form_stem, np.int32)[numbers] if numbers else np.zeros(0, np.int32)
    is_first = np.diff(own_stems, prepend=-1) != 0
    places = np.cumsum(is_first) - 1
    starts = np.append(np.flatnonzero(is_first), len(numbers))
    stem_of, code_of = np.zeros(len(forms), np.int32), np.zeros(len(forms), np.int32)
    stem_of[numbers] = places
    code_of[numbers] = np.arange(len(numbers)) - starts[places]
    return Dictionary(
        stems=[stems[stem].encode("utf-8", "surrogatepass") for stem in own_stems[is_first].tolist()],
        forms=[forms[number].encode("utf-8", "surrogatepass") for number in numbers],
        form_starts=starts,
        stem_of=stem_of,
        code_of=code_of,
    )


def sorted_keys(stem_of: Array, forms: Array) -> Array:
    """For each word one number, sorted: its stem, and behind that its place in the order of reading; uint64.

    `stem_of` is int32 (forms of the vocabulary,), `forms` int32 (words,); gives (words,).
    """
    keys = np.empty(len(forms), np.uint64)
    stem_keys = stem_of.astype(np.uint64) << np.uint64(32)
    for start in range(0, len(forms), PIECE):
        piece = keys[start : start + PIECE]
        np.take(stem_keys, forms[start : start + PIECE], out=piece, mode="clip")
        piece |= np.arange(start, start + len(piece), dtype=np.uint64)
    keys.sort()
    return keys


def spans(keys: Array, dictionary: Dictionary) -> Iterator[tuple[range, range]]:
    """The keys in pieces of about PIECE, each with all keys of some stems: which stems, and where their keys are.

    The keys are uint64 (words,), ascending.
    """
    first = start = 0
    while first < len(dictionary.stems):
        last = int(keys[min(start + PIECE, len(keys)) - 1] >> np.uint64(32)) + 1
        end = int(np.searchsorted(keys, np.uint64(last << 32)))
        yield range(first, last), range(start, end)
        first, start = last, end


class Articles:
    """Where the words of articles stand; how many paragraphs begin at or before each word is unsigned (words,)."""

    def __init__(self, dictionary: Dictionary, words: WordColumns, paragraphs: Array) -> None:
        self._dictionary = dictionary
        self._forms, self._cases = words.forms, words.cases
        self._paragraphs = paragraphs
        lengths = words.lengths[::2] + words.lengths[1::2]
        self._starts = starts_of(lengths)[:-1]
        self._documents = np.repeat(np.arange(len(lengths), dtype=compact(len(lengths))), lengths)
        # One position is left free before each paragraph of the body.
        self._position_type = compact(int(lengths.max(initial=0)) + int(paragraphs.max(initial=0)))

    def rows(self, keys: Array, stems: range) -> InvertedRows:
        """The rows of these stems, of which these are all keys. They are uint64 (occurrences,), ascending."""
        order = keys.view("<u4")[::2].astype(np.intp)
        own_stems = keys.view("<u4")[1::2].astype(np.int32) - np.int32(stems.start)
        documents = self._documents[order]
        positions = (order - self._starts[documents]).astype(np.int32)
        paragraphs = self._paragraphs[order]
        is_title = paragraphs == 0
        positions += paragraphs
        is_first = begins_posting(own_stems, documents)
        first = np.flatnonzero(is_first)
        counts = np.diff(first, append=len(keys))
        posting_stems = own_stems[first]
        stem_postings = np.bincount(posting_stems, minlength=len(stems))
        title_counts = summed(is_title, first)
        titled = np.flatnonzero(title_counts)
        codes, mixed = self._forms_of_postings(order, is_first, counts, is_title)
        has_several = np.diff(self._dictionary.form_starts[stems.start : stems.stop + 1]) > 1
        return InvertedRows(
            documents=documents[first],
            counts=counts.astype(self._position_type),
            positions=positions.astype(self._position_type),
            cases=self._cases[order],
            codes=codes[has_several[posting_stems]],
            titled=titled - starts_of(stem_postings)[posting_stems[titled]],
            title_counts=title_counts[titled],
            mixed_codes=mixed.codes,
            mixed_counts=mixed.counts,
            mixed_title_counts=mixed.title_counts,
            mixed_occurrence_codes=mixed.occurrence_codes.astype(codes.dtype),
            stem_postings=stem_postings,
            stem_titled=np.bincount(posting_stems[titled], minlength=len(stems)),
            stem_mixed=np.bincount(posting_stems[mixed.postings], minlength=len(stems)),
            stem_mixed_occurrences=np.bincount(
                posting_stems[mixed.postings], mixed.counts, minlength=len(stems)
            ).astype(np.int64),
        )

    def _forms_of_postings(
        self, order: Array, is_first: Array, counts: Array, is_title: Array
    ) -> tuple[Array, "Mixed"]:
        """The code of each posting, and the rows of those with several forms."""
        dtype = self._dictionary.code_type
        own_codes = self._dictionary.code_of[self._forms[order]]
        first = np.flatnonzero(is_first)
        is_mixed = np.zeros(len(first), bool)
        differs = np.flatnonzero((own_codes[1:] != own_codes[:-1]) & ~is_first[1:]) + 1
        is_mixed[np.searchsorted(first, differs, side="right") - 1] = True
        codes = own_codes[first].astype(dtype)
        codes[is_mixed] = np.iinfo(dtype).max
        postings = np.flatnonzero(is_mixed)
        among = np.flatnonzero(np.repeat(is_mixed, counts))
        mixed = mixed_rows(np.repeat(postings, counts[is_mixed]), own_codes[among], is_title[among])
        return codes, mixed


@dataclass(frozen=True, slots=True)
class Mixed:
    """One row for each form that stands in a posting with several. All but the last are int64 (rows,)."""

    postings: Array
    codes: Array
    counts: Array
    title_counts: Array
    occurrence_codes: Array
    """The form of each occurrence, posting by posting and by position: int32 (occurrences,)."""


def mixed_rows(postings: Array, codes: Array, is_title: Array) -> Mixed:
    """The rows of occurrences in these postings, ascending, of forms with these codes.

    `postings` is int64, `codes` int32, `is_title` bool, all (occurrences,).
    """
    width = int(codes.max(initial=0)) + 1
    keys = postings * width + codes
    # Stable, so that the rows of a posting are sorted by code, and postings stay in order.
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    begins = np.flatnonzero(np.diff(keys, prepend=-1) != 0)
    return Mixed(
        postings=keys[begins] // width,
        codes=keys[begins] % width,
        counts=np.diff(begins, append=len(keys)),
        title_counts=summed(is_title[order], begins),
        occurrence_codes=codes,
    )


def begins_posting(stems: Array, documents: Array) -> Array:
    """For each occurrence, that it is the first of its posting.

    `stems` is int32, `documents` unsigned, both (occurrences,); gives bool (occurrences,).
    """
    is_first = np.ones(len(stems), bool)
    np.not_equal(documents[1:], documents[:-1], out=is_first[1:])
    is_first[1:] |= stems[1:] != stems[:-1]
    return is_first


def summed(values: Array, first: Array) -> Array:
    """The sum of the values of each group that begins at `first`: int64.

    `values` is bool or integers (n,), `first` int64 (groups,); gives (groups,).
    """
    before = starts_of(values)
    return np.diff(before[first], append=before[-1])

"""Bodies of articles in pieces, so that what lies in them can be told by positions of words.

Words are counted where they are split, and nowhere twice: a body is cut where a paragraph or sentence begins, where a
quotation begins and ends, and before the name of a speaker, so that the words before any of these are those of the
pieces before it. It equals the plain algorithm: for each of these places, the words of the body that begin before it,
and as many more as paragraphs begin there or before.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from index.annotations import Quote, TextStarts
from index.inversion.quotation_rows import GATHERED, QuotationRows, QuotedWords
from index.inversion.start_rows import ParagraphRows, SentenceRows
from index.storage.arrays import Array, compacted, starts_of


class BodyPieces:
    """Cuts the bodies of articles, and says at which positions what they say begins when the words are counted."""

    def __init__(self) -> None:
        self._piece_counts = array("q")
        self._paragraphs, self._sentences = PiecesOfArticles(), PiecesOfArticles()
        self._quote_counts = array("q")
        self._columns = {name: array("q") for name in GATHERED}

    def cut(self, body: str, quotes: Sequence[Quote], starts: TextStarts) -> list[str]:
        """The next body, cut; the pieces join to it again, and no word reaches from one into the next."""
        found = [QuotedWords(body, quote) for quote in quotes]
        quoted = (border for words in found for border in words.borders())
        borders = sorted({0, len(body), *starts.paragraphs, *starts.sentences, *quoted})
        numbers = {border: number for number, border in enumerate(borders)}
        for words in found:
            for column, value in zip(self._columns.values(), words.row(numbers), strict=True):
                column.append(value)
        self._quote_counts.append(len(found))
        self._paragraphs.add(map(numbers.__getitem__, starts.paragraphs))
        self._sentences.add(map(numbers.__getitem__, starts.sentences))
        cut = [body[start:end] for start, end in pairwise(borders)] or [body]
        self._piece_counts.append(len(cut))
        return cut

    def counted(self, lengths: Array) -> "CountedPieces":
        """What is known once the words of all titles and pieces are counted: int64 (titles and pieces,)."""
        counts = np.array(self._piece_counts, np.int64)
        titles = starts_of(counts + 1)[:-1]
        begins_paragraph = np.zeros(len(lengths), np.int64)
        begins_paragraph[titles + 1] = 1
        owners, pieces = self._paragraphs.rows()
        begins_paragraph[titles[owners] + 1 + pieces] = 1
        return CountedPieces(titles, lengths, begins_paragraph)

    def quotation_rows(self, counted: "CountedPieces") -> QuotationRows:
        """The quotations."""
        counts = np.array(self._quote_counts, np.int64)
        owners = np.repeat(np.arange(len(counts)), counts)
        pieces = {name: np.array(values, np.int64) for name, values in self._columns.items()}
        speaker = np.where(pieces["speaker_last"] > 0, counted.positions(owners, pieces["speaker"]), 0)
        return QuotationRows(
            starts_of(counts),
            first=counted.positions(owners, pieces["first"]),
            last=counted.positions(owners, pieces["last"]),
            speaker_first=speaker + pieces["speaker_first"],
            speaker_last=speaker + pieces["speaker_last"],
        )

    def start_rows(self, counted: "CountedPieces") -> tuple[ParagraphRows, SentenceRows]:
        """The paragraphs, and the other sentences."""
        return (
            ParagraphRows(self._paragraphs.starts(), counted.positions(*self._paragraphs.rows())),
            SentenceRows(self._sentences.starts(), counted.positions(*self._sentences.rows())),
        )


class PiecesOfArticles:
    """Some pieces of each article."""

    def __init__(self) -> None:
        self._counts = array("q")
        self._pieces = array("q")

    def add(self, pieces: Iterable[int]) -> None:
        """Those of the next article, by their numbers."""
        before = len(self._pieces)
        self._pieces.extend(pieces)
        self._counts.append(len(self._pieces) - before)

    def starts(self) -> Array:
        """Where those of each article begin, and after the last one where all end: int64 (articles + 1,)."""
        return starts_of(np.array(self._counts, np.int64))

    def rows(self) -> tuple[Array, Array]:
        """The article of each, from 0 on, and its number among the pieces of this: int64 (n,) both."""
        counts = np.array(self._counts, np.int64)
        return np.repeat(np.arange(len(counts)), counts), np.array(self._pieces, np.int64)


class CountedPieces:
    """Titles and pieces of bodies, when it is known how many words each has.

    `titles` has the places of the titles among them, `lengths` how many words each has, and `begins_paragraph` a 1 for
    each piece that begins a paragraph: int64 (articles,), (titles and pieces,), (titles and pieces,).
    """

    def __init__(self, titles: Array, lengths: Array, begins_paragraph: Array) -> None:
        self._titles, self._lengths = titles, lengths
        self._before = starts_of(lengths)
        begun = begins_paragraph.cumsum()
        # A title begins no paragraph, and all that its article's pieces begin come after it.
        self._paragraph = begun - np.repeat(begun[titles], np.diff(titles, append=len(lengths)))

    def text_lengths(self) -> Array:
        """How many words titles and bodies have, in turn: int64 (2 * articles,)."""
        if not len(self._titles):
            return self._lengths
        borders = np.stack([self._titles, self._titles + 1], axis=1).reshape(-1)
        return np.asarray(np.diff(self._before[np.append(borders, len(self._lengths))]))

    def paragraphs(self) -> Array:
        """For each word, the number of its paragraph: 0 for the title, from 1 on in the body; unsigned (words,)."""
        return np.repeat(compacted(self._paragraph), self._lengths)

    def positions(self, owners: Array, pieces: Array) -> Array:
        """The position of the first word of some pieces of these articles: one is left free before each paragraph.

        All are int64 (n,). The piece after the last of an article is where that ends.
        """
        titles = self._titles[owners]
        places = titles + 1 + pieces
        last = np.append(self._titles[1:], len(self._lengths))[owners] - 1
        return np.asarray(self._before[places] - self._before[titles] + self._paragraph[np.minimum(places, last)])

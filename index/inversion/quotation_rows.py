"""Which words of an article its quotations are, and which are the names of their speakers.

Words are counted where they are split, and nowhere twice: a body is split in pieces, cut where a quotation begins and
ends and before the name of a speaker, so that the words before a quotation are those of the pieces before it. It equals
the plain algorithm: for each quotation and name, the words of the body that begin before it, and those within.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np

from index.annotations import Quote
from index.orthography.word_pattern import WORD
from index.storage.arrays import Array, starts_of
from index.storage.multi_valued import DocumentRows

LONGEST_CHUNK = 200
"""Characters without white space around a name; in a text with longer ones, the speaker is not kept."""
GATHERED = ("first", "last", "speaker", "speaker_first", "speaker_last")
"""Of each quotation: the pieces it begins and ends with, the piece the name is in, and the words before and up to the
end of the name in that piece, both 0 where there is no speaker."""


@dataclass(frozen=True, slots=True)
class QuotationRows(DocumentRows):
    """The quotations of each article, by positions of words as postings have them.

    All are unsigned, or int64 in the making, (quotations,).
    """

    table: ClassVar[str] = "quote"
    first: Array
    """Of the first of its words,"""
    last: Array
    """and of the one after the last of them."""
    speaker_first: Array
    """Likewise of the words of its speaker's name; both 0 when no speaker is named."""
    speaker_last: Array


class Quoting:
    """Cuts the bodies of articles, and says which of their words are quotations when the words are counted."""

    def __init__(self) -> None:
        self._piece_counts = array("q")
        self._row_counts = array("q")
        self._columns = {name: array("q") for name in GATHERED}

    def pieces(self, body: str, quotes: Sequence[Quote]) -> list[str]:
        """The next body, cut; the pieces join to it again, and no word reaches from one into the next."""
        if not quotes:
            self._row_counts.append(0)
            self._piece_counts.append(1)
            return [body]
        found = [QuotedWords(body, quote) for quote in quotes]
        borders = sorted({0, len(body), *(border for quoted in found for border in quoted.borders())})
        numbers = {border: number for number, border in enumerate(borders)}
        for quoted in found:
            for column, value in zip(self._columns.values(), quoted.row(numbers), strict=True):
                column.append(value)
        self._row_counts.append(len(found))
        cut = [body[start:end] for start, end in pairwise(borders)] or [body]
        self._piece_counts.append(len(cut))
        return cut

    def text_lengths(self, lengths: Array) -> Array:
        """How many words titles and bodies have, in turn, from how many a title and the pieces of its body have.

        The lengths are int64 (titles and pieces,); gives int64 (2 * articles,).
        """
        if not len(self._piece_counts):
            return lengths
        counts = np.ones(2 * len(self._piece_counts), np.int64)
        counts[1::2] = self._piece_counts
        return np.asarray(np.add.reduceat(lengths, starts_of(counts)[:-1]))

    def rows(self, lengths: Array) -> QuotationRows:
        """The quotations, from the same lengths. These are int64 (titles and pieces,)."""
        row_counts = np.array(self._row_counts, np.int64)
        owners = np.repeat(np.arange(len(row_counts)), row_counts)
        before = starts_of(lengths)
        title = starts_of(np.array(self._piece_counts, np.int64) + 1)[owners]
        pieces = {name: np.array(values, np.int64) for name, values in self._columns.items()}

        def positions(piece: Array) -> Array:
            """Where the words of a piece begin; one position is left free between title and body."""
            return np.asarray(before[title + 1 + piece] - before[title] + 1)

        speaker = np.where(pieces["speaker_last"] > 0, positions(pieces["speaker"]), 0)
        return QuotationRows(
            starts_of(row_counts),
            first=positions(pieces["first"]),
            last=positions(pieces["last"]),
            speaker_first=speaker + pieces["speaker_first"],
            speaker_last=speaker + pieces["speaker_last"],
        )


class QuotedWords:
    """A quotation and where its body is cut for it."""

    def __init__(self, body: str, quote: Quote) -> None:
        self.quote = quote
        self.chunk, self.inside = name_in_chunk(body, *quote.speaker) if quote.speaker else (0, (0, 0))

    def borders(self) -> Iterator[int]:
        """Where the body is cut."""
        yield from (self.quote.start, self.quote.end, self.chunk)

    def row(self, numbers: dict[int, int]) -> Sequence[int]:
        """What is gathered of it, when these are the numbers of the pieces that begin at borders."""
        return numbers[self.quote.start], numbers[self.quote.end], numbers[self.chunk], *self.inside


def name_in_chunk(body: str, start: int, end: int) -> tuple[int, tuple[int, int]]:
    """The white space before a name, behind which no word reaches; and which words from there on are the name's."""
    floor = max(0, start - LONGEST_CHUNK)
    chunk = word_border(body, floor, start)
    if chunk == floor > 0:
        return 0, (0, 0)
    found = [(word.start(), word.end()) for word in WORD.finditer(body, chunk, end)]
    return chunk, (sum(last <= start for _, last in found), len(found))


def word_border(body: str, floor: int, start: int) -> int:
    """The place behind the last white space before `start` that no word reaches across; `floor` if there is none."""
    border = body.rfind(" ", floor, start) + 1
    # J. K. Rowling and AT & T: words may go on behind a full stop, and on both sides of the sign.
    while border > floor and (body[border - 2 : border - 1] in (".", "&", ";") or body[border] == "&"):
        border = body.rfind(" ", floor, border - 1) + 1
    return max(border, floor)

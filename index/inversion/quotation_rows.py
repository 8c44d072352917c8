"""Which words of an article its quotations are, and which are the names of their speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from index.annotations import Quote
from index.orthography.word_pattern import WORD
from index.storage.arrays import Array
from index.storage.multi_valued import DocumentRows
from index.text.sentences import BLANK_LINE

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
    """The white space before a name, behind which no word reaches; and from which position on to which, counted from
    there, the name stands."""
    floor = max(0, start - LONGEST_CHUNK)
    chunk = word_border(body, floor, start)
    if chunk == floor > 0:
        return 0, (0, 0)
    found = [(word.start(), word.end()) for word in WORD.finditer(body, chunk, end)]
    # A position is free before each paragraph.
    paragraphs = [blank.end() for blank in BLANK_LINE.finditer(body, chunk, end)] if "\n" in body[chunk:end] else []
    before = sum(last <= start for _, last in found) + sum(first <= start for first in paragraphs)
    return chunk, (before, len(found) + len(paragraphs))


def word_border(body: str, floor: int, start: int) -> int:
    """The place behind the last white space before `start` that no word reaches across; `floor` if there is none."""
    border = body.rfind(" ", floor, start) + 1
    # J. K. Rowling and AT & T: words may go on behind a full stop, and on both sides of the sign.
    while border > floor and (body[border - 2 : border - 1] in (".", "&", ";") or body[border] == "&"):
        border = body.rfind(" ", floor, border - 1) + 1
    return max(border, floor)

"""Words of many texts as numbers: whatever is subtle about a word is done once for each distinct piece of text.

No word reaches across white space or one of the SEPARATORS: the words of a text are those of the chunks between
them, one after the other, and the words of a chunk that came before are known. It equals `index.analysis.forms`, and
a property test holds it to that.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.analysis import forms, plain_form, stem
from index.inversion.chunk_table import PADDING, SPACE, Chunks, ChunkTable
from index.storage.arrays import Array, ranges

SEPARATORS = bytes(
    32 if byte < 128 and not (chr(byte).isalnum() or chr(byte) in "'.,") else byte for byte in range(256)
)
"""Characters of ASCII that are in no word and join no two, as spaces; a full stop, comma and apostrophe may join."""
CURLY = "’".encode()
"""Replaced by a straight apostrophe, which joins as it does, so that there are fewer distinct chunks."""
PUNCTUATION = b"\xe2\x80"
"""What dashes, quotation marks and dots beyond ASCII begin with in UTF-8,"""
FIRST_MARK, LAST_MARK = 0x90, 0xA7
"""and the byte that ends the first and the last of them; the apostrophe among them is replaced already."""
MOST_CHUNKS = 2_000_000
"""Distinct chunks that are remembered from one segment to the next; about 300 MB."""


@dataclass(frozen=True, slots=True)
class WordColumns:
    """The words of some texts, one text after the other."""

    forms: Array
    """The number of the form of each word: int32 (words,)."""
    lengths: Array
    """How many words each text has: int64 (texts,)."""


class Vocabulary:
    """The chunks, forms and stems that were met, each with its number in the order of meeting."""

    def __init__(self) -> None:
        self.forms: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.form_stem = array("i")
        self._table = ChunkTable(self._add_chunk)
        self._chunk_starts = array("i", [0])
        self._chunk_forms = array("i")

    def words(self, texts: Sequence[bytes]) -> WordColumns:
        """The words of texts that `plain` gave."""
        content = b" ".join([*texts, PADDING]).translate(SEPARATORS)
        chunks = self._table.chunks(without_punctuation(content) if PUNCTUATION in content else content)
        text_ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1)
        chunk_ends = np.searchsorted(chunks.starts, text_ends)
        return self._words_of(chunks, np.diff(chunk_ends, prepend=0))

    def is_large(self) -> bool:
        """It is better to begin a new one than to keep this in memory."""
        return len(self._table) > MOST_CHUNKS

    def _words_of(self, chunks: Chunks, chunk_counts: Array) -> WordColumns:
        """The words of texts that have these chunks, each text as many as `chunk_counts` says."""
        starts = np.frombuffer(self._chunk_starts, np.int32)
        forms = np.frombuffer(self._chunk_forms or array("i", [0]), np.int32)
        first = starts[chunks.numbers]
        counts = starts[chunks.numbers + 1] - first
        # Nearly every chunk is one word; only the others are looked at more closely.
        odd = np.flatnonzero(counts != 1)
        words = np.repeat(forms[np.minimum(first, len(forms) - 1)], counts)
        odd_counts = counts[odd].astype(np.int64)
        moved = np.cumsum(odd_counts - 1) - (odd_counts - 1)
        words[ranges(odd + moved, odd_counts)] = forms[ranges(first[odd], odd_counts)]
        texts = np.searchsorted(np.cumsum(chunk_counts), odd, side="right")
        more = np.bincount(texts, odd_counts - 1, len(chunk_counts)).astype(np.int64)
        return WordColumns(words, chunk_counts + more)

    def _add_chunk(self, chunk: bytes) -> int:
        """The number of a chunk that was not met before."""
        text = chunk.decode("utf-8", "surrogatepass")
        if chunk.isalnum():  # nothing but letters and digits of ASCII: one word
            self._chunk_forms.append(self._form(plain_form(text)))
        else:
            self._chunk_forms.extend(map(self._form, forms(text)))
        self._chunk_starts.append(len(self._chunk_forms))
        return len(self._chunk_starts) - 2

    def _form(self, form: str) -> int:
        number = self.forms.get(form)
        if number is None:
            number = self.forms[form] = len(self.forms)
            self.form_stem.append(self.stems.setdefault(stem(form), len(self.stems)))
        return number


def plain(text: bytes) -> bytes:
    """A text as its words are found in it, in UTF-8 both."""
    return text if text.isascii() else text.replace(CURLY, b"'")


def without_punctuation(content: bytes) -> bytes:
    """The same with a space for each byte of marks beyond ASCII that separate words, as many bytes as before."""
    letters = np.frombuffer(bytearray(content), np.uint8)
    at = np.flatnonzero(letters[:-2] == PUNCTUATION[0])
    last = letters[at + 2]
    at = at[(letters[at + 1] == PUNCTUATION[1]) & (last >= FIRST_MARK) & (last <= LAST_MARK)]
    for byte in range(3):
        letters[at + byte] = SPACE
    return letters.tobytes()

"""Words of many texts as numbers: whatever is subtle about a word is done once for each distinct piece of text.

No word reaches across white space or one of the SEPARATORS: the words of a text are those of the chunks between
them, one after the other, and a dictionary knows the words of a chunk that came before. It equals
`index.analysis.forms`, and a property test holds it to that.
"""

from array import array
from dataclasses import dataclass

import numpy as np

from index.analysis import forms, stem
from index.columns.arrays import Array, ranges

SEPARATORS = bytes(
    32 if byte < 128 and not (chr(byte).isalnum() or chr(byte) in "'.,") else byte for byte in range(256)
)
"""Characters of ASCII that are in no word and join no two, as spaces; a full stop, comma and apostrophe may join."""
MOST_CHUNKS = 2_000_000
"""Distinct chunks that are remembered from one segment to the next; about 300 MB."""


class Vocabulary:
    """The chunks, forms and stems that were met, each with its number in the order of meeting."""

    def __init__(self) -> None:
        self.forms: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.form_stem = array("i")
        self._chunks = Chunks(self)
        self.chunk_starts = array("i", [0])
        self.chunk_forms = array("i")

    def chunks(self, text: str) -> Array:
        """The numbers of the chunks of a text, in order: int32."""
        # Curly marks are replaced so that there are fewer distinct chunks; they separate, and join, as straight ones.
        plain = text.replace("’", "'").replace("“", " ").replace("”", " ").replace("—", " ")
        pieces = plain.encode("utf-8", "surrogatepass").translate(SEPARATORS).split()
        return np.fromiter(map(self._chunks.__getitem__, pieces), np.int32, len(pieces))

    def is_large(self) -> bool:
        """It is better to begin a new one than to keep this in memory."""
        return len(self._chunks) > MOST_CHUNKS

    def add_chunk(self, chunk: bytes) -> int:
        """The number of a chunk that was not met before."""
        self.chunk_forms.extend(map(self._form, forms(chunk.decode("utf-8", "surrogatepass"))))
        self.chunk_starts.append(len(self.chunk_forms))
        return len(self.chunk_starts) - 2

    def _form(self, form: str) -> int:
        number = self.forms.get(form)
        if number is None:
            number = self.forms[form] = len(self.forms)
            self.form_stem.append(self.stems.setdefault(stem(form), len(self.stems)))
        return number


class Chunks(dict[bytes, int]):
    """The number of each chunk; a new one is taken in when it is first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, chunk: bytes) -> int:
        number = self[chunk] = self._vocabulary.add_chunk(chunk)
        return number


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts, one text after the other."""

    forms: Array
    """The number of the form of each word: int32."""
    lengths: Array
    """How many words each text has: int64."""


def words_of(vocabulary: Vocabulary, chunks: Array, chunk_counts: Array) -> Words:
    """The words of texts that have these chunks, each text as many as `chunk_counts` says."""
    starts = np.array(vocabulary.chunk_starts, np.int64)
    forms = np.array([*vocabulary.chunk_forms, 0], np.int32)
    counts = np.diff(starts)
    # Nearly every chunk is one word; only the others are looked at more closely.
    own_counts = np.minimum(counts, 255).astype(np.uint8)[chunks]
    odd = np.flatnonzero(own_counts != 1)
    odd_counts = counts[chunks[odd]]
    repeats = own_counts.astype(np.intp)
    repeats[odd] = odd_counts
    words = np.repeat(forms[starts[:-1]][chunks], repeats)
    moved = np.cumsum(odd_counts - 1) - (odd_counts - 1)
    words[ranges(odd + moved, odd_counts)] = forms[ranges(starts[chunks[odd]], odd_counts)]
    texts = np.searchsorted(np.cumsum(chunk_counts), odd, side="right")
    more = np.bincount(texts, odd_counts - 1, len(chunk_counts)).astype(np.int64)
    return Words(words, chunk_counts + more)

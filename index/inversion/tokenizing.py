"""Words of many texts as numbers: whatever is subtle about a word is done once for each distinct piece of text.

Few words reach across white space or one of the SEPARATORS: the words of a text are those of the chunks between them,
one after the other, and the words of a chunk that came before are known; `index.inversion.spaced_words` mends the few.
It equals `index.analysis.forms`, and a property test holds it to that.
"""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.analysis import cases, forms, stem
from index.inversion.chunk_table import PADDING, SPACE, ChunkTable
from index.inversion.spaced_words import NO_ROLE, ROLES, ChunkedText, with_spaced_words
from index.orthography.capitals import capitals
from index.orthography.folded_forms import plain_form
from index.storage.arrays import Array, ranges

SEPARATORS = bytes(
    ord("'")
    if chr(byte) == "`"
    else SPACE
    if byte < 128 and not (chr(byte).isalnum() or chr(byte) in "'.,&+#")
    else byte
    for byte in range(256)
)
"""Characters of ASCII that are in no word and join no two, as spaces; others may join, and ` does as an apostrophe."""
BORDER = b"\n"
"""Between two texts: no word reaches across it."""
CURLY = ("’".encode(), "‘".encode())
"""Replaced by a straight apostrophe, which joins as they do, so that there are fewer distinct chunks."""
NO_BREAK_SPACE = "\u00a0".encode()
ENTITY = b"&amp;"
ENTITIES = re.compile(rb"&amp;(?!amp)")
PUNCTUATION = b"\xe2\x80"
"""What dashes, quotation marks and dots beyond ASCII begin with in UTF-8,"""
FIRST_MARK, LAST_MARK, RARE_APOSTROPHE = 0x90, 0xA7, 0x9B
"""and the byte that ends the first and the last of them, and one that joins; other apostrophes are replaced already."""
LAST_DIGIT = ord("9")
MOST_CHUNKS = 2_000_000
"""Distinct chunks that are remembered from one segment to the next; about 300 MB."""


@dataclass(frozen=True, slots=True)
class WordColumns:
    """The words of some texts, one text after the other."""

    forms: Array
    """The number of the form of each word: int32 (words,)."""
    cases: Array
    """How many of its letters are capitals, as `index.orthography.capitals` counts them: uint8 (words,)."""
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
        self._chunk_cases = array("B")

    def words(self, texts: Sequence[bytes]) -> WordColumns:
        """The words of texts that `plain` gave."""
        raw = BORDER.join([*texts, PADDING])
        content = raw.translate(SEPARATORS)
        if PUNCTUATION in content:
            content = without_punctuation(content)
        chunks = self._table.chunks(content)
        roles = self._roles_of_numbers()[chunks.numbers]
        numbers = with_spaced_words(ChunkedText(raw, content, chunks, roles), self._table.number)
        text_ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1)
        chunk_ends = np.searchsorted(chunks.starts, text_ends)
        return self._words_of(numbers, np.diff(chunk_ends, prepend=0))

    def is_large(self) -> bool:
        """It is better to begin a new one than to keep this in memory."""
        return len(self._table) > MOST_CHUNKS

    def _words_of(self, chunks: Array, chunk_counts: Array) -> WordColumns:
        """The words of texts that have chunks of these numbers, each text as many as `chunk_counts` says."""
        starts = np.frombuffer(self._chunk_starts, np.int32)
        forms = np.frombuffer(self._chunk_forms or array("i", [0]), np.int32)
        cases = np.frombuffer(self._chunk_cases or array("B", [0]), np.uint8)
        first = starts[chunks]
        counts = starts[chunks + 1] - first
        # Nearly every chunk is one word; only the others are looked at more closely.
        odd = np.flatnonzero(counts != 1)
        places = np.repeat(np.minimum(first, len(forms) - 1), counts)
        odd_counts = counts[odd].astype(np.int64)
        moved = np.cumsum(odd_counts - 1) - (odd_counts - 1)
        places[ranges(odd + moved, odd_counts)] = ranges(first[odd], odd_counts)
        texts = np.searchsorted(np.cumsum(chunk_counts), odd, side="right")
        more = np.bincount(texts, odd_counts - 1, len(chunk_counts)).astype(np.int64)
        return WordColumns(forms[places], cases[places], chunk_counts + more)

    def _roles_of_numbers(self) -> Array:
        """The role of each chunk that was met: uint8."""
        roles = np.full(len(self._table), NO_ROLE, np.uint8)
        for chunk, role in ROLES.items():
            number = self._table.known_number(chunk)
            if number is not None:
                roles[number] = role
        return roles

    def _add_chunk(self, chunk: bytes) -> int:
        """The number of a chunk that was not met before."""
        text = chunk.decode("utf-8", "surrogatepass")
        # Nothing but letters and digits of ASCII is one word, unless it is a number with a unit.
        if chunk.isalnum() and (chunk[0] > LAST_DIGIT or chunk.isdigit()):
            self._chunk_forms.append(self._form(plain_form(text)))
            self._chunk_cases.append(capitals(text))
        else:
            self._chunk_forms.extend(map(self._form, forms(text)))
            self._chunk_cases.extend(cases(text))
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
    if ENTITY in text:
        text = ENTITIES.sub(b"&", text)
    if text.isascii():
        return text
    for apostrophe in CURLY:
        text = text.replace(apostrophe, b"'")
    return text.replace(NO_BREAK_SPACE, b" ")


def without_punctuation(content: bytes) -> bytes:
    """The same with a space for each byte of marks beyond ASCII that separate words, as many bytes as before."""
    letters = np.frombuffer(bytearray(content), np.uint8)
    at = np.flatnonzero(letters[:-2] == PUNCTUATION[0])
    last = letters[at + 2]
    at = at[
        (letters[at + 1] == PUNCTUATION[1]) & (last >= FIRST_MARK) & (last <= LAST_MARK) & (last != RARE_APOSTROPHE)
    ]
    for byte in range(3):
        letters[at + byte] = SPACE
    return letters.tobytes()

"""Words that reach across a space, and words in doubt, in texts whose chunks have numbers.

A chunk ends at a space. Here the few chunks that may be part of a longer word, or that mean another beside certain
words, are looked at again: it gives such a word the number of a chunk that holds it whole (J.K, AT&T, us), and the rest
of its chunks the number of one that holds no word. With that it equals `index.analysis.forms`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from index.inversion.chunk_table import MOST_MARKS, SPACE, Chunks
from index.orthography.acronyms import IN_DOUBT, NEAR, is_pronoun
from index.orthography.characters import CAPITALS
from index.orthography.word_pattern import WITH_AND
from index.storage.arrays import Array

AND = b"&"
NO_ROLE, INITIAL, AND_SIGN, DOUBT, AFTER_STOP = 0, 1, 2, 3, 4
"""What a chunk may be beside others: an initial, a sign between two, a word that is another there, or NET of .NET."""
LETTERS = map(chr, range(0x800))
"""Those of up to two bytes."""
OF_ROLES = {
    INITIAL: filter(re.compile(f"[{CAPITALS}]").match, LETTERS),
    AND_SIGN: "&",
    DOUBT: IN_DOUBT,
    AFTER_STOP: ("NET", "Net", "net"),
}
ROLES = {chunk.encode(): role for role, chunks in OF_ROLES.items() for chunk in chunks}
"""The chunks that have such a role; all others have NO_ROLE."""
NAMES = frozenset(name.replace(" & ", "&").encode() for name in WITH_AND.split(", "))


@dataclass(frozen=True, slots=True)
class ChunkedText:
    """Texts in one, and their chunks."""

    raw: bytes
    """As the texts are, a line feed between them."""
    content: bytes
    """The same, as many bytes, with a space for each that separates words."""
    chunks: Chunks
    roles: Array
    """The role of each chunk: uint8 (chunks,)."""


def with_spaced_words(text: ChunkedText, number: Callable[[bytes], int]) -> Array:
    """The numbers of the chunks, int32 (chunks,), so that each word that reaches across a space is in one of them."""
    places = places_of_interest(text)
    if not len(places):
        return text.chunks.numbers
    numbers = text.chunks.numbers.copy()
    for place, chunk in SpacedWords(text).found(places):
        numbers[place] = number(chunk)
    return numbers


def places_of_interest(text: ChunkedText) -> Array:
    """The places of the chunks that have a role, and beside them what makes it likely: int64 (places,), ascending."""
    places = np.flatnonzero(text.roles)
    letters = np.frombuffer(text.raw, np.uint8)
    roles, starts = text.roles[places], text.chunks.starts[places]
    # What is before the texts is their last byte, a space.
    before, after = letters[starts - 1], letters[starts + 1]
    is_beside_capitals = is_capital(letters[starts - 2]) | is_capital(letters[starts + 3])
    is_likely = (
        ((roles == INITIAL) & (np.where(letters[starts] < 128, after, letters[starts + 2]) == FULL_STOP))
        | ((roles == AND_SIGN) & (before == SPACE) & (after == SPACE))
        | ((roles == DOUBT) & is_beside_capitals)
        | ((roles == AFTER_STOP) & (before == FULL_STOP))
    )
    return np.asarray(places[is_likely])


FULL_STOP = ord(".")


def is_capital(letters: Array) -> Array:
    """Whether these bytes are capitals of ASCII: bool (bytes,)."""
    return np.asarray((letters >= ord("A")) & (letters <= ord("Z")))


class SpacedWords:
    """Reads the chunks with a role, one after the other."""

    def __init__(self, text: ChunkedText) -> None:
        self._raw = text.raw
        self._content = text.content
        self._starts = text.chunks.starts
        self._roles = text.roles

    def found(self, places: Array) -> Iterator[tuple[int, bytes]]:
        """Places of chunks, and the chunk that stands for each; `places` is int64 (n,)."""
        initials: list[int] = []
        for place in places.tolist():
            role = int(self._roles[place])
            if role != INITIAL:
                yield from READERS[role](self, place)
                continue
            if initials and not self._is_next_initial(initials[-1], place):
                yield from self._joined(initials)
                initials = []
            initials.append(place)
        yield from self._joined(initials)

    def _is_next_initial(self, before: int, place: int) -> bool:
        """Whether a full stop and a space, and nothing else, are between two initials."""
        start, next_start = int(self._starts[before]), int(self._starts[place])
        return place == before + 1 and self._raw[start:next_start][-2:] == b". " and next_start - start <= 4

    def _joined(self, initials: list[int]) -> Iterator[tuple[int, bytes]]:
        """Initials side by side as one word, if the first stands free."""
        if len(initials) < 2 or not self._is_free(int(self._starts[initials[0]])):
            return
        yield initials[0], b".".join(self._letter(int(self._starts[place])) for place in initials)
        yield from ((place, AND) for place in initials[1:])

    def _letter(self, start: int) -> bytes:
        """The one letter of a chunk."""
        return self._raw[start : start + (1 if self._raw[start] < 128 else 2)]

    def _is_free(self, start: int) -> bool:
        """Whether what is before this is white space, or what separates words, or nothing."""
        return start == 0 or self._content[start - 1] == SPACE

    def _ends_at(self, end: int) -> bool:
        """Whether nothing but marks is between this and the end of its chunk."""
        return self._content[end : end + MOST_MARKS + 1].lstrip(b"'.,").startswith(b" ")

    def _joined_by_and(self, place: int) -> Iterator[tuple[int, bytes]]:
        """What stands around an & with a space on each side, if it is a name that is known."""
        start = int(self._starts[place])
        first = int(self._starts[place - 1]) if place else start
        name = self._raw[first : start + len("& T")].replace(b" & ", AND)
        if name in NAMES and self._is_free(first) and self._ends_at(start + len("& T")):
            yield place - 1, name
            yield place + 1, AND

    def _in_doubt(self, place: int) -> Iterator[tuple[int, bytes]]:
        """The pronoun, if it is one."""
        start = int(self._starts[place])
        word = self._raw[start : start + 2].decode()
        before = self._raw[max(0, start - NEAR) : start].decode("latin-1")
        after = self._raw[start + 2 : start + 2 + NEAR].decode("latin-1")
        if self._is_free(start) and self._ends_at(start + 2) and is_pronoun(word, before, after):
            yield place, word.lower().encode()

    def _after_stop(self, place: int) -> Iterator[tuple[int, bytes]]:
        """The word with the full stop before it, if that stands free."""
        start = int(self._starts[place])
        if self._raw[start - 1 : start] == b"." and self._is_free(start - 1):
            yield place, b"." + self._raw[start : start + 3]


READERS: dict[int, Callable[[SpacedWords, int], Iterator[tuple[int, bytes]]]] = {
    AND_SIGN: SpacedWords._joined_by_and,
    DOUBT: SpacedWords._in_doubt,
    AFTER_STOP: SpacedWords._after_stop,
}
"""Not kept by a reader, which would then refer to itself, and so would keep its text in memory for long."""

"""Where pieces and patterns stand in the texts of a column: array algebra over all their bytes, whatever is looked for.

It equals the plain algorithm: for each text, `piece in text`, and `fnmatchcase(text, pattern)` without brackets. Each
piece of a pattern costs a pass over the bytes, and nothing is worked out text by text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from index.schema import utf8
from index.storage.arrays import Array
from index.storage.string_column import StringColumn

AT_ONCE = 1 << 24
"""Bytes that are looked through at once: what is found of each of them takes no more memory than they do."""
CONTINUES, LEAD_BITS = 0x80, 0xC0
"""How all bytes of a character but its first begin in UTF-8 (RFC 3629)."""
NEVER = 1 << 62
"""Behind the end of every text."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """A piece of each of some texts, from a byte of all texts to before another: int64 (n,) both."""

    begins: Array
    ends: Array


class TextScan:
    """Looks through the texts of a column."""

    def __init__(self, texts: StringColumn) -> None:
        self.texts = texts
        self.content = np.frombuffer(texts.bytes, np.uint8)
        starts = np.asarray(texts.starts).astype(np.int64)
        self.whole = Stretches(starts[:-1], starts[1:])
        """The texts themselves."""

    def holding(self, piece: bytes) -> Array:
        """For each text, that it holds this piece, which is not empty: bool (texts,)."""
        return self.with_places(self.places(piece), len(piece))

    def holding_between(self, before: bytes, piece: bytes, after: bytes) -> Array:
        """The same, behind one of some bytes or the beginning of the text, and before one of others or its end."""
        begins = self.places(piece)
        is_behind = np.isin(begins, self.whole.begins) | np.isin(self.content[begins - 1], list(before))
        begins = begins[is_behind]
        ends = begins + len(piece)
        next_byte = self.content[np.minimum(ends, len(self.content) - 1)]
        is_before = np.isin(ends, self.whole.ends) | np.isin(next_byte, list(after))
        return self.with_places(begins[is_before], len(piece))

    def with_places(self, places: Array, length: int) -> Array:
        """For each text, that at one of the places, int64 (n,), so many bytes of it begin: bool (texts,)."""
        owners = np.searchsorted(self.whole.begins, places, side="right") - 1
        is_held = np.zeros(len(self.whole.begins), bool)
        is_held[owners[places + length <= self.whole.ends[owners]]] = True
        return is_held

    def places(self, piece: bytes) -> Array:
        """Where a piece begins, which is not empty, also from one text into the next: int64 (n,), ascending."""
        wanted = np.frombuffer(piece, np.uint8)
        rarest = int(np.argmin(self._frequencies[wanted]))
        found = self._places_where(lambda content: content == wanted[rarest]) - rarest
        found = found[(found >= 0) & (found + len(wanted) <= len(self.content))]
        for place in range(len(wanted)):
            if place != rarest:
                found = found[self.content[found + place] == wanted[place]]
        return found

    def all_and_last_parts(self, among: Array) -> Stretches:
        """These texts, int64 (n,), and then what stands behind the last slash of each, which may be all of it."""
        begins, ends = self.whole.begins[among], self.whole.ends[among]
        behind = np.append(0, self.places(b"/") + 1)
        parts = np.maximum(begins, behind[np.searchsorted(behind, ends, side="right") - 1])
        return Stretches(np.append(begins, parts), np.append(ends, ends))

    def like(self, pattern: str, stretches: Stretches) -> Array:
        """For each stretch, that it looks like a pattern, in which * is any characters and ? is one: bool (n,)."""
        first, *rest = pattern.split("*")
        at = self._part(first).ends_of_those_at(stretches.begins)
        if not rest:
            return np.asarray(at == stretches.ends)
        *middle, last = rest
        for part in middle:
            if (at > stretches.ends).all():  # however many parts there are
                break
            at = self._part(part).ends_of_first_from(at)
        return np.asarray((at <= stretches.ends) & (self._part(last).begins_of_those_until(stretches.ends) >= at))

    def moved(self, places: Array, letters: int) -> Array:
        """Where one gets from the beginnings of letters by so many of them, perhaps back: int64 (n,) both."""
        if not letters:
            return places
        number = places - np.searchsorted(self._continuing, places) + letters
        return np.asarray(number + np.searchsorted(self._letters_before, number, side="right"))

    def _part(self, typed: str) -> "StarlessPart":
        """What stands between two stars."""
        pieces = re.findall(r"\?+|[^?]+", typed)
        first = next((place for place, piece in enumerate(pieces) if piece[0] != "?"), None)
        if first is None:
            return LetterPart(self, len(typed))
        begins = self.places(utf8(pieces[first]))
        ends = begins + len(utf8(pieces[first]))
        for piece in pieces[first + 1 :]:
            if piece[0] == "?":
                ends = self.moved(ends, len(piece))
            else:
                is_so = np.isin(ends, self.places(utf8(piece)), assume_unique=True)
                begins, ends = begins[is_so], ends[is_so] + len(utf8(piece))
        return LiteralPart(self.moved(begins, -sum(map(len, pieces[:first]))), ends)

    def _places_where(self, is_so: Callable[[Array], Array]) -> Array:
        """The places of the bytes that are so: int64 (n,), ascending."""
        every = range(0, len(self.content), AT_ONCE)
        found = [np.flatnonzero(is_so(self.content[first : first + AT_ONCE])) + first for first in every]
        return np.concatenate(found) if found else np.zeros(0, np.int64)

    @cached_property
    def _frequencies(self) -> Array:
        """How often each byte stands in the texts: int64 (256,)."""
        return np.bincount(self.content[:AT_ONCE], minlength=256)

    @cached_property
    def _continuing(self) -> Array:
        """The places of bytes that are none but the first of their letters, of which there are few: int64 (n,)."""
        return self._places_where(lambda content: content & LEAD_BITS == CONTINUES)

    @cached_property
    def _letters_before(self) -> Array:
        """How many letters begin before each of these: int64 (n,), ascending."""
        return self._continuing - np.arange(len(self._continuing))


class StarlessPart(Protocol):
    """A part of a pattern without stars."""

    def ends_of_those_at(self, places: Array) -> Array:
        """Where it ends when it begins at these places, int64 (n,): int64 (n,), NEVER where it does not."""
        ...

    def ends_of_first_from(self, places: Array) -> Array:
        """Where the first ends that begins at these places, int64 (n,), or behind them: int64 (n,), or NEVER."""
        ...

    def begins_of_those_until(self, places: Array) -> Array:
        """Where it begins when it ends before these places, int64 (n,): int64 (n,), -1 where it does not."""
        ...


class LiteralPart:
    """One with a letter in it, which stands only where it stands: from and to these places, int64 (n,), ascending."""

    def __init__(self, begins: Array, ends: Array) -> None:
        self._begins, self._ends = np.append(begins, NEVER), np.append(ends, NEVER)

    def ends_of_those_at(self, places: Array) -> Array:
        """See `StarlessPart`."""
        found = np.searchsorted(self._begins, places)
        return np.where(self._begins[found] == places, self._ends[found], NEVER)

    def ends_of_first_from(self, places: Array) -> Array:
        """See `StarlessPart`."""
        return np.asarray(self._ends[np.searchsorted(self._begins, places)])

    def begins_of_those_until(self, places: Array) -> Array:
        """See `StarlessPart`."""
        found = np.searchsorted(self._ends, places)
        return np.where(self._ends[found] == places, self._begins[found], -1)


@dataclass(frozen=True, slots=True)
class LetterPart:
    """So many letters, whichever they are; often none."""

    scan: TextScan
    letters: int

    def ends_of_those_at(self, places: Array) -> Array:
        """See `StarlessPart`."""
        return self.scan.moved(places, self.letters)

    def ends_of_first_from(self, places: Array) -> Array:
        """See `StarlessPart`."""
        return self.scan.moved(places, self.letters)

    def begins_of_those_until(self, places: Array) -> Array:
        """See `StarlessPart`."""
        return self.scan.moved(places, -self.letters)

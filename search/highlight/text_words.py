"""The words of a text as arrays: what each may stand for, and how the text is divided."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from index.analysis import form, stem
from index.orthography.acronyms import word_read
from index.orthography.capitals import ALL_CAPITALS, NO_CAPITAL, capitals
from index.orthography.word_pattern import WORD
from index.storage.arrays import Array
from index.text.text_starts import text_starts
from index.word_forms.families import forms_of_family
from search.clauses import LEAD_PARAGRAPHS, LEAD_WORDS, Case, Field, Place, Scope
from search.fuzzy_and_wildcards import form_test
from search.segment.spans import Spans


class TextWords:
    """The words of a title or body; each is read once, not wherever it stands."""

    def __init__(self, text: str, field: Field) -> None:
        self.field = field
        numbers: dict[str, int] = {}
        codes, starts, ends = array("q"), array("q"), array("q")
        for found in WORD.finditer(text):
            codes.append(numbers.setdefault(word_read(found), len(numbers)))
            starts.append(found.start())
            ends.append(found.end())
        self.starts: Array = np.array(starts, np.int64)
        """Where in the text each word begins: int64 (n,), ascending."""
        self.ends: Array = np.array(ends, np.int64)
        """Where it ends: int64 (n,)."""
        self._codes = np.array(codes, np.int64)
        self._written = list(numbers)
        self._forms = [form(each) for each in self._written]
        self._by_initial: dict[str, list[int]] = {}
        for code, folded in enumerate(self._forms):
            self._by_initial.setdefault(folded[:1] if folded.isascii() else "", []).append(code)
        paragraphs, sentences = text_starts(text) if field == "body" else ((), ())
        self._paragraphs = self._numbers(paragraphs)
        self._sentences = self._numbers((*paragraphs, *sentences))
        self._rows: dict[tuple[tuple[Place, ...], tuple[Case, ...]], Spans] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def _numbers(self, starts: Sequence[int]) -> Array:
        return np.sort(np.array(starts, np.int64)).searchsorted(self.starts, side="right")

    def numbers(self, scope: Scope, words: Array) -> Array:
        """For each of these words, the number of what it stands in: its paragraph, its sentence, or all; int64 (n,)."""
        if scope == "words":
            return np.zeros(len(words), np.int64)
        return np.asarray((self._paragraphs if scope == "paragraph" else self._sentences)[words])

    def in_a_row(self, places: Sequence[Place], cases: Sequence[Case]) -> Spans:
        """Where words of these cases stand for these places in a row, in one paragraph; each row is sought once."""
        key = tuple(places), tuple(cases)
        if key not in self._rows:
            self._rows[key] = self._standing(places, cases)
        return self._rows[key]

    def _standing(self, places: Sequence[Place], cases: Sequence[Case]) -> Spans:
        """The same, sought."""
        last = len(places) - 1
        size = len(self) - last
        if size <= 0 or not places:
            return Spans(np.zeros(0, np.int64), np.zeros(0, np.int64))
        is_there = self._paragraphs[:size] == self._paragraphs[last:]
        for offset, place in enumerate(places):
            is_there &= self._is_known(self._codes_at(place), cases)[self._codes[offset : offset + size]]
        first = is_there.nonzero()[0]
        return Spans(first, first + last)

    def _is_known(self, codes: Iterable[int], cases: Sequence[Case]) -> Array:
        """For each code, that it is one of these, and that its word is of all these cases: bool."""
        is_known = np.zeros(len(self._written), bool)
        is_known[[code for code in codes if all(is_of(case, self._written[code]) for case in cases)]] = True
        return is_known

    def _codes_at(self, place: Place) -> Iterator[int]:
        """The codes of the words that may stand at a place of a phrase."""
        if not isinstance(place, tuple):
            test = form_test(place)
            return (code for code, folded in enumerate(self._forms) if test(folded))
        # A family lists its forms, and a stem keeps the first letter of an English word; see `highlighter.Wanted.at`.
        initials = {each[:1] for term in place for each in forms_of_family(term)}
        near = (code for initial in {*initials, ""} for code in self._by_initial.get(initial, ()))
        return (code for code in near if stem(self._forms[code]) in place)

    def lead_end(self, words: int | None) -> int:
        """The number of the word before which what `search.clauses.Lead` asks for must end."""
        if self.field == "title":
            return len(self)
        return words if words is not None else min(LEAD_WORDS, int(self._paragraphs.searchsorted(LEAD_PARAGRAPHS)))


def is_of(case: Case, written: str) -> bool:
    """The word as it is written is of this case."""
    if case == "some":
        return capitals(written) != NO_CAPITAL
    return capitals(written) == (ALL_CAPITALS if case == "all" else NO_CAPITAL)

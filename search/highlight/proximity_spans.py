"""Where words stand near each other in a text, and which words these are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.analysis import form, stem
from index.orthography.acronyms import word_read
from index.orthography.capitals import ALL_CAPITALS, NO_CAPITAL, capitals
from index.orthography.word_pattern import WORD
from index.text.text_starts import text_starts
from search.clause_walks import holds_group
from search.clauses import (
    LEAD_PARAGRAPHS,
    LEAD_WORDS,
    AtLeast,
    Case,
    Cased,
    Clause,
    Field,
    FormLeaf,
    Fuzzy,
    Lead,
    Near,
    NotNear,
    Or,
    Phrase,
    Place,
    Prefix,
    SameStem,
    Scope,
    Spellings,
    Wildcard,
    Word,
    choices_of,
)
from search.fuzzy_and_wildcards import form_test


class WordSpan(NamedTuple):
    """Words of a text, from the first to the last, by their numbers; and which of them make the match."""

    first: int
    last: int
    shown: tuple[tuple[int, int], ...]
    """The first and last of each run of words that a word or phrase of the query stands for."""


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word of a text."""

    form: str
    term: str
    capitals: int
    start: int
    end: int


class ReadText:
    """The words of a title or body, and how it is divided."""

    def __init__(self, text: str, field: Field) -> None:
        self.field = field
        self.words: list[ReadWord] = []
        for found in WORD.finditer(text):
            read = word_read(found)
            folded = form(read)
            self.words.append(ReadWord(folded, stem(folded), capitals(read), found.start(), found.end()))
        starts = text_starts(text) if field == "body" else ((), ())
        self._paragraphs = self._numbers(starts[0])
        self._sentences = self._numbers(sorted((*starts[0], *starts[1])))
        self._matching: dict[FormLeaf, list[bool]] = {}

    def _numbers(self, starts: Sequence[int]) -> list[int]:
        return [bisect_right(starts, word.start) for word in self.words]

    def number(self, scope: Scope, word: int) -> int:
        """The number of what the word stands in: its paragraph, its sentence, or all."""
        return 0 if scope == "words" else (self._paragraphs if scope == "paragraph" else self._sentences)[word]

    def is_at(self, place: Place, word: int) -> bool:
        """The word may stand at a place of a phrase."""
        if isinstance(place, tuple):
            return self.words[word].term in place
        if place not in self._matching:
            test = form_test(place)
            known = {each.form: test(each.form) for each in self.words}
            self._matching[place] = [known[each.form] for each in self.words]
        return self._matching[place][word]

    def in_a_row(self, places: Sequence[Place], cases: Sequence[Case]) -> list[WordSpan]:
        """Where words stand for these places in a row, in one paragraph."""
        found: list[WordSpan] = []
        for first in range(len(self.words) - len(places) + 1):
            last = first + len(places) - 1
            row = range(first, last + 1)
            is_there = all(self.is_at(place, word) for place, word in zip(places, row, strict=True))
            is_cased = is_there and all(is_of(case, self.words[word].capitals) for case in cases for word in row)
            if is_cased and self._paragraphs[first] == self._paragraphs[last]:
                found.append(WordSpan(first, last, ((first, last),)))
        return found

    def lead_end(self, words: int | None) -> int:
        """The number of the word before which what `search.clauses.Lead` asks for must end."""
        if self.field == "title":
            return len(self.words)
        return words if words is not None else min(LEAD_WORDS, bisect_left(self._paragraphs, LEAD_PARAGRAPHS))


def is_of(case: Case, written: int) -> bool:
    """A word with so many capitals is of this case."""
    if case == "some":
        return written != NO_CAPITAL
    return written == (ALL_CAPITALS if case == "all" else NO_CAPITAL)


def word_spans(clause: Clause, text: ReadText, cases: Sequence[Case] = ()) -> list[WordSpan]:
    """Where a clause stands, each once, in order; nowhere when it is no part that `Near` may have."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            rows = rows_of(clause) if clause.field in (None, text.field) else ()
            return distinct(span for places in rows for span in text.in_a_row(places, cases))
        case Or(parts):
            return distinct(span for part in parts for span in word_spans(part, text, cases))
        case Near(parts):
            first, *others = parts
            found, is_group = word_spans(first, text, cases), holds_group(first)
            near = Nearby(clause, text)
            for other in others:
                beside = word_spans(other, text, cases)
                ways = [*near.in_order(found, beside)]
                if not clause.is_ordered:
                    ways += near.in_order(beside, found)
                    ways += near.inside(found, beside) if is_group else ()
                    ways += near.inside(beside, found) if holds_group(other) else ()
                found, is_group = distinct(ways), True
            return found
        case NotNear(part, other):
            others_found, near = word_spans(other, text, cases), Nearby(clause, text)
            return [span for span in word_spans(part, text, cases) if near.is_alone(span, others_found)]
        case Lead(part, words):
            return [span for span in word_spans(part, text, cases) if span.last < text.lead_end(words)]
        case Cased(part, case):
            return word_spans(part, text, (*cases, case))
        case AtLeast(part):
            return word_spans(part, text, cases)
        case _:
            return []


def rows_of(leaf: Word | Spellings | Phrase | FormLeaf) -> Sequence[Sequence[Place]]:
    """The rows of places that a leaf stands for."""
    match leaf:
        case Word(term=term, ring=ring):
            return [[(term, *ring)]]
        case Spellings(terms=terms, runs=runs, ring=ring):
            return [[(*terms, *ring)], *(choices_of(run, ()) for run in runs)]
        case Phrase(places=places):
            return [places]
        case _:
            return [[leaf]]


def distinct(found: Iterable[WordSpan]) -> list[WordSpan]:
    """Each span once, with all that any of them shows, in order."""
    shown: dict[tuple[int, int], dict[tuple[int, int], None]] = {}
    for span in found:
        shown.setdefault(span[:2], {}).update(dict.fromkeys(span.shown))
    return [WordSpan(first, last, tuple(runs)) for (first, last), runs in sorted(shown.items())]


class Nearby:
    """Which spans of a text are near each other, as a clause says."""

    def __init__(self, clause: Near | NotNear, text: ReadText) -> None:
        self._clause = clause
        self._text = text

    def are_near(self, earlier: int, later: int) -> bool:
        """A word is near an earlier one."""
        words, scope = self._clause.words, self._clause.scope
        is_in_reach = earlier < later and (words is None or later - earlier <= words)
        return is_in_reach and self._text.number(scope, earlier) == self._text.number(scope, later)

    def in_order(self, some: Sequence[WordSpan], others: Sequence[WordSpan]) -> Iterator[WordSpan]:
        """From each of some spans to the next other, and to each other from the span before it, where they are near."""
        by_last = sorted(some, key=lambda span: (span.last, span.first))
        firsts, lasts = [span.first for span in others], [span.last for span in by_last]
        onward = ((span, bisect_right(firsts, span.last)) for span in some)
        pairs = [(span, others[place]) for span, place in onward if place < len(others)]
        backward = ((bisect_left(lasts, span.first) - 1, span) for span in others)
        pairs += [(by_last[place], span) for place, span in backward if place >= 0]
        for left, right in pairs:
            if self.are_near(left.last, right.first):
                yield WordSpan(left.first, right.last, (*left.shown, *right.shown))

    def inside(self, groups: Sequence[WordSpan], others: Sequence[WordSpan]) -> Iterator[WordSpan]:
        """The groups inside which another stands, near the first or the last word of the group."""
        by_last = sorted(groups, key=lambda span: (span.last, span.first))
        firsts, lasts = [span.first for span in groups], [span.last for span in by_last]
        for other in others:
            place = bisect_left(firsts, other.first) - 1
            before = groups[place] if place >= 0 else other
            if before.last > other.last and self.are_near(before.first, other.first):
                yield before._replace(shown=(*before.shown, *other.shown))
            place = bisect_right(lasts, other.last)
            behind = by_last[place] if place < len(by_last) else other
            if behind.first < other.first and self.are_near(other.last, behind.last):
                yield behind._replace(shown=(*behind.shown, *other.shown))

    def is_alone(self, span: WordSpan, others: Sequence[WordSpan]) -> bool:
        """No other is near the span, or shares a word with it."""
        return not any(self._disturbs(other, span) for other in others if other[:2] != span[:2])

    def _disturbs(self, other: WordSpan, span: WordSpan) -> bool:
        if other.first <= span.last and span.first <= other.last:
            return True
        is_before = not self._clause.is_ordered and self.are_near(other.last, span.first)
        return is_before or self.are_near(span.last, other.first)

"""Where words stand near each other in a text, and which words these are: array algebra over the words of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from index.storage.arrays import Array
from search.clause_walks import holds_group
from search.clauses import (
    AtLeast,
    Case,
    Cased,
    Clause,
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
    Spellings,
    Wildcard,
    Word,
    choices_of,
)
from search.highlight.text_words import TextWords
from search.segment.spans import NO_SPANS, Nearness, Spans, distinct_spans, in_any_of, packed


@dataclass(frozen=True, slots=True)
class ClauseSpans:
    """Where a clause stands, each once, in order, and what these spans are made of."""

    spans: Spans
    """From the first word to the last, by their numbers."""
    made_of: "tuple[SpanSource, ...]" = ()
    """Nothing, where each span is a run of words that one word or phrase of the query stands for."""

    def shown(self) -> Spans:
        """The runs of words that make the spans, each once: those that words and phrases of the query stand for."""
        return in_any_of(list(runs_of(self, np.ones(len(self.spans), bool))))

    def where(self, is_kept: Array) -> "ClauseSpans":
        """Those of which this is so: bool (n,)."""
        kept = is_kept.nonzero()[0]
        return ClauseSpans(self.spans.where(is_kept), (SpanSource(self, kept, np.arange(len(kept))),))


@dataclass(frozen=True, slots=True)
class SpanSource:
    """Which spans of a part belong to which spans of a whole; n times one to one."""

    part: ClauseSpans
    own: Array
    """The numbers of the spans of the part: int64 (n,)."""
    made: Array
    """The numbers of the spans that they belong to: int64 (n,)."""


def runs_of(found: ClauseSpans, is_wanted: Array) -> Iterator[Spans]:
    """The runs of words that make those spans that are wanted: bool (n,)."""
    if not found.made_of:
        yield found.spans.where(is_wanted)
    for source in found.made_of:
        is_part = np.zeros(len(source.part.spans), bool)
        is_part[source.own[is_wanted[source.made]]] = True
        yield from runs_of(source.part, is_part)


NOWHERE_IN_TEXT = ClauseSpans(NO_SPANS)


def word_spans(clause: Clause, text: TextWords, cases: Sequence[Case] = ()) -> ClauseSpans:
    """Where a clause stands; nowhere when it is no part that `Near` may have."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            rows = rows_of(clause) if clause.field in (None, text.field) else ()
            return ClauseSpans(in_any_of([text.in_a_row(places, cases) for places in rows]))
        case Or(parts):
            return in_any_part([word_spans(part, text, cases) for part in parts])
        case Near(parts):
            first, *others = parts
            found, is_group = word_spans(first, text, cases), holds_group(first)
            for other in others:
                beside = word_spans(other, text, cases)
                near = NearPairs(nearness(clause, text), found.spans, beside.spans)
                found = joined_by(near.pairs(clause, is_group, holds_group(other)), found, beside)
                is_group = True
            return found
        case NotNear(part, other, is_ordered=is_ordered):
            found, beside = word_spans(part, text, cases), word_spans(other, text, cases)
            return found.where(nearness(clause, text).are_alone(found.spans, beside.spans, is_ordered))
        case Lead(part, words):
            found = word_spans(part, text, cases)
            return found.where(found.spans.last < text.lead_end(words))
        case Cased(part, case):
            return word_spans(part, text, (*cases, case))
        case AtLeast(part):
            return word_spans(part, text, cases)
        case _:
            return NOWHERE_IN_TEXT


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


def nearness(clause: Near | NotNear, text: TextWords) -> Nearness:
    """When words of the text are near each other, as a clause says."""
    return Nearness(clause.words, partial(text.numbers, clause.scope))


def in_any_part(parts: Sequence[ClauseSpans]) -> ClauseSpans:
    """The spans of all parts."""
    spans, made = each_once(
        np.concatenate([NO_SPANS.first, *(part.spans.first for part in parts)]),
        np.concatenate([NO_SPANS.last, *(part.spans.last for part in parts)]),
    )
    sources: list[SpanSource] = []
    for part in parts:
        own, made = made[: len(part.spans)], made[len(part.spans) :]
        sources.append(SpanSource(part, np.arange(len(part.spans)), own))
    return ClauseSpans(spans, tuple(sources))


def each_once(first: Array, last: Array) -> tuple[Spans, Array]:
    """The spans with these first and last words, and for each of these the number of its span: int64 (n,)."""
    keys, made = np.unique(packed(first, last)[1], return_inverse=True)
    spans = distinct_spans(first, last) if len(keys) else NO_SPANS
    return spans, made


@dataclass(frozen=True, slots=True)
class NearPairs:
    """Spans that are near spans of another part; a pair is the number of the one and that of the other."""

    near: Nearness
    some: Spans
    others: Spans

    def pairs(self, clause: Near, is_some_group: bool, is_other_group: bool) -> tuple[Array, Array]:
        """All that are near each other as the clause says: int64 (n,), two of them; a pair may come twice."""
        back = NearPairs(self.near, self.others, self.some)
        ways = [self._in_order()]
        if not clause.is_ordered:
            ways += [back._in_order()[::-1]]
            ways += [self._around()] if is_some_group else []
            ways += [back._around()[::-1]] if is_other_group else []
        return np.concatenate([own for own, _ in ways]), np.concatenate([other for _, other in ways])

    def _in_order(self) -> tuple[Array, Array]:
        """From each of some spans to the next other, and to each other from the span before it."""
        some, others = self.some, self.others
        following = others.first.searchsorted(some.last, side="right")
        begins = (following < len(others)).nonzero()[0]
        by_last = np.lexsort((some.first, some.last))
        before = some.last[by_last].searchsorted(others.first, side="left") - 1
        ends = (before >= 0).nonzero()[0]
        left = np.concatenate([begins, by_last[before[ends]]])
        right = np.concatenate([following[begins], ends])
        is_near = self.near.are_near(some.last[left], others.first[right])
        return left[is_near], right[is_near]

    def _around(self) -> tuple[Array, Array]:
        """The groups inside which another stands, near the first or the last word of the group."""
        groups, others = self.some, self.others
        before = groups.first.searchsorted(others.first, side="left") - 1
        inner = (before >= 0).nonzero()[0]
        outer = before[inner]
        begins = self.near.are_near(groups.first[outer], others.first[inner])
        begins &= groups.last[outer] > others.last[inner]
        by_last = np.lexsort((groups.first, groups.last))
        after = groups.last[by_last].searchsorted(others.last, side="right")
        held = (after < len(groups)).nonzero()[0]
        holder = by_last[after[held]]
        ends = self.near.are_near(others.last[held], groups.last[holder])
        ends &= groups.first[holder] < others.first[held]
        return np.concatenate([outer[begins], holder[ends]]), np.concatenate([inner[begins], held[ends]])


def joined_by(pairs: tuple[Array, Array], found: ClauseSpans, beside: ClauseSpans) -> ClauseSpans:
    """The spans from the first to the last word of each pair."""
    own, other = pairs
    spans, made = each_once(
        np.minimum(found.spans.first[own], beside.spans.first[other]),
        np.maximum(found.spans.last[own], beside.spans.last[other]),
    )
    return ClauseSpans(spans, (SpanSource(found, own, made), SpanSource(beside, other, made)))

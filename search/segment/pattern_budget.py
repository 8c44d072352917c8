"""Patterns that stand for too many words, bounded before they are looked up: the most frequent forms are kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from search.clause_walks import nodes, placed_patterns, rewritten
from search.clauses import Clause, FormLeaf, Phrase, Said
from search.query import Query
from search.segment.segment_reader import FormTotals, SegmentReader
from search.segment.term_lookup import form_numbers, stem_postings

MOST_PLACED = 500_000
"""Postings of all patterns of a query of which it matters where each form stands, looked up with their positions."""
MOST_GATHERED = 1_500_000
"""Postings of all its other patterns, of which only the counts are added up."""


@dataclass(frozen=True, slots=True)
class BoundedQuery:
    """A query whose patterns are bounded."""

    query: Query
    cut: tuple[FormLeaf, ...]
    """The patterns of which only some forms are looked for, as they were asked for."""


def bounded(segments: Sequence[SegmentReader], query: Query) -> BoundedQuery:
    """The query with a bound for each pattern that would cost too much beside the others."""
    asked = (query.clause, *query.most_of)
    placed = {anywhere(each): each for clause in asked for each in placed_patterns(clause)}
    every = {anywhere(each): each for clause in asked for each in nodes(clause) if isinstance(each, FormLeaf)}
    gathered = [each for each in every if each not in placed]
    bounds = {**shares(segments, placed, MOST_PLACED), **shares(segments, gathered, MOST_GATHERED)}
    if not bounds:
        return BoundedQuery(query, ())
    clause, *most_of = (with_bounds(clause, bounds) for clause in asked)
    cut = tuple(each for key, each in {**every, **placed}.items() if key in bounds)
    return BoundedQuery(replace(query, clause=clause, most_of=tuple(most_of)), cut)


def anywhere(pattern: FormLeaf) -> FormLeaf:
    """The same pattern in whichever field: it stands for the same forms."""
    return replace(pattern, field=None)


def shares(segments: Sequence[SegmentReader], patterns: Iterable[FormLeaf], most: int) -> dict[FormLeaf, int]:
    """How many postings each of the patterns may have that have too many: what the smaller ones leave, evenly."""
    found = {pattern: [totals(each, pattern) for each in segments] for pattern in patterns}
    counts = {pattern: sum(own.postings for own in each) for pattern, each in found.items()}
    left, bounds = most, dict[FormLeaf, int]()
    for place, pattern in enumerate(sorted(counts, key=lambda each: counts[each])):
        share = max(0, left) // (len(counts) - place)
        # Of one stem all forms are looked for, so that there must be another to leave out.
        if counts[pattern] > share and any(own.stems > 1 for own in found[pattern]):
            bounds[pattern] = share
        left -= min(counts[pattern], share)
    return bounds


def totals(segment: SegmentReader, pattern: FormLeaf) -> FormTotals:
    """What a pattern stands for in a segment, counted once as long as that is remembered."""

    def count() -> FormTotals:
        found = stem_postings(segment.columns, form_numbers(segment, pattern))
        return FormTotals(len(found.stems), int(found.counts.sum()))

    return segment.form_totals.get(anywhere(pattern), count)


def with_bounds(clause: Clause, bounds: Mapping[FormLeaf, int]) -> Clause:
    """The clause with these bounds for its patterns, wherever they stand."""

    def bound(pattern: FormLeaf) -> FormLeaf:
        return replace(pattern, most_postings=bounds.get(anywhere(pattern)))

    match clause:
        case Phrase(patterns=patterns):
            return replace(clause, patterns=tuple(pattern and bound(pattern) for pattern in patterns))
        case Said(part=Phrase(patterns=patterns) as part):
            return replace(clause, part=replace(part, patterns=tuple(each and bound(each) for each in patterns)))
        case _ if isinstance(clause, FormLeaf):
            return bound(clause)
        case _:
            return rewritten(clause, lambda part: with_bounds(part, bounds))

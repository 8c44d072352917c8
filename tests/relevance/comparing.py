"""Two rankings of the same queries: how far apart they are, how sure that is, and on queries of which length."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.relevance.measures import MEASURES, Values
from tests.relevance.query_length import LENGTHS, by_length
from tests.relevance.significance import Interval, chance_of, macro_mean


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one system does against another over some queries."""

    queries: int
    one: float
    """The mean of the first."""
    other: float
    """The mean of the second."""
    difference: Interval
    """The first less the second."""
    chance: float
    """How likely a difference as large would be by chance: p of the paired randomisation test."""


Pair = tuple[Values, Values]
"""The values of one measure under two systems, for the same queries."""


def compared(pairs: Sequence[Pair]) -> Comparison:
    """Two systems over collections that count the same, however many queries they have; one is a plain comparison."""
    differences = [[one[query] - other[query] for query in one] for one, other in pairs]
    return Comparison(
        queries=sum(len(one) for one, _ in pairs),
        one=macro_mean([list(one.values()) for one, _ in pairs]).mean,
        other=macro_mean([list(other.values()) for _, other in pairs]).mean,
        difference=macro_mean(differences),
        chance=chance_of(differences),
    )


def compared_by_length(pairs: Sequence[Pair], queries: Sequence[Mapping[str, str]]) -> dict[str, Comparison]:
    """The same for the queries of each length, of all collections together, each query counting the same."""
    pooled: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
    for number, ((one, other), texts) in enumerate(zip(pairs, queries, strict=True)):
        for length, ids in by_length({id: text for id, text in texts.items() if id in one}).items():
            ours, theirs = pooled.setdefault(length, ({}, {}))
            ours.update((f"{number} {id}", one[id]) for id in ids)
            theirs.update((f"{number} {id}", other[id]) for id in ids)
    return {length: compared([pooled[length]]) for length in LENGTHS if length in pooled}


def comparison_lines(one: Mapping[str, Values], other: Mapping[str, Values]) -> list[str]:
    """A line for each measure of two rankings."""
    return [f"{measure:<8} {in_words(compared([(one[measure], other[measure])]))}" for measure in MEASURES]


def in_words(comparison: Comparison) -> str:
    """Both means, their difference with its interval, and p."""
    difference = comparison.difference
    return (
        f"{comparison.one:.4f}  {comparison.other:.4f}  {difference.mean:+.4f} "
        f"({difference.low:+.4f} to {difference.high:+.4f})  p={comparison.chance:.4f}  n={comparison.queries}"
    )

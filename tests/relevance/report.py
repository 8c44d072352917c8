"""What was measured, as Markdown for the README and for those who change the ranking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tests.bench.machine import Machine
from tests.relevance.comparing import Comparison, Pair, compared, compared_by_length
from tests.relevance.judged_collections import Kind
from tests.relevance.latency import QueryTimes, percentile
from tests.relevance.measures import MEASURES, NDCG
from tests.relevance.measuring import MeasuredCollection
from tests.relevance.significance import Interval, macro_mean

OURS = "dateline"
KINDS: tuple[Kind, ...] = ("judged", "derived")
BASES: dict[Kind, Literal["people judged", "a program derived"]] = {
    "judged": "people judged",
    "derived": "a program derived",
}


@dataclass(frozen=True, slots=True)
class Speed:
    """How long Dateline takes."""

    queries: Mapping[str, QueryTimes]
    """By collection."""
    indexing_ms: float
    """Milliseconds of processor time to index an article, over all collections."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Everything that was measured in one run."""

    day: str
    machine: Machine
    systems: Mapping[str, str]
    """What is known of each system, by name, in the order of the tables."""
    collections: Sequence[MeasuredCollection]
    speed: Speed | None
    """None when Dateline was not among the systems."""

    def of_kind(self, kind: Kind) -> list[MeasuredCollection]:
        """The collections that were made so."""
        return [each for each in self.collections if each.kind == kind]


def relevance_report(measurement: Measurement) -> str:
    """All tables, and on what they were measured."""
    lines = [f"# Relevance, {measurement.day}", "", f"{measurement.machine.described()}.", ""]
    lines += [f"- {name}: {about}." for name, about in measurement.systems.items()]
    lines += ["", *summary_table(measurement)]
    for kind in KINDS:
        if collections := measurement.of_kind(kind):
            lines += ["", f"## What {BASES[kind]}", "", *described(collections)]
            for measure in MEASURES:
                lines += ["", *measure_table(measurement, collections, measure)]
            lines += differences(measurement, collections)
    if measurement.speed:
        lines += ["", "## Time", "", *speed_lines(measurement.speed)]
    return "\n".join(lines) + "\n"


def summary_table(measurement: Measurement) -> list[str]:
    """A row for each system: the macro means of all measures, over what was judged and over what was derived."""
    columns: list[tuple[Kind, str]] = [
        (kind, measure) for kind in KINDS if measurement.of_kind(kind) for measure in MEASURES
    ]
    header = ["macro mean", *(f"{measure}, {kind}" for kind, measure in columns)]
    rows = [
        [system, *(with_interval(macro(measurement.of_kind(kind), system, measure)) for kind, measure in columns)]
        for system in measurement.systems
    ]
    return markdown_table(header, rows)


def described(collections: Sequence[MeasuredCollection]) -> list[str]:
    """A line for each collection, and what was tuned on it."""
    lines = [
        f"- {each.name}: {each.about}; {each.documents:,} documents, {len(each.queries)} queries"
        for each in collections
    ]
    notes = [
        f"{each.name} {outcome.note}" for each in collections for outcome in each.outcomes.values() if outcome.note
    ]
    return [*lines, *([f"- chosen by the grid: {'; '.join(notes)}"] if notes else [])]


def measure_table(measurement: Measurement, collections: Sequence[MeasuredCollection], measure: str) -> list[str]:
    """One measure: a row for each collection, and the mean of their means with where it lies in 95 of 100 draws."""
    systems = list(measurement.systems)
    rows = [
        [each.name, *(with_interval(interval(each, system, measure)) for system in systems)] for each in collections
    ]
    means = [macro(collections, system, measure) for system in systems]
    return markdown_table([measure, *systems], [*rows, ["**macro mean**", *map(with_interval, means)]])


def interval(collection: MeasuredCollection, system: str, measure: str) -> Interval:
    """The mean over the queries of a collection."""
    return macro_mean([list(collection.outcomes[system].values[measure].values())])


def macro(collections: Sequence[MeasuredCollection], system: str, measure: str) -> Interval:
    """The mean of the means of the collections."""
    return macro_mean([list(each.outcomes[system].values[measure].values()) for each in collections])


def with_interval(found: Interval) -> str:
    """A mean and its interval, as  .664 (.651–.677)."""
    return f"{short(found.mean)} ({short(found.low)}–{short(found.high)})"


def short(value: float) -> str:
    """Three digits after the point, and no zero before it."""
    return f"{value:.3f}".removeprefix("0")


def differences(measurement: Measurement, collections: Sequence[MeasuredCollection]) -> list[str]:
    """Ours beside each other system: over all, in the worst collection, and by the length of queries."""
    others = [system for system in measurement.systems if system != OURS]
    if OURS not in measurement.systems or not others:
        return []
    pairs = {other: paired(collections, other) for other in others}
    rows = [overall_row(other, collections, pairs[other]) for other in others]
    header = [f"{OURS} less, {NDCG}", "difference", "of it", "p", "worst collection"]
    queries = [each.queries for each in collections]
    lengths = {other: compared_by_length(pairs[other], queries) for other in others}
    some = lengths[others[0]]
    by_length = [
        [
            length,
            str(some[length].queries),
            short(some[length].one),
            *(cell(lengths[other][length]) for other in others),
        ]
        for length in some
    ]
    return [
        *("", *markdown_table(header, rows), ""),
        f"{NDCG} by content words in the query, all queries alike: the other system's, and p of the difference.",
        *("", *markdown_table(["words", "queries", OURS, *others], by_length)),
    ]


def paired(collections: Sequence[MeasuredCollection], other: str) -> list[Pair]:
    """The values of ours and of another system in each collection."""
    return [(each.outcomes[OURS].values[NDCG], each.outcomes[other].values[NDCG]) for each in collections]


def overall_row(other: str, collections: Sequence[MeasuredCollection], pairs: Sequence[Pair]) -> list[str]:
    """How ours does against one other system."""
    whole = compared(pairs)
    shares = {
        each.name: relative(each.outcomes[OURS].mean(NDCG), each.outcomes[other].mean(NDCG)) for each in collections
    }
    worst = min(shares, key=lambda name: shares[name])
    difference = whole.difference
    return [
        other,
        f"{difference.mean:+.3f} ({difference.low:+.3f} to {difference.high:+.3f})",
        f"{relative(whole.one, whole.other):+.1%}",
        f"{whole.chance:.4f}",
        f"{worst} {shares[worst]:+.1%}",
    ]


def relative(one: float, other: float) -> float:
    """How much more the first is, as a share of the second."""
    return (one - other) / other if other else float("inf")


def cell(comparison: Comparison) -> str:
    """The other's mean, and how sure the difference is."""
    return f"{short(comparison.other)} (p {comparison.chance:.3f})"


def speed_lines(speed: Speed) -> list[str]:
    """How long queries take, and an article."""
    every = QueryTimes(
        [time for times in speed.queries.values() for time in times.ours],
        [time for times in speed.queries.values() for time in times.plain],
    )
    rows = [time_row(name, times) for name, times in {**speed.queries, "**all**": every}.items()]
    header = ["ms a query, first asked", "queries", "Dateline p50 / p95", "plain BM25F p50 / p95", "× at p50"]
    return [*markdown_table(header, rows), "", f"Indexing: {speed.indexing_ms:.1f} ms of processor time an article."]


def time_row(name: str, times: QueryTimes) -> list[str]:
    """Medians and slowest twentieths."""
    both = [f"{percentile(own, 50):.2f} / {percentile(own, 95):.2f}" for own in (times.ours, times.plain)]
    return [name, str(len(times.ours)), *both, f"{times.ratio:.2f}"]


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table."""
    return [f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *rows)]

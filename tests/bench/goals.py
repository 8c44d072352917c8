"""What the engine is to reach, as rows, and whether it does: ratios to tantivy and to stock Whoosh."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import isnan, nan

from tests.bench.asking import Speed, Timing
from tests.bench.building import BuildCost
from tests.bench.comparison import Comparison, Contest, EngineCost
from tests.bench.peers import ALL_CORES, OURS, STOCK, WORDS_ALONE
from tests.bench.questions import Kind

MEASURE = "tantivy"
"""The peer that goals are ratios to."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing to reach: `measured` at most, or at least, `limit`."""

    name: str
    limit: float
    measured: Callable[[Comparison], float]
    """NaN when it was not measured. Answers are held to what a question takes the first time."""
    more_is_better: bool = False
    again: Callable[[Comparison], float] | None = None
    """The same for questions that were asked before, which `limit` does not count for; None when it asks none."""

    def verdict(self, measured: float) -> str:
        """Met, missed and by how much, or not measured."""
        if isnan(measured):
            return "not measured"
        if measured >= self.limit if self.more_is_better else measured <= self.limit:
            return "met"
        factor = self.limit / measured if self.more_is_better else measured / self.limit
        return f"missed by {factor - 1:.0%}" if factor < 2 else f"missed by a factor of {factor:,.1f}"

    def limited(self) -> str:
        """The limit as it is written."""
        return f"{'≥' if self.more_is_better else '≤'} {self.limit:g}"


def built_to_tantivy(part: Callable[[BuildCost], float]) -> Callable[[Comparison], float]:
    """Our index by tantivy's."""
    return lambda whole: build_ratio(whole.fast, MEASURE, part)


def p50(speed: Speed) -> float:
    """The median."""
    return speed.p50_ms


def p95(speed: Speed) -> float:
    """The 95th percentile."""
    return speed.p95_ms


def answering(name: str, limit: float, kind: Kind, part: Callable[[Speed], float]) -> Goal:
    """Our time by tantivy's, for one kind of question."""

    def ratio(whole: Comparison, when: Callable[[Timing], Speed]) -> float:
        return answer_ratio(whole.fast, kind, MEASURE, lambda timing: part(when(timing)))

    return Goal(name, limit, partial(ratio, when=first), again=partial(ratio, when=again))


def answering_beside_stock(name: str, limit: float, kind: Kind) -> Goal:
    """Stock Whoosh's median by ours, for one kind of question."""

    def ratio(whole: Comparison, when: Callable[[Timing], Speed]) -> float:
        return 1 / answer_ratio(whole.stock, kind, STOCK.name, lambda timing: p50(when(timing)))

    return Goal(name, limit, partial(ratio, when=first), more_is_better=True, again=partial(ratio, when=again))


def first(timing: Timing) -> Speed:
    """When a question is asked for the first time; what a goal is held to."""
    return timing.first


def again(timing: Timing) -> Speed:
    """When it was asked before."""
    return timing.again


GOALS = (
    answering("any of the words, median", 0.5, "any", p50),
    answering("any of the words, p95", 0.5, "any", p95),
    answering("all of the words, median", 0.9, "all", p50),
    answering("all of the words, p95", 0.9, "all", p95),
    answering("phrase, median", 1.0, "phrase", p50),
    answering("phrase, p95", 1.0, "phrase", p95),
    answering("range of dates with facets, median", 1.0, "dated", p50),
    answering("range of dates with facets, p95", 1.0, "dated", p95),
    answering("beginning of a word, median", 1.0, "prefix", p50),
    answering("gap, median", 1.0, "wildcard", p50),
    answering("wrong letter, median", 1.0, "fuzzy", p50),
    Goal("build, one process, processor time", 1.0, built_to_tantivy(lambda cost: cost.cpu_seconds)),
    Goal("build, all cores, time on the clock", 1.0, lambda whole: build_ratio(whole.fast, ALL_CORES, wall)),
    Goal("index size", 1.1, built_to_tantivy(lambda cost: cost.index_bytes)),
    Goal("whole search command, seconds", 0.35, lambda whole: whole.command.seconds or nan),
    Goal("build, times stock Whoosh", 20, lambda whole: 1 / build_ratio(whole.stock, STOCK.name, wall), True),
    answering_beside_stock("any of the words, times stock Whoosh", 20, "any"),
    answering_beside_stock("all of the words, times stock Whoosh", 20, "all"),
    answering_beside_stock("phrase, times stock Whoosh", 20, "phrase"),
)


def wall(cost: BuildCost) -> float:
    """Seconds on the clock."""
    return cost.wall_seconds


def answer_ratio(contest: Contest, kind: Kind, peer: str, part: Callable[[Timing], float]) -> float:
    """Our time by the peer's; NaN when one of them did not answer."""
    answers = contest.answers.get(kind, {})
    own, other = answers.get(OURS.name), answers.get(peer)
    return part(own) / part(other) if own and other else nan


def build_ratio(contest: Contest, peer: str, part: Callable[[BuildCost], float]) -> float:
    """Our cost, without what no peer does, by the peer's; NaN when it was not built."""
    own, other = engine(contest, WORDS_ALONE.name), engine(contest, peer)
    return part(own.building) / part(other.building) if own and other else nan


def engine(contest: Contest, name: str) -> EngineCost | None:
    """The engine of this name; None when it did not take part."""
    return next((each for each in contest.engines if each.name == name), None)

"""How long answers take, the first time and again: engines in turn, so that a slow moment of the machine hits all."""

import gc
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from tests.bench.peer import Asked, Opened
from tests.bench.questions import Question

ROUNDS = 3
"""How often each question is asked for the first time, and again, if there is time for it."""
PASSES = 3
"""What each round does: it asks other questions, then those that are timed, then those once more."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions of one kind, no two the same."""

    timed: Sequence[Question]
    others: Sequence[Question]
    """Asked beforehand and not timed: an engine that is timed has been asked before, but never for this."""


def halved(questions: Sequence[Question]) -> Asking:
    """Every other question is timed."""
    return Asking(questions[::2], questions[1::2])


@dataclass(frozen=True, slots=True)
class Speed:
    """How long one engine took over many answers."""

    p50_ms: float
    p95_ms: float
    answers: int
    """How many times were taken; the same for every engine that was asked."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The answers of one engine to the questions of one kind."""

    first: Speed
    """By an index that has answered other questions since it was opened, and never this one."""
    again: Speed
    """By one that has answered this one before."""
    agreement: "Agreement"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the numbers of matches are from those of the engine under test, as shares of the larger number."""

    same: float
    """The share of questions with exactly the same number."""
    median_difference: float
    p95_difference: float
    widest: "Disagreement | None"
    """Where it is farthest; None when all are the same."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question to which two engines find different numbers of articles."""

    words: str
    ours: int
    theirs: int


@dataclass(slots=True)
class Times:
    """What one engine took, as it is measured."""

    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    totals: dict[Question, int] = field(default_factory=dict)


Turns = Mapping[str, Sequence[tuple[Question, Asked | None]]]
"""By the name of each engine, the same questions in its own terms."""


def timings(
    opening: Mapping[str, Callable[[], Opened]], asking: Asking, seconds: float, seed: int
) -> dict[str, Timing | None]:
    """The timing of each engine for questions of one kind, by name; None for one that cannot answer them.

    The first engine's totals are those that the others are compared with. Every round opens the engines anew, so that
    nothing is left of the round before. There is one round at least, and none is begun after `seconds`.
    """
    chance = random.Random(seed)
    able = [name for name, reopened in opening.items() if asking.timed and reopened().asked(asking.timed[0])]
    times = {name: Times() for name in able}
    until = time.monotonic() + seconds
    for _ in range(ROUNDS if able else 0):
        opened = {name: opening[name]() for name in able}
        warm_up(in_own_terms(opened, asking.others), seconds / ROUNDS / PASSES)
        timed_round(in_own_terms(opened, asking.timed), times, seconds / ROUNDS / PASSES, chance)
        if time.monotonic() > until:
            break
    first = times[able[0]].totals if able else {}
    return {name: timing(times[name], first) if name in times else None for name in opening}


def in_own_terms(opened: Mapping[str, Opened], questions: Sequence[Question]) -> Turns:
    """The questions as each engine takes them."""
    return {name: [(question, engine.asked(question)) for question in questions] for name, engine in opened.items()}


def warm_up(turns: Turns, seconds: float) -> None:
    """Answer as many of the questions as there is time for."""
    until = time.monotonic() + seconds
    for turn in zip(*turns.values(), strict=True):
        for _, ask in turn:
            if ask:
                ask()
        if time.monotonic() > until:
            break


def timed_round(turns: Turns, times: Mapping[str, Times], seconds: float, chance: random.Random) -> None:
    """Time each question once for the first time, as many as there is time for, and then those once more."""
    count = len(next(iter(turns.values())))
    asked: list[int] = []
    gc.collect()
    gc.disable()
    until = time.monotonic() + seconds
    try:
        for place in chance.sample(range(count), count):
            asked.append(place)
            for name in chance.sample(list(turns), len(turns)):
                times[name].first.append(timed(*turns[name][place], times[name].totals))
            if time.monotonic() > until:
                break
        for place in chance.sample(asked, len(asked)):
            for name in chance.sample(list(turns), len(turns)):
                times[name].again.append(timed(*turns[name][place], times[name].totals))
    finally:
        gc.enable()


def timed(question: Question, ask: Asked | None, totals: dict[Question, int]) -> float:
    """Answer once, note how many match, and how many milliseconds it took."""
    assert ask, "an engine can answer all questions of a kind or none"
    started = time.perf_counter()
    total = ask()
    taken = (time.perf_counter() - started) * 1000
    totals[question] = total
    return taken


def timing(times: Times, first: Mapping[Question, int]) -> Timing:
    """What was measured, summed up."""
    return Timing(speed(times.first), speed(times.again), agreement(times.totals, first))


def speed(milliseconds: Sequence[float]) -> Speed:
    """The percentiles of so many times."""
    return Speed(percentile(milliseconds, 50), percentile(milliseconds, 95), len(milliseconds))


def agreement(totals: Mapping[Question, int], first: Mapping[Question, int]) -> Agreement:
    """How far these totals are from the first engine's."""
    differences = [difference(totals[question], first[question]) for question in first]
    farthest = max(first, key=lambda question: difference(totals[question], first[question]))
    widest = Disagreement(" ".join(farthest.words), first[farthest], totals[farthest])
    return Agreement(
        same=sum(each == 0 for each in differences) / len(differences),
        median_difference=median(differences),
        p95_difference=percentile(differences, 95),
        widest=widest if widest.ours != widest.theirs else None,
    )


def difference(total: int, first: int) -> float:
    """How far one total is from the other, as a share of the larger."""
    return abs(total - first) / max(total, first, 1)


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent of all values do not exceed."""
    return sorted(values)[max(0, ceil(len(values) * percent / 100) - 1)]

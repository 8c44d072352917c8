"""How long answers take: engines in turn, question by question, so that a slow moment of the machine hits all."""

import gc
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from tests.bench.peer import Asked, Opened
from tests.bench.questions import Question

ROUNDS = 5
"""How often each question is timed, if there is time for it."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The answers of one engine to the questions of one kind."""

    p50_ms: float
    p95_ms: float
    answers: int
    """How many times were taken; the same for every engine that was asked."""
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

    milliseconds: list[float] = field(default_factory=list)
    totals: dict[Question, int] = field(default_factory=dict)


def timings(
    opened: Mapping[str, Opened], questions: Sequence[Question], seconds: float, seed: int
) -> dict[str, Timing | None]:
    """The timing of each engine for questions of one kind, by name; None for one that cannot answer them.

    The first engine's totals are those that the others are compared with. At least one question is timed, and none is
    begun after `seconds`.
    """
    chance = random.Random(seed)
    asked = {name: [(question, engine.asked(question)) for question in questions] for name, engine in opened.items()}
    able = [name for name, pairs in asked.items() if pairs and all(ask for _, ask in pairs)]
    times = {name: Times() for name in able}
    warm_up({name: asked[name] for name in able}, seconds * WARMING)
    gc.collect()
    gc.disable()
    until = time.monotonic() + seconds
    try:
        for place in (place for _ in range(ROUNDS) for place in chance.sample(range(len(questions)), len(questions))):
            for name in chance.sample(able, len(able)):
                timed(*asked[name][place], times[name])
            if time.monotonic() > until:
                break
    finally:
        gc.enable()
    first = times[able[0]].totals if able else {}
    return {name: timing(times[name], first) if name in times else None for name in opened}


WARMING = 0.25
"""The share of the time, beside it, in which questions are answered untimed."""


def warm_up(asked: Mapping[str, Sequence[tuple[Question, Asked | None]]], seconds: float) -> None:
    """Answer as many of the questions as there is time for."""
    until = time.monotonic() + seconds
    for turn in zip(*asked.values(), strict=True):
        for _, ask in turn:
            if ask:
                ask()
        if time.monotonic() > until:
            break


def timed(question: Question, ask: Asked | None, times: Times) -> None:
    """Answer once and note what it took."""
    assert ask
    started = time.perf_counter()
    total = ask()
    times.milliseconds.append((time.perf_counter() - started) * 1000)
    times.totals[question] = total


def timing(times: Times, first: Mapping[Question, int]) -> Timing:
    """What was measured, summed up."""
    return Timing(
        p50_ms=percentile(times.milliseconds, 50),
        p95_ms=percentile(times.milliseconds, 95),
        answers=len(times.milliseconds),
        agreement=agreement(times.totals, first),
    )


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

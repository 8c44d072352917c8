"""How the engine grows: building and asking at several sizes, over generated articles."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from tests.bench.asking import Timing, halved, timings
from tests.bench.building import BuildCost, in_a_new_process, measured
from tests.bench.drawn import article_questions
from tests.bench.generated import generated_articles
from tests.bench.peers import OURS


@dataclass(frozen=True, slots=True)
class Point:
    """One size."""

    building: BuildCost
    any: Timing
    """Any of the words."""


def growth(sizes: Sequence[int], seed: int, folder: Path, say: Callable[[str], None]) -> list[Point]:
    """A point for each size; only one index is on the disk at a time."""
    points: list[Point] = []
    for size in sizes:
        shutil.rmtree(folder, ignore_errors=True)
        say(f"building {size:,} articles")
        building = in_a_new_process(measured_growth, size, seed, folder)
        say(f"asking {size:,} articles")
        points.append(Point(building, in_a_new_process(any_timing, seed, folder)))
    shutil.rmtree(folder, ignore_errors=True)
    return points


def measured_growth(size: int, seed: int, folder: Path) -> BuildCost:
    """Build an index of articles that are made up while it is built, so that they need not all be in memory."""
    return measured(OURS, generated_articles(size, seed), folder)


def any_timing(seed: int, folder: Path) -> Timing:
    """How long any of the words takes; the same questions at every size."""
    sample = list(generated_articles(SAMPLE, seed))
    pool = article_questions(sample, Random(seed))
    questions = list(islice((question for question in pool if question.kind == "any"), 2 * QUESTIONS))
    timing = timings({OURS.name: partial(OURS.open, folder)}, halved(questions), SECONDS, seed)[OURS.name]
    assert timing, "any of the words is in the language"
    return timing


SAMPLE, QUESTIONS, SECONDS = 1_000, 200, 30.0
"""Articles that the questions are drawn from, questions, and how long they are asked."""

"""How sure a mean is, and a difference of two: by drawing again, and by changing signs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SEED = 1987
DRAWS = 2_000
"""Bootstrap samples; the ends of an interval then move by less than a twentieth of its width."""
SIGNS = 10_000
"""Ways to change signs, so that p is told from .05 with an error of .002."""
AT_ONCE = 500
"""Ways to change signs that are looked at together, for the memory."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and where it lies in 95 of 100 draws."""

    mean: float
    low: float
    high: float


def macro_mean(groups: Sequence[Sequence[float]]) -> Interval:
    """The mean of the means of groups of values; each group is drawn from by itself. One group is a plain mean."""
    random = np.random.default_rng(SEED)
    drawn = np.zeros(DRAWS)
    for values in (np.array(group, np.float64) for group in groups):
        drawn += values[random.integers(len(values), size=(DRAWS, len(values)))].mean(axis=1)
    low, high = np.percentile(drawn / len(groups), [2.5, 97.5])
    return Interval(float(np.mean([np.mean(group) for group in groups])), float(low), float(high))


def chance_of(groups: Sequence[Sequence[float]]) -> float:
    """How likely differences as large would be if both systems were the same: p, of the paired randomisation test.

    The differences are grouped as for `macro_mean`; each may as well have had the other sign (Fisher 1935; Smucker,
    Allan and Carterette, CIKM 2007).
    """
    random = np.random.default_rng(SEED)
    weighted: Floats = np.concatenate([np.array(group, np.float64) / len(group) for group in groups])
    weighted = weighted[weighted != 0]
    seen = abs(weighted.sum())
    as_large = 0
    for _ in range(SIGNS // AT_ONCE):
        signs = random.integers(0, 2, size=(AT_ONCE, len(weighted))) * 2.0 - 1.0
        # What rounding adds must not make an equal sum a smaller one.
        as_large += int(np.count_nonzero(np.abs(signs @ weighted) >= seen - 1e-12))
    return (as_large + 1) / (SIGNS + 1)

"""What sorted lists have in common, beside the plain sets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.storage.arrays import Array
from search.segment.intersect import MANY, common, distinct, in_any, in_both

LARGEST = 3 * MANY


@st.composite
def lists(draw: st.DrawFn) -> Array:
    """Numbers below LARGEST, ascending: from none to most of them, in one of the types of columns."""
    chance = np.random.default_rng(draw(st.integers(0, 10_000)))
    part = draw(st.sampled_from([0.0, 0.002, 0.05, 0.9]))
    dtype = draw(st.sampled_from([np.uint16, np.uint32, np.int64]))
    return np.asarray(np.flatnonzero(chance.random(LARGEST) < part).astype(dtype))


@pytest.mark.parametrize("size", [LARGEST, 100 * LARGEST])
@given(some=lists(), others=lists())
def test_common_numbers_are_found_in_both(size: int, some: Array, others: Array) -> None:
    places, other_places = common(some, others, size)
    assert some[places].tolist() == others[other_places].tolist() == sorted({*some.tolist()} & {*others.tolist()})


@given(some=lists(), others=lists())
def test_sets_are_those_of_the_plain_algorithm(some: Array, others: Array) -> None:
    both = in_both(some.astype(np.int64), others.astype(np.int64))
    assert both.tolist() == sorted({*some.tolist()} & {*others.tolist()})
    assert in_any([some, others]).tolist() == sorted({*some.tolist(), *others.tolist()})
    assert distinct(np.sort(np.concatenate([some, some]))).tolist() == some.tolist()

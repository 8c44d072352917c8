"""Adding up what words bring to documents, beside the plain sums."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.columns.postings import owners_of
from index.storage.arrays import Array
from search.ranking.conjunction import all_of
from search.ranking.contributions import DenseContributions, LeafContributions, SparseContributions
from search.ranking.disjunction import LARGE, Disjunction, SingleLeaf
from search.ranking.scored_documents import Scored

MOST = 40
"""Few enough that many documents have the same score."""


def contributions(every: Array, is_common: bool) -> LeafContributions:
    """The contributions of a leaf that brings so much to each document."""
    documents = every.nonzero()[0].astype(np.uint32)
    most = int(every.max(initial=0))
    return (
        DenseContributions(documents, every, most, 0)
        if is_common
        else SparseContributions(documents, every[documents], most, 0)
    )


@st.composite
def leaves(draw: st.DrawFn, size: int) -> list[Array]:
    """What each of some leaves brings to every document; some are rare, some common, and some stand nowhere."""
    chance = np.random.default_rng(draw(st.integers(0, 10_000)))
    held = draw(st.lists(st.sampled_from([0.0, 3 / size, 0.01, 0.3, 0.9]), min_size=1, max_size=5))
    return [
        (chance.integers(1, draw(st.integers(2, MOST)), size) * (chance.random(size) < part)).astype(np.int32)
        for part in held
    ]


def assert_is(found: Scored, expected: Array, limit: int) -> None:
    """What was found is every document with a score, and its best are among those that are given as the best."""
    documents = expected.nonzero()[0]
    assert found.total == len(documents)
    assert (found.all.documents.tolist(), found.all.scores.tolist()) == (
        documents.tolist(),
        expected[documents].tolist(),
    )
    best = found.best(limit)
    assert best.scores.tolist() == expected[best.documents].tolist()
    assert np.all(np.diff(best.documents.astype(np.int64)) > 0)
    highest = np.sort(expected[documents])[::-1]
    wanted = documents if limit >= len(highest) else documents[expected[documents] >= highest[limit - 1]]
    assert limit == 0 or set(wanted.tolist()) <= set(best.documents.tolist())


@pytest.mark.parametrize("size", [60, 3_000, LARGE])
@settings(max_examples=40, deadline=None)
@given(data=st.data(), limit=st.sampled_from([0, 1, 3, 10, 150]))
def test_sums_are_those_of_the_plain_algorithm(size: int, data: st.DataObject, limit: int) -> None:
    every = data.draw(leaves(size))
    own = [contributions(each, data.draw(st.booleans())) for each in every]
    assert_is(Disjunction(own, size), np.sum(every, axis=0), limit)
    assert_is(SingleLeaf(own[0]), every[0], limit)
    assert_is(all_of(own, size), np.sum(every, axis=0) * np.all(np.array(every) > 0, axis=0), limit)


@given(data=st.data(), is_common=st.booleans(), times=st.integers(1, 3))
def test_what_is_added_is_what_stands_there_so_many_times(data: st.DataObject, is_common: bool, times: int) -> None:
    every = data.draw(leaves(60))[0]
    documents = np.array(sorted(data.draw(st.sets(st.integers(0, 59)))), np.int64)
    scores = np.arange(len(documents), dtype=np.int64)
    contributions(every, is_common).add_to(scores, documents, times)
    assert scores.tolist() == (np.arange(len(documents)) + times * every[documents]).tolist()


@given(st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=5), max_size=20))
def test_each_row_of_forms_is_of_the_posting_in_whose_count_it_is(postings: list[list[int]]) -> None:
    counts = np.array(list(map(sum, postings)), np.int64)
    rows = np.array([count for own in postings for count in own], np.int64)
    assert owners_of(rows, counts).tolist() == [place for place, own in enumerate(postings) for _ in own]


@pytest.mark.parametrize("is_common", [False, True])
def test_contributions_are_found_for_any_documents(is_common: bool) -> None:
    own = contributions(np.array([0, 5, 0, 7, 7, 0], np.int32), is_common)
    assert own.at(np.arange(6)).tolist() == [0, 5, 0, 7, 7, 0]
    assert [own.reaching(least).tolist() for least in (-1, 5, 6, 8)] == [[1, 3, 4], [1, 3, 4], [3, 4], []]
    assert set(own.leading[1:].tolist()) == {3, 4}
    assert own.leading[0] == 1


def test_a_leaf_that_stands_nowhere_brings_nothing() -> None:
    own: Sequence[LeafContributions] = [contributions(np.zeros(4, np.int32), False)]
    assert own[0].at(np.arange(4)).tolist() == [0, 0, 0, 0]
    assert (Disjunction(own, 4).total, all_of(own, 4).total, Disjunction(own, 4).best(10).total) == (0, 0, 0)

"""The steps by which stories are found, each against its plain twin."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.storage.arrays import starts_of
from index.stories import near_duplicates
from index.stories.background_frequencies import BACKGROUND, BACKGROUND_ARTICLES, COMMON
from index.stories.date_windows import APART, Timeline, timeline
from index.stories.document_vectors import Sequences, Vectors
from index.stories.filled_forms import Stems
from index.stories.linkage import Stories, StoryDays
from index.stories.near_duplicates import Groups, components, linked, runs_of
from index.stories.recurring_titles import Titles, recurring
from index.stories.similar_pairs import DateWindows, Pairs, cosines, needed

TEXTS = st.lists(st.tuples(st.lists(st.integers(0, 5), max_size=14), st.integers(0, 2)), min_size=1, max_size=9)


def sequences(texts: Sequence[Sequence[int]]) -> Sequences:
    """These texts, one after the other."""
    starts = starts_of(np.array([len(text) for text in texts], np.int64))
    return Sequences(starts, np.array([stem for text in texts for stem in text], np.int32))


def plain_runs(text: Sequence[int], length: int) -> set[tuple[int, ...]]:
    """The runs of so many stems of a text."""
    return {tuple(text[start : start + length]) for start in range(len(text) - length + 1)}


@given(TEXTS, st.sampled_from([0.03, 0.5, 1.0]), st.booleans())
def test_it_links_texts_of_a_story_as_sets_of_runs_do(
    articles: list[tuple[list[int], int]], least: float, are_large: bool
) -> None:
    texts, stories = [text for text, _ in articles], np.array([story for _, story in articles])
    _, numbers, sizes = np.unique(stories, return_inverse=True, return_counts=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near_duplicates, "LARGE", 0 if are_large else 100)
        patch.setattr(near_duplicates, "COLUMNS", 4)
        found = linked(runs_of(sequences(texts), 3), Groups(numbers, sizes), least)
    runs = [plain_runs(text, 3) for text in texts]
    expected = {
        (one, other)
        for other in range(len(texts))
        for one in range(other)
        if stories[one] == stories[other]
        and (common := len(runs[one] & runs[other]))
        and common >= least * min(len(runs[one]), len(runs[other]))
    }
    assert set(zip(*found.tolist(), strict=True)) == expected


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_what_is_linked_by_way_of_others_is_one(pairs: list[tuple[int, int]]) -> None:
    least = list(range(10))
    for _ in range(10):
        for one, other in pairs:
            least[one] = least[other] = min(least[one], least[other])
    assert components(10, np.array(pairs, np.int64).reshape(-1, 2).T).tolist() == least


def test_a_cosine_is_the_sum_of_what_both_have() -> None:
    vectors = Vectors(
        np.array([0, 2, 4, 4]), np.array([1, 3, 0, 3], np.int32), np.array([0.6, 0.8, 0.8, 0.6], np.float32)
    )
    found = cosines(vectors, np.array([0, 0, 1, 2]), np.array([1, 2, 1, 0]), 4)
    assert found.tolist() == pytest.approx([0.48, 0, 1.0, 0])


def test_short_texts_need_more() -> None:
    assert needed(np.array([200, 20, 10, 5, 0])).tolist() == pytest.approx([0.33, 0.33, 0.66, 1.32, 6.6])


def line(days: Sequence[tuple[int, int]]) -> Timeline:
    """Articles with these days in the order of time, those of one day as they come."""
    first, last = np.array(days, np.int64).reshape(-1, 2).T
    return timeline(first, last, np.arange(len(days)), np.arange(len(days)))


DAYS = st.lists(st.tuples(st.integers(1000, 1040), st.sampled_from([0, 0, 3, 40])) | st.none(), min_size=1, max_size=9)


@given(DAYS, st.data())
def test_windows_hold_all_pairs_that_may_be_of_one_story(
    days: list[tuple[int, int] | None], data: st.DataObject
) -> None:
    spans = [(0, 0) if day is None else (day[0], day[0] + day[1]) for day in days]
    time = line(spans)
    one, other = np.triu_indices(len(spans), 1)
    is_near = time.days_between(one, other) <= APART
    near = set(zip(one[is_near].tolist(), other[is_near].tolist(), strict=True))
    assert pairs_in(time, [time.whole()]) == near
    new = sorted(data.draw(st.sets(st.integers(0, len(spans) - 1))))
    with_new = {pair for pair in near if set(pair) & set(new)}
    assert with_new <= pairs_in(time, time.around(np.array(new, np.int64)))


def pairs_in(time: Timeline, windows: Sequence[DateWindows]) -> set[tuple[int, int]]:
    """The pairs of places that are compared."""
    return {
        (min(one, other), max(one, other))
        for each in windows
        for one, first, last in zip(each.articles.tolist(), each.first.tolist(), each.last.tolist(), strict=True)
        for other in range(first, last)
        if one != other
    }


def test_titles_recur_that_say_the_same_week_after_week() -> None:
    tokyo, stock, end, milley, urge, talk = range(6)
    rows = [[tokyo, stock, end], [tokyo, stock], [tokyo, stock, end], [tokyo, stock], [milley, urge], [milley, talk]]
    starts = starts_of(np.array([len(row) for row in rows]))
    titles = Titles(starts, np.array([stem for row in rows for stem in sorted(row)], np.int64))
    # The two rarest words of the first pair, "Tokyo" and "end", stand together in two weeks only.
    left, right = np.array([0, 0, 4, 0]), np.array([2, 1, 5, 4])
    weekly, daily = np.array([7, 14, 21, 28, 7, 8]), np.array([7, 8, 9, 10, 11, 12])
    alike, other = np.zeros(4, bool), np.ones(4, bool)
    assert recurring(titles, weekly, left, right, alike).tolist() == [False, True, False, False]
    assert recurring(titles, daily, left, right, alike).tolist() == [False] * 4
    # On three days "Tokyo" and "stock" stand together, and other figures below them each time.
    assert recurring(titles, daily, left, right, other).tolist() == [False, True, False, False]


def stories(vectors: Sequence[Sequence[float]], days: Sequence[int], known: Sequence[int]) -> Stories:
    """The stories of articles with these vectors and days."""
    starts = np.arange(len(vectors) + 1) * len(vectors[0])
    stems = np.tile(np.arange(len(vectors[0]), dtype=np.int32), len(vectors))
    every = Vectors(starts, stems, np.array(vectors, np.float32).reshape(-1))
    return Stories(np.array(known), StoryDays(np.array(days), np.array(days)), every, len(vectors[0]))


NEAR = [[1.0, 0.0, 0.0], [0.8, 0.6, 0.0], [0.0, 1.0, 0.0], [0.0, 0.8, 0.6]]
CHAIN = Pairs(np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([0.8, 0.6, 0.8]))


def test_stories_of_which_more_pairs_are_refused_than_alike_stay_apart() -> None:
    near = [[1.0, 0.0], [0.9, 0.44], [0.95, 0.3], [0.8, 0.6]]
    alike = Pairs(np.array([0, 2, 1]), np.array([1, 3, 2]), np.array([0.9, 0.9, 0.8]))
    refused = Pairs(np.array([0, 3]), np.array([2, 1]), np.array([0.7, 0.7]))
    for count, expected in ((2, [0, 0, 2, 2]), (1, [0, 0, 0, 0])):
        found = stories(near, [1, 1, 1, 1], [-1] * 4)
        found.join(alike, np.full(3, 30), refused.chosen(np.arange(count)))
        assert found.labels().tolist() == expected


STEMS = st.dictionaries(st.integers(0, 3), st.sets(st.integers(0, 6)), min_size=4, max_size=4)


@given(STEMS, STEMS, st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6))
def test_it_counts_the_stems_that_one_article_has_of_another(
    one: dict[int, set[int]], other: dict[int, set[int]], pairs: list[tuple[int, int]]
) -> None:
    def as_stems(sets: dict[int, set[int]]) -> Stems:
        keys = sorted((row << 32) | stem for row, stems in sets.items() for stem in stems)
        return Stems(np.arange(4) * 10, np.array(keys, np.int64))

    left, right = np.array(pairs, np.int64).reshape(-1, 2).T
    found = as_stems(one).in_common(as_stems(other), left * 10, right * 10)
    assert found.tolist() == [len(one[first] & other[second]) for first, second in pairs]


def test_a_chain_is_cut_where_the_average_is_low() -> None:
    found = stories(NEAR, [1, 1, 1, 1], [-1] * 4)
    found.join(CHAIN, np.full(3, 30))
    # 0 with 1, 2 with 3; between the two, (0 + 0 + .6 + .48) / 4 is .27.
    assert found.labels().tolist() == [0, 0, 2, 2]


def test_what_was_known_stays_together() -> None:
    found = stories(NEAR, [1, 1, 1, 1], [7, -1, 7, -1])
    found.join(Pairs(np.array([0]), np.array([1]), np.array([0.8])), np.array([30]))
    assert found.labels().tolist() == [0, 0, 0, 3]


def test_a_story_lasts_no_longer_than_its_pair_lets_it() -> None:
    for longest, expected in ((2, [0, 1]), (3, [0, 0])):
        found = stories(NEAR[:2], [1, 4], [-1, -1])
        found.join(Pairs(np.array([0]), np.array([1]), np.array([0.8])), np.array([longest]))
        assert found.labels().tolist() == expected


def test_the_background_has_each_stem_once_from_common_to_rare() -> None:
    stems = [stem for _, row in COMMON for stem in row.split()]
    assert len(stems) == len(set(stems)) == len(BACKGROUND)
    shares = [share for share, _ in COMMON]
    assert shares == sorted(shares, reverse=True)
    assert max(BACKGROUND.values()) <= BACKGROUND_ARTICLES

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
from index.stories.document_vectors import Sequences, Vectors, cosines
from index.stories.filled_forms import Stems
from index.stories.heavy_stems import DAMPING, FULL_WEIGHT, HEAVIEST, HeavyStems, heaviest
from index.stories.line_counts import needed
from index.stories.linkage import (
    COPY,
    FOR_TWICE_AS_MANY,
    LEAST_MEAN,
    LINK,
    LONGEST,
    ORDINARY,
    RECURRING,
    Stories,
    StoryDays,
)
from index.stories.near_duplicates import Groups, components, linked, runs_of
from index.stories.recurring_titles import Titles, recurring
from index.stories.similar_pairs import WORTH_COUNTING, DateWindows, Pairs, StrongestPairs, alike, judged

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


ROW = st.dictionaries(st.integers(0, 6), st.floats(0.1, 1), max_size=5)


def heavy(rows: Sequence[dict[int, float]]) -> HeavyStems:
    """The heavy stems of articles whose vectors these are, once they are one long."""
    starts = starts_of(np.array([len(row) for row in rows], np.int64))
    lengths = [sum(weight**2 for weight in row.values()) ** 0.5 for row in rows]
    weights = [row[stem] / length for row, length in zip(rows, lengths, strict=True) for stem in sorted(row)]
    stems = np.array([stem for row in rows for stem in sorted(row)], np.int32)
    return heaviest(Vectors(starts, stems, np.array(weights, np.float32)))


@given(st.lists(ROW, min_size=1, max_size=4))
def test_it_keeps_the_heaviest_stems_and_makes_them_one_long(rows: list[dict[int, float]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.stories.heavy_stems.HEAVIEST", 3)
        found = heavy(rows)
    for number, row in enumerate(rows):
        start, end = found.starts[number : number + 2]
        weights = found.weights[start:end] / FULL_WEIGHT
        kept = sorted(row.values(), reverse=True)[:3]
        whole = sum(weight ** (2 * DAMPING) for weight in kept) ** 0.5
        assert sorted(weights, reverse=True) == pytest.approx([weight**DAMPING / whole for weight in kept], abs=1e-4)
        assert min((row[stem] for stem in found.stems[start:end].tolist()), default=0) == min(kept, default=0)
        assert found.counts[number] == len(row) <= HEAVIEST


@given(st.lists(ROW, min_size=2, max_size=7), st.booleans())
def test_it_finds_the_pairs_that_are_alike_and_no_others(rows: list[dict[int, float]], in_blocks: bool) -> None:
    every = heavy(rows)
    # As if these few stems were many.
    every = HeavyStems(every.starts, every.stems, every.weights, 12 * every.counts)
    left, right = np.triu_indices(len(rows), 1)
    plain = judged(every, left, right)
    places = np.arange(len(rows))
    whole = DateWindows(places, places + 1, np.full(len(rows), len(rows)))
    around = DateWindows(places, np.zeros(len(rows), np.int64), np.full(len(rows), len(rows)))
    for windows in (whole, around):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("index.stories.similar_pairs.CELLS", 1 if in_blocks else 1_000)
            patch.setattr("index.stories.similar_pairs.BATCH", 2 if in_blocks else 1_000)
            patch.setattr("index.stories.similar_pairs.MOST_LOOKED_UP", 1 if in_blocks else 1_000)
            found = alike(every, [windows])
        pairs = zip(found.left.tolist(), found.right.tolist(), found.cosines.tolist(), strict=True)
        expected = plain.chosen(plain.cosines >= WORTH_COUNTING)
        assert [(one, other) for one, other, _ in pairs] == [*zip(expected.left, expected.right, strict=True)]
        assert found.cosines.tolist() == pytest.approx(expected.cosines.tolist())


COSINES = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda two: two[0] < two[1]), st.floats(0.01, 1), max_size=40
)


@given(COSINES, st.integers(2, 60), st.integers(1, 5))
def test_the_strongest_pairs_are_kept_and_no_more_than_fit(alike: "Alike", most: int, together: int) -> None:
    kept, every = StrongestPairs(most), list(alike.items())
    for start in range(0, len(every), together):
        some = every[start : start + together]
        some = [*some, *(((right, left), cosine) for (left, right), cosine in some), ((3, 3), 1.0)]
        (left, right), cosines = np.array([two for two, _ in some]).T, np.array([cosine for _, cosine in some])
        kept.add(Pairs(left, right, cosines))
    found = kept.pairs()
    left_out = alike.keys() - set(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert [alike[two] for two in zip(found.left.tolist(), found.right.tolist(), strict=True)] == found.cosines.tolist()
    assert sorted((found.left << 32) | found.right) == ((found.left << 32) | found.right).tolist()
    assert len(found.left) <= most
    assert max((alike[two] for two in left_out), default=0) <= min(found.cosines.tolist(), default=1)
    assert not left_out or len(alike) > most // 2


def test_short_articles_count_for_less() -> None:
    rows = [dict.fromkeys(range(count), 1.0) for count in (40, 40, 10, 10, 0)]
    found = judged(heavy(rows), np.array([0, 2, 0, 4]), np.array([1, 3, 3, 0]))
    assert found.cosines.tolist() == pytest.approx([1, 0.25, 0.25 * (10 / 32) ** 0.5, 0], abs=1e-3)


Alike = dict[tuple[int, int], float]


def plain_stories(days: Sequence[int], alike: Alike) -> list[set[int]]:
    """The stories of articles of these days, 0 for none: the two that are most alike become one, again and again."""
    found = [{number} for number in range(len(days))]

    def sums(one: set[int], other: set[int]) -> float:
        return sum(alike.get((min(a, b), max(a, b)), 0.0) for a in one for b in other)

    while True:
        may = []
        for one in found:
            for other in found:
                dated = [days[each] for each in one | other if days[each]]
                average, smaller = sums(one, other) / (len(one) * len(other)), min(len(one), len(other))
                is_short = max(dated, default=0) - min(dated, default=0) <= LONGEST
                is_alike = average >= LINK + FOR_TWICE_AS_MANY * np.log2(smaller)
                if min(one) < min(other) and is_short and is_alike:
                    may.append((-average, min(one), min(other)))
        if not may:
            break
        _, first, second = min(may)
        (one,), (other,) = ([each for each in found if min(each) == number] for number in (first, second))
        found = [each for each in found if each not in (one, other)] + [one | other]
    return sorted(each for story in found for each in ([story] if is_tight(story, alike) else [{one} for one in story]))


def is_tight(story: set[int], alike: Alike) -> bool:
    """It is alike enough for so small a story."""
    pairs = len(story) * (len(story) - 1) // 2
    return sum(value for (one, other), value in alike.items() if {one, other} <= story) >= pairs * LEAST_MEAN.get(
        len(story), 0
    )


@given(
    st.lists(st.sampled_from([0, 100, 103, 106, 109, 112]), min_size=7, max_size=7),
    st.lists(st.integers(0, 9), min_size=21, max_size=21),
)
def test_it_joins_stories_as_the_plain_algorithm_does(days: list[int], cosines: list[int]) -> None:
    left, right = np.triu_indices(7, 1)
    # No two of them are equal, so that there is no choice.
    values = np.array([cosine / 10 + place**2 / 10_007 for place, cosine in enumerate(cosines)])
    days_of = StoryDays(np.array(days), np.array(days))
    found = Stories(days_of).join(Pairs(left, right, values), np.full(21, ORDINARY))
    alike = dict(zip(zip(left.tolist(), right.tolist(), strict=True), values.tolist(), strict=True))
    groups = [{place for place in range(7) if found[place] == label} for label in dict.fromkeys(found.tolist())]
    assert sorted(map(sorted, groups)) == sorted(map(sorted, plain_stories(days, alike)))


@pytest.mark.parametrize(
    ("kind", "days", "together"),
    [(ORDINARY, 10, True), (ORDINARY, 11, False), (RECURRING, 2, True), (RECURRING, 3, False), (COPY, 400, True)],
)
def test_a_story_lasts_no_longer_than_its_pairs_let_it(kind: int, days: int, together: bool) -> None:
    when = np.array([100, 100 + days])
    found = Stories(StoryDays(when, when)).join(Pairs(np.array([0]), np.array([1]), np.array([0.9])), np.array([kind]))
    assert found.tolist() == ([0, 0] if together else [0, 1])


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
    when = np.full(4, 1)
    chain = Pairs(np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([0.8, 0.6, 0.8]))
    found = Stories(StoryDays(when, when)).join(chain, np.full(3, ORDINARY))
    # 0 with 1, 2 with 3; between the two, (0 + 0 + .6 + 0) / 4 is .15.
    assert found.tolist() == [0, 0, 2, 2]


def test_the_background_has_each_stem_once_from_common_to_rare() -> None:
    stems = [stem for _, row in COMMON for stem in row.split()]
    assert len(stems) == len(set(stems)) == len(BACKGROUND)
    shares = [share for share, _ in COMMON]
    assert shares == sorted(shares, reverse=True)
    assert max(BACKGROUND.values()) <= BACKGROUND_ARTICLES

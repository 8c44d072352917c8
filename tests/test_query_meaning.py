"""What articles get for being like the query, and for those that are like them."""

import numpy as np
import pytest

from search.clause_walks import words_typed
from search.language.parser import parse
from search.ranking.query_meaning import of_neighbours


def test_articles_get_a_share_of_the_mean_score_of_the_three_that_are_most_like_them() -> None:
    directions = np.array([[9, 0], [8, 1], [9, 1], [9, 2], [0, 9]], np.int8)
    scores = np.array([600, 300, 0, 60, 9000], np.int64)
    assert of_neighbours(directions, scores).tolist() == [36, 66, 96, 90, 36]


@pytest.mark.parametrize(("count", "expected"), [(1, [0]), (2, [18, 36])])
def test_few_articles_have_few_neighbours(count: int, expected: list[int]) -> None:
    scores = np.array([120, 60], np.int64)[:count]
    assert of_neighbours(np.ones((count, 2), np.int8), scores).tolist() == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("peace talks", "peace talks"),
        ("peace -war", "peace"),
        ('title:talks "seize the moment" negot*', "talks seize the moment"),
        ("talks NEAR/3 (peace OR truce)", "talks peace truce"),
        ('said:"no talks" source:CNN since:2022', "no talks"),
        ("source:CNN", ""),
    ],
)
def test_what_is_meant_are_the_words_and_phrases_that_are_wanted(typed: str, expected: str) -> None:
    assert " ".join(words_typed(parse(typed).clause)) == expected

"""Persian words joined, apart, and with a non-joiner."""

from pathlib import Path

import pytest

from index.article import Article
from search.find import find
from search.request import Request
from tests.built_index import built

ARTICLES = {"joiner": "گفت می‌خواهم برود", "joined": "گفت میخواهم برود", "apart": "گفت می خواهم برود", "books": "کتاب‌ها"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("میخواهم", {"joiner", "joined", "apart"}),
        ("می‌خواهم", {"joiner", "joined", "apart"}),
        ('"می خواهم"', {"joiner", "apart"}),
        ("کتابها", {"books"}),
        ("کتاب", {"books"}),
        ("=میخواهم", {"joined"}),
    ],
)
def test_it_finds_the_other_ways_to_write_a_word(tmp_path: Path, typed: str, expected: set[str]) -> None:
    engine = built(tmp_path, [[Article(id, f"/{id}.txt", "x", True, body) for id, body in ARTICLES.items()]])
    assert {hit.id for hit in find(engine, Request(typed)).hits} == expected

"""Fingerprints: the fast ones are the plain ones."""

from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import forms
from index.inversion import fingerprints
from index.inversion.fingerprints import DigestRows, FingerprintRows, rows_of_words
from index.inversion.tokenizing import Vocabulary, plain

TEXTS = st.lists(st.tuples(texts := st.text("ab é.1\n", max_size=60), texts), max_size=6)


def plain_fingerprints(body: str) -> list[int]:
    """The fingerprints of a body, as the module says them."""
    numbers = [crc32(form.encode()) for form in forms(body)]
    found = set()
    for start in range(len(numbers) - 4):
        run = 0
        for number in numbers[start : start + 5]:
            run = (run * 0x9E3779B97F4A7C15 + number) % 2**64
        found.add(run >> 32)
    return sorted(value for value in found if value % 8 == 0)


def of_each(found: FingerprintRows | DigestRows) -> list[list[int]]:
    """The values of each article."""
    return [found.value[start:end].tolist() for start, end in pairwise(found.starts.tolist())]


def rows(articles: Sequence[tuple[str, str]]) -> dict[str, list[list[int]]]:
    """The rows of articles, each a title and a body."""
    vocabulary = Vocabulary()
    words = vocabulary.words([plain(text.encode()) for article in articles for text in article])
    return {found.table: of_each(found) for found in rows_of_words(vocabulary, words)}


@given(TEXTS, st.integers(1, 30))
def test_they_are_those_of_the_plain_algorithm(articles: list[tuple[str, str]], portion: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fingerprints, "PORTION", portion)
        assert rows(articles)["print"] == [plain_fingerprints(body) for _, body in articles]


@given(TEXTS)
def test_a_digest_is_the_same_for_the_same_words_alone(articles: list[tuple[str, str]]) -> None:
    digests = [value for (value,) in rows(articles)["digest"]]
    bodies = [tuple(forms(body)) for _, body in articles]
    assert [digests.index(value) for value in digests] == [bodies.index(body) for body in bodies]
    assert [value == 0 for value in digests] == [body == () for body in bodies]


def test_a_text_within_another_leaves_its_fingerprints_there() -> None:
    words = [f"w{number}" for number in np.random.default_rng(1).permutation(400)]
    part, whole = " ".join(words[100:200]), " ".join(words)
    (of_part, of_whole) = rows([("a", part), ("b", whole)])["print"]
    assert len(of_part) > 4
    assert set(of_part) <= set(of_whole)


def test_no_words_have_no_fingerprints() -> None:
    assert rows([]) == {"print": [], "digest": []}
    assert rows([("a", ""), ("b", "one two three four")])["print"] == [[], []]

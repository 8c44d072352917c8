"""What one typed word, phrase or value asks for."""

import pytest

from search.language.terms import COMMON_WORDS, QUESTION_WORDS, is_common


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the", True),
        ("The", True),
        ("it’s", True),
        ("A", True),
        ("IT", False),
        ("WITH", False),
        ("us", False),
        ("What", True),
        ("WHO", False),
        ("don’t", True),
        ("not", False),
    ],
)
def test_it_knows_common_words(typed: str, expected: bool) -> None:
    assert is_common(typed) is expected


def test_its_common_words_are_forms() -> None:
    assert all(is_common(word) for word in COMMON_WORDS | QUESTION_WORDS)
    assert not COMMON_WORDS & QUESTION_WORDS

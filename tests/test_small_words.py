"""Which words a text writes small somewhere."""

from hypothesis import given
from hypothesis import strategies as some

from index.entities.small_words import MOST_LOOKS, SMALL, SmallWords

TEXTS = some.text(alphabet="abAB é’'-.1 ", max_size=60)


@given(TEXTS, some.lists(some.text(alphabet="abAé-", max_size=3), max_size=5))
def test_it_holds_the_words_that_reading_all_of_the_text_finds(text: str, words: list[str]) -> None:
    every = set(SMALL.findall(text))
    small = SmallWords(text)
    assert {word for word in words if word in small} == every.intersection(words)


def test_it_reads_the_text_once_for_a_word_whose_letters_stand_everywhere() -> None:
    small = SmallWords("xabx " * MOST_LOOKS + "ab")
    assert "ab" in small
    assert "xab" not in small
    assert small.looks == MOST_LOOKS

"""The pieces of words: as BERT's own tokenizer makes them."""

import pytest

from index.meaning.word_pieces import BEGIN, END, MOST_PIECES, UNKNOWN, piece_numbers, vocabulary, words


def pieces(text: str) -> list[str]:
    """The pieces of a text, in letters."""
    known = {number: piece for piece, number in vocabulary().items()}
    begin, *found, end = piece_numbers(text)
    assert (begin, end) == (BEGIN, END)
    return [known[number] for number in found]


EXAMPLES = [
    ("Peace talks", "peace talks"),
    ("ceasefire embeddings", "ceasefire em ##bed ##ding ##s"),
    ("It’s an e-mail — $1.5bn!", "it ’ s an e - mail — $ 1 . 5 ##bn !"),
    ("Erdoğan’ın naïve CAFÉ", "er ##dog ##an ’ ı ##n naive cafe"),
    ("北京 2022", "北 京 202 ##2"),
    ("snake_case a\u200bb \x00c\ufffd", "snake _ case ab c"),
    ("", ""),
    ("x" * 101, "[UNK]"),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_words_fall_into_the_pieces_of_the_vocabulary(text: str, expected: str) -> None:
    assert pieces(text) == expected.split()


def test_a_long_text_is_cut() -> None:
    assert len(piece_numbers("word " * 1000)) == MOST_PIECES + 2


def test_the_vocabulary_is_whole() -> None:
    numbers = vocabulary()
    assert len(numbers) == 30522
    assert [numbers[mark] for mark in ("[UNK]", "[CLS]", "[SEP]")] == [UNKNOWN, BEGIN, END]


def test_signs_are_words_of_their_own() -> None:
    assert list(words("“No,” he said…")) == ["“", "no", ",", "”", "he", "said", "…"]

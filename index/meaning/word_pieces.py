"""The pieces of words that the model reads, as BERT's tokenizer makes them.

Devlin, Chang, Lee and Toutanova, "BERT: Pre-training of Deep Bidirectional Transformers" (NAACL 2019): small letters
without accents, each sign alone, and of each word the longest beginning that the vocabulary has, again and again.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby, islice
from pathlib import Path

MOST_PIECES = 126
"""Of a text: with the two marks around them as many as the model was taught with."""
LONGEST_WORD, LONGEST_PIECE = 100, 18
"""Characters; a longer word is unknown, and no piece of the vocabulary is longer."""
UNKNOWN, BEGIN, END = 100, 101, 102
REMEMBERED = 1 << 16
"""Words whose pieces are remembered."""


def piece_numbers(text: str) -> list[int]:
    """The numbers of the pieces of a text, as many as the model reads, between the marks of its begin and end."""
    pieces = (piece for word in words(text) for piece in pieces_of(word))
    return [BEGIN, *islice(pieces, MOST_PIECES), END]


def words(text: str) -> Iterator[str]:
    """The words and signs of a text, as the model knows them."""
    for chunk in text.lower().split():
        if chunk.isascii() and chunk.isalnum():
            yield chunk
            continue
        letters = (letter for letter in unicodedata.normalize("NFD", chunk) if not is_nothing(letter))
        for alone, run in groupby(letters, is_alone):
            if alone:
                yield from run
            else:
                yield "".join(run)


@lru_cache(REMEMBERED)
def is_nothing(letter: str) -> bool:
    """A mark on a letter, or a character that is no text."""
    return unicodedata.category(letter) in ("Mn", "Cc", "Cf", "Co", "Cs") or letter == "\ufffd"


@lru_cache(REMEMBERED)
def is_alone(letter: str) -> bool:
    """A sign, or a Chinese character: the model knows words without them."""
    is_sign = letter.isascii() and not letter.isalnum()
    return is_sign or unicodedata.category(letter).startswith("P") or is_chinese(ord(letter))


def is_chinese(code: int) -> bool:
    """The code of a character lies among the ideographs."""
    return (
        0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
    )


@lru_cache(REMEMBERED)
def pieces_of(word: str) -> tuple[int, ...]:
    """The numbers of the pieces of one word; that of an unknown one when the vocabulary does not have all of them."""
    numbers, found, start, before = vocabulary(), [], 0, ""
    while start < len(word) <= LONGEST_WORD:
        ends = range(min(len(word), start + LONGEST_PIECE), start, -1)
        end = next((end for end in ends if before + word[start:end] in numbers), None)
        if end is None:
            return (UNKNOWN,)
        found.append(numbers[before + word[start:end]])
        start, before = end, "##"
    return tuple(found) or (UNKNOWN,)


@cache
def vocabulary() -> dict[str, int]:
    """The number of each piece; those that do not begin a word have ## before them."""
    lines = Path(__file__).with_name("vocabulary.txt").read_text("utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}

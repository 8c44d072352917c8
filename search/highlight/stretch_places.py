"""Where stretches of a text can begin that may hold certain words, by array algebra over its characters.

`search.highlight.word_beginnings` tells exactly, a place at a time, in several times as long.
"""

from collections.abc import Iterable
from string import ascii_letters, ascii_lowercase, ascii_uppercase

import numpy as np

SPACE, SIGN, OTHER, CAPITAL, SMALL = range(5)
"""Kinds of characters: white space; signs of ASCII and closing quotation marks; what is none of the others, such as
digits and é; letters of ASCII."""
KINDS = np.full(0x10000, OTHER, np.uint8)
KINDS[:0x80] = SIGN
KINDS[0x30:0x3A] = OTHER
KINDS[list(map(ord, "”’"))] = SIGN
KINDS[list(map(ord, ascii_uppercase))] = CAPITAL
KINDS[list(map(ord, ascii_lowercase))] = SMALL
NO_LETTER = 26
LETTERS = np.full(0x80, NO_LETTER, np.uint8)
"""Which letter of the alphabet a character of ASCII is, small or not."""
LETTERS[list(map(ord, ascii_letters))] = [*range(26), *range(26)]


class StretchPlaces:
    """Finds where words with certain beginnings can stand."""

    def __init__(self, beginnings: Iterable[str], spaces: str) -> None:
        """`spaces` are the characters that end every word before them."""
        self._kinds = KINDS.copy()
        self._kinds[list(map(ord, spaces))] = SPACE
        self._is_wanted = np.zeros((NO_LETTER + 1, NO_LETTER + 1), bool)
        """By the first two letters of a word."""
        self._is_wanted[NO_LETTER] = True
        for each in beginnings:
            if each.isascii() and each[:1].isalpha():
                second = LETTERS[ord(each[1])] if len(each) > 1 else slice(None)
                self._is_wanted[LETTERS[ord(each[0])], second] = True

    def of(self, text: str) -> list[int]:
        """Places right after a space or at the beginning of a text, ascending; every wanted stretch begins at one.

        Wanted are words with the beginnings; all with other characters than letters of ASCII, but for signs that
        follow these; and one or two capitals.
        """
        codes = np.frombuffer(f"{text}  ".encode("utf-32-le", "surrogatepass"), "<u4")
        kinds = self._kinds.take(codes, mode="clip")
        is_space = kinds == SPACE
        is_start = ~is_space
        is_start[1:] &= is_space[:-1]
        starts = is_start.nonzero()[0]
        if not len(starts):
            return []
        is_odd = kinds == OTHER
        is_odd[1:] |= (kinds[1:] >= CAPITAL) & (kinds[:-1] == SIGN)
        letters = LETTERS.take(codes[:-1], mode="clip")
        is_wanted = self._is_wanted[letters[starts], LETTERS.take(codes[starts + 1], mode="clip")]
        is_wanted |= np.logical_or.reduceat(is_odd, starts)
        is_wanted |= (kinds[starts] == CAPITAL) & (kinds[starts + 1] != SMALL)
        places: list[int] = starts[is_wanted].tolist()
        return places

"""How many of the letters of a word are capitals."""

import re

from index.orthography.characters import APOSTROPHES

POSSESSIVE_END = re.compile(f"[{re.escape(APOSTROPHES)}]s$")
NO_CAPITAL, SOME_CAPITALS, ALL_CAPITALS = 0, 1, 2


def capitals(word: str) -> int:
    """POSSESSIVE_END = re.compile(f"[{re.escape(APOSTROPHES)}]s$")
    NO_CAPITAL, SOME_CAPITALS or ALL_CAPITALS of a word as it is written, whatever its possessive.

        >>> capitals("apple"), capitals("iPhone"), capitals("NATO's"), capitals("2022")
        (0, 1, 2, 0)
    """
    if word.islower():
        return NO_CAPITAL
    if POSSESSIVE_END.sub("", word).replace("&amp;", "&").isupper():
        return ALL_CAPITALS
    return SOME_CAPITALS if any(map(str.isupper, word)) else NO_CAPITAL

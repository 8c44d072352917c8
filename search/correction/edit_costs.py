"""How unlikely it is that one word is typed for another: the error model of the channel."""

from functools import lru_cache
from itertools import accumulate

SAME_SOUND = frozenset(
    map(frozenset, ["ck", "cs", "sz", "kq", "fv", "gj", "iy", "ei", "ao", "ae", "uo", "mn", "dt", "bp", "xc", "wv"]),
)
"""Letters that are written for one another by ear."""
VOWELS = frozenset("aeiouy")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
KEYS = {letter: (row, place + row / 2) for row, letters in enumerate(ROWS) for place, letter in enumerate(letters)}
"""Where a key lies: its row, and how far to the right in widths of a key."""

DOUBLED = 0.6
"""One letter where two of it stand, or two where one does."""
TRANSPOSED = 0.6
LEAST_COST = min(DOUBLED, TRANSPOSED)
"""No slip costs less."""
BY_EAR, VOWEL_FOR_VOWEL, NEXT_KEY, REPLACED = 0.7, 0.8, 1.0, 1.2
VOWEL_LEFT_OUT, LEFT_OUT = 0.8, 0.95
VOWEL_TOO_MANY, TOO_MANY = 0.9, 1.1
AT_START = 0.6
"""More for a slip in the first letter, which people seldom mistype,"""
AT_END = 0.4
"""and for another last letter: what was typed ends as another form of a word does, and that form is meant."""


def edit_cost(typed: str, meant: str) -> float:
    """The cheapest slips that make what was typed of what was meant; 0 when they are the same.

    It is the restricted distance of Damerau and Levenshtein, in which a slip costs the more, the rarer it is. O(n x m).
    """
    missing = [left_out(meant, spot) for spot in range(len(meant))]
    before: list[float] = []
    row = list(accumulate(missing, initial=0.0))
    last = len(typed) - 1, len(meant) - 1
    for place, letter in enumerate(typed):
        more = too_many(typed, place)
        earlier, before, row = before, row, [row[0] + more]
        for spot, wanted in enumerate(meant):
            cost = before[spot]
            if letter != wanted:
                cost += letter_cost(letter, wanted)
                if place == spot == 0:
                    cost += AT_START
                if (place, spot) == last:
                    cost += AT_END
            cost = min(cost, before[spot + 1] + more, row[spot] + missing[spot])
            if place and spot and letter == meant[spot - 1] != wanted == typed[place - 1]:
                cost = min(cost, earlier[spot - 1] + TRANSPOSED + AT_START * (place == spot == 1))
            row.append(cost)
    return row[-1]


@lru_cache(maxsize=4096)
def letter_cost(typed: str, meant: str) -> float:
    """What one letter for another costs, wherever it stands."""
    if frozenset((typed, meant)) in SAME_SOUND:
        return BY_EAR
    if typed in VOWELS and meant in VOWELS:
        return VOWEL_FOR_VOWEL
    return NEXT_KEY if are_neighbours(typed, meant) else REPLACED


def are_neighbours(one: str, other: str) -> bool:
    """Whether two keys touch."""
    if one not in KEYS or other not in KEYS:
        return False
    (row, place), (other_row, other_place) = KEYS[one], KEYS[other]
    return abs(row - other_row) <= 1 and abs(place - other_place) <= 1


def left_out(meant: str, spot: int) -> float:
    """What it costs that a letter of the word is missing."""
    if stands_beside_itself(meant, spot):
        return DOUBLED
    at_border = AT_START * (spot == 0) + AT_END * (spot == len(meant) - 1)
    return (VOWEL_LEFT_OUT if meant[spot] in VOWELS else LEFT_OUT) + at_border


def too_many(typed: str, place: int) -> float:
    """What it costs that a letter was typed that the word has not."""
    if stands_beside_itself(typed, place):
        return DOUBLED
    at_border = AT_START * (place == 0) + AT_END * (place == len(typed) - 1)
    return (VOWEL_TOO_MANY if typed[place] in VOWELS else TOO_MANY) + at_border


def stands_beside_itself(word: str, place: int) -> bool:
    """Whether a letter is one of two that are the same."""
    return word[place] in (word[place - 1 : place], word[place + 1 : place + 2])

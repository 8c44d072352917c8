"""Compounds that are written in one word as well as in two: cease fire, cease-fire, ceasefire."""

from functools import cache

from index.word_forms.families import family
from index.word_forms.packed_table import shipped, unpacked

SPACED, HYPHENATED = "spaced.bin", "hyphenated.bin"


def joined(first: str, second: str) -> str | None:
    """The one word that two words with a space between them make: "cease", "fires" -> "ceasefires".

    None where they stay two. Both are folded forms.
    """
    return compound(first, second, SPACED)


def joined_by_hyphen(first: str, second: str) -> str | None:
    """The one word that two words with a hyphen between them make: "re", "elected" -> "reelected".

    None where they stay two. What is joined by a space is joined by a hyphen, too.
    """
    return compound(first, second, SPACED) or compound(first, second, HYPHENATED)


def compound(first: str, second: str, name: str) -> str | None:
    """Both words in one, where the table of this name has them or the second word's family; None otherwise."""
    seconds = second_words(name).get(first)
    if seconds is None or not (second in seconds or family(second) in seconds):
        return None
    return first + second


@cache
def second_words(name: str) -> dict[str, frozenset[str]]:
    """What follows each first word in the table of this name; the first call reads it."""
    return {first: frozenset(seconds) for first, *seconds in unpacked(shipped(name))}

"""Where in a text words that begin in certain ways can stand, so that the others need not be read one by one.

What is found are stretches between white space. A stretch in which no word that is looked for can begin is passed over;
which words are in a stretch, `index.orthography.word_pattern` tells.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from index.orthography.characters import CAPITALS
from index.word_forms.families import forms_of_family

SPACE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\xa0"
"""White space that ends every word before it, but for the spaces within J. K. and AT & T."""
LONGEST_BEGINNING = 4
LETTERS_THAT_CHANGE = 2
"""How many letters at the end of a term a form of it may have otherwise: try and tries, man and men."""


def beginning(form: str) -> str:
    """How the words begin that have this form, or that are an inflection of it which no table lists.

    >>> beginning("government"), beginning("die"), beginning("we're"), beginning(".net")
    ('gove', 'd', 'we', '.ne')
    """
    begin = form[: min(LONGEST_BEGINNING, max(1, len(form) - LETTERS_THAT_CHANGE))]
    return "".join(takewhile(str.isalnum, begin)) or begin


def beginnings(terms: Iterable[str]) -> frozenset[str]:
    """How the forms begin that have one of these terms."""
    return frozenset(beginning(form) for term in terms for form in forms_of_family(term))


OPENING = "\"'(\\[“‘"
"""Signs right before a word, which begin none."""
CLOSING = "\"').,:;!?%\\]”’"
CONTRACTED = rf"['’](?:s|t|re|ll|ve|d|m)[{CLOSING}]*+(?![^{SPACE}])"
"""The end of a word that begins before it, such as it's and don't."""


@lru_cache(256)
def stretches_with(beginnings: frozenset[str]) -> re.Pattern[str]:
    """Finds the stretches of a text that may hold a word whose form has one of these beginnings.

    No word begins in one stretch and ends outside of it. Those with digits, signs or letters beyond ASCII before or
    within a word are found, whatever is in them, but for plain numbers where none is looked for,
    and what is CONTRACTED.
    """
    has_number = any(each[:1].isdecimal() for each in beginnings)
    no_number = "" if has_number else rf"(?! [$£€]?[\d.,:]++[{CLOSING}]*+(?![^{SPACE}]) )"
    return re.compile(
        rf"""
        (?<![^{SPACE}]) [{OPENING}]*+
        (?: {letters(sorted(each for each in beginnings if each.isascii() and each.isalpha()))}
          | {no_number} [^A-Za-z{OPENING}{SPACE}]
          | [A-Za-z]++ (?! {CONTRACTED} ) (?=[^A-Za-z{SPACE}]) [^A-Za-z{SPACE}]*?
            (?: (?![”’\xa0])[^\x00-\x7f] | (?=[^\W_]) )                                        # café, O'Brien, F-16
          | [A-Z]{{1,2}} (?= \.?\  )
          | (?<=[{OPENING}]) (?![^{SPACE}])                                                      # no word at all
        )
        [^{SPACE}]*+
        (?: (?<=[{CAPITALS}]\.) \ (?=[{CAPITALS}]\.) [^{SPACE}]++                               # J. K.
          | (?<=[A-Z]) \ & (?:amp;)? \ (?=[A-Z]) [^{SPACE}]++                                   # AT & T
        )*+
        """,
        re.VERBOSE,
    )


def letters(sorted_beginnings: list[str]) -> str:
    """A pattern for these beginnings in small letters and capitals, those with the same first letter together."""
    rests: dict[str, list[str]] = {}
    for each in sorted_beginnings:
        rests.setdefault(each[0], []).append(each[1:])
    alternatives = [
        either(first) + ("" if "" in rest else f"(?:{'|'.join(map(either, rest))})") for first, rest in rests.items()
    ]
    return "|".join(alternatives) or "(?!)"


def either(word: str) -> str:
    """A pattern for the word in small letters and capitals."""
    return "".join(f"[{letter}{letter.upper()}]" for letter in word)

"""Typed words with wildcards: which signs are wildcards, and the folded patterns that the words are.

A star always is one. A question mark is one where a letter or figure follows, or a star (wom?n, te??ing, b?*), and
none at the end of a word, where it asks (what happened?), or before the name of a parameter in an address (?id=7).
"""

import re
from dataclasses import dataclass

from index.analysis import LONGEST_FORM, form, tokens

WILDCARD = re.compile(r"\*|\?(?=[?*]*[^\W_]|\?*\*)(?![\w-]*=)")
# A star stands for what is beside it, too, where forms do not show it: the possessive, and apostrophes at their border.
POSSESSIVE_AT_STAR = re.compile(r"(?<!['’ʼ＇])(?:['’ʼ＇][sS]?)*\*['’ʼ＇]*")

ANY, ONE = "\U00010600\U00010601"
"""Letters of Linear A, which nobody can read, in place of star and question mark: so the words around wildcards are
told apart and folded by the rules for all words."""
BEGINNING = re.compile(f"[^{ANY}{ONE}]+{ANY}+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a typed word with wildcards: words without any, or one folded pattern."""

    text: str
    """The words as typed; for a pattern too, with its wildcards."""
    pattern: str | None
    """None for words without wildcards."""


def holds_wildcard(typed: str) -> bool:
    """Whether anything in the text is a wildcard."""
    return WILDCARD.search(typed) is not None


def without_wildcards(typed: str) -> str:
    """The text with spaces for its wildcards."""
    return WILDCARD.sub(" ", typed)


def pieces(typed: str) -> list[Piece]:
    """The words and patterns in a typed text; words side by side are one piece."""
    text = lettered(typed)
    found: list[Piece] = []
    first: int | None = None
    for token in tokens(text):
        word = text[token.start : token.end]
        if ANY in word or ONE in word:
            found.append(Piece(unlettered(word), folded_pattern(word)))
            first = None
        elif first is None:
            first = token.start
            found.append(Piece(word, None))
        else:
            found[-1] = Piece(text[first : token.end], None)
    return found


def broad_patterns(typed: str) -> int:
    """How many of the words can only be found by looking at all words there are, not just at those that begin alike."""
    text = lettered(typed)
    words = (text[token.start : token.end] for token in tokens(text))
    return sum(1 for word in words if (ANY in word or ONE in word) and not BEGINNING.fullmatch(word))


def lettered(typed: str) -> str:
    """The text with letters for its wildcards."""
    return WILDCARD.sub(letter, POSSESSIVE_AT_STAR.sub("*", typed))


def letter(wildcard: re.Match[str]) -> str:
    """The letter for a wildcard."""
    return ANY if wildcard.group() == "*" else ONE


def unlettered(text: str) -> str:
    """The text with its wildcards again."""
    return text.replace(ANY, "*").replace(ONE, "?")


def folded_pattern(word: str) -> str:
    """The pattern of a word with letters for wildcards; what no form is long enough for is one star at its end."""
    # In small letters, since US* asks for USSR too: in capitals, US alone would be the form of the country.
    folded = form(word.lower())
    pattern = unlettered(folded + ANY if len(folded) == LONGEST_FORM else folded)
    return WILDCARDS.sub(in_order, pattern)


WILDCARDS = re.compile(r"[*?]*\*[*?]*")


def in_order(wildcards: re.Match[str]) -> str:
    """Wildcards side by side, of which one is a star, in the only way that we write them: ???*"""
    return "?" * wildcards.group().count("?") + "*"


def is_too_broad(pattern: str) -> bool:
    """Whether the pattern holds no letter or figure."""
    return not any(character.isalnum() for character in pattern)


def reads_back(pattern: str) -> bool:
    """Whether the pattern is one word when it is typed; in scripts without spaces between words it may be several."""
    return pieces(pattern) == [Piece(pattern, pattern)]

"""Typed words with wildcards: which signs are wildcards, and the folded patterns that the words are.

A star always is one. A question mark is one inside a word (wom?n, te??ing) and beside a star (b?*), but not at the
start or end of a word, where it asks or stands for a quotation mark that was lost (what happened? the ?slip effect?),
nor before a parameter of an address (x?id=7).
"""

import re
from dataclasses import dataclass

from index.analysis import form, tokens
from index.orthography.characters import APOSTROPHES, MARKS
from index.orthography.characters import WILDCARDS as STAND_INS
from index.orthography.folded_forms import LONGEST_FORM

WILDCARDS = re.compile(
    rf"""
      (?<![*?]) \?* \* [*?]*                                              # *ing  b?*
    | (?:(?<=[^\W_]) | (?<=[{MARKS}])) \?+ (?=[^\W_]) (?! [\w-]* = )      # wom?n
    """,
    re.VERBOSE,
)
# A star stands for what is beside it, too, where forms do not show it: the possessive, and apostrophes at their border.
POSSESSIVE_AT_STAR = re.compile(rf"(?<![*?{APOSTROPHES}])(?:[{APOSTROPHES}][sS])*[?{APOSTROPHES}]*\*[*?{APOSTROPHES}]*")

ANY, ONE = STAND_INS[0], STAND_INS[1]
MORE = re.compile(r"(?<=\w)\{([0-9]{1,2})(?:,([0-9]{1,2}))?\}(?![\w*?{])")
"""Behind the beginning of a word, how many characters more it has: negotiat{0,3}, and negotiat{3} for three."""
MORE_PLACE, BOUNDED = "\U00010602", ANY * 2
"""Stand for it while a text is lettered, and then; a star is one ANY."""
BEGINNING = re.compile(f"[^{ANY}{ONE}]+{ANY}")


@dataclass(frozen=True, slots=True)
class WildcardPiece:
    """A part of a typed word with wildcards: words without any, or one folded pattern."""

    text: str
    """As typed, or nearly: wildcards side by side are put in order."""
    pattern: str | None
    """None for words without wildcards."""
    more: tuple[int, int] | None = None
    """How few and how many characters its star stands for; None is any number."""


def holds_wildcard(typed: str) -> bool:
    """Whether anything in the text is a wildcard."""
    return WILDCARDS.search(typed) is not None or MORE.search(typed) is not None


def without_wildcards(typed: str) -> str:
    """The text with spaces for its wildcards."""
    return WILDCARDS.sub(" ", MORE.sub("", typed))


def pieces(typed: str) -> list[WildcardPiece]:
    """The words and patterns in a typed text; words side by side are one piece."""
    bounds = [(int(few), int(many or few)) for few, many in MORE.findall(typed)]
    text = lettered(MORE.sub(MORE_PLACE, typed)).replace(MORE_PLACE, BOUNDED)
    found: list[WildcardPiece] = []
    first: int | None = None
    for token in tokens(text):
        word = text[token.start : token.end]
        if ANY in word or ONE in word:
            more = bounds.pop(0) if BOUNDED in word and bounds else None
            word = word.replace(BOUNDED, ANY)
            found.append(WildcardPiece(unlettered(word), folded_pattern(word), more and (min(more), max(more))))
            first = None
        elif first is None:
            first = token.start
            found.append(WildcardPiece(word, None))
        else:
            found[-1] = WildcardPiece(text[first : token.end], None)
    return found


def broad_patterns(typed: str) -> int:
    """How many of the words can only be found by looking at all words there are, not just at those that begin alike."""
    text = lettered(typed)
    words = (text[token.start : token.end] for token in tokens(text))
    return sum(1 for word in words if (ANY in word or ONE in word) and not BEGINNING.fullmatch(word))


def lettered(typed: str) -> str:
    """The text with letters for its wildcards."""
    return WILDCARDS.sub(letters, POSSESSIVE_AT_STAR.sub(only_wildcards, typed))


def only_wildcards(found: re.Match[str]) -> str:
    """The wildcards of what was found."""
    return re.sub("[^*?]", "", found.group())


def letters(wildcards: re.Match[str]) -> str:
    """The letters for wildcards side by side, of which one star is enough and stands at the end: ???*"""
    found = wildcards.group()
    return ONE * found.count("?") + (ANY if "*" in found else "")


def unlettered(text: str) -> str:
    """The text with its wildcards again."""
    return text.replace(ANY, "*").replace(ONE, "?")


def folded_pattern(word: str) -> str:
    """The pattern of a word with letters for wildcards; what no form is long enough for is one star at its end."""
    # In small letters, since US* asks for USSR too: in capitals, US alone would be the form of the country.
    folded = form(word.lower())
    pattern = unlettered(folded + ANY if len(folded) == LONGEST_FORM else folded)
    # Folding takes the points out of *.*.b, and brings the stars together.
    return unlettered(WILDCARDS.sub(letters, pattern))


def is_too_broad(piece: WildcardPiece) -> bool:
    """Whether there is no letter or figure beside the wildcards, or none that folding leaves."""
    return not all(any(map(str.isalnum, text)) for text in (piece.text, piece.pattern or piece.text))


def reads_back(pattern: str) -> bool:
    """Whether the pattern is one word when it is typed; in scripts without spaces between words it may be several."""
    return pieces(pattern) == [WildcardPiece(pattern, pattern)]

"""The words of running text, what stands between them, and which of them begin like a name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.text.sentences import is_abbreviation


class NameToken(NamedTuple):
    """A word of running text, and what stands between it and the next one."""

    text: str
    start: int
    end: int
    gap: str
    """Up to the next word that is read, or to the end of what was read."""


def words(text: str, start: int, end: int) -> list[NameToken]:
    """The words of a part of a text, with places in the whole text."""
    first = FIRST.search(text, start, end)
    if first is None:
        return []
    place = first.start()
    found: list[NameToken] = []
    for word, gap in TOKEN.findall(text, place, end):
        after = place + len(word)
        found.append(new_tuple(NameToken, (word, place, after, gap)))
        place = after + len(gap)
    return found


FIRST = re.compile(r"\w")
TOKEN = re.compile(r"(\w++(?:[’'.&/-]++\w++)*)(\W*+)")
"""A word and the gap behind it."""
new_tuple = tuple.__new__
"""Makes a named tuple in half the time; there are hundreds in an article."""


def capitals() -> str:
    """A pattern for one capital of the alphabets that have any: Latin, Greek, Cyrillic, Armenian.

    In these alphabets capitals and small letters mostly take turns, so no range of characters will do.
    """
    return (
        "[" + "".join(letter for letter in map(chr, (*range(0x590), *range(0x1E00, 0x2000))) if letter.isupper()) + "]"
    )


CAPITAL = capitals()
PREFIXED = re.compile(rf"(?:(?:al|el|as|ad|ul|ar|an|bin)-|d[’']-?){CAPITAL}")
"""A name whose first letter is small: al-Assad, d’Estaing."""


def is_capitalised(word: str) -> bool:
    """The word begins like a name: Milley, al-Assad, d’Estaing."""
    return word[0].isupper() or PREFIXED.match(word) is not None


POSSESSIVE = ("’s", "'s", "’S", "'S")


def is_possessive(token: NameToken) -> bool:
    """What is named belongs to it: Milley’s, or Milleys’ before a space."""
    return token.text.endswith(POSSESSIVE) or (token.text[-1] == "s" and token.gap[:1] in ("’", "'"))


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word.endswith(POSSESSIVE) else word


def length(named: Sequence[NameToken]) -> int:
    """The characters of a name, without the possessive at its end."""
    return named[-1].end - named[0].start - (len(named[-1].text) - len(bare(named[-1].text)))


def hangs_on(token: NameToken) -> bool:
    """The next word may belong to the same name: a space stands between, or the full stop of an abbreviation."""
    gap = token.gap.strip()
    return not gap or (gap == "." and is_abbreviation(token.text, NEXT))


NEXT = "CapitalisedName"
"""What may follow an abbreviation."""


def ends_sentence(token: NameToken) -> bool:
    """A sentence ends behind the word."""
    end = SENTENCE_END.search(token.gap)
    return end is not None and not (end.group().strip() == "." and is_abbreviation(token.text, NEXT))


SENTENCE_END = re.compile(r"[.!?…]['\"’”»)\]]*(?:\s|$)")

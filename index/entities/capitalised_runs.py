"""Capitalised words that stand side by side in a text, or with small words between them that belong to names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.entities.name_tokens import CAPITAL, NameToken, bare, hangs_on, new_tuple
from index.entities.offices import names_office
from index.lexicon.name_words import DEMONYMS, OFFICES, PARTICLES, PLACE_WORDS, PLACES, TITLES, WITH_OF


class CapitalisedRun(NamedTuple):
    """Words that may be one name, or several."""

    start: int
    parts: tuple[str, ...]
    """The capitalised words, and between each two of them what stands there; together they are a part of the text."""
    end: int


def capitalised_runs(text: str) -> Iterator[CapitalisedRun]:
    """The runs of a text, in order; in time linear in the text."""
    parts: list[str] = []
    start = end = 0
    for word, place in capitalised_words(text):
        if parts:
            gap = text[end:place]
            if gap == " " or (place - end <= LONGEST_GAP and is_joined(parts, gap, text, (start, end))):
                parts.append(gap)
            else:
                yield new_tuple(CapitalisedRun, (start, tuple(parts), end))
                parts = []
        if "-" in word and is_compound(word):
            if parts:
                yield CapitalisedRun(start, tuple(parts[:-1]), end)
                parts = []
            continue
        if not parts:
            start = place
        parts.append(word)
        end = place + len(word)
    if parts:
        yield CapitalisedRun(start, tuple(parts), end)


LONGEST_GAP = 16
"""Characters between two words of one name."""

# The capital stands first, so that a search leaps from one to the next; what stands before it is asked afterwards.
WORD = re.compile(
    rf"""
      {CAPITAL} (?: (?<![\w’'.-].) | (?<=(?<![\w’'.-])(?:al|el|ul|ad|as|ar|an)-.) )     # Assad, of al-Assad
      (?: (?<=[A-Z]) \. (?:[A-Z]\.)+                                                   # U.S.
        | \w* (?: [-’']\w+ | \.(?=\w)\w+ )*                                            # Milley’s  Jean-Pierre
      )
    """,
    re.VERBOSE,
)
PREFIX = len("al-")


def capitalised_words(text: str) -> Iterator[tuple[str, int]]:
    """The capitalised words of a text, and where each begins; a possessive belongs to the gap behind the word, also a
    broken one: Milleys’, of Milley."""
    spans = [match.span() for match in WORD.finditer(text)]
    known: set[str] | None = None
    for first, end in spans:
        start = start_of(text, first)
        word = bare(text[start:end])
        if word[-1] == "s" and text[end : end + 1] in APOSTROPHES:
            known = known or {text[start_of(text, each) : behind] for each, behind in spans}
            if word[:-1] in known:
                word = word[:-1]
        yield word, start


APOSTROPHES = ("’", "'")


def start_of(text: str, capital: int) -> int:
    """Where the word with this capital begins, with what stands before that in it."""
    return capital - PREFIX if text[capital - 1 : capital] == "-" else capital


COMPOUND = re.compile(
    r"-(?:[a-z]+(?:ed|ing|led|run|born|based|style|made|wide|own)|led|run|born|based|elect|only|style|made|wide|own|era)$"
)


def is_compound(word: str) -> bool:
    """It is no name, but made of one (Republican-led), or of several (China-US)."""
    if word in OFFICES:
        return False
    parts = word.split("-")
    return COMPOUND.search(word) is not None or all(each in DEMONYMS or each in PLACES for each in parts)


def is_joined(parts: Sequence[str], gap: str, text: str, span: tuple[int, int]) -> bool:
    """The word behind this gap goes on with the run of these parts, which has this span in the text."""
    last = parts[-1]
    if gap in (") ", "] "):
        return text[max(0, span[0] - 1) : span[0]] in ("(", "[")
    if gap == ". ":
        return last == "St" or len(last) == 1 or (last in TITLES and hangs_on(NameToken(last, *span, gap)))
    if not gap.startswith(" "):
        return False
    if OF.fullmatch(gap):
        return last in WITH_OF or last in PLACE_WORDS or names_office(last)
    if gap == " for ":
        return not WITH_OF.isdisjoint(parts[-NEAR::2])
    if gap in (" and ", " & "):
        return AND_TAIL.match(text, span[1]) is not None
    return PARTICLE.fullmatch(gap) is not None


NEAR = 7
"""Parts of a run that are looked back at: four words, and what stands between them."""
OF = re.compile(r" of (?:the )?")
PARTICLE = re.compile(rf" (?:(?:{'|'.join(sorted(PARTICLES))}) ){{1,2}}")
AND_TAIL = re.compile(
    rf" (?:and|&) (?:{CAPITAL}\w+ ){{1,3}}?"
    r"(?:Administration|Agency|Association|Authority|Bureau|Commission|Committee|Council|Department|Ministry|Office)\b"
)

"""Where a text names something: each place with the name's key, and with its kind where that is told there.

The same few runs of capitalised words stand in many articles. Behind the word that merely begins a sentence, what they
name hangs on little beside them: on which words in capitals the text writes small elsewhere. So the names in a run are
remembered by it and these, with all that their words tell; what stands beside a name is looked at in each place.
"""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.entities.capitalised_runs import capitalised_runs
from index.entities.entity_types import NameKind, is_acronym, kind_beside, kind_by_words
from index.entities.name_candidates import is_beginning, names_in
from index.entities.name_keys import LONGEST_KNOWN, key_of
from index.entities.name_tokens import new_tuple
from index.entities.small_words import SmallWords


class NamePlace(NamedTuple):
    """A place where a text names something."""

    key: str
    text: str
    start: int
    end: int
    kind: NameKind | None
    """None where neither the name nor what stands beside it tells."""
    is_certain: bool
    """It stands where only names are capitalised, or the text never writes it small."""


def name_places(text: str, starts: Container[int]) -> Iterator[NamePlace]:
    """The places in a text whose sentences start so, in order; in time linear in the text."""
    small = SmallWords(text)
    for place, parts, behind in capitalised_runs(text):
        if len(parts) >= 2 * MOST_WORDS:
            continue
        is_opening = place in starts or place == 0 or text[place - 1] in OPENING
        if is_opening and is_beginning(parts, small):
            if len(parts) == 1:
                continue
            place += len(parts[0]) + len(parts[1])
            parts = parts[2:]
            is_opening = False
        named = known_names if behind - place <= LONGEST_KNOWN else names_of
        for key, said, start, end, kind, is_known, beside in named(parts, shouted(parts, small)):
            span = place + start, place + end
            told = kind or kind_beside(*beside, text, span)
            is_certain = is_known or not is_opening or len(parts) > 1
            yield new_tuple(NamePlace, (key, said, *span, told, is_certain))


MOST_WORDS = 8
"""Of one name; a longer run is a heading."""
OPENING = "\"'“‘«([•"


def shouted(parts: Sequence[str], small: Container[str]) -> frozenset[str]:
    """The words of a run in capitals, in small letters, that the text writes small elsewhere."""
    for word in parts:
        if word.isupper():
            return frozenset([part.lower() for part in parts if part.isupper() and part.lower() in small])
    return NONE


NONE: frozenset[str] = frozenset()


class NameInRun(NamedTuple):
    """A name, and where it stands in a run of capitalised words."""

    key: str
    text: str
    start: int
    end: int
    kind: NameKind | None
    """None where its words do not tell it."""
    is_known: bool
    """The run is a name that is listed."""
    beside: tuple[int, bool]
    """How many words it has, and that it may be an acronym: so is read what stands beside it."""


def names_of(parts: tuple[str, ...], small: frozenset[str]) -> tuple[NameInRun, ...]:
    """The names in a run."""
    return tuple(
        NameInRun(
            key_of(run.text),
            run.text,
            run.start,
            run.end,
            kind_by_words(run),
            run.is_known,
            (len(run.words), is_acronym(run.text)),
        )
        for run in names_in(parts, small)
    )


known_names = lru_cache(maxsize=16_384)(names_of)
"""The same, remembered."""

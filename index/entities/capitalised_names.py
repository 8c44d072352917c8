"""Who may be named in running text: runs of capitalised words, without what stands before a name in them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from index.entities.name_tokens import CAPITAL, bare, hangs_on, length, new_tuple, words
from index.entities.offices import NOBODY, follows_office, is_name, named_in, without_particles
from index.lexicon.name_words import BODIES, OFFICES, PARTICLES, STARTERS
from index.lexicon.places import is_known_place


class CapitalisedName(NamedTuple):
    """What a run of capitalised words names, with places in the run."""

    start: int
    end: int
    given: str
    """The first word, but for particles."""
    surname: str
    """The last word."""
    words: int
    """But for particles before it."""
    titled: bool
    """An office stands before it."""
    may_be_person: bool
    """It has two to four words, and is not that of a place or an institution."""


class Naming(NamedTuple):
    """A place in a text where somebody may be named."""

    start: int
    end: int
    name: CapitalisedName


def namings(text: str, start: int, end: int) -> list[Naming]:
    """The runs of capitalised words in a part of a text that may name somebody, in order."""
    found: list[Naming] = []
    for match in RUN.finditer(text, start, end):
        run, place = match.group(), match.start()
        if ". " in run:
            found += namings_between_stops(run, place)
            continue
        name = known_name(run) if len(run) <= LONGEST_KNOWN else name_in(run)
        if name:
            found.append(new_tuple(Naming, (place + name.start, place + name.end, name)))
    return found


def namings_between_stops(run: str, place: int) -> Iterator[Naming]:
    """The same of a run at this place with full stops in it, some of which may end a sentence."""
    for first, part in parts_of(run):
        name = known_name(part) if len(part) <= LONGEST_KNOWN else name_in(part)
        if name:
            yield Naming(place + first + name.start, place + first + name.end, name)


def parts_of(run: str) -> Iterator[tuple[int, str]]:
    """The parts of a run between which a sentence ends, each with its place."""
    first = 0
    for token in words(run, 0, len(run)):
        if token.gap and not hangs_on(token):
            yield first, run[first : token.end]
            first = token.end + len(token.gap)
    yield first, run[first:]


def name_in(run: str) -> CapitalisedName | None:
    """The name in a run of capitalised words; None when nobody is named."""
    if run.isalpha():  # one word: what the rest of this comes to
        names = run not in STARTERS and run not in NOBODY
        return CapitalisedName(0, len(run), run, run, words=1, titled=False, may_be_person=False) if names else None
    tokens = words(run, 0, len(run))
    named = named_in(tokens)
    if not is_name(named, tokens):
        return None
    titled = follows_office(named, tokens)
    start, end = named[0].start, named[0].start + length(named)
    name = without_particles(run[start:end])
    return CapitalisedName(
        start,
        end,
        given=name.split(maxsplit=1)[0],
        surname=bare(named[-1].text),
        words=name.count(" ") + 1,
        titled=titled,
        may_be_person=not titled and may_be_person(name),
    )


LONGEST_KNOWN = 100
"""Characters of a run that is remembered; longer ones would fill the memory."""
known_name = lru_cache(maxsize=16_384)(name_in)
"""The same, remembered: the same few names stand in many places, and what they name hangs on nothing beside them."""


REST = r"[\w’'&-]*"
# The capital stands first, so that a search leaps from one to the next; what stands before it is asked afterwards. No
# abbreviation, behind whose full stop a name may go on, is longer than Messrs.
RUN = re.compile(
    rf"""
      {CAPITAL} (?<![\w.].) {REST}
      (?:
        (?: \. (?<!\w{{7}}\.) )? [ ]
        (?: of[ ] (?: {"|".join(rf"(?<={office}[ ]of[ ])" for office in sorted(OFFICES))}) (?: the[ ] )? )?
        (?: (?: {"|".join(sorted(PARTICLES))} )[ ] ){{0,2}}
        (?: (?:al|el)- )? {CAPITAL} {REST}
      ){{0,7}}
    """,
    re.VERBOSE,
)
"""Capitalised words beside one another, also over small words that belong to a name, or to the office before it."""


def may_be_person(name: str) -> bool:
    """A name of two to four words that is not that of a place or an institution."""
    parts = name.split()
    return 2 <= len(parts) <= 4 and not BODIES.intersection(parts) and not is_known_place(name)

"""Where the name of a person begins in a run of capitalised words: behind offices, bodies, and where somebody is from.

Speakers and the names of an article are both read here, so that each is called the same in both. The words of a run may
come with the small ones among them ("of", "de"), or with those in the gaps between.
"""

from collections.abc import Sequence

from index.entities.name_tokens import NameToken, is_capitalised, is_possessive
from index.lexicon.name_words import (
    BRANCHES,
    DEMONYMS,
    FORMS_OF_ADDRESS,
    GIVEN_NAMES,
    INSTITUTIONS,
    OFFICES,
    ORGANISATIONS,
    PARTICLES,
    PLACE_WORDS,
    PLACES,
    QUALIFIERS,
    STARTERS,
    SURNAMES,
    TITLES,
    WITH_OF,
)

Tokens = Sequence[NameToken]
NO_PERSON = OFFICES | QUALIFIERS | BRANCHES | WITH_OF | INSTITUTIONS | STARTERS - SURNAMES | {"Order", "Orders"}
"""With these no person's name begins."""
GROUPS = INSTITUTIONS | WITH_OF
LONGEST_PLACE = 3
"""Words of a place before a person."""
FEWEST_NAMES, MOST_NAMES = 2, 3
"""Words of a person's name that stand behind an institution, or behind what nobody knows as a branch of an office."""


def named_in(run: Tokens) -> Tokens:
    """The name in a run: behind what begins a sentence, who it belongs to, offices, and where somebody is from."""
    first = 0
    while first < len(run) and run[first].text in STARTERS:
        first += 1
    for place in range(first, len(run) - 1):
        if run[place].text[-1] in "sS" and is_possessive(run[place]):
            first = place + 1
    run = run[first:]
    if len(run) < 2 or (run[0].text in BEGIN_LISTED and is_listed(run)):
        return run
    person = person_at(run)
    return run[origin(run) :] if person is None else run[person:]


def is_name(named: Tokens, run: Tokens) -> bool:
    """What was found in a run names somebody, and is neither the beginning of a sentence nor an office alone."""
    if not named:
        return False
    first = named[0].text
    if first in SURNAMES and follows_office(named, run):
        return True
    if first in STARTERS or not is_capitalised(named[-1].text):
        return False
    if len(named) == 1:
        return first not in NOBODY
    is_ended = named[-2].text != "of" and is_office(named, len(named) - 1)
    if not is_ended and not names_office(first):
        return True
    is_body = named[1].text != "of" and any(token.text in GROUPS for token in named)
    return (is_body and not is_ended) or is_listed(named)


NOBODY = OFFICES | QUALIFIERS
"""Words that name nobody by themselves."""


def follows_office(named: Tokens, run: Tokens) -> bool:
    """An office stands right before the name that was found in a run."""
    return len(named) < len(run) and names_office(run[len(run) - len(named) - 1].text)


def is_listed(run: Tokens) -> bool:
    """All of it is a name that is listed: General Electric, New York."""
    return " ".join([token.text for token in run]) in LISTED


LISTED = ORGANISATIONS | PLACES
BEGIN_LISTED = frozenset(name.split()[0] for name in LISTED)


def person_at(run: Tokens) -> int | None:
    """Where a person's name begins behind an office; None when there is no office, or nobody behind it.

    The last office counts, as in Chief Strategy Officer Peter Nitoglia.
    """
    found: int | None = None
    is_held = False
    place = 0
    while place < len(run):
        word = run[place].text
        if (word in OFFICES or "-" in word) and is_office(run, place):
            office, place = place, behind_of(run, place + 1)
            person = holder_at(run, office, place)
            is_held = person is None
            found = found if person is None else person
            continue
        if is_held and word in GIVEN_NAMES:
            found, is_held = place, False
        is_held = is_held or word in WITH_OF
        place += 1
    return found


def is_office(run: Tokens, place: int) -> bool:
    """An office stands here, and no surname: Stephen King."""
    return names_office(run[place].text) and not is_surname(run, place)


def names_office(word: str) -> bool:
    """The word is an office, perhaps behind a hyphen: Vice-President."""
    return word in OFFICES or ("-" in word and word.rpartition("-")[2] in OFFICES)


def is_surname(run: Tokens, place: int) -> bool:
    """The word is a surname here, though it is an office or a month: a given name stands before it."""
    if run[place].text not in SURNAMES:
        return False
    return any(token.text in GIVEN_NAMES and token.text not in PLACES for token in run[:place])


def holder_at(run: Tokens, office: int, place: int) -> int | None:
    """Where the name of its holder begins, from `place` on, behind an office and what it is of; None without one."""
    rest = run[place:]
    if not rest or (is_apart(run[place - 1]) and run[place - 1].gap.strip() not in OF):
        return None
    if place == office + 1 and run[office].text in FORMS_OF_ADDRESS:
        is_office_too = rest[0].text in OFFICES and (len(rest) > 1 or rest[0].text not in SURNAMES)
        return None if is_office_too else place
    group = max((at for at, token in enumerate(rest, place) if token.text in GROUPS), default=None)
    if group is not None:
        return member_at(run, group)
    if rest[0].text in NO_PERSON or (run[office].text not in TITLES and is_listed(rest)):
        return None
    if place == office + 1 or run[place - 1].text in BRANCHES or run[place - 1].text in PLACES:
        return place
    if len(rest) < FEWEST_NAMES:
        return None
    return next((at for at, token in enumerate(rest[:-1], place) if token.text in GIVEN_NAMES), place)


def member_at(run: Tokens, group: int) -> int | None:
    """Where the name of somebody begins behind an institution and what it is of; None where the rest is no name."""
    place = behind_of(run, group + 1)
    is_person = FEWEST_NAMES <= len(run) - place <= MOST_NAMES and not is_apart(run[place - 1])
    return place if is_person else None


def behind_of(run: Tokens, place: int) -> int:
    """The place behind what an office right before is of: (Secretary) of State, (Minister) of Foreign Affairs."""
    is_of = run[place - 1].gap.strip() in OF
    while place < len(run) and run[place].text in ("of", "the"):
        is_of, place = True, place + 1
    if not is_of or place >= len(run):
        return place
    first = place
    place += places_before(run[place:]) or (run[place].text not in GROUPS)
    while place < len(run) and run[place].text in BRANCHES and (place == first or not is_apart(run[place - 1])):
        place += 1
    return place


OF = frozenset({"of", "of the"})


def is_apart(token: NameToken) -> bool:
    """More than a space, a full stop or a particle stands behind the word: another name begins there."""
    return not all(word == "." or word in PARTICLES for word in token.gap.split())


def places_before(run: Tokens) -> int:
    """How many words of a known place the run begins with."""
    if not run or run[0].text not in BEGIN_PLACES:
        return 0
    for count in range(min(LONGEST_PLACE, len(run)), 0, -1):
        if " ".join([token.text for token in run[:count]]) in PLACES:
            return count
    return 0


BEGIN_PLACES = frozenset(place.split()[0] for place in PLACES)


def origin(run: Tokens) -> int:
    """How many words before a person say where from: South Korea Alexander Timonin, Russian Yelena Mizulina."""
    if run[0].text in GIVEN_NAMES:
        return 0
    count = places_before(run)
    while count < len(run) and run[count].text in DEMONYMS:
        count += 1
    rest = run[count:]
    is_person = len(rest) >= FEWEST_NAMES and rest[0].text in GIVEN_NAMES and not is_apart(run[count - 1])
    return count if count and is_person and rest[-1].text not in PLACE_WORDS else 0


def without_particles(name: str) -> str:
    """The name without the small words before it: Mistura for de Mistura."""
    first, space, rest = name.partition(" ")
    return without_particles(rest) if space and first in PARTICLES else name

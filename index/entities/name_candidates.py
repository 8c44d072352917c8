"""The names in a run of capitalised words, cut where one name ends and another begins."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from index.entities.capitalised_runs import LONGEST_GAP
from index.entities.name_tokens import NameToken
from index.entities.offices import (
    BEGIN_LISTED,
    GROUPS,
    is_listed,
    is_surname,
    names_office,
    origin,
    person_at,
    places_before,
)
from index.lexicon.name_words import (
    BRANCHES,
    DEMONYMS,
    INSTITUTIONS,
    NOT_NAMES,
    OFFICES,
    OPENERS,
    ORGANISATIONS,
    PARTICLES,
    PLACE_WORDS,
    QUALIFIERS,
    SURNAMES,
    TITLES,
    WITH_OF,
)

PARTICLES_BEFORE = re.compile(rf" ((?:(?:{'|'.join(sorted(PARTICLES))}) ){{1,2}})\Z")
BRACKETS = re.compile(r"[()\[\]]")


@dataclass(frozen=True, slots=True)
class Run:
    """What may be one name."""

    text: str
    start: int
    """In the run of capitalised words that it was found in."""
    end: int
    words: tuple[str, ...]
    """The capitalised ones."""
    is_titled: bool
    """An office stands before it: it is a person."""
    is_known: bool
    """The run is a name that is listed."""


def names_in(parts: Sequence[str], small: Container[str]) -> Iterator[Run]:
    """The names in a run, which has these parts and does not begin a sentence: without offices and nationalities."""
    tokens = tokens_of(parts)
    text = "".join(parts)
    is_known = is_listed(tokens)
    for part, is_titled in names_apart(tokens):
        trimmed = trim(part, is_titled)
        if trimmed and not all(is_shouted(token.text, small) for token in trimmed):
            start, end = trimmed[0].start, trimmed[-1].end
            if is_titled:
                start -= len(particles_before(text, start))
            said = " ".join(BRACKETS.sub("", text[start:end]).split())
            yield Run(said, start, end, tuple([token.text for token in trimmed]), is_titled, is_known)


def tokens_of(parts: Sequence[str]) -> Sequence[NameToken]:
    """The words of a run, with places in it."""
    found: list[NameToken] = []
    place = 0
    for word, gap in zip_longest(parts[::2], parts[1::2], fillvalue=""):
        after = place + len(word)
        found.append(NameToken(word, place, after, gap))
        place = after + len(gap)
    return found


def particles_before(text: str, start: int) -> str:
    """The small words right before a capitalised one that may belong to the name of a person: de Mistura."""
    before = PARTICLES_BEFORE.search(text, max(0, start - LONGEST_GAP), start)
    return before[1] if before else ""


def is_beginning(parts: Sequence[str], small: Container[str]) -> bool:
    """The first word of a run that begins a sentence is no part of a name: it is one of a few, or the text writes it
    small; unless a name that is listed begins with it."""
    word = parts[0]
    if word in BEGIN_LISTED and (is_listed(tokens := tokens_of(parts)) or places_before(tokens)):
        return False
    return word in OPENERS or SHORTENED.search(word) is not None or (word not in OFFICES and word.lower() in small)


SHORTENED = re.compile(r"[’'](?:m|t|re|ve|ll|d)$")
LONGEST_ACRONYM = 6


def is_shouted(word: str, small: Container[str]) -> bool:
    """It is in capitals, as headings are, and no acronym: too long, or a word that the text writes small elsewhere."""
    return word.isupper() and (len(word) > LONGEST_ACRONYM or word.lower() in small) and word not in ORGANISATIONS


def names_apart(tokens: Sequence[NameToken]) -> Iterator[tuple[Sequence[NameToken], bool]]:
    """The tokens of each name in a run, each with whether an office stands before it."""
    if len(tokens) < 2:
        return iter([(tokens, False)])
    return (part for own in without_place(tokens) for part in parts(own))


def without_place(tokens: Sequence[NameToken]) -> Iterator[Sequence[NameToken]]:
    """The tokens, and apart from them the place before a person, or a body that is not named for it: US Congress."""
    count = places_before(tokens) if origin(tokens) else 0
    if len(tokens) > 2 and tokens[0].text in COUNTRY and tokens[1].text not in INSTITUTIONS:
        count = 1
    if count:
        yield tokens[:count]
    if tokens[count:]:
        yield tokens[count:]


def parts(tokens: Sequence[NameToken]) -> Iterator[tuple[Sequence[NameToken], bool]]:
    """The tokens cut before a person whose office stands before the name, each with whether an office does."""
    cut = None if is_listed(tokens) else person_at(tokens)
    if cut is None:
        yield tokens, False
        return
    before = without_office(tokens[:cut])
    if before:
        yield before, False
    yield tokens[cut:], True


def without_office(tokens: Sequence[NameToken]) -> Sequence[NameToken]:
    """What of the words before a person is a name: of Chairman of the Joint Chiefs of Staff Gen., the Joint Chiefs."""
    end = len(tokens)
    is_body_of = any(token.text in WITH_OF and token.gap in GOES_ON for token in tokens)
    loose = OFFICES if is_body_of else ABOUT_OFFICES
    while end and (tokens[end - 1].text in loose or names_office(tokens[end - 1].text)):
        end -= 1
    kept = tokens[:end]
    kept = kept[loose_at_beginning(kept) :]
    if any(token.text in GROUPS for token in kept) or is_listed(kept):
        return kept
    return kept[: places_before(kept)]


GOES_ON = frozenset({" of ", " of the ", " for ", " for the "})
ABOUT_OFFICES = OFFICES | QUALIFIERS | BRANCHES


def trim(tokens: Sequence[NameToken], is_titled: bool) -> Sequence[NameToken]:
    """The tokens without days, nationalities and offices at their ends; empty when nothing else is left."""
    if not tokens or (is_titled and tokens[0].text in SURNAMES):
        return tokens
    first, end = 0, len(tokens)
    while first < end and (tokens[first].text in NOT_NAMES or tokens[first].text in ARTICLES):
        first += 1
    while first < end and is_loose_at_end(tokens[first:end]):
        end -= 1
    kept = tokens[first:end]
    if is_listed(kept):
        return kept
    if not kept or (len(kept) <= 2 and kept[-1].text in DEMONYMS):
        return ()
    kept = kept[loose_at_beginning(kept) :]
    return () if not kept or (len(kept) == 1 and is_bare(kept[0].text)) else kept


def loose_at_beginning(tokens: Sequence[NameToken]) -> int:
    """How many words before a name are offices, and then nationalities, which belong to the name of an institution."""
    is_institution = any(token.text in GROUPS for token in tokens)
    last = len(tokens) - 1
    first = 0
    while first <= last and is_loose_office(tokens, first) and not (is_institution and first == last):
        first += 1
    while (
        first < last and tokens[first].text in DEMONYMS and not is_institution and tokens[last].text not in PLACE_WORDS
    ):
        first += 1
    return first


def is_loose_office(tokens: Sequence[NameToken], place: int) -> bool:
    """The word is a title, an office of what follows, or stands before such: Vice President of the Committee."""
    word = tokens[place].text
    if word in TITLES or (names_office(word) and tokens[place].gap in GOES_ON and len(tokens) > place + 1):
        return True
    return word in QUALIFIERS and place + 1 < len(tokens) and names_office(tokens[place + 1].text)


ARTICLES = frozenset({"The", "A", "An"})
COUNTRY = frozenset({"US", "U.S", "U.S.", "USA", "UK", "U.K."})


def is_loose_at_end(tokens: Sequence[NameToken]) -> bool:
    """The last word is a day or an office, and no surname."""
    last = tokens[-1].text
    if is_surname(tokens, len(tokens) - 1):
        return False
    return (last in NOT_NAMES and (last != "I" or len(tokens) == 1)) or (last in TITLES and len(tokens) > 1)


def is_bare(word: str) -> bool:
    """By itself it names nothing."""
    return (
        len(word) == 1
        or word in BARE
        or SHORTENED.search(word) is not None
        or (word.endswith(("ians", "icans", "ns")) and word[:-1] in DEMONYMS)
    )


BARE = ABOUT_OFFICES | DEMONYMS | NOT_NAMES | OPENERS | (INSTITUTIONS - ORGANISATIONS)

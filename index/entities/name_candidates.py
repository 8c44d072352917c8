"""Runs of capitalised words that may be names, cut where one name ends and another begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.entities.name_tokens import CAPITAL, NameToken, bare, hangs_on, new_tuple
from index.entities.offices import GROUPS, is_listed, is_surname, names_office, origin, person_at, places_before
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
    PLACES,
    QUALIFIERS,
    SURNAMES,
    TITLES,
    WITH_OF,
)
from index.text.sentences import sentences

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
SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}")
PARTICLE = re.compile(rf" (?:(?:{'|'.join(sorted(PARTICLES))}) ){{1,2}}")
PARTICLES_BEFORE = re.compile(rf" ((?:(?:{'|'.join(sorted(PARTICLES))}) ){{1,2}})\Z")
OF = re.compile(r" of (?:the )?")
AND_TAIL = re.compile(
    rf" (?:and|&) (?:{CAPITAL}\w+ ){{1,3}}?"
    r"(?:Administration|Agency|Association|Authority|Bureau|Commission|Committee|Council|Department|Ministry|Office)\b"
)
BRACKETS = re.compile(r"[()\[\]]")
OPENING = "\"'“‘«([•"


@dataclass(frozen=True, slots=True)
class Run:
    """What may be one name."""

    text: str
    start: int
    end: int
    words: tuple[str, ...]
    """The capitalised ones."""
    is_titled: bool
    """An office stands before it: it is a person."""
    is_certain: bool
    """It stands where only names are capitalised, or the text never writes it small."""


def runs(text: str) -> Iterator[Run]:
    """The runs of a text, in order; in time linear in the text."""
    small = set(SMALL.findall(text))
    starts = {start for start, _ in sentences(text)}
    for tokens in together(text):
        first = tokens[0].start
        opens = first in starts or text[max(0, first - 1) : first] in OPENING
        yield from names_in(tokens, opens, small, text)


def together(text: str) -> Iterator[Sequence[NameToken]]:
    """Capitalised words that stand side by side, or with small words between them that belong to names."""
    run: list[NameToken] = []
    for token in capitalised_words(text):
        if run and not is_joined(run, token, text):
            yield run
            run = []
        if is_compound(token.text):
            if run:
                yield run
            run = []
        else:
            run.append(token)
    if run:
        yield run


def capitalised_words(text: str) -> Iterator[NameToken]:
    """The capitalised words of a text; a possessive belongs to the gap, also a broken one: Milleys’, of Milley."""
    found = [(start_of(match), match.end()) for match in WORD.finditer(text)]
    known = {text[start:end] for start, end in found}
    ends = [start for start, _ in found[1:]] + [len(text)]
    for (start, end), next_start in zip(found, ends, strict=False):
        word = bare(text[start:end])
        if word[-1] == "s" and text[end : end + 1] in ("’", "'") and word[:-1] in known:
            word = word[:-1]
        after = start + len(word)
        yield new_tuple(NameToken, (word, start, after, text[after:next_start]))


def start_of(match: re.Match[str]) -> int:
    """Where the word begins, with what stands before the capital in it."""
    start = match.start()
    return start - PREFIX if match.string[start - 1 : start] == "-" else start


COMPOUND = re.compile(
    r"-(?:[a-z]+(?:ed|ing|led|run|born|based|style|made|wide|own)|led|run|born|based|elect|only|style|made|wide|own|era)$"
)


def is_compound(word: str) -> bool:
    """It is no name, but made of one (Republican-led), or of several (China-US)."""
    if "-" not in word or word in OFFICES:
        return False
    parts = word.split("-")
    return COMPOUND.search(word) is not None or all(each in DEMONYMS or each in PLACES for each in parts)


MOST_WORDS = 8
"""Of one name; a longer run is a heading."""
NEAR = 4
"""Words of a run that are looked back at."""
LONGEST_GAP = 16
"""Characters between two words of one name."""


def is_joined(run: Sequence[NameToken], token: NameToken, text: str) -> bool:
    """The word goes on with the run."""
    last = run[-1]
    gap = last.gap
    if gap == " ":
        return True
    if token.start - last.end > LONGEST_GAP:
        return False
    if gap in (") ", "] "):
        return text[max(0, run[0].start - 1) : run[0].start] in ("(", "[")
    if gap == ". ":
        return last.text == "St" or len(last.text) == 1 or (last.text in TITLES and hangs_on(last))
    if OF.fullmatch(gap):
        return last.text in WITH_OF or last.text in PLACE_WORDS or names_office(last.text)
    if gap == " for ":
        return any(each.text in WITH_OF for each in run[-NEAR:])
    if gap in (" and ", " & "):
        return AND_TAIL.match(text, last.end) is not None
    return PARTICLE.fullmatch(gap) is not None


def names_in(tokens: Sequence[NameToken], opens: bool, small: set[str], text: str) -> Iterator[Run]:
    """The names in a run: offices, nationalities and what only begins a sentence are left out."""
    if len(tokens) > MOST_WORDS:
        return
    is_known = is_listed(tokens)
    is_opening = False
    if opens and not is_known and not places_before(tokens):
        if is_beginning(tokens[0].text, small):
            tokens = tokens[1:]
        else:
            is_opening = len(tokens) == 1
    for part, is_titled in names_apart(tokens):
        trimmed = trim(part, is_titled)
        if trimmed and not all(is_shouted(token.text, small) for token in trimmed):
            start, end = trimmed[0].start, trimmed[-1].end
            if is_titled:
                start -= len(particles_before(text, start))
            said = " ".join(BRACKETS.sub("", text[start:end]).split())
            words = tuple(token.text for token in trimmed)
            certain = not is_opening or is_titled or is_known
            yield Run(said, start, end, words, is_titled, certain)


def particles_before(text: str, start: int) -> str:
    """The small words right before a capitalised one that may belong to the name of a person: de Mistura."""
    before = PARTICLES_BEFORE.search(text, max(0, start - LONGEST_GAP), start)
    return before[1] if before else ""


def is_beginning(word: str, small: set[str]) -> bool:
    """At the beginning of a sentence the word is no part of a name: it is one of a few, or the text writes it small."""
    return word in OPENERS or SHORTENED.search(word) is not None or (word not in OFFICES and word.lower() in small)


SHORTENED = re.compile(r"[’'](?:m|t|re|ve|ll|d)$")
LONGEST_ACRONYM = 6


def is_shouted(word: str, small: set[str]) -> bool:
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

"""Runs of capitalised words that may be names, cut where one name ends and another begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.lexicon.name_words import (
    BEFORE_TITLES,
    DEMONYMS,
    DEPARTMENTS,
    GIVEN_NAMES,
    INSTITUTIONS,
    NOT_NAMES,
    ORGANISATIONS,
    PLACE_WORDS,
    PLACES,
    ROLES,
    STARTERS,
    TITLES,
    WITH_OF,
)
from index.text.sentences import sentences

CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0386-\u03ab\u0400-\u042f"
WORD = re.compile(
    rf"""
      (?<![\w’'.-])
      (?: (?:[A-Z]\.){{2,}}                                     # U.S.
        | (?: al | el | ul | ad | as | ar | an )-[{CAPITAL}]\w+     # al-Assad
        | [{CAPITAL}][\w]* (?: [-’'] [\w]+ | \.(?=\w) \w+ )*      # Milley’s  Jean-Pierre
      )
    """,
    re.VERBOSE,
)
SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}")
POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
PARTICLE = re.compile(r" (?:de|de la|de los|del|da|dos|di|van|van der|von|bin|ibn|al|el|ben|la|le|der|du) $")
OF = re.compile(r" of (?:the )?$")
AND_TAIL = re.compile(
    rf" (?:and|&) (?:[{CAPITAL}]\w+ ){{1,3}}?"
    r"(?:Administration|Agency|Association|Authority|Bureau|Commission|Committee|Council|Department|Ministry|Office)\b"
)
BRACKETS = re.compile(r"[()\[\]]")
OPENING = "\"'“‘«([•"


@dataclass(frozen=True, slots=True)
class NameToken:
    """A capitalised word."""

    text: str
    """Without possessive and full stop."""
    start: int
    end: int
    """Of the text above."""
    is_closed: bool
    """A possessive ends the run after it."""


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
    found = list(WORD.finditer(text))
    known = {match.group() for match in found}
    for match in found:
        token = token_of(match, known)
        if is_compound(token.text):
            if run:
                yield run
            run = []
            continue
        if run and (run[-1].is_closed or not is_joined(run, token, text)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


COMPOUND = re.compile(
    r"-(?:[a-z]+(?:ed|ing|led|run|born|based|style|made|wide|own)|led|run|born|based|elect|only|style|made|wide|own|era)$"
)


def is_compound(word: str) -> bool:
    """It is no name, but made of one (Republican-led), or of several (China-US)."""
    if "-" not in word or word in TITLES:
        return False
    parts = word.split("-")
    return COMPOUND.search(word) is not None or all(each in DEMONYMS or each in PLACES for each in parts)


def token_of(match: re.Match[str], known: set[str]) -> NameToken:
    """The word without its possessive, also a broken one: Milleys’, where the text has Milley too."""
    whole = match.group()
    bare = POSSESSIVE.sub("", whole)
    if whole.endswith("s") and whole[:-1] in known and match.string[match.end() : match.end() + 1] in ("’", "'"):
        bare = whole[:-1]
    return NameToken(bare, match.start(), match.start() + len(bare), bare != whole)


MOST_WORDS = 8
"""Of one name; a longer run is a heading."""
NEAR = 4
"""Words of a run that are looked back at."""
LONGEST_GAP = 16
"""Characters between two words of one name."""


def is_joined(run: Sequence[NameToken], token: NameToken, text: str) -> bool:
    """The word goes on with the run."""
    last = run[-1]
    if token.start - last.end > LONGEST_GAP:
        return False
    gap = text[last.end : token.start]
    if gap == " ":
        return True
    if gap in (") ", "] "):
        return text[max(0, run[0].start - 1) : run[0].start] in ("(", "[")
    if gap == ". ":
        return last.text in TITLES or last.text == "St" or len(last.text) == 1
    if OF.fullmatch(gap):
        return last.text in WITH_OF or last.text in TITLES or last.text in PLACE_WORDS
    if gap == " for ":
        return any(each.text in WITH_OF for each in run[-NEAR:])
    if gap in (" and ", " & "):
        return AND_TAIL.match(text, last.end) is not None
    return PARTICLE.fullmatch(gap) is not None


def names_in(tokens: Sequence[NameToken], opens: bool, small: set[str], text: str) -> Iterator[Run]:
    """The names in a run: offices, nationalities and what only begins a sentence are left out."""
    if len(tokens) > MOST_WORDS:
        return
    whole = " ".join(token.text for token in tokens)
    is_known = whole in PLACES or whole in ORGANISATIONS
    is_opening = False
    if opens and not is_known:
        first = tokens[0].text
        if first in STARTERS or SHORTENED.search(first) or (first.lower() in small and first not in TITLES):
            tokens = tokens[1:]
        else:
            is_opening = len(tokens) == 1
    for part, is_titled in (piece for own in without_country(tokens) for piece in parts(own)):
        trimmed = trim(part)
        if trimmed and not all(is_shouted(token.text, small) for token in trimmed):
            start, end = trimmed[0].start, trimmed[-1].end
            said = " ".join(BRACKETS.sub("", text[start:end]).split())
            words = tuple(token.text for token in trimmed)
            certain = not is_opening or is_titled or is_known
            yield Run(said, start, end, words, is_titled, certain)


SHORTENED = re.compile(r"[’'](?:m|t|re|ve|ll|d)$")
LONGEST_ACRONYM = 6


def is_shouted(word: str, small: set[str]) -> bool:
    """It is in capitals, as headings are, and no acronym: too long, or a word that the text writes small elsewhere."""
    return word.isupper() and (len(word) > LONGEST_ACRONYM or word.lower() in small) and word not in ORGANISATIONS


def without_country(tokens: Sequence[NameToken]) -> Iterator[Sequence[NameToken]]:
    """The tokens, and apart from them the country before a body that is not named for it: US Joint Chiefs of Staff."""
    if len(tokens) > 2 and tokens[0].text in COUNTRY and tokens[1].text not in INSTITUTIONS:
        yield tokens[:1]
        tokens = tokens[1:]
    if tokens:
        yield tokens


def parts(tokens: Sequence[NameToken]) -> Iterator[tuple[Sequence[NameToken], bool]]:
    """The tokens cut before a person whose office stands before the name, each with whether an office does."""
    cut = person_at(tokens)
    if cut is None:
        yield tokens, False
        return
    before = without_office(tokens[:cut])
    if before:
        yield before, False
    yield tokens[cut:], True


def person_at(tokens: Sequence[NameToken]) -> int | None:
    """Where a person's name begins after an office; None when there is no office, or nothing after it."""
    is_office = False
    for place in range(1, len(tokens)):
        before, word = tokens[place - 1], tokens[place]
        is_beside = word.start - before.end <= len(". ")
        is_titled = before.text in TITLES or before.text in ROLES or (is_office and before.text in DEPARTMENTS)
        if is_titled and is_beside and word.text not in NO_PERSON:
            return place
        is_office = is_office or is_titled or before.text in WITH_OF
        if is_office and word.text in GIVEN_NAMES:
            return place
    return None


NO_PERSON = BEFORE_TITLES | TITLES | ROLES | WITH_OF | INSTITUTIONS
"""With these no person's name begins."""


def without_office(tokens: Sequence[NameToken]) -> Sequence[NameToken]:
    """What of the words before a person is a name: of Chairman of the Joint Chiefs of Staff Gen., the Joint Chiefs."""
    kept = list(tokens)
    is_department = any(token.text in ("Department", "Ministry") for token in kept)
    while kept and kept[-1].text in (TITLES | ROLES if is_department else TITLES | ROLES | BEFORE_TITLES):
        kept.pop()
    while kept and (kept[0].text in TITLES or kept[0].text in DEMONYMS):
        kept.pop(0)
    is_name = any(token.text in WITH_OF or token.text in INSTITUTIONS for token in kept)
    joined = " ".join(token.text for token in kept)
    return (
        kept
        if is_name or joined in PLACES or joined in ORGANISATIONS
        else kept[:1]
        if kept and kept[0].text in PLACES
        else ()
    )


def trim(tokens: Sequence[NameToken]) -> Sequence[NameToken]:
    """The tokens without days, nationalities and offices at their ends; empty when nothing else is left."""
    kept = list(tokens)
    while kept and (kept[0].text in NOT_NAMES or kept[0].text in ARTICLES):
        kept.pop(0)
    while kept and is_loose_at_end(kept):
        kept.pop()
    words = [token.text for token in kept]
    if len(words) <= 2 and words and words[-1] in DEMONYMS:
        return ()
    is_institution = any(word in INSTITUTIONS or word in WITH_OF for word in words)
    while kept and kept[0].text in TITLES and not (is_institution and len(kept) == 1):
        kept.pop(0)
    while len(kept) > 1 and kept[0].text in DEMONYMS and not is_institution and kept[-1].text not in PLACE_WORDS:
        kept.pop(0)
    if not kept or (len(kept) == 1 and (is_bare(kept[0].text))):
        return ()
    return kept


ARTICLES = frozenset({"The", "A", "An"})
COUNTRY = frozenset({"US", "U.S", "U.S.", "USA", "UK", "U.K."})


def is_loose_at_end(tokens: Sequence[NameToken]) -> bool:
    """The last word is a day or an office."""
    last = tokens[-1].text
    return (last in NOT_NAMES and (last != "I" or len(tokens) == 1)) or (last in TITLES and len(tokens) > 1)


def is_bare(word: str) -> bool:
    """By itself it names nothing."""
    return (
        len(word) == 1
        or SHORTENED.search(word) is not None
        or word in TITLES
        or word in BEFORE_TITLES
        or word in DEMONYMS
        or word in NOT_NAMES
        or (word.endswith(("ians", "icans", "ns")) and word[:-1] in DEMONYMS)
        or (word in INSTITUTIONS and word not in ORGANISATIONS)
        or word in STARTERS
    )

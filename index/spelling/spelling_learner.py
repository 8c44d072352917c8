"""Spellings of names that are learned from the articles themselves: sergei and sergey, gadhafi and gaddafi.

Two words are taken for spellings of one name when
- they have the same skeleton and are at most two edits apart,
- they seldom stand in the same article,
- they stand beside the same words, which seldom stand beside others: lavrov, muammar,
- they are nearly always written with a capital letter.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from index.columns.postings import FormsOfStem
from index.columns.segment import SegmentColumns
from index.spelling.collocates import Neighbours, Stem, neighbours
from index.spelling.phonetic_key import skeletons
from index.storage.arrays import lengths_between
from index.text.edit_distance import within

SHORTEST = 5
"""Letters; shorter words are alike by chance."""
MOST_EDITS = 2
FEWEST_ARTICLES = 2
MOST_ALIKE = 20
"""Words with one skeleton; where there are more, it says nothing."""
TOGETHER_SHARE = 0.25
"""Of the articles that hold the rarer word, so many may hold the other, too."""
SPECIFIC_SHARE = 0.1
"""Of all places of a word, so many are beside the two when it speaks for them."""
RARER_SHARE = 0.4
"""As many articles of the rarer word, at least, have it beside such a word;"""
COMMONER_SHARE = 0.2
"""and of the commoner one, for those who type the rarer one to find it, too: not all of joseph for josef."""
CAPITAL_SHARE = 0.9
LOOKED_AT = 3
"""Articles in which it is seen how a word is written."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stems that may be spellings of one name."""

    rarer: Stem
    commoner: Stem


def learned_variants(segments: Sequence[SegmentColumns]) -> dict[str, tuple[str, ...]]:
    """For stems of names, the other spellings that the articles have, as forms; documents deleted count as well."""
    pairs = list(candidates(segments))
    stems = {stem for pair in pairs for stem in (pair.rarer, pair.commoner)}
    beside = neighbours(segments, stems, SPECIFIC_SHARE / 2)
    found: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        shares = shared(pair, beside)
        if shares.rarer >= RARER_SHARE and all(is_name(stem, segments) for stem in (pair.rarer, pair.commoner)):
            found[pair.commoner.text].append(form_of(pair.rarer, segments))
            if shares.commoner >= COMMONER_SHARE:
                found[pair.rarer.text].append(form_of(pair.commoner, segments))
    return {stem: tuple(others) for stem, others in sorted(found.items())}


def candidates(segments: Sequence[SegmentColumns]) -> Iterator[Pair]:
    """Pairs of stems that look like one name and seldom stand in the same article."""
    for alike in groups(stems_in(segments)):
        for one, other in combinations(alike, 2):
            if within(one.text, other.text, MOST_EDITS):
                rarer, commoner = sorted((one, other), key=lambda stem: (stem.articles, stem.text))
                if together(rarer, commoner, segments) <= max(1, TOGETHER_SHARE * rarer.articles):
                    yield Pair(rarer, commoner)


def stems_in(segments: Sequence[SegmentColumns]) -> Iterator[Stem]:
    """The stems of words of letters that are long enough, and stand in enough articles."""
    places: dict[bytes, dict[int, int]] = defaultdict(dict)
    articles: Counter[bytes] = Counter()
    for number, segment in enumerate(segments):
        counts = lengths_between(segment.posting_starts)
        is_long = lengths_between(segment.stems.starts) >= SHORTEST
        texts = list(segment.stems)
        for place in np.flatnonzero(is_long & (counts * len(segments) >= FEWEST_ARTICLES)).tolist():
            text = texts[place]
            if text.isalpha():
                places[text][number] = place
                articles[text] += int(counts[place])
    return (
        Stem(text.decode(), articles[text], own) for text, own in places.items() if articles[text] >= FEWEST_ARTICLES
    )


def groups(stems: Iterator[Stem]) -> Iterator[Sequence[Stem]]:
    """Stems that have the same skeleton."""
    every = list(stems)
    alike: dict[str, list[Stem]] = defaultdict(list)
    for stem, skeleton in zip(every, skeletons([stem.text for stem in every]), strict=True):
        alike[skeleton].append(stem)
    return (group for group in alike.values() if 1 < len(group) <= MOST_ALIKE)


def together(one: Stem, other: Stem, segments: Sequence[SegmentColumns]) -> int:
    """In how many articles both stand."""
    return sum(
        len(
            np.intersect1d(
                segments[number].list_at(place).documents,
                segments[number].list_at(other.places[number]).documents,
                assume_unique=True,
            )
        )
        for number, place in one.places.items()
        if number in other.places
    )


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of its articles have each word beside one that speaks for the pair; about."""

    rarer: float
    commoner: float


def shared(pair: Pair, found: Neighbours) -> Shares:
    """How far the words beside the two speak for them."""
    one, other = found.beside.get(pair.rarer.text, {}), found.beside.get(pair.commoner.text, {})
    speaking = [
        side
        for side in one.keys() & other.keys()
        if one[side] + other[side] >= SPECIFIC_SHARE * found.counts[side[0]]
        and side[0].decode() not in (pair.rarer.text, pair.commoner.text)
    ]
    return Shares(
        sum(one[side] for side in speaking) / pair.rarer.articles,
        sum(other[side] for side in speaking) / pair.commoner.articles,
    )


def form_of(stem: Stem, segments: Sequence[SegmentColumns]) -> str:
    """The form of a stem that most of its articles have."""
    counts: Counter[bytes] = Counter()
    for number, place in stem.places.items():
        segment = segments[number]
        first, last = int(segment.form_starts[place]), int(segment.form_starts[place + 1])
        for number_of_form in range(first, last):
            found = FormsOfStem(segment.list_at(place), np.array([number_of_form - first])).counts()
            counts[segment.forms[number_of_form]] += len(found.rows)
    return max(counts, key=lambda form: (counts[form], form)).decode()


def is_name(stem: Stem, segments: Sequence[SegmentColumns]) -> bool:
    """It is nearly always written with a capital letter, in the articles that are looked at."""
    small = capital = 0
    word = re.compile(rf"\b{stem.text[:-1]}", re.IGNORECASE)
    for number, place in stem.places.items():
        documents = segments[number].list_at(place).documents
        for document in documents[:: max(1, len(documents) // LOOKED_AT)][:LOOKED_AT].tolist():
            _, _, body = segments[number].stored[document].decode("utf-8", "surrogatepass").partition("\n")
            for found in word.finditer(body):
                capital += found.group()[0].isupper()
                small += found.group()[0].islower()
    return capital > 0 and capital >= CAPITAL_SHARE * (small + capital)

"""One quotation as several articles of a story print it: together, with the words in which they differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.article import Article
from search.article.quotation_text import GAP, Spoken, Worded, are_one, is_told, places_in_both, spoken, untold
from search.results import Piece

SOUGHT = 6
"""The rarest words of a quotation by which its other versions are sought."""
MOST_HOLDERS = 20
"""Quotations that hold a word; one that more hold tells no two of them apart."""
FEWEST_SHARED = 3
"""Words beside common ones that a sentence must share with a quotation to be looked at."""
BESIDE = 2
"""Words at the beginning or end of both versions that are others, and not left out."""
MOST_VERSIONS = 12
"""Wordings of one quotation that are compared word by word and shown."""


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a quotation."""

    articles: tuple[str, ...]
    """The ids of those that print it so."""
    speaker: str | None
    """As the first of them names who speaks; None when none of them names anybody."""
    is_quoted: bool
    """It stands in quotation marks; False where the article prints the words as a sentence of its own."""
    pieces: tuple[Piece, ...]
    """The text, and for each piece whether another version has other words there, or none."""


@dataclass(frozen=True, slots=True)
class QuoteVersions:
    """A quotation that several articles print, in all its wordings."""

    speaker: str | None
    """The first that any of them names; None when none names anybody."""
    versions: tuple[Version, ...]
    """In the order of the articles, those in quotation marks first."""


def quote_versions(articles: Sequence[Article]) -> tuple[QuoteVersions, ...]:
    """The quotations that two of the articles or more print: those that most print first, the rest as they come."""
    quoted = [words for article in articles for told in spoken(article) if (words := Worded.of(told)).is_saying]
    groups: dict[int, list[Worded]] = {}
    for words, longest in zip(quoted, longest_versions(quoted), strict=True):
        groups.setdefault(longest, []).append(words)
    for number, sentence in unquoted(articles, quoted, groups):
        groups[number].append(sentence)
    shared = [group for group in groups.values() if printed_by(group) > 1]
    return tuple(map(together, sorted(shared, key=lambda group: -printed_by(group))))


def printed_by(group: Sequence[Worded]) -> int:
    """How many articles print it."""
    return len({words.spoken.article for words in group})


def longest_versions(quoted: Sequence[Worded]) -> list[int]:
    """For each quotation, the number of the longest with which it is one, which may be its own.

    All versions are laid beside that one, and not beside each other: so no quotation ties two others together.
    """
    longest = list(range(len(quoted)))
    frequency = Counter(term for words in quoted for term in words.telling)
    holders: dict[str, list[int]] = {}
    for number in sorted(longest, key=lambda number: -len(quoted[number].stems)):
        words = quoted[number]
        rarest = sorted(words.telling, key=lambda term: (frequency[term], term))[:SOUGHT]
        near = {other for term in rarest for other in holders.get(term, ())[:MOST_HOLDERS]}
        ones = [other for other in sorted(near) if is_elsewhere(quoted[other], words) and are_one(quoted[other], words)]
        if ones:
            longest[number] = max(ones, key=lambda other: len(places_in_both(words, quoted[other])))
            continue
        for term in words.telling:
            holders.setdefault(term, []).append(number)
    return longest


def is_elsewhere(words: Worded, others: Worded) -> bool:
    """They stand in different articles."""
    return words.spoken.article != others.spoken.article


def unquoted(
    articles: Sequence[Article], quoted: Sequence[Worded], numbers: Iterable[int]
) -> Iterator[tuple[int, Worded]]:
    """What articles tell unquoted of these quotations of others: the number of each, and the sentences as one."""
    holders: dict[str, list[int]] = {}
    for number in numbers:
        for term in quoted[number].telling:
            holders.setdefault(term, []).append(number)
    for article in articles:
        told: dict[int, list[str]] = {}
        for sentence in map(Worded.of, untold(article)):
            teller = told_by(sentence, quoted, holders)
            if teller is not None:
                told.setdefault(teller, []).append(sentence.spoken.text)
        for first, texts in told.items():
            yield first, Worded.of(Spoken(article.id, GAP.join(texts), None, is_quoted=False))


def told_by(sentence: Worded, quoted: Sequence[Worded], holders: Mapping[str, Sequence[int]]) -> int | None:
    """The number of the quotation that a sentence tells; None when it tells none."""
    near = (number for term in sentence.telling for number in holders.get(term, ())[:MOST_HOLDERS])
    for number, count in Counter(near).most_common(SOUGHT):
        if count < FEWEST_SHARED:
            return None
        if is_elsewhere(quoted[number], sentence) and is_told(sentence, quoted[number]):
            return number
    return None


def together(group: Sequence[Worded]) -> QuoteVersions:
    """The wordings of one quotation, with the words in which they differ."""
    wordings: dict[tuple[bool, tuple[str, ...]], list[Worded]] = {}
    for words in sorted(group, key=lambda words: not words.spoken.is_quoted):
        wordings.setdefault((words.spoken.is_quoted, words.stems), []).append(words)
    shown = list(wordings.values())[:MOST_VERSIONS]
    return QuoteVersions(
        speaker_of(group), tuple(version(own, [other[0] for other in shown if other is not own]) for own in shown)
    )


def speaker_of(group: Sequence[Worded]) -> str | None:
    """The first that is named."""
    return next((words.spoken.speaker for words in group if words.spoken.speaker), None)


def version(own: Sequence[Worded], others: Sequence[Worded]) -> Version:
    """One wording beside the others."""
    return Version(
        articles=tuple(dict.fromkeys(words.spoken.article for words in own)),
        speaker=speaker_of(own),
        is_quoted=own[0].spoken.is_quoted,
        pieces=tuple(pieces(own[0], differing(own[0], others))),
    )


def differing(words: Worded, others: Sequence[Worded]) -> set[int]:
    """The places of words that another version does not have, between words that it has or beside the last ones."""
    places: set[int] = set()
    for other in others:
        shared = places_in_both(words, other)
        if not shared:
            continue
        first, last = min(shared), max(shared)
        starts = are_others(first, shared[first])
        ends = are_others(len(words.stems) - 1 - last, len(other.stems) - 1 - shared[last])
        within = range(0 if starts else first, len(words.stems) if ends else last)
        places.update(set(within) - set(shared))
    return places


def are_others(count: int, other_count: int) -> bool:
    """So few words stand beside what both share, and some in both, that one has other words and not just more."""
    return min(count, other_count) > 0 and max(count, other_count) <= BESIDE


def pieces(words: Worded, differ: set[int]) -> Iterator[Piece]:
    """The text cut where words that differ begin and end; neighbours that differ are one piece."""
    text, done = words.spoken.text, 0
    for differs, run in groupby(range(len(words.spans)), key=lambda place: place in differ):
        if differs:
            span = list(run)
            start, end = words.spans[span[0]][0], words.spans[span[-1]][1]
            if start > done:
                yield text[done:start], False
            yield text[start:end], True
            done = end
    if done < len(text):
        yield text[done:], False

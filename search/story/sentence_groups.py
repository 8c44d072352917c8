"""Which sentences of the articles of a story say the same: found by what two of them share, grouped where all do."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from index.article import Article
from index.storage.arrays import Array
from index.text.sentences import sentences
from search.article.alignment import (
    LEAST_OF_FEW,
    LEAST_SHARED,
    LIKE,
    Sentence,
    are_in_order,
    likenesses,
    names_among,
    sentence_of,
    told_by,
)

MOST_SENTENCES, LEAST_OF_ONE = 1_600, 20
"""Sentences of a story that are looked at: as many of each article, and of each at least the second."""
MOST_CHARACTERS = 30_000
"""What is looked at of an article; more is no report."""
MOST_HOLDERS = 400
"""A word in more sentences of a story than these tells no two of them apart."""
LONGEST = 120
"""Words of a sentence; what has more is a list or a table."""


@dataclass(frozen=True, slots=True)
class StorySentence:
    """A sentence of an article of the story."""

    article: Article
    start: int
    """Where it begins in the body."""
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class SentenceWording:
    """A sentence as one article or several print it, word for word."""

    printed: tuple[StorySentence, ...]

    @property
    def sentence(self) -> Sentence:
        """As the first of them prints it."""
        return self.printed[0].sentence

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of those that print it so, each once."""
        return tuple(dict.fromkeys(one.article.id for one in self.printed))


@dataclass(frozen=True, slots=True)
class GroupedSentences:
    """The sentences of a story."""

    groups: tuple[tuple[SentenceWording, ...], ...]
    """Those that say the same in several wordings, in the order of the story."""
    alone: tuple[SentenceWording, ...]
    """Those that stand in one wording."""
    is_cut: bool
    """Of some articles only the beginning is looked at."""


def grouped(articles: Sequence[Article]) -> GroupedSentences:
    """The sentences of these articles, which come oldest first, by what they say."""
    told, is_cut = first_of_all(articles)
    wordings = wordings_of(told)
    group_of = list(range(len(wordings)))
    members = {number: [number] for number in group_of}
    alike = alike_pairs([wording.sentence for wording in wordings])
    for i, j in alike:
        first, second = members[group_of[i]], members[group_of[j]]
        if first is second or not may_join(wordings, first, second, alike):
            continue
        members[group_of[i]] = first + second
        for number in members.pop(group_of[j]):
            group_of[number] = group_of[i]
    ordered = [sorted(group) for group in sorted(members.values(), key=min)]
    return GroupedSentences(
        groups=tuple(tuple(wordings[number] for number in group) for group in ordered if len(group) > 1),
        alone=tuple(wordings[group[0]] for group in ordered if len(group) == 1),
        is_cut=is_cut,
    )


def first_of_all(articles: Sequence[Article]) -> tuple[list[StorySentence], bool]:
    """The first sentences of each article, and whether there are more."""
    most = max(LEAST_OF_ONE, MOST_SENTENCES // max(1, len(articles)))
    told: list[StorySentence] = []
    is_cut = False
    for article in articles:
        spans = sentences(article.body[:MOST_CHARACTERS])
        is_cut = is_cut or len(spans) > most or len(article.body) > MOST_CHARACTERS
        for number, (start, end) in enumerate(spans[:most], 1):
            told.append(StorySentence(article, start, sentence_of(number, article.body[start:end])))
    return told, is_cut


def wordings_of(told: Sequence[StorySentence]) -> list[SentenceWording]:
    """The sentences, those that are one word for word together; what says nothing of its own is left out."""
    same: dict[tuple[str, ...], list[StorySentence]] = {}
    for one in told:
        if len(one.sentence.telling) >= LEAST_SHARED and len(one.sentence.words) <= LONGEST:
            same.setdefault(one.sentence.forms, []).append(one)
    return [SentenceWording(tuple(printed)) for printed in same.values()]


def may_join(
    wordings: Sequence[SentenceWording], first: Sequence[int], second: Sequence[int], alike: Collection[tuple[int, int]]
) -> bool:
    """Each wording of one group is like each of the other, and no article is in both."""
    ids = {id for number in first for id in wordings[number].articles}
    if any(id in ids for number in second for id in wordings[number].articles):
        return False
    return all((min(pair), max(pair)) in alike for pair in product(first, second))


def alike_pairs(texts: Sequence[Sentence]) -> dict[tuple[int, int], float]:
    """The places of sentences that say the same in other words, the smaller first, the most alike first."""
    if len(texts) < LEAST_OF_FEW:
        return {}
    names = names_among(texts)
    weights = told_by(names, [text.telling for text in texts])
    shared, words_shared, whole = sums(texts, names, weights)
    left, right = np.nonzero(np.triu(words_shared >= LEAST_OF_FEW, 1))
    scores = likenesses(shared[left, right], words_shared[left, right], whole[left], whole[right])
    order = np.argsort(-scores, kind="stable")
    found = (
        (i, j, score)
        for i, j, score in zip(left[order].tolist(), right[order].tolist(), scores[order].tolist(), strict=True)
        if score >= LIKE
    )
    return {
        (i, j): score
        for i, j, score in found
        if are_in_order(texts[i].forms, texts[j].forms, score, float(words_shared[i, j]))
    }


def sums(texts: Sequence[Sentence], names: Collection[str], weights: dict[str, float]) -> tuple[Array, Array, Array]:
    """How much the stems tell that two sentences share, float32 (n, n); how many of these are no names, uint8 (n, n);
    and how much each sentence tells, float32 (n,)."""
    count = len(texts)
    shared, words_shared = np.zeros((count, count), np.float32), np.zeros((count, count), np.uint8)
    whole = np.zeros(count, np.float32)
    for stem, places in holders(texts):
        whole[places] += weights[stem]
        at = np.ix_(places, places)
        shared[at] += weights[stem]
        if stem not in names:
            words_shared[at] += 1
    return shared, words_shared, whole


def holders(texts: Sequence[Sentence]) -> Iterator[tuple[str, list[int]]]:
    """The stems that tell anything, and the places of the sentences with each."""
    found: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for stem in sorted(text.telling):
            found.setdefault(stem, []).append(place)
    yield from ((stem, places) for stem, places in found.items() if len(places) <= MOST_HOLDERS)

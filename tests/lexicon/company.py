"""How alike the company of two words is, and of two groups of words, by the news."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.lexicon.contexts import COMPANIONS, LEAST_TEXTS, Numbers, Pile, Vectors, company_counts, vectors


@dataclass(frozen=True, slots=True)
class Company:
    """What the news tells of two words: the cosine of their company, and how much oftener than by chance they meet.

    `lift` is the number of articles that hold both, over what would be if they knew nothing of one another.
    """

    cosine: float
    lift: float

    @property
    def score(self) -> float:
        """How sure it is that the two belong together; about 0 for strangers, 1 for twins."""
        return self.cosine + 0.1 * math.log(self.lift)


class NewsCompany:
    """Tells the company of any two of the words that stand in enough articles of a pile.

    `counts` is float32 (words, COMPANIONS) as `company_counts` makes it, a row for each of `words`; it is used up.
    `articles` has the numbers of the articles of each word, int32 (n,), ascending.
    """

    def __init__(self, words: Iterable[str], counts: Vectors, articles: list[Numbers], all_articles: int) -> None:
        self.row_of = {word: row for row, word in enumerate(words)}
        self.vectors = vectors(counts)
        self.articles = articles
        self.all_articles = all_articles
        self.told: dict[tuple[str, str], Company | None] = {}

    def texts(self, word: str) -> int:
        """In how many articles a word stands."""
        row = self.row_of.get(word)
        return 0 if row is None else len(self.articles[row])

    def of(self, one: str, other: str) -> Company | None:
        """The company of two words; None where one of them is too rare to tell."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self.told:
            enough = min(self.texts(one), self.texts(other)) >= LEAST_TEXTS
            self.told[pair] = self.measured(*pair) if enough else None
        return self.told[pair]

    def cosine(self, one: str, other: str) -> float | None:
        """The cosine of the company of two words; None where one of them is too rare to tell."""
        told = self.of(one, other)
        return None if told is None else told.cosine

    def measured(self, one: str, other: str) -> Company:
        """The company of two words that stand in enough articles."""
        first, second = self.row_of[one], self.row_of[other]
        some, many = sorted((self.articles[first], self.articles[second]), key=len)
        places = np.minimum(np.searchsorted(many, some), len(many) - 1)
        both = int(np.count_nonzero(many[places] == some))
        lift = (both + 0.5) * self.all_articles / (len(some) * len(many))
        return Company(float(self.vectors[first] @ self.vectors[second]), lift)


@dataclass(frozen=True, slots=True)
class WordCounts:
    """The words of a pile that stand in enough articles, most frequent first, and what is counted of each.

    `counts` is float32 (words, COMPANIONS); `small` is float32 (words,), the share that is written with a small
    first letter; `texts` is int32 (words,); `ids` is int32 (tokens,), the pile in these numbers, those without a row
    numbered from len(words) on; `text_of` and `hyphened` are the pile's.
    """

    words: list[str]
    counts: Vectors
    small: Vectors
    texts: Numbers
    ids: Numbers
    text_of: Numbers
    hyphened: NDArray[np.bool_]


def word_counts(pile: Pile) -> WordCounts:
    """The words of a pile that stand in enough articles, with their company."""
    counts = pile.counts
    order = np.lexsort((-counts, pile.texts < LEAST_TEXTS))
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    rows = int(np.count_nonzero(pile.texts >= LEAST_TEXTS))
    kept = order[:rows]
    ids = rank[pile.ids]
    company = company_counts(ids, pile.text_of, rows, COMPANIONS)
    small = (pile.small[kept] / counts[kept]).astype(np.float32)
    words = [pile.words[word] for word in kept]
    return WordCounts(words, company, small, pile.texts[kept], ids, pile.text_of, pile.hyphened)


def company_of_groups(counted: WordCounts, group_of: list[str]) -> NewsCompany:
    """The company of groups of words, where `group_of` names the group of each word of `counted`."""
    numbers: dict[str, int] = {}
    group = np.array([numbers.setdefault(name, len(numbers)) for name in group_of], np.int32)
    counts = np.zeros((len(numbers), counted.counts.shape[1]), np.float32)
    np.add.at(counts, group, counted.counts)
    listed = counted.ids < len(group)
    texts = int(counted.text_of[-1]) + 1
    pairs = np.unique(group[counted.ids[listed]].astype(np.int64) * texts + counted.text_of[listed])
    borders = np.searchsorted(pairs, np.arange(1, len(numbers), dtype=np.int64) * texts)
    articles = np.split((pairs % texts).astype(np.int32), borders)
    return NewsCompany(numbers, counts, articles, texts)

"""What the plainest engine adds to scores for what articles mean."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

from index.article import Article
from index.meaning.encoder import Encoder
from index.meaning.opening import opening
from index.storage.arrays import Array
from search.clause_walks import words_typed
from search.engine import Candidate
from search.query import Query


def with_what_they_mean(
    encoder: Encoder, query: Query, first: list[Candidate], articles: Mapping[str, Article]
) -> list[Candidate]:
    """The candidates with what they get for being like the query in meaning, and for those that are like them."""
    typed = " ".join(words_typed(query.clause))
    if not (typed and first):
        return first
    asked = encoder.direction(typed)
    scores = [each.score for each in first]
    most = (1 if query.few_words else 5) * sqrt(max(scores) - min(scores))
    means = [encoder.direction(opening(articles[each.id])) for each in first]
    meaning = [most * max(0.0, cosine(asked, own)) for own in means]
    sums = [score + more for score, more in zip(scores, meaning, strict=True)]
    return [
        with_more(candidate, meaning[number], share_of_mean(nearest(number, means), sums))
        for number, candidate in enumerate(first)
    ]


def nearest(number: int, means: Sequence[Array]) -> list[int]:
    """The numbers of the three others whose directions, int8 (n,), are most like that of this one."""
    others = [other for other in range(len(means)) if other != number]
    return sorted(others, key=lambda other: -cosine(means[number], means[other]))[:3]


def share_of_mean(numbers: Sequence[int], values: Sequence[float]) -> float:
    """A share of the mean of the values of these numbers; 0 of none."""
    return 0.3 * sum(values[number] for number in numbers) / len(numbers) if numbers else 0.0


def with_more(candidate: Candidate, meaning: float, neighbours: float) -> Candidate:
    """The candidate with what it gets for its meaning, and for its neighbours."""
    beside = replace(candidate.beside, meaning=meaning, neighbours=neighbours)
    return replace(candidate, score=candidate.score + meaning + neighbours, beside=beside)


def cosine(one: Array, other: Array) -> float:
    """Of the angle between two directions, both int8 (n,)."""
    a, b = one.tolist(), other.tolist()
    return sum(map(int.__mul__, a, b)) / sqrt(sum(map(int.__mul__, a, a)) * sum(map(int.__mul__, b, b)))

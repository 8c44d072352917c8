"""How well an article matches: BM25F.

Title and body are combined word by word before the score is taken, as in Robertson, Zaragoza and Taylor, "Simple
BM25 Extension to Multiple Weighted Fields" (CIKM 2004): a word in the title counts as TITLE_WEIGHT words of the body,
in the frequency and in the length alike. The inverse document frequency is the one that cannot be negative,
ln(1 + (N - df + 0.5) / (df + 0.5)).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

K1 = 1.2
"""How soon more of the same word stops counting; the usual value, from the TREC runs of Okapi."""
B = 0.75
"""How much a long article is held back; the usual value, from the same runs."""
TITLE_WEIGHT = 3.0
"""Words of the body that a word of the title is worth."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What a score needs to know of all articles: how many there are, and their average weighted length in words."""

    articles: int
    average_length: float

    def inverse_frequency(self, article_counts: Iterable[int]) -> float:
        """The weight of a leaf, from the number of articles that hold each of its words; a phrase sums its words."""
        return sum(log(1 + (self.articles - count + 0.5) / (count + 0.5)) for count in article_counts)

    def saturation(self, weighted_count: float, weighted_length: float) -> float:
        """The share of its weight that a leaf brings to an article, 0 to 1, by how often it stands there."""
        norm = 1 - B + B * weighted_length / self.average_length if self.average_length else 1.0
        return weighted_count / (weighted_count + K1 * norm)


def weighted(title: float, body: float) -> float:
    """A count in the title and one in the body as one."""
    return TITLE_WEIGHT * title + body

"""How well an article matches: BM25F.

Title and body are combined word by word before the score is taken, as in Robertson, Zaragoza and Taylor, "Simple
BM25 Extension to Multiple Weighted Fields" (CIKM 2004): a word in the title counts as TITLE_WEIGHT words of the body,
in the frequency and in the length alike. The inverse document frequency is the one that cannot be negative,
ln(1 + (N - df + 0.5) / (df + 0.5)).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
"""How soon more of the same word stops counting; the usual value, from the TREC runs of Okapi."""
B = 0.75
"""How much a long article is held back; the usual value, from the same runs."""
B_OF_FEW_WORDS = 0.4
"""The same where few words are asked for. A long article holds many words of a long question by chance, but hardly all
of two; and a notice of twenty words with one of them in its headline is rarely the best that a pile has on it. It is
what Anserini takes for newswire (Yang, Fang and Lin, 2018). Two collections here have such queries: reuters21578
(nDCG@10 .710 with .5, .719 with .4, .734 with .3) and bbc2005-words, whose queries a program made and which likes .5
best."""
TITLE_WEIGHT = 2.0
"""Words of the body that a word of the title is worth; 3 is as good within noise, but not on reuters21578."""

OWN_FORMS = 0.6
"""What the forms of the word that was asked for bring beside what all words of its ring bring together: BM25F of the
ring as one word + .6 times that of the family. Of 0, .15, .3, .6, 1 and 2 this found most on nine judged collections.
Both are divided by 1.6, so that a word without a ring brings what it always does."""
RING_SHARE = 1 / (1 + OWN_FORMS)
FAMILY_SHARE = OWN_FORMS / (1 + OWN_FORMS)


CLOSENESS = 0.25
"""What two words bring that were asked for side by side and stand so in the article, as a share of what the lesser of
them brings at most: the ordered pairs of Metzler and Croft, "A Markov random field model for term dependencies" (SIGIR
2005), in the manner of BM25."""
TITLE_SHARE = 0.1
"""What a word brings for standing in the title, however often, as a share of the most that it brings. Of .03, .09, .12,
.18 and .24, nine judged collections choose .09 or .12, whichever of them is left out."""
LEAD_SHARE = 0.05
"""The same for standing in the beginning of the body, where news tell what they are about. From .1 on it costs more on
abstracts than it brings on news."""


MEANING = 5.0
"""What an article gets that means just what was asked, where the index has vectors: so many times the root of what lies
between the highest score and the lowest of those that are ranked again. Of 2, 3, 4 and 5, and of shares of that
difference and of the highest score, this found most on nine judged collections."""
MEANING_OF_FEW_WORDS = 1.0
"""The same where few words are asked for, which say little beside themselves: with 5 it costs 7 % on reuters21578."""
NEIGHBOURS = 0.3
"""What it gets of the mean score of those of them that are most like it: articles on one thing rise together."""
NEAREST = 3
"""How many these are."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What an article's score has beside that of its words one by one."""

    closeness: float = 0.0
    """For words side by side as they were asked for."""
    title: float = 0.0
    """For words in the title."""
    lead: float = 0.0
    """For words in the beginning of the body."""
    meaning: float = 0.0
    """For being like the query in meaning, where the index has vectors."""
    neighbours: float = 0.0
    """For what those have that are most like it, likewise."""

    @property
    def total(self) -> float:
        """All of it."""
        return self.closeness + self.title + self.lead + self.meaning + self.neighbours


NOTHING_BESIDE = Beside()


@dataclass(frozen=True, slots=True)
class LeafWeight:
    """What a leaf brings at most to the score of an article."""

    whole: float
    """As one word, together with the others of its ring if it has one."""
    family: float = 0.0
    """What more it brings for its own forms; 0 where it has no ring."""

    @property
    def most(self) -> float:
        """Both together."""
        return self.whole + self.family


@dataclass(frozen=True, slots=True)
class Collection:
    """What a score needs to know of all articles: how many there are, and their average weighted length in words."""

    articles: int
    average_length: float
    b: float = B
    """How much a long article is held back, 0 to 1."""

    def inverse_frequency(self, article_counts: Iterable[int]) -> float:
        """The weight of a leaf, from the number of articles that hold each of its words; a phrase sums its words."""
        return sum(log(1 + (self.articles - count + 0.5) / (count + 0.5)) for count in article_counts)

    def norms(self, weighted_lengths: NDArray[np.float64]) -> NDArray[np.float64]:
        """How much articles of these lengths are held back, for `saturation`."""
        if not self.average_length:
            return np.full(len(weighted_lengths), K1)
        return K1 * (1 - self.b + self.b * weighted_lengths / self.average_length)


def saturation(weighted_counts: NDArray[np.float32], norms: NDArray[np.float32]) -> NDArray[np.float32]:
    """The share of its weight that a leaf brings to each article, 0 to 1, by how often it stands there."""
    share: NDArray[np.float32] = np.divide(weighted_counts, weighted_counts + norms)
    return share


Number = TypeVar("Number", float, NDArray[np.float64])


def weighted(title: Number, body: Number) -> Number:
    """A count in the title and one in the body as one."""
    return TITLE_WEIGHT * title + body

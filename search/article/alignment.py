"""Which sentences of two texts say the same: found by the rare words, names and numbers that they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum

import numpy as np

from index.analysis import Token, stem, tokens
from index.storage.arrays import Array
from index.text.sentences import sentences
from search.article.common_subsequence import common_words

MOST_CHARACTERS = 100_000
MOST_SENTENCES = 400
"""What is looked at of a text; the longest reports in newspapers have half as many sentences."""

LIKE, SURELY_LIKE = 0.5, 0.55
"""The likeness from which on two sentences are held to be one in other words; the second where the order of their words
says little."""
IN_ORDER, CLEARLY_IN_ORDER = 0.3, 0.46
"""The share of the words of the shorter one that both have in the same order: sentences that have little more than
names in common have them in any order. The first where they are surely alike and share enough words.

Of 60 pairs that are found so in the news, each of another story, a reader held 57 to say the same; these numbers were
chosen by 265 other pairs. tests/relevance/aligned_pairs.py draws them, tests/test_compare.py holds what is found in the
seeds."""
MOST_ORDERED, MOST_SEARCHED = 200, 2_000
"""Words of a sentence that are looked at for that, and characters in which asides are sought."""
LEAST_SHARED, ENOUGH_SHARED = 3, 4
"""Words beside names that two sentences share at least: articles of one story are full of the same names. From the
second on, they are enough."""
LEAST_OF_FEW = 2
"""The same where they have hardly any other words."""
MOST_OF_IT = 0.6
"""The share of a sentence's rare words that the rest of another must have, for it to be a part of that one."""
NAME_WEIGHT = 1.5
"""How much more a name or a number tells than another word that is as rare."""

COMMON_WORDS = frozenset(
    str.split("""
    a about above accord add added adding after again against ago all already also although am among an and another any
    are around as ask asked at away back be became because been before began begin being believe best better between
    both but by call called came can come could day days did do does done down during each earlier early either end
    even ever every few find first five follow following for former four from gave get give given go going good got
    great group had happen has have having he held help her here him his hold hour hours how however if in include
    including into is it its just keep kept know known last late later least left less like little long look made
    major make making man many may me might more morning most move much must my near need never new news next nine no
    not nothing now number of off official officials old on once one only open or other others our out over own part
    people per place point put quite rather really recent recently right said same saw say says second see seen seven
    she should show since six so some something soon spoke spokesman spokeswoman still such take taken tell ten than
    that the their them themselves then there these they thing things think third this those though three through time
    to today together told too took toward towards turn two under until up upon us use used very want was way we week
    weeks well went were what when where whether which while who whom whose why will with within without word work
    would year years yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday
    administration adviser advisor agency ambassador candidate chairman chief chiefs commissioner council defence
    defense department director executive foreign general gov governor government head house international justice
    king leader mayor member minister ministry mr mrs ms national office party police president prime queen
    secretary security sen senate senator source sources
    """)
)
"""Words that stand in news of every kind, so that sharing them tells nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text."""

    number: int
    """Its place in its text, from 1."""
    text: str
    words: tuple[Token, ...]
    telling: frozenset[str]
    """The stems of its words, without those that are common."""
    small: frozenset[str]
    """The stems of its words in small letters and of its figures."""
    capital: frozenset[str]
    """The stems of its words with a capital, without the first word."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Its words without what does not count: case, accents, punctuation; its text when it has no word."""
        return tuple(word.form for word in self.words) or (self.text,)


def first_sentences(text: str, most_characters: int = MOST_CHARACTERS) -> list[Sentence]:
    """The sentences of a text, as far as texts are looked at."""
    spans = sentences(text[:most_characters])[:MOST_SENTENCES]
    texts = [text[start:end] for start, end in spans]
    return [sentence_of(number, one) for number, one in enumerate(texts, 1)]


FURNITURE = tuple(
    re.compile(pattern)
    for pattern in (
        r"—\s?[^—]{1,60}\(@\w{1,20}\)(?: [A-Z][a-z]{2,8} \d{1,2}, \d{4})?",  # — Jane Doe (@jane) August 1, 2018
        r"https?://\S+|\bpic\.twitter\.com/\S+",
        r"\([^()]{1,60} page ?\d+\)",  # ( Elbe Post Weekly 01/20/2017 page25)
        r"(?i)(?:\b(?:send|share|facebook|twitter|google\+?|whatsapp|tumblr|linkedin|digg|reddit|permalink)\b\W*){3,}",
        r"^.*\bcontributed to this (?:report|story|article)\b.*$",
        r"\b(?:did not|didn[’']t)(?: immediately)? (?:respond to|return) (?:a|any|requests?|calls?|messages?)\b.*$",
    )
)
"""What stands in a sentence and tells nothing of the story."""
ATTRIBUTION = re.compile(r",[\"”]? [^,\"“”]{0,80}\b(?:said|says|told)\b[^\"“”]{0,120}$")
"""Who says a sentence, behind it: “, Foreign Minister Doe said in an interview.” Two are not alike by that."""


def sentence_of(number: int, text: str) -> Sentence:
    """A sentence and its words."""
    words = tuple(tokens(text))
    stems = [stem(word.form) for word in words]
    asides = [found.span() for aside in (*FURNITURE, ATTRIBUTION) for found in aside.finditer(text[:MOST_SEARCHED])]
    said = (
        one
        for one, word in zip(stems, words, strict=True)
        if not any(start <= word.start < end for start, end in asides)
    )
    has_capital = [text[word.start].isupper() for word in words]
    return Sentence(
        number=number,
        text=text,
        words=words,
        telling=frozenset(said) - common_stems(),
        small=frozenset(stem for stem, capital in zip(stems, has_capital, strict=True) if not capital),
        capital=frozenset(stem for stem, capital in zip(stems[1:], has_capital[1:], strict=True) if capital),
    )


Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""The places, from 0, of the sentences that say the same: of either text one or several, one after the other."""


def shared_pairs(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The places of sentences that are the same word for word; a repeated one has as many partners as there are."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, sentence in reversed(list(enumerate(right))):
        places[sentence.forms].append(place)
    found = ((place, places.get(sentence.forms)) for place, sentence in enumerate(left))
    return [(place, partners.pop()) for place, partners in found if partners]


class Likeness:
    """How much the sentences of two texts are like each other."""

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence]) -> None:
        self.stems = [[sentence.telling for sentence in text] for text in (left, right)]
        self.forms = [[sentence.forms for sentence in text] for text in (left, right)]
        self.names = names_among([*left, *right])
        self.weights = told_by(self.names, [*self.stems[0], *self.stems[1]])
        in_both = sorted(frozenset().union(*self.stems[0]) & frozenset().union(*self.stems[1]))
        numbers = {stem: number for number, stem in enumerate(in_both)}
        weights = np.array([self.weights[stem] for stem in in_both], np.float64)
        is_name = np.array([stem in self.names for stem in in_both], bool)
        is_in = [presence(text, numbers) for text in self.stems]
        self.words_shared = (is_in[0] * ~is_name) @ is_in[1].T
        self.shared = np.round((is_in[0] * weights) @ is_in[1].T, 6)
        self.whole = [np.array([self.weight(stems) for stems in text]) for text in self.stems]

    def pairs(self, free: tuple[Iterable[int], Iterable[int]]) -> Iterator[tuple[int, int]]:
        """The places of sentences that are one in other words, each sentence once, the most alike first."""
        left, right = (set(places) for places in free)
        scores = self.scores()
        where = [pair for pair in np.argwhere(scores >= LIKE).tolist() if pair[0] in left and pair[1] in right]
        rows, columns = scores.shape
        for i, j in sorted(where, key=lambda at: (-scores[at[0], at[1]], abs(at[0] / rows - at[1] / columns), *at)):
            if i in left and j in right and self.is_reworded(i, j, scores[i, j]):
                left.remove(i)
                right.remove(j)
                yield i, j

    def is_reworded(self, i: int, j: int, likeness: float) -> bool:
        """Two sentences that are so alike also have their words in one order."""
        return are_in_order(self.forms[0][i], self.forms[1][j], likeness, self.words_shared[i, j])

    def scores(self) -> Array:
        """How alike each sentence of one text is to each of the other: 0 to 1, a row for each of the first."""
        return likenesses(self.shared, self.words_shared, self.whole[0][:, None], self.whole[1][None, :])

    def is_part(self, side: int, place: int, partner: int, others: Iterable[int]) -> bool:
        """A sentence says what its partner in the other text says and the others of its own text do not."""
        own = self.stems[side][place]
        rest = self.stems[1 - side][partner].difference(*(self.stems[side][other] for other in others))
        is_enough = self.weight(own & rest) >= MOST_OF_IT * self.weight(own)
        return is_enough and len((own & rest) - self.names) >= LEAST_OF_FEW

    def weight(self, stems: Iterable[str]) -> float:
        """How much these stems tell together."""
        return round(fsum(self.weights[stem] for stem in stems), 6)


@cache
def common_stems() -> frozenset[str]:
    """The stems of the common words."""
    return frozenset(map(stem, COMMON_WORDS))


def told_by(names: Collection[str], stems: Sequence[Collection[str]]) -> dict[str, float]:
    """How much it tells that two sentences share a stem: the more, the fewer sentences have it."""
    having = Counter(stem for sentence in stems for stem in sentence)
    logs = {count: float(np.log1p(len(stems) / count)) for count in set(having.values())}
    return {stem: logs[count] * (NAME_WEIGHT if stem in names else 1) for stem, count in having.items()}


def names_among(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The stems that are never written in small letters, nor in figures."""
    capital = frozenset().union(*(sentence.capital for sentence in sentences))
    return capital.difference(*(sentence.small for sentence in sentences))


def likenesses(shared: Array, words_shared: Array, left: Array, right: Array) -> Array:
    """How alike pairs of sentences are, 0 to 1: by how much their shared stems tell, and each sentence as a whole.

    float64; 0 where they share too few words beside names.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        dice = 2 * shared / (left + right)
        # One sentence may tell more than the other does.
        likeness = np.round((dice + shared / np.minimum(left, right)) / 2, 6)
    return np.where(words_shared >= np.where(dice >= LIKE, LEAST_OF_FEW, LEAST_SHARED), likeness, 0)


def are_in_order(left: Sequence[str], right: Sequence[str], likeness: float, words_shared: float) -> bool:
    """Sentences that are so alike have so many words in the same order that one is the other in other words."""
    is_sure = likeness >= SURELY_LIKE and words_shared >= ENOUGH_SHARED
    return share_in_order(left, right) >= (IN_ORDER if is_sure else CLEARLY_IN_ORDER)


def share_in_order(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of the words of the shorter that both have in the same order."""
    first, second = left[:MOST_ORDERED], right[:MOST_ORDERED]
    return len(common_words(first, second)) / min(len(first), len(second))


def presence(text: Sequence[frozenset[str]], numbers: Mapping[str, int]) -> Array:
    """Which of the numbered stems each sentence has: float64, a row for each sentence and a column for each stem."""
    rows = np.zeros((len(text), len(numbers)))
    for row, stems in zip(rows, text, strict=True):
        row[[numbers[stem] for stem in stems if stem in numbers]] = 1
    return rows


def aligned(left: Sequence[Sentence], right: Sequence[Sentence]) -> tuple[list[tuple[int, int]], list[Pair]]:
    """The pairs of sentences that are the same, and those that say the same in other words."""
    same = shared_pairs(left, right)
    free = (
        set(range(len(left))) - {i for i, _ in same},
        set(range(len(right))) - {j for _, j in same},
    )
    likeness = Likeness(left, right)
    reworded = list(likeness.pairs(free))
    for i, j in reworded:
        free[0].remove(i)
        free[1].remove(j)
    return same, [with_parts(likeness, pair, free) for pair in reworded]


def in_common(left: Sequence[Sentence], right: Sequence[Sentence]) -> int:
    """How many sentences of one text are also in the other, word for word or in other words; no stock phrases."""
    same, reworded = aligned(left, right)
    return len(reworded) + sum(len(left[i].telling) >= LEAST_SHARED for i, _ in same)


def with_parts(likeness: Likeness, pair: tuple[int, int], free: tuple[set[int], set[int]]) -> Pair:
    """The pair with the free sentences beside it that are a part of either; they are free no more."""
    whole = [[pair[0]], [pair[1]]]
    for side in (0, 1):
        if len(whole[1 - side]) > 1:
            break
        for beside in (pair[side] + 1, pair[side] - 1):
            if beside in free[side] and likeness.is_part(side, beside, pair[1 - side], whole[side]):
                whole[side].append(beside)
                free[side].remove(beside)
    return tuple(sorted(whole[0])), tuple(sorted(whole[1]))

"""News that never happened: words as rare as real ones are, in topics, with names that recur."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from index.article import Article, Published

VOCABULARY = 200_000
"""Distinct words; as many as about 20,000 real news articles have."""
SHIFT, EXPONENT = 1.5, 1.12
"""Zipf-Mandelbrot: the word of rank r is as frequent as (r + SHIFT) ** -EXPONENT; fitted by eye to real news."""
TOPICS = 200
TOPIC_WORDS = 400
"""Words that a topic prefers."""
TOPIC_SHARE = 0.2
"""Words of an article that are its topic's."""
TOPIC_NAMES = 20
"""Names of two words that a topic mentions again and again, so that phrases are found more than once."""
MEDIAN_WORDS, SPREAD = 350, 0.6
"""Lengths are log-normal, as those of news articles are."""
FIRST_DAY, DAYS = date(2012, 1, 1), 3650
OUTLETS = 60
UNDATED_SHARE = 0.05

FUNCTION_WORDS = tuple(
    str.split("""
    the of to and a in that is for on it with as was he at by be this from have are not has but they his an which or
    who will we had their its been were would more one about you when there out up her all said after if no what also
    than can over she into new other some two first could time how them so people like just last now may because most
    only many even years before our state against government
    """)
)
ONSETS = str.split("b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st str t th tr v w")
VOWELS = str.split("a e i o u ai ea ee io ou")
CODAS = ["", "", "", "", "l", "m", "n", "nd", "r", "rd", "s", "st", "t", "ck"]
ENDINGS = ["", "", "", "", "s", "s", "ed", "ing", "er", "ation", "ly", "al"]


@dataclass(frozen=True, slots=True)
class Topic:
    """What articles about one thing prefer to say."""

    words: list[str]
    names: list[str]


@dataclass(frozen=True, slots=True)
class Language:
    """The words that there are, most frequent first, how frequent they are, and what articles are about."""

    words: list[str]
    cumulative: list[float]
    topics: list[Topic]


def generated_articles(count: int, seed: int) -> Iterator[Article]:
    """So many articles; a smaller number gives the first of those that a larger one gives."""
    language, chance = invented_language(seed), random.Random(seed)
    for number in range(count):
        yield generated_article(number, language, chance)


@cache
def invented_language(seed: int) -> Language:
    """A language with as many words as VOCABULARY."""
    chance = random.Random(seed)
    invented: dict[str, None] = {}
    while len(invented) < VOCABULARY:
        invented[invented_word(chance)] = None
    # Frequent words are short, by and large, as Zipf found too.
    contents = [word for word in invented if word not in FUNCTION_WORDS]
    contents.sort(key=lambda word: (len(word) + chance.random() * 6, word))
    ranked = [*FUNCTION_WORDS, *contents]
    cumulative = list(accumulate((rank + SHIFT) ** -EXPONENT for rank in range(1, len(ranked) + 1)))
    topics = [
        Topic(
            # Raised, so that a topic has words of every frequency and not only rare ones.
            [contents[int(chance.random() ** 6 * len(contents))] for _ in range(TOPIC_WORDS)],
            [" ".join(chance.choices(contents, k=2)).title() for _ in range(TOPIC_NAMES)],
        )
        for _ in range(TOPICS)
    ]
    return Language(ranked, cumulative, topics)


def invented_word(chance: random.Random) -> str:
    """One word that can be pronounced."""
    syllables = chance.choices((1, 2, 3), (4, 5, 1))[0]
    beginnings = (chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(syllables))
    return "".join(beginnings) + chance.choice(ENDINGS)


def generated_article(number: int, language: Language, chance: random.Random) -> Article:
    """One article about one topic."""
    topic = language.topics[int(chance.random() ** 2 * TOPICS)]
    length = min(5_000, max(30, int(chance.lognormvariate(0, SPREAD) * MEDIAN_WORDS)))
    words = chance.choices(language.words, cum_weights=language.cumulative, k=length)
    for _ in range(int(length * TOPIC_SHARE)):
        words[int(chance.random() * length)] = topic.words[int(chance.random() ** 2 * TOPIC_WORDS)]
    for _ in range(1 + length // 100):
        words[int(chance.random() * length)] = chance.choice(topic.names)
    day = FIRST_DAY + timedelta(int(chance.random() * DAYS))
    dated = chance.random() >= UNDATED_SHARE
    return Article(
        id=f"made-{number}",
        path=f"/made/{number}.txt",
        title=" ".join([chance.choice(topic.names), *words[:6]]).capitalize(),
        title_is_stated=True,
        body="\n\n".join(paragraphs(words)),
        source=f"Outlet {int(chance.random() ** 2 * OUTLETS)}",
        published=Published(day, day, "day", "stated", day.isoformat()) if dated else None,
    )


SENTENCE_WORDS, PARAGRAPH_WORDS = 18, 54


def paragraphs(words: list[str]) -> Iterator[str]:
    """The words as paragraphs of sentences."""
    for start in range(0, len(words), PARAGRAPH_WORDS):
        some = words[start : start + PARAGRAPH_WORDS]
        starts = range(0, len(some), SENTENCE_WORDS)
        yield " ".join(sentence(some[first : first + SENTENCE_WORDS]) for first in starts)


def sentence(words: list[str]) -> str:
    """The words with a capital first and a full stop last."""
    text = " ".join(words)
    return text[:1].upper() + text[1:] + "."

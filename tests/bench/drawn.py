"""Questions drawn by a seed: from logs of what people really asked, or else from the articles themselves."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from index.analysis import stem, terms
from index.article import Article
from tests.bench.questions import Kind, Question

Found = Callable[[Question], bool]
"""Says whether a question finds anything."""


def drawn_questions(pool: Sequence[Question], kind: Kind, count: int, found: Found) -> list[Question]:
    """The first questions of a kind in the pool that find something, so many or as many as there are."""
    questions: list[Question] = []
    for question in pool:
        if len(questions) == count:
            break
        if question.kind == kind and found(question):
            questions.append(question)
    return questions


def question_pool(folder: Path, articles: Sequence[Article], seed: int) -> tuple[list[Question], str]:
    """More questions of every kind than are needed, each once, in random order; and where they come from."""
    asked = list(asked_questions(folder))
    origin = "TREC Million Query and the search benchmark game" if asked else "drawn from the articles"
    pool = asked or list(article_questions(articles, random.Random(seed)))
    pool += one_word_questions(pool, articles, random.Random(seed))
    pool = sorted(dict.fromkeys(pool), key=str)
    random.Random(seed).shuffle(pool)
    return pool, origin


def asked_questions(folder: Path) -> Iterator[Question]:
    """What is in the query sets below a folder; nothing when they are not there."""
    log, game = folder / "q_trec_mq" / "queries.tsv", folder / "q_search_benchmark_game" / "queries.tsv"
    if not (log.is_file() and game.is_file()):
        return
    for line in log.read_text("utf-8").splitlines():
        words = tuple(line.split("\t")[1].split())
        if not all(map(is_one_term, words)):
            continue
        if len(words) == 1:
            yield Question("word", words)
        elif 2 <= len(words) <= MOST_WORDS:
            yield Question("any", words)
            yield Question("all", words)
    for line in game.read_text("utf-8").splitlines():
        _, text, tags = line.split("\t")[:3]
        kind = GAME_KINDS.get(tags.split(",")[0])
        words = tuple(text.replace('"', "").replace("+", "").split())
        if kind is not None and all(map(is_one_term, words)):
            yield Question(kind, words)


MOST_WORDS = 8
GAME_KINDS: dict[str, Kind] = {"phrase": "phrase", "union": "any", "intersection": "all"}


def article_questions(articles: Sequence[Article], chance: random.Random) -> Iterator[Question]:
    """Words and phrases as they stand in articles; long words, as people ask for, rather than those that join them."""
    for _ in range(FROM_ARTICLES):
        words = chance.choice(articles).body.split()
        telling = [word for word in words if len(word) >= TELLING_LETTERS and word.isalpha()]
        if len(telling) < MOST_WORDS:
            continue
        yield Question("word", (chance.choice(telling),))
        yield Question("any", tuple(chance.sample(telling, chance.choice((2, 3, 4)))))
        yield Question("all", tuple(chance.sample(telling, chance.choice((2, 3)))))
        place, length = chance.randrange(len(words) - 3), chance.choice((2, 3))
        if all(word.isalpha() for word in words[place : place + length]):
            yield Question("phrase", tuple(words[place : place + length]))


FROM_ARTICLES, TELLING_LETTERS = 4_000, 4


def one_word_questions(pool: Sequence[Question], articles: Sequence[Article], chance: random.Random) -> list[Question]:
    """The kinds that ask for one word, made of the words that are asked for alone."""
    words = [question.words[0].lower() for question in pool if question.kind == "word"]
    days = sorted(article.published.first for article in articles if article.published) or [date(2000, 1, 1)]
    questions: list[Question] = []
    for word in words:
        since = chance.choice(days)
        questions.append(Question("dated", (word,), since, since + timedelta(chance.choice(RANGES))))
        known = stem(word)
        if len(known) >= SHORTEST_STEM and known.isascii() and known.isalpha():
            # Beginnings of stems, so that an index of stems and one of whole words find the same.
            cut = chance.randrange(3, len(known))
            questions.append(Question("prefix", (known[:cut],)))
            questions.append(Question("wildcard", (f"{known[: max(2, cut - 1)]}*{known[-1]}",)))
            letter = chance.randrange(1, len(known))
            questions.append(Question("fuzzy", (known[:letter] + chance.choice("aeiourst") + known[letter + 1 :],)))
    return questions


RANGES = (7, 31, 92, 366, 3 * 366)
"""Days: a week, a month, a season, a year, three years."""
SHORTEST_STEM = 5


def is_one_term(word: str) -> bool:
    """Every engine reads this as one word; the s of a possessive is one in some engines and none in others."""
    return len(word) > 1 and word.isalnum() and len(terms(word)) == 1

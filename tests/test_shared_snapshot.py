"""One snapshot of an index, asked by many threads at once."""

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sys import getswitchinterval, setswitchinterval

import pytest

from index.article import Article
from search.clauses import And, Clause, Or, Phrase, Prefix, Wildcard, Word
from search.engine import Candidate
from search.query import Query
from search.segment import segment_reader
from search.whoosh_engine import WhooshEngine
from search.whoosh_source import open_whoosh_engine
from tests.built_index import commit

WORDS = [f"w{number}" for number in range(60)]


def articles() -> list[Article]:
    """Articles of which some words are in nearly all, and others in few."""
    chance = random.Random(3)
    weights = [1 / (number + 1) for number in range(len(WORDS))]
    texts = [" ".join(chance.choices(WORDS, weights, k=30)) for _ in range(300)]
    return [Article(f"a{number}", f"/{number}.txt", text[:8], True, text) for number, text in enumerate(texts)]


def questions() -> list[Clause]:
    """One of each kind, about words that others ask about too."""
    chance = random.Random(4)
    clauses: list[Clause] = []
    for _ in range(60):
        words = tuple(Word(word, word) for word in chance.sample(WORDS, 3))
        clauses += [Or(words), And(words[:2]), words[0]]
        clauses += [
            Phrase("", (words[0].term, words[1].term)),
            Prefix(words[2].term[:2]),
            Wildcard("*" + words[1].term[1:]),
        ]
    return clauses


def answer(engine: WhooshEngine, clause: Clause) -> tuple[tuple[Candidate, ...], int]:
    """The first ten and the number of all."""
    matches = engine.match(Query(clause), 10)
    return matches.candidates, matches.total


@pytest.mark.parametrize("kept_bytes", [64_000_000, 3_000])
def test_threads_get_the_answers_that_one_gets_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept_bytes: int
) -> None:
    commit(tmp_path, articles(), ())
    clauses = questions()
    alone = [answer(open_whoosh_engine(tmp_path), clause) for clause in clauses[:30]]
    # So little that what one thread keeps is thrown away by the next.
    monkeypatch.setattr(segment_reader, "KEPT_BYTES", kept_bytes)
    engine = open_whoosh_engine(tmp_path)
    alone += [answer(engine, clause) for clause in clauses[30:]]
    shared = open_whoosh_engine(tmp_path)
    interval = getswitchinterval()
    setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(6) as pool:
            orders = [random.Random(seed).sample(range(len(clauses)), len(clauses)) for seed in range(6)]
            found = pool.map(lambda order: {place: answer(shared, clauses[place]) for place in order}, orders)
            assert all(own == dict(enumerate(alone)) for own in found)
    finally:
        setswitchinterval(interval)

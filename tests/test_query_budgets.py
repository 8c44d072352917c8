"""What a query may cost: one that would cost more looks at less, says so, and is right about what it looks at."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from index.article import Article, Published
from index.storage.arrays import Array
from index.storage.position_column import Positions
from search.clauses import And, Clause, Leaf, Near, Not, Or, Phrase, Prefix, Source, Wildcard, Word
from search.find import find
from search.query import Query
from search.request import Request
from search.segment import pattern_budget, position_budget
from search.segment.position_budget import newest_within_budget
from search.whoosh_engine import WhooshEngine
from tests.built_index import built
from tests.random_queries import clauses, corpora
from tests.scan_engine import ScanEngine

WORDS = ("the", "of", "and", "in", "to", "is", "was", "for", "on", "at")
FIRST_DAY = date(2022, 1, 1)


def article(number: int, body: str, source: str | None = None) -> Article:
    """One that was published so many days after the first."""
    day = FIRST_DAY + timedelta(number)
    published = Published(day, day, "day", "stated", day.isoformat())
    return Article(f"a{number:03}", f"/{number}.txt", "", True, body, source=source, published=published)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> WhooshEngine:
    """Articles of nothing but common words, in an index of two segments."""
    chance = np.random.default_rng(1)
    bodies = [" ".join(chance.choice(WORDS, 80)) for _ in range(300)]
    articles = [article(n, body, "CNN" if n % 10 == 0 else None) for n, body in enumerate(bodies)]
    return built(tmp_path_factory.mktemp("crowded"), [articles[:200], articles[200:]])


def common_words(*words: str) -> Or:
    """Any of them."""
    return Or(tuple(Word(word, word) for word in words))


WINDOW = Near((common_words("the", "of", "and"), common_words("is", "was", "for")), 2)


@pytest.mark.parametrize(
    "clause",
    [
        WINDOW,
        Near((Word("the", "the"), Word("of", "of"), Word("and", "and")), None, scope="sentence"),
        Near((Prefix("t"), Wildcard("*n*")), 3),
        Phrase("the of", ("the", "of")),
        And(tuple(Near(WINDOW.parts, words) for words in range(1, 9))),
        Or((WINDOW, Not(Near(WINDOW.parts, 7)))),
    ],
)
def test_it_reads_no_more_positions_than_are_allowed(crowded: WhooshEngine, clause: Clause) -> None:
    read = 0
    plain = Positions.at

    def counting(column: Positions, places: Array) -> Array:
        nonlocal read
        read += len(places)
        return plain(column, places)

    with (
        patch.object(Positions, "at", counting),
        patch.object(position_budget, "MOST_POSITIONS", 1_000),
        patch.object(position_budget, "FEWEST", 5),
    ):
        crowded.match(Query(clause, "newest"), 10)
    # To match and to score, and phrases at an eighth: a million take as long as so many more in windows.
    assert 0 < read <= 2 * 8 * 1_000


def test_it_looks_at_the_newest_articles_and_says_so(crowded: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "(the OR of OR and) w/2 (is OR was OR for)"
    every = find(crowded, Request(typed, "newest", syntax="native", size=400))
    assert (every.total, every.notes) == (300, ())
    monkeypatch.setattr(position_budget, "MOST_POSITIONS", 2_000)
    monkeypatch.setattr(position_budget, "FEWEST", 10)
    found = find(crowded, Request(typed, "newest", syntax="native", size=400))
    assert 20 < found.total < 80
    assert [hit.id for hit in found.hits] == [hit.id for hit in every.hits][: found.total]
    assert f"where they stand was looked up in the newest {found.total} articles alone" in found.notes[0]


def test_what_narrows_a_query_lets_more_be_looked_at(crowded: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(position_budget, "MOST_POSITIONS", 2_000)
    monkeypatch.setattr(position_budget, "FEWEST", 10)
    found = crowded.match(Query(And((WINDOW, Source("CNN"))), "oldest"), 40)
    assert (found.total, found.candidates[0].id, found.looked_at) == (30, "a000", None)


def test_all_matches_are_those_of_the_page(crowded: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(position_budget, "MOST_POSITIONS", 2_000)
    monkeypatch.setattr(position_budget, "FEWEST", 10)
    query = Query(WINDOW, "newest")
    assert [each.id for each in crowded.every(query)] == [each.id for each in crowded.match(query, 300).candidates]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), clauses)
def test_it_is_right_about_the_articles_that_it_looks_at(articles: list[Article], clause: Clause) -> None:
    with (
        TemporaryDirectory() as folder,
        patch.object(position_budget, "MOST_POSITIONS", 1),
        patch.object(position_budget, "FEWEST", 2),
    ):
        engine = built(Path(folder), [articles[:2], articles[2:]])
        looked_at = newest_within_budget(engine._segments, clause)
        found = engine.match(Query(clause, "newest"), 100)
        ids = set(ids_of(engine, looked_at.documents)) if looked_at else {each.id for each in articles}
    plain = ScanEngine(articles).match(Query(clause, "newest"), 100)
    assert [each.id for each in found.candidates] == [each.id for each in plain.candidates if each.id in ids]
    assert found.looked_at in (len(ids), None)


def ids_of(engine: WhooshEngine, looked_at: Sequence[Array]) -> Iterator[str]:
    """The ids of documents of each segment of an engine."""
    for segment, documents in zip(engine._segments, looked_at, strict=True):
        yield from segment.ids(documents.tolist())


def test_of_patterns_that_stand_for_too_much_the_most_frequent_forms_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies = ["bar", "bar", "bar baz", "baz", "batik", "oil"]
    engine = built(tmp_path, [[article(n, body) for n, body in enumerate(bodies)]])
    every = engine.match(Query(Prefix("ba"), "oldest"), 10)
    assert ([each.id for each in every.candidates], every.cut) == (["a000", "a001", "a002", "a003", "a004"], ())
    monkeypatch.setattr(pattern_budget, "MOST_GATHERED", 4)
    cut = engine.match(Query(Prefix("ba"), "oldest"), 10)
    assert ([each.id for each in cut.candidates], cut.cut) == (["a000", "a001", "a002"], (Prefix("ba"),))
    # A stem that has too many postings by itself is passed over for others, or each of many patterns would look it up.
    monkeypatch.setattr(pattern_budget, "MOST_GATHERED", 2)
    cut = engine.match(Query(Prefix("ba"), "oldest"), 10)
    assert [each.id for each in cut.candidates] == ["a002", "a003"]
    monkeypatch.setattr(pattern_budget, "MOST_GATHERED", 4)
    both: list[Leaf] = [Prefix("ba", "body"), Prefix("oi")]
    assert engine.match(Query(Or(tuple(both)), "oldest"), 10).cut == (Prefix("ba", "body"),)
    # One stem is looked for whatever it costs, and the few postings of others leave more for the rest.
    monkeypatch.setattr(pattern_budget, "MOST_GATHERED", 1)
    assert engine.match(Query(Prefix("bar")), 10).total == 3


def test_the_parts_of_a_question_share_what_its_patterns_may_look_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies = ["bar oil", "bar oil", "bar baz oil", "baz", "batik", "oil old"]
    engine = built(tmp_path, [[article(n, body) for n, body in enumerate(bodies)]])
    monkeypatch.setattr(pattern_budget, "MOST_GATHERED", 6)
    every = [f"a{number:03}" for number in range(len(bodies))]
    assert engine.having([Prefix("ba"), Prefix("o")], every)[0] == {"a000", "a001", "a002"}
    assert engine.having([Prefix("ba")], every) == [{"a000", "a001", "a002", "a003", "a004"}]

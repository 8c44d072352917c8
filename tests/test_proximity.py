"""Words near each other: every way of looking them up finds what looking at every pair of words finds."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import Article
from search.clauses import (
    And,
    AtLeast,
    Cased,
    Clause,
    Fuzzy,
    Lead,
    Leaf,
    Near,
    NotNear,
    Or,
    Phrase,
    Prefix,
    Said,
    Wildcard,
    Word,
)
from search.find import find
from search.highlight.highlighter import MOST_MARKS, marked
from search.highlight.proximity_spans import word_spans
from search.highlight.snippet import snippet
from search.highlight.text_words import TextWords
from search.query import Query
from search.request import Request
from search.segment import pattern_budget, proximity, term_lookup
from search.segment.frequencies import leaf_frequencies
from search.segment.spans import Spans, distinct_spans
from tests.built_index import built
from tests.random_queries import corpora, patterned_phrases, standing_leaves
from tests.scan_engine import ScanEngine
from tests.scan_spans import standing, texts_of


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), standing_leaves | patterned_phrases, st.integers(1, 3), st.data())
def test_it_finds_the_same_however_many_stems_and_articles_it_looks_at_together(
    articles: list[Article], leaf: Leaf, together: int, data: st.DataObject
) -> None:
    deleted = data.draw(st.sets(st.integers(0, len(articles) - 1))) if articles else set()
    with (
        TemporaryDirectory() as folder,
        patch.object(term_lookup, "FEW_STEMS", 0),
        patch.object(proximity, "TOGETHER", together),
    ):
        found = built(Path(folder), [articles], deleted).match(Query(leaf), 100)
    left = [article for number, article in enumerate(articles) if number not in deleted]
    expected = {each.id: each.score for each in ScanEngine(left).match(Query(leaf), 100).candidates}
    assert {each.id: pytest.approx(each.score, abs=1e-5) for each in found.candidates} == expected


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), standing_leaves)
def test_it_marks_the_words_that_the_plainest_finds(articles: list[Article], leaf: Leaf) -> None:
    clause: Clause = leaf.part if isinstance(leaf, AtLeast) else leaf
    for article in articles:
        title, body = texts_of(article)
        for read, plain in ((TextWords(article.title, "title"), title), (TextWords(article.body, "body"), body)):
            found = word_spans(clause, read).spans
            spans = list(zip(found.first.tolist(), found.last.tolist(), strict=True))
            assert spans == sorted(standing(clause, plain))


OIL, PRICE = Word("oil", "oil"), Word("price", "price")
TEXT = "Oil fell. The price of oil rose, and so did the price of a barrel that nobody wants to buy at any price."

MARKED: list[tuple[Leaf, str]] = [
    (
        Near((PRICE, OIL), 2),
        "Oil fell. The [price] of [oil] rose, and so did the price of a barrel that nobody wants to buy at any price.",
    ),
    (
        Near((OIL, PRICE), 3, is_ordered=True),
        "[Oil] fell. The [price] of oil rose, and so did the price of a barrel that nobody wants to buy at any price.",
    ),
    (
        NotNear(PRICE, OIL, 6),
        "Oil fell. The price of oil rose, and so did the price of a barrel that nobody wants to buy at any [price].",
    ),
    (
        Lead(PRICE, 4),
        "Oil fell. The [price] of oil rose, and so did the price of a barrel that nobody wants to buy at any price.",
    ),
    (
        Cased(OIL, "some"),
        "[Oil] fell. The price of oil rose, and so did the price of a barrel that nobody wants to buy at any price.",
    ),
    (
        Phrase("price of *l", ("price", "of", ""), patterns=(None, None, Wildcard("*l"))),
        "Oil fell. The [price of oil] rose, and so did the price of a barrel that nobody wants to buy at any price.",
    ),
    (
        Phrase("pr* of a", ("", "of", "a"), patterns=(Prefix("pr"), None, None)),
        "Oil fell. The price of oil rose, and so did the [price of a] barrel that nobody wants to buy at any price.",
    ),
]


@pytest.mark.parametrize(("leaf", "shown"), MARKED)
def test_it_marks_the_words_of_a_match_alone(leaf: Leaf, shown: str) -> None:
    pieces = marked(leaf, TEXT, "body")
    assert "".join(f"[{text}]" if is_marked else text for text, is_marked in pieces) == shown


def test_it_shows_the_passage_where_words_stand_near_each_other() -> None:
    body = "Oil here.\n\n" + "Nothing. " * 60 + "\n\nThe oil price fell. " + "Nothing. " * 60 + "\n\nA price."
    assert [text for text, is_marked in snippet(Near((OIL, PRICE), 2), body) if is_marked] == ["oil", "price"]


def test_it_looks_for_patterns_of_phrases_inside_quotations(tmp_path: Path) -> None:
    bodies = ["“Seize the moment,” Milley said.", "Seize the moments, “he said.”", "“Seize the\n\n“moment,” he said."]
    articles = [Article(f"a{n}", f"/{n}.txt", "", True, body) for n, body in enumerate(bodies)]
    leaf = Said(Phrase("the mom*", ("the", ""), patterns=(None, Prefix("mom"))))
    assert [each.id for each in built(tmp_path, [articles]).match(Query(leaf), 10).candidates] == ["a0"]


def test_it_looks_at_the_most_frequent_forms_first_where_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies = ["foo bar", "foo bar bar", "bar", "foo baz"]
    articles = [Article(f"a{n}", f"/{n}.txt", "", True, body) for n, body in enumerate(bodies)]
    engine = built(tmp_path, [articles])
    (segment,) = engine._segments
    leaf = Phrase("foo ba*", ("foo", ""), patterns=(None, Prefix("ba")))
    assert leaf_frequencies(segment, leaf).documents.tolist() == [0, 1, 3]
    assert engine.match(Query(leaf), 10).cut == ()
    monkeypatch.setattr(pattern_budget, "MOST_PLACED", 3)
    assert [each.id for each in engine.match(Query(leaf, "oldest"), 10).candidates] == ["a0", "a1"]
    assert engine.match(Query(Near((OIL, Prefix("ba")), 5)), 10).cut == (Prefix("ba"),)
    assert engine.match(Query(And((leaf, Prefix("fo"), Said(leaf)))), 10).cut == (Prefix("ba"),)
    assert find(engine, Request('"foo ba*"')).notes == (
        "too many words look like “ba*”: only the most frequent of them were looked for",
    )


def test_a_stem_with_one_form_wanted_is_found_by_that_form_where_others_stand_beside_it(tmp_path: Path) -> None:
    bodies = ["talks talk", "talk talks", "talk", "talks"]
    articles = [Article(f"a{n}", f"/{n}.txt", "", True, body) for n, body in enumerate(bodies)]
    leaf = Phrase("talks talk", ("talk", "talk"), patterns=(Fuzzy("talks", 0), Fuzzy("talk", 0)))
    assert [each.id for each in built(tmp_path, [articles]).match(Query(leaf), 10).candidates] == ["a0"]


def test_spans_are_in_order_and_each_once() -> None:
    found = distinct_spans(np.array([5, 3, 3, 3, 5]), np.array([6, 9, 4, 9, 6]))
    assert (found.first.tolist(), found.last.tolist()) == ([3, 3, 5], [4, 9, 6])
    last = Spans(np.array([1, 2, 2]), np.array([9, 3, 9])).by_last()
    assert (last.first.tolist(), last.last.tolist()) == ([2, 1, 2], [3, 9, 9])


def test_nothing_but_words_stands_near_anything(tmp_path: Path) -> None:
    engine = built(tmp_path, [[Article("a", "/a.txt", "", True, "oil price")]])
    for part in (Said(OIL), Or(()), AtLeast(OIL, 1)):
        assert engine.match(Query(Near((OIL, part), 5)), 10).total == 0


def test_it_looks_at_no_span_beside_each_other_and_marks_the_first_in_a_long_text() -> None:
    body = "oil and price of a barrel. " * 30_000
    patterns = Near((Wildcard("*i*"), Wildcard("*r*")), 5)
    asked: list[Leaf] = [Near((OIL, PRICE), 3), NotNear(OIL, Word("buy", "buy"), 3), patterns]
    for clause in asked:
        assert sum(is_marked for _, is_marked in marked(clause, body, "body")) == MOST_MARKS
        assert any(is_marked for _, is_marked in snippet(clause, body))


def test_it_shows_what_stands_near_each_other_past_many_other_marks() -> None:
    body = "price of bread. " * (MOST_MARKS + 1) + "\n\nNobody knows the price of oil here."
    found = snippet(And((PRICE, Near((OIL, PRICE), 2))), body)
    assert [text for text, is_marked in found if is_marked][-2:] == ["price", "oil"]

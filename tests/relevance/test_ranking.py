"""The ranking over judged queries does not get worse.

Measured with K1 = 1.2, B = 0.75 and TITLE_WEIGHT = 2, each query as a person would type it into the box.
"""

from pathlib import Path

import pytest

from search.evaluate import evaluate, read_qrels, read_queries
from search.find import best_answer
from search.language.parser import parse
from search.request import Request
from tests.built_index import built
from tests.relevance.collections import collection, collection_articles

FLOORS = [
    # collection, floor of nDCG@10, floor of MAP
    ("cranfield", 0.538, 0.443),
    ("cisi", 0.414, 0.235),
]


@pytest.mark.parametrize(("name", "ndcg", "average_precision"), FLOORS)
def test_it_ranks_no_worse_than_before(name: str, ndcg: float, average_precision: float, tmp_path: Path) -> None:
    engine = built(tmp_path, [collection_articles(name)])

    def ranking(typed: str) -> list[str]:
        return [found.id for found in best_answer(engine, parse(typed), Request(typed), 1000).matches.candidates]

    judgments = read_qrels(collection(name) / "qrels.tsv")
    queries = {id: text for id, text in read_queries(collection(name) / "queries.tsv").items() if id in judgments}
    scores = evaluate(ranking, queries, judgments)
    print(f"\n{name}: {scores}")
    assert (scores.ndcg_at_10 >= ndcg, scores.map >= average_precision) == (True, True), scores

"""The measures of a ranking, query by query; the arithmetic is that of ir-measures, which is trec_eval's."""

from collections.abc import Mapping

from tests.relevance.trec import Judgments, Run

NDCG, AVERAGE_PRECISION, RECALL, RECIPROCAL_RANK = "nDCG@10", "AP", "R@100", "RR"
MEASURES = (NDCG, AVERAGE_PRECISION, RECALL, RECIPROCAL_RANK)
DEPTH = 1000
"""Documents of a ranking that count, as at TREC."""

Values = Mapping[str, float]
"""The value of one measure for each query, by query id."""


def measured(run: Run, judgments: Judgments) -> dict[str, dict[str, float]]:
    """The value of each measure for each judged query; a query without an answer counts as 0."""
    # Here, since the documents of the command are tried where the bench extra is not installed.
    import ir_measures

    scores = {
        query: {document: float(DEPTH - rank) for rank, document in enumerate(found[:DEPTH])}
        for query, found in run.items()
        if found and query in judgments
    }
    values = {name: dict.fromkeys(judgments, 0.0) for name in MEASURES}
    names = {ir_measures.parse_measure(name): name for name in MEASURES}
    plain = {query: dict(grades) for query, grades in judgments.items()}
    for each in ir_measures.iter_calc(list(names), plain, scores):
        values[names[each.measure]][each.query_id] = each.value
    return values

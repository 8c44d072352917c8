"""The measures of trec_eval, with numbers worked out by hand."""

from dataclasses import replace
from math import log2
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DatelineError
from search.evaluate import Measures, evaluate, read_qrels, read_queries


def rounded(found: Measures) -> Measures:
    """The scores to nine places, so that they can be compared with sums that were added in another order."""
    return replace(
        found,
        ndcg_at_10=round(found.ndcg_at_10, 9),
        map=round(found.map, 9),
        recall_at_100=round(found.recall_at_100, 9),
        mrr=round(found.mrr, 9),
    )


def scores(ids: list[str], grades: dict[str, int]) -> Measures:
    return rounded(evaluate(lambda text: ids, {"1": "war"}, {"1": grades}))


def test_it_scores_one_query_as_worked_out_by_hand() -> None:
    # Relevant: a (3), b (1), c (2) and d (1, not found). Found at ranks 2, 4 and 5.
    found = scores(["x", "a", "y", "b", "c"], {"a": 3, "b": 1, "c": 2, "d": 1, "x": 0, "y": -1})
    gained = 3 / log2(3) + 1 / log2(5) + 2 / log2(6)
    best = 3 / log2(2) + 2 / log2(3) + 1 / log2(4) + 1 / log2(5)
    assert found == rounded(Measures(1, gained / best, (1 / 2 + 2 / 4 + 3 / 5) / 4, 3 / 4, 1 / 2))
    assert (found.ndcg_at_10, found.map) == (0.596466042, 0.4)


def test_it_looks_no_deeper_than_each_measure_says() -> None:
    ids = [f"x{number}" for number in range(100)]
    ids[10] = "eleventh"
    ids += ["late"]
    found = scores(ids, {"eleventh": 1, "late": 1})
    assert found == rounded(Measures(1, 0.0, (1 / 11 + 2 / 101) / 2, 0.5, 1 / 11))


def test_its_ideal_has_no_more_than_ten_articles() -> None:
    ids = [str(number) for number in range(10)]
    assert scores(ids, dict.fromkeys(map(str, range(20)), 1)) == Measures(1, 1.0, 0.5, 0.5, 1.0)


def test_it_takes_means_over_judged_queries_and_counts_the_others() -> None:
    answers = {"war": ["a"], "peace": ["x"], "talks": ["a"], "winter": ["a"]}
    queries = {"1": "war", "2": "peace", "3": "talks", "4": "winter"}
    judgments = {"1": {"a": 1}, "2": {"a": 1}, "3": {"a": 0}, "9": {"a": 1}}
    found = evaluate(answers.__getitem__, queries, judgments)
    assert rounded(found) == rounded(Measures(3, 1 / 3, 1 / 3, 1 / 3, 1 / 3, unjudged=1))


def test_it_counts_an_article_once_when_a_ranking_repeats_it() -> None:
    assert scores(["a", "a", "b"], {"a": 1, "b": 1}) == Measures(1, 1.0, 1.0, 1.0, 1.0)


def test_it_says_so_when_no_query_is_judged() -> None:
    with pytest.raises(DatelineError, match="none of the 2 queries is judged"):
        evaluate(lambda text: [], {"1": "war", "2": "peace"}, {"q1": {"a": 1}})


IDS = st.sampled_from("abcdefgh")


@given(st.lists(IDS, unique=True), st.dictionaries(IDS, st.integers(-1, 3), min_size=1))
def test_its_measures_are_shares_and_perfect_for_the_perfect_ranking(ids: list[str], grades: dict[str, int]) -> None:
    found = scores(ids, grades)
    for share in (found.ndcg_at_10, found.map, found.recall_at_100, found.mrr):
        assert 0 <= share <= 1
    perfect = 1.0 if max(grades.values()) > 0 else 0.0
    ideal = scores(sorted(grades, key=lambda id: -grades[id]), grades)
    assert ideal == Measures(1, perfect, perfect, perfect, perfect)


def test_it_reads_queries_and_judgments(tmp_path: Path) -> None:
    queries, qrels = tmp_path / "queries.tsv", tmp_path / "qrels.txt"
    queries.write_text('\ufeff1\tpeace talks\r\n\nq-2\t "seize the moment"\tnow \n', encoding="utf-8")
    qrels.write_text("1 0 a 2\n1\t0\tb\t-1\n\nq-2  Q0  a  0\n1 0 a 2\n", encoding="utf-8")
    assert read_queries(queries) == {"1": "peace talks", "q-2": '"seize the moment"\tnow'}
    assert read_qrels(qrels) == {"1": {"a": 2, "b": -1}, "q-2": {"a": 0}}


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("1\twar\n2 peace", "line 2: '2 peace'", "an id, a tab and the text"),
        ("1\t \n", "line 1: '1'", "an id, a tab and the text"),
        ("\twar\n", "line 1: 'war'", "an id, a tab and the text"),
        ("1\twar\n\n1\tpeace\n", "line 3: '1\\\\tpeace'", "an id that no earlier line has"),
    ],
)
def test_it_names_the_file_and_line_of_a_bad_query(tmp_path: Path, text: str, line: str, expected: str) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DatelineError, match=f"queries.tsv, {line} should be {expected}"):
        read_queries(path)


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("1 0 a", "line 1: '1 0 a'", "four columns"),
        ("1 0 a 1\n1 0 b 1 x", "line 2: '1 0 b 1 x'", "four columns"),
        ("1 0 a high", "line 1: '1 0 a high'", "four columns"),
        ("1 0 a 0.5", "line 1: '1 0 a 0.5'", "four columns"),
        ("1 0 a ²", "line 1: '1 0 a ²'", "four columns"),
        (f"1 0 a {'9' * 5000}", "line 1: '1 0 a 9+'", "four columns"),
        ("1 0 a 1\n1 0 a 2", "line 2: '1 0 a 2'", "the same grade as the earlier line"),
    ],
)
def test_it_names_the_file_and_line_of_a_bad_judgment(tmp_path: Path, text: str, line: str, expected: str) -> None:
    path = tmp_path / "qrels.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DatelineError, match=f"qrels.txt, {line} should be {expected}"):
        read_qrels(path)


def test_it_says_which_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match=r"missing\.tsv cannot be read: No such file"):
        read_queries(tmp_path / "missing.tsv")
    (tmp_path / "binary.txt").write_bytes(b"1 0 \xff 1")
    with pytest.raises(DatelineError, match=r"binary\.txt cannot be read: it is not UTF-8 text"):
        read_qrels(tmp_path / "binary.txt")

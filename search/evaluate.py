"""How well a ranking finds what people judged relevant: the measures of trec_eval, from its files."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import log2
from pathlib import Path

from index.article import Article
from index.errors import DatelineError
from search.engine import Engine
from search.find import best_answer
from search.likeness.like_reading import read_for
from search.request import Request

Ranking = Callable[[str], Sequence[str]]
"""The ids of the articles that answer a query text, best first, up to 1000."""
Grades = Mapping[str, int]
"""How relevant the judged articles are to one query, by id; 0 and less is not relevant."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures, each the mean over all judged queries."""

    queries: int
    """How many queries were judged and are in the means."""
    ndcg_at_10: float
    map: float
    recall_at_100: float
    mrr: float
    unjudged: int = 0
    """How many queries were left out because nobody judged an article for them."""

    def in_words(self) -> str:
        """A line for each measure."""
        return "\n".join(f"{name.replace('_', ' '):>14}  {value:.5g}" for name, value in asdict(self).items())


def evaluate(ranking: Ranking, queries: Mapping[str, str], judgments: Mapping[str, Grades]) -> Measures:
    """The scores of a ranking over the queries (text by id) that have judgments (grades by query id).

    As in trec_eval, a judged query without any relevant article counts as 0, and so does an empty answer.
    """
    judged = [(text, judgments[query]) for query, text in queries.items() if query in judgments]
    if not judged:
        raise DatelineError(
            f"none of the {len(queries)} queries is judged: "
            "the first column of the judgments must hold ids of the queries' file"
        )
    answers = [(list(dict.fromkeys(ranking(text))), grades) for text, grades in judged]
    return Measures(
        queries=len(judged),
        ndcg_at_10=mean([ndcg(ids, grades, 10) for ids, grades in answers]),
        map=mean([average_precision(ids, grades) for ids, grades in answers]),
        recall_at_100=mean([recall(ids, grades, 100) for ids, grades in answers]),
        mrr=mean([reciprocal_rank(ids, grades) for ids, grades in answers]),
        unjudged=len(queries) - len(judged),
    )


def ranked_names(engine: Engine, typed: str, wanted: Collection[str]) -> list[str]:
    """The articles that a search finds, best first, named as the judgments name them.

    Days such as "yesterday" are read as words, because a measure must not depend on the day on which it is taken.
    """
    candidates = best_answer(
        engine, read_for(engine, typed), Request(typed, copies="all"), limit=1000
    ).matches.candidates
    articles = engine.fetch([candidate.id for candidate in candidates])
    return [judged_name(article, wanted) for article in articles]


def judged_name(article: Article, wanted: Collection[str]) -> str:
    """By which of its names the judgments know an article; its id when they do not."""
    names = (article.id, article.record_id, Path(article.path).stem)
    return next((name for name in names if name is not None and name in wanted), article.id)


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of at least one value."""
    return sum(values) / len(values)


def ndcg(ids: Sequence[str], grades: Grades, depth: int) -> float:
    """Discounted gain of the first `depth` over the best possible; the gain is the grade (trec_eval's ndcg_cut)."""
    best = discounted(sorted(grades.values(), reverse=True)[:depth])
    return discounted([grades.get(id, 0) for id in ids[:depth]]) / best if best else 0.0


def discounted(gains: Sequence[int]) -> float:
    """The sum of gains, each divided by log2(rank + 1) (Järvelin & Kekäläinen 2002, as trec_eval has it)."""
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1) if gain > 0)


def average_precision(ids: Sequence[str], grades: Grades) -> float:
    """The mean over all relevant articles of the precision where each was found; 0 for those not found."""
    ranks = relevant_ranks(ids, grades)
    return sum(found / rank for found, rank in enumerate(ranks, start=1)) / max(1, relevant(grades))


def recall(ids: Sequence[str], grades: Grades, depth: int) -> float:
    """The share of the relevant articles that is among the first `depth`."""
    return len(relevant_ranks(ids[:depth], grades)) / max(1, relevant(grades))


def reciprocal_rank(ids: Sequence[str], grades: Grades) -> float:
    """One over the rank of the first relevant article; 0 when there is none."""
    ranks = relevant_ranks(ids, grades)
    return 1 / ranks[0] if ranks else 0.0


def relevant_ranks(ids: Sequence[str], grades: Grades) -> list[int]:
    """The ranks, from 1, at which relevant articles stand."""
    return [rank for rank, id in enumerate(ids, start=1) if grades.get(id, 0) > 0]


def relevant(grades: Grades) -> int:
    """How many articles are relevant."""
    return sum(grade > 0 for grade in grades.values())


def read_queries(path: Path) -> dict[str, str]:
    """The queries of a file, text by id; each line is an id, a tab and the text."""
    queries: dict[str, str] = {}
    for number, line in numbered_lines(path):
        query, _, text = (part.strip() for part in line.partition("\t"))
        if not (query and text):
            raise bad_line(path, number, line, "an id, a tab and the text of the query")
        if query in queries:
            raise bad_line(path, number, line, "an id that no earlier line has")
        queries[query] = text
    return queries


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """The judgments of a file, grades by article id by query id; each line is query, 0, article and grade."""
    judgments: dict[str, dict[str, int]] = {}
    for number, line in numbered_lines(path):
        columns = line.split()
        grade = whole_number(columns[-1])
        if len(columns) != 4 or grade is None:
            raise bad_line(path, number, line, "four columns: query, 0, article, and its grade as a whole number")
        query, _, article, _ = columns
        if judgments.setdefault(query, {}).setdefault(article, grade) != grade:
            raise bad_line(path, number, line, "the same grade as the earlier line for this query and article")
    return judgments


def whole_number(text: str) -> int | None:
    """The number that the text is; None when it is none."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < LONGEST_GRADE else None


LONGEST_GRADE = 10
"""Digits; longer numbers are no grades."""


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 file that are not empty, with their numbers from 1."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is not UTF-8 text"
        raise DatelineError(f"{path} cannot be read: {reason}") from error
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def bad_line(path: Path, number: int, line: str, expected: str) -> DatelineError:
    """What is wrong with a line, and where it is."""
    shown = line.strip()
    return DatelineError(f"{path}, line {number}: {shown[:SHOWN]!r} should be {expected}")


SHOWN = 80
"""Characters of a bad line that are repeated to the reader."""

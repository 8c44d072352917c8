"""The benchmarks: that they run at their smallest, measure the same for all, and say honestly what they measured."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest

from index.article import Article
from search.clauses import Between, Or, Phrase
from search.find import find
from search.request import Request
from search.snapshots import open_engine
from tests.bench.asking import ROUNDS, Asking, halved, percentile, timings
from tests.bench.comparison import Comparison, Plan, comparison
from tests.bench.corpora import Corpus, Folder, Generated, Sets, drawn
from tests.bench.curve import growth
from tests.bench.drawn import article_questions, question_pool
from tests.bench.files import as_file
from tests.bench.generated import generated_articles
from tests.bench.goals import GOALS, Goal
from tests.bench.ours import clause_of
from tests.bench.peer import Asked
from tests.bench.peers import OURS, STOCK, WORDS_ALONE, fast_peers
from tests.bench.plot import plot
from tests.bench.questions import KINDS, Question
from tests.bench.steps import step_rows, steps
from tests.bench.tables import NOT_IN_OURS, NOT_IN_THEIRS, as_json, curve_table, report

TODAY = date(2022, 11, 14)
SEED = 7


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    folder = tmp_path_factory.mktemp("bench")
    plan = Plan(
        corpus=Corpus(Generated(), 60, SEED),
        queries=folder / "none",
        stock_articles=20,
        files=3,
        questions=3,
        seconds=0.2,
        processes=1,
    )
    return comparison(plan, folder / "work", TODAY, lambda _: None)


def test_asks_every_engine_that_is_installed_as_often_as_ours(measured: Comparison) -> None:
    names = [peer.name for peer in fast_peers()]
    for answers in measured.fast.answers.values():
        assert list(answers) == names
        took_part = [timing for timing in answers.values() if timing]
        assert len({speed.answers for timing in took_part for speed in (timing.first, timing.again)}) == 1
    assert [engine.name for engine in measured.stock.engines] == [OURS.name, WORDS_ALONE.name, STOCK.name]


def test_gives_every_engine_the_same_articles(measured: Comparison) -> None:
    for contest, count in ((measured.fast, 60), (measured.stock, 20)):
        assert {engine.building.articles for engine in contest.engines} == {count}
        assert len({engine.building.text_bytes for engine in contest.engines}) == 1
        assert all(engine.building.index_bytes > 0 for engine in contest.engines)


def test_finds_the_same_in_generated_articles_as_stock_whoosh_does(measured: Comparison) -> None:
    for kind in ("word", "any", "all", "phrase", "dated"):
        timing = measured.stock.answers[kind][STOCK.name]
        assert timing, f"stock Whoosh answers {kind}"
        assert timing.agreement.same == 1.0, f"{kind}: {timing.agreement.widest}"


def test_says_what_was_measured_on_what_and_when(measured: Comparison) -> None:
    text = report(measured)
    assert text.startswith("# Benchmarks of 2022-11-14\n")
    assert measured.machine.processor in text
    assert "60 generated articles (Zipf-Mandelbrot with topics, seed 7): not real text" in text
    assert "Questions: drawn from the articles, seed 7." in text
    assert "Beside stock Whoosh, over 20 articles" in text
    for engine in (*measured.fast.engines, *measured.stock.engines):
        assert f"- {engine.name}: {engine.about}." in text


def test_does_not_hide_what_an_engine_cannot_answer(measured: Comparison) -> None:
    rows = [line for line in report(measured).splitlines() if line.startswith("| a word with a gap |")]
    assert [row.split(" | ")[1] for row in rows] == ["first time", "again"] * 2
    in_the_language = clause_of(Question("wildcard", ("a*b",))) is not None
    assert [NOT_IN_OURS in row for row in rows] == [not in_the_language] * 4
    assert [NOT_IN_THEIRS in row for row in rows[:2]] == [True] * 2, "FTS5 knows no gaps"


def test_shows_beside_each_goal_for_answers_what_they_take_again(measured: Comparison) -> None:
    rows = [row.strip("|").split(" | ") for row in report(measured).splitlines() if " | ≤ " in row or " | ≥ " in row]
    assert len(rows) == len(GOALS)
    for goal, row in zip(GOALS, rows, strict=True):
        assert (row[0].strip(), bool(row[4].strip())) == (goal.name, goal.again is not None)
    stock = next(goal for goal in GOALS if goal.name == "phrase, times stock Whoosh")
    ours, theirs = (measured.stock.answers["phrase"][name] for name in (OURS.name, STOCK.name))
    assert ours
    assert theirs
    assert stock.measured(measured) == pytest.approx(theirs.first.p50_ms / ours.first.p50_ms)
    assert stock.again
    assert stock.again(measured) == pytest.approx(theirs.again.p50_ms / ours.again.p50_ms)


def test_writes_the_same_as_json(measured: Comparison) -> None:
    whole = json.loads(as_json(measured))
    assert whole["today"] == "2022-11-14"
    assert set(whole["fast"]["answers"]) == set(KINDS)


def test_measures_each_step(tmp_path: Path) -> None:
    found = steps(Corpus(Generated(), 20, SEED), tmp_path / "steps", lambda _: None)
    assert [row[0] for row in step_rows(found)] == [step.name for step in found]
    assert {step.articles for step in found} == {20}
    assert min(step.spent.wall_seconds for step in found) > 0
    assert not (tmp_path / "steps").exists()


def test_what_is_built_of_words_alone_answers(tmp_path: Path) -> None:
    article = Article("a", "/a.txt", "Peace", True, "Talks began.")
    WORDS_ALONE.build([article], tmp_path)
    assert open_engine(str(tmp_path)).remarks == ()
    assert find(open_engine(str(tmp_path)), Request("talks")).total == 1


def test_draws_a_curve(tmp_path: Path) -> None:
    points = growth([20, 40], SEED, tmp_path / "curve", lambda _: None)
    assert [point.building.articles for point in points] == [20, 40]
    assert curve_table(points).count("\n| ") == 4
    picture = ElementTree.fromstring(plot(points, "Time & size"))
    assert picture.findtext("{*}title") == "Time & size"
    assert len(picture.findall("{*}polyline")) == 2


def test_makes_up_the_same_articles_for_the_same_seed() -> None:
    first = list(generated_articles(5, SEED))
    assert first == list(generated_articles(5, SEED)) == list(generated_articles(9, SEED))[:5]
    assert first != list(generated_articles(5, SEED + 1))
    # In every process and on every machine.
    assert first[0].title == "Setbrai rorplaindclarding of mel an douceard vum the"


def test_reads_a_collection(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    rows = [{"id": 1, "title": "Talks", "text": "Peace.", "date": "2022-11-10"}, {"id": 2, "text": "x", "date": "?"}]
    (tmp_path / "news" / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    corpus = Corpus(Sets(tmp_path, ("news",)), None, SEED)
    first, second = corpus.articles()
    assert (first.id, first.title, first.body) == ("news-1", "Talks", "Peace.")
    assert first.published
    assert first.published.first == date(2022, 11, 10)
    assert (second.id, second.title, second.published) == ("news-2", "", None)
    assert len(replace(corpus, count=1).articles()) == 1


def test_reads_a_folder_of_files(tmp_path: Path) -> None:
    made = next(generated_articles(1, SEED))
    (tmp_path / "one.txt").write_text(as_file(made), "utf-8")
    (article,) = Corpus(Folder(tmp_path), None, SEED).articles()
    assert article.title == made.title


def test_draws_some_in_their_order() -> None:
    assert drawn(range(100), 3, SEED) == sorted(drawn(range(100), 3, SEED))
    assert drawn([1, 2], 5, SEED) == [1, 2]


def test_asks_what_people_asked_where_that_is_known(tmp_path: Path) -> None:
    for name, text in (
        ("q_trec_mq", "1\tpeace\n2\tpeace talks\n3\tu.s.\n4\twendy s menu\n"),
        ("q_search_benchmark_game", '1\t"bank of england"\tphrase,x\n2\t+an +ox\tintersection\n3\t+an -ox\tnegated\n'),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "queries.tsv").write_text(text)
    pool, origin = question_pool(tmp_path, list(generated_articles(3, SEED)), SEED)
    asked = {(question.kind, question.words) for question in pool}
    assert origin == "TREC Million Query and the search benchmark game"
    assert asked >= {
        ("word", ("peace",)),
        ("any", ("peace", "talks")),
        ("all", ("peace", "talks")),
        ("phrase", ("bank", "of", "england")),
        ("all", ("an", "ox")),
    }
    assert not asked & {("word", ("u.s.",)), ("any", ("wendy", "s", "menu"))}


def test_reads_a_question_as_a_query_of_ours() -> None:
    assert isinstance(clause_of(Question("any", ("peace", "talks"))), Or)
    assert clause_of(Question("phrase", ("peace", "talks"))) == Phrase("peace talks", ("peace", "talk"))
    dated = clause_of(Question("dated", ("peace",), TODAY, TODAY))
    assert Between(TODAY, TODAY) in getattr(dated, "parts", ())


class Fixed:
    """An engine that always finds so many."""

    def __init__(self, total: int) -> None:
        self.total = total

    def asked(self, question: Question) -> Asked | None:
        """Not for prefixes."""
        return None if question.kind == "prefix" else lambda: self.total


def times_of(questions: Sequence[Question]) -> list[float | None]:
    """How far each of three engines is from the first."""
    totals = {"a": 4, "b": 4, "c": 5}
    opening = {name: partial(Fixed, total) for name, total in totals.items()}
    found = timings(opening, Asking(questions, ()), 1, SEED)
    return [timing.agreement.median_difference if timing else None for timing in found.values()]


def test_tells_how_far_engines_disagree() -> None:
    assert times_of([Question("word", ("peace",))]) == [0, 0, 0.2]
    assert times_of([Question("prefix", ("pea",))]) == [None, None, None]
    assert times_of([]) == [None, None, None]


def test_times_at_least_one_question_however_slow_the_machine_is() -> None:
    asking = Asking([Question("word", ("peace",)), Question("word", ("talks",))], [Question("word", ("war",))])
    found = timings({"a": partial(Fixed, 4)}, asking, 0, SEED)
    assert found["a"]
    assert (found["a"].first.answers, found["a"].again.answers) == (1, 1)


class Remembering:
    """An engine that notes what it is asked since it was opened."""

    def __init__(self, logs: list[list[str]]) -> None:
        self.log: list[str] = []
        logs.append(self.log)

    def asked(self, question: Question) -> Asked | None:
        """Finds as many articles as the word has letters."""

        def ask() -> int:
            self.log.append(question.words[0])
            return len(question.words[0])

        return ask


def test_times_what_an_engine_was_never_asked_since_it_was_opened_and_then_the_same_again() -> None:
    logs: list[list[str]] = []
    asking = halved([Question("word", (word,)) for word in ("peace", "war", "talks", "truce")])
    found = timings({"a": partial(Remembering, logs)}, asking, 60, SEED)
    asked = [log for log in logs if log]
    assert len(asked) == ROUNDS
    for log in asked:
        assert log[:2] == ["war", "truce"]
        assert [sorted(log[2:4]), sorted(log[4:])] == [["peace", "talks"]] * 2
    assert found["a"]
    assert found["a"].first.answers == found["a"].again.answers == 2 * ROUNDS


def test_takes_percentiles_that_were_really_measured() -> None:
    assert percentile([3, 1, 2], 50) == 2
    assert percentile([*range(1, 101)], 95) == 95
    assert percentile([7], 95) == 7


def test_says_by_how_much_a_goal_is_missed() -> None:
    most, least = Goal("most", 1.0, lambda _: 0), Goal("least", 20, lambda _: 0, more_is_better=True)
    assert [most.verdict(value) for value in (1.0, 1.25, 3.0)] == ["met", "missed by 25%", "missed by a factor of 3.0"]
    assert [least.verdict(value) for value in (20, 16, 5)] == ["met", "missed by 25%", "missed by a factor of 4.0"]
    assert most.verdict(float("nan")) == "not measured"


def test_draws_phrases_that_stand_in_an_article() -> None:
    articles: list[Article] = list(generated_articles(10, SEED))
    phrases = [each for each in article_questions(articles, Random(SEED)) if each.kind == "phrase"]
    bodies = [" ".join(article.body.split()) for article in articles]
    assert phrases
    assert all(any(" ".join(phrase.words) in body for body in bodies) for phrase in phrases[:50])

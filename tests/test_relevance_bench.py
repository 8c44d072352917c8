"""The bench of relevance: its measures are right by hand, and it tells a difference from none."""

import json
from collections.abc import Mapping
from dataclasses import replace
from math import log2
from pathlib import Path
from random import Random

import pytest

from index.errors import DatelineError
from tests.relevance.leave_one_out import LeftOut, left_one_out
from tests.relevance.query_length import LENGTHS, by_length, content_words, length_class
from tests.relevance.significance import chance_of, macro_mean
from tests.relevance.trec import read_run, write_run

pytest.importorskip("ir_measures", reason="the bench extra is not installed")

from tests.relevance.__main__ import chosen, compared_files
from tests.relevance.comparing import compared, compared_by_length
from tests.relevance.derived_queries import Derived, headlines, questions, remembered_words
from tests.relevance.judged_collections import Document, JudgedCollection, from_files
from tests.relevance.latency import percentile, query_times
from tests.relevance.measures import AVERAGE_PRECISION, NDCG, RECALL, RECIPROCAL_RANK, measured
from tests.relevance.measuring import MeasuredCollection, Outcome, Workshop, candidates
from tests.relevance.report import Measurement, relevance_report, short
from tests.relevance.systems.dateline_system import Dateline
from tests.relevance.systems.fts5_system import Fts5Any
from tests.relevance.systems.system import Answers, System
from tests.relevance.systems.whoosh_system import StockParser

HARBOUR = JudgedCollection(
    "harbour",
    "judged",
    "a town",
    (
        Document("levy", "Council approves harbour levy", "The council voted for a levy on ships in the harbour."),
        Document("storm", "Storm damages pier", "A storm broke the pier of the harbour on Monday night."),
        Document("school", "School opens", "Pupils came to the new school beside the old pier."),
        Document("market", "Fish market moves", "The fish market leaves the quay for a hall near the station."),
    ),
    {"1": "harbour levy", "2": "when will the new school and the fish market open?", "3": "dragons"},
    {"1": {"levy": 2, "storm": 1, "market": 0}, "2": {"school": 1, "market": 1}, "3": {"storm": 1}},
)
RUN = {"1": ["storm", "market", "levy"], "2": ["levy", "school"], "4": ["levy"]}


def test_its_measures_equal_what_a_hand_computes() -> None:
    values = measured(RUN, HARBOUR.judgments)
    best = 2 + 1 / log2(3)
    assert values[NDCG]["1"] == pytest.approx((1 + 2 / log2(4)) / best)
    assert values[NDCG]["2"] == pytest.approx((1 / log2(3)) / (1 + 1 / log2(3)))
    assert values[AVERAGE_PRECISION] == pytest.approx({"1": (1 + 2 / 3) / 2, "2": (1 / 2) / 2, "3": 0})
    assert values[RECALL] == pytest.approx({"1": 1, "2": 0.5, "3": 0})
    assert values[RECIPROCAL_RANK] == pytest.approx({"1": 1, "2": 0.5, "3": 0})


def test_a_run_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    write_run(RUN, "our system", tmp_path / "new" / "a.run")
    assert read_run(tmp_path / "new" / "a.run") == RUN
    assert (tmp_path / "new" / "a.run").read_text().splitlines()[1] == "1 Q0 market 2 2 our-system"


def test_a_run_of_others_is_read_by_its_scores(tmp_path: Path) -> None:
    (tmp_path / "b.run").write_text("q Q0 low 1 0.5 x\nq Q0 high 2 7e1 x\nq Q0 same 3 0.5 x\n")
    assert read_run(tmp_path / "b.run") == {"q": ["high", "low", "same"]}
    (tmp_path / "c.run").write_text("q Q0 a 1 2 x\nq Q0 b 2 good x\n")
    with pytest.raises(DatelineError, match="line 2"):
        read_run(tmp_path / "c.run")


def test_the_randomisation_test_finds_a_planted_difference_and_not_a_null_one() -> None:
    random = Random(3)
    noise = [random.gauss(0, 0.1) for _ in range(200)]
    assert chance_of([[value + 0.04 for value in noise]]) < 0.001
    assert chance_of([[value if number % 2 else -value for number, value in enumerate(noise)]]) > 0.1
    assert chance_of([[0.0] * 50]) == 1


def test_the_randomisation_test_equals_trying_all_signs() -> None:
    # Of the 32 ways to sign 1 to 5, those whose sum is 13 or more away from 0: 15 and 13, and the same below.
    assert chance_of([[1.0, 2.0, 3.0, 4.0, 5.0]]) == pytest.approx(2 / 32, abs=0.01)
    assert chance_of([[-1.0, 2.0, 3.0, 4.0, 5.0]]) == pytest.approx(4 / 32, abs=0.01)


def test_null_differences_are_found_as_rarely_as_is_said() -> None:
    random = Random(5)
    found = [chance_of([[random.gauss(0, 1) for _ in range(30)]]) < 0.1 for _ in range(200)]
    assert 8 <= sum(found) <= 34


def test_an_interval_holds_the_mean_and_narrows_with_more_values() -> None:
    random = Random(7)
    few, many = ([random.random() for _ in range(count)] for count in (20, 2000))
    narrow, wide = macro_mean([many]), macro_mean([few])
    assert wide.low < wide.mean < wide.high
    assert wide.high - wide.low > 5 * (narrow.high - narrow.low)
    # The standard error of a uniform variable's mean, by 1.96 to both sides.
    assert narrow.high - narrow.low == pytest.approx(2 * 1.96 * (1 / 12 / 2000) ** 0.5, rel=0.1)


def test_collections_count_the_same_however_many_queries_they_have() -> None:
    assert macro_mean([[0.0] * 90, [1.0] * 10]).mean == 0.5
    pairs = [({"1": 0.2}, {"1": 0.1}), (dict.fromkeys("abcd", 0.5), dict.fromkeys("abcd", 0.7))]
    assert compared(pairs).difference.mean == pytest.approx((0.1 - 0.2) / 2)


def test_queries_are_as_long_as_what_they_are_about() -> None:
    assert content_words("What are the causes of the strikes, and of the strikes' end?") == ["causes", "strikes", "end"]
    classes = [
        length_class(" ".join(f"word{n}" for n in range(count))) for count in (0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12)
    ]
    assert classes == ["1", "1", "2–3", "2–3", "4", "5", "6–7", "6–7", "8–11", "8–11", "12+"]
    assert by_length(HARBOUR.queries) == {"1": ["3"], "2–3": ["1"], "5": ["2"]}
    assert set(classes) == set(LENGTHS)


def test_a_difference_is_told_by_length() -> None:
    ours, theirs = {"1": 0.9, "2": 0.2, "3": 0.0}, {"1": 0.5, "2": 0.6, "3": 0.0}
    found = compared_by_length([(ours, theirs)], [HARBOUR.queries])
    assert {length: round(each.difference.mean, 3) for length, each in found.items()} == {"1": 0, "2–3": 0.4, "5": -0.4}


def test_a_setting_is_chosen_by_the_collections_that_are_not_asked() -> None:
    candidates = {
        "as it is": {"a": {"1": 0.5}, "b": {"1": 0.5}, "c": {"1": 0.5}},
        "good for all": {"a": {"1": 0.6}, "b": {"1": 0.6}, "c": {"1": 0.6}},
        "good for one": {"a": {"1": 0.9, "2": 0.9}, "b": {"1": 0.5}, "c": {"1": 0.49}},
    }
    choice = left_one_out(candidates, "as it is")
    assert choice.left_out == (
        LeftOut("a", "good for all", 0.5, 0.6),
        LeftOut("b", "good for one", 0.5, 0.5),
        LeftOut("c", "good for one", 0.5, 0.49),
    )
    assert choice.gain == pytest.approx((0.1 + 0 - 0.01) / 3)
    assert choice.relative_gain == pytest.approx(0.09 / 1.5)
    assert choice.chosen == "good for one"
    same = {"as it is": candidates["as it is"], "the same": candidates["as it is"]}
    assert {each.chosen for each in left_one_out(same, "as it is").left_out} == {"as it is"}
    with pytest.raises(ValueError, match="same collections"):
        left_one_out({**candidates, "half": {"a": {"1": 1.0}}}, "as it is")


def test_systems_can_be_the_settings_that_are_chosen_among() -> None:
    def measured_as(name: str, one: float, other: float) -> MeasuredCollection:
        outcomes = {"ours": Outcome({NDCG: {"1": one}}), "theirs": Outcome({NDCG: {"1": other}})}
        return MeasuredCollection(name, "judged", "", 1, {"1": "levy"}, outcomes)

    settings = candidates([measured_as("a", 0.5, 0.6), measured_as("b", 0.5, 0.7)], NDCG)
    choice = left_one_out(settings, "ours")
    assert choice.chosen == "theirs"
    assert choice.gain == pytest.approx((0.1 + 0.2) / 2)


SYSTEMS: list[System] = [Dateline(), Dateline("any"), StockParser(is_any=True), Fts5Any()]


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_every_system_names_the_documents_as_the_collection_does(system: System, tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, None, lambda _: None)
    run = system.answers(HARBOUR, workshop.index_of(HARBOUR, system)).run
    assert list(run) == ["1", "2", "3"]
    assert run["1"][0] == "levy"
    assert set(run["2"]) >= {"school", "market"}
    assert run["3"] == []


def test_the_readings_of_ours_differ_in_which_articles_they_give(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, None, lambda _: None)
    asked = replace(HARBOUR, queries={"1": "pier storm"})
    folder = workshop.index_of(asked, Dateline())
    found = {reading: Dateline(reading).answers(asked, folder).run["1"] for reading in ("all", "any", "filled")}
    assert found == {"all": ["storm"], "any": ["storm", "school"], "filled": ["storm", "school"]}


class Counting(Fts5Any):
    """A system that counts how often it is asked."""

    asked = 0

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        Counting.asked += 1
        return super().answers(judged, folder)


def test_what_a_peer_got_is_kept_until_something_changes(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, None, lambda _: None)
    first = workshop.outcome(HARBOUR, Counting())
    assert (workshop.outcome(HARBOUR, Counting()), Counting.asked) == (first, 1)
    workshop.outcome(replace(HARBOUR, queries={"1": "levy"}), Counting())
    assert Counting.asked == 2
    replace(workshop, runs=tmp_path / "runs").outcome(HARBOUR, Counting())
    assert Counting.asked == 3


def measurement(tmp_path: Path) -> Measurement:
    """A measurement of the harbour."""
    from tests.bench.machine import this_machine

    workshop = Workshop(tmp_path / "work", tmp_path / "runs", lambda _: None)
    systems: list[System] = [Dateline(), Fts5Any()]
    collections = [workshop.measured_collection(HARBOUR, systems)]
    about = {system.name: system.about for system in systems}
    return Measurement("2022-11-14", this_machine(), about, collections, None)


def test_the_report_tells_what_was_measured_on_what_and_when(tmp_path: Path) -> None:
    found = measurement(tmp_path)
    text = relevance_report(found)
    assert text.startswith("# Relevance, 2022-11-14\n")
    assert found.machine.processor in text
    assert "4 documents, 3 queries" in text
    ours = found.collections[0].outcomes["dateline"].mean(NDCG)
    assert f"| harbour | {short(ours)} (" in text
    assert f"| **macro mean** | {short(ours)} (" in text
    assert "| nDCG@10 | dateline | fts5 |" in text
    assert f"| dateline | {short(ours)} (" in text


def test_rankings_that_were_written_are_compared(tmp_path: Path) -> None:
    found = measurement(tmp_path)
    folder = tmp_path / "runs" / "harbour"
    lines = compared_files(folder / "dateline.run", folder / "fts5.run", folder / "qrels.tsv", folder / "queries.tsv")
    ours, theirs = (found.collections[0].outcomes[name].mean(NDCG) for name in ("dateline", "fts5"))
    assert any(line.startswith(f"nDCG@10  {ours:.4f}  {theirs:.4f}") for line in lines)
    assert lines[-1].startswith("5 ")


def test_settings_are_chosen_from_written_measurements(tmp_path: Path) -> None:
    for name, value in (("base.json", 0.5), ("new.json", 0.6)):
        collections = [
            {"name": each, "kind": "judged", "outcomes": {"dateline": {"values": {NDCG: {"1": value}}}}}
            for each in "ab"
        ]
        (tmp_path / name).write_text(json.dumps({"collections": collections}))
    told = chosen([tmp_path / "base.json", tmp_path / "new.json"], "dateline", "judged")
    assert told.splitlines()[-1] == "mean gain +0.1000 (+20.00%); over all collections: new.json"


def test_queries_are_timed_both_ways(tmp_path: Path) -> None:
    folder = Workshop(tmp_path, None, lambda _: None).index_of(HARBOUR, Dateline())
    times = query_times(folder, HARBOUR.queries)
    assert (len(times.ours), len(times.plain)) == (3, 3)
    assert min(*times.ours, *times.plain) > 0
    assert percentile([3, 1, 2], 50) == 2


def laid_out(folder: Path, documents: list[dict[str, str]]) -> Path:
    """A collection as files."""
    (folder / "corpus.jsonl").write_text("".join(json.dumps(each) + "\n" for each in documents))
    return folder


NEWS = [
    {
        "id": "a",
        "title": "Ferry sinks off Marlow",
        "text": "Ferry sinks off Marlow\nA ferry sank. " + "Divers look. " * 30,
    },
    {"id": "b", "title": "", "text": "A ferry sank. " + "Divers look. " * 30},
    {"id": "c", "title": "News in brief today", "text": "Bakers strike over wages. " * 20},
    {"id": "d", "title": "News in brief today", "text": "Teachers strike over wages again. " * 20},
    {"id": "e", "title": "Divers find wreck", "text": "Short."},
]


def test_headlines_ask_for_articles_that_do_not_show_them(tmp_path: Path) -> None:
    found = headlines()(laid_out(tmp_path, NEWS))
    assert found.queries == {"a": "Ferry sinks off Marlow"}
    assert found.judgments == {"a": {"a": 1, "b": 1}}
    assert found.documents[0] == {"id": "a", "title": "", "text": NEWS[1]["text"]}


@pytest.mark.parametrize("read", [questions(), remembered_words()], ids=["questions", "words"])
def test_queries_are_made_of_words_of_the_article_the_same_each_time(read: object, tmp_path: Path) -> None:
    assert callable(read)
    found, again = (read(laid_out(tmp_path, NEWS)) for _ in range(2))
    assert isinstance(found, Derived)
    assert found == again
    texts = {each["id"]: each["text"].casefold() for each in NEWS}
    assert found.queries
    for id, query in found.queries.items():
        own = [word for word in content_words(query) if word in texts[id]]
        assert 1 <= len(own) <= 5
        assert id in found.judgments[id]


def test_parts_of_a_collection_with_the_same_numbers_stay_apart(tmp_path: Path) -> None:
    laid_out(tmp_path, NEWS)
    for part in ("_train", "_dev"):
        (tmp_path / f"queries{part}.tsv").write_text(f"1\tferry {part}\n2\tnobody judged this\n")
        (tmp_path / f"qrels{part}.tsv").write_text("1\t0\ta\t1\n")
    found = from_files("_train", "_dev")(tmp_path)
    expected: Mapping[str, str] = {"1_train": "ferry _train", "1_dev": "ferry _dev"}
    assert found.queries == expected
    assert found.judgments == {"1_train": {"a": 1}, "1_dev": {"a": 1}}

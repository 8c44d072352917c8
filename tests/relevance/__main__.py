"""The command:  python -m tests.relevance  measures rankings, and prints the tables as Markdown on stdout.

With --compare it compares two rankings instead, and with --choose it tells which of several settings to take.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from index.errors import DatelineError
from search.evaluate import read_qrels, read_queries
from tests.bench.machine import this_machine
from tests.relevance.collections import ROOT
from tests.relevance.comparing import compared_by_length, comparison_lines, in_words
from tests.relevance.judged_collections import SOURCES, JudgedCollection, judged_collection
from tests.relevance.latency import QueryTimes, query_times
from tests.relevance.leave_one_out import left_one_out
from tests.relevance.measures import NDCG, measured
from tests.relevance.measuring import Workshop
from tests.relevance.report import OURS, Measurement, Speed, relevance_report
from tests.relevance.systems.dateline_system import TOOK
from tests.relevance.systems.installed import SYSTEMS, USUAL
from tests.relevance.systems.system import System, Unavailable
from tests.relevance.trec import read_run

WORK = ROOT / ".bench" / "relevance"


def main(arguments: Sequence[str]) -> None:
    """Do what is asked for."""
    choices = parser().parse_args(arguments)
    try:
        if choices.compare:
            one, other, qrels = choices.compare
            print("\n".join(compared_files(one, other, qrels, choices.queries)))
        elif choices.choose:
            print(chosen(choices.choose, choices.system, choices.kind))
        else:
            measure_all(choices)
    except DatelineError as error:
        sys.exit(f"{error}")


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.relevance", description=__doc__)
    names = [source.name for source in SOURCES]
    parser.add_argument("--collections", nargs="+", choices=names, default=names, metavar="NAME", help=", ".join(names))
    parser.add_argument(
        "--systems", nargs="+", choices=list(SYSTEMS), default=list(USUAL), metavar="NAME", help=", ".join(SYSTEMS)
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything there, query by query")
    parser.add_argument("--runs", type=Path, metavar="DIR", help="write rankings there as TREC runs, with judgments")
    parser.add_argument("--compare", nargs=3, type=Path, metavar=("A.run", "B.run", "QRELS"), help="two TREC runs")
    parser.add_argument("--queries", type=Path, metavar="FILE", help="with --compare: by length of these queries, too")
    parser.add_argument(
        "--choose",
        nargs="+",
        type=Path,
        metavar="JSON",
        help="files of --json, one a setting, the baseline first: which to take, by leave-one-collection-out",
    )
    parser.add_argument("--system", default=OURS, help=f"with --choose: whose values are taken ({OURS})")
    parser.add_argument("--kind", default="judged", choices=["judged", "derived"], help="with --choose: (judged)")
    return parser


def measure_all(choices: argparse.Namespace) -> None:
    """Measure the systems on the collections that are chosen and here, and tell of it."""
    systems = list(available(choices.systems))
    workshop = Workshop(WORK, choices.runs, say)
    measured_collections, times, took = [], {}, []
    # One after the other: the whole of them does not fit into a small machine.
    for judged in present(choices.collections):
        measured_collections.append(workshop.measured_collection(judged, systems))
        for system in systems:
            if system.name == OURS:
                folder = workshop.index_of(judged, system)
                times[judged.name] = query_times(folder, judged.queries)
                took.append(json.loads((folder / TOOK).read_text("utf-8")))
    measurement = Measurement(
        date.today().isoformat(),
        this_machine(),
        {system.name: system.about for system in systems},
        measured_collections,
        speed(times, took),
    )
    print(relevance_report(measurement), end="")
    if choices.json:
        choices.json.write_text(json.dumps(asdict(measurement)), "utf-8")


def available(names: Sequence[str]) -> Iterator[System]:
    """The systems of these names that are on this machine."""
    for name in names:
        try:
            yield SYSTEMS[name](WORK)
        except Unavailable as reason:
            say(f"without {name}: {reason}")


def present(names: Sequence[str]) -> Iterator[JudgedCollection]:
    """The collections of these names that are on this machine."""
    for source in SOURCES:
        if source.name in names:
            judged = judged_collection(source)
            if judged is None:
                say(f"without {source.name}: it is not on this machine")
            else:
                yield judged


def speed(times: Mapping[str, QueryTimes], took: Sequence[Mapping[str, float]]) -> Speed | None:
    """How long ours took; None when it was not measured."""
    if not times:
        return None
    seconds, articles = (sum(each[key] for each in took) for key in ("processor_seconds", "articles"))
    return Speed(times, seconds / articles * 1000)


def compared_files(one: Path, other: Path, qrels: Path, queries: Path | None) -> list[str]:
    """How two runs compare: a line for each measure, and for each length of query when the queries are there."""
    judgments = read_qrels(qrels)
    ours, theirs = (measured(read_run(path), judgments) for path in (one, other))
    lines = [f"A {one}", f"B {other}", f"{'':<8} A       B       difference", *comparison_lines(ours, theirs)]
    if queries is None:
        return lines
    texts = {id: text for id, text in read_queries(queries).items() if id in judgments}
    lengths = compared_by_length([(ours[NDCG], theirs[NDCG])], [texts])
    return [*lines, f"{NDCG} by content words", *(f"{name:<8} {in_words(each)}" for name, each in lengths.items())]


def chosen(files: Sequence[Path], system: str, kind: str) -> str:
    """Which of the settings that were measured in these files to take; the first is the baseline."""
    candidates = {}
    for path in files:
        collections = json.loads(path.read_text("utf-8"))["collections"]
        candidates[path.name] = {
            each["name"]: each["outcomes"][system]["values"][NDCG] for each in collections if each["kind"] == kind
        }
    return left_one_out(candidates, files[0].name).in_words()


def say(what: str) -> None:
    """Tell the one who waits, on stderr."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

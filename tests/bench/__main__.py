"""The command:  python -m tests.bench  measures, prints a report on stdout, and says on stderr what it is doing."""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.bench.comparison import Plan, comparison
from tests.bench.corpora import NEWS_SETS, Corpus, Folder, Generated, Origin, Sets, laid_out
from tests.bench.curve import growth
from tests.bench.plot import plot
from tests.bench.steps import step_rows, steps
from tests.bench.tables import as_json, curve_table, report, table

ROOT = Path(__file__).parents[2]
DATA, STORE, WORK = ROOT / ".data", ROOT.parent / "shared" / "data", ROOT / ".bench"
QUICK_ARTICLES = 1_500
STEP_ARTICLES = 5_000
SEED = 1987


def main(arguments: Sequence[str]) -> None:
    """Do what is asked for."""
    choices = parser().parse_args(arguments)
    origin = Folder(choices.folder) if choices.folder else best_origin()
    seed, today = choices.seed, date.today()
    if choices.curve:
        points = growth(choices.curve, seed, WORK / "curve", say)
        print(curve_table(points), end="")
        if choices.plot:
            choices.plot.write_text(plot(points, f"Any of the words, one machine, {today.isoformat()}"), "utf-8")
        written = as_json(points)
    elif choices.steps:
        corpus = Corpus(origin, choices.articles or STEP_ARTICLES, seed)
        taken = steps(corpus, WORK / "steps", say)
        print(table(["step", "wall s", "CPU s", "articles/s", "MB/s"], step_rows(taken)))
        written = as_json(taken)
    else:
        count = choices.articles or (QUICK_ARTICLES if choices.quick else None)
        whole = comparison(planned(Corpus(origin, count, seed), choices.quick), WORK / "run", today, say)
        print(report(whole), end="")
        written = as_json(whole)
    if choices.json:
        choices.json.write_text(written, "utf-8")


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="articles to measure with, instead of the collections")
    parser.add_argument("--articles", type=int, help="so many of them (all, or 20,000 generated ones)")
    parser.add_argument("--quick", action="store_true", help="few of everything, within a minute; a rough idea only")
    parser.add_argument("--curve", type=sizes, metavar="N,N,…", help="measure growth over generated articles instead")
    parser.add_argument("--steps", action="store_true", help="measure each step of making an index instead")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="with --curve: draw it as SVG")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was measured there too")
    parser.add_argument("--seed", type=int, default=SEED, help="draws articles, questions and their order")
    return parser


def sizes(text: str) -> list[int]:
    """The numbers in  10000,100000."""
    return [int(number) for number in text.split(",")]


def best_origin() -> Origin:
    """The collections where they are to be had, else articles that are made up."""
    return Sets(DATA, NEWS_SETS) if laid_out(DATA, STORE) else Generated()


def planned(corpus: Corpus, is_quick: bool) -> Plan:
    """How much is measured; nobody waits an hour for a table."""
    if is_quick:
        return Plan(corpus, DATA, stock_articles=300, files=200, questions=100, seconds=1, processes=1)
    return Plan(corpus, DATA, stock_articles=5_000, files=5_000, questions=200, seconds=24, processes=5)


def say(what: str) -> None:
    """Tell the one who waits, on stderr."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

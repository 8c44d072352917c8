"""What was measured, as Markdown and as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from math import isnan

from tests.bench.asking import ROUNDS, Agreement, Speed, Timing
from tests.bench.comparison import Comparison, Contest, EngineCost
from tests.bench.curve import Point
from tests.bench.files import CommandCost, FileCost, Spent
from tests.bench.goals import GOALS
from tests.bench.questions import DESCRIBED, Kind
from tests.bench.steps import Step

NOT_IN_OURS = "not in the language yet"
NOT_IN_THEIRS = "cannot"


def report(whole: Comparison) -> str:
    """The whole report."""
    return "\n\n".join(sections(whole)) + "\n"


def sections(whole: Comparison) -> Iterator[str]:
    """Its headings, paragraphs and tables."""
    most, fewer = articles_in(whole.fast), articles_in(whole.stock)
    megabytes = whole.fast.engines[0].building.text_bytes / 1e6
    yield f"# Benchmarks of {whole.today.isoformat()}"
    yield f"Machine: {whole.machine.described()}."
    yield f"Articles: {most:,} {whole.corpus}, {megabytes:.0f} MB of text."
    yield f"Questions: {whole.questions}, seed {whole.seed}."
    yield (
        "Engines are asked in turn, question by question, in one process. Questions come taken apart, and each finds "
        "something; every answer is the first 10 and the exact number of matches. Milliseconds, median / 95th "
        "percentile; in brackets what Dateline takes by what the peer takes: below 1 Dateline is faster. "
        "“First time” is asked of an index that was opened anew and has answered other questions of the kind, but "
        "never this one; “again” is the same question once more, after all the others. Both are taken up to "
        f"{ROUNDS} times, each time from an index opened anew; the files are in the system's memory."
    )
    yield f"## Answers over {most:,} articles"
    yield answer_table(whole.fast)
    yield f"## Indexes of {most:,} articles"
    yield index_table(whole.fast)
    yield (
        "From articles in memory, each in a new process; all write in one process, the peers with one thread but the "
        "one that says otherwise. "
        "Memory is the peak beside the articles, MB/s are of text, on the clock; opening is in a new process with the "
        "libraries loaded. bm25s keeps no positions."
    )
    yield f"## Beside stock Whoosh, over {fewer:,} articles"
    yield f"Stock Whoosh builds too slowly for more, so both engines of these tables hold the same {fewer:,} articles."
    yield answer_table(whole.stock)
    yield index_table(whole.stock)
    yield "## The command"
    yield command_table(whole.files, whole.command)
    yield "## Do they find the same?"
    yield agreement_table(whole.fast, whole.stock)
    yield "## Goals"
    yield table(["", "goal", "first time", "", "again"], goal_rows(whole))
    yield "## Engines"
    yield "\n".join(f"- {each.name}: {each.about}." for each in described_once(whole))


def articles_in(contest: Contest) -> int:
    """How many articles the engines held."""
    return contest.engines[0].building.articles


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def answer_table(contest: Contest) -> str:
    """Two rows for each kind of question, a column for each engine."""
    names = [engine.name for engine in contest.engines if engine.opening]
    rows = [answer_row(contest, kind, names, part) for kind in contest.answers for part in (FIRST, AGAIN)]
    return table(["", "", "answers", *names], rows)


def answer_row(contest: Contest, kind: Kind, names: Sequence[str], part: "When") -> list[str]:
    """What each engine took for one kind of question, the first time or again."""
    speeds = {name: part.speed(timing) if timing else None for name, timing in contest.answers[kind].items()}
    ours = speeds[names[0]]
    counts = {speed.answers for speed in speeds.values() if speed}
    cells = [speed_cell(speeds[name], ours) for name in names[1:]]
    own = speed_cell(ours, None) if ours else (NOT_IN_OURS if counts else "no question")
    return [DESCRIBED[kind], part.name, str(max(counts, default=0)), own, *cells]


@dataclass(frozen=True, slots=True)
class When:
    """Which asking of a question a row is about."""

    name: str
    speed: Callable[[Timing], Speed]


FIRST, AGAIN = When("first time", lambda timing: timing.first), When("again", lambda timing: timing.again)


def speed_cell(speed: Speed | None, ours: Speed | None) -> str:
    """Median and 95th percentile, with ours as a ratio when there is one to compare."""
    if speed is None:
        return NOT_IN_THEIRS
    text = f"{speed.p50_ms:.3g} / {speed.p95_ms:.3g}"
    if ours is None:
        return text
    return f"{text} ({ratio(ours.p50_ms, speed.p50_ms)} / {ratio(ours.p95_ms, speed.p95_ms)})"


def ratio(own: float, other: float) -> str:
    """One by the other."""
    if not other:
        return "–"
    return f"×{own / other:.2g}" if own / other < 100 else f"×{own / other:,.0f}"


def index_table(contest: Contest) -> str:
    """A row for each engine; what ours costs by what the peer costs in brackets."""
    ours = contest.engines[0]
    head = ["", "wall s", "CPU s", "MB/s", "index / text", "memory MB", "open ms", "first answer ms"]
    return table(head, (index_row(engine, ours) for engine in contest.engines))


def index_row(engine: EngineCost, ours: EngineCost) -> list[str]:
    """What one index cost."""
    cost, own = engine.building, ours.building
    opening = engine.opening
    return [
        engine.name,
        beside(cost.wall_seconds, own.wall_seconds, engine is ours),
        beside(cost.cpu_seconds, own.cpu_seconds, engine is ours),
        f"{cost.text_bytes / 1e6 / cost.wall_seconds:.3g}",
        beside(cost.index_bytes / cost.text_bytes, own.index_bytes / own.text_bytes, engine is ours),
        f"{cost.peak_bytes / 1e6:.0f}" if cost.peak_bytes is not None else "unknown",
        f"{opening.opening_seconds * 1000:.3g}" if opening else "–",
        f"{opening.first_answer_seconds * 1000:.3g}" if opening else "–",
    ]


def beside(value: float, own: float, is_own: bool) -> str:
    """A value, and ours by it."""
    return f"{value:.3g}" if is_own else f"{value:.3g} ({ratio(own, value)})"


def command_table(files: FileCost, command: CommandCost) -> str:
    """What the user waits for."""
    found = f"{command.seconds:.2f}" if command.seconds is not None else f"failed: {command.failure}"
    count = f"{files.files:,} text files"
    rows = [
        [f"reading {count}, one process, which no peer does", *spent(files.reading)],
        [f"`dateline index` of {count}, one process", *spent(files.building)],
        [f"`dateline index` of {count}, {files.jobs} processes", *spent(files.building_with_all_cores)],
        [f"`dateline index` of {count}, nothing changed", *spent(files.rebuilding_unchanged)],
        [f"`dateline search {command.words}`, a new process", found, ""],
    ]
    return table(["", "wall s", "CPU s"], rows)


def spent(cost: Spent) -> tuple[str, str]:
    """Two cells."""
    return f"{cost.wall_seconds:.3g}", f"{cost.cpu_seconds:.3g}"


def agreement_table(*contests: Contest) -> str:
    """How far the numbers of matches are from ours; engines cut and stem words differently."""
    rows = [
        [name, DESCRIBED[kind], *agreement_cells(timing.agreement)]
        for contest in contests
        for kind, answers in contest.answers.items()
        for name, timing in list(answers.items())[1:]
        if timing and answers[contest.engines[0].name]
    ]
    return (
        table(["", "", "same number", "difference, median", "p95", "widest"], rows)
        + "\n\nThe differences come from how texts are cut into words and stemmed: “U.S.” and “USA” as one word, "
        "“100,000”, apostrophes, accents, Porter's two stemmers and the versions of Snowball. The beginning of a word "
        "is looked up among whole words here and among stems there. A phrase that runs from the title into the body is "
        "found where both are one text."
    )


def agreement_cells(met: Agreement) -> list[str]:
    """How often the numbers are the same, how far they are apart, and where most."""
    widest = met.widest
    example = f"{widest.words}: {widest.theirs:,}, Dateline {widest.ours:,}" if widest else "–"
    return [f"{met.same:.0%}", f"{met.median_difference:.1%}", f"{met.p95_difference:.1%}", example]


def goal_rows(whole: Comparison) -> Iterator[list[str]]:
    """Each goal, with what was measured; for answers, what the same question takes again stands beside it."""
    for goal in GOALS:
        measured = goal.measured(whole)
        again = number(goal.again(whole)) if goal.again else ""
        yield [goal.name, goal.limited(), number(measured), goal.verdict(measured), again]


def number(measured: float) -> str:
    """Three figures, or as many as a large number has."""
    if isnan(measured):
        return "–"
    return f"{measured:.3g}" if measured < 100 else f"{measured:,.0f}"


def described_once(whole: Comparison) -> list[EngineCost]:
    """Every engine that took part."""
    return list({engine.name: engine for engine in (*whole.fast.engines, *whole.stock.engines)}.values())


def curve_table(points: Sequence[Point]) -> str:
    """A row for each size."""
    head = ["articles", "build wall s", "CPU s", "articles/s", "memory MB", "index / text", "median ms", "p95 ms"]
    rows = (
        [
            f"{point.building.articles:,}",
            f"{point.building.wall_seconds:.3g}",
            f"{point.building.cpu_seconds:.3g}",
            f"{point.building.articles / point.building.wall_seconds:.0f}",
            f"{point.building.peak_bytes / 1e6:.0f}" if point.building.peak_bytes is not None else "unknown",
            f"{point.building.index_bytes / point.building.text_bytes:.2f}",
            f"{point.any.first.p50_ms:.3g}",
            f"{point.any.first.p95_ms:.3g}",
        ]
        for point in points
    )
    return "## Growth, any of the words, asked for the first time, generated articles\n\n" + table(head, rows) + "\n"


def as_json(measured: Comparison | Sequence[Point] | Sequence[Step]) -> str:
    """All of it, for other programs."""
    whole = asdict(measured) if isinstance(measured, Comparison) else [asdict(point) for point in measured]
    return json.dumps(whole, indent=1, default=date.isoformat) + "\n"

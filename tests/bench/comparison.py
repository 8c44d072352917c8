"""The whole run: every engine built from the same articles and asked the same questions."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from tests.bench.asking import Timing, halved, timings
from tests.bench.building import BuildCost, OpenCost, build_cost, open_cost
from tests.bench.corpora import Corpus, drawn
from tests.bench.drawn import drawn_questions, question_pool
from tests.bench.files import CommandCost, FileCost, command_cost, file_cost
from tests.bench.machine import Machine, this_machine
from tests.bench.peer import Opened, Peer
from tests.bench.peers import OURS, STOCK, WORDS_ALONE, build_only_peers, fast_peers
from tests.bench.questions import DESCRIBED, KINDS, Kind, Question

Say = Callable[[str], None]
"""Called with what is being done now."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    corpus: Corpus
    queries: Path
    """Below it the query sets lie, if there are any."""
    stock_articles: int
    """How many articles stock Whoosh is given: it takes too long over more."""
    files: int
    """How many articles are written out as files."""
    questions: int
    """How many of each kind are timed, and how many others are asked beforehand."""
    seconds: float
    """How long the questions of one kind are asked."""
    processes: int
    """How many new processes each median of opening is taken over."""


@dataclass(frozen=True, slots=True)
class EngineCost:
    """What an index cost its engine."""

    name: str
    about: str
    building: BuildCost
    opening: OpenCost | None
    """None for an engine that is only built."""


@dataclass(frozen=True, slots=True)
class Contest:
    """Engines side by side on the same articles; ours is the first."""

    engines: tuple[EngineCost, ...]
    answers: Mapping[Kind, Mapping[str, Timing | None]]
    """By kind and name; None when the engine cannot answer questions of that kind. Kinds without questions are out."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was measured."""

    today: date
    machine: Machine
    corpus: str
    questions: str
    """Where they come from."""
    seed: int
    fast: Contest
    """With every engine that can be given every article."""
    stock: Contest
    """With stock Whoosh, on fewer articles."""
    files: FileCost
    command: CommandCost


def comparison(plan: Plan, folder: Path, today: date, say: Say) -> Comparison:
    """Build and ask everything, below a folder that is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    machine = this_machine()
    say("reading the articles")
    articles = plan.corpus.articles()
    pool, origin = question_pool(plan.queries, articles, plan.corpus.seed)
    some = drawn(articles, plan.files, plan.corpus.seed)
    fewer = replace(plan.corpus, count=min(plan.stock_articles, len(articles)))
    del articles
    fast = contest(plan, [*fast_peers(), *build_only_peers()], pool, Bench(folder / "fast", say))
    stock = contest(replace(plan, corpus=fewer), [OURS, WORDS_ALONE, STOCK], pool, Bench(folder / "stock", say))
    say(f"indexing {len(some)} files")
    return Comparison(
        today=today,
        machine=machine,
        corpus=plan.corpus.described(),
        questions=origin,
        seed=plan.corpus.seed,
        fast=fast,
        stock=stock,
        files=file_cost(some, folder / "files"),
        command=command_cost(COMMAND_WORDS, folder / "fast" / OURS.name, plan.processes),
    )


COMMAND_WORDS = ("peace", "talks")


@dataclass(frozen=True, slots=True)
class Bench:
    """Where indexes are made, and who is told of it."""

    folder: Path
    say: Say


def contest(plan: Plan, peers: Sequence[Peer], pool: Sequence[Question], bench: Bench) -> Contest:
    """Build each engine, open all, and ask them in turn; the first of them is the one that the others are held to."""
    building = {peer.name: built(peer, plan.corpus, bench) for peer in peers}
    opened = {peer.name: peer.open(bench.folder / peer.name) for peer in peers if not peer.is_only_built}
    questions = {kind: drawn_questions(pool, kind, 2 * plan.questions, finding(opened)) for kind in KINDS}
    opening = {
        peer.name: open_cost(peer, bench.folder / peer.name, questions["word"][0], plan.processes)
        for peer in peers
        if peer.name in opened
    }
    del opened
    opening_anew = {peer.name: partial(peer.open, bench.folder / peer.name) for peer in peers if not peer.is_only_built}
    answers: dict[Kind, Mapping[str, Timing | None]] = {}
    for kind in KINDS:
        bench.say(f"asking for {DESCRIBED[kind]}")
        answers[kind] = timings(opening_anew, halved(questions[kind]), plan.seconds, plan.corpus.seed)
    engines = (EngineCost(peer.name, peer.about, building[peer.name], opening.get(peer.name)) for peer in peers)
    return Contest(tuple(engines), answers)


def built(peer: Peer, corpus: Corpus, bench: Bench) -> BuildCost:
    """Build one index."""
    bench.say(f"building {peer.name}")
    return build_cost(peer, corpus, bench.folder / peer.name)


def finding(opened: Mapping[str, Opened]) -> Callable[[Question], bool]:
    """Says whether a question finds anything, by the first engine that can answer it."""

    def found(question: Question) -> bool:
        asked = (engine.asked(question) for engine in opened.values())
        first = next((ask for ask in asked if ask), None)
        return first is not None and first() > 0

    return found

"""What an index costs: time, memory and disk to make it, and time to open it, each in a process of its own."""

import gc
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import ParamSpec, TypeVar

from index.article import Article
from tests.bench.corpora import Corpus, text_bytes
from tests.bench.peer import Peer
from tests.bench.questions import Question

Given = ParamSpec("Given")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class BuildCost:
    """What it took to make an index, without coming by the articles."""

    articles: int
    text_bytes: int
    """Titles and bodies as UTF-8."""
    wall_seconds: float
    cpu_seconds: float
    """Of the process and those that it started, all threads."""
    peak_bytes: int | None
    """The most memory it held beside the articles; None where the system does not say."""
    index_bytes: int


@dataclass(frozen=True, slots=True)
class OpenCost:
    """What it takes to answer from an index in a new process, with the libraries loaded; medians, in seconds."""

    opening_seconds: float
    first_answer_seconds: float
    """The first question, after opening."""


def build_cost(peer: Peer, corpus: Corpus, folder: Path) -> BuildCost:
    """Build an index in a new process, and what that took."""
    return in_a_new_process(measured_build, peer, corpus, folder)


def open_cost(peer: Peer, folder: Path, question: Question, times: int) -> OpenCost:
    """The medians over so many new processes."""
    costs = [in_a_new_process(measured_opening, peer, folder, question) for _ in range(times)]
    return OpenCost(median(cost.opening_seconds for cost in costs), median(cost.first_answer_seconds for cost in costs))


def in_a_new_process(work: Callable[Given, Value], *given: Given.args, **named: Given.kwargs) -> Value:
    """What `work` gives in a process that has done nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def measured_build(peer: Peer, corpus: Corpus, folder: Path) -> BuildCost:
    """Build an index of a corpus, and what that took; the articles are in memory before it begins."""
    return measured(peer, corpus.articles(), folder)


def measured(peer: Peer, articles: Iterable[Article], folder: Path) -> BuildCost:
    """Build an index, and what that took beside making the articles."""
    gc.collect()
    untimed = Untimed(articles)
    before = forgotten_peak()
    wall, cpu = time.perf_counter(), cpu_seconds()
    peer.build(untimed, folder)
    wall, cpu = time.perf_counter() - wall, cpu_seconds() - cpu
    peak = peak_bytes()
    return BuildCost(
        articles=untimed.count,
        text_bytes=untimed.text_bytes,
        wall_seconds=wall - untimed.wall_seconds,
        cpu_seconds=cpu - untimed.cpu_seconds,
        peak_bytes=peak - before if peak is not None and before is not None else None,
        index_bytes=folder_bytes(folder),
    )


class Untimed:
    """Articles one by one, counted, with a note of the time that it took to come by them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = articles
        self.count = self.text_bytes = 0
        self.wall_seconds = self.cpu_seconds = 0.0

    def __iter__(self) -> Iterator[Article]:
        wall, cpu = time.perf_counter(), time.thread_time()
        for article in self._articles:
            self.count += 1
            self.text_bytes += text_bytes(article)
            self.wall_seconds += time.perf_counter() - wall
            self.cpu_seconds += time.thread_time() - cpu
            yield article
            wall, cpu = time.perf_counter(), time.thread_time()


def measured_opening(peer: Peer, folder: Path, question: Question) -> OpenCost:
    """Open an index and ask it something, once."""
    started = time.perf_counter()
    opened = peer.open(folder)
    opening = time.perf_counter() - started
    asked = opened.asked(question)
    assert asked, f"{peer.name} cannot answer {question}"
    started = time.perf_counter()
    asked()
    return OpenCost(opening, time.perf_counter() - started)


def cpu_seconds() -> float:
    """The processor's time of this process and of those that it started and that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def forgotten_peak() -> int | None:
    """Let the system forget the most memory that this process held until now; what it holds, in bytes."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return None
    return peak_bytes()


def peak_bytes() -> int | None:
    """The most memory that this process held; None where the system does not say.

    Not `ru_maxrss`: a new process begins with that of the one that started it.
    """
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), None)


def folder_bytes(folder: Path) -> int:
    """How large the files in a folder are together."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

"""What the command costs: reading files, a whole  dateline index, and a whole  dateline search  in a new process."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from index.article import Article
from index.build import update_index
from index.ingest.extract import articles_in
from index.ingest.walk import FoundFile, found_files
from tests.bench.building import cpu_seconds, in_a_new_process


@dataclass(frozen=True, slots=True)
class Spent:
    """What something took."""

    wall_seconds: float
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class FileCost:
    """What it takes to make an index from text files, which the peers cannot do."""

    files: int
    jobs: int
    """As many processes as the machine has cores."""
    reading: Spent
    """Reading alone, in one process: decoding, cleaning, finding title, date and outlet."""
    building: Spent
    """The whole build in one process."""
    building_with_all_cores: Spent
    rebuilding_unchanged: Spent
    """Another build, when no file has changed."""


@dataclass(frozen=True, slots=True)
class CommandCost:
    """A whole  dateline search  in a new process."""

    seconds: float | None
    """The median; None when the command failed."""
    words: str
    failure: str | None
    """What the command said when it failed."""


def file_cost(articles: Sequence[Article], folder: Path) -> FileCost:
    """Write the articles as text files, then read and index them."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for number, article in enumerate(articles):
        (texts / f"{number:06}.txt").write_text(as_file(article), "utf-8")
    jobs = os.cpu_count() or 1
    return FileCost(
        files=len(articles),
        jobs=jobs,
        reading=in_a_new_process(spent_reading, texts),
        building=in_a_new_process(spent_building, texts, folder / "one", 1),
        building_with_all_cores=in_a_new_process(spent_building, texts, folder / "all", jobs),
        rebuilding_unchanged=in_a_new_process(spent_building, texts, folder / "one", 1),
    )


def as_file(article: Article) -> str:
    """The article as a text file: title, day, body."""
    day = f"{article.published.first:%d %B %Y}" if article.published else ""
    return "\n\n".join(part for part in (article.title, day, article.body) if part)


def spent_reading(texts: Path) -> Spent:
    """What it takes to read the files, in this process."""
    wall, cpu = time.perf_counter(), cpu_seconds()
    files = [file for file in found_files([texts], leave_out=texts / "none") if isinstance(file, FoundFile)]
    for file in files:
        for _ in articles_in(file.path):
            pass
    return Spent(time.perf_counter() - wall, cpu_seconds() - cpu)


def spent_building(texts: Path, folder: Path, jobs: int) -> Spent:
    """What it takes to bring an index up to date with the files."""
    wall, cpu = time.perf_counter(), cpu_seconds()
    update_index([texts], folder, jobs, lambda _done, _all: None)
    return Spent(time.perf_counter() - wall, cpu_seconds() - cpu)


def command_cost(words: Sequence[str], folder: Path, times: int) -> CommandCost:
    """The median over so many new processes."""
    command = [str(Path(sys.executable).with_name("dateline")), "search", *words, "--index", str(folder)]
    seconds: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        except OSError as error:
            return CommandCost(None, " ".join(words), f"cannot be started: {error.strerror}")
        seconds.append(time.perf_counter() - started)
        if done.returncode != 0:
            said = done.stderr.strip().splitlines() or ["nothing found"]
            return CommandCost(None, " ".join(words), said[-1])
    return CommandCost(median(seconds), " ".join(words), None)

"""The segments that the articles of many files become, made by one process or by several."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any

from index.article import Article, Skipped
from index.catalog import FileRecord
from index.columns.builder import MOST_WORDS, SegmentBuilder
from index.columns.codec import ColumnsSegment
from index.errors import DatelineError
from index.files import FoundFile
from index.plan import written
from index.read import articles_in
from index.told import told_by

WORTH_A_PROCESS = 256
"""Files below which starting another process takes longer than it saves."""
WORTH_A_PROCESS_BYTES = 2_000_000
"""Of files, however few they are."""
LARGE_FILE_BYTES = 4_000_000
"""A larger file is read by all processes, each of which finishes some of its articles."""
SHARE_BYTES = 256_000_000
"""Of files that one process is given at once."""
POLL_SECONDS = 0.2
"""Between two looks at how far the others are."""
MOST_SKIPS = 100
"""What is listed of one file that has many broken records; the others are counted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What reading a file came to: its record for the catalog."""

    file: FoundFile
    record: FileRecord


@dataclass(frozen=True, slots=True)
class Portion:
    """Every so-manieth article of a file, or all of them."""

    file: FoundFile
    turn: int = 0
    turns: int = 1

    def bytes(self) -> int:
        """About how much there is to read."""
        return self.file.size // self.turns + 1


@dataclass(frozen=True, slots=True)
class Part:
    """What a portion of a file came to."""

    portion: Portion
    articles: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    """The first of what gave no article."""
    skips: int
    """How many gave none."""


@dataclass(frozen=True, slots=True)
class Built:
    """What some files became: segments that nobody sees yet, and what is known of each file."""

    parts: list[Part]
    segments: list[ColumnsSegment]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be read, and where its files keep what, as far as the user says it."""

    files: Sequence[FoundFile]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Whole:
    """What all files became."""

    answers: list[Answer]
    segments: list[ColumnsSegment]


def segments_of(reading: Reading, folder: Path, jobs: int, progress: Callable[[int], None]) -> Whole:
    """The segments of these files, written into the folder of an index; `progress` is told how many are read."""
    total = sum(file.size for file in reading.files)
    jobs = min(jobs, max(-(-len(reading.files) // WORTH_A_PROCESS), -(-total // WORTH_A_PROCESS_BYTES)))
    built = built_by(reading, folder, jobs, progress)
    return Whole(answers_of(built.parts, reading), built.segments)


def built_by(reading: Reading, folder: Path, jobs: int, progress: Callable[[int], None]) -> Built:
    """The segments of these files, and what is known of each portion of them."""
    portions = portions_of(reading.files, jobs)
    if jobs <= 1:
        return build(portions, reading.fields, SegmentBuilder(folder), progress)
    # Started afresh rather than forked: a copy of a process that shows a progress bar inherits its locks.
    context = get_context("spawn")
    done, stopped = context.Value("q", 0), context.Value("b", 0)
    shared = Shared(done, stopped, os.getpid(), 2 * MOST_WORDS // max(2, jobs))
    with ProcessPoolExecutor(jobs, context, begin, (shared,)) as pool:
        try:
            with deaf_to_interrupts():
                parts = [pool.submit(build_share, share, reading.fields, folder) for share in shares(portions, jobs)]
            return together(parts, lambda: progress(int(done.value)))
        except BaseException as error:
            stopped.value = 1
            if isinstance(error, BrokenProcessPool):
                raise DatelineError(ENDED) from error
            raise


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started meanwhile do not hear of Ctrl-C; this one does, afterwards, and stops them."""
    if not hasattr(signal, "pthread_sigmask"):  # only where a terminal tells every process of it
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


ENDED = "a process that was reading articles came to a sudden end: try again, with  --jobs 1  if memory is short"


def portions_of(files: Sequence[FoundFile], jobs: int) -> list[Portion]:
    """The files, and each large one in as many portions as there are processes, far from each other."""
    large = [file for file in files if jobs > 1 and file.size > LARGE_FILE_BYTES]
    names = {file.name for file in large}
    small = [Portion(file) for file in files if file.name not in names]
    return small + [Portion(file, turn, jobs) for turn in range(jobs) for file in large]


def answers_of(parts: Sequence[Part], reading: Reading) -> list[Answer]:
    """What each file came to, in the order of the files."""
    of_file: dict[str, list[Part]] = {}
    for part in parts:
        of_file.setdefault(part.portion.file.name, []).append(part)
    return [Answer(file, record_of(file, of_file[file.name], reading.fields)) for file in reading.files]


def record_of(file: FoundFile, parts: Sequence[Part], fields: Mapping[str, str]) -> FileRecord:
    """The file as the catalog keeps it."""
    skipped = [skip for part in parts for skip in part.skipped][:MOST_SKIPS]
    if unlisted := sum(part.skips for part in parts) - len(skipped):
        skipped.append(Skipped(file.name, f"{unlisted} more parts of it gave no article"))
    articles = tuple(article for part in parts for article in part.articles)
    return FileRecord(file.size, file.modified_ns, articles, tuple(skipped), written(fields))


def together(parts: Sequence["Future[Built]"], look: Callable[[], None]) -> Built:
    """What all parts became; `look` is called again and again until they are done."""
    while wait(parts, POLL_SECONDS, "FIRST_EXCEPTION").not_done and not any(failed(part) for part in parts):
        look()
    built = [part.result() for part in parts]
    look()
    return Built(
        [part for each in built for part in each.parts], [segment for each in built for segment in each.segments]
    )


def failed(part: "Future[Built]") -> bool:
    """It has come to an end that is not good."""
    return part.done() and part.exception() is not None


def shares(portions: Sequence[Portion], jobs: int) -> Iterator[Sequence[Portion]]:
    """The portions in shares of about the same number of bytes, as many for each process."""
    total = sum(portion.bytes() for portion in portions)
    most = total / (jobs * -(-total // (jobs * SHARE_BYTES)))
    first = size = 0
    for number, portion in enumerate(portions):
        size += portion.bytes()
        if size >= most:
            yield portions[first : number + 1]
            first, size = number + 1, 0
    if first < len(portions):
        yield portions[first:]


@dataclass(frozen=True, slots=True)
class Shared:
    """What the processes of one build share."""

    done: Any
    """How many files are read."""
    stopped: Any
    """Not 0 when the build was given up."""
    parent: int
    """The process that the others work for."""
    most_words: int
    """How many words each may gather, so that all together gather no more than two alone would."""


SHARED: list[Shared] = []


def begin(shared: Shared) -> None:
    """What a process does first."""
    SHARED[:] = [shared]
    Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """End this process as soon as the one that it works for is gone, however that ended."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def build_share(portions: Sequence[Portion], fields: Mapping[str, str], folder: Path) -> Built:
    """What another process does with its share."""
    shared = SHARED[0]
    before = 0

    def count(read: int) -> None:
        nonlocal before
        with shared.done.get_lock():
            shared.done.value += read - before
        before = read
        if shared.stopped.value or os.getppid() != shared.parent:
            raise DatelineError("the build was stopped")

    return build(portions, fields, SegmentBuilder(folder, shared.most_words), count)


def build(
    portions: Sequence[Portion], fields: Mapping[str, str], builder: SegmentBuilder, progress: Callable[[int], None]
) -> Built:
    """The segments of these portions, made by this process; a file counts as read with the first of its portions."""
    parts: list[Part] = []
    read = 0
    try:
        for portion in portions:
            parts.append(added(builder, portion, fields))
            read += portion.turn == 0
            progress(read)
        return Built(parts, builder.finished())
    finally:
        builder.abandon()


def added(builder: SegmentBuilder, portion: Portion, fields: Mapping[str, str]) -> Part:
    """Add the articles of a portion as they come; memory does not grow with their texts."""
    ids: list[str] = []
    skipped: list[Skipped] = []
    skips = 0
    for found in articles_in(portion.file.path, fields, portion.turn, portion.turns):
        if isinstance(found, Article):
            builder.add(found, told_by(found))
            ids.append(found.id)
            continue
        skips += 1
        if skips <= MOST_SKIPS:
            skipped.append(found)
    return Part(portion, tuple(ids), tuple(skipped), skips)

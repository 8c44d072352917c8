"""The segments that the articles of many files become, made by one process or by several."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any

from index.article import Article, Skipped
from index.catalog import FileRecord
from index.columns.builder import MOST_CHUNKS, SegmentBuilder
from index.columns.codec import ColumnsSegment
from index.errors import DatelineError, Unreadable
from index.files import FoundFile
from index.read import articles_in

WORTH_A_PROCESS = 256
"""Files below which starting another process takes longer than it saves."""
SHARE_BYTES = 256_000_000
"""Of files that one process is given at once."""
POLL_SECONDS = 0.2
"""Between two looks at how far the others are."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What reading a file came to: its record for the catalog."""

    file: FoundFile
    record: FileRecord


@dataclass(frozen=True, slots=True)
class Built:
    """What some files became: segments that nobody sees yet, and what is known of each file."""

    answers: list[Answer]
    segments: list[ColumnsSegment]


def segments_of(files: Sequence[FoundFile], folder: Path, jobs: int, progress: Callable[[int], None]) -> Built:
    """The segments of these files, written into the folder of an index; `progress` is told how many are read."""
    jobs = min(jobs, -(-len(files) // WORTH_A_PROCESS))
    if jobs <= 1:
        return build(files, SegmentBuilder(folder), progress)
    # Started afresh rather than forked: a copy of a process that shows a progress bar inherits its locks.
    context = get_context("spawn")
    done, stopped = context.Value("q", 0), context.Value("b", 0)
    shared = Shared(done, stopped, os.getpid(), 2 * MOST_CHUNKS // max(2, jobs))
    with ProcessPoolExecutor(jobs, context, begin, (shared,)) as pool:
        try:
            parts = [pool.submit(build_share, share, folder) for share in shares(files, jobs)]
            return together(parts, lambda: progress(int(done.value)))
        except BaseException:
            stopped.value = 1
            raise


def together(parts: Sequence["Future[Built]"], look: Callable[[], None]) -> Built:
    """What all parts became; `look` is called again and again until they are done."""
    while wait(parts, POLL_SECONDS, "FIRST_EXCEPTION").not_done and not any(failed(part) for part in parts):
        look()
    built = [part.result() for part in parts]
    look()
    return Built(
        [answer for part in built for answer in part.answers], [segment for part in built for segment in part.segments]
    )


def failed(part: "Future[Built]") -> bool:
    """It has come to an end that is not good."""
    return part.done() and part.exception() is not None


def shares(files: Sequence[FoundFile], jobs: int) -> Iterator[Sequence[FoundFile]]:
    """The files in parts of about the same number of bytes, as many for each process."""
    total = sum(file.size for file in files) + len(files)
    most = total / (jobs * -(-total // (jobs * SHARE_BYTES)))
    first = size = 0
    for number, file in enumerate(files):
        size += file.size + 1
        if size >= most:
            yield files[first : number + 1]
            first, size = number + 1, 0
    if first < len(files):
        yield files[first:]


@dataclass(frozen=True, slots=True)
class Shared:
    """What the processes of one build share."""

    done: Any
    """How many files are read."""
    stopped: Any
    """Not 0 when the build was given up."""
    parent: int
    """The process that the others work for."""
    most_chunks: int
    """How many chunks each may gather, so that all together gather no more than two alone would."""


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


def build_share(files: Sequence[FoundFile], folder: Path) -> Built:
    """What another process does with its share."""
    shared = SHARED[0]

    def count(_: int) -> None:
        with shared.done.get_lock():
            shared.done.value += 1
        if shared.stopped.value or os.getppid() != shared.parent:
            raise DatelineError("the build was stopped")

    return build(files, SegmentBuilder(folder, shared.most_chunks), count)


def build(files: Sequence[FoundFile], builder: SegmentBuilder, progress: Callable[[int], None]) -> Built:
    """The segments of these files, made by this process."""
    answers: list[Answer] = []
    try:
        for file in files:
            answers.append(Answer(file, added(builder, file, articles_of(file))))
            progress(len(answers))
        return Built(answers, builder.finished())
    finally:
        builder.abandon()


def added(builder: SegmentBuilder, file: FoundFile, found: list[Article] | Skipped) -> FileRecord:
    """What the catalog says of a file, once its articles are added."""
    if isinstance(found, Skipped):
        return FileRecord(file.size, file.modified_ns, why=found.why)
    for article in found:
        builder.add(article)
    return FileRecord(file.size, file.modified_ns, tuple(article.id for article in found))


def articles_of(file: FoundFile) -> list[Article] | Skipped:
    """The articles of one file; whatever is wrong with it, the others are still read."""
    try:
        return articles_in(file.path)
    except Unreadable as error:
        return Skipped(file.name, str(error))
    except Exception as error:  # noqa: BLE001  a fault of ours on one file must not cost the user the other files
        return Skipped(file.name, f"reading it failed: {type(error).__name__}: {error}")

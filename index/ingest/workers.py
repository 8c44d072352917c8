"""The segments that the articles of many files become, made by this process or by several with it."""

import os
import threading
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any

from index.article import Article, Doubtful, Skipped, Unopened
from index.columns.codec import ColumnsSegment
from index.columns.segment_builder import MOST_WORDS, SegmentBuilder
from index.errors import DatelineError
from index.file_catalog import NEVER, FileRecord, written_map
from index.ingest.annotate import annotations_beside
from index.ingest.extract import articles_in, is_harmless
from index.ingest.garbage import collect_seldom
from index.ingest.interrupts import deaf_to_interrupts
from index.ingest.listings import NOTHING_LISTED, Listed, Listings, joined, listed_in, listings, may_list
from index.ingest.partition import Portion, portions_of, shares
from index.ingest.reader_process import Budget, ReaderProcess, ReadingOrder
from index.ingest.repeated_line_buffer import RepeatedLineBuffer
from index.ingest.time_limit import Overdue, can_be_limited, within
from index.ingest.walk import FoundFile

WORTH_A_PROCESS = 256
"""Files below which starting another process takes longer than it saves."""
WORTH_A_PROCESS_BYTES = 2_000_000
"""Of files, however few they are."""
POLL_SECONDS = 0.2
"""Between two looks at how far the others are."""
SIMPLE_SECONDS = 5.0
"""Of the processor, for a file that this process reads itself; past it, another one begins anew, which has a budget."""
MOST_SKIPS = 100
"""What is listed of one file that has many broken records; the others are counted."""


BUDGET = Budget()
"""What reading one file may take."""


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """What reading a file came to: its record for the catalog."""

    file: FoundFile
    record: FileRecord
    doubtful: tuple[Doubtful, ...] = ()
    """Articles of it that were read in a way that may be wrong; the first of them, when they are many."""

    @property
    def is_unopened(self) -> bool:
        """Nothing could be read of it now."""
        return self.record.modified_ns == NEVER and not self.record.articles

    @property
    def is_cut(self) -> bool:
        """Some of it was read, but then nothing more could be."""
        return self.record.modified_ns == NEVER and bool(self.record.articles)


@dataclass(frozen=True, slots=True)
class FilePart:
    """What a portion of a file came to."""

    portion: Portion
    articles: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    """The first of what gave no article."""
    skips: int
    """How many gave none."""
    is_unopened: bool = False
    """The file could not be opened."""
    doubtful: tuple[Doubtful, ...] = ()
    """The first of what was read in a way that may be wrong, each once."""
    superseded: tuple[tuple[str, str], ...] = ()
    """Lists, and ids of articles that are rows of them, of whose texts this is a part."""
    entries: tuple[tuple[str, str], ...] = ()
    """Lists, and what is said of entries of them that have no text of their own, of whose texts this is a part."""


@dataclass(frozen=True, slots=True)
class Built:
    """What some files became: segments that nobody sees yet, and what is known of each file."""

    parts: list[FilePart]
    segments: list[ColumnsSegment]


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """What is to be read, and where its files keep what, as far as the user says it."""

    files: Sequence[FoundFile]
    fields: Mapping[str, str]
    reads_scans: bool = False
    """The words on pictures of pages are to be read, too."""
    listings: Listings = NOTHING_LISTED
    """What those of them that are lists say of others."""


@dataclass(frozen=True, slots=True)
class FileParts:
    """What all files became."""

    answers: list[FileAnswer]
    segments: list[ColumnsSegment]
    superseded: tuple[str, ...] = ()
    """Articles in the segments that are rows of lists, of whose pages the segments have the texts: they are to go."""


def segments_of(reading: ReadingJob, folder: Path, jobs: int, progress: Callable[[int], None]) -> FileParts:
    """The segments of these files, written into the folder of an index; `progress` is told how many are read."""
    total = sum(file.size for file in reading.files)
    jobs = min(jobs, max(-(-len(reading.files) // WORTH_A_PROCESS), -(-total // WORTH_A_PROCESS_BYTES)))
    reading = replace(reading, listings=listings_of(reading))
    built = built_by(reading, folder, jobs, progress)
    rows = dict.fromkeys(row for part in built.parts for row in part.superseded)
    entries = frozenset(entry for part in built.parts for entry in part.entries)
    answers = [without_rows(answer, rows, entries) for answer in answers_of(built.parts, reading)]
    return FileParts(answers, built.segments, tuple(id for _, id in rows))


def listings_of(reading: ReadingJob) -> Listings:
    """What the lists among the files say of other files; nothing where there are no others."""
    lists = [file for file in reading.files if may_list(file)]
    if not lists or len(lists) == len(reading.files):
        return NOTHING_LISTED
    reader = ReaderProcess(BUDGET)
    try:
        return listings(each for file in lists for each in listed_by(file, reading.fields, reader))
    finally:
        reader.stop()


def listed_by(file: FoundFile, fields: Mapping[str, str], reader: ReaderProcess) -> Iterator[Listed]:
    """What a file lists; another process reads it, unless it is so simple that it takes no time."""
    if can_be_limited():
        with suppress(Overdue), within(SIMPLE_SECONDS):
            if is_harmless(file.path, file.size):
                return iter(list(listed_in(file.path, fields, file.inode)))
    return reader.listed(ReadingOrder(file.path, file.size, fields, inode=file.inode))


def without_rows(
    answer: FileAnswer, rows: Container[tuple[str, str]], entries: Container[tuple[str, str]]
) -> FileAnswer:
    """What a list came to, without its rows and entries of which the pages and the attached files were read."""
    record, name = answer.record, answer.file.name
    kept = tuple(id for id in record.articles if (name, id) not in rows)
    skipped = tuple(skip for skip in record.skipped if (name, skip.why) not in entries)
    gone = len(record.articles) - len(kept) + len(record.skipped) - len(skipped)
    if not gone:
        return answer
    read = Skipped(name, f"rows of which the texts were read where they lie ({gone})")
    return replace(answer, record=replace(record, articles=kept, skipped=(*skipped, read)))


def built_by(reading: ReadingJob, folder: Path, jobs: int, progress: Callable[[int], None]) -> Built:
    """The segments of these files, and what is known of each portion of them."""
    portions = portions_of(reading.files, jobs)
    if jobs <= 1:
        return build(WorkerShare(0, portions, reading, folder, BUDGET), SegmentBuilder(folder), progress)
    # Started afresh rather than forked: a copy of a process that shows a progress bar inherits its locks.
    context = get_context("spawn")
    how = replace(reading, files=())  # each gets its own
    given = [WorkerShare(turn, part, how, folder, BUDGET) for turn, part in enumerate(shares(portions, jobs))]
    # Without locks: a process that is killed while it holds one would leave the others waiting for ever.
    done, stopped = context.RawArray("q", len(given)), context.RawValue("b", 0)
    shared = WorkerInput(done, stopped, os.getpid(), 2 * MOST_WORDS // max(2, jobs))
    with faults_of_threads() as faults, ProcessPoolExecutor(jobs - 1, context, begin, (shared,)) as pool:
        try:
            with deaf_to_interrupts():
                others = [pool.submit(build_share, share) for share in given[1:]]
            return together(given, others, shared, progress, faults)
        except BaseException as error:
            stopped.value = 1
            if isinstance(error, BrokenProcessPool):
                raise DatelineError(ENDED) from error
            raise


@contextmanager
def faults_of_threads() -> Iterator[Sequence[str]]:
    """What threads of this process fail with meanwhile, as they come; it is printed nowhere."""
    faults: list[str] = []
    before = threading.excepthook
    threading.excepthook = lambda fault: faults.append(repr(fault.exc_value))
    try:
        yield faults
    finally:
        threading.excepthook = before


ENDED = "a process that was reading articles came to a sudden end: try again, with  --jobs 1  if memory is short"


def answers_of(parts: Sequence[FilePart], reading: ReadingJob) -> list[FileAnswer]:
    """What each file came to, in the order of the files."""
    of_file: dict[str, list[FilePart]] = {}
    for part in parts:
        of_file.setdefault(part.portion.file.name, []).append(part)
    return [answer_of(file, of_file[file.name], reading.fields) for file in reading.files]


def answer_of(file: FoundFile, parts: Sequence[FilePart], fields: Mapping[str, str]) -> FileAnswer:
    """What a file came to, from what its parts did."""
    doubtful = dict.fromkeys(doubt for part in parts for doubt in part.doubtful)
    return FileAnswer(file, record_of(file, parts, fields), tuple(doubtful)[:MOST_SKIPS])


def record_of(file: FoundFile, parts: Sequence[FilePart], fields: Mapping[str, str]) -> FileRecord:
    """The file as the catalog keeps it."""
    # Of a file that several processes read, each may say that it could not go on.
    every = list(dict.fromkeys(skip for part in parts for skip in part.skipped))
    skipped = every[:MOST_SKIPS]
    listed = sum(len(part.skipped) for part in parts)
    if unlisted := sum(part.skips for part in parts) - listed + len(every) - len(skipped):
        skipped.append(Skipped(file.name, f"{unlisted} more parts of it gave no article"))
    articles = tuple(article for part in parts for article in part.articles)
    modified = NEVER if any(part.is_unopened for part in parts) else file.modified_ns
    mapped, stamp = written_map(fields), (file.inode, file.changed_ns)
    return FileRecord(file.size, modified, articles, tuple(skipped), mapped, *stamp, file.mounts)


def together(
    given: Sequence["WorkerShare"],
    others: Sequence["Future[Built]"],
    shared: "WorkerInput",
    progress: Callable[[int], None],
    faults: Sequence[str],
) -> Built:
    """What all shares became: this process does the first one, and then those that no other has begun."""

    def look() -> None:
        if faults:  # whoever hands work to the others is gone, and nothing will come of what it had begun to hand over
            raise DatelineError(ENDED)
        for other in others:
            if failed(other):
                other.result()
        progress(sum(shared.done))

    first = build_counted(given[0], shared, look)
    taken = {at: build_counted(given[at + 1], shared, look) for at, other in enumerate(others) if other.cancel()}
    waiting = [other for at, other in enumerate(others) if at not in taken]
    while wait(waiting, POLL_SECONDS, "FIRST_EXCEPTION").not_done:
        look()
    built = [first, *(taken[at] if at in taken else other.result() for at, other in enumerate(others))]
    progress(sum(shared.done))
    return Built(
        [part for each in built for part in each.parts], [segment for each in built for segment in each.segments]
    )


def failed(part: "Future[Built]") -> bool:
    """It has come to an end that is not good."""
    return part.done() and part.exception() is not None


@dataclass(frozen=True, slots=True)
class WorkerShare:
    """What one process reads at once, and where its segments go."""

    turn: int
    """Which of the shares it is."""
    portions: Sequence[Portion]
    how: ReadingJob
    """How they are read."""
    folder: Path
    budget: Budget


@dataclass(frozen=True, slots=True)
class WorkerInput:
    """What the processes of one build share."""

    done: Any
    """How many files of each share are read."""
    stopped: Any
    """Not 0 when the build was given up."""
    parent: int
    """The process that the others work for."""
    most_words: int
    """How many words each may gather, so that all together gather no more than two alone would."""


SHARED: list[WorkerInput] = []
"""What a process that was started for one build shares with the others; empty in any other process.

Memory that processes share can be handed to one only while it starts, not with its work, so it must wait somewhere.
"""


def begin(shared: WorkerInput) -> None:
    """What a process does first."""
    SHARED[:] = [shared]
    collect_seldom()
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """End this process as soon as the one that it works for is gone, however that ended."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def build_share(share: WorkerShare) -> Built:
    """What another process does with its share."""
    shared = SHARED[0]

    def look() -> None:
        if shared.stopped.value or os.getppid() != shared.parent:
            raise DatelineError("the build was stopped")

    return build_counted(share, shared, look)


def build_counted(share: WorkerShare, shared: WorkerInput, look: Callable[[], None]) -> Built:
    """What a share becomes; the others see how much of it is read, and `look` is called after each file."""

    def count(read: int) -> None:
        shared.done[share.turn] = read
        look()

    return build(share, SegmentBuilder(share.folder, shared.most_words), count)


def build(share: WorkerShare, builder: SegmentBuilder, progress: Callable[[int], None]) -> Built:
    """The segments of a share, made by this process; a file counts as read with the first of its portions."""
    parts: list[FilePart] = []
    read = 0
    held = RepeatedLineBuffer(
        lambda article, lines: builder.add(article, annotations_beside(article, lines, article.published))
    )
    reader = ReaderProcess(share.budget)
    try:
        for portion in share.portions:
            parts.append(added(held, portion, found_in(portion, share.how, reader), share.how.listings))
            read += portion.turn == 0
            progress(read)
        held.let_go()
        return Built(parts, builder.finished())
    finally:
        reader.stop()
        builder.abandon()


def found_in(portion: Portion, how: ReadingJob, reader: ReaderProcess) -> Iterator[Article | Skipped]:
    """The articles of a portion; another process reads it, unless it is so simple that it takes no time."""
    file = portion.file
    if can_be_limited():
        with suppress(Overdue), within(SIMPLE_SECONDS):
            if is_harmless(file.path, file.size):
                turn = portion.turn, portion.turns
                return iter(list(articles_in(file.path, how.fields, turn, inode=file.inode)))
    order = ReadingOrder(file.path, file.size, how.fields, portion.turn, portion.turns, how.reads_scans, file.inode)
    return reader.articles(order)


def added(
    held: RepeatedLineBuffer, portion: Portion, articles: Iterable[Article | Skipped], told: Listings
) -> FilePart:
    """Add the articles of a portion as they come, with what lists say of them; memory stays small."""
    rows: list[tuple[str, str]] = []
    entries: list[tuple[str, str]] = []
    ids: list[str] = []
    skipped: list[Skipped] = []
    doubtful: dict[Doubtful, None] = {}
    skips = 0
    is_unopened = False
    for found in articles:
        if isinstance(found, Article):
            if listed := told.of(found):
                found = joined(found, listed)
                rows += [listed.own] if listed.own else []
                entries += [listed.passed_over] if listed.passed_over else []
            held.add(found)
            ids.append(found.id)
            if len(doubtful) < MOST_SKIPS:
                doubtful |= dict.fromkeys(Doubtful(found.path, doubt) for doubt in found.doubts)
            continue
        skips += 1
        is_unopened |= isinstance(found, Unopened)
        if skips <= MOST_SKIPS:
            skipped.append(Skipped(found.path, found.why))
    doubts = tuple(doubtful)
    return FilePart(portion, tuple(ids), tuple(skipped), skips, is_unopened, doubts, tuple(rows), tuple(entries))

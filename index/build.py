"""The indexing path: from files to one atomic commit, and the report of what changed."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from whoosh.index import TOC, EmptyIndexError, clean_files

from index.article import Skipped
from index.catalog import Catalog, FileRecord, damaged, read_catalog, remove_other_catalogs, write_catalog
from index.columns.durable_storage import NAME, IndexStorage
from index.columns.index_writer import Writer, newest_contents
from index.columns.newest_toc import newest_generation
from index.columns.relations import KnownRelations, remove_other_relations
from index.columns.segment import SegmentColumns
from index.errors import DatelineError, IndexLocked, IndexOutdated, reason
from index.ingest.workers import FileAnswer, ReadingJob, segments_of
from index.plan import Plan, absolute, planned
from index.readers.source import NO_FIELDS
from index.schema import SCHEMA
from index.spelling.learned_spellings import learned_after, read_learned, remove_other_learned, write_learned
from index.storage.arrays import Damaged
from index.stories.relate import relate

Progress = Callable[[int, int], None]
"""Called with the files done and the files to do."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, counted in articles."""

    added: int
    changed: int
    removed: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    articles: int
    """How many the index holds now."""
    seconds: float

    def in_words(self, location: str) -> str:
        """One line for a person."""
        return (
            f"{self.added} added, {self.changed} changed, {self.removed} removed, {self.unchanged} unchanged, "
            f"{len(self.skipped)} skipped; {self.articles} articles in {location} ({self.seconds:.1f} s)"
        )


def update_index(
    paths: Sequence[Path], folder: Path, jobs: int, progress: Progress, fields: Mapping[str, str] = NO_FIELDS
) -> Report:
    """Bring the index up to date with the files under `paths`: only new and changed ones are read.

    Articles whose file went away from under `paths` leave the index; those of other paths stay. Readers see either
    all of it or nothing. Raises IndexLocked, IndexOutdated, and DatelineError for a path that does not exist.
    """
    started = time.monotonic()
    roots = absolute(paths)
    with locked(folder) as storage:
        generation = readable_generation(storage)
        remove_leftovers(storage)
        old = read_catalog(folder, generation) if generation > 0 else Catalog()
        require_whole(storage)
        plan = planned(roots, folder.resolve(), old, fields)
        if plan.is_empty() and generation > 0:
            return report(plan, old, [], started)
        with writer_on(storage) as writer:
            answers = carry_out(plan, writer, jobs, progress)
            catalog = committed(plan, writer, answers)
    return report(plan, catalog, answers, started)


def rebuild_index(
    paths: Sequence[Path], folder: Path, jobs: int, progress: Progress, fields: Mapping[str, str] = NO_FIELDS
) -> Report:
    """Make the index anew from the files under `paths` alone; until it is done, readers see the old one."""
    started = time.monotonic()
    roots = absolute(paths)
    with locked(folder) as storage:
        mend_contents(storage)
        plan = planned(roots, folder.resolve(), Catalog(), fields)
        with writer_on(storage) as writer:
            writer.clear()
            answers = carry_out(plan, writer, jobs, progress)
            catalog = committed(plan, writer, answers)
    return report(plan, catalog, answers, started)


def carry_out(plan: Plan, writer: Writer, jobs: int, progress: Progress) -> list[FileAnswer]:
    """Delete what is replaced or gone, add what is read; nothing is seen by readers yet."""
    gone = [*plan.replaced.values(), *plan.vanished.values()]
    writer.delete([article for record in gone for article in record.articles])
    built = segments_of(
        ReadingJob(plan.read, plan.fields), writer.folder, jobs, lambda done: progress(done, len(plan.read))
    )
    writer.adopt(built.segments)
    return built.answers


def committed(plan: Plan, writer: Writer, answers: Sequence[FileAnswer]) -> Catalog:
    """The catalog of the new generation, which everyone sees from here on."""
    read = {answer.file.name: answer.record for answer in answers}
    unopened = {skip.path: FileRecord(0, 0, skipped=(skip,)) for skip in plan.unopened}
    catalog = Catalog({**plan.elsewhere, **plan.unchanged, **read, **unopened})
    relate(writer)
    before = read_learned(writer.folder, writer.generation - 1)
    learned = learned_after(before, [part.segment for part in writer.parts().values()], changes(plan, answers))
    write_learned(writer.folder, writer.generation, learned)
    write_catalog(writer.folder, writer.generation, catalog)
    writer.commit()
    return catalog


def changes(plan: Plan, answers: Sequence[FileAnswer]) -> int:
    """How many articles come or go."""
    records = [*plan.replaced.values(), *plan.vanished.values(), *(answer.record for answer in answers)]
    return sum(len(record.articles) for record in records)


def report(plan: Plan, catalog: Catalog, answers: Sequence[FileAnswer], started: float) -> Report:
    """What was done, counted."""
    added = changed = 0
    removed = sum(len(record.articles) for record in plan.vanished.values())
    skipped = [*plan.unopened, *(skip for record in plan.unchanged.values() for skip in record.skipped)]
    for answer in answers:
        before = plan.replaced.get(answer.file.name, FileRecord(0, 0)).articles
        stayed = len(set(before) & set(answer.record.articles))
        changed += stayed
        added += len(answer.record.articles) - stayed
        removed += len(before) - stayed
    skipped += (skip for answer in answers for skip in answer.record.skipped)
    return Report(
        added=added,
        changed=changed,
        removed=removed,
        unchanged=sum(len(record.articles) for record in plan.unchanged.values()),
        skipped=tuple(sorted(skipped, key=lambda skip: skip.path)),
        articles=catalog.article_count(),
        seconds=time.monotonic() - started,
    )


@contextmanager
def writing(folder: Path) -> Iterator[Writer]:
    """A writer that holds the lock of the index; what it has not committed when it ends is as if never written."""
    with locked(folder) as storage, writer_on(storage) as writer:
        yield writer


@contextmanager
def locked(folder: Path) -> Iterator[IndexStorage]:
    """The folder of an index, made if there is none, while nobody else may write to it; raises IndexLocked."""
    if folder.is_file():
        raise DatelineError(f"cannot write the index at {folder}: a file is there; name a folder with  --index")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        storage = IndexStorage(folder)
        lock = storage.lock(f"{NAME}_WRITELOCK")
        if not lock.acquire():
            raise IndexLocked(f"the index at {folder} is being written by another process: try again later")
        try:
            yield storage
        finally:
            lock.release()
    except OSError as error:
        raise DatelineError(f"cannot write the index at {folder}: {reason(error)}") from error


@contextmanager
def writer_on(storage: IndexStorage) -> Iterator[Writer]:
    """A writer, which leaves nothing behind unless it commits; the lock is held already."""
    folder = Path(storage.folder)
    if newest_generation(storage) < 0:
        TOC(SCHEMA, [], 0).write(storage, NAME)
    writer = Writer(storage)
    try:
        yield writer
    except Damaged as error:
        raise IndexOutdated(damaged(folder, error)) from error
    finally:
        if not writer.is_closed:
            writer.cancel()
        remove_leftovers(storage)


def readable_generation(storage: IndexStorage) -> int:
    """The number of the newest generation, 0 when there is none; raises IndexOutdated when it cannot be read."""
    try:
        return int(TOC.read(storage, NAME, schema=SCHEMA).generation)
    except EmptyIndexError:
        return 0
    except Exception as error:  # Whoosh's pickles fail in any way at all
        raise IndexOutdated(damaged(Path(storage.folder), error)) from error


def require_whole(storage: IndexStorage) -> None:
    """Nothing, when each file of the newest generation is there and as long as it was; raises IndexOutdated."""
    folder = Path(storage.folder)
    contents = newest_contents(storage)
    if contents is None:
        return
    try:
        KnownRelations(folder, contents.generation)
        for segment in contents.segments:
            SegmentColumns(folder, segment.segment_id())
    except (Damaged, OSError) as error:
        raise IndexOutdated(damaged(folder, error)) from error


def mend_contents(storage: IndexStorage) -> None:
    """Put an empty table of contents after one that cannot be read, so that a build can start from it."""
    try:
        readable_generation(storage)
    except IndexOutdated:
        TOC(SCHEMA, [], newest_generation(storage) + 1).write(storage, NAME)


def remove_leftovers(storage: IndexStorage) -> None:
    """Remove what builds that were killed left: files that the newest generation does not name."""
    folder = Path(storage.folder)
    for path in folder.glob(f"_{NAME}_*.toc.*"):
        path.unlink(missing_ok=True)
    with suppress(EmptyIndexError):
        contents = TOC.read(storage, NAME, schema=SCHEMA)
        clean_files(storage, NAME, contents.generation, contents.segments)
        remove_other_catalogs(folder, contents.generation)
        remove_other_learned(folder, contents.generation)
        remove_other_relations(folder, contents.generation)

"""The indexing path: from files to one atomic commit, and the report of what changed."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from index.article import Doubtful, Skipped
from index.build_plan import (
    USUAL,
    BuildOptions,
    Plan,
    absolute,
    planned,
    require_nothing_away,
    require_nothing_lost,
    without_unopened,
)
from index.columns.durable_storage import IndexStorage, writing_to
from index.columns.index_writer import Writer
from index.columns.table_of_contents import LOCK, Contents, newest_number, write_contents
from index.errors import DatelineError, IndexLocked, IndexOutdated, damaged, reading_from, shown
from index.file_catalog import NEVER, Catalog, FileRecord
from index.generation_files import (
    CATALOG,
    RELATIONS,
    SPELLINGS,
    VECTORS,
    is_index_file,
    mend_contents,
    readable_generation,
    remove_leftovers,
    require_whole,
)
from index.ingest.garbage import collecting_seldom
from index.ingest.walk import path_name
from index.ingest.workers import FileAnswer, ReadingJob, segments_of
from index.meaning.article_vectors import NO_VECTORS, KnownVectors, Vectorizing, known_vectors
from index.meaning.encoder import needed
from index.spelling.learned_spellings import Learned, learned_after
from index.storage.regular_file import Damaged
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
    doubtful: tuple[Doubtful, ...] = ()
    """Of what was read now: what may have been read wrongly, and why."""

    def in_words(self, location: str) -> str:
        """One line for a person."""
        doubtful = f", {len(self.doubtful)} in doubt" if self.doubtful else ""
        return (
            f"{self.added} added, {self.changed} changed, {self.removed} removed, {self.unchanged} unchanged, "
            f"{len(self.skipped)} skipped{doubtful}; {self.articles} articles in {shown(Path(location))} "
            f"({self.seconds:.1f} s)"
        )


def update_index(
    paths: Sequence[Path], folder: Path, jobs: int, progress: Progress, options: BuildOptions = USUAL
) -> Report:
    """Bring the index up to date with the files under `paths`: only new and changed ones are read.

    Articles whose file went away from under `paths` leave the index; those of other paths stay, and so do those of a
    path of which nothing is there, or can be opened, unless the options say that it prunes. Readers see either all of
    it or nothing. Raises IndexLocked, IndexOutdated, and DatelineError for a path that does not exist.
    """
    started = time.monotonic()
    roots = absolute(paths, options)
    with locked(folder), collecting_seldom():
        generation = readable_generation(folder)
        remove_leftovers(folder)
        with reading_from(folder):
            old = CATALOG.read(folder, generation) if generation > 0 else Catalog()
        require_whole(folder)
        had = VECTORS.read(folder, generation).encoder if generation > 0 else None
        vectorizing = vectorizing_asked(had is not None, options, jobs, progress)
        plan = planned(roots, folder.resolve(), old, options)
        if plan.is_empty() and generation > 0 and had == (vectorizing and vectorizing.encoder.name):
            return report(plan, old, [], started)
        with writer_on(folder) as writer:
            plan, answers = carry_out(plan, writer, jobs, progress, options)
            catalog = committed(plan, writer, answers, vectorizing)
    return report(plan, catalog, answers, started)


def rebuild_index(
    paths: Sequence[Path], folder: Path, jobs: int, progress: Progress, options: BuildOptions = USUAL
) -> Report:
    """Make the index anew from the files under `paths` alone; until it is done, readers see the old one.

    Raises DatelineError where a path, a folder below it or a file would lose all articles that the old index has of it
    because nothing of it is there or can be read, unless the options say that it prunes.
    """
    started = time.monotonic()
    roots = absolute(paths)
    with locked(folder), collecting_seldom():
        mend_contents(folder)
        remove_leftovers(folder)
        generation = readable_generation(folder)
        old = Catalog() if options.prunes else catalog_if_whole(folder, generation)
        before = VECTORS.read_if_whole(folder, generation) or NO_VECTORS
        vectorizing = vectorizing_asked(before.encoder is not None, options, jobs, progress)
        plan = planned(roots, folder.resolve(), Catalog(), options)
        if not plan.read and not options.prunes and newest_number(folder) > 0:
            raise DatelineError(f"{path_name(roots[0])} holds no file: the old index stays, until you say  --prune")
        if old.files:
            require_nothing_away(roots, folder.resolve(), old)
        with writer_on(folder) as writer:
            writer.clear()
            plan, answers = carry_out(plan, writer, jobs, progress, options)
            require_nothing_lost(answers, old)
            catalog = committed(plan, writer, answers, vectorizing)
    return report(plan, catalog, answers, started)


def catalog_if_whole(folder: Path, generation: int) -> Catalog:
    """What a generation knows of the files; nothing where that is missing or damaged, or there is no generation."""
    try:
        return CATALOG.read(folder, generation) if generation > 0 else Catalog()
    except (IndexOutdated, Damaged):
        return Catalog()


def carry_out(
    plan: Plan, writer: Writer, jobs: int, progress: Progress, options: BuildOptions
) -> tuple[Plan, list[FileAnswer]]:
    """Add what is read, delete what is replaced or gone; nothing is seen by readers yet.

    Gives the plan as it was carried out, and what came of the files.
    """
    built = segments_of(
        ReadingJob(plan.read, plan.fields, plan.reads_scans),
        writer.folder,
        jobs,
        lambda done: progress(done, len(plan.read)),
    )
    done, answers = (plan, built.answers) if options.prunes else without_unopened(plan, built.answers)
    gone = [*done.replaced.values(), *done.vanished.values()]
    with reading_from(writer.folder):
        writer.delete([article for record in gone for article in record.articles])
    writer.adopt(built.segments)
    with reading_from(writer.folder):
        writer.delete(built.superseded)
    return done, answers


def vectorizing_asked(had: bool, options: BuildOptions, jobs: int, progress: Progress) -> Vectorizing | None:
    """How vectors are made, where the options want them, or the index has them and the options leave it so.

    Raises DatelineError when nothing on this machine can make them.
    """
    wanted = had if options.by_meaning is None else options.by_meaning
    return Vectorizing(needed(options.encoder), jobs, progress) if wanted else None


def committed(plan: Plan, writer: Writer, answers: Sequence[FileAnswer], vectorizing: Vectorizing | None) -> Catalog:
    """The catalog of the new generation, which everyone sees from here on."""
    read = {answer.file.name: answer.record for answer in answers}
    before = {skip.path: plan.elsewhere.get(skip.path, FileRecord(0, 0)) for skip in plan.unopened}
    unopened = {skip.path: replace(before[skip.path], modified_ns=NEVER, skipped=(skip,)) for skip in plan.unopened}
    for name in read.keys() & plan.unchanged.keys():  # read in part: the other articles stay
        read[name] = replace(read[name], articles=(*read[name].articles, *plan.unchanged[name].articles))
    catalog = Catalog({**plan.elsewhere, **plan.unchanged, **read, **unopened})
    with reading_from(writer.folder):
        earlier = None if writer.is_anew else RELATIONS.read_if_whole(writer.folder, writer.generation - 1)
        vectors = known_before(writer)
        relations = relate(writer, earlier)
        known = None if writer.is_anew else SPELLINGS.read_if_whole(writer.folder, writer.generation - 1)
        segments = [part.segment for part in writer.parts().values()]
        learned = learned_after(known or Learned(), segments, changes(plan, answers))
        made = vectorizing.vectors(vectors, writer.parts()) if vectorizing else NO_VECTORS
    VECTORS.write(writer.folder, writer.generation, made)
    RELATIONS.write(writer.folder, writer.generation, relations)
    SPELLINGS.write(writer.folder, writer.generation, learned)
    CATALOG.write(writer.folder, writer.generation, catalog)
    writer.commit()
    return catalog


def known_before(writer: Writer) -> KnownVectors:
    """The vectors that the generation before has of articles that stay; they move when segments are merged."""
    earlier = None if writer.is_anew else VECTORS.read_if_whole(writer.folder, writer.generation - 1)
    return known_vectors(earlier or NO_VECTORS, writer.parts())


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
        doubtful=tuple(doubt for answer in answers for doubt in answer.doubtful),
    )


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else may write to the folder of an index meanwhile, which is made if there is none; raises IndexLocked."""
    if folder.is_file():
        raise DatelineError(f"cannot write the index at {folder}: a file is there; name a folder with  --index")
    with closed_to_others():
        with writing_to(folder):
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / LOCK
            if path.is_symlink() or (path.exists() and not path.is_file()):
                raise DatelineError(f"cannot write the index at {folder}: {path.name} is not a file; remove it")
            lock = IndexStorage(folder).lock(path.name)
            is_ours = lock.acquire()
        if not is_ours:
            raise IndexLocked(f"the index at {folder} is being written by another process: try again later")
        try:
            with writing_to(folder):
                close_to_others(folder)
            yield
        except (DatelineError, OSError) as error:
            if folder.is_dir():
                raise
            what = "was removed while it was written: nothing is left of it"
            raise DatelineError(f"the index at {folder} {what}") from error
        finally:
            lock.release()


@contextmanager
def closed_to_others() -> Iterator[None]:
    """What is written meanwhile can be read by nobody else, also where the umask would let others in."""
    before = os.umask(0o077)
    os.umask(before | 0o077)
    try:
        yield
    finally:
        os.umask(before)


def close_to_others(folder: Path) -> None:
    """Take from everyone else what an older version let them do with an index, and with a folder that holds no more."""
    is_only_index = True
    for entry in os.scandir(folder):
        if not is_index_file(entry.name):
            is_only_index = False
        elif entry.is_file(follow_symlinks=False) and (mode := entry.stat().st_mode & 0o777) & 0o177:
            Path(entry.path).chmod(mode & 0o600)
    if is_only_index and (mode := folder.stat().st_mode & 0o777) & 0o077:
        folder.chmod(mode & 0o700)


@contextmanager
def writer_on(folder: Path) -> Iterator[Writer]:
    """A writer, which leaves nothing behind unless it commits; the lock is held already."""
    if newest_number(folder) < 0:
        with writing_to(folder):
            write_contents(folder, Contents(0, ()))
    writer = Writer(folder)
    try:
        yield writer
    except Damaged as error:
        raise IndexOutdated(damaged(folder, error)) from error
    finally:
        if not writer.is_closed:
            writer.cancel()
        remove_leftovers(folder)

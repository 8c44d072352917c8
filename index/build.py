"""The indexing path: from files to one atomic commit, and the report of what changed."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, LockError
from whoosh.writing import CLEAR, MERGE_SMALL, SegmentWriter

from index.analysis import STEMS, remember_stems
from index.article import Article, Skipped
from index.catalog import REMEDY, Catalog, FileRecord, read_catalog, remove_other_catalogs, write_catalog
from index.errors import DatelineError, IndexLocked, IndexOutdated
from index.files import FoundFile, reason
from index.forms import FormTable, write_forms
from index.parallel import articles_of
from index.plan import Plan, absolute, planned
from index.schema import SCHEMA, document

Progress = Callable[[int, int], None]
"""Called with the files done and the files to do."""

NAME = "MAIN"
"""Whoosh's name for the index of a folder that holds only one."""
MEMORY_MB = 256
"""What Whoosh may hold of postings, by its own estimate, before it writes them to a temporary file."""


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


def update_index(paths: Sequence[Path], folder: Path, jobs: int, progress: Progress) -> Report:
    """Bring the index up to date with the files under `paths`: only new and changed ones are read.

    Articles whose file went away from under `paths` leave the index; those of other paths stay. Readers see either
    all of it or nothing. Raises IndexLocked, IndexOutdated, and DatelineError for a path that does not exist.
    """
    started = time.monotonic()
    roots = absolute(paths)
    with writing(folder) as writer:
        old = read_catalog(folder, writer.generation - 1) if writer.generation > 1 else Catalog()
        plan = planned(roots, folder.resolve(), old)
        if plan.is_empty() and writer.generation > 1:
            return report(plan, old, [], started)
        answers = carry_out(plan, writer, articles_of(plan.read, jobs), progress)
        catalog = committed(plan, writer, answers)
    return report(plan, catalog, answers, started)


def rebuild_index(paths: Sequence[Path], folder: Path, jobs: int, progress: Progress) -> Report:
    """Make the index anew from the files under `paths` alone; until it is done, readers see the old one."""
    started = time.monotonic()
    roots = absolute(paths)
    mend_contents(folder)
    with writing(folder) as writer:
        writer.mergetype = CLEAR
        plan = planned(roots, folder.resolve(), Catalog())
        answers = carry_out(plan, writer, articles_of(plan.read, jobs), progress)
        catalog = committed(plan, writer, answers)
    return report(plan, catalog, answers, started)


@dataclass(frozen=True, slots=True)
class Answer:
    """What reading a file came to: its record for the catalog."""

    file: FoundFile
    record: FileRecord


def carry_out(
    plan: Plan, writer: SegmentWriter, found: Iterable[tuple[FoundFile, list[Article] | Skipped]], progress: Progress
) -> list[Answer]:
    """Delete what is replaced or gone, add what was read; nothing is seen by readers yet."""
    delete_articles(writer, [*plan.replaced.values(), *plan.vanished.values()])
    answers: list[Answer] = []
    for file, articles in found:
        if isinstance(articles, Skipped):
            record = FileRecord(file.size, file.modified_ns, why=articles.why)
        else:
            for article in articles:
                writer.add_document(**document(article))
            record = FileRecord(file.size, file.modified_ns, tuple(article.id for article in articles))
        answers.append(Answer(file, record))
        progress(len(answers), len(plan.read))
    return answers


def delete_articles(writer: SegmentWriter, records: Sequence[FileRecord]) -> None:
    """Mark the articles of these files as deleted."""
    if not any(record.articles for record in records):
        return
    # The writer holds the lock, so that the numbers of documents in this reader are the writer's own.
    with FileIndex(writer.storage, SCHEMA, NAME).reader() as reader:
        for record in records:
            for article in record.articles:
                for number in list(reader.postings("id", article).all_ids()) if ("id", article) in reader else []:
                    writer.delete_document(number)


def committed(plan: Plan, writer: SegmentWriter, answers: Sequence[Answer]) -> Catalog:
    """The catalog of the new generation, which everyone sees from here on."""
    catalog = Catalog({**plan.elsewhere, **plan.unchanged, **{answer.file.name: answer.record for answer in answers}})
    folder = Path(writer.storage.folder)
    write_forms(folder, STEMS)
    write_catalog(folder, writer.generation, catalog)
    writer.commit(mergetype=writer.mergetype or MERGE_SMALL)
    remove_other_catalogs(folder, writer.generation)
    return catalog


def report(plan: Plan, catalog: Catalog, answers: Sequence[Answer], started: float) -> Report:
    """What was done, counted."""
    added = changed = 0
    removed = sum(len(record.articles) for record in plan.vanished.values())
    skipped = [*plan.unopened, *skips(plan.unchanged.items())]
    for answer in answers:
        before = plan.replaced.get(answer.file.name, FileRecord(0, 0)).articles
        stayed = len(set(before) & set(answer.record.articles))
        changed += stayed
        added += len(answer.record.articles) - stayed
        removed += len(before) - stayed
    skipped += skips((answer.file.name, answer.record) for answer in answers)
    return Report(
        added=added,
        changed=changed,
        removed=removed,
        unchanged=sum(len(record.articles) for record in plan.unchanged.values()),
        skipped=tuple(sorted(skipped, key=lambda skip: skip.path)),
        articles=catalog.article_count(),
        seconds=time.monotonic() - started,
    )


def skips(records: Iterable[tuple[str, FileRecord]]) -> list[Skipped]:
    """The files among these that gave no article."""
    return [Skipped(name, record.why) for name, record in records if record.why is not None]


@contextmanager
def writing(folder: Path) -> Iterator[SegmentWriter]:
    """A writer that holds the lock of the index; what it has not committed when it ends is as if never written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writer = opened_writer(folder)
        try:
            yield writer
        finally:
            if not writer.is_closed:
                abandon(writer)
    except OSError as error:
        raise DatelineError(f"cannot write the index at {folder}: {reason(error)}") from error


def opened_writer(folder: Path) -> SegmentWriter:
    """Whoosh's writer on the index in a folder, which is begun if there is none."""
    storage = DurableStorage(str(folder))
    if TOC._latest_generation(storage, NAME) < 0:
        TOC(SCHEMA, [], 0).write(storage, NAME)
    try:
        writer = SegmentWriter(FileIndex(storage, SCHEMA, NAME), limitmb=MEMORY_MB)
    except LockError as error:
        raise IndexLocked(f"the index at {folder} is being written by another process: try again later") from error
    except OSError:
        raise
    except Exception as error:  # Whoosh's pickles fail in any way at all
        raise IndexOutdated(f"the index at {folder} is damaged ({error}): make it again with  {REMEDY}") from error
    remove_leftovers(folder)
    remember_stems(FormTable(folder).stem)
    return writer


def abandon(writer: SegmentWriter) -> None:
    """Give up what was written, and the lock, even if the writer is in the middle of an article."""
    try:
        writer.cancel()
    except Exception:  # noqa: BLE001  Whoosh asserts that no article is half written; the first error is the one to see
        writer.writelock.release()


def mend_contents(folder: Path) -> None:
    """Put an empty table of contents after one that cannot be read, so that a build can start from it."""
    storage = DurableStorage(str(folder))
    generation = TOC._latest_generation(storage, NAME) if folder.is_dir() else -1
    try:
        if generation >= 0:
            TOC.read(storage, NAME, schema=SCHEMA)
    except Exception:  # noqa: BLE001  Whoosh's pickles fail in any way at all; none of it is needed here
        TOC(SCHEMA, [], generation + 1).write(storage, NAME)


def remove_leftovers(folder: Path) -> None:
    """Remove what a build that was killed left between writing its table of contents and naming it."""
    for path in folder.glob(f"_{NAME}_*.toc.*"):
        path.unlink(missing_ok=True)


class DurableStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder in which a new generation appears only when everything that it names has reached the disk.

    Whoosh itself never syncs: after a power cut its table of contents could name files that are empty.
    """

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename, with every file of the index written down before it and the folder after it."""
        for path in Path(self.folder).iterdir():
            if path.name == oldname or path.name.startswith(f"{NAME}_"):
                sync(path)
        super().rename_file(oldname, newname, safe=safe)
        sync(Path(self.folder))


def sync(path: Path) -> None:
    """Write a file or folder down to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

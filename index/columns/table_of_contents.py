"""Which segments a generation consists of: its table of contents, which nobody else reads or writes.

It is JSON with a checksum. Whoosh keeps its own as a pickle, and whoever reads a pickle runs what is in it: one is
written beside, so that stock Whoosh opens the index, and is never read here.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from whoosh.index import TOC

from index.columns.codec import ColumnsSegment
from index.columns.durable_storage import NAME, IndexStorage, sync
from index.columns.segment import COLUMNS
from index.errors import DatelineError, IndexOutdated, other_version, reading_from
from index.schema import SCHEMA, STAMP
from index.storage.arrays import wrong_arrays
from index.storage.checked_text import checked_lines, write_checked
from index.storage.regular_file import Damaged

OURS, OF_WHOOSH, EITHER, SEGMENT_FILE, SEGMENT = (
    re.compile(rf"_{NAME}_(0|[1-9][0-9]{{0,8}})\.contents"),
    re.compile(rf"_{NAME}_([0-9]{{1,9}})\.toc"),
    re.compile(rf"_{NAME}_[0-9]{{1,9}}\.(?:contents(?:\.new)?|toc(?:\.[0-9.]+)?)"),
    re.compile(rf"({NAME}_[0-9a-z]{{16}})\.(?:articles|columns|seg|trm|pst|vps|\w+\.col)"),
    re.compile(rf"{NAME}_([0-9a-z]{{16}})"),
)
"""How tables of contents, those and what is unfinished of them, files of segments, and segments are called.

No more than what we and Whoosh write: a folder of articles may be that of the index, too, and what these match is
removed when no table of contents names it.
"""
LOCK = f"{NAME}_WRITELOCK"
LAST = 999_999_999
"""No generation has a larger number; by one build a second, it is reached after 31 years."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The segments of one generation, and its number, 0 before anything was committed."""

    generation: int
    segments: Sequence[ColumnsSegment]
    marks: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Of its files of arrays by their names, as they were when it was written; none before."""


def contents_path(folder: Path, generation: int) -> Path:
    """Where the table of contents of a generation lies."""
    return folder / f"_{NAME}_{generation}.contents"


def newest_number(folder: Path) -> int:
    """The number of the newest generation in a folder; 0 before anything was committed, -1 where there is no index.

    It looks at the names of the files alone, and so before each answer. Raises OSError, and IndexOutdated where there
    is only what an older version wrote.
    """
    names = names_in(folder)
    newest = max(numbers(OURS, names), default=-1)
    if newest < 0 and any(numbers(OF_WHOOSH, names)):
        raise IndexOutdated(other_version(folder))
    return newest


def highest_number(folder: Path) -> int:
    """The highest number that any table of contents has, or had in an older version; -1 where there is none."""
    names = names_in(folder)
    return max((*numbers(OURS, names), *numbers(OF_WHOOSH, names)), default=-1)


def names_in(folder: Path) -> list[str]:
    """The names of the files in a folder; raises OSError."""
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries]


def numbers(pattern: re.Pattern[str], names: Sequence[str]) -> Iterator[int]:
    """The numbers in the names that are called so."""
    return (int(found[1]) for name in names if (found := pattern.fullmatch(name)))


def read_contents(folder: Path, generation: int) -> Contents:
    """What a generation consists of; raises IndexOutdated when that cannot be read, or is of another version."""
    path = contents_path(folder, generation)
    with reading_from(folder):
        stamp, *rest = map(json.loads, checked_lines(path))
        if stamp != STAMP:
            raise IndexOutdated(other_version(folder))
        number, marks, *segments = rest
        if number != generation:
            raise Damaged(f"{path.name} is that of generation {number}")
        return Contents(generation, tuple(segment_of(*row) for row in segments), dict(marks))


def segment_of(name: str, documents: int, deleted: list[int]) -> ColumnsSegment:
    """A segment as the table of contents has it; raises ValueError for what cannot be one."""
    found = SEGMENT.fullmatch(name)
    if found is None or not all(isinstance(number, int) for number in (documents, *deleted)):
        raise Damaged(f"{name!r} is no segment")
    if deleted and not 0 <= min(deleted) <= max(deleted) < documents:
        raise Damaged(f"{name} has deleted documents that it never had")
    segment = ColumnsSegment(NAME, documents)
    segment.segid = found[1]
    segment.deleted = set(deleted)
    return segment


def newest_contents(folder: Path) -> Contents | None:
    """What the newest generation consists of; None where there is no index; raises as `read_contents` does."""
    generation = newest_number(folder)
    return None if generation < 0 else read_contents(folder, generation)


def require_unchanged(folder: Path, contents: Contents) -> None:
    """Nothing, when the arrays of a generation are as they were written; raises Damaged and OSError.

    Those that nobody has touched since are believed; others, such as those of a copy, are read and compared with their
    checksums.
    """
    for path in array_files(folder, contents):
        if contents.marks.get(path.name) != mark_of(path) and (wrong := wrong_arrays(path)):
            raise Damaged(f"{path.name}: {wrong[0]} is not as it was written")


def mark_anew(folder: Path, contents: Contents) -> None:
    """Note when the files of a generation were last changed, which were found unchanged since they were written."""
    if any(contents.marks.get(path.name) != mark_of(path) for path in array_files(folder, contents)):
        write_contents(folder, contents)


def array_files(folder: Path, contents: Contents) -> list[Path]:
    """The files of arrays of a generation."""
    segments = (folder / (segment.segment_id() + COLUMNS) for segment in contents.segments)
    return [*segments, *folder.glob(f"*.{contents.generation}.arrays")]


def mark_of(path: Path) -> list[int]:
    """The size of a file as it is now, in bytes, and when it was last changed, in nanoseconds."""
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def write_contents(folder: Path, contents: Contents) -> None:
    """Make a generation visible: all of it is on the disk before its table of contents gets its name."""
    if contents.generation > LAST:
        raise DatelineError(f"the index at {folder} can have no more generations: remove it and make it again")
    (folder / f"_{NAME}_{contents.generation}.toc").unlink(missing_ok=True)  # of a build that was killed right here
    TOC(SCHEMA, list(contents.segments), contents.generation).write(IndexStorage(folder), NAME)
    path = contents_path(folder, contents.generation)
    unfinished = path.with_suffix(".contents.new")
    unfinished.unlink(missing_ok=True)
    marks = {each.name: mark_of(each) for each in array_files(folder, contents)}
    write_checked(unfinished, contents_lines(replace(contents, marks=marks)))
    sync(unfinished)
    unfinished.replace(path)
    sync(folder)


def contents_lines(contents: Contents) -> Iterator[str]:
    """The lines of a table of contents: the stamp, the number, the marks of files, and the segments."""
    rows: list[Any] = [
        [segment.segment_id(), segment.documents, segment.deleted_array().tolist()] for segment in contents.segments
    ]
    return (json.dumps(line, separators=(",", ":")) for line in (STAMP, contents.generation, contents.marks, *rows))


def remove_unnamed(folder: Path, contents: Contents) -> None:
    """Remove other tables of contents, unfinished ones too, and segments that these do not name."""
    segments = {segment.segment_id() for segment in contents.segments}
    kept = {contents_path(folder, contents.generation).name, f"_{NAME}_{contents.generation}.toc"}
    for name in names_in(folder):
        found = SEGMENT_FILE.fullmatch(name)
        if (EITHER.fullmatch(name) and name not in kept) or (found and found[1] not in segments):
            with suppress(OSError):  # on some systems a file that is open cannot be removed; the next build does it
                (folder / name).unlink()


def is_of_whoosh(name: str) -> bool:
    """A file with this name is a table of contents, a segment, or the lock."""
    return name == LOCK or any(pattern.fullmatch(name) for pattern in (EITHER, SEGMENT_FILE))

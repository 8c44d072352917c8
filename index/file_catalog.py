"""What the index knows of the files that it was built from: their stamps, their articles, what was skipped.

Each generation of the index has its own, as `index.generation_files` has them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.article import Skipped
from index.errors import NotAsWritten, reading_from
from index.storage.checked_text import checked_lines, write_checked

NEVER = -1
"""The modification time of a file that could not be opened: it is tried again, though it has not changed since."""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was when it was last read: size in bytes, modification time in nanoseconds."""

    size: int
    modified_ns: int
    articles: tuple[str, ...] = ()
    """The ids of its articles, in order."""
    skipped: tuple[Skipped, ...] = ()
    """What of it gave no article, and why; the first of them, when they are many."""
    fields: str = ""
    """The `--map` that it was read with."""
    inode: int = 0
    changed_ns: int = 0
    """When its content or anything else of it changed, which nobody can set, in nanoseconds; 0 was not noted."""
    mounts: int = 0
    """How many file systems were mounted, one inside the other, between the top of all folders and its own."""


@dataclass(slots=True)
class Catalog:
    """The files of one generation, by path."""

    files: dict[str, FileRecord] = field(default_factory=dict)

    def article_count(self) -> int:
        """How many articles the files gave."""
        return sum(len(record.articles) for record in self.files.values())


def read_catalog(path: Path) -> Catalog:
    """A catalog; raises IndexOutdated when it is missing, or not as it was written."""
    with reading_from(path.parent):
        return Catalog(dict(map(named_record, checked_lines(path))))


def wrong_catalog(path: Path) -> Sequence[str]:
    """Nothing, when a catalog can be read; raises IndexOutdated."""
    read_catalog(path)
    return []


NOTHING_SKIPPED = ',[],"'
"""Stands in the line of a file of which nothing was skipped, and in no other: in names, quotation marks are escaped."""


def skipped_in(path: Path) -> Iterator[Skipped]:
    """What of the files in a catalog gave no article, and why; raises IndexOutdated when that cannot be read."""
    with reading_from(path.parent):
        for line in checked_lines(path):
            if NOTHING_SKIPPED not in line:  # hardly any line is read as JSON
                yield from named_record(line)[1].skipped


def named_record(line: str) -> tuple[str, FileRecord]:
    """The name of a file and what is known of it, from its line of the catalog; raises NotAsWritten."""
    try:
        name, *record = json.loads(line)
        if not isinstance(name, str):
            raise ValueError("a name in the catalog is none")
        return name, file_record(*record)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise NotAsWritten(f"a line of the catalog is none: {error}") from error


def file_record(
    size: int, modified_ns: int, articles: str, skipped: list[list[str]], fields: str, *rest: int
) -> FileRecord:
    """One line of the catalog; the rest is inode, time of change and mounts. Raises ValueError."""
    texts = (fields, *(text for skip in skipped for text in skip))
    if not all(isinstance(text, str) for text in texts) or not all(
        isinstance(number, int) for number in (size, modified_ns, *rest)
    ):
        raise ValueError("a line of the catalog is none")
    skips = tuple(Skipped(path, why) for path, why in skipped)
    inode, changed_ns, mounts = (*rest, 0, 0, 0)[:3]
    return FileRecord(size, modified_ns, tuple(articles.split()), skips, fields, inode, changed_ns, mounts)


def written_map(fields: Mapping[str, str]) -> str:
    """What `--map` says, as the catalog keeps it."""
    return " ".join(f"{field}={name}" for field, name in sorted(fields.items()))


def write_catalog(path: Path, catalog: Catalog) -> None:
    """Write a catalog that is not there yet."""
    write_checked(path, (catalog_line(name, record) for name, record in catalog.files.items()))


def catalog_line(name: str, record: FileRecord) -> str:
    """A file as it stands in the catalog."""
    skipped = [[skip.path, skip.why] for skip in record.skipped]
    row = [name, record.size, record.modified_ns, " ".join(record.articles), skipped, record.fields]
    row += [record.inode, record.changed_ns, record.mounts]
    return json.dumps(row, separators=(",", ":"))

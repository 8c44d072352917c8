"""What the index knows of the files that it was built from: their stamps, their articles, what was skipped.

Each generation of the index has its own, as `index.generation` has them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.article import Skipped
from index.errors import IndexOutdated
from index.schema import STAMP

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


@dataclass(slots=True)
class Catalog:
    """The files of one generation, by path."""

    files: dict[str, FileRecord] = field(default_factory=dict)

    def article_count(self) -> int:
        """How many articles the files gave."""
        return sum(len(record.articles) for record in self.files.values())


def require_stamp(path: Path) -> None:
    """Nothing, when this version of Dateline wrote the catalog; raises IndexOutdated and FileNotFoundError."""
    with path.open(encoding="utf-8") as lines:
        stamp = lines.readline().strip()
    if stamp != json.dumps(STAMP):
        raise IndexOutdated(f"the index at {path.parent} was made by another version: make it again with  {REMEDY}")


REMEDY = "dateline index --rebuild FOLDER"


def read_catalog(path: Path) -> Catalog:
    """A catalog; raises IndexOutdated when it is missing, damaged, or of another version."""
    try:
        require_stamp(path)
        with path.open(encoding="utf-8") as lines:
            next(lines)
            return Catalog({name: file_record(*rest) for name, *rest in map(json.loads, lines)})
    except (OSError, ValueError, TypeError) as error:
        raise IndexOutdated(damaged(path.parent, error)) from error


def wrong_catalog(path: Path) -> Sequence[str]:
    """Nothing, when a catalog can be read; raises IndexOutdated."""
    read_catalog(path)
    return []


NOTHING_SKIPPED = ',[],"'
"""Stands in the line of a file of which nothing was skipped, and in no other: in names, quotation marks are escaped."""


def skipped_in(path: Path) -> Iterator[Skipped]:
    """What of the files in a catalog gave no article, and why; raises IndexOutdated when that cannot be read."""
    try:
        with path.open(encoding="utf-8") as lines:
            next(lines)
            for line in lines:
                if NOTHING_SKIPPED not in line:  # hardly any line is read as JSON
                    _, *record = json.loads(line)
                    yield from file_record(*record).skipped
    except (OSError, ValueError, TypeError, StopIteration) as error:
        raise IndexOutdated(damaged(path.parent, error)) from error


def damaged(folder: Path, error: Exception) -> str:
    """What to say, and what to do, when an index cannot be read."""
    return f"the index at {folder} is damaged ({str(error) or type(error).__name__}): make it again with  {REMEDY}"


def file_record(size: int, modified_ns: int, articles: str, skipped: list[list[str]], *rest: Any) -> FileRecord:
    """One line of the catalog; the rest is `fields`, `inode` and `changed_ns`."""
    return FileRecord(size, modified_ns, tuple(articles.split()), tuple(Skipped(*skip) for skip in skipped), *rest)


def written_map(fields: Mapping[str, str]) -> str:
    """What `--map` says, as the catalog keeps it."""
    return " ".join(f"{field}={name}" for field, name in sorted(fields.items()))


def write_catalog(path: Path, catalog: Catalog) -> None:
    """Write a catalog that is not there yet."""
    with path.open("x", encoding="utf-8") as lines:
        lines.write(json.dumps(STAMP) + "\n")
        for name, record in catalog.files.items():
            skipped = [[skip.path, skip.why] for skip in record.skipped]
            row = [name, record.size, record.modified_ns, " ".join(record.articles), skipped, record.fields]
            row += [record.inode, record.changed_ns]
            lines.write(json.dumps(row, separators=(",", ":")) + "\n")

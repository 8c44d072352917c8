"""Which segments a generation consists of: Whoosh's table of contents, which nobody else asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whoosh.index import TOC, clean_files

from index.columns.codec import ColumnsSegment
from index.columns.durable_storage import NAME, IndexStorage
from index.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class Contents:
    """The segments of one generation, and its number, 0 before anything was committed."""

    generation: int
    segments: Sequence[ColumnsSegment]


def newest_number(folder: Path) -> int:
    """The number of the newest generation in a folder; 0 before anything was committed, -1 where there is no index.

    It looks at the names of the files alone. Whoosh tells the number in public only as a part of what it reads with
    `TOC.read`, which opens and unpickles the whole table: too slow to be done before each answer, and no use where the
    table is damaged and its number is wanted to put another after it. Raises OSError.
    """
    return int(TOC._latest_generation(IndexStorage(folder), NAME))


def read_contents(folder: Path, generation: int) -> Contents:
    """What a generation consists of; raises FileNotFoundError, and anything at all when it cannot be read."""
    contents = TOC.read(IndexStorage(folder), NAME, gen=generation, schema=SCHEMA)
    return Contents(generation, tuple(contents.segments))


def newest_contents(folder: Path) -> Contents | None:
    """What the newest generation consists of; None where there is no index; raises as `read_contents` does."""
    generation = newest_number(folder)
    return None if generation < 0 else read_contents(folder, generation)


def write_contents(folder: Path, contents: Contents) -> None:
    """Make a generation visible: all of it is on the disk before its table of contents gets its name."""
    TOC(SCHEMA, list(contents.segments), contents.generation).write(IndexStorage(folder), NAME)


def remove_unnamed(folder: Path, contents: Contents) -> None:
    """Remove other tables of contents, unfinished ones too, and segments that these do not name."""
    for path in folder.glob(f"_{NAME}_*.toc.*"):
        path.unlink(missing_ok=True)
    clean_files(IndexStorage(folder), NAME, contents.generation, contents.segments)


def is_of_whoosh(name: str) -> bool:
    """A file with this name is a table of contents, a segment, or the lock."""
    return name.removeprefix("_").startswith((f"{NAME}_", f"{NAME}."))

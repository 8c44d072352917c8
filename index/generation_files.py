"""The files of one generation of an index as one table: what they are called, how they are written, read and verified.

A generation is what everyone sees of an index at one time: the segments that its table of contents names, and a file
for each row here. They are written before the table of contents is, and removed after it: the two cannot disagree,
whenever a build is cut short.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from re import fullmatch
from typing import Any, Generic, TypeVar

from index.columns.durable_storage import sync, writing_to
from index.columns.relations import KnownRelations, Relations, write_relations
from index.columns.segment import SegmentColumns
from index.columns.table_of_contents import (
    Contents,
    contents_path,
    highest_number,
    is_of_whoosh,
    mark_anew,
    names_in,
    newest_contents,
    read_contents,
    remove_unnamed,
    require_own,
    require_unchanged,
    write_contents,
)
from index.errors import IndexOutdated, reading_from
from index.file_catalog import Catalog, read_catalog, write_catalog, wrong_catalog
from index.meaning.article_vectors import ArticleVectors, read_vectors, write_vectors
from index.spelling.learned_spellings import Learned, read_learned, write_learned, wrong_learned
from index.storage.arrays import wrong_arrays

Written = TypeVar("Written")
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class GenerationFile(Generic[Written, Read]):
    """A kind of file of which each generation has one."""

    name: str
    """What it holds; its name begins so."""
    ending: str
    into: Callable[[Path, Written], None]
    """Writes one that is not there yet."""
    out_of: Callable[[Path], Read]
    """Reads one; raises OSError, and IndexOutdated or ValueError when it is not as it was written."""
    wrong_in: Callable[[Path], Sequence[str]]
    """The parts of one that are not as they were written; raises as `out_of` does when none of it can be read."""

    def path(self, folder: Path, generation: int) -> Path:
        """Where that of a generation lies."""
        return folder / f"{self.name}.{generation}.{self.ending}"

    def write(self, folder: Path, generation: int, value: Written) -> None:
        """Write that of a generation that nobody sees yet, down to the disk."""
        path = self.path(folder, generation)
        with writing_to(folder):
            path.unlink(missing_ok=True)  # a build that was killed left it
            self.into(path, value)
            sync(path)

    def read(self, folder: Path, generation: int) -> Read:
        """That of a generation; raises as `out_of` does, and Damaged where it is that of another index."""
        found = self.out_of(self.path(folder, generation))
        self.require_own(folder, generation)
        return found

    def require_own(self, folder: Path, generation: int) -> None:
        """Nothing, when that of a generation is the one that was written for it; raises as `read` does.

        One that is missing, or whose table of contents is not written yet, is left to whoever reads it.
        """
        path = self.path(folder, generation)
        if path.exists() and contents_path(folder, generation).exists():
            require_own(path, read_contents(folder, generation))

    def read_if_whole(self, folder: Path, generation: int) -> Read | None:
        """The same, of one that can be worked out again; None when it is missing or damaged."""
        try:
            return self.read(folder, generation)
        except (OSError, ValueError, IndexOutdated):
            return None

    def wrong(self, folder: Path, generation: int) -> Sequence[str]:
        """What of that of a generation is not as it was written; raises as `read` does."""
        if wrong := self.wrong_in(self.path(folder, generation)):
            return wrong
        self.require_own(folder, generation)
        return []

    def is_name(self, name: str) -> bool:
        """A file with this name is one, of whatever generation."""
        return fullmatch(rf"{self.name}\.[0-9]{{1,9}}\.{self.ending}", name) is not None


CATALOG: GenerationFile[Catalog, Catalog] = GenerationFile(
    "catalog", "jsonl", into=write_catalog, out_of=read_catalog, wrong_in=wrong_catalog
)
RELATIONS: GenerationFile[Relations, KnownRelations] = GenerationFile(
    "relations", "arrays", into=write_relations, out_of=KnownRelations, wrong_in=wrong_arrays
)
SPELLINGS: GenerationFile[Learned, Learned] = GenerationFile(
    "spellings", "json", into=write_learned, out_of=read_learned, wrong_in=wrong_learned
)
VECTORS: GenerationFile[ArticleVectors, ArticleVectors] = GenerationFile(
    "vectors", "arrays", into=write_vectors, out_of=read_vectors, wrong_in=wrong_arrays
)
FILES: tuple[GenerationFile[Any, Any], ...] = (CATALOG, RELATIONS, SPELLINGS, VECTORS)
"""All of them; another one is a row here, and written by `index.build.committed`."""


def is_index_file(name: str) -> bool:
    """A file with this name in the folder of an index is a part of it."""
    return is_of_whoosh(name) or any(file.is_name(name) for file in FILES)


def readable_generation(folder: Path) -> int:
    """The number of the newest generation, 0 when there is none; raises IndexOutdated when it cannot be read."""
    with reading_from(folder):
        contents = newest_contents(folder)
        return 0 if contents is None else contents.generation


def require_whole(folder: Path) -> None:
    """Nothing, when each file of the newest generation is there and as it was written; raises IndexOutdated.

    What had to be compared with its checksums for it, as the files of a copy, is believed from here on.
    """
    with reading_from(folder):
        contents = newest_contents(folder)
        if contents is None or contents.generation == 0:
            return
        require_unchanged(folder, contents)
        RELATIONS.read(folder, contents.generation)
        VECTORS.read(folder, contents.generation)
        for segment in contents.segments:
            SegmentColumns(folder, segment.segment_id())
    with writing_to(folder):
        mark_anew(folder, contents)


def mend_contents(folder: Path) -> None:
    """Put an empty table of contents after one that cannot be read, so that a build can start from it."""
    try:
        readable_generation(folder)
    except IndexOutdated:
        with writing_to(folder):
            write_contents(folder, Contents(highest_number(folder) + 1, ()))


def remove_leftovers(folder: Path) -> None:
    """Remove what builds that were killed left: files that the newest generation does not name."""
    contents = newest_contents(folder)
    if contents is None:
        return
    with writing_to(folder):
        remove_unnamed(folder, contents)
        kept = {file.path(folder, contents.generation).name for file in FILES}
        for name in names_in(folder):
            if name not in kept and any(file.is_name(name) for file in FILES):
                (folder / name).unlink(missing_ok=True)

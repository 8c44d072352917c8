"""Whether an index is as it was written: every file of it against its checksum."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from index.catalog import REMEDY, damaged, read_catalog
from index.columns.durable_storage import IndexStorage
from index.columns.index_writer import newest_contents
from index.columns.relations import wrong_relations
from index.columns.segment import wrong_parts
from index.errors import DatelineError, IndexMissing, IndexOutdated
from index.spelling.learned_spellings import written_learned
from index.storage.arrays import Damaged


def verified(folder: Path, wrong: Sequence[str]) -> str:
    """A sentence that says that all is well; raises DatelineError with what `wrong_files` found, if anything."""
    if wrong:
        raise DatelineError(f"the index at {folder} is damaged ({'; '.join(wrong)}): make it again with  {REMEDY}")
    return f"the index at {folder} is as it was written"


def wrong_files(folder: Path) -> list[str]:
    """What of the newest generation is not as it was written, one line for each part; empty when all is well.

    Raises IndexMissing, and IndexOutdated when the table of contents or the catalog cannot be read.
    """
    try:
        contents = newest_contents(IndexStorage(folder)) if folder.is_dir() else None
    except Exception as error:  # Whoosh's pickles fail in any way at all
        raise IndexOutdated(damaged(folder, error)) from error
    if contents is None:
        raise IndexMissing(f"no index at {folder}: make one with  dateline index FOLDER")
    read_catalog(folder, contents.generation)
    names = [segment.segment_id() for segment in contents.segments]
    lines = [line for name in names for line in wrong_lines(name, partial(wrong_parts, folder, name))]
    lines += wrong_lines("relations", partial(wrong_relations, folder, contents.generation))
    return lines + wrong_lines("spellings", partial(wrong_spellings, folder, contents.generation))


def wrong_spellings(folder: Path, generation: int) -> Sequence[str]:
    """The file of learned spellings, if it cannot be read; raises OSError."""
    try:
        written_learned(folder, generation)
    except ValueError:
        return ["the file"]
    return []


def wrong_lines(name: str, wrong: Callable[[], Sequence[str]]) -> list[str]:
    """What of a segment, or of the relations, is not as it was written."""
    try:
        return [f"{name}: {part} is not as it was written" for part in wrong()]
    except (Damaged, OSError) as error:
        return [f"{name}: {error}"]

"""Whether an index is as it was written: every file of it against its checksum."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from index.catalog import REMEDY, damaged
from index.columns.contents import newest_contents
from index.columns.segment import wrong_parts
from index.errors import DatelineError, IndexMissing, IndexOutdated
from index.generation import FILES
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
        contents = newest_contents(folder) if folder.is_dir() else None
    except Exception as error:  # Whoosh's pickles fail in any way at all
        raise IndexOutdated(damaged(folder, error)) from error
    if contents is None or contents.generation == 0:
        raise IndexMissing(f"no index at {folder}: make one with  dateline index FOLDER")
    # The files come first: the catalog says whether this version can read the segments at all.
    of_files = [wrong_lines(file.name, partial(file.wrong, folder, contents.generation)) for file in FILES]
    names = [segment.segment_id() for segment in contents.segments]
    of_segments = [wrong_lines(name, partial(wrong_parts, folder, name)) for name in names]
    return [line for lines in (*of_segments, *of_files) for line in lines]


def wrong_lines(name: str, wrong: Callable[[], Sequence[str]]) -> list[str]:
    """What of a segment, or of a file of the generation, is not as it was written."""
    try:
        return [f"{name}: {part} is not as it was written" for part in wrong()]
    except (Damaged, OSError) as error:
        return [f"{name}: {error}"]

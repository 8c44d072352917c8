"""Whether an index is as it was written: every file of it against its checksum."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from index.columns.segment import COLUMNS, wrong_parts
from index.columns.table_of_contents import Contents, array_files, mark_of, newest_contents, require_own
from index.errors import REMEDY, DatelineError, IndexMissing, reading_from, reason, shown
from index.generation_files import FILES
from index.storage.regular_file import Damaged


def verified(folder: Path, wrong: Sequence[str]) -> str:
    """A sentence that says that all is well; raises DatelineError with what `wrong_files` found, if anything."""
    if wrong:
        raise DatelineError(f"the index at {folder} is damaged ({'; '.join(wrong)}): make it again with  {REMEDY}")
    return f"the index at {shown(folder)} is as it was written"


def wrong_files(folder: Path) -> list[str]:
    """What of the newest generation is not as it was written, one line for each part; empty when all is well.

    Raises IndexMissing, IndexOutdated when the table of contents or the catalog cannot be read, and DatelineError when
    the system does not let anything be read, which is no damage.
    """
    with reading_from(folder):
        contents = newest_contents(folder) if folder.is_dir() else None
    if contents is None or contents.generation == 0:
        raise IndexMissing(f"no index at {folder}: make one with  dateline index FOLDER")
    of_files = [wrong_lines(folder, file.name, partial(file.wrong, folder, contents.generation)) for file in FILES]
    names = [segment.segment_id() for segment in contents.segments]
    of_segments = [wrong_lines(folder, name, partial(wrong_in_segment, folder, name, contents)) for name in names]
    return [line for lines in (*of_segments, *of_files) for line in lines]


def wrong_in_segment(folder: Path, name: str, contents: Contents) -> Sequence[str]:
    """What of a segment is not as it was written for these contents; raises Damaged and OSError."""
    require_own(folder / (name + COLUMNS), contents)
    return wrong_parts(folder, name)


def is_untouched(folder: Path) -> bool:
    """Nobody has changed or copied the arrays of the newest generation since it was written here, as far as times tell.

    What goes wrong with it then is not the work of somebody else; damage of the disk may be, as `is_as_written` finds.
    """
    try:
        contents = newest_contents(folder)
        return contents is not None and all(
            contents.marks.get(path.name) == mark_of(path) for path in array_files(folder, contents)
        )
    except (DatelineError, OSError):
        return False


def is_as_written(folder: Path) -> bool:
    """Nothing has changed of the newest generation since it was written here: what goes wrong is a fault of ours."""
    try:
        return is_untouched(folder) and not wrong_files(folder)
    except DatelineError:
        return False


def wrong_lines(folder: Path, name: str, wrong: Callable[[], Sequence[str]]) -> list[str]:
    """What of a segment, or of a file of the generation, is not as it was written."""
    try:
        return [f"{name}: {part} is not as it was written" for part in wrong()]
    except Damaged as error:
        return [f"{name}: {error}"]
    except FileNotFoundError as error:
        return [f"{name}: {reason(error)}"]
    except OSError as error:
        raise DatelineError(f"cannot read the index at {folder}: {name}: {reason(error)}") from error

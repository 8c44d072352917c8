"""The folder of an index as Whoosh sees it, made durable."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage

from index.errors import DatelineError, reason

NAME = "MAIN"
"""Whoosh's name for the index of a folder that holds only one."""


class IndexStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder in which a new generation appears only when everything that it names has reached the disk.

    Whoosh itself never syncs: after a power cut its table of contents could name files that are empty.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename, with every file of the index written down before it and the folder after it."""
        for path in Path(self.folder).iterdir():
            is_of_index = path.name == oldname or path.name.startswith(f"{NAME}_")
            if is_of_index and path.is_file() and not path.is_symlink():
                sync(path)
        super().rename_file(oldname, newname, safe=safe)
        sync(Path(self.folder))


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """What the system refuses in here is told as a fault of writing the index in this folder: raises DatelineError."""
    try:
        yield
    except OSError as error:
        raise DatelineError(f"cannot write the index at {folder}: {reason(error)}") from error


def sync(path: Path) -> None:
    """Write a file or folder down to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

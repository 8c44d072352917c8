"""A small file beside an index: where it lies, and how it is read, written as a whole, and held while it is changed."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

from index.columns.durable_storage import IndexStorage
from index.errors import DatelineError, reason
from index.kept_files import Kept, name_beside
from index.storage.regular_file import text_in

MOST_BYTES = 16 * 1024 * 1024
"""Of a file, which may come from a stranger with the folder: alerts that told of 300,000 articles, or 50,000 notes."""

PATIENCE_SECONDS = 20.0
"""Others hold a file for a moment, or for a search of a large index."""
AGAIN_SECONDS = 0.02

Content = TypeVar("Content")


class Remembered(Generic[Content]):
    """What is in a file, or what is wrong with it, read again only when the file has changed."""

    def __init__(self, file: Path, read: Callable[[Path], Content]) -> None:
        """`read` may raise DatelineError."""
        self._file = file
        self._read = read
        self._known: tuple[object, Content | DatelineError] | None = None  # with what the file was then

    def content(self) -> Content:
        """What is in it now; raises DatelineError as it was read."""
        marks = marks_of(self._file)
        if self._known is None or self._known[0] != marks:
            try:
                self._known = marks, self._read(self._file)
            except DatelineError as error:
                self._known = marks, error
        found = self._known[1]
        if isinstance(found, DatelineError):
            raise DatelineError(str(found)) from found
        return found


def beside(location: str, kept: Kept) -> Path:
    """Where what is `kept` of an index lies; raises DatelineError for a cluster, which is no place of this machine."""
    if "://" in location:
        raise DatelineError(f"{kept} are kept beside a folder, and {location} is none")
    folder = Path(location).absolute()
    return folder.with_name(name_beside(folder.name, kept))


def text_kept(file: Path) -> str | None:
    """The text of a kept file, None when there is none; raises ValueError for no text, and DatelineError."""
    try:
        return text_in(file, MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DatelineError(f"cannot read {file}: {reason(error)}") from error


def write_private(file: Path, text: str) -> None:
    """Write a file as a whole or not at all, for nobody else to read; raises DatelineError."""
    made = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        made.unlink(missing_ok=True)
        opened = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8", errors="replace") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        made.replace(file)
    except OSError as error:
        made.unlink(missing_ok=True)
        raise DatelineError(f"cannot write {file}: {reason(error)}") from error


def marks_of(file: Path) -> tuple[int, int] | None:
    """What changes when a file does; None when there is no file."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


@contextmanager
def holding(file: Path) -> Iterator[None]:
    """Nobody else who holds this file changes it meanwhile; raises DatelineError where they do not let go of it.

    The lock is a file of its own beside it, which stays there and is for its owner alone.
    """
    path = file.with_name(f".{file.name}.lock")
    try:
        os.close(
            os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o600)
        )
    except OSError as error:
        raise DatelineError(f"cannot write {file}: {path.name}: {reason(error)}") from error
    lock = IndexStorage(path.parent).lock(path.name)
    end = time.monotonic() + PATIENCE_SECONDS
    while not lock.acquire():
        if time.monotonic() > end:
            raise DatelineError(f"cannot write {file}: another process is writing it: try again later")
        time.sleep(AGAIN_SECONDS)
    try:
        yield
    finally:
        lock.release()

"""A kept file that nobody else changes meanwhile: what one reads, changes and writes, no other can undo."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.columns.durable_storage import IndexStorage
from index.errors import DatelineError, reason

PATIENCE_SECONDS = 20.0
"""Others hold a file for a moment, or for a search of a large index."""
AGAIN_SECONDS = 0.02


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

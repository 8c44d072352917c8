"""Opening what is a file and nothing else: a folder from a stranger may hold links, pipes and devices."""

import os
import stat
from io import BufferedReader, FileIO
from pathlib import Path

from index.errors import NotAsWritten


class Damaged(NotAsWritten):
    """A file does not hold what it should: it was cut short, or changed."""


FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""A link is not followed, and a pipe not waited for."""


def opened(path: Path) -> FileIO:
    """A file to be read; raises Damaged for what is none under this name, and OSError when it cannot be opened."""
    if path.is_symlink():
        raise Damaged(f"{path.name} is a link")
    file = FileIO(os.open(path, FLAGS), "r")  # a folder is refused here
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise Damaged(f"{path.name} is not a file")
    return file


def text_in(path: Path, most: int) -> str:
    """The text of a small file of at most so many bytes; raises Damaged for any other, and OSError."""
    with BufferedReader(opened(path)) as file:
        kept = file.read(most + 1)
    if len(kept) > most:
        raise Damaged(f"{path.name} is longer than {most:,} bytes")
    try:
        return kept.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Damaged(f"{path.name} is not UTF-8") from error

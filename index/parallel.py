"""The articles of many files, in the order of the files, read by one process or by several."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from index.article import Article, Skipped
from index.errors import Unreadable
from index.files import FoundFile
from index.read import articles_in

Answer = tuple[FoundFile, list[Article] | Skipped]

BATCH = 32
"""Files that a process reads between two messages; large enough that messages cost little beside reading."""
WORTH_A_PROCESS = 256
"""Files below which starting another process takes longer than it saves."""


def articles_of(files: list[FoundFile], jobs: int) -> Iterator[Answer]:
    """Each file with its articles, or with why it has none; memory does not grow with the number of files."""
    jobs = min(jobs, -(-len(files) // WORTH_A_PROCESS))
    if jobs <= 1:
        yield from map(read_one, files)
        return
    # Started afresh rather than forked: a copy of a process that shows a progress bar inherits its locks.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Answer]]] = deque()
        for batch in batches(files):
            waiting.append(pool.submit(read_batch, batch))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def batches(files: Iterable[FoundFile]) -> Iterator[list[FoundFile]]:
    """The files, BATCH at a time."""
    rest = iter(files)
    while batch := list(islice(rest, BATCH)):
        yield batch


def read_batch(files: list[FoundFile]) -> list[Answer]:
    """What a process does between two messages."""
    return [read_one(file) for file in files]


def read_one(file: FoundFile) -> Answer:
    """The articles of one file; whatever is wrong with it, the others are still read."""
    try:
        return file, articles_in(file.path)
    except Unreadable as error:
        return file, Skipped(file.name, str(error))
    except Exception as error:  # noqa: BLE001  a fault of ours on one file must not cost the user the other files
        return file, Skipped(file.name, f"reading it failed: {type(error).__name__}: {error}")
